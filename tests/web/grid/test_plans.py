"""Reading plans, the work on their tasks, legal documents: who sees which plan in which state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Asked, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
GET  plans:list                       –                   o o o o o o o o o o o x x o x s
POST plans:list                       –                   - - - - - - - - - - - x x - x -
GET  plans:search                     –                   o o o o o o o o o o o x x o x s
POST plans:search                     –                   - - - - - - - - - - - x x - x -
GET  plans:tasks                      –                   o o o o o o o o o o o x x o x s
POST plans:tasks                      –                   - - - - - - - - - - - x x - x -
GET  plans:documents                  –                   o o o o o o o o o o o x x o x s
POST plans:documents                  –                   - - - - - - - - - - - x x - x -
GET  plans:hand_overs                 –                   o o o o o o o o o o o x x o x s
POST plans:hand_overs                 –                   - - - - - - - - - - - x x - x -
GET  plans:deadline                   –                   o o o o o o o o o o o x x o x s
POST plans:deadline                   –                   - - - - - - - - - - - x x - x -
GET  plans:new                        –                   o x x x x x x x x o x x x o x s
POST plans:new                        –                   > x x x x x x x x > x x x > x s
POST plans:new                        justice             ? x x x x x x x x > x x x ? x s
POST plans:new                        ended               ? x x x x x x x x ? x x x ? x s

# Reading a plan
GET  plans:plan                       draft               o . . . . . . . . . . x x o x s
GET  plans:plan                       submitted           o . . . o . . . . . . x x o x s
GET  plans:plan                       returned            o . . . o . . . . . . x x o x s
GET  plans:plan                       approved            o . . . o . . . . . . x x o x s
GET  plans:plan                       issued              o o o . o o . o o . o x x o x s
GET  plans:plan                       superseded          o o o . o o . o o . o x x o x s
GET  plans:plan                       closed              o o o . o o . o o . o x x o x s
GET  plans:plan                       discarded           . . . . . . . . . . . x x . x s
GET  plans:plan                       amended             o o o . o o . o o . o x x o x s
GET  plans:plan                       below               o . . . . . . . . . . x x o x s
GET  plans:plan                       justice             . . . o . o . . . o . x x . x s
POST plans:plan                       issued              - - - - - - - - - - - x x - x -
GET  plans:newest                     draft               ~ . . . . . . . . . . x x ~ x s
GET  plans:newest                     submitted           ~ . . . ~ . . . . . . x x ~ x s
GET  plans:newest                     issued              ~ ~ ~ . ~ ~ . ~ ~ . ~ x x ~ x s
GET  plans:newest                     superseded          ~ ~ ~ . ~ ~ . ~ ~ . ~ x x ~ x s
GET  plans:newest                     discarded           . . . . . . . . . . . x x . x s
GET  plans:newest                     amended             ~ ~ ~ . ~ ~ . ~ ~ . ~ x x ~ x s
GET  plans:newest                     justice             . . . ~ . ~ . . . ~ . x x . x s
POST plans:newest                     issued              - - - - - - - - - - - x x - x -
GET  plans:version                    draft               o . . . . . . . . . . x x o x s
GET  plans:version                    submitted           o . . . o . . . . . . x x o x s
GET  plans:version                    returned            o . . . o . . . . . . x x o x s
GET  plans:version                    approved            o . . . o . . . . . . x x o x s
GET  plans:version                    issued              o o o . o o . o o . o x x o x s
GET  plans:version                    superseded          o o o . o o . o o . o x x o x s
GET  plans:version                    closed              o o o . o o . o o . o x x o x s
GET  plans:version                    newer               o o o . o o . o o . o x x o x s
GET  plans:version                    discarded           . . . . . . . . . . . x x . x s
GET  plans:version                    amended             o o o . o o . o o . o x x o x s
GET  plans:version                    amendment           o . . . . . . . . . . x x o x s
GET  plans:version                    below               o . . . . . . . . . . x x o x s
GET  plans:version                    justice             . . . o . o . . . o . x x . x s
GET  plans:version                    read                o . . . . . . . . . . x x o x s
POST plans:version                    issued              - - - - - - - - - - - x x - x -
GET  plans:print                      draft               o . . . . . . . . . . x x o x s
GET  plans:print                      issued              o o o . o o . o o . o x x o x s
GET  plans:print                      justice             . . . o . o . . . o . x x . x s
POST plans:print                      issued              - - - - - - - - - - - x x - x -
GET  plans:export                     draft               o . . . . . . . . . . x x o x s
GET  plans:export                     issued              o o o . o o . o o . o x x o x s
GET  plans:export                     justice             . . . o . o . . . o . x x . x s
POST plans:export                     issued              - - - - - - - - - - - x x - x -
GET  plans:targets                    draft               o . . . . . . . . . . x x o x s
GET  plans:targets                    issued              o o o . o o . o o . o x x o x s
GET  plans:targets                    justice             . . . o . o . . . o . x x . x s
POST plans:targets                    issued              - - - - - - - - - - - x x - x -
GET  plans:bases                      draft               o . . . . . . . . . . x x o x s
GET  plans:bases                      issued              o o o . o o . o o . o x x o x s
GET  plans:bases                      justice             . . . o . o . . . o . x x . x s
POST plans:bases                      issued              - - - - - - - - - - - x x - x -
GET  plans:windows                    draft               o . . . . . . . . . . x x o x s
GET  plans:windows                    issued              o o o . o o . o o . o x x o x s
GET  plans:windows                    justice             . . . o . o . . . o . x x . x s
POST plans:windows                    issued              - - - - - - - - - - - x x - x -
GET  plans:findings                   draft               o . . . . . . . . . . x x o x s
GET  plans:findings                   issued              o o o . o o . o o . o x x o x s
GET  plans:findings                   justice             . . . o . o . . . o . x x . x s
POST plans:findings                   issued              - - - - - - - - - - - x x - x -
GET  plans:versions                   draft               o . . . . . . . . . . x x o x s
GET  plans:versions                   issued              o o o . o o . o o . o x x o x s
GET  plans:versions                   justice             . . . o . o . . . o . x x . x s
POST plans:versions                   issued              - - - - - - - - - - - x x - x -
GET  plans:history                    draft               o . . . . . . . . . . x x o x s
GET  plans:history                    submitted           o . . . o . . . . . . x x o x s
GET  plans:history                    returned            o . . . o . . . . . . x x o x s
GET  plans:history                    approved            o . . . o . . . . . . x x o x s
GET  plans:history                    issued              o . . . o . . . . . . x x o x s
GET  plans:history                    superseded          o . . . o . . . . . . x x o x s
GET  plans:history                    closed              o . . . o . . . . . . x x o x s
GET  plans:history                    discarded           . . . . . . . . . . . x x . x s
GET  plans:history                    justice             . . . . . . . . . o . x x . x s
POST plans:history                    issued              - - - - - - - - - - - x x - x -
GET  plans:compare                    draft               ~ . . . . . . . . . . x x ~ x s
GET  plans:compare                    superseded          ~ ~ ~ . ~ ~ . ~ ~ . ~ x x ~ x s
GET  plans:compare                    newer               o o o . o o . o o . o x x o x s
GET  plans:compare                    amendment           o . . . . . . . . . . x x o x s
GET  plans:compare                    justice             . . . ~ . ~ . . . ~ . x x . x s
POST plans:compare                    newer               - - - - - - - - - - - x x - x -
GET  plans:taken_up                   draft               o . . . . . . . . . . x x o x s
GET  plans:taken_up                   issued              o o o . o o . o o . o x x o x s
GET  plans:taken_up                   discarded           . . . . . . . . . . . x x . x s
GET  plans:taken_up                   below               o . . . . . . . . . . x x o x s
GET  plans:taken_up                   justice             . . . o . o . . . o . x x . x s
POST plans:taken_up                   issued              - - - - - - - - - - - x x - x -
GET  plans:issued_file                draft               . . . . . . . . . . . x x . x s
GET  plans:issued_file                issued              o o o . o o . o o . o x x o x s
GET  plans:issued_file                closed              . . . . . . . . . . . x x . x s
GET  plans:issued_file                discarded           . . . . . . . . . . . x x . x s
GET  plans:issued_file                justice             . . . . . . . . . . . x x . x s
POST plans:issued_file                issued              - - - - - - - - - - - x x - x -
GET  plans:task                       draft               o . . . . . . . . . . x x o x s
GET  plans:task                       submitted           o . . . o . . . . . . x x o x s
GET  plans:task                       returned            o . . . o . . . . . . x x o x s
GET  plans:task                       approved            o . . . o . . . . . . x x o x s
GET  plans:task                       issued              o o o . o o . o o . o x x o x s
GET  plans:task                       superseded          o o o . o o . o o . o x x o x s
GET  plans:task                       closed              o o o . o o . o o . o x x o x s
GET  plans:task                       discarded           . . . . . . . . . . . x x . x s
GET  plans:task                       justice             . . . o . o . . . o . x x . x s
POST plans:task                       issued              - - - - - - - - - - - x x - x -

# Work
GET  plans:assign                     issued              - - - - - - - - - - - x x - x s
POST plans:assign                     draft               x . . . . . . . . . . x x x x s
POST plans:assign                     issued              x > x . x x . x x . x x x x x s
POST plans:assign                     superseded          x z x . x x . x x . x x x x x s
POST plans:assign                     newer               x > x . x x . x x . x x x x x s
POST plans:assign                     closed              x z x . x x . x x . x x x x x s
POST plans:assign                     amended             x > x . x x . x x . x x x x x s
POST plans:assign                     amendment           x . . . . . . . . . . x x x x s
GET  plans:end_assignment             xuan                - - - - - - - - - - - x x - x s
POST plans:end_assignment             xuan                x > x . x x . x x . x x x x x s
POST plans:end_assignment             ended               x ? x . x x . x x . x x x x x s
GET  plans:hand_over                  technology          . o . . . . . . . . . x x . x s
GET  plans:hand_over                  quality             . . . . . . . . . . . x x . x s
GET  plans:hand_over                  department          . . . . . . . . . . . x x . x s
GET  plans:hand_over                  justice             . . . . . . . . . . . x x . x s
GET  plans:hand_over                  ended               . . . . . . . . . . . x x . x s
POST plans:hand_over                  technology          . > . . . . . . . . . x x . x s
POST plans:hand_over                  quality             . . . . . . . . . . . x x . x s
POST plans:hand_over                  department          . . . . . . . . . . . x x . x s
POST plans:hand_over                  justice             . . . . . . . . . . . x x . x s
POST plans:hand_over                  ended               . . . . . . . . . . . x x . x s
GET  plans:who_may                    department          o o o . o o o o o . o x x o x s
GET  plans:who_may                    technology          o o o . o o o o o . o x x o x s
GET  plans:who_may                    justice             . . . o . o o . . o . x x . x s
GET  plans:who_may                    ended               o o o . o o o o o . o x x o x s
GET  plans:who_may                    archived            . . . . . . . . . . . x x . x s
POST plans:who_may                    department          - - - - - - - - - - - x x - x -

# Legal documents
GET  plans:document                   cited               o o o o o o o o o o o x x o x s
GET  plans:document                   archived            . . . . . . . . . . . x x . x s
POST plans:document                   cited               - - - - - - - - - - - x x - x -
GET  plans:document_file              attached            o o o o o o o o o o o x x o x s
GET  plans:document_file              free                . . . . . . . . . . . x x . x s
GET  plans:document_file              archived            . . . . . . . . . . . x x . x s
POST plans:document_file              attached            - - - - - - - - - - - x x - x -
GET  plans:document_new               –                   o x x x x x x x x o x x x o x s
POST plans:document_new               –                   > x x x x x x x x > x x x > x s
GET  plans:document_edit              free                o x x x x x x x x o x x x o x s
POST plans:document_edit              cited               > x x x x x x x x > x x x > x s
POST plans:document_edit              free                > x x x x x x x x > x x x > x s
POST plans:document_edit              archived            . x x x x x x x x . x x x . x s
GET  plans:document_archive           free                o x x x x x x x x o x x x o x s
POST plans:document_archive           cited               ? x x x x x x x x ? x x x ? x s
POST plans:document_archive           free                > x x x x x x x x > x x x > x s
POST plans:document_archive           archived            . x x x x x x x x . x x x . x s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_plans_are_read_by_those_whom_they_concern(
    walk: Callable[[Sequence[Asked]], None], rows: list[Asked]
) -> None:
    walk(rows)
