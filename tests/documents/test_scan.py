"""Scans: pictures cleaned, tables found, words recognised, and slips that can be known repaired."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Table
from cchc.documents.page_model import Word
from cchc.documents.pdf import read_pdf
from cchc.documents.scan import read_picture
from cchc.documents.scan_engine import Ocr, find_tesseract
from cchc.documents.scan_numbers import (
    heading_in_order,
    numbers_in_order,
    roman_quarters,
    titles_in_order,
)
from cchc.documents.scan_phrases import (
    with_known_marks,
    with_parted_syllables,
    without_doubled_vowels,
)
from cchc.documents.scan_picture import drawn_lines, grey_without_colour, ink_of, lean, straightened
from cchc.documents.scan_posts import without_letters
from cchc.documents.scan_strokes import numbers_counted
from cchc.documents.scan_words import words_of
from tests.conftest import require, skip_or_fail
from tests.documents.pages import Sheet, pdf
from tests.documents.test_tables import HEADING, TASKS, rows, ruled

RESOLUTION = 200


@pytest.fixture(scope="module")
def ocr() -> Ocr:
    require("tesseract", "tesseract-ocr tesseract-ocr-vie")
    found = find_tesseract()
    if found is None:
        skip_or_fail("tesseract lacks Vietnamese; to run: apt-get install tesseract-ocr-vie")
    return found


def page(sheet: Sheet) -> None:
    sheet.centred(300, 60, "PHỤ LỤC", bold=True)
    sheet.centred(300, 78, "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024", bold=True)
    ruled(sheet, 100, [HEADING, *TASKS])


def scanned(degrees: float = 0.0, *, noise: float = 0.0) -> Image.Image:
    """The page as a scanner would give it."""
    document = pdfium.PdfDocument(pdf(page))
    picture = document[0].render(scale=RESOLUTION / 72).to_pil().convert("L")
    turned = picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    grains = np.random.default_rng(1).normal(0, noise, (turned.height, turned.width))
    return Image.fromarray(np.clip(np.asarray(turned) * 0.9 + 15 + grains, 0, 255).astype(np.uint8))


def saved(picture: Image.Image, form: str) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, resolution=RESOLUTION, dpi=(RESOLUTION, RESOLUTION))
    return buffer.getvalue()


def read(data: bytes, ocr: Ocr | None) -> Document:
    return read_picture(data, "quet.png", limits=Limits(), ocr=ocr)


def test_a_leaning_noisy_scan_gives_the_table_with_its_confidence(ocr: Ocr) -> None:
    found = read(saved(scanned(0.8, noise=6), "PNG"), ocr)
    assert found.kind is Kind.SCAN
    assert rows(found) == [HEADING, *TASKS]
    cell = next(found.tables).rows[1].cells[1]
    assert cell.confidence is not None
    assert 0.5 < cell.confidence <= 1
    assert next(found.paragraphs).text == "PHỤ LỤC"


def test_a_scanned_pdf_page_is_recognised_and_a_page_with_text_is_not(ocr: Ocr) -> None:
    scan = pdfium.PdfDocument(saved(scanned(), "PDF"))
    mixed = pdfium.PdfDocument(
        pdf(lambda sheet: sheet.text(85, 100, "Trang này có chữ sẵn, đọc ngay."))
    )
    mixed.import_pages(scan)
    buffer = io.BytesIO()
    mixed.save(buffer)
    found = read_pdf(buffer.getvalue(), "quet.pdf", limits=Limits(), ocr=ocr)
    assert (found.kind, found.pages) == (Kind.PDF, 2)
    assert [notice.code for notice in found.notices] == ["scanned_pages"]
    assert next(found.paragraphs).confidence is None
    assert rows(found) == [HEADING, *TASKS]


def test_a_page_fed_in_sideways_is_turned(ocr: Ocr) -> None:
    found = read(saved(scanned().rotate(90, expand=True), "JPEG"), ocr)
    assert rows(found)[1:] == TASKS


def test_without_tesseract_a_scan_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(saved(scanned(), "PNG"), None)
    assert refusal.value.code is Unreadable.NEEDS_TESSERACT


def test_a_white_page_is_blank_even_without_tesseract() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(saved(Image.new("L", (1654, 2339), 250), "PNG"), None)
    assert refusal.value.code is Unreadable.BLANK_SCAN


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nnothing", b"", b"\xff\xd8\xff\xe0rest"])
def test_a_damaged_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(data, None)
    assert refusal.value.code is Unreadable.BROKEN_PICTURE


def test_a_picture_with_too_many_pages_is_refused() -> None:
    buffer = io.BytesIO()
    small = Image.new("L", (40, 40), 255)
    small.save(buffer, "TIFF", save_all=True, append_images=[small] * 3)
    with pytest.raises(UnreadableFile) as refusal:
        read_picture(buffer.getvalue(), "quet.tiff", limits=Limits(scan_pages=2), ocr=None)
    assert refusal.value.code is Unreadable.TOO_MANY_PAGES


def test_the_sample_scan_reads_to_its_table(shared: Path, ocr: Ocr) -> None:
    data = (shared / "reading" / "samples" / "d06_ubnd_xa_my_loc_2025.pdf").read_bytes()
    found = read_pdf(data, "d06.pdf", limits=Limits(), ocr=ocr)
    (table,) = (each for each in found.tables if len(each.rows[0].cells) == 6)
    assert isinstance(table, Table)
    numbers = [row.texts[0] for row in table.rows[1:]]
    assert [n for n in numbers if n.isdecimal()] == [str(n) for n in range(1, 29)]
    assert [n for n in numbers if not n.isdecimal()] == ["I", "II", "III", "IV", "V"]


# --- the picture -------------------------------------------------------------------------------


def printed() -> np.ndarray:
    paper = np.full((1200, 900), 240, np.uint8)
    for y in range(100, 1100, 40):
        cv2.putText(paper, "Ke hoach cai cach hanh chinh", (60, y), 0, 1.1, (20,), 2)
    return paper


@pytest.mark.parametrize("degrees", [-3.0, -0.7, 0.0, 0.45, 2.2])
def test_the_lean_of_a_page_is_found(degrees: float) -> None:
    leaning = straightened(printed(), degrees)
    assert lean(leaning) == pytest.approx(-degrees, abs=0.16)


def test_red_and_blue_ink_goes_and_black_print_under_it_stays() -> None:
    page = np.full((200, 300, 3), 245, np.uint8)
    cv2.circle(page, (150, 100), 60, (60, 50, 210), 12)
    cv2.line(page, (20, 180), (280, 150), (150, 40, 30), 4)
    cv2.putText(page, "Nguyen", (100, 105), 0, 0.8, (15, 15, 15), 2)
    grey = grey_without_colour(page)
    assert grey[100, 90] > 200  # the ring
    assert grey[165, 150] > 200  # the pen
    assert (grey < 60).sum() > 200  # the name


def test_black_print_is_seen_through_a_red_stamp_and_its_pale_ring_is_not() -> None:
    page = np.full((400, 600, 3), 245, np.uint8)
    cv2.putText(page, "LE THI MAU", (60, 220), 0, 2.0, (10, 10, 10), 6)
    print_only = page[:, :, 0] < 100
    stamp = page.copy()
    cv2.circle(stamp, (300, 200), 120, (60, 50, 225), 14)
    page = np.asarray(cv2.addWeighted(page, 0.55, stamp, 0.45, 0), dtype=np.uint8)
    stamp = page.copy()
    cv2.circle(stamp, (300, 200), 95, (120, 115, 205), 2)  # thin, so its colour was washed out
    page = np.asarray(cv2.addWeighted(page, 0.4, stamp, 0.6, 0), dtype=np.uint8)
    grey = grey_without_colour(page)
    assert (grey[print_only] < 140).mean() > 0.98
    assert (grey[~print_only] > 200).mean() > 0.97


def test_a_letter_between_two_posts_is_no_post() -> None:
    page = np.zeros((900, 1400), np.uint8)
    for y in (100, 400, 460, 800):  # the row from 400 to 460 goes over both columns
        cv2.line(page, (100, y), (1300, y), (255,), 2)
    for x, top, bottom in ((100, 100, 800), (1300, 100, 800), (700, 100, 400), (700, 460, 800)):
        cv2.line(page, (x, top), (x, bottom), (255,), 2)
    cv2.ellipse(page, (692, 430), (14, 22), 0, 0, 360, (255,), 7)
    rules, mask = without_letters(*drawn_lines(page, 300), page, 300)
    middle = [rule for rule in rules if not rule.is_level and abs(rule.x0 - 700) < 20]
    assert sorted((round(rule.top, -1), round(rule.bottom, -1)) for rule in middle) == [
        (100, 400),
        (460, 800),
    ]
    assert not mask[410:450, 680:720].any()


def test_dust_goes_and_the_points_of_letters_stay() -> None:
    page = np.full((400, 600), 255, np.uint8)
    cv2.putText(page, "i.", (100, 200), 0, 2.0, (0,), 4)
    cv2.circle(page, (500, 80), 2, (0,), -1)
    ink = ink_of(page, 300)
    assert not ink[70:90, 490:510].any()
    assert ink[100:210, 90:180].any()
    count = cv2.connectedComponentsWithStats(ink)[0]
    assert count >= 3  # paper, the stem and at least one point


def test_worn_and_slightly_leaning_lines_are_found_and_letters_are_no_lines() -> None:
    page = np.zeros((1000, 1400), np.uint8)
    for y in (200, 400, 600):
        cv2.line(page, (100, y), (1300, y + 3), (255,), 2)
        page[y - 5 : y + 10, 500:506] = 0  # a worn place
    for x in (100, 700, 1300):
        cv2.line(page, (x, 200), (x + 1, 603), (255,), 2)
    cv2.putText(page, "HHHH IIII EEEE", (150, 320), 0, 2.0, (255,), 3)
    rules, _ = drawn_lines(page, 300)
    assert sum(rule.is_level for rule in rules) == 3
    assert sum(not rule.is_level for rule in rules) == 3


def test_posts_of_a_low_row_are_lines_and_letters_as_high_are_not() -> None:
    page = np.zeros((1000, 1400), np.uint8)
    for y in (200, 500, 560):  # the last row is one line of text high
        cv2.line(page, (100, y), (1300, y), (255,), 2)
    for x in (100, 700, 1300):
        cv2.line(page, (x, 200), (x, 500), (255,), 2)
        if x != 700:
            cv2.line(page, (x, 500), (x, 560), (255,), 2)
    for x in range(690, 760, 20):  # «III»: high strokes, but they touch no level line
        cv2.line(page, (x, 507), (x, 553), (255,), 3)
    rules, _ = drawn_lines(page, 300)
    posts = [rule for rule in rules if not rule.is_level]
    assert sorted(round(rule.x0, -1) for rule in posts) == [100, 700, 1300]
    assert sorted(round(rule.bottom, -1) for rule in posts) == [500, 560, 560]


# --- what is known of its slips ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("read", "right"),
    [
        pytest.param("Tố chức kiếm tra", "Tổ chức kiểm tra", id="hooks"),
        pytest.param("CẢI CÁCH THẾ CHẾ", "CẢI CÁCH THỂ CHẾ", id="in capitals"),
        pytest.param("Tống hợp, báo cáo", "Tổng hợp, báo cáo", id="before a comma"),
        pytest.param("hàng tháng", "hàng tháng", id="one of two spellings"),
        pytest.param("hằng quý", "hằng quý", id="the other spelling"),
        pytest.param("các phòng, đơn Vị", "các phòng, đơn vị", id="a letter of the same shape"),
        pytest.param("Văn phòng Sở", "Văn phòng Sở", id="a name keeps its capital"),
        pytest.param("hệ thống hoá", "hệ thống hoá", id="the old place of the tone"),
        pytest.param("tìm kiếm tài năng", "tìm kiếm tài năng", id="another word"),
    ],
)
def test_marks_of_set_phrases_are_put_right(read: str, right: str) -> None:
    assert with_known_marks(read) == right


@pytest.mark.parametrize("name", ["Đặng Thị Thu Trường", "Lê Văn Ban", "Trần Thông Tín"])
def test_marks_of_names_are_left_alone(name: str) -> None:
    assert with_known_marks(name) == name


@pytest.mark.parametrize(
    ("read", "right"),
    [("PHỔỐ BIẾN", "PHỔ BIẾN"), ("điểếm", "điểm"), ("Hòa", "Hòa"), ("website", "website")],
)
def test_a_vowel_read_twice_is_read_once(read: str, right: str) -> None:
    assert without_doubled_vowels(read) == right


@given(st.text(max_size=60))
def test_repairing_marks_changes_no_letter_but_its_marks(text: str) -> None:
    assert len(with_known_marks(text)) == len(text)


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("các phòng, đơnvị", "các phòng, đơn vị"),
        ("Thôngtinvà Truyền thông", "Thông tin và Truyền thông"),
        ("website", "website"),
        ("nghiệp vụ", "nghiệp vụ"),
    ],
)
def test_syllables_read_as_one_are_parted(read: str, right: str) -> None:
    assert with_parted_syllables(read) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("Quý H/2025", "Quý II/2025"),
        ("Quý II1/2025", "Quý III/2025"),
        ("Quý IH", "Quý III"),
        ("Quý “HI", "Quý III"),
        ("quý l", "quý I"),
        ("quý 1/2021", "quý 1/2021"),
        ("Quý IV", "Quý IV"),
        ("quý vị", "quý vị"),
    ],
)
def test_quarters_are_roman_again(read: str, right: str) -> None:
    assert roman_quarters(read) == right


@pytest.mark.parametrize(
    ("read", "before", "right", "now"),
    [
        ("H. NHIỆM VỤ CỤ THỂ", 1, "II. NHIỆM VỤ CỤ THỂ", 2),
        ("II. TỔ CHỨC THỰC HIỆN", 2, "III. TỔ CHỨC THỰC HIỆN", 3),
        ("I.MỤC TIÊU, YÊU CẦU", 0, "I. MỤC TIÊU, YÊU CẦU", 1),
        ("l. MỤC ĐÍCH", 0, "I. MỤC ĐÍCH", 1),
        ("I. NHIỆM VỤ", 5, "I. NHIỆM VỤ", 1),
        ("TM. ỦY BAN NHÂN DÂN", 2, "TM. ỦY BAN NHÂN DÂN", 2),
        ("Hàng quý báo cáo", 2, "Hàng quý báo cáo", 2),
    ],
)
def test_headings_are_numbered_in_order(read: str, before: int, right: str, now: int) -> None:
    assert heading_in_order(read, before) == (right, now)


@pytest.mark.parametrize(
    ("read", "right"),
    [
        pytest.param(
            ["I. Chỉ đạo", "II. Thể chế", "II. Thủ tục", "IV. Bộ máy"],
            ["I. Chỉ đạo", "II. Thể chế", "III. Thủ tục", "IV. Bộ máy"],
            id="one stroke lost",
        ),
        pytest.param(
            ["III. Thể chế", "IV. Thủ tục", "IV. Bộ máy"],
            ["III. Thể chế", "IV. Thủ tục", "V. Bộ máy"],
            id="the order begins later",
        ),
        pytest.param(
            ["I. Chỉ đạo", "I. Chỉ đạo"], ["I. Chỉ đạo", "I. Chỉ đạo"], id="no order to go by"
        ),
        pytest.param(["Lập kế hoạch", "Hội nghị"], ["Lập kế hoạch", "Hội nghị"], id="no numbers"),
    ],
)
def test_titles_over_a_table_are_numbered_in_order(read: list[str], right: list[str]) -> None:
    assert titles_in_order(read) == right


@pytest.mark.parametrize(
    ("before", "read", "strokes", "right"),
    [
        pytest.param("quý", "II.", 3, "III.", id="a quarter before a point"),
        pytest.param("quý", "II/2025", 2, "II/2025", id="a quarter read right"),
        pytest.param(None, "II.", 3, "III.", id="a heading"),
        pytest.param("mục", "II.", 3, "II.", id="any other number is not counted"),
    ],
)
def test_strokes_of_quarters_and_headings_are_counted(
    before: str | None, read: str, strokes: int, right: str
) -> None:
    ink = np.zeros((100, 400), np.uint8)
    for place in range(strokes):
        cv2.line(ink, (210 + 22 * place, 30), (210 + 22 * place, 66), (255,), 6)
    end = 216 + 22 * (strokes - 1)
    if "/" in read:
        cv2.line(ink, (end + 10, 66), (end + 30, 30), (255,), 4)
        end += 120
    else:
        cv2.circle(ink, (end + 12, 63), 4, (255,), -1)
        end += 16
    words = [Word(before, 120, 28, 190, 68, confidence=0.9)] if before else []
    words.append(Word(read, 206, 28, end, 68, confidence=0.7))
    assert numbers_counted(words, ink)[-1].text == right


@pytest.mark.parametrize(
    ("read", "groups", "right"),
    [
        pytest.param(
            ["STT", "1L", "2", "3"], [], ["STT", "1", "2", "3"], id="the first of a table"
        ),
        pytest.param(["STT", "1", "Z", "3"], [], ["STT", "1", "2", "3"], id="between two"),
        pytest.param(["STT", "1", "", "3"], [], ["STT", "1", "2", "3"], id="not recognised at all"),
        pytest.param(["STT", "1", "", ""], [], ["STT", "1", "", ""], id="nothing says what it was"),
        pytest.param(
            ["TT", "", "a", "", "b", "X", "c"],
            [1, 3, 5],
            ["TT", "", "a", "", "b", "X", "c"],
            id="too few groups are sure",
        ),
        pytest.param(
            ["TT", "I", "1", "H", "1", "IH", "1", "IV"],
            [1, 3, 5, 7],
            ["TT", "I", "1", "II", "1", "III", "1", "IV"],
            id="groups",
        ),
        pytest.param(
            ["TT", "1", "11", "12", "2", "21"],
            [1, 4],
            ["TT", "1", "1.1", "1.2", "2", "2.1"],
            id="lost points",
        ),
    ],
)
def test_numbers_of_a_table_are_put_in_order(
    read: list[str], groups: list[int], right: list[str]
) -> None:
    assert numbers_in_order(read, [index in groups for index in range(len(read))]) == right


@given(st.lists(st.tuples(st.text(max_size=5), st.booleans()), max_size=12))
def test_putting_numbers_in_order_never_loses_a_row(given_rows: list[tuple[str, bool]]) -> None:
    texts = [text for text, _ in given_rows]
    assert len(numbers_in_order(texts, [group for _, group in given_rows])) == len(texts)


@pytest.mark.parametrize(
    ("text", "place", "kept"),
    [
        pytest.param("góp", "cell", ["góp"], id="the worn last word of a cell"),
        pytest.param("góp", "page", [], id="a scrawl beside the signature"),
        pytest.param("gfp", "cell", [], id="no word"),
    ],
)
def test_an_unsure_line_is_kept_only_as_a_word_in_a_cell(
    text: str, place: str, kept: list[str]
) -> None:
    table = f"5\t1\t1\t1\t1\t1\t10\t10\t40\t30\t29.3\t{text}\n"
    assert [word.text for word in words_of(table, of_cells=place == "cell")] == kept


def test_the_table_of_tesseract_is_read_with_even_line_heights() -> None:
    table = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "5\t1\t1\t1\t1\t1\t10\t10\t40\t30\t96.1\tKế\n"
        "5\t1\t1\t1\t1\t2\t60\t24\t12\t4\t90.0\t-\n"
        "5\t1\t1\t1\t1\t3\t80\t12\t60\t28\t91.5\thoạch\n"
        "5\t1\t1\t1\t2\t1\t10\t90\t9\t9\t12.0\tvớ\n"
        "4\t1\t1\t1\t3\t0\t10\t90\t9\t9\t-1\t\n"
    )
    words = words_of(table, of_cells=False)
    assert [word.text for word in words] == ["Kế", "-", "hoạch"]
    assert words[1].top <= 12
    assert words[1].bottom >= 39
    assert words[0].confidence == pytest.approx(0.961)
