"""Many files and their list checked against each other and against the office: nothing is written.

Out comes what would be added, or every fault by row and cell; one fault and nothing is added.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cchc.text.folding import fold
from cchc.web.evidence.actions.adding import Facts, Looked
from cchc.web.evidence.list_layout import Fault, ListRow
from cchc.web.evidence.subjects import Subject


@dataclass(frozen=True, slots=True)
class Planned:
    """One piece of evidence that would be added."""

    looked: Looked
    facts: Facts
    task: Subject | None = None
    note: str = ""


@dataclass(slots=True)
class Checked:
    """What a check came to."""

    planned: list[Planned] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check(
    looked: Sequence[Looked],
    rows: Sequence[ListRow] | None,
    *,
    tasks: Sequence[Subject],
    known: Mapping[str, str],
    on: date,
) -> Checked:
    """Match files with rows; without a list every file stands for itself.

    `tasks` are those of the chosen plan; `known` says of hashes which evidence has these bytes.
    """
    found = Checked()
    _check_bytes(found, looked, known)
    if rows is None:
        found.planned = [Planned(one, Facts()) for one in looked]
        return found
    by_name = {_name(one.name): one for one in looked}
    named: set[str] = set()
    for row in rows:
        name = _name(row.texts["file"])
        one = by_name.get(name)
        if not name:
            _fault(found, row, "file", "Hãy ghi tên tệp.")
        elif one is None:
            _fault(found, row, "file", f"Không có tệp «{row.texts['file']}» trong các tệp đã chọn.")
        elif name in named:
            _fault(found, row, "file", f"Tệp «{row.texts['file']}» được ghi hai lần.")
        else:
            named.add(name)
            found.planned.append(_planned(found, row, one, tasks, on))
    for name, one in by_name.items():
        if name not in named:
            found.faults.append(Fault(None, "", f"Tệp «{one.name}» không có trong danh sách."))
    return found


def _check_bytes(found: Checked, looked: Sequence[Looked], known: Mapping[str, str]) -> None:
    seen: dict[str, str] = {}
    names: set[str] = set()
    for one in looked:
        if one.sha256 in known:
            told = (
                f"Tệp «{one.name}» đã là minh chứng «{known[one.sha256]}»; hãy gắn minh chứng đó."
            )
            found.faults.append(Fault(None, "", told))
        if one.sha256 in seen:
            told = f"Tệp «{one.name}» giống hệt tệp «{seen[one.sha256]}»."
            found.faults.append(Fault(None, "", told))
        elif _name(one.name) in names:
            found.faults.append(Fault(None, "", f"Có hai tệp cùng tên «{one.name}»."))
        seen.setdefault(one.sha256, one.name)
        names.add(_name(one.name))


def _planned(
    found: Checked, row: ListRow, one: Looked, tasks: Sequence[Subject], on: date
) -> Planned:
    texts = row.texts
    if row.day is not None and row.day > on:
        _fault(found, row, "dated_on", f"Ngày {row.day:%d/%m/%Y} sau ngày hôm nay.")
    names = ("subject", "number", "symbol", "doc_type", "issuer", "signer")
    facts = Facts(**{name: texts[name] for name in names}, dated_on=row.day)
    return Planned(one, facts, _task(found, row, tasks), texts["note"])


def _task(found: Checked, row: ListRow, tasks: Sequence[Subject]) -> Subject | None:
    """The one task that a cell means: by its label, else by the beginning of its words."""
    said = row.texts["task"]
    if not said:
        return None
    wanted = fold(said).rstrip(".")
    exact = [one for one in tasks if fold(one.name.partition(". ")[0]) == wanted]
    begins = [
        one
        for one in tasks
        if fold(one.name).startswith(wanted) or fold(one.name.partition(". ")[2]).startswith(wanted)
    ]
    chosen = exact or begins
    if len(chosen) == 1:
        return chosen[0]
    if not tasks:
        told = "Hãy chọn kế hoạch để tìm nhiệm vụ."
    elif not chosen:
        told = f"Kế hoạch đã chọn không có nhiệm vụ «{said}»."
    else:
        told = f"«{said}» chỉ {len(chosen)} nhiệm vụ; hãy ghi mấy chữ đầu của nhiệm vụ."
    _fault(found, row, "task", told)
    return None


def _fault(found: Checked, row: ListRow, column: str, told: str) -> None:
    found.faults.append(Fault(row.row, row.cells[column], told))


def _name(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()
