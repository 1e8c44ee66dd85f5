"""What is due when, what people say of it, and the calendar that both go by."""

from cchc.web.work.models.calendar import DecidedDay
from cchc.web.work.models.occurrence import DeadlineDecision, Event, Following, Occurrence
from cchc.web.work.models.progress import BulkAct, Extension, Update

__all__ = [
    "BulkAct",
    "DeadlineDecision",
    "DecidedDay",
    "Event",
    "Extension",
    "Following",
    "Occurrence",
    "Update",
]
