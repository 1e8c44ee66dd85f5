"""A chasing letter's list as an Excel table."""

from __future__ import annotations

from datetime import date

from cchc.web.ui.sheets import Table, as_workbook
from cchc.web.work.models import ChasingLetter

HEADS = (
    *("TT", "Nhiệm vụ", "Sản phẩm, kỳ", "Kế hoạch", "Thời hạn trong kế hoạch"),
    *("Hạn", "Quá hạn (ngày làm việc)"),
)
_WIDTHS = (6, 60, 30, 40, 24, 12, 14)


def letter_as_workbook(letter: ChasingLetter) -> bytes:
    """What the letter lists, as it was when it was prepared."""
    table = Table(
        name="Việc quá hạn",
        title=f"Việc quá hạn của {letter.unit}",
        heads=HEADS,
        rows=[
            (
                number,
                *(row[name] for name in ("task", "product", "plan", "deadline")),
                date.fromisoformat(row["due"]),
                row["late"],
            )
            for number, row in enumerate(letter.rows, start=1)
        ],
        widths=_WIDTHS,
    )
    about = (
        f"{letter.office}, ngày {letter.on:%d/%m/%Y}; trả lời trước hết ngày "
        f"{letter.answer_by:%d/%m/%Y}"
    )
    return as_workbook([table], about)
