"""The pure parts of this room: likeness, marked words, periods, the year as a line."""

from __future__ import annotations

import re

import pytest

from cchc.deadlines import understand
from cchc.web.audit.verbs import verb_words
from cchc.web.plans.comparison import marked
from cchc.web.plans.display import understood
from cchc.web.plans.likeness import same_tasks, suggested
from cchc.web.plans.queries.tasks import months_of
from tests.conftest import ROOT


def test_a_task_is_found_again_by_equal_words_then_by_likeness_and_only_once() -> None:
    before = {"a": "ra soat thu tuc hanh chinh", "b": "ban hanh ke hoach tuyen truyen cai cach"}
    after = [
        "ban hanh ke hoach tuyen truyen cai cach nam",
        "ra soat thu tuc hanh chinh",
        "ra soat thu tuc hanh chinh",
        "kiem tra cong vu",
    ]
    assert same_tasks(before, after) == ("b", "a", None, None)


def test_suggestions_are_few_and_none_is_far_off() -> None:
    above = {1: "kiem soat thu tuc hanh chinh", 2: "to chuc bo may tinh gon"}
    assert suggested("ra soat kiem soat thu tuc hanh chinh cua so", above) == (1,)
    assert suggested("mua sam may tinh xach tay", {2: "cap nhat trang tin"}) == ()


def test_two_texts_are_marked_where_they_differ() -> None:
    before, after = marked("Trước ngày 30/11", "Trước ngày 15/12")
    assert [(piece.text, piece.is_changed) for piece in before][-1] == ("30/11", True)
    assert [(piece.text, piece.is_changed) for piece in after][-1] == ("15/12", True)
    assert not before[0].is_changed


@pytest.mark.parametrize(
    ("period", "months"),
    [("q1", (1, 3)), ("q4", (10, 12)), ("m5", (5, 5)), ("m13", None), ("", None), ("năm", None)],
)
def test_a_period_is_its_months(period: str, months: tuple[int, int] | None) -> None:
    assert months_of(period) == months


@pytest.mark.parametrize(
    ("words", "said", "days"),
    [
        ("Trước ngày 30/11", "Trước ngày 30/11/2026", 1),
        ("Hàng quý", "Hàng quý", 4),
        ("Thường xuyên", "Thường xuyên: làm suốt năm 2026.", 0),
        ("Quý I", "Quý I/2026: từ 01/01/2026 đến hết 31/03/2026", 1),
        ("Khi UBND tỉnh giao", "Khi có việc: «Khi UBND tỉnh giao»; chưa tính được ngày.", 0),
    ],
)
def test_a_deadline_is_said_back_with_its_days(words: str, said: str, days: int) -> None:
    (part,) = understood(understand(words, 2026), 2026)
    assert (part.sentence, len(part.days)) == (said, days)


def test_the_record_has_a_word_for_everything_that_is_done_to_plans() -> None:
    sources = (ROOT / "src/cchc/web/plans/actions").glob("*.py")
    done = {verb for path in sources for verb in re.findall(r'acting\("([^"]+)"', path.read_text())}
    assert len(done) > 20
    assert {verb for verb in done if verb_words(verb) == verb} == set()
