"""What the paragraphs of a DOCX say, as Word would print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.documents.docx import read_docx
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Align, Document, Paragraph, Span, Table
from tests.documents.wordml_files import docx, par, run, tbl, tc, tr


def read(body: str, **parts: str) -> Document:
    return read_docx(docx(body, **parts), "plan.docx", limits=Limits())


def texts(body: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in read(body, **parts).paragraphs]


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{0}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{1}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:txbxContent>{0}</w:txbxContent>"
TICKED = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>"
)
PROMPT = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    f"<w:sdtContent>{run('Bấm vào đây')}</w:sdtContent></w:sdt>"
)
SOFT_BREAK = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"
HARD_HYPHEN = "<w:r><w:t>61</w:t><w:noBreakHyphen/><w:t>NQ</w:t></w:r>"
CHANGE = f"<w:ins>{run('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(run("Kế ") + run("hoạch"), "Kế hoạch", id="runs split at random"),
        pytest.param(run("Kê\u0301 hoa\u0323ch"), "Kế hoạch", id="decomposed letters"),
        pytest.param(run("ê") + run("\u0301"), "ế", id="a letter cut by a run"),
        pytest.param(run("Sở\u00a0\u00a0Nội  vụ "), "Sở Nội vụ", id="odd spaces"),
        pytest.param(SOFT_BREAK, "a b", id="soft break"),
        pytest.param(SOFT_BREAK.replace("w:br", "w:tab"), "a b", id="tab"),
        pytest.param(HARD_HYPHEN, "61-NQ", id="hard hyphen"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥", id="symbol"),
        pytest.param(run("³ 90%", font("Symbol")), "≥ 90%", id="text in the Symbol font"),
        pytest.param(f"<w:hyperlink>{run('cổng')}</w:hyperlink>", "cổng", id="link"),
        pytest.param(f"<w:smartTag>{run('Huế')}</w:smartTag>", "Huế", id="smart tag"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('a')}</w:sdtContent></w:sdt>", "a", id="control"),
        pytest.param(CHANGE, "mới", id="tracked change"),
        pytest.param(f"<w:moveFrom>{run('x')}</w:moveFrom>{run('y')}", "y", id="moved away"),
        pytest.param(f"<w:moveTo>{run('y')}</w:moveTo>", "y", id="moved here"),
        pytest.param(run("hiện") + run("ẩn", "<w:vanish/>"), "hiện", id="hidden"),
        pytest.param(run("sở nội vụ", "<w:caps/>"), "SỞ NỘI VỤ", id="capitals"),
        pytest.param(run("sở", '<w:caps w:val="0"/>'), "sở", id="capitals switched off"),
        pytest.param(FIELD.format("DATE", run("05")), "05", id="result of a field"),
        pytest.param(
            FIELD.format(FIELD.format("REF", run("trong")), run("ngoài")),
            "ngoài",
            id="field inside the instruction of a field",
        ),
        pytest.param(run("x ") + FIELD.format("IF", "") + run("y"), "x y", id="empty field"),
        pytest.param(f"<w:fldSimple>{run('3')}</w:fldSimple>", "3", id="simple field"),
        pytest.param("<m:oMath><m:r><m:t>≥90%</m:t></m:r></m:oMath>", "≥90%", id="formula"),
        pytest.param(run("KÕ ho¹ch", font(".VnTime")), "Kế hoạch", id="TCVN3"),
        pytest.param(run("KÕ ho¹ch", font(".VnTimeH")), "KẾ HOẠCH", id="TCVN3 capitals"),
        pytest.param(
            run("Keá ho", font("VNI-Times")) + run("aïch", font("VNI-Times") + "<w:b/>"),
            "Kế hoạch",
            id="VNI, a letter cut by a run",
        ),
        pytest.param(
            run("Kế hoạch là", font(".VnTime")), "Kế hoạch là", id="Unicode typed in an old font"
        ),
        pytest.param(TICKED, "x", id="ticked box"),
        pytest.param(PROMPT + run("a"), "a", id="a control that still shows its prompt"),
    ],
)
def test_a_paragraph_reads_as_it_is_printed(content: str, text: str) -> None:
    assert texts(f"<w:p>{content}</w:p>") == [text]


def test_what_is_not_printed_makes_no_paragraph() -> None:
    assert texts(par() + par("  ") + par(run("ẩn", "<w:vanish/>")) + par("thấy")) == ["thấy"]


def test_soft_breaks_make_lines_and_tabs_stay_in_them() -> None:
    (paragraph,) = read(
        "<w:p><w:r><w:t>Số: 1</w:t><w:tab/><w:t>Hà Nội</w:t><w:br/><w:t>hai</w:t></w:r></w:p>"
    ).paragraphs
    assert [line.text for line in paragraph.lines] == ["Số: 1\tHà Nội", "hai"]
    assert paragraph.text == "Số: 1 Hà Nội hai"


def test_a_paragraph_whose_end_was_deleted_runs_on_into_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = par("một ", properties=gone) + par("hai ", properties=gone) + par("ba") + par("bốn")
    assert texts(body) == ["một hai ba", "bốn"]


def test_a_table_of_contents_does_not_repeat_the_headings() -> None:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = (
        f"<w:p>{start}{run('I. MỤC TIÊU 2')}</w:p>"
        f'<w:p>{run("II. NHIỆM VỤ 3")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert texts(body + par("I. MỤC TIÊU")) == ["I. MỤC TIÊU"]


def test_a_field_that_never_ends_loses_only_its_paragraph() -> None:
    body = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("mất")}</w:p>' + par("còn")
    assert texts(body) == ["còn"]


VML = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
DRAWING = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
BOTH = (
    f"<mc:AlternateContent><mc:Choice>{DRAWING}</mc:Choice><mc:Fallback>{VML}</mc:Fallback>"
    "</mc:AlternateContent>"
)


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(VML, id="for old programs"),
        pytest.param(DRAWING, id="for new programs"),
        pytest.param(BOTH, id="for both"),
    ],
)
def test_a_text_box_is_read_once_before_its_paragraph(drawing: str) -> None:
    body = f"<w:p><w:r>{drawing.format(par('UBND'))}</w:r>{run('sau')}</w:p>"
    found = [(each.text, each.in_text_box) for each in read(body).paragraphs]
    assert found == [("UBND", True), ("sau", False)]


def test_footnotes_stand_apart_and_their_marks_leave_the_text() -> None:
    document = read(
        '<w:p><w:r><w:t>Chỉ số</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=(
            f'<w:footnote w:type="separator" w:id="0">{par("-")}</w:footnote>'
            f'<w:footnote w:id="2">{par("Theo báo cáo")}</w:footnote>'
            f'<w:footnote w:id="3">{par("không ai nhắc")}</w:footnote>'
        ),
    )
    assert [paragraph.text for paragraph in document.paragraphs] == ["Chỉ số"]
    assert [(note.label, note.text) for note in document.footnotes] == [("1", "Theo báo cáo")]


def style(identifier: str, inside: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{identifier}">{inside}</w:style>'


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    + style("u1", '<w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr>')
    + style("Muc", '<w:name w:val="Mục"/><w:basedOn w:val="u1"/>')
    + style("De2", '<w:name w:val="Đề mục 2"/>')
    + style("Ol", '<w:pPr><w:outlineLvl w:val="2"/><w:jc w:val="center"/></w:pPr>')
    + style("A", '<w:basedOn w:val="B"/>')
    + style("B", '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>')
    + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Vn", '<w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr>')
)


@pytest.mark.parametrize(
    ("named", "heading"),
    [
        pytest.param("u1", 1, id="built-in name under a localised id"),
        pytest.param("Muc", 1, id="based on a heading"),
        pytest.param("De2", 2, id="Vietnamese name"),
        pytest.param("Ol", 3, id="outline level of the style"),
        pytest.param("Normal", None, id="body text"),
        pytest.param("lost", None, id="a style that is not there"),
        pytest.param("A", None, id="styles based on each other"),
    ],
)
def test_headings_come_from_styles(named: str, heading: int | None) -> None:
    body = par("Mục tiêu", properties=f'<w:pStyle w:val="{named}"/>')
    (paragraph,) = read(body, styles=STYLES).paragraphs
    assert paragraph.heading == heading


def test_an_outline_level_on_the_paragraph_wins_over_the_style() -> None:
    body = par("x", properties='<w:pStyle w:val="u1"/><w:outlineLvl w:val="9"/>')
    (paragraph,) = read(body, styles=STYLES).paragraphs
    assert paragraph.heading is None


STRONG = '<w:rStyle w:val="Strong"/>'


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        pytest.param(par(run("a", "<w:b/>"), run("b", "<w:b/>")), True, id="every letter"),
        pytest.param(par(run("a", "<w:b/>"), run(": ")), True, id="all but a colon"),
        pytest.param(par(run("a", "<w:b/>"), run("b")), False, id="some letters"),
        pytest.param(par(run("a", '<w:b w:val="0"/>')), False, id="switched off"),
        pytest.param(par(run("a", STRONG)), True, id="by a character style"),
        pytest.param(par("a", properties='<w:pStyle w:val="Muc"/>'), True, id="by inheritance"),
        pytest.param(
            par(run("a", STRONG), properties='<w:pStyle w:val="u1"/>'),
            False,
            id="two bold styles cancel out",
        ),
    ],
)
def test_bold_means_every_letter(body: str, bold: object) -> None:
    (paragraph,) = read(body, styles=STYLES).paragraphs
    assert paragraph.bold is bold


def test_an_old_font_of_a_style_is_read_as_unicode() -> None:
    body = par("Së Néi vô", properties='<w:pStyle w:val="Vn"/>')
    assert texts(body, styles=STYLES) == ["Sở Nội vụ"]


def test_alignment_comes_from_the_paragraph_or_its_style() -> None:
    body = par("a", properties='<w:jc w:val="both"/>') + par(
        "b", properties='<w:pStyle w:val="Ol"/>'
    )
    found = [each.align for each in read(body, styles=STYLES).paragraphs]
    assert found == [Align.JUSTIFIED, Align.CENTRE]


def test_places_count_from_one() -> None:
    document = read(par("a") + par() + par("b") + tbl(tr("x", "y"), tr("z", "t")))
    first, second, table = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert (first.span, second.span) == (Span(paragraph=1), Span(paragraph=3))
    assert table.rows[1].cells[1].span == Span(table=1, row=2, cell=2)


def test_the_strict_form_of_the_format_reads_the_same() -> None:
    main = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        f"{par('Kế hoạch')}</w:body></w:document>"
    )
    strict = read_docx(docx("", extra={"word/document.xml": main}), "a", limits=Limits())
    assert strict.blocks == read(par("Kế hoạch")).blocks


def test_macros_are_not_run_and_the_person_is_told() -> None:
    data = docx(par("x"), extra={"word/vbaProject.bin": b"\0"})
    document = read_docx(data, "a.docm", limits=Limits())
    assert [notice.code for notice in document.notices] == ["macros_not_run"]


def test_text_that_lost_its_old_font_is_not_guessed_paragraph_by_paragraph() -> None:
    assert texts(par(run("ho¹ch", font("Times New Roman")))) == ["ho¹ch"]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        pytest.param(Limits(cells=3), Unreadable.TOO_MANY_CELLS, id="cells"),
        pytest.param(Limits(characters=5), Unreadable.TOO_MUCH_TEXT, id="letters"),
        pytest.param(Limits(seconds=-1.0), Unreadable.TOO_SLOW, id="time"),
        pytest.param(Limits(archive_members=2), Unreadable.EXPANDS_TOO_MUCH, id="members"),
        pytest.param(Limits(unpacked_bytes=200), Unreadable.EXPANDS_TOO_MUCH, id="unpacked size"),
    ],
)
def test_a_bound_stops_the_reading(limits: Limits, code: Unreadable) -> None:
    data = docx(par("Kế hoạch") + tbl(tr("a", "b"), tr("c", "d")))
    with pytest.raises(UnreadableFile) as refusal:
        read_docx(data, "a.docx", limits=limits)
    assert refusal.value.code is code


def test_deep_nesting_is_read_or_refused_but_never_crashes() -> None:
    inner = par("đáy")
    for _ in range(300):
        inner = tbl(tr(tc(inner)))
    with pytest.raises(UnreadableFile) as refusal:
        read(inner)
    assert refusal.value.code is Unreadable.BROKEN_DOCX


def test_a_sample_in_an_old_encoding_reads_as_printed(shared: Path) -> None:
    path = shared / "reading" / "samples" / "d08_so_nnptnt_2020_tcvn3.docx"
    document = read_docx(path.read_bytes(), path.name, limits=Limits())
    assert next(document.tables).rows[0].cells[1].text == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    )
