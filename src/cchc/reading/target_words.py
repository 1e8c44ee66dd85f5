"""How a commitment to a number is worded: comparisons, kinds of number, things that are counted.

Source of the words: the interchange format («targets») and the goals of real plans. Adding a word
is a one-line change here.
"""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
AT_LEAST = r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|thấp nhất|từ|≥|>="
MORE = r"trên|hơn|vượt mức|vượt|cao hơn|>"
LESS = r"dưới|thấp hơn|ít hơn|<"
AT_MOST = (
    r"không quá|không vượt quá|không hơn|không được vượt quá|tối đa|nhiều nhất|chậm nhất|trong "
    r"vòng|không để quá|không để vượt quá|không cao hơn|dưới hoặc bằng|≤|<="
)
# Between the comparison and the number: «tối thiểu là 80%», «ít nhất: 30%».
_GLUE = r"(?:\s*(?::|là\b|đạt\b|được\b|phải đạt\b))?"
_COMPARE = rf"(?P<word>{AT_MOST}|{AT_LEAST}|{MORE}|{LESS}){_GLUE}"
# A range «35–40%», «35% đến 40%».
_TO = rf"(?:\s*%?\s*(?:-|–|đến(?:\s+dưới)?|tới)\s*(?P<to>{NUMBER}))?"
_UP = r"(?P<up>(?:\s+[^\W\d_][^.;,]{0,60}?)?\s+trở\s+lên)?"

# A rate or a score opens with a number or a comparison: at any other letter nothing need be tried.
_COMPARISONS = f"{AT_MOST}|{AT_LEAST}|{MORE}|{LESS}".split("|")
_OPENS = rf"(?=[\d{''.join(sorted({words[0] for words in _COMPARISONS}))}])"

RATE = re.compile(rf"{_OPENS}(?:{_COMPARE}\s*)?(?P<value>{NUMBER}){_TO}\s*%{_UP}", re.IGNORECASE)
SCORE = re.compile(
    rf"{_OPENS}(?:{_COMPARE}\s*)?(?P<value>{NUMBER})(?:/\d+(?:,\d+)?)?{_TO}\s*(?P<unit>điểm)\b(?!\s+(?:a|b|c|cầu|cực))(?P<up>\s+trở\s+lên)?",
    re.IGNORECASE,
)
RANK = re.compile(
    r"(?:(?P<top>top|tốp)\s*(?P<v1>\d{1,3})"
    r"|(?:trong\s+)?nhóm\s+(?P<v2>\d{1,3})\s*(?:đơn vị|sở|cơ quan|tỉnh|địa phương|xã|phường|"
    r"ngành|huyện)?[^.;,]{0,20}?(?P<lead>dẫn đầu|đầu|cao nhất|tốt nhất)"
    r"|(?:(?:xếp|đứng|đạt|giữ|vị trí|duy trì|trong)\s+)+(?:thứ|hạng|vị trí|vị thứ)\s*(?:hạng\s*|"
    r"thứ\s*)?(?P<from>từ\s+)?(?P<v3>\d{1,3})(?P<up>(?:/\d+)?\s+trở\s+lên)?"
    r"|(?:vị trí|thứ hạng|xếp hạng|hạng|vị thứ)\s+(?:thứ\s+)?(?P<word>"
    + AT_MOST
    + r"|"
    + AT_LEAST
    + r"|từ)?\s*(?P<v4>\d{1,3})(?P<up4>(?:/\d+)?\s+trở\s+lên)?"
    r"|(?:thuộc|trong|xếp|đạt|vào|giữ|lên|được xếp(?: vào| loại)?)\s+nhóm\s+(?P<v5>\d{1,2})\b"
    r"|(?:nằm trong|thuộc|đứng trong|lọt vào|vào|trong)\s+(?:số\s+)?(?P<v6>\d{1,2})\s+(?:tỉnh|"
    r"đơn vị|sở|cơ quan|"
    r"địa phương|xã|phường|ngành|huyện|bộ)[^.;]{0,40}?(?:dẫn đầu|đứng đầu|đầu|cao nhất|tốt nhất))",
    re.IGNORECASE,
)
_TIME_UNITS = r"phút|giờ|ngày làm việc|ngày|tháng|tuần|năm"
# A number of the like, in small letters: where none stands, the patterns below need not look.
IN_TIME = re.compile(rf"\d\s*(?:{_TIME_UNITS})\b")
DURATION = re.compile(
    rf"(?P<word>{AT_MOST}|{AT_LEAST}|{LESS}|trong)\s+(?:vòng\s+)?(?P<value>{NUMBER}){_TO}\s*(?P<unit>{_TIME_UNITS})\b",
    re.IGNORECASE,
)
CUT = re.compile(
    rf"(?:giảm|rút ngắn|cắt giảm)\s+(?:được\s+)?(?!từ\b)(?:(?P<word>{AT_LEAST}|{AT_MOST}|{MORE}|"
    rf"{LESS})\s+)?(?P<value>{NUMBER}){_TO}\s*(?P<unit>{_TIME_UNITS})\b",
    re.IGNORECASE,
)
DOWN_TO = re.compile(
    rf"(?:xuống(?:\s+còn)?|còn)\s+(?:(?P<word>{AT_MOST}|{AT_LEAST}|{MORE}|{LESS})\s+)?(?P<value>{NUMBER}){_TO}\s*"
    rf"(?P<unit>{_TIME_UNITS})\b",
    re.IGNORECASE,
)
_COUNTED = (
    r"sáng kiến|giải pháp|tin,? bài|bài viết|bài|tin|lớp|hội nghị|hội thảo|cuộc|đợt|lượt|đơn vị|"
    r"phòng|phiếu|thủ tục|"
    r"tthc|dịch vụ|quy trình|mô hình|văn bản|chuyên mục|chuyên đề|video|phóng sự|lần|buổi|người|"
    r"công chức|"
    r"cán bộ|hồ sơ|sản phẩm|đề tài|nhiệm vụ|cơ sở|hộ|doanh nghiệp|xã|phường|thôn|tổ|bộ|phóng "
    r"viên|clip|"
    r"chỉ tiêu|tiêu chí|báo cáo|kế hoạch|ý kiến|đề án|cơ quan|nền tảng|ứng dụng|tài liệu|hạng "
    r"mục|triệu đồng|tỷ đồng|"
    r"triệu|tỷ|chứng thư|chữ ký số|khóa|học viên|tuyến|điểm tiếp nhận|trường|cuộc họp|chuyên "
    r"trang|nhóm|cuộc thi|đối thoại"
)
OF_COUNTED = re.compile(rf"\d\s+(?:{_COUNTED})\b")
OF_THINGS = re.compile(r"\d\s+[^\W\d_]")
COUNT = re.compile(
    rf"(?P<word>{AT_LEAST}|{AT_MOST}|{MORE}|{LESS}){_GLUE}\s+(?P<value>{NUMBER}){_TO}\s+(?P<unit>{_COUNTED})\b(?P<up>[^.;,]{{0,40}}?\s+trở\s+lên)?",
    re.IGNORECASE,
)
BARE_COUNT = re.compile(
    rf"(?:\b(?:có|phấn đấu có|đạt|hoàn thành|đăng ký|công nhận|triển khai|tổ chức|xây dựng|đăng "
    rf"tải|đăng|thực hiện|mở|duy trì|tăng))\s+(?:được\s+)?(?P<value>{NUMBER}){_TO}\s+"
    rf"(?P<unit>sáng kiến|tin,? bài|bài viết|lớp|hội nghị|cuộc|mô hình|lần|chuyên mục|phóng sự|đợt|"
    rf"buổi|bậc)\b(?P<up>\s+trở\s+lên)?",
    re.IGNORECASE,
)
_STOPS = (
    r"được|trở|về|của|đưa|có|tại|trong|cho|để|mỗi|là|và|đến|phải|đạt|theo|ở|do|từ|với|so|khi|vào|"
    r"trên|mới"
)
OTHER_COUNT = re.compile(
    rf"(?P<word>ít nhất|tối thiểu|không dưới|không ít hơn|tối đa|không "
    rf"quá)\s+(?P<value>{NUMBER}){_TO}\s+"
    rf"(?P<unit>(?!(?:{_TIME_UNITS}|điểm|{_STOPS})\b)[^\W\d_]+(?:\s+(?!(?:{_STOPS})\b)[^\W\d_]+)?)(?P<up>\s+trở\s+lên)?",
    re.IGNORECASE,
)
