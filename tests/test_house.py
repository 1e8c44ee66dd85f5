"""The house rules that a machine can check: sizes, names, who imports whom, docs that agree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.cli import COMMANDS, build_parser

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path for path in (ROOT / "src" / "cchc").rglob("*.py") if path.parent.name != "migrations"
)
MOST_LINES, MOST_FUNCTION_LINES = 450, 60
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "tools"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_is_about_one_thing_and_says_which(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES
    assert not DRAWERS & set(path.stem.split("_"))
    assert ast.get_docstring(ast.parse(source)), "a module says what it is"


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    for function in _functions(path):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= MOST_FUNCTION_LINES, function.name


def test_a_room_imports_only_rooms_below_it() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_promise_is_left_in_the_code(path: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_in_the_help(command: str) -> None:
    assert f"cchc {command}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"    {command} " in build_parser().format_help()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_a_help_text(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cchc.cli", command, "--help"], capture_output=True, text=True
    )
    assert done.returncode == 0
    assert "Cách dùng: cchc " + command in done.stdout
    # An option without help would stand alone on its line.
    alone = [line for line in done.stdout.splitlines() if re.fullmatch(r"  --\w+( \S+)?", line)]
    lines = done.stdout.splitlines()
    for line in alone:
        assert lines[lines.index(line) + 1].startswith("        "), line


def test_every_make_target_that_the_readme_names_is_there() -> None:
    made = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make (\w+)", readme, re.MULTILINE))
    assert named <= made


def test_every_file_that_the_map_names_is_there() -> None:
    text = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    known = {path.name for path in SOURCES} | {path.name for path in ROOT.rglob("tests/**/*.py")}
    for name in re.findall(r"([\w]+\.py)`", text):
        assert name in known, name


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.name
)
def test_a_decision_is_one_page_and_says_decision_and_consequences(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"\d{4}-[a-z0-9-]+\.md", path.name)
    assert len(text.split()) <= 500
    assert text.startswith("# ")
    assert "Decision" in text
    assert "Consequences" in text
