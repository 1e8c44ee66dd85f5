"""Footnotes at the foot of a page: small lines under a short rule, kept out of the running text."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from cchc.documents.page_lines import PrintedLine
from cchc.documents.page_model import Page

_SMALLER = 0.93  # of the usual letter size
_RULE = (40.0, 220.0)  # points: how long the rule above footnotes is
_LOWER_PART = 0.4  # of the page height: footnotes stand below this


def split_footnotes(
    lines: Sequence[PrintedLine], page: Page
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of the text and those of the footnotes."""
    if not lines:
        return [], []
    usual = median(line.height for line in lines)
    leftmost = min(line.x0 for line in lines)
    for rule in sorted(page.rules, key=lambda each: -each.top):
        if not rule.is_level or not _RULE[0] <= rule.x1 - rule.x0 <= _RULE[1]:
            continue
        if rule.top < _LOWER_PART * page.height or abs(rule.x0 - leftmost) > usual:
            continue
        below = [line for line in lines if line.top >= rule.top - 2.0]
        notes = [line for line in below if line.height < _SMALLER * usual]
        others = [line for line in below if line.height >= _SMALLER * usual]
        if notes and all(len(line.text) <= 4 for line in others):
            kept = set(map(id, notes))
            return [line for line in lines if id(line) not in kept], notes
    return list(lines), []
