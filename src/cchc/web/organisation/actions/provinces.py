"""The provinces' reorganisation of 1 July 2025, entered in one act after a look at what it does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.organisation.actions.structure import add_below, hold_the_trees
from cchc.web.organisation.actions.succession import Decided, fresh, succeed
from cchc.web.organisation.models import Reorganisation, Succession, Unit, UnitKind
from cchc.web.organisation.policy import may_manage_unit, visible_units
from cchc.web.organisation.province_table import Change, bare, changes
from cchc.web.organisation.queries import day_before
from cchc.web.organisation.reasons import OrganisationReason as Why
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import permit, refuse


@dataclass(slots=True)
class Step:
    """What one province of today would mean in this office's tree.

    `ending`: units that end; `standing`: a unit that already is the province of today; `done`:
    units that were reorganised earlier; `is_doubtful`: the only unit found bears the new name, so
    that it may be the new province already.
    """

    change: Change
    ending: list[Unit] = field(default_factory=list)
    standing: Unit | None = None
    done: list[Unit] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.change.new.code

    @property
    def is_due(self) -> bool:
        return bool(self.ending)

    @property
    def is_doubtful(self) -> bool:
        new = bare(self.change.new.name)
        return self.standing is None and [bare(one.name) for one in self.ending] == [new]

    @property
    def missing(self) -> list[str]:
        """Names of former provinces that the tree does not have."""
        here = {bare(one.name) for one in (*self.ending, *self.done)}
        return [old.name for old in self.change.old if bare(old.name) not in here]


def steps_for(by: User) -> list[Step]:
    """Find which mergers of the table concern units that a person sees. 2 queries and standing.

    A unit is a former province by its kind and its name, and it existed before the day. One that
    began on the day or later is the province of today.
    """
    provinces = visible_units(by, today()).filter(kind=UnitKind.PROVINCE).select_related("parent")
    named: dict[str, list[Unit]] = {}
    for unit in provinces.order_by("sort_key", "pk"):
        named.setdefault(bare(unit.name), []).append(unit)
    succeeded = set(
        Succession.objects.filter(before__kind=UnitKind.PROVINCE).values_list(
            "before_id", flat=True
        )
    )
    found = []
    for change in changes():
        if not change.is_merger:
            continue
        step = Step(change)
        for unit in named.get(bare(change.new.name), ()):
            if unit.valid_from is not None and unit.valid_from >= change.on:
                step.standing = unit
        for old in change.old:
            for unit in named.get(bare(old.name), ()):
                _sort_in(step, unit, is_done=unit.pk in succeeded)
        if step.ending or step.done:
            found.append(step)
    return found


def _sort_in(step: Step, unit: Unit, *, is_done: bool) -> None:
    if is_done:
        step.done.append(unit)
    elif unit.valid_to is None and (unit.valid_from is None or unit.valid_from < step.change.on):
        step.ending.append(unit)


def fingerprint(steps: Collection[Step]) -> str:
    """What a person saw on the page, so that they confirm that and nothing else."""
    return ";".join(
        f"{step.key}:{','.join(f'{one.pk}.{one.version}' for one in step.ending)}"
        f">{step.standing.pk if step.standing else ''}"
        for step in steps
        if step.is_due
    )


def reorganise_provinces(
    *, by: User, chosen: Collection[str], seen: str, decision: str
) -> list[Reorganisation]:
    """Merge the chosen provinces in one transaction, a minute for each province of today.

    `chosen`: codes of provinces of today; `seen`: the fingerprint of the page. Raises
    `RuleViolation` where nothing is left to do or the units are no longer those that were shown.
    """
    due = [step for step in steps_for(by) if step.is_due]
    if not due:
        refuse(Why.ALREADY_DONE)
    if fingerprint(due) != seen:
        refuse(Why.PLAN_CHANGED)
    steps = [step for step in due if step.key in chosen]
    if not steps:
        refuse(Why.NOTHING_CHOSEN)
    for step in steps:
        for unit in step.ending:
            permit(may_manage_unit(by, unit, on=today()))
    place = min((unit.path for step in steps for unit in step.ending), default="")
    with acting("units.provinces", by=by, place=place, decision=decision) as act:
        hold_the_trees()
        return [_merge(act, by, step, decision) for step in steps]


def _merge(act: Act, by: User, step: Step, decision: str) -> Reorganisation:
    decided = Decided(on=step.change.on, decision=decision)
    ending = fresh(step.ending, decided.on)
    new = step.standing
    if new is None:
        for unit in ending:
            act.change(unit, valid_to=day_before(decided.on))
        new = add_below(
            act,
            Unit(
                parent=ending[0].parent,
                kind=UnitKind.PROVINCE,
                name=step.change.new.name,
                short_name="",
                code=_code(ending, step),
                valid_from=decided.on,
                place=ending[0].place,
            ),
        )
    return succeed(act, by, Reorganisation.Kind.MERGED, ending, (new,), decided)


def _code(ending: list[Unit], step: Step) -> str:
    """The statistical code where the office uses those and it is free; else none."""
    old = {province.code for province in step.change.old}
    code = step.change.new.code
    if not any(unit.code in old for unit in ending):
        return ""
    taken = Unit.objects.filter(code=code, archived_at=None, valid_to=None).exists()
    return "" if taken else code
