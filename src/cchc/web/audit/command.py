"""`cchc audit verify` and `cchc audit seal`: proving the record from the command line.

Django is set up here and the rest of the office loaded after it, so that other commands pay
nothing for it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import sys
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError

from cchc.commands.refusal import Refusal

_WHOLE, _BROKEN = 0, 1


def run(args: argparse.Namespace) -> int:
    """Do one of the two; 0 where the record is whole, 1 where it is not."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.web.settings")
    django.setup()
    database = settings.DATABASES["default"]
    is_missing = "sqlite3" in str(database["ENGINE"]) and not Path(str(database["NAME"])).exists()
    if is_missing and "mode=memory" not in str(database["NAME"]):
        raise Refusal(
            f"Chưa có dữ liệu ở {settings.DATA}; hãy đặt CCHC_DATA là thư mục dữ liệu của hệ thống."
        )
    try:
        return _verify(args) if args.act == "verify" else _seal(args)
    except DatabaseError as error:
        raise Refusal(
            "Không đọc được cơ sở dữ liệu; hãy kiểm tra CCHC_DATA, DATABASE_URL và việc cập nhật "
            "cấu trúc dữ liệu."
        ) from error


def _verify(args: argparse.Namespace) -> int:
    chain = importlib.import_module("cchc.web.audit.chain_check")
    proof = chain.prove(seal=_paper_seal(args), on_progress=_progress())
    if proof.broken is not None:
        print(f"Nhật ký bị đứt ở việc số {proof.broken.number}: {proof.broken.sentence}.")
        print(f"{proof.links} việc trước đó còn nguyên vẹn.")
        return _BROKEN
    print(f"Nhật ký nguyên vẹn: {proof.links} việc.")
    print(f"Mắt xích cuối: {_grouped(proof.hash)}")
    if args.number is not None:
        print(f"Khớp với bản niêm phong ở việc số {args.number}.")
    return _WHOLE


def _seal(args: argparse.Namespace) -> int:
    chain = importlib.import_module("cchc.web.audit.chain_check")
    clock = importlib.import_module("cchc.web.ui.clock")
    office = importlib.import_module("cchc.web.ui.templatetags.office")
    seal = chain.seal_of(args.date or clock.today())
    print(f"NIÊM PHONG NHẬT KÝ NGÀY {seal.day:%d/%m/%Y}")
    print(f"Số việc trong ngày: {seal.count}")
    print(f"Việc cuối cùng: số {seal.number}")
    print(f"Lúc: {office.moment(seal.at) or 'chưa có việc nào'}")
    print(f"Mã băm: {_grouped(seal.hash)}")
    print(f"Kiểm tra lại: cchc audit verify --number {seal.number} --hash {seal.hash}")
    return _WHOLE


def _paper_seal(args: argparse.Namespace) -> tuple[int, str] | None:
    """The number and hash typed from paper; both or neither."""
    if args.number is None and args.hash is None:
        return None
    digits = re.sub(r"\s", "", args.hash or "").lower()
    if args.number is None or not re.fullmatch(r"[0-9a-f]{64}", digits):
        raise Refusal(
            "Để đối chiếu bản niêm phong, hãy cho cả --number (số việc cuối cùng) và --hash (mã "
            "băm 64 chữ số, có dấu cách thì đặt trong ngoặc kép)."
        )
    return args.number, digits


def _progress() -> object:
    if not sys.stderr.isatty():
        return None
    return lambda number: print(f"\rđã kiểm {number} việc…", end="", file=sys.stderr, flush=True)


def _grouped(digits: str) -> str:
    return " ".join(re.findall(".{1,4}", digits))
