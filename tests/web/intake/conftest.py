"""What the tests of the desk share: plans taken in by An and read as the worker reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.accounts.models import User
from cchc.web.intake import jobs
from cchc.web.intake.actions.taking_in import keep_files, take_in
from cchc.web.intake.models import Item, Reading
from cchc.web.organisation.models import Unit
from tests.web.world import World

TakeIn = Callable[..., Reading]


def uploads(*paths: Path) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]


@pytest.fixture
def taken_in(world: World) -> TakeIn:
    """Upload files as An of the department, without reading them: `taken_in(path, …)`."""

    def take(*paths: Path, by: User | None = None, office: Unit | None = None) -> Reading:
        return take_in(
            by=by or world.an,
            office=office or world.department,
            kept=keep_files(uploads(*paths), most=12),
        )

    return take


@pytest.fixture
def read(taken_in: TakeIn) -> TakeIn:
    """Upload files and read them as the worker does."""

    def take(*paths: Path, **more: object) -> Reading:
        reading = taken_in(*paths, **more)
        jobs.read.call(reading.pk)
        reading.refresh_from_db()
        return reading

    return take


@pytest.fixture
def desk(read: TakeIn, samples: Path) -> Reading:
    """The sample plan of the department on the desk."""
    return read(samples / "skhcn_2026.docx")


def item(reading: Reading, part: str, place: int = 0) -> Item:
    """The n-th item of a part as it now stands."""
    rows = Item.objects.filter(reading=reading, part=part, is_removed=False).select_related(
        "reading__office"
    )
    return rows.order_by("place", "pk")[place]
