"""The workbook of units and people: checked first, entered whole or not at all."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.organisation.actions.importing import check_register, enter_register
from cchc.web.organisation.actions.positions import PositionFacts, add_position
from cchc.web.organisation.actions.units import UnitFacts, add_unit
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.organisation.register_layout import COLUMNS, MOST_BYTES, Sheet
from cchc.web.organisation.standing import forget_standing
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
Rows = Sequence[Sequence[Any]]
UNIT = ("TTCNS", "Trung tâm Công nghệ số", "", "Đơn vị sự nghiệp công lập", "Sở Tư pháp", None, 5)
PERSON = ("moi.nv", "Nguyễn Văn Mới", "moi@tinhmau.gov.vn", "0912 345 678", "TTCNS", "Chuyên viên")


def workbook(units: Rows = (), people: Rows = ()) -> bytes:
    book = Workbook()
    for place, (sheet, rows) in enumerate(((Sheet.UNITS, units), (Sheet.PEOPLE, people))):
        page: Any = book.active if place == 0 else book.create_sheet()
        page.title = sheet.value
        page.append([column.heading for column in COLUMNS[sheet]])
        for row in rows:
            page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def enter(by: User, data: bytes) -> None:
    plan = check_register(by=by, data=data)
    assert not plan.register.faults
    enter_register(by=by, data=data, fingerprint=plan.fingerprint, name="tep.xlsx")


def exported(browser: Client) -> bytes:
    return bytes(browser.get(reverse("organisation:export")).content)


def cells(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(data))
    return {sheet.value: list(book[sheet.value].iter_rows(values_only=True)) for sheet in Sheet}


def test_a_check_writes_nothing_and_entering_writes_all_in_one_act(world: World) -> None:
    data = workbook([UNIT], [PERSON])
    before = Unit.objects.count(), User.objects.count(), Entry.objects.count()
    plan = check_register(by=world.quynh, data=data)
    assert (len(plan.new_units), len(plan.new_people), len(plan.new_positions)) == (1, 1, 1)
    assert (Unit.objects.count(), User.objects.count(), Entry.objects.count()) == before
    enter(world.quynh, data)
    unit = Unit.objects.get(code="TTCNS")
    assert unit.parent == world.justice and unit.path == f"{world.justice.path}{unit.pk}/"
    made = User.objects.get(username="moi.nv")
    assert not made.has_usable_password()
    held = Position.objects.get(user=made)
    assert (held.unit, held.role, held.valid_from) == (unit, Role.STAFF, TODAY)
    assert Entry.objects.count() == before[2] + 1


def test_the_same_workbook_again_changes_nothing(world: World) -> None:
    data = workbook([UNIT], [PERSON])
    enter(world.quynh, data)
    assert check_register(by=world.quynh, data=data).changes_nothing


def test_what_is_exported_is_read_back_as_the_same(world: World, signed_in: SignedIn) -> None:
    facts = UnitFacts(kind=UnitKind.DIVISION, name="=CMD()|Phòng '1")
    for parent in (world.justice, world.home_affairs):
        add_unit(by=world.quynh, parent=parent, facts=facts)
    second = PositionFacts(role=Role.INSPECTOR, title="+84 Thanh tra", valid_from=TODAY)
    add_position(by=world.quynh, user=world.chau, unit=world.justice, facts=second)
    data = exported(signed_in(world.quynh))
    plan = check_register(by=world.quynh, data=data)
    assert plan.register.faults == []
    assert plan.changes_nothing
    assert plan.same == Unit.objects.count() + Position.objects.count()


def test_an_export_read_into_an_empty_office_makes_the_same_export(
    world: World, signed_in: SignedIn
) -> None:
    data = exported(signed_in(world.quynh))
    before = cells(data)
    Position.objects.exclude(user=world.quynh).delete()
    Entry.objects.update(by=None)
    User.objects.exclude(pk=world.quynh.pk).delete()
    for unit in Unit.objects.exclude(parent=None).order_by("-path"):
        unit.delete()
    forget_standing(world.quynh)
    enter(world.quynh, data)
    forget_standing(world.quynh)
    after = cells(exported(signed_in(world.quynh)))
    for sheet in before:
        assert sorted(map(str, after[sheet])) == sorted(map(str, before[sheet]))


def test_no_cell_of_an_export_is_a_formula(world: World, signed_in: SignedIn) -> None:
    for name in ("=1+1", "+A1", "-2", "@x"):
        facts = UnitFacts(kind=UnitKind.OTHER, name=name, short_name=name, code=name)
        add_unit(by=world.quynh, parent=world.justice, facts=facts)
    book = load_workbook(io.BytesIO(exported(signed_in(world.quynh))))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix


FAULTS: dict[str, tuple[Rows, Rows, str, str]] = {
    "no name": ([("A", "", "", "Chi cục", "Sở Tư pháp")], [], "B2", "Chưa ghi"),
    "kind": ([("A", "Phòng A", "", "Phòng ban", "Sở Tư pháp")], [], "D2", "không có trong danh"),
    "parent": ([("A", "Phòng A", "", "Chi cục", "Sở Lạ")], [], "E2", "Không có đơn vị"),
    "no parent": ([("A", "Phòng A", "", "Chi cục", "")], [], "E2", "phải ghi đơn vị cấp trên"),
    "day": ([("A", "P", "", "Chi cục", "Sở Tư pháp", "31/02/2026")], [], "F2", "không phải là"),
    "code twice": (
        [("A", "P", "", "Chi cục", "Sở Tư pháp"), ("a", "Q", "", "Chi cục", "Sở Tư pháp")],
        [],
        "A3",
        "Trùng với dòng 2",
    ),
    "circle": (
        [("A", "Phòng A", "", "Chi cục", "B"), ("B", "Phòng B", "", "Chi cục", "A")],
        [],
        "E2",
        "dưới chính nó",
    ),
    "same name": (
        [("A", "Phòng A", "", "Chi cục", "STP"), ("B", "Phòng A", "", "Chi cục", "STP")],
        [],
        "B3",
        "cùng tên",
    ),
    "username": ([], [("Nguyễn An", "A", "", "", "STP", "Chuyên viên")], "A2", "chỉ được gồm"),
    "email": ([], [("a1", "A", "khong", "", "STP", "Chuyên viên")], "C2", "thư điện tử"),
    "unit": ([], [("a1", "A", "", "", "Nơi khác", "Chuyên viên")], "E2", "Không có đơn vị"),
    "role": ([], [("a1", "A", "", "", "STP", "Trùm")], "F2", "không có trong danh sách"),
    "two names": (
        [],
        [
            ("a1", "Lê A", "", "", "STP", "Chuyên viên"),
            ("a1", "Lê B", "", "", "STP", "Người xem"),
        ],
        "B3",
        "tên khác",
    ),
    "cover": (
        [],
        [("a1", "Lê A", "", "", "STP", "Chuyên viên", "", "làm thay khi nghỉ")],
        "H2",
        "Thay cho",
    ),
    "stands for nobody": (
        [],
        [("a1", "Lê A", "", "", "STP", "Chuyên viên", "", "", "khong.co")],
        "I2",
        "Không có người",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_each_fault_is_told_by_sheet_row_and_cell_and_nothing_is_entered(
    world: World, case: str
) -> None:
    units, people, cell, words = FAULTS[case]
    plan = check_register(by=world.quynh, data=workbook(units, people))
    found = [(fault.cell, fault.sentence) for fault in plan.register.faults]
    assert any(at == cell and words in sentence for at, sentence in found), found


def test_a_unit_is_not_renamed_by_a_workbook(world: World) -> None:
    enter(world.quynh, workbook([UNIT]))
    other = (UNIT[0], "Trung tâm Khác", *UNIT[2:])
    plan = check_register(by=world.quynh, data=workbook([other]))
    assert "Đổi tên" in plan.register.faults[0].sentence


def test_a_unit_that_the_workbook_sets_elsewhere_moves_with_all_below_it(world: World) -> None:
    enter(world.quynh, workbook([UNIT, ("P1", "Phòng 1", "", "Chi cục", "TTCNS")]))
    enter(world.quynh, workbook([(*UNIT[:4], "SKHCN", None, None)]))
    unit, below = Unit.objects.get(code="TTCNS"), Unit.objects.get(code="P1")
    assert unit.parent == world.department
    assert below.path == f"{world.department.path}{unit.pk}/{below.pk}/"


def test_an_administrator_of_a_part_enters_nothing_outside_it(world: World) -> None:
    facts = PositionFacts(role=Role.ADMINISTRATOR, valid_from=TODAY)
    add_position(by=world.quynh, user=world.binh, unit=world.department, facts=facts)
    forget_standing(world.binh)
    outside = workbook([UNIT], [(*PERSON[:4], "SKHCN", "Chuyên viên")])
    plan = check_register(by=world.binh, data=outside)
    assert ["Bạn không quản trị" in fault.sentence for fault in plan.register.faults] == [True]
    taken = workbook([], [("dung", "Phạm Anh Dũng", "", "", "SKHCN", "Chuyên viên")])
    plan = check_register(by=world.binh, data=taken)
    assert "cơ quan khác" in plan.register.faults[0].sentence


def test_the_last_administrator_is_not_ended_by_a_workbook(world: World) -> None:
    row = ("quynh", "Bùi Như Quỳnh", "", "", "Tỉnh Mẫu", "Quản trị", "", "", "", None, "31/12/2026")
    data = workbook([], [row])
    plan = check_register(by=world.quynh, data=data)
    with pytest.raises(Exception, match="last_administrator"):
        enter_register(by=world.quynh, data=data, fingerprint=plan.fingerprint, name="x")
    assert Position.objects.get(user=world.quynh).valid_to is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "hỏng"),
        (b"khong phai excel", "hỏng"),
        (b"PK\x03\x04" + b"\0" * 200, "hỏng"),
        (b"x" * (MOST_BYTES + 1), "vượt giới hạn"),
    ],
    ids=("empty", "text", "broken", "too large"),
)
def test_what_is_no_workbook_is_told_in_a_sentence(world: World, data: bytes, words: str) -> None:
    (fault,) = check_register(by=world.quynh, data=data).register.faults
    assert words in fault.sentence.lower() or "không" in fault.sentence


def upload(browser: Client, data: bytes) -> Any:
    file = SimpleUploadedFile("don-vi.xlsx", data)
    return browser.post(reverse("organisation:import"), {"tep": file})


def test_through_the_web_what_was_shown_is_what_is_entered(
    world: World, signed_in: SignedIn
) -> None:
    browser = signed_in(world.quynh)
    page = upload(browser, workbook([UNIT], [PERSON]))
    assert page.status_code == 200 and "Trung tâm Công nghệ số" in page.content.decode()
    sha256 = browser.session["organisation_checked"]["sha256"]
    enter_it = reverse("organisation:carry_out_import")
    other = browser.post(enter_it, {"sha256": "0" * 64})
    assert other.status_code == 422 and not Unit.objects.filter(code="TTCNS").exists()
    done = browser.post(enter_it, {"sha256": sha256}, follow=True)
    assert "Đã nhập «don-vi.xlsx»: 1 đơn vị thêm mới" in done.content.decode()
    again = browser.post(enter_it, {"sha256": sha256})
    assert again.status_code == 422 and "kiểm tra lại" in again.content.decode()


def test_an_office_that_changed_since_the_check_is_shown_anew(
    world: World, signed_in: SignedIn
) -> None:
    browser = signed_in(world.quynh)
    upload(browser, workbook([UNIT], [PERSON]))
    facts = UnitFacts(kind=UnitKind.OTHER, name="Trung tâm Công nghệ số", code="TTCNS")
    add_unit(by=world.quynh, parent=world.justice, facts=facts)
    sha256 = browser.session["organisation_checked"]["sha256"]
    page = browser.post(reverse("organisation:carry_out_import"), {"sha256": sha256})
    assert page.status_code == 422
    assert "Dữ liệu đã thay đổi" in page.content.decode()
    assert not User.objects.filter(username="moi.nv").exists()


def test_a_faulty_upload_cannot_be_entered(world: World, signed_in: SignedIn) -> None:
    browser = signed_in(world.quynh)
    page = upload(browser, workbook([("A", "", "", "Chi cục", "STP")]))
    assert page.status_code == 422 and "B2" in page.content.decode()
    assert "organisation_checked" not in browser.session


def test_the_sample_has_both_sheets_with_lists_and_notes(world: World, signed_in: SignedIn) -> None:
    data = bytes(signed_in(world.quynh).get(reverse("organisation:sample")).content)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Đơn vị", "Người", "Hướng dẫn"]
    rules = book["Người"].data_validations.dataValidation
    assert sum(rule.type == "list" for rule in rules) == 2
    assert all(rule.prompt for rule in rules)
    plan = check_register(by=world.quynh, data=data)
    assert plan.changes_nothing and not plan.register.faults


def test_a_coordinator_may_not_enter_a_workbook(world: World, signed_in: SignedIn) -> None:
    assert upload(signed_in(world.an), workbook([UNIT])).status_code == 403


def _with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with one part of its archive changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            part = old.read(member)
            new.writestr(member, change(part) if member == name else part)
    return out.getvalue()


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing(world: World) -> None:
    book = Workbook()
    page: Any = book.active
    page.title = Sheet.UNITS.value
    page["XFD1048576"] = "x"
    out = io.BytesIO()
    book.save(out)
    began = time.perf_counter()
    plan = check_register(by=world.quynh, data=out.getvalue())
    assert time.perf_counter() - began < 2
    assert plan.register.faults


def test_a_workbook_with_entities_of_its_own_is_not_opened(world: World) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    data = _with_part(workbook([UNIT]), "xl/workbook.xml", lambda part: bomb + part)
    (fault,) = check_register(by=world.quynh, data=data).register.faults
    assert fault.sheet == ""
