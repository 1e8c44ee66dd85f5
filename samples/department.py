"""The plan of the fictional Sở Khoa học và Công nghệ tỉnh Mẫu for 2026: its task table."""

from __future__ import annotations

from datetime import date

from tests.plans.phrases import by, months, quarter, recurring

from samples.department_inside import CIVIL_SERVICE, DIGITALS, FINANCES, ORGANISATION
from samples.department_units import (
    ALL,
    DATA,
    DESK,
    DIGITAL,
    FINANCE,
    INNOVATION,
    OFFICE,
    QUALITY,
    SCIENCE,
)
from samples.drafting import ABOVE, CONTINUOUS, Line, Part, before, promise, waits
from samples.drafting import YEAR as Y

LEADERSHIP = Part(
    "leadership",
    "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    (
        Line(
            "Xây dựng, ban hành Kế hoạch cải cách hành chính năm 2026",
            "Kế hoạch",
            OFFICE,
            ALL,
            "Tháng 01/2026",
            [months(Y, 1, 1)],
            "Chỉ đạo thống nhất, rõ trách nhiệm từng đầu mối",
            "Lấy đề xuất từ cơ sở; thẩm định tính khả thi; trình Giám đốc Sở ký",
        ),
        Line(
            "Giao chỉ tiêu cải cách hành chính cho từng phòng, đơn vị",
            "Quyết định; Bảng chỉ tiêu",
            ABOVE,
            ABOVE,
            "Trước ngày 15/02/2026",
            before(2, 15),
            ABOVE,
            "Gắn mỗi chỉ tiêu với tiêu chí của Chỉ số cải cách hành chính và tài liệu kiểm chứng",
        ),
        Line(
            "Giao ban cải cách hành chính",
            "Thông báo kết luận",
            ABOVE,
            ABOVE,
            "Hàng quý",
            [recurring(Y, "quarter")],
            ABOVE,
            "Rà từng nhiệm vụ chậm, xác định nguyên nhân và thời hạn khắc phục",
        ),
        Line(
            "Kiểm tra cải cách hành chính tại các phòng, đơn vị",
            "Kế hoạch; Báo cáo kết quả",
            OFFICE,
            SCIENCE + "; " + FINANCE,
            "- Kế hoạch: Quý I;\n- Báo cáo kết quả: Trước ngày 30/10",
            [
                quarter(Y, 1, "Kế hoạch"),
                by(date(Y, 10, 30), inclusive=False, note="Báo cáo kết quả"),
            ],
            "Phát hiện, khắc phục sớm hạn chế",
            "Kiểm tra tối thiểu 30% số phòng, đơn vị, có kiểm tra đột xuất",
            "20 triệu đồng",
            promises=(promise("Kiểm tra tối thiểu 30% số phòng, đơn vị", "rate", ">=", 30, "%"),),
        ),
        Line(
            "Tự chấm điểm Chỉ số cải cách hành chính năm 2026",
            "Báo cáo tự chấm điểm",
            ABOVE,
            ALL,
            "Trước ngày 10/12",
            before(12, 10),
            "Đánh giá đúng kết quả thực hiện",
            "Thu thập tài liệu kiểm chứng, cập nhật lên phần mềm chấm điểm",
        ),
        Line(
            "Phát động và xét sáng kiến cải cách hành chính",
            "Văn bản phát động; Quyết định công nhận",
            INNOVATION,
            ALL,
            "Quý II, Quý IV",
            [quarter(Y, 2), quarter(Y, 4)],
            "Khuyến khích cách làm mới",
            "Công nhận ít nhất 03 sáng kiến cấp cơ sở",
            "Dự toán giao",
            promises=(
                promise("Công nhận ít nhất 03 sáng kiến cấp cơ sở", "count", ">=", 3, "sáng kiến"),
            ),
        ),
    ),
)

COMMUNICATION = Part(
    "communication",
    "THÔNG TIN, TUYÊN TRUYỀN",
    (
        Line(
            "Ban hành Kế hoạch tuyên truyền cải cách hành chính",
            "Kế hoạch",
            OFFICE,
            DATA,
            "Tháng 02/2026",
            [months(Y, 2, 2)],
            "Nâng cao nhận thức và sự đồng thuận",
            "Xác định nội dung theo từng quý",
        ),
        Line(
            "Đăng tin, bài về cải cách hành chính trên Trang thông tin điện tử của Sở",
            "Chuyên mục cải cách hành chính",
            DATA,
            ALL,
            "Thường xuyên",
            CONTINUOUS,
            ABOVE,
            "Mỗi tháng đăng tối thiểu 04 tin, bài",
            "Dự toán giao",
            promises=(
                promise("Mỗi tháng đăng tối thiểu 04 tin, bài", "count", ">=", 4, "tin, bài"),
            ),
        ),
        Line(
            "Tập huấn nghiệp vụ cải cách hành chính cho công chức đầu mối",
            "Kế hoạch; Tài liệu tập huấn",
            OFFICE,
            DIGITAL,
            "Quý II/2026",
            [quarter(Y, 2)],
            ABOVE,
            "Thực hành trên hồ sơ thật của Sở",
            "15 triệu đồng",
        ),
    ),
)

INSTITUTIONS = Part(
    "institutions",
    "CẢI CÁCH THỂ CHẾ",
    (
        Line(
            "Tham mưu văn bản quy phạm pháp luật về khoa học, công nghệ và đổi mới sáng tạo",
            "Tờ trình; Dự thảo Nghị quyết; Dự thảo Quyết định",
            SCIENCE,
            INNOVATION + "; " + OFFICE,
            "Theo chương trình công tác của UBND tỉnh",
            waits("Theo chương trình công tác của UBND tỉnh"),
            "Hoàn thiện cơ chế, chính sách của tỉnh",
            "Lấy ý kiến, đánh giá tác động, đăng dự thảo để nhân dân góp ý ít nhất 20 ngày",
            "60 triệu đồng",
            promises=(
                promise(
                    "đăng dự thảo để nhân dân góp ý ít nhất 20 ngày", "duration", ">=", 20, "ngày"
                ),
            ),
        ),
        Line(
            "Rà soát văn bản quy phạm pháp luật chịu tác động của luật mới",
            "Báo cáo rà soát; Danh mục văn bản",
            OFFICE,
            ALL,
            "Trước ngày 30/9",
            before(9, 30),
            ABOVE,
            "Đối chiếu từng văn bản, đề xuất sửa đổi, thay thế hoặc bãi bỏ",
        ),
        Line(
            "Theo dõi thi hành pháp luật về sở hữu trí tuệ",
            "Kế hoạch; Báo cáo",
            INNOVATION,
            QUALITY,
            "Kế hoạch: Quý I; Báo cáo: trước 15/11",
            [quarter(Y, 1, "Kế hoạch"), by(date(Y, 11, 15), inclusive=False, note="Báo cáo")],
            "Đưa quy định vào thực tế",
            "Khảo sát tại doanh nghiệp và hợp tác xã",
            "25 triệu đồng",
        ),
        Line(
            "Kiểm tra văn bản hành chính và quy phạm đã tham mưu",
            "Báo cáo",
            OFFICE,
            ALL,
            "6 tháng/lần",
            [recurring(Y, "half_year")],
            ABOVE,
            "Kiểm tra thể thức và thẩm quyền ban hành",
        ),
    ),
)

PROCEDURES = Part(
    "procedures",
    "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    (
        Line(
            "Lập Kế hoạch kiểm soát thủ tục hành chính",
            "Kế hoạch",
            OFFICE,
            ALL,
            "Tháng 01",
            [months(Y, 1, 1)],
            "Thủ tục đơn giản, công khai, dễ thực hiện",
            "Chọn nhóm thủ tục cần rà soát trọng tâm",
        ),
        Line(
            "Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực khoa học và công nghệ",
            "Báo cáo; Phương án đơn giản hóa",
            ABOVE,
            SCIENCE + "; " + QUALITY,
            "Trước ngày 31/7",
            before(7, 31),
            ABOVE,
            "Cắt giảm tối thiểu 30% thời gian giải quyết",
            "",
            promises=(
                promise("Cắt giảm tối thiểu 30% thời gian giải quyết", "rate", ">=", 30, "%"),
            ),
        ),
        Line(
            "Tham mưu công bố thủ tục hành chính theo quyết định của Bộ",
            "Tờ trình; Dự thảo Quyết định",
            ABOVE,
            ALL,
            "Trong 05 ngày làm việc kể từ ngày Bộ công bố",
            [
                {
                    "kind": "conditional",
                    "trigger": "Trong 05 ngày làm việc kể từ ngày Bộ công bố",
                    "offset": {"amount": 5, "unit": "working_day"},
                }
            ],
            ABOVE,
            "Cập nhật lên Cơ sở dữ liệu quốc gia về thủ tục hành chính",
        ),
        Line(
            "Tiếp nhận và trả kết quả tại Trung tâm Phục vụ hành chính công tỉnh",
            "Báo cáo",
            OFFICE,
            DESK,
            "Thường xuyên",
            CONTINUOUS,
            "Nâng cao chất lượng phục vụ",
            "Trả kết quả đúng hẹn; xin lỗi bằng văn bản khi trễ hẹn",
        ),
        Line(
            "Khảo sát mức độ hài lòng của tổ chức, cá nhân",
            "Phiếu khảo sát; Báo cáo",
            ABOVE,
            DESK,
            "Quý III",
            [quarter(Y, 3)],
            ABOVE,
            "Khảo sát không dưới 150 phiếu",
            "10 triệu đồng",
            promises=(promise("Khảo sát không dưới 150 phiếu", "count", ">=", 150, "phiếu"),),
        ),
        Line(
            "Xử lý phản ánh, kiến nghị về quy định hành chính",
            "Văn bản trả lời",
            ABOVE,
            ALL,
            "Khi phát sinh",
            waits("Khi phát sinh"),
            ABOVE,
            "Trả lời trên hệ thống, công khai nội dung trả lời",
        ),
    ),
)

TABLE = (
    LEADERSHIP,
    COMMUNICATION,
    INSTITUTIONS,
    PROCEDURES,
    ORGANISATION,
    CIVIL_SERVICE,
    FINANCES,
    DIGITALS,
)
