"""Killing a real process at random moments of its work, again and again, on an office of its own.

The process that is forked from is `python -c "… serve(prepare, work)"`: it prepares the office
once, says «ready», and for each line that it reads forks a child that works until it dies. A child
says `done()` after each thing it has done. A slow machine gives its children longer to live.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import cycle

from tests.web.own_office import ROOT, let_go_of_the_database, run

_START = "import django; django.setup(); from {0} import main; main()"
_SHORTEST, _LONGEST = 0.05, 5.0  # seconds that a child lives


def kill_again_and_again(
    office: dict[str, str], module: str, verbs: Sequence[str], *, kills: int, at_least: int
) -> Counter[str]:
    """For each verb in turn: a child of the module's process begins on it and is killed.

    Goes on past `kills` until each verb has been done `at_least` so often; returns how often each
    was said to be done. CCHC_KILLS=300 kills so often instead, for an evening of it.
    """
    kills = int(os.environ.get("CCHC_KILLS", kills))
    chance = random.Random(20260302)
    longest, counted = 0.35, Counter[str]()
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
        for number, verb in enumerate(cycle(verbs)):
            if number >= kills and all(counted[one] >= at_least for one in verbs):
                return counted
            assert number < 10 * kills, f"hardly anything was done: {counted}"
            target.stdin.write(f"{verb}\n")
            target.stdin.flush()
            child = int(target.stdout.readline())
            time.sleep(chance.uniform(_SHORTEST, longest))
            os.kill(child, signal.SIGKILL)
            said = list(iter(target.stdout.readline, "gone\n"))
            assert set(said) <= {"done\n"}, said
            counted[verb] += len(said)
            longest = longest if said else min(longest * 1.25, _LONGEST)
    finally:
        target.stdin.close()
        target.wait(20)
    raise AssertionError("the verbs came to an end")


def done() -> None:
    """In a child: say that one thing has been done, in one write that is whole or not there."""
    os.write(1, b"done\n")


def found_by(office: dict[str, str], module: str) -> str:
    """What a check in a fresh process says of the office; its failure is the test's."""
    return run(office, "-c", _START.format(module)).stdout


def serve(prepare: Callable[[], None], work: Callable[[str, int], None]) -> None:
    """The process's side: `work` is given the line and the number of its process."""
    prepare()
    let_go_of_the_database()
    print("ready", flush=True)
    for line in sys.stdin:
        starts, start = os.pipe()
        child = os.fork()
        if child == 0:
            os.read(starts, 1)  # not before its number is told
            work(line.strip(), os.getpid())
        print(child, flush=True)
        os.write(start, b"!")
        os.waitpid(child, 0)
        os.close(starts)
        os.close(start)
        print("gone", flush=True)
