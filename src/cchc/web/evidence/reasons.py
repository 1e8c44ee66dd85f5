"""Why this room says no: each reason with the sentence that a person reads."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class EvidenceReason(Reason):
    # Who.
    NOT_OF_UNIT = (
        "Chỉ người của «{unit}» (trưởng đơn vị, chuyên viên) hoặc đầu mối CCHC làm được việc này."
    )
    NOT_OF_SOME_UNIT = "Chỉ chuyên viên, trưởng đơn vị hoặc đầu mối CCHC thêm được minh chứng."
    ONLY_HEAD = "Chỉ trưởng đơn vị «{unit}» hoặc đầu mối CCHC lưu trữ được minh chứng này."
    ONLY_KEEPERS = "Kết quả kiểm tra tệp dành cho đầu mối CCHC và người quản trị."
    # In which state.
    ARCHIVED = "Minh chứng này đã lưu trữ nên không thay đổi được nữa."
    NO_FILE = "Đây là văn bản không kèm tệp; hãy thêm minh chứng mới bằng tệp."
    STILL_READING = "Máy đang đọc tệp; hãy đợi một lát rồi xác nhận."
    LINK_ENDED = "Minh chứng đã thôi gắn với việc này."
    # What is given.
    UNREADABLE = "{sentence}"
    NO_UPLOAD = "Hãy chọn một tệp."
    SAME_BYTES = "Tệp này giống hệt bản {ordinal} của chính minh chứng này nên không thêm."
    ALREADY_LINKED = "Minh chứng này đang gắn với «{name}»."
    PERIOD_TURNED = "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi."
    LINK_NOT_HTTPS = "Đường dẫn phải bắt đầu bằng https://."
    SUBJECT_NEEDED = "Hãy ghi trích yếu hoặc tên của minh chứng."
    CODE_NEEDED = "Văn bản không kèm tệp cần có số hoặc ký hiệu, ngày và cơ quan ban hành."
    DATED_LATER = "Ngày văn bản {day} sau ngày hôm nay; hãy xem lại."
    REASON_NEEDED = "Hãy ghi lý do."
    LIST_HAS_FAULTS = "Danh sách còn {count} chỗ cần sửa nên chưa nhận tệp nào."
    PAGE_TOO_OLD = "Trang đã mở quá lâu; hãy chọn lại tệp và danh sách."
    TOO_MANY_SHOWN = "Danh sách dài hơn {most} minh chứng; hãy lọc bớt rồi in hoặc xuất."
    TOO_MANY_FILES = "Mỗi lần nhận nhiều nhất {most} tệp; bạn đã chọn {count} tệp."
