"""Goals with and without numbers, citations, and what else the body of a plan says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.plans.work import Promise


@dataclass(frozen=True, slots=True)
class Goal:
    """A sentence of the goals and the numbers it commits to."""

    text: str
    promises: tuple[Promise, ...] = ()


def goal(text: str, *promises: tuple[str, str, str, int | float, str]) -> Goal:
    return Goal(text, tuple(Promise("goal", *p) for p in promises))


GOALS = (
    goal(
        "Ít nhất 96% hồ sơ được trả kết quả đúng hẹn hoặc sớm hẹn.",
        ("Ít nhất 96% hồ sơ được trả kết quả đúng hẹn hoặc sớm hẹn", "rate", ">=", 96, "%"),
    ),
    goal(
        "Trên 85% hồ sơ nộp qua mạng được duyệt ngay lần nộp đầu.",
        ("Trên 85% hồ sơ nộp qua mạng được duyệt ngay lần nộp đầu", "rate", ">", 85, "%"),
    ),
    goal(
        "100% thủ tục hành chính có mã QR để tra cứu.",
        ("100% thủ tục hành chính có mã QR để tra cứu", "rate", "=", 100, "%"),
    ),
    Goal(
        "Giảm 20-25% thời gian xử lý văn bản đến so với năm {last}.",
        (Promise("goal", "Giảm 20-25% thời gian xử lý văn bản đến", "rate", "=", 20, "%", 25),),
    ),
    goal(
        "Số hồ sơ bị trả lại để bổ sung không vượt quá 2%.",
        ("Số hồ sơ bị trả lại để bổ sung không vượt quá 2%", "rate", "<=", 2, "%"),
    ),
    goal(
        "Tỷ lệ công việc quá hạn dưới 1,5%; không có đơn thư kéo dài.",
        ("Tỷ lệ công việc quá hạn dưới 1,5%", "rate", "<", 1.5, "%"),
    ),
    goal(
        "Chỉ số cải cách hành chính của {own} xếp thứ 5 trở lên trong khối thi đua.",
        ("Chỉ số cải cách hành chính của {own} xếp thứ 5 trở lên", "rank", "<=", 5, "hạng"),
    ),
    goal(
        "Phấn đấu đứng trong Top 10 về mức độ chuyển đổi số.",
        ("đứng trong Top 10 về mức độ chuyển đổi số", "rank", "<=", 10, "hạng"),
    ),
    goal(
        "Điểm chỉ số cải cách hành chính đạt từ 87,5 điểm trở lên.",
        ("Điểm chỉ số cải cách hành chính đạt từ 87,5 điểm trở lên", "score", ">=", 87.5, "điểm"),
    ),
    goal(
        "Thời gian chờ đến lượt của người dân không quá 10 phút.",
        ("Thời gian chờ đến lượt của người dân không quá 10 phút", "duration", "<=", 10, "phút"),
    ),
    goal(
        "Có tối thiểu 05 dịch vụ công toàn trình được đưa vào sử dụng thêm.",
        (
            "Có tối thiểu 05 dịch vụ công toàn trình được đưa vào sử dụng thêm",
            "count",
            ">=",
            5,
            "dịch vụ công",
        ),
    ),
    goal(
        "Mức độ hài lòng của người dân, tổ chức không dưới 93%.",
        ("Mức độ hài lòng của người dân, tổ chức không dưới 93%", "rate", ">=", 93, "%"),
    ),
    goal(
        "Số hồ sơ thanh toán qua mạng vượt 70%; 80% biên lai là biên lai điện tử.",
        ("Số hồ sơ thanh toán qua mạng vượt 70%", "rate", ">", 70, "%"),
        ("80% biên lai là biên lai điện tử", "rate", "=", 80, "%"),
    ),
    goal(
        "Có từ 02 sáng kiến trở lên được cấp có thẩm quyền công nhận.",
        (
            "Có từ 02 sáng kiến trở lên được cấp có thẩm quyền công nhận",
            "count",
            ">=",
            2,
            "sáng kiến",
        ),
    ),
    Goal("Giữ vững kết quả trong nhóm dẫn đầu, không để tụt hạng."),
    Goal("Khắc phục dứt điểm những tiêu chí bị trừ điểm nhiều năm liền."),
    Goal("Người dân, tổ chức được phục vụ tận tình, đúng mực, không phải đi lại nhiều lần."),
)

DEMANDS = (
    "Mỗi việc chỉ giao một nơi chịu trách nhiệm chính, có người theo dõi, có hạn xong.",
    "Không chạy theo hình thức; lấy lợi ích của người dân, tổ chức làm thước đo.",
    "Việc nào làm được trên mạng thì không làm trên giấy.",
    "Tiết kiệm kinh phí, tận dụng trang thiết bị sẵn có.",
    "Kết quả thực hiện là căn cứ xét thi đua và đánh giá người đứng đầu.",
)

CLOSING = (
    "{All} căn cứ chức năng, nhiệm vụ được giao triển khai thực hiện Kế hoạch này.",
    "Giao {office} theo dõi, nhắc việc và tổng hợp kết quả trình lãnh đạo {own}.",
    "{finance} cân đối nguồn kinh phí để các việc được làm đúng hạn.",
    "Trong quá trình thực hiện, nếu có khó khăn thì báo kịp thời về {office} để tổng hợp, "
    "xem xét điều chỉnh cho phù hợp.",
)

# Rows of a target table: name, unit as printed, value as printed, and the promise.
TARGET_ROWS = (
    ("Tỷ lệ hồ sơ trả kết quả đúng hẹn", "%", "≥ 96%", ("rate", ">=", 96, "%", None)),
    ("Tỷ lệ văn bản đi được ký số", "%", "100%", ("rate", "=", 100, "%", None)),
    ("Mức độ hài lòng của người nộp hồ sơ", "%", "Từ 92% trở lên", ("rate", ">=", 92, "%", None)),
    (
        "Số dịch vụ công toàn trình cung cấp thêm",
        "Dịch vụ",
        "≥ 04",
        ("count", ">=", 4, "dịch vụ", None),
    ),
    ("Thứ hạng chỉ số cải cách hành chính", "Hạng", "≤ 06", ("rank", "<=", 6, "hạng", None)),
    ("Điểm đánh giá chuyển đổi số", "Điểm", "> 75", ("score", ">", 75, "điểm", None)),
    ("Tỷ lệ hồ sơ trả lại", "%", "Dưới 2%", ("rate", "<", 2, "%", None)),
    ("Mức giảm thời gian giải quyết", "%", "20 - 25%", ("rate", "=", 20, "%", 25)),
    (
        "Thời gian chờ bình quân tại quầy",
        "Phút",
        "Không quá 12 phút",
        ("duration", "<=", 12, "phút", None),
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that plans cite; `said_by` is printed after «của», `issuer` is the gold."""

    doc_type: str
    number: str
    on: date | None
    said_by: str | None
    issuer: str | None
    about: str = ""


GENERAL = (
    Source(
        "Nghị quyết",
        "76/NQ-CP",
        date(2021, 7, 15),
        "Chính phủ",
        "Chính phủ",
        "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
    ),
    Source(
        "Nghị định",
        "61/2018/NĐ-CP",
        date(2018, 4, 23),
        "Chính phủ",
        "Chính phủ",
        "về thực hiện cơ chế một cửa",
    ),
    Source("Nghị định", "107/2021/NĐ-CP", date(2021, 12, 6), None, "Chính phủ"),
    Source("Nghị định", "118/2025/NĐ-CP", date(2025, 6, 9), "Chính phủ", "Chính phủ"),
    Source(
        "Quyết định", "766/QĐ-TTg", date(2022, 6, 23), "Thủ tướng Chính phủ", "Thủ tướng Chính phủ"
    ),
    Source(
        "Nghị quyết",
        "18-NQ/TW",
        date(2017, 10, 25),
        "Ban Chấp hành Trung ương",
        "Ban Chấp hành Trung ương",
    ),
    Source("Nghị quyết", "57-NQ/TW", date(2024, 12, 22), "Bộ Chính trị", "Bộ Chính trị"),
    Source(
        "Thông tư",
        "01/2023/TT-VPCP",
        date(2023, 4, 5),
        "Văn phòng Chính phủ",
        "Văn phòng Chính phủ",
    ),
    Source("Chỉ thị", "26/CT-TTg", date(2016, 9, 5), None, "Thủ tướng Chính phủ"),
    Source("Quyết định", "1149/QĐ-BNV", date(2021, 12, 30), "Bộ Nội vụ", "Bộ Nội vụ"),
)
PARTY = (
    Source(
        "Kết luận",
        "121-KL/TW",
        date(2025, 1, 24),
        "Ban Chấp hành Trung ương",
        "Ban Chấp hành Trung ương",
    ),
    Source(
        "Nghị quyết",
        "05-NQ/TU",
        date(2021, 10, 5),
        "Ban Thường vụ Tỉnh ủy",
        "Ban Thường vụ Tỉnh ủy",
    ),
)
LAWS = (
    "Luật Tổ chức chính quyền địa phương",
    "Luật Ban hành văn bản quy phạm pháp luật",
    "Luật Cán bộ, công chức",
)
