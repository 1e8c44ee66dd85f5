"""Lists, counts, searches, prints and Excel exports show a person the same rows."""

from __future__ import annotations

import html
import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from cchc.plan.workbook_reading import plan_from_workbook
from cchc.web.organisation import policy as organisation
from cchc.web.organisation.record_policy import visible_entries
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.policy import visible_plans, visible_versions
from tests.web.grid.office import Office
from tests.web.grid.walking import Browsers
from tests.web.world import TODAY

pytestmark = pytest.mark.django_db

# One for each way of standing.
WHO = "ABDGHQTKL"
_MOST = 10  # plans that the search shows above the tasks
_A_WORD = "sáng kiến"  # of one task in every plan


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", html.unescape(answer.content.decode()))


def _numbers(pattern: str, text: str) -> set[int]:
    return {int(found) for found in re.findall(pattern, text)}


def _count(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    return int(found[1].replace(".", "")) if found else 0


def _all_pages(client: Client, address: str) -> str:
    """The text of a list over all its pages."""
    joint, texts = "&" if "?" in address else "?", [_text(client, address)]
    while f"trang={len(texts) + 1}" in texts[-1]:
        texts.append(_text(client, f"{address}{joint}trang={len(texts) + 1}"))
    return " ".join(texts)


@pytest.mark.parametrize("letter", WHO)
def test_the_list_of_plans_its_count_and_the_search_agree(
    whole_office: Office, browsers: Browsers, letter: str
) -> None:
    who, client = whole_office.who(letter), browsers.clients[letter]
    seen = set(visible_plans(who, TODAY).values_list("pk", flat=True))
    listed = _all_pages(client, reverse("plans:list"))
    row = r'class="task"><a href="/ke-hoach/(\d+)/'
    assert _numbers(row, listed) == seen
    assert _count(r"([\d.]+) kế hoạch</p>", listed) == len(seen)
    told = client.get(reverse("plans:search"), {"tim": "ke hoach"})
    found = {one.plan_id for one in told.context["plans"]}
    assert found <= seen
    assert len(found) == min(len(seen), _MOST)


@pytest.mark.parametrize("letter", WHO)
def test_the_list_of_tasks_its_count_and_the_search_agree(browsers: Browsers, letter: str) -> None:
    client = browsers.clients[letter]
    task = r"/ke-hoach/nhiem-vu/(\d+)/"
    listed = _all_pages(client, f"{reverse('plans:tasks')}?tim={_A_WORD}")
    found = _all_pages(client, f"{reverse('plans:search')}?tim={_A_WORD}")
    assert _numbers(task, listed) == _numbers(task, found)
    counts = (r"([\d.]+) nhiệm vụ</p>", listed), (r"Nhiệm vụ \(([\d.]+)\)", found)
    assert {_count(*one) for one in counts} == {len(_numbers(task, listed))}


@pytest.mark.parametrize("key", ["draft", "issued", "justice"])
@pytest.mark.parametrize("asks", ["", f"?tim={_A_WORD}"])
def test_a_plan_on_screen_on_paper_and_in_excel_has_the_same_tasks(
    whole_office: Office, browsers: Browsers, key: str, asks: str
) -> None:
    version = whole_office.versions[key]
    client = browsers.clients["T" if key == "justice" else "A"]
    place = (version.plan_id, version.ordinal)
    wanted = version.tasks.filter(archived_at=None)
    if asks:
        wanted = wanted.filter(text__contains=_A_WORD)
    texts = set(wanted.values_list("text", flat=True))
    screen, paper = (
        _text(client, reverse(f"plans:{name}", args=place) + asks) for name in ("version", "print")
    )
    every = set(version.tasks.values_list("text", flat=True))
    assert {text for text in every if text in screen} == texts
    assert {text for text in every if text in paper} == texts
    assert _count(r"Nhiệm vụ \(([\d.]+)\)", paper) == len(texts)
    data = client.get(reverse("plans:export", args=place) + asks).content
    plan = plan_from_workbook(data)
    assert plan is not None
    assert {task.task for task in plan.tasks} == texts


@pytest.mark.parametrize("letter", WHO)
def test_every_version_that_a_policy_shows_opens_and_no_other(
    whole_office: Office, browsers: Browsers, letter: str
) -> None:
    """The numbers of versions on the pages of a plan are those that the person may see."""
    who, client = whole_office.who(letter), browsers.clients[letter]
    seen = visible_versions(who, TODAY)
    for key in ("superseded", "amended"):
        plan = whole_office.versions[key].plan
        shown = set(seen.filter(plan=plan).values_list("ordinal", flat=True))
        for ordinal in PlanVersion.objects.filter(plan=plan).values_list("ordinal", flat=True):
            answer = client.get(reverse("plans:versions", args=(plan.pk, ordinal)))
            assert (answer.status_code == 200) is (ordinal in shown)
            if answer.status_code == 200:
                assert {one.ordinal for one, _ in answer.context["rows"]} == shown


@pytest.mark.parametrize("letter", WHO)
def test_people_and_units_are_the_same_in_the_lists_and_in_excel(
    whole_office: Office, browsers: Browsers, letter: str
) -> None:
    who, client = whole_office.who(letter), browsers.clients[letter]
    people = _all_pages(client, f"{reverse('organisation:people')}?gom=tat-ca")
    seen = set(organisation.visible_people(who, TODAY).values_list("pk", flat=True))
    assert _numbers(r'href="/don-vi/nguoi/(\d+)/"', people) == seen
    assert _count(r"Có ([\d.]+) người", people) == len(seen)
    book = load_workbook(io.BytesIO(client.get(reverse("organisation:export")).content))
    written = {str(cell) for sheet in book for row in sheet.values for cell in row if cell}
    names = {user.full_name for user in whole_office.people.by_letter.values()}
    holding = organisation.visible_positions(who, TODAY).values_list("user__full_name", flat=True)
    examples = {"Nguyễn Thị An"}  # in the notes to the sheet, for everybody
    assert {name for name in names - examples if name in written} <= set(holding)
    units = _text(client, reverse("organisation:units"))
    going = organisation.visible_units(who, TODAY).filter(valid_to=None)
    assert _count(r"Có ([\d.]+) đơn vị", units) == going.count()
    assert {unit.name for unit in going} <= written


@pytest.mark.parametrize("letter", "AGQTPL")
def test_the_record_on_screen_on_paper_and_in_excel_has_the_same_acts(
    whole_office: Office, browsers: Browsers, letter: str
) -> None:
    who, client = whole_office.who(letter), browsers.clients[letter]
    asks = "?viec=units.rename"
    seen = visible_entries(who, TODAY).filter(verb="units.rename").count()
    screen, paper = (_text(client, reverse(f"audit:{name}") + asks) for name in ("list", "print"))
    assert _count(r"([\d.]+) việc</small>", screen) == seen
    assert _count(r"([\d.]+) việc</small>", paper) == seen
    book = load_workbook(io.BytesIO(client.get(reverse("audit:export") + asks).content))
    numbers = visible_entries(who, TODAY).filter(verb="units.rename").values_list("number")
    cells = {cell for sheet in book for row in sheet.values for cell in row}
    assert {number for (number,) in numbers} <= cells
