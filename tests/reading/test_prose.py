"""What running text says of a task: its deadline, its parties, its products."""

from __future__ import annotations

import pytest

from cchc.reading.prose import Parties, body_deadline, body_parties
from tests.reading.making import YEAR

DEADLINES = {
    "Kiểm tra nội bộ theo Chỉ thị số 26/CT-TTg, xong trong quý I/2026.": "quý I/2026",
    "Rà soát thủ tục, hoàn thành trong quý I/2026.": "quý I/2026",
    "Rà soát thủ tục, hoàn thành trong quý II.": "quý II",
    "Ban hành kế hoạch trước ngày 15/3/2026.": "trước ngày 15/3/2026",
    "Ban hành kế hoạch chậm nhất ngày 31/01/2026.": "chậm nhất ngày 31/01/2026",
    "Báo cáo kết quả trước ngày 10 tháng 12 năm 2026.": "trước ngày 10 tháng 12 năm 2026",
    "Công khai kết quả, xong trước 30/6.": "xong trước 30/6",
    "Tổ chức hội nghị trong tháng 9/2026.": "tháng 9/2026",
    "Sơ kết trong 6 tháng đầu năm.": "6 tháng đầu năm",
    "Rà soát trong quý I, hoàn thành trong quý III.": "quý III",
    "Khảo sát (hoàn thành trong quý II và quý III).": "quý II và quý III",
    "Lập danh mục; thời gian: quý IV/2026.": "quý IV/2026",
}


@pytest.mark.parametrize(("text", "deadline"), DEADLINES.items(), ids=DEADLINES)
def test_a_date_month_quarter_or_half_year_is_a_deadline(text: str, deadline: str) -> None:
    assert body_deadline(text, YEAR) == deadline


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát thủ tục trong năm 2026.",
        "Rà soát thủ tục thường xuyên.",
        "Báo cáo định kỳ hàng quý.",
        "Báo cáo hàng tháng.",
        "Thực hiện Quyết định số 15/QĐ-UBND ngày 12/01/2026 của UBND tỉnh Mẫu.",
        "Khắc phục tồn tại được nêu trong quý IV/2025.",
        "Phấn đấu 100% hồ sơ đúng hạn.",
        "Quý khách được phục vụ tận tình.",
        "",
    ],
)
def test_rhythms_the_year_and_dates_of_documents_are_none(text: str) -> None:
    assert body_deadline(text, YEAR) is None


OFFICE, INSPECTORS = "Văn phòng Sở", "Thanh tra Sở"
PARTIES = {
    "Rà soát thủ tục. Đơn vị chủ trì: Văn phòng Sở; đơn vị phối hợp: Thanh tra Sở.": Parties(
        (OFFICE,), (INSPECTORS,)
    ),
    "Rà soát (Chủ trì: Văn phòng Sở; phối hợp: Thanh tra Sở).": Parties((OFFICE,), (INSPECTORS,)),
    "Giao Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở rà soát thủ tục.": Parties(
        (OFFICE,), (INSPECTORS,)
    ),
    "Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở tham mưu kế hoạch.": Parties(
        (OFFICE,), (INSPECTORS,)
    ),
    "Công khai thủ tục do Văn phòng Sở chủ trì.": Parties((OFFICE,)),
    "Giao Văn phòng Sở chủ trì rà soát thủ tục.": Parties((OFFICE,)),
    "Giao Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở công khai thủ tục.": Parties(
        (OFFICE,), (INSPECTORS,)
    ),
    "Rà soát văn bản. Sản phẩm: Báo cáo; danh mục.": Parties(outputs=("Báo cáo", "danh mục")),
    "Rà soát văn bản (kết quả đầu ra: Tờ trình).": Parties(outputs=("Tờ trình",)),
    "Văn phòng Sở rà soát thủ tục cùng Thanh tra Sở.": Parties(),
    "Mỗi việc chỉ giao một cơ quan chủ trì.": Parties(),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.items(), ids=PARTIES)
def test_only_words_that_introduce_them_make_parties_and_products(
    text: str, parties: Parties
) -> None:
    assert body_parties(text) == parties
