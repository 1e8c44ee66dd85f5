"""Rows of tables in text dumps: tab-separated lines and Markdown pipe rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cchc.documents.model import Cell, Row, Span
from cchc.text.normal import one_line

Numbered = tuple[int, str]  # line of the file, text

_BREAK = re.compile(r"<br\s*/?>|</?(?:p|li|ul|ol|div)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|sup|sub|a|td|tr|th)\b[^>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*\|?\s*")


def is_pipe_row(text: str) -> bool:
    """Whether a line is a row of a Markdown pipe table."""
    stripped = text.strip()
    return stripped.startswith("|") and stripped.count("|") >= 3


def tab_table(lines: Sequence[Numbered], *, table: int, file: int) -> Iterator[Row]:
    """Rows of a tab-separated run, padded to the widest; a tag such as `<br>` breaks a line."""
    split = [text.strip("\n\r ").split("\t") for _, text in lines]
    return _rows(lines, split, table=table, file=file)


def pipe_table(lines: Sequence[Numbered], *, table: int, file: int) -> Iterator[Row]:
    """Rows of a pipe table; the dashes under its heading are no row."""
    kept = [line for line in lines if not _SEPARATOR.fullmatch(line[1])]
    split = []
    for _, text in kept:
        stripped = text.strip().removeprefix("|")
        if stripped.endswith("|") and not stripped.endswith("\\|"):
            stripped = stripped[:-1]
        split.append([part.replace("\\|", "|") for part in _PIPE.split(stripped)])
    return _rows(kept, split, table=table, file=file)


def _rows(
    lines: Sequence[Numbered], split: Sequence[list[str]], *, table: int, file: int
) -> Iterator[Row]:
    width = max((len(parts) for parts in split), default=0)
    for row, ((number, _), parts) in enumerate(zip(lines, split, strict=True), 1):
        padded = parts + [""] * (width - len(parts))
        cells = tuple(
            _cell(text, Span(file=file, line=number, table=table, row=row, cell=column))
            for column, text in enumerate(padded, 1)
        )
        yield Row(cells, span=Span(file=file, line=number, table=table, row=row))


def _cell(text: str, span: Span) -> Cell:
    bold = False
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "**" in text or "__" in text:
        bold = _EMPHASIS.fullmatch(text.strip()) is not None
        text = _EMPHASIS.sub(r"\2", text)
    kept = [one_line(line) for line in text.split("\n")] if "\n" in text else [one_line(text)]
    return Cell("\n".join([line for line in kept if line]), bold=bold, span=span)
