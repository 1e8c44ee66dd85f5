"""The pages laid out: cards, lines of units and areas, the heat map, the months. Pure.

In: tallies and what was asked. Out: values with the address of the rows behind each number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cchc.web.dashboards.figures import (
    AHEAD,
    DONE,
    FIGURES,
    NEXT,
    OVERDUE,
    SAID_DONE,
    UNDATED,
    Figure,
    Tally,
    together,
)
from cchc.web.dashboards.scope import Asked, Grouping, Row
from cchc.web.plans.models import AREA_NAMES, AREA_PLACES
from cchc.web.ui.charts import Columns, Part, Rect, heat, share, stacked_columns

CARDS = ("completion", "on_time", "overdue", "soon")
SMALL_CARDS = ("year", "proposed", "waiting", "unclear")
RATES = ("completion", "on_time")
COUNTS = ("all", "done", "proposed", "overdue", "soon", "ahead", "undated")
_SPLIT = (
    (DONE, "done", "đã hoàn thành"),
    (SAID_DONE, "going", "chờ công nhận"),
    (OVERDUE, "late", "quá hạn"),
    (NEXT, "soon", "đến hạn trong 14 ngày"),
    (AHEAD - NEXT, "idle", "chưa đến hạn"),
    (UNDATED, "wait", "chưa có hạn"),
)
_AREAS = {area.value: name for area, name in AREA_NAMES.items()}
# For the heads of narrow columns; the full name stands beside for who hears the page.
SHORT_AREAS = {
    "leadership": "Chỉ đạo",
    "communication": "Tuyên truyền",
    "institutions": "Thể chế",
    "procedures": "TTHC",
    "organisation": "Bộ máy",
    "civil_service": "Công vụ",
    "public_finance": "Tài chính công",
    "digital_government": "CQ số",
    "other": "Khác",
}


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of the lists behind numbers."""

    address: str
    query: str

    def to(self, code: str, row: str = "", area: str = "", *, whole: bool = False) -> str:
        narrowed = f"&dong={row}" if row else ""
        narrowed += f"&linh-vuc={area}" if area else ""
        return f"{self.address}?{self.query}&so={code}{narrowed}{'&phan=mau' if whole else ''}"


def links(address: str, asked: Asked) -> Links:
    return Links(address, asked.query())


def percent(value: Decimal | None) -> str:
    """«93,6%», «100%»; a dash for nothing to count."""
    if value is None:
        return "–"
    return f"{value.normalize():f}%".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Card:
    """A figure as a page shows it: the number, of what, since last month, the list behind it."""

    figure: Figure
    said: str
    part: int
    whole: int | None
    url: str
    whole_url: str
    change: str
    change_look: str
    bar: tuple[Rect, ...]


def card(code: str, tally: Tally, to: Links, before: Tally | None = None, since: str = "") -> Card:
    """One figure of a tally, with its change where there was something to count before."""
    figure = FIGURES[code]
    part, is_rate = tally.part(code), figure.whole is not None
    whole = tally.whole(code) if is_rate else None
    change, look = _change(figure, tally, before, since)
    bar = share([Part("done", part), Part("idle", (whole or 0) - part)]) if is_rate else ()
    return Card(
        figure,
        percent(tally.rate(code)) if is_rate else str(part),
        part,
        whole,
        to.to(code),
        to.to(code, whole=True),
        change,
        look,
        bar,
    )


def _change(figure: Figure, tally: Tally, before: Tally | None, since: str) -> tuple[str, str]:
    """«▲ 1,9 điểm so với 31/10/2026», and whether this is well."""
    if before is None or not before.total:
        return "", ""
    now: Decimal | int | None
    then: Decimal | int | None
    if figure.whole is not None:
        now, then, word = tally.rate(figure.code), before.rate(figure.code), "điểm"
    else:
        now, then, word = tally.part(figure.code), before.part(figure.code), "việc"
    if now is None or then is None:
        return "", ""
    difference = now - then
    if difference == 0:
        return f"không đổi so với {since}", ""
    sign = "▲ tăng" if difference > 0 else "▼ giảm"
    said = f"{abs(difference)}".replace(".", ",")
    look = ""
    if figure.whole is not None or figure.code == "overdue":
        look = "up" if (difference > 0) == (figure.whole is not None) else "down"
    return f"{sign} {said} {word} so với {since}", look


@dataclass(frozen=True, slots=True)
class Number:
    """A count in a table, with the list behind it; no link for nothing."""

    code: str
    count: int
    url: str

    @property
    def name(self) -> str:
        return FIGURES[self.code].name


@dataclass(frozen=True, slots=True)
class Share:
    """A rate in a table."""

    code: str
    said: str
    value: Decimal | None
    url: str
    look: str

    @property
    def name(self) -> str:
        return FIGURES[self.code].name


@dataclass(frozen=True, slots=True)
class Line:
    """A unit or an area with its numbers."""

    key: str
    name: str
    note: str
    board: str
    numbers: tuple[Number, ...]
    rates: tuple[Share, ...]
    bar: tuple[Rect, ...]
    tally: Tally

    @property
    def said(self) -> str:
        """The bar in words, for who does not see it."""
        return "; ".join(f"{one.count} {one.name}" for one in self.bar)


def _line(
    name: str,
    tally: Tally,
    to: Links,
    *,
    row: str = "",
    area: str = "",
    note: str = "",
    board: str = "",
) -> Line:
    numbers = tuple(Number(code, tally.part(code), to.to(code, row, area)) for code in COUNTS)
    rates = tuple(_share(code, tally, to, row, area) for code in RATES)
    return Line(row or area, name, note, board, numbers, rates, split(tally), tally)


def _share(code: str, tally: Tally, to: Links, row: str = "", area: str = "") -> Share:
    value = tally.rate(code)
    url = to.to(code, row, area, whole=True)
    return Share(code, percent(value), value, url, heat(None if value is None else float(value)))


def split(tally: Tally) -> tuple[Rect, ...]:
    """A lying bar of all work by how it stands."""
    return share([Part(look, tally.of(part), name) for part, look, name in _SPLIT])


def legend() -> list[tuple[str, str]]:
    return [(look, name) for _, look, name in _SPLIT]


Cells = Mapping[tuple[str, str], Tally]


def unit_lines(cells: Cells, grouping: Grouping, to: Links, boards: str = "") -> list[Line]:
    """The units that have work, in the order of the register; `boards`: where theirs are."""
    lines = []
    for row in grouping.rows.values():
        tally = together(one for (key, _), one in cells.items() if key == row.key)
        if tally.total:
            board = f"{boards}{row.key}" if boards and row.has_a_board else ""
            lines.append(_line(row.name, tally, to, row=row.key, note=row.note, board=board))
    return lines


def area_lines(cells: Cells, to: Links) -> list[Line]:
    """The areas that have work, in their official order."""
    lines = []
    for area in _areas_in(cells):
        tally = together(one for (_, found), one in cells.items() if found == area)
        lines.append(_line(_AREAS[area], tally, to, area=area))
    return lines


def total_line(tally: Tally, to: Links) -> Line:
    return _line("Cộng", tally, to)


def _areas_in(cells: Cells) -> list[str]:
    found = {area for (_, area), tally in cells.items() if tally.total and area}
    return sorted(found, key=lambda area: AREA_PLACES[area])


ORDERS = (
    ("", "Theo danh mục"),
    ("ten", "Theo vần"),
    ("hoan-thanh", "Hoàn thành thấp trước"),
    ("dung-han", "Đúng hạn thấp trước"),
    ("qua-han", "Quá hạn nhiều trước"),
    ("nhieu-viec", "Nhiều việc trước"),
)


def in_order(lines: list[Line], order: str, names: Mapping[str, str]) -> list[Line]:
    """Lines sorted as asked; without a rate last. `names`: sort keys of units by their row."""
    match order:
        case "ten":
            return sorted(lines, key=lambda one: names.get(one.key, "~"))
        case "hoan-thanh" | "dung-han":
            place = RATES.index("completion" if order == "hoan-thanh" else "on_time")
            return sorted(
                lines,
                key=lambda one: (
                    one.rates[place].value is None,
                    one.rates[place].value or 0,
                    -one.tally.part("overdue"),
                ),
            )
        case "qua-han":
            return sorted(lines, key=lambda one: -one.tally.part("overdue"))
        case "nhieu-viec":
            return sorted(lines, key=lambda one: -one.tally.total)
        case _:
            return lines


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Units × areas: a rate in each cell, or how many are overdue."""

    figure: Figure
    areas: tuple[str, ...]
    short_areas: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Row, tuple[Share, ...]], ...]


def heat_map(cells: Cells, grouping: Grouping, to: Links, code: str) -> HeatMap:
    """One figure for each unit and area that have work."""
    areas = _areas_in(cells)
    rows = []
    for row in grouping.rows.values():
        if any((row.key, area) in cells for area in areas):
            found = tuple(
                _cell(code, cells.get((row.key, area)), to, row.key, area) for area in areas
            )
            rows.append((row, found))
    return HeatMap(
        FIGURES[code],
        tuple(_AREAS[area] for area in areas),
        tuple((SHORT_AREAS[area], _AREAS[area]) for area in areas),
        tuple(rows),
    )


def _cell(code: str, tally: Tally | None, to: Links, row: str, area: str) -> Share:
    if tally is None:
        return Share(code, "–", None, "", "h0")
    if FIGURES[code].whole is not None:
        return _share(code, tally, to, row, area)
    count = tally.part(code)
    look = "h5" if count == 0 else "h2" if count < 3 else "h1"
    return Share(code, str(count), Decimal(count), to.to(code, row, area) if count else "", look)


@dataclass(frozen=True, slots=True)
class Month:
    """What is due in a month, by how it stands."""

    label: str
    numbers: tuple[Number, ...]
    is_now: bool


MONTH_COUNTS = ("all", "done", "proposed", "overdue", "ahead")


def months(days: Mapping[date, Tally], asked: Asked, to: Links) -> list[Month]:
    """The months of the plan's year, and those around it in which something is due."""
    found: dict[tuple[int, int], Tally] = {(asked.year, n): Tally() for n in range(1, 13)}
    for day, tally in days.items():
        key = (day.year, day.month)
        found[key] = together((found.get(key, Tally()), tally))
    return [
        Month(
            f"T{month}" if year == asked.year else f"T{month}/{year}",
            tuple(
                Number(code, tally.part(code), f"{to.to(code)}&thang={year}-{month:02}")
                for code in MONTH_COUNTS
            ),
            (year, month) == (asked.day.year, asked.day.month),
        )
        for (year, month), tally in sorted(found.items())
    ]


def turned(rows: list[Month]) -> list[tuple[str, tuple[Number, ...]]]:
    """The months as columns of a table: one line for each count."""
    return [
        (FIGURES[code].name, tuple(row.numbers[place] for row in rows))
        for place, code in enumerate(MONTH_COUNTS)
    ]


def in_words(tally: Tally) -> str:
    """«2 đã hoàn thành; 1 quá hạn»."""
    told = ((tally.of(part), name) for part, _, name in _SPLIT)
    return "; ".join(f"{count} {name}" for count, name in told if count) or "chưa có việc theo dõi"


def months_chart(rows: Iterable[Month], asked: Asked) -> Columns:
    """The year as stacked bars with the day marked."""
    rows = list(rows)
    looks = dict(zip(MONTH_COUNTS, ("", "done", "going", "late", "idle"), strict=True))
    bars = [
        (
            row.label,
            [
                Part(looks[one.code], one.count, FIGURES[one.code].name)
                for one in row.numbers
                if looks[one.code]
            ],
        )
        for row in rows
    ]
    here = next((place for place, row in enumerate(rows) if row.is_now), None)
    return stacked_columns(
        bars,
        key="months",
        title=f"Việc đến hạn theo tháng, năm {asked.year}",
        description="Mỗi cột là một tháng: việc đã hoàn thành ở dưới, rồi chờ công nhận, quá hạn, "
        "chưa đến hạn; số liệu ở bảng bên dưới.",
        mark=None if here is None else here + (asked.day.day - 1) / 31,
        mark_label="hôm nay" if asked.is_today else f"ngày {asked.day:%d/%m}",
    )
