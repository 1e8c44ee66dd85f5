"""Cells of a workbook read as values, with every problem noted by sheet, row and column.

In: what is in the cells. Out: values of the asked type; a cell that cannot be read gives a problem
and a value in its stead, so that all problems are told at once. Knows nothing of plans.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from cchc.text.folding import fold

Choice = TypeVar("Choice", bound=StrEnum)
CellValue = object  # what a reader of workbooks gives: str, float, int, bool, date, datetime, …


class CellProblem(StrEnum):
    """What is wrong in a workbook; each has a sentence in `plan.sentences`."""

    SHEET_MISSING = "sheet_missing"
    COLUMN_MISSING = "column_missing"
    EMPTY = "cell_empty"
    NOT_A_NUMBER = "cell_not_a_number"
    NOT_A_DATE = "cell_not_a_date"
    UNKNOWN_WORD = "cell_unknown_word"
    UNKNOWN_TASK = "cell_unknown_task"
    REPEATED_NUMBER = "cell_repeated_number"


@dataclass(frozen=True, slots=True)
class WorkbookProblem:
    """One thing that a person has to put right; row and column count from 1."""

    sheet: str
    row: int | None
    column: str | None
    code: CellProblem
    value: str = ""


class WorkbookProblems(ValueError):
    """The workbook is in the office's layout but says things that make no plan: all at once."""

    def __init__(self, problems: Sequence[WorkbookProblem]) -> None:
        super().__init__(f"{len(problems)} problems in the workbook")
        self.problems = tuple(problems)


@dataclass(slots=True)
class ProblemList:
    """Problems gathered while a workbook is read."""

    found: list[WorkbookProblem] = field(default_factory=list)

    def note(
        self, sheet: str, row: int | None, column: str | None, code: CellProblem, value: str = ""
    ) -> None:
        self.found.append(WorkbookProblem(sheet, row, column, code, value))


_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a sheet, its cells found by heading."""

    sheet: str
    row: int
    cells: Mapping[str, CellValue]
    problems: ProblemList

    def text_or_none(self, column: str) -> str | None:
        """The cell as text; a number that a person typed reads as it is shown: 1, not 1.0."""
        return shown(self.cells.get(column)) or None

    def text(self, column: str) -> str:
        return self.text_or_none(column) or self._wrong(column, CellProblem.EMPTY)

    def lines(self, column: str) -> tuple[str, ...]:
        """Several values in one cell, one on a line; empty lines are dropped."""
        return tuple(line for line in (self.text_or_none(column) or "").split("\n") if line.strip())

    def number_or_none(self, column: str) -> int | float | None:
        value = self.cells.get(column)
        if isinstance(value, bool) or not isinstance(value, int | float):
            text = shown(value)
            if not text:
                return None
            try:
                value = float(text.replace(",", "."))
            except ValueError:
                self._wrong(column, CellProblem.NOT_A_NUMBER)
                return None
        return int(value) if value == int(value) else value

    def number(self, column: str) -> int | float:
        value = self.number_or_none(column)
        if value is None and not shown(self.cells.get(column)):
            self._wrong(column, CellProblem.EMPTY)
        return 0 if value is None else value

    def whole_or_none(self, column: str) -> int | None:
        value = self.number_or_none(column)
        if isinstance(value, float):
            self._wrong(column, CellProblem.NOT_A_NUMBER)
            return None
        return value

    def whole(self, column: str) -> int:
        value = self.whole_or_none(column)
        if value is None and not shown(self.cells.get(column)):
            self._wrong(column, CellProblem.EMPTY)
        return 0 if value is None else value

    def day_or_none(self, column: str) -> date | None:
        """A real date, or one typed as text: 15/12/2026."""
        value = self.cells.get(column)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        text = shown(value)
        if not text:
            return None
        day = written_day_read(text)
        if day is None:
            self._wrong(column, CellProblem.NOT_A_DATE)
        return day

    def day(self, column: str) -> date:
        day = self.day_or_none(column)
        if day is None and not shown(self.cells.get(column)):
            self._wrong(column, CellProblem.EMPTY)
        return day or date.min

    def days(self, column: str) -> tuple[date, ...]:
        """Several dates, one on a line, or one real date."""
        value = self.cells.get(column)
        if isinstance(value, date):
            day = self.day_or_none(column)
            return () if day is None else (day,)
        days = [written_day_read(line) for line in self.lines(column)]
        if None in days:
            self._wrong(column, CellProblem.NOT_A_DATE)
        return tuple(day for day in days if day is not None)

    def choice(self, column: str, words: Mapping[Choice, str]) -> Choice:
        """The code whose word stands in the cell, whatever its letter case and marks."""
        text = shown(self.cells.get(column))
        for code, word in words.items():
            if fold(word) == fold(text):
                return code
        self._wrong(column, CellProblem.UNKNOWN_WORD if text else CellProblem.EMPTY)
        return next(iter(words))

    def _wrong(self, column: str, code: CellProblem) -> str:
        self.problems.note(self.sheet, self.row, column, code, shown(self.cells.get(column)))
        return ""


def shown(value: CellValue) -> str:
    """A cell as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value) if value.strip() else ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    return str(value)


def written_day_read(text: str) -> date | None:
    """«15/12/2026» → 15 December 2026; None for anything that is no day of the calendar."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
