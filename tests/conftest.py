"""What all tests share: where the reference material is, and skipping loudly."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REQUIRE_ALL = os.environ.get("CCHC_REQUIRE_ALL") == "1"


def skip_or_fail(reason: str) -> NoReturn:
    """Skip, saying why; where everything is required (CI), a skip is a failure."""
    if REQUIRE_ALL:
        pytest.fail(reason)
    pytest.skip(reason)


def require(program: str, install: str) -> str:
    """Return the path of an optional program, or skip saying what to install."""
    found = shutil.which(program)
    if found is None:
        skip_or_fail(f"{program} is not installed; to run this test: apt-get install {install}")
    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference plans and gold beside the repository."""
    if not SHARED.is_dir():
        skip_or_fail("the reference folder ../shared is not beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def samples() -> Path:
    """The project's own sample plans."""
    return ROOT / "samples"
