"""The record in Vietnamese words: sentences, names of fields, values before and after.

Comes in: entries with the changes that are to be shown; goes out: plain values for templates and
Excel. A field without a Vietnamese name is the machine's own and is not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.dateparse import parse_datetime

from cchc.web.audit.json_words import only_differing, plain_words
from cchc.web.audit.models import Change, Entry
from cchc.web.audit.verbs import TOLD, VALUES, verb_words
from cchc.web.ui.templatetags.office import day, moment, number

NOTHING = "–"
# Rows of packages that we stand on, which have no Vietnamese names of their own.
_FOREIGN = {
    "otp_totp.totpdevice": "ứng dụng xác thực",
    "otp_static.staticdevice": "bộ mã dự phòng",
    "otp_static.statictoken": "mã dự phòng",
}
_FIELD_WORDS = {
    ("accounts.user", "password"): "mật khẩu",
    ("plans.legaldocument", "file"): "tệp văn bản",
    # The row's name and the pages of its source tell of these better than the record could.
    ("plans.task", "key"): "",
    ("plans.task", "source"): "",
    ("plans.target", "source"): "",
    ("plans.basis", "source"): "",
    ("intake.item", "traces"): "",
    ("plans.assignment", "task_key"): "",  # the act tells of the task itself, by its name
    ("work.occurrence", "task_key"): "",
    ("work.event", "task_key"): "",
    ("work.deadlinedecision", "task_key"): "",
    ("work.deadlinedecision", "schedule"): "",  # what the words that were decided mean
    ("work.bulkact", "rows"): "",  # each is told by its own act
    **dict.fromkeys(
        (("evidence.evidencelink", name) for name in ("task_key", "subject_label", "subject_key")),
        "",
    ),
    ("evidence.evidence", "proposed"): "",  # the fields that it filled are told themselves
    ("evidence.evidenceversion", "page_sizes"): "",
    ("evidence.evidenceversion", "signatures"): "",  # shown on the page of the evidence
}
_LOOKS = {
    Change.Kind.CREATED: "done",
    Change.Kind.CHANGED: "going",
    Change.Kind.ARCHIVED: "wait",
    Change.Kind.REMOVED: "late",
    Change.Kind.TOUCHED: "idle",
}
Names = dict[tuple[type[models.Model], Any], str]


@dataclass(frozen=True, slots=True)
class ToldField:
    """One field: what it is called, what it said before and says after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One row of the office: what was done to it."""

    kind: str
    look: str
    subject: str
    subject_id: str
    what: str
    name: str
    fields: tuple[ToldField, ...]
    # Whether each field has a value before and one after, or only one that is told in `after`.
    has_both: bool


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """One act: its sentence, its changes, how many more rows it touched, where it was done."""

    entry: Entry
    words: str
    facts: tuple[ToldField, ...]
    changes: tuple[ToldChange, ...]
    more: int = 0
    place: str = ""

    @property
    def total(self) -> int:
        """How many changes the act made in all."""
        return len(self.changes) + self.more


def subject_words(subject: str) -> str:
    """Name a kind of row: «plans.task» → «nhiệm vụ»."""
    if subject in _FOREIGN:
        return _FOREIGN[subject]
    model = _model(subject)
    return str(model._meta.verbose_name) if model else subject


def is_machines(subject: str) -> bool:
    """Whether a row belongs to the machine: told of by kind and number only."""
    return subject in _FOREIGN


def tell(
    entries: Iterable[tuple[Entry, Sequence[Change]]],
    *,
    counts: dict[int, int] | None = None,
    places: dict[str, str] | None = None,
) -> list[ToldEntry]:
    """Put entries into words. 1 query for each kind of row whose name was not written down.

    `counts` says how many changes each entry has, where not all are given; `places` names places.
    """
    shown = list(entries)
    names = _names_of(change for _, changes in shown for change in changes)
    return [
        ToldEntry(
            entry=entry,
            words=verb_words(entry.verb),
            facts=_facts(entry.data),
            changes=_tell_changes(changes, names),
            more=max(0, (counts or {}).get(entry.pk, 0) - len(changes)),
            place=(places or {}).get(entry.place, ""),
        )
        for entry, changes in shown
    ]


def tell_changes(changes: Sequence[Change]) -> tuple[ToldChange, ...]:
    """Put changes into words; as `tell` does."""
    return _tell_changes(changes, _names_of(changes))


def _tell_changes(changes: Sequence[Change], names: Names) -> tuple[ToldChange, ...]:
    told = [_tell_change(one, names) for one in changes if not is_machines(one.subject)]
    machines = Counter((one.kind, one.subject) for one in changes if is_machines(one.subject))
    for (kind, subject), count in machines.items():
        told.append(
            ToldChange(
                kind=Change.Kind(kind).label,
                look=_LOOKS[Change.Kind(kind)],
                subject="",
                subject_id="",
                what=f"{count} {subject_words(subject)}",
                name="",
                fields=(),
                has_both=False,
            )
        )
    return tuple(told)


def _tell_change(change: Change, names: Names) -> ToldChange:
    model = _model(change.subject)
    kind = Change.Kind(change.kind)
    olds, news = _before_and_after(change, kind)
    fields = []
    for name in dict.fromkeys((*olds, *news)):
        words = _field_words(change, model, name)
        if words:
            old, new = only_differing(olds.get(name), news.get(name))
            before = _value_words(model, name, old, names) or NOTHING
            after = _value_words(model, name, new, names) or NOTHING
            fields.append(ToldField(words, before, after))
    return ToldChange(
        kind=kind.label,
        look=_LOOKS[kind],
        subject=change.subject,
        subject_id=change.subject_id,
        what=subject_words(change.subject),
        name=change.subject_name,
        fields=tuple(fields),
        has_both=kind == Change.Kind.CHANGED,
    )


def _before_and_after(change: Change, kind: Change.Kind) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is worth telling: of a row put away why, of one taken away what it said last."""
    if kind == Change.Kind.ARCHIVED:
        return {}, change.after
    if kind == Change.Kind.REMOVED:
        return {}, change.before
    return change.before, change.after


def _facts(data: dict[str, Any]) -> tuple[ToldField, ...]:
    """What an act told besides its rows."""
    return tuple(
        ToldField(
            TOLD.get(name, name), "", VALUES.get((name, str(value)), plain_words(value, name))
        )
        for name, value in data.items()
        if value not in (None, "", [], {})
    )


def _model(subject: str) -> type[models.Model] | None:
    try:
        return apps.get_model(subject)
    except (LookupError, ValueError):
        return None


def _field(model: type[models.Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _field_words(change: Change, model: type[models.Model] | None, name: str) -> str:
    """The Vietnamese name of a field; nothing for the machine's own."""
    if (change.subject, name) in _FIELD_WORDS:
        return _FIELD_WORDS[change.subject, name]
    field = _field(model, name)
    if field is None:
        return TOLD.get(name, name)
    words = str(getattr(field, "verbose_name", ""))
    return "" if words == name.replace("_", " ") else words


def _value_words(model: type[models.Model] | None, name: str, value: Any, names: Names) -> str:
    """A value as a person reads it: dates, labels of choices, names of rows, yes and no."""
    if value is None or value == "":
        return NOTHING
    field = _field(model, name)
    if field is None:
        return VALUES.get((name, str(value)), plain_words(value, name))
    if isinstance(field, models.ForeignKey) and isinstance(value, list) and len(value) == 2:
        return str(value[1] or names.get((field.related_model, value[0])) or f"số {value[0]}")
    if getattr(field, "choices", None):
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.BooleanField):
        return "có" if value else "không"
    return _typed_words(field, value)


def _typed_words(field: Any, value: Any) -> str:
    """Dates, moments and numbers; what does not parse stays as it was written."""
    try:
        if isinstance(field, models.DateTimeField):
            at = parse_datetime(str(value))
            return moment(at) if isinstance(at, datetime) else str(value)
        if isinstance(field, models.DateField):
            return day(str(value))
        if isinstance(field, models.DecimalField):
            return number(Decimal(str(value)))
    except (ValueError, InvalidOperation):
        return str(value)
    return plain_words(value)


def _names_of(changes: Iterable[Change]) -> Names:
    """Present names of rows that were only pointed to by number when the act was written."""
    wanted: dict[type[models.Model], set[Any]] = {}
    for change in changes:
        model = _model(change.subject)
        for values in (change.before, change.after):
            for name, value in values.items():
                field = _field(model, name)
                is_pointer = isinstance(field, models.ForeignKey) and isinstance(value, list)
                if is_pointer and len(value) == 2 and not value[1]:
                    wanted.setdefault(field.related_model, set()).add(value[0])
    return {
        (model, pk): str(row)
        for model, pks in wanted.items()
        for pk, row in model._base_manager.in_bulk(list(pks)).items()
    }
