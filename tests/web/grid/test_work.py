"""The daily work: who sees how it stands, and who may do what to it in which state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.web.grid.rows import Row, by_address

pytestmark = pytest.mark.django_db

TABLE = """
#                                                         A B C D G H Q V K T P M S L U *
# Somebody's work, as a list, a board, a calendar, on paper
GET  work:mine                        –                   o o o o o o o o o o o x x o x s
GET  work:mine                        ?kieu=bang          o o o o o o o o o o o x x o x s
GET  work:mine                        ?kieu=lich          o o o o o o o o o o o x x o x s
POST work:mine                        –                   - - - - - - - - - - - x x - x -
GET  work:start                       –                   ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ x x ~ x s
POST work:start                       –                   - - - - - - - - - - - x x - x -
GET  work:print                       –                   o o o o o o o o o o o x x o x s
POST work:print                       –                   - - - - - - - - - - - x x - x -
GET  work:export                      –                   o o o o o o o o o o o x x o x s
POST work:export                      –                   - - - - - - - - - - - x x - x -
GET  work:review                      –                   o o o o o o o o o o o x x o x s
GET  work:review                      ?theo=nguoi         o o o o o o o o o o o x x o x s
POST work:review                      –                   - - - - - - - - - - - x x - x -
GET  work:review_print                –                   o o o o o o o o o o o x x o x s
POST work:review_print                –                   - - - - - - - - - - - x x - x -
GET  work:review_export               –                   o o o o o o o o o o o x x o x s
POST work:review_export               –                   - - - - - - - - - - - x x - x -
GET  work:to_fix                      –                   o x x x o x x x x o x x x o x s
GET  work:to_fix                      ?phan=gia-han       o x x x o x x x x o x x x o x s
GET  work:to_fix                      ?phan=ke-hoach      o x x x o x x x x o x x x o x s
GET  work:to_fix                      ?phan=thoi-han      o x x x o x x x x o x x x o x s
POST work:to_fix                      –                   - - - - - - - - - - - x x - x -
# The working calendar
GET  work:calendar                    –                   o o o o o o o o o o o x x o x s
POST work:calendar                    –                   - - - - - - - - - - - x x - x -
GET  work:calendar_export             –                   o o o o o o o o o o o x x o x s
POST work:calendar_export             –                   - - - - - - - - - - - x x - x -
GET  work:day                         –                   x x x x x x o x x x x x x x x s
POST work:day                         shown               x x x x x x o x x x x x x x x s
POST work:day                         agreed              x x x x x x > x x x x x x x x s
GET  work:days_import                 –                   x x x x x x o x x x x x x x x s
POST work:days_import                 shown               x x x x x x o x x x x x x x x s
POST work:days_import                 agreed              x x x x x x > x x x x x x x x s
GET  work:day_forget                  own                 x x x x x x o x x x x x x x x s
POST work:day_forget                  own                 x x x x x x > x x x x x x x x s
# Following a plan
GET  work:plan                        followed            o o o . o o . o o . o x x o x s
GET  work:plan                        issued              o o o . o o . o o . o x x o x s
GET  work:plan                        over                o o o . o o . o o . o x x o x s
GET  work:plan                        draft               o . . . . . . . . . . x x o x s
GET  work:plan                        of_justice          . o . o . o . . . o . x x . x s
GET  work:plan                        discarded           . . . . . . . . . . . x x . x s
POST work:plan                        followed            - - - - - - - - - - - x x - x -
GET  work:of_plan                     followed            ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ x x ~ x s
GET  work:of_plan                     draft               ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ x x ~ x s
POST work:of_plan                     followed            - - - - - - - - - - - x x - x -
GET  work:plan_print                  followed            o o o . o o . o o . o x x o x s
GET  work:plan_print                  of_justice          . o . o . o . . . o . x x . x s
POST work:plan_print                  followed            - - - - - - - - - - - x x - x -
GET  work:plan_export                 followed            o o o . o o . o o . o x x o x s
GET  work:plan_export                 of_justice          . o . o . o . . . o . x x . x s
POST work:plan_export                 followed            - - - - - - - - - - - x x - x -
GET  work:follow                      followed            ~ x x . x x . x x . x x x ~ x s
GET  work:follow                      issued              o x x . x x . x x . x x x o x s
GET  work:follow                      draft               ? . . . . . . . . . . x x ? x s
GET  work:follow                      approved            ? . . . x . . . . . . x x ? x s
GET  work:follow                      closed              z x x . x x . x x . x x x z x s
GET  work:follow                      justice             . . . x . x . . . o . x x . x s
POST work:follow                      followed            ? x x . x x . x x . x x x ? x s
POST work:follow                      issued              > x x . x x . x x . x x x > x s
POST work:follow                      draft               ? . . . . . . . . . . x x ? x s
POST work:follow                      approved            ? . . . x . . . . . . x x ? x s
POST work:follow                      closed              z x x . x x . x x . x x x z x s
POST work:follow                      justice             . . . x . x . . . > . x x . x s
POST work:follow                      amended             > x x . x x . x x . x x x > x s
GET  work:replan                      followed            o x x . x x . x x . x x x o x s
GET  work:replan                      issued              o x x . x x . x x . x x x o x s
GET  work:replan                      over                z x x . x x . x x . x x x z x s
GET  work:replan                      draft               ? . . . . . . . . . . x x ? x s
GET  work:replan                      of_justice          . x . x . x . . . o . x x . x s
POST work:replan                      followed            > x x . x x . x x . x x x > x s
POST work:replan                      issued              ? x x . x x . x x . x x x ? x s
POST work:replan                      over                z x x . x x . x x . x x x z x s
POST work:replan                      draft               ? . . . . . . . . . . x x ? x s
POST work:replan                      of_justice          . x . x . x . . . > . x x . x s
# How far a target of a plan is
GET  work:target                      followed            o o o . o o . o o . o x x o x s
GET  work:target                      issued              o o o . o o . o o . o x x o x s
GET  work:target                      over                o o o . o o . o o . o x x o x s
GET  work:target                      draft               o . . . . . . . . . . x x o x s
GET  work:target                      of_justice          . o . o . o . . . o . x x . x s
POST work:target                      followed            > x x . x x . x x . x x x > x s
POST work:target                      issued              > x x . x x . x x . x x x > x s
POST work:target                      over                z x x . x x . x x . x x x z x s
POST work:target                      draft               z . . . . . . . . . . x x z x s
POST work:target                      of_justice          . x . x . x . . . > . x x . x s
GET  work:measure_take_back           followed            o x x . x x . x x . x x x o x s
POST work:measure_take_back           followed            > x x . x x . x x . x x x > x s
# One time that something is owed
GET  work:of_task                     open                o o o . o o . o o . o x x o x s
GET  work:of_task                     over                o o o . o o . o o . o x x o x s
GET  work:of_task                     justice             . o . o . o . . . o . x x . x s
GET  work:of_task                     shared              . o . o . o . . . o . x x . x s
POST work:of_task                     open                - - - - - - - - - - - x x - x -
GET  work:occurrence                  open                o o o . o o . o o . o x x o x s
GET  work:occurrence                  proposed            o o o . o o . o o . o x x o x s
GET  work:occurrence                  own                 o o o . o o . o o . o x x o x s
GET  work:occurrence                  done                o o o . o o . o o . o x x o x s
GET  work:occurrence                  waiting             o o o . o o . o o . o x x o x s
GET  work:occurrence                  unclear             o o o . o o . o o . o x x o x s
GET  work:occurrence                  nobody              o o o . o o . o o . o x x o x s
GET  work:occurrence                  over                o o o . o o . o o . o x x o x s
GET  work:occurrence                  justice             . . . o . o . . . o . x x . x s
GET  work:occurrence                  shared              . o . o . o . . . o . x x . x s
POST work:occurrence                  open                - - - - - - - - - - - x x - x -
GET  work:update                      open                o o x . x x . x x . x x x o x s
GET  work:update                      quality             o x o . x x . x x . x x x o x s
GET  work:update                      proposed            z z x . x x . x x . x x x z x s
GET  work:update                      done                z z x . x x . x x . x x x z x s
GET  work:update                      waiting             z z x . x x . x x . x x x z x s
GET  work:update                      unclear             z z x . x x . x x . x x x z x s
GET  work:update                      nobody              o z z . z z . z z . z x x o x s
GET  work:update                      note                z x x . x x . x x . x x x z x s
GET  work:update                      over                z z x . x x . x x . x x x z x s
GET  work:update                      justice             . . . o . x . . . o . x x . x s
GET  work:update                      shared              . x . o . x . . . o . x x . x s
POST work:update                      open                > > x . x x . x x . x x x > x s
POST work:update                      quality             > x > . x x . x x . x x x > x s
POST work:update                      proposed            z z x . x x . x x . x x x z x s
POST work:update                      done                z z x . x x . x x . x x x z x s
POST work:update                      waiting             z z x . x x . x x . x x x z x s
POST work:update                      unclear             z z x . x x . x x . x x x z x s
POST work:update                      nobody              > z z . z z . z z . z x x > x s
POST work:update                      note                z x x . x x . x x . x x x z x s
POST work:update                      over                z z x . x x . x x . x x x z x s
POST work:update                      justice             . . . > . x . . . > . x x . x s
POST work:update                      shared              . x . > . x . . . > . x x . x s
GET  work:comment                     open                - - - - - - - - - - - x x - x s
POST work:comment                     open                > > > . > > . > > . > x x > x s
POST work:comment                     over                > > > . > > . > > . > x x > x s
POST work:comment                     justice             . . . > . > . . . > . x x . x s
POST work:comment                     shared              . > . > . > . . . > . x x . x s
GET  work:event                       open                z z x . x x . x x . x x x z x s
GET  work:event                       waiting             o o x . x x . x x . x x x o x s
GET  work:event                       happened            o o x . x x . x x . x x x o x s
GET  work:event                       over                z z x . x x . x x . x x x z x s
GET  work:event                       justice             . . . z . x . . . z . x x . x s
POST work:event                       open                z z x . x x . x x . x x x z x s
POST work:event                       waiting             > > x . x x . x x . x x x > x s
POST work:event                       happened            > > x . x x . x x . x x x > x s
POST work:event                       over                z z x . x x . x x . x x x z x s
POST work:event                       justice             . . . z . x . . . z . x x . x s
GET  work:event_file                  happened            o o o . o o . o o . o x x o x s
POST work:event_file                  happened            - - - - - - - - - - - x x - x -
GET  work:deadline                    open                z x x . x x . x x . x x x z x s
GET  work:deadline                    unclear             o x x . x x . x x . x x x o x s
GET  work:deadline                    over                z x x . x x . x x . x x x z x s
GET  work:deadline                    justice             . . . x . x . . . z . x x . x s
POST work:deadline                    open                z x x . x x . x x . x x x z x s
POST work:deadline                    unclear             > x x . x x . x x . x x x > x s
POST work:deadline                    over                z x x . x x . x x . x x x z x s
POST work:deadline                    justice             . . . x . x . . . z . x x . x s
GET  work:understand                  open                o o o . o o . o o . o x x o x s
GET  work:understand                  justice             . . . o . o . . . o . x x . x s
POST work:understand                  open                - - - - - - - - - - - x x - x -
GET  work:extension                   asking              o x x . o x . x x . x x x o x s
GET  work:extension                   granted             z x x . z x . x x . x x x z x s
GET  work:extension                   over_asking         z x x . z x . x x . x x x z x s
POST work:extension                   asking              > x x . > x . x x . x x x > x s
POST work:extension                   granted             z x x . z x . x x . x x x z x s
POST work:extension                   over_asking         z x x . z x . x x . x x x z x s
GET  work:step                        open/rut            z z x . x x . x x . x x x z x s
GET  work:step                        proposed/rut        o o x . x x . x x . x x x o x s
GET  work:step                        own/rut             o x x . x x . x x . x x x o x s
GET  work:step                        done/rut            z z x . x x . x x . x x x z x s
GET  work:step                        over/rut            z z x . x x . x x . x x x z x s
GET  work:step                        justice/rut         . . . z . x . . . z . x x . x s
GET  work:step                        open/cong-nhan      z x x . x x . x x . x x x z x s
GET  work:step                        proposed/cong-nhan  o x x . x x . x x . x x x o x s
GET  work:step                        own/cong-nhan       z x x . x x . x x . x x x o x s
GET  work:step                        done/cong-nhan      z x x . x x . x x . x x x z x s
GET  work:step                        proposed/tra-lai    o x x . x x . x x . x x x o x s
GET  work:step                        own/tra-lai         z x x . x x . x x . x x x o x s
GET  work:step                        open/mo-lai         z x x . x x . x x . x x x z x s
GET  work:step                        done/mo-lai         o x x . x x . x x . x x x o x s
GET  work:step                        over/mo-lai         z x x . x x . x x . x x x z x s
GET  work:step                        open/xin-gia-han    o o x . x x . x x . x x x o x s
GET  work:step                        asking/xin-gia-han  o o x . x x . x x . x x x o x s
GET  work:step                        quality/xin-gia-han o x o . x x . x x . x x x o x s
GET  work:step                        proposed/xin-gia-han z z x . x x . x x . x x x z x s
GET  work:step                        open/phoi-hop       x x o . x x . x x . x x x x x s
GET  work:step                        quality/phoi-hop    x x x . x x . x x . x x x x x s
GET  work:step                        proposed/phoi-hop   x x z . x x . x x . x x x x x s
GET  work:step                        shared/phoi-hop     . o . x . x . . . x . x x . x s
GET  work:step                        open/khac           . . . . . . . . . . . x x . x s
POST work:step                        open/rut            z z x . x x . x x . x x x z x s
POST work:step                        proposed/rut        > > x . x x . x x . x x x > x s
POST work:step                        own/rut             > x x . x x . x x . x x x > x s
POST work:step                        done/rut            z z x . x x . x x . x x x z x s
POST work:step                        over/rut            z z x . x x . x x . x x x z x s
POST work:step                        justice/rut         . . . z . x . . . z . x x . x s
POST work:step                        open/cong-nhan      z x x . x x . x x . x x x z x s
POST work:step                        proposed/cong-nhan  > x x . x x . x x . x x x > x s
POST work:step                        own/cong-nhan       z x x . x x . x x . x x x > x s
POST work:step                        done/cong-nhan      z x x . x x . x x . x x x z x s
POST work:step                        over/cong-nhan      z x x . x x . x x . x x x z x s
POST work:step                        justice/cong-nhan   . . . x . x . . . z . x x . x s
POST work:step                        open/tra-lai        z x x . x x . x x . x x x z x s
POST work:step                        proposed/tra-lai    > x x . x x . x x . x x x > x s
POST work:step                        own/tra-lai         z x x . x x . x x . x x x > x s
POST work:step                        done/tra-lai        z x x . x x . x x . x x x z x s
POST work:step                        open/mo-lai         z x x . x x . x x . x x x z x s
POST work:step                        proposed/mo-lai     z x x . x x . x x . x x x z x s
POST work:step                        done/mo-lai         > x x . x x . x x . x x x > x s
POST work:step                        over/mo-lai         z x x . x x . x x . x x x z x s
POST work:step                        justice/mo-lai      . . . x . x . . . z . x x . x s
POST work:step                        open/xin-gia-han    > > x . x x . x x . x x x > x s
POST work:step                        asking/xin-gia-han  ? ? x . x x . x x . x x x ? x s
POST work:step                        quality/xin-gia-han > x > . x x . x x . x x x > x s
POST work:step                        proposed/xin-gia-han z z x . x x . x x . x x x z x s
POST work:step                        over/xin-gia-han    z z x . x x . x x . x x x z x s
POST work:step                        justice/xin-gia-han . . . > . x . . . > . x x . x s
POST work:step                        shared/xin-gia-han  . x . > . x . . . > . x x . x s
POST work:step                        open/phoi-hop       x x > . x x . x x . x x x x x s
POST work:step                        quality/phoi-hop    x x x . x x . x x . x x x x x s
POST work:step                        proposed/phoi-hop   x x z . x x . x x . x x x x x s
POST work:step                        over/phoi-hop       x x z . x x . x x . x x x x x s
POST work:step                        shared/phoi-hop     . > . x . x . . . x . x x . x s
POST work:step                        justice/phoi-hop    . . . x . x . . . x . x x . x s
POST work:step                        open/khac           . . . . . . . . . . . x x . x s
# Many at once
GET  work:bulk                        –                   - - - - - - - - - - - x x - x s
POST work:bulk                        open/ghi            > > ? ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        quality/ghi         > ? > ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        open/de-nghi        > > ? ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        proposed/cong-nhan  > ? ? ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        own/cong-nhan       ? ? ? ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        proposed/tra-lai    > ? ? ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        open/gia-han        > > ? ~ ? ? ~ ? ? ~ ? x x > x s
POST work:bulk                        justice/ghi         ~ ~ ~ > ~ ? ~ ~ ~ > ~ x x ~ x s
POST work:bulk                        over/ghi            ? ? ? ~ ? ? ~ ? ? ~ ? x x ? x s
GET  work:bulk_acts                   –                   o o o o o o o o o o o x x o x s
POST work:bulk_acts                   –                   - - - - - - - - - - - x x - x -
GET  work:undo                        bulk                - - - - - - - - - - - x x - x s
POST work:undo                        bulk                . > . . . . . . . . . x x . x s
POST work:undo                        undone              . z . . . . . . . . . x x . x s
POST work:undo                        note                > . . . . . . . . . . x x . x s
"""


@pytest.mark.parametrize("rows", by_address(TABLE))
def test_work_is_reported_by_its_unit_and_answered_by_the_office(
    walk: Callable[[Sequence[Row]], None], rows: list[Row]
) -> None:
    walk(rows)
