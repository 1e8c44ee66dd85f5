"""Tables of targets: one row a target, its text is «name value»."""

from __future__ import annotations

import pytest

from cchc.plan.model import Target, TargetKind
from cchc.reading.columns import read_columns
from cchc.reading.target_tables import targets_in_table
from tests.reading.making import table

RATE, RANK, COUNT = TargetKind.RATE, TargetKind.RANK, TargetKind.COUNT
SCORE, DURATION = TargetKind.SCORE, TargetKind.DURATION
HEAD = ("TT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu năm 2026")


def targets(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> tuple[Target, ...]:
    grid = table(head, *rows)
    columns = read_columns(grid)
    assert columns is not None
    assert columns.is_targets
    return targets_in_table(grid, columns)


ROWS = {
    ("Tỷ lệ hồ sơ đúng hạn", "%", "≥ 98"): (RATE, ">=", 98, "%"),
    ("Tỷ lệ hồ sơ trực tuyến", "", "90%"): (RATE, "=", 90, "%"),
    ("Mức độ hài lòng của người dân", "", "Trên 95%"): (RATE, ">", 95, "%"),
    ("Thứ hạng Chỉ số CCHC", "hạng", "Top 5"): (RANK, "<=", 5, "hạng"),
    ("Số sáng kiến được công nhận", "Sáng kiến", "02"): (COUNT, "=", 2, "sáng kiến"),
    ("Điểm Chỉ số CCHC", "điểm", "từ 92,5"): (SCORE, ">=", 92.5, "điểm"),
    ("Thời gian tiếp nhận một hồ sơ", "phút", "không quá 15"): (DURATION, "<=", 15, "phút"),
}


@pytest.mark.parametrize(("row", "told"), ROWS.items(), ids=[row[0] for row in ROWS])
def test_a_row_is_a_target(
    row: tuple[str, str, str], told: tuple[TargetKind, str, float, str]
) -> None:
    (target,) = targets(("1", *row))
    assert (target.kind, target.comparator.value, target.value, target.unit) == told
    assert target.text == f"{row[0]} {row[2]}"


def test_a_range_keeps_both_ends() -> None:
    (target,) = targets(("1", "Tỷ lệ hồ sơ trực tuyến", "%", "70 - 80"))
    assert (target.comparator.value, target.value, target.value_to) == ("=", 70, 80)


def test_rows_without_a_number_and_headings_again_are_no_targets() -> None:
    found = targets(
        ("I", "Thủ tục hành chính", "", ""),
        ("1", "Tỷ lệ hồ sơ đúng hạn", "%", "98"),
        HEAD,
        ("2", "Chỉ số CCHC", "hạng", "nhóm dẫn đầu"),
        ("3", "Số sáng kiến", "sáng kiến", "2"),
    )
    assert [target.value for target in found] == [98, 2]


def test_without_a_column_of_values_the_name_itself_commits() -> None:
    found = targets(
        ("1", "100% hồ sơ được số hóa", "Các phòng"),
        ("2", "Có ít nhất 02 sáng kiến", "Văn phòng"),
        head=("TT", "Chỉ tiêu", "Ghi chú"),
    )
    assert [(target.value, target.comparator.value) for target in found] == [(100, "="), (2, ">=")]


def test_a_target_of_a_table_says_its_cells() -> None:
    (target,) = targets(("1", "Tỷ lệ hồ sơ đúng hạn", "%", "98"))
    assert {"text", "value"} <= set(target.traces)
