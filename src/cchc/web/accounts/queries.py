"""Reading accounts, their open sessions and their second factor."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.http import urlsafe_base64_decode
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from cchc.web.accounts.models import KnownSession, User


def user_named(username: str) -> User | None:
    """The person with this sign-in name, whatever its letter case."""
    return User.objects.filter(username__iexact=username).first()


def user_numbered(number: int) -> User | None:
    """The person with this number who may sign in."""
    return User.objects.filter(pk=number, is_active=True, archived_at=None).first()


def user_of_link(coded: str) -> User | None:
    """The person whom a reset link names; None where the link is no such thing."""
    try:
        return user_numbered(int(urlsafe_base64_decode(coded)))
    except (ValueError, OverflowError):
        return None


def users_to_write_to(name_or_address: str) -> list[User]:
    """Who can be sent a reset link: known by name or address, may sign in, has an address."""
    wanted = name_or_address.strip()
    rows = User.objects.filter(Q(username__iexact=wanted) | Q(email__iexact=wanted))
    rows = rows.filter(is_active=True, archived_at=None).exclude(email="")
    return [user for user in rows if user.has_usable_password()]


def open_sessions(user: User) -> QuerySet[KnownSession]:
    """A person's sessions that the store still holds, the last used first. 1 query."""
    held = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return KnownSession.objects.filter(user=user, session_key__in=held)


def hold(user: User) -> None:
    """Make others who hold the same person wait until the end of this transaction."""
    User.objects.select_for_update().filter(pk=user.pk).first()


def authenticator_of(user: User) -> TOTPDevice | None:
    """The authenticator of a person whose second factor is on."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def recovery_set_of(user: User) -> StaticDevice | None:
    """The set of a person's recovery codes."""
    return StaticDevice.objects.filter(user=user, confirmed=True).first()


def recovery_codes_left(user: User) -> int:
    """How many recovery codes a person has not used."""
    return int(StaticToken.objects.filter(device__user=user).count())
