"""What a page is asked for, and under which unit each piece of work is counted. Pure.

In: an address's query, the units at and below the one looked at. Out: rows of units that share
everything between them, so that their figures add up to the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

OWN, NOBODY, ELSEWHERE = "rieng", "khong", "ngoai"
THEN = "khi-do"


class UnitRow(NamedTuple):
    """What a page needs of a unit."""

    pk: int
    path: str
    name: str
    valid_to: date | None
    place: tuple[int, str]
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: unit, year, plan, day, and which rows of it.

    `row` names a row of the units' table: a unit's number, or `OWN`, `NOBODY`, `ELSEWHERE`.
    """

    today: date
    day: date
    year: int
    unit: int | None = None
    plan: int | None = None
    is_as_then: bool = False
    figure: str = "all"
    is_of_whole: bool = False
    row: str = ""
    area: str = ""
    task: str = ""
    month: str = ""  # «2026-03»: only what is due in it

    @property
    def month_days(self) -> tuple[date, date] | None:
        """The first and last day of the month that is asked for."""
        first = _day(f"{self.month}-01")
        if first is None:
            return None
        following = (first + timedelta(days=31)).replace(day=1)
        return first, following - timedelta(days=1)

    @property
    def is_today(self) -> bool:
        return self.day >= self.today

    @property
    def month_before(self) -> date:
        """The last day of the month before the day."""
        return self.day.replace(day=1) - timedelta(days=1)

    def on(self, day: date) -> Asked:
        return replace(self, day=day)

    def query(self, **more: str) -> str:
        """The address's query that asks for the same page, with more said."""
        said: dict[str, str] = {"nam": str(self.year)}
        if self.unit is not None:
            said["don-vi"] = str(self.unit)
        if self.plan is not None:
            said["ke-hoach"] = str(self.plan)
        if not self.is_today:
            said["ngay"] = self.day.isoformat()
        if self.is_as_then:
            said["gop"] = THEN
        return urlencode(said | more)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a form that narrows a list sends along unseen."""
        chosen = ("so", "dong", "linh-vuc", "phan")
        return [(key, value) for key, value in parse_qsl(self.list_query) if key not in chosen]

    @property
    def list_query(self) -> str:
        """The query of the list behind a figure."""
        more = {
            "so": self.figure,
            "phan": "mau" if self.is_of_whole else "",
            "dong": self.row,
            "linh-vuc": self.area,
            "nhiem-vu": self.task,
            "thang": self.month,
        }
        return self.query(**{key: value for key, value in more.items() if value})


def asked_of(query: Mapping[str, str], today: date) -> Asked:
    """Read an address's query; what makes no sense asks for nothing. A day to come is today."""
    day = min(_day(query.get("ngay", "")) or today, today)
    return Asked(
        today=today,
        day=day,
        year=_number(query.get("nam", "")) or day.year,
        unit=_number(query.get("don-vi", "")),
        plan=_number(query.get("ke-hoach", "")),
        is_as_then=query.get("gop") == THEN,
        figure=query.get("so", "all"),
        is_of_whole=query.get("phan") == "mau",
        row=query.get("dong", ""),
        area=query.get("linh-vuc", ""),
        task=_key_in(query.get("nhiem-vu", "")),
        month=query.get("thang", "")[:7],
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _key_in(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the units' table: a unit with all below it, or what belongs to none of them."""

    key: str
    name: str
    note: str = ""
    unit_ids: frozenset[int] = frozenset()

    @property
    def has_a_board(self) -> bool:
        return self.key.isdigit()


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which row each unit at or below the root is counted under."""

    root: UnitRow
    rows: Mapping[str, Row]
    keys: Mapping[int, str] = field(default_factory=dict)

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(self.keys)

    def key_of(self, unit: int | None, owner: int | None) -> str:
        """The row of work that a unit leads; without one, of the plan's owner."""
        if unit is not None:
            return self.keys.get(unit, ELSEWHERE)
        key = NOBODY if owner is None else self.keys.get(owner, NOBODY)
        return NOBODY if key == OWN else key


def grouped(root: UnitRow, units: Iterable[UnitRow], *, is_as_then: bool) -> Grouping:
    """Count each unit under the unit right below the root that it belongs to.

    A unit that was merged or renamed stands below the one that took over, and so is counted with
    it; with `is_as_then` it is a row of its own, as when its work was given.
    """
    known = {unit.pk: unit for unit in units}
    keys: dict[int, str] = {}
    members: dict[str, set[int]] = {}
    for unit in known.values():
        key = _key(root, unit, known, is_as_then=is_as_then)
        keys[unit.pk] = key
        members.setdefault(key, set()).add(unit.pk)
    heads = sorted(
        (known[int(key)] for key in members if key.isdigit()), key=lambda one: (one.place, one.pk)
    )
    rows = {
        str(one.pk): Row(str(one.pk), one.name, _note(one, known), frozenset(members[str(one.pk)]))
        for one in heads
    }
    rows[OWN] = Row(OWN, f"{root.name} (không qua đơn vị bên dưới)", "", frozenset((root.pk,)))
    rows[NOBODY] = Row(NOBODY, "Chưa khớp đơn vị chủ trì", "tên trong kế hoạch ở ngoài danh mục")
    rows[ELSEWHERE] = Row(ELSEWHERE, "Đơn vị ngoài cơ quan", "chủ trì việc của kế hoạch này")
    return Grouping(root, rows, keys)


def _key(root: UnitRow, unit: UnitRow, known: Mapping[int, UnitRow], *, is_as_then: bool) -> str:
    if unit.pk == root.pk:
        return OWN
    below = [int(part) for part in unit.path[len(root.path) :].strip("/").split("/")]
    if is_as_then:
        ended = (pk for pk in below if pk in known and known[pk].valid_to is not None)
        return str(next(ended, below[0]))
    return str(below[0]) if below[0] in known else OWN


def _note(unit: UnitRow, known: Mapping[int, UnitRow]) -> str:
    if unit.valid_to is None:
        return ""
    taken_over = known.get(unit.parent_id or 0)
    told = f"đến hết {unit.valid_to:%d/%m/%Y}"
    return f"{told}, nay thuộc {taken_over.name}" if taken_over else told
