"""A year of a department, told day by day, beside an account of it kept apart in plain values.

The account knows no rule of the office: due days stand in the table of patterns, rest days are
listed one by one, and what people do is drawn from a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cchc.deadlines import understand
from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.plans.rows import Meant, Names
from tests.web.world import BEGAN, World

Key = tuple[str, int, str]  # task, unit, slot

YEAR = 2026
UNITS, PEOPLE, TASKS = 12, 25, 60
_MONTH_ENDS = ("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30",
               "10-31", "11-30", "12-31")  # fmt: skip
# Words → slot and last day in time of each occurrence; None waits.
PATTERNS: dict[str, dict[str, str | None]] = {
    "Trước ngày 30/11": {"0": "11-29"},
    "Chậm nhất ngày 15/6": {"0": "06-15"},
    "Quý I": {"0": "03-31"},
    "Quý III": {"0": "09-30"},
    "Hàng quý": {
        "0 2026-Q1": "03-31",
        "0 2026-Q2": "06-30",
        "0 2026-Q3": "09-30",
        "0 2026-Q4": "12-31",
    },
    "Hàng tháng": {f"0 2026-{day[:2]}": day for day in _MONTH_ENDS},
    "6 tháng/lần": {"0 2026-H1": "06-30", "0 2026-H2": "12-31"},
    "Thường xuyên": {
        "0": "12-31",
        "note 2026-03-14": "03-20",
        "note 2026-06-14": "06-20",
        "note 2026-09-14": "09-20",
        "note 2026-12-14": "12-20",
    },
    "Khi UBND tỉnh giao": {"0": None},
    "Sau 05 ngày làm việc kể từ ngày nhận được văn bản": {"0": None},
    "Kế hoạch: Quý I; Báo cáo: Quý IV": {"ke hoach": "03-31", "bao cao": "12-31"},
    "Trước 15/6 và trước 15/12": {"0": "06-14", "1": "12-14"},
}
# Decisions for 2026, one by one: New Year with the swapped day, Tết, Hùng Kings, 30/4 and 1/5, 2/9;
# and the New Year after it, which an extended day may lie beyond.
REST = {
    date(year, month, day)
    for year, month, day in (
        *((2026, 1, 1), (2026, 1, 2)),
        *((2026, 2, 16), (2026, 2, 17), (2026, 2, 18), (2026, 2, 19), (2026, 2, 20)),
        *((2026, 4, 27), (2026, 4, 30), (2026, 5, 1)),
        *((2026, 8, 31), (2026, 9, 1), (2026, 9, 2)),
        (2027, 1, 1),
    )
}
MADE_UP = {date(2026, 1, 10), date(2026, 8, 22)}
# What the office decides in June.
ADDED_REST, ADDED_MADE_UP = date(2026, 9, 30), date(2026, 9, 26)


def is_worked(day: date) -> bool:
    return day in MADE_UP or (day.weekday() < 5 and day not in REST)


def days_of_the_year() -> Iterator[date]:
    day = date(YEAR, 1, 1)
    while day.year == YEAR:
        yield day
        day += timedelta(days=1)


def last_worked(day: date) -> date:
    while not is_worked(day):
        day -= timedelta(days=1)
    return day


def worked_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= is_worked(day)
    return day


@dataclass
class Line:
    """What the account says of one occurrence."""

    due: date | None
    state: str = "open"
    done_on: date | None = None
    extended: bool = False
    returned: bool = False  # given back, and not proposed again


@dataclass
class Department:
    """The units and people of the year, and the account: (task, unit, slot) → line.

    `given`: (task, unit) → who was given it, on which day; `supports`: task → the unit that
    supports it; `parts`: occurrences whose supporting unit gave its part; `became`: unit → unit
    that it became.
    """

    units: list[Unit] = field(default_factory=list)
    heads: dict[int, User] = field(default_factory=dict)
    staff: dict[int, User] = field(default_factory=dict)
    account: dict[Key, Line] = field(default_factory=dict)
    given: dict[tuple[str, int], tuple[User, date]] = field(default_factory=dict)
    supports: dict[str, Unit] = field(default_factory=dict)
    parts: set[Key] = field(default_factory=set)
    became: dict[int, int] = field(default_factory=dict)

    def kept(self) -> dict[Key, Line]:
        """The account as it stands, to be looked at on a later day."""
        return {key: replace(line) for key, line in self.account.items()}


def make_department(world: World) -> Department:
    """Twelve units with a head and a member of staff each; An makes twenty-five."""
    made = Department()
    with acting("tests.year", by=None) as act:
        for number in range(UNITS):
            unit = act.create(
                Unit(parent=world.department, kind=UnitKind.DIVISION, name=f"Phòng {number + 1:02}")
            )
            unit = act.change(unit, path=f"{world.department.path}{unit.pk}/")
            made.units.append(unit)
            made.heads[unit.pk] = _person(act, unit, Role.UNIT_HEAD)
            made.staff[unit.pk] = _person(act, unit, Role.STAFF)
    return made


def _person(act: Act, unit: Unit, role: Role) -> User:
    name = f"{role.label} {unit.name}"
    user = User(username=f"{role.value}{unit.pk}", full_name=name)
    user.set_unusable_password()
    act.create(user)
    act.create(Position(user=user, unit=unit, role=role, valid_from=BEGAN))
    return user


def plan_of_the_year(made: Department) -> values.Plan:
    """Sixty tasks, each pattern five times, every fifth with support, and their first account."""
    tasks = []
    for number in range(TASKS):
        words = list(PATTERNS)[number % len(PATTERNS)]
        unit = made.units[(number * 5 + number // UNITS) % UNITS]
        text = f"Nhiệm vụ {number:02}"
        if number % 5 == 2:
            made.supports[text] = made.units[(number * 5 + number // UNITS + 1) % UNITS]
        support = made.supports.get(text)
        tasks.append(
            values.Task(
                task=text,
                area=list(values.ReformArea)[number % 7],
                lead=(unit.name,),
                support=(support.name,) if support else (),
                deadline=words,
                schedule=understand(words, YEAR),
            )
        )
        for slot, due in PATTERNS[words].items():
            line = Line(None, "waiting") if due is None else Line(_day(due))
            made.account[text, unit.pk, slot] = line
    header = values.Header(issuer="Sở Khoa học và Công nghệ", subject="CCHC", year=YEAR)
    return values.Plan(header=header, tasks=tuple(tasks))


def names_of(made: Department) -> Names:
    return {fold_name(unit.name): Meant((unit,)) for unit in made.units}


def _day(words: str) -> date:
    return date.fromisoformat(f"{YEAR}-{words}")


def supported(made: Department, on: date) -> list[Key]:
    """Of which open lines the supporting unit gives its part today; some units never do."""
    return [
        key
        for key, line in made.account.items()
        if line.state == "open"
        and line.due is not None
        and on <= line.due < on + timedelta(days=5)
        and key not in made.parts
        and key[0] in made.supports
        and made.units.index(made.supports[key[0]]) % 3
    ]


def chosen(chance: random.Random, made: Department, on: date) -> list[Key]:
    """Which open lines people finish today: most in time, some late, some never."""
    found = []
    # In the order they were told in: the database's own numbers must not change the story.
    for key, line in made.account.items():
        if line.state != "open" or line.due is None:
            continue
        left = (line.due - on).days
        if (0 <= left < 12 and chance.random() < 0.14) or (left < 0 and chance.random() < 0.03):
            found.append(key)
    return found
