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
        return f"{self.method:<5}{self.name:<33}{self.about:<20}{' '.join(cells.values())}"

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
    """Read a table; lines that begin with # are headings."""
    rows = []
    for line in table.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        method, name, about, *cells = words
        if len(cells) == _FOR_ALL:
            cells = [cells[0]] * (len(COLUMNS) - 1) + [cells[1]]
        cells = cells or ["_"] * len(COLUMNS)  # not judged yet: no answer is called so
        assert method in METHODS, line
        assert len(cells) == len(COLUMNS), line
        rows.append(Row(method, name, about, dict(zip(COLUMNS, cells, strict=True))))
    return rows


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
