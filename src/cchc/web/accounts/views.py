"""One's own account: facts, password, second factor, open sessions."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from cchc.web.accounts import known_sessions, own_account, queries
from cchc.web.accounts import second_factor as factor
from cchc.web.accounts.forms import (
    ChangePasswordForm,
    FirstCodeForm,
    OwnFactsForm,
    OwnPasswordForm,
)
from cchc.web.accounts.passwords import RULES
from cchc.web.accounts.policy import visible_sessions
from cchc.web.accounts.reasons import AccountReason
from cchc.web.accounts.signed_in import OwnRequest, own_page, show
from cchc.web.audit.queries import history_of
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import RuleViolation, refuse

_KEY = "second_factor_key"
_SECONDS_TO_SET_UP = 900


@require_safe
@own_page
def me(request: OwnRequest) -> HttpResponse:
    """One's account at a glance. At most 6 queries."""
    user = request.user
    device = queries.authenticator_of(user)
    return show(
        request,
        "accounts/me.html",
        sessions=visible_sessions(user),
        session_key=request.session.session_key,
        idle_hours=int(known_sessions.idle_limit().total_seconds() // 3600),
        device=device,
        codes_left=queries.recovery_codes_left(user) if device else 0,
        history=history_of(user, most=10),
    )


@own_page
def change_facts(request: OwnRequest) -> HttpResponse:
    """Correct one's address and telephone number."""
    user = request.user
    shown = {"email": user.email, "phone": user.phone, "version": user.version}
    form = OwnFactsForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        own_account.change_own_facts(
            by=user, email=told["email"], phone=told["phone"], expected=told["version"]
        )
        messages.success(request, "Đã lưu thông tin liên hệ.")
        return redirect("accounts:me")
    return show(request, "accounts/change_facts.html", form)


@own_page
def change_password(request: OwnRequest) -> HttpResponse:
    """Change one's password; also where an initial password leads to."""
    form = ChangePasswordForm(request.POST or None, request=request, user=request.user)
    if request.method == "POST" and form.is_valid():
        key = request.session.session_key
        own_account.change_password(
            by=request.user, password=form.cleaned_data["new"], session_key=key
        )
        update_session_auth_hash(request, request.user)
        known_sessions.moved(key, request)
        messages.success(request, "Đã đổi mật khẩu; các phiên đăng nhập khác đã kết thúc.")
        return redirect("accounts:me")
    return show(request, "accounts/change_password.html", form, rules=RULES)


@own_page
def second_factor(request: OwnRequest) -> HttpResponse:
    """What the second factor is, whether it is on, and what can be done about it."""
    device = queries.authenticator_of(request.user)
    if request.method == "POST" and device is None:
        request.session[_KEY] = {"key": factor.new_key(), "at": time.time()}
        return redirect("accounts:second_factor_on")
    left = queries.recovery_codes_left(request.user) if device else 0
    return show(request, "accounts/second_factor.html", device=device, codes_left=left)


@own_page
def turn_on(request: OwnRequest) -> HttpResponse:
    """Scan the picture, type the first code; then the recovery codes are shown, this once."""
    begun = request.session.get(_KEY)
    if not begun or time.time() - begun["at"] > _SECONDS_TO_SET_UP:
        messages.error(request, AccountReason.SET_UP_IS_OVER.value)
        return redirect("accounts:second_factor")
    form = FirstCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = factor.turn_on(
                by=request.user,
                key=begun["key"],
                code=form.cleaned_data["code"],
                session_key=request.session.session_key,
            )
        except RuleViolation as broken:
            form.add_error("code", broken.sentence)
        else:
            del request.session[_KEY]
            return show(request, "accounts/recovery_codes.html", codes=codes, is_new=True)
    set_up = factor.set_up_of(request.user, begun["key"])
    return show(request, "accounts/second_factor_on.html", form, set_up=set_up)


@own_page
def turn_off(request: OwnRequest) -> HttpResponse:
    """Turn the second factor off, with the password."""
    form = OwnPasswordForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        factor.turn_off(by=request.user)
        messages.success(request, "Đã tắt xác thực hai lớp.")
        return redirect("accounts:me")
    return show(request, "accounts/second_factor_off.html", form)


@own_page
def renew_codes(request: OwnRequest) -> HttpResponse:
    """Make new recovery codes, with the password; they are shown this once."""
    if queries.authenticator_of(request.user) is None:
        refuse(AccountReason.SECOND_FACTOR_IS_OFF, name=str(request.user))
    form = OwnPasswordForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        codes = factor.renew_codes(by=request.user)
        return show(request, "accounts/recovery_codes.html", codes=codes, is_new=False)
    return show(request, "accounts/renew_codes.html", form, count=factor.CODES)


@require_POST
@own_page
def end_session(request: OwnRequest, pk: int) -> HttpResponse:
    """End one of one's sessions; ending the present one is signing out."""
    session = reach(visible_sessions(request.user), pk=pk)
    own_account.end_session(by=request.user, session=session)
    if session.session_key == request.session.session_key:
        request.session.flush()
        return redirect(settings.LOGIN_URL)
    messages.success(request, f"Đã kết thúc phiên trên {session.device}.")
    return redirect("accounts:me")


@require_POST
@own_page
def end_other_sessions(request: OwnRequest) -> HttpResponse:
    """End all one's sessions but this one."""
    ended = own_account.end_other_sessions(by=request.user, session_key=request.session.session_key)
    sentence = f"Đã kết thúc {ended} phiên khác." if ended else "Không có phiên nào khác."
    messages.success(request, sentence)
    return redirect("accounts:me")
