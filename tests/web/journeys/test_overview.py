"""Everybody sees the state of the reform and opens what is behind each figure."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.web.plans.models import Target
from cchc.web.work.actions import deadlines
from tests.web.journeys.conftest import Look, Open
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

pytestmark = pytest.mark.journey


def test_a_leader_goes_from_a_figure_to_the_work_behind_it(
    cast: World, opened: Open, look: Look
) -> None:
    followed(cast)
    deadlines.ask_extension(
        by=cast.binh, on=TODAY, row=owed("Đề xuất"), wanted_on=date(2026, 12, 15), reason="Chờ"
    )
    giang = opened(cast.giang)
    giang.goto("/tong-quan/")
    look(giang, "overview of a leader")
    assert "Xin gia hạn" in giang.inner_text("#cho-toi")
    count = giang.inner_text("#theo-don-vi tr.sum td >> nth=0")
    giang.click("#theo-don-vi tr.sum td a >> nth=0")
    giang.wait_for_selector(f"h1:has-text('{count} việc')")
    look(giang, "rows behind a figure")
    giang.go_back()
    giang.fill("input[name=ngay]", "2026-03-01")
    giang.click("button:has-text('Xem')")
    giang.wait_for_selector("text=Đến ngày này chưa có việc nào được theo dõi.")
    look(giang, "before anything was followed")
    giang.goto("/tong-quan/bao-cao-nhanh/")
    look(giang, "briefing")


@pytest.mark.parametrize("who", ["an", "binh", "chau", "hanh"])
def test_everybody_has_an_overview_that_reads_well(
    cast: World, opened: Open, look: Look, who: str
) -> None:
    followed(cast)
    page = opened(getattr(cast, who))
    page.goto("/tong-quan/")
    look(page, f"overview of {who}")


def test_a_coordinator_writes_down_how_far_a_target_is(
    cast: World, opened: Open, look: Look
) -> None:
    followed(cast)
    target = Target.objects.order_by("place")[0]
    an = opened(cast.an)
    an.goto("/tong-quan/")
    an.click(f"#chi-tieu >> text={target.text}")
    an.get_by_label("Số đo", exact=True).fill("97,4")
    an.get_by_label("Nguồn số liệu").fill("Báo cáo số 45/BC-SKHCN")
    look(an, "target")
    an.click("button:has-text('Ghi số đo')")
    an.wait_for_selector("text=Đã ghi số đo của chỉ tiêu.")
    look(an, "target measured")
    an.click("text=Bỏ")
    an.get_by_label("Lý do").fill("Nhầm kỳ")
    look(an, "number taken back")
    an.click("button:has-text('Bỏ số đo')")
    an.wait_for_selector("text=Chưa có lần đo nào.")
