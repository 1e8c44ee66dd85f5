"""The held-out plans: what they promise to those who measure the reader with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from samples import make_samples

from tests.plans.blocks import Draft, Letterhead, Para, Signature, Table
from tests.plans.compose import seeded
from tests.plans.old_fonts import tcvn3, vni
from tests.plans.paper import freeze_zip
from tests.plans.plain_text import markdown, tab_separated
from tests.plans.plan import compose, old_tones, respell
from tests.plans.recipes import RECIPES
from tests.plans.stock import STOCKS
from tests.plans.style import NINE, SIX, Style
from tests.plans.word import write_word

NAMES = [f"h{at + 1:02d}" for at in range(len(RECIPES))]
CASES = [pytest.param(name, style, id=name) for name, style in zip(NAMES, RECIPES, strict=True)]


def printed(draft: Draft) -> str:
    """Return all that a plan prints, as one run of words."""
    parts: list[str] = []
    for block in draft.blocks:
        match block:
            case Para():
                parts.append(block.line)
            case Table():
                rows = block.head + block.body
                parts += [cell.text for row in rows for cell in row if cell is not None]
            case Letterhead():
                parts += [block.parent or "", " ".join(block.issuer_lines), block.number_line]
                parts.append(block.date_line)
            case Signature():
                parts += [*block.recipients, *block.lines, block.name]
    return words(" ".join(parts))


def words(text: str) -> str:
    """Fold a text to its words in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("stock", STOCKS)
@pytest.mark.parametrize(("name", "style"), CASES)
def test_every_task_and_unit_of_the_gold_stands_in_the_plan(
    name: str, style: Style, stock: str
) -> None:
    draft = compose(style, seeded(1, name), STOCKS[stock])
    text = printed(draft)
    assert draft.gold["tasks"]
    for task in draft.gold["tasks"]:
        for value in (
            task["task"],
            task["group"] or "",
            *task["outputs"],
            *task["lead"],
            *task["support"],
        ):
            assert words(value) in text


@pytest.mark.parametrize(("name", "style"), CASES)
def test_every_section_and_citation_of_the_gold_stands_in_the_plan(name: str, style: Style) -> None:
    draft = compose(style, seeded(1, name))
    text = printed(draft)
    for section in draft.gold["sections"]:
        assert words(section["title"]) in text
    for citation in draft.gold["citations"]:
        assert words(citation["number"]) in text


@pytest.mark.parametrize("seed", range(2, 6))
def test_any_seed_composes_every_recipe_twice_the_same(seed: int) -> None:
    for name, style in zip(NAMES, RECIPES, strict=True):
        first, again = (compose(style, seeded(seed, name)) for _ in range(2))
        assert first.gold == again.gold
        assert first.blocks == again.blocks


def schedules(gold: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for task in gold["tasks"]:
        yield from task["schedule"]


@pytest.mark.parametrize(("name", "style"), CASES)
def test_dates_of_the_gold_lie_in_the_plan_year(name: str, style: Style) -> None:
    gold = compose(style, seeded(1, name)).gold
    for made in schedules(gold):
        named = [made.get(key) for key in ("date", "start", "end")] + made.get("dates", [])
        for day in filter(None, named):
            assert date.fromisoformat(day).year == style.year


def test_the_recipes_cover_every_axis() -> None:
    plain = Style()
    for axis in plain.__slots__:
        if axis in ("office", "year", "tasks", "goals"):
            continue
        assert any(getattr(s, axis) != getattr(plain, axis) for s in RECIPES), axis


def test_the_same_plan_is_the_same_word_file(tmp_path: Path) -> None:
    style = RECIPES[0]
    for name in ("a.docx", "b.docx"):
        write_word(style, compose(style, 5).blocks, tmp_path / name)
        freeze_zip(tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_tab_separated_dump_keeps_one_line_for_each_row() -> None:
    draft = compose(Style(), 3)
    table = next(block for block in draft.blocks if isinstance(block, Table))
    lines = [line for line in tab_separated(draft.blocks).split("\n") if "\t" in line]
    heads = sum(line.startswith("STT\t") for line in lines)
    assert heads > 1  # the heading row comes again
    assert len(lines) - heads == len(table.body)


def test_a_pipe_table_breaks_lines_with_br() -> None:
    draft = compose(Style(joiner="\n"), 3)
    assert "<br>" in markdown(draft.blocks)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Ủy ban", "Uỷ ban"),
        ("ĐƠN GIẢN HÓA", "ĐƠN GIẢN HOÁ"),
        ("toán, hoàn thành, quý", "toán, hoàn thành, quý"),
    ],
)
def test_old_spelling_puts_the_tone_on_the_second_vowel(new: str, old: str) -> None:
    assert old_tones(new) == old
    assert respell({"a": [new]}, "old_tones") == {"a": [old]}


def test_old_encodings_name_their_fonts() -> None:
    assert tcvn3("Kế hoạch") == ("KÕ ho¹ch", ".VnTime")
    assert tcvn3("KẾ HOẠCH")[1] == ".VnTimeH"
    assert vni("Kế hoạch") == ("Keá hoaïch", "VNI-Times")


SAMPLES = {
    "skhcn_2026": lambda: make_samples.department_plan(Style(columns=NINE)),
    "skhcn_2026_chi_so": lambda: make_samples.index_plan(Style(columns=SIX)),
    "chi_cuc_tdc_2026_phu_luc": lambda: make_samples.quality_appendix(Style(columns=SIX)),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_gold_in_the_repository_is_what_the_script_writes(name: str, samples: Path) -> None:
    gold = json.loads((samples / f"{name}.json").read_text(encoding="utf-8"))
    assert gold == SAMPLES[name]().draft.gold
