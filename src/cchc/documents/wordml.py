"""Names of WordprocessingML, and how its attributes say numbers and yes or no."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

CHOICE = _MC + "Choice"
FALLBACK = _MC + "Fallback"
ALTERNATE = _MC + "AlternateContent"
CHECKBOX = _W14 + "checkbox"
CHECKED = _W14 + "checked"
_W14_VAL = _W14 + "val"

VAL = _W + "val"
BODY, P, R, TBL, TR, TC = (_W + name for name in ("body", "p", "r", "tbl", "tr", "tc"))
PPR, RPR, TBLPR, TRPR, TCPR = (_W + name for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr"))
SDT, SDT_CONTENT, SDT_PR = (_W + name for name in ("sdt", "sdtContent", "sdtPr"))
TEXT_BOX = _W + "txbxContent"

_OFF = frozenset(("0", "false", "off", "none"))
_MOST = 1_000_000
# What wraps blocks, rows, cells or runs without changing what is printed.
WRAPPERS = frozenset(
    _W + name
    for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple",
                 "dir", "bdo")
)  # fmt: skip


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return _W + name


def val(parent: etree._Element | None, name: str) -> str | None:
    """Return `w:val` of a direct child; None where there is no such child or value."""
    if parent is None:
        return None
    child = parent.find(_W + name)
    return None if child is None else child.get(VAL)


def number(text: str | None) -> int | None:
    """Read a whole number; None where it is none or absurd."""
    if text is None or len(text) > 12:
        return None
    try:
        value = int(text)
    except ValueError:
        return None
    return value if -_MOST <= value <= _MOST else None


def is_on(element: etree._Element) -> bool:
    """Read a toggle: `<w:b/>` and `<w:b w:val="1"/>` are on."""
    return element.get(VAL, "1").lower() not in _OFF


def toggle(parent: etree._Element | None, name: str) -> bool | None:
    """Read a toggle among the children; None where it is not said."""
    if parent is None:
        return None
    child = parent.find(_W + name)
    return None if child is None else is_on(child)


def unwrapped(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield children of one kind, also those inside content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif (child.tag == SDT and not asks_for_text(child)) or child.tag in WRAPPERS:
            yield from unwrapped(child, tag)
        elif child.tag == ALTERNATE:
            yield from unwrapped(chosen(child), tag)


def chosen(alternate: etree._Element) -> etree._Element:
    """Return the one alternative to read: the first choice, else the fallback."""
    for name in (CHOICE, FALLBACK):
        found = alternate.find(name)
        if found is not None and len(found):
            return found
    return alternate


def ticked(control: etree._Element) -> bool | None:
    """Say whether a check box control is ticked; None where it is another control."""
    properties = control.find(SDT_PR)
    box = None if properties is None else properties.find(CHECKBOX)
    if box is None:
        return None
    state = box.find(CHECKED)
    return state is not None and state.get(_W14_VAL, "1").lower() not in _OFF


def asks_for_text(control: etree._Element) -> bool:
    """Say whether a control still shows its own prompt («Click here to enter text»)."""
    properties = control.find(SDT_PR)
    return properties is not None and bool(toggle(properties, "showingPlcHdr"))
