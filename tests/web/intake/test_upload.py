"""Taking a plan in: what is kept, what is refused and in which words, what is recognised."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape
from django_tasks_db.models import DBTaskResult

from cchc.commands.plan_files import read_files
from cchc.commands.refusal import Refusal
from cchc.deadlines import explain
from cchc.documents.limits import Limits
from cchc.plan.workbook_writing import plan_to_workbook
from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.intake import files, jobs
from cchc.web.intake.models import Reading, SourceFile
from cchc.web.organisation.models import Unit
from tests.conftest import require
from tests.web.intake.conftest import TakeIn, uploads
from tests.web.world import World

SignedIn = Callable[[User], Client]
NEW = "/ban-ra-soat/moi/"
State = Reading.State


def post(client: Client, office: Unit, *paths: Path) -> object:
    return client.post(NEW, {"office": office.pk, "uploads": uploads(*paths)})


def test_a_coordinator_uploads_a_plan_and_watches_it_being_read(
    world: World, signed_in: SignedIn, samples: Path
) -> None:
    client = signed_in(world.an)
    answer = client.post(
        NEW,
        {"office": world.department.pk, "uploads": uploads(samples / "skhcn_2026.docx")},
        follow=True,
    )
    reading = Reading.objects.get()
    assert answer.redirect_chain == [(f"/ban-ra-soat/{reading.pk}/", 302)]
    assert "Chờ đọc" in answer.content.decode()
    assert DBTaskResult.objects.filter(task_path="cchc.web.intake.jobs.read").count() == 1
    assert Entry.objects.get(verb="intake.upload").by == world.an


def test_the_original_is_kept_bit_for_bit_under_its_hash(
    world: World, taken_in: TakeIn, samples: Path
) -> None:
    data = (samples / "skhcn_2026.docx").read_bytes()
    taken_in(samples / "skhcn_2026.docx")
    source = SourceFile.objects.get()
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    path = settings.FILES / source.sha256[:2] / source.sha256[2:4] / source.sha256
    assert path.read_bytes() == data
    assert (source.format, source.size) == ("docx", len(data))
    assert list(path.parent.glob(".coming-*")) == []


def test_a_file_is_given_back_to_be_saved_and_never_shown(
    world: World, taken_in: TakeIn, signed_in: SignedIn, tmp_path: Path
) -> None:
    page = tmp_path / "kế hoạch.html"
    page.write_text("<html><body><script>alert(1)</script>Kế hoạch cải cách hành chính</body>")
    taken_in(page)
    answer = signed_in(world.an).get(f"/ban-ra-soat/tep/{SourceFile.objects.get().pk}/")
    assert b"".join(answer.streaming_content) == page.read_bytes()  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_what_stands_on_the_disk_is_never_written_over(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.FILES = tmp_path
    sha256 = files.hash_of([b"mot"])
    path = files.keep([b"mot"], sha256)
    before = path.stat().st_mtime_ns
    assert files.keep([b"mot"], sha256) == path
    assert path.stat().st_mtime_ns == before
    path.chmod(0o640)
    path.write_bytes(b"hai")
    with pytest.raises(files.DamagedFile):
        files.keep([b"mot"], sha256)
    with pytest.raises(files.DamagedFile):
        files.keep([b"ba"], files.hash_of([b"bon"]))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Kế hoạch CCHC 2026.docx", "Kế hoạch CCHC 2026.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\van ban\\Kế hoạch.pdf", "Kế hoạch.pdf"),
        ("ke\u202ehoach\x00.docx", "kehoach.docx"),
        ('a"<b>|c?.txt', "abc.txt"),
        ("...", "tep"),
        ("", "tep"),
        ("a" * 300 + ".docx", "a" * 145 + ".docx"),
        (".docx", "docx"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert files.safe_name(name) == safe


def test_the_same_file_again_is_recognised_with_who_and_when(
    world: World, taken_in: TakeIn, signed_in: SignedIn, samples: Path
) -> None:
    first = taken_in(samples / "skhcn_2026.docx")
    client = signed_in(world.an)
    answer = post(client, world.department, samples / "skhcn_2026.docx")
    text = answer.content.decode()  # type: ignore[attr-defined]
    assert "đã được tải lên trước đây" in text
    assert "Nguyễn Thị An tải lên lúc 02/03/2026" in text
    assert f"/ban-ra-soat/{first.pk}/" in text
    assert Reading.objects.count() == 1
    sealed = text.split('name="sealed" value="')[1].split('"')[0]
    client.post(NEW, {"sealed": sealed})
    assert Reading.objects.count() == 2
    assert SourceFile.objects.values("sha256").distinct().count() == 1


def test_a_seal_is_good_for_nobody_else(
    world: World, taken_in: TakeIn, signed_in: SignedIn, samples: Path
) -> None:
    taken_in(samples / "skhcn_2026.docx")
    answer = post(signed_in(world.an), world.department, samples / "skhcn_2026.docx")
    sealed = answer.content.decode().split('name="sealed" value="')[1].split('"')[0]  # type: ignore[attr-defined]
    for sent in (sealed, sealed + "x", "gi do"):
        signed_in(world.dung).post(NEW, {"sealed": sent})
    assert Reading.objects.count() == 1


def test_the_same_file_in_another_office_is_not_spoken_of(
    world: World, taken_in: TakeIn, samples: Path
) -> None:
    taken_in(samples / "skhcn_2026.docx")
    taken_in(samples / "skhcn_2026.docx", office=world.quality)
    assert Reading.objects.count() == 2


@pytest.mark.parametrize("name", [f"b{n:02}" for n in range(1, 11)])
def test_a_bad_file_gets_the_sentence_of_the_command(
    world: World, signed_in: SignedIn, shared: Path, name: str
) -> None:
    (path,) = (shared / "reading" / "samples" / "bad").glob(f"{name}_*")
    if name == "b08":
        require("tesseract", "tesseract-ocr-vie")
    try:
        told = [one["message"] for one in read_files([path], Limits()).notices_as_json]
        refused = None
    except Refusal as refusal:
        refused, told = refusal.sentence, []
    client = signed_in(world.an)
    answer = post(client, world.department, path)
    if answer.status_code == 422:  # type: ignore[attr-defined]
        assert escape(refused) in answer.content.decode()  # type: ignore[attr-defined]
        assert not Reading.objects.exists()
        return
    reading = Reading.objects.get()
    jobs.read.call(reading.pk)
    reading.refresh_from_db()
    page = client.get(f"/ban-ra-soat/{reading.pk}/").content.decode()
    if refused is None:
        assert (reading.state, reading.notices) == (State.READY, told)
        assert all(escape(sentence) in page for sentence in told)
    else:
        assert (reading.state, reading.sentence) == (State.FAILED, refused)
        assert escape(refused) in page
        assert not reading.items.exists()


def test_of_several_files_the_bad_one_is_named_and_none_is_kept(
    world: World, signed_in: SignedIn, samples: Path, shared: Path
) -> None:
    bad = shared / "reading" / "samples" / "bad" / "b03_ho_so.docx"
    good = samples / "skhcn_2026.docx"
    with pytest.raises(Refusal) as refused:
        read_files([good, bad], Limits())
    answer = post(signed_in(world.an), world.department, good, bad)
    assert escape(refused.value.sentence) in answer.content.decode()  # type: ignore[attr-defined]
    assert not SourceFile.objects.exists()


def test_too_large_a_file_and_too_many_files_are_refused(
    world: World,
    signed_in: SignedIn,
    monkeypatch: pytest.MonkeyPatch,
    samples: Path,
    settings,  # type: ignore[no-untyped-def]
) -> None:
    client = signed_in(world.an)
    monkeypatch.setenv("CCHC_MAX_FILE_BYTES", "1000")
    with pytest.raises(Refusal) as refused:
        read_files([samples / "skhcn_2026.docx"], Limits.from_environment())
    answer = post(client, world.department, samples / "skhcn_2026.docx")
    assert escape(refused.value.sentence) in answer.content.decode()  # type: ignore[attr-defined]
    settings.MOST_FILES_AT_ONCE = 2
    many = [SimpleUploadedFile(f"{n}.txt", b"a") for n in range(3)]
    answer = client.post(NEW, {"office": world.department.pk, "uploads": many})
    assert "nhiều nhất 2 tệp" in answer.content.decode()
    answer = client.post(NEW, {"office": world.department.pk})
    assert "Hãy chọn ít nhất một tệp" in answer.content.decode()
    assert answer.status_code == 422


def test_a_workbook_of_ours_with_wrong_cells_is_told_cell_by_cell_and_nothing_is_imported(
    world: World, read: TakeIn, signed_in: SignedIn, tmp_path: Path, samples: Path
) -> None:
    path = _our_workbook(samples, tmp_path, spoil=True)
    reading = read(path)
    assert reading.state == State.FAILED
    assert [(one["sheet"], one["row"]) for one in reading.problems] == [
        ("Nhiệm vụ", 2),
        ("Nhiệm vụ", 3),
    ]
    page = signed_in(world.an).get(f"/ban-ra-soat/{reading.pk}/").content.decode()
    for problem in reading.problems:
        assert escape(problem["sentence"]) in page
    assert not reading.items.exists()


def test_a_workbook_of_ours_is_imported_whole_and_shown_beside(
    world: World, read: TakeIn, signed_in: SignedIn, tmp_path: Path, samples: Path
) -> None:
    reading = read(_our_workbook(samples, tmp_path, spoil=False))
    assert reading.state == State.READY
    assert reading.items.filter(part="task").count() == 35
    page = signed_in(world.an).get(f"/ban-ra-soat/{reading.pk}/").content.decode()
    assert "Trang tính «Nhiệm vụ»" in page


def _our_workbook(samples: Path, folder: Path, *, spoil: bool) -> Path:
    plan = read_files([samples / "skhcn_2026.docx"], Limits()).plan
    book = openpyxl.load_workbook(io.BytesIO(plan_to_workbook(plan, explain)))
    if spoil:
        sheet = book["Nhiệm vụ"]
        headings = {cell.value: cell.column for cell in sheet[1]}
        sheet.cell(2, headings["Lĩnh vực"]).value = "Lĩnh vực lạ"
        sheet.cell(3, headings["Nhiệm vụ"]).value = None
    path = folder / "ke_hoach_theo_mau.xlsx"
    book.save(path)
    return path
