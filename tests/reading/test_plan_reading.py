"""Whole plans made by hand: each layout that real plans use, and what holds for any plan."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.deadlines import understand
from cchc.documents.model import Block, Document, Kind, Merge, Paragraph, Span, Table
from cchc.documents.plain import read_text
from cchc.plan.interchange import plan_from_json, plan_to_json
from cchc.plan.model import Origin, Plan, ReformArea, Trace
from cchc.reading.plan_reading import NoPlan, read_plan
from tests.reading.making import (
    ABOVE,
    CLOSING,
    HEAD,
    LEFT,
    LETTERHEAD,
    OPEN,
    OPENING,
    TITLE,
    YEAR,
    Mark,
    document,
    paragraph,
    plan_document,
    read,
    read_appendix,
    table,
)

ROW = ("1", "Rà soát văn bản", "Văn phòng Sở", "Các phòng", "Báo cáo", "Quý I")
GOALS = ("I. MỤC TIÊU", "- 100% hồ sơ được giải quyết đúng hạn.")
WORK = ("II. NHIỆM VỤ", "1. Cải cách thể chế", "- Công bố thủ tục trong quý II.")


def test_rows_of_an_appendix_go_before_items_of_the_body() -> None:
    plan = read(*GOALS, *WORK, after=["PHỤ LỤC", table(HEAD, ROW)])
    assert [(task.task, task.origin) for task in plan.tasks] == [
        ("Rà soát văn bản", Origin.APPENDIX)
    ]


def test_without_an_appendix_the_items_of_the_body_are_the_tasks() -> None:
    plan = read(*GOALS, *WORK)
    assert [(task.task, task.origin) for task in plan.tasks] == [
        ("Công bố thủ tục trong quý II.", Origin.BODY)
    ]


def test_a_task_table_in_the_body_is_read_there() -> None:
    plan = read(
        *GOALS,
        "II. NHIỆM VỤ",
        table(HEAD, ("1", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT), ("1.1", *ROW[1:])),
        "III. TỔ CHỨC THỰC HIỆN",
        "Các phòng báo cáo Văn phòng Sở.",
    )
    assert [(task.task, task.origin) for task in plan.tasks] == [("Rà soát văn bản", Origin.BODY)]
    assert [(one.label, one.level, one.title) for one in plan.sections] == [
        ("I", 1, "MỤC TIÊU"),
        ("II", 1, "NHIỆM VỤ"),
        ("1", 2, "Cải cách thể chế"),
        ("III", 1, "TỔ CHỨC THỰC HIỆN"),
    ]


def test_sections_of_the_appendix_begin_at_level_one_again_and_its_title_is_none() -> None:
    plan = read(
        *GOALS,
        *WORK,
        after=[
            "PHỤ LỤC",
            "DANH MỤC NHIỆM VỤ",
            table(HEAD, ("I", "Cải cách thể chế", LEFT, LEFT, LEFT, LEFT), ROW),
        ],
    )
    assert [(one.label, one.level, one.title) for one in plan.sections] == [
        ("I", 1, "MỤC TIÊU"),
        ("II", 1, "NHIỆM VỤ"),
        ("1", 2, "Cải cách thể chế"),
        ("I", 1, "Cải cách thể chế"),
    ]


def test_appendices_of_tasks_targets_and_windows_are_each_read_as_what_they_are() -> None:
    plan = read(
        "I. MỤC ĐÍCH",
        "Nâng cao chất lượng phục vụ.",
        after=[
            "PHỤ LỤC I",
            table(HEAD, ROW),
            "PHỤ LỤC II",
            table(
                ("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"), ("1", "Tỷ lệ đúng hạn", "%", "98")
            ),
            "PHỤ LỤC III",
            table(
                ("TT", "Kỳ báo cáo", "Thời gian chốt số liệu", "Hạn gửi"),
                ("1", "Quý I", "15/12/2025 - 14/3/2026", "17/3/2026"),
            ),
        ],
    )
    assert len(plan.tasks) == 1
    assert [target.value for target in plan.targets] == [98]
    assert [window.due_on for window in plan.report_windows] == [date(2026, 3, 17)]


def test_targets_are_found_in_goals_and_in_tasks_but_not_in_the_organisation() -> None:
    plan = read(
        *GOALS,
        "II. NHIỆM VỤ",
        "1. Cải cách thủ tục hành chính",
        "- Cắt giảm ít nhất 30% thời gian giải quyết.",
        "III. TỔ CHỨC THỰC HIỆN",
        "- Các phòng gửi 100% báo cáo đúng hạn.",
    )
    assert [(target.value, target.comparator.value) for target in plan.targets] == [
        (100, "="),
        (30, ">="),
    ]


def test_an_objective_merged_over_rows_commits_once() -> None:
    head = ("TT", "Mục tiêu", "Nhiệm vụ", "Chủ trì", "Thời hạn")
    plan = read_appendix(
        head,
        ("1", "100% văn bản đúng thể thức", "Rà soát văn bản", "Văn phòng Sở", "Quý I"),
        ("2", ABOVE, "Kiểm tra văn bản", "Thanh tra Sở", "Quý II"),
    )
    assert [target.value for target in plan.targets] == [100]
    assert [task.objective for task in plan.tasks] == ["100% văn bản đúng thể thức"] * 2


def test_documents_are_cited_from_everywhere_even_footnotes() -> None:
    body = plan_document(
        "I. CĂN CỨ",
        "Thực hiện Quyết định số 7/QĐ-UBND của tỉnh.",
        after=[
            "PHỤ LỤC",
            table(HEAD, ("1", "Thực hiện Kế hoạch số 8/KH-UBND", *ROW[2:])),
        ],
    )
    noted = Document(body.kind, body.name, body.blocks, (paragraph("Công văn số 9/SNV-CCHC."),))
    numbers = [one.number for one in read_plan([noted]).citations]
    assert numbers == ["7/QĐ-UBND", "8/KH-UBND", "9/SNV-CCHC"]


def test_a_text_and_its_appendix_in_another_file_are_one_plan() -> None:
    appendix = document(table(HEAD, ROW), kind=Kind.XLSX, file=2)
    plan = read_plan([plan_document(*GOALS, *WORK), appendix])
    assert plan.header.issuer == "Sở Xây dựng"
    assert [task.task for task in plan.tasks] == ["Rà soát văn bản"]
    assert plan.tasks[0].traces["task"].span.file == 2


def test_an_appendix_of_cards_is_read() -> None:
    plan = read(
        *GOALS,
        after=[
            "PHỤ LỤC",
            "Nhiệm vụ 1: Rà soát văn bản",
            "- Chủ trì: Văn phòng Sở",
            "- Thời hạn: Quý I",
            "Nhiệm vụ 2: Kiểm tra văn bản",
            "- Chủ trì: Thanh tra Sở",
            "- Thời hạn: Quý II",
        ],
    )
    assert [(task.label, task.lead, task.deadline) for task in plan.tasks] == [
        ("1", ("Văn phòng Sở",), "Quý I"),
        ("2", ("Thanh tra Sở",), "Quý II"),
    ]


def test_an_appendix_of_lists_by_area_is_read() -> None:
    plan = read(
        *GOALS,
        after=[
            "PHỤ LỤC",
            "DANH MỤC NHIỆM VỤ",
            "I. Cải cách thể chế",
            "- Rà soát văn bản của tỉnh.",
        ],
    )
    assert [(task.area, task.origin) for task in plan.tasks] == [
        (ReformArea.INSTITUTIONS, Origin.APPENDIX)
    ]


def test_a_figure_alone_commits_its_task_to_it() -> None:
    plan = read_appendix(
        ("TT", "Nhiệm vụ", "Mục tiêu/Kết quả", "Chủ trì", "Thời hạn"),
        ("1", "Số hóa hồ sơ", "100%", "Văn phòng Sở", "Quý I"),
    )
    assert [(target.text, target.value) for target in plan.targets] == [("Số hóa hồ sơ 100%", 100)]


def test_what_was_reached_last_year_is_no_target() -> None:
    plan = read("I. KẾT QUẢ THỰC HIỆN NĂM 2025", "- 97% hồ sơ đúng hạn.", *GOALS)
    assert [target.value for target in plan.targets] == [100]


def test_a_letterhead_in_text_boxes_is_read() -> None:
    boxes = [paragraph(line, in_text_box=True) for line in LETTERHEAD]
    plan = read_plan([document(*boxes, *TITLE, OPENING, *GOALS, *WORK, *CLOSING)])
    assert (plan.header.issuer, plan.header.number) == ("Sở Xây dựng", "15")


def test_an_appendix_announced_is_remembered() -> None:
    assert read(*GOALS, *WORK, "Nội dung cụ thể theo Phụ lục kèm theo.").announces_appendix
    assert not read(*GOALS, *WORK).announces_appendix


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(document(), id="nothing"),
        pytest.param(document("Xin chào."), id="a greeting"),
        pytest.param(
            document("HƯỚNG DẪN NẤU ĂN", "1. Rửa sạch rau.", "2. Luộc trong 5 phút."), id="a recipe"
        ),
        pytest.param(
            document(table(("Họ và tên", "Điện thoại"), ("Trần Văn Mẫu", "0900"))), id="a list"
        ),
    ],
)
def test_a_file_that_is_no_plan_is_refused(made: Document) -> None:
    with pytest.raises(NoPlan):
        read_plan([made])


# Random plans: words that plans use, in any order and any layout.
PHRASES = (
    "I. MỤC TIÊU|II. NHIỆM VỤ|III. TỔ CHỨC THỰC HIỆN|1. Cải cách thể chế|1.1. Rà soát|a) Báo cáo|"
    "đ) Công khai|- Rà soát văn bản trước ngày 15/3/2026.|+ Kiểm tra công vụ;|* Tài sản công:|"
    "Chủ trì: Văn phòng Sở|- Thời hạn: Quý I|Nhiệm vụ 1: Kiểm tra|PHỤ LỤC|PHỤ LỤC II|KẾ HOẠCH|"
    "Cải cách hành chính năm 2026|UBND TỈNH MẪU|SỞ XÂY DỰNG|Số: 15/KH-SXD|Nơi nhận:|"
    "- Lưu: VT.|GIÁM ĐỐC|KT. GIÁM ĐỐC|Trần Văn Mẫu|Mẫu, ngày 12 tháng 01 năm 2026|"
    "(Kèm theo Kế hoạch số    /KH-SXD)|Căn cứ Quyết định số 9/QĐ-UBND ngày 31/02/2026 của UBND|"
    "100% hồ sơ đúng hạn; ít nhất 02 sáng kiến.|Báo cáo quý I: từ 15/12 đến 14/3, gửi trước 17/3.|"
    "TT Nhiệm vụ Chủ trì Thời hạn|1 Rà soát Văn phòng Sở Quý I|2 Báo cáo Thanh tra Sở Quý II"
).split("|")
CELLS = (
    "|TT|Nhiệm vụ|Đơn vị chủ trì|Phối hợp|Thời hạn|Sản phẩm|Mục tiêu/Kết quả|Quý I|x|nt|Như trên|"
    '-"-|1|1.1|I|II. Cải cách thể chế|Rà soát văn bản|Công khai thủ tục|Văn phòng Sở, Thanh tra|'
    "Các phòng, đơn vị|- Kế hoạch;\n- Báo cáo|100%|Trước 30/6|Thường xuyên|- Báo cáo: hàng quý|"
    "Chỉ tiêu|Đơn vị tính|Năm 2026|≥ 95|Kỳ báo cáo|15/12/2025 - 14/3/2026|(1)|(2)|(3)|Tổng cộng"
).split("|")
HEADS: tuple[tuple[str, ...], ...] = (
    HEAD,
    ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
    ("Nhiệm vụ", "Quý I", "Quý II"),
    ("TT", "Kỳ báo cáo", "Thời gian chốt số liệu"),
    ("TT", "Chỉ tiêu", "Năm 2026"),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table with a known heading or none, merged anyhow."""
    head = draw(st.sampled_from(HEADS) | st.lists(st.sampled_from(CELLS), min_size=1, max_size=6))
    rows: list[list[str | Mark]] = [list(head)]
    for _ in range(draw(st.integers(0, 6))):
        row: list[str | Mark] = []
        for place in range(len(head)):
            marks = [ABOVE, OPEN, LEFT] if place else [ABOVE, OPEN]
            row.append(draw(st.sampled_from([*CELLS, *CELLS, *marks])))
        rows.append(row)
    return table(*rows)


PARAGRAPHS = st.builds(
    paragraph,
    st.lists(st.sampled_from(PHRASES), min_size=1, max_size=3).map(" ".join),
    bold=st.booleans(),
    heading=st.none() | st.integers(1, 3),
    label=st.none() | st.sampled_from(["I.", "1.", "1.1", "a)", "-", "•", "+"]),
)
BLOCKS = st.lists(PARAGRAPHS | tables() | st.sampled_from(PHRASES).map(paragraph), max_size=14)
FEW = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def plan_of(blocks: list[Block], kind: Kind) -> tuple[Document, Plan] | None:
    made = plan_document(*blocks, kind=kind)
    try:
        return made, read_plan([made])
    except NoPlan:
        return None


def printed(made: Document) -> str:
    parts = [
        block.text
        if isinstance(block, Paragraph)
        else " ".join(text for row in block.rows for text in row.texts)
        for block in made.blocks
    ]
    return words(" ".join(parts))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


@FEW
@given(BLOCKS, st.sampled_from([Kind.DOCX, Kind.PDF, Kind.TEXT]))
def test_any_document_is_read_or_is_no_plan(blocks: list[Block], kind: Kind) -> None:
    read_as = plan_of(blocks, kind)
    if read_as is None:
        return
    made, plan = read_as
    text = printed(made)
    for task in plan.tasks:
        assert words(task.task) in text
        assert task.area in ReformArea
        assert all(words(unit) in text for unit in (*task.lead, *task.support))
        assert task.deadline is None or task.schedule
        assert task.deadline is not None or not task.schedule
    assert plan_from_json(plan_to_json(plan)) == plan


@FEW
@given(st.lists(tables(), max_size=3))
def test_a_deadline_of_a_cell_is_understood_as_it_would_be_alone(blocks: list[Block]) -> None:
    read_as = plan_of(blocks, Kind.DOCX)
    if read_as is None:
        return
    _, plan = read_as
    for task in plan.tasks:
        if task.deadline and " - " not in task.deadline:  # lines of a cell are parts of their own
            assert task.schedule == understand(task.deadline, plan.header.year or YEAR)


@FEW
@given(BLOCKS)
def test_every_trace_points_to_a_place_that_is_there(blocks: list[Block]) -> None:
    read_as = plan_of(blocks, Kind.DOCX)
    if read_as is None:
        return
    made, plan = read_as
    places = {block.span for block in made.blocks if isinstance(block, Paragraph)}
    for one in made.tables:
        places |= {row.span for row in one.rows}
        places |= {cell.span for row in one.rows for cell in row.cells}
    parts = (plan.header, *plan.citations, *plan.sections, *plan.targets, *plan.tasks)
    for part in parts:
        for name, trace in part.traces.items():
            assert trace.span in places or trace.span == Span(), (name, part)


def cell_of(made: Document, trace: Trace) -> str:
    (one,) = (t for t in made.tables if t.span.table == trace.span.table)
    row = one.rows[(trace.span.row or 0) - 1]
    return row.cells[(trace.span.cell or 0) - 1].text


def test_a_trace_names_the_very_cell_that_holds_the_value() -> None:
    made = plan_document("I. MỤC ĐÍCH", "Phục vụ.", after=["PHỤ LỤC", table(HEAD, ROW)])
    (task,) = read_plan([made]).tasks
    for name, text in zip(
        ("label", "task", "lead", "support", "outputs", "deadline"), ROW, strict=True
    ):
        assert cell_of(made, task.traces[name]) == text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PHRASES, "", "\f2"]), max_size=40).map("\n".join))
def test_any_dump_is_read_or_is_no_plan(text: str) -> None:
    head = "\n".join([*LETTERHEAD, *TITLE, ""])
    try:
        plan = read_plan([read_text(head + text, "ke_hoach.txt")])
    except NoPlan:
        return
    assert plan_from_json(plan_to_json(plan)) == plan


def test_merges_are_marked_as_the_file_says() -> None:
    made = table(("a", LEFT), (ABOVE, OPEN))
    assert [[cell.merge for cell in row.cells] for row in made.rows] == [
        [None, Merge.FROM_LEFT],
        [Merge.FROM_ABOVE, Merge.OPEN_TOP],
    ]
    assert made.rows[1].texts == ("a", "")
