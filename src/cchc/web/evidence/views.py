"""Screens for reading: one piece of evidence, what serves a thing of another room, the checks."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.audit.queries import history_of
from cchc.web.evidence import policy, queries
from cchc.web.evidence.answers import is_part, person
from cchc.web.evidence.display import line_of, page_of
from cchc.web.evidence.subjects import seen_subjects, subject_of
from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit


@require_safe
@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """All about one piece of evidence: its files, what it serves, what is doubtful, its history."""
    user, on = person(request), today()
    row = reach(queries.with_page(policy.visible_evidence(user, on)), pk=pk)
    versions, links = queries.versions_of(row), queries.links_of(row)
    may_change = policy.may_change(user, row, on=on)
    works = bool(may_change) or standing_of(user, on).has_any(
        (Role.COORDINATOR, Role.LEADER, Role.UNIT_HEAD), row.unit
    )
    context = {
        "evidence": row,
        "shown": page_of(row, versions, links, seen_subjects(user, on, links)),
        "may_change": may_change,
        "may_add_version": policy.may_add_version(user, row, on=on),
        "may_archive": policy.may_archive(user, row, on=on),
        "works": works,
        "history": history_of(row, *versions, *links) if works else [],
    }
    return render(request, "evidence/detail.html", context)


@require_safe
@login_required
def of(request: HttpRequest, label: str, key: str) -> HttpResponse:
    """What serves one thing of another room: a part for its page, a page of its own without."""
    user, on = person(request), today()
    subject = subject_of(user, on, label, key)
    links = queries.serving(policy.visible_evidence(user, on), label, subject.key)
    context = {
        "subject": subject,
        "lines": [line_of(link.evidence, link) for link in links],
        "may_add": policy.may_add_some(user, on=on),
    }
    return render(request, "evidence/_of.html" if is_part(request) else "evidence/of.html", context)


@require_safe
@login_required
def checks(request: HttpRequest) -> HttpResponse:
    """What the looks at all files found, the latest first."""
    user, on = person(request), today()
    permit(policy.may_see_checks(user, on=on))
    rows = policy.visible_checks(user, on)[:30]
    return render(request, "evidence/checks.html", {"checks": rows})
