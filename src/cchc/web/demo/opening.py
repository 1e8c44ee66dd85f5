"""Opens the demo office: units and people, a plan issued this year and its work, a draft.

Everything goes the way that people's work goes: files are taken in and read, names are decided,
the plan is confirmed, submitted, approved and issued by those who may. All of it is one
transaction: what stops it halfway leaves an empty office, which the next start opens again.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.demo.people import DEPARTMENT, PEOPLE, UNITS, DemoPerson
from cchc.web.demo.proving import prove_work
from cchc.web.demo.working import work_through
from cchc.web.intake import jobs
from cchc.web.intake.actions.naming import decide_name
from cchc.web.intake.actions.taking_in import keep_files, take_in
from cchc.web.intake.models import NameDecision, Reading
from cchc.web.intake.queries import open_questions
from cchc.web.intake.questions import Kind
from cchc.web.organisation.actions.structure import add_below
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.plans.actions import life
from cchc.web.plans.actions.confirming import confirm_reading
from cchc.web.plans.actions.making import PlanFacts
from cchc.web.plans.models import PlanKind, PlanVersion, SigningCapacity
from cchc.web.ui.clock import now, today

ISSUED = "skhcn_2026.docx"
# One is ready to be confirmed, the other names units that the register does not hold.
ON_THE_DESK = ("skhcn_2026_chi_so.txt", "chi_cuc_tdc_2026_phu_luc.xlsx")
_SHOWN = (
    "an",
    "binh",
    "chau",
    "dung",
    "giang",
    "hanh",
    "kiem",
    "quynh",
    "thao",
)  # one for each role


def needs_opening() -> bool:
    """Whether nobody is in the office yet."""
    return not User.objects.exists()


def open_demo(samples: Path) -> None:
    """Fill an empty office from the sample plans in a folder."""
    password = _kept_password()
    with transaction.atomic():
        units = _make_units_and_people(password)
        department = units[DEPARTMENT]
        an = User.objects.get(username="an")
        giang = User.objects.get(username="giang")
        version = _confirm(_read(an, department, samples / ISSUED), an, units)
        _issue(version, an, giang)
        work_through(version, coordinator=an, leader=giang, on=today())
        prove_work(version, coordinator=an, on=today())
        for name in ON_THE_DESK:
            _read(an, department, samples / name)


def log_ins() -> list[tuple[str, str, str]]:
    """(sign-in name, password, who it is) of one person for each role."""
    path = _password_file()
    if not path.exists():
        return []
    password = path.read_text(encoding="utf-8").strip()
    shown = [person for person in PEOPLE if person.username in _SHOWN]
    return [(one.username, password, _told(one)) for one in shown]


def _told(person: DemoPerson) -> str:
    return f"{person.full_name}, {Role(person.role).label} ({person.title})"


def _password_file() -> Path:
    return Path(settings.DATA) / "demo_password"


def _kept_password() -> str:
    """One password for the whole demo, made at random and kept beside its data."""
    path = _password_file()
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(f"mau-{secrets.token_hex(4)}")
    return path.read_text(encoding="utf-8").strip()


def _make_units_and_people(password: str) -> dict[str, Unit]:
    since = date(today().year, 1, 1)
    with acting("demo.open", by=None) as act:
        units: dict[str, Unit] = {}
        for row in UNITS:
            unit = Unit(kind=row.kind, name=row.name, short_name=row.short_name)
            unit.parent = units[row.parent] if row.parent else None
            units[row.key] = add_below(act, unit)
        people = {one.username: _person(act, one, password) for one in PEOPLE}
        for one in PEOPLE:
            is_cover = one.capacity is Position.Capacity.COVER
            act.create(
                Position(
                    user=people[one.username],
                    unit=units[one.unit],
                    role=one.role,
                    title=one.title,
                    capacity=one.capacity,
                    stands_for=people.get(one.stands_for),
                    valid_from=today() if is_cover else since,
                    valid_to=today() + timedelta(days=14) if is_cover else None,
                )
            )
    return units


def _person(act: Act, row: DemoPerson, password: str) -> User:
    user = User(username=row.username, full_name=row.full_name, password_changed_at=now())
    user.set_password(password)
    return act.create(user)


def _read(by: User, office: Unit, path: Path) -> Reading:
    """Take a sample in and read it here, as the worker would."""
    upload = SimpleUploadedFile(path.name, path.read_bytes())
    reading = take_in(by=by, office=office, kept=keep_files([upload], most=1))
    jobs.read.call(reading.pk)
    reading.refresh_from_db()
    return reading


def _confirm(reading: Reading, by: User, units: dict[str, Unit]) -> PlanVersion:
    """Decide the names that are left, as An would, and make the plan."""
    inside = _inside(units.values())
    open_names = {one.name for one in open_questions(reading) if one.kind is Kind.NAME}
    for name in sorted(open_names):
        decide_name(
            by=by,
            reading=reading,
            folded=fold_name(name),
            kind=NameDecision.Kind.SET,
            unit_ids=[unit.pk for unit in inside],
        )
    reading.refresh_from_db()
    facts = PlanFacts(
        owner=reading.office,
        kind=PlanKind.ANNUAL,
        year=reading.year or today().year,
        title=f"Kế hoạch cải cách hành chính năm {reading.year or today().year}",
    )
    return confirm_reading(by=by, on=today(), reading=reading, facts=facts)


def _inside(units: Iterable[Unit]) -> list[Unit]:
    """The divisions and units under the department: whom «Các phòng, đơn vị» means."""
    kinds = (UnitKind.DIVISION, UnitKind.SUB_DEPARTMENT, UnitKind.PUBLIC_SERVICE)
    return [
        unit
        for unit in units
        if unit.kind in kinds and unit.parent and unit.parent.kind == UnitKind.DEPARTMENT
    ]


def _issue(version: PlanVersion, by: User, leader: User) -> None:
    """Submitted by the coordinator, approved by the leader, numbered as the paper says."""
    life.submit(by=by, on=today(), version=version)
    life.approve(by=leader, on=today(), version=version)
    date_of = version.header["date"]
    issued_on = date(date_of["year"], date_of["month"] or 1, date_of["day"] or 15)
    imprint = life.Imprint(
        number=version.number or "12",
        symbol=version.symbol,
        issued_on=issued_on,
        signer_name=version.signer_name,
        signer_title=version.signer_title,
        capacity=SigningCapacity.OWN,
    )
    life.issue(by=by, on=today(), version=version, imprint=imprint)


__all__ = ["log_ins", "needs_opening", "open_demo"]
