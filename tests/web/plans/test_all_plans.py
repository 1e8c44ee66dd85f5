"""Every reference plan and every sample goes the whole way of the office, and says the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cchc.commands.plan_files import read_files
from cchc.documents.limits import Limits
from cchc.plan import model as values
from cchc.web.accounts.models import User
from cchc.web.audit.chain_check import prove
from cchc.web.intake import jobs
from cchc.web.intake.models import Reading
from cchc.web.intake.queries import open_questions, plan_of
from cchc.web.intake.questions import Kind
from cchc.web.organisation.matching import fold_name
from cchc.web.plans.models import PlanVersion
from cchc.web.plans.queries.versions import plan_of_version
from tests.conftest import ROOT, SHARED, require
from tests.web.world import World

SignedIn = Callable[[User], Client]
State = PlanVersion.State
READABLE = (".docx", ".pdf", ".txt", ".xlsx")
SCANS = ("phuong_dong_thanh_2026_scan", "d06_ubnd_xa_my_loc_2025")  # pictures of pages: slow
FOLDERS = (SHARED / "reading" / "plans", SHARED / "reading" / "samples", ROOT / "samples")
if os.environ.get("DATABASE_URL"):
    FOLDERS = FOLDERS[-1:]  # what a plan says is the same whatever database keeps it


def _given() -> list[tuple[Path, ...]]:
    """The files of each plan: a text with its appendix in another file is one plan."""
    found: dict[tuple[Path, str], list[Path]] = {}
    for folder in FOLDERS:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix in READABLE:
                found.setdefault((folder, path.stem), []).append(path)
    return [tuple(paths) for paths in found.values()]


def _as_case(paths: tuple[Path, ...]) -> Any:
    marks = [pytest.mark.scan] if paths[0].stem in SCANS else []
    return pytest.param(paths, id="+".join(one.name for one in paths), marks=marks)


@pytest.mark.parametrize("paths", [_as_case(paths) for paths in _given()])
def test_a_plan_goes_from_upload_to_the_issue_of_its_amendment(
    world: World, signed_in: SignedIn, paths: tuple[Path, ...]
) -> None:
    is_scan = paths[0].stem in SCANS
    if is_scan:
        require("tesseract", "tesseract-ocr-vie")
    an, giang = signed_in(world.an), signed_in(world.giang)
    reading = _read(an, world, paths)
    _decide_names(an, reading, world)
    _opens_on_the_desk(an, reading)
    read = plan_of(reading)
    if not is_scan:
        assert read == read_files(paths, Limits()).plan
    first = _confirm(an, reading, world)
    _issue(an, giang, first, "12")
    assert _said(plan_of_version(first)) == _said(read)
    _post(an, first, "sua-doi/", reason="Điều chỉnh thời hạn")
    second = first.plan.versions.get(ordinal=2)
    assert _said(plan_of_version(second)) == _said(read)
    _issue(an, giang, second, "34")
    assert _said(plan_of_version(second)) == _said(read)
    first.refresh_from_db()
    assert (first.state, second.state) == (State.SUPERSEDED, State.ISSUED)
    assert signed_in(world.hanh).get(_address(second)).status_code == 200
    assert prove().broken is None


def _read(an: Client, world: World, paths: tuple[Path, ...]) -> Reading:
    given = [SimpleUploadedFile(one.name, one.read_bytes()) for one in paths]
    data: dict[str, Any] = {"uploads": given, "office": world.department.pk}
    answer = an.post("/ban-ra-soat/moi/", data)
    assert answer.status_code == 302, answer.content.decode()
    reading = Reading.objects.get()
    jobs.read.call(reading.pk)
    reading.refresh_from_db()
    assert reading.state == Reading.State.READY, reading.sentence
    return reading


def _opens_on_the_desk(an: Client, reading: Reading) -> None:
    first = open_questions(reading)[:1]
    look = f"?muc={first[0].item}&o={first[0].field}" if first else ""
    page = an.get(f"/ban-ra-soat/{reading.pk}/{look}").content.decode()
    assert 'id="source-side"' in page
    assert an.get(f"/ban-ra-soat/{reading.pk}/ten-don-vi/").status_code == 200


def _decide_names(an: Client, reading: Reading, world: World) -> None:
    """In turn one unit, several and somebody outside, for all names that no unit has."""
    units = [world.office.pk, world.technology.pk, world.quality.pk]
    asked = [one.name for one in open_questions(reading) if one.kind is Kind.NAME]
    for place, name in enumerate(asked):
        kind = ("set", "outside", "unit")[place % 3]
        data: dict[str, Any] = {"name": fold_name(name), "kind": kind}
        data |= {"units": units, "unit": units[0], "remember": "1"}
        answer = an.post(f"/ban-ra-soat/{reading.pk}/ten-don-vi/quyet-dinh/", data)
        assert answer.status_code == 302, name
    assert not [one for one in open_questions(reading) if one.kind is Kind.NAME]


def _confirm(an: Client, reading: Reading, world: World) -> PlanVersion:
    address = f"/ke-hoach/xac-nhan/{reading.pk}/"
    shown = an.get(address).context["form"].initial
    data = {"owner": world.department.pk, "kind": "annual", "year": shown["year"]}
    answer = an.post(address, data | {"title": shown["title"]})
    assert answer.status_code == 302, answer.context["form"].errors
    return PlanVersion.objects.select_related("plan").get()


def _issue(an: Client, giang: Client, version: PlanVersion, number: str) -> None:
    _post(an, version, "trinh/")
    _post(giang, version, "duyet/")
    imprint = {"number": number, "symbol": "KH-SKHCN", "issued_on": "2026-03-02"}
    signer = {"capacity": "own", "signer_title": "Giám đốc", "signer_name": "Võ Hương Giang"}
    _post(an, version, "ban-hanh/", **imprint, **signer)


def _address(version: PlanVersion) -> str:
    return f"/ke-hoach/{version.plan_id}/ban/{version.ordinal}/"


def _post(client: Client, version: PlanVersion, step: str, **data: str) -> None:
    answer = client.post(_address(version) + step, {"version": version.version, **data})
    assert answer.status_code == 302, answer.content.decode()
    version.refresh_from_db()


def _said(plan: values.Plan) -> values.Plan:
    """What a plan says besides what is entered when it is issued."""
    header = replace(plan.header, number=None, symbol=None, date=values.PartialDate())
    return replace(plan, header=replace(header, signer=values.Signer()))
