"""The reading side of the desk, made ready for templates: items, values, marks, what is open.

In: items, questions, decisions. Out: plain values; templates only draw them. No row is read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cchc.plan.model import ReformArea
from cchc.plan.sentences import AREA_NAMES
from cchc.text.folding import fold
from cchc.web.intake.actions.editing import mark_of
from cchc.web.intake.deadline_words import KINDS, RHYTHMS, Understood, understood
from cchc.web.intake.item_fields import (
    COMPARATORS,
    FIELDS,
    TITLES,
    Field,
    Input,
    Shape,
    in_words,
    inputs_of,
)
from cchc.web.intake.models import Item, NameDecision, Part, Reading
from cchc.web.intake.questions import DESK_ORDER, Kind, Question, doubt_in_words, is_in_doubt
from cchc.web.organisation.matching import Match, Register, fold_name, match


@dataclass(frozen=True, slots=True)
class NameShown:
    """A unit name of a task and what it means, or what it may mean."""

    text: str
    folded: str
    decision: NameDecision | None
    meaning: str = ""
    suggested: int | None = None
    score: int = 0

    @property
    def is_named_so(self) -> bool:
        """Whether the plan writes the unit's own name."""
        return self.text == self.meaning


@dataclass(frozen=True, slots=True)
class ValueShown:
    """One value of an item."""

    field: Field
    text: str
    mark: str
    doubt: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    was: str = ""
    findings: tuple[Question, ...] = ()
    names: tuple[NameShown, ...] = ()
    deadline: Understood | None = None
    inputs: tuple[Input, ...] = ()
    is_now: bool = False
    has_place: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a person has to look at it."""
        return bool(self.doubt or self.findings) or any(not n.decision for n in self.names)


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One item: a line in the list, and its values where it is opened."""

    item: Item
    title: str
    label: str
    line: str
    questions: int
    is_agreed: bool
    values: tuple[ValueShown, ...] = ()

    @property
    def pk(self) -> str:
        """The item's number as ids and addresses hold it."""
        return str(self.item.pk)

    @property
    def is_opened(self) -> bool:
        return bool(self.values)

    @property
    def open_words(self) -> str:
        return f"{self.questions} chỗ cần xem"

    @property
    def can_split(self) -> bool:
        return self.item.part in (Part.TASK, Part.TARGET)

    @property
    def areas(self) -> list[tuple[str, str]]:
        """Where a task may be moved to."""
        if self.item.part != Part.TASK:
            return []
        return [(area.value, name) for area, name in AREA_NAMES.items()]

    @property
    def schedule_kinds(self) -> list[tuple[str, str]]:
        return list(KINDS.items())

    @property
    def rhythms(self) -> list[tuple[str, str]]:
        return list(RHYTHMS.items())


@dataclass(slots=True)
class Band:
    """Items that stand together under one heading: an area of reform and its group."""

    name: str
    group: str
    items: list[ItemShown] = field(default_factory=list)


@dataclass(slots=True)
class PartShown:
    """One part of the plan as the desk lists it."""

    part: str
    label: str
    count: int
    can_grow: bool
    bands: list[Band] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sight:
    """What the person is looking at: the item, the value, the value being edited, the filter."""

    item: int | None = None
    field: str = ""
    edited: str = ""
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """All that showing an item takes besides the item."""

    reading: Reading
    questions: Sequence[Question]
    names: Mapping[str, NameDecision]
    register: Register | None
    sight: Sight


def parts_shown(items: Sequence[Item], known: Known) -> list[PartShown]:
    """The list of the desk: parts in its order, tasks by area and group."""
    by_part: dict[str, list[Item]] = {part: [] for part in DESK_ORDER}
    asked = {question.item for question in known.questions}
    for item in items:
        if not known.sight.only_open or item.pk in asked or item.pk == known.sight.item:
            by_part[item.part].append(item)
    return [
        PartShown(
            part,
            Part(part).label,
            len(found),
            part != Part.HEADER and not known.sight.only_open,
            _bands(found, known),
        )
        for part, found in by_part.items()
        if found or not known.sight.only_open
    ]


def _bands(items: Iterable[Item], known: Known) -> list[Band]:
    bands: list[Band] = []
    for item in items:
        name = group = ""
        if item.part == Part.TASK:
            name = AREA_NAMES[ReformArea(item.values["area"])]
            group = item.values.get("group") or ""
            group = "" if fold(name) in fold(group) and len(group) < len(name) + 20 else group
        if not bands or (bands[-1].name, bands[-1].group) != (name, group):
            bands.append(Band(name, group))
        bands[-1].items.append(item_shown(item, known))
    return bands


def item_shown(item: Item, known: Known) -> ItemShown:
    """One item for the page; its values only where it is opened."""
    mine = [question for question in known.questions if question.item == item.pk]
    title = str(item.values.get(TITLES[item.part]) or Part(item.part).label)
    opened = known.sight.item == item.pk
    return ItemShown(
        item,
        title,
        str(item.values.get("label") or ""),
        _line(item, known.reading.year),
        len(mine),
        all(one.name in item.decisions for one in FIELDS[item.part]),
        tuple(_value(item, one, mine, known) for one in FIELDS[item.part]) if opened else (),
    )


def _line(item: Item, year: int | None) -> str:
    """The second line of an item in the list: who, by when; what to reach; which days."""
    values = item.values
    match item.part:
        case Part.TASK:
            said = understood(values.get("schedule") or (), year)
            parts = ["; ".join(values.get("lead") or ()), said.sentence if said else ""]
        case Part.TARGET:
            parts = [_goal(values)]
        case Part.CITATION:
            day = Field("date", "", Shape.DAY)
            parts = [
                values.get("doc_type"),
                in_words(day, values.get("date")),
                values.get("issuer"),
            ]
        case Part.HEADER:
            parts = [values.get("issuer"), values.get("symbol")]
        case Part.WINDOW:
            due = in_words(Field("due", "", Shape.DAY), values.get("due"))
            parts = [f"gửi chậm nhất {due}" if due else ""]
        case _:
            parts = []
    return " · ".join(part for part in parts if part)


def _goal(values: Mapping[str, Any]) -> str:
    number = str(values["value"]).replace(".", ",")
    if values.get("value_to") is not None:
        number += f"–{str(values['value_to']).replace('.', ',')}"
    return f"{COMPARATORS[values['comparator']]} {number} {values.get('unit') or ''}".strip()


def _value(item: Item, one: Field, mine: Sequence[Question], known: Known) -> ValueShown:
    value = item.values.get(one.name)
    decision = item.decisions.get(one.name)
    is_edited = known.sight.edited == one.name
    was = decision["was"] if decision and decision["did"] == "changed" else None
    return ValueShown(
        field=one,
        text=in_words(one, value),
        mark=mark_of(value),
        doubt=doubt_in_words(item, one.name) if is_in_doubt(item, one.name) else "",
        decided_by=decision["name"] if decision else "",
        decided_at=datetime.fromisoformat(decision["at"]) if decision else None,
        was=in_words(one, was) if was != value else "",
        findings=tuple(q for q in mine if q.field == one.name and q.kind is Kind.FINDING),
        names=_names(value or (), known) if one.name in ("lead", "support") else (),
        deadline=(
            understood(item.values.get("schedule") or (), known.reading.year)
            if one.shape is Shape.DEADLINE
            else None
        ),
        inputs=tuple(inputs_of(one, value)) if is_edited else (),
        is_now=known.sight.field == one.name or is_edited,
        has_place=one.name in item.traces,
    )


def _names(texts: Iterable[str], known: Known) -> tuple[NameShown, ...]:
    return tuple(name_shown(text, known.names, known.register) for text in texts)


def name_shown(
    text: str, decided: Mapping[str, NameDecision], register: Register | None
) -> NameShown:
    """A unit name with its decision, or with what it is most like in the register."""
    folded = fold_name(text)
    decision = decided.get(folded)
    if decision is not None:
        return NameShown(text, folded, decision, meaning_of(decision))
    found = match(text, register) if register else None
    if found is None or found.is_collective or not found.suggestions or register is None:
        return NameShown(text, folded, None, _hint(found))
    best = found.suggestions[0]
    named = {unit.pk: unit.name for unit in register.units}
    return NameShown(text, folded, None, named[best.unit], best.unit, best.score)


def _hint(found: Match | None) -> str:
    if found is None or not found.is_collective:
        return ""
    return f"tên gọi chung, có thể gồm {len(found.units)} đơn vị"


def meaning_of(decision: NameDecision) -> str:
    """What a name was decided to mean, in words."""
    units = [unit.name for unit in decision.units.all()]
    match decision.kind:
        case NameDecision.Kind.OUTSIDE:
            return "ngoài danh mục"
        case NameDecision.Kind.SET:
            return f"{len(units)} đơn vị"
        case _:
            return units[0] if units else ""
