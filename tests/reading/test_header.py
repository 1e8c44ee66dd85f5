"""Letterhead, title and closing → the header of the plan."""

from __future__ import annotations

import pytest

from cchc.documents.model import Block
from cchc.plan.model import Header, PartialDate, Signer
from cchc.reading.header import read_header
from cchc.reading.parts import split_parts
from tests.reading.making import (
    CLOSING,
    HEAD,
    LETTERHEAD,
    OPENING,
    TITLE,
    document,
    plan_document,
    table,
)

ROW = ("1", "Rà soát văn bản", "Văn phòng Sở", "", "Báo cáo", "Quý I")


def header(*blocks: str | Block) -> Header:
    return read_header(split_parts([document(*blocks)]), " ".join(map(str, blocks)))


def with_head(*lines: str) -> Header:
    return header(*lines, *TITLE, OPENING, "I. MỤC ĐÍCH", *CLOSING)


def titled(*lines: str) -> Header:
    return header(*LETTERHEAD, *lines, OPENING, "I. MỤC ĐÍCH", *CLOSING)


def test_all_of_a_header_is_read() -> None:
    found = read_header(split_parts([plan_document("I. MỤC ĐÍCH")]), OPENING)
    assert found == Header(
        parent_authority="UBND tỉnh Mẫu",
        issuer="Sở Xây dựng",
        number="15",
        symbol="KH-SXD",
        place="Mẫu",
        date=PartialDate(2026, 1, 12),
        doc_type="Kế hoạch",
        subject="Cải cách hành chính năm 2026 của Sở Xây dựng",
        year=2026,
        signer=Signer(None, "Giám đốc", "Trần Văn Mẫu"),
        recipients=("Sở Nội vụ (báo cáo)", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP"),
    )
    assert {"number", "symbol", "place", "date", "issuer", "subject", "signer"} <= set(found.traces)


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 15/KH-SXD", "15", "KH-SXD"),
        ("Số:      /KH-SXD", None, "KH-SXD"),
        ("Số: .... /KH-UBND", None, "KH-UBND"),
        ("Số 07/KH - UBND", "07", "KH-UBND"),
        ("Số:15/KH-SKH&CN", "15", "KH-SKH&CN"),
        ("15/KH-SXD", "15", "KH-SXD"),
        ("SỐ: 15/KH-SXD", "15", "KH-SXD"),
    ],
)
def test_a_number_left_blank_is_none(line: str, number: str | None, symbol: str) -> None:
    found = with_head(*LETTERHEAD[:4], line, LETTERHEAD[5])
    assert (found.number, found.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Mẫu, ngày 12 tháng 01 năm 2026", "Mẫu", PartialDate(2026, 1, 12)),
        ("Đông Thành, ngày     tháng 01 năm 2026", "Đông Thành", PartialDate(2026, 1, None)),
        ("Mẫu, ngày    tháng    năm 2026", "Mẫu", PartialDate(2026, None, None)),
        ("Mẫu, ngày ... tháng ... năm 2026", "Mẫu", PartialDate(2026, None, None)),
        ("Thành phố Mẫu, ngày 5 tháng 12 năm 2025", "Thành phố Mẫu", PartialDate(2025, 12, 5)),
    ],
)
def test_parts_of_a_date_left_blank_are_none(line: str, place: str, date: PartialDate) -> None:
    found = with_head(*LETTERHEAD[:5], line)
    assert (found.place, found.date) == (place, date)


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        (("UBND TỈNH MẪU", "SỞ NỘI VỤ"), "UBND tỉnh Mẫu", "Sở Nội vụ"),
        (("ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"), None, "Ủy ban nhân dân xã Bình Minh"),
        (
            ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "CHI CỤC TIÊU CHUẨN", "ĐO LƯỜNG CHẤT LƯỢNG"),
            "Sở Khoa học và Công nghệ",
            "Chi cục Tiêu chuẩn Đo lường Chất lượng",
        ),
        (("BỘ XÂY DỰNG", "CỤC QUẢN LÝ NHÀ"), "Bộ Xây dựng", "Cục Quản lý nhà"),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, tuple) else str(value),
)
def test_names_in_capitals_take_the_form_of_running_text(
    lines: tuple[str, ...], parent: str | None, issuer: str
) -> None:
    found = header(
        *lines,
        *LETTERHEAD[2:],
        *TITLE[:1],
        "Cải cách hành chính năm 2026",
        f"Thực hiện chỉ đạo của tỉnh, {issuer} ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH",
    )
    assert (found.parent_authority, found.issuer) == (parent, issuer)


@pytest.mark.parametrize(
    ("lines", "doc_type", "subject"),
    [
        (
            ("KẾ HOẠCH", "Cải cách hành chính năm 2026"),
            "Kế hoạch",
            "Cải cách hành chính năm 2026",
        ),
        (
            ("KẾ HOẠCH", "Cải cách hành chính", "năm 2026 của Sở Xây dựng"),
            "Kế hoạch",
            "Cải cách hành chính năm 2026 của Sở Xây dựng",
        ),
        (
            ("KẾ HOẠCH Cải cách hành chính năm 2026",),
            "Kế hoạch",
            "Cải cách hành chính năm 2026",
        ),
        (
            ("CHƯƠNG TRÌNH", "Cải cách hành chính năm 2026"),
            "Chương trình",
            "Cải cách hành chính năm 2026",
        ),
        (("QUYẾT ĐỊNH", "Về cải cách hành chính năm 2026"), "Quyết định", None),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, tuple) else str(value),
)
def test_the_type_and_subject_are_the_title(
    lines: tuple[str, ...], doc_type: str, subject: str | None
) -> None:
    found = titled(*lines)
    assert found.doc_type == doc_type
    assert subject is None or found.subject == subject


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Cải cách hành chính năm 2027 của Sở Xây dựng", 2027),
        ("Cải cách hành chính 6 tháng cuối năm 2026", 2026),
        ("Cải cách hành chính của Sở Xây dựng", 2026),
    ],
)
def test_the_plan_year_is_the_one_of_the_subject_else_of_the_date(subject: str, year: int) -> None:
    assert titled("KẾ HOẠCH", subject).year == year


def test_without_a_letterhead_only_the_issuer_may_come_from_the_text() -> None:
    found = header(*TITLE, "Sở Xây dựng tỉnh Mẫu ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH")
    assert found.issuer is not None
    assert found.issuer.startswith("Sở Xây dựng")
    assert (found.parent_authority, found.symbol, found.place) == (None, None, None)
    assert found.date == PartialDate()


@pytest.mark.parametrize(
    ("line", "number", "symbol", "date"),
    [
        (
            "(Kèm theo Kế hoạch số 15/KH-SXD ngày 12 tháng 01 năm 2026 của Sở Xây dựng)",
            "15",
            "KH-SXD",
            PartialDate(2026, 1, 12),
        ),
        (
            "(Ban hành kèm theo Kế hoạch số 15/KH-SXD ngày 12/01/2026 của Sở Xây dựng)",
            "15",
            "KH-SXD",
            PartialDate(2026, 1, 12),
        ),
        (
            "(Kèm theo Kế hoạch số     /KH-SXD ngày    tháng 01 năm 2026 của Sở Xây dựng)",
            None,
            "KH-SXD",
            PartialDate(2026, 1, None),
        ),
    ],
)
def test_an_appendix_on_its_own_says_of_which_document_it_is_part(
    line: str, number: str | None, symbol: str, date: PartialDate
) -> None:
    found = header("PHỤ LỤC", "NHIỆM VỤ NĂM 2026", line, table(HEAD, ROW))
    assert (found.doc_type, found.number, found.symbol) == ("Kế hoạch", number, symbol)
    assert found.date == date
    assert found.issuer == "Sở Xây dựng"
    assert found.subject is None
    assert found.year == 2026
