"""Nothing but Tab, Enter and the arrows: a plan is read and a doubt decided without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from cchc.web.intake.queries import open_questions
from tests.web.journeys.conftest import Open, upload
from tests.web.plans.drafts import State, brought_to
from tests.web.world import World

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
_NOW = """() => {
  const at = document.activeElement;
  const look = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const drawn = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  if (at === document.body) return null; // past the last stop, before the first
  return {
    words: (at.innerText || at.value || at.getAttribute("aria-label") || at.id || "").trim(),
    drawn: drawn || look.boxShadow !== "none",
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def tab_to(page: Page, words: str, most: int = 120) -> list[str]:
    """Press Tab until what has the focus says `words`; each stop must be seen to have it."""
    passed: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        now = page.evaluate(_NOW)
        if now is None:
            continue
        assert now["drawn"], f"focus on «{now['words']}» is not drawn"
        assert now["seen"], f"focus on «{now['words']}» is outside the screen"
        if now["words"].startswith(words):
            return passed
        passed.append(now["words"])
    raise AssertionError(f"«{words}» not reached: {passed}")


def test_the_plan_is_read_and_a_task_opened_by_keyboard(cast: World, opened: Open) -> None:
    version = brought_to(cast, State.ISSUED)
    page = opened(cast.binh)
    page.goto("/ke-hoach/")
    assert tab_to(page, "Đến nội dung chính") == []
    page.keyboard.press("Enter")
    tab_to(page, version.plan.title)
    page.keyboard.press("Enter")
    page.wait_for_selector("#plan-tasks")
    task = version.tasks.order_by("place")[1]
    tab_to(page, task.text)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/nhiem-vu/{task.pk}/")
    tab_to(page, "Giao nhiệm vụ")
    page.goto(f"/ke-hoach/{version.plan_id}/")
    tab_to(page, "Chỉ tiêu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/chi-tieu/")


def test_the_desk_is_gone_through_by_keyboard(cast: World, opened: Open, samples: Path) -> None:
    page = opened(cast.an)
    reading = upload(page, samples / "skhcn_2026.docx")
    before = len(open_questions(reading))
    tab_to(page, "Chỗ tiếp")
    page.keyboard.press("Enter")
    page.wait_for_selector(".value.now.asks")
    first = page.get_attribute(".value.now", "id")
    tab_to(page, "Nhận", most=6)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{first} .who-when")
    assert len(open_questions(reading)) == before - 1
    tab_to(page, "Sửa", most=6)
    page.keyboard.press("Enter")
    page.wait_for_selector(".edit-form")
    page.keyboard.press("Escape")
    page.wait_for_selector(".edit-form", state="detached")
    tab_to(page, "Xác nhận thành kế hoạch", most=400)
