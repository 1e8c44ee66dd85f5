"""Saying what a unit name of a reading means, and remembering it for the office's next plan."""

from __future__ import annotations

from collections.abc import Sequence

from cchc.web.accounts.models import User
from cchc.web.audit.acting import Act, acting
from cchc.web.intake.models import NameDecision, Part, Reading
from cchc.web.intake.policy import may_review
from cchc.web.intake.queries import items_of
from cchc.web.intake.reasons import IntakeReason
from cchc.web.organisation.matching import fold_name, plain_name, register_of
from cchc.web.organisation.models import CollectiveName, Unit, UnitAlias
from cchc.web.ui.clock import now, today
from cchc.web.ui.refusals import permit, refuse

Kind = NameDecision.Kind


def decide_name(
    *,
    by: User,
    reading: Reading,
    folded: str,
    kind: str,
    unit_ids: Sequence[int] = (),
    remember: bool = True,
) -> NameDecision:
    """Decide what a name means in this reading: one unit, several, or somebody outside.

    1. the name is one of the reading, 2. the units are of the office's register, 3. the decision,
    4. with `remember`, the alias or collective name of the office for the next plan.
    """
    permit(may_review(by, reading, on=today()))
    text = text_of(reading, folded)
    if kind != Kind.OUTSIDE and not unit_ids:
        refuse(IntakeReason.NO_UNITS_CHOSEN, name=text)
    known = {unit.pk for unit in register_of(reading.office, today()).units}
    if not set(unit_ids) <= known:
        refuse(IntakeReason.UNIT_NOT_KNOWN)
    units = list(Unit.objects.filter(pk__in=unit_ids)) if kind != Kind.OUTSIDE else []
    with acting("intake.decide_name", by=by, place=reading.office.path) as act:
        row = _decided(act, by, reading, text, folded, kind)
        act.link(row, "units", units)
        if remember:
            _remember(act, reading.office, text, folded, kind, units)
    return row


def forget_name(*, by: User, reading: Reading, folded: str) -> None:
    """Take back what a name was decided to mean: it is a question again."""
    permit(may_review(by, reading, on=today()))
    with acting("intake.forget_name", by=by, place=reading.office.path) as act:
        for row in NameDecision.objects.filter(reading=reading, folded=folded):
            act.remove(row)


def text_of(reading: Reading, folded: str) -> str:
    """The name as the plan writes it. Refuses one that no task of the reading has (any more)."""
    for item in items_of(reading, Part.TASK):
        for name in (*item.values.get("lead", ()), *item.values.get("support", ())):
            if fold_name(name) == folded:
                return str(name)
    refuse(IntakeReason.NAME_NOT_HERE, name=folded)
    raise AssertionError


def _decided(
    act: Act, by: User, reading: Reading, text: str, folded: str, kind: str
) -> NameDecision:
    source = NameDecision.Source.PERSON
    row = NameDecision.objects.filter(reading=reading, folded=folded[:300]).first()
    if row is not None:
        return act.change(row, kind=kind, source=source, by=by, at=now(), note="")
    return act.create(
        NameDecision(
            reading=reading,
            text=text[:300],
            folded=folded[:300],
            kind=kind,
            source=source,
            by=by,
            at=now(),
        )
    )


def _remember(
    act: Act, office: Unit, text: str, folded: str, kind: str, units: Sequence[Unit]
) -> None:
    """Learn a name for the office; what it meant before gives way. Long names are not learnt."""
    if kind == Kind.OUTSIDE or len(folded) > 200:
        return
    alias = UnitAlias.objects.filter(office=office, folded=folded).first()
    together = CollectiveName.objects.filter(office=office, folded=folded).first()
    if kind == Kind.SET:
        if alias is not None:
            act.remove(alias)
        if together is None:
            together = act.create(CollectiveName(office=office, text=plain_name(text)[:200]))
    if together is not None:
        # A name that was collective and now means one unit stays in its place.
        if together.archived_at is None:
            act.link(together, "units", units)
        return
    if alias is None:
        act.create(
            UnitAlias(unit=units[0], office=office, text=text[:200], folded=folded, is_learnt=True)
        )
    elif alias.unit_id != units[0].pk:
        act.change(alias, unit=units[0])
