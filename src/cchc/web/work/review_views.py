"""The monthly review: every unit's and person's dated work of a month on one page to print."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.ui.clock import today
from cchc.web.ui.sheets import Table, as_workbook, workbook_answer
from cchc.web.work import display, my_page, review_page
from cchc.web.work.answers import person
from cchc.web.work.queries import owed

MOST_SHOWN = 400  # more are not read on a page: the counts, and all of them in Excel
_HEADS = (
    *("Đơn vị, người", "Nhiệm vụ", "Lần, sản phẩm", "Thời hạn trong kế hoạch", "Hạn"),
    *("Xong ngày", "Kết quả", "Tồn từ tháng trước"),
)
_WIDTHS = (34, 60, 30, 28, 12, 12, 18, 12)


def _review(request: HttpRequest, *, whole: bool = False) -> dict[str, Any]:
    """The month that is asked for, of those whose work the person may look at. 8 queries.

    Where there is more than anybody reads, only the counts by unit; with `whole` every row.
    """
    user, on, query = person(request), today(), request.GET
    scope = my_page.scope_of(request, user, on, is_units=True)
    first = display.month_of(query.get("thang", ""), on)
    last = display.last_of(first)
    found = owed.reviewed(scope.rows, first, last, on)
    is_long = not whole and found.count() > MOST_SHOWN
    by = "" if is_long else query.get("theo", "")
    if is_long:
        groups = review_page.counted_groups(owed.review_counts(found, on))
        total = review_page.sum_of(groups)
    else:
        rows = list(owed.listed(found))
        lines = display.lines_of(rows, on, people=owed.assigned_people(rows))
        keys = review_page.by_person if by == "nguoi" else review_page.by_unit
        groups = review_page.groups_of(lines, keys, first, on)
        total = review_page.total_of(lines, on)
    return {
        "scope": scope,
        "month": first,
        "before": f"{display.month_before(first):%Y-%m}",
        "after": f"{display.next_month(first):%Y-%m}",
        "by": by,
        "groups": groups,
        "whole": total,
        "is_long": is_long,
        "outcomes": review_page.OUTCOMES,
        "today": on,
    }


@require_safe
@login_required
def review(request: HttpRequest) -> HttpResponse:
    """The month on the screen, with the way to other months, units and to paper."""
    return render(request, "work/review.html", _review(request))


@require_safe
@login_required
def print_review(request: HttpRequest) -> HttpResponse:
    """The month as a paper for the meeting."""
    return render(request, "work/review_print.html", _review(request))


@require_safe
@login_required
def export_review(request: HttpRequest) -> HttpResponse:
    """The month as an Excel table, its number of rows printed on it."""
    found = _review(request, whole=True)
    rows = [
        (
            group.title,
            line.row.task.text,
            line.owes,
            line.row.task.deadline,
            line.row.due_on,
            line.row.done_on,
            review_page.OUTCOMES[outcome][1],
            "x" if is_carried else "",
        )
        for group in found["groups"]
        for line, outcome, is_carried in group.lines
    ]
    title = f"Giao ban tháng {found['month']:%m/%Y}"
    about = f"{found['scope'].title}, số liệu ngày {found['today']:%d/%m/%Y}"
    table = Table("Giao ban", title, _HEADS, rows, _WIDTHS)
    return workbook_answer(as_workbook([table], about), title)
