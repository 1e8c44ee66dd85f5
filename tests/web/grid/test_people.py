"""People and positions: seen by those who work together, changed from above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# People
GET  organisation:people              –                   o o o o o o o o o o o x x o x s
POST organisation:people              –                   - - - - - - - - - - - x x - x -
GET  organisation:person              A                   o o o . o o o o o . o x x o x s
GET  organisation:person              B                   o o o . o o o o o . o x x o x s
GET  organisation:person              D                   . . . o . o o . . o . x x . x s
GET  organisation:person              H                   . . . . . o o . . . . x x . x s
GET  organisation:person              Q                   . . . . . o o . . . . x x . x s
GET  organisation:person              M                   . . . . . . o . . . . x x . x s
GET  organisation:person              S                   o o o . o o o o o . o x x o x s
GET  organisation:person              L                   o o o . o o o o o . o x x o x s
POST organisation:person              B                   - - - - - - - - - - - x x - x -
GET  organisation:add_person          department          x x x x x x o x x x o x x x x s
POST organisation:add_person          province            x x x x x x + x x x x x x x x s
POST organisation:add_person          department          x x x x x x + x x x + x x x x s
POST organisation:add_person          justice             x x x x x x + x x x x x x x x s
POST organisation:add_person          technology          x x x x x x + x x x + x x x x s
POST organisation:add_person          ended               x x x x x x z x x x z x x x x s
GET  organisation:give_position       department          o x x x x x o x x x o x x o x s
POST organisation:give_position       province            x x x x x x > x x x x x x x x s
POST organisation:give_position       department          > x x x x x > x x x > x x > x s
POST organisation:give_position       justice             x x x x x x > x x > x x x x x s
POST organisation:give_position       technology          > x x x x x > x x x > x x > x s
POST organisation:give_position       ended               ? x x x x x ? x x x ? x x ? x s
GET  organisation:change_person       B                   x x x . x x o x x . o x x x x s
POST organisation:change_person       B                   x x x . x x > x x . > x x x x s
POST organisation:change_person       D                   . . . x . x > . . x . x x . x s
POST organisation:change_person       Q                   . . . . . x > . . . . x x . x s
POST organisation:change_person       M                   . . . . . . > . . . . x x . x s
POST organisation:change_person       P                   x x x . x x > x x . > x x x x s
POST organisation:change_person       S                   x x x . x x > x x . x x x x x s
GET  organisation:set_sign_in         B                   x x x . x x o x x . o x x x x s
POST organisation:set_sign_in         B                   x x x . x x > x x . > x x x x s
POST organisation:set_sign_in         D                   . . . x . x > . . x . x x . x s
POST organisation:set_sign_in         Q                   . . . . . x ? . . . . x x . x s
POST organisation:set_sign_in         M                   . . . . . . > . . . . x x . x s
POST organisation:set_sign_in         P                   x x x . x x > x x . ? x x x x s
GET  organisation:clear_second_factor K                   x x x . x x o x x . o x x x x s
POST organisation:clear_second_factor K                   x x x . x x > x x . > x x x x s
POST organisation:clear_second_factor B                   x x x . x x ? x x . ? x x x x s
GET  organisation:reset_password      B                   - - - - - - - - - - - x x - x s
POST organisation:reset_password      B                   x x x . x x + x x . + x x x x s
POST organisation:reset_password      D                   . . . x . x + . . x . x x . x s
POST organisation:reset_password      Q                   . . . . . x + . . . . x x . x s
POST organisation:reset_password      M                   . . . . . . + . . . . x x . x s
POST organisation:reset_password      P                   x x x . x x + x x . + x x x x s
GET  organisation:hand_over           B                   o x x . x x o x x . o x x o x s
POST organisation:hand_over           B                   > x x . x x > x x . > x x > x s
POST organisation:hand_over           A                   x x x . x x > x x . > x x x x s
POST organisation:hand_over           D                   . . . x . x > . . > . x x . x s
POST organisation:hand_over           Q                   . . . . . x > . . . . x x . x s
POST organisation:hand_over           M                   . . . . . . x . . . . x x . x s
POST organisation:hand_over           S                   x x x . x x x x x . x x x x x s
GET  organisation:end_position        B                   o x x . x x o x x . o x x o x s
POST organisation:end_position        A                   x x x . x x > x x . > x x x x s
POST organisation:end_position        B                   > x x . x x > x x . > x x > x s
POST organisation:end_position        D                   . . . x . x > . . > . x x . x s
POST organisation:end_position        G                   x x x . x x > x x . > x x x x s
POST organisation:end_position        Q                   . . . . . x ? . . . . x x . x s
POST organisation:end_position        S                   x x x . x x z x x . z x x x x s
GET  organisation:archive_position    B                   o x x . x x o x x . o x x o x s
POST organisation:archive_position    A                   x x x . x x > x x . > x x x x s
POST organisation:archive_position    B                   > x x . x x > x x . > x x > x s
POST organisation:archive_position    D                   . . . x . x > . . > . x x . x s
POST organisation:archive_position    G                   x x x . x x > x x . > x x x x s
POST organisation:archive_position    Q                   . . . . . x ? . . . . x x . x s
POST organisation:archive_position    S                   x x x . x x z x x . z x x x x s
GET  organisation:stand_in            B                   o x x . x x o x x . o x x o x s
POST organisation:stand_in            A                   x x x . x x > x x . > x x x x s
POST organisation:stand_in            B                   > x x . x x > x x . > x x > x s
POST organisation:stand_in            D                   . . . x . x > . . > . x x . x s
POST organisation:stand_in            G                   x x x . x x > x x . > x x x x s
POST organisation:stand_in            Q                   . . . . . x > . . . . x x . x s
POST organisation:stand_in            S                   x x x . x x z x x . z x x x x s
GET  organisation:hand_over_minute    technology          o o . . o . o . . . o . . o . s
POST organisation:hand_over_minute    technology          - - - - - - - - - - - - - - - -

# The workbook
GET  organisation:import              –                   x x x x x x o x x x o x x x x s
POST organisation:import              –                   x x x x x x o x x x o x x x x s
GET  organisation:carry_out_import    –                   - - - - - - - - - - - x x - x s
POST organisation:carry_out_import    –                   x x x x x x ? x x x ? x x x x s
GET  organisation:sample              –                   o o o o o o o o o o o x x o x s
POST organisation:sample              –                   - - - - - - - - - - - x x - x -
GET  organisation:export              –                   o o o o o o o o o o o x x o x s
POST organisation:export              –                   - - - - - - - - - - - x x - x -
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_people_are_changed_by_those_above_them(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
