"""The machine proposes what a paper says of itself; a person's word stands above it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.evidence import jobs
from cchc.web.evidence.actions import adding, keeping, machine
from cchc.web.evidence.actions.adding import Facts
from cchc.web.evidence.models import Evidence, EvidenceVersion
from cchc.web.ui.clock import now
from tests.reading.test_paper import REPORT
from tests.web.evidence.conftest import Add, paper
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
TEXT = "\n".join(REPORT)
State = EvidenceVersion.State


def read(evidence: Evidence) -> EvidenceVersion:
    """As the worker does it."""
    version = evidence.versions.order_by("-ordinal")[0]
    jobs.read.call(version.pk)
    evidence.refresh_from_db()
    version.refresh_from_db()
    return version


def given(world: World, file: SimpleUploadedFile, **facts: object) -> Evidence:
    return adding.add(
        by=world.binh,
        on=TODAY,
        unit=world.technology,
        facts=Facts(**facts),  # type: ignore[arg-type]
        file=adding.keep(adding.look_at(file)),
    )


def test_what_nobody_typed_is_proposed(add: Add) -> None:
    evidence = add(TEXT)
    assert read(evidence).state == State.READ
    assert (evidence.number, evidence.symbol) == ("158", "BC-TĐC")
    assert evidence.subject == "Kết quả rà soát quy trình ISO 9001:2015"
    assert evidence.dated_on == date(2026, 3, 15)
    assert evidence.signer == "Lê Minh Châu"
    assert evidence.proposed["dated_on"] == "2026-03-15"
    assert evidence.confirmed_at is None
    assert Entry.objects.get(verb="evidence.read_done").by is None


def test_what_a_person_typed_stays_and_the_other_reading_is_shown(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    evidence = add(TEXT, number="159", subject="Báo cáo ISO")
    read(evidence)
    assert (evidence.number, evidence.subject) == ("159", "Báo cáo ISO")
    assert evidence.symbol == "BC-TĐC"
    text = signed_in(world.binh).get(f"/minh-chung/{evidence.pk}/").content.decode()
    assert "máy đọc: 158" in text
    assert text.count("máy đề xuất") == 5


def test_after_a_person_confirmed_the_machine_changes_nothing(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    evidence = add(TEXT)
    read(evidence)
    keeping.confirm(by=world.binh, on=TODAY, evidence=evidence, facts=Facts(subject="Của người"))
    text = signed_in(world.binh).get(f"/minh-chung/{evidence.pk}/").content.decode()
    assert "máy đề xuất" not in text
    EvidenceVersion.objects.update(state=State.WAITING)
    read(evidence)
    assert (evidence.subject, evidence.number) == ("Của người", "")


def test_a_newer_file_is_proposed_anew_but_not_over_what_was_confirmed(
    world: World, add: Add
) -> None:
    evidence = add(TEXT)
    read(evidence)
    facts = Facts(subject="Của người", number="1")
    keeping.confirm(by=world.binh, on=TODAY, evidence=evidence, facts=facts)
    file = adding.keep(adding.look_at(paper(TEXT.replace("158", "160"), "ban2.txt")))
    adding.add_version(by=world.binh, on=TODAY, evidence=evidence, file=file)
    read(evidence)
    assert evidence.number == "1"
    assert evidence.proposed["number"] == "160"


def test_the_words_of_the_file_are_found_without_marks(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    evidence = add(TEXT)
    client = signed_in(world.binh)
    assert evidence.subject not in client.get("/minh-chung/?tim=16+quy").content.decode()
    read(evidence)
    for words in ("16 quy", "đã rà soát 16", "158/BC", "tieu chuan do luong", "le minh cha"):
        text = client.get("/minh-chung/", {"tim": words}).content.decode()
        assert evidence.subject in text, words


def test_what_cannot_be_read_says_why_and_stays_evidence(world: World) -> None:
    evidence = given(world, SimpleUploadedFile("hong.pdf", b"%PDF-1.7 broken"))
    version = read(evidence)
    assert version.state == State.UNREAD
    assert "PDF bị hỏng" in version.sentence
    facts = Facts(subject="Ghi tay", number="5")
    keeping.confirm(by=world.binh, on=TODAY, evidence=evidence, facts=facts)


def test_pages_are_shown_as_pictures(world: World, signed_in: SignedIn, samples: Path) -> None:
    data = (samples / "xa_binh_minh_2026.pdf").read_bytes()
    evidence = given(world, SimpleUploadedFile("xa.pdf", data))
    version = read(evidence)
    client = signed_in(world.giang)
    text = client.get(f"/minh-chung/{evidence.pk}/").content.decode()
    address = f"/minh-chung/tep/{version.pk}/trang/1-800.png"
    assert address in text
    answer = client.get(address)
    assert answer["Content-Type"] == "image/png"
    assert b"".join(answer.streaming_content)[:4] == b"\x89PNG"  # type: ignore[attr-defined]
    assert client.get(f"/minh-chung/tep/{version.pk}/trang/99-800.png").status_code == 404
    assert client.get(f"/minh-chung/tep/{version.pk}/trang/1-801.png").status_code == 404


def test_a_picture_without_words_can_be_looked_at(world: World) -> None:
    kept = BytesIO()
    Image.new("RGB", (300, 200), "white").save(kept, "PNG")
    version = read(given(world, SimpleUploadedFile("anh.png", kept.getvalue())))
    assert version.state == State.UNREAD
    assert len(version.page_sizes) == 1


def test_a_reading_that_was_lost_is_begun_again_and_given_up_in_the_end(add: Add) -> None:
    version = add(TEXT).versions.get()
    asked: list[int] = []
    assert machine.look_after(version.pk, asked.append) == State.WAITING
    for attempt in (1, 2, 3):
        assert machine.start(version.pk)
        assert machine.look_after(version.pk, asked.append) == State.READING
        before = now() - machine.LOST_AFTER - timedelta(seconds=1)
        EvidenceVersion.objects.update(begun_at=before)
        state = machine.look_after(version.pk, asked.append)
        assert state == (State.WAITING if attempt < 3 else State.UNREAD)
    assert asked == [version.pk] * 2
    assert machine.start(version.pk) is None


def test_of_two_jobs_only_the_last_one_counts(add: Add) -> None:
    evidence = add(TEXT)
    version = evidence.versions.get()
    first = machine.start(version.pk)
    assert first is not None
    EvidenceVersion.objects.update(begun_at=now() - machine.LOST_AFTER)
    machine.look_after(version.pk, lambda pk: None)
    assert machine.start(version.pk)
    proposed = {"number": "999"}
    machine.finish(first, proposed=proposed, text="", page_sizes=(), signatures=None)
    evidence.refresh_from_db()
    assert evidence.number == ""


@pytest.mark.parametrize("times", [1, 2])
def test_reading_twice_does_no_harm(add: Add, times: int) -> None:
    evidence = add(TEXT)
    for _ in range(times):
        read(evidence)
    assert Entry.objects.filter(verb="evidence.read_done").count() == 1
