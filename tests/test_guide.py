"""The guide agrees with the office: its pictures, links, quoted words and settings are there."""

from __future__ import annotations

import ast
import html
import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "huong-dan"
PICTURES = GUIDE / "anh"
PAGES = sorted(GUIDE.glob("*.md"))
WEB = ROOT / "src" / "cchc" / "web"
MOST_BYTES, MOST_PICTURES = 150_000, 36
_QUOTED = re.compile(r"\*\*«(.+?)»\*\*", re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_SETTING = re.compile(r"\b(?:CCHC_[A-Z_]+|DATABASE_URL|EMAIL_URL|DEMO)\b")

per_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _flat(words: str) -> str:
    return " ".join(words.split())


@cache
def _words_on_screen() -> str:
    """Every text that a template, a script or a string in the office's code can put on screen."""
    pieces = []
    for path in sorted(WEB.rglob("*")):
        if path.suffix in (".html", ".txt", ".js"):
            bare = re.sub(r"<[^>]*>", "\n", re.sub(r"{[%#].*?[%#]}", "", _text(path)))
            pieces += [html.unescape(bare), _text(path)]  # the second for words in attributes
        elif path.suffix == ".py" and "migrations" not in path.parts:
            nodes = ast.walk(ast.parse(_text(path)))
            pieces += [
                node.value
                for node in nodes
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
    return _flat("\n".join(pieces))


def _is_on_screen(words: str) -> bool:
    """Whether the words stand on a screen as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", _words_on_screen()) is not None


@per_page
def test_every_button_and_heading_that_a_page_quotes_is_on_a_screen(page: Path) -> None:
    quoted = {_flat(words) for words in _QUOTED.findall(_text(page))}
    assert not [words for words in sorted(quoted) if not _is_on_screen(words)]


@per_page
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(_text(page)) if "://" not in link]
    assert links
    assert not [link for link in links if not (page.parent / link).is_file()]


@per_page
def test_every_picture_of_a_page_is_there_and_says_what_it_shows(page: Path) -> None:
    for says, where in _PICTURE.findall(_text(page)):
        assert len(says) > 10
        assert (page.parent / where).is_file(), where


def test_every_picture_is_shown_on_some_page_and_is_small() -> None:
    shown = {where for page in PAGES for _, where in _PICTURE.findall(_text(page))}
    made = sorted(PICTURES.glob("*"))
    assert {f"anh/{path.name}" for path in made} == shown
    assert len(made) <= MOST_PICTURES
    for path in made:
        assert path.stat().st_size < MOST_BYTES
        assert Image.open(path).mode == "P", "a palette picture"


def test_every_picture_is_made_by_the_script() -> None:
    script = _text(GUIDE / "make_pictures.py")
    named = set(re.findall(r'keep\(\s*page, "([\w-]+)"', script))
    assert {path.stem for path in PICTURES.glob("*")} == named


def test_every_page_can_be_reached_from_the_first() -> None:
    linked = set(_LINK.findall(_text(GUIDE / "README.md")))
    assert {page.name for page in PAGES} - {"README.md"} <= linked
    assert all("[Mục lục](README.md)" in _text(page) for page in PAGES if page.name != "README.md")


@per_page
def test_every_setting_that_a_page_names_is_read_by_the_source(page: Path) -> None:
    sources = "\n".join(_text(path) for path in (ROOT / "src" / "cchc").rglob("*.py"))
    limits = _text(ROOT / "src" / "cchc" / "documents" / "limits.py")
    for name in set(_SETTING.findall(_text(page))):
        bound = name.removeprefix("CCHC_MAX_").lower()
        is_a_limit = name != bound and f"    {bound}: " in limits
        assert f'"{name}"' in sources or is_a_limit, name


def test_every_setting_that_the_office_reads_is_explained() -> None:
    settings = _text(WEB / "settings.py")
    read = set(re.findall(r'env\.\w+\("(\w+)"', settings)) - {"CCHC_EMAIL_BACKEND"}
    assert read <= set(_SETTING.findall(_text(GUIDE / "quan-tri.md")))


@per_page
def test_a_page_is_short(page: Path) -> None:
    assert len(_text(page).splitlines()) <= 100
