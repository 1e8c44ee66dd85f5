"""Write a composed plan as the text dumps that people paste: TSV, Markdown-like, plain lines."""

from __future__ import annotations

from tests.plans.blocks import Block, Cell, Letterhead, NewPage, Para, Row, Signature, Table
from tests.plans.word import MOTTO


def _cell(cell: Cell | None, line_break: str) -> str:
    return cell.text.replace("\n", line_break) if cell else ""


def _letterhead(head: Letterhead) -> list[str]:
    if head.kind == "half":  # the dump lost the two-column table, not the line under it
        return [head.number_line, head.date_line]
    return [head.parent or "", *head.issuer_lines, *MOTTO, head.number_line, head.date_line]


def _signature(block: Signature, bold: str = "") -> list[str]:
    recipients = [
        f"- {name}{'.' if name == block.recipients[-1] else ';'}" for name in block.recipients
    ]
    lines = [f"{bold}{line}{bold}" for line in (*block.lines, block.name)]
    return [f"{bold}Nơi nhận:{bold}", *recipients, *lines]


def tab_separated(blocks: list[Block], *, repeat: int = 5) -> str:
    """Dump with tab-separated tables; the heading row comes again every few rows."""
    out: list[str] = []
    for block in blocks:
        match block:
            case Para():
                out += [block.line, ""]
            case Letterhead():
                for line in _letterhead(block):
                    out += [line, ""]
            case Signature():
                for line in _signature(block):
                    out += [line, ""]
            case Table():
                head = ["\t".join(_cell(c, " ") for c in row) for row in block.head]
                for at, row in enumerate(block.body):
                    if at % repeat == 0:
                        out += ["", *head] if at else head
                    out.append("\t".join(_cell(c, " ") for c in row))
                out.append("")
            case NewPage():
                out.append("")
    return "\n".join(out) + "\n"


def _pipe_row(row: Row) -> str:
    return "| " + " | ".join(_cell(c, "<br>") for c in row) + " |"


def markdown(blocks: list[Block], *, headings: str = "#") -> str:
    """Dump as Markdown: pipe tables with `<br>`, headings by `#` or in bold."""
    out: list[str] = []
    for block in blocks:
        match block:
            case Para(role="doc_type"):
                out += [f"# **{block.text}**", ""]
            case Para(role="subject"):
                out += [f"**{block.text}**", ""]
            case Para(role="heading"):
                marks = "#" * (block.level + 1)
                shown = f"{marks} {block.line}" if headings == "#" else f"**{block.line}**"
                out += [shown, ""]
            case Para(role="appendix"):
                out += [f"**{block.text}**", ""]
            case Para(role="notice"):
                out += [f"*{block.text}*", ""]
            case Para(role="card"):
                name, _, rest = block.line.partition(":")
                out += [f"**{name}:**{rest}", ""]
            case Para():
                out += [block.line, ""]
            case Letterhead():
                for line in _letterhead(block):
                    out += [line, ""]
            case Signature():
                out += [*_signature(block, "**"), ""]
            case Table():
                count = len(block.widths)
                out += [_pipe_row(block.head[0]), "|" + " --- |" * count]
                out += [_pipe_row(row) for row in block.head[1:] + block.body]
                out.append("")
            case NewPage():
                out += ["---", ""]
    return "\n".join(out) + "\n"


def spaced(text: str) -> str:
    """Put a blank line after each line, as copying out of some viewers does."""
    pages = text.replace("\r\n", "\n").split("\f")
    return "\n".join("\n\n".join(page.strip("\n").split("\n")) + "\n" for page in pages)
