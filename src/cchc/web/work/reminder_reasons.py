"""Why reminders, feeds and letters say no: each reason with the sentence that a person reads."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class ReminderReason(Reason):
    ONLY_COORDINATOR = "Chỉ đầu mối CCHC của «{unit}» làm được việc này."
    ONLY_ADMINISTRATOR = "Chỉ người quản trị của «{unit}» làm được việc này."
    ONLY_OF_UNIT = "Chỉ người của «{unit}» hoặc đầu mối CCHC lập được lịch của đơn vị này."
    ANSWERS_FOR_NO_OFFICE = (
        "Trang này dành cho người lo việc nhắc, đôn đốc của một cơ quan; cách bạn nhận nhắc việc ở "
        "trang Cài đặt của tôi."
    )
    DAYS_TOO_MANY = "Số ngày nhắc trước phải từ 1 đến 30."
    NOT_FAILED = "Tin này không ở tình trạng không gửi được nên không cần gửi lại."
    BAD_ADDRESS = (
        "Địa chỉ cổng tin nhắn phải bắt đầu bằng https:// (http:// chỉ cho cổng ở ngay máy này)."
    )
    WEBHOOK_ON_ALREADY = "Cơ quan này đã có một cổng đang bật; hãy tắt cổng đó trước."
    NO_PHONE = "Bạn chưa ghi số điện thoại nên không gửi thử được; hãy ghi ở trang Tài khoản."
    FEED_REVOKED = "Đường dẫn lịch này đã được thu hồi."
    FEEDS_TOO_MANY = "Đã có {count} đường dẫn đang dùng; hãy thu hồi bớt trước."
    NOTHING_OVERDUE = "«{unit}» không có việc nào quá hạn."
    ANSWER_TOO_EARLY = "Hạn trả lời phải sau hôm nay."
