"""Screens for reading: the list of evidence, one piece, and what serves a thing of another room."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.audit.queries import history_of
from cchc.web.evidence import policy, queries
from cchc.web.evidence.answers import is_part, person
from cchc.web.evidence.display import line_of, page_of
from cchc.web.evidence.models import DOC_TYPES, Evidence
from cchc.web.evidence.queries import EvidenceFilter, EvidencePages
from cchc.web.evidence.subjects import seen_subjects, subject_of
from cchc.web.organisation.models import Role
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit

PAGE = 50


def asked(request: HttpRequest) -> EvidenceFilter:
    """What the address asks for."""
    query = request.GET
    return EvidenceFilter(
        words=query.get("tim", "")[:200],
        unit=query.get("don-vi", ""),
        kind=query.get("hinh-thuc", ""),
        doc_type=query.get("loai", ""),
        year=query.get("nam", ""),
        confirmed=query.get("xac-nhan", ""),
        linked=query.get("gan", ""),
        archived=query.get("luu-tru") == "1",
    )


@require_safe
@login_required
def list(request: HttpRequest) -> HttpResponse:
    """Evidence that the person may see, the newest first."""
    user, on, wanted = person(request), today(), asked(request)
    visible = policy.visible_evidence(user, on)
    pages = EvidencePages(wanted.of(visible), PAGE)
    pages.is_search = bool(wanted.words)
    page = pages.get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "lines": [line_of(one) for one in page.object_list],
        "count": pages.count,
        "is_cut": pages.is_cut,
        "asks": wanted.asks,
        "units": policy.giving_units(user, on),
        "kinds": Evidence.Kind.choices,
        "doc_types": DOC_TYPES,
        "years": queries.years_of(on),
        "may_add": policy.may_add_some(user, on=on),
        "check": queries.last_check(policy.visible_checks(user, on)),
        "sees_checks": policy.may_see_checks(user, on=on),
    }
    return render(request, "evidence/list.html", context)


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
