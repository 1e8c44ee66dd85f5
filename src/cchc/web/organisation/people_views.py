"""Screens of people: the list, a person, positions, standing in, hand-over, the sign-in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from cchc.web.accounts.models import User
from cchc.web.organisation import directory, people_forms, policy
from cchc.web.organisation.actions import handing_over, people, positions
from cchc.web.organisation.form_pages import form_page
from cchc.web.organisation.forms import ReasonForm
from cchc.web.organisation.models import Position, Role, Unit, in_force
from cchc.web.organisation.person import person_of
from cchc.web.organisation.person_page import person_page
from cchc.web.ui.clock import today
from cchc.web.ui.reach import reach
from cchc.web.ui.refusals import permit

_AT_ONCE = 50


@require_safe
@login_required
def people_list(request: HttpRequest) -> HttpResponse:
    """People of one's office, by name, unit, role, on a day."""
    by, now = person_of(request), today()
    form = people_forms.PeopleFilter(request.GET or None)
    people_forms.offer_units(form, "don_vi", policy.visible_units(by, now).filter(in_force(now)))
    asked = form.cleaned_data if form.is_valid() else {}
    on = asked.get("ngay") or now
    found = directory.find_people(
        policy.visible_people(by, now),
        policy.visible_positions(by, now),
        on=on,
        words=asked.get("tim", ""),
        unit=asked.get("don_vi"),
        role=asked.get("vai_tro", ""),
        everyone=asked.get("gom") == "tat-ca",
    )
    page = Paginator(found, _AT_ONCE).get_page(request.GET.get("trang"))
    return render(
        request,
        "organisation/people.html",
        {"form": form, "page": page, "on": on, "is_past": on != now},
        status=200 if form.is_valid() or not form.is_bound else 422,
    )


def _person(request: HttpRequest, pk: int) -> User:
    return reach(policy.visible_people(person_of(request), today()), pk=pk)


def _unit(request: HttpRequest, pk: int) -> Unit:
    visible = policy.visible_units(person_of(request), today())
    return reach(visible.select_related("parent"), pk=pk)


def _position(request: HttpRequest, pk: int) -> Position:
    """A position of the person's reach, where they may change it."""
    by, now = person_of(request), today()
    visible = policy.visible_positions(by, now).select_related("unit", "user", "stands_for")
    row = reach(visible, pk=pk)
    permit(policy.may_change_position(by, row, on=now))
    return row


@require_safe
@login_required
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A person: positions over time, standing in both ways, the sign-in, hand-overs."""
    shown = person_page(person_of(request), _person(request, pk), today())
    return render(request, "organisation/person.html", shown)


@login_required
@never_cache
def add_person(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by, now = _unit(request, pk), person_of(request), today()
    permit(policy.may_add_person(by, unit, on=now))
    form = people_forms.NewPersonForm(
        request.POST or None,
        roles=policy.may_give_roles(by, unit, now),
        initial={"valid_from": now, "role": Role.STAFF.value},
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        facts = ("username", "full_name", "email", "phone")
        made, password = people.add_person(
            by=by, unit=unit, facts=form.facts(), **{name: values[name] for name in facts}
        )
        return _password_page(request, made, password, is_new=True)

    return form_page(
        request,
        form,
        do,
        title=f"Thêm người vào {unit.name}",
        button="Thêm người",
        back=reverse("organisation:unit", args=(pk,)),
        intro="Người đã có tài khoản thì dùng «Giao vị trí» ở trang đơn vị, không thêm lần nữa.",
    )


def _password_page(
    request: HttpRequest, user: User, password: str, *, is_new: bool
) -> HttpResponse:
    """The initial password, once: this answer is kept nowhere."""
    shown = {"person": user, "password": password, "is_new": is_new}
    return render(request, "organisation/password.html", shown)


@login_required
def give_position(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by, now = _unit(request, pk), person_of(request), today()
    permit(policy.may_place(by, unit, on=now))
    form = people_forms.GiveForm(
        request.POST or None,
        roles=policy.may_give_roles(by, unit, now),
        people=policy.visible_people(by, now).filter(is_active=True),
        initial={"valid_from": now, "role": Role.STAFF.value, "user": request.GET.get("nguoi")},
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        made = positions.add_position(by=by, user=values["user"], unit=unit, facts=form.facts())
        messages.success(request, f"Đã giao: {made}.")
        return redirect("organisation:unit", pk)

    return form_page(
        request,
        form,
        do,
        title=f"Giao vị trí ở {unit.name}",
        button="Giao vị trí",
        back=reverse("organisation:unit", args=(pk,)),
    )


@login_required
def end_position(request: HttpRequest, pk: int) -> HttpResponse:
    row, by = _position(request, pk), person_of(request)
    form = people_forms.EndForm(
        request.POST or None, initial={"last_day": today(), "version": row.version}
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        positions.end_position(
            by=by,
            position=row,
            last_day=values["last_day"],
            expected=values["version"],
            reason=values["reason"],
        )
        messages.success(request, f"Đã ghi ngày cuối {values['last_day']:%d/%m/%Y}: {row}.")
        return redirect("organisation:person", row.user_id)

    return form_page(
        request,
        form,
        do,
        title=f"Kết thúc vị trí: {row}",
        button="Ghi ngày cuối",
        back=reverse("organisation:person", args=(row.user_id,)),
        loses="Sau ngày này người giữ vị trí không còn quyền của vị trí. Việc đang dở cần người "
        "nhận, hãy dùng «Bàn giao» ở trang của người đó.",
    )


@login_required
def archive_position(request: HttpRequest, pk: int) -> HttpResponse:
    row, by = _position(request, pk), person_of(request)
    form = ReasonForm(request.POST or None, initial={"version": row.version})

    def do(values: dict[str, Any]) -> HttpResponse:
        positions.archive_position(
            by=by, position=row, reason=values["reason"], expected=values["version"]
        )
        messages.success(request, f"Đã bỏ vị trí ghi nhầm: {row}.")
        return redirect("organisation:person", row.user_id)

    return form_page(
        request,
        form,
        do,
        title=f"Bỏ vị trí ghi nhầm: {row}",
        button="Bỏ vị trí",
        back=reverse("organisation:person", args=(row.user_id,)),
        loses="Chỉ dùng khi ghi nhầm: vị trí coi như chưa từng có. Người thôi giữ vị trí thì dùng "
        "«Kết thúc».",
    )


@login_required
def stand_in(request: HttpRequest, pk: int) -> HttpResponse:
    row, by, now = _position(request, pk), person_of(request), today()
    form = people_forms.StandInForm(
        request.POST or None,
        people=policy.visible_people(by, now).filter(is_active=True).exclude(pk=row.user_id),
        initial={"valid_from": now},
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        made = positions.stand_in(
            by=by,
            position=row,
            user=values["user"],
            capacity=Position.Capacity(values["capacity"]),
            valid_from=values["valid_from"],
            valid_to=values["valid_to"],
            reason=values["reason"],
        )
        messages.success(request, f"{made.user} thay {row.user} từ {made.valid_from:%d/%m/%Y}.")
        return redirect("organisation:person", row.user_id)

    return form_page(
        request,
        form,
        do,
        title=f"Người thay: {row}",
        button="Ghi người thay",
        back=reverse("organisation:person", args=(row.user_id,)),
        intro=f"Người được chọn có vai trò «{row.get_role_display()}» ở {row.unit.name} chỉ trong "
        "những ngày này; quyền của người được thay không đổi.",
    )


@login_required
def change_person(request: HttpRequest, pk: int) -> HttpResponse:
    row, by = _person(request, pk), person_of(request)
    permit(people.decide_person(by, row))
    fields = ("full_name", "email", "phone", "version")
    form = people_forms.ChangePersonForm(
        request.POST or None, initial={name: getattr(row, name) for name in fields}
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        people.change_person(
            by=by,
            user=row,
            full_name=values["full_name"],
            email=values["email"],
            phone=values["phone"],
            expected=values["version"],
        )
        messages.success(request, f"Đã lưu {row}.")
        return redirect("organisation:person", pk)

    return form_page(
        request,
        form,
        do,
        title=f"Sửa thông tin của {row}",
        button="Lưu",
        back=reverse("organisation:person", args=(pk,)),
    )


@login_required
def set_sign_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the sign-in of a person with a reason, or open it."""
    row, by = _person(request, pk), person_of(request)
    permit(people.decide_person(by, row))
    form = ReasonForm(request.POST or None, initial={"version": row.version})
    opens = not row.is_active

    def do(values: dict[str, Any]) -> HttpResponse:
        people.set_sign_in(
            by=by,
            user=row,
            is_active=opens,
            reason=values["reason"],
            expected=values["version"],
        )
        messages.success(request, f"Đã {'mở' if opens else 'khóa'} đăng nhập của {row}.")
        return redirect("organisation:person", pk)

    return form_page(
        request,
        form,
        do,
        title=f"{'Mở' if opens else 'Khóa'} đăng nhập của {row}",
        button="Mở đăng nhập" if opens else "Khóa đăng nhập",
        back=reverse("organisation:person", args=(pk,)),
        loses=""
        if opens
        else "Mọi phiên đang mở kết thúc ngay và người này không đăng nhập được nữa; vị trí và "
        "việc được giao giữ nguyên.",
    )


@login_required
@require_POST
@never_cache
def reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    row = _person(request, pk)
    password = people.reset_password(by=person_of(request), user=row)
    return _password_page(request, row, password, is_new=False)


@login_required
def clear_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person in again who lost the phone and the recovery codes."""
    row, by = _person(request, pk), person_of(request)
    permit(people.decide_person(by, row))
    form = ReasonForm(request.POST or None, initial={"version": row.version})

    def do(values: dict[str, Any]) -> HttpResponse:
        people.clear_second_factor(by=by, user=row, reason=values["reason"])
        messages.success(request, f"Đã gỡ xác thực hai lớp của {row}.")
        return redirect("organisation:person", pk)

    return form_page(
        request,
        form,
        do,
        title=f"Gỡ xác thực hai lớp của {row}",
        button="Gỡ xác thực hai lớp",
        back=reverse("organisation:person", args=(pk,)),
        loses="Mã trên điện thoại và mã dự phòng hết hiệu lực; người này đăng nhập chỉ bằng mật "
        "khẩu cho đến khi tự bật lại.",
    )


@login_required
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    giver, by, now = _person(request, pk), person_of(request), today()
    permit(policy.may_hand_over(by, giver, now))
    mine = policy.positions_to_place(by, now).filter(user=giver)
    form = people_forms.HandOverForm(
        request.POST or None,
        people=policy.visible_people(by, now).filter(is_active=True).exclude(pk=pk),
        positions=mine.select_related("unit"),
        initial={"on": now},
    )

    def do(values: dict[str, Any]) -> HttpResponse:
        chosen = list(values["positions"])
        done = handing_over.hand_over(
            by=by,
            giver=giver,
            taker=values["taker"],
            unit=chosen[0].unit,
            on=values["on"],
            positions=chosen,
            note=values["note"],
        )
        messages.success(request, "Đã bàn giao. Dưới đây là biên bản.")
        return redirect("organisation:hand_over_minute", done.pk)

    return form_page(
        request,
        form,
        do,
        title=f"Bàn giao của {giver}",
        button="Bàn giao",
        back=reverse("organisation:person", args=(pk,)),
        intro="Người bàn giao giữ vị trí đến hết ngày trước đó; người nhận giữ vị trí đó từ ngày "
        "bàn giao. Biên bản in được để hai bên ký.",
    )


@require_safe
@login_required
def hand_over_minute(request: HttpRequest, pk: int) -> HttpResponse:
    """The printable minute of a hand-over."""
    visible = policy.visible_hand_overs(person_of(request), today())
    row = reach(visible.select_related("giver", "taker", "unit__parent"), pk=pk)
    return render(request, "organisation/hand_over.html", {"minute": row})
