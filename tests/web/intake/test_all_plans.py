"""Every reference plan and every sample goes from upload to the desk, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from cchc.commands.plan_files import read_files
from cchc.documents.limits import Limits
from cchc.web.accounts.models import User
from cchc.web.intake.models import Reading
from cchc.web.intake.queries import open_questions, plan_of
from tests.conftest import ROOT, SHARED, require
from tests.web.intake.conftest import TakeIn
from tests.web.world import World

PLANS = [
    *sorted((SHARED / "reading" / "plans").glob("*.txt")),
    *(
        path
        for path in sorted((SHARED / "reading" / "samples").iterdir() if SHARED.is_dir() else ())
        if path.suffix in (".docx", ".pdf", ".txt", ".xlsx")
    ),
    *(
        path
        for path in sorted((ROOT / "samples").iterdir())
        if path.suffix in (".docx", ".pdf", ".txt", ".xlsx")
    ),
]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_plan_goes_from_upload_to_the_desk(
    world: World, read: TakeIn, signed_in: Callable[[User], Client], path: Path
) -> None:
    if "scan" in path.name:
        require("tesseract", "tesseract-ocr-vie")
    reading = read(path)
    assert reading.state == Reading.State.READY, reading.sentence
    if "scan" not in path.name:
        assert plan_of(reading) == read_files([path], Limits()).plan
    client = signed_in(world.an)
    first = open_questions(reading)[:1]
    look = f"?muc={first[0].item}&o={first[0].field}" if first else ""
    page = client.get(f"/ban-ra-soat/{reading.pk}/{look}")
    assert page.status_code == 200
    assert 'id="source-side"' in page.content.decode()
    assert client.get(f"/ban-ra-soat/{reading.pk}/ten-don-vi/").status_code == 200
