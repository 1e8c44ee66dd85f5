"""A read workbook held against what the office has: what would be added and changed, or why not.

In: rows as typed, and who would enter them. Out: a plan that names every row to be written, with
faults by cell, and a fingerprint, so that what is carried out is what was shown. Writes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from cchc.web.accounts.models import User
from cchc.web.organisation import policy
from cchc.web.organisation import register_layout as layout
from cchc.web.organisation.choosing import unit_labels
from cchc.web.organisation.models import Position, Role, Unit
from cchc.web.organisation.register_layout import Sheet
from cchc.web.organisation.register_plan import (
    Place,
    PlannedPerson,
    PlannedPosition,
    RegisterPlan,
    Values,
)
from cchc.web.organisation.register_reading import PersonRow, Register, UnitRow
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.vietnamese import searchable


def plan_register(register: Register, *, by: User, on: date) -> RegisterPlan:
    """Hold a workbook against the office. Few queries, whatever the number of rows."""
    plan = RegisterPlan(register)
    places = _Places(plan, by, on)
    places.read()
    _People(plan, places, by, on).read()
    sheets = [sheet.value for sheet in Sheet]
    register.faults.sort(
        key=lambda one: (
            sheets.index(one.sheet) if one.sheet in sheets else -1,
            one.row or 0,
            one.cell,
        )
    )
    return plan


class _Places:
    """Finds and compares the units of the file."""

    def __init__(self, plan: RegisterPlan, by: User, on: date) -> None:
        self.plan, self.by, self.on = plan, by, on
        visible = policy.visible_units(by, on)
        going_on = visible.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
        self.units = list(going_on.select_related("parent").order_by("path"))
        self.by_pk = {unit.pk: Place(unit) for unit in self.units}
        for unit in self.units:
            if unit.parent_id in self.by_pk:
                self.by_pk[unit.pk].parent = self.by_pk[unit.parent_id]
        self.named: dict[str, list[Place]] = defaultdict(list)
        self.coded: dict[str, Place] = {}
        self.short: dict[str, list[Place]] = defaultdict(list)
        for label, unit in unit_labels(self.units).items():
            place = self.by_pk[unit.pk]
            for name in {label, unit.name}:
                self.named[searchable(name)].append(place)
            if unit.short_name:
                self.short[searchable(unit.short_name)].append(place)
            if unit.code:
                self.coded[searchable(unit.code)] = place

    def read(self) -> None:
        rows = self.plan.register.units
        seen = [(row, self._place_of(row)) for row in rows]
        for row, place in seen:
            self._compare(row, place)
        self._refuse_circles([place for _, place in seen])

    def _place_of(self, row: UnitRow) -> Place:
        """The unit that a row is about; a new one is known to all other rows by code and name."""
        code = searchable(row.code)
        found = self.coded.get(code) if code else None
        if found is None and not code:
            found = self._same_name(row)
        if found is not None:
            if found.row is not None:
                heading = layout.CODE if code else layout.NAME
                self._fault(row, heading, f"Trùng với dòng {found.row.row}; mỗi đơn vị một dòng.")
            found.row = row
            return found
        place = Place(row=row)
        self.named[searchable(row.name)].append(place)
        if code:
            self.coded[code] = place
        self.plan.new_units.append(place)
        return place

    def _same_name(self, row: UnitRow) -> Place | None:
        """A unit without a code is known by its name and the unit above it."""
        same = [p for p in self.named.get(searchable(row.name), ()) if p.name == row.name]
        if len(same) < 2 and not row.parent:
            return same[0] if same else None
        above = searchable(row.parent)
        for place in same:
            parent = place.parent
            if parent is None or parent.unit is None:
                continue
            labels = [label for label, found in self.named.items() if parent in found]
            if above in (searchable(parent.unit.code), searchable(parent.unit.name), *labels):
                return place
        # One unit of that name, and the row sets it elsewhere: it moves.
        standing = [place for place in same if place.unit is not None]
        return standing[0] if len(standing) == 1 and len(same) == 1 and not row.code else None

    def find(self, text: str) -> Place | str:
        """The unit that a text means, or the sentence why none."""
        key = searchable(text)
        if key in self.coded:
            return self.coded[key]
        places = self.named.get(key) or self.short.get(key, [])
        found = list({id(place): place for place in places}.values())
        if len(found) == 1:
            return found[0]
        if found:
            return f"Có {len(found)} đơn vị tên «{text}»; hãy ghi mã."
        return f"Không có đơn vị «{text}» trong hệ thống hay trong tệp."

    def _compare(self, row: UnitRow, place: Place) -> None:
        parent = self._parent(row)
        if place.unit is None:
            if parent is None:
                if not row.parent:
                    words = "Đơn vị mới phải ghi đơn vị cấp trên."
                    self._fault(row, layout.PARENT, words)
                return
            place.parent = parent
            if not self.may_manage(parent):
                words = f"Bạn không quản trị «{parent.name}» nên không thêm được đơn vị vào đó."
                self._fault(row, layout.PARENT, words)
            return
        unit = place.unit
        if unit.name != row.name:
            words = (
                f"Mã «{row.code}» đang là «{unit.name}»; nếu đơn vị đổi tên, hãy dùng «Đổi tên» ở "
                "trang đơn vị, nếu viết sai thì dùng «Sửa»."
            )
            self._fault(row, layout.NAME, words)
        values = _changed(
            unit,
            kind=row.kind.value,
            short_name=row.short_name,
            valid_from=row.valid_from,
            place=row.place,
        )
        moves = parent is not None and parent.unit != unit.parent
        if (values or moves) and not self.may_manage(place):
            self._fault(row, layout.NAME, f"Bạn không quản trị «{unit.name}» nên không sửa được.")
        if values:
            self.plan.changed_units.append((place, values))
        if moves and parent is not None:
            if unit.parent_id is None:
                self._fault(row, layout.PARENT, "Đơn vị gốc không chuyển được.")
            place.parent = parent
            self.plan.moved_units.append(place)
        if not values and not moves:
            self.plan.same += 1

    def _parent(self, row: UnitRow) -> Place | None:
        if not row.parent:
            return None
        found = self.find(row.parent)
        if isinstance(found, str):
            # A unit of which one administers only a part may stand below one that is not shown.
            self._fault(row, layout.PARENT, found)
            return None
        return found

    def may_manage(self, place: Place) -> bool:
        """Whether the person administers the unit, or the one it will stand below."""
        seen: set[int] = set()
        here: Place | None = place
        while here is not None and id(here) not in seen:
            seen.add(id(here))
            if here.unit is not None:
                return standing_of(self.by, self.on).has(Role.ADMINISTRATOR, here.unit)
            here = here.parent
        return False

    def _refuse_circles(self, places: list[Place]) -> None:
        for place in places:
            seen, here = {id(place)}, place.parent
            while here is not None and id(here) not in seen:
                seen.add(id(here))
                here = here.parent
            if here is place and place.row is not None:
                words = "Đơn vị này rơi vào dưới chính nó; hãy xem lại cột «Trực thuộc»."
                self._fault(place.row, layout.PARENT, words)
        names: dict[tuple[str, int], Place] = {}
        for place in (*self.plan.new_units, *self.plan.moved_units):
            key = (searchable(place.name), id(place.parent))
            beside = [p for p in self.named.get(key[0], ()) if p.parent is place.parent]
            if place.row and (key in names or any(p is not place for p in beside)):
                words = "Dưới đơn vị cấp trên này đã có đơn vị cùng tên."
                self._fault(place.row, layout.NAME, words)
            names[key] = place

    def _fault(self, row: UnitRow, heading: str, words: str) -> None:
        self.plan.register.note(Sheet.UNITS, row.row, heading, words)


class _People:
    """Finds and compares the people of the file and their positions."""

    def __init__(self, plan: RegisterPlan, places: _Places, by: User, on: date) -> None:
        self.plan, self.places, self.by, self.on = plan, places, by, on
        names = {row.username for row in plan.register.people}
        names |= {row.stands_for for row in plan.register.people if row.stands_for}
        self.users: dict[str, User] = {}
        self.seen: set[int] = set()
        self.held: dict[int, list[Position]] = defaultdict(list)
        self.people: dict[str, PlannedPerson] = {}
        self.given: dict[tuple[str, int, Role], PersonRow] = {}
        # In parts: a statement takes only so many values.
        for part in _parts(sorted(names)):
            for user in User.objects.filter(username__in=part):
                self.users[user.username.lower()] = user
        for pks in _parts(sorted(user.pk for user in self.users.values())):
            visible = policy.visible_people(by, on).filter(pk__in=pks)
            self.seen |= set(visible.values_list("pk", flat=True))
            held = Position.objects.filter(user__in=pks, archived_at=None)
            for position in held.select_related("unit", "stands_for").order_by("valid_from"):
                self.held[position.user_id].append(position)

    def read(self) -> None:
        for row in self.plan.register.people:
            if not row.username:
                continue
            person = self._person(row)
            place = self.places.find(row.unit) if row.unit else ""
            if isinstance(place, str):
                if place:
                    self._fault(row, layout.UNIT, place)
                continue
            if person is not None:
                self._position(row, person, place)

    def _person(self, row: PersonRow) -> PlannedPerson | None:
        known = self.people.get(row.username)
        if known is not None:
            if searchable(known.row.full_name) != searchable(row.full_name):
                words = f"Dòng {known.row.row} ghi tên khác cho «{row.username}»."
                self._fault(row, layout.FULL_NAME, words)
            return known
        user = self.users.get(row.username)
        person = PlannedPerson(row, user)
        self.people[row.username] = person
        self._check_words(row)
        if user is None:
            self.plan.new_people.append(person)
            return person
        if user.pk not in self.seen:
            words = f"Tên đăng nhập «{row.username}» đã có người ở cơ quan khác dùng."
            self._fault(row, layout.USERNAME, words)
            return None
        person.values = _changed(user, full_name=row.full_name, email=row.email, phone=row.phone)
        if person.values:
            paths = [one.unit.path for one in self.held[user.pk] if self._goes_on(one)]
            if not policy.may_manage_person(self.by, paths, on=self.on):
                words = f"Bạn không quản trị {user} nên không sửa được thông tin."
                self._fault(row, layout.FULL_NAME, words)
            self.plan.changed_people.append(person)
        return person

    def _check_words(self, row: PersonRow) -> None:
        if not layout.USERNAME_SHAPE.fullmatch(row.username):
            words = (
                f"Tên đăng nhập «{row.username}» chỉ được gồm chữ thường không dấu, chữ số, dấu "
                "chấm và gạch, từ 2 đến 60 ký tự."
            )
            self._fault(row, layout.USERNAME, words)
        if row.email:
            try:
                validate_email(row.email)
            except ValidationError:
                self._fault(row, layout.EMAIL, f"«{row.email}» không phải thư điện tử.")

    def _position(self, row: PersonRow, person: PlannedPerson, place: Place) -> None:
        key = (row.username, id(place), row.role)
        if key in self.given:
            words = f"Trùng với dòng {self.given[key].row}: cùng người, đơn vị và vai trò."
            self._fault(row, layout.USERNAME, words)
            return
        self.given[key] = row
        existing = self._existing(row, person, place)
        stands_for = self._stood_for(row)
        planned = PlannedPosition(row, place, person, existing)
        start = row.valid_from or (existing.valid_from if existing else self.on)
        if row.valid_to and row.valid_to < start:
            self._fault(row, layout.TO, "Ngày cuối trước ngày bắt đầu.")
        if row.capacity == Position.Capacity.COVER and not (stands_for and row.valid_to):
            words = "Làm thay khi nghỉ phải ghi «Thay cho» và «Đến hết ngày»."
            self._fault(row, layout.CAPACITY, words)
        if existing is not None:
            planned.values = _changed(
                existing,
                title=row.title,
                capacity=row.capacity.value if row.capacity else "",
                valid_from=row.valid_from,
                valid_to=row.valid_to,
            )
            if not planned.values:
                self.plan.same += 1
                return
            self.plan.changed_positions.append(planned)
        else:
            self.plan.new_positions.append(planned)
        if not self.places.may_manage(place):
            words = f"Bạn không quản trị «{place.name}» nên không giao vị trí ở đó được."
            self._fault(row, layout.UNIT, words)

    def _existing(self, row: PersonRow, person: PlannedPerson, place: Place) -> Position | None:
        """The position that a row is about: same unit and role; by its first day, or not over."""
        if person.user is None or place.unit is None:
            return None
        same = [
            one
            for one in self.held[person.user.pk]
            if one.unit_id == place.unit.pk and one.role == row.role
        ]
        exact = [one for one in same if one.valid_from == row.valid_from]
        going = [one for one in same if self._goes_on(one)]
        return next(iter(exact or going), None)

    def _stood_for(self, row: PersonRow) -> str:
        if not row.stands_for:
            return ""
        if row.stands_for == row.username:
            self._fault(row, layout.STANDS_FOR, "Một người không thể làm thay chính mình.")
        elif row.stands_for not in self.users and row.stands_for not in {
            one.username for one in self.plan.register.people
        }:
            words = f"Không có người có tên đăng nhập «{row.stands_for}»."
            self._fault(row, layout.STANDS_FOR, words)
        return row.stands_for

    def _goes_on(self, position: Position) -> bool:
        return position.valid_to is None or position.valid_to >= self.on

    def _fault(self, row: PersonRow, heading: str, words: str) -> None:
        self.plan.register.note(Sheet.PEOPLE, row.row, heading, words)


def _changed(row: Unit | User | Position, **typed: Any) -> Values:
    """What was typed and differs from what is there; an empty cell changes nothing."""
    return {
        name: value
        for name, value in typed.items()
        if value not in ("", None) and getattr(row, name) != value
    }


def _parts(values: list[Any], size: int = 500) -> list[list[Any]]:
    return [values[at : at + size] for at in range(0, len(values), size)]
