"""What a row of the grid is about, as the arguments of its address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from cchc.web.accounts.models import KnownSession, User
from cchc.web.evidence.subjects import TASK
from cchc.web.plans.models import PlanVersion
from cchc.web.work.models import Notice
from tests.web.grid.office import Office, file_of
from tests.web.grid.people import STRANGER

Arguments = dict[str, Any]
# Addresses about one row of a version: the first one of it.
_OF_VERSION: dict[str, Callable[[PlanVersion], Any]] = {
    **dict.fromkeys(
        ("task", "task_edit", "task_remove", "task_move"), lambda one: one.tasks.first()
    ),
    **dict.fromkeys(("target_edit", "target_remove"), lambda one: one.targets.first()),
    "basis_remove": lambda one: one.bases.first(),
}
_OF_PLAN = ("plan", "newest", "describe", "taken_up", "copy")
_OF_DOCUMENT = ("document", "document_file", "document_edit", "document_archive")
OF_ITEM = ("edit", "schedule", "accept", "accept_item", "row")
_OF_PERSON = (
    *("person", "change_person", "set_sign_in", "clear_second_factor"),
    *("reset_password", "hand_over"),
)
_OF_FOLLOWED = ("plan", "of_plan", "plan_print", "plan_export", "follow", "replan")
_OF_POSITION = ("end_position", "archive_position", "stand_in")


def arguments_of(office: Office, name: str, about: str, letter: str) -> Arguments:
    """The arguments of an address for what a row is about; `letter` says who asks."""
    if about == "–":
        return {}
    app, _, verb = name.partition(":")
    # A new thing has no address yet: what the row is about stands in its body.
    return {} if verb == "new" else _APPS[app](office, verb, about, letter)


def _accounts(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb == "reset":
        user = User.objects.get(pk=office.who("C").pk)  # as it is since signing in
        coded = urlsafe_base64_encode(force_bytes(user.pk))
        token = default_token_generator.make_token(user) if about == "good" else "x-y"
        return {"coded": coded, "token": token}
    whose = office.who(letter if about == "own" and letter != STRANGER else "C")
    if about == "another's" and letter == "C":
        whose = office.who("A")
    return {"pk": KnownSession.objects.filter(user=whose)[0].pk}


def _audit(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb == "entry":
        return {"number": office.entries[about].number}
    rows = {
        "unit": office.units["new"],
        "plan": office.versions["issued"].plan,
        "draft": office.versions["draft"].plan,
        "reading": office.readings["ready"],
        "account": office.who("C"),
        "document": office.documents["free"],
        "justice": office.versions["justice"].plan,
    }
    return {"subject": rows[about]._meta.label_lower, "pk": str(rows[about].pk)}


def _organisation(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb in _OF_PERSON:
        return {"pk": office.who(about).pk}
    if verb in _OF_POSITION:
        return {"pk": office.people.positions[about].pk}
    rows: dict[str, dict[str, Any]] = {
        "minute": office.minutes,
        "hand_over_minute": office.hand_overs,
        "remove_alias": office.aliases,
        "change_collective": office.collectives,
        "remove_collective": office.collectives,
    }
    return {"pk": rows.get(verb, office.units)[about].pk}


def _intake(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb in OF_ITEM:
        return {"pk": office.item(about).pk}
    reading = office.readings[about.removesuffix("/9")]
    if verb == "page":
        page = 9 if about.endswith("/9") else 1
        return {"pk": file_of(reading).pk, "page": page, "width": 800}
    return {"pk": file_of(reading).file_id if verb == "file" else reading.pk}


def _plans(office: Office, verb: str, about: str, letter: str) -> Arguments:
    rows: dict[str, dict[str, Any]] = {
        "end_assignment": office.assignments,
        "hand_over": office.units,
        "who_may": office.units,
        "confirm": office.readings,
        **dict.fromkeys(_OF_DOCUMENT, office.documents),
    }
    if verb in rows:
        return {"pk": rows[verb][about].pk}
    key, _, step = about.partition("/")
    version = office.versions[key]
    if verb in _OF_VERSION:
        return {"pk": _OF_VERSION[verb](version).pk}
    if verb == "assign":
        return {"pk": version.tasks.get(units__unit=office.units["technology"], label="2").pk}
    if verb in _OF_PLAN:
        return {"pk": version.plan_id}
    place = {"pk": version.plan_id, "ordinal": version.ordinal}
    return place | {"verb": step} if verb == "step" else place


def _work(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb in ("bulk", "day", "days_import"):
        return {}
    if verb in ("target", "measure_take_back"):
        made = {"pk": office.versions[about].targets.order_by("place")[0].pk}
        return made if verb == "target" else made | {"measure": office.measures[about].pk}
    if verb in _OF_FOLLOWED:
        return {"pk": office.versions[about].plan_id}
    rows: dict[str, dict[str, Any]] = {
        "undo": office.bulk_acts,
        "event_file": office.events,
        "extension": office.extensions,
        "day_forget": office.days,
    }
    key, _, step = about.partition("/")
    if verb == "step":
        return {"pk": office.occurrences[key].pk, "verb": step}
    if verb == "of_task":
        return {"pk": office.occurrences[key].task_id}
    return {"pk": rows.get(verb, office.occurrences)[key].pk}


def _reminders(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb == "mark_read":
        whose = "C" if letter == STRANGER else letter
        if about == "another's":
            whose = "A" if letter == "C" else "C"
        return {"pk": Notice.objects.filter(user=office.who(whose))[0].pk}
    if verb == "feed":
        return {"token": office.tokens[about]}
    if verb == "prepare_letter":
        sender, addressee = about.split("/")
        return {"office": office.units[sender].pk, "unit": office.units[addressee].pk}
    rows: dict[str, dict[str, Any]] = {
        "work": office.occurrences,
        "rules": office.units,
        "retry": office.messages,
        "add_webhook": office.units,
        "revoke_feed": office.feeds,
        **dict.fromkeys(("letter", "letter_table"), office.letters),
    }
    if verb == "feeds":  # whose it is stands in the body
        return {}
    return {"pk": rows.get(verb, office.webhooks)[about].pk}


def _evidence(office: Office, verb: str, about: str, letter: str) -> Arguments:
    if verb in ("record_new", "many", "many_carry_out"):
        return {}
    key, _, rest = about.partition("/")
    if verb in ("of", "attach"):
        return {"label": rest or TASK, "key": str(office.occurrences[key].task_key)}
    if verb in ("file", "page"):
        version = {"pk": office.evidence[key].versions.get().pk}
        return version | ({"page": int(rest or 1), "width": 800} if verb == "page" else {})
    return {"pk": (office.links if verb == "unlink" else office.evidence)[key].pk}


_APPS = {
    "accounts": _accounts,
    "audit": _audit,
    "organisation": _organisation,
    "intake": _intake,
    "plans": _plans,
    "work": _work,
    "reminders": _reminders,
    "evidence": _evidence,
}
