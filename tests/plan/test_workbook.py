"""The office's Excel layout is both export and import: what is written is read, value for value."""

from __future__ import annotations

import io
import subprocess
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from cchc.documents.limits import Limits
from cchc.documents.model import Span
from cchc.plan.findings import finding
from cchc.plan.findings.codes import Problem
from cchc.plan.model import (
    Citation,
    Comparator,
    Doubt,
    Header,
    Plan,
    ReformArea,
    Section,
    Target,
    TargetKind,
    Task,
    Trace,
)
from cchc.plan.schedule import By, Every, Recurring, Unclear, Window
from cchc.plan.sentences import cell_sentence
from cchc.plan.workbook import (
    TextTooLong,
    WorkbookProblems,
    plan_from_workbook,
    plan_to_workbook,
)
from tests.conftest import require
from tests.plan.strategies import AWKWARD, plans

Book = Any

PLAN = Plan(
    header=Header(
        issuer="Sở Mẫu", number="07", symbol="KH-SM", subject="Cải cách A & B", year=2026
    ),
    citations=(Citation("61/2018/NĐ-CP", "Nghị định", date(2018, 4, 23), "Chính phủ"),),
    sections=(Section("I", 1, "MỤC TIÊU"),),
    targets=(Target("Đạt từ 95%", TargetKind.RATE, Comparator.AT_LEAST, 95, "%"),),
    tasks=(
        Task(
            task="Rà soát thủ tục",
            area=ReformArea.PROCEDURES,
            label="01",
            outputs=("Báo cáo", "Danh mục"),
            lead=("Văn phòng",),
            deadline="Trước 30/11; hàng quý",
            schedule=(
                By(date(2026, 11, 30), inclusive=False),
                Recurring(Every.QUARTER, (date(2026, 3, 31), date(2026, 6, 30)), "Báo cáo"),
            ),
            traces={"task": Trace(Span(page=3, table=1, row=12), 0.7, Doubt.OCR)},
        ),
        Task(task="Tuyên truyền", schedule=(Window(None, date(2026, 12, 31)), Unclear("Kịp thời"))),
    ),
    findings=(finding(Problem.TASK_WITHOUT_LEAD, Span(page=3), task="Tuyên truyền"),),
    announces_appendix=True,
)


def _opened(data: bytes) -> Book:
    return openpyxl.load_workbook(io.BytesIO(data))


def _saved(book: Book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _edited(edit: Callable[[Book], object], plan: Plan = PLAN) -> bytes:
    book = _opened(plan_to_workbook(plan))
    edit(book)
    return _saved(book)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(plans)
def test_a_workbook_read_again_gives_the_same_plan(plan: Plan) -> None:
    again = plan_from_workbook(plan_to_workbook(plan))
    assert again == plan
    assert again is not None
    assert again.announces_appendix == plan.announces_appendix


def test_every_gold_plan_survives_excel(shared: Path, gold_plans: list[Plan]) -> None:
    assert len(gold_plans) >= 16
    for plan in gold_plans:
        assert plan_from_workbook(plan_to_workbook(plan)) == plan


def test_a_workbook_saved_by_libreoffice_still_gives_the_same_plan(tmp_path: Path) -> None:
    soffice = require("soffice", "libreoffice-calc-nogui")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "plan.xlsx").write_bytes(plan_to_workbook(PLAN))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path)]
    subprocess.run([*command, "in/plan.xlsx"], cwd=tmp_path, check=True, timeout=120)
    assert plan_from_workbook((tmp_path / "plan.xlsx").read_bytes()) == PLAN


def test_a_workbook_saved_by_another_program_is_known_by_its_sheets_and_headings() -> None:
    def drop_mark(book: Book) -> None:
        book.custom_doc_props = type(book.custom_doc_props)()

    assert plan_from_workbook(_edited(drop_mark)) == PLAN


@pytest.mark.parametrize("text", AWKWARD)
def test_no_text_becomes_a_formula_a_number_or_an_error(text: str) -> None:
    book = _opened(plan_to_workbook(Plan(tasks=(Task(task=text),))))
    cell = book["Nhiệm vụ"]["F2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@"))


def test_each_part_has_its_sheet_with_filters_frozen_headings_and_a_print_set_up() -> None:
    book = _opened(plan_to_workbook(PLAN))
    assert book.sheetnames == [
        "Kế hoạch",
        "Nhiệm vụ",
        "Lịch thực hiện",
        "Chỉ tiêu",
        "Căn cứ",
        "Đề mục",
        "Kỳ báo cáo",
        "Phát hiện",
    ]
    for sheet in book.worksheets:
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.freeze_panes.endswith("2")
        assert sheet.print_title_rows == "$1:$1"
        width = sum(dimension.width for dimension in sheet.column_dimensions.values())
        paper = 8 if width > 180 else 9  # wide sheets are legible on A3 only
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", paper)
        page = sheet.page_setup
        assert (page.fitToWidth or 1, page.fitToHeight) == (1, 0)  # one is what absence means
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "Trang &P/&N"
        assert sheet.oddHeader.center.text == "Cải cách A && B"
        assert sheet["A1"].font.bold
        assert sheet.column_dimensions["B"].width > 5


def test_tasks_are_shown_in_the_words_of_the_office() -> None:
    data = plan_to_workbook(PLAN, explain=lambda parts: f"{len(parts)} phần")
    rows = list(_opened(data)["Nhiệm vụ"].iter_rows(values_only=True))
    task = dict(zip(rows[0], rows[1], strict=True))
    assert task["Lĩnh vực"] == "Cải cách thủ tục hành chính"
    assert task["Sản phẩm"] == "Báo cáo\nDanh mục"
    assert task["Thời hạn hiểu là"] == "2 phần"
    assert task["Vị trí"] == "Trang 3, bảng 1, dòng 12"
    assert task["Cần xem lại"] == "Nhiệm vụ: nhận dạng từ ảnh quét (tin cậy 70%)"


def test_dates_and_numbers_are_real_ones_that_excel_can_sort() -> None:
    book = _opened(plan_to_workbook(PLAN))
    day = book["Căn cứ"]["D2"]
    assert (day.value, day.number_format) == (datetime(2018, 4, 23), "dd/mm/yyyy")
    assert book["Chỉ tiêu"]["E2"].value == 95


def test_findings_are_listed_with_their_sentence_and_place() -> None:
    rows = list(_opened(plan_to_workbook(PLAN))["Phát hiện"].iter_rows(values_only=True))
    sentence = "Nhiệm vụ chưa ghi đơn vị chủ trì: «Tuyên truyền»."
    assert rows[1] == (1, "Cảnh báo", sentence, "Trang 3", "task_without_lead")


def test_a_person_may_move_columns_add_rows_and_type_dates_and_numbers_as_text() -> None:
    def work(book: Book) -> None:
        tasks = book["Nhiệm vụ"]
        tasks.insert_cols(1)
        tasks["A1"] = "Ghi chú của tôi"
        tasks.append(
            [None, None, "cải cách thể chế", None, 5, None, "Việc mới", *[None] * 7, "Phụ lục"]
        )
        book["Căn cứ"]["D2"] = "24/4/2018"
        book["Chỉ tiêu"]["E2"] = "97,5"

    plan = plan_from_workbook(_edited(work))
    assert plan is not None
    assert plan.tasks[:2] == PLAN.tasks
    assert plan.tasks[2] == Task(task="Việc mới", area=ReformArea.INSTITUTIONS, label="5")
    assert plan.citations[0].date == date(2018, 4, 24)
    assert plan.targets[0].value == 97.5


def test_all_wrong_cells_are_told_at_once_by_sheet_row_and_column() -> None:
    def spoil(book: Book) -> None:
        book["Nhiệm vụ"]["B2"] = "Lĩnh vực lạ"
        book["Nhiệm vụ"]["F3"] = None
        book["Căn cứ"]["D2"] = "31/2/2018"
        book["Chỉ tiêu"]["E2"] = "nhiều"
        book["Lịch thực hiện"]["A2"] = 9
        del book["Đề mục"]

    with pytest.raises(WorkbookProblems) as caught:
        plan_from_workbook(_edited(spoil))
    told = {(one.sheet, one.row, one.column, one.code.value) for one in caught.value.problems}
    assert told == {
        ("Nhiệm vụ", 2, "Lĩnh vực", "cell_unknown_word"),
        ("Nhiệm vụ", 3, "Nhiệm vụ", "cell_empty"),
        ("Căn cứ", 2, "Ngày ban hành", "cell_not_a_date"),
        ("Chỉ tiêu", 2, "Giá trị", "cell_not_a_number"),
        ("Lịch thực hiện", 2, "STT nhiệm vụ", "cell_unknown_task"),
        ("Đề mục", None, None, "sheet_missing"),
    }
    sentences = [cell_sentence(one) for one in caught.value.problems]
    assert "Trang «Căn cứ», dòng 2: ô «Ngày ban hành» ghi «31/2/2018»" in " ".join(sentences)


def test_two_tasks_cannot_bear_one_number() -> None:
    def repeat(book: Book) -> None:
        book["Nhiệm vụ"]["A3"] = 1

    with pytest.raises(WorkbookProblems) as caught:
        plan_from_workbook(_edited(repeat))
    assert caught.value.problems[0].code.value == "cell_repeated_number"


def _other_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["STT", "Nhiệm vụ", "Chủ trì"])
    return _saved(book)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"PK\x03\x04 no archive", id="a broken archive"),
        pytest.param(b"%PDF-1.7", id="a PDF"),
        pytest.param(_other_workbook(), id="another workbook"),
        pytest.param(plan_to_workbook(PLAN)[:-200], id="our workbook cut off"),
    ],
)
def test_what_is_not_our_layout_goes_the_ordinary_way(data: bytes) -> None:
    assert plan_from_workbook(data) is None


def test_a_workbook_over_the_bounds_is_not_unpacked() -> None:
    assert plan_from_workbook(plan_to_workbook(PLAN), Limits(unpacked_bytes=1000)) is None


def test_a_text_that_no_cell_can_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(TextTooLong):
        plan_to_workbook(Plan(tasks=(Task(task="x" * 32_768),)))


def test_five_hundred_tasks_are_written_quickly() -> None:
    plan = Plan(tasks=PLAN.tasks * 250)
    started = time.perf_counter()
    data = plan_to_workbook(plan)
    # 0.4 s is the bound on a quiet machine; a shared one gets more.
    assert time.perf_counter() - started < 2.0
    again = plan_from_workbook(data)
    assert again is not None
    assert len(again.tasks) == 500
