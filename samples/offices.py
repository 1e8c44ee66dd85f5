"""Two smaller pieces: the department's index plan in running text, a sub-department's appendix."""

from __future__ import annotations

from datetime import date

from tests.plans.phrases import months, quarter, recurring, window

from samples.drafting import CONTINUOUS, Line, Part, before, promise
from samples.drafting import YEAR as Y

Item = tuple[str, str | None, list[dict[str, object]], str, str]

INDEX_TASKS: tuple[tuple[str, str, tuple[Item, ...]], ...] = (
    (
        "leadership",
        "Công tác chỉ đạo, điều hành",
        (
            (
                "Phân công lãnh đạo Sở phụ trách từng nhóm tiêu chí, trước ngày 20/3/2026.",
                "trước ngày 20/3/2026",
                before(3, 20),
                "",
                "",
            ),
            ("Lập hồ sơ tài liệu kiểm chứng ngay khi hoàn thành từng nhiệm vụ.", None, [], "", ""),
            ("Đưa kết quả khắc phục từng tiêu chí vào nội dung giao ban của Sở.", None, [], "", ""),
        ),
    ),
    (
        "institutions",
        "Cải cách thể chế",
        (
            (
                "Hoàn thành rà soát văn bản theo Luật Khoa học, công nghệ và đổi mới sáng tạo "
                "trong quý II/2026.",
                "quý II/2026",
                [quarter(Y, 2)],
                "",
                "",
            ),
            (
                "Gửi dự thảo văn bản lấy ý kiến đúng thời hạn, do Văn phòng Sở chủ trì, phối hợp "
                "với Phòng Quản lý Khoa học.",
                None,
                [],
                "Văn phòng Sở",
                "Phòng Quản lý Khoa học",
            ),
            (
                "Xử lý dứt điểm văn bản trái quy định đã được cơ quan có thẩm quyền kiến nghị.",
                None,
                [],
                "",
                "",
            ),
        ),
    ),
    (
        "procedures",
        "Cải cách thủ tục hành chính",
        (
            (
                "Đồng bộ đầy đủ hồ sơ lên Cổng Dịch vụ công quốc gia, không để hồ sơ treo.",
                None,
                [],
                "",
                "",
            ),
            (
                "Rút kinh nghiệm từng hồ sơ quá hạn; công khai nguyên nhân tại bảng tin của Sở.",
                None,
                [],
                "",
                "",
            ),
            (
                "Rà lại quy trình nội bộ của các thủ tục có nhiều hồ sơ, trước ngày 31/5/2026.",
                "trước ngày 31/5/2026",
                before(5, 31),
                "",
                "",
            ),
            (
                "Công khai đầy đủ địa chỉ tiếp nhận phản ánh, kiến nghị tại nơi làm việc.",
                None,
                [],
                "",
                "",
            ),
        ),
    ),
    (
        "organisation",
        "Cải cách tổ chức bộ máy",
        (
            (
                "Báo cáo kết quả sử dụng biên chế, số lượng cấp phó, gửi Sở Nội vụ trước ngày "
                "15/11/2026.",
                "trước ngày 15/11/2026",
                before(11, 15),
                "",
                "",
            ),
            (
                "Kiểm tra các nhiệm vụ đã phân cấp, do Văn phòng Sở chủ trì, phối hợp với Chi cục "
                "Tiêu chuẩn Đo lường Chất lượng.",
                None,
                [],
                "Văn phòng Sở",
                "Chi cục Tiêu chuẩn Đo lường Chất lượng",
            ),
        ),
    ),
    (
        "civil_service",
        "Cải cách chế độ công vụ",
        (
            (
                "Hoàn thiện hồ sơ vị trí việc làm, trình phê duyệt trước 30/6/2026.",
                "trước 30/6/2026",
                before(6, 30),
                "",
                "",
            ),
            ("Chấn chỉnh việc cập nhật dữ liệu cán bộ, công chức, viên chức.", None, [], "", ""),
            ("Không để công chức bị kỷ luật do vi phạm đạo đức công vụ.", None, [], "", ""),
        ),
    ),
    (
        "public_finance",
        "Cải cách tài chính công",
        (
            ("Thực hiện kịp thời kết luận kiểm toán, thanh tra về tài chính.", None, [], "", ""),
            ("Đẩy nhanh nghiệm thu nhiệm vụ khoa học để giải ngân đúng niên độ.", None, [], "", ""),
        ),
    ),
    (
        "digital_government",
        "Xây dựng chính quyền số",
        (
            (
                "Tăng tỷ lệ hồ sơ tái sử dụng dữ liệu đã số hóa, do Trung tâm Công nghệ số "
                "chủ trì, phối hợp với Văn phòng Sở.",
                None,
                [],
                "Trung tâm Công nghệ số",
                "Văn phòng Sở",
            ),
            (
                "Khắc phục lỗi ký số trên văn bản điện tử trong tháng 4/2026.",
                "tháng 4/2026",
                [months(Y, 4, 4)],
                "",
                "",
            ),
            (
                "Công bố hệ thống quản lý chất lượng phù hợp TCVN ISO 9001:2015 sau sắp xếp.",
                None,
                [],
                "",
                "",
            ),
        ),
    ),
)

ADMIN, MEASURE = "Phòng Hành chính - Tổng hợp", "Phòng Quản lý Đo lường"
STANDARD, TEST = "Phòng Quản lý Tiêu chuẩn Chất lượng", "Trung tâm Kỹ thuật"
QUALITY_TASKS: tuple[Part, ...] = (
    Part(
        "leadership",
        "CHỈ ĐẠO, ĐIỀU HÀNH",
        (
            Line(
                "Ban hành Kế hoạch cải cách hành chính năm 2026 của Chi cục",
                "Kế hoạch",
                ADMIN,
                f"{MEASURE}; {STANDARD}",
                "Tháng 01/2026",
                [months(Y, 1, 1)],
            ),
            Line(
                "Báo cáo kết quả cải cách hành chính gửi Văn phòng Sở",
                "Báo cáo",
                ADMIN,
                f"{MEASURE}; {STANDARD}; {TEST}",
                "Định kỳ quý, năm",
                [recurring(Y, "quarter"), recurring(Y, "year")],
            ),
            Line(
                "Kiểm tra việc thực hiện quy chế làm việc",
                "Biên bản kiểm tra",
                ADMIN,
                TEST,
                "Quý III/2026",
                [quarter(Y, 3)],
            ),
        ),
    ),
    Part(
        "institutions",
        "CẢI CÁCH THỂ CHẾ",
        (
            Line(
                "Góp ý dự thảo quy chuẩn kỹ thuật địa phương",
                "Văn bản góp ý",
                STANDARD,
                MEASURE,
                "Khi có yêu cầu",
                [{"kind": "conditional", "trigger": "Khi có yêu cầu"}],
            ),
            Line(
                "Rà soát quy định về đo lường, chất lượng của tỉnh",
                "Báo cáo; Danh mục văn bản",
                STANDARD,
                ADMIN,
                "Trước 31/8",
                before(8, 31),
            ),
        ),
    ),
    Part(
        "procedures",
        "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        (
            Line(
                "Rà soát thủ tục công bố hợp chuẩn, hợp quy",
                "Báo cáo rà soát",
                STANDARD,
                ADMIN,
                "Quý II/2026",
                [quarter(Y, 2)],
            ),
            Line(
                "Giải quyết hồ sơ đăng ký sử dụng dấu định lượng",
                "100% hồ sơ trả đúng hẹn",
                MEASURE,
                ADMIN,
                "Thường xuyên",
                CONTINUOUS,
                promises=(promise("100% hồ sơ trả đúng hẹn", "rate", "=", 100, "%"),),
            ),
            Line(
                "Chuẩn hóa quy trình điện tử giải quyết hồ sơ",
                "Quy trình nội bộ",
                ADMIN,
                f"{MEASURE}; {STANDARD}",
                "Trước ngày 31/5/2026",
                before(5, 31),
            ),
            Line(
                "Đối thoại với doanh nghiệp về ghi nhãn, mã số mã vạch",
                "Thông báo kết luận",
                STANDARD,
                TEST,
                "Tháng 10",
                [months(Y, 10, 10)],
            ),
        ),
    ),
    Part(
        "civil_service",
        "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        (
            Line(
                "Bồi dưỡng kiểm định viên, thử nghiệm viên",
                "Danh sách cử học",
                ADMIN,
                TEST,
                "Tháng 4 - 6",
                [months(Y, 4, 6)],
            ),
            Line(
                "Đánh giá, xếp loại công chức, viên chức",
                "Kết quả xếp loại",
                ADMIN,
                f"{MEASURE}; {STANDARD}; {TEST}",
                "Trước 15/12",
                before(12, 15),
            ),
        ),
    ),
    Part(
        "public_finance",
        "CẢI CÁCH TÀI CHÍNH CÔNG",
        (
            Line(
                "Xây dựng phương án tự chủ tài chính của Trung tâm Kỹ thuật",
                "Phương án",
                TEST,
                ADMIN,
                "Quý III",
                [quarter(Y, 3)],
            ),
            Line(
                "Công khai giá dịch vụ kiểm định, thử nghiệm",
                "Bảng giá",
                TEST,
                ADMIN,
                "Cả năm 2026",
                [window(date(Y, 1, 1), date(Y, 12, 31))],
            ),
        ),
    ),
    Part(
        "digital_government",
        "XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
        (
            Line(
                "Hướng dẫn áp dụng TCVN ISO 9001:2015 tại cơ quan hành chính cấp xã",
                "Kế hoạch; Biên bản kiểm tra",
                STANDARD,
                TEST,
                "Kế hoạch: Quý I; Kiểm tra: Quý III",
                [quarter(Y, 1, "Kế hoạch"), quarter(Y, 3, "Kiểm tra")],
            ),
            Line(
                "Số hóa hồ sơ kiểm định phương tiện đo",
                "Kho dữ liệu số",
                MEASURE,
                TEST,
                "Trước 30/11",
                before(11, 30),
            ),
            Line(
                "Cập nhật cơ sở dữ liệu tiêu chuẩn trên trang thông tin điện tử",
                "Cơ sở dữ liệu tiêu chuẩn",
                STANDARD,
                ADMIN,
                "Hàng tháng",
                [recurring(Y, "month")],
            ),
        ),
    ),
)
