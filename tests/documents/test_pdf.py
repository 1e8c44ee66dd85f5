"""PDF with text: paragraphs by what is seen, sides kept apart, furniture dropped, refusals."""

from __future__ import annotations

import io
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Align, Document, Kind
from cchc.documents.page_document import document_of
from cchc.documents.page_model import Page, Word
from cchc.documents.pdf import read_pdf
from tests.documents.pages import WIDTH, Sheet, pdf, read, wrapped

LEFT, INDENT, RIGHT = 85.0, 121.0, 541.0


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def paragraph(sheet: Sheet, y: float, text: str) -> float:
    """Print a text with an indented first line, as official documents are."""
    lines = wrapped(text, RIGHT - INDENT)
    sheet.text(INDENT, y, lines[0])
    rest = wrapped(" ".join(lines[1:]), RIGHT - LEFT)
    return sheet.lines(LEFT, y + 15, rest) + 3


LONG = (
    "Tổ chức rà soát, đánh giá toàn bộ quy trình đang áp dụng tại các phòng, đơn vị để phát hiện "
    "những bước còn trùng lặp và đề xuất phương án rút gọn trong thời gian sớm nhất."
)
OTHER = (
    "Bố trí đủ người và phương tiện làm việc cho bộ phận tiếp nhận, bảo đảm hồ sơ được chuyển đi "
    "trong ngày và người nộp luôn biết hồ sơ của mình đang ở bước nào."
)


def test_lines_that_wrapped_are_one_paragraph_and_an_indent_begins_another() -> None:
    def page(sheet: Sheet) -> None:
        paragraph(sheet, paragraph(sheet, 100, LONG), OTHER)

    assert texts(read(page)) == [LONG, OTHER]


def test_a_paragraph_goes_on_over_the_page_end_and_keeps_its_lines_and_places() -> None:
    lines = wrapped(LONG, RIGHT - LEFT)

    def first(sheet: Sheet) -> None:
        paragraph(sheet, 100, OTHER)
        sheet.lines(LEFT, 745, lines[:1])
        sheet.centred(WIDTH / 2, 800, "1")

    def second(sheet: Sheet) -> None:
        y = sheet.lines(LEFT, 70, lines[1:])
        paragraph(sheet, y, OTHER)
        sheet.centred(WIDTH / 2, 800, "2")

    found = read(first, second)
    assert texts(found) == [OTHER, LONG, OTHER]
    joined = list(found.paragraphs)[1]
    assert [line.text for line in joined.lines] == lines
    assert [line.span.page for line in joined.lines] == [1, *[2] * (len(lines) - 1)]
    assert joined.span.box is not None
    assert all(0 <= side <= 1 for side in joined.span.box)


SHORT_PLAN = [
    "A. MỤC TIÊU",
    "1. 100% hồ sơ được trả đúng hạn.",
    "2. Tiết kiệm từ 5 - 7% chi thường xuyên.",
    "B. NHIỆM VỤ",
    "1. Cải cách chế độ công vụ",
    "a) Mục tiêu",
    "- Trên 90% công chức có chứng chỉ.",
    "b) Nhiệm vụ",
    OTHER,
    "C. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng: đôn đốc, tổng hợp.",
]


@pytest.mark.parametrize("between", [15, 28], ids=["no space between", "space between"])
def test_in_a_short_plan_set_flush_left_each_heading_stands_alone(between: int) -> None:
    def page(sheet: Sheet) -> None:
        y = 100.0
        for text in SHORT_PLAN:
            y = sheet.lines(LEFT, y, wrapped(text, RIGHT - LEFT)) + between - 15

    assert texts(read(page)) == SHORT_PLAN


@pytest.mark.parametrize(
    ("end", "start", "joint"),
    [
        pytest.param("xã hội số", "2. Tuyên truyền các việc đã làm.", None, id="an item"),
        pytest.param("quy định tại khoản", "2. Điều này nêu rõ.", " ", id="a clause referred to"),
    ],
)
def test_a_number_below_a_full_line_begins_an_item_unless_it_is_referred_to(
    end: str, start: str, joint: str | None
) -> None:
    filler = wrapped("1. Phát triển những nền tảng dùng chung cho toàn tỉnh " * 3, RIGHT - LEFT)[0]
    words = filler.split()
    while len(wrapped(" ".join([*words, end]), RIGHT - LEFT)) > 1:
        words.pop()
    first = " ".join([*words, end])

    def page(sheet: Sheet) -> None:
        sheet.text(RIGHT - 3, 60, ".")
        sheet.lines(LEFT, 100, [first, start])
        paragraph(sheet, 145, LONG)

    found = texts(read(page))
    assert found[1:-1] == ([first, start] if joint is None else [first + joint + start])


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        pytest.param("số 158/QĐ-", "UBND ngày", "158/QĐ-UBND", id="a symbol after its dash"),
        pytest.param("số 18-", "NQ/TW ngày", "18-NQ/TW", id="a number after its dash"),
    ],
)
def test_a_symbol_that_broke_at_the_line_end_is_whole(before: str, after: str, whole: str) -> None:
    def page(sheet: Sheet) -> None:
        filler = wrapped("Căn cứ những nội dung đã nêu ở trên " * 4, RIGHT - LEFT - 80)[0]
        sheet.text(LEFT, 100, "x " * 1 + filler)
        sheet.text(RIGHT - 75, 100, before)
        sheet.lines(LEFT, 115, [f"{after} 03/4/2024 của cơ quan có thẩm quyền."])
        paragraph(sheet, 160, LONG)

    assert whole in " ".join(texts(read(page)))


def test_page_numbers_and_running_heads_are_no_text() -> None:
    def page_of(number: int) -> object:
        def draw(sheet: Sheet) -> None:
            sheet.text(LEFT, 40, f"Kế hoạch của Sở Mẫu, bản in lần {number}")
            paragraph(sheet, 150, LONG)
            sheet.centred(WIDTH / 2, 810, f"Trang {number}/4")

        return draw

    found = read(*(page_of(number) for number in range(1, 5)))  # type: ignore[arg-type]
    assert texts(found) == [LONG] * 4


def test_a_number_in_the_middle_of_a_page_stays() -> None:
    def page(sheet: Sheet) -> None:
        paragraph(sheet, 100, LONG)
        sheet.text(INDENT, 400, "2024")
        paragraph(sheet, 430, OTHER)

    assert "2024" in texts(read(page))


def test_the_letterhead_is_read_side_by_side_left_first() -> None:
    def page(sheet: Sheet) -> None:
        for y, left, right in (
            (60, "UBND TỈNH MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (76, "SỞ THỬ NGHIỆM", "Độc lập - Tự do - Hạnh phúc"),
            (100, "Số: 12/KH-STN", "Mẫu, ngày 05 tháng 01 năm 2024"),
        ):
            sheet.centred(150, y, left, bold=y == 76)
            sheet.centred(410, y, right, bold=y < 100)
        sheet.centred((LEFT + RIGHT) / 2, 140, "KẾ HOẠCH", bold=True)
        paragraph(sheet, 180, LONG)

    found = read(page)
    assert texts(found)[:7] == [
        "UBND TỈNH MẪU",
        "SỞ THỬ NGHIỆM",
        "Số: 12/KH-STN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu, ngày 05 tháng 01 năm 2024",
        "KẾ HOẠCH",
    ]
    title = list(found.paragraphs)[6]
    assert title.bold
    assert title.align is Align.CENTRE


@pytest.mark.parametrize("aligned", ["centred", "left"])
def test_what_wrapped_on_the_right_of_the_letterhead_stays_on_the_right(aligned: str) -> None:
    def page(sheet: Sheet) -> None:
        for y, left, right in (
            (60, "UBND TỈNH MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
            (75, "", "VIỆT NAM"),
            (92, "SỞ THỬ NGHIỆM", "Độc lập - Tự do - Hạnh phúc"),
            (116, "Số: 12/KH-STN", "Mẫu, ngày 05 tháng 01 năm"),
            (131, "", "2024"),
        ):
            if aligned == "centred":
                sheet.centred(150, y, left)
                sheet.centred(410, y, right)
            else:
                sheet.text(LEFT, y, left)
                sheet.text(298, y, right)
        sheet.text(LEFT, 160, "KẾ HOẠCH", bold=True)
        paragraph(sheet, 190, LONG)

    assert texts(read(page)) == [
        "UBND TỈNH MẪU",
        "SỞ THỬ NGHIỆM",
        "Số: 12/KH-STN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu, ngày 05 tháng 01 năm 2024",
        "KẾ HOẠCH",
        LONG,
    ]


def test_recipients_and_signature_stand_apart_and_a_long_recipient_is_one() -> None:
    def page(sheet: Sheet) -> None:
        paragraph(sheet, 100, LONG)
        sheet.text(LEFT, 200, "Nơi nhận:", bold=True)
        sheet.lines(
            LEFT,
            215,
            ["- UBND tỉnh;", "- Các phòng, đơn vị thuộc và", "trực thuộc Sở;", "- Lưu: VT."],
        )
        sheet.centred(430, 200, "KT. GIÁM ĐỐC", bold=True)
        sheet.centred(430, 215, "PHÓ GIÁM ĐỐC", bold=True)
        sheet.centred(430, 290, "Trần Thị Mẫu", bold=True)

    assert texts(read(page))[1:] == [
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- Các phòng, đơn vị thuộc và trực thuộc Sở;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Trần Thị Mẫu",
    ]


def test_footnotes_are_kept_apart() -> None:
    def page(sheet: Sheet) -> None:
        paragraph(sheet, paragraph(sheet, 100, LONG), OTHER)
        sheet.rule(LEFT, 740, LEFT + 140, 740)
        sheet.text(LEFT, 752, "1 Theo số liệu của phòng chuyên môn, tính đến hết", size=9)
        sheet.text(LEFT, 763, "quý trước.", size=9)

    found = read(page)
    assert texts(found) == [LONG, OTHER]
    assert [note.text for note in found.footnotes] == [
        "1 Theo số liệu của phòng chuyên môn, tính đến hết quý trước."
    ]


@pytest.mark.parametrize("said", [0, 90, 180, 270])
@pytest.mark.parametrize("drawn", [0, 90, 180, 270])
def test_a_page_is_read_upright_however_it_is_turned(drawn: int, said: int) -> None:
    def page(sheet: Sheet) -> None:
        sheet.turn(drawn)
        paragraph(sheet, 400, LONG)

    document = pdfium.PdfDocument(pdf(page))
    document[0].set_rotation(said)
    buffer = io.BytesIO()
    document.save(buffer)
    found = read_pdf(buffer.getvalue(), "thu.pdf", limits=Limits(), ocr=None)
    assert texts(found) == [LONG]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"%PDF-1.7\nnothing", Unreadable.BROKEN_PDF, id="damaged"),
        pytest.param(b"", Unreadable.BROKEN_PDF, id="empty"),
    ],
)
def test_what_is_no_pdf_is_refused(data: bytes, code: Unreadable) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_pdf(data, "thu.pdf", limits=Limits(), ocr=None)
    assert refusal.value.code is code


def test_a_password_is_not_guessed() -> None:
    data = pdf(lambda sheet: sheet.text(100, 100, "Kế hoạch"), password="khong-doan-duoc")
    with pytest.raises(UnreadableFile) as refusal:
        read_pdf(data, "thu.pdf", limits=Limits(), ocr=None)
    assert refusal.value.code is Unreadable.PASSWORD


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        pytest.param(Limits(pages=1), Unreadable.TOO_MANY_PAGES, id="pages"),
        pytest.param(Limits(characters=10), Unreadable.TOO_MUCH_TEXT, id="letters"),
        pytest.param(Limits(seconds=0.0), Unreadable.TOO_SLOW, id="time"),
    ],
)
def test_bounds_are_kept(limits: Limits, code: Unreadable) -> None:
    data = pdf(*[lambda sheet: sheet.text(100, 100, "Kế hoạch cải cách hành chính")] * 2)
    with pytest.raises(UnreadableFile) as refusal:
        read_pdf(data, "thu.pdf", limits=limits, ocr=None)
    assert refusal.value.code is code


_WORDS = st.lists(
    st.builds(
        lambda text, x, y, wide, high: Word(text, x, y, x + wide, y + high),
        st.text(min_size=1, max_size=8),
        st.floats(0, 580),
        st.floats(0, 830),
        st.floats(1, 200),
        st.floats(4, 30),
    ),
    max_size=40,
)


@given(_WORDS)
def test_any_words_make_a_document_that_loses_none_of_them(words: list[Word]) -> None:
    found = document_of([Page(1, 595.0, 842.0, tuple(words))], Kind.PDF, "thu.pdf")
    seen = "".join(texts(found))
    for table in found.tables:
        seen += "".join(cell.text for row in table.rows for cell in row.cells)
    bare = [word.text for word in words if word.text.isalpha()]
    assert all(text in seen for text in bare)
    spans = [p.span.page for p in found.paragraphs]
    assert all(a is not None and b is not None and a <= b for a, b in pairwise(spans))
