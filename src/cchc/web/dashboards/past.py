"""How one piece of work stood on a past day: what came after the day is taken back. Pure.

In: the row as it is now, and what was said of it in the order of time. Out: state, due day and day
done of then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cchc.web.work.models import Occurrence, Update

State, Kind, Said = Occurrence.State, Occurrence.Kind, Update.Kind
TURNS = (Said.PROPOSED, Said.TAKEN_BACK, Said.ACCEPTED, Said.RETURNED, Said.REOPENED)
SHIFTS = (Said.MOVED, Said.GRANTED)
_OPENS_AGAIN = (Said.TAKEN_BACK, Said.RETURNED, Said.REOPENED)
_TAKEN_AWAY = "Không còn phải làm"
_SAYS_A_DAY = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4}) → ")


class Word(NamedTuple):
    """One thing said of a piece of work."""

    kind: str
    on: date
    text: str


class Grant(NamedTuple):
    """More time that was granted: on which day, and the due day before it."""

    on: date
    due_before: date


class Now(NamedTuple):
    """A row's own columns."""

    kind: str
    state: str
    due: date | None
    done: date | None


class Then(NamedTuple):
    """How it stood; a withdrawn one was not there."""

    state: str
    due: date | None
    done: date | None


def as_it_stood(now: Now, said: Sequence[Word], grants: Sequence[Grant], day: date) -> Then:
    """Take back what came after the day.

    - state: the last proposal, answer or note by that day; open before anything was said;
    - due day: what it was before the first move or grant of time after that day;
    - day done: the row's; where it was opened again since, the day of the proposal of then.
    """
    turns = [one for one in said if one.on <= day and _is_turn(one, now)]
    later = [one for one in said if one.on > day]
    return Then(_state(now, turns, later), _due(now, later, grants, day), _done(now, turns, later))


def _is_turn(word: Word, now: Now) -> bool:
    """Whether it made a state: a note does where a note is what was owed."""
    return word.kind in TURNS or (word.kind == Said.NOTE and now.kind == Kind.NOTE)


def _is_taken_away(word: Word) -> bool:
    return word.kind == Said.MOVED and word.text.startswith(_TAKEN_AWAY)


def _state(now: Now, turns: Sequence[Word], later: Sequence[Word]) -> str:
    if now.state == State.WITHDRAWN and not any(map(_is_taken_away, later)):
        return State.WITHDRAWN
    match turns[-1].kind if turns else None:
        case Said.PROPOSED:
            state = State.PROPOSED
        case Said.ACCEPTED | Said.NOTE:
            state = State.DONE
        case _:
            state = State.OPEN
    # What had no day then, waited for an event or for a person: its kind says which.
    return State.WAITING if now.kind == Kind.CONDITIONAL else state


def _due(now: Now, later: Sequence[Word], grants: Sequence[Grant], day: date) -> date | None:
    shift = next((one for one in later if one.kind in SHIFTS and not _is_taken_away(one)), None)
    if shift is None:
        return now.due
    if shift.kind == Said.GRANTED:
        return next((one.due_before for one in grants if one.on > day), None)
    found = _SAYS_A_DAY.match(shift.text)
    return date(int(found[3]), int(found[2]), int(found[1])) if found else None


def _done(now: Now, turns: Sequence[Word], later: Sequence[Word]) -> date | None:
    if not any(one.kind in _OPENS_AGAIN for one in later):
        return now.done
    said = [one for one in turns if one.kind in (Said.PROPOSED, Said.NOTE)]
    return said[-1].on if said else None
