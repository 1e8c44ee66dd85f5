"""A number in a sheet as it is printed in Vietnam: «98,5%», «30/11/2025», «1.250».

The file stores a bare number and a format; only the first section of a format is read, and month
names are never spelled. Formats of fractions and of powers of ten show the plain number.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

# Formats that files name by number only (ECMA-376, part 1, 18.8.30).
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "dd/mm/yyyy",
    16: "dd/mm",
    17: "mm/yyyy",
    18: "h:mm",
    19: "h:mm",
    20: "h:mm",
    21: "h:mm",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}
GENERAL = "General"
_LAST_DAY = 2_958_465  # 31/12/9999
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_PLACEHOLDERS = re.compile(r"[#0?](?:[#0?.,]*[#0?])?")
_MOST_DIGITS = 12


def printed_number(value: float, form: str, *, from_1904: bool = False) -> str:
    """Return a stored number as it is printed under a number format."""
    section = form.split(";")[0]
    bare = _LITERAL.sub("", section)
    if form != GENERAL and re.search("[dmyhs]", bare, re.IGNORECASE):
        moment = moment_of(value, from_1904=from_1904)
        if moment is not None:
            return printed_moment(moment, bare)
    if "%" in bare:
        return _with_comma(_rounded(value * 100, _decimals(bare))) + "%"
    places = _PLACEHOLDERS.search(bare)
    if places is None or "E" in bare.upper():
        return _with_comma(plain_number(value))
    text = _digits(value, places.group(), _decimals(bare))
    before, after = _literals(section)
    return before + text + after


def plain_number(value: float) -> str:
    """Return a number as a computer writes it, without noise: 1.0 → «1», 0.1 + 0.2 → «0.3»."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def moment_of(serial: float, *, from_1904: bool = False) -> datetime | None:
    """Turn a day number into a date; None where it is out of the calendar."""
    if not 0 <= serial <= _LAST_DAY:
        return None
    # The older calendar believes that 29/02/1900 was a day.
    first = datetime(1899, 12, 30 if serial >= 60 else 31)
    origin = datetime(1904, 1, 1) if from_1904 else first
    try:
        return origin + timedelta(seconds=round(serial * 86400))
    except OverflowError:
        return None


def printed_moment(moment: date, form: str = "dd/mm/yyyy") -> str:
    """Return a date in the Vietnamese order with the parts that the format shows."""
    form = form.lower()
    clock = "h" in form
    has_day, has_year = "d" in form, "y" in form
    has_month = "m" in (re.sub("h+:?m+|m+:?s+", "", form) if clock or "s" in form else form)
    parts = [
        pattern
        for pattern, shown in (("%d", has_day), ("%m", has_month), ("%Y", has_year))
        if shown
    ]
    text = moment.strftime("/".join(parts)) if parts else ""
    if clock and isinstance(moment, datetime):
        text = f"{text} {moment:%H:%M}".strip()
    return text


def _decimals(form: str) -> int:
    found = re.search(r"[.]([0#?]+)", form)
    return min(len(found.group(1)), _MOST_DIGITS) if found else 0


def _rounded(value: float, decimals: int) -> str:
    # Half a unit goes up, as spreadsheets show it; Python's rounding goes to the even digit.
    nudged = value + (1e-9 if value >= 0 else -1e-9)
    return f"{nudged:.{decimals}f}"


def _digits(value: float, places: str, decimals: int) -> str:
    text = _rounded(value, decimals)
    whole, _, fraction = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    whole = whole.rjust(places.split(".")[0].count("0"), "0")
    if "," in places:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return sign + whole + ("," + fraction if fraction else "")


def _with_comma(text: str) -> str:
    return text.replace(".", ",")


def _literals(section: str) -> tuple[str, str]:
    """Return the words that a format prints before and after the number: `0" ngày"`."""
    before, after = "", ""
    seen_number = False
    position = 0
    while position < len(section):
        literal = _LITERAL.match(section, position)
        if literal is None:
            letter = section[position]
            seen_number = seen_number or letter in "#0?"
            position += 1
            continue
        text = literal.group(1) or literal.group(2) or ""
        if seen_number:
            after += text
        else:
            before += text
        position = literal.end()
    return before, after
