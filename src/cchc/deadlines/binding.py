"""Clauses side by side → schedules: what belongs together is put together, then dated.

«Hàng tháng, trước ngày 20» is one rhythm with its day; «thường xuyên trong năm» is continuous;
«định kỳ, quý, năm» needs no period; adjoining quarters are one window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.days import PickerKind, dates_in_year, last_days
from cchc.deadlines.due import due_days
from cchc.deadlines.meanings import Bound, Clause, Points, Steady, Waiting
from cchc.deadlines.parts import Said
from cchc.deadlines.period_days import Days
from cchc.deadlines.points import Element
from cchc.deadlines.rhythms import Rhythm
from cchc.deadlines.stretches import Span, Stretch, Unit
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Recurring,
    Schedule,
    Window,
)

_IN_A_YEAR = (Unit.MONTH, Unit.QUARTER, Unit.PART, Unit.WEEK)
_SIX_DAYS = timedelta(days=6)
Calendar = WorkingCalendar | Callable[[], WorkingCalendar]
_A_YEAR = {Every.MONTH: 12, Every.QUARTER: 4, Every.PERIOD: 4, Every.HALF_YEAR: 2, Every.YEAR: 1}


def bind(
    said: list[Said], year: int, calendar: Calendar, triggers: dict[Clause, str]
) -> list[Schedule] | None:
    """Turn the clauses of one part into schedules; None where a date does not exist."""
    if any(_contradict(one, following) for one, following in pairwise(said)):
        return None
    said = _carry_bounds(_drop_idle(said, year))
    found: list[Schedule] = []
    index = 0
    while index < len(said):
        one = said[index]
        following = said[index + 1] if index + 1 < len(said) else None
        together = _together(one, following, year, calendar) if following is not None else None
        if together is not None:
            found += together
            index += 2
            continue
        alone = _alone(one, year, calendar, triggers)
        if alone is None:
            return None
        found += [schedule for schedule in alone if schedule not in found]
        index += 1
    return found or None


def _contradict(one: Said, following: Said) -> bool:
    """«5/10 hàng tháng», «15/6 mỗi quý»: one day of the year cannot come every month."""
    first, second = one.clause.meaning, following.clause.meaning
    return (
        isinstance(first, Points)
        and first.is_days
        and len(first.elements) == 1
        and isinstance(second, Rhythm)
        and second.marked
        and Every.YEAR not in second.everys
        and one.clause.last == following.clause.first
    )


def _drop_idle(said: list[Said], year: int) -> list[Said]:
    """Drop what only repeats its neighbour: «trong năm» by «thường xuyên», «định kỳ» by «quý»."""
    meanings = [one.clause.meaning for one in said]
    steady = any(isinstance(meaning, Steady) for meaning in meanings)
    rhythms = [meaning for meaning in meanings if isinstance(meaning, Rhythm)]
    named = any(every is not Every.PERIOD for rhythm in rhythms for every in rhythm.everys)
    daily = any(isinstance(meaning, Days) and meaning.every for meaning in meanings)
    kept: list[Said] = []
    note = said[0].note if said else None
    for one in said:
        meaning = one.clause.meaning
        if isinstance(meaning, Points) and meaning.is_whole_year and one.note in (None, note):
            if steady and meaning.is_year(year):
                continue
            if rhythms and meaning.bound is Bound.NONE and meaning.is_one_year:
                _give_year(kept, said, meaning)
                continue
            if _is_narrowed(one, said):
                _give_year(kept, said, meaning)
                continue
        if isinstance(meaning, Rhythm):
            if steady and meaning.everys == (Every.YEAR,) and one.note is None:
                continue
            if meaning.everys == (Every.PERIOD,) and (named or daily) and one.note is None:
                continue
        if isinstance(meaning, Steady) and kept and isinstance(kept[-1].clause.meaning, Steady):
            continue
        kept.append(one)
    return kept


def _carry_bounds(said: list[Said]) -> list[Said]:
    """«Trước ngày 20/3 (quý I), 20/6 (6 tháng)»: the bound holds for the dates that follow."""
    bound = Bound.NONE
    for one in said:
        meaning = one.clause.meaning
        if not isinstance(meaning, Points) or not meaning.is_days:
            bound = Bound.NONE
        elif meaning.bound is Bound.NONE and not one.firm:
            one.clause = one.clause._replace(meaning=meaning._replace(bound=bound))
        else:
            bound = meaning.bound
    return said


def _give_year(kept: list[Said], said: list[Said], year: Points) -> None:
    """«Hàng quý trong năm 2026», «năm 2026 (quý I)»: the year belongs to what is beside it."""
    named = year.elements[0].end.year
    if named is None:
        return
    for one in [*kept, *said]:
        meaning = one.clause.meaning
        if isinstance(meaning, Rhythm):
            one.clause = one.clause._replace(meaning=meaning._replace(year=named))
        elif isinstance(meaning, Points) and meaning is not year:
            dated = tuple(_in_year(element, named) for element in meaning.elements)
            one.clause = one.clause._replace(meaning=meaning._replace(elements=dated))


def _in_year(element: Element, year: int) -> Element:
    def dated(stretch: Stretch | None) -> Stretch | None:
        if stretch is None or stretch.year is not None or stretch.shift:
            return stretch
        return stretch._replace(year=year)

    return element._replace(start=dated(element.start), end=dated(element.end) or element.end)


def _is_narrowed(one: Said, said: list[Said]) -> bool:
    """Say whether the next thing said is a window within this whole year: «năm 2026, quý II»."""
    place = said.index(one)
    if place + 1 == len(said) or one.note is not None or said[place + 1].note is not None:
        return False
    following = said[place + 1].clause.meaning
    return (
        isinstance(following, Points)
        and following.bound is Bound.NONE
        and all(element.end.unit in _IN_A_YEAR for element in following.elements)
    )


def _together(one: Said, following: Said, year: int, calendar: Calendar) -> list[Schedule] | None:
    """Join a rhythm with the days beside it, in either order; None where they are two things."""
    first, second = one.clause.meaning, following.clause.meaning
    if isinstance(second, Rhythm) and not isinstance(first, Rhythm):
        first, second = second, first
    if isinstance(first, Points) and isinstance(second, Days):
        return _month_with_day(first, second, year, calendar, one.note or following.note)
    if not isinstance(first, Rhythm):
        return None
    if one.note and following.note and one.note != following.note:
        return None
    note = one.note or following.note
    if isinstance(second, Days):
        return _rhythm_with_days(first, second, first.year or year, calendar, note)
    if isinstance(second, Points):
        return _rhythm_with_points(
            first,
            second,
            first.year or year,
            note,
            in_brackets=following.in_brackets,
            beside=following.in_brackets or one.clause.last == following.clause.first,
        )
    return None


def _month_with_day(
    month: Points, days: Days, year: int, calendar: Calendar, note: str | None
) -> list[Schedule] | None:
    """«Tháng 3 (trước ngày 25)» → before 25 March."""
    only = month.elements[0].end
    if days.every is not None or days.within is not None or month.bound is not Bound.NONE:
        return None
    if only.unit is not Unit.MONTH or len(month.elements) > 1 or month.elements[0].is_range:
        return None
    return _days(days._replace(within=only), year, calendar, note)


def _rhythm_with_days(
    rhythm: Rhythm, days: Days, year: int, calendar: Calendar, note: str | None
) -> list[Schedule] | None:
    """«Hàng quý, trước ngày 10 tháng cuối quý»; «quý, năm: ngày 20 của tháng cuối kỳ»."""
    if days.within is not None:
        return None
    if days.every is not None and days.every is not Every.PERIOD:
        if rhythm.everys == (Every.PERIOD,) or rhythm.everys == (days.every,):
            return _dated_days(days, (days.every,), year, calendar, note)
        # «hàng năm» after «ngày 15 của tháng» says nothing new
        return (
            _dated_days(days, (days.every,), year, calendar, note)
            if rhythm.everys == (Every.YEAR,)
            else None
        )
    return _dated_days(days, rhythm.everys, year, calendar, note)


def _dated_days(
    days: Days, everys: tuple[Every, ...], year: int, calendar: Calendar, note: str | None
) -> list[Schedule] | None:
    """Date each rhythm; None where a month has no such day («thứ Hai tuần thứ 9»)."""
    known = calendar if isinstance(calendar, WorkingCalendar) else calendar()
    found: list[Schedule] = []
    for every in everys:
        dates: list[date] = []
        for picker in days.pickers:
            picked = dates_in_year(picker, every, days.place, days.shift, year, known)
            if picked == ():
                return None
            dates += picked or ()
        found.append(Recurring(every, tuple(sorted(set(dates))) or None, note))
    return found


def _rhythm_with_points(
    rhythm: Rhythm,
    points: Points,
    year: int,
    note: str | None,
    *,
    in_brackets: bool,
    beside: bool,
) -> list[Schedule] | None:
    """«Trước 25/11 hàng năm»; «hàng quý (15/3, 15/6, 15/9, 15/12)»; «hàng tháng trong quý II»."""
    dated = _points(points, year, None) if rhythm.marked else None
    if dated is None:
        return None
    due = [day for schedule in dated for day in due_days(schedule, year)]
    if rhythm.everys == (Every.YEAR,):
        if any(element.end.unit is Unit.YEAR for element in points.elements):
            return None  # «hàng năm đến năm 2030»
        return [Recurring(Every.YEAR, tuple(due), note)]
    if len(rhythm.everys) != 1:
        return None
    if not points.is_days:
        if any(element.end.unit is Unit.YEAR for element in points.elements):
            return None
        if len(due) > 1 and len(due) == _A_YEAR.get(rhythm.everys[0]):
            return [Recurring(rhythm.everys[0], tuple(due), note)]
        return _within(rhythm.everys[0], dated, year, note) if beside else None
    if in_brackets or (len(due) > 1 and len(due) == _A_YEAR.get(rhythm.everys[0])):
        return [Recurring(rhythm.everys[0], tuple(due), note)]
    return None


def _within(
    every: Every, dated: list[Schedule], year: int, note: str | None
) -> list[Schedule] | None:
    """«Hàng tháng từ tháng 3 đến tháng 9»: the days of the rhythm that the windows hold."""
    if every not in (Every.MONTH, Every.QUARTER):
        return None
    held = [
        day
        for day in last_days(every, year) or ()
        if any(
            isinstance(window, Window) and (window.start or day) <= day <= window.end
            for window in dated
        )
    ]
    return [Recurring(every, tuple(held), note)] if len(held) > 1 else None


def _alone(
    one: Said, year: int, calendar: Calendar, triggers: dict[Clause, str]
) -> list[Schedule] | None:
    meaning = one.clause.meaning
    note = one.note
    if isinstance(meaning, Points):
        return _points(meaning, year, note)
    if isinstance(meaning, Rhythm):
        in_year = meaning.year or year
        return [Recurring(every, last_days(every, in_year), note) for every in meaning.everys]
    if isinstance(meaning, Days):
        return _days(meaning, year, calendar, note)
    if isinstance(meaning, Steady):
        return [Continuous(note)]
    if isinstance(meaning, Waiting):
        return [Conditional(triggers[one.clause], meaning.offset, note)]
    return None


def _days(days: Days, year: int, calendar: Calendar, note: str | None) -> list[Schedule] | None:
    if days.within is not None:
        span = days.within.span(year)
        if span is None:
            return None
        known = calendar if isinstance(calendar, WorkingCalendar) else calendar()
        picked = [picker.pick(span[0], span[1], known) for picker in days.pickers]
        if days.pickers[0].kind is PickerKind.WEEK:
            return [Window(day - _SIX_DAYS, day, note) for day in picked if day] or None
        return [By(day, inclusive=days.inclusive, note=note) for day in picked if day] or None
    if days.every is None:
        return None
    return _dated_days(days, (days.every,), year, calendar, note)


def _span(element: Element, year: int) -> Span | None:
    end = element.end.span(year)
    if end is None or element.start is None:
        return end
    start = element.start.span(year)
    if start is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _points(points: Points, year: int, note: str | None) -> list[Schedule] | None:
    found: list[Schedule] = []
    for element in points.elements:
        span = _span(element, year)
        if span is None:
            return None
        if points.bound is Bound.BEFORE:
            found.append(By(span[0], inclusive=False, note=note))
        elif points.bound is Bound.LATEST:
            found.append(By(span[1], inclusive=True, note=note))
        elif element.start is None:
            found.append(Window(None, span[1], note))
        elif element.is_range or element.end.unit is not Unit.DAY:
            _add_window(found, Window(span[0], span[1], note))
        else:
            found.append(By(span[1], inclusive=True, note=note))
    return found


def _add_window(found: list[Schedule], window: Window) -> None:
    """Add a window; one that adjoins the last is joined to it: «Quý II, III»."""
    last: Schedule | None = found[-1] if found else None
    if isinstance(last, Window) and window.start == _day_after(last.end):
        found[-1] = replace(last, end=window.end)
    else:
        found.append(window)


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
