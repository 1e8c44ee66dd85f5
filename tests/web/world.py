"""The fixed cast in the fictional «Tỉnh Mẫu», whose first letters tell the roles.

An coordinates the reform at the department, Bình heads the unit that leads, Châu works in the one
that supports, Dũng belongs to another department and sees nothing, Giang directs and approves,
Hạnh appraises at the province's Department of Home Affairs, Quỳnh administers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.models import Position, Role, Unit, UnitKind

TODAY = date(2026, 3, 2)
BEGAN = date(2025, 7, 1)


@dataclass
class World:
    """Everyone and every unit, by name."""

    province: Unit
    home_affairs: Unit
    justice: Unit
    department: Unit
    office: Unit
    technology: Unit
    quality: Unit
    an: User
    binh: User
    chau: User
    dung: User
    giang: User
    hanh: User
    quynh: User

    @cached_property
    def cast(self) -> dict[str, User]:
        return {
            "An": self.an,
            "Bình": self.binh,
            "Châu": self.chau,
            "Dũng": self.dung,
            "Giang": self.giang,
            "Hạnh": self.hanh,
            "Quỳnh": self.quynh,
        }


def make_world() -> World:
    """Make the cast and their units."""
    with acting("tests.world", by=None) as act:
        province = _unit(act, None, UnitKind.PROVINCE, "Tỉnh Mẫu", "UBND tỉnh")
        home_affairs = _unit(act, province, UnitKind.DEPARTMENT, "Sở Nội vụ", "SNV")
        justice = _unit(act, province, UnitKind.DEPARTMENT, "Sở Tư pháp", "STP")
        department = _unit(act, province, UnitKind.DEPARTMENT, "Sở Khoa học và Công nghệ", "SKHCN")
        office = _unit(act, department, UnitKind.DIVISION, "Văn phòng Sở", "VP")
        technology = _unit(
            act, department, UnitKind.DIVISION, "Phòng Quản lý Công nghệ và Đổi mới sáng tạo", ""
        )
        quality = _unit(
            act,
            department,
            UnitKind.SUB_DEPARTMENT,
            "Chi cục Tiêu chuẩn Đo lường Chất lượng",
            "Chi cục TĐC",
        )
        return World(
            province=province,
            home_affairs=home_affairs,
            justice=justice,
            department=department,
            office=office,
            technology=technology,
            quality=quality,
            an=_person(act, "an", "Nguyễn Thị An", department, Role.COORDINATOR),
            binh=_person(act, "binh", "Trần Văn Bình", technology, Role.UNIT_HEAD),
            chau=_person(act, "chau", "Lê Minh Châu", quality, Role.STAFF),
            dung=_person(act, "dung", "Phạm Anh Dũng", justice, Role.STAFF),
            giang=_person(act, "giang", "Võ Hương Giang", department, Role.LEADER),
            hanh=_person(act, "hanh", "Đỗ Hồng Hạnh", province, Role.APPRAISER),
            quynh=_person(act, "quynh", "Bùi Như Quỳnh", province, Role.ADMINISTRATOR),
        )


def _unit(act: Act, parent: Unit | None, kind: UnitKind, name: str, short: str) -> Unit:
    unit = act.create(Unit(parent=parent, kind=kind, name=name, short_name=short))
    path = f"{parent.path if parent else '/'}{unit.pk}/"
    return act.change(unit, path=path)


def _person(act: Act, username: str, name: str, unit: Unit, role: Role) -> User:
    user = User(username=username, full_name=name)
    user.set_password("mat-khau-cua-tinh-mau")
    act.create(user)
    act.create(Position(user=user, unit=unit, role=role, valid_from=BEGAN))
    return user
