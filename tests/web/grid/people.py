"""The columns of the grid: the cast of Tỉnh Mẫu and those who show the edges of seeing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.models import Position, Role, Unit
from tests.web.world import BEGAN, TODAY, World

YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
PASSWORD = "mat-khau-cua-tinh-mau"
# Letter → who that is. The tables of the apps have one column for each, in this order.
COLUMNS = {
    "A": "An, coordinator of the department",
    "B": "Bình, head of its unit for technology",
    "C": "Châu, staff of its unit for quality",
    "D": "Dũng, staff of the department of justice",
    "G": "Giang, leader of the department",
    "H": "Hạnh, appraiser at the province",
    "Q": "Quỳnh, administrator at the province",
    "V": "Vân, viewer of the department",
    "K": "Kiên, inspector of the department",
    "T": "Tâm, coordinator of the department of justice",
    "P": "Phúc, administrator of the department only",
    "M": "Mai, a new user without any position",
    "S": "Sơn, coordinator of the department until yesterday",
    "L": "Lan, who covers for An on leave, until tomorrow",
    "U": "Uyên, who covered for An until yesterday",
    "*": "a stranger, not signed in",
}
STRANGER = "*"
# Whom no page of the office lets in: without a sign-in, without a position today.
AT_THE_DOOR = "MSU*"


@dataclass
class People:
    """Everybody of the grid by letter, and Xuân, who works beside Bình."""

    by_letter: dict[str, User]
    xuan: User
    positions: dict[str, Position]


def make_people(world: World) -> People:
    """Add to the cast those who stand at the edges."""
    with acting("tests.people", by=None) as act:
        department = world.department
        made = {
            "V": _person(act, "van", "Hoàng Thị Vân"),
            "K": _person(act, "kien", "Đinh Trung Kiên"),
            "T": _person(act, "tam", "Trịnh Minh Tâm"),
            "P": _person(act, "phuc", "Ngô Đức Phúc"),
            "M": _person(act, "mai", "Lý Thanh Mai"),
            "S": _person(act, "son", "Hồ Thái Sơn"),
            "L": _person(act, "lan", "Vũ Ngọc Lan"),
            "U": _person(act, "uyen", "Tạ Thu Uyên"),
        }
        xuan = _person(act, "xuan", "Mạc Hồng Xuân")
        _hold(act, xuan, world.technology, Role.STAFF)
        _hold(act, made["V"], department, Role.VIEWER)
        _hold(act, made["K"], department, Role.INSPECTOR)
        _hold(act, made["T"], world.justice, Role.COORDINATOR)
        _hold(act, made["P"], department, Role.ADMINISTRATOR)
        _hold(act, made["S"], department, Role.COORDINATOR, until=YESTERDAY)
        _cover(act, made["L"], world, until=TOMORROW)
        _cover(act, made["U"], world, until=YESTERDAY)
    cast = zip("ABCDGHQ", world.cast.values(), strict=True)
    everybody = dict(cast) | made
    positions = {letter: user.positions.first() for letter, user in everybody.items()}
    return People(everybody, xuan, {key: row for key, row in positions.items() if row is not None})


def _person(act: Act, username: str, name: str) -> User:
    user = User(username=username, full_name=name)
    user.set_password(PASSWORD)
    return act.create(user)


def _hold(act: Act, user: User, unit: Unit, role: Role, *, until: date | None = None) -> None:
    act.create(Position(user=user, unit=unit, role=role, valid_from=BEGAN, valid_to=until))


def _cover(act: Act, user: User, world: World, *, until: date) -> None:
    act.create(
        Position(
            user=user,
            unit=world.department,
            role=Role.COORDINATOR,
            capacity=Position.Capacity.COVER,
            stands_for=world.an,
            valid_from=YESTERDAY,
            valid_to=until,
        )
    )
