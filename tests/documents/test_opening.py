"""The door: what a file is, by content; what is refused, and how it is said."""

from __future__ import annotations

import string
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.documents.errors import (
    NOTICE_SENTENCES,
    SENTENCES,
    Unreadable,
    UnreadableFile,
    notice_sentence,
    sentence,
)
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Notice
from cchc.documents.opening import open_document
from cchc.documents.word97 import find_libreoffice
from tests.conftest import require
from tests.documents.wordml_files import docx, par, sheet_rows, tbl, tr, xlsx, zipped

PLAIN = "KẾ HOẠCH\nCải cách hành chính năm 2026\n"
WORD = docx(par("Kế hoạch"))
SHEET = xlsx(sheet_rows({1: {"A": "STT", "B": "Việc", "C": "Hạn"}, 2: {"A": "1", "B": "a"}}))
PAGE = (
    "<!DOCTYPE html><html><head><title>bỏ</title><script>bỏ()</script></head><body>"
    "<h1>KẾ HOẠCH</h1><p align='center'><b>Cải cách<br/>hành chính</b></p>"
    "<ol type='a'><li>Họp</li><li>Báo cáo</li></ol>"
    "<table><tr><th>STT</th><th colspan='2'>Việc</th></tr>"
    "<tr><td rowspan='2'>1</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    "</body></html>"
)


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def refusal(data: bytes, name: str = "ke_hoach.docx", limits: Limits | None = None) -> Unreadable:
    with pytest.raises(UnreadableFile) as refused:
        open_document(data, name, limits=limits)
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "name", "kind", "said"),
    [
        pytest.param(WORD, "a.docx", Kind.DOCX, [], id="DOCX"),
        pytest.param(WORD, "a", Kind.DOCX, [], id="DOCX without an ending"),
        pytest.param(WORD, "a.pdf", Kind.DOCX, ["wrong_extension"], id="DOCX called PDF"),
        pytest.param(SHEET, "a.xlsx", Kind.XLSX, [], id="XLSX"),
        pytest.param(SHEET, "a.docx", Kind.XLSX, ["wrong_extension"], id="XLSX called DOCX"),
        pytest.param(PLAIN.encode(), "a.txt", Kind.TEXT, [], id="text"),
        pytest.param(PLAIN.encode(), "a.md", Kind.TEXT, [], id="Markdown"),
        pytest.param(PLAIN.encode(), "a.kehoach", Kind.TEXT, [], id="text with an own ending"),
        pytest.param(PLAIN.encode("utf-16"), "a.txt", Kind.TEXT, [], id="UTF-16"),
        pytest.param(PLAIN.encode(), "a.doc", Kind.TEXT, ["wrong_extension"], id="text as DOC"),
        pytest.param(PAGE.encode(), "a.html", Kind.TEXT, [], id="HTML"),
        pytest.param(PAGE.encode(), "a.doc", Kind.TEXT, ["wrong_extension"], id="HTML called DOC"),
    ],
)
def test_a_file_is_read_by_its_content(data: bytes, name: str, kind: Kind, said: list[str]) -> None:
    document = open_document(data, name)
    assert (document.kind, document.name, codes(document)) == (kind, name, said)
    assert document.blocks


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", Unreadable.EMPTY, id="no bytes"),
        pytest.param(b" \r\n\t\n", Unreadable.BLANK_TEXT, id="only blanks"),
        pytest.param(docx(par("  ")), Unreadable.BLANK_TEXT, id="a Word file without letters"),
        pytest.param(xlsx(""), Unreadable.BLANK_TEXT, id="an empty sheet"),
        pytest.param(WORD[: len(WORD) // 2], Unreadable.TRUNCATED_DOCX, id="half a DOCX"),
        pytest.param(SHEET[: len(SHEET) // 2], Unreadable.TRUNCATED_ARCHIVE, id="half an XLSX"),
        pytest.param(zipped({"a.csv": "1"}), Unreadable.PLAIN_ZIP, id="ordinary ZIP"),
        pytest.param(zipped({}), Unreadable.PLAIN_ZIP, id="empty ZIP"),
        pytest.param(b"Rar!\x1a\x07\x00" + b"0" * 50, Unreadable.PLAIN_ZIP, id="RAR"),
        pytest.param(
            zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}),
            Unreadable.UNKNOWN_FORMAT,
            id="slides",
        ),
        pytest.param(bytes(range(256)) * 20, Unreadable.UNKNOWN_FORMAT, id="binary"),
        pytest.param(b"\xff\xfe\x00", Unreadable.UNKNOWN_FORMAT, id="a broken mark"),
        pytest.param("größer, Fähre".encode("latin-1"), Unreadable.NOT_TEXT, id="other code page"),
        pytest.param(b"{\\rtf1 a}", Unreadable.NEEDS_LIBREOFFICE, id="RTF without LibreOffice"),
        pytest.param(b"%PDF-1.7\n" + b"0" * 99, Unreadable.BROKEN_PDF, id="broken PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"0" * 99, Unreadable.BROKEN_PICTURE, id="broken PNG"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, Unreadable.TRUNCATED_ARCHIVE, id="OLE"
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, code: Unreadable) -> None:
    assert refusal(data) is code


def test_a_file_over_the_bound_is_refused() -> None:
    assert refusal(WORD, limits=Limits(file_bytes=100)) is Unreadable.TOO_LARGE


def test_a_long_text_is_refused() -> None:
    assert refusal(b"abc " * 10, limits=Limits(characters=20)) is Unreadable.TOO_MUCH_TEXT


BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = BILLION_LAUGHS.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/hostname">')


@pytest.mark.parametrize("main", [BILLION_LAUGHS, OUTSIDE], ids=["inside", "outside"])
def test_entities_are_never_expanded(main: str) -> None:
    assert refusal(docx("", extra={"word/document.xml": main})) is Unreadable.BROKEN_DOCX


def test_a_part_that_lies_outside_the_file_is_not_fetched() -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="a/styles" Target="http://example.invalid/s.xml" '
        'TargetMode="External"/></Relationships>'
    )
    data = docx(par("Kế hoạch"), extra={"word/_rels/document.xml.rels": links})
    assert [paragraph.text for paragraph in open_document(data, "a.docx").paragraphs] == [
        "Kế hoạch"
    ]


def test_a_part_that_unpacks_a_thousandfold_is_refused_before_it_is_unpacked() -> None:
    bomb = docx("", extra={"word/document.xml": b" " * (30 * 2**20)})
    assert len(bomb) < 2**17
    assert refusal(bomb) is Unreadable.EXPANDS_TOO_MUCH


def test_a_size_that_the_directory_hides_is_found_while_unpacking() -> None:
    honest = docx("", extra={"word/document.xml": b" " * (30 * 2**20)})
    size = (30 * 2**20).to_bytes(4, "little")
    lying = honest.replace(size, (4096).to_bytes(4, "little"))
    assert refusal(lying) in {Unreadable.EXPANDS_TOO_MUCH, Unreadable.BROKEN_DOCX}


def test_a_main_part_under_another_name_is_found() -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        'PartName="/word/d.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r0" Type="x/officeDocument" Target="/word/d.xml"/></Relationships>'
    )
    body = par("Kế hoạch").join(
        (
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body>",
            "</w:body></w:document>",
        )
    )
    data = zipped({"[Content_Types].xml": types, "_rels/.rels": links, "word/d.xml": body})
    assert [paragraph.text for paragraph in open_document(data, "a.docx").paragraphs] == [
        "Kế hoạch"
    ]


def test_html_reads_as_paragraphs_lists_and_tables() -> None:
    document = open_document(PAGE.encode(), "a.html")
    said = [(each.label, each.text, each.heading, each.bold) for each in document.paragraphs]
    assert said == [
        (None, "KẾ HOẠCH", 1, True),
        (None, "Cải cách hành chính", None, True),
        ("a)", "Họp", None, False),
        ("b)", "Báo cáo", None, False),
    ]
    (table,) = document.tables
    assert [row.texts for row in table.rows] == [
        ("STT", "Việc", "Việc"),
        ("1", "a", "b"),
        ("1", "c", "d"),
    ]


def test_text_opened_in_the_wrong_encoding_is_read_again_and_said() -> None:
    wrong = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh\nSë Néi vô chñ tr×, phèi hîp víi c¸c ®¬n vÞ\n"
    for data, name in (
        (wrong.encode(), "a.txt"),
        (wrong.encode("latin-1"), "a.txt"),
        (docx("".join(map(par, wrong.splitlines()))), "a.docx"),
        (docx(tbl(*(tr(line) for line in wrong.splitlines()))), "a.docx"),
    ):
        document = open_document(data, name)
        assert "Sở Nội vụ chủ trì, phối hợp với các đơn vị" in str(document.blocks)
        assert [notice.data for notice in document.notices] == [(("encoding", "TCVN3"),)]


def test_an_encrypted_office_file_asks_for_one_without_password() -> None:
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[30:32] = (9).to_bytes(2, "little")
    header[48:52] = (0).to_bytes(4, "little")
    header[76:512] = b"\xff" * 436
    header[76:80] = (1).to_bytes(4, "little")
    directory = bytearray(512)

    def entry(place: int, name: str, child: int) -> None:
        start = 128 * place
        encoded = name.encode("utf-16-le") + b"\0\0"
        directory[start : start + len(encoded)] = encoded
        directory[start + 64 : start + 66] = len(encoded).to_bytes(2, "little")
        directory[start + 68 : start + 76] = b"\xff" * 8
        directory[start + 76 : start + 80] = child.to_bytes(4, "little")

    entry(0, "Root Entry", 1)
    entry(1, "EncryptedPackage", 0xFFFFFFFF)
    chain = (0xFFFFFFFE).to_bytes(4, "little") * 128
    assert refusal(bytes(header + directory) + chain) is Unreadable.PASSWORD


def test_each_reason_has_one_sentence() -> None:
    assert set(SENTENCES) == set(Unreadable)
    for code in Unreadable:
        said = sentence(UnreadableFile(code, name="a", kind="doc"))
        assert said.count(". ") == 0
        assert said.endswith(".")
        assert not set(said) & set("{}\n")


def test_each_notice_in_the_code_has_a_sentence() -> None:
    source = Path(__file__).parents[2] / "src" / "cchc" / "documents"
    used = {
        part.split('"')[1]
        for path in source.glob("*.py")
        for part in path.read_text(encoding="utf-8").split("Notice(")[1:]
        if part.lstrip().startswith('"')
    }
    assert used - set(NOTICE_SENTENCES) == set()
    for code, template in NOTICE_SENTENCES.items():
        names = [name for _, name, _, _ in string.Formatter().parse(template) if name]
        said = notice_sentence(Notice(code, tuple((name, "x") for name in names)))
        assert said.endswith(".")
        assert not set(said) & set("{}?")


def test_reading_a_text_does_not_load_the_picture_libraries() -> None:
    program = (
        "import sys; from cchc.documents.opening import open_document; "
        "open_document('Kế hoạch'.encode(), 'a.txt'); "
        "print([name for name in ('cv2', 'numpy', 'pypdfium2', 'PIL') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_word_97_file_is_read_through_libreoffice(shared: Path, tmp_path: Path) -> None:
    soffice = require("soffice", "libreoffice-writer-nogui")
    source = shared / "reading" / "samples" / "d12_cuc_qlcl_2026.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for ending, given in (("odt", source), ("doc", tmp_path / f"{source.stem}.odt")):
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", ending, "--outdir", tmp_path, given],
            check=True,
            capture_output=True,
            timeout=120,
        )
    made = tmp_path / f"{source.stem}.doc"
    document = open_document(made.read_bytes(), made.name, converter=find_libreoffice())
    straight = open_document(source.read_bytes(), source.name)
    assert document.kind is Kind.DOC
    assert codes(document) == ["converted"]
    assert [each.text for each in document.paragraphs] == [
        each.text for each in straight.paragraphs
    ]


class Stuck:
    """A converter that gives nothing back."""

    def to_docx(self, data: bytes, suffix: str, *, seconds: float) -> bytes:
        raise UnreadableFile(Unreadable.CONVERSION_FAILED, kind=suffix)


def test_a_conversion_that_fails_says_which_format() -> None:
    with pytest.raises(UnreadableFile) as refused:
        open_document(b"{\\rtf1 a}", "a.rtf", converter=Stuck())
    assert "RTF" in sentence(refused.value)
