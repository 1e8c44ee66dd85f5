"""Run a function in a process of its own that may use only so much time and memory.

For reading files nobody has looked at: what checks inside a reader cannot stop (a library that
loops or allocates) ends with the process, and the caller gets a code instead of a hang. Whoever
watches is told how far it is, and may stop it at any moment.
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, TypeVar

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.progress import Progress

Result = TypeVar("Result")
# Is given each report, and None while nothing is reported; may raise, which ends the process.
Watch = Callable[[Progress | None], None]

_LOOK_AGAIN = 0.25  # seconds between two looks of who watches


class Crashed(Exception):
    """The confined function raised something else than `UnreadableFile`, or its process died."""


def run_confined(
    function: Callable[..., Result],
    *arguments: object,
    seconds: float,
    memory_bytes: int,
    watch: Watch | None = None,
) -> Result:
    """Call `function(*arguments)` in a child process; both must be picklable.

    The child is a fork: call this from a process that runs no threads of its own. With `watch` the
    function is also given `tell=`, with which it reports its `Progress`; what `watch` raises ends
    the child and all that it started, and is raised here.
    Raises `UnreadableFile` as the function did, TOO_SLOW or TOO_MUCH_MEMORY where it went over;
    `Crashed` with the child's own report for any other end.
    """
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_confined,
        args=(sender, function, arguments, seconds, memory_bytes, watch is not None),
        daemon=False,
    )
    child.start()
    sender.close()
    patience = 0.0
    try:
        outcome, value = _awaited(receiver, seconds, watch)
        patience = 0.5
    except EOFError as error:
        child.join(1)
        raise Crashed(f"the process ended with code {child.exitcode}") from error
    finally:
        if child.is_alive():
            child.join(patience)
        if child.is_alive():
            _end_with_all_it_started(child)
        child.join()
        receiver.close()
    match outcome:
        case "value":
            return value  # type: ignore[no-any-return]
        case "unreadable":
            code, data = value
            raise UnreadableFile(code, **data)
        case "memory":
            raise UnreadableFile(Unreadable.TOO_MUCH_MEMORY, limit_mb=memory_bytes // 2**20)
        case _:
            raise Crashed(value)


def _awaited(receiver: Connection, seconds: float, watch: Watch | None) -> tuple[str, Any]:
    """Wait for the outcome, telling who watches what is reported on the way."""
    ends_at = time.monotonic() + seconds
    while True:
        left = ends_at - time.monotonic()
        if left <= 0 and not receiver.poll(0):
            raise UnreadableFile(Unreadable.TOO_SLOW, seconds=round(seconds))
        if not receiver.poll(max(0.0, left if watch is None else min(left, _LOOK_AGAIN))):
            if watch is not None:
                watch(None)
            continue
        told, value = receiver.recv()
        if told != "progress":
            return told, value
        if watch is not None:
            watch(value)


def _end_with_all_it_started(child: ForkProcess) -> None:
    """Kill the child and the engines it runs: they are one group of processes."""
    if child.pid is not None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()


def _confined(
    sender: Connection,
    function: Callable[..., object],
    arguments: tuple[object, ...],
    seconds: float,
    memory_bytes: int,
    is_watched: bool,  # noqa: FBT001  # only the lines above call this
) -> None:
    """In the child: set the bounds, call, send back what came of it."""
    os.setpgid(0, 0)
    # What libraries say on standard error about a damaged file is not for the person.
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    _set_bounds(seconds, memory_bytes)
    outcome: tuple[str, object] = ("crash", "")
    told = {"tell": lambda report: sender.send(("progress", report))} if is_watched else {}
    try:
        outcome = ("value", function(*arguments, **told))
    except UnreadableFile as error:
        outcome = ("unreadable", (error.code, error.data))
    except MemoryError:
        outcome = ("memory", None)
    finally:
        if sys.exc_info()[0] is not None:
            outcome = ("crash", traceback.format_exc())
        sender.send(outcome)
        sender.close()


def _set_bounds(seconds: float, memory_bytes: int) -> None:
    most = _in_use() + memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A second more than the parent waits: the parent's answer comes first.
    processor = math.ceil(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))


def _in_use() -> int:
    """Return the address space that the fork began with, where the system says it (Linux)."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 2**30
    return int(pages) * resource.getpagesize()
