"""A year of a followed plan with everything that moves or turns work, day by day.

`kept` holds what each piece of work was on every day on which something happened, written down
when it was so: what the pages must find again afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from cchc.web.plans.actions import life
from cchc.web.plans.actions.drafting import edit_task
from cchc.web.plans.rows import task_value
from cchc.web.work.actions import deadlines, planning, progress
from cchc.web.work.models import Extension, Occurrence
from tests.web.plans.drafts import State as VersionState
from tests.web.plans.drafts import brought_to
from tests.web.work.following import followed, owed
from tests.web.world import World

State = Occurrence.State
Facts = dict[int, tuple[str, date | None, date | None]]


def facts_now() -> Facts:
    """How everything stands at this moment: state, due day, day done."""
    return {
        row.pk: (row.state, row.due_on, row.done_on if row.state in Occurrence.OVER else None)
        for row in Occurrence.objects.exclude(state=State.WITHDRAWN)
    }


@dataclass
class Year:
    """The plan's year as it went on."""

    world: World
    settings: object
    kept: dict[date, Facts] = field(default_factory=dict)

    def on(self, day: date, *acts: Callable[[date], object]) -> None:
        """Let things happen on a day, and write down how it stood at its end."""
        self.settings.TODAY = day  # type: ignore[attr-defined]
        for act in acts:
            act(day)
        self.kept[day] = facts_now()


def _q1() -> Occurrence:
    return owed("Giải quyết", name="Quý I")


def gone_through(world: World, settings: object) -> Year:
    """March to December: proposals, returns, answers, more time, an amendment, an event."""
    year = Year(world, settings)
    followed(world)
    an, binh, chau, giang = ({"by": one} for one in (world.an, world.binh, world.chau, world.giang))
    year.on(date(2026, 3, 2))
    year.on(
        date(2026, 3, 16),
        lambda on: progress.report(
            **an, on=on, row=owed("Cập nhật", kind="note"), text="Đã đăng 12 tin"
        ),
    )
    year.on(
        date(2026, 3, 30),
        lambda on: progress.propose(**chau, on=on, row=_q1(), text="Đã giải quyết 120 hồ sơ"),
    )
    year.on(
        date(2026, 4, 2),
        lambda on: progress.return_for_more(**an, on=on, row=_q1(), note="Thiếu sổ theo dõi"),
        lambda on: deadlines.ask_extension(
            **an, on=on, row=owed("Ban hành"), wanted_on=date(2026, 4, 20), reason="Chờ góp ý"
        ),
    )
    year.on(
        date(2026, 4, 6),
        lambda on: progress.propose(**chau, on=on, row=_q1(), text="Bổ sung sổ"),
        lambda on: deadlines.grant(**giang, on=on, extension=Extension.objects.get()),
    )
    year.on(date(2026, 4, 8), lambda on: progress.accept(**an, on=on, row=_q1()))
    year.on(
        date(2026, 4, 21),
        lambda on: deadlines.record_event(
            **an,
            on=on,
            row=owed("Tham mưu", state=State.WAITING),
            facts=deadlines.EventFacts(number="15/UBND", happened_on=on, due_on=date(2026, 5, 10)),
        ),
    )
    year.on(date(2026, 5, 5), lambda on: _amend(world, on, "Đề xuất", "Trước ngày 30/6"))
    year.on(
        date(2026, 5, 12),
        lambda on: progress.reopen(**an, on=on, row=_q1(), reason="Công nhận nhầm"),
    )
    year.on(
        date(2026, 5, 20),
        lambda on: progress.propose(**chau, on=on, row=_q1(), text="Xong thật", done_on=on),
        lambda on: progress.propose(**binh, on=on, row=owed("Đề xuất"), text="Đủ", share_done=2),
        lambda on: progress.take_back(**binh, on=on, row=owed("Đề xuất")),
    )
    year.on(
        date(2026, 6, 15),
        lambda on: progress.accept(**an, on=on, row=_q1()),
        lambda on: progress.propose(**binh, on=on, row=owed("Đề xuất"), text="Đủ", share_done=2),
        lambda on: progress.accept(**an, on=on, row=owed("Đề xuất")),
    )
    year.on(date(2026, 7, 1), lambda on: _amend(world, on, "Giải quyết", "Quý III"))
    year.on(date(2026, 12, 31))
    return year


def _amend(world: World, on: date, task: str, deadline: str) -> None:
    """The next version asks for a task at another time."""
    old = owed_task(task).plan_version
    new = life.amend(by=world.an, on=on, version=old, reason="Điều chỉnh")
    row = new.tasks.get(text__startswith=task)
    edit_task(by=world.an, on=on, task=row, value=replace(task_value(row), deadline=deadline))
    brought_to(world, VersionState.ISSUED, new)
    found = planning.preview(new.plan)
    assert found is not None
    planning.apply(by=world.an, on=on, plan=new.plan, reason="Bản sửa đổi", digest=found.digest)


def owed_task(text: str):  # type: ignore[no-untyped-def]
    rows = Occurrence.objects.filter(task__text__startswith=text).exclude(state=State.WITHDRAWN)
    return rows.order_by("pk")[0].task
