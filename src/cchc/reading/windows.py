"""Reporting periods whose dates are printed or can be computed.

Forms seen: one line a period, one sentence for all, a table, a rule for the due day («ngày 15 của
tháng cuối kỳ báo cáo»). Source of the regime: Decree 09/2019/NĐ-CP art. 12–13, letter 581/BNV-CCHC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from cchc.documents.model import Span, Table
from cchc.plan.model import ReportWindow, Trace
from cchc.reading.columns import Column, Columns
from cchc.text.folding import fold
from cchc.text.normal import one_line

_DAY = (
    r"(?:ngày\s*)?(?P<{0}d>\d{{1,2}})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<{0}m>\d{{1,2}})"
    r"(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<{0}y>\d{{4}}))?"
    # letter 581/BNV-CCHC: «của năm trước kỳ báo cáo»
    r"(?P<{0}rel>\s+(?:của\s+)?năm\s+(?:trước|liền\s+trước)(?:\s+liền\s+kề)?"
    r"(?:\s+(?:của\s+)?(?:kỳ|năm)\s+báo\s+cáo)?)?"
)
_FROM = _DAY.format("f")
_TO = _DAY.format("t")
_SPAN = re.compile(
    rf"(?=[tn\d])(?:tính\s+)?(?:từ\s+)?{_FROM}\s*(?:đến|-|–|tới)\s*(?:hết\s+)?{_TO}", re.IGNORECASE
)
_NAME = re.compile(
    r"(?P<name>(?:báo cáo\s+(?:định kỳ\s+)?)?(?:quý\s+(?:IV|I{1,3}|[1-4])|(?:0?6|"
    r"sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|"
    r"(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?|(?:cả\s+)?năm(?:\s+\d{4})?|tháng(?:\s+\d{1,2})?|6\s+tháng)(?:\s*/\s*\d{4}|\s+năm\s+\d{4})?)"
    r"(?!\s*(?:trước|sau))",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"(?:chậm nhất|trước|hạn|không quá|muộn nhất|gửi|vào|"
    r"là)[^.;:]{0,40}?ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?(?:hàng\s+)?tháng\s+cuối(?:\s+cùng)?"
    r"(?:\s+(?:của\s+)?(?:kỳ|quý|mỗi quý|kỳ báo cáo))?",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:gửi|nộp|hạn|trước|chậm nhất|báo cáo|hoàn thành)[^.;]{0,40}?\b" + _DAY.format("g"),
    re.IGNORECASE,
)
_WORKING_DAYS = re.compile(
    r"(?P<count>\d{1,2})\s+ngày(?P<working>\s+làm việc)?\s+(?:kể\s+)?(?:từ|"
    r"sau)\s+(?:ngày\s+)?(?:chốt|kết thúc|thời điểm)",
    re.IGNORECASE,
)
_SENTENCE_RULE = re.compile(r"ngày\s+(?P<fd>\d{1,2})\s+tháng\s+(?:trước|cuối)", re.IGNORECASE)


_DAY_OR_MONTH = re.compile(r"\d\s*[/.-]\s*\d|tháng")
_UP_TO = re.compile(r"đến|–|-|tới")


def windows_in_text(texts: Sequence[tuple[str, Span]], year: int) -> tuple[ReportWindow, ...]:
    """Find periods with printed data windows in running text; a rule for the due day serves all."""
    found: list[ReportWindow] = []
    rule_day: int | None = None
    for text, span in texts:
        rule_day = _rule_day(text) or rule_day
        if _UP_TO.search(text) and _DAY_OR_MONTH.search(text):
            found.extend(_in_paragraph(one_line(text), span, year))
    if not found:
        found = [window for text, span in texts for window in _by_rule(one_line(text), span, year)]
    if not found:
        return ()
    return tuple(_with_rule(window, rule_day) for window in _unique(found))


def _rule_day(text: str) -> int | None:
    """The day in «chậm nhất ngày 18 của tháng cuối kỳ»; that of a data window is another thing."""
    if not _tells_last_month(text):
        return None
    rules = list(_RULE.finditer(_WINDOW_RULE.sub(" ", text)))
    return int(rules[-1].group("day")) if rules else None


def _tells_last_month(text: str) -> bool:
    return "tháng cuối" in one_line(text).lower()


def _in_paragraph(text: str, span: Span, year: int) -> Iterable[ReportWindow]:
    spans = list(_SPAN.finditer(text))
    previous = 0
    for index, found in enumerate(spans):
        before = text[previous : found.start()]
        names = list(_NAME.finditer(before))
        end = spans[index + 1].start() if index + 1 < len(spans) else len(text)
        previous = found.end()
        if not names or not _about_reports(text):
            continue
        name = _clean_name(before, names[-1])
        data_from, data_to = _bounds(found, year, name)
        if data_from is None or data_to is None or not (0 < (data_to - data_from).days < 380):
            continue
        due = _due_in(text[found.end() : end], data_to)
        yield ReportWindow(name, data_from, data_to, due, {"name": Trace(span)})


_WINDOW_RULE = re.compile(
    r"(?:từ\s+)?ngày\s+(?P<fd>\d{1,2})(?:\s+|/)(?:(?:tháng\s+)?(?P<fm>\d{1,2})(?:\s+(?:của\s+)?năm\s+(?:trước|liền\s+trước)[^;,.]{0,20}?)?"
    r"|(?:của\s+)?(?P<before>tháng\s+(?:trước|cuối)[^;,.]{0,30}?))\s+(?:đến|tới|-|–)\s+(?:hết\s+)?ngày\s+(?P<td>\d{1,2})\s+"
    r"(?:của\s+)?tháng\s+cuối",
    re.IGNORECASE,
)
_PERIODS = {  # first and last month of a period's own calendar
    "quy i": (1, 3),
    "quy ii": (4, 6),
    "quy iii": (7, 9),
    "quy iv": (10, 12),
    "quy 1": (1, 3),
    "quy 2": (4, 6),
    "quy 3": (7, 9),
    "quy 4": (10, 12),
    "6 thang": (1, 6),
    "06 thang": (1, 6),
    "sau thang": (1, 6),
    "9 thang": (1, 9),
    "09 thang": (1, 9),
    "chin thang": (1, 9),
    "nam": (1, 12),
    "ca nam": (1, 12),
}


def _by_rule(text: str, span: Span, year: int) -> Iterable[ReportWindow]:
    """«từ ngày 15 tháng 12 năm trước đến ngày 14 của tháng cuối kỳ»: worked out per period."""
    rule = _WINDOW_RULE.search(text) if _tells_last_month(text) else None
    if rule is None:
        return
    for found in _NAME.finditer(text[: rule.start()]):
        name = re.sub(r"^báo cáo\s+(?:định kỳ\s+)?", "", found.group("name"), flags=re.IGNORECASE)
        own = re.sub(r" (?:dau nam|nam \d{4}|\d{4})$|/.*$", "", fold(name))
        months = _PERIODS.get(own)
        if months is None:
            continue
        if rule.group("fm"):
            start = _date(year - 1, rule.group("fm"), rule.group("fd"))
        else:
            month = months[0] - 1 or 12
            start = _date(year if months[0] > 1 else year - 1, str(month), rule.group("fd"))
        end = _date(year, str(months[1]), rule.group("td"))
        if start and end and start < end:
            yield ReportWindow(name, start, end, None, {"name": Trace(span)})


def _about_reports(text: str) -> bool:
    folded = fold(text)
    return bool(re.search(r"bao cao|so lieu|\bky\b|quy|thang|nam", folded))


def _clean_name(before: str, found: re.Match[str]) -> str:
    return one_line(found.group("name")).strip(" :,;-–(")


def _bounds(found: re.Match[str], year: int, name: str) -> tuple[date | None, date | None]:
    end_year = int(found.group("ty") or year)
    data_to = _date(end_year, found.group("tm"), found.group("td"))
    if found.group("fy"):
        start_year = int(found.group("fy"))
    elif found.group("frel"):
        start_year = end_year - 1
    else:
        start_year = end_year
        start = _date(start_year, found.group("fm"), found.group("fd"))
        if start and data_to and start > data_to:
            start_year -= 1
    return _date(start_year, found.group("fm"), found.group("fd")), data_to


def _date(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None


def _due_in(text: str, data_to: date) -> date | None:
    if found := _DUE.search(text):
        year = int(found.group("gy") or data_to.year)
        return _date(year, found.group("gm"), found.group("gd"))
    return None


def _with_rule(window: ReportWindow, rule_day: int | None) -> ReportWindow:
    """A rule names a day of the last month of the period: that of the window's end."""
    if window.due_on is not None or rule_day is None or window.data_to is None:
        return window
    due = _date(window.data_to.year, str(window.data_to.month), str(rule_day))
    return ReportWindow(window.name, window.data_from, window.data_to, due, window.traces)


def _unique(windows: Iterable[ReportWindow]) -> list[ReportWindow]:
    seen: set[tuple[str, date | None, date | None]] = set()
    kept = []
    for window in windows:
        key = (fold(window.name), window.data_from, window.data_to)
        if key not in seen:
            seen.add(key)
            kept.append(window)
    return kept


def windows_in_table(
    table: Table, columns: Columns, year: int, rule_day: int | None = None
) -> tuple[ReportWindow, ...]:
    """Read a table of reporting periods."""
    found: list[ReportWindow] = []
    for row in table.rows[columns.first_row :]:
        cells = {
            kind: one_line(cell.text)
            for kind, cell in zip(columns.kinds, row.cells, strict=True)
            if kind is not None
        }
        name = cells.get(Column.PERIOD_NAME, "")
        if not re.search(r"\w", name):
            continue
        if Column.DATA_WINDOW in cells:
            match = _SPAN.search(cells[Column.DATA_WINDOW])
            data_from, data_to = _bounds(match, year, name) if match else (None, None)
        else:
            data_from, data_to = (
                _single(cells.get(Column.DATA_FROM, ""), year),
                _single(cells.get(Column.DATA_TO, ""), year),
            )
            if data_from and data_to and data_from > data_to:
                data_from = data_from.replace(year=data_from.year - 1)
        if data_from is None or data_to is None:
            continue
        due = _single(cells.get(Column.DUE, ""), data_to.year)
        window = ReportWindow(name, data_from, data_to, due, {"name": Trace(row.span)})
        found.append(_with_rule(window, _cell_rule(cells.get(Column.DUE, "")) or rule_day))
    return tuple(found)


def _cell_rule(text: str) -> int | None:
    found = re.search(r"ngày\s+(\d{1,2})\b(?!\s*/)", text, re.IGNORECASE)
    return int(found.group(1)) if found else None


_SINGLE = re.compile(_DAY.format("s"), re.IGNORECASE)


def _single(text: str, year: int) -> date | None:
    found = _SINGLE.search(text)
    if found is None:
        return None
    shown_year = int(found.group("sy") or (year - 1 if found.group("srel") else year))
    return _date(shown_year, found.group("sm"), found.group("sd"))


def rule_day_in(texts: Iterable[tuple[str, Span]]) -> int | None:
    """The day of the month by which reports are due, where a rule names one."""
    for text, _ in texts:
        if (day := _rule_day(text)) is not None:
            return day
    return None


__all__ = ["rule_day_in", "windows_in_table", "windows_in_text"]
