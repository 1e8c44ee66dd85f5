"""The words that evidence is found by: made from its facts and its file, asked for in its lists.

The only module of this room that writes rows outside of an act: these are no facts, and come from
facts that acts have written. Both databases index whole words (SQLite FTS5, PostgreSQL tsvector;
docs/decisions/0031): a phrase of them finds «158/2025» in «158/2025/NĐ-CP».
"""

from __future__ import annotations

import re

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from cchc.web.evidence.models import Evidence, EvidenceWords
from cchc.web.ui.vietnamese import searchable

_MOST_LETTERS = 60_000  # of a file's text; more makes the index slow and finds little
_WORD = re.compile(r"[0-9a-z]+")
_ON_POSTGRESQL = (
    "SELECT evidence_id FROM evidence_evidencewords WHERE found @@ to_tsquery('simple', %s)"
)


def words_in(*texts: str | None) -> str:
    """Folded words without signs: «158/2025/NĐ-CP» → «158 2025 nd cp»."""
    return " ".join(_WORD.findall(searchable(*texts)))


def remember(evidence: Evidence, *names: str) -> None:
    """Make evidence findable by its facts, and by the `names` of its files."""
    head = words_in(
        evidence.code,
        *(evidence.doc_type, evidence.subject, evidence.issuer, evidence.signer, *names),
    )
    EvidenceWords.objects.update_or_create(evidence=evidence, defaults={"head": head})


def remember_text(evidence_pk: int, text: str) -> None:
    """Make evidence findable by what its newest file says."""
    body = " ".join(_WORD.findall(searchable(text[:_MOST_LETTERS])))
    EvidenceWords.objects.filter(evidence_id=evidence_pk).update(body=body)


def found_by(rows: QuerySet[Evidence], words: str) -> QuerySet[Evidence]:
    """Those that hold every word, the newest first; «158/2025» is looked for as it stands.

    The last word may be unfinished. Nothing is found by signs alone. Without words all are found.
    """
    phrases = [_WORD.findall(word) for word in searchable(words).split()]
    phrases = [phrase for phrase in phrases if phrase]
    if not phrases:
        return rows.none() if words.strip() else rows.order_by("-pk")
    if connection.vendor == "postgresql":
        asked = " & ".join(_phrase_of(one, one is phrases[-1]) for one in phrases)
        return rows.filter(pk__in=RawSQL(_ON_POSTGRESQL, (asked,))).order_by("-pk")
    # Joined, and in the index's own order: it then gives its newest finds one by one, and need not
    # gather all of them before the first is shown.
    return rows.extra(
        tables=["evidence_search"],
        where=["evidence_search MATCH %s", "evidence_search.rowid = evidence_evidence.id"],
        params=[" ".join(_fts_phrase(one, one is phrases[-1]) for one in phrases)],
        order_by=["-evidence_search.rowid"],
    )


def _fts_phrase(words: list[str], is_last: bool) -> str:  # noqa: FBT001
    return f'"{" ".join(words)}"' + ("*" if is_last and len(words[-1]) > 1 else "")


def _phrase_of(words: list[str], is_last: bool) -> str:  # noqa: FBT001
    told = [f"'{word}'" for word in words]
    if is_last and len(words[-1]) > 1:
        told[-1] += ":*"
    return "(" + " <-> ".join(told) + ")"
