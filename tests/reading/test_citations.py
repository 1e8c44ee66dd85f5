"""Documents cited: number, type, date and issuer, with the rules of the interchange format."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.documents.model import Span
from cchc.plan.model import Citation, Header
from cchc.reading.citations import distinct, find_citations

OWN = Header(number="15", symbol="KH-SXD")


def cited(*texts: str) -> tuple[Citation, ...]:
    return distinct(find_citations([(text, Span(line=1)) for text in texts], OWN))


GOVERNMENT, PRIME_MINISTER = "Chính phủ", "Thủ tướng Chính phủ"
ONE = {
    "Quyết định số 2207/QĐ-UBND ngày 31/12/2025 của UBND tỉnh Mẫu về kế hoạch": Citation(
        "2207/QĐ-UBND", "Quyết định", date(2025, 12, 31), "UBND tỉnh Mẫu"
    ),
    "Kế hoạch số 27/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Mẫu;": Citation(
        "27/KH-UBND", "Kế hoạch", date(2026, 1, 5), "Ủy ban nhân dân tỉnh Mẫu"
    ),
    "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 về một cửa": Citation(
        "118/2025/NĐ-CP", "Nghị định", date(2025, 6, 9), GOVERNMENT
    ),
    "theo Nghị quyết số 76/NQ-CP": Citation("76/NQ-CP", "Nghị quyết", None, GOVERNMENT),
    "Quyết định số 766/QĐ-TTg": Citation("766/QĐ-TTg", "Quyết định", None, PRIME_MINISTER),
    "Chỉ thị số 07/CT-TTg": Citation("07/CT-TTg", "Chỉ thị", None, PRIME_MINISTER),
    "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương": Citation(
        "18-NQ/TW", "Nghị quyết", date(2017, 10, 25), "Ban Chấp hành Trung ương"
    ),
    "Công văn số 581/BNV-CCHC ngày 12/02/2025 của Bộ Nội vụ về báo cáo": Citation(
        "581/BNV-CCHC", "Công văn", date(2025, 2, 12), "Bộ Nội vụ"
    ),
    "Thông tư số 01/2023/TT-VPCP": Citation("01/2023/TT-VPCP", "Thông tư"),
    "Luật số 72/2025/QH15": Citation("72/2025/QH15", "Luật"),
    "số 33/NQ-HĐND (10/12/2025)": Citation("33/NQ-HĐND", "Nghị quyết", date(2025, 12, 10)),
    "Báo cáo số 9/BC-SXD ngày 31/02/2026": Citation("9/BC-SXD", "Báo cáo"),
    "Kế hoạch số 4 / KH - UBND": Citation("4/KH-UBND", "Kế hoạch"),
    "Quyết định số 5/QĐ–UBND": Citation("5/QĐ-UBND", "Quyết định"),
    "của Bộ Văn hóa, Thể thao và Du lịch tại Quyết định số 88/QĐ-BVHTTDL": Citation(
        "88/QĐ-BVHTTDL", "Quyết định"
    ),
    "Quyết định số 12/QĐ-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch về thi đua": Citation(
        "12/QĐ-BVHTTDL", "Quyết định", None, "Bộ Văn hóa, Thể thao và Du lịch"
    ),
}


@pytest.mark.parametrize(("text", "citation"), ONE.items(), ids=ONE)
def test_a_document_is_cited(text: str, citation: Citation) -> None:
    assert cited(text) == (citation,)


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 15/KH-SXD ngày 12/01/2026 của Sở Xây dựng",
        "Luật Cán bộ, công chức năm 2025",
        "tiêu chuẩn TCVN ISO 9001:2015",
        "TCVN 9001/ISO",
        "trước ngày 15/12/2026",
        "đạt 3/4 chỉ tiêu",
        "tỷ lệ 1/2",
        "tổ chức 02 đợt/năm",
        "(Kèm theo Kế hoạch số 15/KH-SXD ngày 12/01/2026 của Giám đốc Sở)",
        "(Kèm theo Kế hoạch số      /KH-SXD ngày    /01/2026)",
    ],
)
def test_laws_standards_dates_and_the_plan_itself_are_not_cited(text: str) -> None:
    assert cited(text) == ()


def test_a_closing_issuer_serves_the_whole_list_before_it() -> None:
    text = "các Quyết định số 10/QĐ-UBND, số 11/QĐ-UBND và số 12/QĐ-UBND của UBND tỉnh Mẫu"
    assert [one.issuer for one in cited(text)] == ["UBND tỉnh Mẫu"] * 3


def test_a_closing_issuer_serves_only_symbols_that_fit_it() -> None:
    text = "Quyết định số 10/QĐ-BXD và Quyết định số 11/QĐ-UBND của UBND tỉnh Mẫu"
    assert [one.issuer for one in cited(text)] == [None, "UBND tỉnh Mẫu"]


def test_a_closing_issuer_serves_only_what_commas_and_va_join() -> None:
    text = "Kế hoạch số 10/KH-UBND về thi đua. Kế hoạch số 11/KH-UBND của UBND tỉnh Mẫu"
    assert [one.issuer for one in cited(text)] == [None, "UBND tỉnh Mẫu"]


def test_a_closing_issuer_never_overrides_the_four_that_are_certain() -> None:
    text = "Nghị định số 118/2025/NĐ-CP, Quyết định số 9/QĐ-BNV của Bộ Nội vụ"
    assert [one.issuer for one in cited(text)] == [GOVERNMENT, "Bộ Nội vụ"]


def test_a_number_is_cited_once_with_what_is_first_printed_of_each() -> None:
    (one,) = cited(
        "Kế hoạch số 27/KH-UBND",
        "Kế hoạch số 27/KH-UBND ngày 05/01/2026",
        "Kế hoạch số 27/KH-UBND ngày 06/01/2026 của UBND tỉnh Mẫu",
    )
    assert one == Citation("27/KH-UBND", "Kế hoạch", date(2026, 1, 5), "UBND tỉnh Mẫu")


def test_citations_stand_in_the_order_of_the_text() -> None:
    numbers = [one.number for one in cited("số 3/KH-UBND, số 1/KH-UBND", "số 2/KH-UBND")]
    assert numbers == ["3/KH-UBND", "1/KH-UBND", "2/KH-UBND"]


def test_a_citation_says_where_it_stands() -> None:
    (one,) = find_citations([("số 3/KH-UBND", Span(line=7))], Header())
    assert one.traces["number"].span == Span(line=7)
