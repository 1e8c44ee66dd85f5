"""Deadlines that come again: rhythms, days within a period, and what is continuous."""

from __future__ import annotations

import pytest

from cchc.deadlines import understand
from tests.deadlines.notation import Case, cases, written

CASES: list[Case] = [
    ("sáu tháng", "every half_year"),
    ("06 tháng", "every half_year"),
    ("hai lần/năm", "every half_year"),
    ("Thứ Sáu hàng tuần", "every week"),
    ("Trước 25 hàng tháng", "every month 25"),
    ("ngày 25 hàng tháng", "every month 25"),
    ("vào ngày 05 của tháng đầu quý", "every quarter 05/01 05/04 05/07 05/10"),
    ("ngày cuối cùng của tháng", "every month"),
    (
        "Ngày làm việc cuối cùng của tháng",
        ("every month 30/01 27/02 31/03 29/04 29/05 30/06 31/07 28/08 30/09 30/10 30/11 31/12"),
    ),
    ("Ngày làm việc cuối cùng của quý", "every quarter"),
    ("Ngày cuối cùng của quý", "every quarter"),
    ("Trước ngày 20 tháng 12 hàng năm", "every year 20/12"),
    ("Tháng 12 hàng năm", "every year"),
    ("Hàng năm, trước ngày 30/11", "every year 30/11"),
    ("Hàng năm (quý IV)", "every year"),
    (
        "Định kỳ hàng quý, năm (trước ngày 20 của tháng cuối kỳ)",
        "every quarter 20/03 20/06 20/09 20/12 & every year 20/12",
    ),
    ("Hàng quý (trước ngày 15/3, 15/6, 15/9, 15/12)", "every quarter 15/03 15/06 15/09 15/12"),
    (
        "Hàng quý, trước ngày 10 của tháng đầu quý sau",
        "every quarter 10/04/2026 10/07/2026 10/10/2026 10/01/2027",
    ),
    ("Trước ngày 05 tháng sau", "every month 5 from 02/2026"),
    ("Trước ngày 05 của tháng kế tiếp", "every month 5 from 02/2026"),
    ("Báo cáo quý", "every quarter"),
    ("Mỗi quý 01 lần", "every quarter"),
    ("mỗi năm ít nhất một lần", "every year"),
    ("3 tháng/lần", "every quarter"),
    ("Hàng ngày", "always"),
    ("Cuối quý", "every quarter"),
    ("Cuối mỗi quý", "every quarter"),
    ("cuối tháng", "every month"),
    ("Đầu quý", "every quarter 31/01 30/04 31/07 31/10"),
    ("Đầu mỗi tháng", "every month 1"),
    ("Cuối kỳ báo cáo", "every period 31/03 30/06 30/09 31/12"),
    ("Thường xuyên, kịp thời", "always"),
    ("Trong năm (thường xuyên)", "always"),
    ("Định kỳ, trước ngày 25", "every period 25/03 25/06 25/09 25/12"),
    ("Định kỳ ngày 25 hàng tháng", "every month 25"),
    (
        "Thứ Sáu cuối cùng của tháng",
        ("every month 30/01 27/02 27/03 24/04 29/05 26/06 31/07 28/08 25/09 30/10 27/11 25/12"),
    ),
    (
        "Thứ Sáu tuần cuối của tháng",
        (
            "every month 30/01/2026 27/02/2026 03/04/2026 01/05/2026 29/05/2026 03/07/2026 "
            "31/07/2026 04/09/2026 02/10/2026 30/10/2026 04/12/2026 01/01/2027"
        ),
    ),
    (
        "Tuần đầu hàng tháng",
        ("every month 11/01 08/02 08/03 12/04 10/05 07/06 12/07 09/08 13/09 11/10 08/11 13/12"),
    ),
    ("Từ ngày 20 đến ngày 25 hàng tháng", "every month 25"),
    ("Ngày 05 hàng tháng", "every month 5"),
    ("Ngày 05 của tháng", "every month 5"),
    ("Ngày 05 tháng kế tiếp", "every month 5 from 02/2026"),
    (
        "Trước ngày 20 hàng tháng, trước ngày 15 của tháng cuối quý",
        "every month 20 & every quarter 15/03 15/06 15/09 15/12",
    ),
    (
        "Trước ngày 05 của tháng đầu tiên quý tiếp theo",
        "every quarter 05/04/2026 05/07/2026 05/10/2026 05/01/2027",
    ),
    ("Ngày 10 của tháng thứ ba của quý", "every quarter 10/03 10/06 10/09 10/12"),
    ("Ngày 25 tháng cuối cùng hàng quý", "every quarter 25/03 25/06 25/09 25/12"),
    ("Trước ngày 25 của tháng cuối mỗi quý", "every quarter 25/03 25/06 25/09 25/12"),
    ("Trước ngày 15 tháng cuối của kỳ báo cáo", "every period 15/03 15/06 15/09 15/12"),
    ("Trước ngày 14 của tháng báo cáo", "every month 14"),
    ("Trước ngày 10 hàng quý", "every quarter 10/03 10/06 10/09 10/12"),
    ("Trước ngày 10/6 và 10/12 hàng năm", "every year 10/06 & every year 10/12"),
    ("Trước ngày 10/6, ngày 10/12 hàng năm", "every year 10/06 & every year 10/12"),
    ("Hàng năm, trước ngày 10/6 và 10/12", "every year 10/06 & every year 10/12"),
    ("Hàng quý, 6 tháng, năm", "every quarter & every half_year & every year"),
    ("Hàng quý/năm", "every quarter & every year"),
    ("Tháng/quý/năm", "every month & every quarter & every year"),
    ("Hàng tháng, hàng quý, hàng năm", "every month & every quarter & every year"),
    ("Hàng tháng/quý/6 tháng/năm", "every month & every quarter & every half_year & every year"),
    (
        "Quý; 6 tháng; 9 tháng; năm",
        "every quarter & every half_year & every nine_months & every year",
    ),
    (
        "Định kỳ (quý, 6 tháng, 9 tháng, năm)",
        "every quarter & every half_year & every nine_months & every year",
    ),
    (
        "Định kỳ quý, 6 tháng, 9 tháng và cả năm",
        "every quarter & every half_year & every nine_months & every year",
    ),
    (
        "Định kỳ hàng tháng, quý, 6 tháng, 9 tháng và năm",
        "every month & every quarter & every half_year & every nine_months & every year",
    ),
    ("Định kỳ: quý, năm", "every quarter & every year"),
    ("Định kỳ 3 tháng", "every quarter"),
    ("Định kỳ 6 tháng/lần", "every half_year"),
    ("Định kỳ mỗi quý một lần", "every quarter"),
    ("Định kỳ 02 lần/năm (6 tháng và năm)", "every half_year & every year"),
    ("6 tháng một lần", "every half_year"),
    ("1 năm 2 lần", "every half_year"),
    ("Mỗi năm 1 lần", "every year"),
    ("Một năm một lần", "every year"),
    ("Một tháng một lần", "every month"),
    ("2 lần trong năm", "every half_year"),
    ("04 lần/năm", "every quarter"),
    ("01 lần/tháng", "every month"),
    ("1 lần/tuần", "every week"),
    ("1 lần/kỳ", "every period"),
    ("1 quý/1 lần", "every quarter"),
    ("Ít nhất 02 lần/năm", "every half_year"),
    ("Tối thiểu 1 quý 1 lần", "every quarter"),
    ("Họp giao ban hàng tuần", "every week"),
    ("Thứ Hai hàng tuần", "every week"),
    ("Chiều thứ Sáu hàng tuần", "every week"),
    (
        "Thứ 6 cuối tháng",
        ("every month 30/01 27/02 27/03 24/04 29/05 26/06 31/07 28/08 25/09 30/10 27/11 25/12"),
    ),
    (
        "Thứ Sáu tuần thứ tư hàng tháng",
        (
            "every month 30/01/2026 27/02/2026 27/03/2026 01/05/2026 29/05/2026 26/06/2026 "
            "31/07/2026 28/08/2026 02/10/2026 30/10/2026 27/11/2026 01/01/2027"
        ),
    ),
    (
        "Thứ Hai đầu tháng",
        ("every month 05/01 02/02 02/03 06/04 04/05 01/06 06/07 03/08 07/09 05/10 02/11 07/12"),
    ),
    (
        "Tuần cuối tháng",
        (
            "every month 01/02/2026 01/03/2026 05/04/2026 03/05/2026 31/05/2026 05/07/2026 "
            "02/08/2026 06/09/2026 04/10/2026 01/11/2026 06/12/2026 03/01/2027"
        ),
    ),
    ("Thường xuyên trong năm 2026", "always"),
    ("Thường xuyên, trong năm 2026", "always"),
    ("Thường xuyên cả năm", "always"),
    ("Cuối các quý", "every quarter"),
    ("Cuối mỗi năm", "every year"),
    ("Quý IV hàng năm", "every year"),
    ("Tháng 11, 12 hàng năm", "every year"),
    ("Hàng quý (chậm nhất ngày 25 của tháng cuối quý)", "every quarter 25/03 25/06 25/09 25/12"),
    (
        "Hàng tháng (trước ngày 20), hàng quý (trước ngày 15 tháng cuối quý)",
        "every month 20 & every quarter 15/03 15/06 15/09 15/12",
    ),
    ("Định kỳ hàng tháng trước ngày 20", "every month 20"),
    ("Các quý trong năm", "every quarter"),
    ("Hàng quý trong năm 2026", "every quarter"),
    ("Các tháng trong năm", "every month"),
    ("Tất cả các quý", "every quarter"),
    ("Từng quý", "every quarter"),
    ("Theo từng quý", "every quarter"),
    ("Theo quý, năm", "every quarter & every year"),
    ("Theo tháng, quý", "every month & every quarter"),
    ("Hàng kỳ", "every period"),
    ("Mỗi kỳ báo cáo", "every period"),
    ("tháng 9 hàng năm", "every year 30/09"),
    ("01 lớp/quý", "every quarter"),
    ("02 cuộc/năm", "every half_year"),
    ("Ít nhất 01 cuộc/quý", "every quarter"),
    ("Mỗi quý ít nhất 1 cuộc", "every quarter"),
    ("Sáng thứ Hai hàng tuần", "every week"),
    ("Vào 14 giờ thứ Sáu hàng tuần", "every week"),
    ("Trước 16 giờ hàng ngày", "always"),
    ("Trước 16 giờ thứ Sáu hàng tuần", "every week"),
    ("Trước 10 giờ ngày 25 hàng tháng", "every month 25"),
    ("9 tháng", "every nine_months"),
    ("Hàng tháng", "every month"),
    ("Hằng quý", "every quarter"),
    ("Hàng năm", "every year"),
    ("Hàng tuần", "every week"),
    ("Thường niên", "every year"),
    ("Định kỳ", "every period"),
    ("Báo cáo định kỳ", "every period"),
    ("Định kỳ hàng năm", "every year"),
    ("Định kỳ theo quy định", "every period"),
    ("Báo cáo định kỳ theo quy định", "every period"),
    ("Thường xuyên", "always"),
    ("Liên tục, thường xuyên", "always"),
    ("Duy trì", "always"),
    ("Tiếp tục triển khai", "always"),
    ("Quanh năm", "always"),
    (
        "Ngày 30 hàng tháng",
        ("every month 30/01 28/02 30/03 30/04 30/05 30/06 30/07 30/08 30/09 30/10 30/11 30/12"),
    ),
    ("Ngày 31 hàng tháng", "every month"),
    (
        "Ngày làm việc đầu tiên của tháng",
        ("every month 05/01 02/02 02/03 01/04 04/05 01/06 01/07 03/08 03/09 01/10 02/11 01/12"),
    ),
    ("Ngày làm việc đầu tiên của quý", "every quarter 05/01 01/04 01/07 01/10"),
    (
        "Ngày làm việc thứ 3 hàng tháng",
        ("every month 07/01 04/02 04/03 03/04 06/05 03/06 03/07 05/08 07/09 05/10 04/11 03/12"),
    ),
    ("Ngày đầu tiên của quý", "every quarter 01/01 01/04 01/07 01/10"),
    ("Ngày đầu tiên của tháng", "every month 1"),
]


@pytest.mark.parametrize(("phrase", "expected"), cases(CASES))
def test_a_rhythm_has_its_days_of_the_plan_year(phrase: str, expected: str) -> None:
    assert written(understand(phrase, 2026)) == expected
