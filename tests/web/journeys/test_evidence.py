"""A unit proves its work with a file; the machine proposes its facts, a person confirms them."""

from __future__ import annotations

import pytest

from cchc.web.evidence import jobs
from cchc.web.evidence.models import Evidence
from tests.web.evidence.conftest import PAPER
from tests.web.journeys.conftest import Look, Open
from tests.web.work.following import followed, owed
from tests.web.world import World

pytestmark = pytest.mark.journey


def test_a_file_is_added_to_work_read_confirmed_and_found_again(
    cast: World, opened: Open, look: Look
) -> None:
    followed(cast)
    row = owed("Đề xuất")
    binh = opened(cast.binh)
    binh.goto(f"/cong-viec/{row.pk}/")
    binh.click("#evidence-of >> text=Thêm minh chứng")
    look(binh, "attach evidence")
    binh.click("main >> text=Tải tệp mới")
    binh.set_input_files(
        "input[type=file]",
        {"name": "bao cao.txt", "mimeType": "text/plain", "buffer": PAPER.encode()},
    )
    look(binh, "new evidence")
    binh.click("button:has-text('Tải lên')")
    binh.wait_for_selector("text=Đã nhận tệp")
    evidence = Evidence.objects.get()
    jobs.read.call(evidence.versions.get().pk)
    binh.reload()
    look(binh, "evidence as it was read")
    binh.goto(f"/minh-chung/{evidence.pk}/xac-nhan/")
    look(binh, "confirming")
    binh.click("button:has-text('Xác nhận')")
    binh.wait_for_url(f"**/minh-chung/{evidence.pk}/")
    evidence.refresh_from_db()
    assert evidence.confirmed_by == cast.binh
    assert evidence.code == "158/BC-SKHCN"

    an = opened(cast.an)
    an.goto("/minh-chung/?tim=ra+soat+quy+trinh")
    look(an, "evidence found without marks")
    assert "158/BC-SKHCN" in an.inner_text("main")
    an.goto(f"/cong-viec/{row.pk}/")
    an.wait_for_selector("#evidence-of >> text=158/BC-SKHCN")
    look(an, "work with its evidence")
