"""Every hash recomputed: by the command, by the daily job, and what the pages say of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from cchc.web.accounts.models import User
from cchc.web.audit.models import Entry
from cchc.web.evidence import command, jobs
from cchc.web.evidence.actions.checking import check_all
from cchc.web.evidence.models import Evidence, HashCheck
from cchc.web.intake.files import path_of
from tests.web.evidence.conftest import Add
from tests.web.world import World

SignedIn = Callable[[User], Client]
VERIFY = Namespace(act="verify")


def alter(evidence: Evidence) -> None:
    path = path_of(evidence.versions.get().sha256)
    path.chmod(0o640)
    path.write_bytes(b"khac")


@pytest.mark.django_db
def test_whole_files_are_said_to_be_whole(add: Add, capsys: pytest.CaptureFixture[str]) -> None:
    add("một của lần một")
    add("hai của lần một")
    assert command.run(VERIFY) == 0
    assert "Mọi tệp minh chứng nguyên vẹn: 2 tệp." in capsys.readouterr().out
    check = HashCheck.objects.get()
    assert (check.files, check.broken, check.by) == (2, [], None)
    assert Entry.objects.filter(verb="evidence.check").count() == 1


def test_altered_and_missing_files_are_named(add: Add, capsys: pytest.CaptureFixture[str]) -> None:
    whole, altered, missing = add("nguyên của lần hai"), add("sửa"), add("mất")
    alter(altered)
    path_of(missing.versions.get().sha256).unlink()
    assert command.run(VERIFY) == 1
    said = capsys.readouterr().out
    assert f"Minh chứng số {altered.pk}, tệp «Báo cáo rà soát.txt»: nội dung đã bị" in said
    assert f"Minh chứng số {missing.pk}, tệp «Báo cáo rà soát.txt»: không còn trên đĩa" in said
    assert f"số {whole.pk}," not in said
    assert "2 tệp hỏng, 1 tệp còn nguyên vẹn." in said
    states = {one["evidence"]: one["state"] for one in HashCheck.objects.get().broken}
    assert states == {altered.pk: "altered", missing.pk: "missing"}
    path_of(altered.versions.get().sha256).unlink()  # other tests keep the same bytes


def test_the_daily_look_asks_for_the_next_one_and_only_one_waits(add: Add) -> None:
    add("ngày của lần ba")
    assert jobs.ask_for_checks()
    assert not jobs.ask_for_checks()
    DBTaskResult.objects.filter(task_path=jobs.check_files.module_path).update(status="RUNNING")
    assert jobs.check_files.call() == "1 files, 0 broken"
    waiting = DBTaskResult.objects.filter(task_path=jobs.check_files.module_path, status="READY")
    assert waiting.count() == 1
    assert not jobs.ask_for_checks()


def test_the_result_stands_on_the_list_of_those_who_answer_for_it(
    world: World, add: Add, signed_in: SignedIn
) -> None:
    evidence = add("bảng của lần bốn")
    address = "/minh-chung/"
    assert "Chưa kiểm tra tệp" in signed_in(world.an).get(address).content.decode()
    check_all()
    assert "Tệp nguyên vẹn" in signed_in(world.quynh).get(address).content.decode()
    alter(evidence)
    check_all()
    assert "1 tệp hỏng trên 1" in signed_in(world.an).get(address).content.decode()
    assert "tệp hỏng" not in signed_in(world.binh).get(address).content.decode()
    page = signed_in(world.an).get("/minh-chung/kiem-tra/").content.decode()
    assert "nội dung đã bị thay đổi" in page
    path_of(evidence.versions.get().sha256).unlink()
