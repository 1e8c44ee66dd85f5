"""The review desk: the coordinators of an office, in each state of a reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
GET  intake:list                      –                   o x x x x x x x x o x x x o x s
POST intake:list                      –                   - - - - - - - - - - - x x - x -
GET  intake:new                       –                   o x x x x x x x x o x x x o x s
POST intake:new                       –                   > x x x x x x x x > x x x > x s
POST intake:new                       justice             ? x x x x x x x x > x x x ? x s
GET  intake:desk                      waiting             o . . . . . . . . . . x x o x s
GET  intake:desk                      reading             o . . . . . . . . . . x x o x s
GET  intake:desk                      ready               o . . . . . . . . . . x x o x s
GET  intake:desk                      failed              o . . . . . . . . . . x x o x s
GET  intake:desk                      cancelled           o . . . . . . . . . . x x o x s
GET  intake:desk                      confirmed           o . . . . . . . . . . x x o x s
GET  intake:desk                      archived            o . . . . . . . . . . x x o x s
GET  intake:desk                      justice             . . . . . . . . . o . x x . x s
POST intake:desk                      ready               - - - - - - - - - - - x x - x -
GET  intake:state                     waiting             o . . . . . . . . . . x x o x s
GET  intake:state                     ready               o . . . . . . . . . . x x o x s
GET  intake:state                     archived            o . . . . . . . . . . x x o x s
GET  intake:state                     justice             . . . . . . . . . o . x x . x s
POST intake:state                     ready               - - - - - - - - - - - x x - x -
GET  intake:names                     waiting             o . . . . . . . . . . x x o x s
GET  intake:names                     ready               o . . . . . . . . . . x x o x s
GET  intake:names                     archived            o . . . . . . . . . . x x o x s
GET  intake:names                     justice             . . . . . . . . . o . x x . x s
POST intake:names                     ready               - - - - - - - - - - - x x - x -
GET  intake:understood                ready               o . . . . . . . . . . x x o x s
GET  intake:understood                justice             . . . . . . . . . o . x x . x s
POST intake:understood                ready               - - - - - - - - - - - x x - x -
GET  intake:file                      ready               o . . . . . . . . . . x x o x s
GET  intake:file                      archived            o . . . . . . . . . . x x o x s
GET  intake:file                      justice             . . . . . . . . . o . x x . x s
POST intake:file                      ready               - - - - - - - - - - - x x - x -
GET  intake:page                      ready               o . . . . . . . . . . x x o x s
GET  intake:page                      ready/9             . . . . . . . . . . . x x . x s
GET  intake:page                      justice             . . . . . . . . . o . x x . x s
POST intake:page                      ready               - - - - - - - - - - - x x - x -
GET  intake:cancel                    waiting             - - - - - - - - - - - x x - x s
POST intake:cancel                    waiting             > . . . . . . . . . . x x > x s
POST intake:cancel                    reading             > . . . . . . . . . . x x > x s
POST intake:cancel                    ready               z . . . . . . . . . . x x z x s
POST intake:cancel                    failed              z . . . . . . . . . . x x z x s
POST intake:cancel                    cancelled           z . . . . . . . . . . x x z x s
POST intake:cancel                    confirmed           z . . . . . . . . . . x x z x s
POST intake:cancel                    archived            z . . . . . . . . . . x x z x s
POST intake:cancel                    justice             . . . . . . . . . z . x x . x s
GET  intake:read_again                failed              - - - - - - - - - - - x x - x s
POST intake:read_again                waiting             ? . . . . . . . . . . x x ? x s
POST intake:read_again                reading             ? . . . . . . . . . . x x ? x s
POST intake:read_again                ready               z . . . . . . . . . . x x z x s
POST intake:read_again                failed              > . . . . . . . . . . x x > x s
POST intake:read_again                cancelled           > . . . . . . . . . . x x > x s
POST intake:read_again                confirmed           z . . . . . . . . . . x x z x s
POST intake:read_again                archived            z . . . . . . . . . . x x z x s
POST intake:read_again                justice             . . . . . . . . . z . x x . x s
GET  intake:archive                   waiting             z . . . . . . . . . . x x z x s
GET  intake:archive                   reading             z . . . . . . . . . . x x z x s
GET  intake:archive                   ready               o . . . . . . . . . . x x o x s
GET  intake:archive                   failed              o . . . . . . . . . . x x o x s
GET  intake:archive                   cancelled           o . . . . . . . . . . x x o x s
GET  intake:archive                   confirmed           z . . . . . . . . . . x x z x s
GET  intake:archive                   archived            z . . . . . . . . . . x x z x s
GET  intake:archive                   justice             . . . . . . . . . o . x x . x s
POST intake:archive                   waiting             z . . . . . . . . . . x x z x s
POST intake:archive                   reading             z . . . . . . . . . . x x z x s
POST intake:archive                   ready               > . . . . . . . . . . x x > x s
POST intake:archive                   failed              > . . . . . . . . . . x x > x s
POST intake:archive                   cancelled           > . . . . . . . . . . x x > x s
POST intake:archive                   confirmed           z . . . . . . . . . . x x z x s
POST intake:archive                   archived            z . . . . . . . . . . x x z x s
POST intake:archive                   justice             . . . . . . . . . > . x x . x s
GET  intake:undo                      ready               - - - - - - - - - - - x x - x s
POST intake:undo                      waiting             z . . . . . . . . . . x x z x s
POST intake:undo                      ready               m . . . . . . . . . . x x m x s
POST intake:undo                      edited              > . . . . . . . . . . x x m x s
POST intake:undo                      confirmed           z . . . . . . . . . . x x z x s
POST intake:undo                      archived            z . . . . . . . . . . x x z x s
POST intake:undo                      justice             . . . . . . . . . m . x x . x s
GET  intake:add                       ready               - - - - - - - - - - - x x - x s
POST intake:add                       waiting             z . . . . . . . . . . x x z x s
POST intake:add                       reading             z . . . . . . . . . . x x z x s
POST intake:add                       ready               > . . . . . . . . . . x x > x s
POST intake:add                       failed              z . . . . . . . . . . x x z x s
POST intake:add                       cancelled           z . . . . . . . . . . x x z x s
POST intake:add                       confirmed           z . . . . . . . . . . x x z x s
POST intake:add                       archived            z . . . . . . . . . . x x z x s
POST intake:add                       justice             . . . . . . . . . > . x x . x s
GET  intake:decide_name               ready               - - - - - - - - - - - x x - x s
POST intake:decide_name               waiting             z . . . . . . . . . . x x z x s
POST intake:decide_name               reading             z . . . . . . . . . . x x z x s
POST intake:decide_name               ready               > . . . . . . . . . . x x > x s
POST intake:decide_name               failed              z . . . . . . . . . . x x z x s
POST intake:decide_name               cancelled           z . . . . . . . . . . x x z x s
POST intake:decide_name               confirmed           z . . . . . . . . . . x x z x s
POST intake:decide_name               archived            z . . . . . . . . . . x x z x s
POST intake:decide_name               justice             . . . . . . . . . > . x x . x s
GET  intake:forget_name               ready               - - - - - - - - - - - x x - x s
POST intake:forget_name               waiting             z . . . . . . . . . . x x z x s
POST intake:forget_name               reading             z . . . . . . . . . . x x z x s
POST intake:forget_name               ready               > . . . . . . . . . . x x > x s
POST intake:forget_name               failed              z . . . . . . . . . . x x z x s
POST intake:forget_name               cancelled           z . . . . . . . . . . x x z x s
POST intake:forget_name               confirmed           z . . . . . . . . . . x x z x s
POST intake:forget_name               archived            z . . . . . . . . . . x x z x s
POST intake:forget_name               justice             . . . . . . . . . > . x x . x s
GET  intake:edit                      ready               - - - - - - - - - - - x x - x s
POST intake:edit                      ready               > . . . . . . . . . . x x > x s
POST intake:edit                      confirmed           z . . . . . . . . . . x x z x s
POST intake:edit                      archived            z . . . . . . . . . . x x z x s
POST intake:edit                      justice             . . . . . . . . . > . x x . x s
GET  intake:schedule                  ready               - - - - - - - - - - - x x - x s
POST intake:schedule                  ready               > . . . . . . . . . . x x > x s
POST intake:schedule                  confirmed           z . . . . . . . . . . x x z x s
POST intake:schedule                  archived            z . . . . . . . . . . x x z x s
POST intake:schedule                  justice             . . . . . . . . . > . x x . x s
GET  intake:accept                    ready               - - - - - - - - - - - x x - x s
POST intake:accept                    ready               > . . . . . . . . . . x x > x s
POST intake:accept                    confirmed           z . . . . . . . . . . x x z x s
POST intake:accept                    archived            z . . . . . . . . . . x x z x s
POST intake:accept                    justice             . . . . . . . . . > . x x . x s
GET  intake:accept_item               ready               - - - - - - - - - - - x x - x s
POST intake:accept_item               ready               > . . . . . . . . . . x x > x s
POST intake:accept_item               confirmed           z . . . . . . . . . . x x z x s
POST intake:accept_item               archived            z . . . . . . . . . . x x z x s
POST intake:accept_item               justice             . . . . . . . . . > . x x . x s
GET  intake:row                       ready               - - - - - - - - - - - x x - x s
POST intake:row                       ready               > . . . . . . . . . . x x > x s
POST intake:row                       confirmed           z . . . . . . . . . . x x z x s
POST intake:row                       archived            z . . . . . . . . . . x x z x s
POST intake:row                       justice             . . . . . . . . . > . x x . x s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_the_desk_is_for_the_coordinators_of_its_office(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
