"""The page of unit names: each name of a reading, where it stands, what it means or may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cchc.web.intake.desk_page import meaning_of
from cchc.web.intake.models import Item, NameDecision, Part, Reading
from cchc.web.intake.queries import items_of, names_of
from cchc.web.organisation.matching import Match, Register, fold_name, match, register_of
from cchc.web.ui.clock import today


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit that a name may mean."""

    pk: int
    name: str
    score: int = 0


@dataclass(slots=True)
class NameLine:
    """One name of the reading with all it takes to decide on it."""

    text: str
    folded: str
    decision: NameDecision | None
    meaning: str
    found: Match
    suggestions: list[Choice]
    chosen: frozenset[int]  # ticked in the form of sets
    tasks: list[Item] = field(default_factory=list)

    @property
    def best(self) -> Choice | None:
        return self.suggestions[0] if self.suggestions else None

    @property
    def is_collective(self) -> bool:
        if self.decision is not None:
            return self.decision.kind == NameDecision.Kind.SET
        return self.found.is_collective


@dataclass(frozen=True, slots=True)
class NamePage:
    """All names, those that are undecided first, and the units to choose from."""

    lines: list[NameLine]
    inside: list[Choice]
    outside: list[Choice]

    @property
    def undecided(self) -> list[NameLine]:
        return [line for line in self.lines if line.decision is None]

    @property
    def decided(self) -> list[NameLine]:
        return [line for line in self.lines if line.decision is not None]


def name_page(reading: Reading) -> NamePage:
    """Read the names of a reading with their decisions and suggestions; ~7 queries."""
    register = register_of(reading.office, today())
    decided = names_of(reading)
    lines: dict[str, NameLine] = {}
    for item in items_of(reading, Part.TASK):
        for text in _texts(item):
            folded = fold_name(text)
            if folded and folded not in lines:
                lines[folded] = _line(text, folded, decided, register)
            if folded and item not in lines[folded].tasks:
                lines[folded].tasks.append(item)
    own = [unit for unit in register.units if unit.distance == 0]
    others = [unit for unit in register.units if unit.distance > 0]
    return NamePage(
        list(lines.values()),
        [Choice(unit.pk, unit.name) for unit in own],
        [Choice(unit.pk, unit.name) for unit in others],
    )


def _texts(item: Item) -> Sequence[str]:
    return [*(item.values.get("lead") or ()), *(item.values.get("support") or ())]


def _line(
    text: str, folded: str, decided: Mapping[str, NameDecision], register: Register
) -> NameLine:
    decision = decided.get(folded)
    found = match(text, register)
    named = {unit.pk: unit.name for unit in register.units}
    suggested = [Choice(one.unit, named[one.unit], one.score) for one in found.suggestions]
    chosen = [unit.pk for unit in decision.units.all()] if decision else found.units
    return NameLine(
        text,
        folded,
        decision,
        meaning_of(decision) if decision else "",
        found,
        suggested,
        frozenset(chosen),
    )
