"""Unit names as plans write them: what they mean, what is only suggested, what nobody guesses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.web.organisation.matching import How, KnownUnit, Match, Register, fold_name, match
from cchc.web.organisation.models import UnitKind
from tests.web.organisation.registers import (
    COLLECTIVE,
    MEANT,
    OFFICES,
    OUTSIDE,
    register_for,
)

K = UnitKind
OFFICE = KnownUnit(1, "Sở Khoa học và Công nghệ", "SKHCN", K.DEPARTMENT, 0)
UNITS = (
    OFFICE,
    KnownUnit(2, "Văn phòng Sở", "VP", K.DIVISION, 0),
    KnownUnit(3, "Thanh tra Sở", "", K.DIVISION, 0),
    KnownUnit(4, "Phòng Quản lý Công nghệ và Đổi mới sáng tạo", "P. QLCN", K.DIVISION, 0),
    KnownUnit(5, "Phòng Quản lý Khoa học", "", K.DIVISION, 0),
    KnownUnit(6, "Phòng Kế hoạch - Tài chính", "", K.DIVISION, 0),
    KnownUnit(7, "Chi cục Tiêu chuẩn Đo lường Chất lượng", "Chi cục TĐC", K.SUB_DEPARTMENT, 0),
    KnownUnit(8, "Trung tâm Kiểm định và Kiểm nghiệm", "", K.PUBLIC_SERVICE, 0),
    KnownUnit(20, "UBND tỉnh Mẫu", "", K.PROVINCE, 1),
    KnownUnit(21, "Sở Nội vụ", "SNV", K.DEPARTMENT, 1),
    KnownUnit(22, "Văn phòng UBND tỉnh", "", K.DEPARTMENT, 1),
    KnownUnit(23, "Xã Tân An", "", K.COMMUNE, 1),
    KnownUnit(24, "Xã Tân Ân", "", K.COMMUNE, 1),
)
REGISTER = Register(
    OFFICE,
    UNITS,
    {fold_name("Tổ Một cửa"): 2},
    {fold_name("Các phòng, đơn vị"): (2, 3, 4, 5, 6, 7, 8)},
)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Văn phòng Sở", 2),
        ("văn phòng sở.", 2),
        ("Văn phòng", 2),
        ("VP Sở", 2),
        ("VP", 2),
        ("Văn phòng Sở Khoa học và Công nghệ", 2),
        ("Thanh tra", 3),
        ("Phòng Quản lý Công nghệ & Đổi mới sáng tạo", 4),
        ("Phòng QLCN&ĐMST", 4),
        ("P. QLCN", 4),
        ("P.QLKH", 5),
        ("Phòng QLKH", 5),
        ("Phòng Kế hoạch, Tài chính", 6),
        ("Phòng KH-TC", 6),
        ("P. KHTC", 6),
        ("Chi cục TCĐLCL", 7),
        ("CC TĐC", 7),
        ("Chi cục Tiêu chuẩn - Đo lường - Chất lượng", 7),
        ("TT Kiểm định và Kiểm nghiệm", 8),
        ("Trung tâm KĐ&KN", 8),
        ("Sở Khoa học và Công nghệ", 1),
        ("Sở KH&CN", 1),
        ("Sở", 1),
        ("Uỷ ban nhân dân tỉnh Mẫu", 20),
        ("Văn phòng Ủy ban nhân dân tỉnh", 22),
        ("Sở Nội vụ tỉnh", 21),
        ("xã Tân An", 23),
        ("xã Tân Ân", 24),
    ],
)
def test_a_name_in_full_shortened_or_by_initials_is_its_unit(name: str, unit: int) -> None:
    found = match(name, REGISTER)
    assert (found.how, found.units) == (How.EXACT, (unit,))


def test_what_an_office_calls_a_unit_is_known_from_then_on() -> None:
    assert match("Tổ một cửa", REGISTER) == Match(How.ALIAS, (2,))
    learnt = match("CÁC PHÒNG, ĐƠN VỊ;", REGISTER)
    assert (learnt.how, learnt.units) == (How.COLLECTIVE, (2, 3, 4, 5, 6, 7, 8))


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("Các phòng", (2, 3, 4, 5, 6)),
        ("Các phòng chuyên môn", (2, 3, 4, 5, 6)),
        ("Các đơn vị trực thuộc Sở", (7, 8)),
        ("Các phòng, đơn vị thuộc Sở", (2, 3, 4, 5, 6, 7, 8)),
        ("Thủ trưởng các phòng, đơn vị", (2, 3, 4, 5, 6, 7, 8)),
        ("Các chi cục", (7,)),
        ("Các sở, ban, ngành", (21, 22)),
        ("UBND các xã, phường", ()),
        ("Các xã, phường", (23, 24)),
        ("Các đơn vị liên quan", (7, 8)),
    ],
)
def test_a_collective_name_is_a_set_that_a_person_confirms(
    name: str, units: tuple[int, ...]
) -> None:
    found = match(name, REGISTER)
    if not units:
        assert not found.is_decided
        return
    assert (found.is_collective, found.is_decided, found.units) == (True, False, units)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Trưởng phòng Quản lý Khoa học", 5),
        ("Chánh Văn phòng Sở", 2),
        ("Chánh Thanh tra", 3),
        ("Chi cục trưởng Chi cục Tiêu chuẩn Đo lường Chất lượng", 7),
        ("Giám đốc Sở", 1),
        ("Lãnh đạo Sở", 1),
        ("Phó Giám đốc Sở", 1),
        ("Giám đốc Trung tâm Kiểm định và Kiểm nghiệm", 8),
    ],
)
def test_the_post_of_a_person_is_the_unit_with_a_note(name: str, unit: int) -> None:
    found = match(name, REGISTER)
    assert (found.how, found.units) == (How.POST, (unit,))
    assert name in found.note


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Chi cục Tiêu chuẩn Đo lường Chất lươngg", 7),
        ("Phòng Kế hoạch Tài chinh", 6),
        ("Trung tâm Kiểm đinh và Kiểm nghiẹm", 8),
    ],
)
def test_a_slip_of_the_pen_far_from_all_other_names_is_understood(name: str, unit: int) -> None:
    found = match(name, REGISTER)
    assert found.is_decided
    assert found.units == (unit,)


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Phòng Quản lý Công nghệ", 4),
        ("Chi cục Đo lường Chất lượng", 7),
        ("Trung tâm Kiểm nghiệm", 8),
    ],
)
def test_a_name_that_is_only_like_a_unit_is_suggested_and_not_taken(name: str, unit: int) -> None:
    found = match(name, REGISTER)
    assert found.how is How.SUGGESTION
    assert found.suggestions[0].unit == unit
    assert all(60 <= one.score <= 100 for one in found.suggestions)


@pytest.mark.parametrize("name", ["Viettel", "Bưu điện tỉnh Mẫu", "Báo Mẫu", "Cơ quan báo chí", ""])
def test_a_name_unlike_all_units_is_not_guessed(name: str) -> None:
    assert match(name, REGISTER).how is How.UNKNOWN


def test_the_reference_plans_name_their_units_so_that_none_is_mistaken(shared: Path) -> None:
    """The measure: of single units nearly all are found without a person, and none wrongly."""
    right = asked = 0
    wrong = []
    for document in OFFICES:
        register = register_for(document)
        numbers = {unit.name: unit.pk for unit in reversed(register.units)}
        for name in _names(shared, document):
            found = match(name, register)
            if name in COLLECTIVE or name in OUTSIDE:
                if found.is_decided or (name in COLLECTIVE) != found.is_collective:
                    wrong.append((document, name, found))
                continue
            unit = numbers[MEANT.get(name, name)]
            if found.is_decided and found.units != (unit,):
                wrong.append((document, name, found))
            right += found.is_decided
            asked += not found.is_decided
    print(f"single names found: {right}, asked: {asked}, wrong: {wrong}")
    assert wrong == []
    assert right / (right + asked) >= 0.97


def _names(shared: Path, document: str) -> list[str]:
    folder = shared / "reading"
    (path,) = folder.glob(f"*/{document}.json")
    tasks = json.loads(path.read_text(encoding="utf-8"))["tasks"]
    return list(dict.fromkeys(n for task in tasks for n in (*task["lead"], *task["support"])))
