"""Why an act on units and people is refused: each reason with its sentence."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class OrganisationReason(Reason):
    # Who may.
    NO_POSITION = (
        "Hôm nay bạn chưa giữ vị trí nào trong cơ quan nên chỉ xem được tài khoản của mình; hãy "
        "nhờ người quản trị giao vị trí."
    )
    NOT_ADMINISTRATOR = (
        "Chỉ người quản trị của đơn vị này hoặc của đơn vị cấp trên được làm việc này."
    )
    NOT_COORDINATOR = (
        "Chỉ đầu mối CCHC của cơ quan hoặc người quản trị của đơn vị được làm việc này."
    )
    ROLE_BEYOND = (
        "Vai trò «{role}» do người quản trị giao; đầu mối CCHC chỉ giao các vai trò Trưởng đơn vị, "
        "Chuyên viên và Người xem trong cơ quan mình."
    )
    PERSON_BEYOND = (
        "Người này còn giữ vị trí ở đơn vị ngoài phạm vi quản trị của bạn; hãy nhờ người quản trị "
        "cấp trên."
    )
    PERSON_WITHOUT_POSITION = (
        "Người này hiện không giữ vị trí nào; chỉ người quản trị của đơn vị gốc được làm việc này."
    )
    UNIT_HAS_ENDED = "Đơn vị đã kết thúc ngày {day}; chỉ xem, không sửa."

    # Units.
    CODE_TAKEN = "Mã «{code}» đang là mã của «{name}»; hãy ghi mã khác."
    NAME_TAKEN = "Dưới «{parent}» đã có đơn vị tên «{name}»."
    WOULD_CIRCLE = "Không thể chuyển «{name}» vào chính nó hoặc vào đơn vị nằm dưới nó."
    ROOT_STAYS = "«{name}» là đơn vị gốc nên không chuyển, lưu trữ hay giải thể được."
    ALREADY_THERE = "«{name}» đang trực thuộc «{parent}» rồi."
    HAS_CHILDREN = (
        "«{name}» còn {count} đơn vị trực thuộc; hãy chuyển hoặc sắp xếp các đơn vị đó trước."
    )
    HAS_PEOPLE = "«{name}» còn {count} vị trí; hãy kết thúc hoặc chuyển các vị trí đó trước."
    IS_USED = (
        "«{name}» đã có trong kế hoạch hoặc hồ sơ nên không lưu trữ được; nếu đơn vị không còn, "
        "hãy dùng «Giải thể» hoặc «Sáp nhập»."
    )
    PARENT_NOT_THEN = "«{name}» không tồn tại vào ngày {day}; hãy chọn đơn vị cấp trên khác."

    # Succession.
    NOT_YET = (
        "Ngày có hiệu lực còn ở phía trước; hãy nhập việc này vào ngày đó hoặc sau đó, vì từ lúc "
        "nhập người và việc đã chuyển sang đơn vị mới."
    )
    ENDS_BEFORE_IT_BEGAN = "«{name}» bắt đầu ngày {day}; ngày sắp xếp phải sau ngày đó."
    HAS_ENDED = "«{name}» đã kết thúc ngày {day}, không sắp xếp được nữa."
    SAME_NAME = "Tên mới giống tên cũ và loại đơn vị không đổi; hãy ghi tên mới."
    NEEDS_TWO = "Sáp nhập cần ít nhất hai đơn vị."
    SPLIT_NEEDS_TWO = "Tách cần ít nhất hai đơn vị mới."
    GOES_INTO_ITSELF = (
        "«{name}» nằm dưới một đơn vị được sáp nhập nên không thể là đơn vị nhận; hãy chuyển đơn "
        "vị này ra trước."
    )
    UNIT_OF_ANOTHER = "«{name}» nằm dưới «{other}»; hãy sắp xếp từng cấp một."
    ALREADY_DONE = "Việc sắp xếp này đã được thực hiện; không có gì thay đổi."
    NOTHING_CHOSEN = "Hãy chọn ít nhất một tỉnh để sắp xếp."
    PLAN_CHANGED = (
        "Danh sách đơn vị đã thay đổi sau khi bạn mở trang; hãy xem lại rồi xác nhận lần nữa."
    )

    # Names.
    ALIAS_TAKEN = "Cách viết «{text}» trong kế hoạch của «{office}» đã chỉ «{unit}»."
    COLLECTIVE_TAKEN = "«{office}» đã có tên gọi chung «{text}»."
    COLLECTIVE_EMPTY = "Hãy chọn ít nhất một đơn vị cho tên gọi chung «{text}»."

    # People and positions.
    LAST_ADMINISTRATOR = (
        "«{name}» sẽ không còn người quản trị nào; hãy giao vai trò Quản trị (không thời hạn) cho "
        "người khác trước."
    )
    POSITION_TWICE = "{person} đã giữ vai trò «{role}» ở «{unit}» trong thời gian này."
    STANDS_FOR_ONESELF = "Một người không thể làm thay chính mình."
    COVER_NEEDS_END = "Làm thay khi nghỉ phải có ngày cuối."
    COVER_OUTSIDE = (
        "{person} không giữ vị trí này suốt từ {start} đến {end}; hãy chọn ngày trong thời gian đó."
    )
    POSITION_HAS_ENDED = "Vị trí này đã kết thúc ngày {day}."
    ENDS_BEFORE_START = "Vị trí bắt đầu ngày {day}; ngày cuối không được trước ngày đó."
    UNIT_NOT_THEN = "«{name}» không tồn tại suốt thời gian của vị trí; hãy xem lại ngày."

    # Hand-over.
    NOTHING_TO_HAND_OVER = "Người này không giữ vị trí nào mà bạn được quyền bàn giao."
    HAND_OVER_NOTHING = "Hãy chọn ít nhất một vị trí hoặc việc để bàn giao."
    HAND_OVER_TO_SELF = "Người nhận phải khác người bàn giao."
    HAND_OVER_BEFORE_START = (
        "Vị trí «{position}» bắt đầu ngày {day}; ngày bàn giao phải sau ngày đó."
    )

    # Import and first run.
    FILE_GONE = (
        "Tệp đã kiểm tra không còn (quá một ngày hoặc đã nhập); hãy tải tệp lên và kiểm tra lại."
    )
    OFFICE_CHANGED = (
        "Dữ liệu đã thay đổi sau khi kiểm tra tệp; hãy xem lại kết quả kiểm tra rồi nhập."
    )
    FILE_HAS_FAULTS = "Tệp còn lỗi nên chưa nhập gì; hãy sửa các lỗi được nêu rồi tải lại."
    ALREADY_OPEN = "Cơ quan đã có người quản trị; hãy đăng nhập."
