"""What evidence may serve: one line in `_FINDERS` for each kind of thing, found as its room shows.

A kind is named by the label of its model. Another room's kind (an occurrence, a criterion) is added
by one function that answers with a `Subject` for who may see it and None for everybody else.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from cchc.web.evidence.models import EvidenceLink
from cchc.web.organisation.standing import Person
from cchc.web.plans.models import Plan, PlanVersion, Task
from cchc.web.plans.policy import visible_tasks, visible_versions
from cchc.web.plans.queries.tasks import TaskFilter, listed, tasks_in
from cchc.web.plans.queries.versions import listed_versions
from cchc.web.work.policy import visible_occurrences

TASK, OCCURRENCE = "plans.task", "work.occurrence"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that evidence serves, as this person may see it."""

    label: str
    key: str
    name: str
    url: str
    task_key: uuid.UUID | None = None


def subject_of(user: Person, on: date, label: str, key: str) -> Subject:
    """Find what a label and key name. Raises Http404 where the person may not see it."""
    find = _FINDERS.get(label)
    found = find(user, on, key) if find else None
    if found is None:
        raise Http404(label)
    return found


def _task(user: Person, on: date, key: str) -> Subject | None:
    """The task with this key in the version in force, else in the newest that is shown."""
    number = _uuid(key)
    if number is None:
        return None
    rows = visible_tasks(user, on).filter(key=number).select_related("plan_version")
    tasks = sorted(rows, key=_newest_in_force)
    return _as_subject(tasks[-1]) if tasks else None


def _newest_in_force(task: Task) -> tuple[bool, int]:
    version = task.plan_version
    return version.state in version.IN_FORCE, version.ordinal


def _as_subject(task: Task) -> Subject:
    name = f"{task.label}. {task.text}" if task.label else task.text
    return Subject(
        TASK, str(task.key), name[:300], reverse("plans:task", args=(task.pk,)), task.key
    )


def _occurrence(user: Person, on: date, key: str) -> Subject | None:
    """One time that a task is owed, as the daily work shows it."""
    if not key.isdigit():
        return None
    row = visible_occurrences(user, on).filter(pk=int(key)).select_related("task").first()
    if row is None:
        return None
    url = reverse("work:occurrence", args=(row.pk,))
    return Subject(OCCURRENCE, str(row.pk), str(row)[:300], url, row.task_key)


_FINDERS: dict[str, Callable[[Person, date, str], Subject | None]] = {
    TASK: _task,
    OCCURRENCE: _occurrence,
}


def seen_subjects(
    user: Person, on: date, links: Iterable[EvidenceLink]
) -> dict[tuple[str, str], Subject]:
    """Of the things that links name those that the person may see. 2 queries for tasks."""
    shown = list(links)
    keys = [link.task_key for link in shown if link.task_key and link.subject_label == TASK]
    found: dict[tuple[str, str], Subject] = {}
    if keys:
        rows = visible_tasks(user, on).filter(key__in=keys).select_related("plan_version")
        for task in sorted(rows, key=_newest_in_force):
            found[TASK, str(task.key)] = _as_subject(task)
    for link in shown:
        if link.subject_label != TASK and (find := _FINDERS.get(link.subject_label)):
            subject = find(user, on, link.subject_key)
            if subject is not None:
                found[link.subject_label, link.subject_key] = subject
    return found


def offered_tasks(user: Person, on: date, words: str, most: int) -> list[Subject]:
    """Tasks to choose from: of the versions that stand, by words without marks. 2 queries."""
    rows = TaskFilter(words=words).of(_tasks(visible_versions(user, on)))
    return [_as_subject(task) for task in rows[:most]]


def tasks_of_plan(user: Person, on: date, plan: Plan) -> list[Subject]:
    """Tasks of the version of a plan that stands, in its order. 2 queries."""
    rows = _tasks(visible_versions(user, on).filter(plan=plan))
    return [_as_subject(task) for task in rows]


def _tasks(versions: QuerySet[PlanVersion]) -> QuerySet[Task]:
    return listed(tasks_in(listed_versions(versions)))


def _uuid(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None
