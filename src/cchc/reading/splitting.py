"""Cells with several units or products → one text each.

Rule of the interchange format («Splitting»): at line breaks, semicolons, slashes, dashes that open
an item, and commas that begin a new product or unit. «Các phòng, đơn vị» is one party, «Các phòng
chuyên môn, các đơn vị trực thuộc Sở» is two. Products set side by side without punctuation are cut
before a capital that begins a product («Tờ trình Dự thảo Quyết định»).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from cchc.text.folding import fold
from cchc.text.letters import pattern
from cchc.text.normal import one_line

# Words with which a product begins (folded). Adding one is a one-line change.
PRODUCT_HEADS = (
    r"bao cao|ke hoach|quyet dinh|qd\b|to trinh|du thao|van ban|danh muc|quy che|bien ban|thong "
    r"bao|"
    r"ho so|cong van|cong dien|chuong trinh|de an|phuong an|nghi quyet|chi thi|ket luan|to khai|"
    r"bang (?:tong hop|diem|cham|phan cong|du toan|mo ta|ke|danh gia|theo doi|so lieu|ten|tieu "
    r"chi|kiem)|"
    r"bo (?:tieu chi|du lieu|chi so|tai lieu|cau hoi|thu tuc|quy trinh|nhan dien|ho so)|"
    r"kho (?:du lieu|tai lieu)|hoi (?:nghi|thao)|lop|tai lieu|thu (?:xin loi|moi|cam on|ngo|keu "
    r"goi)|phieu|"
    r"so (?:theo doi|tay|lieu|do|luong)|ket qua|phan mem|he thong|trang (?:thong tin|web)|tin,? "
    r"bai|bai viet|"
    r"bai tuyen|ban (?:tin|tong hop|cam ket|mo ta|giao|ve|do)|video|phong su|co so du lieu|du "
    r"lieu|danh sach|"
    r"de cuong|sang kien|giai phap|hop dong|du toan|quyet toan|chung tu|quy trinh|noi quy|giay "
    r"(?:moi|to|phep|"
    r"chung)|chung (?:chi|nhan)|mo hinh|chuyen (?:muc|de|trang)|to gap|to roi|pa no|ap phich|"
    r"bang ron|san pham|"
    r"tham luan|cong trinh|trang thiet bi|thiet bi|noi dung|luat|thong tu|dien dan|cuoc (?:thi|"
    r"hop|khao sat)|"
    r"cac (?:van ban|bao cao|quyet dinh|hoat dong|ke hoach|san pham|bai|tin|hoi nghi|lop|quy "
    r"trinh|bien ban|"
    r"to trinh|cuoc|danh muc|tai lieu|hinh thuc|thong bao|phan mem|chuyen de|bieu mau)|"
    r"\d+(?:,\d+)? ?%|ty le|\d+ (?:tin|bai|lop|hoi nghi|cuoc|sang kien|bao cao|van ban|ke hoach)|"
    r"ma qr|phu luc|bieu mau|kich ban|clip|infographic|the le"
)
_PRODUCT = re.compile(rf"(?:{PRODUCT_HEADS})")
# Products that, written with a capital in the middle of a cell, begin a new one.
_CAPITAL_PRODUCT = re.compile(
    r"(?<=[^\W\d_)\]”\"]) (?=(?:Báo cáo|Kế hoạch|Quyết định|Tờ trình|Dự thảo|Văn bản|Danh mục|"
    r"Quy chế|Biên bản|"
    r"Thông báo|Hồ sơ|Công văn|Chương trình|Đề án|Phương án|Nghị quyết|Hướng dẫn|Bảng|Bộ tiêu "
    r"chí|Hội nghị|Lớp|"
    r"Tài liệu|Thư|Phiếu|Kết quả|Hợp đồng|Nội dung|Bộ câu hỏi|Danh sách|Công khai|Quy định|Sổ "
    r"tay|Các văn bản|Danh sách|Quy trình|Tin|Bài|Video|Giấy mời|Kết luận|Chỉ thị|Bản|Kho)\b)"
)
_HOLDS_ON = re.compile(
    r"(?:^|\s)(?:dự thảo|của|về|theo|và|hoặc|tại|trong|cho|các|với|ban hành|(?<!kế hoạch "
    r")(?<!kết quả )(?<!báo cáo )thực hiện|(?<!kế hoạch )(?<!quy định )triển khai|những|số|kèm|"
    r"từ|là|xây dựng|phê duyệt|dự|ký|có|gửi|cùng|qua|-|–|thông qua|khung|tập|công bố|(?<!tờ "
    r")(?<!chương )trình|"
    r"(?<!văn )(?<!biên )(?<!kịch )bản|sửa đổi|điều chỉnh|bổ sung|thay thế|tham mưu|đối với|lên|"
    r"bằng|được|một)$",
    re.IGNORECASE,
)

# Words with which a unit or a post begins (folded).
UNIT_HEADS = (
    r"phong|van phong|chi cuc|cuc|tong cuc|trung tam|thanh tra|so|bo phan|ban|ubnd|uy ban|hdnd|"
    r"hoi dong|cac|cong an|"
    r"tram|truong|lanh dao|giam doc|pho|chanh|bo|vien|toa an|kho bac|bao hiem|thue|hai quan|doan|"
    r"hoi|lien doan|"
    r"mat tran|ubmttq|to|doi|bao|dai|buu dien|vnpt|viettel|ngan hang|huyen|tinh|thanh pho|"
    r"xa(?! hoi)|phuong|quan su|quan|"
    r"don vi|co quan|cong chuc|can bo|vien chuc|ca nhan|thu truong|nguoi|nhan vien|vp|p\.|tt|ttr|"
    r"tccb|khtc|"
    r"thuong truc|dang uy|chi bo|tap the|toan the|bi thu|chu tich|ke toan|van thu|bqlda|bql|nha|"
    r"benh vien|thu vien|"
    r"hat|don|quy|cong ty|doanh nghiep|hiep hoi|hop tac xa|vu|khoi|chuyen vien|dia chinh|tu phap|"
    r"to chuc|nhom|tat ca|"
    r"moi|toa soan|bhxh|kbnn|mttq|lhpn|ldld|phu trach|bi thu|khoa|cum|thanh vien|tieu ban|bch|"
    r"ban chi huy|hop"
)
_UNIT = re.compile(rf"(?:{UNIT_HEADS})\b")
_ABBREVIATION = re.compile(r"(?:P\.\s?)?[A-ZĐ]{2,}[\w&Đđ-]*$")
_NO_UNIT_ABBREVIATION = re.compile(
    r"(?:CCHC|TTHC|QPPL|CNTT|KSTTHC|HTQLCL|ISO|TCVN|PAR|SIPAS|PCI|PAPI|DTI|DVC|DVCTT|CBCC|CBCCVC|CB|CC|VC|QĐ|KH|BC|"
    r"KHCN|KH&CN|NSNN|ATTT|CSDL|IOC|VBQPPL|CĐS|CQĐT|CQS)\b"
)
_COLLECTIVE_TAIL = re.compile(
    r"(?:phong|ban|don vi|bo phan|chi cuc|trung tam|co quan|to chuc|xa(?! hoi)|phuong|doan the|"
    r"nganh|thi xa|thanh pho|"
    r"huyen|dia phuong|ca nhan|truong|tram|linh vuc|cong chuc|vien chuc|so)\b"
)
_CAPITAL_UNIT = re.compile(
    r"(?<=[^\W\d_)]) (?=(?:Phòng|Văn phòng|Chi cục|Trung tâm|Thanh tra|Bộ phận|Các|Công an|Trạm|"
    r"UBND|Ủy ban|Uỷ ban|"
    r"Sở|Ban|Lãnh đạo|Hội|Đoàn|Trường|Viện|Đơn vị|Kho bạc|Viettel|VNPT|Bưu điện|Công chức|Cơ "
    r"quan|Bảo hiểm|Viễn thông|Mặt trận|Tổ (?:công|kiểm|chuyển|một|thẩm|giúp|tư)[^\W\d_]*|"
    r"Giám đốc|Chánh|Trưởng)\b)"
)
_UNIT_HOLDS_ON = re.compile(
    r"(?:^|\s)(?:trưởng|phó|chánh|giám đốc|của|và|các|cùng|với|lãnh đạo|hội đồng|"
    r"ban|giúp việc|thường trực|trưởng các|phụ trách|tại|cấp|phó trưởng|chủ tịch|bí thư|đảng ủy|"
    r"đảng uỷ|chi bộ|công đoàn|-|–|"
    r"công chức|viên chức|cán bộ|một số|toàn|từng|mỗi|tất cả|toàn thể|ubnd|hđnd|kế toán|văn thư|"
    r"trang|"
    r"khối|đoàn|tổ|bộ phận)$",
    re.IGNORECASE,
)

# «Phòng Tổ chức cán bộ và Văn phòng Sở» names two; «Văn phòng HĐND và UBND» one.
_AND_UNIT = re.compile(
    r"(?<!trưởng)(?<!phòng) và (?=(?:Phòng|Văn phòng|Chi cục|Trung tâm|Thanh tra|Bộ phận|Sở|Ban "
    r"Quản lý|Công an|Kho bạc|"
    r"các phòng|các đơn vị|các chi cục|các trung tâm|các sở|các cơ quan|các xã|các ban)\b)"
)
# «Văn phòng Sở», «Thanh tra Sở», «Văn phòng UBND»: the second word belongs to the first.
_OFFICE_OF = re.compile(r"(?:văn phòng|thanh tra|thuộc|^vp|\svp|ttr)$", re.IGNORECASE)
_BODY = re.compile(r"(?:Sở|Ban|Bộ|Cục|Chi cục|Hội đồng|Đoàn|UBND|Ủy ban|Uỷ ban|Tổng|HĐND)\b")

_OPENING_DASH = re.compile(r"^\s*[-–—•+*·]+\s*|^\s*[a-zđ]\)\s*|^\s*\(?\d{1,2}[.)]\s+(?=\D)")
_INNER_DASH = re.compile(r"(?:(?<=[;.,:])|(?<=\s\s))\s*[-–•+]\s*(?=[^\W\d_])")
_SPACED_ITEM = pattern(r"\s[-–•+]\s(?=[{U}])")
_SLASH = re.compile(r"(?<=[^\W\d_)\]])\s*/\s*(?=[^\W\d_])")


@lru_cache(maxsize=8192)
def split_products(text: str) -> tuple[str, ...]:
    """Split a products cell: «Danh mục, báo cáo» → «Danh mục», «báo cáo»."""
    pieces: list[str] = []
    for part in _items(text, _is_product, _HOLDS_ON):
        for piece in _at_slashes(part, _PRODUCT):
            for run in _at_capitals(piece, _CAPITAL_PRODUCT, _HOLDS_ON):
                pieces.extend(_at_commas(run, _is_product))
    return tuple(cleaned for piece in pieces if (cleaned := _clean(piece)))


@lru_cache(maxsize=8192)
def split_units(text: str) -> tuple[str, ...]:
    """Split a units cell: «Phòng Kế hoạch - Tài chính, Thanh tra Sở» → two units."""
    pieces: list[str] = []
    for part in _items(text, _is_unit, _UNIT_HOLDS_ON):
        for piece in _at_slashes(part, _UNIT):
            for run in _at_capitals(piece, _CAPITAL_UNIT, _UNIT_HOLDS_ON):
                for unit in _at_commas(run, _is_unit):
                    pieces.extend(_AND_UNIT.split(unit))
    return tuple(cleaned for piece in pieces if (cleaned := _clean(piece)))


def _items(text: str, begins: Callable[[str, str], bool], holds_on: re.Pattern[str]) -> list[str]:
    """Cut at line breaks, semicolons and opening dashes; a wrapped line goes on with its item."""
    items: list[str] = []
    lines = text.split("\n")
    # «Phòng Văn hóa⏎- Xã hội»: a dash opens an item only where the first line has one too.
    wrapped_name = begins is _is_unit and not _OPENING_DASH.match(lines[0])
    for line in lines:
        dash = _OPENING_DASH.match(line)
        if (
            dash
            and wrapped_name
            and items
            and dash.group().strip() in ("-", "–")
            and (not _is_unit("", line[dash.end() :]) or not items[-1].endswith((";", ",")))
            and not _UNIT.match(fold(line[dash.end() :]))
        ):
            items[-1] = f"{items[-1]} {line.strip()}"
            continue
        if (
            items
            and not dash
            and (items[-1].endswith((" -", " –", "&")) or holds_on.search(items[-1]))
        ):
            items[-1] = f"{items[-1]} {line.strip()}"
            continue
        opened = dash is not None
        goes_on = (
            items
            and not opened
            and not items[-1].endswith((";", "."))
            and (line[:1].islower() or line[:1] in "(&")
            and (not begins("", line) or holds_on.search(items[-1]))
        )
        if goes_on:
            items[-1] = f"{items[-1]} {line.strip()}"
        elif line.strip():
            items.append(line.strip())
    out: list[str] = []
    for item in items:
        for part in _outside_brackets(item, ";"):
            out.extend(_at_inner_dashes(part))
    return out


def _at_inner_dashes(text: str) -> list[str]:
    """«- Kế hoạch - Báo cáo» on one line: a dash opens an item where the cell began with one."""
    opened = _OPENING_DASH.match(text)
    if not opened or opened.group().strip()[:1] not in "-–•+":
        return [part for part in _INNER_DASH.split(text) if part.strip()]
    body = text[opened.end() :]
    return [part for part in _SPACED_ITEM.split(body) if part.strip()]


def _outside_brackets(text: str, mark: str) -> list[str]:
    """Split at a mark, but not inside parentheses or quotes."""
    parts: list[str] = []
    depth = 0
    start = 0
    for index, char in enumerate(text):
        if char in "([“«":
            depth += 1
        elif char in ")]”»":
            depth = max(0, depth - 1)
        elif char == mark and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return parts


def _at_slashes(text: str, head: re.Pattern[str]) -> list[str]:
    """A slash parts two products or units, not the halves of one word («tập huấn/bồi dưỡng»)."""
    if "/" not in text:
        return [text]
    parts: list[str] = []
    start = 0
    for found in _SLASH.finditer(text):
        after = text[found.end() :]
        if (after[0].isupper() or head.match(fold(after))) and text.count(
            "(", 0, found.start()
        ) <= (text.count(")", 0, found.start())):
            parts.append(text[start : found.start()])
            start = found.end()
    parts.append(text[start:])
    return parts


def _at_capitals(text: str, pattern: re.Pattern[str], holds_on: re.Pattern[str]) -> list[str]:
    """Cut before a capital that begins something new, unless the words before it hold on to it."""
    parts: list[str] = []
    start = 0
    for found in pattern.finditer(text):
        before = text[start : found.start()]
        inside = before.count("(") > before.count(")")
        if (
            not inside
            and len(before.strip()) > 1
            and not holds_on.search(before.rstrip())
            and not (_OFFICE_OF.search(before.rstrip()) and _BODY.match(text, found.end()))
        ):
            parts.append(before)
            start = found.end()
    parts.append(text[start:])
    return parts


def _at_commas(text: str, begins: Callable[[str, str], bool]) -> list[str]:
    parts: list[str] = []
    for piece in _outside_brackets(text, ","):
        if parts and not begins(parts[-1], piece.strip()):
            parts[-1] = f"{parts[-1]},{piece}"
        elif piece.strip():
            parts.append(piece)
    return parts


def _is_product(before: str, piece: str) -> bool:
    return bool(_PRODUCT.match(fold(piece))) or piece[:5].lower() == "bảng "


def _is_unit(before: str, piece: str) -> bool:
    """Whether what follows a comma is a unit of its own, or goes on with the name before it."""
    if not piece:
        return False
    folded = fold(piece)
    collective = re.search(r"\b(?:cac|toan the|tat ca|moi|tung)\b", fold(before))
    if not collective and _BARE_COLLECTIVE.fullmatch(before.strip()):
        # «Sở, ban, ngành tỉnh», «UBND xã, phường», «CB, CC, VC toàn Sở»: one party without «các».
        collective = re.match("", before)
    if collective and (
        (not piece[0].isupper() and _COLLECTIVE_TAIL.match(folded))
        or _BARE_HEAD.fullmatch(folded)
        or re.match(r"(?:CC|VC|NLĐ|HĐ)\b", piece)
    ):
        return False
    if _UNIT.match(folded):
        return True
    if _is_abbreviation(piece):
        return True
    # «Sở Văn hóa, Thể thao và Du lịch»: a name with a comma closes with «và».
    return piece[0].isupper() and " và " not in piece and len(piece.split()) >= 2


_BARE_COLLECTIVE = re.compile(
    r"(?:Sở|Phòng|Vụ|Cục|Ban|Ngành|Đơn vị|UBND (?:xã|huyện|cấp xã|cấp huyện)|CB|CB, CC|Sở, ban|"
    r"Sở, ngành|Vụ, Cục|"
    r"Phòng, ban)(?:, [^,]+)*"
)


def _is_abbreviation(text: str) -> bool:
    first = text.split(" ")[0]
    return bool(_ABBREVIATION.match(first)) and not _NO_UNIT_ABBREVIATION.match(first)


def _clean(text: str) -> str:
    """One product or unit: without opening dash and final punctuation."""
    text = _OPENING_DASH.sub("", one_line(text))
    text = text.strip().rstrip(".;,:").strip()
    if text.endswith("-"):
        text = text[:-1].rstrip()
    return text if re.search(r"\w", text) else ""


def looks_like_product(text: str) -> bool:
    """Whether a text begins with a word for a product."""
    return bool(_PRODUCT.match(_folded_opening(_OPENING_DASH.sub("", text))))


def _folded_opening(text: str) -> str:
    """Enough of a text for the head of a unit or a product: all are shorter."""
    return fold(text[:40])


# Words of work, time and products: not in the name of a unit (written small, they are verbs).
_NO_UNIT = re.compile(
    r"(?:^|[\s(])(?:ban hành|xây dựng|thực hiện|báo cáo|triển khai|rà soát|tuyên truyền|cập nhật|"
    r"nâng cao|tăng cường|"
    r"quyết định|thường xuyên|quý [IV]|tháng \d|trước (?:ngày )?\d|định kỳ|văn bản|công tác|đảm "
    r"bảo|bảo đảm|tham mưu|đánh giá|"
    r"công khai|hàng (?:tháng|quý|năm)|hằng (?:tháng|quý|năm)|trong năm|khi có|tập huấn|xử lý|"
    r"quy chế|dự thảo|danh mục|biên bản|"
    r"tờ trình|đối với các|lĩnh vực|Báo cáo|Quyết định|Tờ trình|Biên bản|Dự thảo|Thường xuyên|"
    r"Định kỳ|Quý [IV\d]|Tháng \d|Trước|"
    r"Trong (?:năm|quý|tháng)|Khi có|Hàng (?:tháng|quý|năm)|Hằng (?:tháng|quý|năm)|Theo |Chậm "
    r"nhất|Danh mục|"
    r"Kế hoạch(?! (?:-|–|và (?:Đầu|Tài|đầu)|[Tt]ài|[Tt]ổng hợp))|\d{2,})(?=\s|[.,;)]|$)"
)
_UNIT_PART = re.compile(r"\n|;|\s[-–]\s")


# Heads that name no unit by themselves.
_BARE_HEAD = re.compile(
    r"phong|trung tam|chi cuc|cuc|bo phan|ban|so|cac|truong|tram|bo|hoi|to|don vi|pho|doi"
)


def looks_like_unit(text: str) -> bool:
    """Whether a whole text reads as one or more units, and holds nothing that is done or made."""
    bare = _OPENING_DASH.sub("", text)
    if not bare[:1].isupper():
        return False
    words = len(bare.split())
    opening = _folded_opening(bare)
    if not (_UNIT.match(opening) or (words <= 6 and _is_abbreviation(bare))):
        return False
    if words > 26 or _BARE_HEAD.fullmatch(opening) or _NO_UNIT.search(bare):
        return False
    return not any(looks_like_product(part) for part in _UNIT_PART.split(bare)[1:])


@lru_cache(maxsize=8192)  # the columns of units ask for the openings of the same stretches
def begins_like_unit(text: str) -> bool:
    """Whether a text begins with the head of a unit's name, or an abbreviation that may be one."""
    bare = _OPENING_DASH.sub("", text)
    return bool(_UNIT.match(fold(bare))) or _is_abbreviation(bare)


def holds_several_units(text: str) -> bool:
    """Whether units stand side by side in a text without anything between them."""
    return any(
        len(_at_capitals(piece.strip(), _CAPITAL_UNIT, _UNIT_HOLDS_ON)) > 1
        for part in re.split(r"\n|;", text)
        for piece in _outside_brackets(part, ",")
    )


def holds_a_unit(text: str) -> bool:
    """Whether a unit's name begins in the middle of a text that is about something else."""
    return len(_at_capitals(text, _CAPITAL_UNIT, _UNIT_HOLDS_ON)) > 1
