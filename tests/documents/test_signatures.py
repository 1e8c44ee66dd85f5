"""What a signed PDF says of its signatures, and what is found where somebody changed it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cchc.documents.signatures import Covers, Verdict, read_signatures
from tests.documents.signed import SIGNER, plain, signed, tampered, written_on


def test_a_signed_paper_is_good_and_names_its_signer() -> None:
    (found,) = read_signatures(signed())
    assert (found.verdict, found.covers) == (Verdict.GOOD, Covers.WHOLE)
    assert found.signer == SIGNER
    assert found.organisation == "Sở Khoa học và Công nghệ"
    assert found.issuer == SIGNER
    assert found.signed_at is not None
    assert datetime.now(UTC) - found.signed_at < timedelta(minutes=5)


def test_a_paper_that_nobody_signed_has_none() -> None:
    assert read_signatures(plain()) == ()
    assert read_signatures(b"") == ()


def test_a_byte_changed_in_the_signed_part_is_seen() -> None:
    (found,) = read_signatures(tampered(signed()))
    assert found.verdict == Verdict.ALTERED
    assert found.signer == SIGNER


def test_what_was_written_after_signing_is_not_covered() -> None:
    (found,) = read_signatures(written_on(signed()))
    assert (found.verdict, found.covers) == (Verdict.GOOD, Covers.EARLIER)


def test_each_of_two_signatures_is_told_and_the_last_covers_all() -> None:
    first, second = read_signatures(signed(signed(), "ChuKy2"))
    assert (first.covers, second.covers) == (Covers.EARLIER, Covers.WHOLE)
    assert first.verdict == second.verdict == Verdict.GOOD


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 /ByteRange [0 1 2 3]",
        signed()[:3000],
        signed().replace(b"/ByteRange", b"/ByteRagne", 1) + b"/ByteRange",
    ],
    ids=["no PDF", "cut off", "range gone"],
)
def test_a_damaged_paper_never_raises_and_is_never_good(data: bytes) -> None:
    assert all(one.verdict != Verdict.GOOD for one in read_signatures(data))
