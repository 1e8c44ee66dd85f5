"""The page about the year of a task says the states that the code has."""

from __future__ import annotations

import re

from cchc.web.work.models import Occurrence
from tests.conftest import ROOT


def test_the_flow_page_lists_each_state_with_its_word() -> None:
    text = (ROOT / "docs" / "flows" / "task.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE)
    assert said == [(state.value, state.label) for state in Occurrence.State]
