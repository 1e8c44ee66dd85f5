"""Doing something in the office: the only way in which a row is written.

An action opens `acting(…)`, writes through the `Act` it gets, and everything lands together: rows,
the record of what changed, and the next link of the chain, or nothing at all. Reading is free;
`tests/web/test_house.py` sees to it that no other module writes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import Model

from cchc.web.audit.chain import link
from cchc.web.audit.models import ChainHead, Change, Entry, Kept
from cchc.web.ui.clock import now
from cchc.web.ui.refusals import ChangedMeanwhile, Reason
from cchc.web.ui.vietnamese import searchable

Row = TypeVar("Row", bound=Model)
_AT_ONCE = 200  # rows in one statement
# What a row's own bookkeeping says is no change to tell of; secrets are never written down.
_UNTOLD = frozenset(("id", "version", "folded", "sort_key", "last_login"))
_SECRET = frozenset(("password", "key", "token"))


class AuditReason(Reason):
    CHANGED_MEANWHILE = (
        "Người khác vừa sửa «{name}» sau khi bạn mở trang nên thay đổi của bạn chưa được ghi; "
        "hãy xem bản mới rồi sửa lại."
    )
    ARCHIVE_NEEDS_REASON = "Hãy ghi lý do lưu trữ «{name}»."


@dataclass
class Act:
    """One use case under way: who does it, and every row it has written so far."""

    verb: str
    by: AbstractBaseUser | None
    place: str = ""
    reason: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    is_noted: bool = False

    def create(self, row: Row) -> Row:
        """Store a new row, its own rules checked first."""
        _derive(row)
        _check(row)
        row.save(force_insert=True)
        self._tell(Change.Kind.CREATED, row, after=told(row))
        return row

    def create_all(self, rows: Iterable[Row]) -> list[Row]:
        """Store many new rows of one model in few statements."""
        waiting = list(rows)
        if not waiting:
            return []
        for row in waiting:
            _derive(row)
        made: list[Row] = type(waiting[0])._default_manager.bulk_create(waiting, batch_size=400)
        for row in made:
            self._tell(Change.Kind.CREATED, row, after=told(row))
        return made

    def change(
        self, row: Row, *, expected: int | None = None, even_archived: bool = False, **values: Any
    ) -> Row:
        """Set fields of a row. Raises `ChangedMeanwhile` where it is no longer as it was shown.

        `expected` is the version that the person saw; without it, the version of `row` itself.
        `even_archived`: what follows from another row, as a place in the tree, also of a row that
        was put away.
        """
        # What is stored, not what `row` says: a form may have changed the row in memory already.
        stored = row.__class__._base_manager.filter(pk=row.pk).first()
        if stored is None:
            raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=str(row))
        for name, value in values.items():
            setattr(row, name, value)
        _check(row, values)
        fields = {name: getattr(row, name) for name in values} | _derive(row)
        self._write(row, fields, expected, name=str(stored), even_archived=even_archived)
        changed = [name for name in values if getattr(stored, name) != getattr(row, name)]
        self._tell(Change.Kind.CHANGED, row, before=told(stored, changed), after=told(row, changed))
        return row

    def change_all(self, changes: Iterable[tuple[Row, Mapping[str, Any]]]) -> None:
        """Set fields of many rows of one model, each as `change` does, in few statements.

        Raises `ChangedMeanwhile` where one of them is no longer as it was read; none is written.
        Rows that fields point to must be at hand: they are not looked up again.
        """
        alike: dict[tuple[str, ...], list[tuple[Row, Mapping[str, Any]]]] = {}
        for row, values in changes:
            alike.setdefault(tuple(values), []).append((row, values))
        for names, some in alike.items():
            for start in range(0, len(some), _AT_ONCE):
                self._change_alike(names, some[start : start + _AT_ONCE])

    def _change_alike(
        self, names: tuple[str, ...], some: Sequence[tuple[Row, Mapping[str, Any]]]
    ) -> None:
        model = some[0][0].__class__
        fields = [model._meta.get_field(name) for name in names]
        keys = [one.name for one in fields if isinstance(one, models.ForeignKey)]
        rows = model._base_manager.select_for_update(of=("self",))
        rows = rows.select_related(*keys) if keys else rows
        stored = rows.in_bulk([row.pk for row, _ in some])
        changed: list[Row] = []
        written: set[str] = {"version"} if issubclass(model, Kept) else set()
        for row, values in some:
            before = stored.get(row.pk)
            if before is None or _is_other(before, row):
                raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=str(row))
            for name, value in values.items():
                setattr(row, name, value)
            _check(row, names)
            written |= _derive(row).keys()
            if isinstance(row, Kept):
                row.version += 1
            changed.append(row)
            differing = [name for name in names if getattr(before, name) != getattr(row, name)]
            written |= {*differing}
            self._tell(
                Change.Kind.CHANGED,
                row,
                before=told(before, differing),
                after=told(row, differing),
            )
        if written:
            model._base_manager.bulk_update(changed, sorted(written))

    def archive(self, row: Row, *, reason: str, expected: int | None = None) -> Row:
        """Put a row away for good, with the reason; it stays readable in the record."""
        if not reason.strip():
            raise_reason(AuditReason.ARCHIVE_NEEDS_REASON, row)
        before = told(row)
        fields = {"archived_at": now(), "archive_reason": reason.strip()}
        self._write(row, fields, expected, name=str(row))
        for name, value in fields.items():
            setattr(row, name, value)
        after = {"archive_reason": reason.strip()}
        self._tell(Change.Kind.ARCHIVED, row, before=before, after=after)
        return row

    def remove(self, row: Model) -> None:
        """Take away a row that only ties others together or was never issued."""
        self._tell(Change.Kind.REMOVED, row, before=told(row))
        row.delete()

    def link(self, row: Model, field_name: str, others: Iterable[Model]) -> None:
        """Set the rows that a many-to-many field of `row` ties it to."""
        relation = getattr(row, field_name)
        before = [str(one) for one in relation.all()]
        relation.set(others)
        after = [str(one) for one in relation.all()]
        if before != after:
            self._tell(
                Change.Kind.CHANGED, row, before={field_name: before}, after={field_name: after}
            )

    def touch(self, row: Model, **data: Any) -> None:
        """Say that the act was about a row that it did not change."""
        self._tell(Change.Kind.TOUCHED, row, after=_plain(data))

    def note(self, **data: Any) -> None:
        """Say that the act is worth recording though it concerns no row."""
        self.is_noted = True
        self.data.update(data)

    def _write(
        self,
        row: Model,
        fields: dict[str, Any],
        expected: int | None,
        *,
        name: str,
        even_archived: bool = False,
    ) -> None:
        # By its class and not its type: `request.user` stands for a person, and is a wrapper.
        rows = row.__class__._default_manager.filter(pk=row.pk)
        if isinstance(row, Kept):
            version = row.version if expected is None else expected
            fields = {**fields, "version": version + 1}
            rows = rows.filter(version=version)
            rows = rows if even_archived else rows.filter(archived_at=None)
        if not rows.update(**fields):
            raise ChangedMeanwhile(AuditReason.CHANGED_MEANWHILE, name=name)
        if isinstance(row, Kept):
            row.version = fields["version"]

    def _tell(
        self,
        kind: Change.Kind,
        row: Model,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> None:
        self.changes.append(
            Change(
                kind=kind,
                subject=row._meta.label_lower,
                subject_id=str(row.pk),
                subject_name=str(row)[:300],
                before=before or {},
                after=after or {},
            )
        )


def _is_other(stored: Model, row: Model) -> bool:
    """Whether a row was changed or put away since it was read."""
    if not isinstance(stored, Kept) or not isinstance(row, Kept):
        return False
    return stored.version != row.version or stored.archived_at is not None


def _check(row: models.Model, names: Collection[str] | None = None) -> None:
    """Hold a row to its own rules, or only these of its fields.

    That the rows exist which it points to is the database's to see: asking for each took a
    question more in every act.
    """
    left_out = {
        one.name
        for one in row._meta.fields
        if one.is_relation or (names is not None and one.name not in names)
    }
    row.full_clean(exclude=left_out, validate_unique=False, validate_constraints=False)


def _derive(row: Model) -> dict[str, Any]:
    columns = row.derived() if isinstance(row, Kept) else {}
    for name, value in columns.items():
        setattr(row, name, value)
    return columns


def raise_reason(reason: Reason, row: Model) -> None:
    """Refuse an act on a row by its name."""
    raise ChangedMeanwhile(reason, name=str(row))


@contextmanager
def acting(
    verb: str,
    *,
    by: AbstractBaseUser | AnonymousUser | None,
    place: str = "",
    reason: str = "",
    **data: Any,
) -> Iterator[Act]:
    """Do one thing in one transaction and write it down.

    `by` is None only for what the office does by itself. An act that changed nothing leaves no
    record: the person pressed «Lưu» without an edit.
    """
    person = by if isinstance(by, AbstractBaseUser) else None
    act = Act(verb=verb, by=person, place=place, reason=reason.strip(), data=dict(data))
    with transaction.atomic():
        yield act
        if act.is_noted or _is_worth_telling(act.changes):
            _record(act)


def _is_worth_telling(changes: Sequence[Change]) -> bool:
    return any(
        change.kind != Change.Kind.CHANGED or change.before or change.after for change in changes
    )


def _record(act: Act) -> None:
    """Add the act to the chain. Last in the transaction: the head is locked only for a moment."""
    head, _ = ChainHead.objects.select_for_update().get_or_create(pk=1)
    changes = [c for c in act.changes if c.kind != Change.Kind.CHANGED or c.before or c.after]
    at = now()
    name = str(act.by) if act.by else "Hệ thống"
    data = _plain(act.data)
    hashed = link(
        head.hash,
        number=head.number + 1,
        at=at,
        by=act.by.pk if act.by else None,
        by_name=name,
        verb=act.verb,
        place=act.place,
        reason=act.reason,
        data=data,
        changes=[
            (c.kind, c.subject, c.subject_id, c.subject_name, c.before, c.after) for c in changes
        ],
    )
    entry = Entry.objects.create(
        number=head.number + 1,
        at=at,
        by_id=act.by.pk if act.by else None,
        by_name=name,
        verb=act.verb,
        place=act.place,
        reason=act.reason,
        data=data,
        previous_hash=head.hash,
        hash=hashed,
        folded=searchable(name, act.reason, *dict.fromkeys(c.subject_name for c in changes)),
    )
    for change in changes:
        change.entry = entry
    Change.objects.bulk_create(changes, batch_size=400)
    head.number, head.hash = entry.number, hashed
    head.save(update_fields=("number", "hash"))


def told(row: Model, names: Collection[str] | None = None) -> dict[str, Any]:
    """What a row says, in plain values: rows it points to by their number and name.

    All its fields that say something, or those in `names`.
    """
    values: dict[str, Any] = {}
    for one in row._meta.concrete_fields:
        if names is not None and one.name not in names:
            continue
        if one.name in _UNTOLD or getattr(row, one.attname) in (None, "", [], {}):
            continue
        if one.name in _SECRET:
            values[one.name] = "•••"
        elif isinstance(one, models.ForeignKey):
            # Of a new row only names at hand are told: the record asks no questions for it.
            is_known = names is not None or one.is_cached(row)
            values[one.name] = [
                getattr(row, one.attname),
                str(getattr(row, one.name)) if is_known else "",
            ]
        else:
            values[one.name] = getattr(row, one.attname)
    return _plain(values)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The same values as every database gives them back: dates, decimals and floats as text."""
    plain: dict[str, Any] = json.loads(json.dumps(values, cls=DjangoJSONEncoder), parse_float=str)
    return plain
