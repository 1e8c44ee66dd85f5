"""Mutated copies of good files: a document or a refusal, never a crash, a hang or much memory.

The suite spends some seconds; `CCHC_FUZZ_SECONDS` asks for more, `CCHC_FUZZ_SEED` for other files.
Each file is opened in a process of its own, so that a crash of a library is seen too.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

import pytest

from cchc.documents.confinement import Crashed, run_confined
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.opening import open_document
from tests.documents.mutations import mutated
from tests.documents.wordml_files import docx, numbered, par, sheet_rows, tbl, tc, tr, xlsx

SECONDS = float(os.environ.get("CCHC_FUZZ_SECONDS", "12"))
SEED = int(os.environ.get("CCHC_FUZZ_SEED", "0"))
LONGEST = 10.0
MOST_MEMORY = 500 * 2**20

SMALL_DOCX = docx(
    par("KẾ HOẠCH", properties='<w:pStyle w:val="A"/>')
    + numbered("Mục tiêu", 1)
    + numbered("Nâng cao", 1, 1)
    + tbl(
        tr("STT", tc("Việc", properties='<w:gridSpan w:val="2"/>')),
        tr(tc(numbered("", 1)), tc("a", properties='<w:vMerge w:val="restart"/>'), "b"),
        tr("2", tc(properties="<w:vMerge/>"), tc(tbl(tr("c", "d")))),
        widths=(500, 20, 3000),
    ),
    styles=(
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 1"/></w:style>'
    ),
    numbering=(
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    ),
)
SMALL_XLSX = xlsx(
    sheet_rows(
        {
            1: {"A": "PHỤ LỤC"},
            3: {"A": "STT", "B": "Việc", "C": "Hạn"},
            4: {
                "A": '<c r="A4"><v>1.1</v></c>',
                "B": "Họp",
                "C": '<c r="C4" s="1"><v>45991</v></c>',
            },
        }
    )
    + '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
    styles='<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
)
SMALL_TEXT = (
    "KẾ HOẠCH\n\nSTT\tViệc\tHạn\n1\tHọp\tQuý I\n\n| a | b |\n|---|---|\n| c | d |\n".encode()
)
SMALL_PAGE = b"<html><body><p>a<table><tr><td rowspan=2>b<td colspan=3>c</table></body></html>"


def open_one(data: bytes, name: str) -> int:
    """Open a file as the command does, without engines; runs in a child process."""
    limits = Limits(seconds=LONGEST)
    return len(open_document(data, name, limits=limits).blocks)


def outcome(data: bytes, name: str) -> str | None:
    """Open in a child; None where it went well, else what went wrong."""
    try:
        run_confined(open_one, data, name, seconds=LONGEST, memory_bytes=MOST_MEMORY)
    except UnreadableFile as refusal:
        costly = refusal.code in (Unreadable.TOO_SLOW, Unreadable.TOO_MUCH_MEMORY)
        return str(refusal.code) if costly else None
    except Crashed as crash:
        return str(crash)
    return None


@pytest.fixture(scope="module")
def good_files(shared: Path, samples: Path) -> dict[str, bytes]:
    """The reference samples and our own in every format, and small files where damage hits."""
    found = {
        path.name: path.read_bytes()
        for folder in (shared / "reading" / "samples", samples)
        for path in sorted(folder.glob("*.*"))
        if path.suffix in {".docx", ".xlsx", ".txt", ".pdf"} and path.stat().st_size < 2**18
    }
    return found | {
        "small.docx": SMALL_DOCX,
        "small.xlsx": SMALL_XLSX,
        "small.txt": SMALL_TEXT,
        "small.html": SMALL_PAGE,
    }


def test_the_small_files_are_good(good_files: dict[str, bytes]) -> None:
    assert {name: outcome(data, name) for name, data in good_files.items()} == dict.fromkeys(
        good_files
    )
    assert open_one(SMALL_DOCX, "a") == 4
    assert open_one(SMALL_XLSX, "a") == 2


def test_damaged_copies_are_read_or_refused(good_files: dict[str, bytes]) -> None:
    names = sorted(good_files)
    failures: list[str] = []
    ends = time.monotonic() + SECONDS
    case = 0
    while time.monotonic() < ends and len(failures) < 5:
        random = Random(f"{SEED}/{case}")
        name = names[case % len(names)]
        wrong = outcome(mutated(good_files[name], random), name)
        if wrong is not None:
            failures.append(f"case {case} of seed {SEED} ({name}): {wrong}")
        case += 1
    assert failures == []
    assert case >= min(SECONDS, 20)
