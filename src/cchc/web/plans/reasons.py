"""Why this room says no: each reason with the sentence that a person reads."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class PlanReason(Reason):
    # Who.
    ONLY_COORDINATOR = "Chỉ đầu mối CCHC của «{unit}» làm được việc này."
    ONLY_LEADER = "Chỉ lãnh đạo của «{unit}» duyệt hoặc trả lại kế hoạch."
    ONLY_UNIT_HEAD = "Chỉ trưởng đơn vị «{unit}» phân công người của đơn vị mình."
    ONLY_HEAD_OF_NAMED = (
        "Chỉ trưởng đơn vị chủ trì hoặc phối hợp nhiệm vụ này phân công người của đơn vị mình."
    )
    ONLY_SOME_COORDINATOR = "Chỉ đầu mối CCHC của một cơ quan làm được việc này."
    # In which state.
    ALREADY_SUBMITTED = "Kế hoạch đã trình và đang chờ duyệt; muốn sửa phải đợi được trả lại."
    ALREADY_APPROVED = "Kế hoạch đã được duyệt; chỉ còn ban hành."
    ALREADY_ISSUED = "Kế hoạch đã ban hành; muốn sửa hãy lập bản sửa đổi."
    ALREADY_CLOSED = "Kế hoạch đã kết thúc nên không thay đổi được nữa."
    ALREADY_SUPERSEDED = "Bản này đã được thay bằng bản sửa đổi; hãy mở bản mới."
    NOT_SUBMITTED = "Kế hoạch chưa được trình (đang là «{state}»)."
    NOT_APPROVED = "Kế hoạch chưa được duyệt (đang là «{state}») nên chưa ban hành được."
    NOT_ISSUED = "Kế hoạch chưa ban hành (đang là «{state}»)."
    AMENDMENT_UNDER_WAY = "Đang có bản sửa đổi thứ {ordinal}; hãy làm tiếp hoặc bỏ bản đó trước."
    NO_TASKS = "Kế hoạch chưa có nhiệm vụ nào nên chưa trình được; hãy thêm nhiệm vụ."
    NOTHING_ABOVE = "Kế hoạch chưa ghi thực hiện kế hoạch cấp trên nào; hãy chọn ở «Thông tin»."
    # What is given.
    REASON_NEEDED = "Hãy ghi lý do."
    ISSUED_BEFORE_DRAFTED = "Ngày ban hành {day} sau ngày hôm nay; hãy xem lại."
    NUMBER_TAKEN = "Số {number}/{symbol} năm {year} đã dùng cho «{plan}»; hãy xem lại số văn bản."
    NAME_IS_ISSUED = (
        "Tên và loại của kế hoạch đã ban hành không đổi ở đây được; hãy lập bản sửa đổi."
    )
    WRONG_OWNER = "Bạn không phải đầu mối CCHC của «{unit}» nên không lập kế hoạch cho đơn vị này."
    ALREADY_CONFIRMED = "Bản đọc này đã được xác nhận thành kế hoạch."
    OWNER_HAS_ENDED = (
        "«{unit}» đã kết thúc ngày {day} nên không lập kế hoạch mới cho đơn vị này; hãy chọn đơn "
        "vị kế tục."
    )
    PARENT_IS_ITSELF = "Kế hoạch không thể thực hiện chính nó hoặc kế hoạch cấp dưới của nó."
    TARGET_VALUES = "Giá trị đến phải lớn hơn giá trị từ."
    NOT_OF_UNIT = "«{name}» không giữ vị trí nào ở «{unit}»; hãy chọn người của đơn vị."
    UNIT_NOT_NAMED = "«{unit}» không chủ trì hay phối hợp nhiệm vụ này nên không phân công được."
    ALREADY_ASSIGNED = "«{name}» đang được giao nhiệm vụ này."
    ALREADY_ENDED = "Phân công này đã thôi từ ngày {day}."
    SAME_PERSON = "Người bàn giao và người nhận phải là hai người khác nhau."
    NOTHING_TO_HAND_OVER = "«{name}» không có nhiệm vụ nào đang được giao ở «{unit}»."
    DOCUMENT_CITED = "«{name}» đang là căn cứ của {count} kế hoạch nên không lưu trữ được."
    DOCUMENT_KNOWN = "Văn bản {name} đã có trong danh mục; hãy mở văn bản đó để sửa."
    DOCUMENT_CIRCLE = "Văn bản thay thế lại do chính văn bản này thay; hãy xem lại."
    LINK_NOT_IN_PARENT = "Nhiệm vụ được chọn không có trong kế hoạch cấp trên."
    LAST_YEAR_UNKNOWN = "Hãy chọn kế hoạch để chép."
    CARRY_NEEDS_REASON = (
        "Hãy ghi lý do chuyển tiếp cho «{task}», hoặc một lý do chung cho tất cả nhiệm vụ."
    )
