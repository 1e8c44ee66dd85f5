"""Names of organisations: where one begins, where it ends, and its form in running text."""

from __future__ import annotations

import re
from functools import lru_cache

from cchc.text.folding import fold
from cchc.text.normal import modern_tones, one_line

# Words with which the name of an authority begins (folded).
AUTHORITY_HEAD = (
    r"(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)|so |bo |cuc |tong cuc |chi "
    r"cuc |"
    r"ban quan ly|ban chi dao|van phong|thanh tra|trung tam|vien |truong |huyen uy|tinh uy|thanh "
    r"uy|"
    r"dang uy|kho bac|bao hiem|chinh phu|thu tuong|quoc hoi|phong |uy ban"
)
_HEAD = re.compile(rf"(?:{AUTHORITY_HEAD})")
_PLACE_WORDS = ("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn")

# Fields of work as they are written in running text; a name in capitals takes this form.
_KNOWN = [
    "Khoa học và Công nghệ",
    "Thông tin và Truyền thông",
    "Giáo dục và Đào tạo",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Kế hoạch và Đầu tư",
    "Nội vụ",
    "Lao động - Thương binh và Xã hội",
    "Lao động, Thương binh và Xã hội",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Văn hóa - Thể thao",
    "Văn hóa - Xã hội",
    "Du lịch",
    "Giao thông vận tải",
    "Xây dựng",
    "Công Thương",
    "Y tế",
    "Tư pháp",
    "Tài chính",
    "Ngoại vụ",
    "Dân tộc và Tôn giáo",
    "Dân tộc",
    "Quy hoạch - Kiến trúc",
    "An toàn thực phẩm",
    "Tiêu chuẩn Đo lường Chất lượng",
    "Chất lượng",
    "Khu công nghiệp",
    "Khu kinh tế",
    "Phục vụ hành chính công",
    "Công nghiệp và Thương mại",
    "Ngoại giao",
]
_KNOWN_FORMS = {fold(modern_tones(name)): name for name in _KNOWN}


def begins_authority(text: str) -> bool:
    """Whether a line begins with the head word of an authority: «UBND …», «Sở …», «Cục …»."""
    return _HEAD.match(fold(text) + " ") is not None


@lru_cache(maxsize=1024)
def in_running_form(name: str, context: str = "") -> str:
    """Put a name printed in capitals into the form of running text.

    «SỞ KHOA HỌC VÀ CÔNG NGHỆ» → «Sở Khoa học và Công nghệ»; `context` is the document's own text:
    where it prints the name in mixed case, that form is taken. UBND, HĐND stay capitals.
    """
    name = one_line(name)
    if not name or not name.isupper():
        return name
    if context:
        for found in re.finditer(re.escape(name), context, re.IGNORECASE):
            if not found.group().isupper() and found.group()[0].isupper():
                return found.group()
    return _cased(name)


def _cased(name: str) -> str:
    words = name.lower().split(" ")
    folded = [fold(modern_tones(word)) for word in words]
    cased: list[str] = []
    index = 0
    proper = False
    while index < len(words):
        known = _known_at(folded, index)
        word = words[index]
        if known:
            form = known.split(" ")
            cased.extend(
                own.capitalize() if shape[0].isupper() else own
                for own, shape in zip(words[index : index + len(form)], form, strict=True)
            )
            index += len(form)
            proper = False
            continue
        if folded[index] in ("ubnd", "hdnd", "tp", "tp.", "hcm"):
            cased.append(word.upper())
        elif index == 0 or (proper and folded[index] not in ("va", "-")):
            cased.append(word.capitalize())
        else:
            cased.append(word)
        if word in _PLACE_WORDS or " ".join(words[max(0, index - 1) : index + 1]) in _PLACE_WORDS:
            proper = True
        elif index == 0 and folded[0] in ("so", "cuc", "vu", "bo"):
            words[index + 1 : index + 2] = [w.capitalize() for w in words[index + 1 : index + 2]]
        index += 1
    return " ".join(cased)


def _known_at(folded: list[str], index: int) -> str | None:
    for length in range(min(8, len(folded) - index), 0, -1):
        if form := _KNOWN_FORMS.get(" ".join(folded[index : index + length])):
            return form
    return None
