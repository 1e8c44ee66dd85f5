"""Seeing the state: everybody who works in the office, each as far as the daily work is theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
GET  dashboards:overview              –                   o o o o o o o o o o o x x o x s
POST dashboards:overview              –                   - - - - - - - - - - - x x - x -
GET  dashboards:overview              ?ngay=01/03/2026    o o o o o o o o o o o x x o x s
GET  dashboards:export                –                   o o o o o o o o o o o x x o x s
POST dashboards:export                –                   - - - - - - - - - - - x x - x -
GET  dashboards:briefing              –                   o o o o o o o o o o o x x o x s
POST dashboards:briefing              –                   - - - - - - - - - - - x x - x -
GET  dashboards:work                  ?so=overdue         o o o o o o o o o o o x x o x s
POST dashboards:work                  –                   - - - - - - - - - - - x x - x -
GET  dashboards:print_work            ?so=overdue         o o o o o o o o o o o x x o x s
POST dashboards:print_work            –                   - - - - - - - - - - - x x - x -
GET  dashboards:export_work           ?so=overdue         o o o o o o o o o o o x x o x s
POST dashboards:export_work           –                   - - - - - - - - - - - x x - x -
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_the_state_is_shown_to_who_works_in_the_office(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
