"""Medians of several runs, processes timed from outside, and the peak memory of a child."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_MOST_TABLES = 16  # values that a cache of tables holds; caches of texts hold hundreds


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `bound` is what it must reach, as text, `holds` whether it does."""

    what: str
    size: str
    ours: str
    baseline: str
    ratio: str
    bound: str
    holds: bool | None


def median_seconds(
    work: Callable[[], object], runs: int, before_each: Callable[[], object] | None = None
) -> float:
    """The median wall-clock time of `runs` runs, after one that is not counted."""
    work()
    times: list[float] = []
    for _ in range(runs):
        if before_each is not None:
            before_each()
        times.append(_timed(work))
    return statistics.median(times)


def forget_texts() -> None:
    """Empty the project's caches of texts, as a new process has them; tables made once stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("cchc."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and _holds_texts(value.cache_parameters()):
                    value.cache_clear()


def _holds_texts(parameters: Mapping[str, int | None]) -> bool:
    most = parameters["maxsize"]
    return most is not None and most > _MOST_TABLES


def median_pair(
    ours: Callable[[], object], baseline: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Medians of two works run in turns, so that a busy machine slows both alike."""
    ours()
    baseline()
    pairs = [(_timed(ours), _timed(baseline)) for _ in range(runs)]
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.freeze()  # what the bench itself holds is not walked again while it measures
    started = time.perf_counter()
    work()
    taken = time.perf_counter() - started
    gc.unfreeze()
    return taken


def median_process_seconds(command: Sequence[str], runs: int) -> float:
    """The median time of a whole process, from start to end."""
    return median_seconds(
        lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), runs
    )


def peak_megabytes(module: str, *arguments: str) -> float:
    """The peak memory of `python -m module arguments` and of the processes it starts."""
    watched = (
        "import resource, runpy, sys;"
        f"sys.argv = {[module, *arguments]!r};"
        f"runpy.run_module({module!r}, run_name='__main__');"
        "own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss;"
        "print(max(own, started))"
    )
    done = subprocess.run(
        [sys.executable, "-c", watched], check=True, capture_output=True, text=True
    )
    return int(done.stdout.splitlines()[-1]) / 1024
