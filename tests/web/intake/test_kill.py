"""The server killed at any moment of an upload or an edit leaves all of it or nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[3]
KILLS = 24


@pytest.fixture
def office(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of an office of its own, on the database that the tests run on."""
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cchc.web.settings",
        "CCHC_DATA": str(tmp_path / "office"),
        "CCHC_TODAY": "2026-03-02",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    }
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        yield env
        return
    name = f"kill_{os.getpid()}"
    with psycopg.connect(url.rsplit("/", 1)[0] + "/postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield env | {"DATABASE_URL": f"{url.rsplit('/', 1)[0]}/{name}"}
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_a_process_killed_at_random_leaves_rows_and_files_that_agree(
    office: dict[str, str],
) -> None:
    chance = random.Random(20260302)
    target = subprocess.Popen(
        [sys.executable, "-m", "tests.web.intake.kill_target"],
        cwd=ROOT,
        env=office,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert target.stdin is not None
    assert target.stdout is not None
    try:
        assert target.stdout.readline() == "ready\n"
        for number in range(KILLS):
            target.stdin.write("upload\n" if number % 2 else "edit\n")
            target.stdin.flush()
            child = int(target.stdout.readline())
            time.sleep(chance.uniform(0.05, 0.45))
            os.kill(child, signal.SIGKILL)
            assert target.stdout.readline() == "gone\n"
    finally:
        target.stdin.close()
        target.wait(20)
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.intake.kill_check"],
        cwd=ROOT,
        env=office,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    _, readings, _, edits, _ = done.stdout.split()
    assert int(readings) > KILLS // 2
    assert int(edits) > KILLS // 2
