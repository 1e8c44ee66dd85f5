"""Rows of a task table → tasks and sections, by the rules of the interchange format."""

from __future__ import annotations

from typing import Any

import pytest

from cchc.deadlines import understand
from cchc.plan.model import Doubt, Origin, ReformArea, Task
from cchc.plan.schedule import Unclear
from cchc.reading.columns import read_columns
from cchc.reading.table_tasks import TableReading, read_task_table
from tests.reading.making import ABOVE, HEAD, LEFT, OPEN, YEAR, Mark, table

Texts = tuple[str | Mark, ...]
ROW = ("1", "Rà soát thủ tục hành chính", "Văn phòng Sở", "Các phòng", "Báo cáo", "Quý I")


def reading(*rows: Texts, head: Texts = HEAD, bold_rows: tuple[int, ...] = ()) -> TableReading:
    grid = table(head, *rows, bold_rows=bold_rows)
    columns = read_columns(grid)
    assert columns is not None
    assert columns.is_tasks
    return read_task_table(grid, columns, year=YEAR)


def tasks(*rows: Texts, head: Texts = HEAD, bold_rows: tuple[int, ...] = ()) -> tuple[Task, ...]:
    return reading(*rows, head=head, bold_rows=bold_rows).tasks


def values(rows: tuple[Task, ...], field: str) -> list[Any]:
    return [getattr(task, field) for task in rows]


def test_a_row_is_a_task_with_all_that_its_cells_say() -> None:
    (task,) = tasks(ROW)
    assert task == Task(
        task="Rà soát thủ tục hành chính",
        area=ReformArea.PROCEDURES,
        label="1",
        outputs=("Báo cáo",),
        lead=("Văn phòng Sở",),
        support=("Các phòng",),
        deadline="Quý I",
        schedule=understand("Quý I", YEAR),
        origin=Origin.APPENDIX,
    )


def test_every_column_has_its_place_in_the_task() -> None:
    head = (
        "TT",
        "Mục tiêu",
        "Nhiệm vụ",
        "Hoạt động",
        "Sản phẩm",
        "Chủ trì",
        "Phối hợp",
        "Thời hạn",
        "Kinh phí",
    )
    (task,) = tasks(
        (
            "1.1",
            "Giảm giấy tờ",
            "Rà soát thủ tục",
            "Lập danh mục",
            "- Danh mục;\n- Tờ trình.",
            "Văn phòng Sở",
            "Thanh tra Sở,\nPhòng Pháp chế",
            "Trước\n30/6",
            "20 triệu đồng",
        ),
        head=head,
    )
    assert (task.objective, task.activity, task.budget) == (
        "Giảm giấy tờ",
        "Lập danh mục",
        "20 triệu đồng",
    )
    assert task.outputs == ("Danh mục", "Tờ trình")
    assert task.support == ("Thanh tra Sở", "Phòng Pháp chế")
    assert task.deadline == "Trước 30/6"
    assert task.label == "1.1"


@pytest.mark.parametrize(
    ("group", "bold_rows"),
    [
        pytest.param(("I", "Cải cách thể chế", "", "", "", ""), (), id="a numbered row"),
        pytest.param(("I", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT), (), id="spread over all"),
        pytest.param(("I. Cải cách thể chế", LEFT, LEFT, LEFT, LEFT, LEFT), (), id="in one cell"),
        pytest.param(("A", "Cải cách thể chế", "", "", "", ""), (1,), id="lettered and bold"),
    ],
)
def test_a_row_with_rows_under_it_is_a_section_and_never_a_task(
    group: Texts, bold_rows: tuple[int, ...]
) -> None:
    found = reading(group, ROW, bold_rows=bold_rows)
    (section,) = found.sections
    assert (section.label, section.level, section.title) == (
        str(group[0])[0],
        1,
        "Cải cách thể chế",
    )
    (task,) = found.tasks
    assert (task.group, task.area) == ("Cải cách thể chế", ReformArea.INSTITUTIONS)


def test_a_numbered_row_without_rows_under_it_is_a_task_and_never_a_section() -> None:
    found = reading(
        ("I", "Cải cách thể chế", "", "", "", ""),
        ROW,
        ("II", "Cải cách tài chính công", "Kế toán", "", "Báo cáo", "Quý IV"),
    )
    assert [section.label for section in found.sections] == ["I"]
    assert values(found.tasks, "label") == ["1", "II"]
    assert values(found.tasks, "group") == ["Cải cách thể chế", None]


def test_sections_nest_as_their_labels_do() -> None:
    found = reading(
        ("I", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT),
        ("1", "Xây dựng văn bản", LEFT, LEFT, LEFT, LEFT),
        ("1.1", "Rà soát văn bản", "Phòng Pháp chế", "", "Báo cáo", "Quý I"),
        ("II", "Cải cách tài chính công", LEFT, LEFT, LEFT, LEFT),
        ("1", "Giải ngân vốn", "Kế toán", "", "Báo cáo", "Quý IV"),
    )
    assert [(one.label, one.level) for one in found.sections] == [("I", 1), ("1", 2), ("II", 1)]
    assert values(found.tasks, "group") == ["Xây dựng văn bản", "Cải cách tài chính công"]


def test_a_group_without_a_number_is_a_group_and_no_section() -> None:
    found = reading(("Cải cách thể chế", LEFT, LEFT, LEFT, LEFT, LEFT), ROW)
    assert found.sections == ()
    assert values(found.tasks, "group") == ["Cải cách thể chế"]


@pytest.mark.parametrize("title", ["Cải cách thể chế", "Văn phòng Sở", "NHIỆM VỤ MỚI"])
def test_a_lone_title_in_the_task_column_is_a_group(title: str) -> None:
    found = reading(ROW, ("", title, "", "", "", ""), ("2", *ROW[1:]))
    assert values(found.tasks, "group") == [None, title]


def test_a_lone_sentence_in_the_task_column_is_a_task() -> None:
    found = reading(ROW, ("", "Lập sổ theo dõi", "", "", "", ""), ("2", *ROW[1:]))
    assert values(found.tasks, "group") == [None, None, None]


def test_a_deadline_on_a_heading_holds_for_rows_that_have_none() -> None:
    rows = tasks(
        ("I", "Cải cách thể chế", "", "", "", "Trước 15/3"),
        ("1", "Rà soát văn bản", "Phòng Pháp chế", "", "Báo cáo", ""),
        ("2", "Lấy ý kiến", "Phòng Pháp chế", "", "Báo cáo", "Quý II"),
    )
    assert values(rows, "deadline") == ["Trước 15/3", "Quý II"]
    assert rows[0].schedule == understand("Trước 15/3", YEAR)
    assert rows[0].traces["deadline"].doubt is Doubt.INHERITED
    assert rows[1].traces["deadline"].doubt is None


def test_each_row_that_a_merged_cell_spans_has_its_value() -> None:
    rows = tasks(
        ROW,
        ("2", "Công khai thủ tục", ABOVE, ABOVE, "Quyết định", ABOVE),
    )
    assert rows[1].lead == ("Văn phòng Sở",)
    assert rows[1].support == ("Các phòng",)
    assert rows[1].deadline == "Quý I"
    assert rows[1].traces["lead"].doubt is Doubt.INHERITED


@pytest.mark.parametrize("mark", ["nt", "n/t", "Nt", "Như trên", '-"-', "“", '"', "-nt-", "''"])
def test_a_ditto_mark_repeats_the_cell_above(mark: str) -> None:
    rows = tasks(ROW, ("2", "Công khai thủ tục", mark, mark, "Quyết định", "Quý II"))
    assert rows[1].lead == ("Văn phòng Sở",)
    assert rows[1].support == ("Các phòng",)
    assert rows[1].traces["lead"].doubt is Doubt.DITTO


def test_ditto_marks_repeat_what_was_repeated() -> None:
    rows = tasks(
        ROW, ("2", "A a a", "nt", "", "", "Quý II"), ("3", "B b b", "nt", "", "", "Quý II")
    )
    assert values(rows, "lead") == [("Văn phòng Sở",)] * 3


def test_a_ditto_mark_in_a_deadline_repeats_it_but_as_above_in_words_is_unclear() -> None:
    rows = tasks(
        ROW,
        ("2", "Công khai thủ tục", "nt", "", "", "nt"),
        ("3", "Niêm yết thủ tục", "nt", "", "", "Như trên"),
    )
    assert rows[1].deadline == "Quý I"
    assert rows[1].schedule == rows[0].schedule
    assert rows[2].deadline == "Như trên"
    assert rows[2].schedule == (Unclear("Như trên"),)


def test_an_empty_cell_whose_top_border_is_removed_has_the_value_above() -> None:
    rows = tasks(ROW, ("2", "Công khai thủ tục", OPEN, OPEN, OPEN, OPEN))
    assert rows[1].lead == ("Văn phòng Sở",)
    assert rows[1].deadline == "Quý I"
    assert rows[1].traces["lead"].doubt is Doubt.INHERITED


def test_an_empty_cell_between_its_own_borders_is_empty() -> None:
    rows = tasks(ROW, ("2", "Công khai thủ tục", "", "", "Quyết định", ""))
    assert (rows[1].lead, rows[1].support, rows[1].deadline) == ((), (), None)
    assert rows[1].schedule == ()


@pytest.mark.parametrize("cell", ["-", "–", "", "/", "..."])
def test_a_lone_dash_is_no_deadline(cell: str) -> None:
    (task,) = tasks((*ROW[:5], cell))
    assert (task.deadline, task.schedule) == (None, ())


MIXED = ("TT", "Nhiệm vụ", "Chủ trì", "Mục tiêu/Kết quả", "Thời hạn")


@pytest.mark.parametrize(
    ("cell", "objective", "outputs"),
    [
        ("100%", "100%", ()),
        ("≥ 95 %", "≥ 95 %", ()),
        ("Báo cáo; danh mục", None, ("Báo cáo", "danh mục")),
        ("100% văn bản được rà soát", None, ("100% văn bản được rà soát",)),
    ],
)
def test_a_mixed_column_is_a_product_unless_it_holds_only_a_figure(
    cell: str, objective: str | None, outputs: tuple[str, ...]
) -> None:
    (task,) = tasks(("1", "Rà soát văn bản", "Văn phòng Sở", cell, "Quý I"), head=MIXED)
    assert (task.objective, task.outputs) == (objective, outputs)


TICKED = ("TT", "Nhiệm vụ", "Chủ trì", "Quý I", "Quý II", "Quý III", "Quý IV")


@pytest.mark.parametrize("tick", ["x", "X", "v", "✓", "✔", "●", "ü"])
def test_ticked_quarters_read_as_the_deadline(tick: str) -> None:
    (task,) = tasks(("1", "Rà soát", "Văn phòng Sở", tick, tick, "", ""), head=TICKED)
    assert task.deadline == "Quý I; Quý II"
    assert task.schedule == understand("Quý I; Quý II", YEAR)


def test_a_row_without_a_tick_has_no_deadline() -> None:
    (task,) = tasks(("1", "Rà soát", "Văn phòng Sở", "", "", "", ""), head=TICKED)
    assert task.deadline is None


def test_ticked_units_lead_the_task() -> None:
    rows = tasks(
        ("1", "Rà soát văn bản", "x", "x", "", "Quý I"),
        ("2", "Kiểm tra công vụ", "", "", "x", "Quý II"),
        head=("TT", "Nhiệm vụ", "Văn phòng", "Phòng Pháp chế", "Thanh tra", "Thời hạn"),
    )
    assert values(rows, "lead") == [("Văn phòng", "Phòng Pháp chế"), ("Thanh tra",)]
    assert values(rows, "deadline") == ["Quý I", "Quý II"]


BOTH = ("TT", "Nhiệm vụ", "Đơn vị chủ trì, phối hợp", "Thời hạn")


@pytest.mark.parametrize(
    ("cell", "lead", "support"),
    [
        ("Chủ trì: Văn phòng Sở\nPhối hợp: Thanh tra Sở", ["Văn phòng Sở"], ["Thanh tra Sở"]),
        ("Chủ trì: Văn phòng Sở; phối hợp: Thanh tra Sở", ["Văn phòng Sở"], ["Thanh tra Sở"]),
        ("Văn phòng Sở\nThanh tra Sở", ["Văn phòng Sở"], ["Thanh tra Sở"]),
        ("Văn phòng Sở", ["Văn phòng Sở"], []),
    ],
)
def test_one_column_for_both_parties_is_parted(
    cell: str, lead: list[str], support: list[str]
) -> None:
    (task,) = tasks(("1", "Rà soát văn bản", cell, "Quý I"), head=BOTH)
    assert (list(task.lead), list(task.support)) == (lead, support)


def test_rows_grouped_by_unit_are_led_by_that_unit() -> None:
    rows = tasks(
        ("I", "Văn phòng Sở", LEFT, LEFT),
        ("1", "Công khai thủ tục hành chính", "Quyết định", "Quý I"),
        ("II", "Thanh tra Sở", LEFT, LEFT),
        ("1", "Tự kiểm tra công vụ", "Báo cáo", "Quý II"),
        head=("TT", "Nhiệm vụ", "Sản phẩm", "Thời hạn"),
    )
    assert values(rows, "lead") == [("Văn phòng Sở",), ("Thanh tra Sở",)]
    assert rows[0].area is ReformArea.PROCEDURES
    assert rows[0].traces["lead"].doubt is Doubt.INHERITED


def test_a_column_of_areas_decides_the_area() -> None:
    (task,) = tasks(
        ("1", "Cải cách tài chính công", "Báo cáo kết quả", "Kế toán", "Quý I"),
        head=("TT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
    )
    assert task.area is ReformArea.PUBLIC_FINANCE


def test_a_start_and_an_end_are_one_deadline() -> None:
    (task,) = tasks(
        ("1", "Rà soát văn bản", "Văn phòng Sở", "01/02/2026", "30/6/2026"),
        head=("TT", "Nhiệm vụ", "Chủ trì", "Bắt đầu", "Kết thúc"),
    )
    assert task.deadline == "Từ 01/02/2026 đến 30/6/2026"
    assert task.schedule == understand("Từ 01/02/2026 đến 30/6/2026", YEAR)


def test_headings_again_column_numbers_totals_and_empty_rows_are_no_tasks() -> None:
    rows = tasks(
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        ROW,
        ("", "", "", "", "", ""),
        HEAD,
        ("2", "Công khai thủ tục", "Văn phòng Sở", "", "Quyết định", "Quý II"),
        ("", "Tổng cộng", "", "", "", ""),
    )
    assert values(rows, "label") == ["1", "2"]


def test_a_number_wrapped_in_a_narrow_column_is_one() -> None:
    found = reading(("VII\nI", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT), ROW)
    assert [section.label for section in found.sections] == ["VIII"]


def test_a_table_without_a_numbering_column_may_number_its_tasks() -> None:
    (task,) = tasks(
        ("1. Rà soát văn bản", "Văn phòng Sở", "Quý I"), head=("Nhiệm vụ", "Chủ trì", "Thời hạn")
    )
    assert (task.label, task.task) == ("1", "Rà soát văn bản")


def test_a_row_without_a_number_has_no_label() -> None:
    rows = tasks(ROW, ("", "Công khai thủ tục", "Văn phòng Sở", "", "Quyết định", "Quý II"))
    assert values(rows, "label") == ["1", None]


def test_a_composite_deadline_keeps_its_parts_apart() -> None:
    cell = "- Xây dựng kế hoạch: tháng 1\n- Báo cáo: Quý IV"
    (task,) = tasks((*ROW[:5], cell))
    assert task.deadline == "- Xây dựng kế hoạch: tháng 1 - Báo cáo: Quý IV"
    assert task.schedule == understand(cell, YEAR)
    assert len(task.schedule) == 2


def test_a_task_in_the_body_is_from_the_body_and_stands_below_its_heading() -> None:
    grid = table(HEAD, ("I", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT), ROW)
    columns = read_columns(grid)
    assert columns is not None
    found = read_task_table(grid, columns, year=YEAR, origin=Origin.BODY, base_level=1)
    assert [section.level for section in found.sections] == [2]
    assert values(found.tasks, "origin") == [Origin.BODY]


def test_headings_above_the_table_give_group_and_area() -> None:
    grid = table(HEAD, ("1", "Báo cáo kết quả", "Kế toán", "", "Báo cáo", "Quý IV"))
    columns = read_columns(grid)
    assert columns is not None
    (task,) = read_task_table(grid, columns, year=YEAR, above=("Cải cách tài chính công",)).tasks
    assert (task.group, task.area) == ("Cải cách tài chính công", ReformArea.PUBLIC_FINANCE)
