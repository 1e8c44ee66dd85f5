"""One plan in many layouts: the tasks are the same however the table is laid out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.documents.model import Block
from cchc.documents.plain import read_text
from cchc.plan.model import Plan, Task
from cchc.reading.plan_reading import read_plan
from tests.plans.plan import old_tones
from tests.reading.making import (
    ABOVE,
    CLOSING,
    HEAD,
    LEFT,
    LETTERHEAD,
    OPEN,
    OPENING,
    TITLE,
    Mark,
    paragraph,
    read,
    table,
)

Texts = tuple[str | Mark, ...]
GROUP_1, GROUP_2 = "Cải cách thể chế", "Cải cách thủ tục hành chính"
GROUPED: list[tuple[str, list[tuple[str, ...]]]] = [
    (
        GROUP_1,
        [
            (
                "1",
                "Rà soát văn bản quy phạm pháp luật",
                "Phòng Pháp chế",
                "Văn phòng Sở; Thanh tra Sở",
                "Danh mục; Báo cáo",
                "Quý I",
            ),
            (
                "2",
                "Kiểm tra việc thi hành pháp luật",
                "Phòng Pháp chế",
                "Các phòng, đơn vị",
                "Báo cáo",
                "Trước 30/6",
            ),
        ],
    ),
    (
        GROUP_2,
        [
            (
                "3",
                "Công bố thủ tục hành chính",
                "Văn phòng Sở",
                "Phòng Pháp chế",
                "Quyết định",
                "Thường xuyên",
            ),
            (
                "4",
                "Khảo sát sự hài lòng của người dân",
                "Văn phòng Sở",
                "Các phòng, đơn vị",
                "Báo cáo",
                "Quý II; Quý IV",
            ),
        ],
    ),
]
NUMERALS = ("I", "II")
FIELDS = ("label", "task", "lead", "support", "outputs", "deadline", "schedule", "area", "group")


def rows() -> list[Texts]:
    found: list[Texts] = []
    for numeral, (group, works) in zip(NUMERALS, GROUPED, strict=True):
        found += [(numeral, group, "", "", "", ""), *works]
    return found


def values(plan: Plan, fields: Sequence[str] = FIELDS) -> list[tuple[object, ...]]:
    return [tuple(getattr(task, field) for field in fields) for task in plan.tasks]


def with_table(*after: str | Block) -> Plan:
    return read("I. MỤC ĐÍCH", "Nâng cao chất lượng phục vụ.", after=["PHỤ LỤC", *after])


@pytest.fixture(scope="module")
def usual() -> list[tuple[object, ...]]:
    """What the plain table says: a heading, numbered groups, a row for each task."""
    found = values(with_table(table(HEAD, *rows())))
    assert len(found) == 4
    assert all(all(value for value in task) for task in found)
    return found


def group_rows(change: str) -> list[Texts]:
    """The same rows with the group rows laid out in another way."""
    out: list[Texts] = []
    for row in rows():
        if row[0] not in NUMERALS:
            out.append(row)
        elif change == "spread over the row":
            out.append((row[0], row[1], LEFT, LEFT, LEFT, LEFT))
        elif change == "label and title in one cell":
            out.append((f"{row[0]}. {row[1]}", LEFT, LEFT, LEFT, LEFT, LEFT))
        elif change == "in capitals":
            out.append((row[0], str(row[1]).upper(), LEFT, LEFT, LEFT, LEFT))
        else:
            out.append((str(row[1]), LEFT, LEFT, LEFT, LEFT, LEFT))
    return out


@pytest.mark.parametrize(
    "change", ["spread over the row", "label and title in one cell", "without a number"]
)
def test_group_rows_may_be_laid_out_in_other_ways(
    usual: list[tuple[object, ...]], change: str
) -> None:
    assert values(with_table(table(HEAD, *group_rows(change)))) == usual


def test_group_titles_keep_their_letter_case_and_their_area(
    usual: list[tuple[object, ...]],
) -> None:
    plan = with_table(table(HEAD, *group_rows("in capitals")))
    assert values(plan, FIELDS[:-1]) == [task[:-1] for task in usual]
    assert [task.group for task in plan.tasks] == [GROUP_1.upper()] * 2 + [GROUP_2.upper()] * 2


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(1, 6)))
def test_columns_may_stand_in_any_order(order: list[int]) -> None:
    plain = values(with_table(table(HEAD, *rows())))
    places = [0, *order]
    moved = [tuple(row[place] for place in places) for row in [HEAD, *rows()]]
    assert values(with_table(table(*moved))) == plain


@pytest.mark.parametrize("every", [1, 2, 3])
def test_the_heading_may_come_again(usual: list[tuple[object, ...]], every: int) -> None:
    repeated: list[Texts] = []
    for at, row in enumerate(rows()):
        repeated += [HEAD, row] if at % every == 0 else [row]
    assert values(with_table(table(*repeated))) == usual


def test_the_table_may_be_cut_in_two_with_a_heading_each(usual: list[tuple[object, ...]]) -> None:
    first, second = rows()[:3], rows()[3:]
    assert values(with_table(table(HEAD, *first), table(HEAD, *second))) == usual


@pytest.mark.parametrize("mark", [ABOVE, OPEN, "nt", '-"-'], ids=["merged", "open", "nt", "ditto"])
def test_a_unit_may_be_said_once_for_its_rows(
    usual: list[tuple[object, ...]], mark: str | Mark
) -> None:
    saved: list[Texts] = []
    for row in rows():
        same = saved and saved[-1][0] not in NUMERALS and row[0] in ("2", "4")
        saved.append((*row[:2], mark, *row[3:]) if same else row)
    assert values(with_table(table(HEAD, *saved))) == usual


def test_the_heading_may_take_two_rows(usual: list[tuple[object, ...]]) -> None:
    upper: Texts = ("TT", "Nhiệm vụ", "Đơn vị thực hiện", LEFT, "Sản phẩm", "Thời hạn")
    lower: Texts = (ABOVE, ABOVE, "Chủ trì", "Phối hợp", ABOVE, ABOVE)
    assert values(with_table(table(upper, lower, *rows()))) == usual


@pytest.mark.parametrize(
    "head",
    [
        ("STT", "NỘI DUNG NHIỆM VỤ", "CƠ QUAN CHỦ TRÌ", "CƠ QUAN PHỐI HỢP", "KẾT QUẢ", "TIẾN ĐỘ"),
        ("Số TT", "Công việc", "Bộ phận thực hiện", "Phối hợp", "Sản phẩm đầu ra", "Thời gian"),
        ("TT", "Tên nhiệm vụ", "Phụ trách", "Tham gia", "Kết quả, sản phẩm", "Lộ trình"),
    ],
    ids=lambda head: head[1],
)
def test_the_heading_may_be_worded_otherwise(usual: list[tuple[object, ...]], head: Texts) -> None:
    assert values(with_table(table(head, *rows()))) == usual


@pytest.mark.parametrize("joint", ["; ", "\n", ";\n- "], ids=repr)
def test_several_units_and_products_may_be_parted_otherwise(
    usual: list[tuple[object, ...]], joint: str
) -> None:
    dash = "- " if "-" in joint else ""

    def parted(text: str | Mark) -> str | Mark:
        return dash + text.replace("; ", joint) if isinstance(text, str) and ";" in text else text

    changed = [(*row[:3], parted(row[3]), parted(row[4]), row[5]) for row in rows()]
    assert values(with_table(table(HEAD, *changed))) == usual


def test_old_tone_placement_changes_no_meaning(usual: list[tuple[object, ...]]) -> None:
    spelled = [
        tuple(old_tones(text) if isinstance(text, str) else text for text in r) for r in rows()
    ]
    plan = with_table(table(HEAD, *spelled))
    keys = ("label", "area", "schedule")
    places = [FIELDS.index(key) for key in keys]
    assert values(plan, keys) == [tuple(task[place] for place in places) for task in usual]


def dump(body: str, *, gap: str = "\n") -> Plan:
    lines = [*LETTERHEAD, *TITLE, OPENING, "I. MỤC ĐÍCH", "Nâng cao chất lượng phục vụ.", *CLOSING]
    return read_plan([read_text(gap.join([*lines, "PHỤ LỤC", ""]) + body, "ke_hoach.txt")])


def test_a_tab_separated_dump_says_the_same(usual: list[tuple[object, ...]]) -> None:
    text = "\n".join("\t".join(map(str, row)) for row in [HEAD, *rows()])
    assert values(dump(text)) == usual


@pytest.mark.parametrize("joint", ["; ", "<br>"])
def test_a_pipe_table_says_the_same(usual: list[tuple[object, ...]], joint: str) -> None:
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in [HEAD, *rows()]]
    lines.insert(1, "|---|---|---|---|---|---|")
    # The deadline is one phrase: its semicolon stays.
    text = "\n".join(
        line.replace("Sở; ", f"Sở{joint}").replace("mục; ", f"mục{joint}") for line in lines
    )
    assert values(dump(text)) == usual


def test_columns_kept_by_spaces_say_the_same(usual: list[tuple[object, ...]]) -> None:
    widths = (6, 40, 20, 32, 24, 16)
    text = "\n".join(
        "".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [HEAD, *rows()]
    )
    assert values(dump(text)) == usual


def card(task: Task) -> list[str]:
    return [
        f"Nhiệm vụ {task.label}: {task.task}",
        f"- Đơn vị chủ trì: {'; '.join(task.lead)}",
        f"- Đơn vị phối hợp: {'; '.join(task.support)}",
        f"- Sản phẩm: {'; '.join(task.outputs)}",
        f"- Thời hạn: {task.deadline}",
    ]


def test_cards_instead_of_a_table_say_the_same(usual: list[tuple[object, ...]]) -> None:
    told = with_table(table(HEAD, *rows())).tasks
    lines: list[str | Block] = []
    for numeral, (group, works) in zip(NUMERALS, GROUPED, strict=True):
        lines.append(paragraph(f"{numeral}. {group}", bold=True))
        numbers = {row[0] for row in works}
        for task in told:
            if task.label in numbers:
                lines += card(task)
    assert values(with_table(*lines)) == usual


def test_ticked_quarters_say_the_same_as_their_names(usual: list[tuple[object, ...]]) -> None:
    upper: Texts = (*HEAD[:5], "Thời gian", LEFT, LEFT, LEFT)
    lower: Texts = (*(ABOVE,) * 5, "Quý I", "Quý II", "Quý III", "Quý IV")
    ticks: dict[object, Texts] = {"1": ("x", "", "", ""), "4": ("", "x", "", "x")}
    ticked = [(*row[:5], *ticks.get(row[0], ("", "", "", ""))) for row in rows()]
    plan = with_table(table(upper, lower, *ticked))
    places = [FIELDS.index("deadline"), FIELDS.index("schedule")]
    for at in (0, 3):
        assert values(plan, ("deadline", "schedule"))[at] == tuple(usual[at][p] for p in places)


def test_rows_grouped_by_unit_say_the_same_of_who_and_when(usual: list[tuple[object, ...]]) -> None:
    head: Texts = ("TT", "Nhiệm vụ", "Phối hợp", "Sản phẩm", "Thời hạn")
    laid: list[Texts] = []
    for numeral, (_, works) in zip(NUMERALS, GROUPED, strict=True):
        laid.append((numeral, works[0][2], LEFT, LEFT, LEFT))
        laid += [(row[0], row[1], *row[3:]) for row in works]
    plan = with_table(table(head, *laid))
    keys = FIELDS[:7]
    assert values(plan, keys) == [task[:7] for task in usual]
