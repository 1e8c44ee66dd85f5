"""What the tests of evidence share: pieces given by Bình's unit, a task to serve, papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.accounts.models import User
from cchc.web.evidence.actions import adding
from cchc.web.evidence.actions.linking import Claim, link
from cchc.web.evidence.models import Evidence, EvidenceLink
from cchc.web.evidence.subjects import Subject, subject_of
from cchc.web.organisation.models import Unit
from cchc.web.plans.models import Task
from tests.web.plans.drafts import State, brought_to
from tests.web.world import TODAY, World

Add = Callable[..., Evidence]
PAPER = """SỞ KHOA HỌC VÀ CÔNG NGHỆ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 158/BC-SKHCN        Độc lập - Tự do - Hạnh phúc

BÁO CÁO
Kết quả rà soát quy trình ISO
"""
Q1 = {"period_from": date(2026, 1, 1), "period_to": date(2026, 3, 31)}
Q2 = {"period_from": date(2026, 4, 1), "period_to": date(2026, 6, 30)}


def paper(text: str = PAPER, name: str = "Báo cáo rà soát.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


@pytest.fixture
def add(world: World) -> Add:
    """Add a file as Bình for his unit: `add("chữ", subject="…")`; `file=None`: on record."""

    def made(
        text: str | None = PAPER,
        *,
        by: User | None = None,
        unit: Unit | None = None,
        **facts: object,
    ) -> Evidence:
        file = adding.keep(adding.look_at(paper(text))) if text is not None else None
        given = adding.Facts(**facts)  # type: ignore[arg-type]
        unit = unit or world.technology
        return adding.add(by=by or world.binh, on=TODAY, unit=unit, facts=given, file=file)

    return made


@pytest.fixture
def task(world: World) -> Task:
    """A task of the issued plan that Bình's unit leads and the office supports."""
    return brought_to(world, State.ISSUED).tasks.get(label="2", area="leadership")


def subject(world: World, task: Task, by: User | None = None) -> Subject:
    return subject_of(by or world.binh, TODAY, "plans.task", str(task.key))


def tied(world: World, evidence: Evidence, task: Task, **period: date) -> EvidenceLink:
    """Evidence tied by Bình to a task."""
    claim = Claim(subject(world, task), **period)  # type: ignore[arg-type]
    return link(by=world.binh, on=TODAY, evidence=evidence, claim=claim)
