"""The tree's own arithmetic within an act: placing a unit and its subtree, one writer at a time."""

from __future__ import annotations

from datetime import date

from cchc.web.audit.acting import Act
from cchc.web.organisation.models import FormerParent, Unit
from cchc.web.organisation.queries import day_before
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.refusals import refuse


def hold_the_trees() -> None:
    """Let no other act change the trees until this one is over: it locks their roots."""
    list(Unit.objects.select_for_update().filter(parent=None).order_by("pk").values_list("pk"))


def add_below(act: Act, unit: Unit) -> Unit:
    """Store a new unit below its `parent` (or as a root)."""
    act.create(unit)
    return act.change(unit, path=f"{unit.parent.path if unit.parent else '/'}{unit.pk}/")


def put_below(
    act: Act, unit: Unit, parent: Unit | None, *, on: date, expected: int | None = None
) -> None:
    """Set a unit and all below it under another from a day on; where it stood stays known.

    Rewrites `path` of the whole subtree, also of units that were put away. Raises `RuleViolation`
    where the unit would come to stand below itself.
    """
    if parent is not None and parent.is_within(unit):
        refuse(Why.WOULD_CIRCLE, name=unit.name)
    old_path, until = unit.path, day_before(on)
    last = FormerParent.objects.filter(unit=unit, until__gte=until).order_by("until").last()
    if last is None and (unit.valid_from is None or unit.valid_from <= until):
        act.create(FormerParent(unit=unit, parent=unit.parent, until=until))
    path = f"{parent.path if parent else '/'}{unit.pk}/"
    act.change(unit, parent=parent, path=path, expected=expected)
    below = Unit.objects.filter(path__startswith=old_path).exclude(pk=unit.pk)
    for one in below:
        act.change(one, even_archived=True, path=path + one.path.removeprefix(old_path))


def require_free_code(code: str, *, but: Unit | None = None) -> None:
    """Refuse a code that a unit which goes on already has."""
    if not code:
        return
    taken = Unit.objects.filter(code=code, archived_at=None, valid_to=None)
    other = taken.exclude(pk=but.pk if but else 0).first()
    if other is not None:
        refuse(Why.CODE_TAKEN, code=code, name=other.name)


def require_free_name(name: str, parent: Unit | None, *, on: date, but: Unit | None = None) -> None:
    """Refuse a second unit of one name under the same unit at the same time."""
    same = Unit.objects.filter(parent=parent, name=name, archived_at=None)
    for other in same.exclude(pk=but.pk if but else 0):
        if other.valid_to is None or other.valid_to >= on:
            refuse(Why.NAME_TAKEN, parent=parent.name if parent else "gốc", name=name)
