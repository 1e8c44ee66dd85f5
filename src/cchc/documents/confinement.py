"""Run a function in a process of its own that may use only so much time and memory.

For reading files nobody has looked at: what checks inside a reader cannot stop (a library that
loops or allocates) ends with the process, and the caller gets a code instead of a hang.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import resource
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from cchc.documents.errors import Unreadable, UnreadableFile

Result = TypeVar("Result")


class Crashed(Exception):
    """The confined function raised something else than `UnreadableFile`, or its process died."""


def run_confined(
    function: Callable[..., Result],
    *arguments: object,
    seconds: float,
    memory_bytes: int,
) -> Result:
    """Call `function(*arguments)` in a child process; both must be picklable.

    The child is a fork: call this from a process that runs no threads of its own.
    Raises `UnreadableFile` as the function did, TOO_SLOW or TOO_MUCH_MEMORY where it went over;
    `Crashed` with the child's own report for any other end.
    """
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_confined, args=(sender, function, arguments, seconds, memory_bytes), daemon=False
    )
    child.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise UnreadableFile(Unreadable.TOO_SLOW, seconds=round(seconds))
        outcome, value = receiver.recv()
    except EOFError as error:
        child.join(1)
        raise Crashed(f"the process ended with code {child.exitcode}") from error
    finally:
        if child.is_alive():
            child.join(0.5)
        if child.is_alive():
            child.kill()
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


def _confined(
    sender: Connection,
    function: Callable[..., object],
    arguments: tuple[object, ...],
    seconds: float,
    memory_bytes: int,
) -> None:
    """In the child: set the bounds, call, send back what came of it."""
    # What libraries say on standard error about a damaged file is not for the person.
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    _set_bounds(seconds, memory_bytes)
    outcome: tuple[str, object] = ("crash", "")
    try:
        outcome = ("value", function(*arguments))
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
