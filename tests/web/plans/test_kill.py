"""The server killed at any moment of a confirmation, an amendment or an issue: all or nothing."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 12


def test_plans_stay_whole_whenever_the_process_is_killed(office: dict[str, str]) -> None:
    verbs = ("confirm", "issue", "amend")
    done = kill_again_and_again(
        office, "tests.web.plans.kill_target", verbs, kills=KILLS, at_least=4
    )
    said = found_by(office, "tests.web.plans.kill_check")
    print(done, said)
    confirmed, amended, issued = (int(word) for word in said.split())
    assert confirmed >= 3 + done["confirm"]  # three of them before the first kill
    assert amended >= 1
    assert issued >= 3  # two of them before
