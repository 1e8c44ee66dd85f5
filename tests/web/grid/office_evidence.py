"""The evidence of the office of the grid: of units of both departments, in every state."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from cchc.web.accounts.models import User
from cchc.web.evidence.actions import adding, keeping, linking, machine
from cchc.web.evidence.actions.checking import check_all
from cchc.web.evidence.models import Evidence
from cchc.web.evidence.subjects import TASK, subject_of
from cchc.web.organisation.models import Unit
from tests.web.grid.office import SAMPLES, Office
from tests.web.world import TODAY

_A4 = (595.0, 842.0)


def add_evidence(office: Office) -> None:
    """What Bình's unit gives: read, still read, put away, on record; of others: tied, shared."""
    world, tam = office.world, office.who("T")
    technology, binh = world.technology, world.binh
    office.evidence = {
        key: _given(by, unit, key)
        for key, by, unit in (
            ("own", binh, technology),
            ("reading", binh, technology),
            ("archived", binh, technology),
            ("quality", world.chau, world.quality),
            ("tied", world.chau, world.quality),
            ("ended", world.chau, world.quality),
            ("justice", tam, world.justice),
            ("shared", tam, world.justice),
        )
    }
    facts = adding.Facts(
        subject="Minh chứng record",
        number="5",
        symbol="QĐ-SKHCN",
        issuer="Sở Khoa học và Công nghệ",
        dated_on=date(2026, 2, 2),
    )
    office.evidence["record"] = adding.add(
        by=binh, on=TODAY, unit=technology, facts=facts, file=None
    )
    for key, row in office.evidence.items():
        version = row.versions.first()
        if version is not None and key != "reading":
            begun = machine.start(version.pk)
            assert begun is not None
            machine.finish(begun, proposed={}, text="", page_sizes=[_A4], signatures=None)
            row.refresh_from_db()
    keeping.archive(by=binh, on=TODAY, evidence=office.evidence["archived"], reason="Nhầm")
    for key, by, task in (
        ("tied", world.chau, "open"),
        ("ended", world.chau, "open"),
        ("own", binh, "late"),
        ("justice", tam, "justice"),
        ("shared", tam, "shared"),
    ):
        subject = subject_of(by, TODAY, TASK, str(office.occurrences[task].task_key))
        claim = linking.Claim(subject)
        row = linking.link(by=by, on=TODAY, evidence=office.evidence[key], claim=claim)
        office.links[key] = row
    linking.unlink(by=world.chau, on=TODAY, tie=office.links["ended"], reason="Gắn nhầm")
    check_all()


def _given(by: User, unit: Unit, key: str) -> Evidence:
    """A file with bytes of its own: the same paper, a remark after its end."""
    bytes_ = (SAMPLES / "xa_binh_minh_2026.pdf").read_bytes() + f"\n% {key}\n".encode()
    looked = adding.look_at(SimpleUploadedFile(f"minh chung {key}.pdf", bytes_))
    facts = adding.Facts(subject=f"Minh chứng {key}")
    return adding.add(by=by, on=TODAY, unit=unit, facts=facts, file=adding.keep(looked))
