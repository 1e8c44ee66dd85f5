"""Tasks in the body's prose: the items of the sections that list the year's work by area.

Rule of the interchange format («tasks»): one task per innermost dash or letter item; a `+` item is
one of its own; a dash that only introduces `+` items is none; per paragraph where there are no
items. Sections of purpose, solutions and organisation hold no tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cchc.deadlines import understand
from cchc.documents.model import Table
from cchc.plan.model import Doubt, Origin, Task, Trace
from cchc.reading.areas import areas_in_heading, decide_area
from cchc.reading.outline import Node
from cchc.reading.parts import Entry
from cchc.reading.prose import body_deadline, body_parties
from cchc.reading.splitting import split_units
from cchc.reading.units import is_unit_name
from cchc.text.folding import fold
from cchc.text.labels import LabelKind

_TASK_SECTION = re.compile(
    r"nhiem vu|noi dung (?:cong viec|cai cach|thuc hien|chu yeu|cu the)|trong tam|noi dung$"
)
_NO_TASKS = re.compile(
    r"muc tieu|muc dich|yeu cau|quan diem|to chuc thuc hien|^giai phap|kinh phi|che do (?:thong "
    r"tin|bao cao)|"
    r"thong tin,? bao cao|trach nhiem|phan cong|trien khai thuc hien|khen thuong,? ky luat|danh "
    r"gia chung|"
    r"ket qua (?:thuc hien|dat duoc)|ton tai|han che|thuan loi|kho khan|nguyen nhan|chi tieu|"
    r"pham vi|bao dam thuc hien"
)
_SPECIFIC = re.compile(r"nhiem vu|cai cach|noi dung")


@dataclass(frozen=True, slots=True)
class _Item:
    """A leaf of the text under its headings: the intro words above it are kept for its area."""

    entry: Entry
    headings: tuple[str, ...]
    group: str | None


def task_sections(root: Node) -> list[Node]:
    """The sections that list the year's work, as high in the outline as possible."""
    found: list[Node] = []
    for child in root.children:
        if isinstance(child, Node):
            found.extend(_task_sections(child))
    # «Mục tiêu, nhiệm vụ» and «Phân công nhiệm vụ» only where no section is of tasks alone.
    plain = [node for node in found if not re.search(r"phan cong|muc tieu", fold(node.title))]
    return plain or found


def _task_sections(node: Node) -> list[Node]:
    folded = fold(node.title)
    if _TASK_SECTION.search(folded) and not _excluded(folded):
        return [node]
    if _excluded(folded):
        # «II. Mục tiêu, nhiệm vụ» may hold «2. Nhiệm vụ» below.
        below = [child for child in node.children if isinstance(child, Node)]
        return [
            found
            for child in below
            if _TASK_SECTION.search(fold(child.title))
            for found in _task_sections(child)
        ]
    if areas_in_heading(node.title):
        return [node]
    return [
        found
        for child in node.children
        if isinstance(child, Node)
        for found in _task_sections(child)
    ]


def _excluded(folded: str) -> bool:
    found = _NO_TASKS.search(folded)
    if found is None:
        return False
    if re.match(r"(?:cac |nhung |noi dung |phan cong (?:cu the )?(?:cac )?)?nhiem vu", folded):
        return bool(re.search(r"to chuc thuc hien nhiem vu|trach nhiem", folded))
    joined = re.search(r"(?:muc tieu|muc dich|yeu cau|chi tieu|noi dung).*\bnhiem vu", folded)
    return joined is None


def tasks_in_body(root: Node, year: int) -> list[Task]:
    """Read the tasks of the body's task sections."""
    tasks: list[Task] = []
    for section in task_sections(root):
        for item in _items(section, ()):
            tasks.append(_task(item, year))
    return tasks


def _items(node: Node, above: tuple[str, ...]) -> Iterator[_Item]:
    headings = (*above, node.title)
    run: list[Entry] = []
    for child in [*node.children, None]:
        if isinstance(child, Entry):
            run.append(child)
            continue
        yield from _leaves(run, headings, node.title)
        run = []
        if isinstance(child, Node) and _is_goals(child.title):
            continue
        if isinstance(child, Node):
            if child.children or areas_in_heading(child.title) or not child.title:
                yield from _items(child, headings)
            elif child.entry is not None and not fold(child.title).startswith("muc"):
                # A short numbered line with nothing under it: a title, not work to be done.
                continue


_GOALS = re.compile(r"(?:cac |ve )?(?:muc (?:tieu|dich)|chi tieu|yeu cau)\b")


def _is_goals(title: str) -> bool:
    """«a) Mục tiêu» inside a section of tasks: what stands there are targets, not work."""
    folded = fold(title)
    return bool(_GOALS.match(folded)) and "nhiem vu" not in folded


def _leaves(run: Sequence[Entry], headings: tuple[str, ...], group: str) -> Iterator[_Item]:
    """The innermost items of a run of entries under one heading."""
    if not run:
        return
    has_items = any(entry.label is not None for entry in run)
    for index, entry in enumerate(run):
        if not entry.text:
            continue
        following = run[index + 1] if index + 1 < len(run) else None
        if entry.label is None:
            if (
                not has_items
                and not _introduces(entry.text)
                and not _refers_to_appendix(entry.text)
            ):
                yield _Item(entry, headings, group)
            continue
        if (
            following is not None
            and _is_below(entry, following)
            and (_introduces(entry.text) or entry.label.kind is not LabelKind.DASH)
        ):
            continue
        yield _Item(entry, headings, group)


def _is_below(entry: Entry, following: Entry) -> bool:
    if entry.label is None or following.label is None:
        return False
    return following.label.rank > entry.label.rank


def _introduces(text: str) -> bool:
    return text.rstrip().endswith(":") or bool(
        re.search(r"(?:sau đây|như sau|cụ thể|gồm|tập trung|trong đó)\s*[:;,.]?$", text.rstrip())
    )


def _refers_to_appendix(text: str) -> bool:
    folded = fold(text)
    return len(folded) < 160 and bool(
        re.search(
            r"(?:theo|tai|xem|nhu|neu|co|gui|trong) (?:cac )?(?:phu luc|phu bieu|bieu|bang)|phu "
            r"luc (?:kem|dinh)",
            folded,
        )
    )


def _task(item: _Item, year: int) -> Task:
    text = item.entry.text
    area, own = decide_area(item.headings, text)
    deadline = body_deadline(text, year)
    parties = body_parties(text)
    span = item.entry.paragraph.span
    traces = {"task": Trace(span, item.entry.paragraph.confidence)}
    if own:
        traces["area"] = Trace(span, 0.8, Doubt.DEFAULTED)
    if not parties.lead and item.group and is_unit_name(item.group):
        # «2. Phòng Tổ chức cán bộ»: the list below a unit's name is what that unit does.
        parties = replace(parties, lead=split_units(item.group))
        traces["lead"] = Trace(span, 0.9, Doubt.INHERITED)
    label = item.entry.label
    for field, value in (
        ("deadline", deadline),
        ("lead", parties.lead),
        ("support", parties.support),
    ):
        if value and field not in traces:
            traces[field] = Trace(span, item.entry.paragraph.confidence)
    return Task(
        task=text,
        area=area,
        group=item.group or None,
        label=(label.text or None) if label else None,
        outputs=parties.outputs,
        lead=parties.lead,
        support=parties.support,
        deadline=deadline,
        schedule=understand(deadline, year) if deadline else (),
        origin=Origin.BODY,
        traces=traces,
    )


def tables_in_body(root: Node) -> Iterator[tuple[Table, tuple[Node, ...]]]:
    """Tables that stand in the body, with the headings above each."""
    yield from _tables(root, ())


def _tables(node: Node, above: tuple[Node, ...]) -> Iterator[tuple[Table, tuple[Node, ...]]]:
    path = (*above, node) if node.entry is not None else above
    for child in node.children:
        if isinstance(child, Table):
            yield child, path
        elif isinstance(child, Node):
            yield from _tables(child, path)
