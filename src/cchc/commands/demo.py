"""`cchc demo`: what `make run` shows, the sample plans of the repository read and printed."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from cchc.commands.batch import groups_in
from cchc.commands.output import show, warn
from cchc.commands.plan_files import read_files
from cchc.commands.read import tell_notices
from cchc.commands.refusal import Exit, Refusal
from cchc.deadlines.explain import explain
from cchc.documents.limits import Limits
from cchc.plan.summary import terminal_summary


def run(args: argparse.Namespace) -> int:
    """Read and show each sample plan; one that needs a missing engine is told and passed."""
    folder = Path(args.samples)
    groups = groups_in(folder) if folder.is_dir() else []
    if not groups:
        raise Refusal(f"Không có kế hoạch mẫu trong thư mục «{folder}».")
    read = 0
    for group in groups:
        name = " + ".join(path.name for path in group.files)
        started = time.monotonic()
        try:
            reading = read_files(group.files, Limits.from_environment())
        except Refusal as refusal:
            warn(f"{name}: {refusal.sentence}")
            continue
        read += 1
        show(f"\n━━ {name} (đọc trong {time.monotonic() - started:.1f} giây)\n")
        show(terminal_summary(reading.plan, explain))
        tell_notices(reading)
    show(
        f"\nĐã đọc {read}/{len(groups)} kế hoạch mẫu. Với kế hoạch của bạn: "
        "cchc read TỆP [PHỤ LỤC…], cchc check TỆP, cchc read TỆP -o KẾ_HOẠCH.xlsx"
    )
    return Exit.DONE if read else Exit.UNREADABLE
