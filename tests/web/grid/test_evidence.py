"""Evidence: who reads it, who gives it, and who ties it to what it proves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Row, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# The list
GET  evidence:list                    –                   o o o o o o o o o o o x x o x s
GET  evidence:list                    ?tim=minh           o o o o o o o o o o o x x o x s
GET  evidence:list                    ?luu-tru=1          o o o o o o o o o o o x x o x s
POST evidence:list                    –                   - - - - - - - - - - - x x - x -
GET  evidence:print                   –                   o o o o o o o o o o o x x o x s
POST evidence:print                   –                   - - - - - - - - - - - x x - x -
GET  evidence:export                  –                   o o o o o o o o o o o x x o x s
POST evidence:export                  –                   - - - - - - - - - - - x x - x -
GET  evidence:checks                  –                   o x x x x x o x x o o x x o x s
POST evidence:checks                  –                   - - - - - - - - - - - x x - x -
# Adding
GET  evidence:new                     –                   o o o o x x x x x o x x x o x s
POST evidence:new                     technology          > > ? ? x x x x x ? x x x > x s
POST evidence:new                     quality             > ? > ? x x x x x ? x x x > x s
POST evidence:new                     justice             ? ? ? > x x x x x > x x x ? x s
GET  evidence:record_new              –                   o o o o x x x x x o x x x o x s
POST evidence:record_new              technology          > > ? ? x x x x x ? x x x > x s
POST evidence:record_new              quality             > ? > ? x x x x x ? x x x > x s
POST evidence:record_new              justice             ? ? ? > x x x x x > x x x ? x s
GET  evidence:many                    –                   o o o o x x x x x o x x x o x s
POST evidence:many                    technology          o o ? ? x x x x x ? x x x o x s
POST evidence:many                    quality             o ? o ? x x x x x ? x x x o x s
POST evidence:many                    justice             ? ? ? o x x x x x o x x x ? x s
GET  evidence:many_sample             –                   o o o o x x x x x o x x x o x s
POST evidence:many_sample             –                   - - - - - - - - - - - x x - x -
GET  evidence:many_carry_out          –                   - - - - - - - - - - - x x - x s
POST evidence:many_carry_out          technology          > > . . . . . . . . . x x > x s
POST evidence:many_carry_out          quality             > . > . . . . . . . . x x > x s
POST evidence:many_carry_out          justice             . . . > . . . . . > . x x . x s
# One piece
GET  evidence:detail                  own                 o o o . o o . o o . . x x o x s
GET  evidence:detail                  reading             o o . . o o . o o . . x x o x s
GET  evidence:detail                  archived            o o . . o o . o o . . x x o x s
GET  evidence:detail                  quality             o . o . o o . o o . . x x o x s
GET  evidence:detail                  tied                o o o . o o . o o . . x x o x s
GET  evidence:detail                  ended               o . o . o o . o o . . x x o x s
GET  evidence:detail                  record              o o . . o o . o o . . x x o x s
GET  evidence:detail                  justice             . . . o . o . . . o . x x . x s
GET  evidence:detail                  shared              . o . o . o . . . o . x x . x s
POST evidence:detail                  own                 - - - - - - - - - - - x x - x -
GET  evidence:file                    own                 o o o . o o . o o . . x x o x s
GET  evidence:file                    archived            o o . . o o . o o . . x x o x s
GET  evidence:file                    quality             o . o . o o . o o . . x x o x s
GET  evidence:file                    tied                o o o . o o . o o . . x x o x s
GET  evidence:file                    ended               o . o . o o . o o . . x x o x s
GET  evidence:file                    justice             . . . o . o . . . o . x x . x s
GET  evidence:file                    shared              . o . o . o . . . o . x x . x s
POST evidence:file                    own                 - - - - - - - - - - - x x - x -
GET  evidence:page                    own                 o o o . o o . o o . . x x o x s
GET  evidence:page                    own/9               . . . . . . . . . . . x x . x s
GET  evidence:page                    archived            o o . . o o . o o . . x x o x s
GET  evidence:page                    tied                o o o . o o . o o . . x x o x s
GET  evidence:page                    ended               o . o . o o . o o . . x x o x s
GET  evidence:page                    justice             . . . o . o . . . o . x x . x s
GET  evidence:page                    shared              . o . o . o . . . o . x x . x s
POST evidence:page                    own                 - - - - - - - - - - - x x - x -
GET  evidence:version_new             own                 o o x . x x . x x . . x x o x s
GET  evidence:version_new             archived            z z . . x x . x x . . x x z x s
GET  evidence:version_new             record              z z . . x x . x x . . x x z x s
GET  evidence:version_new             tied                o x o . x x . x x . . x x o x s
GET  evidence:version_new             justice             . . . o . x . . . o . x x . x s
GET  evidence:version_new             shared              . x . o . x . . . o . x x . x s
POST evidence:version_new             own                 > > x . x x . x x . . x x > x s
POST evidence:version_new             archived            z z . . x x . x x . . x x z x s
POST evidence:version_new             record              z z . . x x . x x . . x x z x s
POST evidence:version_new             tied                > x > . x x . x x . . x x > x s
POST evidence:version_new             justice             . . . > . x . . . > . x x . x s
POST evidence:version_new             shared              . x . > . x . . . > . x x . x s
GET  evidence:confirm                 own                 o o x . x x . x x . . x x o x s
GET  evidence:confirm                 archived            z z . . x x . x x . . x x z x s
GET  evidence:confirm                 record              o o . . x x . x x . . x x o x s
GET  evidence:confirm                 tied                o x o . x x . x x . . x x o x s
GET  evidence:confirm                 justice             . . . o . x . . . o . x x . x s
GET  evidence:confirm                 shared              . x . o . x . . . o . x x . x s
POST evidence:confirm                 own                 > > x . x x . x x . . x x > x s
POST evidence:confirm                 reading             ? ? . . x x . x x . . x x ? x s
POST evidence:confirm                 archived            z z . . x x . x x . . x x z x s
POST evidence:confirm                 record              > > . . x x . x x . . x x > x s
POST evidence:confirm                 tied                > x > . x x . x x . . x x > x s
POST evidence:confirm                 justice             . . . > . x . . . > . x x . x s
POST evidence:confirm                 shared              . x . > . x . . . > . x x . x s
GET  evidence:archive                 own                 o o x . x x . x x . . x x o x s
GET  evidence:archive                 archived            z z . . x x . x x . . x x z x s
GET  evidence:archive                 tied                o x x . x x . x x . . x x o x s
GET  evidence:archive                 justice             . . . x . x . . . o . x x . x s
GET  evidence:archive                 shared              . x . x . x . . . o . x x . x s
POST evidence:archive                 own                 > > x . x x . x x . . x x > x s
POST evidence:archive                 archived            z z . . x x . x x . . x x z x s
POST evidence:archive                 tied                > x x . x x . x x . . x x > x s
POST evidence:archive                 justice             . . . x . x . . . > . x x . x s
POST evidence:archive                 shared              . x . x . x . . . > . x x . x s
# What it serves
GET  evidence:link                    own                 o o x . x x . x x . . x x o x s
GET  evidence:link                    archived            z z . . x x . x x . . x x z x s
GET  evidence:link                    quality             o . o . x x . x x . . x x o x s
GET  evidence:link                    justice             . . . o . x . . . o . x x . x s
GET  evidence:link                    shared              . x . o . x . . . o . x x . x s
POST evidence:link                    own                 > > x . x x . x x . . x x > x s
POST evidence:link                    archived            z z . . x x . x x . . x x z x s
POST evidence:link                    quality             > . > . x x . x x . . x x > x s
POST evidence:link                    ended               > . > . x x . x x . . x x > x s
POST evidence:link                    tied                ? x ? . x x . x x . . x x ? x s
POST evidence:link                    justice             . . . . . x . . . . . x x . x s
POST evidence:link                    shared              . x . . . x . . . . . x x . x s
GET  evidence:unlink                  tied                o x o . x x . x x . . x x o x s
GET  evidence:unlink                  ended               o . o . x x . x x . . x x o x s
GET  evidence:unlink                  justice             . . . o . x . . . o . x x . x s
GET  evidence:unlink                  shared              . x . o . x . . . o . x x . x s
POST evidence:unlink                  tied                > x > . x x . x x . . x x > x s
POST evidence:unlink                  ended               ? . ? . x x . x x . . x x ? x s
POST evidence:unlink                  own                 > > x . x x . x x . . x x > x s
POST evidence:unlink                  justice             . . . > . x . . . > . x x . x s
POST evidence:unlink                  shared              . x . > . x . . . > . x x . x s
GET  evidence:of                      open                o o o . o o . o o . o x x o x s
GET  evidence:of                      over                o o o . o o . o o . o x x o x s
GET  evidence:of                      justice             . o . o . o . . . o . x x . x s
GET  evidence:of                      shared              . o . o . o . . . o . x x . x s
GET  evidence:of                      open/khac.loai      . . . . . . . . . . . x x . x s
POST evidence:of                      open                - - - - - - - - - - - x x - x -
GET  evidence:attach                  open                o o o . x x x x x . x x x o x s
GET  evidence:attach                  over                o o o . x x x x x . x x x o x s
GET  evidence:attach                  justice             . o . o x x x x x o x x x . x s
GET  evidence:attach                  shared              . o . o x x x x x o x x x . x s
GET  evidence:attach                  open/khac.loai      . . . . x x x x x . x x x . x s
POST evidence:attach                  open                - - - - - - - - - - - x x - x -
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_evidence_is_for_its_unit_and_for_what_it_serves(
    walk: Callable[[Sequence[Row]], None], rows: list[Row]
) -> None:
    walk(rows)
