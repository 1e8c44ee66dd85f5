"""What must not be guessed: it stays unclear, to the letter."""

from __future__ import annotations

import pytest

from cchc.deadlines import understand
from tests.deadlines.notation import Case, cases, written

CASES: list[Case] = [
    ("nt", "unclear «nt»"),
    ("31/4", "unclear «31/4»"),
    ("30/2", "unclear «30/2»"),
    ("tháng 13", "unclear «tháng 13»"),
    ("Quý V", "unclear «Quý V»"),
    ("29/2", "unclear «29/2»"),
    ("3 lần/năm", "unclear «3 lần/năm»"),
    ("2 lần/tháng", "unclear «2 lần/tháng»"),
    ("Chậm nhất ngày 15 sau khi kết thúc quý", "unclear «Chậm nhất ngày 15 sau khi kết thúc quý»"),
    (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/3/2026 của UBND tỉnh",
        "unclear «Thực hiện Kế hoạch số 12/KH-UBND ngày 15/3/2026 của UBND tỉnh»",
    ),
    ("Không thực hiện trong Quý I", "unclear «Không thực hiện trong Quý I»"),
    ("Năm học 2025-2026", "unclear «Năm học 2025-2026»"),
    ("Do UBND tỉnh tổ chức", "unclear «Do UBND tỉnh tổ chức»"),
    ("Năm 2026 và những năm tiếp theo", "unclear «Năm 2026 và những năm tiếp theo»"),
    ("Từ Quý II/2026", "unclear «Từ Quý II/2026»"),
    ("Từ tháng 3 trở đi", "unclear «Từ tháng 3 trở đi»"),
    ("Bắt đầu từ tháng 3/2026", "unclear «Bắt đầu từ tháng 3/2026»"),
    ("Kể từ ngày ký ban hành", "unclear «Kể từ ngày ký ban hành»"),
    ("Ngay từ đầu năm", "unclear «Ngay từ đầu năm»"),
    ("Từ đầu năm", "unclear «Từ đầu năm»"),
    ("Theo tiến độ", "unclear «Theo tiến độ»"),
    ("Theo thực tế", "unclear «Theo thực tế»"),
    ("Trong 10 ngày đầu của tháng", "unclear «Trong 10 ngày đầu của tháng»"),
    ("Trong ngày", "unclear «Trong ngày»"),
    ("Trong ngày làm việc", "unclear «Trong ngày làm việc»"),
    ("Trong giờ hành chính", "unclear «Trong giờ hành chính»"),
    ("Trong thời gian tới", "unclear «Trong thời gian tới»"),
    ("Trong quá trình thực hiện", "unclear «Trong quá trình thực hiện»"),
    ("Từ năm 2026", "unclear «Từ năm 2026»"),
    ("Trong quý", "unclear «Trong quý»"),
    ("Trong tháng", "unclear «Trong tháng»"),
    ("Trong tuần", "unclear «Trong tuần»"),
    ("Năm", "unclear «Năm»"),
    ("Quý", "unclear «Quý»"),
    ("Tháng", "unclear «Tháng»"),
    ("Dịp Tết Nguyên đán", "unclear «Dịp Tết Nguyên đán»"),
    ("Nhân dịp 30/4 và 01/5", "unclear «Nhân dịp 30/4 và 01/5»"),
    ("Không thời hạn", "unclear «Không thời hạn»"),
    ("Không", "unclear «Không»"),
    ("Đã hoàn thành", "unclear «Đã hoàn thành»"),
    ("Chưa", "unclear «Chưa»"),
    ("Hoàn thành", "unclear «Hoàn thành»"),
    ("Đang thực hiện", "unclear «Đang thực hiện»"),
    ("02 hội nghị/năm", "unclear «02 hội nghị/năm»"),
    ("1 cuộc kiểm tra/quý", "unclear «1 cuộc kiểm tra/quý»"),
    ("Ngày 15", "unclear «Ngày 15»"),
    ("Trước ngày 15", "unclear «Trước ngày 15»"),
    ("20", "unclear «20»"),
    ("Theo quy định của pháp luật hiện hành", "unclear «Theo quy định của pháp luật hiện hành»"),
    ("Đúng quy định", "unclear «Đúng quy định»"),
    ("Kịp thời, đúng quy định", "unclear «Kịp thời, đúng quy định»"),
    ("Theo đúng tiến độ", "unclear «Theo đúng tiến độ»"),
    ("Từ tháng 9 đến tháng 3", "unclear «Từ tháng 9 đến tháng 3»"),
    ("Từ ngày 31/4 đến ngày 30/6", "unclear «Từ ngày 31/4 đến ngày 30/6»"),
    ("Quý V và quý I", "unclear «Quý V và quý I»"),
    ("32/12", "unclear «32/12»"),
    ("15/13/2026", "unclear «15/13/2026»"),
    ("Ngày 31 tháng 6", "unclear «Ngày 31 tháng 6»"),
    ("Học kỳ I", "unclear «Học kỳ I»"),
    ("Nhiệm kỳ 2021-2026", "unclear «Nhiệm kỳ 2021-2026»"),
    ("Trừ quý I", "unclear «Trừ quý I»"),
    ("Chưa xác định trong năm 2026", "unclear «Chưa xác định trong năm 2026»"),
    ("- Kịp thời", "unclear «- Kịp thời»"),
    ("Kịp thời; đúng quy định", "unclear «Kịp thời; đúng quy định»"),
]


@pytest.mark.parametrize(("phrase", "expected"), cases(CASES))
def test_what_is_not_understood_stays_unclear_and_verbatim(phrase: str, expected: str) -> None:
    assert written(understand(phrase, 2026)) == expected
