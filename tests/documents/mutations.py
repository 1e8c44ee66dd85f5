"""Damaged and hostile copies of good files, made at random but repeatably from a seed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_ABSURD = (
    "100000000", "-1", "0", "4294967296", "9" * 40, "", "NaN", "1e308", "\ud7ff", "%9%9%9%9",
    "A1:XFD1048576", "../../../../etc/passwd", "A" * 5000,
)  # fmt: skip
_ELEMENT = re.compile(r"<(\w+(?::\w+)?)\b[^<>]*?(/?)>")
_ATTRIBUTE = re.compile(r'(\s[\w:]+=")([^"]*)(")')
_TEXT = re.compile(r">([^<>]+)<")


def _place(data: bytes | str, random: Random) -> int:
    return random.randrange(len(data)) if data else 0


def flip_bits(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 20, 200))):
        if changed:
            changed[_place(data, random)] ^= 1 << random.randrange(8)
    return bytes(changed)


def truncate(data: bytes, random: Random) -> bytes:
    return data[: _place(data, random)]


def cut_out(data: bytes, random: Random) -> bytes:
    start = _place(data, random)
    return data[:start] + data[start + random.choice((1, 10, 1000, 20_000)) :]


def swap_chunks(data: bytes, random: Random) -> bytes:
    first, second = sorted((_place(data, random), _place(data, random)))
    size = random.randrange(1, 4096)
    return (
        data[:first]
        + data[second : second + size]
        + data[first + size : second]
        + data[first : first + size]
        + data[second + size :]
    )


def insert_noise(data: bytes, random: Random) -> bytes:
    start = _place(data, random)
    return data[:start] + random.randbytes(random.choice((1, 16, 3000))) + data[start:]


def repeat_chunk(data: bytes, random: Random) -> bytes:
    start = _place(data, random)
    chunk = data[start : start + random.randrange(1, 3000)]
    return data[:start] + chunk * random.randrange(2, 60) + data[start:]


BYTES: tuple[Mutation, ...] = (
    flip_bits,
    truncate,
    cut_out,
    swap_chunks,
    insert_noise,
    repeat_chunk,
)


def _delete_tag(xml: str, random: Random) -> str:
    found = random.choice(list(_ELEMENT.finditer(xml)) or [None])
    return xml if found is None else xml[: found.start()] + xml[found.end() :]


def _delete_element(xml: str, random: Random) -> str:
    found = random.choice(list(_ELEMENT.finditer(xml)) or [None])
    if found is None:
        return xml
    end = xml.find(f"</{found.group(1)}>", found.end())
    return xml[: found.start()] + xml[end + len(found.group(1)) + 3 :] if end > 0 else xml


def _repeat_element(xml: str, random: Random) -> str:
    found = random.choice(list(_ELEMENT.finditer(xml)) or [None])
    if found is None:
        return xml
    end = xml.find(f"</{found.group(1)}>", found.end())
    stop = found.end() if found.group(2) or end < 0 else end + len(found.group(1)) + 3
    return xml[:stop] + xml[found.start() : stop] * random.choice((1, 5, 300)) + xml[stop:]


def _absurd_value(xml: str, random: Random) -> str:
    places = list(_ATTRIBUTE.finditer(xml))
    for found in sorted(
        random.sample(places, min(len(places), random.choice((1, 4, 50)))),
        key=lambda match: -match.start(),
    ):
        xml = xml[: found.start(2)] + random.choice(_ABSURD) + xml[found.end(2) :]
    return xml


def _mixed_values(xml: str, random: Random) -> str:
    """Values of one attribute in another: styles based on themselves, lists of lists."""
    places = list(_ATTRIBUTE.finditer(xml))
    values = [found.group(2) for found in places] or [""]
    for found in sorted(
        random.sample(places, min(len(places), 30)), key=lambda match: -match.start()
    ):
        xml = xml[: found.start(2)] + random.choice(values) + xml[found.end(2) :]
    return xml


def _mixed_tags(xml: str, random: Random) -> str:
    names = [found.group(1) for found in _ELEMENT.finditer(xml)] or ["w:p"]
    old, new = random.choice(names), random.choice(names)
    return re.sub(rf"(</?){re.escape(old)}\b", rf"\g<1>{new}", xml)


def _nest(xml: str, random: Random) -> str:
    found = random.choice(list(_ELEMENT.finditer(xml)) or [None])
    if found is None:
        return xml
    name, depth = found.group(1), random.choice((10, 100, 240, 2000))
    middle = found.end() if not found.group(2) else found.start()
    return xml[:middle] + f"<{name}>" * depth + f"</{name}>" * depth + xml[middle:]


def _swap_elements(xml: str, random: Random) -> str:
    places = list(_ELEMENT.finditer(xml))
    if len(places) < 2:
        return xml
    first, second = sorted(random.sample(places, 2), key=lambda match: match.start())
    return (
        xml[: first.start()]
        + second.group()
        + xml[first.end() : second.start()]
        + first.group()
        + xml[second.end() :]
    )


def _odd_text(xml: str, random: Random) -> str:
    found = random.choice(list(_TEXT.finditer(xml)) or [None])
    if found is None:
        return xml
    text = random.choice(("\u0301" * 400, "&#xD;&#x9;", "%1" * 500, "\U0010ffff", "x" * 100_000))
    return xml[: found.start(1)] + text + xml[found.end(1) :]


_XML: tuple[Callable[[str, Random], str], ...] = (
    _delete_tag,
    _delete_element,
    _repeat_element,
    _absurd_value,
    _mixed_values,
    _mixed_tags,
    _nest,
    _swap_elements,
    _odd_text,
)
_NESTED_OFTEN = ("document.xml", "sheet1.xml", "numbering.xml", "styles.xml", "workbook.xml")


def change_xml(data: bytes, random: Random) -> bytes:
    """Change the XML inside a ZIP and pack it again, so that the damage gets past the ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    texts = [name for name in members if name.endswith((".xml", ".rels"))]
    often = [name for name in texts if name.endswith(_NESTED_OFTEN)]
    name = random.choice(often if often and random.random() < 0.85 else texts)
    xml = members[name].decode("utf-8", "replace")
    for _ in range(random.choice((1, 1, 2, 6))):
        xml = random.choice(_XML)(xml, random)[:5_000_000]
    members[name] = xml.encode("utf-8", "replace")
    if random.random() < 0.05:
        del members[random.choice(list(members))]
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return store.getvalue()


def mutated(data: bytes, random: Random) -> bytes:
    """Return a damaged copy."""
    if data.startswith(b"PK\x03\x04") and random.random() < 0.8:
        return change_xml(data, random)
    for _ in range(random.choice((1, 1, 3))):
        data = random.choice(BYTES)(data, random)
    return data
