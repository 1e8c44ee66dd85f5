"""Deadlines that wait for an event, and how far from it they are."""

from __future__ import annotations

import pytest

from cchc.deadlines import understand
from tests.deadlines.notation import Case, cases, written

CASES: list[Case] = [
    ("Sau khi có kết luận 10 ngày", "when «Sau khi có kết luận 10 ngày» +10 day"),
    (
        "trước 05 ngày làm việc so với ngày họp",
        "when «trước 05 ngày làm việc so với ngày họp» -5 working_day",
    ),
    (
        "Chậm nhất 15 ngày sau khi kết thúc quý",
        "when «Chậm nhất 15 ngày sau khi kết thúc quý» +15 day",
    ),
    ("Trong thời hạn 05 ngày làm việc", "when «Trong thời hạn 05 ngày làm việc» +5 working_day"),
    (
        "năm ngày làm việc kể từ ngày nhận hồ sơ",
        "when «năm ngày làm việc kể từ ngày nhận hồ sơ» +5 working_day",
    ),
    (
        "05 (năm) ngày làm việc kể từ ngày nhận hồ sơ",
        "when «05 (năm) ngày làm việc kể từ ngày nhận hồ sơ» +5 working_day",
    ),
    ("Trước kỳ họp 10 ngày", "when «Trước kỳ họp 10 ngày» -10 day"),
    ("10 ngày trước khi trình", "when «10 ngày trước khi trình» -10 day"),
    ("Khi có yêu cầu hoặc khi phát sinh", "when «Khi có yêu cầu» & when «khi phát sinh»"),
    (
        "Theo Kế hoạch số 12/KH-UBND ngày 15/3/2026 của UBND tỉnh",
        "when «Theo Kế hoạch số 12/KH-UBND ngày 15/3/2026 của UBND tỉnh»",
    ),
    ("Sau Tết Nguyên đán", "when «Sau Tết Nguyên đán»"),
    ("Sau ngày 30/6", "when «Sau ngày 30/6»"),
    ("Ngay sau khi ký ban hành", "when «Ngay sau khi ký ban hành»"),
    ("Ngay khi Kế hoạch được phê duyệt", "when «Ngay khi Kế hoạch được phê duyệt»"),
    ("Trước khi kết thúc năm 2026", "when «Trước khi kết thúc năm 2026»"),
    ("Đột xuất khi có yêu cầu", "when «Đột xuất khi có yêu cầu»"),
    ("Đột xuất", "when «Đột xuất»"),
    ("Khi phát sinh nhiệm vụ", "when «Khi phát sinh nhiệm vụ»"),
    ("Khi có yêu cầu của cấp có thẩm quyền", "when «Khi có yêu cầu của cấp có thẩm quyền»"),
    ("Khi có văn bản của Bộ Nội vụ, UBND tỉnh", "when «Khi có văn bản của Bộ Nội vụ, UBND tỉnh»"),
    (
        "Khi có văn bản hướng dẫn của Bộ, ngành Trung ương và của tỉnh",
        "when «Khi có văn bản hướng dẫn của Bộ, ngành Trung ương và của tỉnh»",
    ),
    ("Theo tiến độ của dự án", "when «Theo tiến độ của dự án»"),
    ("Theo quy định của Bộ Nội vụ", "when «Theo quy định của Bộ Nội vụ»"),
    (
        "Theo quy định tại Nghị định số 61/2018/NĐ-CP",
        "when «Theo quy định tại Nghị định số 61/2018/NĐ-CP»",
    ),
    ("Theo kế hoạch", "when «Theo kế hoạch»"),
    ("Theo Kế hoạch năm 2026 của UBND tỉnh", "when «Theo Kế hoạch năm 2026 của UBND tỉnh»"),
    (
        "Theo Kế hoạch thanh tra, kiểm tra năm 2026",
        "when «Theo Kế hoạch thanh tra, kiểm tra năm 2026»",
    ),
    ("Theo kế hoạch đào tạo hàng năm của tỉnh", "when «Theo kế hoạch đào tạo hàng năm của tỉnh»"),
    ("Theo lịch công tác", "when «Theo lịch công tác»"),
    ("Theo yêu cầu nhiệm vụ", "when «Theo yêu cầu nhiệm vụ»"),
    ("Theo đợt", "when «Theo đợt»"),
    ("Sau 01 tháng kể từ khi có kết luận", "when «Sau 01 tháng kể từ khi có kết luận» +1 month"),
    (
        "Sau 30 ngày kể từ ngày ban hành kế hoạch",
        "when «Sau 30 ngày kể từ ngày ban hành kế hoạch» +30 day",
    ),
    (
        "Trong vòng 10 ngày làm việc sau khi kết thúc kiểm tra",
        "when «Trong vòng 10 ngày làm việc sau khi kết thúc kiểm tra» +10 working_day",
    ),
    (
        "10 ngày sau khi kết thúc đợt kiểm tra",
        "when «10 ngày sau khi kết thúc đợt kiểm tra» +10 day",
    ),
    (
        "Chậm nhất sau 05 ngày làm việc kể từ ngày nhận được kết luận",
        ("when «Chậm nhất sau 05 ngày làm việc kể từ ngày nhận được kết luận» +5 working_day"),
    ),
    (
        "Chậm nhất là 10 ngày làm việc trước ngày họp HĐND",
        "when «Chậm nhất là 10 ngày làm việc trước ngày họp HĐND» -10 working_day",
    ),
    (
        "Ít nhất 05 ngày làm việc trước ngày tổ chức hội nghị",
        "when «Ít nhất 05 ngày làm việc trước ngày tổ chức hội nghị» -5 working_day",
    ),
    ("Trước ngày kết thúc quý 5 ngày", "when «Trước ngày kết thúc quý 5 ngày» -5 day"),
    ("Trước ngày họp 03 ngày", "when «Trước ngày họp 03 ngày» -3 day"),
    ("Trước ngày tổ chức hội nghị", "when «Trước ngày tổ chức hội nghị»"),
    ("Theo từng giai đoạn", "when «Theo từng giai đoạn»"),
    ("Trước khai giảng năm học mới", "when «Trước khai giảng năm học mới»"),
    ("Sau 30/6", "when «Sau 30/6»"),
    ("Sau quý I", "when «Sau quý I»"),
    ("Sau khi kết thúc năm 2026", "when «Sau khi kết thúc năm 2026»"),
    ("Khi có", "when «Khi có»"),
    ("Nếu có yêu cầu", "when «Nếu có yêu cầu»"),
    ("Khi cần thiết", "when «Khi cần thiết»"),
    ("Ngay sau kiểm tra", "when «Ngay sau kiểm tra»"),
    ("Trước ngày thi", "when «Trước ngày thi»"),
    ("Theo phân công", "when «Theo phân công»"),
    ("Tùy theo yêu cầu", "when «Tùy theo yêu cầu»"),
    ("Sau 02 tuần kể từ ngày kết thúc", "when «Sau 02 tuần kể từ ngày kết thúc» +14 day"),
    ("Chậm nhất 05 ngày kể từ ngày ký", "when «Chậm nhất 05 ngày kể từ ngày ký» +5 day"),
    (
        "Trong vòng 1 tháng kể từ ngày ban hành",
        "when «Trong vòng 1 tháng kể từ ngày ban hành» +1 month",
    ),
    ("Sau khi kết thúc 6 tháng", "when «Sau khi kết thúc 6 tháng»"),
    ("Kịp thời khi có phát sinh", "when «Kịp thời khi có phát sinh»"),
    (
        "Trong vòng 24 giờ kể từ khi phát sinh",
        "when «Trong vòng 24 giờ kể từ khi phát sinh» +1 day",
    ),
    ("Báo cáo khi có yêu cầu", "when «Báo cáo khi có yêu cầu»"),
    (
        "Chậm nhất sau 15 ngày kể từ ngày ban hành",
        "when «Chậm nhất sau 15 ngày kể từ ngày ban hành» +15 day",
    ),
    ("Theo thông báo của Sở Nội vụ", "when «Theo thông báo của Sở Nội vụ»"),
    ("Theo Nghị quyết của HĐND tỉnh", "when «Theo Nghị quyết của HĐND tỉnh»"),
    ("Theo Công văn số 581/BNV-CCHC", "when «Theo Công văn số 581/BNV-CCHC»"),
    ("Theo lịch họp UBND tỉnh", "when «Theo lịch họp UBND tỉnh»"),
    ("Khi cấp trên yêu cầu", "when «Khi cấp trên yêu cầu»"),
    ("Khi kết thúc quý", "when «Khi kết thúc quý»"),
    ("Trước khi kết thúc quý 10 ngày", "when «Trước khi kết thúc quý 10 ngày» -10 day"),
    ("Trước khi kết thúc năm 30 ngày", "when «Trước khi kết thúc năm 30 ngày» -30 day"),
    ("Sau mỗi quý", "when «Sau mỗi quý»"),
    ("Sau khi kết thúc mỗi quý", "when «Sau khi kết thúc mỗi quý»"),
    ("Sau mỗi đợt kiểm tra", "when «Sau mỗi đợt kiểm tra»"),
    ("Mỗi khi có thay đổi", "when «Mỗi khi có thay đổi»"),
    ("Theo năm học", "when «Theo năm học»"),
    ("Theo niên độ", "when «Theo niên độ»"),
    ("Đến khi hoàn thành", "when «Đến khi hoàn thành»"),
    ("Cho đến khi có văn bản thay thế", "when «Cho đến khi có văn bản thay thế»"),
]


@pytest.mark.parametrize(("phrase", "expected"), cases(CASES))
def test_a_condition_keeps_its_words_and_its_distance(phrase: str, expected: str) -> None:
    assert written(understand(phrase, 2026)) == expected
