"""What is due when, what people say of it, and the calendar that both go by."""

from cchc.web.work.models.calendar import DecidedDay
from cchc.web.work.models.measure import TargetMeasure
from cchc.web.work.models.occurrence import DeadlineDecision, Event, Following, Occurrence
from cchc.web.work.models.progress import BulkAct, Extension, Update
from cchc.web.work.models.reminders import (
    ChasingLetter,
    FeedKey,
    Message,
    Notice,
    ReminderRule,
    ReminderRun,
    ReminderTold,
    ReminderWish,
    WebhookTarget,
)

__all__ = [
    "BulkAct",
    "ChasingLetter",
    "DeadlineDecision",
    "DecidedDay",
    "Event",
    "Extension",
    "FeedKey",
    "Following",
    "Message",
    "Notice",
    "Occurrence",
    "ReminderRule",
    "ReminderRun",
    "ReminderTold",
    "ReminderWish",
    "TargetMeasure",
    "Update",
    "WebhookTarget",
]
