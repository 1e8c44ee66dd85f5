"""Processes that write acts at the same time add to one chain, which never forks."""

from __future__ import annotations

from tests.web.own_office import run, start

WRITERS, ACTS = 4, 25
# What each process does: acts of one change, some of which fail half-way and leave nothing.
_WRITE = f"""
import sys, django
django.setup()
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Unit, UnitKind
for i in range({ACTS}):
    try:
        with acting("tests.write", by=None, writer=sys.argv[1]) as act:
            act.create(Unit(kind=UnitKind.OTHER, name=f"Đơn vị {{sys.argv[1]}}.{{i}}"))
            if i % 5 == 4:
                raise KeyError
    except KeyError:
        pass
"""
_COUNT = """
import django
django.setup()
from cchc.web.audit.chain_check import prove
from cchc.web.audit.models import Change, Entry
from cchc.web.organisation.models import Unit
proof = prove()
rows = [model.objects.count() for model in (Entry, Change, Unit)]
print(proof.broken, proof.links, *rows)
"""


def test_four_processes_write_one_chain(office: dict[str, str]) -> None:
    kept = WRITERS * ACTS * 4 // 5
    writers = [start(office, "-c", _WRITE, str(i)) for i in range(WRITERS)]
    for one in writers:
        said, _ = one.communicate(timeout=120)
        assert one.returncode == 0, said
    told = run(office, "-c", _COUNT).stdout.split()
    assert told == ["None", *[str(kept)] * 4]
