"""The record of the office: for those who answer for a unit, each for their part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# The record
GET  audit:list                       –                   o x x x o x o x x o o x x o x s
POST audit:list                       –                   - - - - - - - - - - - x x - x -
GET  audit:print                      ?viec=units.rename  o x x x o x o x x o o x x o x s
POST audit:print                      –                   - - - - - - - - - - - x x - x -
GET  audit:export                     ?viec=units.rename  o x x x o x o x x o o x x o x s
POST audit:export                     –                   - - - - - - - - - - - x x - x -
GET  audit:seal                       –                   o x x x o x o x x o o x x o x s
POST audit:seal                       –                   - - - - - - - - - - - x x - x -
GET  audit:entry                      desk                o . . . . . . . . . . x x o x s
GET  audit:entry                      plan                o . . . o . . . . . . x x o x s
GET  audit:entry                      unit                o . . . o . o . . . o x x o x s
GET  audit:entry                      justice             . . . . . . . . . o . x x . x s
GET  audit:entry                      document            o . . . o . . . . o . x x o x s
GET  audit:entry                      account             . . . . . . o . . . o x x . x s
POST audit:entry                      plan                - - - - - - - - - - - x x - x -
GET  audit:record                     unit                o . . . o . o . . . o x x o x s
GET  audit:record                     plan                o . . . o . . . . . . x x o x s
GET  audit:record                     draft               o . . . o . . . . . . x x o x s
GET  audit:record                     reading             o . . . . . . . . . . x x o x s
GET  audit:record                     account             . . . . . . o . . . o x x . x s
GET  audit:record                     document            o . . . o . . . . o . x x o x s
GET  audit:record                     justice             . . . . . . . . . o . x x . x s
POST audit:record                     plan                - - - - - - - - - - - x x - x -
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_the_record_is_for_those_who_answer_for_units(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
