"""Every act has its words in Vietnamese."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from cchc.web.audit.verbs import PARTS, VERBS, verb_words, verbs_named

WEB = Path(__file__).resolve().parents[3] / "src" / "cchc" / "web"


# The ways to begin an act: the one of all, and those of the desk that take the verb along.
_BEGINNINGS = ("acting", "editing", "_ending")


def _verbs_of(path: Path) -> set[str]:
    """The verbs that a module's acts are given; each must stand there as it is, to be found."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) not in _BEGINNINGS:
            continue
        named = [keyword.value for keyword in node.keywords if keyword.arg == "verb"]
        given = named[0] if named else node.args[-1 if ast.unparse(node.func) == "_ending" else 0]
        if isinstance(given, ast.Name) and given.id == "verb":
            continue  # handed on by one of the beginnings
        choices = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
        for one in choices:
            assert isinstance(one, ast.Constant), f"{path.name}:{node.lineno} names no verb"
            found.add(str(one.value))
    return found


def test_every_verb_of_the_source_has_words() -> None:
    used = {verb for path in WEB.rglob("*.py") for verb in _verbs_of(path)}
    assert used
    assert sorted(used - set(VERBS)) == [], "verbs without words in cchc/web/audit/verbs.py"


def test_every_verb_belongs_to_a_named_part() -> None:
    assert {verb.partition(".")[0] for verb in VERBS} <= set(PARTS)


@pytest.mark.parametrize("words", sorted(VERBS.values()))
def test_words_follow_a_name_in_a_sentence(words: str) -> None:
    assert words
    assert words[0].islower()
    assert not words.endswith(".")


def test_no_two_verbs_are_told_alike() -> None:
    assert len(set(VERBS.values())) == len(VERBS)


def test_a_verb_is_found_by_its_words_without_marks() -> None:
    assert verbs_named("dang nhap")
    assert "accounts.sign_in" in verbs_named("nhap")
    assert verbs_named("ban hanh") == ["plans.issue"]
    assert verb_words("unknown.verb") == "unknown.verb"
