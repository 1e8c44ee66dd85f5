"""A second family of wording, for judging readers that were written with the first in view."""

from __future__ import annotations

from tests.plans.goals import Goal, goal
from tests.plans.work import Promise

AREA_TITLES = {
    "leadership": ("Về chỉ đạo, điều hành", "Công tác chỉ đạo, điều hành cải cách hành chính"),
    "communication": ("Về thông tin, tuyên truyền", "Tuyên truyền, phổ biến cải cách hành chính"),
    "institutions": ("Về cải cách thể chế", "Xây dựng và hoàn thiện thể chế"),
    "procedures": ("Về cải cách thủ tục hành chính", "Cải cách TTHC, thực hiện cơ chế một cửa"),
    "organisation": ("Về cải cách tổ chức bộ máy", "Sắp xếp, kiện toàn tổ chức bộ máy"),
    "civil_service": (
        "Về cải cách chế độ công vụ",
        "Nâng cao chất lượng đội ngũ công chức, viên chức",
    ),
    "public_finance": ("Về cải cách tài chính công", "Đổi mới cơ chế tài chính công"),
    "digital_government": (
        "Về xây dựng chính quyền điện tử, chính quyền số",
        "Chuyển đổi số, hiện đại hóa nền hành chính",
    ),
}
OBJECTIVES = {
    "leadership": ("Rõ người, rõ việc, rõ tiến độ", "Nâng vị trí xếp hạng"),
    "communication": ("Tạo đồng thuận trong xã hội", "Lan tỏa cách làm hay"),
    "institutions": ("Pháp luật đi vào đời sống", "Gỡ điểm nghẽn về quy định"),
    "procedures": ("Giải quyết nhanh, đúng, gọn", "Giảm chi phí cho doanh nghiệp"),
    "organisation": ("Tinh gọn đầu mối bên trong", "Phân định rõ thẩm quyền"),
    "civil_service": ("Công chức tận tụy, thạo việc", "Xử lý nghiêm vi phạm"),
    "public_finance": ("Thu đúng, chi tiết kiệm", "Minh bạch tài sản công"),
    "digital_government": ("Dùng chung, không đầu tư trùng lặp", "An toàn trên không gian mạng"),
}
GOALS = (
    goal(
        "Phấn đấu từ 94% phản ánh, kiến nghị trở lên được trả lời đúng thời hạn.",
        ("từ 94% phản ánh, kiến nghị trở lên được trả lời đúng thời hạn", "rate", ">=", 94, "%"),
    ),
    goal(
        "Tối đa 3% hồ sơ phải gia hạn thời gian giải quyết.",
        ("Tối đa 3% hồ sơ phải gia hạn thời gian giải quyết", "rate", "<=", 3, "%"),
    ),
    goal(
        "Tỷ lệ số hóa hồ sơ đầu vào đạt hơn 88%.",
        ("Tỷ lệ số hóa hồ sơ đầu vào đạt hơn 88%", "rate", ">", 88, "%"),
    ),
    goal(
        "Tổng điểm tự đánh giá không thấp hơn năm {last} và đạt tối thiểu 91,25 điểm.",
        ("đạt tối thiểu 91,25 điểm", "score", ">=", 91.25, "điểm"),
    ),
    goal(
        "Thứ hạng về chỉ số hài lòng nằm trong Top 7.",
        ("Thứ hạng về chỉ số hài lòng nằm trong Top 7", "rank", "<=", 7, "hạng"),
    ),
    goal(
        "Mỗi cuộc họp kéo dài không quá 90 phút.",
        ("Mỗi cuộc họp kéo dài không quá 90 phút", "duration", "<=", 90, "phút"),
    ),
    Goal(
        "Cắt giảm từ 30% đến 40% chi phí tuân thủ của nhóm thủ tục trọng điểm.",
        (Promise("goal", "Cắt giảm từ 30% đến 40% chi phí tuân thủ", "rate", "=", 30, "%", 40),),
    ),
    goal(
        "Ít nhất 08 thủ tục được rút ngắn thời gian; 100% biểu mẫu được điện tử hóa.",
        ("Ít nhất 08 thủ tục được rút ngắn thời gian", "count", ">=", 8, "thủ tục"),
        ("100% biểu mẫu được điện tử hóa", "rate", "=", 100, "%"),
    ),
    goal(
        "Số vụ việc khiếu nại về công vụ giảm ít nhất 15%.",
        ("Số vụ việc khiếu nại về công vụ giảm ít nhất 15%", "rate", ">=", 15, "%"),
    ),
    goal(
        "Mức độ sẵn sàng chuyển đổi số được xếp nhóm 2.",
        ("Mức độ sẵn sàng chuyển đổi số được xếp nhóm 2", "rank", "=", 2, "nhóm"),
    ),
    Goal("Giữ gìn đoàn kết nội bộ, tạo môi trường làm việc lành mạnh."),
    Goal("Chuyển mạnh từ quản lý sang phục vụ."),
)
DEMANDS = (
    "Công khai tiến độ từng việc để mọi người cùng giám sát.",
    "Ưu tiên nguồn lực cho các nhiệm vụ tác động trực tiếp đến người dân.",
    "Phối hợp giữa các bộ phận phải bằng quy chế, có người đầu mối.",
    "Đề cao tính tự giác, nêu gương của đảng viên.",
)
CLOSING = (
    "Yêu cầu {all} nghiêm túc quán triệt và cụ thể hóa thành việc làm hằng tuần.",
    "{office} chịu trách nhiệm kiểm tra tiến độ và đề nghị khen thưởng, phê bình.",
    "{finance} hướng dẫn thủ tục thanh toán, quyết toán kinh phí.",
    "Nội dung nào chưa phù hợp thì kiến nghị bằng văn bản để sửa đổi, bổ sung.",
)
TARGET_ROWS = (
    ("Tỷ lệ hồ sơ nộp trực tuyến", "%", "Trên 85%", ("rate", ">", 85, "%", None)),
    ("Tỷ lệ giải ngân vốn đầu tư công", "%", "Tối thiểu 95%", ("rate", ">=", 95, "%", None)),
    ("Số cuộc đối thoại với người dân", "Cuộc", "02", ("count", "=", 2, "cuộc", None)),
    ("Chỉ số hài lòng", "%", "Không dưới 90%", ("rate", ">=", 90, "%", None)),
    ("Vị trí xếp hạng chuyển đổi số", "Hạng", "≤ 10", ("rank", "<=", 10, "hạng", None)),
    ("Điểm cải cách hành chính", "Điểm", "≥ 88,5", ("score", ">=", 88.5, "điểm", None)),
    ("Tỷ lệ hồ sơ quá hạn", "%", "< 1%", ("rate", "<", 1, "%", None)),
)
SUBJECTS = (
    "Công tác cải cách hành chính của {issuer} năm {year}",
    "Đẩy mạnh cải cách hành chính năm {year}",
    "Triển khai nhiệm vụ cải cách hành chính năm {year}",
)
COLUMNS = (
    {
        "no": "TT",
        "objective": "Mục tiêu",
        "task": "Nhiệm vụ/Công việc",
        "activity": "Cách thức thực hiện",
        "outputs": "Kết quả/Sản phẩm",
        "lead": "Đơn vị chịu trách nhiệm chính",
        "support": "Đơn vị tham gia",
        "deadline": "Mốc thời gian",
        "budget": "Dự toán kinh phí",
        "note": "Ghi chú",
    },
    {
        "no": "STT",
        "objective": "Mục tiêu",
        "task": "Tên nhiệm vụ",
        "activity": "Hoạt động chính",
        "outputs": "Sản phẩm dự kiến",
        "lead": "Đầu mối chủ trì",
        "support": "Các đơn vị phối hợp",
        "deadline": "Thời điểm hoàn thành",
        "budget": "Nguồn lực",
        "note": "Ghi chú",
    },
    {
        "no": "Số thứ tự",
        "objective": "Mục tiêu",
        "task": "Nội dung thực hiện",
        "activity": "Các bước thực hiện",
        "outputs": "Kết quả dự kiến",
        "lead": "Chủ trì",
        "support": "Phối hợp",
        "deadline": "Hạn hoàn thành",
        "budget": "Kinh phí (triệu đồng)",
        "note": "Ghi chú",
    },
    {
        "no": "TT",
        "objective": "Mục tiêu",
        "task": "Nội dung",
        "activity": "Hoạt động",
        "outputs": "Sản phẩm, kết quả",
        "lead": "Cơ quan, đơn vị chủ trì thực hiện",
        "support": "Cơ quan phối hợp thực hiện",
        "deadline": "Thời gian dự kiến hoàn thành",
        "budget": "Kinh phí",
        "note": "Ghi chú",
    },
)
