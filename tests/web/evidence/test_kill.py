"""The server killed at any moment of an upload of evidence leaves all of it or nothing."""

from __future__ import annotations

from tests.web.killing import found_by, kill_again_and_again

KILLS = 24


def test_a_process_killed_at_random_leaves_rows_and_files_that_agree(
    office: dict[str, str],
) -> None:
    lines = ["upload", "version"] * (KILLS // 2)
    kill_again_and_again(office, "tests.web.evidence.kill_target", lines, longest=0.9)
    said = found_by(office, "tests.web.evidence.kill_check")
    print(said)
    _, pieces, _, versions, _ = said.split()
    assert int(pieces) > KILLS // 2
    assert int(versions) > KILLS // 2
