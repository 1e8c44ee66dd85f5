"""One held-out plan: compose the whole of it from a style and a seed."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from tests.plans import narrative as prose
from tests.plans.blocks import Draft, Para
from tests.plans.compose import Composer, aims, basis, closing, letterhead, page, sign, start
from tests.plans.duties import Group, group_work
from tests.plans.stock import FIRST, Stock
from tests.plans.style import Style
from tests.plans.tables import appendix_title, target_table, task_table, unit_table

NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
TONES = dict(zip(NEW, OLD, strict=True))
TONE = re.compile(rf"(?<!q)({'|'.join(NEW)})(?![^\W\d_])", re.IGNORECASE)


def compose(style: Style, seed: int, stock: Stock = FIRST) -> Draft:
    """Compose a plan in a style: what to write, and its gold."""
    c = start(style, seed, stock)
    if style.appendix_only:
        return _appendix_alone(c)
    letterhead(c)
    basis(c)
    aims(c)
    groups = group_work(c)
    _work_section(c, groups)
    if style.windows and style.windows != "appendix":
        prose.report_windows(c)
    closing(c)
    sign(c)
    if style.shape in ("appendix", "unit_table"):
        page(c, landscape=len(style.columns) > 6)
        title = f"Nhiệm vụ cải cách hành chính năm {style.year}"
        appendix_title(c, "I" if style.target_table else "", title)
        if style.shape == "appendix":
            task_table(c, groups, level=1, origin="appendix")
        else:
            unit_table(c, groups, origin="appendix")
    if style.target_table:
        page(c, landscape=False)
        number = "II" if style.shape in ("appendix", "unit_table") else ""
        appendix_title(c, number, f"Chỉ tiêu cải cách hành chính năm {style.year}")
        target_table(c)
    if style.windows == "appendix":
        page(c, landscape=False)
        appendix_title(c, "III", "Thời hạn gửi báo cáo cải cách hành chính")
        prose.report_windows(c)
    return c.draft


def _work_section(c: Composer, groups: list[Group]) -> None:
    shape, rng = c.style.shape, c.rng
    if shape in ("appendix", "unit_table"):
        c.top_heading(rng.choice(("Nhiệm vụ", "Nội dung thực hiện", "Nhiệm vụ trọng tâm")))
        number = " I" if c.style.target_table else ""
        c.draft.add(Para(f"Chi tiết tại Phụ lục{number} kèm theo Kế hoạch này."))
    elif shape == "body_table":
        c.top_heading("Nội dung, phân công nhiệm vụ")
        task_table(c, groups, level=2, origin="body")
    elif shape == "part_tables":  # a heading and a table of its own for each area
        c.top_heading("Nhiệm vụ cụ thể")
        for group in groups:
            c.sub_heading(group.title)
            task_table(c, [group], level=2, origin="body")
    elif shape == "cards":
        c.top_heading("Nhiệm vụ cụ thể")
        prose.cards(c, groups)
    elif shape == "unit_body":
        c.top_heading("Phân công nhiệm vụ")
        prose.unit_body(c, groups)
    else:
        c.top_heading(rng.choice(("Nhiệm vụ cải cách hành chính", "Nội dung, nhiệm vụ")))
        prose.narrative(c, groups)


def _appendix_alone(c: Composer) -> Draft:
    """Compose an appendix that came without its plan: its line names the plan."""
    letterhead(c)
    header = c.draft.gold["header"]
    c.draft.blocks.clear()
    header |= {
        "parent_authority": None,
        "place": None,
        "subject": None,
        "recipients": [],
        "signer": {"authority": None, "position": None, "name": None},
    }
    appendix_title(c, "", f"Danh mục nhiệm vụ cải cách hành chính năm {c.style.year}")
    task_table(c, group_work(c), level=1, origin="appendix")
    return c.draft


def respell(value: Any, encoding: str) -> Any:
    """Return gold or text with the tone placement that the file prints."""
    if isinstance(value, dict):
        return {k: respell(v, encoding) for k, v in value.items()}
    if isinstance(value, list):
        return [respell(v, encoding) for v in value]
    if isinstance(value, str) and encoding == "old_tones":
        return old_tones(value)
    return value


def old_tones(text: str) -> str:
    """Put tone marks on the second vowel, as offices used to: «hoá», «uỷ», «thuỷ»."""
    return TONE.sub(lambda found: _recased(found.group()), text)


def _recased(new: str) -> str:
    old = TONES[new.lower()]
    if new.isupper():
        return old.upper()
    return old.capitalize() if new[0].isupper() else old


def printed(text: str, encoding: str) -> str:
    """Return a text as the file holds it (old Vietnamese encodings are the writer's work)."""
    if encoding == "nfd":
        return unicodedata.normalize("NFD", text)
    return old_tones(text) if encoding == "old_tones" else text
