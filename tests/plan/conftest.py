"""Plans of the reference folder, read once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.plan.interchange import plan_from_json
from cchc.plan.model import Plan


@pytest.fixture(scope="session")
def gold_plans(shared: Path) -> list[Plan]:
    """Every gold plan: what reading should give for the samples and the real plans."""
    paths = [*shared.glob("reading/samples/*.json"), *shared.glob("reading/plans/*.json")]
    return [plan_from_json(json.loads(path.read_text(encoding="utf-8"))) for path in paths]
