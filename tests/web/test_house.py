"""The rules of the office that a machine can check: who writes, how views reach rows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.core.management import call_command

WEB = Path(__file__).resolve().parents[2] / "src" / "cchc" / "web"
MODULES = sorted(path for path in WEB.rglob("*.py") if path.parent.name != "migrations")
TEMPLATES = sorted(WEB.rglob("*.html"))
SCRIPTS = sorted(WEB.rglob("*.js"))
_WRITES = {
    *("save", "bulk_create", "bulk_update", "update_or_create", "get_or_create"),
    *("create_user", "delete", "set_password_and_save"),
}
# Rows that are no facts of the office: the chain itself, open sessions, locks of the machine,
# what the machine tells people and sends them, words to find rows by.
_MAY_WRITE = {
    "audit/acting.py",
    "accounts/known_sessions.py",
    "intake/job_state.py",
    "work/notice_rows.py",
    "evidence/search_words.py",
}


def _name(path: Path) -> str:
    return str(path.relative_to(WEB))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_rows_are_written_only_through_an_act(path: Path) -> None:
    if _name(path) in _MAY_WRITE:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            written = ast.unparse(node.func)
            assert node.func.attr not in _WRITES, written
            assert not re.search(r"objects\b.*\.(create|update)$", written), written


@pytest.mark.parametrize("path", [path for path in MODULES if "views" in path.stem], ids=_name)
def test_a_view_reaches_rows_only_through_what_a_policy_shows(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\.objects\b|get_object_or_404|_default_manager", source)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_page_has_no_inline_script_or_style(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|<style", source)
    assert "|safe" not in source.replace("field.help_text|safe", "")


def test_all_screens_share_one_stylesheet() -> None:
    linking = {_name(path) for path in TEMPLATES if "stylesheet" in path.read_text("utf-8")}
    papers = {_name(path) for path in TEMPLATES if "<html" in path.read_text("utf-8")}
    assert linking == papers, "a paper has a sheet of its own, all screens have the frame's"
    frame = (WEB / "ui/templates/ui/base.html").read_text("utf-8")
    assert re.findall(r"static '([^']+\.css)'", frame) == ["ui/look.css"]


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_a_script_makes_no_code_out_of_text(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write", source)


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
