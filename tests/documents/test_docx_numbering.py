"""Automatic numbers, which a DOCX does not store as text."""

from __future__ import annotations

import pytest

from cchc.documents.docx import read_docx
from cchc.documents.limits import Limits
from tests.documents.wordml_files import docx, numbered, par, tbl, tc, tr


def labels(body: str, numbering: str, **parts: str) -> list[str | None]:
    data = docx(body, numbering=numbering, **parts)
    document = read_docx(data, "plan.docx", limits=Limits())
    return [each.label for each in document.paragraphs]


def levels(*forms: tuple[str, str], identifier: int = 0) -> str:
    inside = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(forms)
    )
    return f'<w:abstractNum w:abstractNumId="{identifier}">{inside}</w:abstractNum>'


def num(list_id: int, inside: str = "", definition: int = 0) -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{definition}"/>{inside}</w:num>'


OUTLINE = levels(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def items(*places: int, list_id: int = 1) -> str:
    return "".join(numbered("x", list_id, level) for level in places)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param((0, 0, 0), ["I.", "II.", "III."], id="counting"),
        pytest.param((0, 1, 1, 0, 1), ["I.", "1.", "2.", "II.", "1."], id="a new part begins at 1"),
        pytest.param((0, 1, 2, 2, 1, 2), ["I.", "1.", "a)", "b)", "2.", "a)"], id="three levels"),
        pytest.param((1, 2), ["1.", "a)"], id="upper levels not used"),
    ],
)
def test_numbers_count_as_word_counts(places: tuple[int, ...], expected: list[str]) -> None:
    assert labels(items(*places), OUTLINE + num(1)) == expected


def test_a_number_may_show_the_levels_above_it() -> None:
    numbering = levels(("upperRoman", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3."))
    assert labels(items(0, 1, 1, 2), numbering + num(1)) == ["I", "I.1", "I.2", "I.2.1."]


def test_legal_numbering_shows_upper_levels_as_digits() -> None:
    numbering = levels(("upperRoman", "%1."), ("decimal", "%1.%2")).replace(
        '<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/><w:isLgl/>'
    )
    assert labels(items(0, 0, 1), numbering + num(1)) == ["I.", "II.", "2.1"]


def test_lists_of_one_definition_count_on_unless_one_says_where_it_starts() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OUTLINE + num(1) + num(2) + num(3, restart)
    body = items(0, 0) + items(0, list_id=2) + items(0, 0, list_id=3)
    assert labels(body, numbering) == ["I.", "II.", "III.", "I.", "II."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride>'
    )
    assert labels(items(0, 0), OUTLINE + num(1, own)) == ["d.", "e."]


def test_a_level_that_never_restarts_counts_through_the_file() -> None:
    numbering = OUTLINE.replace(
        '<w:lvlText w:val="%2."/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/>'
    )
    assert labels(items(0, 1, 0, 1), numbering + num(1)) == ["I.", "1.", "II.", "2."]


@pytest.mark.parametrize(
    ("form", "count", "label"),
    [
        ("upperLetter", 3, "C"),
        ("lowerLetter", 5, "e"),
        ("lowerLetter", 28, "bb"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 5000, "5000"),
        ("decimalZero", 7, "07"),
        ("vietnameseCounting", 3, "3"),
    ],
)
def test_numerals(form: str, count: int, label: str) -> None:
    numbering = levels((form, "%1")).replace('w:start w:val="1"', f'w:start w:val="{count}"')
    assert labels(items(0), numbering + num(1)) == [label]


@pytest.mark.parametrize(
    ("mark", "font", "label"),
    [
        pytest.param("-", "Times New Roman", "-", id="dash"),
        pytest.param("–", "Times New Roman", "-", id="long dash"),
        pytest.param("+", "Times New Roman", "+", id="plus"),
        pytest.param("\uf0b7", "Symbol", "-", id="round bullet"),
        pytest.param("\uf0a7", "Wingdings", "-", id="square bullet"),
        pytest.param("o", "Courier New", "-", id="ring"),
    ],
)
def test_bullets_are_dashes_or_plus_signs(mark: str, font: str, label: str) -> None:
    numbering = levels(("bullet", mark)).replace(
        "</w:lvl>", f'<w:rPr><w:rFonts w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )
    assert labels(items(0), numbering + num(1)) == [label]


def test_a_drawn_bullet_below_a_bullet_is_a_plus_sign() -> None:
    numbering = levels(("bullet", "\uf0b7"), ("bullet", "o"), ("decimal", "%3"))
    assert labels(items(0, 1), numbering + num(1)) == ["-", "+"]


def test_a_style_may_number_its_paragraphs_and_a_paragraph_may_decline() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="M1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="M2"><w:basedOn w:val="M1"/>'
        "</w:style>"
    )
    numbering = OUTLINE.replace(
        '<w:lvlText w:val="%2."/>', '<w:pStyle w:val="M2"/><w:lvlText w:val="%2."/>'
    )
    body = (
        par("a", properties='<w:pStyle w:val="M1"/>')
        + par("b", properties='<w:pStyle w:val="M2"/>')
        + par("c", properties='<w:pStyle w:val="M1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert labels(body, numbering + num(1), styles=styles) == ["I.", "1.", None]


def test_a_definition_may_stand_under_a_list_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Ds"/></w:abstractNum>'
    numbering = OUTLINE.replace('<w:lvl w:ilvl="0">', '<w:styleLink w:val="Ds"/><w:lvl w:ilvl="0">')
    assert labels(items(0), numbering + linked + num(1, definition=5)) == ["I."]


def test_definitions_that_point_at_each_other_number_nothing() -> None:
    loop = "".join(
        f'<w:abstractNum w:abstractNumId="{own}"><w:styleLink w:val="S{own}"/>'
        f'<w:numStyleLink w:val="S{other}"/></w:abstractNum>'
        for own, other in ((0, 1), (1, 0))
    )
    assert labels(items(0), loop + num(1)) == [None]


def test_numbers_in_cells_stand_in_their_text() -> None:
    numbering = levels(("decimal", "%1")) + levels(("bullet", "-"), identifier=9)
    lists = num(1) + num(2, definition=9)
    bullets = tc(numbered("họp", 2) + numbered("báo cáo", 2))
    body = tbl(tr(tc(numbered("", 1)), bullets), tr(tc(numbered("", 1)), "c"))
    document = read_docx(docx(body, numbering=numbering + lists), "a.docx", limits=Limits())
    (table,) = document.tables
    assert [row.texts for row in table.rows] == [("1", "- họp\n- báo cáo"), ("2", "c")]
