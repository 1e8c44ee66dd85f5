"""What the office tells its people: notices, rules, gateways, calendars, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Row, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# What one was told, and how one wants to be told
GET  reminders:notices                –                   o o o o o o o o o o o x x o x s
POST reminders:notices                –                   - - - - - - - - - - - x x - x -
GET  reminders:count                  –                   o o o o o o o o o o o x x o x s
POST reminders:count                  –                   - - - - - - - - - - - x x - x -
GET  reminders:mark_all_read          –                   - - - - - - - - - - - x x - x -
POST reminders:mark_all_read          –                   > > > > > > > > > > > x x > x s
GET  reminders:mark_read              own                 - - - - - - - - - - - x x - x -
POST reminders:mark_read              own                 > > > > > > > > > > > x x > x s
POST reminders:mark_read              another's           . . . . . . . . . . . x x . x s
GET  reminders:work                   open                ~ ~ ~ . ~ ~ . ~ ~ . ~ x x ~ x s
GET  reminders:work                   over                ~ ~ ~ . ~ ~ . ~ ~ . ~ x x ~ x s
GET  reminders:work                   justice             . . . ~ . ~ . . . ~ . x x . x s
GET  reminders:work                   shared              . ~ . ~ . ~ . . . ~ . x x . x s
POST reminders:work                   open                - - - - - - - - - - - x x - x -
GET  reminders:mine                   –                   o o o o o o o o o o o x x o x s
POST reminders:mine                   –                   > > > > > > > > > > > x x > x s
# The rules of an office, and what it sent
GET  reminders:offices                –                   ~ x x x x x x x x ~ x x x ~ x s
POST reminders:offices                –                   - - - - - - - - - - - x x - x -
GET  reminders:rules                  department          o . . . . . . . . . . x x o x s
GET  reminders:rules                  justice             . . . . . . . . . o . x x . x s
GET  reminders:rules                  technology          . . . . . . . . . . . x x . x s
GET  reminders:rules                  archived            . . . . . . . . . . . x x . x s
POST reminders:rules                  department          > . . . . . . . . . . x x > x s
POST reminders:rules                  justice             . . . . . . . . . > . x x . x s
POST reminders:rules                  technology          . . . . . . . . . . . x x . x s
GET  reminders:messages               –                   o x x x x x o x x o o x x o x s
POST reminders:messages               –                   - - - - - - - - - - - x x - x -
GET  reminders:retry                  failed              - - - - - - - - - - - x x - x -
POST reminders:retry                  failed              > . . . . . > . . . > x x > x s
POST reminders:retry                  sent                z . . . . . z . . . z x x z x s
POST reminders:retry                  justice             . . . . . . > . . > . x x . x s
POST reminders:retry                  nobody's            . . . . . . . . . . . x x . x s
GET  reminders:webhooks               –                   x x x x x x o x x x o x x x x s
POST reminders:webhooks               –                   - - - - - - - - - - - x x - x -
GET  reminders:add_webhook            department          . . . . . . o . . . o x x . x s
GET  reminders:add_webhook            justice             . . . . . . o . . . . x x . x s
GET  reminders:add_webhook            technology          . . . . . . . . . . . x x . x s
POST reminders:add_webhook            department          . . . . . . > . . . > x x . x s
POST reminders:add_webhook            justice             . . . . . . > . . . . x x . x s
POST reminders:add_webhook            office              . . . . . . . . . . . x x . x s
POST reminders:add_webhook            technology          . . . . . . . . . . . x x . x s
GET  reminders:edit_webhook           department          . . . . . . o . . . o x x . x s
GET  reminders:edit_webhook           justice             . . . . . . o . . . . x x . x s
GET  reminders:edit_webhook           archived            . . . . . . . . . . . x x . x s
POST reminders:edit_webhook           department          . . . . . . > . . . > x x . x s
POST reminders:edit_webhook           justice             . . . . . . > . . . . x x . x s
POST reminders:edit_webhook           archived            . . . . . . . . . . . x x . x s
GET  reminders:archive_webhook        department          . . . . . . o . . . o x x . x s
GET  reminders:archive_webhook        justice             . . . . . . o . . . . x x . x s
GET  reminders:archive_webhook        archived            . . . . . . . . . . . x x . x s
POST reminders:archive_webhook        department          . . . . . . > . . . > x x . x s
POST reminders:archive_webhook        justice             . . . . . . > . . . . x x . x s
POST reminders:archive_webhook        archived            . . . . . . . . . . . x x . x s
GET  reminders:try_webhook            department          - - - - - - - - - - - x x - x -
POST reminders:try_webhook            department          . . . . . . ? . . . ? x x . x s
POST reminders:try_webhook            justice             . . . . . . ? . . . . x x . x s
POST reminders:try_webhook            archived            . . . . . . . . . . . x x . x s
# Calendars with a secret address
GET  reminders:feeds                  –                   o o o o o o o o o o o x x o x s
POST reminders:feeds                  –                   + + + + + + + + + + + x x + x s
POST reminders:feeds                  technology          ? + ? ? ? ? ? ? ? ? ? x x ? x s
POST reminders:feeds                  justice             ? ? ? + ? ? ? ? ? + ? x x ? x s
GET  reminders:revoke_feed            chau                - - - - - - - - - - - x x - x -
POST reminders:revoke_feed            chau                . . > . . . . . . . . x x . x s
POST reminders:revoke_feed            technology          > > . . . . . . . . . x x > x s
POST reminders:revoke_feed            justice             . . . > . . . . . > . x x . x s
POST reminders:revoke_feed            revoked             . . z . . . . . . . . x x . x s
GET  reminders:feed                   chau                o o o o o o o o o o o x x o x o
GET  reminders:feed                   technology          o o o o o o o o o o o x x o x o
GET  reminders:feed                   revoked             . . . . . . . . . . . x x . x .
GET  reminders:feed                   left                . . . . . . . . . . . x x . x .
GET  reminders:feed                   wrong               . . . . . . . . . . . x x . x .
POST reminders:feed                   chau                - - - - - - - - - - - x x - x -
# Letters that chase a unit
GET  reminders:letters                –                   o x x x o x x x x o x x x o x s
POST reminders:letters                –                   - - - - - - - - - - - x x - x -
GET  reminders:prepare_letter         department/technology o . . . . . . . . . . x x o x s
GET  reminders:prepare_letter         department/justice  o . . . . . . . . . . x x o x s
GET  reminders:prepare_letter         justice/justice     . . . . . . . . . o . x x . x s
GET  reminders:prepare_letter         justice/technology  . . . . . . . . . o . x x . x s
POST reminders:prepare_letter         department/technology > . . . . . . . . . . x x > x s
POST reminders:prepare_letter         department/quality  ? . . . . . . . . . . x x ? x s
POST reminders:prepare_letter         department/justice  ? . . . . . . . . . . x x ? x s
POST reminders:prepare_letter         justice/justice     . . . . . . . . . > . x x . x s
GET  reminders:letter                 department          o . . . o . . . . . . x x o x s
GET  reminders:letter                 justice             . . . . . . . . . o . x x . x s
POST reminders:letter                 department          - - - - - - - - - - - x x - x -
GET  reminders:letter_table           department          o . . . o . . . . . . x x o x s
GET  reminders:letter_table           justice             . . . . . . . . . o . x x . x s
POST reminders:letter_table           department          - - - - - - - - - - - x x - x -
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_each_is_told_their_own_and_offices_set_their_rules(
    walk: Callable[[Sequence[Row]], None], rows: list[Row]
) -> None:
    walk(rows)
