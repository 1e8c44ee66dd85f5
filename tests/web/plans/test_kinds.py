"""What the page of confirming proposes before a person looks: the kind and the owner."""

from __future__ import annotations

import pytest

from cchc.web.organisation.models import Unit
from cchc.web.plans.kinds import kind_of
from cchc.web.plans.models import PlanKind
from cchc.web.plans.queries.names import unit_named
from tests.web.world import World


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Cải cách hành chính năm 2026", PlanKind.ANNUAL),
        ("Nâng cao Chỉ số cải cách hành chính năm 2026", PlanKind.INDEX_IMPROVEMENT),
        ("Cải thiện chỉ số SIPAS", PlanKind.INDEX_IMPROVEMENT),
        ("Kiểm soát thủ tục hành chính năm 2026", PlanKind.PROCEDURE_CONTROL),
        ("Kiểm tra công tác cải cách hành chính", PlanKind.INSPECTION),
        ("Thông tin, tuyên truyền cải cách hành chính", PlanKind.PUBLICITY),
        ("", PlanKind.ANNUAL),
    ],
)
def test_a_title_proposes_the_kind_of_plan(title: str, kind: PlanKind) -> None:
    assert kind_of(title) is kind


def test_the_issuer_proposes_the_owner_among_the_units_one_may_start_for(world: World) -> None:
    units = Unit.objects.filter(path__startswith=world.department.path)
    assert unit_named(units, "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG") == world.quality
    assert unit_named(units, "Chi cục") is None
    assert unit_named(units, "Sở Tư pháp") is None
    assert unit_named(units, " ") is None
