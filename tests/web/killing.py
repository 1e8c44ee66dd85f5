"""Killing a real process at random moments of its work, again and again, on an office of its own.

The process that is forked from is `python -c "… serve(prepare, work)"`: it prepares the office
once, says «ready», and for each line that it reads forks a child that works until it dies.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from django.core.management import call_command
from django.db import connections

ROOT = Path(__file__).resolve().parents[2]
_START = "import django; django.setup(); from {0} import main; main()"
_SHORTEST = 0.05  # seconds that a child lives at least


def kill_again_and_again(
    office: dict[str, str], module: str, lines: Iterable[str], longest: float = 0.35
) -> None:
    """For each line: a child of the module's process begins on it and dies in `longest` seconds."""
    chance = random.Random(20260302)
    target = subprocess.Popen(
        [sys.executable, "-c", _START.format(module)],
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
        for line in lines:
            target.stdin.write(f"{line}\n")
            target.stdin.flush()
            child = int(target.stdout.readline())
            time.sleep(chance.uniform(_SHORTEST, longest))
            os.kill(child, signal.SIGKILL)
            assert target.stdout.readline() == "gone\n"
    finally:
        target.stdin.close()
        target.wait(20)


def found_by(office: dict[str, str], module: str) -> str:
    """What a check in a fresh process says of the office; its failure is the test's."""
    done = subprocess.run(
        [sys.executable, "-c", _START.format(module)],
        cwd=ROOT,
        env=office,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def serve(prepare: Callable[[], None], work: Callable[[str, int], None]) -> None:
    """The process's side: `work` is given the line and the number of its process."""
    call_command("migrate", verbosity=0)
    prepare()
    connections.close_all()
    for alias in connections:
        close_pool = getattr(connections[alias], "close_pool", None)
        if close_pool is not None:
            close_pool()
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(line.strip(), os.getpid())
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)
