"""What passes from a unit that ends to those that take over, and the minute of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from cchc.web.audit.acting import Act
from cchc.web.organisation.actions.structure import put_below
from cchc.web.organisation.models import CollectiveName, Position, Role, Unit, UnitAlias
from cchc.web.organisation.queries import day_before, positions_from


@dataclass(slots=True)
class Minute:
    """What went where, in words that stay as they are whatever becomes of the rows."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    children: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def kept(self) -> dict[str, list[str]]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Shares:
    """Which new unit (its place in the list) gets which child and which position in a split.

    What is not named goes to the first unit, which also takes over papers and names.
    """

    children: Mapping[int, int] = field(default_factory=dict)
    positions: Mapping[int, int] = field(default_factory=dict)


def take_over(
    act: Act, old: Unit, after: Sequence[Unit], on: date, minute: Minute, shares: Shares
) -> None:
    """Pass on all that hangs on a unit that ends the day before `on`.

    1. units below it; 2. positions that last to the day or beyond; 3. aliases and collective
    names; 4. the unit itself, under the first of those that take over, where its papers are found.
    """
    _pass_children(act, old, after, on, minute, shares.children)
    _pass_positions(act, old, after, on, minute, shares.positions)
    _pass_names(act, old, after[0], minute)
    old.refresh_from_db()
    if old.valid_to is None:
        act.change(old, valid_to=day_before(on))
    put_below(act, old, after[0], on=on)


def _pass_children(
    act: Act,
    old: Unit,
    after: Sequence[Unit],
    on: date,
    minute: Minute,
    shares: Mapping[int, int],
) -> None:
    taking = {unit.pk for unit in after}
    # What was entered by mistake and put away stays where it was.
    children = old.children.filter(archived_at=None).select_related("parent")
    children = children.exclude(pk__in=taking)
    for child in children.order_by("place", "sort_key", "pk"):
        to = after[shares.get(child.pk, 0)]
        put_below(act, child, to, on=on)
        if child.valid_to is None or child.valid_to >= on:
            minute.children.append(f"{child.name}: từ {old.name} về {to.name}")


def _pass_positions(
    act: Act,
    old: Unit,
    after: Sequence[Unit],
    on: date,
    minute: Minute,
    shares: Mapping[int, int],
) -> None:
    for position in positions_from(old, on):
        to = after[shares.get(position.pk, 0)]
        if _is_held(position, to, on):
            minute.positions.append(f"{_in_words(position)}: đã giữ ở {to.name}")
            _end(act, position, on)
            continue
        minute.positions.append(f"{_in_words(position)}: từ {old.name} về {to.name}")
        if old.parent_id is None and position.role == Role.ADMINISTRATOR:
            # Where a whole tree is split, each part keeps its administrators.
            for other in after:
                if other.pk != to.pk:
                    _give(act, position, other, max(on, position.valid_from))
        if position.valid_from >= on:
            act.change(position, unit=to)
            continue
        _give(act, position, to, on)
        _end(act, position, on)


def _give(act: Act, position: Position, unit: Unit, start: date) -> None:
    act.create(
        Position(
            user=position.user,
            unit=unit,
            role=position.role,
            title=position.title,
            capacity=position.capacity,
            stands_for=position.stands_for,
            valid_from=start,
            valid_to=position.valid_to,
        )
    )


def end_positions(act: Act, unit: Unit, on: date, minute: Minute) -> None:
    """End all positions of a unit the day before `on`, those that had not begun put away."""
    for position in positions_from(unit, on):
        minute.positions.append(f"{_in_words(position)}: kết thúc")
        _end(act, position, on)


def _end(act: Act, position: Position, on: date) -> None:
    if position.valid_from >= on:
        act.archive(position, reason="Đơn vị kết thúc trước khi vị trí bắt đầu")
    else:
        act.change(position, valid_to=day_before(on))


def _is_held(position: Position, unit: Unit, on: date) -> bool:
    """Whether the person already has the same role, for as long, in the unit that takes over."""
    same = positions_from(unit, on).filter(
        user=position.user,
        role=position.role,
        capacity=position.capacity,
        stands_for=position.stands_for,
        valid_from__lte=max(on, position.valid_from),
    )
    ends = [one.valid_to for one in same]
    return any(
        end is None or (position.valid_to is not None and end >= position.valid_to) for end in ends
    )


def _in_words(position: Position) -> str:
    words = f"{position.user}, {position.title or position.get_role_display()}"
    if position.capacity != Position.Capacity.HOLDER:
        words += f" ({position.get_capacity_display()})"
    return words


def _pass_names(act: Act, old: Unit, new: Unit, minute: Minute) -> None:
    """Names of the unit, and names that plans of the unit as an office use.

    Where the office that takes over already uses a name, its own meaning stays.
    """
    for alias in UnitAlias.objects.filter(unit=old).select_related("office"):
        minute.names.append(f"«{alias.text}»: từ {old.name} về {new.name}")
        act.change(alias, unit=new)
    known = set(UnitAlias.objects.filter(office=new).values_list("folded", flat=True))
    for alias in UnitAlias.objects.filter(office=old).exclude(folded__in=known):
        act.change(alias, office=new)
    collective = set(CollectiveName.objects.filter(office=new).values_list("folded", flat=True))
    own = CollectiveName.objects.filter(office=old, archived_at=None)
    for name in own.exclude(folded__in=collective):
        minute.names.append(f"«{name.text}»: tên gọi chung của {new.name}")
        act.change(name, office=new)
    for name in CollectiveName.objects.filter(units=old, archived_at=None):
        others = [unit for unit in name.units.all() if unit.pk != old.pk]
        act.link(name, "units", [*others, new])
