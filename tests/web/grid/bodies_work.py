"""What a POST of the daily work, of reminders and of evidence sends."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.evidence.actions import adding
from cchc.web.evidence.subjects import TASK
from cchc.web.plans.models import Plan
from cchc.web.work.actions import calendar, planning
from cchc.web.work.models import DecidedDay, ReminderRule
from tests.web.grid.office import Office
from tests.web.grid.people import STRANGER
from tests.web.world import TODAY

Body = dict[str, Any]
_DAY = f"{TODAY:%d/%m/%Y}"
_DECIDED = calendar.DayFacts(
    date(2026, 9, 1), DecidedDay.Type.REST, "Nghỉ bù", "2/TB-UBND", expected=0
)
_CSV = "ngày,loại,tên,căn cứ\n01/09/2026,nghỉ,Nghỉ bù,2/TB-UBND\n"


def work_body(office: Office, verb: str, about: str, letter: str) -> Body:
    key, _, step = about.partition("/")
    if verb == "bulk":
        row = office.occurrences[key]
        told = {"viec": step, "chon": [row.pk], f"version-{row.pk}": row.version}
        return told if letter == STRANGER else told | {"reason": "Đợt 1", "day": _bulk_day(step)}
    if verb in ("day", "days_import"):
        return _day(verb, about)
    if verb == "replan":
        plan = Plan.objects.get(pk=office.versions[key].plan_id)
        found = planning.preview(plan)
        return {"reason": "Đổi hạn", "xem": found.digest if found else ""}
    bodies: dict[str, Body] = {
        "update": {"text": "Đã làm một nửa"},
        "comment": {"text": "Đề nghị làm sớm"},
        "event": {
            "number": "15/QĐ-UBND",
            "happened_on": _DAY,
            "due_on": "30/06/2026",
            "file": SimpleUploadedFile("giao.pdf", b"%PDF-1.4\n% giao\n%%EOF\n"),
        },
        "deadline": {"words": "Quý II", "reason": "Theo thông báo"},
        "extension": {"viec": "cho"},
        "refuse": {"viec": "khong", "note": "Không có lý do"},
        "target": {"value": "97,5", "measured_on": _DAY, "source": "Báo cáo 5/BC"},
        "measure_take_back": {"reason": "Nhầm số"},
        "day_forget": {"reason": "Ghi nhầm", "xem": calendar.digest_of([])},
        "step": {
            "note": "Xem lại",
            "reason": "Công nhận nhầm",
            "wanted_on": "20/12/2026",
            "unit": office.units["quality"].pk,
            "text": "Đã góp ý",
        },
    }
    if verb == "step" and key == "shared":
        bodies["step"]["unit"] = office.units["technology"].pk
    made = bodies.get(verb, {})
    rows: dict[str, dict[str, Any]] = {
        **dict.fromkeys(("update", "step"), office.occurrences),
        "undo": office.bulk_acts,
        "extension": office.extensions,
        "day_forget": office.days,
        "measure_take_back": office.measures,
    }
    return made | ({"version": _fresh(rows[verb][key])} if verb in rows else {})


def _bulk_day(step: str) -> str:
    return "20/12/2026" if step == "gia-han" else _DAY


def _day(verb: str, about: str) -> Body:
    """A day, or a table of one: to be shown what it moves, or agreed to as it was shown."""
    made: Body = {"text": _CSV}
    if verb == "day":
        told = {"day": f"{_DECIDED.day:%d/%m/%Y}", "type": _DECIDED.type, "name": _DECIDED.name}
        made = told | {"legal_basis": _DECIDED.legal_basis}
    if about == "agreed":
        digest = calendar.digest_of(calendar.moved_with([_DECIDED]))
        made |= {"xem": digest, f"version-{_DECIDED.day:%Y%m%d}": 0}
    return made


def _fresh(row: Any) -> int:
    version: int = type(row).objects.get(pk=row.pk).version
    return version


def reminders_body(office: Office, verb: str, about: str, letter: str) -> Body:
    gateway = {"name": "Cổng mới", "url": "https://moi.mau.gov.vn/gui"}
    if verb == "rules":
        known = ReminderRule.objects.filter(office=office.units[about]).first()
        return {"version": known.version if known else 0, "days_before": "3", "weekly": "on"}
    unit = office.units[about].pk if about in office.units else ""
    bodies: dict[str, Body] = {
        "mine": {"by_mail": "on"},
        "add_webhook": gateway,
        "edit_webhook": gateway,
        "archive_webhook": {"reason": "Thôi dùng"},
        "feeds": {"name": "Điện thoại", "of": unit},
        "prepare_letter": {"answer_by": "09/03/2026"},
    }
    made = bodies.get(verb, {})
    if verb in ("edit_webhook", "archive_webhook"):
        return made | {"version": _fresh(office.webhooks[about])}
    return made


def evidence_body(office: Office, verb: str, about: str, letter: str) -> Body:
    key = about.partition("/")[0]
    paper = SimpleUploadedFile("moi.txt", "Báo cáo kết quả của đơn vị, bản mới".encode())
    technology = office.units["technology"].pk
    unit = office.units[key].pk if key in office.units else technology
    record = {"number": "9", "symbol": "QĐ-SKHCN", "issuer": "Sở Khoa học và Công nghệ"}
    link = {"cho": TASK, "khoa": str(office.occurrences["open"].task_key)}
    bodies: dict[str, Body] = {
        "new": {"unit": unit, "upload": paper},
        "record_new": {"unit": unit, "subject": "Văn bản mới", "dated_on": _DAY, **record},
        "many": {"unit": unit, "uploads": [paper]},
        "many_carry_out": {"sealed": _sealed(office, unit, letter, paper)},
        "version_new": {"upload": paper, "note": "Bổ sung"},
        "confirm": {"subject": "Câu chữ đã xem", "dated_on": _DAY, **record},
        "link": link,
        "unlink": {"reason": "Gắn nhầm"},
        "archive": {"reason": "Nhầm"},
    }
    made = bodies.get(verb, {})
    if verb in ("version_new", "confirm", "archive"):
        return made | {"version": _fresh(office.evidence[key])}
    if verb == "unlink":
        return made | {"version": _fresh(office.links[key])}
    return made


def _sealed(office: Office, unit: int, letter: str, paper: SimpleUploadedFile) -> str:
    """What the check of many files hands to the next step, made for the person who asks."""
    looked = adding.look_at(paper)
    facts = asdict(adding.Facts(subject="Một trong nhiều")) | {"dated_on": ""}
    size = len(paper.read())
    paper.seek(0)
    file = [looked.sha256, looked.name, size, looked.format]
    by = office.who("A" if letter == STRANGER else letter).pk
    told = {
        "by": by,
        "unit": unit,
        "pieces": [{"file": file, "facts": facts, "task": None, "note": ""}],
    }
    return signing.dumps(told, salt="evidence.many", compress=True)
