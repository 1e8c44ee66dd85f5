"""Units and how plans call them: seen in the whole tree, changed by administrators."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# Units
GET  organisation:units               –                   o o o o o o o o o o o x x o x s
POST organisation:units               –                   - - - - - - - - - - - x x - x -
GET  organisation:first               –                   . . . . . . . . . . . . . . . .
POST organisation:first               –                   . . . . . . . . . . . . . . . .
GET  organisation:unit                department          o o o o o o o o o o o x x o x s
GET  organisation:unit                justice             o o o o o o o o o o o x x o x s
GET  organisation:unit                technology          o o o o o o o o o o o x x o x s
GET  organisation:unit                ended               o o o o o o o o o o o x x o x s
GET  organisation:unit                archived            . . . . . . . . . . . x x . x s
POST organisation:unit                department          - - - - - - - - - - - x x - x -
GET  organisation:add_unit            department          x x x x x x o x x x o x x x x s
POST organisation:add_unit            province            x x x x x x > x x x x x x x x s
POST organisation:add_unit            department          x x x x x x > x x x > x x x x s
POST organisation:add_unit            justice             x x x x x x > x x x x x x x x s
POST organisation:add_unit            technology          x x x x x x > x x x > x x x x s
POST organisation:add_unit            ended               x x x x x x ? x x x ? x x x x s
POST organisation:add_unit            archived            . . . . . . . . . . . x x . x s
GET  organisation:edit_unit           department          x x x x x x o x x x o x x x x s
POST organisation:edit_unit           province            x x x x x x > x x x x x x x x s
POST organisation:edit_unit           department          x x x x x x > x x x > x x x x s
POST organisation:edit_unit           justice             x x x x x x > x x x x x x x x s
POST organisation:edit_unit           technology          x x x x x x > x x x > x x x x s
POST organisation:edit_unit           ended               x x x x x x > x x x > x x x x s
GET  organisation:move_unit           technology          x x x x x x o x x x o x x x x s
GET  organisation:move_unit           ended               x x x x x x z x x x z x x x x s
POST organisation:move_unit           province            x x x x x x ? x x x x x x x x s
POST organisation:move_unit           justice             x x x x x x > x x x x x x x x s
POST organisation:move_unit           technology          x x x x x x > x x x > x x x x s
POST organisation:move_unit           ended               x x x x x x z x x x z x x x x s
GET  organisation:archive_unit        empty               x x x x x x o x x x o x x x x s
POST organisation:archive_unit        province            x x x x x x ? x x x x x x x x s
POST organisation:archive_unit        department          x x x x x x ? x x x ? x x x x s
POST organisation:archive_unit        justice             x x x x x x ? x x x x x x x x s
POST organisation:archive_unit        empty               x x x x x x > x x x > x x x x s
POST organisation:archive_unit        ended               x x x x x x ? x x x ? x x x x s
GET  organisation:rename              technology          x x x x x x o x x x o x x x x s
GET  organisation:rename              ended               x x x x x x z x x x z x x x x s
POST organisation:rename              province            x x x x x x > x x x x x x x x s
POST organisation:rename              justice             x x x x x x > x x x x x x x x s
POST organisation:rename              technology          x x x x x x > x x x > x x x x s
POST organisation:rename              ended               x x x x x x z x x x z x x x x s
GET  organisation:merge               technology          x x x x x x o x x x o x x x x s
POST organisation:merge               justice             x x x x x x > x x x x x x x x s
POST organisation:merge               technology          x x x x x x > x x x > x x x x s
POST organisation:merge               ended               x x x x x x z x x x z x x x x s
GET  organisation:split               quality             x x x x x x o x x x o x x x x s
POST organisation:split               quality             x x x x x x > x x x > x x x x s
POST organisation:split               ended               x x x x x x z x x x z x x x x s
GET  organisation:dissolve            empty               x x x x x x o x x x o x x x x s
POST organisation:dissolve            province            x x x x x x ? x x x x x x x x s
POST organisation:dissolve            justice             x x x x x x > x x x x x x x x s
POST organisation:dissolve            empty               x x x x x x > x x x > x x x x s
POST organisation:dissolve            ended               x x x x x x z x x x z x x x x s
GET  organisation:minute              renamed             o o o . o o o o o . o x x o x s
POST organisation:minute              renamed             - - - - - - - - - - - x x - x -
GET  organisation:provinces           –                   x x x x x x o x x x o x x x x s
POST organisation:provinces           –                   x x x x x x ? x x x ? x x x x s

# Names
GET  organisation:add_alias           department          o x x x x x o x x x o x x o x s
POST organisation:add_alias           province            x x x x x x > x x x x x x x x s
POST organisation:add_alias           department          > x x x x x > x x x > x x > x s
POST organisation:add_alias           justice             x x x x x x > x x > x x x x x s
POST organisation:add_alias           office              > x x x x x > x x x > x x > x s
POST organisation:add_alias           ended               z x x x x x z x x x z x x z x s
GET  organisation:remove_alias        department          - - - - - - - - - - - x x - x s
POST organisation:remove_alias        department          > x x . x x > x x . > x x > x s
GET  organisation:add_collective      department          o x x x x x o x x x o x x o x s
POST organisation:add_collective      province            x x x x x x > x x x x x x x x s
POST organisation:add_collective      department          > x x x x x > x x x > x x > x s
POST organisation:add_collective      justice             x x x x x x > x x > x x x x x s
POST organisation:add_collective      ended               z x x x x x z x x x z x x z x s
GET  organisation:change_collective   department          o x x . x x o x x . o x x o x s
POST organisation:change_collective   department          > x x . x x > x x . > x x > x s
GET  organisation:remove_collective   department          - - - - - - - - - - - x x - x s
POST organisation:remove_collective   department          > x x . x x > x x . > x x > x s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_units_are_changed_by_those_who_administer_them(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
