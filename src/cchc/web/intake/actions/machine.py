"""What the office does by itself with a reading: begin it, end it, begin it again when lost.

Each step is compared and set under the lock of the reading, so that of two jobs only one counts
and a cancellation always wins over a result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cchc.commands.plan_files import ReadingOfFiles
from cchc.plan.findings import Problem
from cchc.plan.model import Plan
from cchc.plan.sentences import cell_sentence
from cchc.plan.source_json import finding_to_json
from cchc.plan.workbook_values import WorkbookProblem
from cchc.web.audit.acting import Act, acting
from cchc.web.intake.item_values import parts_of
from cchc.web.intake.job_state import is_lost, keep_what_was_seen
from cchc.web.intake.models import Item, NameDecision, Reading
from cchc.web.intake.source_blocks import blocks_of
from cchc.web.organisation.matching import Match, fold_name, match, register_of
from cchc.web.organisation.models import Unit
from cchc.web.ui.clock import now, today

State = Reading.State
AFRESH: dict[str, Any] = {
    "state": State.WAITING,
    "is_cancel_asked": False,
    "step": "",
    "done": 0,
    "total": 0,
    "sentence": "",
    "problems": [],
    "notices": [],
    "beat_at": None,
    "finished_at": None,
}
_MOST_ATTEMPTS = 3
_GIVEN_UP = (
    "Máy đã thử đọc {count} lần nhưng lần nào cũng bị ngắt giữa chừng; hãy thử tách nhỏ tệp, "
    "hoặc báo người quản trị hệ thống."
)
# Only the whole text tells these; all other findings are made anew from what stands on the desk.
_OF_THE_TEXT = frozenset((Problem.CITED_WITH_TWO_DATES,))


def start(reading_pk: int) -> Reading | None:
    """Begin a reading that waits; None where it was cancelled, begun or done meanwhile."""
    with acting("intake.start", by=None) as act:
        reading = _locked(reading_pk)
        if reading is None or reading.state != State.WAITING:
            return None
        act.place = reading.office.path
        return act.change(
            reading, state=State.READING, attempts=reading.attempts + 1, beat_at=now()
        )


def finish(reading: Reading, outcome: ReadingOfFiles) -> str:
    """Lay what was read on the desk. Returns the state that the reading is in.

    1. the files' own blocks, 2. one item for each thing of the plan, 3. names that need nobody,
    4. the reading itself.
    """
    plan = outcome.reading.plan
    with _ending(reading, "intake.finish") as (act, row):
        if row is None:
            return _state_of(reading)
        for file, seen in zip(row.files.all(), outcome.files, strict=False):
            keep_what_was_seen(
                file,
                kind=str(seen.document.kind),
                pages=seen.document.pages,
                blocks=list(blocks_of(seen.document)),
                sizes=[list(size) for size in seen.page_sizes],
            )
        act.create_all(
            Item(
                reading=row,
                part=one.part,
                place=one.place,
                values=one.values,
                traces=one.traces,
            )
            for one in parts_of(plan)
        )
        _decide_names(act, row, plan)
        act.change(
            row,
            state=State.READY,
            finished_at=now(),
            title=_title(plan, row.title),
            year=plan.header.year,
            announces_appendix=plan.announces_appendix,
            notices=[one["message"] for one in outcome.reading.notices_as_json],
            findings=[finding_to_json(f) for f in plan.findings if f.code in _OF_THE_TEXT],
        )
    return State.READY


def fail(reading: Reading, sentence: str, problems: Sequence[WorkbookProblem] = ()) -> str:
    """Say why a reading came to nothing: one sentence, and the cells to put right."""
    with _ending(reading, "intake.fail") as (act, row):
        if row is None:
            return _state_of(reading)
        act.change(
            row,
            state=State.FAILED,
            finished_at=now(),
            sentence=sentence,
            problems=[
                {
                    "sheet": one.sheet,
                    "row": one.row,
                    "column": one.column,
                    "sentence": cell_sentence(one),
                }
                for one in problems
            ],
        )
    return State.FAILED


def stop(reading: Reading) -> str:
    """End a reading that was cancelled; one that another job took over is left alone."""
    with _ending(reading, "intake.stop"):
        pass
    return _state_of(reading)


def look_after(reading_pk: int, read: Callable[[int], object]) -> str:
    """Put a lost reading back to wait and ask for it; give it up after several attempts."""
    with acting("intake.recover", by=None) as act:
        reading = _locked(reading_pk)
        if reading is None:
            return State.CANCELLED
        act.place = reading.office.path
        if not is_lost(reading):
            return reading.state
        if reading.is_cancel_asked:
            act.change(reading, state=State.CANCELLED, finished_at=now())
        elif reading.attempts >= _MOST_ATTEMPTS:
            sentence = _GIVEN_UP.format(count=reading.attempts)
            act.change(reading, state=State.FAILED, finished_at=now(), sentence=sentence)
        else:
            act.change(reading, **AFRESH)
            read(reading.pk)
        return reading.state


@contextmanager
def _ending(reading: Reading, verb: str) -> Iterator[tuple[Act, Reading | None]]:
    """Lock a reading to end it; None in place of the row where this job no longer counts."""
    with acting(verb, by=None) as act:
        row = _locked(reading.pk)
        if row is None or row.state != State.READING or row.attempts != reading.attempts:
            yield act, None
            return
        act.place = row.office.path
        if row.is_cancel_asked:
            act.change(row, state=State.CANCELLED, finished_at=now())
            yield act, None
            return
        yield act, row


def _locked(reading_pk: int) -> Reading | None:
    rows = Reading.objects.select_related("office").select_for_update(of=("self",))
    return rows.filter(pk=reading_pk, archived_at=None).first()


def _state_of(reading: Reading) -> str:
    reading.refresh_from_db(fields=("state",))
    return reading.state


def _title(plan: Plan, otherwise: str) -> str:
    """A reading's name: the plan's own, else that of its files."""
    if plan.header.subject is None:
        return otherwise
    said = (plan.header.doc_type, plan.header.subject)
    return " ".join(word for word in said if word)[:300]


def _decide_names(act: Act, reading: Reading, plan: Plan) -> None:
    """Decide the unit names that need no person; all others stay questions of the desk."""
    register = register_of(reading.office, today())
    seen: set[str] = set()
    for task in plan.tasks:
        for name in (*task.lead, *task.support):
            folded = fold_name(name)
            if not folded or folded in seen:
                continue
            seen.add(folded)
            found = match(name, register)
            if found.is_decided:
                _keep_name(act, reading, name, folded, found)


def _keep_name(act: Act, reading: Reading, name: str, folded: str, found: Match) -> None:
    kinds = NameDecision.Kind
    row = act.create(
        NameDecision(
            reading=reading,
            text=name[:300],
            folded=folded[:300],
            kind=kinds.SET if found.is_collective else kinds.UNIT,
            source=found.how.value,
            note=found.note[:300],
            at=now(),
        )
    )
    act.link(row, "units", Unit.objects.filter(pk__in=found.units))
