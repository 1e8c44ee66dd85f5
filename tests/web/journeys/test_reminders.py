"""Reminders with a real browser: the bell, one's settings, a calendar, a letter, what was sent."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cchc.web.work.actions.reminding import remind
from tests.web.journeys.conftest import Look, Open
from tests.web.work.following import followed
from tests.web.work.reminding import give_addresses
from tests.web.world import World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
LATE = date(2026, 12, 2)


@pytest.fixture
def reminded(cast: World, settings) -> World:  # type: ignore[no-untyped-def]
    give_addresses(cast)
    followed(cast)
    settings.TODAY = LATE
    remind(on=LATE)
    return cast


def test_binh_hears_of_late_work_and_takes_it_into_a_calendar(
    reminded: World, opened: Open, look: Look
) -> None:
    page = opened(reminded.binh)
    page.goto("/ke-hoach/")
    page.get_by_role("link", name="Thông báo (1)").click()
    assert page.get_by_text("Quá hạn 3 ngày làm việc").first.is_visible()
    look(page, "thong-bao")
    page.get_by_role("button", name=re.compile("^Đã đọc")).click()
    page.wait_for_selector("text=Đã đọc hết")
    page.get_by_role("link", name="Cài đặt của tôi").click()
    look(page, "cai-dat-nhac-viec")
    page.get_by_role("link", name="Lịch (ICS)").click()
    page.get_by_label("Tên để nhớ").fill("Điện thoại")
    page.get_by_role("button", name="Lập đường dẫn").click()
    page.wait_for_selector("text=chỉ hiện lần này")
    look(page, "lich-ics")


def test_an_sets_the_rules_and_chases_a_unit(reminded: World, opened: Open, look: Look) -> None:
    page = opened(reminded.an)
    page.goto("/nhac-viec/quy-tac/")
    page.get_by_label("Nhắc trước (số ngày làm việc)").fill("10, 3")
    look(page, "quy-tac-nhac")
    page.get_by_role("button", name="Lưu quy tắc").click()
    page.wait_for_selector("text=Đã lưu quy tắc")
    page.get_by_role("link", name="Tin gửi đi").click()
    look(page, "tin-gui-di")
    page.get_by_role("link", name="Đôn đốc", exact=True).click()
    look(page, "don-doc")
    row = page.get_by_role("row", name="Phòng Quản lý Công nghệ")
    row.get_by_role("link", name="Lập công văn").click()
    look(page, "lap-cong-van")
    page.get_by_role("button", name="Lập công văn đôn đốc").click()
    page.wait_for_selector("text=CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    look(page, "cong-van-don-doc")


def test_quynh_keeps_the_gateway_without_script(reminded: World, opened: Open, look: Look) -> None:
    page = opened(reminded.quynh, script=False)
    page.goto("/nhac-viec/cong-tin/")
    page.get_by_role("link", name="Sở Khoa học và Công nghệ").click()
    page.get_by_label("Tên").fill("SMS của tỉnh")
    page.get_by_label("Địa chỉ").fill("http://127.0.0.1:9/tin")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("button", name="Gửi thử cho tôi").click()
    page.wait_for_selector("text=Cổng tin nhắn không trả lời")
    look(page, "cong-tin-nhan")
