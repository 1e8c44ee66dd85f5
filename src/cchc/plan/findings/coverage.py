"""Findings across the plan: targets no task serves, areas in two orders, values read in doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cchc.plan.findings.codes import Problem, finding
from cchc.plan.findings.parts import appendix_tasks, split_sections
from cchc.plan.findings.places import place, shortened
from cchc.plan.model import (
    Doubt,
    Finding,
    Plan,
    ReformArea,
    Task,
    Trace,
)
from cchc.text.normal import modern_tones

AreaOf = Callable[[str], ReformArea | None]

_WORD = re.compile(r"[^\W\d_]+")
# Words of every target and of no subject: how much, of whom, by when.
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "đạt tỷ tỉ lệ tối thiểu đa ít nhất trên dưới trở lên xuống không quá hơn vượt từ đến "
        "trong năm tháng quý ngày phần trăm bảo đảm phấn đấu duy trì các của được và hoặc thuộc "
        "theo cho với về đối là có này số mức cấp phải tại do để một hai ba giảm tăng"
    )
)
_SERVED = 0.34  # share of a target's word pairs that one task has
_SERVED_WORDS = 0.75  # or share of its single words
_NEAR_BEST = 0.67  # of what the most alike task shares: less is shared by chance
_HEAD = 4  # the words that say what is measured: «hài lòng», before of whom and by whom
_SERVED_HEAD = 0.6  # or share of the word pairs among these


def unserved_targets(plan: Plan) -> Iterator[Finding]:
    """A target whose words no task shares: perhaps nobody works for it.

    Judged by pairs of neighbouring words, since single Vietnamese syllables are shared by chance.
    Only a hint, and said as one. Source: plans whose targets stand in the text and whose tasks
    stand in an appendix of another hand.
    """
    if not plan.tasks:
        return
    tasks = [_words(_said_by(task)) for task in plan.tasks]
    pairs = [_pairs(words) for words in tasks]
    singles = [frozenset(words) for words in tasks]
    for target in plan.targets:
        words = _words(target.text)
        if len(set(words)) < 2 or _is_served(words, pairs, singles):
            continue
        yield finding(
            Problem.TARGET_UNSERVED, place(target.traces, "text"), target=shortened(target.text)
        )


def serving_tasks(plan: Plan) -> tuple[tuple[int, ...], ...]:
    """For each target the places of the tasks that share its words, the most alike first.

    The same measure as `unserved_targets`; a proposal for a person to correct.
    """
    tasks = [_words(_said_by(task)) for task in plan.tasks]
    offered = [(_pairs(words), frozenset(words)) for words in tasks]
    return tuple(_serving(_words(target.text), offered) for target in plan.targets)


def _serving(
    words: list[str], offered: Sequence[tuple[frozenset[object], frozenset[str]]]
) -> tuple[int, ...]:
    if len(set(words)) < 2:
        return ()
    wanted = _pairs(words)
    found = [
        (-len(wanted & pairs), place)
        for place, (pairs, singles) in enumerate(offered)
        if _is_served(words, [pairs], [singles])
    ]
    best = min((score for score, _ in found), default=0)
    return tuple(place for score, place in sorted(found) if score <= _NEAR_BEST * best)


def _is_served(
    words: list[str], pairs: Sequence[frozenset[object]], singles: Sequence[frozenset[object]]
) -> bool:
    head = _pairs(words[:_HEAD])
    return (
        _served(_pairs(words), pairs, _SERVED)
        or _served(frozenset(words), singles, _SERVED_WORDS)
        or (len(head) > 1 and _served(head, pairs, _SERVED_HEAD))
    )


def _served(wanted: frozenset[object], offered: Sequence[frozenset[object]], share: float) -> bool:
    return any(len(wanted & one) >= share * len(wanted) for one in offered)


def _said_by(task: Task) -> str:
    cells = (task.task, task.activity, task.objective, *task.outputs)
    return " . ".join(cell for cell in cells if cell)


def _words(text: str) -> list[str]:
    found = _WORD.findall(modern_tones(text).casefold())
    return [word for word in found if word not in _EMPTY_WORDS]


def _pairs(words: list[str]) -> frozenset[object]:
    return frozenset(pairwise(words))


def area_order(plan: Plan, area_of: AreaOf) -> Iterator[Finding]:
    """The areas of reform come in another order in the appendix than in the text.

    `area_of` says the area of a title. Source: plans whose text begins with leadership and whose
    annex ends with it. Judged where at least three areas stand in both.
    """
    rows = appendix_tasks(plan)
    body, _ = split_sections(plan.sections)
    text = _first_seen([area_of(section.title) for section in body])
    annex = _first_seen([task.area for task in rows])
    common = [area for area in text if area in annex]
    listed = [area for area in annex if area in text]
    if len(common) >= 3 and common != listed:
        yield finding(
            Problem.AREA_ORDER,
            place(rows[0].traces, "area", "group", "task"),
            text=" ".join(common),
            appendix=" ".join(listed),
        )


def _first_seen(areas: Sequence[ReformArea | None]) -> list[ReformArea]:
    return list(dict.fromkeys(a for a in areas if a is not None and a is not ReformArea.OTHER))


_COUNTED = (Doubt.OCR, Doubt.FUZZY, Doubt.FLATTENED, Doubt.REENCODED)
_LOW = 0.8


def doubtful_values(plan: Plan) -> Iterator[Finding]:
    """How many values were read with little confidence, one finding for each reason.

    Inherited and ditto values are certain enough where the file says so; they are counted only
    when their confidence is low.
    """
    counts: Counter[Doubt] = Counter()
    first: dict[Doubt, Trace] = {}
    for trace in _all_traces(plan):
        if trace.doubt is not None and is_doubtful(trace):
            counts[trace.doubt] += 1
            first.setdefault(trace.doubt, trace)
    for doubt, count in counts.items():
        yield finding(
            Problem.VALUES_IN_DOUBT,
            first[doubt].span,
            count=count,
            doubt=doubt.value,
        )


def is_doubtful(trace: Trace) -> bool:
    """Whether a person should look at a value: it was read with little confidence."""
    if trace.doubt is None:
        return False
    if trace.confidence is None:
        return trace.doubt in _COUNTED
    return trace.confidence < _LOW


def _all_traces(plan: Plan) -> Iterator[Trace]:
    yield from plan.header.traces.values()
    parts = (plan.citations, plan.sections, plan.targets, plan.tasks, plan.report_windows)
    for items in parts:
        for item in items:
            yield from item.traces.values()
