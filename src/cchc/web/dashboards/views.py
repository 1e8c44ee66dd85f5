"""Screens for seeing the state: the overview, the rows behind a figure, the leader's briefing."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.accounts.models import User
from cchc.web.dashboards import board_page, tables
from cchc.web.dashboards.display import ORDERS
from cchc.web.dashboards.figures import FIGURES, together
from cchc.web.dashboards.lines import work_lines
from cchc.web.dashboards.queries.boards import Board, board_of
from cchc.web.dashboards.queries.rows import rows_behind, work_of
from cchc.web.dashboards.scope import asked_of
from cchc.web.plans.models import AREA_CHOICES
from cchc.web.ui.clock import today
from cchc.web.ui.sheets import as_workbook, workbook_answer

PAGE, MOST_PRINTED, MOST_IN_A_BOOK, MOST_UNITS = 50, 2_000, 20_000, 14


def _board(request: HttpRequest) -> Board:
    assert isinstance(request.user, User)
    return board_of(request.user, asked_of(request.GET, today()))


def _frame(board: Board) -> dict[str, Any]:
    return {"board": board, "asked": board.asked, "root": board.root, "figures": FIGURES}


@require_safe
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """How the work of a unit, an office or a province stands on a day."""
    board = _board(request)
    work = work_of(board)
    order, heat = request.GET.get("xep", ""), request.GET.get("theo", "")
    is_small = not board.is_of_province
    counted = board_page.count(board, work, with_areas=bool(heat) or is_small, with_days=is_small)
    cells = counted.cells
    tally = together(cells.values())
    context = {
        **_frame(board),
        **board_page.tables(board, cells, order, heat),
        "tally": tally,
        "orders": ORDERS,
        "order": order,
    }
    if tally.total or board.asked.is_today:
        context |= board_page.own_affairs(board, work)
    if tally.total:
        context |= board_page.cards(board, tally)
        if is_small:
            context |= board_page.year(board, counted)
            context |= board_page.pressing_rows(work)
            context["targets"] = board_page.target_lines(board, work)
    return render(request, "dashboards/overview.html", context)


@require_safe
@login_required
def briefing(request: HttpRequest) -> HttpResponse:
    """One page for the leader's meeting: the figures, what is overdue, what comes next."""
    board = _board(request)
    work = work_of(board)
    cells = board_page.count(board, work).cells
    tally = together(cells.values())
    context = {
        **_frame(board),
        **board_page.tables(board, cells),
        **board_page.cards(board, tally),
        **board_page.pressing_rows(work, 10),
        "tally": tally,
    }
    units = context["units"]
    context["brief_units"] = [*units[:MOST_UNITS], context["total"]]
    context["more_units"] = max(0, len(units) - MOST_UNITS)
    return render(request, "dashboards/briefing.html", context)


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """The tables of the overview as an Excel book, or one of them (`bang`)."""
    board = _board(request)
    work = work_of(board)
    counted = board_page.count(board, work, with_days=True)
    shown = board_page.tables(board, counted.cells, heat=request.GET.get("theo", ""))
    year = board_page.year(board, counted)
    found = {
        "don-vi": tables.of_lines(
            "Đơn vị", "Theo đơn vị", "Đơn vị", shown["units"], shown["total"]
        ),
        "linh-vuc": tables.of_lines(
            "Lĩnh vực", "Theo lĩnh vực", "Lĩnh vực", shown["areas"], shown["total"]
        ),
        "ma-tran": tables.of_heat(shown["heat"]),
        "thang": tables.of_months(year["months"]),
    }
    if not board.is_of_province:
        found["chi-tieu"] = tables.of_targets(board_page.target_lines(board, work))
    one = found.get(request.GET.get("bang", ""))
    shown_tables = [one] if one else [*found.values()]
    return workbook_answer(as_workbook(shown_tables, board.about), "tong-quan")


def _of_list(board: Board) -> dict[str, Any]:
    """What a list is of: its figure, row and area."""
    return {
        "figure": FIGURES[board.asked.figure],
        "row": board.grouping.rows.get(board.asked.row),
        "area_name": dict(AREA_CHOICES).get(board.asked.area, ""),
    }


@require_safe
@login_required
def work_list(request: HttpRequest) -> HttpResponse:
    """The very rows that a figure counts."""
    board = _board(request)
    rows = rows_behind(board, board.asked)
    pages = Paginator(range(rows.count()), PAGE)
    page = pages.get_page(request.GET.get("trang"))
    start = (page.number - 1) * PAGE
    context = {
        **_frame(board),
        "page": page,
        "count": pages.count,
        "lines": work_lines(rows.page(start, PAGE), board.asked.day, start),
        "areas": AREA_CHOICES,
        "kept": board.asked.kept,
        **_of_list(board),
    }
    return render(request, "dashboards/work.html", context)


@require_safe
@login_required
def print_work(request: HttpRequest) -> HttpResponse:
    """The same rows as a paper, with their count."""
    board = _board(request)
    rows = rows_behind(board, board.asked)
    context = {
        **_frame(board),
        "count": rows.count(),
        "lines": work_lines(rows.page(0, MOST_PRINTED), board.asked.day),
        **_of_list(board),
    }
    return render(request, "dashboards/print_work.html", context)


@require_safe
@login_required
def export_work(request: HttpRequest) -> HttpResponse:
    """The same rows as an Excel table, with their count."""
    board = _board(request)
    rows = rows_behind(board, board.asked)
    count = rows.count()
    lines = work_lines(rows.page(0, MOST_IN_A_BOOK), board.asked.day)
    figure = FIGURES[board.asked.figure]
    title = f"{figure.name}: {count} việc"
    if count > len(lines):
        title += f", ở đây {len(lines)} việc đầu"
    book = as_workbook([tables.of_work(lines, title)], board.about)
    return workbook_answer(book, f"viec-{figure.code}")
