"""`cchc evidence verify`: recomputing the hash of every file of the evidence.

Django is set up here and the rest of the office loaded after it, so that other commands pay
nothing for it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError

from cchc.commands.refusal import Refusal

_WHOLE, _BROKEN = 0, 1
_STATES = {"missing": "không còn trên đĩa", "altered": "nội dung đã bị thay đổi"}


def run(args: argparse.Namespace) -> int:
    """Check all files, record the result, name the broken ones; 0 where all are whole, else 1."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.web.settings")
    django.setup()
    database = settings.DATABASES["default"]
    is_missing = "sqlite3" in str(database["ENGINE"]) and not Path(str(database["NAME"])).exists()
    if is_missing and "mode=memory" not in str(database["NAME"]):
        raise Refusal(
            f"Chưa có dữ liệu ở {settings.DATA}; hãy đặt CCHC_DATA là thư mục dữ liệu của hệ thống."
        )
    try:
        return _verify()
    except DatabaseError as error:
        raise Refusal(
            "Không đọc được cơ sở dữ liệu; hãy kiểm tra CCHC_DATA, DATABASE_URL và việc cập nhật "
            "cấu trúc dữ liệu."
        ) from error


def _verify() -> int:
    checking = importlib.import_module("cchc.web.evidence.actions.checking")
    check = checking.check_all(tell=_progress())
    for one in check.broken:
        print(
            f"Minh chứng số {one['evidence']}, tệp «{one['name']}»: "
            f"{_STATES[one['state']]} (SHA-256 {one['sha256']})."
        )
    whole = check.files - len(check.broken)
    if check.broken:
        print(f"{len(check.broken)} tệp hỏng, {whole} tệp còn nguyên vẹn.")
        return _BROKEN
    print(f"Mọi tệp minh chứng nguyên vẹn: {whole} tệp.")
    return _WHOLE


def _progress() -> object:
    if not sys.stderr.isatty():
        return None
    return lambda number: print(f"\rđã kiểm {number} tệp…", end="", file=sys.stderr, flush=True)
