"""Every word of the deadline language, and nothing of its grammar.

A word or phrase is added by one line here: the phrase, and the sign the grammar reads it as.
Phrases are written in lower case; capitals, old tone placement and spacing are the lexer's.
The longest phrase at a place wins, so «không quá» is a bound although «không» refuses.
"""

from __future__ import annotations

from enum import StrEnum, auto


class Sign(StrEnum):
    """What a word does in a deadline; the grammar knows signs, never words."""

    # Bounds and joints
    BEFORE = auto()  # «trước»: also «năm trước»
    BEFORE_WHEN = auto()
    AT_LATEST = auto()
    UNTIL = auto()
    END_OF = auto()  # «hết»
    FROM = auto()
    IN = auto()
    WITHIN = auto()  # before a length of time: «trong vòng 5 ngày»
    AFTER = auto()  # also «năm sau»
    WHEN = auto()
    ACCORDING = auto()
    BY_RULE = auto()  # «theo quy định»: says nothing unless it names whose rule
    GENERIC = auto()  # «pháp luật», «hiện hành»: names nobody
    COMPARED = auto()  # «so với», «kể từ»: between a distance and its event
    OF = auto()
    AND = auto()
    ALL = auto()
    # Units of time
    DAY = auto()
    WORKING_DAY = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    YEAR = auto()
    THIS_YEAR = auto()
    PERIOD = auto()
    HALF = auto()
    HALF_YEAR = auto()
    TEN_DAYS = auto()  # value 0, 1, 2: which third of the month
    STAGE = auto()
    CLOCK = auto()
    MINUTE = auto()
    # Places in a unit
    START = auto()
    MIDDLE = auto()
    END = auto()
    ORDINAL = auto()
    SUNDAY = auto()
    NEXT = auto()
    PREVIOUS = auto()
    TET = auto()
    NAMED_DAY = auto()  # value month * 100 + day
    # Rhythms
    EVERY = auto()
    REGULAR = auto()
    TIMES = auto()
    AT_LEAST = auto()
    REPORT = auto()  # «báo cáo»: a bare unit after it is a rhythm
    YEARLY = auto()
    # Whole meanings
    CONTINUOUS = auto()
    AD_HOC = auto()
    MANNER = auto()
    NOW = auto()
    EVENT = auto()  # a meeting or the like: «trước kỳ họp cuối năm» waits for it
    ISSUE = auto()  # «ký», «ban hành»: with «từ ngày», the day of issue
    IF_ANY = auto()
    # Words without a meaning of their own, and words that forbid a guess
    FILLER = auto()
    TIME_LABEL = auto()  # «thời gian hoàn thành»: announces a deadline, names nothing
    REFUSAL = auto()  # «không», «trừ»: what follows is not what it seems
    HEDGE = auto()  # «ngoài», «lùi sang», «trở đi»: refuses a time right beside it, else a word
    OTHER_CALENDAR = auto()  # «năm học»: years and months that are not the plan's
    WORD = auto()
    # Signs that the lexer makes itself
    NUMBER = auto()
    NUMBER_WORD = auto()
    ROMAN = auto()
    DAY_MONTH = auto()
    DAY_MONTH_YEAR = auto()
    MONTH_YEAR = auto()
    DOCUMENT_NUMBER = auto()
    COMMA = auto()
    SEMICOLON = auto()
    COLON = auto()
    SLASH = auto()
    DASH = auto()
    STOP = auto()
    OPEN = auto()
    CLOSE = auto()
    BULLET = auto()
    MARK = auto()
    NOTHING = auto()  # after the last word


# One spelling for each syllable: what is printed → what the table below says.
SPELLINGS = {
    "quí": "quý",
    "qúy": "quý",
    "qui": "quy",
    "kì": "kỳ",
    "hằng": "hàng",
    "mồng": "mùng",
    "tuỳ": "tùy",
    "nữa": "nửa",
    "mươì": "mười",
}

NUMBER_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "nhất": 1, "nhì": 2,
    "mười một": 11, "mười hai": 12, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip

_GROUPS: dict[Sign, str] = {
    Sign.BEFORE: "trước | đến trước | cho đến trước | tới trước",
    Sign.BEFORE_WHEN: "trước khi | trước lúc",
    Sign.AT_LATEST: """chậm nhất | chậm nhất là | chậm nhất đến | chậm nhất hết | muộn nhất
        | muộn nhất là | trễ nhất | trễ nhất là | không quá | không muộn hơn | không chậm hơn
        | không trễ hơn | không vượt quá | không được quá | không để quá
        | không sau | tối đa | tối đa là | trước hoặc trong
        | trước hoặc vào
        | hạn cuối | hạn cuối là | hạn cuối cùng
        | hạn chót | hạn chót là | hạn cuối cùng là""",
    Sign.UNTIL: "đến | tới | cho đến | cho tới | tính đến | kéo dài đến",
    Sign.END_OF: "hết | kết thúc",
    Sign.FROM: "từ | kể từ | tính từ | bắt đầu từ | kể từ khi | từ khi",
    Sign.IN: "trong | vào | tại | ở | trong khoảng | nội trong | ngay trong | vào khoảng",
    Sign.WITHIN: """trong vòng | trong thời hạn | trong thời gian | trong khoảng thời gian
        | thời hạn | thời gian""",
    Sign.AFTER: "sau | sau khi | ngay sau | ngay sau khi | liền sau | sau thời điểm",
    Sign.WHEN: """khi | ngay khi | mỗi khi | khi nào | nếu | trong trường hợp | trường hợp
        | đến khi | cho đến khi | tới khi | cho tới khi | sau mỗi | tùy khi | ngay lúc""",
    Sign.ACCORDING: """theo | theo đúng | đúng theo | căn cứ | căn cứ theo | căn cứ vào | tùy theo
        | tùy thuộc | tùy thuộc vào | phụ thuộc | phụ thuộc vào | trên cơ sở | theo từng
        | theo như""",
    Sign.BY_RULE: """theo quy định | theo đúng quy định | theo tiến độ | theo đúng tiến độ
        | theo thời hạn | theo thời hạn quy định | theo thời gian | theo thời gian quy định
        | theo đúng thời gian quy định | theo đúng thời hạn | theo đúng thời hạn quy định
        | theo luật định | theo thực tế | theo tình hình thực tế | theo điều kiện thực tế
        | theo thời điểm | theo thời điểm quy định | tùy tình hình | tùy tình hình thực tế
        | tùy theo tình hình | tùy theo tình hình thực tế | theo chức năng
        | theo chức năng nhiệm vụ | theo chức năng , nhiệm vụ | theo thẩm quyền""",
    Sign.GENERIC: "pháp luật | hiện hành | nhà nước | luật | chung | chuyên ngành | đề ra",
    Sign.COMPARED: "so với | tính từ khi | kể từ lúc",
    Sign.OF: "của | thuộc | đối với",
    Sign.AND: "và | hoặc | hay | và / hoặc | cùng | cũng như | cùng với",
    Sign.ALL: "các | tất cả các | tất cả | cả | toàn | suốt | trọn | những",
    Sign.DAY: "ngày | mùng | hôm | ngày mùng",
    Sign.WORKING_DAY: "ngày làm việc | ngày công | ngày , làm việc",
    Sign.WEEK: "tuần | tuần lễ",
    Sign.MONTH: "tháng",
    Sign.QUARTER: "quý",
    Sign.YEAR: "năm",
    Sign.THIS_YEAR: "năm nay | năm kế hoạch | năm hiện tại | năm này",
    Sign.PERIOD: "kỳ | kỳ báo cáo | đợt báo cáo",
    Sign.HALF: "nửa",
    Sign.HALF_YEAR: "nửa năm | bán niên",
    Sign.STAGE: "giai đoạn | thời kỳ | các năm | trong các năm",
    Sign.CLOCK: "giờ | h | g",
    Sign.MINUTE: "phút",
    Sign.START: "đầu | đầu tiên",
    Sign.MIDDLE: "giữa",
    Sign.END: "cuối | cuối cùng",
    Sign.ORDINAL: "thứ",
    Sign.SUNDAY: "chủ nhật | chúa nhật",
    Sign.NEXT: "kế tiếp | tiếp theo | liền kề | kế | liền sau | kế sau | tiếp sau | sau liền kề",
    Sign.PREVIOUS: "liền trước | trước đó | ngoái | trước liền kề | liền trước đó",
    Sign.TET: """tết | tết nguyên đán | tết âm lịch | tết cổ truyền | tết ta | tết cả
        | tết nguyên đán cổ truyền""",
    Sign.EVERY: "hàng | mỗi | từng",
    Sign.REGULAR: "định kỳ | thường kỳ | theo định kỳ | theo kỳ báo cáo | theo định kỳ báo cáo",
    Sign.TIMES: "lần | đợt | lượt | cuộc | lớp | buổi",
    Sign.AT_LEAST: "ít nhất | tối thiểu | ít nhất là | tối thiểu là",
    Sign.REPORT: "báo cáo | sơ kết | tổng kết | đánh giá | tổng hợp",
    Sign.YEARLY: "thường niên | hàng niên",
    Sign.CONTINUOUS: """thường xuyên | liên tục | duy trì | tiếp tục | quanh năm | xuyên suốt
        | hàng ngày | mỗi ngày | thường nhật | thường trực | thực hiện thường xuyên
        | duy trì thường xuyên | suốt năm | suốt cả năm | trong suốt năm | xuyên suốt năm""",
    Sign.AD_HOC: "đột xuất | phát sinh | bất thường",
    Sign.MANNER: """kịp thời | đúng quy định | đúng tiến độ | đúng thời hạn | đúng hạn
        | đúng thời gian | đúng thời gian quy định | đúng thời hạn quy định | khẩn trương
        | bảo đảm tiến độ | đảm bảo tiến độ | bảo đảm đúng tiến độ | đảm bảo đúng tiến độ
        | đầy đủ | nghiêm túc | đúng lộ trình | đúng kế hoạch | cụ thể | ngay""",
    Sign.NOW: "nay | bây giờ | hiện nay",
    Sign.ISSUE: "ký | ban hành | hiệu lực",
    Sign.EVENT: """kỳ họp | phiên họp | cuộc họp | hội nghị | hội thảo | đại hội | kỳ thi
        | kỳ nghỉ | buổi lễ | lễ | đợt kiểm tra | đợt khảo sát | ngày họp | ngày hội nghị
        | kỳ đánh giá | kỳ xét | đợt thanh tra""",
    Sign.IF_ANY: "nếu có",
    Sign.FILLER: """hoàn thành | xong | hoàn tất | thực hiện | triển khai | dự định
        | khoảng | là | phải | tiến hành | tổ chức | cơ bản | tổ chức thực hiện
        | triển khai thực hiện | tập trung | gửi | hoàn thành xong | hoàn thành việc | vẫn""",
    Sign.TIME_LABEL: """thời điểm | dự kiến | phấn đấu | thời gian hoàn thành | thời hạn hoàn thành
        | thời gian thực hiện | thời hạn thực hiện | thời gian báo cáo | thời hạn báo cáo
        | thời gian gửi | thời hạn gửi | hạn | hạn hoàn thành | hạn gửi | tiến độ
        | tiến độ hoàn thành | tiến độ thực hiện""",
    Sign.REFUSAL: """không | chưa | trừ | ngoại trừ | không phải | không kể | đã
        | dịp | nhân dịp | trong dịp | vào dịp
        | các năm tiếp theo | những năm tiếp theo | các năm sau | những năm sau
        | các năm kế tiếp | những năm kế tiếp | hàng năm sau""",
    Sign.HEDGE: """ngoài | hoãn | tạm hoãn | hoãn sang | lùi | lùi sang | dời | dời sang | gia hạn
        | gia hạn thêm | chuyển sang | kéo dài sang | sang | sớm nhất | sớm hơn | muộn hơn
        | chậm hơn | trễ hơn | trở đi | trở về trước | trở về sau | trở lên | trở xuống
        | gần | gần đến | cận | giáp | sát | có thể | tạm dừng | dừng | ngừng | bỏ | hủy | quá
        | quá hạn | vượt quá | chờ | chờ đến | bắt đầu | khởi đầu | cách
        | cách nhau | dự phòng | thay cho | thay vì | riêng
        | hơn | trên | dưới | rằm""",
    Sign.OTHER_CALENDAR: """năm học | học kỳ | nhiệm kỳ | âm lịch | năm tài chính | niên độ
        | tháng giêng | tháng chạp
        | niên vụ | năm ngân sách""",
    Sign.WORD: """trước mắt | trước đây | sau đó | sau này | ngày càng | ngày hội
        | quý vị | tháng hành động | tháng thanh niên | hàng hóa
        | hàng đầu | tuần lễ chuyển đổi | tuần tra | năng lực | đầu mối | đầu tư | đầu ra
        | đầu vào | người đứng đầu | thứ tự | thứ trưởng | từng bước | các cơ quan
        | cùng cấp | trong nước | hàng không | từ xa | từ chối
        | kế hoạch | kế toán | kế thừa | thiết kế | thừa kế | kỳ vọng | trong đó | theo dõi""",
}  # fmt: skip

# Letters that can only be these words where a number follows: «thảng 5», «Quy III».
BEFORE_A_NUMBER = {
    "ngay": Sign.DAY, "thang": Sign.MONTH, "nam": Sign.YEAR, "quy": Sign.QUARTER,
}  # fmt: skip

_NAMED_DAYS = {
    "tết dương lịch": 101,
    "tết tây": 101,
    "giải phóng miền nam": 430,
    "ngày giải phóng miền nam": 430,
    "quốc tế lao động": 501,
    "ngày quốc tế lao động": 501,
    "quốc khánh": 902,
    "ngày quốc khánh": 902,
    "tết độc lập": 902,
}
# Only before a number: «T8», «Th.8», «Q.III»; they have the value 1 so that none stands alone.
_ABBREVIATIONS = {"t": Sign.MONTH, "th": Sign.MONTH, "q": Sign.QUARTER}
_THIRDS = {"thượng tuần": 0, "trung tuần": 1, "hạ tuần": 2}

ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
          "x": 10, "xi": 11, "xii": 12, "iiii": 4}  # fmt: skip

Phrase = tuple[str, ...]


def _phrases() -> dict[Phrase, tuple[Sign, int]]:
    table: dict[Phrase, tuple[Sign, int]] = {}
    for sign, listed in _GROUPS.items():
        for phrase in listed.split("|"):
            table.setdefault(tuple(phrase.split()), (sign, 0))
    table |= {(letter,): (sign, 1) for letter, sign in _ABBREVIATIONS.items()}
    table |= {tuple(name.split()): (Sign.NAMED_DAY, day) for name, day in _NAMED_DAYS.items()}
    table |= {tuple(name.split()): (Sign.TEN_DAYS, third) for name, third in _THIRDS.items()}
    return table


PHRASES = _phrases()
