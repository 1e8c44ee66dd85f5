"""Edits on the desk: written, remembered, taken back; and two people at one row."""

from __future__ import annotations

from typing import Any

import pytest

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.audit.models import Entry
from cchc.web.intake.actions import editing, rows, values
from cchc.web.intake.actions.editing import mark_of, side_of
from cchc.web.intake.models import Edit, Item, Reading
from cchc.web.intake.queries import last_edit, open_questions, others_lately, plan_of
from cchc.web.organisation.models import Position, Role
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from tests.web.intake.conftest import item
from tests.web.world import BEGAN, World


def typed(item: Item, name: str, value: str, by: User, **more: str) -> Item:
    return values.set_value(
        by=by,
        item=item,
        name=name,
        posted={"value": value, **more},
        seen=item.version,
        mark=mark_of(item.values.get(name)),
    )


@pytest.fixture
def khanh(world: World) -> User:
    """A second coordinator of the department."""
    with acting("tests.world", by=None) as act:
        khanh = User(username="khanh", full_name="Lý Quốc Khánh")
        khanh.set_unusable_password()
        act.create(khanh)
        act.create(
            Position(user=khanh, unit=world.department, role=Role.COORDINATOR, valid_from=BEGAN)
        )
    return khanh


@pytest.mark.parametrize(
    ("part", "name", "posted", "value"),
    [
        ("task", "task", {"value": " Ban hành  kế hoạch "}, "Ban hành kế hoạch"),
        ("task", "objective", {"value": ""}, None),
        (
            "task",
            "lead",
            {"value": "Văn phòng Sở\n\n Thanh tra Sở; "},
            ["Văn phòng Sở", "Thanh tra Sở"],
        ),
        ("task", "area", {"value": "procedures"}, "procedures"),
        ("target", "value", {"value": "97,5"}, 97.5),
        ("target", "value", {"value": "90"}, 90),
        ("target", "comparator", {"value": ">="}, ">="),
        ("citation", "date", {"value": "9/6/2025"}, "2025-06-09"),
        ("citation", "date", {"value": ""}, None),
        ("header", "year", {"value": "2026"}, 2026),
        (
            "header",
            "date",
            {"value_day": "…", "value_month": "1", "value_year": "2026"},
            {"year": 2026, "month": 1, "day": None},
        ),
        (
            "header",
            "signer",
            {"value_authority": "KT.", "value_position": "Phó Giám đốc", "value_name": ""},
            {"authority": "KT.", "position": "Phó Giám đốc", "name": None},
        ),
        ("window", "due", {"value": "18/03/2026"}, "2026-03-18"),
        ("section", "level", {"value": "2"}, 2),
    ],
)
def test_a_value_is_typed_in_its_own_shape(
    world: World, desk: Reading, part: str, name: str, posted: dict[str, str], value: Any
) -> None:
    row = item(desk, part)
    values.set_value(by=world.an, item=row, name=name, posted=posted, seen=row.version, mark="")
    row.refresh_from_db()
    assert row.values[name] == value
    plan_of(desk)


@pytest.mark.parametrize(
    ("part", "name", "value", "told"),
    [
        ("task", "task", "  ", "không được để trống"),
        ("target", "value", "chín mươi", "cần một số"),
        ("citation", "date", "31/02/2026", "ngày/tháng/năm"),
        ("task", "area", "sao hỏa", "Hãy chọn"),
        ("task", "mau_sac", "xanh", "không có mục"),
        ("header", "year", "nay", "số nguyên"),
    ],
)
def test_what_is_no_value_is_refused_with_a_sentence_and_nothing_is_written(
    world: World, desk: Reading, part: str, name: str, value: str, told: str
) -> None:
    row = item(desk, part)
    with pytest.raises(RuleViolation) as refused:
        typed(row, name, value, world.an)
    assert told in refused.value.sentence
    row.refresh_from_db()
    assert (row.version, Edit.objects.count()) == (1, 0)


def test_who_changed_a_value_is_kept_with_what_the_machine_had_read(
    world: World, desk: Reading
) -> None:
    row = item(desk, "task")
    typed(row, "task", "Lần một", world.an)
    row.refresh_from_db()
    typed(row, "task", "Lần hai", world.an)
    row.refresh_from_db()
    decision = row.decisions["task"]
    assert (decision["by"], decision["name"], decision["did"]) == (
        world.an.pk,
        "Nguyễn Thị An",
        "changed",
    )
    assert decision["was"] == "Xây dựng, ban hành Kế hoạch cải cách hành chính năm 2026"
    change = (
        Entry.objects.filter(verb="intake.edit").first().changes.filter(subject="intake.item").get()
    )  # type: ignore[union-attr]
    assert change.after["values"]["task"] == "Lần hai"


def test_a_deadline_typed_anew_is_understood_anew(world: World, desk: Reading) -> None:
    row = item(desk, "task")
    typed(row, "deadline", "Trước 30/11", world.an)
    row.refresh_from_db()
    assert row.values["schedule"] == [{"kind": "by", "date": "2026-11-30", "inclusive": False}]
    typed(row, "deadline", "", world.an)
    row.refresh_from_db()
    assert (row.values["deadline"], row.values["schedule"]) == (None, [])


@pytest.mark.parametrize(
    ("posted", "schedule"),
    [
        (
            {"kind": "by", "date": "30/11/2026"},
            {"kind": "by", "date": "2026-11-30", "inclusive": True},
        ),
        (
            {"kind": "by", "date": "30/11/2026", "bound": "before"},
            {"kind": "by", "date": "2026-11-30", "inclusive": False},
        ),
        (
            {"kind": "window", "start": "", "end": "31/12/2026", "note": "Báo cáo"},
            {"kind": "window", "start": None, "end": "2026-12-31", "note": "Báo cáo"},
        ),
        (
            {"kind": "recurring", "every": "half_year"},
            {"kind": "recurring", "every": "half_year", "dates": ["2026-06-30", "2026-12-31"]},
        ),
        (
            {"kind": "recurring", "every": "quarter", "dates": "15/3/2026\n15/6/2026"},
            {"kind": "recurring", "every": "quarter", "dates": ["2026-03-15", "2026-06-15"]},
        ),
        ({"kind": "continuous"}, {"kind": "continuous"}),
        (
            {"kind": "conditional", "trigger": "Khi UBND tỉnh giao"},
            {"kind": "conditional", "trigger": "Khi UBND tỉnh giao"},
        ),
    ],
    ids=lambda value: value["kind"],
)
def test_a_deadline_is_set_by_choosing_and_its_words_stay(
    world: World, desk: Reading, posted: dict[str, str], schedule: dict[str, Any]
) -> None:
    row = item(desk, "task")
    values.choose_schedule(by=world.an, item=row, posted=posted, seen=row.version, mark="")
    row.refresh_from_db()
    assert (row.values["deadline"], row.values["schedule"]) == ("Tháng 01/2026", [schedule])
    beside = {"kind": "continuous", "beside": "1"}
    values.choose_schedule(by=world.an, item=row, posted=beside, seen=row.version, mark="")
    row.refresh_from_db()
    assert row.values["schedule"] == [schedule, {"kind": "continuous"}]


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"kind": "by"},
        {"kind": "window", "start": "2/2/2026", "end": "1/1/2026"},
        {"kind": "recurring", "every": "giờ"},
        {"kind": "conditional"},
    ],
)
def test_a_choice_that_lacks_something_is_refused(
    world: World, desk: Reading, posted: dict[str, str]
) -> None:
    row = item(desk, "task")
    with pytest.raises(RuleViolation):
        values.choose_schedule(by=world.an, item=row, posted=posted, seen=1, mark="")


def test_another_plan_year_moves_the_deadlines_that_nobody_has_set(
    world: World, desk: Reading
) -> None:
    own = item(desk, "task", 1)
    values.accept(by=world.an, item=own, name="deadline", seen=1, mark="")
    typed(item(desk, "header"), "year", "2027", world.an)
    desk.refresh_from_db()
    assert desk.year == 2027
    assert item(desk, "task", 1).values["schedule"][0]["date"] == "2026-02-15"
    assert item(desk, "task", 4).values["schedule"][-1]["date"] == "2027-12-10"
    editing.undo(by=world.an, reading=desk)
    desk.refresh_from_db()
    assert desk.year == 2026
    assert item(desk, "task", 4).values["schedule"][-1]["date"] == "2026-12-10"


def test_accepting_closes_the_question_and_says_who(world: World, read: Any, shared: Any) -> None:
    reading = read(shared / "reading" / "plans" / "dong_thap_2020.txt")
    asked = open_questions(reading)
    first = next(question for question in asked if question.kind == "doubt")
    row = Item.objects.select_related("reading__office").get(pk=first.item)
    values.accept(by=world.an, item=row, name=first.field, seen=row.version, mark="")
    assert len(open_questions(reading)) == len(asked) - 1
    row.refresh_from_db()
    assert row.decisions[first.field]["did"] == "accepted"
    values.accept_item(by=world.an, item=row, seen=row.version, only_certain=True)
    certain = {q.field for q in open_questions(reading) if q.item == row.pk}
    assert certain == {q.field for q in asked if q.item == row.pk} - {first.field}
    row.refresh_from_db()
    values.accept_item(by=world.an, item=row, seen=row.version, only_certain=False)
    assert {q.kind for q in open_questions(reading) if q.item == row.pk} <= {"name"}


def test_rows_are_added_removed_split_joined_and_moved(world: World, desk: Reading) -> None:
    an = world.an
    first = item(desk, "task")
    made = rows.add_row(by=an, reading=desk, part="task", text="Việc mới", after=first)
    assert item(desk, "task", 1) == made
    assert (made.values["area"], made.values["group"]) == ("leadership", first.values["group"])
    rows.move_row(by=an, item=made, up=True, seen=made.version)
    assert item(desk, "task", 0) == made
    made.refresh_from_db()
    split = rows.split_row(by=an, item=made, lines="Việc a\n\nViệc b\nViệc c", seen=made.version)
    assert [item(desk, "task", n).values["task"] for n in range(4)] == [
        "Việc a",
        "Việc b",
        "Việc c",
        "Xây dựng, ban hành Kế hoạch cải cách hành chính năm 2026",
    ]
    joined = rows.join_rows(by=an, item=item(desk, "task", 2), seen=split[2].version)
    assert joined.values["task"].startswith("Việc c Xây dựng")
    assert joined.values["outputs"] == ["Kế hoạch"]
    assert joined.values["schedule"] == [
        {"kind": "window", "start": "2026-01-01", "end": "2026-01-31"}
    ]
    moved = rows.move_to_area(by=an, item=split[1], area="public_finance", seen=split[1].version)
    tasks = [task.task for task in plan_of(desk).tasks if task.area == "public_finance"]
    assert tasks[-1] == "Việc b"
    assert moved.values["group"] == "CẢI CÁCH TÀI CHÍNH CÔNG"
    rows.remove_row(by=an, item=split[0], seen=item(desk, "task", 0).version)
    assert "Việc a" not in [task.task for task in plan_of(desk).tasks]


@pytest.mark.parametrize("part", ["citation", "section", "target", "window"])
def test_a_row_may_be_added_to_every_list(world: World, desk: Reading, part: str) -> None:
    made = rows.add_row(by=world.an, reading=desk, part=part, text="Dòng mới")
    assert list(Item.objects.filter(reading=desk, part=part).order_by("place"))[-1] == made
    plan_of(desk)


def test_the_header_and_the_ends_of_a_list_stay(world: World, desk: Reading) -> None:
    for act in (
        lambda: rows.remove_row(by=world.an, item=item(desk, "header"), seen=1),
        lambda: rows.move_row(by=world.an, item=item(desk, "task"), up=True, seen=1),
        lambda: rows.move_row(by=world.an, item=item(desk, "task", 34), up=False, seen=1),
        lambda: rows.join_rows(by=world.an, item=item(desk, "task", 34), seen=1),
        lambda: rows.split_row(by=world.an, item=item(desk, "task"), lines="một", seen=1),
        lambda: rows.add_row(by=world.an, reading=desk, part="header", text="hai"),
        lambda: rows.add_row(by=world.an, reading=desk, part="task", text=" "),
    ):
        with pytest.raises(RuleViolation):
            act()


def test_undo_takes_back_any_number_of_steps_to_the_first(world: World, desk: Reading) -> None:
    an = world.an
    before = {row.pk: side_of(row) for row in desk.items.all()}
    first = item(desk, "task")
    typed(first, "task", "Khác", an)
    rows.split_row(by=an, item=item(desk, "task", 1), lines="Một\nHai", seen=1)
    rows.join_rows(by=an, item=item(desk, "task", 3), seen=1)
    rows.move_row(by=an, item=item(desk, "task", 5), up=False, seen=1)
    rows.remove_row(by=an, item=item(desk, "task", 8), seen=1)
    values.accept_item(by=an, item=item(desk, "target"), seen=1, only_certain=False)
    for _ in range(6):
        editing.undo(by=an, reading=desk)
    after = {row.pk: side_of(row) for row in desk.items.all() if row.pk in before}
    assert after == before
    assert all(row.is_removed for row in desk.items.exclude(pk__in=before))
    with pytest.raises(RuleViolation) as refused:
        editing.undo(by=an, reading=desk)
    assert "không có gì để hoàn tác" in refused.value.sentence


def test_undo_does_not_throw_away_what_another_did_since(
    world: World, desk: Reading, khanh: User
) -> None:
    typed(item(desk, "task"), "task", "Của An", world.an)
    typed(item(desk, "task"), "budget", "Của Khánh", khanh)
    typed(item(desk, "task", 1), "task", "Khánh sửa dòng khác", khanh)
    with pytest.raises(RuleViolation) as refused:
        editing.undo(by=world.an, reading=desk)
    assert "Lý Quốc Khánh" in refused.value.sentence
    assert item(desk, "task").values["budget"] == "Của Khánh"
    assert last_edit(desk, khanh).summary.startswith("Sửa «Nhiệm vụ»")  # type: ignore[union-attr]


def test_the_second_of_two_at_one_value_is_told_and_nothing_is_overwritten(
    world: World, desk: Reading, khanh: User
) -> None:
    seen_by_both = item(desk, "task")
    typed(seen_by_both, "task", "Của An", world.an)
    stale = Item.objects.select_related("reading__office").get(pk=seen_by_both.pk)
    stale.version = 1
    with pytest.raises(ChangedMeanwhile):
        values.set_value(
            by=khanh,
            item=stale,
            name="task",
            posted={"value": "Của Khánh"},
            seen=1,
            mark=mark_of("Xây dựng, ban hành Kế hoạch cải cách hành chính năm 2026"),
        )
    assert item(desk, "task").values["task"] == "Của An"
    assert Edit.objects.count() == 1


def test_two_at_two_values_of_one_row_do_not_disturb_each_other(
    world: World, desk: Reading, khanh: User
) -> None:
    seen_by_both = item(desk, "task")
    typed(seen_by_both, "task", "Của An", world.an)
    values.set_value(
        by=khanh,
        item=seen_by_both,
        name="budget",
        posted={"value": "10 triệu đồng"},
        seen=1,
        mark=mark_of(None),
    )
    row = item(desk, "task")
    assert (row.values["task"], row.values["budget"]) == ("Của An", "10 triệu đồng")
    assert [name for name, _ in others_lately(desk, world.an, now())] == ["Lý Quốc Khánh"]
    assert [name for name, _ in others_lately(desk, khanh, now())] == ["Nguyễn Thị An"]


def test_a_row_that_another_took_out_is_not_edited(
    world: World, desk: Reading, khanh: User
) -> None:
    row = item(desk, "task")
    rows.remove_row(by=khanh, item=row, seen=1)
    with pytest.raises(ChangedMeanwhile):
        typed(row, "task", "Khác", world.an)


def test_only_a_desk_that_is_ready_is_edited(world: World, desk: Reading) -> None:
    row = item(desk, "task")
    Reading.objects.filter(pk=desk.pk).update(state=Reading.State.CONFIRMED)
    with pytest.raises(Forbidden) as refused:
        typed(row, "task", "Khác", world.an)
    assert "đã được xác nhận" in refused.value.sentence
    with pytest.raises(Forbidden):
        editing.undo(by=world.an, reading=desk)
