"""Reading the rows of the desk: what stands in a reading, and what is still to be decided."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from cchc.plan.model import Plan
from cchc.web.accounts.models import User
from cchc.web.intake import questions
from cchc.web.intake.item_values import plan_from
from cchc.web.intake.models import Edit, Item, NameDecision, Part, Reading, SourceFile
from cchc.web.intake.questions import Question
from cchc.web.organisation.models import Unit

_ORDER = {part: place for place, part in enumerate(Part.values)}
_LATELY = timedelta(minutes=10)
_NOT_ARCHIVED = Q(archived_at=None)
_SORTS = {
    "": ("Tất cả", _NOT_ARCHIVED),
    "dang_doc": ("Đang đọc", _NOT_ARCHIVED & Q(state__in=("waiting", "reading"))),
    "cho_ra_soat": ("Chờ rà soát", _NOT_ARCHIVED & Q(state="ready")),
    "da_xac_nhan": ("Đã xác nhận", _NOT_ARCHIVED & Q(state="confirmed")),
    "khong_xong": ("Lỗi, đã hủy", _NOT_ARCHIVED & Q(state__in=("failed", "cancelled"))),
    "luu_tru": ("Lưu trữ", Q(archived_at__isnull=False)),
}


def all_items(reading: Reading) -> list[Item]:
    """All that stands in a reading, by part and place, without what was removed. 1 query."""
    rows = Item.objects.filter(reading=reading, is_removed=False, archived_at=None)
    return sorted(rows, key=lambda item: (_ORDER[item.part], item.place, item.pk))


def items_of(reading: Reading, part: str) -> list[Item]:
    """What stands in one part, in its order. 1 query."""
    rows = Item.objects.filter(reading=reading, part=part, is_removed=False, archived_at=None)
    return sorted(rows, key=lambda item: (item.place, item.pk))


def plan_of(reading: Reading) -> Plan:
    """The plan as it stands on the desk, in its order. 1 query."""
    return plan_from(all_items(reading), announces_appendix=reading.announces_appendix)


def names_of(reading: Reading) -> dict[str, NameDecision]:
    """What each unit name was decided to mean, by `matching.fold_name` of it. 2 queries."""
    units = Prefetch("units", queryset=Unit.objects.only("name"))
    rows = NameDecision.objects.filter(reading=reading).prefetch_related(units)
    return {row.folded: row for row in rows}


def open_questions(reading: Reading) -> list[Question]:
    """What is still undecided: doubtful values, findings, unit names; in reading order."""
    return questions.open_questions(reading, all_items(reading), names_of(reading).keys())


def listed(readings: QuerySet[Reading], sort: str) -> QuerySet[Reading]:
    """Readings of one sort (or all that are not put away) with their tasks counted. 1 query."""
    wanted = _SORTS.get(sort, ("", _NOT_ARCHIVED))[1]
    rows = readings.filter(wanted).annotate(
        task_count=Count("items", filter=Q(items__part=Part.TASK, items__is_removed=False))
    )
    return rows.order_by("-started_at", "-pk")


def sorts_of(readings: QuerySet[Reading]) -> list[tuple[str, str, int]]:
    """The sorts that the list is cut by, each with its key, words and count. 1 query."""
    counts = readings.aggregate(
        **{key or "tat_ca": Count("pk", filter=wanted) for key, (_, wanted) in _SORTS.items()}
    )
    return [(key, words, counts[key or "tat_ca"]) for key, (words, _) in _SORTS.items()]


def earlier_uploads(office: Unit, hashes: list[str]) -> list[SourceFile]:
    """Files with the same bytes that the office was given before, the newest first."""
    return list(
        SourceFile.objects.filter(office=office, sha256__in=hashes)
        .select_related("uploaded_by")
        .prefetch_related("readings__reading")
    )


def last_edit(reading: Reading, by: User) -> Edit | None:
    """The person's latest edit that stands: the one that «Hoàn tác» takes back."""
    return Edit.objects.filter(reading=reading, by=by, undone_at=None).first()


def others_lately(reading: Reading, user: User, now: datetime) -> list[tuple[str, datetime]]:
    """Who else has edited in the last minutes, and when they last did."""
    rows = (
        Edit.objects.filter(reading=reading, at__gte=now - _LATELY)
        .exclude(by=user)
        .order_by("by__full_name")
        .values_list("by__full_name")
        .annotate(last=Max("at"))
    )
    return [(name, at) for name, at in rows]
