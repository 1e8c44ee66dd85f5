"""Tasks in running text: which sections list the year's work, and which items are tasks."""

from __future__ import annotations

import pytest

from cchc.deadlines import understand
from cchc.plan.model import Origin, ReformArea, Task
from cchc.reading.body_tasks import task_sections, tasks_in_body
from cchc.reading.outline import build_outline
from tests.reading.making import YEAR, bold, entries, paragraph


def tasks(*texts: str) -> list[Task]:
    return tasks_in_body(build_outline(entries(*texts)), YEAR)


WORK = ("1. Cải cách thể chế", "- Rà soát văn bản của tỉnh.")


@pytest.mark.parametrize(
    "title",
    [
        "II. NHIỆM VỤ",
        "II. NHIỆM VỤ TRỌNG TÂM",
        "II. NHIỆM VỤ CỤ THỂ",
        "III. NỘI DUNG",
        "II. NỘI DUNG CẢI CÁCH HÀNH CHÍNH",
        "B. NHIỆM VỤ CHỦ YẾU",
        "II. NỘI DUNG, NHIỆM VỤ",
    ],
)
def test_the_section_that_lists_the_work_holds_tasks(title: str) -> None:
    assert [task.task for task in tasks(title, *WORK)] == ["Rà soát văn bản của tỉnh."]


@pytest.mark.parametrize(
    "title",
    [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "I. MỤC TIÊU",
        "III. GIẢI PHÁP",
        "IV. TỔ CHỨC THỰC HIỆN",
        "V. KINH PHÍ THỰC HIỆN",
        "III. CHẾ ĐỘ THÔNG TIN, BÁO CÁO",
        "II. CÁC CHỈ TIÊU",
    ],
)
def test_purpose_solutions_and_organisation_hold_none(title: str) -> None:
    assert tasks(title, "1. Các phòng", "- Rà soát văn bản của tỉnh.") == []


def test_goals_inside_the_section_of_work_are_no_tasks() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "a) Mục tiêu",
        "- 100% văn bản đúng hạn.",
        "b) Nhiệm vụ",
        "- Rà soát văn bản của tỉnh.",
    )
    assert [task.task for task in found] == ["Rà soát văn bản của tỉnh."]


def test_headings_that_name_areas_are_sections_of_work_without_saying_so() -> None:
    root = build_outline(
        entries("I. Cải cách thể chế", "- Rà soát.", "II. Kinh phí", "- Ngân sách.")
    )
    assert [node.title for node in task_sections(root)] == ["Cải cách thể chế"]


def test_one_task_for_each_innermost_item() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thủ tục hành chính",
        "- Rà soát thủ tục.",
        "- Tổ chức các nội dung sau:",
        "+ Công khai thủ tục.",
        "+ Niêm yết thủ tục.",
        "- Báo cáo kết quả.",
    )
    assert [task.task for task in found] == [
        "Rà soát thủ tục.",
        "Công khai thủ tục.",
        "Niêm yết thủ tục.",
        "Báo cáo kết quả.",
    ]


def test_a_dash_that_says_something_itself_is_a_task_beside_its_plus_items() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thủ tục hành chính",
        "- Rà soát thủ tục.",
        "+ Công khai thủ tục.",
    )
    assert [task.task for task in found] == ["Rà soát thủ tục.", "Công khai thủ tục."]


def test_a_lettered_sentence_over_dashes_is_none() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thủ tục hành chính",
        "a) Rà soát thủ tục hành chính theo thẩm quyền của Sở;",
        "- Lập danh mục thủ tục.",
    )
    assert [task.task for task in found] == ["Lập danh mục thủ tục."]


def test_letter_items_are_tasks_and_keep_their_letters() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "a) Rà soát văn bản quy phạm pháp luật;",
        "đ) Kiểm tra văn bản theo thẩm quyền được giao;",
    )
    assert [(task.label, task.task) for task in found] == [
        ("a", "Rà soát văn bản quy phạm pháp luật;"),
        ("đ", "Kiểm tra văn bản theo thẩm quyền được giao;"),
    ]


def test_a_dash_has_no_label() -> None:
    assert [task.label for task in tasks("II. NHIỆM VỤ", *WORK)] == [None]


def test_without_items_each_paragraph_is_a_task() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "Rà soát văn bản của tỉnh theo thẩm quyền được giao.",
        "Kiểm tra văn bản của các xã theo thẩm quyền được giao.",
    )
    assert len(found) == 2
    assert {task.group for task in found} == {"Cải cách thể chế"}


def test_a_paragraph_that_introduces_items_or_points_to_an_appendix_is_none() -> None:
    found = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "Các phòng, đơn vị tập trung thực hiện các nội dung sau đây:",
        "- Rà soát văn bản của tỉnh.",
        "2. Cải cách tài chính công",
        "Nội dung cụ thể theo Phụ lục kèm theo Kế hoạch này.",
    )
    assert [task.task for task in found] == ["Rà soát văn bản của tỉnh."]


def test_automatic_bullets_are_items_too() -> None:
    root = build_outline(
        entries(
            "II. NHIỆM VỤ",
            "1. Cải cách thể chế",
            paragraph("Rà soát văn bản của tỉnh.", label="-"),
            paragraph("Kiểm tra văn bản của xã.", label="•"),
        )
    )
    assert len(tasks_in_body(root, YEAR)) == 2


def test_headings_by_bold_only_are_groups() -> None:
    root = build_outline(
        entries(
            "II. NHIỆM VỤ",
            bold("1. Rà soát và đơn giản hóa thủ tục hành chính"),
            "- Lập danh mục.",
        )
    )
    (task,) = tasks_in_body(root, YEAR)
    assert (task.group, task.area) == (
        "Rà soát và đơn giản hóa thủ tục hành chính",
        ReformArea.PROCEDURES,
    )


def test_an_item_says_its_deadline_parties_and_products() -> None:
    (task,) = tasks(
        "II. NHIỆM VỤ",
        "1. Cải cách thể chế",
        "- Rà soát văn bản (Chủ trì: Văn phòng Sở; phối hợp: Thanh tra Sở), hoàn thành trong quý "
        "II/2026.",
    )
    assert task.lead == ("Văn phòng Sở",)
    assert task.support == ("Thanh tra Sở",)
    assert task.deadline == "quý II/2026"
    assert task.schedule == understand("quý II/2026", YEAR)
    assert task.origin is Origin.BODY
    assert {"task", "lead", "support", "deadline"} <= set(task.traces)


def test_an_item_without_such_words_names_no_party_and_no_deadline() -> None:
    (task,) = tasks("II. NHIỆM VỤ", "1. Cải cách thể chế", "- Văn phòng Sở rà soát thường xuyên.")
    assert (task.lead, task.support, task.outputs, task.deadline) == ((), (), (), None)
    assert task.schedule == ()


def test_a_list_under_a_units_name_is_what_that_unit_does() -> None:
    (task,) = tasks("II. NHIỆM VỤ", "1. Phòng Pháp chế", "- Rà soát văn bản của tỉnh.")
    assert task.lead == ("Phòng Pháp chế",)
