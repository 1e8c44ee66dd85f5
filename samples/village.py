"""The plan of the fictional xã Bình Minh, tỉnh Mẫu, for 2026: its task table."""

from __future__ import annotations

from datetime import date

from tests.plans.phrases import months, quarter, recurring, window

from samples.commune_units import CULTURE, DESK, ECONOMY, EVERYONE, OFFICE
from samples.drafting import CONTINUOUS, Line, Part, before, promise, waits
from samples.drafting import YEAR as Y

VILLAGE: tuple[Part, ...] = (
    Part(
        "leadership",
        "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        (
            Line(
                "Ban hành Kế hoạch cải cách hành chính năm 2026",
                "Kế hoạch",
                OFFICE,
                EVERYONE,
                "Tháng 01",
                [months(Y, 1, 1)],
            ),
            Line(
                "Phân công thành viên UBND phụ trách từng tiêu chí chấm điểm",
                "Thông báo phân công",
                OFFICE,
                EVERYONE,
                "Trước 15/02",
                before(2, 15),
            ),
            Line(
                "Kiểm tra cải cách hành chính tại các bộ phận thuộc xã",
                "Kế hoạch; Kết luận kiểm tra",
                OFFICE,
                CULTURE,
                "Quý II, Quý IV",
                [quarter(Y, 2), quarter(Y, 4)],
            ),
            Line(
                "Họp giao ban cải cách hành chính",
                "Thông báo kết luận",
                OFFICE,
                EVERYONE,
                "Hàng tháng",
                [recurring(Y, "month")],
            ),
            Line(
                "Báo cáo kết quả cải cách hành chính gửi Sở Nội vụ",
                "Báo cáo",
                OFFICE,
                EVERYONE,
                "Định kỳ quý, 6 tháng, năm",
                [recurring(Y, "quarter"), recurring(Y, "half_year"), recurring(Y, "year")],
            ),
            Line(
                "Tự chấm điểm Chỉ số cải cách hành chính cấp xã",
                "Báo cáo tự chấm điểm",
                OFFICE,
                CULTURE,
                "Trước ngày 05/12",
                before(12, 5),
            ),
        ),
    ),
    Part(
        "communication",
        "THÔNG TIN, TUYÊN TRUYỀN",
        (
            Line(
                "Tuyên truyền cải cách hành chính trên hệ thống truyền thanh cơ sở",
                "Bài phát thanh",
                CULTURE,
                OFFICE,
                "Hàng tuần",
                [recurring(Y, "week")],
            ),
            Line(
                "Tuyên truyền, hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa",
                "Hội nghị; Tờ gấp",
                CULTURE,
                DESK,
                "Quý III",
                [quarter(Y, 3)],
            ),
        ),
    ),
    Part(
        "institutions",
        "CẢI CÁCH THỂ CHẾ",
        (
            Line(
                "Rà soát văn bản do HĐND, UBND xã ban hành",
                "Báo cáo; Danh mục văn bản",
                OFFICE,
                ECONOMY,
                "Trước ngày 30/9/2026",
                before(9, 30),
            ),
            Line(
                "Theo dõi thi hành pháp luật về đất đai, xây dựng",
                "Kế hoạch; Báo cáo",
                OFFICE,
                ECONOMY,
                "Kế hoạch: Quý I; Báo cáo: Quý IV",
                [quarter(Y, 1, "Kế hoạch"), quarter(Y, 4, "Báo cáo")],
            ),
        ),
    ),
    Part(
        "procedures",
        "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        (
            Line(
                "Niêm yết công khai thủ tục hành chính tại nơi tiếp nhận",
                "Bảng niêm yết",
                DESK,
                OFFICE,
                "Thường xuyên",
                CONTINUOUS,
            ),
            Line(
                "Nhận hồ sơ của người dân ở mọi nơi trong tỉnh",
                "Sổ theo dõi điện tử",
                DESK,
                EVERYONE,
                "Thường xuyên",
                CONTINUOUS,
            ),
            Line(
                "Xin lỗi người dân khi trả kết quả trễ hẹn",
                "Thư xin lỗi",
                DESK,
                ECONOMY,
                "Khi có hồ sơ trễ hẹn",
                waits("Khi có hồ sơ trễ hẹn"),
            ),
            Line(
                "Khảo sát sự hài lòng của người dân",
                "Tối thiểu 200 phiếu khảo sát",
                DESK,
                CULTURE,
                "6 tháng/lần",
                [recurring(Y, "half_year")],
                promises=(promise("Tối thiểu 200 phiếu khảo sát", "count", ">=", 200, "phiếu"),),
            ),
            Line(
                "Rà soát, kiến nghị cắt giảm giấy tờ trong thủ tục hộ tịch, chứng thực",
                "Văn bản kiến nghị",
                OFFICE,
                DESK,
                "Quý II/2026",
                [quarter(Y, 2)],
            ),
        ),
    ),
    Part(
        "organisation",
        "CẢI CÁCH TỔ CHỨC BỘ MÁY",
        (
            Line(
                "Ban hành quy chế làm việc của các phòng thuộc xã",
                "Quy chế",
                OFFICE,
                CULTURE,
                "Quý I",
                [quarter(Y, 1)],
            ),
            Line(
                "Sắp xếp, sử dụng trụ sở dôi dư sau sáp nhập",
                "Phương án",
                ECONOMY,
                OFFICE,
                "Theo kế hoạch của UBND tỉnh",
                waits("Theo kế hoạch của UBND tỉnh"),
            ),
        ),
    ),
    Part(
        "civil_service",
        "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        (
            Line(
                "Bố trí công chức theo vị trí việc làm",
                "Quyết định phân công",
                CULTURE,
                OFFICE,
                "Trước 31/3",
                before(3, 31),
            ),
            Line(
                "Cử công chức bồi dưỡng kỹ năng số",
                "Danh sách cử học",
                CULTURE,
                OFFICE,
                "Quý II - Quý III",
                [months(Y, 4, 9)],
            ),
            Line(
                "Đánh giá, xếp loại công chức hằng quý",
                "Kết quả xếp loại",
                CULTURE,
                EVERYONE,
                "Hàng quý",
                [recurring(Y, "quarter")],
            ),
        ),
    ),
    Part(
        "public_finance",
        "CẢI CÁCH TÀI CHÍNH CÔNG",
        (
            Line(
                "Công khai thu, chi ngân sách tại nhà văn hóa",
                "Quyết định công khai",
                ECONOMY,
                OFFICE,
                "Hàng quý",
                [recurring(Y, "quarter")],
            ),
            Line(
                "Thu phí, lệ phí không dùng tiền mặt",
                "Tỷ lệ thu qua mạng đạt trên 80%",
                DESK,
                ECONOMY,
                "Trong năm 2026",
                [window(date(Y, 1, 1), date(Y, 12, 31))],
                promises=(promise("Tỷ lệ thu qua mạng đạt trên 80%", "rate", ">", 80, "%"),),
            ),
        ),
    ),
    Part(
        "digital_government",
        "XÂY DỰNG VÀ PHÁT TRIỂN CHÍNH QUYỀN SỐ",
        (
            Line(
                "Ký số, gửi nhận văn bản trên trục liên thông",
                "100% văn bản đi được ký số",
                OFFICE,
                EVERYONE,
                "Thường xuyên",
                CONTINUOUS,
                promises=(promise("100% văn bản đi được ký số", "rate", "=", 100, "%"),),
            ),
            Line(
                "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
                "Kho dữ liệu số",
                DESK,
                OFFICE,
                "Trước ngày 30/11",
                before(11, 30),
            ),
            Line(
                "Kiện toàn Tổ công nghệ số cộng đồng",
                "Quyết định",
                CULTURE,
                DESK,
                "Tháng 3/2026",
                [months(Y, 3, 3)],
            ),
        ),
    ),
)
