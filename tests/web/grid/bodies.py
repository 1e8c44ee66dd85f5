"""The smallest right body for each address that writes; what is not here needs none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.organisation.register_writing import write_sample
from cchc.web.plans.models import PlanVersion
from tests.web.grid.bodies_work import evidence_body, reminders_body, work_body
from tests.web.grid.office import SAMPLES, Office
from tests.web.grid.people import PASSWORD, STRANGER
from tests.web.grid.subjects import arguments_of
from tests.web.world import TODAY

Body = dict[str, Any]
_DAY = f"{TODAY:%d/%m/%Y}"
_NEW = {"new": "Đường-về-bản-xa-4", "again": "Đường-về-bản-xa-4"}
_TASK = {"area": "leadership", "text": "Tổ chức hội nghị", "deadline": "Quý II"}
_TARGET = {"text": "Có 3 sáng kiến", "kind": "count", "comparator": ">=", "value": "3"}
_DOCUMENT = {"doc_type": "Nghị định", "number": "63/2010/NĐ-CP"}
_ISSUE = {"number": "77", "symbol": "KH-SKHCN", "issued_on": _DAY, "capacity": "own"}


def body_of(office: Office, name: str, about: str, letter: str) -> Body:
    """What is sent for a row, in the words of its form."""
    app, _, verb = name.partition(":")
    make = _APPS.get(app)
    made = make(office, verb, about, letter) if make else {}
    row = _row_of(office, name, about, letter)
    return {"version": row.version, **made} if hasattr(row, "version") else made


def _accounts(office: Office, verb: str, about: str, letter: str) -> Body:
    user = office.who("A" if letter == STRANGER else letter)
    return {
        "sign_in": {"username": "chau", "password": PASSWORD},
        "forgotten": {"who": "chau"},
        "reset": _NEW,
        "change_facts": {"email": "moi@mau.gov.vn", "phone": "1", "version": user.version},
        "change_password": {"password": PASSWORD, **_NEW},
        "second_factor_off": {"password": PASSWORD},
        "recovery_codes": {"password": PASSWORD},
    }.get(verb, {})


def _organisation(office: Office, verb: str, about: str, letter: str) -> Body:
    units = office.units
    unit = {"name": "Phòng Thử nghiệm", "kind": "division", "place": "5"}
    decided = {"on": _DAY, "xac-nhan": "1"}
    position = {"role": "staff", "capacity": "holder", "valid_from": _DAY}
    reason = {"reason": "Ghi nhầm"}
    other = "Trịnh Minh Tâm" if about in ("D", "justice") else "Mạc Hồng Xuân"
    split = dict(_part(1) + _part(2) + [("kind_3", "other"), ("kind_4", "other")])
    shares = {f"position_{p.pk}": "1" for p in units["quality"].positions.all()}
    bodies: dict[str, Body] = {
        "add_unit": unit,
        "edit_unit": unit,
        "move_unit": {"to": "Văn phòng Sở", "on": _DAY},
        "archive_unit": reason,
        "rename": {**unit, "name": "Tên khác hẳn", **decided},
        "merge": {
            "others": "Văn phòng Sở",
            "into": "new",
            "name": "Phòng Hợp nhất",
            "kind": "division",
            **decided,
        },
        "split": {**split, **shares, **decided},
        "dissolve": decided,
        "add_alias": {"text": "P. Thử", "unit": "Văn phòng Sở"},
        "add_collective": {"text": "Cả nhà", "units": [units.get(about, units["office"]).pk]},
        "change_collective": {"text": "Các phòng", "units": [units["quality"].pk]},
        "add_person": {"full_name": "Kha Văn Mới", "username": "moi", **position},
        "give_position": {**position, "user": other, "role": "viewer"},
        "change_person": {"full_name": "Tên Sửa"},
        "set_sign_in": reason,
        "clear_second_factor": reason,
        "hand_over": {"taker": other, "on": _DAY, "positions": _held(office, about)},
        "end_position": {"last_day": _DAY},
        "archive_position": reason,
        "stand_in": {"user": other, "capacity": "acting", "valid_from": _DAY},
        "import": {"tep": SimpleUploadedFile("mau.xlsx", write_sample())},
    }
    return bodies.get(verb, {})


def _part(number: int) -> list[tuple[str, str]]:
    return [(f"name_{number}", f"Chi cục {number}"), (f"kind_{number}", "sub_department")]


def _held(office: Office, letter: str) -> list[int]:
    return [office.people.positions[letter].pk] if letter in office.people.positions else []


def _intake(office: Office, verb: str, about: str, letter: str) -> Body:
    paper = SAMPLES / "skhcn_2026_chi_so.txt"
    if verb == "new":
        return {
            "office": _owner(office, about, letter),
            "uploads": [SimpleUploadedFile(paper.name, paper.read_bytes())],
        }
    bodies: dict[str, Body] = {
        "archive": {"reason": "Tải nhầm"},
        "add": {"part": "task", "text": "Thêm việc"},
        "decide_name": {"name": "buu dien tinh", "kind": "outside"},
        "forget_name": {"name": "buu dien tinh"},
        "edit": {"name": "task", "value": "Sửa câu chữ"},
        "schedule": {"kind": "continuous"},
        "accept": {"accepted": "task "},
        "row": {"do": "remove"},
    }
    return bodies.get(verb, {})


def _owner(office: Office, about: str, letter: str) -> int:
    """The unit that a row names, else the office of who asks."""
    own = "justice" if letter == "T" else "department"
    return office.units[about if about in office.units else own].pk


def _plans(office: Office, verb: str, about: str, letter: str) -> Body:
    owner = _owner(office, about, letter)
    technology = office.units["technology"].pk
    binh, xuan = office.who("B").pk, office.people.xuan.pk
    new = {"owner": owner, "kind": "annual", "year": "2026", "title": "Kế hoạch thử"}
    step = {"reason": "Đổi hạn", "note": "Bổ sung sản phẩm"}
    signed = {**_ISSUE, "signer_title": "Giám đốc", "signer_name": "Giang"}
    sets = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "Báo cáo năm"}
    links = {}
    if verb == "links":
        first = office.versions[about].tasks.first()
        above = office.versions["issued"].tasks.first()
        links = {f"cap-tren-{first.pk}": [str(above.key)]}
    bodies: dict[str, Body] = {
        "new": new,
        "confirm": new,
        "copy": {**new, "year": "2027"},
        "describe": {"title": "Tên khác", "kind": "annual"},
        "task_new": _TASK,
        "task_edit": _TASK,
        "task_remove": {"reason": "Trùng"},
        "target_new": {**_TARGET, "area": "leadership"},
        "target_edit": {**_TARGET, "area": "leadership"},
        "cite": _DOCUMENT,
        "windows_edit": sets,
        "links": links,
        "assign": {"unit": technology, "user": binh},
        "hand_over": {"giver": xuan, "taker": binh},
        "document_new": _DOCUMENT,
        "document_edit": _DOCUMENT,
        "document_archive": {"reason": "Ghi nhầm"},
        "step": {**step, **signed},
    }
    return bodies.get(verb, {})


def _row_of(office: Office, name: str, about: str, letter: str) -> Any:
    """The row whose version the form shows."""
    app, _, verb = name.partition(":")
    if about == "–" or verb == "new" or app not in ("organisation", "plans", "intake"):
        return None
    if app == "intake":
        return (
            office.item(about)
            if verb in ("edit", "schedule", "accept", "accept_item", "row")
            else None
        )
    if app == "plans":
        return _row_of_plans(office, name, about, letter)
    if verb in ("change_person", "set_sign_in", "clear_second_factor"):
        return office.who(about)
    if verb in ("end_position", "archive_position"):
        return office.people.positions[about]
    if verb == "change_collective":
        return office.collectives[about]
    return office.units.get(about)


def _row_of_plans(office: Office, name: str, about: str, letter: str) -> Any:
    verb = name.partition(":")[2]
    if verb in ("document_edit", "document_archive"):
        return office.documents[about]
    if verb == "end_assignment":
        return office.assignments[about]
    if verb == "confirm":
        return office.readings[about]
    version: PlanVersion | None = office.versions.get(about.partition("/")[0])
    if version is None or verb in ("task_new", "target_new"):
        return None
    if verb == "describe":
        return version.plan
    key = arguments_of(office, name, about, letter)["pk"]
    if verb in ("task_edit", "task_remove"):
        return version.tasks.get(pk=key)
    if verb in ("target_edit", "target_remove"):
        return version.targets.get(pk=key)
    return version


_APPS: dict[str, Callable[[Office, str, str, str], Body]] = {
    "accounts": _accounts,
    "organisation": _organisation,
    "intake": _intake,
    "plans": _plans,
    "work": work_body,
    "reminders": reminders_body,
    "evidence": evidence_body,
}
