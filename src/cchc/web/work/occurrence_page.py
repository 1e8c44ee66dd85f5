"""The page of one occurrence put together: what is owed and why, what may be done, by this person.

Only decisions that the state leaves open are asked, each once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from cchc.deadlines.calendar import WorkingCalendar
from cchc.plan.schedule import OffsetUnit
from cchc.web.accounts.models import User
from cchc.web.audit.queries import history_of
from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import standing_of
from cchc.web.plans.display import line_of, task_understood
from cchc.web.ui.refusals import Decision
from cchc.web.work import display, policy
from cchc.web.work.actions.deadlines import condition_of
from cchc.web.work.models import Extension, Occurrence
from cchc.web.work.policy import visible_occurrences
from cchc.web.work.queries import one
from cchc.web.work.queries.calendar import working_calendar

State = Occurrence.State
_OFFSETS = {
    OffsetUnit.WORKING_DAY: "ngày làm việc",
    OffsetUnit.DAY: "ngày",
    OffsetUnit.MONTH: "tháng",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A button of the page."""

    label: str
    url: str
    decision: Decision
    main: bool = False


def page_context(user: User, row: Occurrence, on: date) -> dict[str, Any]:
    """What the page shows besides its forms. 14 queries at most."""
    task = one.task_with_units(row)
    task.plan_version = row.task.plan_version
    look, word = display.state_of(row, on)
    watches = standing_of(user, on).has_any((Role.COORDINATOR, Role.LEADER), row.plan.owner)
    siblings = one.siblings_of(row, visible_occurrences(user, on))
    return {
        "row": row,
        "task": task,
        "line": line_of(task),
        "parts": task_understood(task, row.plan.year),
        "look": look,
        "word": word,
        "days": display.days_of(row, on),
        "owes": display.owes_of(row),
        "why": why_of(row, working_calendar()),
        "share": display.share_in_words(row),
        "distance": distance_of(row),
        "people": one.assigned_in(row),
        "timeline": [(said, display.look_of_update(said)) for said in one.timeline_of(row)],
        "extensions": [(ask, _look(ask)) for ask in one.extensions_of(row)],
        "siblings": display.lines_of(siblings, on),
        "steps": steps_of(user, row, on),
        "may_report": policy.may_report(user, row, on=on),
        "may_comment": policy.may_comment(user, row, on=on),
        "watches": watches,
        "history": history_of(row) if watches else [],
        "today": on,
    }


def _look(extension: Extension) -> str:
    looks = {"asked": "wait", "granted": "done", "refused": "late"}
    return looks[extension.state]


def steps_of(user: User, row: Occurrence, on: date) -> list[Step]:
    """What lies ahead in the state; what is another's says why not."""

    def step(label: str, verb: str, decision: Decision, **options: bool) -> Step:
        return Step(label, reverse("work:step", args=(row.pk, verb)), decision, **options)

    match State(row.state):
        case State.OPEN:
            steps = [step("Xin gia hạn", "xin-gia-han", policy.may_ask_extension(user, row, on=on))]
            given = policy.may_contribute(user, row, on=on)
            if given:
                steps.append(step("Gửi phần phối hợp", "phoi-hop", given, main=True))
            return steps
        case State.PROPOSED:
            back = policy.may_take_back(user, row, on=on)
            answer = policy.may_answer(user, row, on=on)
            steps = [step("Rút đề nghị", "rut", back)] if back else []
            return [
                *steps,
                step("Trả lại", "tra-lai", answer),
                step("Công nhận hoàn thành", "cong-nhan", answer, main=True),
            ]
        case State.DONE:
            return [step("Mở lại", "mo-lai", policy.may_reopen(user, row, on=on))]
        case State.WAITING:
            may = policy.may_record_event(user, row, on=on)
            url = reverse("work:event", args=(row.pk,))
            return [Step("Ghi nhận sự việc", url, may, main=True)]
        case State.UNCLEAR:
            may = policy.may_decide_deadline(user, row, on=on)
            url = reverse("work:deadline", args=(row.pk,))
            return [Step("Quyết định thời hạn", url, may, main=True)]
        case _:
            return []


def why_of(row: Occurrence, calendar: WorkingCalendar) -> list[str]:
    """Which day is the last and why, a sentence for each step of the reckoning."""
    if row.due_on is None:
        return []
    said = []
    planned = row.planned_due_on
    if row.event is not None:
        said.append(f"Phát sinh từ {row.event}.")
    if row.named_on and planned and row.named_on > planned:
        said.append(
            f"Kế hoạch ghi «trước» ngày {row.named_on:%d/%m/%Y}: không gồm ngày đó, nên ngày cuối "
            f"còn kịp là {_full(planned)}."
        )
    elif planned:
        said.append(f"Ngày cuối còn kịp theo kế hoạch là {_full(planned)}.")
    if row.extended_to:
        said.append(f"Đã gia hạn đến hết {_full(row.extended_to)}; ngày theo kế hoạch vẫn giữ.")
    if row.work_by and row.work_by != row.due_on:
        said.append(
            f"Ngày đó không làm việc ({_rest(row.due_on, calendar)}), nên hãy xong trong "
            f"{_full(row.work_by)}."
        )
    if row.kind in (Occurrence.Kind.ALL_YEAR, Occurrence.Kind.NOTE):
        said.append(
            "Việc làm cả năm không quá hạn trước khi hết năm, nhưng mỗi kỳ báo cáo ghi tiến độ "
            "một lần."
        )
    return said


def _full(day: date) -> str:
    return f"{display.WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def _rest(day: date, calendar: WorkingCalendar) -> str:
    decided = calendar.reason(day)
    return decided.name if decided else display.WEEKDAYS[day.weekday()]


def distance_of(row: Occurrence) -> str:
    """How far from the event a conditional deadline lies: «5 ngày làm việc sau»."""
    condition = condition_of(row) if row.state == State.WAITING else None
    if condition is None or condition.offset is None:
        return ""
    amount, unit = condition.offset.amount, _OFFSETS[condition.offset.unit]
    return f"{abs(amount)} {unit} {'sau' if amount >= 0 else 'trước'}"
