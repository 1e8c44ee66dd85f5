"""Passwords: the rules in Vietnamese words, and initial ones that can be read out and typed.

The rules themselves are Django's validators and `NotAVietnameseCommonplace` below; here each of
their refusals gets its sentence.
"""

from __future__ import annotations

import re
import secrets

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from cchc.text.folding import fold
from cchc.web.accounts.models import User
from cchc.web.accounts.reasons import AccountReason
from cchc.web.ui.refusals import refuse

SHORTEST, LONGEST = 10, 200
RULES = (
    f"Ít nhất {SHORTEST} ký tự; dùng được chữ có dấu và dấu cách.",
    "Không chỉ gồm chữ số.",
    "Không giống họ tên, tên đăng nhập hay thư điện tử của bạn.",
    "Không phải mật khẩu nhiều người dùng (như «matkhau123», «vietnam@2025»).",
    "Khác mật khẩu đang dùng.",
)
_FAULTS = {
    "password_too_short": f"Mật khẩu cần ít nhất {SHORTEST} ký tự.",
    "password_too_long": f"Mật khẩu dài nhất {LONGEST} ký tự.",
    "password_entirely_numeric": "Mật khẩu không được chỉ gồm chữ số; hãy thêm chữ.",
    "password_too_similar": (
        "Mật khẩu quá giống họ tên, tên đăng nhập hoặc thư điện tử của bạn; hãy chọn từ khác."
    ),
    "password_too_common": (
        "Mật khẩu này nhiều người dùng nên dễ bị đoán; hãy ghép vài từ không liên quan với nhau."
    ),
    "password_unchanged": "Mật khẩu mới phải khác mật khẩu đang dùng.",
}
# What remains of a commonplace when figures and signs are taken off.
_COMMONPLACES = frozenset(
    (
        *("matkhau", "matkhaumoi", "matkhaucuatoi", "khongcomatkhau", "vietnam", "toiyeuvietnam"),
        *("hanoi", "saigon", "hochiminh", "anhyeuem", "emyeuanh", "yeuem", "yeuanh", "giadinh"),
        *("quantri", "quantrivien", "admin", "administrator", "password", "cchc", "caicach"),
        *("caicachhanhchinh", "hanhchinh", "ubnd", "uybannhandan", "abc", "abcd", "abcdef"),
        *("qwerty", "qwertyuiop", "asdfgh", "zxcvbnm", "congchuc", "vanphong", "xinchao"),
    )
)
# No letter or figure that is read as another: 0 o, 1 l i.
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"


class NotAVietnameseCommonplace:
    """Refuses words that Vietnamese people choose first, with any figures and signs around."""

    def validate(self, password: str, user: object = None) -> None:
        letters = _letters(password)
        if not letters or letters in _COMMONPLACES:
            raise ValidationError("commonplace", code="password_too_common")
        if len(set(password)) < 4:
            raise ValidationError("few letters", code="password_too_common")

    def get_help_text(self) -> str:
        return RULES[3]


class NotOnesOwnName:
    """Refuses one's name written without marks and spaces, as Vietnamese people type it."""

    def validate(self, password: str, user: User | None = None) -> None:
        letters = _letters(password)
        own = [_letters(text) for text in (user.full_name, user.username)] if user else []
        if any(len(one) >= 6 and one in letters for one in own) or letters in own:
            raise ValidationError("own name", code="password_too_similar")

    def get_help_text(self) -> str:
        return RULES[2]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text))


def initial_password() -> str:
    """Make a password to be handed over once: three groups of four, about 59 bits."""
    groups = ("".join(secrets.choice(_CLEAR) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def faults_of(password: str, user: User) -> list[str]:
    """Say in Vietnamese what is wrong with a new password of `user`; nothing where it is good."""
    if len(password) > LONGEST:
        return [_FAULTS["password_too_long"]]
    codes = []
    try:
        validate_password(password, user)
    except ValidationError as error:
        codes = [str(one.code) for one in error.error_list]
    if user.has_usable_password() and user.check_password(password):
        codes.append("password_unchanged")
    return list(dict.fromkeys(_FAULTS.get(code, _FAULTS["password_too_common"]) for code in codes))


def demand_good(password: str, user: User) -> None:
    """Refuse a password that breaks the rules."""
    faults = faults_of(password, user)
    if faults:
        refuse(AccountReason.PASSWORD_IS_WEAK, faults=" ".join(faults))
