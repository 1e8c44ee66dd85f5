"""Who may do what in a unit: the policies themselves, asked for each role.

Nothing is written down twice: a role's row is what the policies answer to somebody who holds that
role in the unit and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cchc.web.organisation import policy
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.queries import holders_on
from cchc.web.organisation.standing import Person, only_with

Ask = Callable[[Person, Unit, date], bool]


@dataclass(frozen=True, slots=True)
class Verb:
    """Something that may be done in a unit: its heading, and the policy that decides."""

    label: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, who holds it for the unit, and the answer to each verb in order."""

    role: Role
    holders: list[Position]
    answers: list[tuple[str, bool]]

    @property
    def label(self) -> str:
        return str(self.role.label)


VERBS: tuple[Verb, ...] = (
    Verb("Xem đơn vị", lambda who, unit, on: policy.visible_here(who, unit, on)),
    Verb("Bàn rà soát", lambda who, unit, on: policy.sees_the_desk(who, on)),
    Verb("Xem nhật ký", lambda who, unit, on: policy.sees_the_record(who, on)),
    Verb("Đặt cách gọi", lambda who, unit, on: bool(policy.may_name(who, unit, on=on))),
    Verb(
        "Giao việc thường",
        lambda who, unit, on: bool(policy.may_place(who, unit, Role.STAFF, on=on)),
    ),
    Verb(
        "Giao mọi vai trò",
        lambda who, unit, on: bool(policy.may_place(who, unit, Role.ADMINISTRATOR, on=on)),
    ),
    Verb(
        "Thêm người, mật khẩu",
        lambda who, unit, on: bool(policy.may_add_person(who, unit, on=on)),
    ),
    Verb(
        "Sửa, sắp xếp đơn vị",
        lambda who, unit, on: bool(policy.may_reorganise(who, unit, on=on)),
    ),
)


def who_may(unit: Unit, on: date, verbs: Sequence[Verb] = VERBS) -> list[RoleRow]:
    """The table of a unit on a day, one row for each role. 1 query."""
    holders = holders_on(unit, on)
    return [
        RoleRow(
            role,
            holders[role],
            [(verb.label, verb.ask(only_with(role, unit, on), unit, on)) for verb in verbs],
        )
        for role in Role
    ]
