"""Names of organisations: where one begins, and its form in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.organisations import begins_authority, in_running_form
from cchc.reading.units import is_unit_name

NAMES = {
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ": "Sở Khoa học và Công nghệ",
    "SỞ NỘI VỤ": "Sở Nội vụ",
    "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH": "Sở Văn hóa, Thể thao và Du lịch",
    "UBND TỈNH MẪU": "UBND tỉnh Mẫu",
    "ỦY BAN NHÂN DÂN TỈNH MẪU": "Ủy ban nhân dân tỉnh Mẫu",
    "UBND THÀNH PHỐ ĐÔNG THÀNH": "UBND thành phố Đông Thành",
    "ỦY BAN NHÂN DÂN XÃ BÌNH MINH": "Ủy ban nhân dân xã Bình Minh",
    "BỘ XÂY DỰNG": "Bộ Xây dựng",
    "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG": "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "Sở Tư pháp": "Sở Tư pháp",
    "UBND": "UBND",
    "": "",
}


@pytest.mark.parametrize(("printed", "name"), NAMES.items(), ids=NAMES)
def test_a_name_in_capitals_takes_its_form_in_running_text(printed: str, name: str) -> None:
    assert in_running_form(printed) == name


def test_the_form_that_the_document_itself_prints_goes_first() -> None:
    text = "Giao Cục Quản lý Nhà tham mưu."
    assert in_running_form("CỤC QUẢN LÝ NHÀ", text) == "Cục Quản lý Nhà"


@pytest.mark.parametrize(
    "line", ["UBND TỈNH MẪU", "Sở Xây dựng", "Cục Thuế", "Ban Quản lý Khu công nghiệp", "BỘ Y TẾ"]
)
def test_the_head_word_begins_an_authority(line: str) -> None:
    assert begins_authority(line)


@pytest.mark.parametrize("line", ["Số: 15", "TỈNH MẪU", "Kế hoạch", ""])
def test_another_word_does_not(line: str) -> None:
    assert not begins_authority(line)


@pytest.mark.parametrize(
    "title",
    [
        "Văn phòng Sở",
        "Phòng Kế hoạch - Tài chính",
        "Các phòng, đơn vị",
        "Giao Thanh tra Sở",
        "Sở Y tế",
    ],
)
def test_a_heading_may_name_a_unit(title: str) -> None:
    assert is_unit_name(title)


@pytest.mark.parametrize(
    "title", ["Cải cách thể chế", "Tổ chức bộ máy", "Số hóa hồ sơ", "Văn phòng Sở " * 10, ""]
)
def test_a_heading_of_work_names_none(title: str) -> None:
    assert not is_unit_name(title)


@given(st.text(max_size=60))
def test_any_name_has_a_form_of_as_many_words(name: str) -> None:
    assert len(in_running_form(name).split()) == len(name.split())
