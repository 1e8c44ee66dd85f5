"""A province at full size, to measure with: departments, units, people, plans, tasks.

Made with few statements and always the same; not through acts, since no person did it.
"""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from datetime import date

from cchc.deadlines import understand
from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from cchc.web.plans.models import (
    DeadlinePart,
    LegalDocument,
    Plan,
    PlanKind,
    PlanVersion,
    Task,
    TaskUnit,
)
from cchc.web.plans.rows import deadline_rows, task_row
from cchc.web.ui.vietnamese import searchable, sortable

DEPARTMENTS, UNITS, PEOPLE, PLANS, TASKS = 34, 400, 3_000, 170, 8_000
YEAR = 2026
_BEGAN = date(2020, 1, 1)
_FIELDS = ("đất đai", "xây dựng", "đầu tư", "hộ tịch", "môi trường", "y tế", "giáo dục", "việc làm")
_DOES = (
    "Rà soát",
    "Ban hành",
    "Kiểm tra",
    "Công khai",
    "Số hóa",
    "Tập huấn",
    "Báo cáo",
    "Cắt giảm",
)
_WHAT = (
    *("thủ tục hành chính", "kế hoạch tuyên truyền", "hồ sơ một cửa", "vị trí việc làm"),
    *("dịch vụ công trực tuyến", "văn bản quy phạm pháp luật", "tự chủ tài chính"),
)
_WHEN = (
    *("Quý I", "Trước ngày 30/11", "Hàng quý", "Thường xuyên", "Tháng 6", "Trong năm"),
    *("Khi UBND tỉnh giao", "Hàng tháng"),
)
_AREAS = tuple(values.ReformArea)[:8]


@dataclass(frozen=True, slots=True)
class BigOffice:
    """Who looks at it: a clerk of a unit, two coordinators (department, province), a leader."""

    clerk: User
    coordinator: User
    province_coordinator: User
    leader: User  # of the clerk's department
    plan: Plan  # one of 60 tasks, of the clerk's department
    large_plan: Plan  # one of 500 tasks


def make_big_office(seed: int = 1) -> BigOffice:
    """Build everything; some seconds."""
    chance = random.Random(seed)
    province, departments, divisions = _units()
    clerk, coordinator, above, leader = _people(province, departments, divisions, chance)
    plans = _plans(departments, divisions)
    _tasks(plans, departments, divisions, chance)
    LegalDocument.objects.bulk_create(LegalDocument(**_document(number)) for number in range(300))
    return BigOffice(clerk, coordinator, above, leader, plans[0], plans[1])


def _unit(parent: Unit | None, kind: UnitKind, name: str) -> Unit:
    names = {"folded": searchable(name), "sort_key": sortable(name)}
    return Unit(parent=parent, kind=kind, name=name, **names)


def _store(units: list[Unit]) -> list[Unit]:
    made = Unit.objects.bulk_create(units)
    for unit in made:
        unit.path = f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
    Unit.objects.bulk_update(made, ["path"])
    return made


def _units() -> tuple[Unit, list[Unit], list[list[Unit]]]:
    (province,) = _store([_unit(None, UnitKind.PROVINCE, "Tỉnh Mẫu")])
    departments = _store(
        [
            _unit(province, UnitKind.DEPARTMENT, f"Sở {_FIELDS[n % 8].capitalize()} số {n + 1}")
            for n in range(DEPARTMENTS)
        ]
    )
    below = UNITS - DEPARTMENTS - 1
    divisions = _store(
        [
            _unit(departments[n % DEPARTMENTS], UnitKind.DIVISION, f"Phòng Nghiệp vụ {n + 1}")
            for n in range(below)
        ]
    )
    return province, departments, [divisions[n::DEPARTMENTS] for n in range(DEPARTMENTS)]


def _people(
    province: Unit, departments: list[Unit], divisions: list[list[Unit]], chance: random.Random
) -> tuple[User, User, User, User]:
    everywhere = [unit for units in divisions for unit in units]
    people = User.objects.bulk_create(
        User(
            username=f"nguoi{n}",
            full_name=f"Nguyễn Văn {n}",
            password="!",
            folded=f"nguyen van {n} nguoi{n}",
            sort_key=sortable(f"{n} Nguyễn Văn"),
        )
        for n in range(PEOPLE)
    )
    held = [(people[0], divisions[0][0], Role.STAFF), (people[1], departments[0], Role.COORDINATOR)]
    held += [(people[2], province, Role.COORDINATOR), (people[3], departments[0], Role.LEADER)]
    held += [(person, chance.choice(everywhere), Role.STAFF) for person in people[4:]]
    Position.objects.bulk_create(
        Position(user=user, unit=unit, role=role, valid_from=_BEGAN) for user, unit, role in held
    )
    return people[0], people[1], people[2], people[3]


def _plans(departments: list[Unit], divisions: list[list[Unit]]) -> list[Plan]:
    rows = []
    for number in range(PLANS):
        place = number % DEPARTMENTS
        kind = PlanKind.values[(number // DEPARTMENTS) % len(PlanKind.values)]
        title = f"{PlanKind(kind).label} {YEAR} của {departments[place].name}"
        names = {"folded": searchable(title), "sort_key": sortable(title)}
        rows.append(Plan(owner=departments[place], kind=kind, year=YEAR, title=title, **names))
    rows[1].owner = departments[1]
    return Plan.objects.bulk_create(rows)


def _tasks(
    plans: list[Plan], departments: list[Unit], divisions: list[list[Unit]], chance: random.Random
) -> None:
    versions = PlanVersion.objects.bulk_create(
        PlanVersion(
            plan=plan,
            ordinal=1,
            state=PlanVersion.State.ISSUED,
            number=str(n + 1),
            symbol="KH-UBND",
            issued_on=date(YEAR, 1, 5),
        )
        for n, plan in enumerate(plans)
    )
    sizes = [60, 500] + [(TASKS - 560) // (PLANS - 2)] * (PLANS - 2)
    sizes[-1] += TASKS - sum(sizes)
    schedules = {words: understand(words, YEAR) for words in _WHEN}
    rows = []
    for version, size in zip(versions, sizes, strict=True):
        for place in range(size):
            rows.append(_task(version, place, schedules, chance))
    tasks = Task.objects.bulk_create(rows, batch_size=500)
    own = {unit.pk: divisions[n] for n, unit in enumerate(departments)}
    named, parts = [], []
    for task in tasks:
        units = [*own[task.plan_version.plan.owner_id], chance.choice(departments)]
        chosen = chance.sample(units, 3)
        for n, unit in enumerate(chosen):
            part = TaskUnit.Part.LEAD if n == 0 else TaskUnit.Part.SUPPORT
            row = TaskUnit(task=task, part=part, place=max(0, n - 1), words=unit.name, unit=unit)
            named.append(row)
        parts += deadline_rows(task, schedules[task.deadline], YEAR)
    TaskUnit.objects.bulk_create(named, batch_size=2_000)
    DeadlinePart.objects.bulk_create(parts, batch_size=2_000)


def _task(version: PlanVersion, place: int, schedules: dict, chance: random.Random) -> Task:  # type: ignore[type-arg]
    words = chance.choice(_WHEN)
    text = f"{chance.choice(_DOES)} {chance.choice(_WHAT)} lĩnh vực {chance.choice(_FIELDS)}"
    value = values.Task(
        task=f"{text}, đợt {place + 1}, bảo đảm đúng tiến độ theo kế hoạch đã được phê duyệt",
        area=_AREAS[place * 8 // 60 % 8],
        label=str(place + 1),
        outputs=("Báo cáo kết quả",),
        deadline=words,
        schedule=schedules[words],
    )
    row = task_row(version, (place + 1) * 1000, value, YEAR)
    row.key = uuid.UUID(int=chance.getrandbits(128), version=4)
    for name, column in row.derived().items():
        setattr(row, name, column)
    return row


def _document(number: int) -> dict[str, str]:
    row = LegalDocument(number=f"{number + 1}/2021/NĐ-CP", doc_type="Nghị định")
    return {"number": row.number, "doc_type": row.doc_type, **row.derived()}
