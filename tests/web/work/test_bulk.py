"""One act on many with one reason: all or none, and taken back while nothing changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from cchc.web.accounts.models import User
from cchc.web.ui.refusals import ChangedMeanwhile, Forbidden, RuleViolation
from cchc.web.work.actions import progress
from cchc.web.work.actions.bulk import BulkVerb, Said, act_on_many, undo
from cchc.web.work.models import BulkAct, Extension, Occurrence, Update
from tests.web.work.following import followed, owed
from tests.web.world import TODAY, World

SignedIn = Callable[[User], Client]
State = Occurrence.State


def quarters() -> list[tuple[Occurrence, int | None]]:
    rows = [owed("Giải quyết", name=name) for name in ("Quý I", "Quý II")]
    return [(row, row.version) for row in rows]


def states() -> set[str]:
    return {row.state for row, _ in quarters()}


def done(world: World, verb: BulkVerb, who: str = "chau", day: date | None = None) -> BulkAct:
    said = Said("Đã giải quyết đúng hạn", day)
    by = getattr(world, who)
    return act_on_many(by=by, on=TODAY, verb=verb, rows=quarters(), said=said)


AFTER = {
    BulkVerb.REPORT: ("chau", State.OPEN),
    BulkVerb.PROPOSE: ("chau", State.PROPOSED),
    BulkVerb.ACCEPT: ("an", State.DONE),
    BulkVerb.RETURN: ("an", State.OPEN),
    BulkVerb.ASK: ("chau", State.OPEN),
}


@pytest.mark.parametrize("verb", AFTER)
def test_each_act_is_done_to_all_and_taken_back(world: World, verb: BulkVerb) -> None:
    followed(world)
    before = State.OPEN
    if verb in (BulkVerb.ACCEPT, BulkVerb.RETURN):
        done(world, BulkVerb.PROPOSE)
        before = State.PROPOSED
    kept = [
        (row.started_on, row.done_on, row.proposed_by_id, row.share_done) for row, _ in quarters()
    ]
    who, after = AFTER[verb]
    act = done(world, verb, who, date(2026, 12, 31) if verb is BulkVerb.ASK else None)
    assert states() == {after}
    undo(by=getattr(world, who), on=TODAY, bulk=act)
    assert states() == {before}
    assert kept == [
        (row.started_on, row.done_on, row.proposed_by_id, row.share_done) for row, _ in quarters()
    ]
    assert not Extension.objects.filter(archived_at=None).exists()
    assert Update.objects.filter(text__startswith="Hoàn tác").count() == 2


def test_one_that_is_refused_keeps_all_back(world: World) -> None:
    followed(world)
    progress.propose(by=world.chau, on=TODAY, row=quarters()[0][0], text="Xong")
    with pytest.raises(Forbidden):
        done(world, BulkVerb.PROPOSE)
    assert [row.state for row, _ in quarters()] == [State.PROPOSED, State.OPEN]
    assert not BulkAct.objects.exists()


def test_an_outdated_row_keeps_all_back(world: World) -> None:
    followed(world)
    seen = quarters()
    progress.report(by=world.chau, on=TODAY, row=quarters()[1][0], text="Đang làm")
    with pytest.raises(ChangedMeanwhile):
        act_on_many(by=world.chau, on=TODAY, verb=BulkVerb.PROPOSE, rows=seen, said=Said("Đã xong"))
    assert states() == {State.OPEN}


def test_what_changed_since_is_not_taken_back(world: World) -> None:
    followed(world)
    act = done(world, BulkVerb.PROPOSE)
    progress.accept(by=world.an, on=TODAY, row=quarters()[0][0])
    with pytest.raises(RuleViolation, match="changed_since"):
        undo(by=world.chau, on=TODAY, bulk=act)
    assert [row.state for row, _ in quarters()] == [State.DONE, State.PROPOSED]


def test_it_is_taken_back_once_and_by_who_did_it(world: World) -> None:
    followed(world)
    act = done(world, BulkVerb.PROPOSE)
    with pytest.raises(Forbidden):
        undo(by=world.an, on=TODAY, bulk=act)
    undo(by=world.chau, on=TODAY, bulk=act)
    act.refresh_from_db()
    with pytest.raises(Forbidden, match="already_undone"):
        undo(by=world.chau, on=TODAY, bulk=act)


def test_nothing_chosen_and_no_reason_are_refused(world: World) -> None:
    followed(world)
    given = {"by": world.chau, "on": TODAY, "verb": BulkVerb.REPORT}
    with pytest.raises(RuleViolation, match="nothing_chosen"):
        act_on_many(rows=[], said=Said("x"), **given)  # type: ignore[arg-type]
    with pytest.raises(RuleViolation, match="reason_needed"):
        act_on_many(rows=quarters(), said=Said(" "), **given)  # type: ignore[arg-type]


def test_the_page_asks_once_more_and_leaves_out_what_is_refused(
    world: World, signed_in: SignedIn
) -> None:
    followed(world)
    client, rows = signed_in(world.chau), quarters()
    other = owed("Đề xuất")
    chosen = [row.pk for row, _ in rows] + [other.pk]
    text = client.post("/cong-viec/hang-loat/", {"viec": "de-nghi", "chon": chosen})
    asked = text.content.decode()
    assert "Đề nghị công nhận hoàn thành: 2 việc" in asked
    assert "1 việc đã chọn không làm được bước này" in asked
    given = {"viec": "de-nghi", "chon": chosen, "reason": "Đã xong hai quý", "day": ""}
    given |= {f"version-{row.pk}": version for row, version in rows}
    answer = client.post("/cong-viec/hang-loat/", given)
    assert (answer.status_code, answer["Location"]) == (302, "/cong-viec/hang-loat/cac-lan/")
    assert states() == {State.PROPOSED}
    assert owed("Đề xuất").state == State.OPEN
    act = BulkAct.objects.get()
    assert "Đã xong hai quý" in client.get("/cong-viec/hang-loat/cac-lan/").content.decode()
    client.post(f"/cong-viec/hang-loat/{act.pk}/hoan-tac/", {"version": act.version})
    assert states() == {State.OPEN}


def test_a_bulk_act_of_another_is_unknown(world: World, signed_in: SignedIn) -> None:
    followed(world)
    act = done(world, BulkVerb.PROPOSE)
    address = f"/cong-viec/hang-loat/{act.pk}/hoan-tac/"
    assert signed_in(world.an).post(address).status_code == 404
