"""`cchc serve` opens the office on a bare machine and goes away without a trace."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Start = Callable[[], tuple["subprocess.Popen[bytes]", str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start an office in a folder of its own; what still runs at the end is killed."""
    begun: list[subprocess.Popen[bytes]] = []

    def office() -> tuple[subprocess.Popen[bytes], str]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        environment |= {
            "CCHC_DATA": str(tmp_path),
            "DEMO": "0",
            "DJANGO_SETTINGS_MODULE": "cchc.web.settings",
        }
        child = subprocess.Popen(
            [sys.executable, "-m", "cchc.cli", "serve", "--port", str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        begun.append(child)
        return child, f"http://127.0.0.1:{port}/dang-nhap/"

    yield office
    for child in begun:
        child.kill()
        child.wait()


def _answers(address: str, within: float = 30.0) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.2)
    return False


def _is_gone(address: str, within: float = 15.0) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            return True
        time.sleep(0.2)
    return False


def test_the_office_opens_on_an_empty_folder_and_closes_when_told(start: Start) -> None:
    office, address = start()
    assert _answers(address)
    office.send_signal(signal.SIGTERM)
    assert office.wait(15) == 0
    assert _is_gone(address)


def test_an_office_whose_process_is_killed_leaves_no_children_behind(start: Start) -> None:
    office, address = start()
    assert _answers(address)
    office.kill()
    assert _is_gone(address)


def test_a_taken_port_is_said_in_one_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "cchc.cli", "serve", "--port", port],
            capture_output=True,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"127.0.0.1:{port}" in done.stderr
