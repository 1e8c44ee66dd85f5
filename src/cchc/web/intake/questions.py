"""What a person still has to look at in a reading: values in doubt, findings, unit names.

In: the items as they stand and the names that are decided. Out: questions, each at one value of
one item; a question is closed by a decision on its value, or by an edit that removes its cause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cchc.documents.model import Span
from cchc.plan.findings import Problem, find_problems, is_doubtful
from cchc.plan.model import Doubt, Plan, Severity, Trace
from cchc.plan.sentences import FIELD_NAMES, doubt_sentence, finding_sentence
from cchc.reading.areas import area_of_heading
from cchc.web.intake.item_fields import rank_of
from cchc.web.intake.item_values import LISTS, plan_from
from cchc.web.intake.models import Item, Part, Reading
from cchc.web.organisation.matching import fold_name

# Findings that only say what is marked at each value anyway.
_SAID_AT_THE_VALUES = frozenset((Problem.VALUES_IN_DOUBT,))
_NAMED = ("lead", "support")
# The order in which the desk lists parts and steps through questions.
DESK_ORDER = (Part.HEADER, Part.TARGET, Part.TASK, Part.CITATION, Part.WINDOW, Part.SECTION)


class Kind(StrEnum):
    DOUBT = "doubt"
    FINDING = "finding"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide: at which value of which item, and in which words it is asked."""

    item: int
    field: str
    kind: Kind
    sentence: str
    severity: Severity = Severity.WARNING
    name: str = ""  # the unit name, where the question is what it means
    code: str = ""  # of the finding


def open_questions(
    reading: Reading, items: Sequence[Item], decided_names: Collection[str]
) -> list[Question]:
    """All that is undecided, in the order of the desk. No query."""
    known = {item.pk: item for item in items}
    found = [
        *_doubts(items),
        *(
            question
            for question in (*_findings(reading, items), *_of_the_files(reading, items))
            if question.field not in known[question.item].decisions
        ),
        *_names(items, decided_names),
    ]
    places = {item.pk: (place, item.part) for place, item in enumerate(in_desk_order(items))}

    def order(question: Question) -> tuple[int, int]:
        place, part = places[question.item]
        return place, rank_of(part, question.field)

    return sorted(found, key=order)


def in_desk_order(items: Sequence[Item]) -> list[Item]:
    ranks = {part: rank for rank, part in enumerate(DESK_ORDER)}
    return sorted(items, key=lambda item: (ranks[Part(item.part)], item.place, item.pk))


def is_in_doubt(item: Item, field: str) -> bool:
    """Whether a value was read with little confidence and nobody has decided on it."""
    trace = item.traces.get(field)
    if trace is None or field in item.decisions or trace["doubt"] is None:
        return False
    return is_doubtful(Trace(Span(), trace["confidence"], Doubt(trace["doubt"])))


def doubt_in_words(item: Item, field: str) -> str:
    """Why a value is doubtful, and how sure the machine is of it."""
    trace = item.traces[field]
    share = "" if trace["confidence"] is None else f" (chắc {round(trace['confidence'] * 100)}%)"
    return f"{doubt_sentence(Doubt(trace['doubt']))}{share}."


def _doubts(items: Sequence[Item]) -> Iterator[Question]:
    for item in items:
        for field in item.traces:
            if is_in_doubt(item, field):
                label = FIELD_NAMES.get(field, field)
                sentence = f"{label}: {doubt_in_words(item, field)}"
                yield Question(item.pk, field, Kind.DOUBT, sentence)


def _findings(reading: Reading, items: Sequence[Item]) -> Iterator[Question]:
    """Findings on the plan as it stands, each tied to the value it is about.

    The plan is built with traces whose places name the item and the field, so that a finding's
    place leads back to them.
    """
    plan = _with_places(plan_from(items, announces_appendix=reading.announces_appendix), items)
    for found in find_problems(plan, area_of=area_of_heading):
        if found.code in _SAID_AT_THE_VALUES or found.span is None:
            continue
        yield Question(
            found.span.file,
            found.span.sheet or "",
            Kind.FINDING,
            finding_sentence(found),
            found.severity,
            code=found.code,
        )


def _with_places(plan: Plan, items: Sequence[Item]) -> Plan:
    lists = {key: [item for item in items if item.part == part] for part, key in LISTS.items()}
    header = next((item for item in items if item.part == Part.HEADER), None)
    placed = {
        key: tuple(
            replace(thing, traces=_places(item))
            for thing, item in zip(getattr(plan, key), lists[key], strict=True)
        )
        for key in LISTS.values()
    }
    return replace(
        plan,
        header=replace(plan.header, traces=_places(header) if header else {}),
        citations=placed["citations"],
        sections=placed["sections"],
        targets=placed["targets"],
        tasks=placed["tasks"],
        report_windows=placed["report_windows"],
    )


def _places(item: Item) -> dict[str, Trace]:
    names = dict.fromkeys((*item.traces, *item.values))
    return {name: Trace(Span(file=item.pk, sheet=name)) for name in names if name != "schedule"}


def _of_the_files(reading: Reading, items: Sequence[Item]) -> Iterator[Question]:
    """What only the whole text told when it was read: a document cited with two dates."""
    cited = {item.values["number"]: item for item in items if item.part == Part.CITATION}
    for found in reading.findings:
        item = cited.get(found["data"].get("number", ""))
        if item is not None:
            severity = Severity(found["severity"])
            yield Question(
                item.pk, "date", Kind.FINDING, found["message"], severity, code=found["code"]
            )


def _names(items: Sequence[Item], decided: Collection[str]) -> Iterator[Question]:
    seen = set(decided)
    for item in items:
        if item.part != Part.TASK:
            continue
        for field in _NAMED:
            for name in item.values.get(field) or ():
                folded = fold_name(name)
                if folded and folded not in seen:
                    seen.add(folded)
                    yield Question(
                        item.pk,
                        field,
                        Kind.NAME,
                        f"Tên «{name}» chưa khớp với đơn vị nào.",
                        name=name,
                    )
