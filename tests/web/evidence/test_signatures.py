"""A signed PDF is kept bit for bit; its page says what was checked and what was not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.evidence import jobs
from cchc.web.evidence.actions import adding
from cchc.web.evidence.actions.adding import Facts
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.signature_words import shown_signatures
from cchc.web.intake.files import path_of
from tests.documents.signed import SIGNER, plain, signed, tampered
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]


def given(world: World, data: bytes) -> Evidence:
    upload = SimpleUploadedFile("quyet dinh.pdf", data)
    file = adding.keep(adding.look_at(upload))
    row = adding.add(by=world.binh, on=TODAY, unit=world.technology, facts=Facts(), file=file)
    jobs.read.call(row.versions.get().pk)
    return row


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (signed(), ("Chữ ký đúng", "còn nguyên vẹn", "bao trùm cả tệp", SIGNER)),
        (tampered(signed()), ("Nội dung đã bị sửa", "không còn như lúc ký", SIGNER)),
    ],
    ids=["signed", "tampered"],
)
def test_the_page_says_who_signed_and_whether_the_bytes_bear_it_out(
    world: World, signed_in: SignedIn, data: bytes, says: tuple[str, ...]
) -> None:
    evidence = given(world, data)
    version = evidence.versions.get()
    assert path_of(version.sha256).read_bytes() == data
    text = signed_in(world.giang).get(f"/minh-chung/{evidence.pk}/").content.decode()
    for words in (*says, "chưa kiểm tra chuỗi chứng thực"):
        assert words in text, words


def test_a_paper_that_nobody_signed_says_so(world: World, signed_in: SignedIn) -> None:
    evidence = given(world, plain())
    assert evidence.versions.get().signatures == []
    text = signed_in(world.giang).get(f"/minh-chung/{evidence.pk}/").content.decode()
    assert "không có" in text
    assert "Chữ ký đúng" not in text


def test_a_certificate_that_was_out_of_date_is_told() -> None:
    one = {
        "verdict": "good",
        "covers": "earlier",
        "signer": "A",
        "organisation": "",
        "issuer": "",
        "signed_at": "2026-03-01T08:00:00+07:00",
        "certificate_from": "2024-01-01T00:00:00+00:00",
        "certificate_to": "2025-01-01T00:00:00+00:00",
    }
    (told,) = shown_signatures([one])
    assert "không còn hiệu lực lúc ký" in told.told
    assert "không gồm phần thêm vào sau khi ký" in told.told
    (bad,) = shown_signatures([{**one, "verdict": "unreadable"}])
    assert bad.word == "Không kiểm tra được"
