"""What acts on evidence do, and what they refuse: nothing is written where a rule says no."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from cchc.web.audit.models import Entry
from cchc.web.evidence.actions import adding, keeping, linking
from cchc.web.evidence.actions.adding import Facts
from cchc.web.evidence.actions.linking import Claim
from cchc.web.evidence.models import Evidence, EvidenceLink, EvidenceVersion
from cchc.web.evidence.reasons import EvidenceReason
from cchc.web.intake import files
from cchc.web.plans.models import Task
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from tests.web.evidence.conftest import PAPER, Q1, Add, paper, subject, tied
from tests.web.world import TODAY, World

RECORD = {
    "subject": "Phê duyệt danh mục",
    "number": "41",
    "symbol": "QĐ-TĐC",
    "issuer": "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "dated_on": date(2026, 2, 12),
}


def test_a_file_is_kept_bit_for_bit_and_read_by_a_job_of_the_same_act(add: Add) -> None:
    evidence = add()
    version = evidence.versions.get()
    assert files.path_of(version.sha256).read_bytes() == PAPER.encode()
    assert (version.ordinal, version.name, version.format) == (1, "Báo cáo rà soát.txt", "text")
    assert version.state == EvidenceVersion.State.WAITING
    assert evidence.subject == "Báo cáo rà soát"
    assert evidence.proposed == {"subject": "Báo cáo rà soát"}
    assert evidence.confirmed_at is None
    assert DBTaskResult.objects.filter(task_path="cchc.web.evidence.jobs.read").count() == 1
    entry = Entry.objects.get(verb="evidence.add")
    assert entry.place == evidence.unit.path


def test_evidence_belongs_to_the_office_of_the_unit_that_gave_it(world: World, add: Add) -> None:
    assert add().office == world.department


def test_a_document_on_record_is_vouched_for_by_who_enters_it(world: World, add: Add) -> None:
    evidence = add(None, **RECORD, link="https://vanban.mau.gov.vn/41")
    assert evidence.kind == Evidence.Kind.RECORD
    assert evidence.confirmed_by == world.binh
    assert not evidence.versions.exists()
    assert str(evidence) == "41/QĐ-TĐC: Phê duyệt danh mục"


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({**RECORD, "subject": ""}, EvidenceReason.SUBJECT_NEEDED),
        ({**RECORD, "number": "", "symbol": ""}, EvidenceReason.CODE_NEEDED),
        ({**RECORD, "dated_on": None}, EvidenceReason.CODE_NEEDED),
        ({**RECORD, "issuer": ""}, EvidenceReason.CODE_NEEDED),
        ({**RECORD, "dated_on": date(2026, 3, 3)}, EvidenceReason.DATED_LATER),
        ({**RECORD, "link": "http://vanban.mau.gov.vn"}, EvidenceReason.LINK_NOT_HTTPS),
        ({**RECORD, "link": "javascript:alert(1)"}, EvidenceReason.LINK_NOT_HTTPS),
    ],
)
def test_a_document_on_record_says_all_that_names_it(
    add: Add, facts: dict[str, object], reason: EvidenceReason
) -> None:
    with pytest.raises(RuleViolation) as error:
        add(None, **facts)
    assert error.value.reason == reason
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.pdf", "Tệp rỗng"),
        (b"MZ\x90\x00" + bytes(200), "a.exe", "không thuộc dạng đọc được"),
        (b"PK\x03\x04word/ cut off", "a.docx", "bị hỏng"),
    ],
)
def test_a_bad_file_is_refused_with_one_sentence(data: bytes, name: str, says: str) -> None:
    with pytest.raises(RuleViolation) as error:
        adding.look_at(raw(name, data))
    assert says in error.value.sentence


def raw(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_MAX_FILE_BYTES", "10")
    with pytest.raises(RuleViolation) as error:
        adding.look_at(paper())
    assert "vượt giới hạn" in error.value.sentence


def test_what_the_machine_cannot_read_is_evidence_all_the_same(world: World) -> None:
    looked = adding.look_at(raw("phim.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(64)))
    row = adding.add(
        by=world.binh, on=TODAY, unit=world.technology, facts=Facts(), file=adding.keep(looked)
    )
    version = row.versions.get()
    assert version.state == EvidenceVersion.State.UNREAD
    assert "tự ghi" in version.sentence


def test_a_newer_file_keeps_the_older_one_and_asks_for_confirmation_again(
    world: World, add: Add
) -> None:
    evidence = add(number="158")
    EvidenceVersion.objects.update(state="read")
    keeping.confirm(by=world.binh, on=TODAY, evidence=evidence, facts=Facts(subject="Báo cáo"))
    file = adding.keep(adding.look_at(paper("bản hai", "ban 2.txt")))
    version = adding.add_version(
        by=world.binh, on=TODAY, evidence=evidence, file=file, note="có dấu"
    )
    assert version.ordinal == 2
    assert evidence.versions.count() == 2
    assert evidence.confirmed_at is None
    with pytest.raises(RuleViolation) as error:
        adding.add_version(by=world.binh, on=TODAY, evidence=evidence, file=file)
    assert error.value.reason == EvidenceReason.SAME_BYTES


def test_facts_are_confirmed_with_who_and_when_and_not_while_the_machine_reads(
    world: World, add: Add
) -> None:
    evidence = add()
    facts = Facts(subject="Kết quả rà soát", number="158", dated_on=date(2026, 2, 20))
    with pytest.raises(RuleViolation) as error:
        keeping.confirm(by=world.an, on=TODAY, evidence=evidence, facts=facts)
    assert error.value.reason == EvidenceReason.STILL_READING
    EvidenceVersion.objects.update(state="unread")
    keeping.confirm(by=world.an, on=TODAY, evidence=evidence, facts=facts)
    evidence.refresh_from_db()
    assert (evidence.subject, evidence.confirmed_by) == ("Kết quả rà soát", world.an)


def test_two_people_do_not_write_over_each_other(world: World, add: Add) -> None:
    evidence = add()
    EvidenceVersion.objects.update(state="unread")
    seen = evidence.version
    keeping.confirm(
        by=world.an, on=TODAY, evidence=evidence, facts=Facts(subject="Một"), expected=seen
    )
    with pytest.raises(ChangedMeanwhile):
        keeping.confirm(
            by=world.binh, on=TODAY, evidence=evidence, facts=Facts(subject="Hai"), expected=seen
        )


def test_one_piece_serves_many_things_each_once(world: World, add: Add, task: Task) -> None:
    evidence = add()
    first = tied(world, evidence, task, **Q1)
    assert (first.subject_label, first.subject_key) == ("plans.task", str(task.key))
    with pytest.raises(RuleViolation) as error:
        tied(world, evidence, task)
    assert error.value.reason == EvidenceReason.ALREADY_LINKED
    other = task.plan_version.tasks.exclude(pk=task.pk)[0]
    tied(world, evidence, other)
    assert evidence.links.count() == 2


def test_a_link_ends_with_a_reason_and_stays(world: World, add: Add, task: Task) -> None:
    evidence = add()
    tie = tied(world, evidence, task)
    with pytest.raises(RuleViolation):
        linking.unlink(by=world.binh, on=TODAY, tie=tie, reason=" ")
    linking.unlink(by=world.binh, on=TODAY, tie=tie, reason="Gắn nhầm việc")
    tie.refresh_from_db()
    assert tie.archive_reason == "Gắn nhầm việc"
    tied(world, evidence, task)
    assert EvidenceLink.objects.count() == 2


def test_a_period_does_not_end_before_it_begins(world: World, add: Add, task: Task) -> None:
    turned = {"period_from": date(2026, 4, 1), "period_to": date(2026, 3, 1)}
    with pytest.raises(RuleViolation) as error:
        tied(world, add(), task, **turned)
    assert error.value.reason == EvidenceReason.PERIOD_TURNED


def test_evidence_and_its_link_are_added_together_or_not_at_all(world: World, task: Task) -> None:
    claim = Claim(subject(world, task), date(2026, 4, 1), date(2026, 3, 1))
    file = adding.keep(adding.look_at(paper()))
    with pytest.raises(RuleViolation):
        adding.add(
            by=world.binh, on=TODAY, unit=world.technology, facts=Facts(), file=file, claim=claim
        )
    assert not Evidence.objects.exists()
    assert not EvidenceVersion.objects.exists()


def test_what_is_archived_keeps_everything_and_changes_no_more(
    world: World, add: Add, task: Task
) -> None:
    evidence = add()
    tied(world, evidence, task)
    keeping.archive(by=world.binh, on=TODAY, evidence=evidence, reason="Nhầm tệp")
    assert evidence.versions.count() == evidence.links.count() == 1
    with pytest.raises(Forbidden) as error:
        keeping.confirm(by=world.binh, on=TODAY, evidence=evidence, facts=Facts(subject="x"))
    assert error.value.reason == EvidenceReason.ARCHIVED


@pytest.mark.parametrize(
    ("field", "value"), [("link", "http://x.vn"), ("subject", ""), ("confirmed_at", now())]
)
def test_the_database_holds_the_rules_too(add: Add, field: str, value: object) -> None:
    evidence = add()
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.filter(pk=evidence.pk).update(**{field: value})
