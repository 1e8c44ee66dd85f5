"""Single rows of a task table: what they hold, and which are headings."""

from __future__ import annotations

import pytest

from cchc.reading.columns import read_columns
from cchc.reading.table_rows import TaskRow, content_rows, is_heading_row, read_row
from tests.reading.making import ABOVE, HEAD, LEFT, Mark, table

WORK = ("1", "Rà soát văn bản", "Văn phòng Sở", "", "Báo cáo", "Quý I")


def rows_of(*rows: tuple[str | Mark, ...], bold_rows: tuple[int, ...] = ()) -> list[TaskRow]:
    grid = table(HEAD, *rows, bold_rows=bold_rows)
    columns = read_columns(grid)
    assert columns is not None
    return [read_row(row, columns) for row in content_rows(grid, columns)]


def headings(rows: list[TaskRow]) -> list[bool]:
    return [
        is_heading_row(row, rows[at + 1] if at + 1 < len(rows) else None, rows, at)
        for at, row in enumerate(rows)
    ]


def test_a_heading_row_holds_one_text_and_perhaps_a_figure_and_a_deadline() -> None:
    (row, _) = rows_of(("I", "Cải cách thể chế", "", "", "100%", "Quý II"), WORK)
    assert (row.heading, row.figure, row.deadline) == ("Cải cách thể chế", "100%", "Quý II")
    assert row.is_plain_heading


def test_a_label_inside_the_one_text_is_split_off() -> None:
    (row, _) = rows_of(("II. Cải cách thể chế", LEFT, LEFT, LEFT, LEFT, LEFT), WORK)
    assert row.label is not None
    assert (row.label.text, row.heading) == ("II", "Cải cách thể chế")


@pytest.mark.parametrize(
    ("first", "second", "is_heading"),
    [
        pytest.param(("I", "Thể chế", "", "", "", ""), WORK, True, id="1 stands under I"),
        pytest.param(
            ("1", "Rà soát", "Văn phòng", "", "", "Quý I"),
            ("1.1", "Lập danh mục", "Văn phòng", "", "", "Quý I"),
            True,
            id="1.1 stands under 1 though 1 has a unit and a deadline",
        ),
        pytest.param(WORK, ("2", *WORK[1:]), False, id="2 stands beside 1"),
        pytest.param(
            ("1", "Rà soát văn bản", "", "", "", ""), ("2", *WORK[1:]), False, id="a bare task"
        ),
        pytest.param(
            ("1", "Rà soát", "Văn phòng", "", "", "Quý I"),
            ("a)", "Lập danh mục", "Văn phòng", "", "", "Quý I"),
            True,
            id="a) stands under 1",
        ),
    ],
)
def test_a_row_is_a_heading_if_rows_stand_under_it(
    first: tuple[str, ...], second: tuple[str, ...], *, is_heading: bool
) -> None:
    assert headings(rows_of(first, second)) == [is_heading, False]


def test_the_last_row_is_never_a_heading() -> None:
    assert headings(rows_of(WORK, ("II", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT)))[-1] is False


def test_a_merged_number_does_not_make_a_heading() -> None:
    rows = rows_of(WORK, (ABOVE, "Lập danh mục", "Văn phòng Sở", "", "Danh mục", "Quý II"))
    assert headings(rows) == [False, False]


def test_a_number_wrapped_over_the_end_of_a_page_is_one() -> None:
    rows = rows_of(("VII", "Cải cách thể chế", "", "", "", ""), ("I", "", "", "", "", ""), WORK)
    assert [row.label_text for row in rows] == ["VIII", "1"]


def test_a_row_that_repeats_the_heading_is_dropped() -> None:
    assert len(rows_of(WORK, HEAD, ("2", *WORK[1:]))) == 2
