"""Times the list and the search of 100,000 records of evidence: run by `bench.evidence`.

Each as a unit's clerk, as the coordinator of a department and as one who sees everything, in turns
with the same rows by raw SQL and a bare template.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from django.db import connection
from django.template import Context
from django.test import utils
from django.test.utils import CaptureQueriesContext
from tests.web.big_evidence import make_big_evidence
from tests.web.big_office import make_big_office

from bench.office_pages import BARE, browser, get, of_both
from cchc.web.accounts.models import User

_SEARCHES = {
    "evidence list": "",
    "evidence by number": "?tim=158/BC",
    "evidence by subject": "?tim=phe+duyet+vi+tri+viec+lam",
    "evidence by words of all files": "?tim=bao+cao+nhiem+vu",
    "evidence by one word of a file": "?tim=rieng+4711",
    "evidence by nothing that is there": "?tim=khong+thay+dau",
}
_RAW = """
select e.id, e.subject, e.number, e.symbol, e.dated_on, u.name from evidence_evidence e
join organisation_unit u on u.id = e.unit_id where e.archived_at is null
order by e.id desc limit 50
"""


def main() -> None:
    """Build the office and its evidence, time each page, print one JSON object."""
    utils.setup_test_environment()
    databases = utils.setup_databases(verbosity=0, interactive=False)
    try:
        office = make_big_office()
        make_big_evidence(office)
        with connection.cursor() as cursor:
            cursor.execute("analyze")
        people = (office.clerk, office.province_coordinator)
        json.dump({name: _timed(people, ask) for name, ask in _SEARCHES.items()}, sys.stdout)
    finally:
        utils.teardown_databases(databases, verbosity=0)


def _timed(people: tuple[User, User], ask: str) -> dict[str, Any]:
    address = f"/minh-chung/{ask}"
    clerk, above = (browser(person) for person in people)
    times = of_both(lambda: get(clerk, address), lambda: get(above, address), _raw)
    with CaptureQueriesContext(connection) as queries:
        get(clerk, address)
    return {**times, "queries": len(queries)}


def _raw() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_RAW)
        BARE.render(Context({"rows": cursor.fetchall()}))
