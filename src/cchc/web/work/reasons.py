"""Why this room says no: each reason with the sentence that a person reads."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class WorkReason(Reason):
    # Who.
    ONLY_COORDINATOR = "Chỉ đầu mối CCHC của «{unit}» làm được việc này."
    ONLY_LEAD_UNIT = (
        "Chỉ người được giao hoặc trưởng của «{unit}» (đơn vị chủ trì), hoặc đầu mối CCHC, cập "
        "nhật việc này."
    )
    ONLY_ASSIGNED = "Việc này đã giao cho {names}; chỉ người được giao hoặc trưởng đơn vị cập nhật."
    NO_LEAD_UNIT = (
        "Việc này chưa có đơn vị chủ trì trong danh mục; đầu mối CCHC cần khớp tên đơn vị trong "
        "bản sửa đổi kế hoạch."
    )
    ONLY_SUPPORTING = "Chỉ người của đơn vị phối hợp gửi phần phối hợp của đơn vị mình."
    ONLY_DECIDER = "Chỉ đầu mối CCHC hoặc lãnh đạo của «{unit}» quyết định việc này."
    ONLY_SOME_DECIDER = "Trang này dành cho đầu mối CCHC và lãnh đạo của một cơ quan."
    ONLY_WHO_DID_IT = "Chỉ người đã làm mới hoàn tác được."
    NOT_ONES_OWN = "Người đề nghị không tự công nhận việc của mình; hãy để người khác xem."
    ONLY_ADMINISTRATOR = "Chỉ người quản trị ở cấp cao nhất sửa lịch làm việc chung."
    ONLY_INVOLVED = "Chỉ người của cơ quan hoặc của đơn vị được nêu tên trao đổi ở việc này."
    # In which state.
    NOT_IN_FORCE = "Chỉ tiêu này không thuộc bản kế hoạch đang có hiệu lực."
    PLAN_IS_OVER = "Kế hoạch đã kết thúc nên không cập nhật được nữa."
    NOT_OPEN = "Việc này đang là «{state}» nên không làm được bước này."
    NOT_PROPOSED = "Việc này chưa được đề nghị công nhận (đang là «{state}»)."
    NOT_DONE = "Việc này chưa hoàn thành (đang là «{state}»)."
    NOT_WAITING = "Việc này không chờ sự việc nào (đang là «{state}»)."
    NOT_UNCLEAR = "Thời hạn của việc này đã rõ."
    NOT_ISSUED = "Kế hoạch chưa ban hành nên chưa theo dõi được."
    ALREADY_FOLLOWED = "Kế hoạch này đã được theo dõi."
    NOT_FOLLOWED = "Kế hoạch này chưa được theo dõi; hãy lập lịch theo dõi trước."
    EXTENSION_UNDER_WAY = "Đã có một đề nghị gia hạn đang chờ quyết định."
    EXTENSION_DECIDED = "Đề nghị gia hạn này đã được quyết định."
    ALREADY_UNDONE = "Việc này đã được hoàn tác."
    CHANGED_SINCE = (
        "«{name}» đã được cập nhật sau đó nên không hoàn tác cả loạt được; hãy sửa từng việc."
    )
    # What is given.
    REASON_NEEDED = "Hãy ghi lý do."
    TEXT_NEEDED = "Hãy ghi nội dung."
    SOURCE_NEEDED = "Hãy ghi nguồn số liệu, ví dụ số báo cáo hoặc hệ thống lấy số."
    WHAT_WAS_DONE = "Hãy ghi đã làm được gì."
    DAY_TO_COME = "Ngày {day} sau ngày hôm nay; hãy xem lại."
    DAY_TOO_EARLY = "Ngày {day} trước ngày kế hoạch có hiệu lực {first}; hãy xem lại."
    LATER_THAN_DUE = "Ngày xin gia hạn phải sau hạn hiện nay ({day})."
    OUTSIDE_YEAR = "Hạn phải nằm trong năm {year} hoặc năm liền sau."
    SHARE_BELOW_ZERO = "Số đã được không thể âm."
    SHARE_MISSING = "Mới được {done} trên {whole}; chỉ đề nghị công nhận khi đã đủ."
    DUE_NEEDED = "Kế hoạch không nói hạn tính từ sự việc này bao lâu; hãy ghi hạn."
    DUE_BEFORE_EVENT = "Hạn {due} trước ngày xảy ra sự việc {day}; hãy xem lại."
    STILL_UNCLEAR = "«{words}» chưa hiểu được thành thời hạn; hãy viết lại, ví dụ «Trước 30/11»."
    SHOWN_IS_OUTDATED = (
        "Danh sách thay đổi không còn đúng như khi bạn mở trang; hãy xem lại rồi áp dụng."
    )
    NOTHING_CHOSEN = "Hãy chọn ít nhất một việc."
    TOO_MANY_CHOSEN = "Mỗi lần làm được tối đa 200 việc; hãy chọn ít hơn."
    DAY_NEEDED = "Hãy ghi ngày."
    NOTHING_TO_DO = "Không có gì thay đổi."
    PAPER_NEEDED = "Hãy ghi số, ký hiệu của văn bản."
    WEEKEND_REST = "Ngày {day} vốn là ngày nghỉ cuối tuần."
    BASIS_NEEDED = "Hãy ghi căn cứ (số quyết định, thông báo)."
