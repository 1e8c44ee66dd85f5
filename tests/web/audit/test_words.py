"""The record in words: fields by their Vietnamese names, values as a person reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cchc.web.audit.acting import acting
from cchc.web.audit.models import Change, Entry
from cchc.web.audit.queries import history_of, told_page
from cchc.web.audit.words import ToldChange, subject_words, tell_changes
from cchc.web.organisation.models import Position, Role, Unit, UnitKind
from tests.web.world import World


def _told(subject: str, before: dict[str, Any], after: dict[str, Any]) -> ToldChange:
    change = Change(
        kind="changed",
        subject=subject,
        subject_id="1",
        subject_name="X",
        before=before,
        after=after,
    )
    return tell_changes([change])[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("subject", "field", "value", "name", "words"),
    [
        ("organisation.unit", "name", "Văn phòng", "tên", "Văn phòng"),
        ("organisation.unit", "kind", "division", "loại", "Phòng, văn phòng, thanh tra"),
        ("organisation.unit", "kind", "gone", "loại", "gone"),
        ("organisation.unit", "valid_from", "2026-03-02", "từ ngày", "02/03/2026"),
        ("organisation.unit", "valid_from", "no date", "từ ngày", "no date"),
        ("organisation.unit", "parent", [7, "Sở Tư pháp"], "trực thuộc", "Sở Tư pháp"),
        ("organisation.unit", "parent", [999, ""], "trực thuộc", "số 999"),
        ("accounts.user", "is_active", False, "được đăng nhập", "không"),
        ("accounts.user", "password", "•••", "mật khẩu", "•••"),
        (
            "accounts.user", "password_changed_at", "2026-03-02T01:05:00Z",
            "đổi mật khẩu lúc", "02/03/2026 08:05",
        ),
        ("organisation.collectivename", "units", ["A", "B"], "gồm các đơn vị", "A; B"),
        ("gone.model", "colour", "xanh", "colour", "xanh"),
        (
            "plans.task", "schedule", [{"kind": "by", "date": "2026-11-30", "inclusive": False}],
            "thời hạn được hiểu", "Trước ngày 30/11/2026",
        ),
        (
            "plans.task", "schedule", [{"kind": "by", "ngày": "cuối năm"}],
            "thời hạn được hiểu", "cuối năm",
        ),
        (
            "plans.task", "confirmations",
            {"deadline": {"at": "2026-03-02T01:05:00Z", "by": 2, "did": "changed", "name": "An"}},
            "ai đã xác nhận", "Thời hạn: An, 02/03/2026 08:05",
        ),
        (
            "intake.item", "values",
            {"task": "Rà soát", "area": "procedures", "lead": ["VP", "TĐC"], "group": None},
            "giá trị", "Nhiệm vụ: Rà soát; Lĩnh vực: Cải cách thủ tục hành chính; Chủ trì: VP; TĐC",
        ),
        ("accounts.user", "address", "10.0.0.1", "địa chỉ", "10.0.0.1"),
    ],
)  # fmt: skip
def test_a_field_and_its_value_are_told(
    subject: str, field: str, value: Any, name: str, words: str
) -> None:
    (one,) = _told(subject, {}, {field: value}).fields
    assert (one.name, one.before, one.after) == (name, "–", words)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("changed", [("tên", "A", "–"), ("lý do lưu trữ", "–", "B")]),
        ("archived", [("lý do lưu trữ", "–", "B")]),
        ("removed", [("tên", "–", "A")]),
    ],
)
def test_of_a_row_put_away_the_reason_is_told_and_of_one_taken_away_what_it_said(
    kind: str, told: list[tuple[str, str, str]]
) -> None:
    change = Change(
        kind=kind, subject="organisation.unit", before={"name": "A"}, after={"archive_reason": "B"}
    )
    (one,) = tell_changes([change])
    assert [(field.name, field.before, field.after) for field in one.fields] == told


@pytest.mark.django_db
def test_of_a_heading_only_what_differs_is_told_in_words() -> None:
    before = {
        "number": None, "place": "Mẫu", "date": {"day": None, "month": None, "year": 2026},
        "sources": {"number": {"line": 3}},
    }  # fmt: skip
    after = {**before, "number": "12", "date": {"day": 15, "month": 1, "year": 2026}}
    (one,) = _told("plans.planversion", {"header": before}, {"header": after}).fields
    assert (one.name, one.before, one.after) == (
        "thông tin văn bản",
        "Ngày: 2026",
        "Số: 12; Ngày: 15/01/2026",
    )


@pytest.mark.django_db
def test_what_only_the_machine_needs_is_not_told() -> None:
    assert _told("organisation.unit", {"path": "/1/"}, {"path": "/2/"}).fields == ()


def test_a_row_that_was_pointed_to_by_number_gets_its_present_name(world: World) -> None:
    told = _told("organisation.unit", {"parent": [world.department.pk, ""]}, {})
    assert told.fields[0].before == "Sở Khoa học và Công nghệ"


@pytest.mark.django_db
def test_rows_of_the_machine_are_counted_and_not_opened() -> None:
    changes = [
        Change(
            kind="created", subject="otp_static.statictoken", subject_id=str(i),
            subject_name="StaticToken object", after={"token": "•••"},
        )
        for i in range(10)
    ]  # fmt: skip
    (told,) = tell_changes(changes)
    assert (told.kind, told.what, told.name, told.fields) == ("thêm", "10 mã dự phòng", "", ())


@pytest.mark.parametrize(
    ("subject", "words"),
    [("organisation.unit", "đơn vị"), ("otp_totp.totpdevice", "ứng dụng xác thực"), ("x.y", "x.y")],
)
def test_kinds_of_rows_have_names(subject: str, words: str) -> None:
    assert subject_words(subject) == words


def test_the_history_of_a_row_tells_only_of_that_row(recorded: World) -> None:
    told = history_of(recorded.office)
    assert [one.entry.verb for one in told] == ["units.rename", "tests.world"]
    assert [len(one.changes) for one in told] == [1, 2]
    (change,) = told[0].changes
    assert {(field.name, field.before, field.after) for field in change.fields} == {
        ("tên", "Văn phòng Sở", "Văn phòng"),
        ("loại", "Phòng, văn phòng, thanh tra", "Cơ quan, tổ chức khác"),
    }
    both = history_of(recorded.office, Unit.objects.get(name="Phòng Thừa"))
    assert [one.entry.verb for one in both] == ["units.archive", "units.rename", "tests.world"]
    assert len(history_of(recorded.office, most=1)) == 1


def test_an_act_on_many_rows_shows_the_first_and_counts_the_rest(world: World) -> None:
    with acting("tests.many", by=world.an) as act:
        act.create_all(
            Unit(parent=world.department, kind=UnitKind.DIVISION, name=f"Phòng {i}")
            for i in range(12)
        )
        act.create(
            Position(user=world.an, unit=world.office, role=Role.STAFF, valid_from=date(2026, 1, 1))
        )
    (told,) = told_page([Entry.objects.latest("number")])
    assert (len(told.changes), told.more, told.total) == (5, 8, 13)
