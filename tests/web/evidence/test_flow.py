"""The page about the life of evidence says the states that the code has."""

from __future__ import annotations

import re

from cchc.web.evidence.models import EvidenceVersion
from tests.conftest import ROOT


def test_the_flow_page_lists_each_state_with_its_word() -> None:
    text = (ROOT / "docs" / "flows" / "evidence.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.MULTILINE)
    assert said == [(state.value, state.label) for state in EvidenceVersion.State]
