"""The year's work in a browser: a unit reports in place, the coordinator answers, all see it."""

from __future__ import annotations

import pytest

from cchc.web.work.models import Occurrence
from tests.web.journeys.conftest import Look, Open
from tests.web.work.following import followed, owed
from tests.web.world import World

pytestmark = pytest.mark.journey
WAY = "Đã gửi dự thảo cho Văn phòng Sở"


def test_a_unit_reports_in_place_and_the_coordinator_accepts(
    cast: World, opened: Open, look: Look
) -> None:
    followed(cast)
    binh = opened(cast.binh)
    binh.goto("/cong-viec/")
    binh.click("text=Cập nhật >> nth=0")
    binh.fill("form.quick textarea", WAY)
    look(binh, "quick update")
    binh.click("text=Lưu cập nhật")
    binh.wait_for_selector(".work-row.fresh")
    assert "Đang làm" in binh.inner_text(".work-row.fresh .state")
    look(binh, "own work of a head")
    binh.click(".work-row .what a")
    binh.wait_for_selector("#cap-nhat form")
    assert WAY in binh.inner_text("ol.said")
    binh.fill("#cap-nhat textarea", "Đã có quyết định công nhận")
    binh.click("text=Đề nghị hoàn thành")
    binh.wait_for_selector("text=Đã đề nghị công nhận hoàn thành.")
    look(binh, "occurrence proposed")

    an = opened(cast.an)
    an.goto("/cong-viec/")
    look(an, "work of the coordinator")
    an.click("text=Việc được đề nghị công nhận")
    look(an, "what is to be answered")
    an.click(".work-row .what a")
    an.click("text=Công nhận hoàn thành")
    look(an, "accepting")
    an.click("button:has-text('Công nhận hoàn thành')")
    an.wait_for_selector("text=Đã công nhận hoàn thành.")
    look(an, "occurrence done")
    assert owed("Đề xuất").state == Occurrence.State.DONE


def test_without_script_the_same_way_is_open(cast: World, opened: Open) -> None:
    followed(cast)
    page = opened(cast.binh, script=False)
    page.goto("/cong-viec/")
    page.click("text=Cập nhật >> nth=0")
    page.fill("textarea", WAY)
    page.click("text=Lưu cập nhật")
    page.wait_for_selector("text=Đã ghi cập nhật.")
    assert page.url.endswith("/cong-viec/")
    page.check("input[name=chon] >> nth=0")
    page.select_option("select[name=viec]", "de-nghi")
    page.click("text=Tiếp tục")
    page.fill("textarea", "Đã xong")
    page.click("button:has-text('Đề nghị 1 việc')")
    page.click("button:has-text('Hoàn tác')")
    page.wait_for_selector("text=Đã hoàn tác 1 việc.")
    assert owed("Đề xuất").state == Occurrence.State.OPEN


PAGES = {
    "an": (
        "/cong-viec/?cua=don-vi",
        "/cong-viec/?cua=don-vi&kieu=bang",
        "/cong-viec/?cua=don-vi&kieu=lich&thang=2026-03",
        "/cong-viec/can-xu-ly/?phan=su-viec",
        "/cong-viec/can-xu-ly/?phan=ke-hoach",
        "/cong-viec/giao-ban/?thang=2026-03",
        "/cong-viec/hang-loat/cac-lan/",
        "/cong-viec/ke-hoach/{plan}/",
        "/cong-viec/ke-hoach/{plan}/lap-lai/",
        "/cong-viec/{waiting}/su-viec/",
        "/cong-viec/{open}/xin-gia-han/",
        "/cong-viec/nhiem-vu/{task}/",
        "/ke-hoach/{plan}/",
    ),
    "quynh": ("/cong-viec/lich-lam-viec/", "/cong-viec/lich-lam-viec/ghi/?ngay=2026-09-02"),
    "giang": ("/cong-viec/", "/cong-viec/can-xu-ly/?phan=gia-han"),
}


@pytest.mark.parametrize("who", PAGES)
def test_every_page_reads_well_on_a_screen_and_on_a_phone(
    cast: World, opened: Open, look: Look, who: str
) -> None:
    version = followed(cast)
    row = owed("Đề xuất")
    numbers = {
        "plan": version.plan_id,
        "open": row.pk,
        "task": row.task_id,
        "waiting": owed("Tham mưu").pk,
    }
    page = opened(getattr(cast, who))
    for address in PAGES[who]:
        page.goto(address.format(**numbers))
        page.wait_for_load_state("networkidle")
        look(page, f"{who} {address}")
