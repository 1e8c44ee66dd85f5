"""Rows of the tables, and every address of the office that they must name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.grid.people import COLUMNS

METHODS = ("GET", "POST")
# A row with one cell: the same answer for everybody who is signed in, then the stranger's.
_FOR_ALL = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a method, an address, what it is about, the answer for each column.

    GET looks; POST sends the smallest body that is right.
    """

    method: str
    name: str
    about: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.method} {self.name} {self.about}"

    def line(self, cells: dict[str, str]) -> str:
        """The row with other cells, as a table shows it."""
        return f"{self.method:<5}{self.name:<33}{self.about:<19} {' '.join(cells.values())}"

    def asked(self) -> list[str]:
        """The columns that are asked: one for each answer that the row has, chosen by the row.

        Many rows together ask everybody about everything; with CCHC_GRID=all each row does.
        """
        if os.environ.get("CCHC_GRID") == "all":
            return list(COLUMNS)
        told: dict[str, list[str]] = {}
        for letter, cell in self.cells.items():
            told.setdefault(cell, []).append(letter)
        turn = crc32(str(self).encode())
        return [letters[turn % len(letters)] for letters in told.values()]


def rows_of(table: str) -> list[Row]:
    """Read a table of addresses."""
    return [
        Row(*words[:3], dict(zip(COLUMNS, _cells(words[3:]), strict=True)))
        for words in _lines(table)
    ]


def table_of(table: str) -> list[tuple[str, str, dict[str, str]]]:
    """Read a table of policies: the name, what it is about, the cells."""
    return [
        (*words[:2], dict(zip(COLUMNS, _cells(words[2:]), strict=True))) for words in _lines(table)
    ]


def _lines(table: str) -> Iterator[list[str]]:
    """Lines in words; those that begin with # are headings."""
    for line in table.splitlines():
        words = line.split()
        if words and not words[0].startswith("#"):
            yield words


def _cells(words: list[str]) -> list[str]:
    if len(words) == _FOR_ALL:
        return [words[0]] * (len(COLUMNS) - 1) + [words[1]]
    # Not judged yet: no answer is called so.
    return words or ["_"] * len(COLUMNS)


def by_address(table: str) -> list[Any]:
    """The rows of a table in groups of one method and address, as parameters of a test."""
    rows = rows_of(table)
    groups = dict.fromkeys((row.method, row.name) for row in rows)
    return [
        pytest.param([row for row in rows if (row.method, row.name) == group], id=" ".join(group))
        for group in groups
    ]


def addresses() -> dict[str, URLPattern]:
    """Every address of the office by its name, as Django resolves them."""
    return dict(_named(get_resolver(), ""))


def _named(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _named(one, f"{one.namespace}:" if one.namespace else space)
        else:
            assert one.name, f"an address without a name: {one.pattern}"
            yield f"{space}{one.name}", one
