"""The server killed at any moment of a confirmation, an amendment or an issue: all or nothing."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 18


def test_plans_stay_whole_whenever_the_process_is_killed(office: dict[str, str]) -> None:
    lines = ["confirm", "issue", "amend"] * (KILLS // 3)
    kill_again_and_again(office, "tests.web.plans.kill_target", lines, longest=0.5)
    said = found_by(office, "tests.web.plans.kill_check")
    print(said)
    confirmed, amended, issued = (int(word) for word in said.split())
    assert confirmed > 4  # three of them before the first kill
    assert amended > 1
    assert issued > 4  # two of them before
