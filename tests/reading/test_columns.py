"""What the columns of a table hold, from the words of its heading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.columns import Column, column_of, is_numbering_row, read_columns
from tests.reading.making import ABOVE, LEFT, Mark, table

C = Column
HEADINGS = {
    "TT": C.LABEL,
    "STT": C.LABEL,
    "Số TT": C.LABEL,
    "Số thứ tự": C.LABEL,
    "Nhiệm vụ": C.TASK,
    "NỘI DUNG NHIỆM VỤ": C.TASK,
    "Nội dung công việc": C.TASK,
    "Nhiệm vụ cụ thể (theo lĩnh vực)": C.TASK,
    "Công việc": C.TASK,
    "Tên nhiệm vụ": C.TASK,
    "Hoạt động": C.ACTIVITY,
    "Các hoạt động cụ thể": C.ACTIVITY,
    "Mục tiêu": C.OBJECTIVE,
    "Mục tiêu/Kết quả": C.OBJECTIVE_OR_OUTPUT,
    "Mục tiêu, kết quả": C.OBJECTIVE_OR_OUTPUT,
    "Kết quả, sản phẩm": C.OUTPUTS,
    "Sản phẩm đầu ra": C.OUTPUTS,
    "Kết quả/Sản phẩm": C.OUTPUTS,
    "Dự kiến kết quả": C.OUTPUTS,
    "Đơn vị chủ trì": C.LEAD,
    "Cơ quan chủ trì": C.LEAD,
    "Chủ trì": C.LEAD,
    "Bộ phận thực hiện": C.LEAD,
    "Đơn vị thực hiện": C.LEAD,
    "Phụ trách": C.LEAD,
    "Công chức thực hiện": C.LEAD,
    "Đơn vị phối hợp": C.SUPPORT,
    "Phối hợp": C.SUPPORT,
    "Cơ quan, đơn vị phối hợp thực hiện": C.SUPPORT,
    "Đơn vị chủ trì/phối hợp": C.LEAD_AND_SUPPORT,
    "Đơn vị chủ trì, đơn vị phối hợp": C.LEAD_AND_SUPPORT,
    "Thời gian": C.DEADLINE,
    "Thời gian thực hiện": C.DEADLINE,
    "Thời hạn hoàn thành": C.DEADLINE,
    "Tiến độ": C.DEADLINE,
    "Thời điểm hoàn thành": C.DEADLINE,
    "Lộ trình": C.DEADLINE,
    "Bắt đầu": C.START,
    "Kinh phí": C.BUDGET,
    "Kinh phí (triệu đồng)": C.BUDGET,
    "Dự toán kinh phí": C.BUDGET,
    "Ghi chú": C.NOTE,
    "Lĩnh vực": C.AREA,
    "Sản phẩm hoàn thành": C.OUTPUTS,
    "Hình thức văn bản": C.OUTPUTS,
    "Điểm tối đa": C.NOTE,
    "Tiêu chí": C.OBJECTIVE,
    "Chỉ tiêu": C.TARGET,
    "Đơn vị tính": C.TARGET_UNIT,
    "ĐVT": C.TARGET_UNIT,
    "Kế hoạch năm 2026": C.TARGET_VALUE,
    "Năm 2026": C.TARGET_VALUE,
    "Kỳ báo cáo": C.PERIOD_NAME,
    "Thời gian chốt số liệu": C.DATA_WINDOW,
    "Số liệu từ ngày": C.DATA_FROM,
    "Hạn gửi báo cáo": C.DUE,
}


@pytest.mark.parametrize(("heading", "column"), HEADINGS.items(), ids=HEADINGS)
def test_a_heading_says_what_its_column_holds(heading: str, column: Column) -> None:
    assert column_of(heading) is column
    assert column_of(heading.upper()) is column
    assert column_of(f" {heading}: ") is column


@pytest.mark.parametrize("heading", ["", "  ", "Phòng Pháp chế", "abc", "x" * 200])
def test_other_words_say_nothing(heading: str) -> None:
    assert column_of(heading) is None


@given(st.text(max_size=100))
def test_any_heading_is_a_column_or_none(heading: str) -> None:
    assert column_of(heading) in (*Column, None)


def kinds_of(*rows: tuple[str | Mark, ...]) -> tuple[list[Column | None], int]:
    columns = read_columns(table(*rows))
    assert columns is not None
    return list(columns.kinds), columns.first_row


WORK = ("1", "Rà soát thủ tục", "Văn phòng Sở", "Các phòng", "Báo cáo", "Quý I")


def test_columns_may_stand_in_any_order() -> None:
    assert kinds_of(("Thời hạn", "Chủ trì", "TT", "Sản phẩm", "Nhiệm vụ"), ("",) * 5) == (
        [C.DEADLINE, C.LEAD, C.LABEL, C.OUTPUTS, C.TASK],
        1,
    )


def test_a_heading_of_two_rows_is_joined() -> None:
    kinds, first = kinds_of(
        ("TT", "Nhiệm vụ", "Đơn vị thực hiện", LEFT, "Sản phẩm", "Thời hạn"),
        (ABOVE, ABOVE, "Chủ trì", "Phối hợp", ABOVE, ABOVE),
        WORK,
    )
    assert kinds == [C.LABEL, C.TASK, C.LEAD, C.SUPPORT, C.OUTPUTS, C.DEADLINE]
    assert first == 2


def test_a_heading_may_stand_below_a_title_row() -> None:
    kinds, first = kinds_of(
        ("DANH MỤC NHIỆM VỤ NĂM 2026", LEFT, LEFT, LEFT, LEFT, LEFT),
        ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn"),
        WORK,
    )
    assert kinds[1] is C.TASK
    assert first == 2


def test_a_row_that_numbers_the_columns_belongs_to_the_heading() -> None:
    _, first = kinds_of(
        ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời hạn"),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        WORK,
    )
    assert first == 2


@pytest.mark.parametrize(
    ("upper", "lower", "ticks"),
    [
        (("Thời gian", LEFT, LEFT, LEFT), ("Quý I", "Quý II", "Quý III", "Quý IV"), "I II III IV"),
        (("Quý", LEFT, LEFT, LEFT), ("I", "II", "III", "IV"), "I II III IV"),
        (("Thời gian", LEFT, LEFT, LEFT), ("Q1", "Q2", "Q3", "Q4"), "I II III IV"),
    ],
    ids=["Thời gian over Quý I", "Quý over I", "Thời gian over Q1"],
)
def test_quarters_to_be_ticked_are_columns(
    upper: tuple[str | Mark, ...], lower: tuple[str, ...], ticks: str
) -> None:
    grid = table(
        ("TT", "Nhiệm vụ", "Chủ trì", *upper),
        (ABOVE, ABOVE, ABOVE, *lower),
        ("1", "Rà soát", "Văn phòng", "x", "", "", ""),
    )
    columns = read_columns(grid)
    assert columns is not None
    assert columns.kinds[3:] == (C.PERIOD_TICK,) * 4
    assert columns.ticks[3:] == tuple(f"Quý {one}" for one in ticks.split())


def test_months_to_be_ticked_are_columns() -> None:
    months = tuple(str(one) for one in range(1, 13))
    columns = read_columns(
        table(
            ("TT", "Nhiệm vụ", "Chủ trì", "Tháng", *(LEFT,) * 11),
            (ABOVE, ABOVE, ABOVE, *months),
            ("1", "Rà soát", "Văn phòng", *("",) * 12),
        )
    )
    assert columns is not None
    assert columns.ticks[3:] == tuple(f"Tháng {one}" for one in months)


def test_units_to_be_ticked_are_columns() -> None:
    columns = read_columns(
        table(
            ("TT", "Nhiệm vụ", "VP", "P.TCCB", "Thời hạn"),
            ("1", "Rà soát", "x", "", "Quý I"),
            ("2", "Kiểm tra", "", "x", "Quý II"),
        )
    )
    assert columns is not None
    assert columns.kinds[2:4] == (C.UNIT_TICK, C.UNIT_TICK)
    assert columns.ticks[2:4] == ("VP", "P.TCCB")


def test_who_oversees_a_task_does_not_lead_it() -> None:
    kinds, _ = kinds_of(
        ("TT", "Nhiệm vụ", "Lãnh đạo phụ trách", "Đơn vị chủ trì", "Thời hạn"), ("",) * 5
    )
    assert kinds[2:4] == [C.NOTE, C.LEAD]


def test_single_row_quarters_are_columns_too() -> None:
    columns = read_columns(
        table(
            ("TT", "Nhiệm vụ", "Chủ trì", "Quý I", "Quý II", "Quý III", "Quý IV"),
            ("1", "Rà soát", "Văn phòng", "x", "", "", ""),
        )
    )
    assert columns is not None
    assert columns.ticks[3:] == ("Quý I", "Quý II", "Quý III", "Quý IV")


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        (("TT", "Nhiệm vụ", "Nội dung công việc", "Chủ trì"), [C.LABEL, C.TASK, C.ACTIVITY]),
        (("TT", "Nhiệm vụ", "Hoạt động", "Chủ trì"), [C.LABEL, C.TASK, C.ACTIVITY]),
        (("TT", "Mục tiêu", "Hoạt động", "Chủ trì"), [C.LABEL, C.OBJECTIVE, C.TASK]),
        (("Bắt đầu", "Kết thúc", "Nhiệm vụ", "Chủ trì"), [C.START, C.DEADLINE, C.TASK]),
    ],
    ids=" | ".join,
)
def test_a_column_may_mean_something_by_its_neighbours(
    head: tuple[str, ...], kinds: list[Column]
) -> None:
    assert kinds_of(head, ("",) * 4)[0][:3] == kinds


@pytest.mark.parametrize(
    "head",
    [
        ("Họ và tên", "Chức vụ", "Số điện thoại"),
        ("Nội dung", "Nội dung"),
        ("UBND TỈNH MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
    ids=" | ".join,
)
def test_another_table_has_no_columns_of_ours(head: tuple[str, ...]) -> None:
    assert read_columns(table(head, ("x",) * len(head))) is None


@pytest.mark.parametrize(
    "texts",
    [("(1)", "(2)", "(3)"), ("1", "2", "3", "4"), ("A", "B", "1", "2"), ("[1]", "[2]", "[3]")],
    ids=" ".join,
)
def test_numbers_alone_only_number_the_columns(texts: tuple[str, ...]) -> None:
    assert is_numbering_row(table(texts).rows[0])


@pytest.mark.parametrize(
    "texts",
    [("1", "Rà soát", "3"), ("1", "", ""), ("3", "2", "1"), ("1", "20", "30")],
    ids=" ".join,
)
def test_another_row_says_something(texts: tuple[str, ...]) -> None:
    assert not is_numbering_row(table(texts).rows[0])
