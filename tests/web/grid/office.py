"""The office that the grid walks through: readings and plans in every state, units of all kinds."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.audit.models import Entry
from cchc.web.evidence.models import Evidence, EvidenceLink
from cchc.web.intake.actions.taking_in import archive, keep_files, take_in
from cchc.web.intake.actions.values import set_value
from cchc.web.intake.item_values import parts_of
from cchc.web.intake.models import Item, NameDecision, Part, Reading, ReadingFile, SourceFile
from cchc.web.organisation.actions.names import add_alias, set_collective
from cchc.web.organisation.actions.succession import Decided, rename_unit
from cchc.web.organisation.actions.units import UnitFacts
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import (
    CollectiveName,
    HandOver,
    Reorganisation,
    Unit,
    UnitAlias,
    UnitKind,
)
from cchc.web.plans.actions import life
from cchc.web.plans.actions.assigning import assign, hand_over
from cchc.web.plans.actions.confirming import confirm_reading
from cchc.web.plans.actions.making import Read, make_plan
from cchc.web.plans.models import Assignment, LegalDocument, PlanVersion
from cchc.web.work.models import (
    BulkAct,
    ChasingLetter,
    DecidedDay,
    Event,
    Extension,
    FeedKey,
    Message,
    Occurrence,
    TargetMeasure,
    WebhookTarget,
)
from tests.web.grid.people import People, make_people
from tests.web.plans.drafts import PLAN, State, brought_to, draft, facts_of, imprint, names_in
from tests.web.world import TODAY, World, make_world

SAMPLES = Path(__file__).resolve().parents[3] / "samples"


@dataclass
class Office:
    """Everything that a row of the grid may be about, by the name that the row gives it."""

    world: World
    people: People
    units: dict[str, Unit] = field(default_factory=dict)
    versions: dict[str, PlanVersion] = field(default_factory=dict)
    readings: dict[str, Reading] = field(default_factory=dict)
    aliases: dict[str, UnitAlias] = field(default_factory=dict)
    collectives: dict[str, CollectiveName] = field(default_factory=dict)
    minutes: dict[str, Reorganisation] = field(default_factory=dict)
    hand_overs: dict[str, HandOver] = field(default_factory=dict)
    assignments: dict[str, Assignment] = field(default_factory=dict)
    documents: dict[str, LegalDocument] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    occurrences: dict[str, Occurrence] = field(default_factory=dict)
    extensions: dict[str, Extension] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    bulk_acts: dict[str, BulkAct] = field(default_factory=dict)
    measures: dict[str, TargetMeasure] = field(default_factory=dict)
    days: dict[str, DecidedDay] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    webhooks: dict[str, WebhookTarget] = field(default_factory=dict)
    feeds: dict[str, FeedKey] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    letters: dict[str, ChasingLetter] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    links: dict[str, EvidenceLink] = field(default_factory=dict)

    def who(self, letter: str) -> User:
        return self.people.by_letter[letter]

    def item(self, key: str) -> Item:
        """The first task on the desk of a reading."""
        return self.readings[key].items.filter(part=Part.TASK).order_by("place", "pk")[0]


def make_office() -> Office:
    """Make it all by the acts of the right people."""
    world = make_world()
    office = Office(world, make_people(world))
    _units(office)
    _readings(office)
    _plans(office)
    _work(office)
    _record(office)
    return office


def _units(office: Office) -> None:
    world = office.world
    with acting("tests.unit", by=None) as act:
        old = act.create(
            Unit(parent=world.department, kind=UnitKind.DIVISION, name="Phòng Kế hoạch cũ")
        )
        old = act.change(old, path=f"{world.department.path}{old.pk}/")
    office.minutes["renamed"] = rename_unit(
        by=world.quynh,
        unit=old,
        facts=UnitFacts(kind=UnitKind.DIVISION, name="Phòng Kế hoạch mới"),
        decided=Decided(on=TODAY),
    )
    old.refresh_from_db()
    new = Unit.objects.get(name="Phòng Kế hoạch mới")
    with acting("tests.unit", by=None) as act:
        empty = act.create(
            Unit(parent=world.department, kind=UnitKind.DIVISION, name="Phòng Nhập nhầm")
        )
        act.change(empty, path=f"{world.department.path}{empty.pk}/")
        gone = act.create(
            Unit(parent=world.department, kind=UnitKind.DIVISION, name="Phòng Đã cất đi")
        )
        act.change(gone, path=f"{world.department.path}{gone.pk}/", archived_at=timezone.now())
    names = ("province", "justice", "department", "office", "technology", "quality")
    office.units = {name: getattr(world, name) for name in names} | {
        "ended": old,
        "new": new,
        "empty": empty,
        "archived": gone,
    }
    add_alias(by=world.an, office=world.department, unit=world.office, text="VP của Sở")
    set_collective(
        by=world.an, office=world.department, text="Các phòng", units=[world.office], name=None
    )
    office.aliases["department"] = UnitAlias.objects.get(text="VP của Sở")
    office.collectives["department"] = CollectiveName.objects.get(text="Các phòng")


def _readings(office: Office) -> None:
    """A reading in each state; that of the other department lies ready on its desk."""
    world, states = office.world, Reading.State
    keys = [*(str(state) for state in states), "archived", "edited"]
    made = {key: _taken_in(world.an, world.department, key) for key in keys}
    made["justice"] = _taken_in(office.who("T"), world.justice, "justice")
    for key, reading in made.items():
        if key in ("waiting", "reading", "failed", "cancelled"):
            with acting("tests.state", by=None) as act:
                act.change(reading, state=key, beat_at=timezone.now())
            continue
        _laid_on_the_desk(reading)
    archive(by=world.an, reading=made["archived"], reason="Tải nhầm")
    office.readings = made
    item = office.item("edited")
    told = {"name": "task", "value": "Câu chữ mới"}
    set_value(by=world.an, item=item, name="task", posted=told, seen=item.version, mark="")
    confirm_reading(
        by=world.an,
        on=TODAY,
        reading=made["confirmed"],
        facts=facts_of(world.department, title="Kế hoạch đã đọc"),
    )
    for reading in made.values():
        reading.refresh_from_db()
    office.versions["read"] = made["confirmed"].plan_version


def _taken_in(by: User, unit: Unit, key: str) -> Reading:
    paper = SAMPLES / "xa_binh_minh_2026.pdf"
    upload = SimpleUploadedFile(f"giay {key}.pdf", paper.read_bytes())
    return take_in(by=by, office=unit, kept=keep_files([upload], most=1))


def _laid_on_the_desk(reading: Reading) -> None:
    """As the worker leaves it: the plan of the tests, one name to be decided."""
    with acting("tests.desk", by=None) as act:
        act.change(reading, state=Reading.State.READY, year=2026)
        rows = [
            Item(reading=reading, part=one.part, place=one.place, values=one.values)
            for one in parts_of(PLAN)
        ]
        act.create_all(rows)
        act.create(
            NameDecision(
                reading=reading,
                text="Bưu điện tỉnh",
                folded=fold_name("Bưu điện tỉnh"),
                kind=NameDecision.Kind.OUTSIDE,
                source=NameDecision.Source.PERSON,
                by=reading.started_by,
                at=timezone.now(),
            )
        )
        for file in reading.files.all():
            act.change(file, page_sizes=[[595, 842]], pages=1)


def _plans(office: Office) -> None:
    """A plan of the department in each state, one of the justice, one below and one amended."""
    world = office.world
    for state in State.values:
        made = draft(world, title=f"Kế hoạch {state}")
        office.versions[state] = brought_to(world, state, made)
    office.versions["newer"] = office.versions["superseded"].plan.versions.get(state=State.ISSUED)
    discarded = draft(world, title="Kế hoạch lập nhầm")
    life.discard(by=world.an, on=TODAY, version=discarded, reason="Lập nhầm")
    office.versions["discarded"] = discarded
    amended = brought_to(world, State.ISSUED, draft(world, title="Kế hoạch đang sửa"))
    office.versions["amended"] = amended
    office.versions["amendment"] = life.amend(
        by=world.an, on=TODAY, version=amended, reason="Đổi hạn"
    )
    parent = office.versions["issued"].plan
    office.versions["below"] = draft(world, title="Kế hoạch cấp dưới", parent=parent)
    _of_justice(office)
    _with_paper(office.versions["issued"])


def _of_justice(office: Office) -> None:
    """Another department's own issued plan, approved by nobody of the cast."""
    tam = office.who("T")
    read = Read(PLAN, names_in(office.world))
    facts = facts_of(office.world.justice, title="Kế hoạch của Sở Tư pháp")
    version = make_plan(by=tam, on=TODAY, facts=facts, read=read)
    with acting("tests.justice", by=None) as act:
        act.change(version, state=State.APPROVED)
        for task in version.tasks.all():
            for row in task.units.all():
                act.remove(row)
    life.issue(by=tam, on=TODAY, version=version, imprint=imprint("9"))
    office.versions["justice"] = version


def _with_paper(version: PlanVersion) -> None:
    """The signed paper of an issued plan: the bytes of an upload, in a row of its own."""
    paper = SourceFile.objects.filter(office=version.plan.owner)[0]
    paper.pk, paper.name = None, "ban ky.pdf"
    with acting("tests.paper", by=None) as act:
        act.change(version, issued_file=act.create(paper))


def _work(office: Office) -> None:
    """Bình sees to a task and has handed another over to Xuân."""
    world, xuan = office.world, office.people.xuan
    version = office.versions["issued"]
    task = version.tasks.get(units__unit=world.technology, units__part="lead")
    first, second = ({"by": world.binh, "on": TODAY, "unit": world.technology} for _ in range(2))
    assign(task=task, user=world.binh, **first)
    office.hand_overs["technology"] = hand_over(giver=world.binh, taker=xuan, **second)
    office.assignments["xuan"] = Assignment.objects.get(ended_on=None)
    office.assignments["ended"] = Assignment.objects.get(user=world.binh)
    office.documents["cited"] = LegalDocument.objects.get(number="76/NQ-CP")
    with acting("tests.document", by=None) as act:
        free = act.create(LegalDocument(number="1/QĐ-BNV", doc_type="Quyết định"))
        gone = act.create(
            LegalDocument(number="2/QĐ-BNV", doc_type="Quyết định", archived_at=timezone.now())
        )
        paper = SourceFile.objects.order_by("pk")[0]
        paper.pk, paper.name = None, "quyet-dinh.pdf"
        act.create(paper)
        attached = act.create(LegalDocument(number="3/QĐ-BNV", doc_type="Quyết định", file=paper))
    office.documents |= {"free": free, "archived": gone, "attached": attached}


def _record(office: Office) -> None:
    """One act of each part of the office to read of."""
    world = office.world
    verbs = {
        "desk": ("intake.upload", world.department),
        "plan": ("plans.issue", world.department),
        "unit": ("units.rename", world.department),
        "justice": ("plans.issue", world.justice),
        "document": ("plans.save_document", None),
    }
    with acting("plans.save_document", by=world.an) as act:
        act.touch(office.documents["free"])
    with acting("accounts.change_password", by=world.chau) as act:
        act.touch(world.chau)
    for key, (verb, unit) in verbs.items():
        found = Entry.objects.filter(verb=verb)
        office.entries[key] = (found.filter(place__startswith=unit.path) if unit else found)[0]
    office.entries["account"] = Entry.objects.get(verb="accounts.change_password")


def file_of(reading: Reading) -> ReadingFile:
    return reading.files.all()[0]
