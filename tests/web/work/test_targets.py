"""How far a target is: written down with its source, held against the promise, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.dashboards.board_page import target_lines
from cchc.web.dashboards.queries.boards import board_of
from cchc.web.dashboards.queries.rows import work_of
from cchc.web.dashboards.scope import asked_of
from cchc.web.plans.actions import life
from cchc.web.plans.models import Target
from cchc.web.ui.refusals import Forbidden, RuleViolation
from cchc.web.work.actions.measures import Measured, measure, take_measure_back
from cchc.web.work.models import TargetMeasure
from cchc.web.work.reasons import WorkReason
from tests.web.plans.drafts import imprint
from tests.web.work.following import followed
from tests.web.world import TODAY, World

FEBRUARY = date(2026, 2, 28)


@pytest.fixture
def target(world: World) -> Target:
    """«… đúng hạn đạt trên 98,5%» of the followed plan."""
    followed(world)
    found = Target.objects.order_by("place").first()
    assert found is not None
    assert found.value == Decimal("98.5")
    return found


def written(world: World, target: Target, value: str, on: date = TODAY) -> TargetMeasure:
    return measure(
        by=world.an,
        on=TODAY,
        target=target,
        measured=Measured(Decimal(value), on, "Báo cáo số 45/BC-SKHCN"),
    )


def shown(world: World, day: date = TODAY) -> list[tuple[str, str]]:
    """What the overview says of each target."""
    board = board_of(world.an, asked_of({"ngay": day.isoformat()}, TODAY))
    lines = target_lines(board, work_of(board))
    return [(one.standing.said, one.standing.state) for one in lines]


def test_the_overview_tells_how_far_a_target_is_from_its_last_number(
    world: World, target: Target
) -> None:
    assert shown(world)[0] == ("", "")
    written(world, target, "96.4", FEBRUARY)
    assert shown(world)[0] == (f"96,4 {target.unit}", "Chưa đạt, bằng 97,8% mức cam kết")
    written(world, target, "98.6")
    assert shown(world)[0] == (f"98,6 {target.unit}", "Đạt")
    assert shown(world, FEBRUARY)[0][0] == f"96,4 {target.unit}", "as it was known on that day"


def test_a_wrong_number_is_put_away_with_its_reason_and_the_one_before_counts(
    world: World, target: Target
) -> None:
    written(world, target, "96.4", FEBRUARY)
    wrong = written(world, target, "9.82")
    take_measure_back(
        by=world.an, on=TODAY, target=target, row=wrong, reason="Gõ nhầm", expected=wrong.version
    )
    assert shown(world)[0][0] == f"96,4 {target.unit}"
    entry = Entry.objects.get(verb="work.take_measure_back")
    assert entry.reason == "Gõ nhầm"


def test_an_amendment_keeps_what_was_measured(world: World, target: Target) -> None:
    written(world, target, "96.4")
    old = target.plan_version
    newer = life.amend(by=world.an, on=TODAY, version=old, reason="Điều chỉnh")
    with pytest.raises(Forbidden, match="not_in_force"):
        written(world, newer.targets.get(key=target.key), "97")
    life.submit(by=world.an, on=TODAY, version=newer)
    life.approve(by=world.giang, on=TODAY, version=newer)
    life.issue(by=world.an, on=TODAY, version=newer, imprint=imprint("77"))
    assert shown(world)[0][0] == f"96,4 {target.unit}"
    written(world, newer.targets.get(key=target.key), "97")
    assert shown(world)[0][0] == f"97 {target.unit}"


@pytest.mark.parametrize(
    ("source", "on", "reason"),
    [
        ("  ", TODAY, WorkReason.SOURCE_NEEDED),
        ("Báo cáo", date(2026, 3, 3), WorkReason.DAY_TO_COME),
    ],
)
def test_a_number_has_a_source_and_a_day_that_has_come(
    world: World, target: Target, source: str, on: date, reason: WorkReason
) -> None:
    with pytest.raises(RuleViolation) as told:
        measure(by=world.an, on=TODAY, target=target, measured=Measured(Decimal(1), on, source))
    assert told.value.reason is reason
    assert not TargetMeasure.objects.exists()


def test_a_coordinator_writes_a_number_on_its_page_and_others_read_it(
    world: World, target: Target, signed_in: Callable[[User], Client]
) -> None:
    address = f"/cong-viec/chi-tieu/{target.pk}/"
    an, binh = signed_in(world.an), signed_in(world.binh)
    assert "Chưa có lần đo nào" in an.get(address).content.decode()
    sent = {"value": "98,25", "measured_on": "28/02/2026", "source": "Báo cáo 45"}
    assert an.post(address, sent).status_code == 302
    row = TargetMeasure.objects.get()
    assert (row.value, row.measured_on, row.by) == (Decimal("98.25"), FEBRUARY, world.an)
    text = binh.get(address).content.decode()
    assert "98,25" in text
    assert "Ghi số đo mới" not in text
    assert "Chỉ đầu mối CCHC" in text
    refused = an.post(address, sent | {"value": "nhiều"})
    assert refused.status_code == 422
    assert TargetMeasure.objects.count() == 1
