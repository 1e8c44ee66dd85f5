"""Work in the background: letters to people who forgot their password."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cchc.web.accounts import queries
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.audit.queries import last_about
from cchc.web.ui.clock import is_long_ago, now

_MOST_WAITING = 100
_BETWEEN_LETTERS = timedelta(minutes=5)


def ask_for_link(name_or_address: str, root: str) -> bool:
    """Have a reset link sent, if that name or address is somebody's. False where too many wait.

    The look-up is the job's: the answer of the page takes the same time whether or not the name
    exists. `root` is the address of the office, ending in «/».
    """
    waiting = DBTaskResult.objects.filter(
        task_path=send_reset_link.module_path, status=TaskResultStatus.READY
    )
    if waiting.count() >= _MOST_WAITING:
        return False
    send_reset_link.enqueue(name_or_address[:254], root)
    return True


@task()
def send_reset_link(name_or_address: str, root: str) -> int:
    """Write to everyone whom the name or address means; return to how many."""
    users = [user for user in queries.users_to_write_to(name_or_address) if _is_time_for(user)]
    for user in users:
        _write_to(user, root)
    return len(users)


def _is_time_for(user: User) -> bool:
    """Nobody is written to twice in five minutes, however often a stranger asks."""
    last = last_about(user, "accounts.reset_link")
    return last is None or is_long_ago(last.at, now=now(), after=_BETWEEN_LETTERS)


def _write_to(user: User, root: str) -> None:
    coded = urlsafe_base64_encode(force_bytes(user.pk))
    link = reverse("accounts:reset", args=(coded, default_token_generator.make_token(user)))
    told = {
        "user": user,
        "link": root.rstrip("/") + link,
        "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
    }
    with acting("accounts.reset_link", by=None) as act:
        act.touch(user)
        send_mail(
            "Đặt lại mật khẩu hệ thống cải cách hành chính",
            render_to_string("accounts/reset_mail.txt", told),
            None,
            [user.email],
        )
