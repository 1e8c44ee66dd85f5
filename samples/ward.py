"""The plan of the fictional phường Đông Thành, tỉnh Mẫu, for 2026: its task table."""

from __future__ import annotations

from datetime import date

from tests.plans.phrases import months, quarter, recurring, window

from samples.commune_units import CULTURE, DESK, OFFICE, POLICE, URBAN, WARD_ALL
from samples.drafting import CONTINUOUS, Line, Part, before, promise, waits
from samples.drafting import YEAR as Y

WARD: tuple[Part, ...] = (
    Part(
        "leadership",
        "CHỈ ĐẠO, ĐIỀU HÀNH",
        (
            Line(
                "Xây dựng Kế hoạch cải cách hành chính của phường",
                "Kế hoạch",
                OFFICE,
                WARD_ALL,
                "Trước 31/01",
                before(1, 31),
            ),
            Line(
                "Giao khoán chỉ tiêu hồ sơ trực tuyến cho từng bộ phận",
                "Bảng giao chỉ tiêu",
                OFFICE,
                DESK,
                "Tháng 02",
                [months(Y, 2, 2)],
            ),
            Line(
                "Sơ kết, tổng kết công tác cải cách hành chính",
                "Báo cáo; Hội nghị",
                OFFICE,
                WARD_ALL,
                "Quý II, Quý IV",
                [quarter(Y, 2), quarter(Y, 4)],
            ),
            Line(
                "Theo dõi thực hiện kết luận sau kiểm tra",
                "Báo cáo khắc phục",
                OFFICE,
                CULTURE,
                "Sau khi có kết luận kiểm tra",
                waits("Sau khi có kết luận kiểm tra"),
            ),
        ),
    ),
    Part(
        "communication",
        "TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH",
        (
            Line(
                "Tuyên truyền cải cách hành chính tại tổ dân phố",
                "Buổi nói chuyện",
                CULTURE,
                DESK,
                "Hàng quý",
                [recurring(Y, "quarter")],
            ),
            Line(
                "Làm video ngắn tuyên truyền nộp hồ sơ trực tuyến",
                "Ít nhất 06 video",
                CULTURE,
                DESK,
                "Trong năm",
                [window(date(Y, 1, 1), date(Y, 12, 31))],
                promises=(promise("Ít nhất 06 video", "count", ">=", 6, "video"),),
            ),
        ),
    ),
    Part(
        "institutions",
        "CẢI CÁCH THỂ CHẾ",
        (
            Line(
                "Tự kiểm tra quyết định, chỉ thị do UBND phường ban hành",
                "Báo cáo",
                OFFICE,
                URBAN,
                "6 tháng/lần",
                [recurring(Y, "half_year")],
            ),
            Line(
                "Lấy ý kiến người dân về quy ước tổ dân phố",
                "Bản tổng hợp ý kiến; Quy ước sửa đổi",
                CULTURE,
                OFFICE,
                "Tháng 6 - 8",
                [months(Y, 6, 8)],
            ),
        ),
    ),
    Part(
        "procedures",
        "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        (
            Line(
                "Bố trí quầy ưu tiên cho người cao tuổi, người khuyết tật",
                "Quầy ưu tiên",
                DESK,
                OFFICE,
                "Quý I/2026",
                [quarter(Y, 1)],
            ),
            Line(
                "Trả kết quả tại nhà đối với hồ sơ bảo trợ xã hội",
                "Sổ trả kết quả",
                DESK,
                CULTURE,
                "Thường xuyên",
                CONTINUOUS,
            ),
            Line(
                "Liên thông thủ tục đăng ký khai sinh, thường trú, thẻ bảo hiểm y tế",
                "Quy trình liên thông",
                DESK,
                POLICE,
                "Trước ngày 31/3/2026",
                before(3, 31),
            ),
            Line(
                "Công khai hồ sơ trễ hẹn và lời xin lỗi",
                "Thông báo; Thư xin lỗi",
                DESK,
                URBAN,
                "Khi có hồ sơ trễ hẹn",
                waits("Khi có hồ sơ trễ hẹn"),
            ),
            Line(
                "Đánh giá sự hài lòng ngay tại quầy",
                "Bảng tổng hợp",
                DESK,
                OFFICE,
                "Hàng tháng",
                [recurring(Y, "month")],
            ),
        ),
    ),
    Part(
        "organisation",
        "CẢI CÁCH TỔ CHỨC BỘ MÁY",
        (
            Line(
                "Rà soát phân công nhiệm vụ giữa các phòng sau sắp xếp",
                "Quyết định phân công",
                CULTURE,
                WARD_ALL,
                "Quý II",
                [quarter(Y, 2)],
            ),
            Line(
                "Kiện toàn ban điều hành các tổ dân phố",
                "Quyết định",
                CULTURE,
                OFFICE,
                "Trước 30/6",
                before(6, 30),
            ),
        ),
    ),
    Part(
        "civil_service",
        "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        (
            Line(
                "Kiểm tra đột xuất giờ làm việc",
                "Biên bản",
                OFFICE,
                CULTURE,
                "Thường xuyên",
                CONTINUOUS,
            ),
            Line(
                "Bồi dưỡng kỹ năng giao tiếp với người dân",
                "Lớp bồi dưỡng",
                CULTURE,
                DESK,
                "Tháng 5",
                [months(Y, 5, 5)],
            ),
            Line(
                "Xếp loại công chức theo kết quả công việc",
                "Kết quả xếp loại",
                CULTURE,
                WARD_ALL,
                "Hàng quý, năm",
                [recurring(Y, "quarter"), recurring(Y, "year")],
            ),
        ),
    ),
    Part(
        "public_finance",
        "CẢI CÁCH TÀI CHÍNH CÔNG",
        (
            Line(
                "Niêm yết công khai thu, chi các khoản đóng góp",
                "Bảng niêm yết",
                URBAN,
                OFFICE,
                "6 tháng/lần",
                [recurring(Y, "half_year")],
            ),
            Line(
                "Kiểm kê tài sản công sau sáp nhập",
                "Biên bản; Báo cáo",
                URBAN,
                OFFICE,
                "Trước ngày 30/9",
                before(9, 30),
            ),
            Line(
                "Lập quy chế chi tiêu nội bộ mới",
                "Quy chế",
                URBAN,
                WARD_ALL,
                "Tháng 01/2026",
                [months(Y, 1, 1)],
            ),
        ),
    ),
    Part(
        "digital_government",
        "XÂY DỰNG CHÍNH QUYỀN SỐ",
        (
            Line(
                "Cấp chữ ký số cá nhân miễn phí cho người dân",
                "Tối thiểu 500 chữ ký số",
                DESK,
                CULTURE,
                "Trước 30/11",
                before(11, 30),
                promises=(promise("Tối thiểu 500 chữ ký số", "count", ">=", 500, "chữ ký số"),),
            ),
            Line(
                "Lắp đặt điểm truy cập dịch vụ công tại nhà văn hóa",
                "Điểm truy cập",
                CULTURE,
                DESK,
                "6 tháng đầu năm",
                [months(Y, 1, 6)],
            ),
            Line(
                "Số hóa sổ hộ tịch",
                "Cơ sở dữ liệu hộ tịch",
                OFFICE,
                DESK,
                "Năm 2026",
                [window(date(Y, 1, 1), date(Y, 12, 31))],
            ),
            Line(
                "Ký số văn bản đi trên trục liên thông",
                "100% văn bản đi được ký số",
                OFFICE,
                WARD_ALL,
                "Thường xuyên",
                CONTINUOUS,
                promises=(promise("100% văn bản đi được ký số", "rate", "=", 100, "%"),),
            ),
        ),
    ),
)
