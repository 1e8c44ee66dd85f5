"""Files on the disk → one plan: the only place where the command and the office open plan files.

Finds the optional engines (tesseract, LibreOffice), reads in a confined process, and turns
every way of failing into a `Refusal` with its sentence.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from cchc.commands.refusal import Exit, Refusal
from cchc.documents.confinement import Crashed, Watch, run_confined
from cchc.documents.errors import Unreadable, UnreadableFile, notice_sentence, sentence
from cchc.documents.formats import Format, format_of
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Notice
from cchc.documents.opening import open_document
from cchc.documents.progress import Progress, Step, Tell, tell_nobody
from cchc.plan.findings import find_problems
from cchc.plan.interchange import MalformedPlan, plan_from_json
from cchc.plan.model import Plan
from cchc.plan.sentences import cell_sentence, malformed_sentence
from cchc.plan.workbook_values import WorkbookProblem
from cchc.reading.areas import area_of_heading
from cchc.reading.plan_reading import NoPlan, read_plan

NO_PLAN = (
    "Tệp đọc được nhưng không giống kế hoạch cải cách hành chính (không thấy cơ quan ban hành, "
    "số ký hiệu, nhiệm vụ) nên không nhập nhiệm vụ nào; vui lòng kiểm tra có chọn nhầm tệp không."
)
CRASHED = (
    "Không đọc được tệp vì lỗi của chương trình; vui lòng gửi tệp cho người quản trị hệ thống "
    "(chạy lại với --debug để xem chi tiết)."
)

_SEEN_BY_OCR = frozenset((Format.PDF, Format.PICTURE))
_MOST_TOLD = 10
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan and what was remarkable about its files."""

    plan: Plan
    notices: tuple[Notice, ...] = ()

    @property
    def notices_as_json(self) -> list[dict[str, Any]]:
        return [
            {"code": one.code, "data": dict(one.data), "message": notice_sentence(one)}
            for one in self.notices
        ]


@dataclass(frozen=True, slots=True)
class Given:
    """A file of a plan: where it lies, and the name that the person knows it by."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file as it was understood, with the size of its pages where these can be pictured."""

    document: Document
    page_sizes: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingOfFiles:
    """A reading, and the files beside which a person checks it."""

    reading: Reading
    files: tuple[ReadFile, ...]


@dataclass(frozen=True, slots=True)
class _Refused:
    """A refusal as it crosses from the confined process."""

    sentence: str
    code: Exit
    problems: tuple[WorkbookProblem, ...] = ()


def read_files(paths: Sequence[Path], limits: Limits) -> Reading:
    """Read files that together are one plan. Raises Refusal with the sentence for the person.

    The whole reading stands in one process of its own, bounded in time and memory.
    """
    return _or_refusal(_confined(_read, _named(paths), limits, None))


def read_here(paths: Sequence[Path], limits: Limits) -> Reading:
    """Read files in this very process: for who is confined already, or measures."""
    return _or_refusal(_read(_named(paths), limits))


def read_with_sources(given: Sequence[Given], limits: Limits, watch: Watch) -> ReadingOfFiles:
    """Read files like `read_files`, telling `watch` how far it is, and keep what they say.

    Raises Refusal as `read_files` does, and whatever `watch` raises to stop the reading.
    """
    return _or_refusal(_confined(_read_all, tuple(given), limits, watch))


def _named(paths: Sequence[Path]) -> tuple[Given, ...]:
    return tuple(Given(path, path.name) for path in paths)


def _confined(
    function: Callable[..., Outcome | _Refused],
    given: tuple[Given, ...],
    limits: Limits,
    watch: Watch | None,
) -> Outcome | _Refused:
    try:
        return run_confined(
            function,
            given,
            limits,
            seconds=limits.seconds,
            memory_bytes=limits.memory_bytes,
            watch=watch,
        )
    except UnreadableFile as error:
        raise Refusal(sentence(error)) from error
    except Crashed as error:
        raise Refusal(CRASHED) from error


def _or_refusal(outcome: Outcome | _Refused) -> Outcome:
    if isinstance(outcome, _Refused):
        raise Refusal(outcome.sentence, outcome.code, outcome.problems)
    return outcome


def _read(given: tuple[Given, ...], limits: Limits) -> Reading | _Refused:
    outcome = _understood(given, limits, tell_nobody)
    return outcome if isinstance(outcome, _Refused) else outcome[0]


def _read_all(given: tuple[Given, ...], limits: Limits, tell: Tell) -> ReadingOfFiles | _Refused:
    """Read files and keep what stands in them; a workbook of ours is shown as any other."""
    outcome = _understood(given, limits, tell)
    if isinstance(outcome, _Refused):
        return outcome
    reading, documents = outcome
    if not documents:
        documents = _shown(given[0], limits)
    files = [
        ReadFile(document, _page_sizes(document, one, limits))
        for document, one in zip(documents, given, strict=False)
    ]
    return ReadingOfFiles(reading, tuple(files))


def _shown(given: Given, limits: Limits) -> list[Document]:
    """The sheets of a workbook that was read by its layout; nothing for an interchange file."""
    data = bytes_of(given, limits)
    if not data.startswith(b"PK"):
        return []
    try:
        return [open_bytes(data, given.name, 1, limits, tell_nobody)]
    except UnreadableFile:
        return []


def _page_sizes(
    document: Document, given: Given, limits: Limits
) -> tuple[tuple[float, float], ...]:
    if document.kind not in (Kind.PDF, Kind.SCAN):
        return ()
    pictures = importlib.import_module("cchc.documents.page_pictures")
    sizes: tuple[tuple[float, float], ...] = pictures.page_sizes(given.path, limits)
    return sizes


def _understood(
    given: tuple[Given, ...], limits: Limits, tell: Tell
) -> tuple[Reading, list[Document]] | _Refused:
    documents: list[Document] = []
    for place, one in enumerate(given, start=1):
        try:
            tell(Progress(Step.OPENING, place, len(given)))
            data = bytes_of(one, limits)
            if len(given) == 1 and (plan := _written_by_us(data, limits)) is not None:
                return Reading(_with_findings(plan)), []
            documents.append(open_bytes(data, one.name, place, limits, tell))
        except UnreadableFile as error:
            named = f"«{one.name}»: " if len(given) > 1 else ""
            return _Refused(named + sentence(error), Exit.UNREADABLE)
        except MalformedPlan as error:
            return _Refused(malformed_sentence(error), Exit.UNREADABLE)
        except _CellsToPutRight as error:
            return _Refused(error.sentence, Exit.UNREADABLE, error.problems)
    tell(Progress(Step.UNDERSTANDING))
    try:
        plan = read_plan(documents)
    except NoPlan:
        return _Refused(NO_PLAN, Exit.NO_PLAN)
    notices = tuple(notice for document in documents for notice in document.notices)
    return Reading(plan, notices), documents


def bytes_of(given: Given, limits: Limits) -> bytes:
    """The bytes of a file within the bound on its size. Raises UnreadableFile."""
    path = given.path
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise UnreadableFile(
                Unreadable.TOO_LARGE,
                size_mb=-(-size // 2**20),
                limit_mb=limits.file_bytes // 2**20,
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFile(Unreadable.NOT_FOUND, name=str(path)) from error


class _CellsToPutRight(Exception):
    """Our own workbook has cells that make no plan."""

    def __init__(self, sentence: str, problems: tuple[WorkbookProblem, ...]) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.problems = problems


def _written_by_us(data: bytes, limits: Limits) -> Plan | None:
    """A plan in the office's Excel layout or in the interchange format; None for any other file."""
    if data.startswith(b"PK"):
        return _from_workbook(data, limits)
    if data.lstrip()[:1] == b"{" and b'"schema"' in data[:200]:
        try:
            return plan_from_json(json.loads(data))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            return None
    return None


def _from_workbook(data: bytes, limits: Limits) -> Plan | None:
    # Loaded only for archives: most files need no reader of workbooks.
    workbook = importlib.import_module("cchc.plan.workbook_reading")
    try:
        plan: Plan | None = workbook.plan_from_workbook(data, limits)
    except workbook.WorkbookProblems as error:
        told = [cell_sentence(problem).rstrip(".") for problem in error.problems[:_MOST_TOLD]]
        more = len(error.problems) - len(told)
        rest = f"; và {more} ô khác" if more > 0 else ""
        raise _CellsToPutRight(
            f"Bảng tính có {len(error.problems)} chỗ cần sửa: {'; '.join(told)}{rest}.",
            error.problems,
        ) from error
    return plan


def _with_findings(plan: Plan) -> Plan:
    return replace(plan, findings=find_problems(plan, area_of=area_of_heading))


def open_bytes(data: bytes, name: str, place: int, limits: Limits, tell: Tell) -> Document:
    """Open one file with the engines that its format may need, looked for only then."""
    ocr = converter = None
    if data:
        form = format_of(data, name, limits)
        if form in _SEEN_BY_OCR:
            ocr = importlib.import_module("cchc.documents.scan_engine").find_tesseract()
        elif form in (Format.DOC, Format.RTF, Format.ODT, Format.WORD_XML):
            converter = importlib.import_module("cchc.documents.word97").find_libreoffice()
    return open_document(
        data, name, limits=limits, ocr=ocr, converter=converter, file=place, tell=tell
    )
