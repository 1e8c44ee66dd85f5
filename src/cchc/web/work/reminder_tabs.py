"""The pages of reminding that a person has, in their order; each only where it is theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cchc.web.organisation.standing import Person
from cchc.web.ui.refusals import ALLOWED, Decision
from cchc.web.work import reminder_policy as policy


def _everybody(user: Person, *, on: date) -> Decision:
    return ALLOWED


_TABS: tuple[tuple[str, str, Callable[..., Decision]], ...] = (
    ("notices", "Thông báo", _everybody),
    ("mine", "Cài đặt của tôi", _everybody),
    ("feeds", "Lịch (ICS)", _everybody),
    ("offices", "Quy tắc nhắc", policy.may_see_rules),
    ("letters", "Đôn đốc", policy.may_see_letters),
    ("messages", "Tin gửi đi", policy.may_see_messages),
    ("webhooks", "Cổng tin nhắn", policy.may_see_webhooks),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One page: its name, where it is, and whether it is the present one."""

    name: str
    url: str
    is_here: bool


def tabs_of(user: Person, on: date, here: str) -> list[Tab]:
    return [
        Tab(name, reverse(f"reminders:{key}"), key == here)
        for key, name, may in _TABS
        if may(user, on=on)
    ]
