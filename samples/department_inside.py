"""The plan of the fictional Sở Khoa học và Công nghệ tỉnh Mẫu for 2026: work inside."""

from __future__ import annotations

from datetime import date

from tests.plans.phrases import by, month_end, months, quarter, recurring, window

from samples.department_units import (
    ALL,
    DATA,
    DESK,
    DIGITAL,
    FINANCE,
    OFFICE,
    POST,
    QUALITY,
    SCIENCE,
)
from samples.drafting import ABOVE, CONTINUOUS, Line, Part, before, promise, waits
from samples.drafting import YEAR as Y

ORGANISATION = Part(
    "organisation",
    "CẢI CÁCH TỔ CHỨC BỘ MÁY",
    (
        Line(
            "Sửa đổi quy định chức năng, nhiệm vụ của các phòng, đơn vị",
            "Tờ trình; Quyết định",
            OFFICE,
            ALL,
            "Quý II",
            [quarter(Y, 2)],
            "Bộ máy tinh gọn, không chồng chéo",
            "Rà từng nhiệm vụ sau hợp nhất, chuyển giao bằng biên bản",
        ),
        Line(
            "Đề xuất nhiệm vụ phân cấp cho UBND cấp xã",
            "Báo cáo; Danh mục đề xuất",
            ABOVE,
            POST + "; " + QUALITY,
            "Trước 31/8",
            before(8, 31),
            ABOVE,
            "Đánh giá năng lực thực hiện của cấp xã",
        ),
        Line(
            "Sắp xếp các đơn vị sự nghiệp trực thuộc",
            "Đề án",
            ABOVE,
            FINANCE,
            "Theo lộ trình của UBND tỉnh",
            waits("Theo lộ trình của UBND tỉnh"),
            ABOVE,
            "Xây dựng phương án nhân sự, tài sản, tài chính",
            "Dự toán giao",
        ),
    ),
)

CIVIL_SERVICE = Part(
    "civil_service",
    "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
    (
        Line(
            "Xây dựng lại danh mục vị trí việc làm sau hợp nhất",
            "Đề án; Tờ trình",
            OFFICE,
            ALL,
            "Quý I - Quý II",
            [months(Y, 1, 6)],
            "Đội ngũ chuyên nghiệp, trách nhiệm",
            "Cập nhật bản mô tả công việc và khung năng lực",
        ),
        Line(
            "Đào tạo, bồi dưỡng kỹ năng số và trí tuệ nhân tạo",
            "Kế hoạch; Danh sách cử học",
            ABOVE,
            DIGITAL,
            "Tháng 3 - 10",
            [months(Y, 3, 10)],
            ABOVE,
            "Bảo đảm 100% công chức, viên chức được bồi dưỡng",
            "80 triệu đồng",
            promises=(promise("100% công chức, viên chức được bồi dưỡng", "rate", "=", 100, "%"),),
        ),
        Line(
            "Đánh giá, xếp loại công chức, viên chức",
            "Kết quả xếp loại",
            ABOVE,
            ALL,
            "Định kỳ quý, năm",
            [recurring(Y, "quarter"), recurring(Y, "year")],
            ABOVE,
            "Đánh giá theo sản phẩm công việc trên phần mềm",
        ),
        Line(
            "Kiểm tra kỷ luật, kỷ cương hành chính",
            "Biên bản kiểm tra",
            ABOVE,
            ALL,
            "Thường xuyên, đột xuất",
            [{"kind": "continuous"}, {"kind": "conditional", "trigger": "đột xuất"}],
            ABOVE,
            "Kiểm tra giờ làm việc, thái độ phục vụ",
        ),
    ),
)

FINANCES = Part(
    "public_finance",
    "CẢI CÁCH TÀI CHÍNH CÔNG",
    (
        Line(
            "Công khai việc phân bổ và sử dụng ngân sách",
            "Quyết định công khai",
            FINANCE,
            OFFICE,
            "Hàng quý",
            [recurring(Y, "quarter")],
            "Sử dụng kinh phí tiết kiệm, hiệu quả",
            "Đăng trên Trang thông tin điện tử và niêm yết tại trụ sở",
        ),
        Line(
            "Giải ngân kinh phí sự nghiệp khoa học và công nghệ",
            "Đạt tối thiểu 95% kế hoạch giao",
            ABOVE,
            SCIENCE,
            "Trước ngày 31/12/2026",
            before(12, 31),
            ABOVE,
            "Giao ban tiến độ với chủ nhiệm nhiệm vụ",
            promises=(promise("Đạt tối thiểu 95% kế hoạch giao", "rate", ">=", 95, "%"),),
        ),
        Line(
            "Sửa đổi Quy chế chi tiêu nội bộ",
            "Quy chế",
            ABOVE,
            ALL,
            "Hết quý I/2026",
            [by(month_end(Y, 3), inclusive=True)],
            ABOVE,
            "Khoán chi gắn với kết quả công việc",
        ),
    ),
)

DIGITALS = Part(
    "digital_government",
    "XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
    (
        Line(
            "Ban hành Kế hoạch chuyển đổi số của Sở",
            "Kế hoạch",
            DIGITAL,
            ALL,
            "Tháng 02",
            [months(Y, 2, 2)],
            "Làm việc chủ yếu trên môi trường số",
            "Chọn nhiệm vụ có lợi ích đo đếm được",
        ),
        Line(
            "Giải quyết công việc trên hệ thống quản lý văn bản và điều hành",
            "100% văn bản đi được ký số",
            OFFICE,
            DATA,
            "Thường xuyên",
            CONTINUOUS,
            ABOVE,
            "Trừ văn bản có nội dung mật",
            promises=(promise("100% văn bản đi được ký số", "rate", "=", 100, "%"),),
        ),
        Line(
            "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
            "Kho dữ liệu số",
            DATA,
            DESK + "; " + OFFICE,
            "Trước 30/11/2026",
            before(11, 30),
            ABOVE,
            "Tái sử dụng dữ liệu đã số hóa",
            "120 triệu đồng",
        ),
        Line(
            "Kết nối dữ liệu khoa học và công nghệ với kho dữ liệu dùng chung của tỉnh",
            "Biên bản kết nối",
            DIGITAL,
            DATA + "; " + SCIENCE,
            "6 tháng cuối năm",
            [months(Y, 7, 12)],
            "Dữ liệu đúng, đủ, sạch, sống",
            "Chuẩn hóa, làm sạch dữ liệu",
        ),
        Line(
            "Đánh giá an toàn thông tin theo cấp độ",
            "Hồ sơ cấp độ; Báo cáo",
            DATA,
            POST,
            "Năm 2026",
            [window(date(Y, 1, 1), date(Y, 12, 31))],
            ABOVE,
            "Diễn tập ứng cứu sự cố",
            "Dự toán giao",
        ),
        Line(
            "Vận hành, cải tiến hệ thống quản lý chất lượng theo TCVN ISO 9001:2015",
            "Kế hoạch; Báo cáo đánh giá nội bộ",
            QUALITY,
            ALL,
            "- Kế hoạch: Tháng 3;\n- Đánh giá nội bộ: Tháng 10",
            [months(Y, 3, 3, "Kế hoạch"), months(Y, 10, 10, "Đánh giá nội bộ")],
            "Chuẩn hóa quy trình giải quyết công việc",
            "Cập nhật quy trình sau sắp xếp bộ máy",
        ),
    ),
)
