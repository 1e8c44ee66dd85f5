"""Rows of the tables, and every address of the office that they must name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.grid.answers import REFUSALS
from tests.web.grid.people import AT_THE_DOOR, COLUMNS

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


@dataclass(frozen=True, slots=True)
class Asked:
    """A row, and the columns that it is asked for."""

    row: Row
    letters: list[str]


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
    twins = _twins(rows)
    groups = dict.fromkeys((row.method, row.name) for row in rows)
    return [
        pytest.param(
            [
                Asked(row, _letters(row, turn, twins))
                for turn, row in enumerate(row for row in rows if (row.method, row.name) == group)
            ],
            id=" ".join(group),
        )
        for group in groups
    ]


def _twins(rows: list[Row]) -> list[list[str]]:
    """Columns that get the same answer in every row of a table, together."""
    found: dict[tuple[str, ...], list[str]] = {}
    for letter in COLUMNS:
        found.setdefault(tuple(row.cells[letter] for row in rows), []).append(letter)
    return list(found.values())


def _letters(row: Row, turn: int, twins: list[list[str]]) -> list[str]:
    """Whom a row asks: for each answer that lets in one column, for each that refuses two.

    They take turns from row to row of an address, so that all its rows together ask every kind of
    person; those whom no page lets in are asked once for each address. With CCHC_GRID=all each row
    asks everybody.
    """
    if os.environ.get("CCHC_GRID") == "all":
        return list(COLUMNS)
    kinds: dict[str, list[list[str]]] = {}
    for same in twins:
        kinds.setdefault(row.cells[same[0]], []).append(same)
    letters = []
    for answer, alike in kinds.items():
        if turn and all(same[0] in AT_THE_DOOR for same in alike):
            continue
        count = min(len(alike), 2 if answer in REFUSALS else 1)
        chosen = (alike[(turn * count + place) % len(alike)] for place in range(count))
        letters += [same[turn % len(same)] for same in chosen]
    return letters


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
