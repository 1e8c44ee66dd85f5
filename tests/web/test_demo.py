"""The demo office: opened once, from the project's own samples, the way people work."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.demo import opening
from cchc.web.demo.opening import log_ins, needs_opening, open_demo
from cchc.web.evidence.models import EvidenceVersion
from cchc.web.evidence.queries import has_evidence
from cchc.web.intake.models import Reading
from cchc.web.organisation.models import Role
from cchc.web.plans.models import PlanVersion
from cchc.web.work.models import Occurrence, TargetMeasure

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_demo_has_an_issued_plan_with_its_work_and_drafts_on_the_desk(
    samples: Path, settings: Any
) -> None:
    assert needs_opening()
    settings.TODAY = date(2026, 6, 10)
    open_demo(samples)
    assert not needs_opening()
    version = PlanVersion.objects.get()
    assert (version.state, f"{version.number}/{version.symbol}") == ("issued", "09/KH-SKHCN")
    assert version.tasks.count() == 35
    assert sorted(Reading.objects.values_list("state", flat=True)) == [
        "confirmed",
        "ready",
        "ready",
    ]
    assert User.objects.count() >= 20
    over = Occurrence.objects.filter(state__in=Occurrence.OVER)
    proved = over.filter(has_evidence()).count()
    assert 0 < proved < over.count(), "some done work has no evidence yet"
    assert EvidenceVersion.objects.count() == min(proved, 2)
    assert TargetMeasure.objects.exists()


def test_every_role_has_a_log_in_that_opens_the_office(samples: Path) -> None:
    open_demo(samples)
    known = log_ins()
    for name, password, _ in known:
        browser = Client()
        answer = browser.post("/dang-nhap/", {"username": name, "password": password}, follow=True)
        assert answer.status_code == 200
        assert "Đăng xuất" in answer.content.decode()
    roles = {
        role
        for user in User.objects.filter(username__in=[name for name, *_ in known])
        for role in user.positions.values_list("role", flat=True)
    }
    assert roles == set(Role.values)


def test_a_demo_that_fails_halfway_leaves_an_empty_office(samples: Path, tmp_path: Path) -> None:
    (tmp_path / opening.ISSUED).write_bytes((samples / opening.ISSUED).read_bytes())
    with pytest.raises(FileNotFoundError):
        open_demo(tmp_path)
    assert needs_opening()
    assert not Reading.objects.exists()
