"""`cchc check FILE…`: what a person should see about a plan, one finding on a line."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from cchc.commands.output import show
from cchc.commands.plan_files import read_files
from cchc.commands.read import tell_notices
from cchc.commands.refusal import Exit
from cchc.documents.limits import Limits
from cchc.plan.model import Finding, Severity
from cchc.plan.sentences import SEVERITY_NAMES, finding_sentence, place_in_words


def run(args: argparse.Namespace) -> int:
    """Print the findings of the plan that the files are, the gravest first, and their count.

    Findings are no failure: a plan with problems is a plan, and the exit code is 0.
    """
    reading = read_files([Path(name) for name in args.files], Limits.from_environment())
    findings = reading.plan.findings
    tell_notices(reading)
    show("\n".join([*(_line(one) for one in findings), _count(findings)]))
    return Exit.DONE


def _line(finding: Finding) -> str:
    where = place_in_words(finding.span) if finding.span is not None else ""
    place = f" ({where})" if where else ""
    severity = SEVERITY_NAMES[finding.severity]
    return f"{severity} [{finding.code}]{place}: {finding_sentence(finding)}"


def _count(findings: tuple[Finding, ...]) -> str:
    if not findings:
        return "Không phát hiện vấn đề nào."
    counts = Counter(finding.severity for finding in findings)
    told = [f"{counts[one]} {SEVERITY_NAMES[one].lower()}" for one in Severity if counts[one]]
    return f"Tổng cộng {len(findings)} phát hiện: {', '.join(told)}."
