"""Help where a term needs it: every «?» leads to an explanation, and all are told in one place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.ui.terms import TERMS
from tests.web.world import World

WEB = Path(__file__).resolve().parents[3] / "src" / "cchc" / "web"


def test_every_question_mark_has_its_explanation() -> None:
    asked = {
        key
        for path in WEB.rglob("*.html")
        for key in re.findall(r'{% term "([\w-]+)" %}', path.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked <= {term.key for term in TERMS}


def test_the_explanations_stand_on_one_page_in_vietnamese_order(
    world: World, signed_in: Callable[[User], Client]
) -> None:
    page = signed_in(world.dung).get("/tro-giup/").content.decode()
    names = re.findall(r"<dt id=[^>]+>([^<]+)</dt>", page)
    assert len(names) == len(TERMS)
    assert names[:3] == ["Bản đọc", "Bản kế hoạch", "Căn cứ"]
    # Đ is a letter of its own after D: «Dãy» would come before «Đầu mối».
    assert names.index("Chủ trì, phối hợp") < names.index("Đầu mối CCHC")
