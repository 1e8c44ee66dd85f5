"""The second factor: a code of an authenticator app, or one of ten recovery codes.

The key is the person's and the server's alone. Recovery codes are kept as keyed hashes: whoever
reads the database cannot use them. Failed codes make the next try wait, twice as long each time.
"""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from binascii import unhexlify
from dataclasses import dataclass
from datetime import datetime

import segno
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from cchc.web.accounts import known_sessions, queries
from cchc.web.accounts.models import User
from cchc.web.accounts.reasons import AccountReason
from cchc.web.accounts.words import waiting_words
from cchc.web.audit.acting import Act, acting
from cchc.web.ui.refusals import Decision, permit, refuse

CODES = 10
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"
_TRIES_WORTH_TELLING = 5


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the page of turning on shows: the picture to scan, and the key to type instead."""

    picture: str
    key: str
    address: str


def new_key() -> str:
    """Make a key for an authenticator app, in hexadecimal."""
    return str(random_hex(20))


def set_up_of(user: User, key: str) -> SetUp:
    """Show a key as a QR picture (an SVG data address) and as text in groups of four."""
    address = TOTPDevice(user=user, key=key).config_url
    picture = segno.make(address, error="m", micro=False).svg_data_uri(scale=5, border=3)
    text = b32encode(unhexlify(key)).decode()
    return SetUp(picture, " ".join(re.findall(".{1,4}", text)), address)


def turn_on(*, by: User, key: str, code: str, session_key: str | None) -> list[str]:
    """Turn the second factor on once a code proves that the app has the key.

    Returns the ten recovery codes, to be shown once. Other sessions end: they have not shown it.
    """
    with acting("accounts.second_factor_on", by=by) as act:
        queries.hold(by)
        if queries.authenticator_of(by):
            refuse(AccountReason.SECOND_FACTOR_IS_ON)
        device = act.create(TOTPDevice(user=by, name="Ứng dụng xác thực", key=key))
        if not device.verify_token(_compact(code)):
            refuse(AccountReason.CODE_IS_WRONG)
        codes = _new_codes(act, by)
        known_sessions.end_all(by, keep=session_key)
        return codes


def renew_codes(*, by: User) -> list[str]:
    """Make ten new recovery codes; the old ones are void."""
    with acting("accounts.recovery_codes_renewed", by=by) as act:
        queries.hold(by)
        if not queries.authenticator_of(by):
            refuse(AccountReason.SECOND_FACTOR_IS_OFF, name=str(by))
        return _new_codes(act, by)


def turn_off(*, by: User) -> None:
    """Turn one's own second factor off; the page has asked for the password."""
    with acting("accounts.second_factor_off", by=by) as act:
        _remove_devices(act, by)


def clear(*, by: User, user: User, reason: str, decision: Decision, place: str = "") -> None:
    """Take away the second factor of a person who lost the phone and the codes.

    For an administrator; `decision` comes from the policy of `organisation`, as in `actions`.
    """
    permit(decision)
    with acting("accounts.second_factor_cleared", by=by, place=place, reason=reason) as act:
        _remove_devices(act, user)
        act.touch(user)


def check(*, user: User, code: str) -> str:
    """Accept a code at sign-in and say which kind it was: «app» or «recovery».

    Raises `RuleViolation` where it is wrong or comes too soon after wrong ones. The count of wrong
    codes is kept even so, since it is written before the refusal.
    """
    compact = _compact(code)
    is_app = bool(re.fullmatch(r"\d{6}", compact))
    with transaction.atomic():
        device = _locked(user, TOTPDevice if is_app else StaticDevice)
        waits_until = _waits_until(device)
        is_right = device is not None and device.verify_token(
            compact if is_app else _kept(user, compact)
        )
    if waits_until is not None:
        wait = (waits_until - timezone.now()).total_seconds()
        refuse(AccountReason.CODE_MUST_WAIT, wait=waiting_words(wait))
    if not is_right:
        if device is not None and device.throttling_failure_count == _TRIES_WORTH_TELLING:
            with acting("accounts.second_factor_failed", by=None) as act:
                act.touch(user, tries=_TRIES_WORTH_TELLING)
        refuse(AccountReason.CODE_IS_WRONG)
    if not is_app:
        with acting("accounts.recovery_code_used", by=user) as act:
            act.touch(user, left=queries.recovery_codes_left(user))
    return "app" if is_app else "recovery"


def _locked(
    user: User, kind: type[TOTPDevice] | type[StaticDevice]
) -> TOTPDevice | StaticDevice | None:
    """The device, held until the end of the transaction: one code is accepted once."""
    found: TOTPDevice | StaticDevice | None = (
        kind.objects.select_for_update().filter(user=user, confirmed=True).first()
    )
    return found


def _waits_until(device: TOTPDevice | StaticDevice | None) -> datetime | None:
    if device is None:
        return None
    is_allowed, why = device.verify_is_allowed()
    return None if is_allowed else (why or {}).get("locked_until")


def _new_codes(act: Act, user: User) -> list[str]:
    device = queries.recovery_set_of(user)
    if device is not None:
        act.remove(device)
    device = act.create(StaticDevice(user=user, name="Mã dự phòng"))
    codes = ["".join(secrets.choice(_CLEAR) for _ in range(8)) for _ in range(CODES)]
    act.create_all(StaticToken(device=device, token=_kept(user, code)) for code in codes)
    return [f"{code[:4]}-{code[4:]}" for code in codes]


def _remove_devices(act: Act, user: User) -> None:
    device = queries.authenticator_of(user)
    if device is None:
        refuse(AccountReason.SECOND_FACTOR_IS_OFF, name=str(user))
    act.remove(device)
    codes = queries.recovery_set_of(user)
    if codes is not None:
        act.remove(codes)


def _compact(code: str) -> str:
    """A code as typed, without the spaces and dashes that people add."""
    return re.sub(r"[\s‐-―-]", "", code).lower()


def _kept(user: User, code: str) -> str:
    """What is kept of a recovery code: sixteen digits of a keyed hash."""
    return salted_hmac("cchc.web.accounts.recovery", f"{user.pk}:{code}").hexdigest()[:16]
