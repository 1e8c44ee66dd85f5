"""Headings and their levels: which numbered lines are titles, which are sentences of the text.

Rule of the interchange format («sections»): a short numbered or lettered title is a heading, also
when nothing stands under it; a numbered full sentence is an item. Levels follow the kinds of label
in the order in which they nest, not a fixed table: a plan may begin with «1.» or with «A.».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.documents.model import Table
from cchc.plan.model import Section, Trace
from cchc.reading.areas import areas_in_heading
from cchc.reading.parts import Entry
from cchc.text.folding import fold
from cchc.text.labels import Label, LabelKind, ordinal, part_alone
from cchc.text.letters import pattern

_NOUN_TITLE = re.compile(
    r"(?:cong tac|cai cach|muc (?:tieu|dich)|yeu cau|nhiem vu|giai phap|to chuc thuc hien|ve |"
    r"xay dung va phat trien|xay dung chinh quyen|hien dai hoa|kinh phi|che do|nguon luc|quan diem|"
    r"chi tieu|thoi (?:gian|han)|phan cong|trach nhiem|noi dung|pham vi|doi tuong|phuong huong|"
    r"can cu|ket qua|van phong|phong |cac phong|chi cuc|trung tam|so |ubnd|kiem tra|thong tin)"
)
_TWO_SENTENCES = pattern(r"[.;] [{U}]")
_SENTENCE_END = re.compile(r"[.;,]$")


_OUTERMOST = (LabelKind.PART, LabelKind.UPPER, LabelKind.ROMAN)


def label_key(label: Label) -> tuple[str, int]:
    """What makes two labels siblings: their kind, and the depth of a decimal one."""
    return (label.kind.value, label.depth)


@dataclass(slots=True)
class Node:
    """A heading (or the root) with what stands under it, in order."""

    entry: Entry | None
    level: int
    children: list[Node | Entry | Table] = field(default_factory=list)

    @property
    def title(self) -> str:
        return heading_title(self.entry) if self.entry else ""


def heading_title(entry: Entry) -> str:
    """The title of a heading without final punctuation."""
    return entry.text.rstrip(" .:;,")


def build_outline(body: Sequence[Entry | Table]) -> Node:
    """Arrange the body under its headings."""
    body = _with_parts(body)
    root = Node(None, 0)
    stack: list[tuple[tuple[str, int], Node]] = []
    for index, item in enumerate(body):
        if isinstance(item, Table) or not is_heading(body, index):
            if isinstance(item, Entry):
                _close_for_item(stack, item)
            (stack[-1][1] if stack else root).children.append(item)
            continue
        key = label_key(item.label) if item.label else ("style", item.paragraph.heading or 1)
        depth = _depth(stack, item, key)
        del stack[depth:]
        parent = stack[-1][1] if stack else root
        node = Node(item, level=len(stack) + 1)
        parent.children.append(node)
        stack.append((key, node))
    return root


def _with_parts(body: Sequence[Entry | Table]) -> list[Entry | Table]:
    """«Phần thứ nhất» on a line of its own is the number of the title on the next line."""
    joined: list[Entry | Table] = []
    waiting: Label | None = None
    for item in body:
        if isinstance(item, Entry):
            if waiting is not None and item.label is None:
                item = Entry(waiting, item.text, item.paragraph)
            elif item.label is None and (part := part_alone(item.text)) is not None:
                waiting = part
                continue
        waiting = None
        joined.append(item)
    return joined


def _close_for_item(stack: list[tuple[tuple[str, int], Node]], entry: Entry) -> None:
    """A numbered sentence that goes on the numbering of headings stands beside them, not below."""
    if entry.label is None or entry.label.is_bullet:
        return
    key = label_key(entry.label)
    for depth, (known, node) in enumerate(stack):
        label = node.entry.label if node.entry else None
        if known == key and label is not None:
            own, last = ordinal(entry.label), ordinal(label)
            if own is not None and last is not None and own == last + 1:
                del stack[depth:]
            return


def _depth(
    stack: Sequence[tuple[tuple[str, int], Node]], entry: Entry, key: tuple[str, int]
) -> int:
    """How many headings of the stack stay above this one."""
    for depth, (known, _) in enumerate(stack):
        if known == key:
            return depth
    if entry.label is None and entry.paragraph.heading is None:
        return 0
    if key[0] == LabelKind.ARABIC and key[1] > 1 and entry.label is not None:
        # «1.1.1» stands under «1.1», or else under «1», wherever that is.
        for depth, (known, node) in reversed(tuple(enumerate(stack))):
            label = node.entry.label if node.entry else None
            if (
                label
                and known[0] == LabelKind.ARABIC
                and entry.label.text.startswith(label.text + ".")
            ):
                return depth + 1
    if entry.label is not None and entry.label.kind in _OUTERMOST:
        for depth, (_, node) in enumerate(stack):
            label = node.entry.label if node.entry else None
            if label is not None and label.rank > entry.label.rank:
                return depth
    return len(stack)


def is_heading(body: Sequence[Entry | Table], index: int) -> bool:
    """Whether the entry at `index` is a title."""
    entry = body[index]
    if isinstance(entry, Table):
        return False
    label, text = entry.label, entry.text
    if label is None:
        styled = entry.paragraph.heading is not None and 3 < len(text) < 160
        return (styled and not text.endswith(".")) or _stands_alone(text)
    if not text:
        return False
    if label.kind is LabelKind.STAR:
        # «* Quản lý tài chính:» over dashes or a paragraph is a title without a number.
        short = len(text.split()) <= 14 and not _SENTENCE_END.search(text)
        return short and _has_children(body, index)
    if label.is_bullet:
        return False
    if len(text) < 250 and _in_capitals(text):
        return True
    if label.kind in _OUTERMOST:
        return len(text) < 220 and not (_SENTENCE_END.search(text) and len(text) > 80)
    if len(text) > 170 or _SENTENCE_END.search(text) or _TWO_SENTENCES.search(text):
        return False
    if entry.paragraph.heading is not None:
        return True
    if entry.paragraph.bold:
        return True
    if text.endswith(":"):
        return len(text) < 90 and _has_children(body, index)
    return _plain_title(body, index)


def _stands_alone(text: str) -> bool:
    """«TỔ CHỨC THỰC HIỆN» without a number still closes the section before it."""
    words = text.split()
    return 2 <= len(words) <= 14 and _in_capitals(text) and bool(_NOUN_TITLE.match(fold(text)))


def _in_capitals(text: str) -> bool:
    if not text[:2].isupper():
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def _plain_title(body: Sequence[Entry | Table], index: int) -> bool:
    """A numbered line without final punctuation or type of its own: what surrounds it tells."""
    entry = body[index]
    assert isinstance(entry, Entry)
    words = len(entry.text.split())
    if _has_children(body, index):
        return words <= 30
    folded = fold(entry.text)
    return (
        words <= 22
        and bool(_NOUN_TITLE.match(folded) or areas_in_heading(entry.text))
        and (words <= 12 or _NOUN_TITLE.match(folded) is not None)
    )


def _has_children(body: Sequence[Entry | Table], index: int) -> bool:
    entry = body[index]
    assert isinstance(entry, Entry) and entry.label is not None
    if index + 1 >= len(body):
        return False
    following = body[index + 1]
    if isinstance(following, Table):
        return True
    if following.label is None:
        # A paragraph under a numbered line belongs to it, as text under its title.
        return len(following.text) > (15 if entry.label.kind is LabelKind.STAR else 40)
    return following.label.rank > entry.label.rank


def sections_of(root: Node) -> list[Section]:
    """The numbered headings in order; unnumbered ones are groups, not sections."""
    found: list[Section] = []
    for node in walk(root):
        if _is_numbered(node):
            assert node.entry is not None and node.entry.label is not None
            trace = {"title": Trace(node.entry.paragraph.span)}
            found.append(
                Section(node.entry.label.text, _numbered_level(root, node), node.title, trace)
            )
    return found


def _is_numbered(node: Node) -> bool:
    label = node.entry.label if node.entry is not None else None
    return label is not None and not label.is_bullet


def _numbered_level(root: Node, wanted: Node) -> int:
    """The level counted over numbered headings only."""
    path = path_to(root, wanted)
    return sum(_is_numbered(node) for node in path)


def path_to(root: Node, wanted: Node) -> list[Node]:
    """The headings from the root down to `wanted`, itself included."""
    for child in root.children:
        if isinstance(child, Node):
            if child is wanted:
                return [child]
            if below := path_to(child, wanted):
                return [child, *below]
    return []


def walk(root: Node) -> list[Node]:
    """All headings below `root`, in order of the text."""
    found: list[Node] = []
    for child in root.children:
        if isinstance(child, Node):
            found.append(child)
            found.extend(walk(child))
    return found
