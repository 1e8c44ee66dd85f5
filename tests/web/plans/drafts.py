"""Plans for the tests of this room: one small plan with every kind of value, and its lives."""

from __future__ import annotations

from datetime import date

from cchc.deadlines import understand
from cchc.plan import model as values
from cchc.web.organisation.matching import fold_name
from cchc.web.organisation.models import Unit
from cchc.web.plans.actions import life
from cchc.web.plans.actions.making import PlanFacts, Read, make_plan
from cchc.web.plans.models import PlanKind, PlanVersion, SigningCapacity
from cchc.web.plans.rows import Meant, Names
from tests.web.world import TODAY, World

YEAR = 2026
State = PlanVersion.State


def task(text: str, **other: object) -> values.Task:
    """A task of the plan year, its deadline understood."""
    words = other.get("deadline")
    schedule = understand(words, YEAR) if isinstance(words, str) else ()
    return values.Task(task=text, schedule=schedule, **other)  # type: ignore[arg-type]


PLAN = values.Plan(
    header=values.Header(
        parent_authority="UBND tỉnh Mẫu",
        issuer="Sở Khoa học và Công nghệ",
        symbol="KH-SKHCN",
        doc_type="Kế hoạch",
        subject="Cải cách hành chính năm 2026",
        year=YEAR,
        date=values.PartialDate(year=YEAR, month=1),
    ),
    citations=(
        values.Citation("76/NQ-CP", "Nghị quyết", date(2021, 7, 15), "Chính phủ"),
        values.Citation("210/KH-UBND", "Kế hoạch", date(2026, 1, 5), "UBND tỉnh Mẫu"),
    ),
    sections=(values.Section("I", 1, "Mục tiêu"), values.Section("II", 1, "Nhiệm vụ")),
    targets=(
        values.Target(
            "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt trên 98,5%",
            values.TargetKind.RATE,
            values.Comparator.MORE,
            98.5,
            "%",
        ),
        values.Target(
            "Có ít nhất 02 sáng kiến cải cách hành chính",
            values.TargetKind.COUNT,
            values.Comparator.AT_LEAST,
            2,
            "sáng kiến",
        ),
    ),
    tasks=(
        task(
            "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2026",
            area=values.ReformArea.LEADERSHIP,
            label="1",
            outputs=("Kế hoạch",),
            lead=("Văn phòng Sở",),
            support=("Các phòng, đơn vị",),
            deadline="Quý I",
        ),
        task(
            "Đề xuất sáng kiến cải cách hành chính (ít nhất 02)",
            area=values.ReformArea.LEADERSHIP,
            label="2",
            outputs=("Quyết định công nhận",),
            lead=("Phòng Quản lý Công nghệ và Đổi mới sáng tạo",),
            support=("Văn phòng Sở",),
            deadline="Trước ngày 30/11",
        ),
        task(
            "Giải quyết hồ sơ thủ tục hành chính đúng hạn",
            area=values.ReformArea.PROCEDURES,
            group="Giải quyết thủ tục",
            label="1",
            objective="Không có hồ sơ trễ hạn",
            activity="Rà soát hồ sơ hằng tuần",
            outputs=("Báo cáo", "Sổ theo dõi"),
            lead=("Chi cục TĐC",),
            support=("Bưu điện tỉnh",),
            deadline="Hàng quý",
            budget="20 triệu đồng",
        ),
        task(
            "Tham mưu văn bản quy phạm pháp luật",
            area=values.ReformArea.INSTITUTIONS,
            lead=("Văn phòng Sở",),
            deadline="Khi UBND tỉnh giao",
            origin=values.Origin.BODY,
        ),
        task(
            "Cập nhật trang thông tin điện tử của Sở",
            area=values.ReformArea.DIGITAL_GOVERNMENT,
            lead=("Văn phòng Sở",),
            deadline="Thường xuyên",
        ),
    ),
    report_windows=(
        values.ReportWindow(
            "Báo cáo quý I", date(2026, 1, 1), date(2026, 3, 14), date(2026, 3, 16)
        ),
    ),
)


def names_in(world: World) -> Names:
    """Whom the names of the plan mean: a unit, an alias, a set; the post office is outside."""
    return {
        fold_name("Văn phòng Sở"): Meant((world.office,)),
        fold_name("Phòng Quản lý Công nghệ và Đổi mới sáng tạo"): Meant((world.technology,)),
        fold_name("Chi cục TĐC"): Meant((world.quality,)),
        fold_name("Các phòng, đơn vị"): Meant(
            (world.office, world.technology, world.quality), is_collective=True
        ),
    }


def facts_of(owner: Unit, **other: object) -> PlanFacts:
    given: dict[str, object] = {
        "kind": PlanKind.ANNUAL,
        "year": YEAR,
        "title": "Kế hoạch cải cách hành chính năm 2026",
    }
    return PlanFacts(owner=owner, **(given | other))  # type: ignore[arg-type]


def draft(world: World, plan: values.Plan = PLAN, **other: object) -> PlanVersion:
    """A draft of the department, made by An."""
    read = Read(plan, names_in(world))
    return make_plan(by=world.an, on=TODAY, facts=facts_of(world.department, **other), read=read)


def imprint(number: str = "12") -> life.Imprint:
    return life.Imprint(
        number=number,
        symbol="KH-SKHCN",
        issued_on=date(2026, 1, 15),
        signer_name="Võ Hương Giang",
        signer_title="Phó Giám đốc",
        capacity=SigningCapacity.DEPUTY_FOR,
    )


def brought_to(world: World, state: str, version: PlanVersion | None = None) -> PlanVersion:
    """A version in a state, brought there by the right people."""
    version = version or draft(world)
    an, giang = {"by": world.an, "on": TODAY}, {"by": world.giang, "on": TODAY}
    if state == State.DRAFT:
        return version
    life.submit(version=version, **an)
    if state == State.SUBMITTED:
        return version
    if state == State.RETURNED:
        life.return_for_changes(version=version, note="Bổ sung sản phẩm", **giang)
        return version
    life.approve(version=version, **giang)
    if state == State.APPROVED:
        return version
    life.issue(version=version, imprint=imprint(f"{version.pk}"), **an)
    if state == State.CLOSED:
        life.close(version=version, **an)
    if state == State.SUPERSEDED:
        newer = life.amend(version=version, reason="Điều chỉnh thời hạn", **an)
        brought_to(world, State.ISSUED, newer)
        version.refresh_from_db()
    return version
