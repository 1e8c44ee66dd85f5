"""Task cards: tasks printed as short blocks of «Chủ trì: …», «Thời hạn: …»."""

from __future__ import annotations

from cchc.deadlines import understand
from cchc.plan.model import Origin, ReformArea, Task
from cchc.reading.cards import card_tasks
from tests.reading.making import YEAR, entries

CARDS = (
    "I. Cải cách thể chế",
    "Nhiệm vụ 1: Rà soát văn bản quy phạm pháp luật",
    "- Chủ trì: Phòng Pháp chế",
    "- Phối hợp: Văn phòng Sở; Thanh tra Sở",
    "- Sản phẩm: Danh mục; báo cáo",
    "- Thời hạn: Quý I",
    "Nhiệm vụ 2: Kiểm tra văn bản",
    "- Chủ trì: Thanh tra Sở",
    "- Thời hạn: Trước 30/6",
    "II. Cải cách tài chính công",
    "Nhiệm vụ 3: Giải ngân vốn đầu tư công",
    "- Chủ trì: Kế toán",
    "- Kinh phí: 20 triệu đồng",
    "- Thời hạn: Thường xuyên",
)


def cards(*texts: str) -> list[Task]:
    return card_tasks(entries(*texts), YEAR, origin=Origin.APPENDIX)


def test_each_card_is_a_task() -> None:
    first, second, third = cards(*CARDS)
    assert first == Task(
        task="Rà soát văn bản quy phạm pháp luật",
        area=ReformArea.INSTITUTIONS,
        group="Cải cách thể chế",
        label="1",
        outputs=("Danh mục", "báo cáo"),
        lead=("Phòng Pháp chế",),
        support=("Văn phòng Sở", "Thanh tra Sở"),
        deadline="Quý I",
        schedule=understand("Quý I", YEAR),
        origin=Origin.APPENDIX,
    )
    assert (second.label, second.lead, second.support) == ("2", ("Thanh tra Sở",), ())
    assert (third.area, third.budget) == (ReformArea.PUBLIC_FINANCE, "20 triệu đồng")


def test_a_card_may_have_a_numbered_title_without_the_word_for_task() -> None:
    found = cards(
        "1. Rà soát văn bản",
        "Đơn vị chủ trì: Phòng Pháp chế",
        "Thời gian hoàn thành: Quý I",
        "2. Kiểm tra văn bản",
        "Đơn vị chủ trì: Thanh tra Sở",
        "Thời gian hoàn thành: Quý II",
    )
    assert [(task.label, task.task, task.deadline) for task in found] == [
        ("1", "Rà soát văn bản", "Quý I"),
        ("2", "Kiểm tra văn bản", "Quý II"),
    ]


def test_what_follows_the_last_card_is_no_card() -> None:
    assert cards(*CARDS, "Các phòng căn cứ danh mục này tổ chức thực hiện.") == cards(*CARDS)


def test_products_may_follow_on_lines_of_their_own() -> None:
    (first, _) = cards(
        "Nhiệm vụ 1: Rà soát văn bản",
        "Chủ trì: Phòng Pháp chế",
        "Thời hạn: Quý I",
        "Sản phẩm:",
        "- Danh mục văn bản",
        "- Báo cáo kết quả",
        "Nhiệm vụ 2: Kiểm tra văn bản",
        "Chủ trì: Thanh tra Sở",
        "Thời hạn: Quý II",
    )
    assert first.outputs == ("Danh mục văn bản", "Báo cáo kết quả")


def test_a_text_with_one_such_line_holds_no_cards() -> None:
    assert cards("1. Rà soát văn bản", "Chủ trì: Phòng Pháp chế", "2. Báo cáo kết quả") == []


def test_a_task_told_in_one_sentence_among_cards_is_a_task() -> None:
    (_, told, _) = cards(
        "1. Rà soát văn bản",
        "Chủ trì: Phòng Pháp chế",
        "Thời hạn: Quý I",
        "2. Giao Văn phòng Sở chủ trì công khai thủ tục, hoàn thành trong quý II.",
        "3. Kiểm tra văn bản",
        "Chủ trì: Thanh tra Sở",
        "Thời hạn: Quý III",
    )
    assert (told.label, told.lead, told.deadline) == ("2", ("Văn phòng Sở",), "quý II")
    assert told.schedule == understand("quý II", YEAR)


def test_headings_above_cards_nest() -> None:
    (first, second) = cards(
        "A. NHIỆM VỤ TRỌNG TÂM",
        "I. Cải cách thể chế",
        "1. Rà soát văn bản",
        "Chủ trì: Phòng Pháp chế",
        "Thời hạn: Quý I",
        "II. Cải cách tài chính công",
        "2. Giải ngân vốn",
        "Chủ trì: Kế toán",
        "Thời hạn: Quý III",
    )
    assert (first.group, second.group) == ("Cải cách thể chế", "Cải cách tài chính công")
    assert (first.area, second.area) == (ReformArea.INSTITUTIONS, ReformArea.PUBLIC_FINANCE)


def test_a_card_says_where_its_values_stand() -> None:
    assert {"task", "lead", "support", "outputs", "deadline"} <= set(cards(*CARDS)[0].traces)
