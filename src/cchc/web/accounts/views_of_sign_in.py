"""Signing in and out, and a new password by a link: pages for who is not signed in."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cchc.web.accounts import own_account, queries, second_factor, signing_in
from cchc.web.accounts.forms import CodeForm, ForgottenForm, NewPasswordForm, SignInForm
from cchc.web.accounts.jobs import ask_for_link
from cchc.web.accounts.passwords import RULES
from cchc.web.accounts.reasons import AccountReason
from cchc.web.accounts.signed_in import show
from cchc.web.ui.refusals import RuleViolation, refuse

_FEW_CODES = 3


@sensitive_post_parameters()
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then the code, where the person's second factor is on."""
    then = _then(request)
    if request.user.is_authenticated:
        return redirect(then or settings.LOGIN_REDIRECT_URL)
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = form.get_user()
        if queries.authenticator_of(user) is not None:
            signing_in.wait_for_code(request, user, then)
            return redirect("accounts:sign_in_code")
        signing_in.open_session(request, user)
        return redirect(then or settings.LOGIN_REDIRECT_URL)
    return show(request, "accounts/sign_in.html", form, then=then)


@sensitive_post_parameters()
@never_cache
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    waiting = signing_in.who_waits(request)
    if waiting is None:
        return redirect(settings.LOGIN_URL)
    user, then = waiting
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kind = second_factor.check(user=user, code=form.cleaned_data["code"])
        except RuleViolation as broken:
            form.add_error("code", broken.sentence)
        else:
            signing_in.open_session(request, user, second_factor=kind)
            left = queries.recovery_codes_left(user)
            if kind == "recovery" and left <= _FEW_CODES:
                messages.warning(
                    request, f"Bạn chỉ còn {left} mã dự phòng; hãy tạo mã mới ở trang tài khoản."
                )
            return redirect(then or settings.LOGIN_REDIRECT_URL)
    return show(request, "accounts/sign_in_code.html", form)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session and go to the sign-in page."""
    signing_in.close_session(request)
    messages.success(request, "Bạn đã đăng xuất.")
    return redirect(settings.LOGOUT_REDIRECT_URL)


@never_cache
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link to a new password; the answer does not tell whether the name exists."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        root = request.build_absolute_uri(reverse("home"))
        if ask_for_link(form.cleaned_data["who"], root):
            return show(request, "accounts/link_sent.html", hours=_link_hours())
        form.add_error(None, "Hệ thống đang có nhiều yêu cầu; hãy thử lại sau ít phút.")
    return show(request, "accounts/forgotten.html", form)


@sensitive_post_parameters()
@never_cache
def reset(request: HttpRequest, coded: str, token: str) -> HttpResponse:
    """Set a new password by the link of the letter."""
    user = queries.user_of_link(coded)
    if user is None or not default_token_generator.check_token(user, token):
        refuse(AccountReason.LINK_IS_OVER)
    form = NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        own_account.set_password_by_link(user=user, token=token, password=form.cleaned_data["new"])
        messages.success(request, "Đã đặt mật khẩu mới; hãy đăng nhập.")
        return redirect(settings.LOGIN_URL)
    return show(request, "accounts/reset.html", form, rules=RULES, person=user)


def _then(request: HttpRequest) -> str:
    """Where to go after signing in: a page of this office, or nothing."""
    then = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        then, {request.get_host()}, require_https=request.is_secure()
    )
    return then if is_ours and then != resolve_url(settings.LOGIN_URL) else ""


def _link_hours() -> int:
    return int(settings.PASSWORD_RESET_TIMEOUT // 3600)
