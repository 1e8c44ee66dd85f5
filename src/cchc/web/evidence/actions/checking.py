"""Checking every file of the evidence against its hash, and keeping what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cchc.web.accounts.models import User
from cchc.web.audit.acting import acting
from cchc.web.evidence.models import EvidenceVersion, HashCheck
from cchc.web.intake.files import hash_of, path_of, pieces
from cchc.web.ui.clock import now

MISSING, ALTERED = "missing", "altered"


def check_all(*, by: User | None = None, tell: Callable[[int], None] | None = None) -> HashCheck:
    """Recompute the hash of every kept file, each once, and record the result as an act."""
    found: list[dict[str, object]] = []
    count = size = 0
    for version in _each_file():
        count, size = count + 1, size + version.size
        state = state_of(version.sha256)
        if state:
            found.append(
                {
                    "sha256": version.sha256,
                    "state": state,
                    "name": version.name,
                    "evidence": version.evidence_id,
                }
            )
        if tell is not None:
            tell(count)
    with acting("evidence.check", by=by, files=count, broken=len(found)) as act:
        return act.create(HashCheck(at=now(), by=by, files=count, size=size, broken=found))


def state_of(sha256: str) -> str:
    """«missing», «altered», or nothing where the file is whole. Unreadable counts as missing."""
    path = path_of(sha256)
    try:
        return "" if hash_of(pieces(path)) == sha256 else ALTERED
    except OSError:
        return MISSING


def _each_file() -> Iterator[EvidenceVersion]:
    """Every file once, in the order of hashes, as the folders lie; few rows in memory."""
    last = ""
    for version in EvidenceVersion.objects.order_by("sha256", "pk").iterator(chunk_size=500):
        if version.sha256 != last:
            last = version.sha256
            yield version
