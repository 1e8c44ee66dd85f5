"""The daily work of the office of the grid: occurrences in every state, and what goes with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.intake.actions.taking_in import keep_files
from cchc.web.organisation.matching import fold_name
from cchc.web.plans.actions import life
from cchc.web.plans.actions.making import Read, make_plan
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.rows import Meant
from cchc.web.work.actions import bulk, calendar, deadlines, planning, progress
from cchc.web.work.actions.measures import Measured, measure
from cchc.web.work.models import DecidedDay, Occurrence
from tests.web.grid.office import Office
from tests.web.plans.drafts import PLAN, State, brought_to, draft, facts_of, imprint, names_in, task
from tests.web.world import TODAY

TECHNOLOGY, QUALITY = "Phòng Quản lý Công nghệ và Đổi mới sáng tạo", "Chi cục TĐC"
_NOVEMBER = "Trước ngày 30/11"
# What each occurrence is called in the tables → the unit that leads it, its deadline.
_OF_DEPARTMENT = {
    **dict.fromkeys(
        ("open", "asking", "granted", "proposed", "done", "bulk", "undone"),
        (TECHNOLOGY, _NOVEMBER),
    ),
    "late": (TECHNOLOGY, "Trước ngày 20/02"),
    "own": ("Văn phòng Sở", _NOVEMBER),
    "quality": (QUALITY, _NOVEMBER),
    "note": ("Văn phòng Sở", "Thường xuyên"),
    "waiting": (TECHNOLOGY, "Khi UBND tỉnh giao"),
    "happened": (TECHNOLOGY, "Khi Bộ Nội vụ giao"),
    "unclear": (TECHNOLOGY, "Theo tiến độ chung"),
    "nobody": ("Bưu điện tỉnh", _NOVEMBER),
}
# Another department's: alone, and one that names a unit of the first as supporting.
_OF_JUSTICE = {
    "justice": ("Sở Tư pháp", _NOVEMBER),
    "justice_late": ("Sở Tư pháp", "Trước ngày 20/02"),
    "shared": ("Sở Tư pháp", _NOVEMBER),
}


def add_work(office: Office) -> None:
    """Two followed plans of the department, one of them over, and one of the justice."""
    world, tam = office.world, office.who("T")
    plan = _plan({**_OF_DEPARTMENT})
    office.versions["followed"] = brought_to(
        world, State.ISSUED, draft(world, plan, title="Kế hoạch đang theo dõi")
    )
    over = _plan({"over": (TECHNOLOGY, _NOVEMBER), "over_asking": (TECHNOLOGY, _NOVEMBER)})
    office.versions["over"] = brought_to(
        world, State.ISSUED, draft(world, over, title="Kế hoạch đã theo dõi xong")
    )
    office.versions["of_justice"] = _of_justice(office)
    for key, by in (("followed", world.an), ("over", world.an), ("of_justice", tam)):
        version = office.versions[key]
        planning.follow(by=by, on=TODAY, plan=version.plan)
        for row in Occurrence.objects.filter(plan=version.plan).order_by("-due_on", "-pk"):
            office.occurrences[row.task.text.split()[-1]] = row
    _steps(office)
    _many(office)
    _measured(office)
    _decided(office)
    life.close(by=world.an, on=TODAY, version=office.versions["over"])
    fresh = Occurrence.objects.select_related("plan__owner", "task__plan_version", "unit")
    office.occurrences = {key: fresh.get(pk=row.pk) for key, row in office.occurrences.items()}


def _plan(tasks: dict[str, tuple[str, str]]) -> values.Plan:
    """A plan whose tasks end with the word by which the tables call their occurrence."""
    made = [
        task(
            f"Việc thử {key}",
            area=values.ReformArea.LEADERSHIP,
            label=str(place),
            lead=(lead,),
            support=(TECHNOLOGY,) if key == "shared" else (QUALITY,) if lead == TECHNOLOGY else (),
            deadline=words,
        )
        for place, (key, (lead, words)) in enumerate(tasks.items(), start=1)
    ]
    return replace(PLAN, tasks=tuple(made))


def _of_justice(office: Office) -> PlanVersion:
    world, tam = office.world, office.who("T")
    names = {**names_in(world), fold_name("Sở Tư pháp"): Meant((world.justice,))}
    facts = facts_of(world.justice, title="Kế hoạch theo dõi của Sở Tư pháp")
    version = make_plan(by=tam, on=TODAY, facts=facts, read=Read(_plan(_OF_JUSTICE), names))
    with acting("tests.justice", by=None) as act:
        act.change(version, state=State.APPROVED)
    life.issue(by=tam, on=TODAY, version=version, imprint=imprint("19"))
    return version


def _row(office: Office, key: str) -> Occurrence:
    rows = Occurrence.objects.select_related("plan__owner", "task__plan_version", "unit")
    return rows.get(pk=office.occurrences[key].pk)


def _by(user: User) -> dict[str, Any]:
    return {"by": user, "on": TODAY}


def _steps(office: Office) -> None:
    """Bring the occurrences where their names say."""
    world = office.world
    an, binh = _by(world.an), _by(world.binh)
    for key, by in (("proposed", binh), ("done", binh), ("own", an)):
        progress.propose(row=_row(office, key), text="Đã làm xong", **by)
    progress.accept(row=_row(office, "done"), **an)
    for key in ("asking", "granted", "over_asking"):
        office.extensions[key] = deadlines.ask_extension(
            row=_row(office, key), wanted_on=date(2026, 12, 15), reason="Chờ kinh phí", **binh
        )
    deadlines.grant(extension=office.extensions["granted"], **an)
    paper = SimpleUploadedFile("giao viec.pdf", (b"%PDF-1.4\n%%EOF\n"))
    facts = deadlines.EventFacts("12/QĐ-BNV", date(2026, 2, 25), due_on=date(2026, 6, 30))
    kept = replace(facts, file=keep_files([paper], most=1)[0])
    office.events["happened"] = deadlines.record_event(
        row=_row(office, "happened"), facts=kept, **binh
    )


def _many(office: Office) -> None:
    world = office.world
    for key, by in (("bulk", world.binh), ("undone", world.binh), ("note", world.an)):
        row, said = _row(office, key), bulk.Said("Làm chung một đợt")
        rows = [(row, row.version)]
        act = bulk.act_on_many(rows=rows, verb=bulk.BulkVerb.REPORT, said=said, **_by(by))
        office.bulk_acts[key] = act
    bulk.undo(bulk=office.bulk_acts["undone"], **_by(world.binh))


def _measured(office: Office) -> None:
    """How far the first target of the followed plan is."""
    target = office.versions["followed"].targets.order_by("place")[0]
    measured = Measured(Decimal("96.4"), TODAY, "Báo cáo 4/BC")
    made = measure(target=target, measured=measured, **_by(office.world.an))
    office.measures["followed"] = made


def _decided(office: Office) -> None:
    """A day that the office decided; no work is due on it."""
    office.days["own"] = calendar.decide_day(
        day=date(2026, 8, 3),
        type=DecidedDay.Type.REST,
        name="Ngày truyền thống",
        legal_basis="1/TB-UBND",
        **_by(office.world.quynh),
    )
