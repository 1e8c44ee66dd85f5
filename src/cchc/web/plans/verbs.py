"""What each act on plans is called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

VERB_WORDS: Mapping[str, str] = {
    "plans.make": "Lập kế hoạch",
    "plans.copy": "Chép từ kế hoạch năm trước",
    "plans.confirm": "Xác nhận bản đọc thành kế hoạch",
    "plans.describe": "Sửa thông tin kế hoạch",
    "plans.add_task": "Thêm nhiệm vụ",
    "plans.edit_task": "Sửa nhiệm vụ",
    "plans.remove_task": "Bỏ nhiệm vụ",
    "plans.move_task": "Đổi chỗ nhiệm vụ",
    "plans.save_target": "Ghi chỉ tiêu",
    "plans.remove_target": "Bỏ chỉ tiêu",
    "plans.cite": "Thêm căn cứ",
    "plans.remove_basis": "Bỏ căn cứ",
    "plans.save_windows": "Ghi kỳ báo cáo",
    "plans.submit": "Trình duyệt",
    "plans.return": "Trả lại để sửa",
    "plans.approve": "Duyệt",
    "plans.issue": "Ban hành",
    "plans.amend": "Lập bản sửa đổi",
    "plans.close": "Kết thúc kế hoạch",
    "plans.discard": "Bỏ dự thảo",
    "plans.link": "Nối với nhiệm vụ cấp trên",
    "plans.assign": "Giao nhiệm vụ",
    "plans.end_assignment": "Thôi giao nhiệm vụ",
    "plans.hand_over": "Bàn giao việc",
    "plans.save_document": "Ghi văn bản căn cứ",
    "plans.archive_document": "Lưu trữ văn bản căn cứ",
}
