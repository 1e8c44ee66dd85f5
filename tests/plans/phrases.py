"""Deadline phrases with their schedules by construction: the words are made from the dates.

Nothing is parsed. Each maker draws a date or period and prints it; SCHEMA.md («schedule
objects») says what the print means.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

Schedule = list[dict[str, Any]]
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words of a deadline cell (line breaks as `\\n`) and what they mean."""

    words: str
    schedule: Schedule

    @property
    def line(self) -> str:
        """The cell on one line, as the interchange format keeps it."""
        return " ".join(self.words.split("\n"))


NO_DEADLINE = Deadline("", [])


def by(day: date, *, inclusive: bool, note: str | None = None) -> dict[str, Any]:
    """Make a `by` object."""
    made: dict[str, Any] = {"kind": "by", "date": day.isoformat(), "inclusive": inclusive}
    return made | ({"note": note} if note else {})


def window(start: date | None, end: date, note: str | None = None) -> dict[str, Any]:
    """Make a `window` object."""
    made: dict[str, Any] = {
        "kind": "window",
        "start": start.isoformat() if start else None,
        "end": end.isoformat(),
    }
    return made | ({"note": note} if note else {})


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months(year: int, first: int, last: int, note: str | None = None) -> dict[str, Any]:
    """Make the window from the first to the last of some months of one year."""
    return window(date(year, first, 1), month_end(year, last), note)


def quarter(year: int, number: int, note: str | None = None) -> dict[str, Any]:
    """Make the window of a quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, note)


EVERY = {
    "month": range(1, 13),
    "quarter": (3, 6, 9, 12),
    "half_year": (6, 12),
    "nine_months": (9,),
    "year": (12,),
}


def recurring(
    year: int, every: str, day: int | None = None, note: str | None = None
) -> dict[str, Any]:
    """Make a `recurring` object; without a day it falls on the last of each period."""
    made: dict[str, Any] = {"kind": "recurring", "every": every}
    if every in EVERY:
        ends = (date(year, m, day) if day else month_end(year, m) for m in EVERY[every])
        made["dates"] = [end.isoformat() for end in ends]
    return made | ({"note": note} if note else {})


@dataclass(frozen=True, slots=True)
class Span:
    """The plan year and the months that deadlines may fall in (7–12 in a half-year plan)."""

    year: int
    first: int = 1
    last: int = 12

    def quarters(self) -> list[int]:
        return [q for q in (1, 2, 3, 4) if 3 * q - 2 >= self.first and 3 * q <= self.last]


def _day(rng: Random, span: Span, first: int, last: int) -> date:
    month = rng.randint(max(first, span.first), min(last, span.last))
    return date(span.year, month, rng.choice((10, 15, 20, 25, 28)))


def _named_day(rng: Random, span: Span, first: int, last: int) -> Deadline:
    day = _day(rng, span, first, last)
    d, m, y = day.day, day.month, day.year
    short, full = f"{d:02d}/{m}", f"{d:02d}/{m:02d}/{y}"
    words, inclusive = rng.choice(
        (
            (f"Trước {short}", False),
            (f"Trước ngày {full}", False),
            (f"Trước ngày {short}", False),
            (f"Xong trước ngày {short}", False),
            (f"Hoàn thành trước {full}", False),
            (f"Trước ngày {d} tháng {m} năm {y}", False),
            (f"Chậm nhất ngày {short}", True),
            (f"Chậm nhất là ngày {full}", True),
            (f"Đến hết ngày {short}", True),
            (f"Ngày {full}", True),
            (full, True),
            (f"Không quá ngày {short}", True),
        )
    )
    return Deadline(words, [by(day, inclusive=inclusive)])


def _named_period(rng: Random, span: Span, first: int, last: int) -> Deadline:
    month = rng.randint(max(first, span.first), min(last, span.last))
    number, y = (month + 2) // 3, span.year
    roman = ROMAN[number - 1]
    options: list[tuple[str, dict[str, Any]]] = [
        (f"Tháng {month}", months(y, month, month)),
        (f"Tháng {month:02d}/{y}", months(y, month, month)),
        (f"Trong tháng {month}/{y}", months(y, month, month)),
        (f"Tháng {month} năm {y}", months(y, month, month)),
    ]
    if number in span.quarters():
        options += [
            (f"Quý {roman}", quarter(y, number)),
            (f"Quý {roman}/{y}", quarter(y, number)),
            (f"Quý {roman} năm {y}", quarter(y, number)),
            (f"Trong quý {roman}", quarter(y, number)),
            (f"Cuối quý {roman}", by(month_end(y, 3 * number), inclusive=True)),
            (f"Hết quý {roman}/{y}", by(month_end(y, 3 * number), inclusive=True)),
        ]
    if month < min(12, span.last):
        options.append((f"Tháng {month} - {month + 1}", months(y, month, month + 1)))
        options.append((f"Từ tháng {month} đến tháng {month + 1}", months(y, month, month + 1)))
    words, made = rng.choice(options)
    return Deadline(words, [made])


def early(rng: Random, span: Span) -> Deadline:
    """Draw a deadline in the first months of the plan's span."""
    maker = rng.choice((_named_day, _named_period))
    return maker(rng, span, span.first, span.first + 2)


def mid(rng: Random, span: Span) -> Deadline:
    """Draw a deadline in the middle of the span."""
    maker = rng.choice((_named_day, _named_period, _named_period))
    middle = (span.first + span.last) // 2
    return maker(rng, span, middle - 1, middle + 2)


def late(rng: Random, span: Span) -> Deadline:
    """Draw a deadline near the end of the span."""
    y = span.year
    if rng.random() < 0.25:
        whole = window(date(y, 1, 1), date(y, 12, 31))
        return rng.choice(
            (
                Deadline("Trong năm", [whole]),
                Deadline(f"Trong năm {y}", [whole]),
                Deadline(f"Năm {y}", [whole]),
                Deadline("6 tháng cuối năm", [months(y, 7, 12)]),
                Deadline("Cuối năm", [by(date(y, 12, 31), inclusive=True)]),
            )
        )
    return rng.choice((_named_day, _named_period))(rng, span, 10, 11)


def always(rng: Random, span: Span) -> Deadline:
    """Draw a deadline that never falls due before the year ends, or falls due by rhythm."""
    if rng.random() < 0.25:
        quarterly = recurring(span.year, "quarter", note="báo cáo kết quả")
        words = "Thường xuyên; hàng quý báo cáo kết quả"
        return Deadline(words, [{"kind": "continuous"}, quarterly])
    words = rng.choice(
        (
            "Thường xuyên",
            "Thường xuyên",
            "Thường xuyên trong năm",
            "Thường xuyên, liên tục",
            "Hàng ngày",
        )
    )
    return Deadline(words, [{"kind": "continuous"}])


def rhythm(rng: Random, span: Span) -> Deadline:
    """Draw a recurring deadline."""
    y = span.year
    quarter_, half, nine, whole = (
        recurring(y, every) for every in ("quarter", "half_year", "nine_months", "year")
    )
    return rng.choice(
        (
            Deadline("Hàng tháng", [recurring(y, "month")]),
            Deadline("Hằng tháng", [recurring(y, "month")]),
            Deadline("Hàng quý", [quarter_]),
            Deadline("Định kỳ hàng quý", [quarter_]),
            Deadline("01 lần/quý", [quarter_]),
            Deadline("Mỗi tháng 01 lần", [recurring(y, "month")]),
            Deadline("6 tháng/lần", [half]),
            Deadline("02 lần/năm", [half]),
            Deadline("Định kỳ quý, năm", [quarter_, whole]),
            Deadline("Định kỳ quý, 6 tháng, năm", [quarter_, half, whole]),
            Deadline("Định kỳ quý, 6 tháng, 9 tháng, năm", [quarter_, half, nine, whole]),
            Deadline("Hàng tuần", [recurring(y, "week")]),
            Deadline("Trước ngày 20 hàng tháng", [recurring(y, "month", 20)]),
            Deadline("Định kỳ", [recurring(y, "period")]),
            Deadline(
                "Định kỳ và đột xuất",
                [recurring(y, "period"), {"kind": "conditional", "trigger": "đột xuất"}],
            ),
        )
    )


CONDITIONS = (
    "Khi có phát sinh",
    "Khi có yêu cầu",
    "Khi cấp trên giao",
    "Theo kế hoạch của UBND tỉnh",
    "Theo hướng dẫn của Sở Nội vụ",
    "Theo chương trình công tác năm",
    "Sau khi có kết luận kiểm tra",
    "Ngay sau khi có văn bản hướng dẫn",
)


def event(rng: Random, span: Span) -> Deadline:
    """Draw a deadline that waits for something, or that nobody can reckon."""
    roll = rng.random()
    if roll < 0.2:
        words = rng.choice(("Theo quy định", "Kịp thời", "Đúng tiến độ"))
        return Deadline(words, [{"kind": "unclear", "text": words}])
    if roll < 0.4:
        amount = rng.choice((3, 5, 7))
        words = f"Trong {amount:02d} ngày làm việc kể từ ngày nhận đủ hồ sơ"
        made = {
            "kind": "conditional",
            "trigger": words,
            "offset": {"amount": amount, "unit": "working_day"},
        }
        return Deadline(words, [made])
    words = rng.choice(CONDITIONS)
    return Deadline(words, [{"kind": "conditional", "trigger": words}])


def two_quarters(rng: Random, span: Span) -> Deadline:
    """Draw two quarters: adjoining ones are one window, others two."""
    y, open_quarters = span.year, span.quarters()
    first = open_quarters[0]
    if rng.random() < 0.5 and 4 - first >= 2:
        second = rng.randint(first + 2, 4)
        made = [quarter(y, first), quarter(y, second)]
    else:
        first = rng.choice(open_quarters[:-1])
        second = first + 1
        made = [months(y, 3 * first - 2, 3 * second)]
    a, b = ROMAN[first - 1], ROMAN[second - 1]
    words = rng.choice((f"Quý {a}, {b}", f"Quý {a}, Quý {b}", f"Quý {a} và Quý {b}"))
    return Deadline(words, made)


def two_parts(rng: Random, span: Span, first: str, second: str) -> Deadline:
    """Draw a composite: one deadline for each of two named products."""
    y, number = span.year, span.quarters()[0]
    roman = ROMAN[number - 1]
    day = _day(rng, span, 10, 11)
    d, m = day.day, day.month
    opened = quarter(y, number, first)
    closed = by(day, inclusive=False, note=second)
    words = rng.choice(
        (
            f"{first}: Quý {roman}; {second}: trước {d:02d}/{m}",
            f"- {first}: Quý {roman};\n- {second}: Trước ngày {d:02d}/{m}",
            f"- {first}: quý {roman}/{y}\n- {second}: trước {d:02d}/{m}/{y}",
        )
    )
    return Deadline(words, [opened, closed])


MAKERS: dict[str, Callable[[Random, Span], Deadline]] = {
    "early": early,
    "mid": mid,
    "late": late,
    "always": always,
    "rhythm": rhythm,
    "event": event,
    "two quarters": two_quarters,
}


def draw(rng: Random, span: Span, when: str) -> Deadline:
    """Draw a deadline of the kind a piece of work has (`Work.when`)."""
    if "|" in when:
        first, second = when.split("|")
        return two_parts(rng, span, first, second)
    return MAKERS[when](rng, span)
