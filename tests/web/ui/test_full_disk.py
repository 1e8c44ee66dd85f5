"""A full disk is told in one sentence wherever it is met, and leaves no row behind."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import DatabaseError
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.evidence.models import Evidence
from cchc.web.intake import files
from cchc.web.intake.models import Reading, SourceFile
from cchc.web.ui.full_disk import is_disk_full
from tests.web.evidence.conftest import paper
from tests.web.intake.conftest import uploads
from tests.web.world import World

SignedIn = Callable[[User], Client]
SENTENCE = "Máy chủ hết chỗ chứa nên việc vừa làm chưa được ghi; hãy báo người quản trị hệ thống."
PLAN, EVIDENCE = "/ban-ra-soat/moi/", "/minh-chung/moi/"


def _full(*args: object, **kwargs: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch, settings) -> Callable[[str], None]:  # type: ignore[no-untyped-def]
    """Fill the disk of the kept files, or the one on which large uploads arrive."""

    def filled(disk: str) -> None:
        if disk == "kept":
            monkeypatch.setattr(files, "keep", _full)
        else:
            settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10  # bytes; what is larger goes to the disk
            monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", _full)

    return filled


@pytest.mark.parametrize("disk", ["kept", "arriving"])
@pytest.mark.parametrize("address", [PLAN, EVIDENCE])
def test_a_full_disk_is_told_in_a_sentence_and_nothing_is_written(
    world: World,
    signed_in: SignedIn,
    fill: Callable[[str], None],
    samples: Path,
    disk: str,
    address: str,
) -> None:
    client, before = signed_in(world.an), Entry.objects.count()
    client.raise_request_exception = False
    fill(disk)
    given = {
        PLAN: {"office": world.department.pk, "uploads": uploads(samples / "skhcn_2026.docx")},
        EVIDENCE: {"unit": world.office.pk, "upload": paper()},
    }[address]
    answer = client.post(address, given)
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (507, True)
    for model in (Reading, SourceFile, Evidence):
        assert not model.objects.exists()
    assert Entry.objects.count() == before


def test_a_part_that_htmx_asked_for_tells_it_too(
    world: World, signed_in: SignedIn, fill: Callable[[str], None]
) -> None:
    client = signed_in(world.an)
    client.raise_request_exception = False
    fill("kept")
    told = client.post(
        EVIDENCE, {"unit": world.office.pk, "upload": paper()}, headers={"HX-Request": "true"}
    )
    assert told.status_code == 507
    assert told.content.decode().strip() == f'<p class="note bad" role="alert">{SENTENCE}</p>'


def _came_from(error: Exception) -> DatabaseError:
    try:
        raise DatabaseError from error
    except DatabaseError as caught:
        return caught


@pytest.mark.parametrize(
    ("error", "is_full"),
    [
        (OSError(errno.ENOSPC, "no room"), True),
        (OSError(errno.EDQUOT, "no quota"), True),
        (OSError(errno.EACCES, "not allowed"), False),
        (_came_from(psycopg.errors.DiskFull("could not extend file")), True),
        (_came_from(psycopg.errors.DeadlockDetected("deadlock")), False),
        (RuntimeError("a fault"), False),
        (None, False),
    ],
    ids=str,
)
def test_a_full_disk_is_known_from_other_faults(error: Exception | None, is_full: bool) -> None:  # noqa: FBT001
    assert is_disk_full(error) == is_full


def test_a_database_file_that_may_not_grow_is_full() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE filling (text)")
    database.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.OperationalError) as full:
        database.execute("INSERT INTO filling VALUES (zeroblob(1000000))")
    assert is_disk_full(_came_from(full.value))
