"""Cells with several parts: one schedule a part, with the note of its product."""

from __future__ import annotations

import pytest

from cchc.deadlines import understand
from tests.deadlines.notation import Case, cases, written

CASES: list[Case] = [
    (
        "Báo cáo quý trước ngày 10 tháng cuối quý; báo cáo năm trước 05/12",
        "Báo cáo: every quarter 10/03 10/06 10/09 10/12 & báo cáo năm: < 05/12/2026",
    ),
    (
        "Quý I: kế hoạch; Quý IV: báo cáo",
        "kế hoạch: 01/01/2026..31/03/2026 & báo cáo: 01/10/2026..31/12/2026",
    ),
    ("Trong tháng 9 và thường xuyên cập nhật", "01/09/2026..30/09/2026 & cập nhật: always"),
    ("6 tháng: trước 15/6; năm: trước 15/12", "6 tháng: < 15/06/2026 & năm: < 15/12/2026"),
    (
        "Báo cáo 6 tháng: trước 15/6; báo cáo năm: trước 15/12",
        "Báo cáo 6 tháng: < 15/06/2026 & báo cáo năm: < 15/12/2026",
    ),
    (
        "6 tháng (trước ngày 15/6), năm (trước ngày 15/12)",
        "6 tháng: < 15/06/2026 & năm: < 15/12/2026",
    ),
    (
        "Báo cáo tháng, quý, năm",
        "Báo cáo: every month & Báo cáo: every quarter & Báo cáo: every year",
    ),
    (
        "Báo cáo định kỳ (tháng, quý, năm)",
        "Báo cáo: every month & Báo cáo: every quarter & Báo cáo: every year",
    ),
    ("Hàng ngày, hàng tuần", "always & every week"),
    (
        "Theo kế hoạch của UBND tỉnh, trước ngày 30/11",
        "when «Theo kế hoạch của UBND tỉnh» & < 30/11/2026",
    ),
    (
        "Theo yêu cầu của UBND tỉnh trước ngày 15/12",
        "when «Theo yêu cầu của UBND tỉnh» & < 15/12/2026",
    ),
    ("Thường xuyên, hàng quý", "always & every quarter"),
    ("Thường xuyên khi có yêu cầu", "always & when «khi có yêu cầu»"),
    ("Kế hoạch:\nQuý I", "Kế hoạch: 01/01/2026..31/03/2026"),
    (
        "1. Kế hoạch: Quý I; 2. Báo cáo: Quý IV",
        "Kế hoạch: 01/01/2026..31/03/2026 & Báo cáo: 01/10/2026..31/12/2026",
    ),
    (
        "a) Kế hoạch: Quý I\nb) Báo cáo: Quý IV",
        "Kế hoạch: 01/01/2026..31/03/2026 & Báo cáo: 01/10/2026..31/12/2026",
    ),
    (
        "Kế hoạch quý I, báo cáo quý IV",
        "Kế hoạch: 01/01/2026..31/03/2026 & báo cáo: 01/10/2026..31/12/2026",
    ),
    (
        "Quý I xây dựng kế hoạch, quý IV báo cáo",
        "xây dựng kế hoạch: 01/01/2026..31/03/2026 & báo cáo: 01/10/2026..31/12/2026",
    ),
    ("Quý I (trước ngày 15/3)", "01/01/2026..31/03/2026 & < 15/03/2026"),
    ("Báo cáo năm trước ngày 15/12", "Báo cáo năm: < 15/12/2026"),
    (
        "Ngày 15 tháng cuối quý và ngày 10/12",
        "every quarter 15/03 15/06 15/09 15/12 & <= 10/12/2026",
    ),
    ("Thường xuyên; định kỳ báo cáo quý", "always & báo cáo: every quarter"),
    (
        "Thường xuyên, báo cáo định kỳ 6 tháng, năm",
        "always & báo cáo: every half_year & báo cáo: every year",
    ),
    ("Thường xuyên và theo yêu cầu", "always & when «theo yêu cầu»"),
    ("Thường xuyên, theo kế hoạch", "always & when «theo kế hoạch»"),
    ("Thường xuyên/Định kỳ", "always & every period"),
    ("Thường xuyên hoặc đột xuất", "always & when «đột xuất»"),
    ("Hàng năm và đột xuất", "every year & when «đột xuất»"),
    (
        "Hàng quý và khi có yêu cầu của cấp trên",
        "every quarter & when «khi có yêu cầu của cấp trên»",
    ),
    (
        "Báo cáo hàng quý, năm và đột xuất khi có yêu cầu",
        ("Báo cáo: every quarter & Báo cáo: every year & Báo cáo: when «đột xuất khi có yêu cầu»"),
    ),
    ("Định kỳ, đột xuất", "every period & when «đột xuất»"),
    ("Định kỳ/đột xuất", "every period & when «đột xuất»"),
    ("Sau khi được phê duyệt; trước ngày 30/11", "when «Sau khi được phê duyệt» & < 30/11/2026"),
    ("Ngày 20/12 (hoặc khi có yêu cầu)", "<= 20/12/2026 & when «khi có yêu cầu»"),
    ("Đầu quý I và cuối quý IV", "01/01/2026..31/01/2026 & <= 31/12/2026"),
    (
        "Kế hoạch: trong quý I; Báo cáo 6 tháng: trước 15/6; Báo cáo năm: trước 15/12",
        (
            "Kế hoạch: 01/01/2026..31/03/2026 & "
            "Báo cáo 6 tháng: < 15/06/2026 & "
            "Báo cáo năm: < 15/12/2026"
        ),
    ),
    (
        (
            "- Kế hoạch: tháng 01/2026\n- Kiểm tra: quý II, quý III\n- Báo cáo: trước ngày "
            "15/12/2026"
        ),
        (
            "Kế hoạch: 01/01/2026..31/01/2026 & "
            "Kiểm tra: 01/04/2026..30/09/2026 & "
            "Báo cáo: < 15/12/2026"
        ),
    ),
    (
        "+ Xây dựng: Quý I\n+ Triển khai: Quý II-IV",
        "Xây dựng: 01/01/2026..31/03/2026 & Triển khai: 01/04/2026..31/12/2026",
    ),
    (
        "• Ban hành: Tháng 2\n• Tổng kết: Tháng 12",
        "Ban hành: 01/02/2026..28/02/2026 & Tổng kết: 01/12/2026..31/12/2026",
    ),
    (
        "Xây dựng kế hoạch: quý I/2026, triển khai: từ quý II đến quý IV/2026",
        "Xây dựng kế hoạch: 01/01/2026..31/03/2026 & triển khai: 01/04/2026..31/12/2026",
    ),
    (
        (
            "Ban hành kế hoạch trong quý I, tổ chức thực hiện trong quý II và quý III, báo "
            "cáo trong quý IV"
        ),
        (
            "Ban hành kế hoạch: 01/01/2026..31/03/2026 & "
            "01/04/2026..30/09/2026 & "
            "báo cáo: 01/10/2026..31/12/2026"
        ),
    ),
    (
        "Ban hành kế hoạch tháng 01; triển khai thường xuyên trong năm",
        "Ban hành kế hoạch: 01/01/2026..31/01/2026 & always",
    ),
    (
        "Quý I (ban hành kế hoạch); Quý II, III (kiểm tra); Quý IV (báo cáo)",
        (
            "ban hành kế hoạch: 01/01/2026..31/03/2026 & "
            "kiểm tra: 01/04/2026..30/09/2026 & "
            "báo cáo: 01/10/2026..31/12/2026"
        ),
    ),
    (
        "Quý I (xây dựng kế hoạch), thường xuyên (triển khai)",
        "xây dựng kế hoạch: 01/01/2026..31/03/2026 & always",
    ),
    ("Thường xuyên; báo cáo trước ngày 15/12", "always & báo cáo: < 15/12/2026"),
    ("Thường xuyên. Báo cáo kết quả trước ngày 15/12", "always & Báo cáo kết quả: < 15/12/2026"),
    (
        "Tháng 3: khảo sát; tháng 6: báo cáo",
        "khảo sát: 01/03/2026..31/03/2026 & báo cáo: 01/06/2026..30/06/2026",
    ),
    (
        "Lần 1: tháng 6; lần 2: tháng 12",
        "Lần 1: 01/06/2026..30/06/2026 & lần 2: 01/12/2026..31/12/2026",
    ),
    ("Đợt 1: trước 15/6; đợt 2: trước 15/12", "Đợt 1: < 15/06/2026 & đợt 2: < 15/12/2026"),
    ("Lần 1 trước ngày 15/6, lần 2 trước ngày 15/12", "Lần 1: < 15/06/2026 & lần 2: < 15/12/2026"),
    (
        "Đợt 1 tháng 5, đợt 2 tháng 10",
        "Đợt 1: 01/05/2026..31/05/2026 & đợt 2: 01/10/2026..31/10/2026",
    ),
    (
        "Lần 1: quý II\nLần 2: quý IV",
        "Lần 1: 01/04/2026..30/06/2026 & Lần 2: 01/10/2026..31/12/2026",
    ),
    (
        "6 tháng đầu năm: trước 15/6; cả năm: trước 15/12",
        "6 tháng đầu năm: < 15/06/2026 & cả năm: < 15/12/2026",
    ),
    (
        "Báo cáo 6 tháng đầu năm trước ngày 15/6, báo cáo năm trước ngày 15/12",
        "Báo cáo 6 tháng đầu năm: < 15/06/2026 & báo cáo năm: < 15/12/2026",
    ),
    (
        (
            "Báo cáo quý I trước ngày 15/3; báo cáo 6 tháng trước ngày 15/6; báo cáo quý III "
            "trước ngày 15/9; báo cáo năm trước ngày 15/12"
        ),
        (
            "Báo cáo quý I: < 15/03/2026 & "
            "báo cáo 6 tháng: < 15/06/2026 & "
            "báo cáo quý III: < 15/09/2026 & "
            "báo cáo năm: < 15/12/2026"
        ),
    ),
    (
        "Sơ kết tháng 6, tổng kết tháng 12",
        "Sơ kết: 01/06/2026..30/06/2026 & tổng kết: 01/12/2026..31/12/2026",
    ),
    ("Sơ kết 6 tháng, tổng kết năm", "Sơ kết: every half_year & tổng kết: every year"),
    ("Dự thảo: trước 30/6; trình ký: trước 15/7", "Dự thảo: < 30/06/2026 & trình ký: < 15/07/2026"),
    (
        "Kế hoạch: Quý I; Triển khai: thường xuyên; Báo cáo: khi có yêu cầu",
        ("Kế hoạch: 01/01/2026..31/03/2026 & Triển khai: always & Báo cáo: when «khi có yêu cầu»"),
    ),
    (
        "Xây dựng Kế hoạch: Quý IV/2025; Tổ chức thực hiện: năm 2026",
        ("Xây dựng Kế hoạch: 01/10/2025..31/12/2025 & Tổ chức thực hiện: 01/01/2026..31/12/2026"),
    ),
    ("Hoàn thành trước 30/6; thường xuyên cập nhật", "< 30/06/2026 & cập nhật: always"),
    ("Quý I và thường xuyên", "01/01/2026..31/03/2026 & always"),
    ("Quý I, thường xuyên", "01/01/2026..31/03/2026 & always"),
    ("Tháng 1 và khi có thay đổi", "01/01/2026..31/01/2026 & when «khi có thay đổi»"),
    (
        "Trong quý I và khi có sự thay đổi về nhân sự",
        "01/01/2026..31/03/2026 & when «khi có sự thay đổi về nhân sự»",
    ),
    (
        "Quý II; theo kế hoạch của UBND tỉnh",
        "01/04/2026..30/06/2026 & when «theo kế hoạch của UBND tỉnh»",
    ),
    (
        "Quý II (theo kế hoạch của UBND tỉnh)",
        "01/04/2026..30/06/2026 & when «theo kế hoạch của UBND tỉnh»",
    ),
    (
        "Quý II theo kế hoạch của UBND tỉnh",
        "01/04/2026..30/06/2026 & when «theo kế hoạch của UBND tỉnh»",
    ),
    (
        "Trước ngày 15/12 hoặc theo yêu cầu của Sở Nội vụ",
        "< 15/12/2026 & when «theo yêu cầu của Sở Nội vụ»",
    ),
    ("Trước ngày 15/12 hằng năm hoặc khi có yêu cầu", "every year 15/12 & when «khi có yêu cầu»"),
    (
        (
            "Báo cáo tháng: trước ngày 20; báo cáo quý: trước ngày 15 tháng cuối quý; báo "
            "cáo năm: trước 15/12"
        ),
        (
            "Báo cáo: every month 20 & "
            "báo cáo: every quarter 15/03 15/06 15/09 15/12 & "
            "báo cáo năm: < 15/12/2026"
        ),
    ),
    (
        "Báo cáo tháng trước ngày 20 hàng tháng; báo cáo quý trước ngày 20 tháng cuối quý",
        "Báo cáo: every month 20 & báo cáo: every quarter 20/03 20/06 20/09 20/12",
    ),
    (
        "Định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 10/12)",
        "Định kỳ 6 tháng: < 10/06/2026 & năm: < 10/12/2026",
    ),
    (
        "Báo cáo định kỳ 6 tháng trước ngày 15/6 và năm trước ngày 15/12",
        "Báo cáo định kỳ 6 tháng: < 15/06/2026 & năm: < 15/12/2026",
    ),
    ("6 tháng trước ngày 15/6; năm trước ngày 15/12", "6 tháng: < 15/06/2026 & năm: < 15/12/2026"),
    (
        "Trước ngày 15/6 (báo cáo 6 tháng); trước ngày 15/12 (báo cáo năm)",
        "báo cáo 6 tháng: < 15/06/2026 & báo cáo năm: < 15/12/2026",
    ),
    (
        "Trước ngày 15/6 đối với báo cáo 6 tháng; trước ngày 15/12 đối với báo cáo năm",
        "đối với báo cáo 6 tháng: < 15/06/2026 & đối với báo cáo năm: < 15/12/2026",
    ),
    (
        "Chậm nhất ngày 20 tháng cuối quý, ngày 10/12 đối với báo cáo năm",
        "every quarter 20/03 20/06 20/09 20/12 & đối với báo cáo năm: <= 10/12/2026",
    ),
    ("Tháng 9, trước khai giảng", "01/09/2026..30/09/2026 & when «trước khai giảng»"),
    ("Đến 30/6 đạt 50%, đến 31/12 đạt 100%", "đạt 50%: <= 30/06/2026 & đạt 100%: <= 31/12/2026"),
    (
        "Trong quý II: 01 lớp; quý IV: 01 lớp",
        "01 lớp: 01/04/2026..30/06/2026 & 01 lớp: 01/10/2026..31/12/2026",
    ),
    ("Thường xuyên; đúng quy định", "always & unclear «đúng quy định»"),
    ("Quý I; đúng quy định", "01/01/2026..31/03/2026 & unclear «đúng quy định»"),
    ("Sáu tháng, chín tháng, cuối năm", "every half_year & every nine_months & <= 31/12/2026"),
    (
        "Báo cáo tháng, quý, 6 tháng, năm theo quy định",
        (
            "Báo cáo: every month & "
            "Báo cáo: every quarter & "
            "Báo cáo: every half_year & "
            "Báo cáo: every year"
        ),
    ),
    ("Báo cáo 6 tháng và năm", "Báo cáo: every half_year & Báo cáo: every year"),
    ("Báo cáo 6 tháng, năm", "Báo cáo: every half_year & Báo cáo: every year"),
    ("Hàng quý, hàng năm (hoặc đột xuất)", "every quarter & every year & when «đột xuất»"),
    (
        "Hàng quý hoặc đột xuất theo yêu cầu của UBND tỉnh",
        "every quarter & when «đột xuất theo yêu cầu của UBND tỉnh»",
    ),
    ("Hàng tháng hoặc khi cần thiết", "every month & when «khi cần thiết»"),
    ("Thường xuyên, đột xuất", "always & when «đột xuất»"),
    ("Thường xuyên + đột xuất", "always & when «đột xuất»"),
    ("Thường xuyên khi có phát sinh", "always & when «khi có phát sinh»"),
    ("Thường xuyên theo chỉ đạo của UBND tỉnh", "always & when «theo chỉ đạo của UBND tỉnh»"),
    ("Thường xuyên hàng tháng", "always & every month"),
    (
        "Trước 30/6/2026 (theo yêu cầu của UBND tỉnh)",
        "< 30/06/2026 & when «theo yêu cầu của UBND tỉnh»",
    ),
    ("Trước 30/6/2026, riêng cấp xã trước 15/6/2026", "< 30/06/2026 & riêng cấp xã: < 15/06/2026"),
    ("Cấp sở: trước 30/6; cấp xã: trước 15/6", "Cấp sở: < 30/06/2026 & cấp xã: < 15/06/2026"),
    (
        "Cấp tỉnh: Quý I; Cấp huyện: Quý II; Cấp xã: Quý III",
        (
            "Cấp tỉnh: 01/01/2026..31/03/2026 & "
            "Cấp huyện: 01/04/2026..30/06/2026 & "
            "Cấp xã: 01/07/2026..30/09/2026"
        ),
    ),
    (
        "Phòng: trước ngày 10; Sở: trước ngày 15 hàng tháng",
        "unclear «Phòng: trước ngày 10» & Sở: every month 15",
    ),
    (
        "Đơn vị gửi trước ngày 10; Sở tổng hợp trước ngày 15 hàng tháng",
        "unclear «Đơn vị gửi trước ngày 10» & Sở tổng hợp: every month 15",
    ),
    ("Quý I: 50%; Quý II: 100%", "50%: 01/01/2026..31/03/2026 & 100%: 01/04/2026..30/06/2026"),
    ("50% quý I, 100% quý II", "50%: 01/01/2026..31/03/2026 & 100%: 01/04/2026..30/06/2026"),
    (
        "Trước ngày 20/3 (quý I), 20/6 (6 tháng), 20/9 (quý III), 20/12 (năm)",
        ("quý I: < 20/03/2026 & 6 tháng: < 20/06/2026 & quý III: < 20/09/2026 & năm: < 20/12/2026"),
    ),
    (
        "Hàng quý (ngày 20 tháng cuối quý), năm (ngày 15/12)",
        "every quarter 20/03 20/06 20/09 20/12 & năm: <= 15/12/2026",
    ),
    ("Định kỳ hàng quý và báo cáo năm", "every quarter & báo cáo: every year"),
    ("Định kỳ 6 tháng và cuối năm", "every half_year & <= 31/12/2026"),
    ("6 tháng và cuối năm", "every half_year & <= 31/12/2026"),
    ("Đến năm 2025, định hướng đến năm 2030", "<= 31/12/2025 & định hướng: <= 31/12/2030"),
    ("Báo cáo năm trước ngày 31/12", "Báo cáo năm: < 31/12/2026"),
    ("Trong năm 2026, trước ngày 30/11", "01/01/2026..31/12/2026 & < 30/11/2026"),
]


@pytest.mark.parametrize(("phrase", "expected"), cases(CASES))
def test_a_composite_cell_gives_one_schedule_a_part(phrase: str, expected: str) -> None:
    assert written(understand(phrase, 2026)) == expected
