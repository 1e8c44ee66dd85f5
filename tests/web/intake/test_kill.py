"""The server killed at any moment of an upload or an edit leaves all of it or nothing."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 16


def test_a_process_killed_at_random_leaves_rows_and_files_that_agree(
    office: dict[str, str],
) -> None:
    lines = ["edit", "upload"] * (KILLS // 2)
    kill_again_and_again(office, "tests.web.intake.kill_target", lines)
    said = found_by(office, "tests.web.intake.kill_check")
    print(said)
    _, readings, _, edits, _ = said.split()
    assert int(readings) > KILLS // 2
    assert int(edits) > KILLS // 2
