"""The pieces of WordprocessingML that python-docx has no call for."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph

W = nsdecls("w")
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def set_borders(cell: _Cell, sides: dict[str, bool]) -> None:
    """Draw or remove single sides of a cell."""
    props = cell._tc.get_or_add_tcPr()
    borders = props.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        props.append(borders)
    for side, drawn in sides.items():
        line = borders.find(qn(f"w:{side}"))
        if line is None:
            line = OxmlElement(f"w:{side}")
            borders.append(line)
        line.set(qn("w:val"), "single" if drawn else "nil")
        if drawn:
            line.set(qn("w:sz"), "4")


def repeat_row(row: object) -> None:
    """Mark a row as a heading that Word repeats on each page."""
    props = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    props.append(mark)


def keep_row(row: object) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]


def inserted_run(paragraph: Paragraph, text: str) -> None:
    """Add words as a tracked insertion."""
    paragraph._p.append(
        parse_xml(
            f'<w:ins {W} w:id="7001" w:author="Người sửa" w:date="2026-01-05T08:00:00Z">'
            f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'
        )
    )


def deleted_run(paragraph: Paragraph, text: str) -> None:
    """Add words as a tracked deletion: they are no longer part of the text."""
    paragraph._p.append(
        parse_xml(
            f'<w:del {W} w:id="7002" w:author="Người sửa" w:date="2026-01-05T08:00:00Z">'
            f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
        )
    )


def page_field(paragraph: Paragraph) -> None:
    """Put the page number into a header or footer."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def text_box(paragraph: Paragraph, lines: list[str], *, left: int, width: int) -> None:
    """Put lines into a VML text box anchored at a paragraph (measures in points)."""
    body = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        f'<w:t xml:space="preserve">{line}</w:t></w:r></w:p>'
        for line in lines
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
            f'<v:shape type="#_x0000_t202" style="position:absolute;margin-left:{left}pt;'
            f'margin-top:0;width:{width}pt;height:78pt" stroked="f">'
            f"<v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></v:shape>"
            f"</w:pict></w:r>"
        )
    )


def drawn_box(paragraph: Paragraph, lines: list[str], *, left: int, width: int) -> None:
    """Put lines into a text box as Word 2010 and later write it: the same words twice.

    The drawing stands in `mc:Choice`, its VML twin for old readers in `mc:Fallback`; only one of
    them is to be read. Measures in points.
    """
    body = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        f'<w:t xml:space="preserve">{line}</w:t></w:r></w:p>'
        for line in lines
    )
    emu = 12700
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{left + 1000}" behindDoc="0" locked="0" layoutInCell="1" '
            f'allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>{left * emu}</wp:posOffset>'
            f'</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
            f'</wp:positionV><wp:extent cx="{width * emu}" cy="{80 * emu}"/><wp:wrapNone/>'
            f'<wp:docPr id="{left + 1000}" name="Hop {left + 1000}"/><a:graphic><a:graphicData '
            f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{width * emu}" cy="{80 * emu}"/></a:xfrm><a:prstGeom prst="rect">'
            f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{body}"
            f"</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:shape style="position:absolute;width:{width}pt;height:80pt"><v:textbox>'
            f"<w:txbxContent>{body}</w:txbxContent></v:textbox></v:shape></w:pict>"
            f"</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


class Footnotes:
    """The footnotes of a document: references in the text, texts in a part of their own."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []

    def refer(self, paragraph: Paragraph, text: str) -> None:
        """Add a reference at the end of a paragraph and keep its text."""
        self._texts.append(text)
        paragraph._p.append(
            parse_xml(
                f'<w:r {W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(self._texts) + 1}"/></w:r>'
            )
        )

    def save(self) -> None:
        """Write the part; nothing where there was no footnote."""
        if not self._texts:
            return
        notes = "".join(
            f'<w:footnote w:id="{at}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
            f"</w:footnote>"
            for at, text in enumerate(self._texts, start=2)
        )
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
            for at, (kind, tag) in enumerate(
                (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
            )
        )
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<w:footnotes {W}>{lines}{notes}</w:footnotes>"
        )
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), package)
        self._document.part.relate_to(part, RT.FOOTNOTES)


def outline_numbering(document: Document, *, roman: bool, bullet: str) -> tuple[int, int]:
    """Define automatic numbering; return the ids for headings and for bullets."""
    numbering = document.part.numbering_part.element
    levels = (
        (("upperRoman", "%1."), ("decimal", "%2."))
        if roman
        else (("decimal", "%1."), ("decimal", "%1.%2."))
    )
    outline = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at, (form, shown) in enumerate(levels)
    )
    marks = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{bullet}"/><w:lvlJc w:val="left"/></w:lvl>'
    )
    first = numbering.find(qn("w:num"))
    for number, body in ((901, outline), (902, marks)):
        made = parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
        )
        first.addprevious(made)
        numbering.append(
            parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
    return 901, 902


def number_paragraph(paragraph: Paragraph, number: int, level: int) -> None:
    """Let Word number a paragraph."""
    props = paragraph._p.get_or_add_pPr()
    props.append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )
