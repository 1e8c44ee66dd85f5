"""The server killed at any moment of an upload or an edit leaves all of it or nothing."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 12


def test_a_process_killed_at_random_leaves_rows_and_files_that_agree(
    office: dict[str, str],
) -> None:
    done = kill_again_and_again(
        office, "tests.web.intake.kill_target", ("edit", "upload"), kills=KILLS, at_least=6
    )
    said = found_by(office, "tests.web.intake.kill_check")
    print(done, said)
    _, readings, _, edits, _ = said.split()
    assert int(readings) > done["upload"]  # one more was there before
    assert int(edits) >= 4
