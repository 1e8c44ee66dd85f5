"""A function in a process of its own: what it returns, and what happens when it goes too far."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from cchc.documents.confinement import Crashed, run_confined
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.progress import Progress, Step, Tell

MEMORY = 200 * 2**20


def double(number: int) -> int:
    return 2 * number


def refuse(name: str) -> None:
    raise UnreadableFile(Unreadable.PLAIN_ZIP, name=name)


def take_memory(megabytes: int) -> int:
    return len(bytearray(megabytes * 2**20))


def sleep_long(seconds: float) -> None:
    time.sleep(seconds)


def be_wrong() -> None:
    raise ZeroDivisionError("một sai sót của chương trình")


def die() -> None:
    os._exit(7)


def confined(function: object, *arguments: object, seconds: float = 10.0) -> object:
    assert callable(function)
    return run_confined(function, *arguments, seconds=seconds, memory_bytes=MEMORY)


def test_a_result_comes_back() -> None:
    assert confined(double, 21) == 42


def test_a_large_result_comes_back() -> None:
    assert confined(take_memory, 20) == 20 * 2**20


def test_a_refusal_comes_back_with_its_data() -> None:
    with pytest.raises(UnreadableFile) as refused:
        confined(refuse, "hồ sơ.docx")
    assert (refused.value.code, refused.value.data) == (
        Unreadable.PLAIN_ZIP,
        {"name": "hồ sơ.docx"},
    )


def test_too_much_memory_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        confined(take_memory, 1000)
    assert refused.value.code is Unreadable.TOO_MUCH_MEMORY


def test_too_much_time_is_refused_and_the_process_ends() -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        confined(sleep_long, 60.0, seconds=0.3)
    assert refused.value.code is Unreadable.TOO_SLOW
    assert time.monotonic() - began < 5


def test_a_mistake_of_the_program_is_reported_with_its_place() -> None:
    with pytest.raises(Crashed, match="ZeroDivisionError"):
        confined(be_wrong)


def test_a_process_that_dies_is_reported() -> None:
    with pytest.raises(Crashed, match="7"):
        confined(die)


def count(to: int, tell: Tell) -> int:
    for number in range(1, to + 1):
        tell(Progress(Step.PAGES, number, to))
    return to


def sleep_beside_an_engine(path: str, tell: Tell) -> None:
    engine = subprocess.Popen(["sleep", "60"])
    Path(path).write_text(str(engine.pid))
    time.sleep(60)


class Enough(Exception):
    pass


def test_who_watches_is_told_how_far_it_is() -> None:
    told: list[Progress | None] = []
    found = run_confined(count, 3, seconds=10.0, memory_bytes=MEMORY, watch=told.append)
    assert found == 3
    assert [one for one in told if one] == [Progress(Step.PAGES, n, 3) for n in (1, 2, 3)]


def test_who_watches_may_stop_it_with_all_that_it_started(tmp_path: Path) -> None:
    started = tmp_path / "engine"

    def stop(_report: Progress | None) -> None:
        if started.exists() and started.read_text():
            raise Enough

    began = time.monotonic()
    with pytest.raises(Enough):
        run_confined(
            sleep_beside_an_engine, str(started), seconds=30.0, memory_bytes=MEMORY, watch=stop
        )
    assert time.monotonic() - began < 2
    state = Path(f"/proc/{started.read_text()}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"
