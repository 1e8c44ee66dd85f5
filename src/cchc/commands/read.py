"""`cchc read FILE [APPENDIX…]`: files that are one plan → JSON, Excel or a readable text."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from cchc.commands.output import save, show, show_bytes, warn
from cchc.commands.plan_files import Reading, read_files
from cchc.commands.refusal import Exit
from cchc.commands.rendering import Form, form_asked, rendered
from cchc.deadlines.explain import explain
from cchc.documents.errors import notice_sentence
from cchc.documents.limits import Limits


def run(args: argparse.Namespace) -> int:
    """Read, say what was remarkable on standard error, write the plan whole or not at all."""
    usual = Form.TEXT if sys.stdout.isatty() else Form.JSON
    form = form_asked(args.format, args.output, usual)
    reading = read_files([Path(name) for name in args.files], Limits.from_environment())
    if args.output is not None:
        save(rendered(reading, form), Path(args.output))
        tell_notices(reading)
        return Exit.DONE
    if form is Form.TEXT:
        # Loaded only here: a program that asks for JSON does not wait for the drawing of tables.
        summary = importlib.import_module("cchc.plan.summary")
        text = summary.terminal_summary(reading.plan, explain)
        tell_notices(reading)
        show(text)
        return Exit.DONE
    data = rendered(reading, form)
    tell_notices(reading)
    if form is Form.XLSX:
        show_bytes(data)
    else:
        show(data.decode())
    return Exit.DONE


def tell_notices(reading: Reading) -> None:
    """Say on standard error what was remarkable about the files."""
    for notice in reading.notices:
        warn(notice_sentence(notice))
