"""What a paper of any kind says of itself: report, decision, decree, official letter, nothing."""

from __future__ import annotations

from datetime import date

import pytest

from cchc.reading.paper import Paper, read_paper
from tests.reading.making import document

REPORT = (
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "CHI CỤC TIÊU CHUẨN ĐO LƯỜNG CHẤT LƯỢNG",
    "Số: 158/BC-TĐC",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Mẫu, ngày 15 tháng 3 năm 2026",
    "BÁO CÁO",
    "Kết quả rà soát quy trình ISO 9001:2015",
    "Thực hiện Kế hoạch số 12/KH-SKHCN, Chi cục báo cáo như sau:",
    "1. Kết quả",
    "Đã rà soát 16 quy trình.",
    "Nơi nhận:",
    "- Như trên;",
    "CHI CỤC TRƯỞNG",
    "Lê Minh Châu",
)
LETTER = (
    "UBND TỈNH MẪU",
    "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    "Số: 77/SKHCN-VP",
    "V/v báo cáo kết quả",
    "thực hiện cải cách hành chính quý I",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Mẫu, ngày 02 tháng 3 năm 2026",
    "Kính gửi: Sở Nội vụ.",
    "Thực hiện Công văn số 12/SNV-CCHC, Sở báo cáo như sau:",
    "Nơi nhận:",
    "- Như trên;",
    "KT. GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "Võ Hương Giang",
)
DECREE = (
    "CHÍNH PHỦ",
    "Số: 158/2025/NĐ-CP",
    "Hà Nội, ngày 25 tháng 6 năm 2025",
    "NGHỊ ĐỊNH",
    "Quy định chi tiết",
    "Căn cứ Luật Tổ chức Chính phủ;",
)


def test_a_report_says_all_of_itself() -> None:
    assert read_paper(document(*REPORT)) == Paper(
        number="158",
        symbol="BC-TĐC",
        doc_type="Báo cáo",
        issuer="Chi cục Tiêu chuẩn Đo lường Chất lượng",
        subject="Kết quả rà soát quy trình ISO 9001:2015",
        signer="Lê Minh Châu",
        dated_on=date(2026, 3, 15),
    )


def test_an_official_letter_has_its_subject_under_the_number() -> None:
    found = read_paper(document(*LETTER))
    assert (found.number, found.symbol, found.doc_type) == ("77", "SKHCN-VP", "Công văn")
    assert found.subject == "báo cáo kết quả thực hiện cải cách hành chính quý I"
    assert found.issuer == "Sở Khoa học và Công nghệ"
    assert found.signer == "Võ Hương Giang"


def test_a_number_counted_by_the_year_keeps_its_year() -> None:
    found = read_paper(document(*DECREE))
    assert (found.number, found.symbol) == ("158/2025", "NĐ-CP")
    assert found.dated_on == date(2025, 6, 25)


@pytest.mark.parametrize("written", ["ngày    tháng 3 năm 2026", "ngày 31 tháng 2 năm 2026"])
def test_a_date_that_is_not_whole_is_no_date(written: str) -> None:
    lines = [line.replace("ngày 15 tháng 3 năm 2026", written) for line in REPORT]
    assert read_paper(document(*lines)).dated_on is None


def test_a_paper_that_says_nothing_of_itself_proposes_nothing() -> None:
    text = '{"citations": [{"number": "118/2025/NĐ-CP"}]}'
    assert read_paper(document("Danh sách người dự họp", "1. An", text)) == Paper()
