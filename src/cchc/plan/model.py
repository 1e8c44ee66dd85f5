"""A plan as values: what the interchange format says, plus where each value came from.

Absence is None or an empty tuple, never "" with a meaning. `traces` (source and doubt for each
field) are kept out of equality: two plans are equal when they say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cchc.documents.model import Span
from cchc.plan.schedule import Schedule


class ReformArea(StrEnum):
    """The eight areas of reform and `other`; codes of the interchange format."""

    LEADERSHIP = "leadership"
    COMMUNICATION = "communication"
    INSTITUTIONS = "institutions"
    PROCEDURES = "procedures"
    ORGANISATION = "organisation"
    CIVIL_SERVICE = "civil_service"
    PUBLIC_FINANCE = "public_finance"
    DIGITAL_GOVERNMENT = "digital_government"
    OTHER = "other"


class Doubt(StrEnum):
    """Why a value is to be looked at by a person; each has a sentence in `plan.sentences`."""

    OCR = "ocr"  # recognised from a picture
    INHERITED = "inherited"  # taken from the cell or row above
    DITTO = "ditto"  # «nt», «Như trên»
    FUZZY = "fuzzy"  # matched by likeness, not by the letter
    FLATTENED = "flattened"  # cut out of a table whose borders are lost
    DEFAULTED = "defaulted"  # the general rule decided, nothing printed said so
    REENCODED = "reencoded"  # letters were converted from an old encoding


class Trace(NamedTuple):
    """Where a value was printed, and how far to trust it. `confidence` is 0..1, None = certain."""

    span: Span
    confidence: float | None = None
    doubt: Doubt | None = None


Traces = Mapping[str, Trace]  # field name → trace
NO_TRACES: Traces = {}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose parts may have been left blank for the clerk (văn thư) to fill in at issue."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    authority: str | None = None  # KT., TM., TL., TUQ., Q.
    position: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    parent_authority: str | None = None
    issuer: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: PartialDate = PartialDate()
    doc_type: str | None = None
    subject: str | None = None
    year: int | None = None
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()
    traces: Traces = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    number: str
    doc_type: str | None = None
    date: date | None = None
    issuer: str | None = None
    traces: Traces = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    label: str | None
    level: int
    title: str
    traces: Traces = field(default_factory=dict, compare=False)


class TargetKind(StrEnum):
    RATE = "rate"
    RANK = "rank"
    COUNT = "count"
    SCORE = "score"
    DURATION = "duration"


class Comparator(StrEnum):
    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Target:
    """A number to reach. `value`/`value_to` are int where whole, else float, as printed."""

    text: str
    kind: TargetKind
    comparator: Comparator
    value: int | float
    unit: str | None = None
    value_to: int | float | None = None
    traces: Traces = field(default_factory=dict, compare=False)


class Origin(StrEnum):
    APPENDIX = "appendix"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Task:
    task: str
    area: ReformArea = ReformArea.OTHER
    group: str | None = None
    label: str | None = None
    objective: str | None = None
    activity: str | None = None
    outputs: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline: str | None = None
    schedule: tuple[Schedule, ...] = ()
    budget: str | None = None
    origin: Origin = Origin.APPENDIX  # the interchange key is `from`
    traces: Traces = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class ReportWindow:
    """A reporting period with printed or computable dates; interchange keys from/to/due."""

    name: str
    data_from: date | None
    data_to: date | None
    due_on: date | None
    traces: Traces = field(default_factory=dict, compare=False)


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the plan that a person should see; the sentence is made at the edge."""

    code: str
    severity: Severity
    span: Span | None = field(default=None, compare=False)
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    header: Header = Header()
    citations: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple[Task, ...] = ()
    report_windows: tuple[ReportWindow, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), compare=False)
    announces_appendix: bool = field(default=False, compare=False)
