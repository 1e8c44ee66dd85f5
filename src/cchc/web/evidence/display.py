"""Evidence as pages lay it out: lines of lists, facts with who vouches for them, files, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc.web.evidence.cautions import caution_of, cautions_of, period_words
from cchc.web.evidence.formats import WORDS
from cchc.web.evidence.models import Evidence, EvidenceLink, EvidenceVersion
from cchc.web.evidence.signature_words import ShownSignature, shown_signatures
from cchc.web.evidence.subjects import Subject

_MOST_PICTURED = 12  # pages shown at once; the rest is in the file
_FACTS = (
    ("doc_type", "Loại văn bản"),
    ("number", "Số"),
    ("symbol", "Ký hiệu"),
    ("dated_on", "Ngày văn bản"),
    ("issuer", "Cơ quan ban hành"),
    ("subject", "Trích yếu"),
    ("signer", "Người ký"),
)
_STATES = {
    EvidenceVersion.State.WAITING: "wait",
    EvidenceVersion.State.READING: "going",
    EvidenceVersion.State.READ: "done",
    EvidenceVersion.State.UNREAD: "idle",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of evidence in a list; `link` where the list is of one thing that it serves."""

    evidence: Evidence
    look: str
    word: str
    file: EvidenceVersion | None
    file_kind: str
    serves: int
    link: EvidenceLink | None = None
    period: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field: its value, and where the machine read it or reads something else."""

    label: str
    value: str
    is_proposed: bool
    other: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page to be shown as a picture."""

    number: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A file with how far the machine is."""

    row: EvidenceVersion
    kind: str
    look: str
    word: str
    signatures: tuple[ShownSignature, ...] = ()

    @property
    def is_unsigned(self) -> bool:
        """Whether it was looked for signatures and has none."""
        return self.row.signatures == []


@dataclass(frozen=True, slots=True)
class ShownLink:
    """What the evidence serves; without `subject` the person may not see that thing."""

    row: EvidenceLink
    subject: Subject | None
    period: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of one piece of evidence."""

    look: str
    word: str
    facts: tuple[Fact, ...]
    cautions: tuple[str, ...]
    versions: tuple[ShownVersion, ...]
    links: tuple[ShownLink, ...]
    ended: tuple[ShownLink, ...]
    pictures: tuple[Picture, ...]
    more_pages: int

    @property
    def newest(self) -> ShownVersion | None:
        return self.versions[0] if self.versions else None

    @property
    def proposed_names(self) -> str:
        """The fields that stand as the machine read them: «Số, Ký hiệu, Trích yếu»."""
        return ", ".join(fact.label for fact in self.facts if fact.is_proposed)

    @property
    def is_read_now(self) -> bool:
        states = EvidenceVersion.State
        newest = self.newest
        return newest is not None and newest.row.state in (states.WAITING, states.READING)


def state_of(evidence: Evidence) -> tuple[str, str]:
    """Look and word of how far evidence is."""
    if evidence.is_archived:
        return "idle", "Đã lưu trữ"
    if evidence.confirmed_at is not None:
        return "done", "Đã xác nhận"
    if evidence.proposed:
        return "soon", "Máy đề xuất"
    return "wait", "Chưa xác nhận"


def line_of(evidence: Evidence, link: EvidenceLink | None = None) -> Line:
    """A line of a list; links and versions must be at hand."""
    look, word = state_of(evidence)
    versions = sorted(evidence.versions.all(), key=lambda one: -one.ordinal)
    file = versions[0] if versions else None
    serves = sum(one.archived_at is None for one in evidence.links.all())
    return Line(
        evidence,
        look,
        word,
        file,
        WORDS.get(file.format, file.format) if file else "",
        serves,
        link,
        period_words(link) if link else "",
        caution_of(evidence.dated_on, link) if link else "",
    )


def page_of(
    evidence: Evidence,
    versions: Sequence[EvidenceVersion],
    links: Sequence[EvidenceLink],
    seen: Mapping[tuple[str, str], Subject],
) -> Shown:
    """Lay the page of one piece of evidence out."""
    shown = [
        ShownLink(one, seen.get((one.subject_label, one.subject_key)), period_words(one))
        for one in links
    ]
    active = tuple(one for one in shown if one.row.archived_at is None)
    pictures = pictures_of(versions[0]) if versions else ()
    look, word = state_of(evidence)
    return Shown(
        look,
        word,
        tuple(facts_of(evidence)),
        tuple(cautions_of(evidence.dated_on, (one.row for one in active))),
        tuple(_version(one) for one in versions),
        active,
        tuple(one for one in shown if one.row.archived_at is not None),
        pictures[:_MOST_PICTURED],
        max(0, len(pictures) - _MOST_PICTURED),
    )


def facts_of(evidence: Evidence) -> list[Fact]:
    """The facts, each with whether the machine proposed it or read something else."""
    found = []
    for name, label in _FACTS:
        value = _said(getattr(evidence, name))
        read = _said(
            _as_day(evidence.proposed.get(name))
            if name == "dated_on"
            else evidence.proposed.get(name)
        )
        is_open = evidence.confirmed_at is None and bool(read)
        is_proposed = is_open and value == read
        found.append(Fact(label, value, is_proposed, read if is_open and value != read else ""))
    return found


def _as_day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _said(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")


def _version(row: EvidenceVersion) -> ShownVersion:
    state = EvidenceVersion.State(row.state)
    return ShownVersion(
        row,
        WORDS.get(row.format, row.format),
        _STATES[state],
        state.label,
        tuple(shown_signatures(row.signatures)),
    )


def pictures_of(version: EvidenceVersion) -> tuple[Picture, ...]:
    """The pages of a file that can be pictured."""
    return tuple(
        Picture(number, round(size[0]), round(size[1]))
        for number, size in enumerate(version.page_sizes, start=1)
    )
