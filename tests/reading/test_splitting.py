"""Cells with several units or products → one text each (interchange format, «Splitting»)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.reading.splitting import (
    begins_like_unit,
    holds_a_unit,
    holds_several_units,
    looks_like_product,
    looks_like_unit,
    split_products,
    split_units,
)

UNITS = {
    "Văn phòng Sở": ("Văn phòng Sở",),
    "Văn phòng Sở; Thanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "Văn phòng Sở, Thanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "Văn phòng Sở\nThanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "- Văn phòng Sở\n- Thanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "- Văn phòng Sở - Thanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "Văn phòng Sở/Thanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "Văn phòng Sở Phòng Pháp chế": ("Văn phòng Sở", "Phòng Pháp chế"),
    "Văn phòng Sở và Phòng Pháp chế": ("Văn phòng Sở", "Phòng Pháp chế"),
    "Phòng Kế hoạch - Tài chính": ("Phòng Kế hoạch - Tài chính",),
    "Phòng Kế hoạch - Tài chính, Thanh tra Sở": ("Phòng Kế hoạch - Tài chính", "Thanh tra Sở"),
    "Phòng Văn hóa\n- Xã hội": ("Phòng Văn hóa - Xã hội",),
    "Sở Văn hóa, Thể thao và Du lịch": ("Sở Văn hóa, Thể thao và Du lịch",),
    "Các phòng, đơn vị": ("Các phòng, đơn vị",),
    "Các phòng, đơn vị thuộc Sở": ("Các phòng, đơn vị thuộc Sở",),
    "Các phòng chuyên môn, các đơn vị trực thuộc Sở": (
        "Các phòng chuyên môn",
        "các đơn vị trực thuộc Sở",
    ),
    "Văn phòng HĐND và UBND": ("Văn phòng HĐND và UBND",),
    "Trưởng phòng Nội vụ": ("Trưởng phòng Nội vụ",),
    "Chánh Văn phòng; Trưởng các phòng": ("Chánh Văn phòng", "Trưởng các phòng"),
    "UBND các xã, phường": ("UBND các xã, phường",),
    "Sở Nội vụ (Phòng Cải cách hành chính)": ("Sở Nội vụ (Phòng Cải cách hành chính)",),
    "VP, TTr, P.QLXD": ("VP", "TTr", "P.QLXD"),
    "Công chức Tư pháp - Hộ tịch": ("Công chức Tư pháp - Hộ tịch",),
    "Bộ phận Một cửa;": ("Bộ phận Một cửa",),
    "a) Văn phòng Sở\nb) Thanh tra Sở": ("Văn phòng Sở", "Thanh tra Sở"),
    "": (),
    " - ": (),
}


@pytest.mark.parametrize(("cell", "units"), UNITS.items(), ids=map(repr, UNITS))
def test_units_of_a_cell_are_parted(cell: str, units: tuple[str, ...]) -> None:
    assert split_units(cell) == units


PRODUCTS = {
    "Báo cáo": ("Báo cáo",),
    "Kế hoạch; báo cáo.": ("Kế hoạch", "báo cáo"),
    "Kế hoạch, báo cáo": ("Kế hoạch", "báo cáo"),
    "- Kế hoạch của Sở;\n- Báo cáo kết quả.": ("Kế hoạch của Sở", "Báo cáo kết quả"),
    "- Kế hoạch - Báo cáo": ("Kế hoạch", "Báo cáo"),
    "+ Kế hoạch\n+ Báo cáo": ("Kế hoạch", "Báo cáo"),
    "Kế hoạch/Báo cáo": ("Kế hoạch", "Báo cáo"),
    "Kế hoạch Báo cáo": ("Kế hoạch", "Báo cáo"),
    "Tờ trình Dự thảo Quyết định": ("Tờ trình", "Dự thảo Quyết định"),
    "Quyết định ban hành Quy chế": ("Quyết định ban hành Quy chế",),
    "Báo cáo về Kế hoạch năm": ("Báo cáo về Kế hoạch năm",),
    "Hội nghị tập huấn/bồi dưỡng": ("Hội nghị tập huấn/bồi dưỡng",),
    "Báo cáo tháng,\nquý, năm": ("Báo cáo tháng, quý, năm",),
    "Danh mục thủ tục (kể cả liên thông; đặc thù)": (
        "Danh mục thủ tục (kể cả liên thông; đặc thù)",
    ),
    "Kế hoạch được phê\nduyệt": ("Kế hoạch được phê duyệt",),
    "1. Kế hoạch\n2. Báo cáo": ("Kế hoạch", "Báo cáo"),
    "Tin, bài": ("Tin, bài",),
    "": (),
}


@pytest.mark.parametrize(("cell", "products"), PRODUCTS.items(), ids=map(repr, PRODUCTS))
def test_products_of_a_cell_are_parted(cell: str, products: tuple[str, ...]) -> None:
    assert split_products(cell) == products


@pytest.mark.parametrize("text", ["Báo cáo quý", "- Kế hoạch", "100% hồ sơ", "Tờ trình"])
def test_a_product_is_known_by_its_first_word(text: str) -> None:
    assert looks_like_product(text)


@pytest.mark.parametrize("text", ["Văn phòng Sở", "Phòng Pháp chế, Thanh tra Sở", "UBND các xã"])
def test_a_text_of_units_looks_like_units(text: str) -> None:
    assert looks_like_unit(text)
    assert begins_like_unit(text)
    assert not looks_like_product(text)


@pytest.mark.parametrize(
    "text", ["Phòng", "Văn phòng Sở báo cáo", "Thường xuyên", "văn phòng", "Tổ chức tập huấn", ""]
)
def test_a_text_of_work_or_time_does_not(text: str) -> None:
    assert not looks_like_unit(text)


def test_units_side_by_side_are_seen() -> None:
    assert holds_several_units("Văn phòng Sở Phòng Pháp chế")
    assert not holds_several_units("Văn phòng Sở, Phòng Pháp chế")
    assert holds_a_unit("Rà soát thủ tục Phòng Pháp chế")
    assert not holds_a_unit("Rà soát thủ tục của Phòng Pháp chế")


WORDS = st.lists(
    st.sampled_from(
        "Văn phòng Sở Phòng Pháp chế Các phòng , ; / - – + ( ) Kế hoạch Báo cáo Dự thảo Tài chính "
        "và của UBND xã a) 1. \n \n . 100%".split(" ")
    ),
    max_size=16,
).map(" ".join)


def _words(text: str) -> list[str]:
    """All words but list marks, which are taken off."""
    bare = re.sub(r"(?:^|(?<=\s))(?:[a-zđ]\)|\d{1,2}[.)])(?=\s|$)", " ", text)
    return [word for word in re.findall(r"[^\W\d_]+", bare) if len(word) > 1]


@given(WORDS)
def test_splitting_loses_and_invents_no_word(text: str) -> None:
    for split in (split_units, split_products):
        parts = split(text)
        joined = [word for part in parts for word in _words(part)]
        # «A và Phòng B»: the word that joined two units is no part of either.
        assert [w for w in joined if w != "và"] == [w for w in _words(text) if w != "và"]
        assert all(part == part.strip() and re.search(r"\w", part) for part in parts)
