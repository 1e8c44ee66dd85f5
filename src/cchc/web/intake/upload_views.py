"""Taking a plan in: upload, cancel, read again, put away; its files and pictures of pages."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from cchc.web.intake import files, policy
from cchc.web.intake.actions import taking_in
from cchc.web.intake.forms import ArchiveForm, UploadForm, seal, unseal
from cchc.web.intake.page_images import WIDTHS, NoPicture, picture_of
from cchc.web.intake.queries import earlier_uploads
from cchc.web.intake.sight import user_of
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import RuleViolation, permit


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Upload the files of one plan; where the office had them before, ask whether to go on."""
    user = user_of(request)
    permit(policy.may_upload_some(user, on=today()))
    offices = policy.visible_offices(user, today())
    if request.method != "POST":
        return render(request, "intake/new.html", {"form": UploadForm(offices=offices)})
    if "sealed" in request.POST:
        return _go_on(request)
    form = UploadForm(request.POST, request.FILES, offices=offices)
    if not form.is_valid():
        return render(request, "intake/new.html", {"form": form}, None, 422)
    office = form.cleaned_data["office"]
    permit(policy.may_upload(user, office, on=today()))
    try:
        kept = taking_in.keep_files(form.cleaned_data["uploads"], most=settings.MOST_FILES_AT_ONCE)
    except RuleViolation as error:
        form.add_error("uploads", error.sentence)
        return render(request, "intake/new.html", {"form": form}, None, error.status)
    earlier = earlier_uploads(office, [one.sha256 for one in kept])
    if earlier:
        told = {"earlier": earlier, "office": office, "kept": kept}
        told["sealed"] = seal(kept, office=office, by=user)
        return render(request, "intake/known.html", told)
    return redirect("intake:desk", taking_in.take_in(by=user, office=office, kept=kept).pk)


def _go_on(request: HttpRequest) -> HttpResponse:
    """The person wants files that are known to be read anew."""
    user = user_of(request)
    told = unseal(request.POST["sealed"], by=user)
    if told is None:
        messages.error(request, "Trang đã mở quá lâu; hãy chọn lại tệp.")
        return redirect("intake:new")
    office = reach(policy.visible_offices(user, today()), pk=told[0])
    return redirect("intake:desk", taking_in.take_in(by=user, office=office, kept=told[1]).pk)


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a reading."""
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    taking_in.cancel(by=user, reading=reading)
    return redirect("intake:desk", pk)


@login_required
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the same files again."""
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    taking_in.read_again(by=user, reading=reading)
    return redirect("intake:desk", pk)


@login_required
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a reading away with a reason."""
    user = user_of(request)
    reading = reach(policy.visible_readings(user, today()), pk=pk)
    permit(policy.may_archive(user, reading, on=today()))
    form = ArchiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        taking_in.archive(by=user, reading=reading, reason=form.cleaned_data["reason"])
        messages.success(request, f"Đã lưu trữ «{reading}».")
        return redirect("intake:list")
    status = 422 if request.method == "POST" else 200
    return render(request, "intake/archive.html", {"form": form, "reading": reading}, None, status)


@require_safe
@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """A file exactly as it was uploaded, to be saved."""
    return files.download(reach(policy.visible_files(user_of(request), today()), pk=pk))


@require_safe
@login_required
def page(request: HttpRequest, pk: int, page: int, width: int) -> HttpResponseBase:
    """The picture of one page of a file of a reading."""
    file = reach(policy.visible_reading_files(user_of(request), today()), pk=pk)
    if width not in WIDTHS or not 1 <= page <= len(file.page_sizes):
        raise Http404("trang")
    try:
        picture = picture_of(file.file.sha256, page, width)
    except NoPicture as error:
        raise Http404("trang") from error
    response = FileResponse(picture.open("rb"), content_type="image/png")
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response
