"""Plans drawn at random: everything the interchange format allows, awkward texts included."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from hypothesis import strategies as st

from cchc.documents.model import Span
from cchc.plan.model import (
    Citation,
    Comparator,
    Doubt,
    Finding,
    Header,
    Origin,
    PartialDate,
    Plan,
    ReformArea,
    ReportWindow,
    Section,
    Severity,
    Signer,
    Target,
    TargetKind,
    Task,
    Trace,
)
from cchc.plan.schedule import (
    By,
    Conditional,
    Continuous,
    Every,
    Offset,
    OffsetUnit,
    Recurring,
    Schedule,
    Unclear,
    Window,
)

AWKWARD = (
    "=1+1",
    "+84 24",
    "-",
    "@SUM(A1)",
    "02",
    "1.10",
    "'nháy đơn",
    '"nháy kép"',
    "#N/A",
    "TRUE",
    "_x0041_",
    "a & b <c>",
    "15/12/2026",
    "Rà soát, đơn giản hóa thủ tục hành chính",
    "x" * 3000,
)


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


_letters = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"), max_codepoint=0x1FFFF
)
texts = st.one_of(
    st.sampled_from(AWKWARD), st.text(_letters, min_size=1, max_size=30).map(_one_line)
).filter(bool)
maybe = st.none() | texts
several = st.lists(texts, max_size=3).map(tuple)
days = st.dates(date(1900, 3, 2), date(2100, 12, 31))
some_days = st.none() | days

schedules: st.SearchStrategy[Schedule] = st.one_of(
    st.builds(By, days, st.booleans(), maybe),
    st.builds(Window, some_days, days, maybe),
    st.builds(
        Recurring,
        st.sampled_from(Every),
        st.none() | st.lists(days, min_size=1, max_size=4).map(tuple),
        maybe,
    ),
    st.builds(Continuous, maybe),
    st.builds(
        Conditional,
        texts,
        st.none() | st.builds(Offset, st.integers(-400, 400), st.sampled_from(OffsetUnit)),
        maybe,
    ),
    st.builds(Unclear, texts, maybe),
)

_count = st.none() | st.integers(1, 500)
_side = st.floats(0, 1, allow_nan=False)
spans = st.builds(
    Span,
    st.integers(1, 5),
    _count,
    _count,
    _count,
    _count,
    _count,
    _count,
    maybe,
    st.none() | st.tuples(_side, _side, _side, _side),
)
_trace = st.builds(Trace, spans, st.none() | _side, st.none() | st.sampled_from(Doubt))


def _traces(*fields: str) -> st.SearchStrategy[dict[str, Trace]]:
    return st.dictionaries(st.sampled_from(fields), _trace, max_size=3)


headers = st.builds(
    Header,
    maybe,
    maybe,
    maybe,
    maybe,
    maybe,
    st.builds(
        PartialDate,
        st.none() | st.integers(1990, 2100),
        st.none() | st.integers(1, 12),
        st.none() | st.integers(1, 31),
    ),
    maybe,
    maybe,
    st.none() | st.integers(1990, 2100),
    st.builds(Signer, maybe, maybe, maybe),
    several,
    _traces("issuer", "number", "date"),
)
citations = st.builds(Citation, texts, maybe, some_days, maybe, _traces("number", "date"))
sections = st.builds(Section, maybe, st.integers(1, 6), texts, _traces("title"))
# A printed number has few digits; Excel keeps fifteen.
_fractions = (
    st.integers(1, 10**9).filter(lambda value: value % 1000).map(lambda value: value / 1000)
)
_amounts = st.integers(0, 10**9) | _fractions
targets = st.builds(
    Target,
    texts,
    st.sampled_from(TargetKind),
    st.sampled_from(Comparator),
    _amounts,
    maybe,
    st.none() | _amounts,
    _traces("text", "value"),
)
tasks = st.builds(
    Task,
    texts,
    st.sampled_from(ReformArea),
    maybe,
    maybe,
    maybe,
    maybe,
    several,
    several,
    several,
    maybe,
    st.lists(schedules, max_size=3).map(tuple),
    maybe,
    st.sampled_from(Origin),
    _traces("task", "lead", "deadline"),
)
windows = st.builds(ReportWindow, texts, some_days, some_days, some_days, _traces("name", "due_on"))
findings = st.builds(
    Finding,
    st.sampled_from(["task_without_lead", "numbering_gap", "plan_number_blank"]),
    st.sampled_from(Severity),
    st.none() | spans,
    st.dictionaries(st.sampled_from(["task", "group", "missing"]), texts).map(
        lambda told: tuple(told.items())
    ),
)


def _list_of(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=3).map(tuple)


plans = st.builds(
    Plan,
    headers,
    _list_of(citations),
    _list_of(sections),
    _list_of(targets),
    _list_of(tasks),
    _list_of(windows),
    _list_of(findings),
    st.booleans(),
)
