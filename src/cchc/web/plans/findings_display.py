"""Findings on a version as a page tells them: how grave, in a word, and the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.plan.model import Severity
from cchc.plan.sentences import SEVERITY_NAMES, finding_sentence
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.versions import findings_of

_LOOKS = {Severity.ERROR: "late", Severity.WARNING: "soon", Severity.NOTE: "idle"}


@dataclass(frozen=True, slots=True)
class ToldFinding:
    look: str
    word: str
    sentence: str


def told_findings(version: PlanVersion) -> list[ToldFinding]:
    """The findings of a version, the gravest first. 5 queries."""
    return [
        ToldFinding(_LOOKS[one.severity], SEVERITY_NAMES[one.severity], finding_sentence(one))
        for one in findings_of(version)
    ]
