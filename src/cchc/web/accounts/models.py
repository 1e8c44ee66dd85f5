"""People who use the office or are named in it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from cchc.web.audit.models import Kept
from cchc.web.ui.vietnamese import searchable, sortable


class UserManager(BaseUserManager["User"]):
    """Finds users by their sign-in name, whatever its letter case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username__iexact=username)


class User(AbstractBaseUser, Kept):
    """A person of the office; one without a usable password is only known, and cannot sign in.

    What a person may do is not written here: positions in units say it (`organisation`).
    """

    username = models.CharField(
        "tên đăng nhập",
        max_length=60,
        help_text="Không dấu, không cách; thường là phần đầu của thư công vụ.",
    )
    full_name = models.CharField("họ và tên", max_length=120)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=30, blank=True)
    is_active = models.BooleanField("được đăng nhập", default=True)
    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    password_changed_at = models.DateTimeField("đổi mật khẩu lúc", null=True, blank=True)
    folded = models.CharField(max_length=240, editable=False, db_index=True)
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]  # noqa: RUF012  # as Django declares it

    objects = UserManager()

    class Meta:
        ordering = ("sort_key", "pk")
        verbose_name = "người dùng"
        constraints = (
            models.UniqueConstraint(
                Lower("username"),
                name="accounts_user_username_once",
                violation_error_message="Tên đăng nhập này đã có người dùng.",
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    def derived(self) -> dict[str, Any]:
        # Vietnamese lists go by the given name, which stands last.
        *family, given = self.full_name.split() or [""]
        return {
            "folded": searchable(self.full_name, self.username),
            "sort_key": sortable(" ".join((given, *family))),
        }


class KnownSession(models.Model):
    """A sign-in that is still open, so that its owner can see it and end it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    session_key = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField("bắt đầu")
    seen_at = models.DateTimeField("dùng lần cuối")
    address = models.GenericIPAddressField("địa chỉ", null=True)
    device = models.CharField("thiết bị", max_length=200, blank=True)

    class Meta:
        ordering = ("-seen_at",)
        verbose_name = "phiên đăng nhập"

    def __str__(self) -> str:
        return f"{self.user} {self.began_at:%d/%m/%Y %H:%M}"
