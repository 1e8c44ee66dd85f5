"""The year's work of the demo office: its plan is followed, and people report what they did.

Everything by the acts of the right people: heads give work to their staff, whoever it is given to
reports and proposes, the coordinator accepts, returns and grants time. Which row is done is
settled by its place in the list alone, so that every opening of the demo tells the same story.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role, Unit
from cchc.web.organisation.queries import holders_on
from cchc.web.plans.actions.assigning import assign
from cchc.web.plans.models import Assignment, PlanVersion
from cchc.web.work.actions import deadlines, progress
from cchc.web.work.actions.planning import follow
from cchc.web.work.models import Occurrence
from cchc.web.work.policy import may_report

State, Kind = Occurrence.State, Occurrence.Kind
_DONE = (
    "Đã hoàn thành theo kế hoạch, văn bản đã phát hành.",
    "Đã thực hiện xong, kết quả đã đăng trên trang thông tin điện tử của Sở.",
    "Đã hoàn thành, hồ sơ lưu tại đơn vị.",
)
_UNDER_WAY = (
    "Đang lấy ý kiến các phòng, đơn vị.",
    "Đã dự thảo xong, chờ lãnh đạo Sở cho ý kiến.",
    "Đã triển khai đến từng bộ phận, đang tổng hợp kết quả.",
)
_LATE_BY = 6  # days
_ANSWERED_AFTER = timedelta(days=2)


def work_through(version: PlanVersion, *, coordinator: User, leader: User, on: date) -> None:
    """Follow the demo plan and let the months up to `on` happen."""
    follow(by=coordinator, on=on, plan=version.plan)
    heads = _heads(version, on)
    _give_out(version, heads, on)
    rows = _rows(version).filter(state=State.OPEN, unit__in=list(heads)).order_by("due_on", "pk")
    past = [row for row in rows if row.due_on and row.due_on < on and row.kind != Kind.NOTE]
    for place, row in enumerate(past):
        _happened(place, row, _worker(row, heads, on), coordinator, on)
    for place, row in enumerate(row for row in rows if row.kind == Kind.NOTE):
        if row.work_by and row.work_by < on and place % 6:
            by, then = _worker(row, heads, on), row.work_by
            progress.report(by=by, on=then, row=row, text=_said(place, _UNDER_WAY))
    coming = [row for row in rows if row.due_on and row.due_on >= on and row.kind != Kind.NOTE]
    _under_way(coming, heads, coordinator, leader, on)


def _rows(version: PlanVersion):  # type: ignore[no-untyped-def]
    return Occurrence.objects.filter(plan=version.plan).select_related(
        "plan__owner", "task__plan_version__plan", "unit"
    )


def _heads(version: PlanVersion, on: date) -> dict[Unit, User]:
    """The head of each unit that owes something."""
    units = Unit.objects.filter(occurrences__plan=version.plan).distinct()
    found = {}
    for unit in units:
        heads = [one for one in holders_on(unit, on)[Role.UNIT_HEAD] if one.unit_id == unit.pk]
        if heads:
            found[unit] = heads[0].user
    return found


def _give_out(version: PlanVersion, heads: dict[Unit, User], on: date) -> None:
    """Each head gives half of the unit's tasks to somebody of the unit, where there is anybody."""
    for unit, head in heads.items():
        staff = [one.user for one in holders_on(unit, on)[Role.STAFF] if one.unit_id == unit.pk]
        tasks = version.tasks.filter(units__unit=unit, units__part="lead").distinct()
        for task in tasks.order_by("place")[::2] if staff else ():
            assign(by=head, on=on, task=task, unit=unit, user=staff[0])


def _worker(row: Occurrence, heads: dict[Unit, User], on: date) -> User:
    """Whoever the row is given to, else the head of its unit."""
    assert row.unit is not None  # only rows of units with a head are asked for
    given = Assignment.objects.filter(
        plan=row.plan, task_key=row.task_key, unit=row.unit, ended_on=None
    ).select_related("user")
    for one in given:
        if may_report(one.user, row, on=on):
            return one.user
    return heads[row.unit]


def _said(place: int, words: Sequence[str]) -> str:
    return words[place % len(words)]


def _happened(place: int, row: Occurrence, worker: User, coordinator: User, on: date) -> None:
    """A row that is due already: most are done in time, some late, some not at all."""
    kind = place % 9
    if kind == 8:
        return
    assert row.due_on is not None
    if kind == 7:
        progress.report(by=worker, on=on, row=row, text=_said(place, _UNDER_WAY))
        return
    done = row.due_on + timedelta(days=_LATE_BY) if kind == 3 else row.work_by or row.due_on
    done = min(done, on)
    progress.propose(
        by=worker,
        on=done,
        row=row,
        text=_said(place, _DONE),
        done_on=done,
        share_done=row.share_whole,
    )
    if kind == 6 and place > 9:
        return
    if place == 6:
        note = "Thiếu văn bản phát hành; đề nghị bổ sung số, ngày của văn bản."
        progress.return_for_more(by=coordinator, on=on, row=row, note=note)
        return
    progress.accept(by=coordinator, on=min(done + _ANSWERED_AFTER, on), row=row)


def _under_way(
    rows: Iterable[Occurrence],
    heads: dict[Unit, User],
    coordinator: User,
    leader: User,
    on: date,
) -> None:
    """What is still to come: some begun, one asking for more time, one given it, one talked of."""
    dated = [row for row in rows if row.kind != Kind.ALL_YEAR]
    for place, row in enumerate(dated[:12]):
        worker = _worker(row, heads, on)
        if place % 3 == 0:
            progress.report(by=worker, on=on, row=row, text=_said(place, _UNDER_WAY))
        if place in (1, 4) and row.due_on and row.due_on.month < 12 + place:
            asked = deadlines.ask_extension(
                by=worker,
                on=on,
                row=row,
                wanted_on=row.due_on + timedelta(days=10),
                reason="Đang chờ góp ý bằng văn bản của các sở, ngành.",
            )
            if place == 4:
                deadlines.grant(by=leader, on=on, extension=asked, note="Đồng ý, không lùi thêm.")
        if place == 2:
            progress.comment(
                by=coordinator,
                on=on,
                row=row,
                text="Đề nghị đơn vị gửi bản dự thảo trước khi trình lãnh đạo Sở.",
                mentions=[worker],
            )
