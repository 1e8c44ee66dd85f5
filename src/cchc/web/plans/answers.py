"""What views of this room share: trying an act whose rule may say no, and the frame of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import Http404, HttpRequest
from django.urls import reverse

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import standing_of
from cchc.web.plans import policy
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.versions import with_frame
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import ChangedMeanwhile, Decision, RuleViolation

State = PlanVersion.State
_LOOKS = {
    State.DRAFT: "idle",
    State.SUBMITTED: "wait",
    State.RETURNED: "soon",
    State.APPROVED: "going",
    State.ISSUED: "done",
    State.SUPERSEDED: "idle",
    State.CLOSED: "idle",
}


# What the person a version waits for is to do next.
NEXT_STEPS = {
    State.SUBMITTED: "chờ bạn duyệt hoặc trả lại",
    State.RETURNED: "chờ bạn sửa rồi trình lại",
    State.APPROVED: "chờ bạn lấy số và ban hành",
}


def look_of(version: PlanVersion) -> str:
    """How a state looks: shape and colour beside its word."""
    return _LOOKS[State(version.state)]


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def expected(request: HttpRequest) -> int | None:
    """The version of the row that the form showed."""
    shown = request.POST.get("version", "")
    return int(shown) if shown.isdigit() else None


@dataclass(frozen=True, slots=True)
class Clash:
    """A value that somebody else wrote meanwhile, beside what was typed for it."""

    label: str
    stored: str
    typed: str


class Conflict(list[Clash]):
    """Why a form was not written: its row changed since it was shown. Empty: nothing differs."""


def tried(form: forms.BaseForm, act: Callable[[], object], *, tells_both: bool = False) -> bool:
    """Do an act; where a rule says no, its sentence goes on the form and nothing was written.

    With `tells_both` (the form's initial values are the row as it is stored now) a row that
    changed meanwhile is told on the form too, with both wordings; writing again is on purpose.
    """
    try:
        act()
    except ChangedMeanwhile as error:
        if not tells_both:
            raise
        form.add_error(None, error.sentence)
        form.conflict = Conflict(_clashes(form))  # type: ignore[attr-defined]
        return False
    except RuleViolation as error:
        if error.status != 422:
            raise
        form.add_error(None, error.sentence)
        return False
    return True


def _clashes(form: forms.BaseForm) -> Iterator[Clash]:
    for name, field_ in form.fields.items():
        stored = _in_words(field_, form.initial.get(name))
        typed = _in_words(field_, form.cleaned_data.get(name))
        if stored != typed:
            yield Clash(str(field_.label), stored, typed)


def _in_words(field_: forms.Field, value: Any) -> str:
    """A form's value as a person reads it."""
    if isinstance(field_, forms.ModelMultipleChoiceField | forms.ModelChoiceField):
        rows = value if isinstance(field_, forms.ModelMultipleChoiceField) else [value]
        return "; ".join(str(row) for row in rows or () if row is not None)
    if isinstance(field_, forms.ChoiceField):
        return str(dict(field_.choices).get(value, ""))  # type: ignore[arg-type]
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, list | tuple):
        return "; ".join(str(one) for one in value)
    return "" if value is None else str(value)


def status_of(form: forms.BaseForm) -> int:
    """200 for a form as it is shown first, 422 for one that is refused, 409 for a conflict."""
    if hasattr(form, "conflict"):
        return 409
    return 422 if form.errors else 200


@dataclass(frozen=True, slots=True)
class Act:
    """A button in the head of a plan."""

    label: str
    url: str
    decision: Decision
    main: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page about a version shows: the version, its siblings, acts and tabs."""

    version: PlanVersion
    versions: list[PlanVersion]
    may_edit: Decision
    works_on_it: bool
    acts: list[Act] = field(default_factory=list)
    tab: str = ""

    @property
    def look(self) -> str:
        return look_of(self.version)

    @property
    def under_way(self) -> PlanVersion | None:
        """Another version in preparation, for who may see it."""
        return next(
            (
                one
                for one in self.versions
                if one.state in PlanVersion.IN_PREPARATION and one.pk != self.version.pk
            ),
            None,
        )

    @property
    def newest(self) -> PlanVersion | None:
        """The version in force, where this one was superseded."""
        forced = (one for one in self.versions if one.state in PlanVersion.IN_FORCE)
        return next(forced, None) if self.version.state == State.SUPERSEDED else None


def frame_of(request: HttpRequest, pk: int, ordinal: int | None = None, tab: str = "") -> Frame:
    """Read a plan's visible versions and choose one: that asked for, else the one in force.

    1 query. Raises Http404 where the person may see none, or not that one.
    """
    user, on = person(request), today()
    rows = with_frame(policy.visible_versions(user, on).filter(plan_id=pk))
    versions = [*rows.order_by("-ordinal")]
    version = _chosen(versions, ordinal)
    owner = version.plan.owner
    works = standing_of(user, on).has_any((Role.COORDINATOR, Role.LEADER), owner)
    frame = Frame(version, versions, policy.may_edit(user, version, on=on), works, tab=tab)
    if works:
        frame.acts.extend(_acts(user, version, frame.under_way))
    return frame


def _chosen(versions: list[PlanVersion], ordinal: int | None) -> PlanVersion:
    for one in versions:
        if one.ordinal == ordinal or (ordinal is None and one.state in PlanVersion.IN_FORCE):
            return one
    if versions and ordinal is None:
        return versions[0]
    raise Http404("kế hoạch")


def _acts(user: User, version: PlanVersion, under_way: PlanVersion | None) -> list[Act]:
    """The steps that lie ahead in the version's state; those of the other person say why not."""
    on = today()

    def step(label: str, verb: str, decision: Decision, **options: bool) -> Act:
        url = reverse("plans:step", args=(version.plan_id, version.ordinal, verb))
        return Act(label, url, decision, **options)

    match State(version.state):
        case State.DRAFT | State.RETURNED:
            return [
                step("Bỏ dự thảo", "bo", policy.may_discard(user, version, on=on)),
                step("Trình duyệt", "trinh", policy.may_submit(user, version, on=on), main=True),
            ]
        case State.SUBMITTED:
            return [
                step("Trả lại", "tra-lai", policy.may_return(user, version, on=on)),
                step("Duyệt", "duyet", policy.may_approve(user, version, on=on), main=True),
            ]
        case State.APPROVED:
            return [step("Ban hành", "ban-hanh", policy.may_issue(user, version, on=on), main=True)]
        case State.ISSUED:
            may = policy.may_amend(user, version, on=on, under_way=under_way)
            return [
                step("Kết thúc", "ket-thuc", may),
                step("Sửa đổi kế hoạch", "sua-doi", may, main=True),
            ]
        case _:
            return []


def page_context(frame: Frame, **more: Any) -> dict[str, Any]:
    """The context of a page about a version."""
    return {"frame": frame, "version": frame.version, "plan": frame.version.plan, **more}
