"""What a person is told who failed to sign in too often."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """Answer 429 with the time to wait."""
    return render(
        request,
        "ui/refused.html",
        {
            "sentence": "Đăng nhập sai quá nhiều lần; hãy chờ 15 phút rồi thử lại, hoặc nhờ người "
            "quản trị đặt lại mật khẩu.",
            "status": 429,
        },
        None,
        429,
    )
