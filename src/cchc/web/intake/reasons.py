"""Why the desk says no, each with its sentence."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class IntakeReason(Reason):
    NOT_COORDINATOR = "Chỉ đầu mối CCHC của {office} làm được việc này."
    ONLY_SOME_COORDINATOR = "Bàn rà soát dành cho đầu mối CCHC của một cơ quan."
    NOT_READY = "Kế hoạch này chưa đọc xong nên chưa rà soát được."
    CONFIRMED = "Kế hoạch này đã được xác nhận nên không sửa ở đây nữa; hãy sửa ở trang kế hoạch."
    ARCHIVED = "Bản đọc này đã lưu trữ."
    STILL_READING = "Máy đang đọc kế hoạch này; hãy hủy việc đọc trước."
    NOT_UNDER_WAY = "Việc đọc này đã kết thúc nên không còn gì để hủy."
    CANNOT_READ_AGAIN = "Chỉ đọc lại được bản đọc bị hủy, bị lỗi hoặc bị dừng giữa chừng."
    NO_FILES = "Hãy chọn ít nhất một tệp."
    TOO_MANY_FILES = "Một kế hoạch có nhiều nhất {most} tệp; bạn đã chọn {count} tệp."
    UNREADABLE = "{sentence}"
    VALUE_IS_WRONG = "{sentence}"
    NO_SUCH_FIELD = "Phần này không có mục «{name}»."
    NOTHING_TO_UNDO = "Bạn chưa sửa gì ở bản đọc này nên không có gì để hoàn tác."
    EDITED_SINCE = (
        "Không hoàn tác được «{summary}»: dòng «{name}» đã được {who} sửa sau đó; "
        "hãy sửa trực tiếp nếu cần."
    )
    NOTHING_TO_JOIN = "Không có dòng nào ngay sau dòng này để gộp."
    NOTHING_TO_SPLIT = "Hãy xuống dòng ở chỗ cần tách, để có ít nhất hai dòng chữ."
    HEADER_STAYS = "Thông tin chung của kế hoạch chỉ có một và không bỏ được."
    ALREADY_FIRST = "Dòng này đã ở đầu."
    ALREADY_LAST = "Dòng này đã ở cuối."
    NAME_NOT_HERE = "Tên «{name}» không còn trong bản đọc này."
    NO_UNITS_CHOSEN = "Hãy chọn ít nhất một đơn vị cho «{name}», hoặc chọn «ngoài danh mục»."
    UNIT_NOT_KNOWN = (
        "Có đơn vị không thuộc danh mục của cơ quan này; hãy tải lại trang rồi chọn lại."
    )
