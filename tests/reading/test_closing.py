"""Who signs in which capacity, and who receives the plan."""

from __future__ import annotations

import pytest

from cchc.documents.model import Line
from cchc.plan.model import Signer, Trace
from cchc.reading.closing import read_recipients, read_signer


def signer(*lines: str) -> Signer:
    return read_signer([Line(line) for line in lines], {})


def recipients(*lines: str) -> tuple[str, ...]:
    return read_recipients([Line(line) for line in lines], {})


NAME = "Trần Văn Mẫu"
SIGNED = {
    ("GIÁM ĐỐC", NAME): Signer(None, "Giám đốc", NAME),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", NAME): Signer("KT.", "Phó Giám đốc", NAME),
    ("KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", NAME): Signer("KT.", "Phó Giám đốc", NAME),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", NAME): Signer("TM.", "Chủ tịch", NAME),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", NAME): Signer(
        "KT.", "Phó Chủ tịch", NAME
    ),
    ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", NAME): Signer("TL.", "Chánh Văn phòng", NAME),
    ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ", NAME): Signer("TUQ.", "Giám đốc Sở", NAME),
    ("Q. GIÁM ĐỐC", NAME): Signer("Q.", "Giám đốc", NAME),
    ("CỤC TRƯỞNG", "TS. Lê Thị Bình"): Signer(None, "Cục trưởng", "Lê Thị Bình"),
    ("GIÁM ĐỐC", "TRẦN VĂN MẪU"): Signer(None, "Giám đốc", NAME),
    ("GIÁM ĐỐC",): Signer(None, "Giám đốc", None),
    ("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "GIÁM ĐỐC", NAME): Signer(None, "Giám đốc", NAME),
    ("Nơi nhận: GIÁM ĐỐC", "- Lưu: VT.", NAME): Signer(None, "Giám đốc", NAME),
}


@pytest.mark.parametrize(("lines", "signed"), SIGNED.items(), ids=[" / ".join(k) for k in SIGNED])
def test_the_signer_is_read(lines: tuple[str, ...], signed: Signer) -> None:
    assert signer(*lines) == signed


def test_a_post_misread_under_a_stamp_is_the_post_it_is_like() -> None:
    assert signer("CIÁM ĐỐC", NAME).position == "Giám đốc"


RECEIVED = {
    ("Nơi nhận:", "- Sở Nội vụ;", "- Các phòng, đơn vị;", "- Lưu: VT, VP."): (
        "Sở Nội vụ",
        "Các phòng, đơn vị",
        "Lưu: VT, VP",
    ),
    ("Nơi nhận: Sở Nội vụ; các phòng; Lưu: VT.",): ("Sở Nội vụ", "các phòng", "Lưu: VT"),
    ("Nơi nhận:", "- Như trên;", "- UBND tỉnh (để báo", "cáo);", "- Lưu: VT."): (
        "Như trên",
        "UBND tỉnh (để báo cáo)",
        "Lưu: VT",
    ),
    ("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "GIÁM ĐỐC", NAME): ("Sở Nội vụ", "Lưu: VT"),
    ("Nơi nhận: KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "- Sở Nội vụ;", "- Lưu: VT."): (
        "Sở Nội vụ",
        "Lưu: VT",
    ),
    ("Nơi nhận: GIÁM ĐỐC", "- Sở Nội vụ;", "- Lưu: VT."): ("Sở Nội vụ", "Lưu: VT"),
    ("GIÁM ĐỐC", NAME): (),
    (): (),
}


@pytest.mark.parametrize(
    ("lines", "received"), RECEIVED.items(), ids=[" / ".join(k) or "none" for k in RECEIVED]
)
def test_recipients_are_read_without_final_punctuation(
    lines: tuple[str, ...], received: tuple[str, ...]
) -> None:
    assert recipients(*lines) == received


def test_a_closing_says_where_it_stands() -> None:
    traces: dict[str, Trace] = {}
    read_signer([Line("GIÁM ĐỐC"), Line(NAME)], traces)
    read_recipients([Line("Nơi nhận:"), Line("- Lưu: VT.")], traces)
    assert set(traces) == {"signer", "recipients"}
