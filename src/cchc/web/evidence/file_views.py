"""Files of evidence as they were given, to be saved; their pages as pictures, to be looked at."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from cchc.web.evidence import policy
from cchc.web.evidence.answers import person
from cchc.web.intake.files import download
from cchc.web.intake.page_images import WIDTHS, NoPicture, picture_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach


@require_safe
@login_required
def file(request: HttpRequest, pk: int) -> FileResponse:
    """A file exactly as it was given, to be saved."""
    version = reach(policy.visible_versions_of_evidence(person(request), today()), pk=pk)
    try:
        return download(version)
    except FileNotFoundError as error:
        raise Http404(version.name) from error


@require_safe
@login_required
def page(request: HttpRequest, pk: int, page: int, width: int) -> HttpResponseBase:
    """The picture of one page of a file."""
    version = reach(policy.visible_versions_of_evidence(person(request), today()), pk=pk)
    if width not in WIDTHS or not 1 <= page <= len(version.page_sizes):
        raise Http404("trang")
    try:
        picture = picture_of(version.sha256, page, width)
    except NoPicture as error:
        raise Http404("trang") from error
    response = FileResponse(picture.open("rb"), content_type="image/png")
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response
