"""Screens of many files at once: the sample list, the check, and taking in what was checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.web.evidence import policy, queries
from cchc.web.evidence.actions import adding
from cchc.web.evidence.actions.adding_many import Ready, add_many
from cchc.web.evidence.answers import person
from cchc.web.evidence.forms import ManyForm
from cchc.web.evidence.list_checking import Checked, Planned, check
from cchc.web.evidence.list_layout import Fault, read_list, write_sample
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.evidence.subjects import subject_of, tasks_of_plan
from cchc.web.intake.files import KeptFile
from cchc.web.plans.policy import visible_plans
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import RuleViolation, permit, refuse
from cchc.web.ui.sheets import workbook_answer

_SALT, _GOOD_FOR = "evidence.many", 24 * 3600


@require_safe
@login_required
def sample(request: HttpRequest) -> HttpResponse:
    """The empty list with headings and help."""
    permit(policy.may_add_some(person(request), on=today()))
    return workbook_answer(write_sample(), "mau-danh-sach-minh-chung")


@login_required
def many(request: HttpRequest) -> HttpResponse:
    """Take many files with their list and say what would be added, or every fault."""
    user, on = person(request), today()
    permit(policy.may_add_some(user, on=on))
    form = ManyForm(
        request.POST or None,
        request.FILES or None,
        units=policy.addable_units(user, on),
        plans=visible_plans(user, on),
    )
    context: dict[str, Any] = {"form": form, "most": settings.MOST_EVIDENCE_AT_ONCE}
    if request.method == "POST" and form.is_valid():
        checked = _check(request, form.cleaned_data)
        context["checked"] = checked
        if not checked.faults:
            try:
                context["sealed"] = _sealed(request, form.cleaned_data["unit"].pk, checked.planned)
            except RuleViolation as error:
                checked.faults.append(Fault(None, "", error.sentence))
    is_wrong = form.errors or ("checked" in context and context["checked"].faults)
    return render(request, "evidence/many.html", context, status=422 if is_wrong else 200)


def _check(request: HttpRequest, data: dict[str, Any]) -> Checked:
    """Look at every file and the list; nothing is kept."""
    user, on = person(request), today()
    looked, faults = [], []
    most, uploads = settings.MOST_EVIDENCE_AT_ONCE, data["uploads"]
    if not uploads or len(uploads) > most:
        why = EvidenceReason.TOO_MANY_FILES if uploads else EvidenceReason.NO_UPLOAD
        return Checked(faults=[Fault(None, "", why.value.format(most=most, count=len(uploads)))])
    for upload in uploads:
        try:
            looked.append(adding.look_at(upload))
        except RuleViolation as error:
            faults.append(Fault(None, "", f"«{upload.name}»: {error.sentence}"))
    rows, list_faults = read_list(data["list"].read()) if data["list"] else (None, [])
    if data["list"] and not rows and list_faults:
        return Checked(faults=[*faults, *list_faults])
    visible = policy.visible_evidence(user, on)
    same = queries.with_same_bytes(visible, [one.sha256 for one in looked])
    known = {one.sha256: str(one.evidence) for one in same}
    tasks = tasks_of_plan(user, on, data["plan"]) if data["plan"] else []
    checked = check(looked, rows, tasks=tasks, known=known, on=on)
    checked.faults = [*faults, *list_faults, *checked.faults]
    return checked


def _sealed(request: HttpRequest, unit: int, planned: Sequence[Planned]) -> str:
    """Keep the checked files on the disk and sign what would be added, for the next step."""
    pieces = []
    for one in planned:
        kept = adding.keep(one.looked)
        facts = asdict(one.facts) | {
            "dated_on": one.facts.dated_on.isoformat() if one.facts.dated_on else ""
        }
        key = [one.task.label, one.task.key] if one.task else None
        file = [kept.sha256, kept.name, kept.size, kept.format]
        pieces.append({"file": file, "facts": facts, "task": key, "note": one.note})
    told = {"by": person(request).pk, "unit": unit, "pieces": pieces}
    return signing.dumps(told, salt=_SALT, compress=True)


@login_required
@require_POST
def carry_out(request: HttpRequest) -> HttpResponse:
    """Take in what was checked, as it was shown: all or nothing."""
    user, on = person(request), today()
    try:
        told = signing.loads(request.POST.get("sealed", ""), salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        told = None
    if told is None or told["by"] != user.pk:
        refuse(EvidenceReason.PAGE_TOO_OLD)
    unit = reach(policy.addable_units(user, on), pk=told["unit"])
    pieces = [_ready(request, one) for one in told["pieces"]]
    known = queries.with_same_bytes(
        policy.visible_evidence(user, on), [one.file.sha256 for one in pieces]
    )
    if known:
        refuse(EvidenceReason.LIST_HAS_FAULTS, count=len(known))
    rows = add_many(by=user, on=on, unit=unit, pieces=pieces)
    messages.success(request, f"Đã nhận {len(rows)} minh chứng; máy đang đọc các tệp.")
    return redirect("evidence:list")


def _ready(request: HttpRequest, one: dict[str, Any]) -> Ready:
    day = one["facts"]["dated_on"]
    facts = adding.Facts(**{**one["facts"], "dated_on": date.fromisoformat(day) if day else None})
    task = subject_of(person(request), today(), *one["task"]) if one["task"] else None
    return Ready(KeptFile(*one["file"]), facts, task, one["note"])
