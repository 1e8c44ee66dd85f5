"""Names of organisations: where one begins, where it ends, and its form in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cchc.text.folding import fold
from cchc.text.normal import modern_tones, one_line

# Words with which the name of an authority begins (folded).
AUTHORITY_HEAD = (
    r"(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)|so |bo |cuc |tong cuc |chi "
    r"cuc |"
    r"ban quan ly|ban chi dao|van phong|thanh tra|trung tam|vien |truong |huyen uy|tinh uy|thanh "
    r"uy|"
    r"dang uy|kho bac|bao hiem|chinh phu|thu tuong|quoc hoi|phong |uy ban|benh vien|hoc vien|"
    r"cong an|dai |"
    r"lien minh|lien hiep|lien doan|hoi |quy |tong cong ty|cong ty|ban |hat |tram |toa an|nha |"
    r"doan "
)
_HEAD = re.compile(rf"(?:{AUTHORITY_HEAD})")
_PLACE_WORDS = (
    "tỉnh",
    "thành phố",
    "tp",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
)

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


def in_running_form(name: str, context: str = "") -> str:
    """Put a name printed in capitals into the form of running text.

    «SỞ KHOA HỌC VÀ CÔNG NGHỆ» → «Sở Khoa học và Công nghệ»; `context` is the document's own text:
    where it prints the name in mixed case, that form is taken. UBND, HĐND stay capitals.
    """
    name = one_line(name)
    if not name or not name.isupper():
        return name
    if context:
        for printed in _printed_in(context, name):
            if not printed.isupper() and printed[0].isupper():
                return printed
    return _cased(name)


def _printed_in(context: str, name: str) -> Iterator[str]:
    """How a text prints a name, whatever the case of its letters."""
    lowered = name.lower()
    for line in context.split("\n"):
        if lowered in line.lower():  # few are; to search each whatever the case takes long
            yield from re.findall(re.escape(name), line, re.IGNORECASE)


_HEADS = (
    "tong cuc|chi cuc|trung tam|benh vien|hoc vien|van phong|thanh tra|ban quan ly|ban chi dao|"
    "ban|vien|truong|phong|"
    "so|cuc|vu|bo|hoi|lien minh|tong cong ty|cong ty|dai|hat|tram|kho bac|quy"
).split("|")
_CAPITALS = frozenset(
    "ubnd hdnd dbqh tp tp. hcm tw khcn kh&cn cntt vnpt gd&dt tt&tt ubmttq".split()
)


def _cased(name: str) -> str:
    """Capitals where running text has them: the head, the first word of its field, places."""
    words = name.lower().split(" ")
    folded = [fold(modern_tones(word)) for word in words]
    capital = {0, _length_of_head(folded)}
    index = 0
    while index < len(words):
        known = _known_at(folded, index)
        if known:
            length = len(known.split(" "))
            for place, shape in enumerate(known.split(" "), index):
                words[place] = words[place].capitalize() if shape[0].isupper() else words[place]
            index += length
            capital.update(range(index, len(words)))  # what follows a field is a place
            continue
        is_place = words[index] in _PLACE_WORDS or " ".join(
            words[max(0, index - 1) : index + 1]
        ) in (_PLACE_WORDS)
        if is_place and folded[index : index + 2] != ["xa", "hoi"]:
            capital.update(range(index + 1, len(words)))
        index += 1
    return " ".join(_shaped(word, place in capital) for place, word in enumerate(words))


def _length_of_head(folded: list[str]) -> int:
    for head in _HEADS:
        parts = head.split(" ")
        if folded[: len(parts)] == parts:
            return len(parts)
    return 0


def _shaped(word: str, capital: bool) -> str:  # noqa: FBT001
    if fold(word) in _CAPITALS:
        return word.upper()
    if fold(word) in ("va", "-", "tinh", "huyen", "xa", "phuong", "cua") or not capital:
        return word
    return word[:1].upper() + word[1:]


def _known_at(folded: list[str], index: int) -> str | None:
    for length in range(min(8, len(folded) - index), 0, -1):
        if form := _KNOWN_FORMS.get(" ".join(folded[index : index + length])):
            return form
    return None
