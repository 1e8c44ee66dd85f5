"""Signatures in a PDF as a page tells them: what was checked, and honestly what was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cchc.documents.signatures import Covers, Verdict
from cchc.web.ui.templatetags.office import moment

CHAIN_NOT_CHECKED = "chưa kiểm tra chuỗi chứng thực"
_VERDICTS = {
    Verdict.GOOD: ("done", "Chữ ký đúng", "nội dung đã ký còn nguyên vẹn"),
    Verdict.ALTERED: ("late", "Nội dung đã bị sửa", "nội dung không còn như lúc ký"),
    Verdict.WRONG: ("late", "Chữ ký sai", "chữ ký không khớp chứng thư kèm theo"),
    Verdict.UNREADABLE: ("soon", "Không kiểm tra được", "dữ liệu chữ ký bị hỏng hoặc lạ"),
}
_COVERS = {
    Covers.WHOLE: "bao trùm cả tệp",
    Covers.EARLIER: "không gồm phần thêm vào sau khi ký",
    Covers.PART: "chỉ bao trùm một phần của tệp",
}


@dataclass(frozen=True, slots=True)
class ShownSignature:
    """One signature: state, who, when, and the sentence of what was and was not checked."""

    look: str
    word: str
    signer: str
    signed_at: str
    told: str


def shown_signatures(signatures: Sequence[Mapping[str, str]] | None) -> list[ShownSignature]:
    """Put what was kept of signatures into words."""
    return [_shown(one) for one in signatures or ()]


def _shown(one: Mapping[str, str]) -> ShownSignature:
    verdict = Verdict(one["verdict"])
    look, word, told = _VERDICTS[verdict]
    signer = ", ".join(part for part in (one["signer"], one["organisation"]) if part)
    facts = [told]
    if verdict is not Verdict.UNREADABLE:
        facts.append(_COVERS[Covers(one["covers"])])
        if one["issuer"]:
            facts.append(f"chứng thư do «{one['issuer']}» cấp")
        if _was_out_of_date(one):
            facts.append("chứng thư không còn hiệu lực lúc ký")
        facts.append(CHAIN_NOT_CHECKED)
    return ShownSignature(look, word, signer, moment(_at(one["signed_at"])), "; ".join(facts))


def _at(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _was_out_of_date(one: Mapping[str, str]) -> bool:
    at, start, end = (
        _at(one[name]) for name in ("signed_at", "certificate_from", "certificate_to")
    )
    return bool(at and start and end) and not start <= at <= end  # type: ignore[operator]
