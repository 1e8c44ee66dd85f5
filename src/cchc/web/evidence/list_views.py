"""The list of evidence, on the screen, on paper and as an Excel table: one filter for all three."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cchc.web.evidence import policy, queries
from cchc.web.evidence.answers import person
from cchc.web.evidence.display import line_of
from cchc.web.evidence.export import MOST, evidence_as_workbook
from cchc.web.evidence.models import DOC_TYPES, Evidence
from cchc.web.evidence.queries import EvidenceFilter, EvidencePages
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.ui.clock import today
from cchc.web.ui.refusals import refuse
from cchc.web.ui.sheets import workbook_answer

PAGE, MOST_PRINTED = 50, 500


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
    pages = EvidencePages(wanted.of(policy.visible_evidence(user, on)), PAGE)
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
def print_list(request: HttpRequest) -> HttpResponse:
    """What the filter shows, as a paper."""
    numbers = _numbers(request, MOST_PRINTED)
    lines = [line_of(one) for one in queries.whole(numbers)]
    context = {"lines": lines, "count": len(lines), "asks": asked(request).asks, "on": today()}
    return render(request, "evidence/print.html", context)


@require_safe
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """What the filter shows, as an Excel table."""
    numbers = _numbers(request, MOST)
    lines = (line_of(one) for one in queries.in_parts(numbers))
    about = f"Ngày {today():%d/%m/%Y}, người xuất: {person(request)}"
    table = evidence_as_workbook(lines, count=len(numbers), about=about)
    return workbook_answer(table, f"minh-chung-{today():%Y-%m-%d}")


def _numbers(request: HttpRequest, most: int) -> list[int]:  # type: ignore[valid-type]
    """The numbers that the filter shows; refuses more than fit. 1 query besides the policy's."""
    rows = asked(request).of(policy.visible_evidence(person(request), today()))
    found = [*rows.values_list("pk", flat=True)[: most + 1]]
    if len(found) > most:
        refuse(EvidenceReason.TOO_MANY_SHOWN, most=f"{most:,}".replace(",", "."))
    return found
