"""What an answer is called in the tables, and which refusals are about the person."""

from __future__ import annotations

import re

from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.intake.reasons import IntakeReason
from cchc.web.organisation.reasons import OrganisationReason
from cchc.web.organisation.record_policy import RecordReason
from cchc.web.plans.reasons import PlanReason
from cchc.web.ui.refusals import Reason
from cchc.web.work.reasons import WorkReason
from cchc.web.work.reminder_reasons import ReminderReason

SHOWN, WRITTEN_AND_SHOWN = "o", "+"
DONE, SENT_ON, SENT_BACK, TO_SIGN_IN = ">", "~", "m", "s"
# 403: not this person; this person, but not now; without a reason, which is a fault.
NOT_YOU, NOT_NOW, REFUSED = "x", "z", "403"
UNKNOWN, NOT_THIS_METHOD, TOLD_WHAT_IS_WRONG, CHANGED_MEANWHILE = ".", "-", "?", "!"
BY_STATUS = {
    404: UNKNOWN,
    405: NOT_THIS_METHOD,
    409: CHANGED_MEANWHILE,
    422: TOLD_WHAT_IS_WRONG,
    204: "n",
}
REFUSALS = (UNKNOWN, NOT_YOU, NOT_NOW, REFUSED)
WRITES = (DONE, WRITTEN_AND_SHOWN)

_ABOUT_THE_PERSON: frozenset[Reason] = frozenset(
    (
        PlanReason.ONLY_COORDINATOR,
        PlanReason.ONLY_LEADER,
        PlanReason.ONLY_UNIT_HEAD,
        PlanReason.ONLY_HEAD_OF_NAMED,
        PlanReason.ONLY_SOME_COORDINATOR,
        PlanReason.WRONG_OWNER,
        IntakeReason.NOT_COORDINATOR,
        IntakeReason.ONLY_SOME_COORDINATOR,
        OrganisationReason.NO_POSITION,
        OrganisationReason.NOT_ADMINISTRATOR,
        OrganisationReason.NOT_COORDINATOR,
        OrganisationReason.ROLE_BEYOND,
        OrganisationReason.PERSON_BEYOND,
        OrganisationReason.PERSON_WITHOUT_POSITION,
        OrganisationReason.NOTHING_TO_HAND_OVER,
        RecordReason.ANSWERS_FOR_NO_UNIT,
        WorkReason.ONLY_COORDINATOR,
        WorkReason.ONLY_LEAD_UNIT,
        WorkReason.ONLY_ASSIGNED,
        WorkReason.ONLY_SUPPORTING,
        WorkReason.ONLY_DECIDER,
        WorkReason.ONLY_SOME_DECIDER,
        WorkReason.ONLY_WHO_DID_IT,
        WorkReason.ONLY_ADMINISTRATOR,
        WorkReason.ONLY_INVOLVED,
        ReminderReason.ONLY_COORDINATOR,
        ReminderReason.ONLY_ADMINISTRATOR,
        ReminderReason.ONLY_OF_UNIT,
        ReminderReason.ANSWERS_FOR_NO_OFFICE,
        EvidenceReason.NOT_OF_UNIT,
        EvidenceReason.NOT_OF_SOME_UNIT,
        EvidenceReason.ONLY_HEAD,
        EvidenceReason.ONLY_KEEPERS,
    )
)


def about_the_person(reason: Reason) -> bool:
    """Whether a refusal says «not you»; the others say «not now»."""
    return reason in _ABOUT_THE_PERSON


def reason_in(sentence: str) -> Reason | None:
    """The listed reason that a sentence gives."""
    for kind in Reason.__subclasses__():
        for reason in kind:
            if re.fullmatch(_pattern(str(reason.value)), sentence, re.DOTALL):
                return reason
    return None


def _pattern(value: str) -> str:
    """A sentence with its `{names}` as anything; one that is nothing but a name fits nothing."""
    said = re.split(r"\{\w+\}", value)
    return ".+".join(map(re.escape, said)) if any(said) else r"(?!)"
