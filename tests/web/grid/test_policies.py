"""The policies alone: every `visible_…` and `may_…` for everybody, in every state.

Cells of `visible_…`: o seen, . not seen. Of `may_…`: y yes, x not this person, z not now; of
`may_give_roles` how many roles.
"""

from __future__ import annotations

import copy
import inspect
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model, QuerySet

from cchc.web.accounts import policy as accounts
from cchc.web.dashboards import policy as dashboards
from cchc.web.evidence import policy as evidence
from cchc.web.evidence.models import HashCheck
from cchc.web.intake import policy as intake
from cchc.web.organisation import policy as organisation
from cchc.web.organisation import record_policy as record
from cchc.web.organisation.models import Position, Role
from cchc.web.organisation.standing import Person
from cchc.web.plans import policy as plans
from cchc.web.ui.refusals import Refused
from cchc.web.work import policy as work
from cchc.web.work import reminder_policy as reminders
from cchc.web.work.models import Following, Notice, Occurrence
from tests.web.grid.answers import about_the_person
from tests.web.grid.hidden import person_of
from tests.web.grid.office import Office
from tests.web.grid.people import COLUMNS
from tests.web.grid.policies_of_work import WORK_TABLE
from tests.web.grid.rows import table_of
from tests.web.grid.walking import Browsers
from tests.web.world import TODAY

pytestmark = pytest.mark.django_db

POLICIES: dict[str, ModuleType] = {
    "accounts": accounts,
    "record": record,
    "organisation": organisation,
    "intake": intake,
    "plans": plans,
    "work": work,
    "reminders": reminders,
    "evidence": evidence,
    "dashboards": dashboards,
}

POLICY_TABLE = """
#                                                                A B C D G H Q V K T P M S L U *
accounts.visible_sessions              A                         o . . . . . . . . . . . . . . .
accounts.visible_sessions              K                         . . . . . . . . o . . . . . . .
record.may_read_record                 –                         y x x x y x y x x y y x x y x x
record.visible_entries                 desk                      o . . . . . . . . . . . . o . .
record.visible_entries                 plan                      o . . . o . . . . . . . . o . .
record.visible_entries                 unit                      o . . . o . o . . . o . . o . .
record.visible_entries                 justice                   . . . . . . . . . o . . . . . .
record.visible_entries                 document                  o . . . o . . . . o . . . o . .
record.visible_entries                 account                   . . . . . . o . . . o . . . . .
organisation.may_come_in               –                         y y y y y y y y y y y x x y x x
organisation.visible_units             province                  o o o o o o o o o o o . . o . .
organisation.visible_units             justice                   o o o o o o o o o o o . . o . .
organisation.visible_units             department                o o o o o o o o o o o . . o . .
organisation.visible_units             technology                o o o o o o o o o o o . . o . .
organisation.visible_units             ended                     o o o o o o o o o o o . . o . .
organisation.visible_units             archived                  . . . . . . . . . . . . . . . .
organisation.visible_here              department                o o o o o o o o o o o . . o . .
organisation.visible_here              ended                     o o o o o o o o o o o . . o . .
organisation.visible_positions         A                         o o o . o o o o o . o . . o . .
organisation.visible_positions         B                         o o o . o o o o o . o . . o . .
organisation.visible_positions         D                         . . . o . o o . . o . . . . . .
organisation.visible_positions         H                         . . . . . o o . . . . . . . . .
organisation.visible_positions         Q                         . . . . . o o . . . . . . . . .
organisation.visible_positions         S                         o o o . o o o o o . o . . o . .
organisation.visible_positions         L                         o o o . o o o o o . o . . o . .
organisation.visible_people            A                         o o o . o o o o o . o . . o . .
organisation.visible_people            B                         o o o . o o o o o . o . . o . .
organisation.visible_people            D                         . . . o . o o . . o . . . . . .
organisation.visible_people            G                         o o o . o o o o o . o . . o . .
organisation.visible_people            H                         . . . . . o o . . . . . . . . .
organisation.visible_people            Q                         . . . . . o o . . . . . . . . .
organisation.visible_people            M                         . . . . . . o . . . . . . . . .
organisation.visible_people            P                         o o o . o o o o o . o . . o . .
organisation.visible_people            S                         o o o . o o o o o . o . . o . .
organisation.visible_people            L                         o o o . o o o o o . o . . o . .
organisation.visible_aliases           department                o o o . o o o o o . o . . o . .
organisation.visible_collective_names  department                o o o . o o o o o . o . . o . .
organisation.visible_reorganisations   renamed                   o o o . o o o o o . o . . o . .
organisation.visible_hand_overs        technology                o o . . o . o . . . o . . o . .
organisation.may_manage_unit           province                  x x x x x x y x x x x x x x x x
organisation.may_manage_unit           justice                   x x x x x x y x x x x x x x x x
organisation.may_manage_unit           department                x x x x x x y x x x y x x x x x
organisation.may_manage_unit           technology                x x x x x x y x x x y x x x x x
organisation.may_manage_unit           ended                     x x x x x x y x x x y x x x x x
organisation.may_reorganise            province                  x x x x x x y x x x x x x x x x
organisation.may_reorganise            justice                   x x x x x x y x x x x x x x x x
organisation.may_reorganise            department                x x x x x x y x x x y x x x x x
organisation.may_reorganise            technology                x x x x x x y x x x y x x x x x
organisation.may_reorganise            ended                     x x x x x x z x x x z x x x x x
organisation.may_name                  province                  x x x x x x y x x x x x x x x x
organisation.may_name                  justice                   x x x x x x y x x y x x x x x x
organisation.may_name                  department                y x x x x x y x x x y x x y x x
organisation.may_name                  technology                y x x x x x y x x x y x x y x x
organisation.may_name                  ended                     z x x x x x z x x x z x x z x x
organisation.may_place                 province                  x x x x x x y x x x x x x x x x
organisation.may_place                 justice                   x x x x x x y x x y x x x x x x
organisation.may_place                 department                y x x x x x y x x x y x x y x x
organisation.may_place                 technology                y x x x x x y x x x y x x y x x
organisation.may_place                 department/staff          y x x x x x y x x x y x x y x x
organisation.may_place                 department/unit_head      y x x x x x y x x x y x x y x x
organisation.may_place                 department/viewer         y x x x x x y x x x y x x y x x
organisation.may_place                 department/coordinator    x x x x x x y x x x y x x x x x
organisation.may_place                 department/leader         x x x x x x y x x x y x x x x x
organisation.may_place                 department/administrator  x x x x x x y x x x y x x x x x
organisation.may_change_position       A                         x x x x x x y x x x y x x x x x
organisation.may_change_position       B                         y x x x x x y x x x y x x y x x
organisation.may_change_position       D                         x x x x x x y x x y x x x x x x
organisation.may_change_position       G                         x x x x x x y x x x y x x x x x
organisation.may_change_position       Q                         x x x x x x y x x x x x x x x x
organisation.may_change_position       S                         x x x x x x z x x x z x x x x x
organisation.may_give_roles            province                  0 0 0 0 0 0 8 0 0 0 0 0 0 0 0 0
organisation.may_give_roles            justice                   0 0 0 0 0 0 8 0 0 3 0 0 0 0 0 0
organisation.may_give_roles            department                3 0 0 0 0 0 8 0 0 0 8 0 0 3 0 0
organisation.may_give_roles            technology                3 0 0 0 0 0 8 0 0 0 8 0 0 3 0 0
organisation.may_hand_over             A                         x x x x x x y x x x y x x x x x
organisation.may_hand_over             B                         y x x x x x y x x x y x x y x x
organisation.may_hand_over             D                         x x x x x x y x x y x x x x x x
organisation.may_hand_over             Q                         x x x x x x y x x x x x x x x x
organisation.may_hand_over             S                         x x x x x x x x x x x x x x x x
organisation.may_hand_over             M                         x x x x x x x x x x x x x x x x
organisation.may_enter_provinces       –                         x x x x x x y x x x y x x x x x
organisation.may_enter_register        –                         x x x x x x y x x x y x x x x x
organisation.may_add_person            province                  x x x x x x y x x x x x x x x x
organisation.may_add_person            justice                   x x x x x x y x x x x x x x x x
organisation.may_add_person            department                x x x x x x y x x x y x x x x x
organisation.may_add_person            ended                     x x x x x x z x x x z x x x x x
organisation.may_manage_person         B                         x x x x x x y x x x y x x x x x
organisation.may_manage_person         D                         x x x x x x y x x x x x x x x x
organisation.may_manage_person         Q                         x x x x x x y x x x x x x x x x
organisation.may_manage_person         M                         x x x x x x y x x x x x x x x x
organisation.may_manage_person         P                         x x x x x x y x x x y x x x x x
organisation.may_manage_person         S                         x x x x x x y x x x x x x x x x
organisation.may_manage_person         L                         x x x x x x y x x x y x x x x x
intake.visible_offices                 province                  . . . . . . . . . . . . . . . .
intake.visible_offices                 justice                   . . . . . . . . . o . . . . . .
intake.visible_offices                 department                o . . . . . . . . . . . . o . .
intake.visible_offices                 technology                o . . . . . . . . . . . . o . .
intake.visible_offices                 ended                     . . . . . . . . . . . . . . . .
intake.visible_readings                waiting                   o . . . . . . . . . . . . o . .
intake.visible_readings                reading                   o . . . . . . . . . . . . o . .
intake.visible_readings                ready                     o . . . . . . . . . . . . o . .
intake.visible_readings                failed                    o . . . . . . . . . . . . o . .
intake.visible_readings                cancelled                 o . . . . . . . . . . . . o . .
intake.visible_readings                confirmed                 o . . . . . . . . . . . . o . .
intake.visible_readings                archived                  o . . . . . . . . . . . . o . .
intake.visible_readings                justice                   . . . . . . . . . o . . . . . .
intake.visible_items                   ready                     o . . . . . . . . . . . . o . .
intake.visible_items                   confirmed                 o . . . . . . . . . . . . o . .
intake.visible_items                   archived                  o . . . . . . . . . . . . o . .
intake.visible_items                   justice                   . . . . . . . . . o . . . . . .
intake.visible_reading_files           waiting                   o . . . . . . . . . . . . o . .
intake.visible_reading_files           ready                     o . . . . . . . . . . . . o . .
intake.visible_reading_files           archived                  o . . . . . . . . . . . . o . .
intake.visible_reading_files           justice                   . . . . . . . . . o . . . . . .
intake.visible_files                   ready                     o . . . . . . . . . . . . o . .
intake.visible_files                   archived                  o . . . . . . . . . . . . o . .
intake.visible_files                   justice                   . . . . . . . . . o . . . . . .
intake.may_upload_some                 –                         y x x x x x x x x y x x x y x x
intake.may_upload                      province                  x x x x x x x x x x x x x x x x
intake.may_upload                      justice                   x x x x x x x x x y x x x x x x
intake.may_upload                      department                y x x x x x x x x x x x x y x x
intake.may_upload                      technology                y x x x x x x x x x x x x y x x
intake.may_review                      waiting                   z x x x x x x x x x x x x z x x
intake.may_review                      reading                   z x x x x x x x x x x x x z x x
intake.may_review                      ready                     y x x x x x x x x x x x x y x x
intake.may_review                      failed                    z x x x x x x x x x x x x z x x
intake.may_review                      cancelled                 z x x x x x x x x x x x x z x x
intake.may_review                      confirmed                 z x x x x x x x x x x x x z x x
intake.may_review                      archived                  z x x x x x x x x x x x x z x x
intake.may_review                      justice                   x x x x x x x x x y x x x x x x
intake.may_confirm                     waiting                   z x x x x x x x x x x x x z x x
intake.may_confirm                     reading                   z x x x x x x x x x x x x z x x
intake.may_confirm                     ready                     y x x x x x x x x x x x x y x x
intake.may_confirm                     failed                    z x x x x x x x x x x x x z x x
intake.may_confirm                     cancelled                 z x x x x x x x x x x x x z x x
intake.may_confirm                     confirmed                 z x x x x x x x x x x x x z x x
intake.may_confirm                     archived                  z x x x x x x x x x x x x z x x
intake.may_confirm                     justice                   x x x x x x x x x y x x x x x x
intake.may_cancel                      waiting                   y x x x x x x x x x x x x y x x
intake.may_cancel                      reading                   y x x x x x x x x x x x x y x x
intake.may_cancel                      ready                     z x x x x x x x x x x x x z x x
intake.may_cancel                      failed                    z x x x x x x x x x x x x z x x
intake.may_cancel                      cancelled                 z x x x x x x x x x x x x z x x
intake.may_cancel                      confirmed                 z x x x x x x x x x x x x z x x
intake.may_cancel                      archived                  z x x x x x x x x x x x x z x x
intake.may_cancel                      justice                   x x x x x x x x x z x x x x x x
intake.may_read_again                  waiting                   y x x x x x x x x x x x x y x x
intake.may_read_again                  reading                   y x x x x x x x x x x x x y x x
intake.may_read_again                  ready                     z x x x x x x x x x x x x z x x
intake.may_read_again                  failed                    y x x x x x x x x x x x x y x x
intake.may_read_again                  cancelled                 y x x x x x x x x x x x x y x x
intake.may_read_again                  confirmed                 z x x x x x x x x x x x x z x x
intake.may_read_again                  archived                  z x x x x x x x x x x x x z x x
intake.may_read_again                  justice                   x x x x x x x x x z x x x x x x
intake.may_archive                     waiting                   z x x x x x x x x x x x x z x x
intake.may_archive                     reading                   z x x x x x x x x x x x x z x x
intake.may_archive                     ready                     y x x x x x x x x x x x x y x x
intake.may_archive                     failed                    y x x x x x x x x x x x x y x x
intake.may_archive                     cancelled                 y x x x x x x x x x x x x y x x
intake.may_archive                     confirmed                 z x x x x x x x x x x x x z x x
intake.may_archive                     archived                  z x x x x x x x x x x x x z x x
intake.may_archive                     justice                   x x x x x x x x x y x x x x x x
plans.visible_versions                 draft                     o . . . . . . . . . . . . o . .
plans.visible_versions                 submitted                 o . . . o . . . . . . . . o . .
plans.visible_versions                 returned                  o . . . o . . . . . . . . o . .
plans.visible_versions                 approved                  o . . . o . . . . . . . . o . .
plans.visible_versions                 issued                    o o o . o o . o o . o . . o . .
plans.visible_versions                 superseded                o o o . o o . o o . o . . o . .
plans.visible_versions                 closed                    o o o . o o . o o . o . . o . .
plans.visible_versions                 amendment                 o . . . . . . . . . . . . o . .
plans.visible_versions                 below                     o . . . . . . . . . . . . o . .
plans.visible_versions                 justice                   . . . o . o . . . o . . . . . .
plans.visible_versions                 discarded                 . . . . . . . . . . . . . . . .
plans.visible_plans                    draft                     o . . . . . . . . . . . . o . .
plans.visible_plans                    submitted                 o . . . o . . . . . . . . o . .
plans.visible_plans                    returned                  o . . . o . . . . . . . . o . .
plans.visible_plans                    approved                  o . . . o . . . . . . . . o . .
plans.visible_plans                    issued                    o o o . o o . o o . o . . o . .
plans.visible_plans                    superseded                o o o . o o . o o . o . . o . .
plans.visible_plans                    closed                    o o o . o o . o o . o . . o . .
plans.visible_plans                    amendment                 o o o . o o . o o . o . . o . .
plans.visible_plans                    below                     o . . . . . . . . . . . . o . .
plans.visible_plans                    justice                   . . . o . o . . . o . . . . . .
plans.visible_plans                    discarded                 . . . . . . . . . . . . . . . .
plans.visible_tasks                    draft                     o . . . . . . . . . . . . o . .
plans.visible_tasks                    submitted                 o . . . o . . . . . . . . o . .
plans.visible_tasks                    returned                  o . . . o . . . . . . . . o . .
plans.visible_tasks                    approved                  o . . . o . . . . . . . . o . .
plans.visible_tasks                    issued                    o o o . o o . o o . o . . o . .
plans.visible_tasks                    superseded                o o o . o o . o o . o . . o . .
plans.visible_tasks                    closed                    o o o . o o . o o . o . . o . .
plans.visible_tasks                    amendment                 o . . . . . . . . . . . . o . .
plans.visible_tasks                    below                     o . . . . . . . . . . . . o . .
plans.visible_tasks                    justice                   . . . o . o . . . o . . . . . .
plans.visible_tasks                    discarded                 . . . . . . . . . . . . . . . .
plans.visible_documents                cited                     o o o o o o o o o o o . . o . .
plans.visible_documents                free                      o o o o o o o o o o o . . o . .
plans.visible_documents                archived                  . . . . . . . . . . . . . . . .
plans.visible_assignments              xuan                      o o o . o o . o o . o . . o . .
plans.visible_assignments              ended                     o o o . o o . o o . o . . o . .
plans.may_start                        province                  x x x x x x x x x x x x x x x x
plans.may_start                        justice                   x x x x x x x x x y x x x x x x
plans.may_start                        department                y x x x x x x x x x x x x y x x
plans.may_start                        technology                y x x x x x x x x x x x x y x x
plans.may_start                        ended                     z x x x x x x x x x x x x z x x
plans.may_start_any                    –                         y x x x x x x x x y x x x y x x
plans.may_keep_documents               –                         y x x x x x x x x y x x x y x x
plans.may_describe                     draft                     y x x x x x x x x x x x x y x x
plans.may_describe                     submitted                 y x x x x x x x x x x x x y x x
plans.may_describe                     returned                  y x x x x x x x x x x x x y x x
plans.may_describe                     approved                  y x x x x x x x x x x x x y x x
plans.may_describe                     issued                    y x x x x x x x x x x x x y x x
plans.may_describe                     superseded                z x x x x x x x x x x x x z x x
plans.may_describe                     closed                    z x x x x x x x x x x x x z x x
plans.may_describe                     amendment                 y x x x x x x x x x x x x y x x
plans.may_describe                     below                     y x x x x x x x x x x x x y x x
plans.may_describe                     justice                   x x x x x x x x x y x x x x x x
plans.may_edit                         draft                     y x x x x x x x x x x x x y x x
plans.may_edit                         submitted                 z x x x x x x x x x x x x z x x
plans.may_edit                         returned                  y x x x x x x x x x x x x y x x
plans.may_edit                         approved                  z x x x x x x x x x x x x z x x
plans.may_edit                         issued                    z x x x x x x x x x x x x z x x
plans.may_edit                         superseded                z x x x x x x x x x x x x z x x
plans.may_edit                         closed                    z x x x x x x x x x x x x z x x
plans.may_edit                         amendment                 y x x x x x x x x x x x x y x x
plans.may_edit                         below                     y x x x x x x x x x x x x y x x
plans.may_edit                         justice                   x x x x x x x x x z x x x x x x
plans.may_approve                      draft                     x x x x z x x x x x x x x x x x
plans.may_approve                      submitted                 x x x x y x x x x x x x x x x x
plans.may_approve                      returned                  x x x x z x x x x x x x x x x x
plans.may_approve                      approved                  x x x x z x x x x x x x x x x x
plans.may_approve                      issued                    x x x x z x x x x x x x x x x x
plans.may_approve                      superseded                x x x x z x x x x x x x x x x x
plans.may_approve                      closed                    x x x x z x x x x x x x x x x x
plans.may_approve                      amendment                 x x x x z x x x x x x x x x x x
plans.may_approve                      below                     x x x x z x x x x x x x x x x x
plans.may_approve                      justice                   x x x x x x x x x x x x x x x x
plans.may_submit                       draft                     y x x x x x x x x x x x x y x x
plans.may_submit                       submitted                 z x x x x x x x x x x x x z x x
plans.may_submit                       returned                  y x x x x x x x x x x x x y x x
plans.may_submit                       approved                  z x x x x x x x x x x x x z x x
plans.may_submit                       issued                    z x x x x x x x x x x x x z x x
plans.may_submit                       superseded                z x x x x x x x x x x x x z x x
plans.may_submit                       closed                    z x x x x x x x x x x x x z x x
plans.may_submit                       amendment                 y x x x x x x x x x x x x y x x
plans.may_submit                       below                     y x x x x x x x x x x x x y x x
plans.may_submit                       justice                   x x x x x x x x x z x x x x x x
plans.may_discard                      draft                     y x x x x x x x x x x x x y x x
plans.may_discard                      submitted                 z x x x x x x x x x x x x z x x
plans.may_discard                      returned                  y x x x x x x x x x x x x y x x
plans.may_discard                      approved                  z x x x x x x x x x x x x z x x
plans.may_discard                      issued                    z x x x x x x x x x x x x z x x
plans.may_discard                      superseded                z x x x x x x x x x x x x z x x
plans.may_discard                      closed                    z x x x x x x x x x x x x z x x
plans.may_discard                      amendment                 y x x x x x x x x x x x x y x x
plans.may_discard                      below                     y x x x x x x x x x x x x y x x
plans.may_discard                      justice                   x x x x x x x x x z x x x x x x
plans.may_return                       draft                     x x x x z x x x x x x x x x x x
plans.may_return                       submitted                 x x x x y x x x x x x x x x x x
plans.may_return                       returned                  x x x x z x x x x x x x x x x x
plans.may_return                       approved                  x x x x z x x x x x x x x x x x
plans.may_return                       issued                    x x x x z x x x x x x x x x x x
plans.may_return                       superseded                x x x x z x x x x x x x x x x x
plans.may_return                       closed                    x x x x z x x x x x x x x x x x
plans.may_return                       amendment                 x x x x z x x x x x x x x x x x
plans.may_return                       below                     x x x x z x x x x x x x x x x x
plans.may_return                       justice                   x x x x x x x x x x x x x x x x
plans.may_issue                        draft                     z x x x x x x x x x x x x z x x
plans.may_issue                        submitted                 z x x x x x x x x x x x x z x x
plans.may_issue                        returned                  z x x x x x x x x x x x x z x x
plans.may_issue                        approved                  y x x x x x x x x x x x x y x x
plans.may_issue                        issued                    z x x x x x x x x x x x x z x x
plans.may_issue                        superseded                z x x x x x x x x x x x x z x x
plans.may_issue                        closed                    z x x x x x x x x x x x x z x x
plans.may_issue                        amendment                 z x x x x x x x x x x x x z x x
plans.may_issue                        below                     z x x x x x x x x x x x x z x x
plans.may_issue                        justice                   x x x x x x x x x z x x x x x x
plans.may_amend                        draft                     z x x x x x x x x x x x x z x x
plans.may_amend                        submitted                 z x x x x x x x x x x x x z x x
plans.may_amend                        returned                  z x x x x x x x x x x x x z x x
plans.may_amend                        approved                  z x x x x x x x x x x x x z x x
plans.may_amend                        issued                    y x x x x x x x x x x x x y x x
plans.may_amend                        superseded                z x x x x x x x x x x x x z x x
plans.may_amend                        closed                    z x x x x x x x x x x x x z x x
plans.may_amend                        amendment                 z x x x x x x x x x x x x z x x
plans.may_amend                        below                     z x x x x x x x x x x x x z x x
plans.may_amend                        justice                   x x x x x x x x x y x x x x x x
plans.may_close                        draft                     z x x x x x x x x x x x x z x x
plans.may_close                        submitted                 z x x x x x x x x x x x x z x x
plans.may_close                        returned                  z x x x x x x x x x x x x z x x
plans.may_close                        approved                  z x x x x x x x x x x x x z x x
plans.may_close                        issued                    y x x x x x x x x x x x x y x x
plans.may_close                        superseded                z x x x x x x x x x x x x z x x
plans.may_close                        closed                    z x x x x x x x x x x x x z x x
plans.may_close                        amendment                 z x x x x x x x x x x x x z x x
plans.may_close                        below                     z x x x x x x x x x x x x z x x
plans.may_close                        justice                   x x x x x x x x x y x x x x x x
plans.may_link                         draft                     z x x x x x x x x x x x x z x x
plans.may_link                         submitted                 z x x x x x x x x x x x x z x x
plans.may_link                         returned                  z x x x x x x x x x x x x z x x
plans.may_link                         approved                  z x x x x x x x x x x x x z x x
plans.may_link                         issued                    z x x x x x x x x x x x x z x x
plans.may_link                         superseded                z x x x x x x x x x x x x z x x
plans.may_link                         closed                    z x x x x x x x x x x x x z x x
plans.may_link                         amendment                 z x x x x x x x x x x x x z x x
plans.may_link                         below                     y x x x x x x x x x x x x y x x
plans.may_link                         justice                   x x x x x x x x x z x x x x x x
plans.may_assign                       draft/technology          x z x x x x x x x x x x x x x x
plans.may_assign                       issued/technology         x y x x x x x x x x x x x x x x
plans.may_assign                       issued/quality            x x x x x x x x x x x x x x x x
plans.may_assign                       superseded/technology     x z x x x x x x x x x x x x x x
plans.may_assign                       closed/technology         x z x x x x x x x x x x x x x x
plans.may_assign_some                  draft                     x z x x x x x x x x x x x x x x
plans.may_assign_some                  issued                    x y x x x x x x x x x x x x x x
plans.may_assign_some                  superseded                x z x x x x x x x x x x x x x x
plans.may_assign_some                  closed                    x z x x x x x x x x x x x x x x
plans.may_hand_over                    department                x x x x x x x x x x x x x x x x
plans.may_hand_over                    technology                x y x x x x x x x x x x x x x x
plans.may_hand_over                    quality                   x x x x x x x x x x x x x x x x
plans.may_hand_over                    justice                   x x x x x x x x x x x x x x x x
plans.may_hand_over                    ended                     x x x x x x x x x x x x x x x x
"""


LINES = [*table_of(POLICY_TABLE), *table_of(WORK_TABLE)]


def _functions() -> Iterator[str]:
    """Every policy function that decides or shows, by room and name."""
    for room, module in POLICIES.items():
        for name, one in vars(module).items():
            is_own = inspect.isfunction(one) and one.__module__ == module.__name__
            if is_own and name.split("_")[0] in ("may", "visible"):
                yield f"{room}.{name}"


def test_every_policy_stands_in_the_table() -> None:
    asked = {name for name, _, _ in LINES}
    assert not [one for one in _functions() if one not in asked]


def test_every_room_with_a_policy_is_asked() -> None:
    rooms = [one for one in apps.get_app_configs() if one.name in settings.INSTALLED_ROOMS]
    having = set(chain.from_iterable(Path(one.path).glob("*policy.py") for one in rooms))
    assert having == {Path(str(module.__file__)) for module in POLICIES.values()}


@pytest.mark.parametrize("room", POLICIES)
def test_a_policy_answers_as_the_table_says(
    whole_office: Office, browsers: Browsers, room: str
) -> None:
    people = {letter: person_of(whole_office, letter) for letter in COLUMNS}
    asking = Asking(whole_office)
    wrong = []
    for name, about, cells in LINES:
        if name.partition(".")[0] == room:
            got = {letter: asking.cell(who, name, about) for letter, who in people.items()}
            if got != cells:
                wrong += [f"the table:  {_line(name, about, cells)}"]
                wrong += [f"the office: {_line(name, about, got)}"]
    assert not wrong, "\n" + "\n".join(wrong)


def _line(name: str, about: str, cells: dict[str, str]) -> str:
    return f"{name:<39}{about:<26}{' '.join(cells.values())}"


class Asking:
    """Asks policies; what a person sees is read once for all lines about it."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._rows: dict[str, dict[str, Model]] = {}
        self._seen: dict[tuple[str, int], tuple[str, set[Any]]] = {}

    def cell(self, who: Person, name: str, about: str) -> str:
        """What a policy says to a person about something."""
        room, _, verb = name.partition(".")
        policy = getattr(POLICIES[room], verb)
        if verb == "visible_here":
            return "o" if policy(who, self.office.units[about], TODAY) else "."
        if verb.startswith("visible"):
            return self._sees(who, name, policy, about)
        decision = policy(who, *_things(self.office, policy, about), on=TODAY)
        if isinstance(decision, list):
            return str(len(decision))
        if not isinstance(decision, Refused):
            return "y"
        assert decision.sentence
        return "x" if about_the_person(decision.reason) else "z"

    def _sees(self, who: Person, name: str, visible: Any, about: str) -> str:
        asked = (name, id(who))
        if asked not in self._seen:
            rows = _seen_by(who, visible)
            seen = set(rows.order_by().values_list("pk", flat=True))
            self._seen[asked] = rows.model._meta.label, seen
        model, seen = self._seen[asked]
        if model not in self._rows:
            self._rows[model] = _rows(self.office, model)
        return "o" if self._rows[model][about].pk in seen else "."


def _seen_by(who: Person, visible: Any) -> QuerySet[Any]:
    """What a policy shows to a person today, or of this year."""
    wants = inspect.signature(visible).parameters
    given: list[Any] = [TODAY] if "on" in wants else []
    if "plans" in wants:
        followed = work.visible_followings(who, TODAY).filter(plan__year=TODAY.year)
        given += [TODAY.year, list(followed.values_list("plan_id", flat=True))]
    rows: QuerySet[Any] = visible(who, *given)
    return rows


def _rows(office: Office, model: str) -> dict[str, Model]:
    """The rows of the office that a policy may show, by the name that a line gives them."""
    versions, readings = office.versions, office.readings
    rows: dict[str, dict[str, Any]] = {
        "accounts.User": office.people.by_letter,
        "audit.Entry": office.entries,
        "organisation.Unit": office.units,
        "organisation.Position": office.people.positions,
        "organisation.UnitAlias": office.aliases,
        "organisation.CollectiveName": office.collectives,
        "organisation.Reorganisation": office.minutes,
        "organisation.HandOver": office.hand_overs,
        "intake.Reading": readings,
        "plans.PlanVersion": versions,
        "plans.LegalDocument": office.documents,
        "plans.Assignment": office.assignments,
        "work.Occurrence": office.occurrences,
        "work.Extension": office.extensions,
        "work.Event": office.events,
        "work.DecidedDay": office.days,
        "work.BulkAct": office.bulk_acts,
        "work.Message": office.messages,
        "work.WebhookTarget": office.webhooks,
        "work.FeedKey": office.feeds,
        "work.ChasingLetter": office.letters,
        "evidence.Evidence": office.evidence,
        "evidence.EvidenceLink": office.links,
    }
    if model in rows:
        return rows[model]
    derived: dict[str, Any] = {
        "accounts.KnownSession": lambda: {
            letter: user.sessions.first() for letter, user in office.people.by_letter.items()
        },
        "intake.Item": lambda: {key: readings[key].items.first() for key in readings},
        "intake.ReadingFile": lambda: {key: readings[key].files.first() for key in readings},
        "intake.SourceFile": lambda: {
            key: one.files.all()[0].file for key, one in readings.items()
        },
        "plans.Plan": lambda: {key: version.plan for key, version in versions.items()},
        "plans.Task": lambda: {key: version.tasks.first() for key, version in versions.items()},
        "plans.Target": lambda: {key: version.targets.first() for key, version in versions.items()},
        "work.Following": lambda: {
            key: Following.objects.get(plan=versions[key].plan)
            for key in ("followed", "over", "of_justice")
        },
        "work.Update": lambda: {
            key: row.updates.first()
            for key, row in office.occurrences.items()
            if row.updates.exists()
        },
        "work.Notice": lambda: {
            letter: Notice.objects.get(user=user, text="Được nhắc tới")
            for letter, user in office.people.by_letter.items()
        },
        "evidence.EvidenceVersion": lambda: {
            key: row.versions.get() for key, row in office.evidence.items() if key != "record"
        },
        "evidence.HashCheck": lambda: {"first": HashCheck.objects.get()},
    }
    made: dict[str, Model] = derived[model]()
    return made


def _things(office: Office, policy: Any, about: str) -> list[Any]:
    """What a decision is about, by the names of the policy's arguments."""
    first, _, second = about.partition("/")
    found = []
    for key in list(inspect.signature(policy).parameters)[1:]:
        match key:
            case "version":
                found.append(office.versions[first])
            case "task":
                found.append(office.versions[first].tasks.get(label="2"))
            case "reading":
                found.append(office.readings[first])
            case "unit" if "version" in inspect.signature(policy).parameters:
                found.append(office.units[second])
            case "unit" | "office" | "owner":
                found.append(office.units[first])
            case "role":
                found.append(Role(second) if second else None)
            case "position":
                found.append(office.people.positions[first])
            case "giver":
                found.append(office.who(first))
            case "plan":
                found.append(office.versions[first].plan)
            case "row":
                found.append(_occurrence(office, first))
            case "extension":
                found.append(office.extensions[first])
            case "target":
                found.append(office.versions[first].targets.first())
            case "bulk":
                found.append(office.bulk_acts[first])
            case "message":
                found.append(office.messages[first])
            case "feed":
                found.append(office.feeds[first])
            case "evidence":
                found.append(office.evidence[first])
            case "paths":
                found.append(_paths_of(office, first))
    return found


def _occurrence(office: Office, key: str) -> Occurrence:
    """An occurrence of the office; the withdrawn one would be the open one."""
    if key != "withdrawn":
        return office.occurrences[key]
    row = copy.copy(office.occurrences["open"])
    row.state = Occurrence.State.WITHDRAWN
    return row


def _paths_of(office: Office, letter: str) -> list[str]:
    """The units where somebody holds a position that is not over."""
    held = Position.objects.filter(user=office.who(letter), archived_at=None)
    return [one.unit.path for one in held if one.valid_to is None or one.valid_to >= TODAY]
