"""The bad inputs of the reference folder, each with the answer that its EXPECTED.md asks for."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cchc.documents.errors import Unreadable, UnreadableFile, notice_sentence, sentence
from cchc.documents.model import Kind
from cchc.documents.opening import open_document
from cchc.documents.scan import find_tesseract
from tests.conftest import require

FEW_SECONDS = 5.0


@pytest.fixture
def bad(shared: Path) -> Path:
    return shared / "reading" / "samples" / "bad"


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("b01_ke_hoach_rong.docx", Unreadable.EMPTY, ["rỗng", "gửi lại"]),
        ("b02_ke_hoach_bi_cat.docx", Unreadable.TRUNCATED_DOCX, ["DOCX", "tải thiếu", "Word"]),
        ("b03_ho_so.docx", Unreadable.PLAIN_ZIP, ["ZIP", "giải nén", "b03_ho_so.docx"]),
        ("b04_ke_hoach_mat.pdf", Unreadable.PASSWORD, ["mật khẩu"]),
        ("b06_ke_hoach_lon.docx", Unreadable.EXPANDS_TOO_MUCH, ["quá lớn", "nhẹ hơn"]),
        ("b07_tong_hop.xlsm", Unreadable.MACRO_FORMULAS, ["macro", "công thức", ".xlsx"]),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(
    bad: Path, name: str, code: Unreadable, words: list[str]
) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        open_document((bad / name).read_bytes(), name)
    assert time.monotonic() - began < FEW_SECONDS
    assert refused.value.code is code
    assert [word for word in words if word not in sentence(refused.value)] == []


def test_a_picture_of_an_empty_page_is_refused(bad: Path) -> None:
    require("tesseract", "tesseract-ocr-vie")
    name = "b08_anh.png"
    with pytest.raises(UnreadableFile) as refused:
        open_document((bad / name).read_bytes(), name, ocr=find_tesseract())
    assert refused.value.code is Unreadable.BLANK_SCAN


def test_a_readable_file_that_is_no_plan_opens(bad: Path) -> None:
    name = "b05_tai_lieu.pdf"
    document = open_document((bad / name).read_bytes(), name)
    assert document.kind is Kind.PDF
    assert document.notices == ()


def test_an_old_code_page_is_converted_and_said(bad: Path) -> None:
    name = "b09_ke_hoach_1258.txt"
    document = open_document((bad / name).read_bytes(), name)
    (notice,) = document.notices
    assert "windows-1258" in notice_sentence(notice)
    assert "kiểm tra" in notice_sentence(notice)
    assert "Đánh giá cán bộ, công chức cuối năm." in str(document.blocks)


def test_a_docx_called_pdf_is_read_by_its_content_and_said(bad: Path) -> None:
    name = "b10_ke_hoach.pdf"
    document = open_document((bad / name).read_bytes(), name)
    (notice,) = document.notices
    assert document.kind is Kind.DOCX
    assert name in notice_sentence(notice)
    assert "Word" in notice_sentence(notice)
