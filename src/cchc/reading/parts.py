"""The parts of a plan: letterhead, title, preamble, body, closing and appendices.

Source: Decree 30/2020/NĐ-CP, annex I (components 1–9 and the appendix). Documents of one plan are
laid one after the other; a second file is an appendix unless it brings a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cchc.documents.model import Block, Document, Line, Paragraph, Table
from cchc.text.folding import fold
from cchc.text.labels import Label, LabelKind, bare_label, part_alone, split_label
from cchc.text.letters import pattern
from cchc.text.normal import one_line

DOC_TYPES = (
    "kế hoạch",
    "chương trình",
    "quyết định",
    "đề án",
    "phương án",
    "hướng dẫn",
    "thông báo",
    "báo cáo",
    "công văn",
    "nghị quyết",
    "chỉ thị",
)
_FOLDED_TYPES = {fold(name): name for name in DOC_TYPES}
_TITLE = re.compile(r"(" + "|".join(_FOLDED_TYPES) + r")\b[\s:]*(.*)")
_MOTTO = re.compile(
    r"cong hoa xa hoi chu nghia viet ?nam|doc lap ?- ?tu do ?- ?hanh phuc|dang cong san viet nam"
)
_OPENS_TEXT = re.compile(
    r"(?:can cu|thuc hien (?:quyet dinh|ke hoach|nghi quyet|nghi dinh|chi thi|cong van|chuong "
    r"trinh|thong tu|van ban|"
    r"y kien|su chi dao)|trien khai (?:quyet|ke|nghi)|"
    r"theo (?:quyet dinh|ke hoach|cong van|chi dao)|nham |de (?:trien|thuc|tiep)|tren co so|kinh "
    r"gui|"
    r"phan dau|tiep tuc thuc hien|trong nam|nam \d{4},|chu de (?:nam|cua)|xet de nghi|"
    r".*\bnhu sau\b|.*\bxay dung (?:va ban hanh )?ke hoach\b.*(?:cu the|voi|gom))"
)
_RECIPIENTS = re.compile(r"noi nhan\b")
_APPENDIX = re.compile(
    r"(?:phu luc|phu bieu|bieu (?:chi tiet|phan cong|tong hop|so)|bang (?:phan cong|tong hop|chi "
    r"tiet)"
    r"|bieu mau|danh muc nhiem vu)\b"
)
_ATTACHED = re.compile(r"\(?\s*(?:ban hanh )?(?:kem theo|dinh kem|ban hanh theo)")
_POST = (
    r"(?:pho )?(?:giam doc|chu tich|cuc truong|chi cuc truong|vu truong|truong phong|truong ban|"
    r"vien truong|hieu truong|tong giam doc|tong cuc truong|chanh van phong|chanh thanh tra|"
    r"bo truong|thu truong|thu truong don vi|bi thu|tong cuc truong|chu nhiem|truong ban quan ly|"
    r"doi truong|tram truong|truong ban chi dao)"
)
_SIGNING = re.compile(
    rf"(?:(?:kt|tm|tl|tuq|q)\s?\.\s?|quyen )?{_POST}(?: (?:so|tinh|ubnd|cuc|ban))?$"
)
_AUTHORITY = re.compile(r"(?:kt|tm|tl|tuq|q)\s?\.\s?\S")


_AUTHORITY_LINE = pattern(
    r"(?:PHÓ )?(?:TRƯỞNG BAN|TỔNG GIÁM ĐỐC|CHI CỤC TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỦ TỊCH|GIÁM "
    r"ĐỐC|BỘ TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|THỦ TRƯỞNG|ỦY BAN NHÂN DÂN|UỶ "
    r"BAN NHÂN DÂN|"
    r"HỘI ĐỒNG NHÂN DÂN)(?: [{U},-]+)*"
)


class Place(StrEnum):
    """The part a block stands in."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    PREAMBLE = "preamble"
    BODY = "body"
    CLOSING = "closing"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph of the text with its outline label split off."""

    label: Label | None
    text: str
    paragraph: Paragraph

    @property
    def printed(self) -> str:
        """The text with its label, as a reader sees it."""
        if self.label is None:
            return self.text
        return f"{self.label.text or '-'}. {self.text}"


@dataclass(slots=True)
class Appendix:
    """One appendix: the lines above its content, and its content in order."""

    titles: list[str] = field(default_factory=list)
    blocks: list[Entry | Table] = field(default_factory=list)
    file: int = 1


@dataclass(slots=True)
class Parts:
    """A plan cut into its parts; `lines` are printed lines, entries are whole paragraphs."""

    letterhead: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    preamble: list[Entry] = field(default_factory=list)
    body: list[Entry | Table] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)
    footnotes: list[Paragraph] = field(default_factory=list)


def entry_of(paragraph: Paragraph) -> Entry:
    """Split the label off a paragraph: the automatic one if the file computes it, else printed."""
    if paragraph.label:
        label = bare_label(paragraph.label)
        if label is None:
            plus = paragraph.label.strip().startswith("+")
            label = Label(LabelKind.PLUS if plus else LabelKind.DASH, "")
        inner, rest = split_label(paragraph.text)
        if label.is_bullet and inner is not None and inner.kind is LabelKind.PLUS:
            return Entry(inner, rest, paragraph)
        return Entry(label, paragraph.text, paragraph)
    label, rest = split_label(paragraph.text)
    return Entry(label, rest, paragraph)


def is_title(text: str) -> bool:
    """Whether a line is the name of the document type, alone or before its subject, in capitals."""
    found = _TITLE.match(fold(text))
    return found is not None and text.strip()[: len(found.group(1))].isupper()


def split_parts(documents: Sequence[Document]) -> Parts:
    """Cut the documents of one plan into parts."""
    parts = Parts()
    for number, document in enumerate(documents):
        _Splitter(parts, follows=number > 0).take(document)
        parts.footnotes.extend(document.footnotes)
    return parts


class _Splitter:
    """Walks through one document, knowing in which part it is."""

    def __init__(self, parts: Parts, *, follows: bool) -> None:
        self.parts = parts
        self.place = Place.LETTERHEAD
        self.follows = follows
        self.subject_lines = 0
        self.attached = False  # inside the plan that a decision issues

    def take(self, document: Document) -> None:
        blocks = list(_unfolded(document.blocks))
        has_title = any(isinstance(b, Paragraph) and is_title(b.text) for b in blocks)
        if not has_title and self.follows:
            self._open_appendix()
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)

    def _open_appendix(self) -> None:
        self.place = Place.APPENDIX
        self.parts.appendices.append(Appendix())

    def _table(self, table: Table) -> None:
        if self.place in (Place.LETTERHEAD, Place.TITLE) and not self.parts.title:
            # A file that begins with its table is an appendix (or a sheet) on its own.
            self._open_appendix()
        elif self.place in (Place.TITLE, Place.PREAMBLE):
            self.place = Place.BODY
        elif self.place is Place.CLOSING:
            self._open_appendix()
        if self.place is Place.APPENDIX:
            self.parts.appendices[-1].blocks.append(table)
        else:
            self.place = Place.BODY
            self.parts.body.append(table)

    def _paragraph(self, paragraph: Paragraph) -> None:
        folded = fold(paragraph.text)
        if not folded or _MOTTO.fullmatch(folded):
            return
        if self._begins_appendix(paragraph, folded):
            numbered = folded.startswith(("phu luc", "phu bieu"))
            if (
                self.place is not Place.APPENDIX
                or self._has_content()
                or (
                    numbered
                    and any(fold(t).startswith("phu luc") for t in self.parts.appendices[-1].titles)
                )
            ):
                self._open_appendix()
            self.parts.appendices[-1].titles.extend(_texts(paragraph))
            return
        if self._begins_attached(paragraph, folded):
            self.attached = True
            self.place = Place.TITLE
            self.subject_lines = 1
            return
        match self.place:
            case Place.LETTERHEAD:
                self._letterhead(paragraph)
            case Place.TITLE:
                self._title(paragraph, folded)
            case Place.PREAMBLE:
                self._preamble(paragraph)
            case Place.BODY:
                self._body(paragraph, folded)
            case Place.CLOSING:
                self.parts.closing.extend(_lines(paragraph))
            case Place.APPENDIX:
                self._appendix(paragraph, folded)

    def _begins_attached(self, paragraph: Paragraph, folded: str) -> bool:
        """Whether the plan begins that the decision above issues: «KẾ HOẠCH … (kèm theo …)».

        The decision keeps its number, date and signer; the plan's text is read as the body.
        """
        carrier = bool(self.parts.title) and fold(self.parts.title[0].text).startswith("quyet dinh")
        found = _TITLE.match(folded)
        return (
            carrier
            and self.place in (Place.PREAMBLE, Place.BODY, Place.CLOSING)
            and found is not None
            and found.group(1) in ("ke hoach", "chuong trinh", "de an", "phuong an")
            and is_title(paragraph.text)
        )

    def _has_content(self) -> bool:
        """Whether the appendix in hand holds more than the lines of its title."""
        return any(
            isinstance(block, Table) or block.label is not None
            for block in self.parts.appendices[-1].blocks
        )

    def _begins_appendix(self, paragraph: Paragraph, folded: str) -> bool:
        if not _APPENDIX.match(folded) or self.place in (Place.TITLE, Place.PREAMBLE):
            return False
        if self.place is Place.LETTERHEAD and self.parts.title:
            return False
        label, _ = split_label(paragraph.text)
        first = paragraph.text.split("\n")[0]
        upper = sum(char.isupper() for char in first) > 0.5 * sum(c.isalpha() for c in first)
        short = len(folded) < 20 or (bool(re.match(r"phu luc( so)? ?[\divx]+\b", folded)))
        stands_out = upper or (short and paragraph.text[:1].isupper())
        return label is None and stands_out and not folded.endswith((".", ";"))

    def _letterhead(self, paragraph: Paragraph) -> None:
        lines = list(_lines(paragraph))
        for index, line in enumerate(lines):
            if is_title(line.text) or (
                index == 0 and paragraph.heading and is_title(paragraph.text)
            ):
                self.parts.letterhead.extend(lines[:index])
                self.place = Place.TITLE
                self.parts.title.extend(lines[index:])
                self.subject_lines = len(lines) - index
                return
        entry = entry_of(paragraph)
        if entry.label is not None and entry.label.kind in (LabelKind.ROMAN, LabelKind.UPPER):
            # No title anywhere above: the text begins (a dump that lost its first lines).
            self.place = Place.BODY
            self.parts.body.append(entry)
            return
        if len(paragraph.text) > 160 or _OPENS_TEXT.match(fold(paragraph.text)):
            self.place = Place.PREAMBLE
            self.parts.preamble.append(entry)
            return
        self.parts.letterhead.extend(lines)

    def _title(self, paragraph: Paragraph, folded: str) -> None:
        entry = entry_of(paragraph)
        # The subject itself may begin so («Thực hiện Kế hoạch …»); a citation or «như sau» may not.
        named = self.subject_lines > 1 or len(self.parts.title[0].text) > 24
        cites = re.search(r"\d+/|nhu sau|ngay \d|;$", folded) is not None or len(folded) > 180
        opens = _OPENS_TEXT.match(folded) is not None and (named or cites)
        opens = opens or (self.attached and len(paragraph.text) > 160)
        rule = not re.search(r"\w", paragraph.text)
        if rule or _ATTACHED.match(folded):
            return
        if self.subject_lines > 1 and _AUTHORITY_LINE.fullmatch(paragraph.text.strip(" :")):
            self.place = Place.PREAMBLE  # a decision names who decides below its title
            return
        first = self.parts.title[0].text if self.parts.title else ""
        if (
            self.subject_lines == 1
            and len(first) > 24
            and first.isupper()
            and (len(paragraph.text) > 80 and not paragraph.text.isupper())
        ):
            opens = True  # the subject stood on the title's line; a sentence follows
        enough = self.subject_lines > 1 and (
            paragraph.text[-1:] in ".;:," or self.subject_lines > 6
        )
        if opens or entry.label is not None or len(paragraph.text) > 250 or enough:
            self.place = Place.PREAMBLE
            self._preamble(paragraph)
            return
        lines = list(_lines(paragraph))
        for index, line in enumerate(lines):
            if self.subject_lines > 1 and _AUTHORITY_LINE.fullmatch(line.text.strip(" :")):
                self.place = Place.PREAMBLE
                return
            if index and _OPENS_TEXT.match(fold(line.text)):
                self.place = Place.PREAMBLE
                rest = Paragraph(one_line(" ".join(x.text for x in lines[index:])))
                self.parts.preamble.append(Entry(None, rest.text, rest))
                return
            if not self.attached:
                self.parts.title.append(line)
            self.subject_lines += 1

    def _preamble(self, paragraph: Paragraph) -> None:
        if _begins_closing(paragraph, fold(paragraph.text)):
            self.place = Place.CLOSING
            self.parts.closing.extend(_lines(paragraph))
            return
        entry = entry_of(paragraph)
        numbered = entry.label is not None and not entry.label.is_bullet
        if numbered or part_alone(paragraph.text) is not None or paragraph.heading is not None:
            self.place = Place.BODY
            self.parts.body.append(entry)
        else:
            self.parts.preamble.append(entry)

    def _body(self, paragraph: Paragraph, folded: str) -> None:
        if _begins_closing(paragraph, folded):
            self.place = Place.CLOSING
            self.parts.closing.extend(_lines(paragraph))
            return
        self.parts.body.append(entry_of(paragraph))

    def _appendix(self, paragraph: Paragraph, folded: str) -> None:
        appendix = self.parts.appendices[-1]
        if _begins_closing(paragraph, folded) and appendix.blocks:
            self.place = Place.CLOSING
            self.parts.closing.extend(_lines(paragraph))
            return
        entry = entry_of(paragraph)
        if not self._has_content() and (entry.label is None or entry.label.is_bullet):
            appendix.titles.extend(_texts(paragraph))
        appendix.blocks.append(entry)


def _begins_closing(paragraph: Paragraph, folded: str) -> bool:
    if _RECIPIENTS.match(folded):
        return True
    first = paragraph.lines[0].text if paragraph.lines else paragraph.text
    if not first[:2].isupper():
        return False
    if len(first) > 70 or sum(c.isupper() for c in first) < 0.6 * sum(c.isalpha() for c in first):
        return False
    line = fold(first)
    return bool(_SIGNING.match(line)) or bool(_AUTHORITY.match(line))


def _lines(paragraph: Paragraph) -> Iterable[Line]:
    return paragraph.lines or (Line(paragraph.text, span=paragraph.span),)


def _texts(paragraph: Paragraph) -> list[str]:
    return [one_line(line.text) for line in _lines(paragraph)]


_LAYOUT = re.compile(
    r"cong hoa xa hoi|doc lap ?- ?tu do|noi nhan|(?:^|\n)(?:(?:kt|tm|tl|tuq|q)\. ?)?"
    + _POST
    + r"\b"
)


def _unfolded(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks in order, with tables that only lay out a letterhead or a signature taken apart."""
    for block in blocks:
        if isinstance(block, Table) and _is_layout(block):
            yield from _cells_as_paragraphs(block)
        else:
            yield block


def _is_layout(table: Table) -> bool:
    width = len(table.rows[0].cells) if table.rows else 0
    if width > 4 or len(table.rows) > 8:
        return False
    text = "\n".join(fold(line) for row in table.rows for c in row.texts for line in c.split("\n"))
    return bool(_LAYOUT.search(text))


def _cells_as_paragraphs(table: Table) -> Iterator[Paragraph]:
    """Left column first: the order in which an official document is read (annex I, layout)."""
    for column in range(len(table.rows[0].cells)):
        for row in table.rows:
            cell = row.cells[column]
            if cell.merge is not None:
                continue
            for text in cell.text.split("\n"):
                if text.strip():
                    line = Line(text, span=cell.span)
                    yield Paragraph(
                        one_line(text),
                        (line,),
                        bold=cell.bold,
                        span=cell.span,
                        confidence=cell.confidence,
                    )
