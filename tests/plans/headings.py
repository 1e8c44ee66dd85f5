"""How offices word column headings, subjects and objectives."""

from __future__ import annotations

# Wordings of the column headings, several offices' habits.
TITLES: tuple[dict[str, str], ...] = (
    {
        "no": "STT",
        "objective": "Mục tiêu",
        "task": "Nội dung công việc",
        "activity": "Hoạt động cụ thể",
        "outputs": "Sản phẩm",
        "lead": "Cơ quan chủ trì",
        "support": "Cơ quan, đơn vị phối hợp",
        "deadline": "Thời hạn hoàn thành",
        "budget": "Kinh phí",
        "note": "Ghi chú",
    },
    {
        "no": "TT",
        "objective": "Mục tiêu",
        "task": "Nhiệm vụ cụ thể",
        "activity": "Hoạt động",
        "outputs": "Kết quả đầu ra",
        "lead": "Đơn vị thực hiện",
        "support": "Đơn vị phối hợp",
        "deadline": "Thời gian thực hiện",
        "budget": "Dự kiến kinh phí",
        "note": "Ghi chú",
    },
    {
        "no": "Số TT",
        "objective": "Mục tiêu cần đạt",
        "task": "Công việc",
        "activity": "Các hoạt động",
        "outputs": "Dự kiến kết quả",
        "lead": "Phòng chủ trì",
        "support": "Phòng, đơn vị phối hợp",
        "deadline": "Tiến độ",
        "budget": "Kinh phí dự kiến",
        "note": "Ghi chú",
    },
    {
        "no": "TT",
        "objective": "Mục tiêu",
        "task": "Nội dung nhiệm vụ",
        "activity": "Hoạt động",
        "outputs": "Sản phẩm chủ yếu",
        "lead": "Bộ phận tham mưu",
        "support": "Bộ phận phối hợp",
        "deadline": "Thời hạn",
        "budget": "Nguồn kinh phí",
        "note": "Ghi chú",
    },
    {
        "no": "STT",
        "objective": "Mục tiêu",
        "task": "Nhiệm vụ",
        "activity": "Hoạt động",
        "outputs": "Sản phẩm đầu ra",
        "lead": "Người phụ trách",
        "support": "Người phối hợp",
        "deadline": "Thời gian hoàn thành",
        "budget": "Kinh phí",
        "note": "Ghi chú",
    },
    {
        "no": "STT",
        "objective": "Mục tiêu",
        "task": "NỘI DUNG, CÔNG VIỆC",
        "activity": "HOẠT ĐỘNG",
        "outputs": "KẾT QUẢ, SẢN PHẨM",
        "lead": "ĐƠN VỊ/CÁ NHÂN THỰC HIỆN",
        "support": "ĐƠN VỊ/CÁ NHÂN PHỐI HỢP",
        "deadline": "THỜI GIAN",
        "budget": "KINH PHÍ",
        "note": "GHI CHÚ",
    },
)

OBJECTIVES = {
    "leadership": ("Chỉ đạo sát sao, không để việc chậm", "Đánh giá đúng việc, đúng người"),
    "communication": ("Để người dân biết và dùng được", "Công chức hiểu rõ việc mình làm"),
    "institutions": ("Văn bản rõ ràng, dễ áp dụng", "Kịp thời gỡ vướng mắc"),
    "procedures": ("Bớt giấy tờ, bớt đi lại", "Người dân hài lòng khi đến làm việc"),
    "organisation": ("Bộ máy gọn, rõ việc", "Giao quyền đi đôi với kiểm tra"),
    "civil_service": ("Đúng người, đúng việc", "Giữ nghiêm kỷ luật"),
    "public_finance": ("Chi đúng, chi đủ, công khai", "Nâng mức tự chủ"),
    "digital_government": ("Làm việc trên môi trường số", "Dữ liệu đúng, đủ, sạch, sống"),
}

SUBJECTS = (
    "Cải cách hành chính năm {year}",
    "Công tác cải cách hành chính năm {year}",
    "Thực hiện công tác cải cách hành chính của {issuer} năm {year}",
    "Cải cách hành chính, nâng cao chất lượng phục vụ năm {year}",
)
