"""Which area of reform a heading or a task belongs to.

Source of the areas: Resolution 76/NQ-CP (15/7/2021), six fields, and the two fields that every
plan adds (direction, publicity). The words are those that headings and tasks of plans use.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.plan.model import ReformArea
from cchc.reading.units import is_unit_name
from cchc.text.folding import fold

# Words of headings: a heading that names two areas leaves the choice to each task under it.
_HEADING_WORDS: dict[ReformArea, str] = {
    ReformArea.COMMUNICATION: (
        r"tuyen truyen|truyen thong(?! ve (?:nhiem vu )?(?:ks|kiem soat|tthc|thu tuc))|"
        r"thong tin cai cach|tap huan"
    ),
    ReformArea.LEADERSHIP: (
        r"(?:chi dao|lanh dao),? *(?:va )?(?:dieu hanh|chi dao)|dieu hanh|cong tac chi dao|"
        r"kiem tra (?:cai cach|cchc|cong tac|viec)|ke hoach kiem tra|sang kien|thi dua|"
        r"(?:cai thien|nang cao|nang diem|duy tri|xep hang|cac).{0,40}chi so|chi so (?:cai cach|"
        r"cchc)|"
        r"par ?index|sipas|danh gia (?:dung )?ket qua|cham diem|che do bao cao|trach nhiem bao cao|"
        r"xep hang"
    ),
    ReformArea.INSTITUTIONS: (
        r"the che|quy pham phap luat|qppl|xay dung phap luat|thi hanh phap luat|phap luat vao|"
        r"cong tac phap che|hoan thien phap luat|van ban hanh chinh|van ban qppl"
    ),
    ReformArea.PROCEDURES: (
        r"thu tuc hanh chinh|tthc|mot cua|phan anh,? kien nghi|giai quyet ho so"
    ),
    ReformArea.ORGANISATION: (
        r"to chuc bo may|bo may|sap xep to chuc|phan cap,? |phan cap quan ly|to chuc,? bo may|"
        r"sap xep.{0,20}don vi|don vi su nghiep cong lap"
    ),
    ReformArea.CIVIL_SERVICE: (
        r"cong vu|doi ngu|can bo,? cong chuc|cong chuc,? vien chuc|cbcc|nguon nhan luc|"
        r"ky luat,? ky cuong|vi tri viec lam|chat luong can bo"
    ),
    ReformArea.PUBLIC_FINANCE: (
        r"tai chinh|ngan sach|tai san cong|tu chu|chi tieu noi bo|dau tu cong|giai ngan"
    ),
    ReformArea.DIGITAL_GOVERNMENT: (
        r"chinh quyen (?:dien tu|so)|chinh phu (?:dien tu|so)|hien dai hoa|chuyen doi so|"
        r"cong nghe thong tin|cntt|dich vu cong truc tuyen|moi truong (?:so|dien tu|mang)|"
        r"du lieu|ky nang so|hanh chinh so|iso\b|nen hanh chinh hien dai"
    ),
}
_HEADING = {area: re.compile(words) for area, words in _HEADING_WORDS.items()}

# Words of tasks, with a weight each: the heaviest area wins, an earlier word breaks a tie.
_TASK_WORDS: dict[ReformArea, tuple[tuple[str, float], ...]] = {
    ReformArea.COMMUNICATION: (
        (r"tuyen truyen|truyen thong(?! va)|pa no|ap phich|to gap|to roi", 3),
        (
            r"cuoc thi.{0,15}tim hieu|co quan bao chi|dang (?:tai |phat )?(?:tin|bai)|tin,? bai|"
            r"phong su",
            3,
        ),
        (r"chuyen muc|chuyen trang|ban tin|video|loa truyen thanh|mang xa hoi", 3),
        (
            r"(?:to chuc|mo|mo cac|to chuc cac).{0,25}(?:tap huan|hoi thi)|(?:hoi nghi|lop) tap "
            r"huan",
            2,
        ),
        (r"^tap huan|tap huan (?:nghiep vu|kien thuc|ky nang).{0,12}(?:cchc|cai cach)", 3),
    ),
    ReformArea.LEADERSHIP: (
        (r"ke hoach (?:cai cach hanh chinh|cchc)|chi dao,? dieu hanh|giao ban|doi thoai", 3),
        (r"kiem tra (?:cong tac )?(?:cai cach|cchc)|tu kiem tra (?:cong tac )?cchc", 3),
        (r"sang kien|thi dua|khen thuong|chi so|par ?index|sipas|pci|papi|xep hang|tu cham", 2.5),
        (r"quan triet|nguoi dung dau|don doc|bao cao (?:ket qua )?(?:thuc hien )?.{0,12}cchc", 2),
        (r"chi thi|lanh dao|dau moi|ban chi dao|khac phuc|kiem tra|cchc|cai cach hanh chinh", 0.8),
    ),
    ReformArea.INSTITUTIONS: (
        (r"quy pham phap luat|qppl|van ban phap luat|phap che|the che|pho bien.{0,12}luat", 3),
        (r"kiem tra van ban|mau van ban|van ban (?:do|het hieu luc|sai)|van ban hanh chinh", 3),
        (r"thi hanh phap luat|pho bien,? giao duc phap luat|du thao (?:nghi quyet|van ban)", 3),
        (r"sua doi quy dinh|quy dinh (?:cua|tai) dia phuong|chinh sach", 2),
        (r"he thong hoa|van ban (?:trai|co dau hieu)|hop hien|bai bo (?:nhung )?quy dinh", 2),
        (r"phap luat|the thuc van ban|soan thao van ban|lay y kien|du thao", 1),
    ),
    ReformArea.PROCEDURES: (
        (r"thu tuc hanh chinh|tthc|mot cua|quy trinh noi bo|xin loi", 3),
        (r"phan anh,? kien nghi|bo phan tiep nhan|tiep nhan,? (?:giai quyet|tra)", 1.5),
        (r"ho so(?! (?:dien tu )?cua can bo)", 1),
        (r"thanh phan ho so|thoi gian giai quyet|phi dia gioi|dia gioi|tra ket qua|nop ho so", 2),
    ),
    ReformArea.ORGANISATION: (
        (r"to chuc bo may|bo may|chuc nang,? nhiem vu|co cau to chuc|kien toan", 3),
        (r"phan cap|uy quyen|sap xep.{0,25}(?:don vi|to chuc|phong)|hop nhat|sap nhap|giai the", 3),
        (r"cap pho|bien che|quy che lam viec|quan he cong viec|trung lap|chong cheo", 2),
        (r"don vi su nghiep|tinh gon|dau moi", 1),
    ),
    ReformArea.CIVIL_SERVICE: (
        (r"vi tri viec lam|tuyen dung|tinh gian bien che|dao tao|boi duong|bo nhiem", 3),
        (r"danh gia,? xep loai|ky luat,? ky cuong|cong vu|dao duc|luan chuyen|van hoa cong so", 3),
        (r"chuyen doi vi tri|quy hoach|cong chuc|vien chuc|can bo|ngach|chuc danh", 1.5),
        (r"ho so.{0,12}can bo,? cong chuc|quan ly (?:can bo|cong chuc)", 2),
    ),
    ReformArea.PUBLIC_FINANCE: (
        (r"tai chinh|ngan sach|kinh phi|tai san|quyet toan|du toan|giai ngan|tiet kiem", 3),
        (r"chi tieu noi bo|tu chu|dau tu cong|lang phi|mua sam|thanh toan|phi,? le phi", 2),
        (r"tien luong|thu nhap", 1),
    ),
    ReformArea.DIGITAL_GOVERNMENT: (
        (r"chuyen doi so|chinh quyen (?:dien tu|so)|chu ky so|ky so|truc tuyen", 3),
        (
            r"cong nghe thong tin|cntt|phan mem|co so du lieu|du lieu|an toan thong tin|an ninh "
            r"mang",
            2.5,
        ),
        (r"khong giay|hop truc tuyen|phong hop so|phien hop", 2.5),
        (r"tri tue nhan tao|tro ly ao|lam sach du lieu|ket noi,? chia se|nen tang so|dinh danh", 3),
        (r"moi truong (?:mang|dien tu|so)|so hoa|iso 9001|iso\b|he thong thong tin|ha tang", 2.5),
        (r"trang thong tin dien tu|cong thong tin|van ban dien tu|dien tu|thiet bi", 1),
    ),
}
_TASK = {
    area: tuple((re.compile(words), weight) for words, weight in rows)
    for area, rows in _TASK_WORDS.items()
}
# A task about publicity or training *on the reform* is communication under a mixed heading of
# direction too (interchange format, `area`); taking part in others' courses is not.
_PUBLICITY = re.compile(
    r"tuyen truyen|pa no|ap phich|to gap|cuoc thi tim hieu|co quan bao chi|"
    r"(?:dang|viet|phat)(?: tai| phat)?.{0,8}tin,? bai|"
    r"(?<!tham gia )(?<!tham du )(?:^|to chuc |mo |hoi nghi |lop )(?:cac )?(?:hoi nghi |lop |"
    r"khoa )?"
    r"tap huan.{0,40}(?:cchc|cai cach)"
)
_TAKES_PART = re.compile(
    r"^(?:tao dieu kien|cu )|tham gia (?:cac |day du )?(?:lop|khoa|tap huan)|tham du"
)


@lru_cache(maxsize=4096)
def areas_in_heading(title: str) -> tuple[ReformArea, ...]:
    """The areas a heading names, in the order it names them; empty where it names none."""
    folded = fold(title)
    if re.search(r"nhiem vu khac|noi dung khac|cong tac khac", folded):
        return (ReformArea.OTHER,)
    places: list[tuple[int, ReformArea]] = []
    for area, pattern in _HEADING.items():
        if found := pattern.search(folded):
            places.append((found.start(), area))
    places.sort()
    return _without_echoes(folded, tuple(area for _, area in places))


def _without_echoes(folded: str, areas: tuple[ReformArea, ...]) -> tuple[ReformArea, ...]:
    """Keep only the areas a title is about: «chất lượng đội ngũ tại bộ phận một cửa» is one."""
    if len(areas) < 2:
        return areas
    joined = re.search(r"\bva\b|[,;&+]| gan (?:voi|lien)|ket hop", folded)
    if joined is None:
        return areas[:1] if areas[0] is not ReformArea.CIVIL_SERVICE else areas[-1:]
    if " trong " in folded or " tai " in folded or " cua " in folded:
        return areas[:1] if areas[0] is not ReformArea.CIVIL_SERVICE else areas[-1:]
    return areas


def area_of_heading(title: str) -> ReformArea | None:
    """The one area of a heading, or None where it names none or joins two."""
    areas = areas_in_heading(title)
    return areas[0] if len(areas) == 1 else None


def area_of_task(text: str) -> ReformArea:
    """The area a task is about by its own words; `other` where no word tells."""
    return _best(text, tuple(ReformArea))


def _best(text: str, among: tuple[ReformArea, ...]) -> ReformArea:
    folded = fold(text)
    best, best_score = ReformArea.OTHER, 0.0
    for area in among:
        score = 0.0
        for pattern, weight in _TASK.get(area, ()):
            if found := pattern.search(folded):
                score += weight * (1.0 + 0.5 / (1 + found.start() / 20))
        if score > best_score:
            best, best_score = area, score
    return best


def is_publicity(text: str) -> bool:
    """Whether a task is about publicity or training on the reform itself."""
    folded = fold(text).split(". ")[0]  # the first sentence says what the task is
    return bool(_PUBLICITY.search(folded)) and not _TAKES_PART.search(folded)


def decide_area(headings: tuple[str, ...], text: str) -> tuple[ReformArea, bool]:
    """Decide the area of a task from the headings above it (nearest last) and its own words.

    The nearest heading that names exactly one area decides; a heading that joins two, or none
    that names any, leaves it to the task. Returns the area and whether the task's words decided.
    """
    for heading in reversed(headings):
        areas = () if is_unit_name(heading) else areas_in_heading(heading)
        if not areas:
            continue
        if len(areas) == 1:
            if areas[0] is ReformArea.LEADERSHIP and is_publicity(text):
                return ReformArea.COMMUNICATION, True
            return areas[0], False
        own = _best(text, areas)
        if ReformArea.COMMUNICATION in areas:
            own = ReformArea.COMMUNICATION if is_publicity(text) else own
        return (own if own is not ReformArea.OTHER else areas[0]), True
    return area_of_task(text), True
