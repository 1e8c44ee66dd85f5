"""The deadline language: a cell of a plan → what it asks, as schedules.

In: the words and the plan year (and a calendar for working days). Out: one schedule for each part.
What is not understood to the last word that matters is `Unclear`, verbatim: never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.deadlines.accounts import answers_for_all
from cchc.deadlines.binding import bind
from cchc.deadlines.calendar import WorkingCalendar
from cchc.deadlines.calendar_tables import default_calendar
from cchc.deadlines.clauses import NEVER_OPEN
from cchc.deadlines.lexer import Lexemes, lex
from cchc.deadlines.meanings import Clause, Manner, Refused, Waiting
from cchc.deadlines.parts import Part, cut
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import Conditional, Schedule, Unclear
from cchc.text.normal import nfc, one_line

# A cell longer than this is no deadline, whatever it contains.
_LONGEST = 1_500
# Only a short cell is tried again as one whose marks were misread.
_MISREAD_WORDS = 12
_NUMBER = re.compile(r"\d|\b[IVX]+\b")
_NOTHING_SAID = frozenset("-–—‐‑‒− \n\t\u00a0")


def understand(
    phrase: str, year: int, *, calendar: WorkingCalendar | None = None
) -> tuple[Schedule, ...]:
    """Say what a deadline's words mean in a plan year.

    «Trước 30/11» (Đồng Tháp 2020) → (By(30 November, inclusive=False),); an empty cell and a lone
    dash → (). Never raises; `calendar` decides working days, else the shipped one.
    """
    if calendar is None:
        return _understand_by_default(phrase, year)
    return _understand(phrase, year, calendar)


@lru_cache(maxsize=8_192)
def _understand_by_default(phrase: str, year: int) -> tuple[Schedule, ...]:
    return _understand(phrase, year, None)


def _understand(phrase: str, year: int, calendar: WorkingCalendar | None) -> tuple[Schedule, ...]:
    if _NOTHING_SAID.issuperset(phrase.strip()):
        return ()
    text = one_line(nfc(phrase))
    if not text:
        return ()
    if len(text) > _LONGEST:
        return (Unclear(text),)
    lexemes = lex(phrase)
    found, clean = _read(lexemes, year, calendar)
    unmarked = not clean and text.isascii()
    unclear = any(isinstance(schedule, Unclear) for schedule in found)
    if unmarked or (unclear and lexemes.length <= _MISREAD_WORDS):
        found = _read_unmarked(phrase, lexemes, year, calendar) or found
    return found or (Unclear(text),)


def _read_unmarked(
    phrase: str, marked: Lexemes, year: int, calendar: WorkingCalendar | None
) -> tuple[Schedule, ...]:
    """Read once more by the letters without their marks; only what is whole is believed.

    A typewriter's «Truoc ngay 30/11», a scanner's «Trưóc ngảy 30/11». Conditions are believed only
    where the whole text has no marks: «khí» would else be «khi».
    """
    unmarked = lex(phrase, unmarked=True)
    if unmarked == marked:
        return ()  # it would be read as before
    found, clean = _read(unmarked, year, calendar)
    doubtful = any(
        isinstance(schedule, Unclear)
        or (isinstance(schedule, Conditional) and not phrase.isascii())
        for schedule in found
    )
    return found if clean and not doubtful else ()


def _read(
    lexemes: Lexemes, year: int, calendar: WorkingCalendar | None
) -> tuple[tuple[Schedule, ...], bool]:
    """Return the schedules, and whether every word was needed to understand them."""
    if NEVER_OPEN.issuperset(lexemes.signs):
        return (Unclear(one_line(lexemes.text)),), False  # no word of it tells a time
    parts = cut(lexemes)
    found: list[Schedule] = []
    understood = False
    for part in parts:
        schedules = _part(lexemes, part, year, calendar, alone=len(parts) == 1)
        understood = understood or not all(isinstance(one, Unclear) for one in schedules)
        found += schedules
    if not understood:
        found = [Unclear(one_line(lexemes.text))]
    elif len(found) == 1 and not _is_firm(parts) and not _has_number(found[0].note):
        found = [_without_note(found[0])]
    return tuple(found), all(part.clean for part in parts)


def _is_firm(parts: list[Part]) -> bool:
    return any(said.firm for part in parts for said in part.said)


def _has_number(note: str | None) -> bool:
    return note is not None and _NUMBER.search(note) is not None


def _without_note(schedule: Schedule) -> Schedule:
    return type(schedule)(
        *(getattr(schedule, name) for name in schedule.__slots__ if name != "note")
    )


def _part(
    lexemes: Lexemes, part: Part, year: int, calendar: WorkingCalendar | None, *, alone: bool
) -> list[Schedule]:
    refused = part.refused or any(isinstance(said.clause.meaning, Refused) for said in part.said)
    telling = [said for said in part.said if not isinstance(said.clause.meaning, Manner)]
    if refused or not telling:
        return [Unclear(lexemes.slice(part.first, part.last))]
    bound = bind(telling, year, calendar or default_calendar, _triggers(lexemes, part, alone=alone))
    if bound is None:
        return [Unclear(lexemes.slice(part.first, part.last))]
    for first, last in part.left_over:
        bound.append(Unclear(lexemes.slice(first, last)))
    if not answers_for_all(lexemes, part.first, part.last, bound, year):
        return [Unclear(lexemes.slice(part.first, part.last))]
    return bound


def _triggers(lexemes: Lexemes, part: Part, *, alone: bool) -> dict[Clause, str]:
    """Return the words of each condition; one that is all the cell says is the whole cell."""
    waiting = [said.clause for said in part.said if isinstance(said.clause.meaning, Waiting)]
    others = sum(not isinstance(said.clause.meaning, Manner) for said in part.said)
    tied = any(said.firm for said in part.said)
    if alone and len(waiting) == others == 1 and not part.left_over and not tied:
        return {waiting[0]: lexemes.slice(part.first, lexemes.length).rstrip(" .;,/")}
    return {clause: _words(lexemes, clause) for clause in waiting}


def _words(lexemes: Lexemes, clause: Clause) -> str:
    last = clause.last
    while last > clause.first + 1 and lexemes.signs[last - 1] in (
        Sign.COMMA, Sign.STOP, Sign.AND, Sign.COLON,
    ):  # fmt: skip
        last -= 1
    return lexemes.slice(clause.first, last)
