"""The evidence of the demo office: papers for most of what was done, and measured targets.

Two of three pieces of done work are proved by whoever proposed them, one of three is not yet; two
of the papers are files, which the worker reads as it reads any other.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.accounts.models import User
from cchc.web.evidence.actions import adding
from cchc.web.evidence.actions.linking import Claim
from cchc.web.evidence.subjects import OCCURRENCE, subject_of
from cchc.web.plans.models import PlanVersion
from cchc.web.work.actions.measures import Measured, measure
from cchc.web.work.models import Occurrence

_SYMBOLS = ("BC-SKHCN", "QĐ-SKHCN", "TB-SKHCN")
_FILES = 2
# How far some targets are, of those that are rates: how much below or above what is promised.
_MEASURED = (Decimal("-1.4"), Decimal("0.3"), Decimal(-12))
_PAPER = """SỞ KHOA HỌC VÀ CÔNG NGHỆ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: {number}/{symbol}        Độc lập - Tự do - Hạnh phúc

BÁO CÁO
{subject}

Thực hiện Kế hoạch cải cách hành chính năm {year}, {unit} báo cáo: nhiệm vụ đã hoàn thành
đúng nội dung được giao; sản phẩm kèm theo đã được gửi Văn phòng Sở.
"""


def prove_work(version: PlanVersion, *, coordinator: User, on: date) -> None:
    """Give most of the done work its evidence, and some targets a number."""
    done = Occurrence.objects.filter(plan=version.plan, state__in=Occurrence.OVER)
    rows = done.exclude(proposed_by=None).select_related("task", "unit", "proposed_by")
    for place, row in enumerate(rows.order_by("done_on", "pk")):
        if place % 3 != 2:
            _prove(place, row, on)
    rates = version.targets.filter(kind="rate", archived_at=None).order_by("place")
    for target, off in zip(rates, _MEASURED, strict=False):
        value = max(Decimal(0), min(Decimal(100), target.value + off))
        source = f"Báo cáo cải cách hành chính tháng {on.month}/{on.year}"
        measure(by=coordinator, on=on, target=target, measured=Measured(value, on, source))


def _prove(place: int, row: Occurrence, on: date) -> None:
    by, unit = row.proposed_by, row.unit
    assert by is not None and unit is not None
    number, symbol = str(20 + place), _SYMBOLS[place % len(_SYMBOLS)]
    subject = f"Kết quả thực hiện: {row.task.text}"[:300]
    claim = Claim(subject_of(by, on, OCCURRENCE, str(row.pk)))
    facts = adding.Facts(
        subject=subject,
        number=number,
        symbol=symbol,
        issuer="Sở Khoa học và Công nghệ",
        dated_on=row.done_on,
    )
    file = None
    if place < _FILES:
        words = {"number": number, "symbol": symbol, "subject": subject, "unit": unit.name}
        paper = _PAPER.format(**words, year=on.year)
        upload = SimpleUploadedFile(f"Báo cáo {number}.txt", paper.encode())
        file = adding.keep(adding.look_at(upload))
    adding.add(by=by, on=on, unit=unit, facts=facts, file=file, claim=claim)
