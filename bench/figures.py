"""Each figure of the issue's section on speed, with its baseline and its bound."""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import docx
import pdfplumber

from bench.materials import copies, files, long_pdf
from bench.measure import (
    Figure,
    forget_texts,
    median_pair,
    median_process_seconds,
    median_seconds,
    peak_megabytes,
)
from bench.office import evidence_figures, office_figures, year_figures
from bench.reminders import reminder_figures
from cchc.commands.batch import groups_in
from cchc.commands.plan_files import read_here
from cchc.commands.read_all import read_over
from cchc.commands.rendering import Form
from cchc.documents.limits import Limits
from cchc.plan.model import Plan
from cchc.plan.workbook import plan_from_workbook, plan_to_workbook

RUNS = 5
ADDITIONS = 1_000_000
SHORT_RUNS = 25  # of what takes a tenth of a second, where one pause of the machine is much
ROUNDS = 3  # of the long one
LIMITS = Limits()
DOCX_RATIO, PDF_RATIO, TEXT_RATE = 4.0, 1.3, 1.0
HELP_SECONDS, DEADLINE_SECONDS = 0.25, 0.4
SPEED_UP, PLANS = 1.7, 200
PAGES, PAGES_MEGABYTES = 60, 300
TASKS, TASKS_SECONDS = 500, 0.4


def all_figures() -> Iterator[Figure]:
    """Measure everything, one figure after another, and between them the machine itself."""
    for part in (
        _word,
        _pdf,
        _dumps,
        _processes,
        _many,
        _memory,
        _workbook,
        office_figures,
        evidence_figures,
        year_figures,
        reminder_figures,
    ):
        yield machine()
        yield from part()


def machine() -> Figure:
    """How fast this machine is just now: shared ones run at half their speed at times."""

    def add() -> None:
        total = 0
        for number in range(ADDITIONS):
            total += number

    seconds = median_seconds(add, RUNS)
    rate = ADDITIONS / seconds / 1e6
    return Figure("this machine", "a loop", f"{rate:.0f} M additions/s", "", "", "", None)


def _walk_word(path: Path) -> None:
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def _walk_pdf(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def _word() -> Iterator[Figure]:
    for path in files(".docx"):
        ours, raw = median_pair(
            lambda path=path: read_here([path], LIMITS), lambda path=path: _walk_word(path), RUNS
        )
        yield _against(f"DOCX {path.stem}", _size(path), ours, raw, DOCX_RATIO, "python-docx")


def _pdf() -> Iterator[Figure]:
    for path in files(".pdf"):
        ours, raw = median_pair(
            lambda path=path: read_here([path], LIMITS), lambda path=path: _walk_pdf(path), RUNS
        )
        yield _against(f"PDF {path.stem}", _size(path), ours, raw, PDF_RATIO, "pdfplumber")


def _dumps() -> Iterator[Figure]:
    dumps = files(".txt")
    if not dumps:
        return
    total = sum(path.stat().st_size for path in dumps) / 1e6

    def read() -> None:
        for path in dumps:
            read_here([path], LIMITS)

    warm = total / median_seconds(read, SHORT_RUNS)
    cold = total / median_seconds(read, SHORT_RUNS, before_each=forget_texts)
    what, size = f"{len(dumps)} text dumps", f"{total:.2f} MB"
    bound, holds = f">= {TEXT_RATE:g} MB/s", warm >= TEXT_RATE
    yield Figure(what, size, f"{warm:.2f} MB/s", "", "", bound, holds)
    # What a new process does, as far as it is not loading; told, not judged.
    yield Figure(f"{what}, caches empty", size, f"{cold:.2f} MB/s", "", "", "", None)


def _processes() -> Iterator[Figure]:
    bare = median_process_seconds([sys.executable, "-c", "pass"], RUNS)
    cchc = [sys.executable, "-m", "cchc.cli"]
    for what, words, bound in (
        ("cchc --help", ["--help"], HELP_SECONDS),
        ("cchc deadline", ["deadline", "Trước 30/11", "--year", "2026"], DEADLINE_SECONDS),
    ):
        ours = median_process_seconds([*cchc, *words], RUNS)
        yield _seconds(what, "process", ours, bare, bound, "python")


def _many() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "in", Path(name) / "out"
        folder.mkdir()
        out.mkdir()
        copies(files(".docx"), PLANS, folder)
        groups = groups_in(folder)
        times: dict[int, list[float]] = {1: [], 2: []}
        for jobs in (1, 2) * ROUNDS:
            started = time.perf_counter()
            list(read_over(groups, out, Form.JSON, jobs, LIMITS))
            times[jobs].append(time.perf_counter() - started)
    alone, together = statistics.median(times[1]), statistics.median(times[2])
    gain = alone / together
    yield Figure(
        f"read-all {PLANS} DOCX, 2 jobs",
        f"{PLANS} plans",
        f"{together:.2f} s",
        f"{alone:.2f} s (1 job)",
        f"{gain:.2f}",
        f">= {SPEED_UP:g} x faster",
        gain >= SPEED_UP,
    )


def _memory() -> Iterator[Figure]:
    sources = files(".pdf")
    if not sources:
        return
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "long.pdf"
        long_pdf(sources[0], PAGES, path)
        peak = peak_megabytes("bench.read_once", str(path))
        size = _size(path)
    yield Figure(
        f"peak memory, PDF of {PAGES} pages",
        size,
        f"{peak:.0f} MB",
        "",
        "",
        f"<= {PAGES_MEGABYTES} MB",
        peak <= PAGES_MEGABYTES,
    )


def _workbook() -> Iterator[Figure]:
    tasks = read_here([files(".docx")[0]], LIMITS).plan.tasks
    plan = Plan(tasks=(tasks * TASKS)[:TASKS])
    written = median_seconds(lambda: plan_to_workbook(plan), SHORT_RUNS)
    data = plan_to_workbook(plan)
    read = median_seconds(lambda: plan_from_workbook(data), SHORT_RUNS)
    size = f"{len(io.BytesIO(data).getvalue()) / 1e3:.0f} kB"
    for what, seconds in (("write", written), ("read", read)):
        yield _seconds(f"{what} Excel, {TASKS} tasks", size, seconds, None, TASKS_SECONDS, "")


def _against(what: str, size: str, ours: float, raw: float, bound: float, baseline: str) -> Figure:
    ratio = ours / raw
    return Figure(
        what,
        size,
        f"{ours * 1000:.0f} ms",
        f"{raw * 1000:.0f} ms ({baseline})",
        f"{ratio:.2f}",
        f"<= {bound:g} x",
        ratio <= bound,
    )


def _seconds(
    what: str, size: str, ours: float, raw: float | None, bound: float, baseline: str
) -> Figure:
    return Figure(
        what,
        size,
        f"{ours * 1000:.0f} ms",
        "" if raw is None else f"{raw * 1000:.0f} ms ({baseline})",
        "" if raw is None else f"{ours / raw:.2f}",
        f"<= {bound:g} s",
        ours <= bound,
    )


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e3:.0f} kB"
