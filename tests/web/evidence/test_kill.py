"""The server killed at any moment of an upload of evidence leaves all of it or nothing."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 16


def test_a_process_killed_at_random_leaves_rows_and_files_that_agree(
    office: dict[str, str],
) -> None:
    verbs = ("upload", "version")
    done = kill_again_and_again(
        office, "tests.web.evidence.kill_target", verbs, kills=KILLS, at_least=4
    )
    said = found_by(office, "tests.web.evidence.kill_check")
    print(done, said)
    _, pieces, _, versions, _ = said.split()
    assert int(pieces) > done["upload"]  # one more was there before
    assert int(versions) > done["version"]
