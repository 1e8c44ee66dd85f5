"""The axes along which held-out plans differ."""

from __future__ import annotations

from dataclasses import dataclass

NINE = ("no", "objective", "task", "activity", "outputs", "lead", "support", "deadline", "budget")
SEVEN = ("no", "task", "outputs", "lead", "support", "deadline", "note")
SIX = ("no", "task", "lead", "support", "outputs", "deadline")
FIVE = ("no", "task", "deadline", "lead", "outputs")


@dataclass(frozen=True, slots=True)
class Style:
    """How one plan is laid out; a recipe names what differs from the plain default."""

    office: str = "skhcn"
    year: int = 2026
    half: bool = False
    medium: str = "docx"
    shape: str = "appendix"  # body_table, part_tables, narrative, cards, unit_table, unit_body
    columns: tuple[str, ...] = SIX
    headings: int = 0  # which wording of the column headings
    two_row: str = ""  # units, quarters, months
    groups: str = "numbered"  # merged, plain, deadline, none
    merged: tuple[str, ...] = ()
    open_top: str = ""
    ditto: str = ""
    ditto_in: str = "support"
    joiner: str = "; "
    posts: bool = False
    labels: str = "restart"  # running, dotted
    letterhead: str = "table"  # textbox, drawing, plain, half, missing
    numbered: bool = True
    day_known: bool = True
    automatic: bool = False
    marking: str = "bold"  # style, caps
    scheme: str = "roman"  # arabic
    bullets: str = "-"  # •, –, none, letters, plus
    encoding: str = "nfc"  # nfd, old_tones, tcvn3, vni
    tracked: bool = False
    footnotes: bool = False
    running_head: bool = False
    windows: str = ""  # list, table, rule, sentence
    target_table: bool = False
    goals: int = 6
    signer: str = "head"  # deputy, order, authorised, acting
    long_dates: bool = False
    spaced_units: bool = False  # units one below the other in the cell
    appendix_only: bool = False
    borders: bool = True
    tasks: int = 26
    joined_areas: bool = False
    inline_duties: bool = False  # «do … chủ trì, phối hợp với …» in the narrative
    split_subject: bool = False  # the subject on two centred lines
    nested: bool = False  # heading rows under heading rows: I, 1, then tasks 1.1
