"""`make bench`: one table of speed and memory, medians beside their baselines."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table

from bench.figures import RUNS, SHORT_RUNS, all_figures
from bench.measure import Figure

_HELD = {True: "yes", False: "NO", None: ""}


def main() -> int:
    """Print the table; the exit code says whether every bound holds."""
    console = Console()
    title = f"medians of {RUNS} to {SHORT_RUNS} runs"
    table = Table(box=box.SIMPLE_HEAD, title=title, pad_edge=False)
    for heading in ("what", "size", "cchc", "baseline", "ratio", "bound", "holds"):
        table.add_column(heading, no_wrap=True)
    figures: list[Figure] = []
    with console.status("measuring …"):
        for figure in all_figures():
            figures.append(figure)
            row = (figure.what, figure.size, figure.ours, figure.baseline, figure.ratio)
            table.add_row(*row, figure.bound, _HELD[figure.holds])
    Console(width=max(console.width, 190)).print(table)
    return 0 if all(figure.holds is not False for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
