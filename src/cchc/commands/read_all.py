"""`cchc read-all DIR --out DIR`: many plans over all cores, going on past bad files.

One result a plan in the folder of results, a table at the end, and the same table as
`summary.csv` beside the results.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import io
import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from cchc.commands.batch import Group, Outcome, groups_in, read_group, totals
from cchc.commands.output import save, show
from cchc.commands.refusal import Exit, Refusal
from cchc.commands.rendering import Form
from cchc.documents.limits import Limits

SUMMARY_NAME = "summary.csv"
_WIDTH = 120
_HEADINGS = ("Tệp", "Nhiệm vụ", "Chỉ tiêu", "Phát hiện", "Giây", "Ghi chú")


def run(args: argparse.Namespace) -> int:
    """Read all plans of a folder.

    1. find the groups of files; 2. spread them over the cores; 3. tell the progress on standard
    error; 4. write the table to standard output and to `summary.csv`. The exit code is 0 where at
    least one plan was read, else 2.
    """
    folder, out = Path(args.folder), Path(args.out)
    if not folder.is_dir():
        raise Refusal(f"Không có thư mục «{folder}»; vui lòng kiểm tra lại đường dẫn.")
    groups = groups_in(folder)
    if not groups:
        raise Refusal(f"Thư mục «{folder}» không có tệp kế hoạch nào đọc được.")
    _make(out)
    form = Form(args.format or Form.JSON)
    started = time.monotonic()
    outcomes = sorted(
        _told(groups, out, form, args.jobs or cores()), key=lambda outcome: outcome.name
    )
    seconds = time.monotonic() - started
    save(_as_csv(outcomes), out / SUMMARY_NAME)
    show(_as_table(outcomes, seconds))
    read, _ = totals(outcomes)
    return Exit.DONE if read else Exit.UNREADABLE


def cores() -> int:
    """The processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def read_over(
    groups: list[Group], out: Path, form: Form, jobs: int, limits: Limits
) -> Iterator[Outcome]:
    """Read groups over `jobs` processes; outcomes come as they are ready."""
    workers = min(jobs, len(groups))
    with ProcessPoolExecutor(max_workers=workers, initializer=_prepare) as pool:
        waiting: dict[Future[Outcome], Group] = {
            pool.submit(read_group, group, out, form, limits): group for group in groups
        }
        try:
            for done in as_completed(waiting):
                yield done.result()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


# Each plan is read in a process forked from the worker: what the worker has loaded, it need not.
_PRELOADED = (
    "cchc.documents.docx",
    "cchc.documents.pdf",
    "cchc.documents.plain",
    "cchc.documents.reencoding",
    "cchc.documents.workbook",
    "cchc.plan.workbook_reading",
)


def _prepare() -> None:
    """Make a worker ready: load the usual readers once, leave Ctrl-C to the person's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for module in _PRELOADED:
        importlib.import_module(module)


def _told(groups: list[Group], out: Path, form: Form, jobs: int) -> Iterator[Outcome]:
    """Tell the progress on standard error: a bar on a terminal, else a line for each plan."""
    outcomes = read_over(groups, out, form, jobs, Limits.from_environment())
    console = Console(stderr=True)
    if not console.is_terminal:
        for number, outcome in enumerate(outcomes, start=1):
            sys.stderr.write(f"[{number}/{len(groups)}] {outcome.name}\n")
            yield outcome
        return
    columns = (
        TextColumn("Đang đọc"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[file]}", markup=False),
    )
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task("", total=len(groups), file="")
        for outcome in outcomes:
            progress.update(bar, advance=1, file=outcome.name)
            yield outcome


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"Không tạo được thư mục kết quả «{out}».") from error


def _as_table(outcomes: list[Outcome], seconds: float) -> str:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading, justify in zip(_HEADINGS, ("left", *("right",) * 4, "left"), strict=True):
        table.add_column(heading, justify="right" if justify == "right" else "left")
    for outcome in outcomes:
        table.add_row(*(Text(cell) for cell in _cells(outcome)))
    terminal = Console()
    out = io.StringIO()
    width = terminal.width if terminal.is_terminal else _WIDTH
    Console(file=out, width=width, color_system=None).print(table)
    read, failed = totals(outcomes)
    tasks = sum(outcome.tasks for outcome in outcomes)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return "\n".join(
        [
            *lines,
            f"Đã đọc {read} kế hoạch, {tasks} nhiệm vụ trong {seconds:.1f} giây; "
            f"{failed} không đọc được.",
        ]
    )


def _cells(outcome: Outcome) -> tuple[str, ...]:
    if outcome.code is not Exit.DONE:
        return outcome.name, "", "", "", f"{outcome.seconds:.2f}", outcome.sentence
    counts = (str(outcome.tasks), str(outcome.targets), str(outcome.findings))
    return outcome.name, *counts, f"{outcome.seconds:.2f}", outcome.sentence


def _as_csv(outcomes: list[Outcome]) -> bytes:
    """The table for Excel: with a byte order mark, and no cell that could become a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    for outcome in outcomes:
        writer.writerow(
            f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
            for cell in _cells(outcome)
        )
    return out.getvalue().encode("utf-8-sig")
