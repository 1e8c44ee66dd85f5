"""Grammar of clauses: a bound, a rhythm, a condition — one thing a deadline says.

Built on `points`, `lists` and `rhythms`. A clause knows its first and last word, so that what
stands around it can be kept as a note, or make the whole unclear.
"""

from __future__ import annotations

from cchc.deadlines.distances import find_distance, leading_distance
from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.lists import elements
from cchc.deadlines.meanings import (
    Bound,
    Clause,
    Manner,
    Points,
    Refused,
    Steady,
    Waiting,
)
from cchc.deadlines.numerals import number
from cchc.deadlines.period_days import Days, days
from cchc.deadlines.points import Element, stretch
from cchc.deadlines.rhythms import Rhythm, rhythm, weekly
from cchc.deadlines.stretches import Unit, last_day
from cchc.deadlines.vocabulary import Sign

NEVER_OPEN = {
    Sign.WORD, Sign.REPORT, Sign.COMMA, Sign.AND, Sign.COLON, Sign.SEMICOLON, Sign.SLASH,
    Sign.DASH, Sign.STOP, Sign.OPEN, Sign.CLOSE, Sign.BULLET, Sign.MARK, Sign.NOTHING,
    Sign.DOCUMENT_NUMBER, Sign.EVENT,
}  # fmt: skip
_LEAD_IN = {Sign.IN, Sign.FILLER, Sign.TIME_LABEL, Sign.WITHIN, Sign.AT_LEAST}
_LENGTH_BEFORE = {Sign.IN, Sign.WITHIN, Sign.AT_LEAST}
_BOUNDS = {Sign.BEFORE, Sign.AT_LATEST, Sign.UNTIL, Sign.END_OF}
_OPENERS = {Sign.WHEN, Sign.AFTER, Sign.BEFORE_WHEN, Sign.ACCORDING, Sign.AD_HOC, Sign.BY_RULE}
_SPEAKING = _OPENERS | _BOUNDS | {
    Sign.CONTINUOUS, Sign.REGULAR, Sign.EVERY, Sign.WITHIN, Sign.MONTH, Sign.QUARTER, Sign.DAY,
}  # fmt: skip
_FILLED_IN = {Sign.DAY, Sign.MONTH, Sign.QUARTER}
_SEPARATORS = {Sign.COMMA, Sign.AND, Sign.SLASH, Sign.COLON}
_ENDINGS = {Sign.NOTHING, Sign.SEMICOLON, Sign.CLOSE, Sign.OPEN, Sign.STOP, Sign.COMMA, Sign.AND}
_MONTH_NAMED = {Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.PART, Unit.WEEK}


# A reading looks only ahead, so a long cell is read from its end: no nesting is then too deep.
_LONG = 40


class Clauses:
    """Reads the clauses of one deadline; what was read at a place is remembered."""

    __slots__ = ("_read", "lexemes")

    def __init__(self, lexemes: Lexemes) -> None:
        self.lexemes = lexemes
        self._read: dict[int, Clause | None] = {}
        if lexemes.length > _LONG:
            for place in range(lexemes.length - 1, -1, -1):
                self.at(place)

    def at(self, i: int) -> Clause | None:
        """Return the clause that begins at a place, or None where none does."""
        if self.lexemes.signs[i] in NEVER_OPEN:
            return None
        if i not in self._read:
            self._read[i] = None  # a clause never begins inside the reading of itself
            self._read[i] = self._clause(i)
        return self._read[i]

    def _clause(self, i: int) -> Clause | None:
        signs = self.lexemes.signs
        j = i
        while signs[j] in _LEAD_IN:
            distance = self._distance(i, j)
            if distance is not None:
                return distance
            j += 1
        if j > i and signs[j] in (Sign.YEAR, Sign.THIS_YEAR):
            in_year = elements(self.lexemes, j, bare_year=signs[j - 1] is Sign.IN)
            if in_year is not None:
                return Clause(Points(tuple(in_year[0]), Bound.NONE), i, in_year[1])
        meaning = self._distance(i, j) or self._after_lead_in(i, j)
        if meaning is not None or j == i:
            return meaning
        return self._waiting_inside(i, j)

    def _after_lead_in(self, i: int, j: int) -> Clause | None:
        lexemes = self.lexemes
        sign = lexemes.signs[j]
        found = rhythm(lexemes, j) or weekly(lexemes, j)
        if found is not None:
            counted = sign is Sign.NUMBER or sign is Sign.NUMBER_WORD
            if counted and j > i and lexemes.signs[j - 1] in _LENGTH_BEFORE and not found[0].marked:
                return Clause(Refused(), i, found[1])  # «trong 6 tháng» is a length
            return Clause(found[0], i, found[1])
        if sign in _BOUNDS:
            return self._bounded(i, j)
        if sign is Sign.FROM:
            return self._from(i, j)
        if sign is Sign.CONTINUOUS:
            return Clause(Steady(), i, j + 1)
        if sign in _OPENERS:
            return self._opened(i, j)
        if sign is Sign.IF_ANY and self._says_something(j + 1):
            return self._waiting(i, j)
        if sign in (Sign.MANNER, Sign.IF_ANY):
            return Clause(Manner(), i, j + 1)
        if sign in (Sign.REFUSAL, Sign.OTHER_CALENDAR):
            return Clause(Refused(), i, j + 1)
        if sign in (Sign.WORD, Sign.EVENT, Sign.NOTHING, Sign.COMMA):
            return None
        if sign is Sign.TET:
            return Clause(Refused(), i, j + 1)  # which of its days is not said
        plural = sign is Sign.ALL and lexemes.signs[j + 1] in (Sign.MONTH, Sign.QUARTER)
        if plural and lexemes.signs[j + 2] in (Sign.START, Sign.END):
            return Clause(Refused(), i, j + 2)  # «những tháng cuối năm»: how many is not said
        if sign is Sign.MIDDLE and self._is_between(j):
            return Clause(Refused(), i, j + 1)
        return self._points(i, j, Bound.NONE, bare_year=False) or self._blank(i, j)

    def _is_between(self, i: int) -> bool:
        """«Giữa quý II và quý III»: between the two, or the middle of each?"""
        signs = self.lexemes.signs
        first = stretch(self.lexemes, i + 1)
        if first is None or signs[first[1]] is not Sign.AND:
            return False
        return signs[first[1] + 1] is signs[i + 1]

    def _blank(self, i: int, j: int) -> Clause | None:
        """«Ngày ... tháng ... năm 2026», «tháng    /2026»: left for someone to fill in."""
        signs = self.lexemes.signs
        if signs[j] in _FILLED_IN and signs[j + 1] in (Sign.SLASH, Sign.MARK, Sign.STOP):
            return Clause(Refused(), i, j + 1) if signs[j + 2] is not Sign.NOTHING else None
        return None

    def _points(self, i: int, j: int, bound: Bound, *, bare_year: bool) -> Clause | None:
        """Read stretches, else days within a period, perhaps after an hour of the day."""
        lexemes = self.lexemes
        clock = _clock(lexemes, j)
        if clock is not None:
            j = clock
            bound = Bound.LATEST if bound is not Bound.NONE else bound
        listed = elements(lexemes, j, bare_year=bare_year)
        if listed is not None:
            return Clause(Points(tuple(listed[0]), bound), i, listed[1])
        picked = days(lexemes, j, bound=bound is not Bound.NONE)
        if picked is None:
            timed = bound is not Bound.NONE or clock is not None
            week = weekly(lexemes, j) if timed else None
            if week is not None:
                return Clause(week[0], i, week[1])
            daily = clock is not None and lexemes.signs[j] is Sign.CONTINUOUS
            return Clause(Steady(), i, j + 1) if daily else None
        found, end = picked
        found = found._replace(inclusive=bound is not Bound.BEFORE)
        if found.every is None and found.within is None and bound is Bound.NONE:
            # «ngày 15» alone is no deadline, beside «hàng tháng» it is one
            return Clause(found, i, end) if lexemes.signs[j] is Sign.DAY else None
        return Clause(found, i, end)

    def _bounded(self, i: int, j: int) -> Clause | None:
        """«Trước ngày 30/11», «chậm nhất hết quý III», «đến hết năm 2023»; else a condition."""
        signs = self.lexemes.signs
        bound = Bound.LATEST
        k = j
        while signs[k] in _BOUNDS or signs[k] in _LEAD_IN or (k > j and signs[k] is Sign.COLON):
            if signs[k] is Sign.BEFORE:
                bound = Bound.BEFORE
            k += 1
            distance = self._distance(i, k) if signs[k - 1] is not Sign.UNTIL else None
            if distance is not None:
                return distance
        found = self._points(i, k, bound, bare_year=True)
        if found is not None:
            if signs[k - 1] is Sign.END_OF and bound is Bound.BEFORE:
                return _before_its_end(found)
            if signs[j] is Sign.UNTIL and isinstance(found.meaning, Points):
                return self._since_issue(found)
            return found
        blank = self._blank(i, k)
        if blank is not None:
            return blank
        if signs[k] in (Sign.AND, Sign.COMMA) or rhythm(self.lexemes, k) is not None:
            ended = rhythm(self.lexemes, k) if signs[j] is Sign.END_OF else None
            if ended is not None and ended[0].marked:
                return Clause(ended[0], i, ended[1])  # «kết thúc mỗi quý»
            # «trước và sau Tết», «hết 6 tháng»: bounds without a day
            return Clause(Refused(), i, k)
        if signs[k] in _OPENERS:
            end = self._end_of_trigger(k)
            return Clause(Waiting(find_distance(self.lexemes, k, end)), i, end)
        if signs[k] is Sign.DAY and signs[k + 1] is Sign.NUMBER:
            return Clause(Refused(), i, k)  # «trước ngày 20 quý II»
        if signs[j] is Sign.BEFORE and signs[k] in (
            Sign.WORD, Sign.EVENT, Sign.DAY, Sign.TIMES, Sign.REPORT,
        ):  # fmt: skip
            # «Trước kỳ họp cuối năm của HĐND tỉnh»: an event, whatever time it names
            return self._waiting(i, j)
        return None

    def _since_issue(self, found: Clause) -> Clause:
        """«Đến 31/12/2026 kể từ ngày ký» is the window from the day of issue."""
        signs = self.lexemes.signs
        issued = (Sign.FROM, Sign.DAY, Sign.ISSUE)
        if not isinstance(found.meaning, Points) or (
            tuple(signs[found.last : found.last + 3]) != issued
        ):
            return found
        element = Element(None, found.meaning.elements[-1].end, is_range=True)
        return Clause(Points((element,), Bound.NONE), found.first, found.last + 3)

    def _from(self, i: int, j: int) -> Clause | None:
        """«Từ quý II đến hết năm», «từ ngày ký đến 31/12/2026», «từ nay đến hết năm»."""
        lexemes = self.lexemes
        signs = lexemes.signs
        listed = elements(lexemes, j + 1, bare_year=False)
        if listed is not None:
            if any(signs[place] in (Sign.UNTIL, Sign.DASH) for place in range(j, listed[1])):
                return Clause(Points(tuple(listed[0]), Bound.NONE), i, listed[1])
            return self._days_from(i, j)
        k = j + 1
        issued = False
        while k < j + 14 and signs[k] not in (Sign.UNTIL, Sign.NOTHING, Sign.SEMICOLON):
            issued = issued or signs[k] in (Sign.NOW, Sign.ISSUE)
            k += 1
        if signs[k] is not Sign.UNTIL:
            if issued and signs[k] in (Sign.NOTHING, Sign.SEMICOLON):
                return Clause(Refused(), i, k)
            return self._days_from(i, j)
        if not issued:
            return self._days_from(i, j)
        while signs[k] in (Sign.UNTIL, Sign.END_OF, Sign.BEFORE):
            k += 1
        end = stretch(lexemes, k, bare_year=True)
        if end is None:
            return self._waiting(i, j) if signs[k] in _OPENERS else None
        element = Element(None, end[0], is_range=True)
        return Clause(Points((element,), Bound.NONE), i, end[1])

    def _days_from(self, i: int, j: int) -> Clause | None:
        """«Từ ngày 20 đến ngày 25 hàng tháng» → the last of these days; else nothing certain."""
        signs = self.lexemes.signs
        first = days(self.lexemes, j + 1, bound=True)
        if first is not None and first[0].every is None and signs[first[1]] in (
            Sign.UNTIL, Sign.DASH,
        ):  # fmt: skip
            last = days(self.lexemes, first[1] + 1, bound=True)
            if last is not None:
                return Clause(last[0], i, last[1])
        return Clause(Refused(), i, j + 1)

    def _opened(self, i: int, j: int) -> Clause | None:
        """Read a condition by its opening word."""
        signs = self.lexemes.signs
        sign = signs[j]
        if sign is Sign.BY_RULE:
            named = signs[j + 1] is Sign.OF or signs[j + 1] is Sign.IN
            if named and signs[j + 2] is not Sign.GENERIC:
                return self._waiting(i, j)
            k = j + 1
            while signs[k] in (Sign.OF, Sign.GENERIC, Sign.IN):
                k += 1
            return Clause(Manner(), i, k)
        if sign is Sign.ACCORDING:
            if not self._says_something(j + 1):
                return None
            points = self._points(i, j + 1, Bound.NONE, bare_year=False)
            if points is not None and self._is_whole(points):
                return points  # «theo quý I/2026»
        return self._waiting(i, j)

    def _says_something(self, i: int) -> bool:
        return i < self.lexemes.length and self.lexemes.signs[i] not in _ENDINGS

    def _waiting(self, i: int, j: int) -> Clause | None:
        end = self._end_of_trigger(j)
        if end <= j + 1 and self.lexemes.signs[j] is not Sign.AD_HOC:
            return None
        return Clause(Waiting(find_distance(self.lexemes, j, end)), i, end)

    def _waiting_inside(self, i: int, j: int) -> Clause | None:
        """«Tại kỳ họp giữa năm của HĐND tỉnh»: an event that something is done at."""
        signs, lexemes = self.lexemes.signs, self.lexemes
        if signs[j] is not Sign.EVENT or signs[j - 1] is not Sign.IN:
            return None
        end = self._end_of_trigger(j)
        for k in range(j, end):
            if signs[k] is Sign.EVERY and rhythm(lexemes, k) is not None:
                return None
        return Clause(Waiting(None), i, end)

    def _distance(self, i: int, j: int) -> Clause | None:
        """«05 ngày làm việc kể từ ngày…», «trong vòng 15 ngày», «trước 10 ngày so với…»."""
        found = leading_distance(self.lexemes, i, j)
        if found is None:
            return None
        offset, after = found
        return Clause(Waiting(offset), i, self._end_of_trigger(after - 1))

    def _end_of_trigger(self, i: int) -> int:
        """Return where the words of a condition end: at the part's end or before another clause."""
        lexemes = self.lexemes
        signs = lexemes.signs
        depth = 0
        k = i + 1
        while k < lexemes.length:
            sign = signs[k]
            if self._ends_part(k):
                return k
            if sign is Sign.OPEN:
                inner = self.at(k + 1)
                if inner is not None and signs[inner.last] is Sign.CLOSE:
                    return k
                depth += 1
            elif sign is Sign.CLOSE:
                if depth == 0:
                    return k
                depth -= 1
            elif depth == 0 and self._another_begins(i, k):
                return k
            k += 1
        return lexemes.length

    def _ends_part(self, k: int) -> bool:
        lexemes = self.lexemes
        sign = lexemes.signs[k]
        if sign is Sign.SEMICOLON or sign is Sign.BULLET:
            return True
        capital_next = k + 1 < lexemes.length and lexemes.is_capital(k + 1)
        if sign is Sign.STOP:
            return capital_next and lexemes.starts[k + 1] > lexemes.ends[k]
        if sign is Sign.DASH:
            spaced = lexemes.starts[k] > lexemes.ends[k - 1]
            return spaced and (lexemes.new_line[k] or capital_next or self.at(k + 1) is not None)
        return False

    def _another_begins(self, first: int, k: int) -> bool:
        """Say whether another clause begins at `k`, inside the words of a condition."""
        lexemes = self.lexemes
        signs = lexemes.signs
        sign = signs[k]
        if sign in _SEPARATORS:
            return self._another_after_separator(first, k)
        if sign in _SPEAKING and (lexemes.is_capital(k) or lexemes.new_line[k]):
            # a line break was lost: «Khi UBND tỉnh giao Khi có yêu cầu» (Nghệ An 2023)
            if sign in (Sign.MONTH, Sign.QUARTER, Sign.DAY) and not lexemes.new_line[k]:
                return False
            return lexemes.is_capital(k) and self.at(k) is not None
        if sign is Sign.BEFORE or sign is Sign.AT_LATEST:
            found = self.at(k)
            return found is not None and self._is_dated(found) and self._is_whole(found)
        return False

    def _another_after_separator(self, first: int, k: int) -> bool:
        lexemes = self.lexemes
        signs = lexemes.signs
        m = k + 1
        while signs[m] in (Sign.AND, Sign.COMMA):
            m += 1
        found = self.at(m)
        if found is None:
            return False
        meaning = found.meaning
        if isinstance(meaning, Waiting):
            if signs[first] is Sign.AD_HOC and signs[k] is Sign.COMMA:
                return False
            opener = m
            while signs[opener] in _LEAD_IN:
                opener += 1
            return signs[opener] in _OPENERS or signs[opener] in _BOUNDS
        if isinstance(meaning, Rhythm):
            return meaning.marked
        if isinstance(meaning, Points):
            if meaning.bound is Bound.NONE and signs[k] is not Sign.COMMA:
                return False
            named = all(element.end.unit in _MONTH_NAMED for element in meaning.elements)
            return named and self._is_whole(found)
        if isinstance(meaning, Days):
            return self._is_whole(found)
        return isinstance(meaning, Steady)

    def _is_dated(self, found: Clause) -> bool:
        meaning = found.meaning
        if isinstance(meaning, Days):
            return True
        return isinstance(meaning, Points) and all(
            element.end.unit is Unit.DAY for element in meaning.elements
        )

    def _is_whole(self, found: Clause) -> bool:
        ending = self.lexemes.signs[found.last]
        return ending in _ENDINGS or self.lexemes.new_line[found.last]


def _before_its_end(found: Clause) -> Clause:
    """«Trước hết tháng 6» is before its last day, not its first."""
    if not isinstance(found.meaning, Points):
        return found
    ends = tuple(Element(last_day(one.end), last_day(one.end)) for one in found.meaning.elements)
    return found._replace(meaning=Points(ends, Bound.BEFORE))


def _clock(lexemes: Lexemes, i: int) -> int | None:
    """Skip an hour: «17 giờ 00», «16h30», «17:00 ngày»; return the place after it."""
    hour = number(lexemes, i)
    if hour is None:
        return None
    signs = lexemes.signs
    j = hour[1]
    if signs[j] is Sign.CLOCK:
        j += 1
        j += signs[j] is Sign.NUMBER
        j += signs[j] is Sign.MINUTE or (signs[j] is Sign.MARK and _printed(lexemes, j) in "'’′")
    elif signs[j] is Sign.COLON and signs[j + 1] is Sign.NUMBER and signs[j + 2] is Sign.DAY:
        j += 2
    else:
        return None
    while signs[j] in (Sign.COMMA, Sign.IN, Sign.OF):
        j += 1
    return j


def _printed(lexemes: Lexemes, i: int) -> str:
    return lexemes.text[lexemes.starts[i] : lexemes.ends[i]]
