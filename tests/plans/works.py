"""The invented stock of work: what fictional offices plan to do, by reform area.

Every sentence is the project's own. `{year}`, `{last}`, `{own}` (Sở, UBND xã…), `{all}` (the
collective name of its units), `{field}` (what it manages) and `{top}` (who it answers to) are
filled in for each office. A field that commits to a number says so beside it in `promise`.
"""

from __future__ import annotations

# fmt: off  (tables read better as they were set)
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """A number that a sentence commits to, and the field of the work that prints it."""

    field: str
    text: str
    kind: str
    comparator: str
    value: int | float
    unit: str
    value_to: int | float | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work; `lead` and `support` are roles, `when` the kind of deadline it has."""

    area: str
    task: str
    activity: str
    outputs: tuple[str, ...]
    lead: str
    support: tuple[str, ...]
    when: str
    promise: Promise | None = None


def _w(
    area: str,
    task: str,
    activity: str,
    outputs: str,
    lead: str,
    support: str,
    when: str,
    promise: Promise | None = None,
) -> Work:
    return Work(
        area,
        task,
        activity,
        tuple(outputs.split("|")),
        lead,
        tuple(support.split()),
        when,
        promise,
    )


LEADERSHIP = (
    _w(
        "leadership",
        "Soạn và trình ban hành kế hoạch cải cách hành chính năm {year}",
        "Gửi dự thảo để {all} cho ý kiến trước khi trình ký",
        "Kế hoạch",
        "office",
        "all",
        "early",
    ),
    _w(
        "leadership",
        "Giao chỉ tiêu cải cách hành chính cho người đứng đầu {all}",
        "Mỗi chỉ tiêu ghi rõ mức phải đạt và tài liệu chứng minh",
        "Quyết định giao chỉ tiêu|Bảng chỉ tiêu",
        "office",
        "all",
        "early",
    ),
    _w(
        "leadership",
        "Lập đoàn kiểm tra cải cách hành chính nội bộ",
        "Kiểm tra không báo trước tại tối thiểu 40% đơn vị",
        "Quyết định lập đoàn|Kết luận kiểm tra",
        "inspect",
        "office",
        "Kế hoạch|Kết luận",
        Promise(
            "activity", "Kiểm tra không báo trước tại tối thiểu 40% đơn vị", "rate", ">=", 40, "%"
        ),
    ),
    _w(
        "leadership",
        "Đôn đốc khắc phục các tồn tại nêu trong kết luận kiểm tra năm {last}",
        "Lập bảng theo dõi từng tồn tại, giao người chịu trách nhiệm",
        "Bảng theo dõi|Công văn",
        "inspect",
        "all",
        "mid",
    ),
    _w(
        "leadership",
        "Chấm điểm và công bố thứ hạng cải cách hành chính của {all}",
        "Họp tổ thẩm định, đối chiếu tài liệu chứng minh",
        "Quyết định công bố",
        "office",
        "staff",
        "late",
    ),
    _w(
        "leadership",
        "Tổ chức hội thi ý tưởng đổi mới lề lối làm việc",
        "Chọn ít nhất 03 ý tưởng đưa vào áp dụng",
        "Thể lệ hội thi|Danh sách ý tưởng",
        "staff",
        "office all",
        "mid",
        Promise("activity", "Chọn ít nhất 03 ý tưởng đưa vào áp dụng", "count", ">=", 3, "ý tưởng"),
    ),
    _w(
        "leadership",
        "Báo cáo kết quả cải cách hành chính gửi {top}",
        "Thu số liệu qua phần mềm, không yêu cầu báo cáo giấy",
        "Báo cáo",
        "office",
        "all",
        "rhythm",
    ),
    _w(
        "leadership",
        "Họp ban chỉ đạo cải cách hành chính",
        "Nghe từng đầu mối báo cáo việc chậm và lý do",
        "Thông báo kết luận",
        "office",
        "all",
        "rhythm",
    ),
    _w(
        "leadership",
        "Tự đánh giá, chấm điểm chỉ số cải cách hành chính năm {year}",
        "Tải tài liệu chứng minh lên phần mềm chấm điểm",
        "Báo cáo tự chấm|Phụ lục điểm",
        "office",
        "digital",
        "late",
    ),
)

COMMUNICATION = (
    _w(
        "communication",
        "Lập kế hoạch thông tin, tuyên truyền cải cách hành chính năm {year}",
        "Chia nội dung theo tháng và theo nhóm người đọc",
        "Kế hoạch tuyên truyền",
        "office",
        "all",
        "early",
    ),
    _w(
        "communication",
        "Mở chuyên mục cải cách hành chính trên trang thông tin điện tử",
        "Đăng ít nhất 24 tin, bài trong năm",
        "Chuyên mục|Bài đăng",
        "digital",
        "office",
        "always",
        Promise("activity", "Đăng ít nhất 24 tin, bài trong năm", "count", ">=", 24, "tin, bài"),
    ),
    _w(
        "communication",
        "Tập huấn kiến thức cải cách hành chính cho công chức đầu mối",
        "Mời người làm trực tiếp ở nơi xếp hạng cao chia sẻ",
        "Tài liệu tập huấn|Danh sách dự",
        "staff",
        "office",
        "mid",
    ),
    _w(
        "communication",
        "Tuyên truyền lợi ích của cải cách hành chính qua loa truyền thanh",
        "Phát thử, lấy ý kiến người nghe rồi chỉnh nội dung",
        "Bài phát thanh",
        "desk",
        "office",
        "rhythm",
    ),
    _w(
        "communication",
        "Phát tờ rơi, dán áp phích tuyên truyền về cải cách hành chính",
        "In mã QR dẫn tới trang hỏi đáp",
        "Tờ rơi|Áp phích",
        "desk",
        "digital",
        "mid",
    ),
)

INSTITUTIONS = (
    _w(
        "institutions",
        "Rà soát văn bản quy phạm pháp luật về {field}",
        "Lập bảng các điều, khoản không còn phù hợp",
        "Báo cáo rà soát|Danh mục văn bản",
        "legal",
        "expert",
        "late",
    ),
    _w(
        "institutions",
        "Xây dựng dự thảo văn bản quy phạm pháp luật về {field}",
        "Lấy ý kiến đối tượng chịu tác động ít nhất 20 ngày",
        "Tờ trình|Dự thảo văn bản",
        "legal",
        "expert office",
        "event",
        Promise(
            "activity",
            "Lấy ý kiến đối tượng chịu tác động ít nhất 20 ngày",
            "duration",
            ">=",
            20,
            "ngày",
        ),
    ),
    _w(
        "institutions",
        "Theo dõi thi hành pháp luật về {field}",
        "Chọn hai địa bàn có nhiều kiến nghị để khảo sát",
        "Kế hoạch|Báo cáo",
        "legal",
        "inspect",
        "Kế hoạch|Báo cáo",
    ),
    _w(
        "institutions",
        "Tự kiểm tra văn bản do {own} ban hành hoặc tham mưu ban hành",
        "Ghi sổ từng văn bản đã kiểm tra",
        "Báo cáo tự kiểm tra",
        "legal",
        "office",
        "rhythm",
    ),
    _w(
        "institutions",
        "Trả lời vướng mắc của doanh nghiệp khi áp dụng quy định về {field}",
        "Gom câu hỏi trùng nhau, công khai câu trả lời",
        "Văn bản trả lời",
        "expert",
        "legal",
        "event",
    ),
    _w(
        "institutions",
        "Phổ biến luật mới cho công chức, viên chức",
        "Học theo tình huống thay cho đọc văn bản",
        "Hội nghị|Bộ tình huống",
        "legal",
        "all",
        "mid",
    ),
    _w(
        "institutions",
        "Chỉnh lý mẫu văn bản hành chính dùng chung",
        "Cài mẫu vào phần mềm soạn thảo",
        "Bộ mẫu văn bản",
        "office",
        "digital",
        "early",
    ),
)

PROCEDURES = (
    _w(
        "procedures",
        "Ban hành kế hoạch rà soát, đơn giản hóa thủ tục hành chính năm {year}",
        "Chọn nhóm thủ tục có nhiều hồ sơ bị trả lại",
        "Kế hoạch rà soát",
        "office",
        "expert",
        "early",
    ),
    _w(
        "procedures",
        "Cắt bớt giấy tờ trong thành phần hồ sơ lĩnh vực {field}",
        "Rút ngắn từ 25% thời gian giải quyết trở lên",
        "Phương án đơn giản hóa",
        "expert",
        "office legal",
        "mid",
        Promise("activity", "Rút ngắn từ 25% thời gian giải quyết trở lên", "rate", ">=", 25, "%"),
    ),
    _w(
        "procedures",
        "Niêm yết đủ, đúng thủ tục hành chính tại nơi tiếp nhận hồ sơ",
        "Đối chiếu bảng niêm yết với cơ sở dữ liệu quốc gia",
        "Bảng niêm yết|Biên bản đối chiếu",
        "desk",
        "office",
        "always",
    ),
    _w(
        "procedures",
        "Đo thời gian chờ tại bộ phận một cửa",
        "Dùng máy lấy số, xuất bảng thời gian theo tuần",
        "Bảng thời gian chờ",
        "desk",
        "digital",
        "rhythm",
    ),
    _w(
        "procedures",
        "Gửi thư xin lỗi khi trả kết quả trễ hẹn",
        "Nêu lý do, hẹn lại một lần duy nhất",
        "Thư xin lỗi",
        "expert",
        "desk",
        "event",
    ),
    _w(
        "procedures",
        "Hỏi ý kiến người dân sau khi nhận kết quả",
        "Gọi điện cho 05% số người nộp hồ sơ",
        "Phiếu hỏi ý kiến|Báo cáo phân tích",
        "desk",
        "office",
        "rhythm",
        Promise("activity", "Gọi điện cho 05% số người nộp hồ sơ", "rate", "=", 5, "%"),
    ),
    _w(
        "procedures",
        "Viết lại quy trình nội bộ giải quyết thủ tục hành chính",
        "Ghi rõ từng bước, từng người, từng giờ",
        "Quy trình nội bộ",
        "office",
        "expert",
        "mid",
    ),
    _w(
        "procedures",
        "Luân chuyển công chức làm việc tại bộ phận một cửa",
        "Bố trí người dự phòng cho mỗi quầy",
        "Quyết định phân công",
        "staff",
        "desk",
        "mid",
    ),
    _w(
        "procedures",
        "Xử lý phản ánh, kiến nghị về quy định hành chính",
        "Phân loại trong ngày, trả lời đúng hẹn",
        "Văn bản trả lời|Sổ theo dõi",
        "office",
        "expert",
        "always",
    ),
)

ORGANISATION = (
    _w(
        "organisation",
        "Sửa quy định chức năng, nhiệm vụ của {all}",
        "Gỡ những việc đang có hai nơi cùng làm",
        "Quyết định|Tờ trình",
        "staff",
        "all",
        "mid",
    ),
    _w(
        "organisation",
        "Rà soát việc phân cấp, ủy quyền trong quản lý {field}",
        "Đề xuất việc nên giao hẳn cho cấp dưới",
        "Báo cáo|Danh mục đề xuất",
        "staff",
        "expert",
        "late",
    ),
    _w(
        "organisation",
        "Sắp xếp lại đơn vị sự nghiệp trực thuộc",
        "Tính rõ số người, số phòng sau sắp xếp",
        "Đề án",
        "staff",
        "finance",
        "event",
    ),
    _w(
        "organisation",
        "Quản lý biên chế, số người làm việc được giao",
        "Đối chiếu số có mặt với số được giao",
        "Báo cáo",
        "staff",
        "finance",
        "rhythm",
    ),
    _w(
        "organisation",
        "Ban hành quy chế làm việc sửa đổi của {own}",
        "Quy định rõ thời hạn cho ý kiến giữa các bộ phận",
        "Quy chế",
        "office",
        "staff",
        "early",
    ),
)

CIVIL_SERVICE = (
    _w(
        "civil_service",
        "Chỉnh bản mô tả công việc theo vị trí việc làm",
        "Lấy ý kiến người đang làm từng vị trí",
        "Bản mô tả công việc|Tờ trình",
        "staff",
        "all",
        "mid",
    ),
    _w(
        "civil_service",
        "Cử công chức, viên chức dự lớp bồi dưỡng kỹ năng số",
        "Bảo đảm 90% công chức qua bài kiểm tra cuối lớp",
        "Danh sách cử học|Kết quả kiểm tra",
        "staff",
        "digital",
        "mid",
        Promise("activity", "90% công chức qua bài kiểm tra cuối lớp", "rate", "=", 90, "%"),
    ),
    _w(
        "civil_service",
        "Kiểm tra việc giữ giờ giấc và văn hóa công sở",
        "Kiểm tra đột xuất, nêu tên tại giao ban",
        "Biên bản kiểm tra",
        "inspect",
        "office",
        "always",
    ),
    _w(
        "civil_service",
        "Đánh giá, xếp loại công chức, viên chức theo sản phẩm đầu ra",
        "Nhập kết quả vào phần mềm, khóa sổ đúng hạn",
        "Kết quả xếp loại",
        "staff",
        "all",
        "rhythm",
    ),
    _w(
        "civil_service",
        "Chuyển đổi vị trí công tác đối với công chức giữ việc nhạy cảm",
        "Lập danh sách đến hạn, bàn giao bằng biên bản",
        "Kế hoạch|Quyết định",
        "staff",
        "finance",
        "mid",
    ),
    _w(
        "civil_service",
        "Bổ sung hồ sơ điện tử của cán bộ, công chức, viên chức",
        "Quét bằng cấp, quyết định còn thiếu",
        "Hồ sơ điện tử",
        "staff",
        "digital",
        "always",
    ),
    _w(
        "civil_service",
        "Tuyển dụng công chức, viên chức theo vị trí còn thiếu",
        "Công khai đề thi mẫu và thang điểm",
        "Thông báo tuyển dụng|Kết quả tuyển dụng",
        "staff",
        "inspect",
        "event",
    ),
)

PUBLIC_FINANCE = (
    _w(
        "public_finance",
        "Phân bổ và công khai dự toán ngân sách năm {year}",
        "Đăng bảng công khai tại trụ sở và trên mạng",
        "Quyết định phân bổ|Bảng công khai",
        "finance",
        "office",
        "early",
    ),
    _w(
        "public_finance",
        "Sửa quy chế chi tiêu nội bộ",
        "Gắn khoán chi với kết quả công việc",
        "Quy chế chi tiêu nội bộ",
        "finance",
        "all",
        "mid",
    ),
    _w(
        "public_finance",
        "Kiểm tra việc sử dụng tài sản công",
        "Kiểm kê tại chỗ, dán mã tài sản",
        "Biên bản kiểm kê|Báo cáo",
        "finance",
        "inspect",
        "late",
    ),
    _w(
        "public_finance",
        "Giải ngân vốn đầu tư công được giao",
        "Giao ban với chủ đầu tư chậm tiến độ",
        "Đạt trên 96% kế hoạch vốn",
        "finance",
        "expert",
        "late",
        Promise("outputs", "Đạt trên 96% kế hoạch vốn", "rate", ">", 96, "%"),
    ),
    _w(
        "public_finance",
        "Thu phí, lệ phí không dùng tiền mặt",
        "Dán mã QR tại quầy, in biên lai điện tử",
        "Biên lai điện tử|Báo cáo",
        "desk",
        "finance",
        "always",
    ),
    _w(
        "public_finance",
        "Rà soát mức độ tự chủ tài chính của đơn vị sự nghiệp",
        "Tính đúng, tính đủ chi phí từng dịch vụ",
        "Phương án tự chủ",
        "finance",
        "staff",
        "mid",
    ),
)

DIGITAL = (
    _w(
        "digital_government",
        "Ban hành kế hoạch chuyển đổi số năm {year}",
        "Xếp việc theo lợi ích mang lại cho người dân",
        "Kế hoạch chuyển đổi số",
        "digital",
        "all",
        "early",
    ),
    _w(
        "digital_government",
        "Ký số toàn bộ văn bản đi, trừ văn bản mật",
        "Cấp đủ thiết bị ký cho người có thẩm quyền",
        "100% văn bản đi được ký số",
        "office",
        "digital",
        "always",
        Promise("outputs", "100% văn bản đi được ký số", "rate", "=", 100, "%"),
    ),
    _w(
        "digital_government",
        "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
        "Quét, đặt tên tệp theo mã định danh",
        "Kho kết quả số",
        "desk",
        "digital expert",
        "late",
    ),
    _w(
        "digital_government",
        "Nâng cấp trang thông tin điện tử cho người khiếm thị dùng được",
        "Thử với máy đọc màn hình",
        "Trang thông tin điện tử",
        "digital",
        "office",
        "mid",
    ),
    _w(
        "digital_government",
        "Diễn tập ứng cứu sự cố an toàn thông tin",
        "Giả lập thư lừa đảo gửi toàn cơ quan",
        "Kịch bản|Báo cáo diễn tập",
        "digital",
        "all",
        "mid",
    ),
    _w(
        "digital_government",
        "Đánh giá nội bộ hệ thống quản lý chất lượng ISO 9001:2015",
        "Mỗi quy trình có ít nhất 02 người đánh giá chéo",
        "Kế hoạch|Báo cáo đánh giá nội bộ",
        "office",
        "all",
        "Kế hoạch|Đánh giá nội bộ",
        Promise(
            "activity", "Mỗi quy trình có ít nhất 02 người đánh giá chéo", "count", ">=", 2, "người"
        ),
    ),
    _w(
        "digital_government",
        "Kết nối phần mềm chuyên ngành {field} với kho dữ liệu dùng chung",
        "Thử trên dữ liệu mẫu trước khi mở kết nối",
        "Biên bản kết nối",
        "digital",
        "expert",
        "two quarters",
    ),
    _w(
        "digital_government",
        "Họp không giấy, gửi tài liệu qua phòng họp số",
        "Gửi tài liệu trước cuộc họp một ngày",
        "Cuộc họp không giấy",
        "office",
        "digital",
        "always",
    ),
)

STOCK: dict[str, tuple[Work, ...]] = {
    "leadership": LEADERSHIP,
    "communication": COMMUNICATION,
    "institutions": INSTITUTIONS,
    "procedures": PROCEDURES,
    "organisation": ORGANISATION,
    "civil_service": CIVIL_SERVICE,
    "public_finance": PUBLIC_FINANCE,
    "digital_government": DIGITAL,
}

# Headings as offices word them; the pair «chỉ đạo + tuyên truyền» joins two areas.
HEADINGS: dict[str, tuple[str, ...]] = {
    "leadership": (
        "Công tác chỉ đạo, điều hành",
        "Chỉ đạo, điều hành cải cách hành chính",
        "Lãnh đạo, chỉ đạo cải cách hành chính",
    ),
    "communication": ("Thông tin, tuyên truyền cải cách hành chính", "Công tác tuyên truyền"),
    "institutions": ("Cải cách thể chế", "Cải cách thể chế hành chính nhà nước"),
    "procedures": ("Cải cách thủ tục hành chính", "Cải cách thủ tục hành chính (TTHC)"),
    "organisation": ("Cải cách tổ chức bộ máy", "Cải cách tổ chức bộ máy hành chính nhà nước"),
    "civil_service": ("Cải cách chế độ công vụ", "Xây dựng đội ngũ cán bộ, công chức, viên chức"),
    "public_finance": ("Cải cách tài chính công",),
    "digital_government": (
        "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
        "Hiện đại hóa hành chính",
        "Chuyển đổi số, xây dựng chính quyền số",
    ),
}
