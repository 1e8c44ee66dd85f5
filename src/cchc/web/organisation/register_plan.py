"""What carrying out a workbook would write, row by row, and a fingerprint of it.

In: rows as typed that `register_checking` held against the office. Nothing is asked or written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Unit
from cchc.web.organisation.register_reading import PersonRow, Register, UnitRow

Values = dict[str, Any]


@dataclass(slots=True)
class Place:
    """A unit that the file speaks of: one that is there, or one that a row adds."""

    unit: Unit | None = None
    row: UnitRow | None = None
    parent: Place | None = None

    @property
    def name(self) -> str:
        if self.row is not None:
            return self.row.name
        assert self.unit is not None
        return self.unit.name


@dataclass(slots=True)
class PlannedPosition:
    """A position to be added to a person, or one that changes."""

    row: PersonRow
    place: Place
    person: PlannedPerson
    existing: Position | None = None
    values: Values = field(default_factory=dict)


@dataclass(slots=True)
class PlannedPerson:
    """A person to be added, or one whose facts change."""

    row: PersonRow
    user: User | None = None
    values: Values = field(default_factory=dict)


@dataclass(slots=True)
class RegisterPlan:
    """All that carrying out a workbook would write."""

    register: Register
    new_units: list[Place] = field(default_factory=list)
    changed_units: list[tuple[Place, Values]] = field(default_factory=list)
    moved_units: list[Place] = field(default_factory=list)
    new_people: list[PlannedPerson] = field(default_factory=list)
    changed_people: list[PlannedPerson] = field(default_factory=list)
    new_positions: list[PlannedPosition] = field(default_factory=list)
    changed_positions: list[PlannedPosition] = field(default_factory=list)
    same: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not any(
            (
                *(self.new_units, self.changed_units, self.moved_units, self.new_people),
                *(self.changed_people, self.new_positions, self.changed_positions),
            )
        )

    @property
    def fingerprint(self) -> str:
        """The same for the same rows over the same state of the office."""
        told = [
            [place.row for place in self.new_units],
            [
                (p.unit and (p.unit.pk, p.unit.version), sorted(v.items(), key=str))
                for p, v in self.changed_units
            ],
            [
                (p.unit and (p.unit.pk, p.unit.version), p.parent and p.parent.name)
                for p in self.moved_units
            ],
            [one.row for one in self.new_people],
            [
                (one.user and (one.user.pk, one.user.version), sorted(one.values.items(), key=str))
                for one in self.changed_people
            ],
            [one.row for one in self.new_positions],
            [
                (
                    one.existing and (one.existing.pk, one.existing.version),
                    sorted(one.values.items(), key=str),
                )
                for one in self.changed_positions
            ],
            self.register.faults,
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def words_of(values: Mapping[str, Any]) -> str:
    """The fields that change, for a list on a page."""
    return ", ".join(_FIELDS.get(name, name) for name in values)


_FIELDS = {
    "kind": "loại",
    "short_name": "tên viết tắt",
    "valid_from": "từ ngày",
    "valid_to": "đến hết ngày",
    "place": "thứ tự",
    "full_name": "họ và tên",
    "email": "thư điện tử",
    "phone": "điện thoại",
    "title": "chức vụ",
    "capacity": "tư cách",
}
