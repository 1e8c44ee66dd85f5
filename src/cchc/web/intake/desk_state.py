"""What the desk shows around the items: how much is open, where next, what to undo, who else.

Reads the rows that one page or one answer needs and hands them on ready-made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cchc.plan.findings import Problem
from cchc.web.accounts.models import User
from cchc.web.intake.desk_page import ItemShown, Known, PartShown, Sight, item_shown, parts_shown
from cchc.web.intake.item_fields import rank_of
from cchc.web.intake.models import Edit, Item, Part, Reading
from cchc.web.intake.policy import may_confirm
from cchc.web.intake.queries import all_items, last_edit, names_of, others_lately
from cchc.web.intake.questions import Kind, Question, in_desk_order, open_questions
from cchc.web.intake.source_side import SourceSide, source_side
from cchc.web.organisation.matching import register_of
from cchc.web.ui.clock import now, today
from cchc.web.ui.refusals import Decision

_COUNTED = {
    "deadline": "thời hạn chưa hiểu",
    "name": "tên đơn vị chưa khớp",
    "repeated": "dòng trùng",
    "doubt": "ô đọc chưa chắc",
    "finding": "phát hiện khác",
}


@dataclass(frozen=True, slots=True)
class DeskState:
    """How far the review of a reading is."""

    reading: Reading
    questions: int
    has_tasks: bool
    counted: str
    following: Question | None
    previous: Question | None
    undo: Edit | None
    others: list[tuple[str, datetime]]
    may_confirm: Decision


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything of one look at the desk."""

    state: DeskState
    items: list[Item]
    known: Known

    def parts(self) -> list[PartShown]:
        return parts_shown(self.items, self.known)

    def item(self, pk: int) -> ItemShown | None:
        found = next((item for item in self.items if item.pk == pk), None)
        return item_shown(found, self.known) if found else None

    def source(self, *, as_text: bool) -> SourceSide:
        sight = self.known.sight
        lit = (sight.item, sight.edited or sight.field) if sight.item else None
        files = list(self.known.reading.files.select_related("file"))
        return source_side(files, self.items, now=lit, as_text=as_text)

    def facts(self) -> str:
        """What was read, in one line."""
        counts = Counter(item.part for item in self.items)
        said = {
            Part.TASK: "nhiệm vụ",
            Part.TARGET: "chỉ tiêu",
            Part.CITATION: "văn bản căn cứ",
            Part.WINDOW: "kỳ báo cáo",
        }
        return ", ".join(f"{counts[part]} {word}" for part, word in said.items())


def look_at(reading: Reading, user: User, sight: Sight) -> Desk:
    """Read what the desk shows now; ~8 queries, whatever the size of the plan."""
    items = in_desk_order(all_items(reading))
    names = names_of(reading)
    asked = open_questions(reading, items, names.keys())
    is_unsure = any(q.item == sight.item and q.kind is Kind.NAME for q in asked) or (
        sight.item is not None and _names_open(items, sight.item, asked)
    )
    register = register_of(reading.office, today()) if is_unsure else None
    known = Known(reading, asked, names, register, sight)
    following, previous = _around(asked, items, sight)
    state = DeskState(
        reading,
        len(asked),
        any(item.part == Part.TASK for item in items),
        _counted(asked),
        following,
        previous,
        last_edit(reading, user),
        others_lately(reading, user, now()),
        may_confirm(user, reading, today()),
    )
    return Desk(state, items, known)


def _names_open(items: Sequence[Item], pk: int, asked: Sequence[Question]) -> bool:
    """Whether an item has a name that is open, though the question stands at another item."""
    named = {question.name for question in asked if question.kind is Kind.NAME}
    item = next((item for item in items if item.pk == pk), None)
    if item is None or not named:
        return False
    return not named.isdisjoint([*item.values.get("lead", ()), *item.values.get("support", ())])


def _counted(asked: Sequence[Question]) -> str:
    counts = Counter(_sort_of(question) for question in asked)
    return ", ".join(f"{counts[key]} {word}" for key, word in _COUNTED.items() if counts[key])


def _sort_of(question: Question) -> str:
    if question.code == Problem.DEADLINE_UNCLEAR:
        return "deadline"
    if question.code == Problem.DUPLICATE_TASK:
        return "repeated"
    return str(question.kind)


def _around(
    asked: Sequence[Question], items: Sequence[Item], sight: Sight
) -> tuple[Question | None, Question | None]:
    """The open questions after and before what is looked at; they go round at the ends."""
    if not asked:
        return None, None
    places = {item.pk: place for place, item in enumerate(items)}
    here = places.get(sight.item or 0, -1)
    at = sight.edited or sight.field
    mine = [n for n, q in enumerate(asked) if q.item == sight.item and q.field == at]
    if mine:
        after, before = mine[-1] + 1, mine[0] - 1
    else:
        after = next((n for n, q in enumerate(asked) if places[q.item] > here), 0)
        if at == "" and sight.item:
            after = next((n for n, q in enumerate(asked) if places[q.item] >= here), 0)
        elif at:
            after = _after_field(asked, items, places, here, at)
        before = after - 1
    return asked[after % len(asked)], asked[before % len(asked)]


def _after_field(
    asked: Sequence[Question],
    items: Sequence[Item],
    places: dict[int, int],
    here: int,
    at: str,
) -> int:
    """The first question behind a value that is no question (any more)."""
    for number, question in enumerate(asked):
        place = places[question.item]
        part = items[place].part
        if place > here or (place == here and rank_of(part, question.field) > rank_of(part, at)):
            return number
    return 0
