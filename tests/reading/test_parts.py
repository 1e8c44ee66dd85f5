"""A plan cut into letterhead, title, preamble, body, closing and appendices."""

from __future__ import annotations

import pytest

from cchc.documents.model import Table
from cchc.reading.parts import Entry, Parts, entry_of, is_title, split_parts
from cchc.text.labels import Label, LabelKind
from tests.reading.making import (
    CLOSING,
    HEAD,
    LETTERHEAD,
    OPENING,
    TITLE,
    document,
    paragraph,
    plan_document,
    table,
)

ROW = ("1", "Rà soát văn bản", "Văn phòng Sở", "", "Báo cáo", "Quý I")
BODY = ("I. MỤC ĐÍCH", "Nâng cao chất lượng phục vụ người dân.")


def texts(items: list[Entry | Table]) -> list[str]:
    return [item.text if isinstance(item, Entry) else "[table]" for item in items]


def lines(parts: Parts, name: str) -> list[str]:
    return [line.text for line in getattr(parts, name)]


def test_a_plan_is_cut_into_its_parts() -> None:
    parts = split_parts([plan_document(*BODY)])
    assert lines(parts, "letterhead") == [LETTERHEAD[0], LETTERHEAD[1], *LETTERHEAD[4:]]
    assert lines(parts, "title") == list(TITLE)
    assert texts(list(parts.preamble)) == [OPENING]
    assert texts(parts.body) == ["MỤC ĐÍCH", BODY[1]]
    assert lines(parts, "closing") == list(CLOSING)
    assert parts.appendices == []


@pytest.mark.parametrize(
    "title",
    [
        ("PHỤ LỤC",),
        ("Phụ lục I",),
        ("PHỤ LỤC 01", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"),
        ("PHỤ BIỂU",),
        ("BIỂU CHI TIẾT NHIỆM VỤ",),
        ("DANH MỤC NHIỆM VỤ NĂM 2026",),
    ],
    ids=" / ".join,
)
def test_an_appendix_begins_at_its_title(title: tuple[str, ...]) -> None:
    parts = split_parts([plan_document(*BODY, after=[*title, table(HEAD, ROW)])])
    (appendix,) = parts.appendices
    assert appendix.titles[: len(title)] == list(title)
    assert "[table]" in texts(appendix.blocks)
    assert "[table]" not in texts(parts.body)


def test_several_appendices_of_one_file_are_told_apart() -> None:
    parts = split_parts(
        [
            plan_document(
                *BODY, after=["PHỤ LỤC I", table(HEAD, ROW), "PHỤ LỤC II", table(HEAD, ROW)]
            )
        ]
    )
    assert [appendix.titles[0] for appendix in parts.appendices] == ["PHỤ LỤC I", "PHỤ LỤC II"]


def test_a_table_after_the_closing_is_an_appendix_without_a_title() -> None:
    parts = split_parts([plan_document(*BODY, after=[table(HEAD, ROW)])])
    assert len(parts.appendices) == 1


def test_a_second_file_without_a_title_is_an_appendix() -> None:
    parts = split_parts([plan_document(*BODY), document(table(HEAD, ROW), file=2)])
    assert len(parts.appendices) == 1
    assert lines(parts, "title") == list(TITLE)


def test_a_file_that_begins_with_its_table_is_an_appendix_on_its_own() -> None:
    parts = split_parts([document("(Kèm theo Kế hoạch số 15/KH-SXD)", table(HEAD, ROW))])
    assert len(parts.appendices) == 1
    assert parts.body == []


def test_a_table_in_the_body_stays_there() -> None:
    parts = split_parts([plan_document("I. NHIỆM VỤ", table(HEAD, ROW))])
    assert texts(parts.body) == ["NHIỆM VỤ", "[table]"]
    assert parts.appendices == []


def test_a_letterhead_and_a_signature_laid_out_as_tables_are_read_by_columns() -> None:
    head = table(
        (
            "UBND TỈNH MẪU\nSỞ XÂY DỰNG",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ),
        ("Số: 15/KH-SXD", "Mẫu, ngày 12 tháng 01 năm 2026"),
    )
    end = table(("Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.", "GIÁM ĐỐC\nTrần Văn Mẫu"))
    parts = split_parts([document(head, *TITLE, OPENING, *BODY, end)])
    assert lines(parts, "letterhead") == [LETTERHEAD[0], LETTERHEAD[1], *LETTERHEAD[4:]]
    assert lines(parts, "closing") == [
        "Nơi nhận:",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Trần Văn Mẫu",
    ]


def test_a_decision_that_issues_a_plan_keeps_its_own_head() -> None:
    parts = split_parts(
        [
            document(
                *LETTERHEAD,
                "QUYẾT ĐỊNH",
                "Ban hành Kế hoạch cải cách hành chính năm 2026",
                "GIÁM ĐỐC SỞ XÂY DỰNG",
                "Căn cứ Nghị quyết số 76/NQ-CP;",
                "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.",
                *CLOSING,
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2026",
                "(Kèm theo Quyết định số 15/QĐ-SXD)",
                *BODY,
            )
        ]
    )
    assert lines(parts, "title")[0] == "QUYẾT ĐỊNH"
    assert "MỤC ĐÍCH" in texts(parts.body)
    assert parts.appendices == []


def test_footnotes_are_kept_apart() -> None:
    parts = split_parts([document(*TITLE, *BODY, footnotes=["Kế hoạch số 9/KH-UBND."])])
    assert [note.text for note in parts.footnotes] == ["Kế hoạch số 9/KH-UBND."]


@pytest.mark.parametrize(
    "line", ["KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "KẾ HOẠCH Cải cách hành chính năm 2026"]
)
def test_the_type_in_capitals_is_the_title(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize("line", ["Kế hoạch này có hiệu lực", "KẾ TOÁN", "I. MỤC ĐÍCH", ""])
def test_another_line_is_not(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    ("text", "automatic", "label"),
    [
        ("1. Rà soát", None, Label(LabelKind.ARABIC, "1")),
        ("Rà soát", "II.", Label(LabelKind.ROMAN, "II")),
        ("Rà soát", "đ)", Label(LabelKind.LETTER, "đ")),
        ("Rà soát", "-", Label(LabelKind.DASH, "")),
        ("Rà soát", "•", Label(LabelKind.DASH, "")),
        ("Rà soát", "+", Label(LabelKind.PLUS, "")),
        ("Rà soát", None, None),
    ],
)
def test_an_automatic_number_goes_before_a_printed_one(
    text: str, automatic: str | None, label: Label | None
) -> None:
    entry = entry_of(paragraph(text, label=automatic))
    assert (entry.label, entry.text) == (label, "Rà soát")
