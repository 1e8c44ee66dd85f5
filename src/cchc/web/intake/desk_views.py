"""Edits on the desk: of a value, of a row, taken back. Each answers with the part it changed."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.web.intake import policy
from cchc.web.intake.actions import editing, rows, values
from cchc.web.intake.deadline_words import schedule_of_words
from cchc.web.intake.deadline_words import understood as said_back
from cchc.web.intake.desk_page import Sight
from cchc.web.intake.desk_state import look_at
from cchc.web.intake.item_answer import answer_with_item
from cchc.web.intake.item_fields import TITLES
from cchc.web.intake.models import Item, Reading
from cchc.web.intake.sight import address_of, user_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation


@login_required
@require_POST
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Write one value as it was typed."""
    item = _item(request, pk)
    name = request.POST.get("name", "")
    try:
        values.set_value(
            by=user_of(request),
            item=item,
            name=name,
            posted=request.POST.dict(),
            seen=_seen(request),
            mark=request.POST.get("mark", ""),
        )
    except RuleViolation as error:
        return _refused(request, item, name, error)
    return _answer(request, item, Sight(item.pk, name))


@login_required
@require_POST
def schedule(request: HttpRequest, pk: int) -> HttpResponse:
    """Set what a deadline means by choosing."""
    item = _item(request, pk)
    try:
        values.choose_schedule(
            by=user_of(request),
            item=item,
            posted=request.POST.dict(),
            seen=_seen(request),
            mark=request.POST.get("mark", ""),
        )
    except RuleViolation as error:
        return _refused(request, item, "deadline", error)
    return _answer(request, item, Sight(item.pk, "deadline"))


@login_required
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree with one value."""
    item = _item(request, pk)
    name, _, mark = request.POST.get("accepted", "").partition(" ")
    try:
        values.accept(
            by=user_of(request),
            item=item,
            name=name,
            seen=_seen(request),
            mark=mark,
        )
    except RuleViolation as error:
        return _refused(request, item, "", error)
    return _answer(request, item, Sight(item.pk, name))


@login_required
@require_POST
def accept_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree with a whole row, or with what is certain in it."""
    item = _item(request, pk)
    only_certain = request.POST.get("which") == "certain"
    try:
        values.accept_item(
            by=user_of(request), item=item, seen=_seen(request), only_certain=only_certain
        )
    except RuleViolation as error:
        return _refused(request, item, "", error)
    return _answer(request, item, Sight(item.pk))


@login_required
@require_POST
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a row out, split it, join it with the next, move it."""
    item = _item(request, pk)
    shown = Sight(item.pk, TITLES[item.part])
    try:
        _change_row(request, item)
    except RuleViolation as error:
        _say_why_not(request, error)
    if request.POST.get("do") == "remove":
        shown = Sight()
    return _list_answer(request, item.reading, shown)


def _change_row(request: HttpRequest, item: Item) -> None:
    by, seen = user_of(request), _seen(request)
    match request.POST.get("do"):
        case "remove":
            rows.remove_row(by=by, item=item, seen=seen)
            messages.success(request, f"Đã bỏ «{item}»; «Hoàn tác» để lấy lại.")
        case "split":
            rows.split_row(by=by, item=item, lines=request.POST.get("lines", ""), seen=seen)
        case "join":
            rows.join_rows(by=by, item=item, seen=seen)
        case "up" | "down" as way:
            rows.move_row(by=by, item=item, up=way == "up", seen=seen)
        case "area":
            rows.move_to_area(by=by, item=item, area=request.POST.get("area", ""), seen=seen)


@login_required
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row that the machine did not see."""
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    after = request.POST.get("after", "")
    try:
        made = rows.add_row(
            by=user,
            reading=reading,
            part=request.POST.get("part", ""),
            text=request.POST.get("text", ""),
            after=_item(request, int(after)) if after.isdecimal() else None,
        )
        shown = Sight(made.pk, TITLES[made.part])
    except RuleViolation as error:
        _say_why_not(request, error)
        shown = Sight()
    return _list_answer(request, reading, shown)


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back my latest edit."""
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    try:
        undone = editing.undo(by=user, reading=reading)
        messages.success(request, f"Đã hoàn tác: {undone.summary}.")
        shown = Sight(undone.rows[0]["item"] if undone.rows[0]["before"] else None)
    except RuleViolation as error:
        _say_why_not(request, error)
        shown = Sight()
    reading.refresh_from_db()
    return _list_answer(request, reading, shown)


@require_safe
@login_required
def understood(request: HttpRequest, pk: int) -> HttpResponse:
    """What words of a deadline would mean in this plan, while they are typed."""
    reading = reach(policy.visible_readings(user_of(request), today()), pk=pk)
    words = request.GET.get("value", "")[:1_500]
    found = said_back(schedule_of_words(words, reading.year), reading.year)
    return render(request, "intake/_understood.html", {"said": found})


def _say_why_not(request: HttpRequest, error: RuleViolation) -> None:
    """Over the list that follows; a refusal without script has a page of its own."""
    if isinstance(error, Forbidden) and not request.headers.get("HX-Request"):
        raise error
    messages.error(request, error.sentence)


def _item(request: HttpRequest, pk: int) -> Item:
    return reach(policy.visible_items(user_of(request), today()), pk=pk)


def _seen(request: HttpRequest) -> int:
    seen = request.POST.get("version", "")
    return int(seen) if seen.isdecimal() else 0


def _answer(request: HttpRequest, item: Item, sight: Sight) -> HttpResponse:
    """The item as it now stands; the whole desk where there is no script."""
    sight = replace(sight, only_open=request.POST.get("ngo") == "1")
    if not request.headers.get("HX-Request"):
        return redirect(address_of(item.reading_id, sight))
    return answer_with_item(request, item, sight, {}, 200)


def _refused(request: HttpRequest, item: Item, name: str, error: RuleViolation) -> HttpResponse:
    """The item with what was typed and why it was not written; beside it what stands now."""
    sight = Sight(item.pk, name, name, only_open=request.POST.get("ngo") == "1")
    told = {
        "wrong": error.sentence,
        "typed": request.POST,
        "is_conflict": isinstance(error, ChangedMeanwhile),
    }
    return answer_with_item(request, item, sight, told, error.status)


def _list_answer(request: HttpRequest, reading: Reading, sight: Sight) -> HttpResponse:
    """The list as it now stands; the whole desk where there is no script."""
    sight = replace(sight, only_open=request.POST.get("ngo") == "1")
    if not request.headers.get("HX-Request"):
        return redirect(address_of(reading.pk, sight))
    seen = look_at(reading, user_of(request), sight)
    told = {
        "reading": reading,
        "state": seen.state,
        "sight": sight,
        "parts": seen.parts(),
        "source": None,
        "may_review": policy.may_review(user_of(request), reading, on=today()),
    }
    return render(request, "intake/_rows_answer.html", told)
