"""The pages of reminding that a person has, in their order; each only where it is theirs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import Person, standing_of

_TABS: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("notices", "Thông báo", ()),
    ("mine", "Cài đặt của tôi", ()),
    ("feeds", "Lịch (ICS)", ()),
    ("offices", "Quy tắc nhắc", (Role.COORDINATOR,)),
    ("letters", "Đôn đốc", (Role.COORDINATOR, Role.LEADER)),
    ("messages", "Tin gửi đi", (Role.COORDINATOR, Role.ADMINISTRATOR)),
    ("webhooks", "Cổng tin nhắn", (Role.ADMINISTRATOR,)),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One page: its name, where it is, and whether it is the present one."""

    name: str
    url: str
    is_here: bool


def tabs_of(user: Person, on: date, here: str) -> list[Tab]:
    standing = standing_of(user, on)
    return [
        Tab(name, reverse(f"reminders:{key}"), key == here)
        for key, name, roles in _TABS
        if not roles or standing.has_somewhere(roles)
    ]
