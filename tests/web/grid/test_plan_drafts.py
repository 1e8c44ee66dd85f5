"""Beginning and editing plans: the coordinators of the owner, while they have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# Beginning a plan
GET  plans:copy                       draft               o x x x x x x x x . x x x o x s
GET  plans:copy                       issued              o x x x x x x x x . x x x o x s
GET  plans:copy                       closed              o x x x x x x x x . x x x o x s
GET  plans:copy                       below               o x x x x x x x x . x x x o x s
GET  plans:copy                       justice             . x x x x x x x x o x x x . x s
GET  plans:copy                       discarded           . x x x x x x x x . x x x . x s
POST plans:copy                       draft               > x x x x x x x x . x x x > x s
POST plans:copy                       submitted           > x x x x x x x x . x x x > x s
POST plans:copy                       issued              > x x x x x x x x . x x x > x s
POST plans:copy                       superseded          > x x x x x x x x . x x x > x s
POST plans:copy                       closed              > x x x x x x x x . x x x > x s
POST plans:copy                       below               > x x x x x x x x . x x x > x s
POST plans:copy                       justice             . x x x x x x x x > x x x . x s
POST plans:copy                       discarded           . x x x x x x x x . x x x . x s
GET  plans:confirm                    waiting             z . . . . . . . . . . x x z x s
GET  plans:confirm                    reading             z . . . . . . . . . . x x z x s
GET  plans:confirm                    ready               o . . . . . . . . . . x x o x s
GET  plans:confirm                    failed              z . . . . . . . . . . x x z x s
GET  plans:confirm                    cancelled           z . . . . . . . . . . x x z x s
GET  plans:confirm                    confirmed           ~ . . . . . . . . . . x x ~ x s
GET  plans:confirm                    archived            z . . . . . . . . . . x x z x s
GET  plans:confirm                    justice             . . . . . . . . . o . x x . x s
POST plans:confirm                    waiting             z . . . . . . . . . . x x z x s
POST plans:confirm                    reading             z . . . . . . . . . . x x z x s
POST plans:confirm                    ready               > . . . . . . . . . . x x > x s
POST plans:confirm                    failed              z . . . . . . . . . . x x z x s
POST plans:confirm                    cancelled           z . . . . . . . . . . x x z x s
POST plans:confirm                    confirmed           ~ . . . . . . . . . . x x ~ x s
POST plans:confirm                    archived            z . . . . . . . . . . x x z x s
POST plans:confirm                    justice             . . . . . . . . . > . x x . x s

# Editing a draft
GET  plans:describe                   draft               o . . . . . . . . . . x x o x s
GET  plans:describe                   submitted           o . . . x . . . . . . x x o x s
GET  plans:describe                   returned            o . . . x . . . . . . x x o x s
GET  plans:describe                   approved            o . . . x . . . . . . x x o x s
GET  plans:describe                   issued              o x x . x x . x x . x x x o x s
GET  plans:describe                   superseded          o x x . x x . x x . x x x o x s
GET  plans:describe                   closed              z x x . x x . x x . x x x z x s
GET  plans:describe                   amendment           o x x . x x . x x . x x x o x s
GET  plans:describe                   discarded           . . . . . . . . . . . x x . x s
GET  plans:describe                   justice             . . . x . x . . . o . x x . x s
POST plans:describe                   draft               > . . . . . . . . . . x x > x s
POST plans:describe                   submitted           > . . . x . . . . . . x x > x s
POST plans:describe                   returned            > . . . x . . . . . . x x > x s
POST plans:describe                   approved            > . . . x . . . . . . x x > x s
POST plans:describe                   issued              > x x . x x . x x . x x x > x s
POST plans:describe                   superseded          > x x . x x . x x . x x x > x s
POST plans:describe                   closed              z x x . x x . x x . x x x z x s
POST plans:describe                   amendment           > x x . x x . x x . x x x > x s
POST plans:describe                   discarded           . . . . . . . . . . . x x . x s
POST plans:describe                   justice             . . . x . x . . . > . x x . x s
GET  plans:task_new                   draft               o . . . . . . . . . . x x o x s
GET  plans:task_new                   submitted           z . . . x . . . . . . x x z x s
GET  plans:task_new                   issued              z x x . x x . x x . x x x z x s
GET  plans:task_new                   justice             . . . x . x . . . z . x x . x s
POST plans:task_new                   draft               > . . . . . . . . . . x x > x s
POST plans:task_new                   submitted           z . . . x . . . . . . x x z x s
POST plans:task_new                   returned            > . . . x . . . . . . x x > x s
POST plans:task_new                   approved            z . . . x . . . . . . x x z x s
POST plans:task_new                   issued              z x x . x x . x x . x x x z x s
POST plans:task_new                   superseded          z x x . x x . x x . x x x z x s
POST plans:task_new                   closed              z x x . x x . x x . x x x z x s
POST plans:task_new                   amendment           > . . . . . . . . . . x x > x s
POST plans:task_new                   discarded           . . . . . . . . . . . x x . x s
POST plans:task_new                   justice             . . . x . x . . . z . x x . x s
GET  plans:task_edit                  draft               o . . . . . . . . . . x x o x s
GET  plans:task_edit                  submitted           z . . . x . . . . . . x x z x s
GET  plans:task_edit                  issued              z x x . x x . x x . x x x z x s
GET  plans:task_edit                  justice             . . . x . x . . . z . x x . x s
POST plans:task_edit                  draft               > . . . . . . . . . . x x > x s
POST plans:task_edit                  submitted           z . . . x . . . . . . x x z x s
POST plans:task_edit                  returned            > . . . x . . . . . . x x > x s
POST plans:task_edit                  approved            z . . . x . . . . . . x x z x s
POST plans:task_edit                  issued              z x x . x x . x x . x x x z x s
POST plans:task_edit                  superseded          z x x . x x . x x . x x x z x s
POST plans:task_edit                  closed              z x x . x x . x x . x x x z x s
POST plans:task_edit                  amendment           > . . . . . . . . . . x x > x s
POST plans:task_edit                  discarded           . . . . . . . . . . . x x . x s
POST plans:task_edit                  justice             . . . x . x . . . z . x x . x s
GET  plans:task_remove                draft               o . . . . . . . . . . x x o x s
GET  plans:task_remove                submitted           z . . . x . . . . . . x x z x s
GET  plans:task_remove                issued              z x x . x x . x x . x x x z x s
GET  plans:task_remove                justice             . . . x . x . . . z . x x . x s
POST plans:task_remove                draft               > . . . . . . . . . . x x > x s
POST plans:task_remove                submitted           z . . . x . . . . . . x x z x s
POST plans:task_remove                returned            > . . . x . . . . . . x x > x s
POST plans:task_remove                approved            z . . . x . . . . . . x x z x s
POST plans:task_remove                issued              z x x . x x . x x . x x x z x s
POST plans:task_remove                superseded          z x x . x x . x x . x x x z x s
POST plans:task_remove                closed              z x x . x x . x x . x x x z x s
POST plans:task_remove                amendment           > . . . . . . . . . . x x > x s
POST plans:task_remove                discarded           . . . . . . . . . . . x x . x s
POST plans:task_remove                justice             . . . x . x . . . z . x x . x s
GET  plans:target_new                 draft               o . . . . . . . . . . x x o x s
GET  plans:target_new                 submitted           z . . . x . . . . . . x x z x s
GET  plans:target_new                 issued              z x x . x x . x x . x x x z x s
GET  plans:target_new                 justice             . . . x . x . . . z . x x . x s
POST plans:target_new                 draft               > . . . . . . . . . . x x > x s
POST plans:target_new                 submitted           z . . . x . . . . . . x x z x s
POST plans:target_new                 returned            > . . . x . . . . . . x x > x s
POST plans:target_new                 approved            z . . . x . . . . . . x x z x s
POST plans:target_new                 issued              z x x . x x . x x . x x x z x s
POST plans:target_new                 superseded          z x x . x x . x x . x x x z x s
POST plans:target_new                 closed              z x x . x x . x x . x x x z x s
POST plans:target_new                 amendment           > . . . . . . . . . . x x > x s
POST plans:target_new                 discarded           . . . . . . . . . . . x x . x s
POST plans:target_new                 justice             . . . x . x . . . z . x x . x s
GET  plans:target_edit                draft               o . . . . . . . . . . x x o x s
GET  plans:target_edit                submitted           z . . . x . . . . . . x x z x s
GET  plans:target_edit                issued              z x x . x x . x x . x x x z x s
GET  plans:target_edit                justice             . . . x . x . . . z . x x . x s
POST plans:target_edit                draft               > . . . . . . . . . . x x > x s
POST plans:target_edit                submitted           z . . . x . . . . . . x x z x s
POST plans:target_edit                returned            > . . . x . . . . . . x x > x s
POST plans:target_edit                approved            z . . . x . . . . . . x x z x s
POST plans:target_edit                issued              z x x . x x . x x . x x x z x s
POST plans:target_edit                superseded          z x x . x x . x x . x x x z x s
POST plans:target_edit                closed              z x x . x x . x x . x x x z x s
POST plans:target_edit                amendment           > . . . . . . . . . . x x > x s
POST plans:target_edit                discarded           . . . . . . . . . . . x x . x s
POST plans:target_edit                justice             . . . x . x . . . z . x x . x s
GET  plans:cite                       draft               o . . . . . . . . . . x x o x s
GET  plans:cite                       submitted           z . . . x . . . . . . x x z x s
GET  plans:cite                       issued              z x x . x x . x x . x x x z x s
GET  plans:cite                       justice             . . . x . x . . . z . x x . x s
POST plans:cite                       draft               > . . . . . . . . . . x x > x s
POST plans:cite                       submitted           z . . . x . . . . . . x x z x s
POST plans:cite                       returned            > . . . x . . . . . . x x > x s
POST plans:cite                       approved            z . . . x . . . . . . x x z x s
POST plans:cite                       issued              z x x . x x . x x . x x x z x s
POST plans:cite                       superseded          z x x . x x . x x . x x x z x s
POST plans:cite                       closed              z x x . x x . x x . x x x z x s
POST plans:cite                       amendment           > . . . . . . . . . . x x > x s
POST plans:cite                       discarded           . . . . . . . . . . . x x . x s
POST plans:cite                       justice             . . . x . x . . . z . x x . x s
GET  plans:windows_edit               draft               o . . . . . . . . . . x x o x s
GET  plans:windows_edit               submitted           z . . . x . . . . . . x x z x s
GET  plans:windows_edit               issued              z x x . x x . x x . x x x z x s
GET  plans:windows_edit               justice             . . . x . x . . . z . x x . x s
POST plans:windows_edit               draft               > . . . . . . . . . . x x > x s
POST plans:windows_edit               submitted           z . . . x . . . . . . x x z x s
POST plans:windows_edit               returned            > . . . x . . . . . . x x > x s
POST plans:windows_edit               approved            z . . . x . . . . . . x x z x s
POST plans:windows_edit               issued              z x x . x x . x x . x x x z x s
POST plans:windows_edit               superseded          z x x . x x . x x . x x x z x s
POST plans:windows_edit               closed              z x x . x x . x x . x x x z x s
POST plans:windows_edit               amendment           > . . . . . . . . . . x x > x s
POST plans:windows_edit               discarded           . . . . . . . . . . . x x . x s
POST plans:windows_edit               justice             . . . x . x . . . z . x x . x s
GET  plans:task_move                  draft               - - - - - - - - - - - x x - x s
POST plans:task_move                  draft               > . . . . . . . . . . x x > x s
POST plans:task_move                  submitted           z . . . x . . . . . . x x z x s
POST plans:task_move                  returned            > . . . x . . . . . . x x > x s
POST plans:task_move                  approved            z . . . x . . . . . . x x z x s
POST plans:task_move                  issued              z x x . x x . x x . x x x z x s
POST plans:task_move                  superseded          z x x . x x . x x . x x x z x s
POST plans:task_move                  closed              z x x . x x . x x . x x x z x s
POST plans:task_move                  amendment           > . . . . . . . . . . x x > x s
POST plans:task_move                  discarded           . . . . . . . . . . . x x . x s
POST plans:task_move                  justice             . . . x . x . . . z . x x . x s
GET  plans:target_remove              draft               - - - - - - - - - - - x x - x s
POST plans:target_remove              draft               > . . . . . . . . . . x x > x s
POST plans:target_remove              submitted           z . . . x . . . . . . x x z x s
POST plans:target_remove              returned            > . . . x . . . . . . x x > x s
POST plans:target_remove              approved            z . . . x . . . . . . x x z x s
POST plans:target_remove              issued              z x x . x x . x x . x x x z x s
POST plans:target_remove              superseded          z x x . x x . x x . x x x z x s
POST plans:target_remove              closed              z x x . x x . x x . x x x z x s
POST plans:target_remove              amendment           > . . . . . . . . . . x x > x s
POST plans:target_remove              discarded           . . . . . . . . . . . x x . x s
POST plans:target_remove              justice             . . . x . x . . . z . x x . x s
GET  plans:basis_remove               draft               - - - - - - - - - - - x x - x s
POST plans:basis_remove               draft               > . . . . . . . . . . x x > x s
POST plans:basis_remove               submitted           z . . . x . . . . . . x x z x s
POST plans:basis_remove               returned            > . . . x . . . . . . x x > x s
POST plans:basis_remove               approved            z . . . x . . . . . . x x z x s
POST plans:basis_remove               issued              z x x . x x . x x . x x x z x s
POST plans:basis_remove               superseded          z x x . x x . x x . x x x z x s
POST plans:basis_remove               closed              z x x . x x . x x . x x x z x s
POST plans:basis_remove               amendment           > . . . . . . . . . . x x > x s
POST plans:basis_remove               discarded           . . . . . . . . . . . x x . x s
POST plans:basis_remove               justice             . . . x . x . . . z . x x . x s
GET  plans:links                      draft               o . . . . . . . . . . x x o x s
GET  plans:links                      below               o . . . . . . . . . . x x o x s
GET  plans:links                      issued              o o o . o o . o o . o x x o x s
GET  plans:links                      closed              o o o . o o . o o . o x x o x s
GET  plans:links                      justice             . . . o . o . . . o . x x . x s
POST plans:links                      draft               z . . . . . . . . . . x x z x s
POST plans:links                      submitted           z . . . x . . . . . . x x z x s
POST plans:links                      returned            z . . . x . . . . . . x x z x s
POST plans:links                      approved            z . . . x . . . . . . x x z x s
POST plans:links                      issued              z x x . x x . x x . x x x z x s
POST plans:links                      superseded          z x x . x x . x x . x x x z x s
POST plans:links                      closed              z x x . x x . x x . x x x z x s
POST plans:links                      below               > . . . . . . . . . . x x > x s
POST plans:links                      justice             . . . x . x . . . z . x x . x s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_drafts_are_edited_by_the_coordinators_of_the_owner(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
