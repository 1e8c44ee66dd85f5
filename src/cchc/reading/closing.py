"""The closing of a document: who signs in which capacity, and who receives it.

Source: Decree 30/2020/NĐ-CP, annex I, components 7 (authority, post, name) and 9b (recipients).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from cchc.documents.model import Line
from cchc.plan.model import Signer, Trace
from cchc.text.folding import fold
from cchc.text.letters import pattern
from cchc.text.normal import one_line

_AUTHORITY = re.compile(r"^(?P<authority>KT|TM|TL|TUQ|Q)\s?\.\s*(?P<rest>.*)$")
_POST = pattern(
    r"(?:PHÓ\s+|QUYỀN\s+)?(?:GIÁM ĐỐC|CHỦ TỊCH|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG PHÒNG|"
    r"TRƯỞNG BAN|"
    r"VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔNG GIÁM ĐỐC|TỔNG CỤC TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|"
    r"BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TRƯỞNG|BÍ THƯ|CHỦ NHIỆM|ĐỘI TRƯỞNG|TRẠM TRƯỞNG)(?:\s+[{U}]+)*"
)
_IN_CAPITALS = re.compile(rf"\s(?:(?:KT|TM|TL|TUQ|Q)\s?\.\s*\S.*|{_POST.pattern})\s*$")
_NAME = pattern(
    r"(?:(?:ThS|TS|PGS|GS|BS|KS|CN|Bs|Ths)\.?\s*)*(?P<name>(?:[{U}][{L}]*\s+){1,5}[{U}][{L}]*)"
)
_UPPER_NAME = pattern(r"(?:[{U}]+\s+){1,4}[{U}]+")
_NOISE = re.compile(
    r"\(?\s*(?:đã ký|đã kí|ký tên|chữ ký|ký số|signed|ký, ghi rõ họ tên|ký tên, đóng dấu)[^)]*\)?$",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"^\W*N[ơo]i\s+nh[ậa]n\s*:?\W*", re.IGNORECASE)


def read_recipients(lines: Sequence[Line], traces: dict[str, Trace]) -> tuple[str, ...]:
    """Read «Nơi nhận»: the dash items, up to the archive line «Lưu: …»."""
    found: list[str] = []
    inside = False
    for line in _sides(lines):
        text = one_line(line.text)
        if match := _RECIPIENTS.match(text):
            inside = True
            traces.setdefault("recipients", Trace(line.span))
            text = text[match.end() :]
            if _is_signing(text):
                continue
        if not inside or not re.search(r"\w", text):
            continue
        if _is_signing(text):
            if found and found[-1].lower().startswith("lưu"):
                break
            continue
        if cut := _IN_CAPITALS.search(text):
            text = text[: cut.start()]
        found.extend(_items(text, goes_on=bool(found)))
        if found and _is_archive(found[-1]) and not text.rstrip().endswith((",", ";", "-")):
            break
    return tuple(_joined(found))


_NAME_AFTER = pattern(r"^(?P<left>.*\bLưu\s*:.*?[.;])\s*(?P<right>(?:[{U}][{L}]+\s*){2,5})$")


def _sides(lines: Sequence[Line]) -> list[Line]:
    """The left column, then the right, where a dump has both on one line: «- Lưu: VT. | Lê A»."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if "|" in line.text:
            first, _, second = line.text.strip(" |").partition("|")
            left.append(replace(line, text=first))
            right.append(replace(line, text=second.strip(" |")))
        elif found := _NAME_AFTER.match(one_line(line.text)):
            left.append(replace(line, text=found.group("left")))
            right.append(replace(line, text=found.group("right")))
        else:
            left.append(line)
    return [*left, *right]


def _is_archive(text: str) -> bool:
    return fold(text).startswith("luu")


def _is_signing(text: str) -> bool:
    return bool(_AUTHORITY.match(text)) or bool(_POST.fullmatch(text.strip(" .")))


def _items(text: str, *, goes_on: bool) -> list[str]:
    dashed = re.match(r"^\s*[-–+•*]\s*", text)
    body = text[dashed.end() :] if dashed else text
    parts = (
        [part.strip(" .;,/") for part in re.split(r";\s*(?:[-–+•]\s*)?|\s[-–]\s(?=[A-ZĐ])", body)]
        if (";" in body.rstrip("; ."))
        else [body.strip(" .;,/")]
    )
    parts = [part for part in parts if re.search(r"\w", part)]
    if goes_on and not dashed and parts and not text.lstrip()[0].isupper():
        return ["\0" + parts[0], *parts[1:]]
    return parts


def _joined(items: list[str]) -> list[str]:
    """Put a wrapped recipient together again (a line that opens with neither dash nor capital)."""
    out: list[str] = []
    for item in items:
        if item.startswith("\0") and out:
            out[-1] = f"{out[-1]} {item[1:]}"
        else:
            out.append(item.lstrip("\0"))
    return out


def read_signer(lines: Sequence[Line], traces: dict[str, Trace]) -> Signer:
    """Read capacity, post and name of the signer; the name follows the post."""
    authority = position = name = None
    after_recipients = [line for line in _sides(lines) if line.text.strip()]
    for line in after_recipients:
        text = one_line(line.text).strip(" *")
        text = _RECIPIENTS.sub("", text)
        if re.match(r"^[-–+•]", text):
            cut = _IN_CAPITALS.search(text)
            if cut is None:
                continue
            text = text[cut.start() :].strip()
        if found := _AUTHORITY.match(text):
            if authority is None or found.group("authority") != "TM":
                authority = found.group("authority") + "."
                traces.setdefault("signer", Trace(line.span))
            if found.group("authority") == "Q":
                position = _post(found.group("rest")) or position
            continue
        if position is None or (authority in ("KT.", "TL.", "TUQ.") and name is None):
            post = _post(text)
            if post:
                position = post
                traces.setdefault("signer", Trace(line.span))
                continue
            if cut := _IN_CAPITALS.search(" " + text):
                position = _post(cut.group().strip()) or position
                continue
        if position is not None and name is None and not _NOISE.match(text):
            name = _name(text)
    return Signer(authority, position, name)


def _post(text: str) -> str | None:
    found = _POST.fullmatch(text.strip(" .,"))
    if found is None:
        return _likeliest_post(text)
    return _cased_post(found.group().lower())


_NEAR = 84.0  # of 100: one letter in eight read wrongly («CIÁM ĐỐC» under a stamp)


def _likeliest_post(text: str) -> str | None:
    """The post that a misread line in capitals is most like, if it is very like one."""
    if not 7 <= len(text) <= 24 or not text.isupper():
        return None
    near = process.extractOne(text.lower(), _POST_CHOICES, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _cased_post(near[0]) if near else None


_POST_FORMS = {
    "giám đốc": "Giám đốc",
    "chủ tịch": "Chủ tịch",
    "cục trưởng": "Cục trưởng",
    "chi cục trưởng": "Chi cục trưởng",
    "vụ trưởng": "Vụ trưởng",
    "trưởng phòng": "Trưởng phòng",
    "trưởng ban": "Trưởng ban",
    "viện trưởng": "Viện trưởng",
    "hiệu trưởng": "Hiệu trưởng",
    "chánh văn phòng": "Chánh Văn phòng",
    "chánh thanh tra": "Chánh Thanh tra",
    "bộ trưởng": "Bộ trưởng",
    "thứ trưởng": "Thứ trưởng",
    "tổng giám đốc": "Tổng Giám đốc",
}


_POST_CHOICES = [*_POST_FORMS, *(f"phó {post}" for post in _POST_FORMS)]


def _cased_post(post: str) -> str:
    for prefix in ("phó ", "quyền "):
        if post.startswith(prefix):
            return prefix.strip().capitalize() + " " + _cased_post(post.removeprefix(prefix))
    for form, cased in _POST_FORMS.items():
        if post.startswith(form):
            rest = post.removeprefix(form).strip()
            return f"{cased} {rest[0].upper()}{rest[1:]}" if rest else cased
    return post.capitalize()


def _name(text: str) -> str | None:
    text = text.strip(" .*")
    if found := _NAME.fullmatch(text):
        return found.group("name")
    if _UPPER_NAME.fullmatch(text) and not _POST.search(text) and len(text) < 40:
        return " ".join(word.capitalize() for word in text.split())
    return None
