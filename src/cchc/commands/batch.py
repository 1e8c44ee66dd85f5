"""Which files of a folder are one plan, and reading one such group: what `read-all` spreads out."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.commands.output import save
from cchc.commands.plan_files import read_files
from cchc.commands.refusal import Exit, Refusal
from cchc.commands.rendering import Form, rendered
from cchc.documents.errors import notice_sentence
from cchc.documents.limits import Limits

_WORD_FILES = (".docx", ".docm", ".doc", ".rtf", ".odt")
_PAGES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
_PLAIN = (".txt", ".md", ".tsv", ".html", ".htm")
_TEXTS = frozenset((*_WORD_FILES, *_PAGES, *_PLAIN))
_WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"))


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are one plan, and the name that its result gets (without ending)."""

    files: tuple[Path, ...]
    result: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one group: counts, or the sentence why there are none."""

    name: str
    seconds: float
    code: Exit
    tasks: int = 0
    targets: int = 0
    findings: int = 0
    sentence: str = ""


def groups_in(folder: Path) -> list[Group]:
    """The plans of a folder and its subfolders, by name.

    NAME.docx and NAME.xlsx are a text and its appendix, so one plan. NAME.docx and NAME.pdf are
    the same plan twice and are read apart; their results keep the whole file name.
    """
    by_stem: dict[tuple[Path, str], list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _TEXTS | _WORKBOOKS and _is_visible(path) and path.is_file():
            by_stem.setdefault((path.parent, path.stem.casefold()), []).append(path)
    return [group for paths in by_stem.values() for group in _grouped(folder, paths)]


def _is_visible(path: Path) -> bool:
    """Neither hidden, nor what Word leaves beside an open file («~$name»), nor a README."""
    name = path.name.casefold()
    return not name.startswith(("~$", ".")) and path.stem.casefold() != "readme"


def _grouped(folder: Path, paths: list[Path]) -> Iterator[Group]:
    texts = [path for path in paths if path.suffix.lower() in _TEXTS]
    books = [path for path in paths if path.suffix.lower() in _WORKBOOKS]
    if len(texts) == 1 or len(paths) == 1:
        files = (*texts, *books)
        yield Group(files, files[0].relative_to(folder).with_suffix(""))
        return
    for path in (*texts, *books):
        yield Group((path,), path.relative_to(folder))


def read_group(group: Group, out: Path, form: Form, limits: Limits) -> Outcome:
    """Read one plan and write its result below `out`; never raises for a bad file.

    The reading is confined to a process of its own, so what dies, hangs or eats memory there is
    this group's failure only.
    """
    name = " + ".join(str(path.name) for path in group.files)
    started = time.monotonic()
    try:
        reading = read_files(group.files, limits)
        target = out / f"{group.result}.{form.value}"
        target.parent.mkdir(parents=True, exist_ok=True)
        save(rendered(reading, form), target)
    except Refusal as refusal:
        return Outcome(name, _since(started), refusal.code, sentence=refusal.sentence)
    except OSError:
        sentence = "Không ghi được kết quả; vui lòng kiểm tra quyền ghi và dung lượng đĩa."
        return Outcome(name, _since(started), Exit.UNREADABLE, sentence=sentence)
    plan = reading.plan
    return Outcome(
        name,
        _since(started),
        Exit.DONE,
        tasks=len(plan.tasks),
        targets=len(plan.targets),
        findings=len(plan.findings),
        sentence=" ".join(notice_sentence(notice) for notice in reading.notices),
    )


def _since(started: float) -> float:
    return round(time.monotonic() - started, 2)


def totals(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """How many plans were read and how many were not."""
    read = [outcome.code is Exit.DONE for outcome in outcomes]
    return sum(read), len(read) - sum(read)
