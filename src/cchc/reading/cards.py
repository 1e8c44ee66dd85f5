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
from cchc.reading.prose import Parties, body_deadline, body_parties
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
    told: bool = False  # a sentence says all of it
    values: dict[Column, str] = field(default_factory=dict)
    spans: dict[Column, Span] = field(default_factory=dict)


def card_tasks(entries: Sequence[Entry], year: int, *, origin: Origin) -> list[Task]:
    """Read cards; none where fewer than two blocks name a lead or a deadline on lines of theirs."""
    fields = [_field(entry) for entry in entries]
    if sum(kind in (Column.LEAD, Column.DEADLINE) for kind, _ in fields) < 4:
        return []
    begins = [
        kind is None and (_TITLE.match(entry.text) is not None or _field_follows(fields, index))
        for index, (entry, (kind, _)) in enumerate(zip(entries, fields, strict=True))
    ]
    numbered = {
        entry.label.kind
        for entry, begun in zip(entries, begins, strict=True)
        if begun and entry.label is not None and not entry.label.is_bullet
    }
    cards: list[_Card] = []
    stack: list[tuple[Label | None, str]] = []
    last: Column | None = None
    for entry, (kind, value), begun in zip(entries, fields, begins, strict=True):
        if kind is not None and cards:
            last = kind
            _add_field(cards[-1], kind, value, entry)
            continue
        headings = tuple(title for _, title in stack)
        if begun:
            cards.append(_begun(entry, headings))
        elif _is_sentence(entry) and entry.label is not None and entry.label.kind in numbered:
            # Among the cards stands a task told in one sentence.
            cards.append(_begun(entry, headings, told=True))
        elif entry.label is not None and entry.label.is_bullet and cards and last is not None:
            cards[-1].values[last] = f"{cards[-1].values[last]}\n{entry.text}"
            continue
        elif areas_in_heading(entry.text) or entry.label is not None or entry.paragraph.bold:
            _open_heading(stack, entry)
        last = None
    return [_task(card, year, origin) for card in cards if card.values or card.told]


def _add_field(card: _Card, kind: Column, value: str, entry: Entry) -> None:
    known = card.values.get(kind)
    card.values[kind] = f"{known}\n{value}" if known else value
    card.spans.setdefault(kind, entry.paragraph.span)


def _begun(entry: Entry, headings: tuple[str, ...], *, told: bool = False) -> _Card:
    title = _TITLE.match(entry.text)
    printed = title.group("label") if title else None
    label = printed or (entry.label.text if entry.label else None)
    text = title.group("value") if title else entry.text
    return _Card(one_line(text), label or None, headings, entry.paragraph.span, told=told)


def _is_sentence(entry: Entry) -> bool:
    return len(entry.text) > 20 and entry.text.rstrip().endswith((".", ";"))


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
    told = body_parties(title) if card.told else Parties()
    if card.told:
        deadline = body_deadline(title, year)
    return Task(
        task=title,
        area=area,
        group=card.headings[-1] if card.headings else None,
        label=card.label,
        objective=one_line(values.get(Column.OBJECTIVE, "")) or None,
        activity=activity,
        outputs=split_products(values.get(Column.OUTPUTS, "")) or told.outputs,
        lead=split_units(values.get(Column.LEAD, "")) or told.lead,
        support=split_units(values.get(Column.SUPPORT, "")) or told.support,
        deadline=deadline,
        schedule=understand(values.get(Column.DEADLINE) or deadline or "", year),
        budget=one_line(values.get(Column.BUDGET, "")) or None,
        origin=origin,
        traces=traces,
    )
