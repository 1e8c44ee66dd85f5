"""The units of the fictional Sở Khoa học và Công nghệ tỉnh Mẫu."""

OFFICE, ALL = "Văn phòng Sở", "Các phòng, đơn vị thuộc Sở"
SCIENCE, INNOVATION = "Phòng Quản lý Khoa học", "Phòng Đổi mới sáng tạo"
DIGITAL, POST = "Phòng Chuyển đổi số", "Phòng Bưu chính - Viễn thông"
FINANCE, QUALITY = "Phòng Kế hoạch - Tài chính", "Chi cục Tiêu chuẩn Đo lường Chất lượng"
DATA, DESK = "Trung tâm Công nghệ số", "Trung tâm Phục vụ hành chính công tỉnh"
