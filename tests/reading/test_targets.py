"""Targets in running text: what counts, of which kind, and how the words compare."""

from __future__ import annotations

import pytest

from cchc.documents.model import Span
from cchc.plan.model import Comparator, Target, TargetKind
from cchc.reading.targets import find_targets, number

RATE, RANK, COUNT = TargetKind.RATE, TargetKind.RANK, TargetKind.COUNT
SCORE, DURATION = TargetKind.SCORE, TargetKind.DURATION


def found(text: str) -> tuple[Target, ...]:
    return find_targets([(text, Span(line=1))])


def told(target: Target) -> tuple[TargetKind, str, int | float, str | None]:
    return target.kind, target.comparator.value, target.value, target.unit


ONE = {
    "100% hồ sơ được giải quyết đúng hạn": (RATE, "=", 100, "%"),
    "Trên 90% hồ sơ trực tuyến": (RATE, ">", 90, "%"),
    "hơn 80% người dân hài lòng": (RATE, ">", 80, "%"),
    "vượt 10% kế hoạch": (RATE, ">", 10, "%"),
    "từ 95% trở lên hồ sơ đúng hạn": (RATE, ">=", 95, "%"),
    "Trên 90% trở lên hồ sơ đúng hạn": (RATE, ">=", 90, "%"),
    "ít nhất 50% thủ tục được cắt giảm": (RATE, ">=", 50, "%"),
    "tối thiểu 30% nhiệm vụ": (RATE, ">=", 30, "%"),
    "không dưới 85% công chức": (RATE, ">=", 85, "%"),
    "dưới 1% hồ sơ trễ hạn": (RATE, "<", 1, "%"),
    "không quá 2% hồ sơ trễ hạn": (RATE, "<=", 2, "%"),
    "tối đa 5% văn bản giấy": (RATE, "<=", 5, "%"),
    "không vượt quá 3% hồ sơ": (RATE, "<=", 3, "%"),
    "Mức độ hài lòng đạt 98,5%": (RATE, "=", 98.5, "%"),
    "Cắt giảm 30% thời gian giải quyết": (RATE, "=", 30, "%"),
    "Chỉ số cải cách hành chính đạt 92%": (RATE, "=", 92, "%"),
    "Chỉ số CCHC thuộc Top 5 của tỉnh": (RANK, "<=", 5, "hạng"),
    "xếp thứ 3 trở lên": (RANK, "<=", 3, "hạng"),
    "xếp hạng thứ 2": (RANK, "=", 2, "hạng"),
    "thuộc nhóm 1 các sở": (RANK, "=", 1, "hạng"),
    "Phấn đấu đạt 92,5 điểm": (SCORE, "=", 92.5, "điểm"),
    "đạt từ 90 điểm trở lên": (SCORE, ">=", 90, "điểm"),
    "Có ít nhất 02 sáng kiến": (COUNT, ">=", 2, "sáng kiến"),
    "tối thiểu 12 tin, bài": (COUNT, ">=", 12, "tin, bài"),
    "có 03 sáng kiến trở lên": (COUNT, ">=", 3, "sáng kiến"),
    "tổ chức 02 hội nghị": (COUNT, "=", 2, "hội nghị"),
    "không quá 1.200 hồ sơ": (COUNT, "<=", 1200, "hồ sơ"),
    "Thời gian giải quyết trong 03 ngày làm việc": (DURATION, "<=", 3, "ngày làm việc"),
    "Thời gian chờ không quá 15 phút": (DURATION, "<=", 15, "phút"),
}


@pytest.mark.parametrize(("text", "target"), ONE.items(), ids=ONE)
def test_a_number_committed_to_is_a_target(
    text: str, target: tuple[TargetKind, str, int | float, str]
) -> None:
    assert [told(one) for one in found(text)] == [target]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Tiết kiệm 35-40% chi phí", 35, 40),
        ("Tiết kiệm từ 35% đến 40% chi phí", 35, 40),
        ("đạt 90 – 95% hồ sơ", 90, 95),
        ("đạt 85-90 điểm", 85, 90),
    ],
)
def test_a_range_is_equal_with_both_ends(text: str, low: int, high: int) -> None:
    (target,) = found(text)
    assert (target.comparator, target.value, target.value_to) == (Comparator.EQUAL, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "Phấn đấu thuộc nhóm dẫn đầu",
        "02 đơn vị hành chính cấp xã",
        "theo Quyết định số 15/QĐ-UBND ngày 01/02/2026",
        "trước ngày 15/12/2026",
        "giai đoạn 2026 - 2030",
        "Kế hoạch năm 2026",
        "tiêu chuẩn ISO 9001:2015",
        "một trăm phần trăm hồ sơ",
        "hoàn thành trong quý I",
        "",
    ],
)
def test_words_dates_and_scope_are_no_targets(text: str) -> None:
    assert found(text) == ()


def test_each_number_of_a_sentence_is_a_target_of_its_own_phrase() -> None:
    text = "Phấn đấu 98% hồ sơ đúng hạn; ít nhất 80% hồ sơ trực tuyến; có 02 sáng kiến."
    assert [target.text for target in found(text)] == [
        "Phấn đấu 98% hồ sơ đúng hạn",
        "ít nhất 80% hồ sơ trực tuyến",
        "có 02 sáng kiến",
    ]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("- 100% hồ sơ được số hóa.", "100% hồ sơ được số hóa"),
        (
            "100% công chức được đánh giá theo quy định tại Nghị định số 335/2025/NĐ-CP",
            "100% công chức được đánh giá",
        ),
        ("Tăng 10% hồ sơ trực tuyến so với năm 2025", "Tăng 10% hồ sơ trực tuyến"),
        ("Có sáng kiến (ít nhất 02 sáng kiến; không tính cấp tỉnh)", "ít nhất 02 sáng kiến"),
    ],
)
def test_the_text_is_shortened_to_the_commitment(text: str, phrase: str) -> None:
    assert [target.text for target in found(text)] == [phrase]


@pytest.mark.parametrize(
    ("printed", "value"),
    [("98,5", 98.5), ("1.200", 1200), ("1.200,5", 1200.5), ("05", 5), ("98.5", 98.5), ("2", 2)],
)
def test_numbers_are_printed_the_vietnamese_way(printed: str, value: float) -> None:
    assert number(printed) == value
    assert isinstance(number(printed), int) == (value == int(value))


def test_a_target_says_where_it_stands() -> None:
    (target,) = find_targets([("100% hồ sơ", Span(line=4))])
    assert target.traces["text"].span == Span(line=4)
