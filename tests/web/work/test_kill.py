"""The server killed at any moment of the daily work: each act is there whole or not at all."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 24


def test_the_work_stays_whole_whenever_the_process_is_killed(office: dict[str, str]) -> None:
    verbs = ("report", "settle", "follow", "many", "remind")
    done = kill_again_and_again(
        office, "tests.web.work.kill_target", verbs, kills=KILLS, at_least=4
    )
    said = found_by(office, "tests.web.work.kill_check")
    print(done, said)
    updates, events, followed, runs = (int(word) for word in said.split())
    assert updates >= done["report"] + done["many"]
    assert runs >= done["remind"]
    assert events >= 1
    assert followed >= 2
