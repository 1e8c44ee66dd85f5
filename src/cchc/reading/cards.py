"""Task cards: tasks printed as short blocks of «Chủ trì: …», «Thời hạn: …» instead of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cchc.deadlines import understand
from cchc.documents.model import Span
from cchc.plan.model import Origin, Task, Trace
from cchc.reading.areas import areas_in_heading, decide_area
from cchc.reading.columns import Column, column_of
from cchc.reading.parts import Entry
from cchc.reading.splitting import split_products, split_units
from cchc.text.labels import Label
from cchc.text.normal import one_line

_FIELD = re.compile(r"^(?P<name>[^:;.]{2,45}?)\s*:\s*(?P<value>.*)$")
_TITLE = re.compile(
    r"^(?:nhiệm vụ|công việc|nội dung|việc)\s*(?:số\s*)?(?P<label>\d+(?:\.\d+)*|"
    r"[IVX]+)?\s*[:.)-]\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_CARD_COLUMNS = {
    Column.LEAD,
    Column.SUPPORT,
    Column.DEADLINE,
    Column.OUTPUTS,
    Column.OBJECTIVE,
    Column.BUDGET,
    Column.ACTIVITY,
}


@dataclass(slots=True)
class _Card:
    title: str
    label: str | None
    headings: tuple[str, ...]
    span: Span
    values: dict[Column, str] = field(default_factory=dict)
    spans: dict[Column, Span] = field(default_factory=dict)


def card_tasks(entries: Sequence[Entry], year: int, *, origin: Origin) -> list[Task]:
    """Read cards; none where fewer than two blocks name a lead or a deadline on lines of theirs."""
    fields = [_field(entry) for entry in entries]
    marks = sum(kind in (Column.LEAD, Column.DEADLINE) for kind, _ in fields)
    if marks < 4:
        return []
    cards: list[_Card] = []
    headings: tuple[str, ...] = ()
    stack: list[tuple[Label | None, str]] = []
    last: Column | None = None
    for index, (entry, (kind, value)) in enumerate(zip(entries, fields, strict=True)):
        if kind is not None and cards:
            last = kind
            known = cards[-1].values.get(kind)
            cards[-1].values[kind] = f"{known}\n{value}" if known else value
            cards[-1].spans.setdefault(kind, entry.paragraph.span)
            continue
        title = _TITLE.match(entry.text)
        begins = title is not None or _field_follows(fields, index)
        if begins:
            label = (title.group("label") if title else None) or (
                entry.label.text if entry.label else None
            )
            text = title.group("value") if title else entry.text
            cards.append(_Card(one_line(text), label or None, headings, entry.paragraph.span))
            last = None
        elif entry.label is not None and entry.label.is_bullet and cards and last is not None:
            cards[-1].values[last] = f"{cards[-1].values[last]}\n{entry.text}"
        elif areas_in_heading(entry.text) or entry.label is not None or entry.paragraph.bold:
            _open_heading(stack, entry)
            headings = tuple(title for _, title in stack)
            last = None
    return [_task(card, year, origin) for card in cards if card.values]


def _open_heading(stack: list[tuple[Label | None, str]], entry: Entry) -> None:
    """Keep the headings above: a new one closes those that are not above it."""
    label = entry.label
    while stack:
        known = stack[-1][0]
        if label is not None and known is not None and known.rank < label.rank:
            break
        if label is not None and known is None:
            break
        stack.pop()
    stack.append((label, entry.text.rstrip(" .:")))


def _field(entry: Entry) -> tuple[Column | None, str]:
    found = _FIELD.match(entry.text)
    if found is None or _TITLE.match(entry.text):
        return None, ""
    column = column_of(found.group("name"))
    if column not in _CARD_COLUMNS:
        return None, ""
    return column, found.group("value").strip().rstrip(".;").strip()


def _field_follows(fields: Sequence[tuple[Column | None, str]], index: int) -> bool:
    return index + 1 < len(fields) and fields[index + 1][0] is not None


def _task(card: _Card, year: int, origin: Origin) -> Task:
    values = card.values
    deadline = one_line(values.get(Column.DEADLINE, "")) or None
    activity = one_line(values.get(Column.ACTIVITY, "")) or None
    title = card.title.rstrip(";.") if card.title.endswith(";") else card.title
    area, _ = decide_area(card.headings, f"{title} {activity or ''}")
    traces = {"task": Trace(card.span)}
    traces |= {column.value: Trace(span) for column, span in card.spans.items()}
    return Task(
        task=title,
        area=area,
        group=card.headings[-1] if card.headings else None,
        label=card.label,
        objective=one_line(values.get(Column.OBJECTIVE, "")) or None,
        activity=activity,
        outputs=split_products(values[Column.OUTPUTS]) if values.get(Column.OUTPUTS) else (),
        lead=split_units(values[Column.LEAD]) if values.get(Column.LEAD) else (),
        support=split_units(values[Column.SUPPORT]) if values.get(Column.SUPPORT) else (),
        deadline=deadline,
        schedule=understand(values[Column.DEADLINE], year) if deadline else (),
        budget=one_line(values.get(Column.BUDGET, "")) or None,
        origin=origin,
        traces=traces,
    )
