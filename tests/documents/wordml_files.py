"""Small DOCX and XLSX files made of the XML that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Pack members into a ZIP."""
    store = io.BytesIO()
    with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return store.getvalue()


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>'
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def docx(body: str, *, extra: Mapping[str, str | bytes] | None = None, **parts: str) -> bytes:
    """Make a DOCX; `parts` are the insides of styles, numbering, footnotes, endnotes."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _links({"r0": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _links(
            {f"r{place}": (kind, f"{kind}.xml") for place, kind in enumerate(parts, start=1)}
        ),
    }
    for kind, inside in parts.items():
        members[f"word/{kind}.xml"] = f"<w:{kind} {_NAMES}>{inside}</w:{kind}>"
    return zipped(members | dict(extra or {}))


def run(text: str, properties: str = "") -> str:
    """One run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, properties: str = "") -> str:
    """One paragraph; a bare text becomes a run."""
    inside = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """One paragraph with an automatic number."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return par(text, properties=place) if text else par(properties=place)


def tc(*content: str, properties: str = "") -> str:
    """One table cell; bare texts become paragraphs."""
    inside = "".join(part if part.startswith("<") else par(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or par()}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """One table row; bare texts become cells."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = (), borders: str = "single") -> str:
    """One table; `borders` draws the lines between its rows."""
    lines = f'<w:tblBorders><w:insideH w:val="{borders}"/></w:tblBorders>' if borders else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{lines}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def xlsx(
    *sheets: str,
    names: tuple[str, ...] = (),
    states: tuple[str, ...] = (),
    styles: str = "",
    strings: str = "",
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Make an XLSX; each of `sheets` is the inside of a worksheet element."""
    entries = "".join(
        f'<sheet name="{names[place] if names else f"Sheet{place + 1}"}" sheetId="{place + 1}" '
        f'state="{states[place] if states else "visible"}" r:id="r{place}"/>'
        for place in range(len(sheets))
    )
    links = {
        f"r{place}": ("worksheet", f"worksheets/sheet{place}.xml") for place in range(len(sheets))
    }
    links |= {"rs": ("styles", "styles.xml"), "rt": ("sharedStrings", "sharedStrings.xml")}
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _links({"r0": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{entries}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _links(links),
        "xl/styles.xml": f'<styleSheet xmlns="{_S}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_S}">{strings}</sst>',
    }
    for place, inside in enumerate(sheets):
        members[f"xl/worksheets/sheet{place}.xml"] = f'<worksheet xmlns="{_S}">{inside}</worksheet>'
    return zipped(members | dict(extra or {}))


def sheet_rows(rows: Mapping[int, Mapping[str, str]], *, style: int = 0) -> str:
    """The cells of a sheet: row → column letter → text, or the XML of a whole `c` element."""
    lines = []
    for number, cells in rows.items():
        inside = "".join(
            text
            if text.startswith("<c ")
            else f'<c r="{column}{number}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'
            for column, text in cells.items()
        )
        lines.append(f'<row r="{number}">{inside}</row>')
    return f"<sheetData>{''.join(lines)}</sheetData>"
