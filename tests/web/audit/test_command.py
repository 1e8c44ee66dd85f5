"""`cchc audit verify` and `cchc audit seal` on the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.own_office import answer, bare_environment, run

_WRITE = """
import django
django.setup()
from cchc.web.audit.acting import acting
from cchc.web.organisation.models import Unit, UnitKind
for i in range(3):
    with acting("tests.write", by=None) as act:
        act.create(Unit(kind=UnitKind.OTHER, name=f"Đơn vị {i}"))
"""
_ALTER = """
import django
django.setup()
from cchc.web.audit.models import Change
Change.objects.filter(entry__number=2).update(subject_name="Khác")
"""
CLI = ("-m", "cchc.cli", "audit")


@pytest.fixture
def written(office: dict[str, str]) -> dict[str, str]:
    """An office in which three acts were done."""
    run(office, "-c", _WRITE)
    return office


def test_a_whole_record_is_told_whole_and_a_broken_one_by_its_first_link(
    written: dict[str, str],
) -> None:
    whole = answer(written, *CLI, "verify")
    assert (whole.returncode, whole.stderr) == (0, "")
    assert "Nhật ký nguyên vẹn: 3 việc." in whole.stdout
    run(written, "-c", _ALTER)
    broken = answer(written, *CLI, "verify")
    assert broken.returncode == 1
    assert broken.stdout.startswith("Nhật ký bị đứt ở việc số 2: nội dung đã bị sửa sau khi ghi.")


def test_a_printed_seal_is_checked_again(written: dict[str, str]) -> None:
    seal = answer(written, *CLI, "seal", "--date", "02/03/2026").stdout
    assert "NIÊM PHONG NHẬT KÝ NGÀY 02/03/2026" in seal
    assert "Số việc trong ngày: 3" in seal
    found = re.search(r"Mã băm: ((?:[0-9a-f]{4} ?){16})", seal)
    assert found
    digits = found[1].strip()
    again = answer(written, *CLI, "verify", "--number", "3", "--hash", digits)
    assert again.returncode == 0
    assert "Khớp với bản niêm phong ở việc số 3." in again.stdout
    other = answer(written, *CLI, "verify", "--number", "2", "--hash", digits)
    assert other.returncode == 1
    assert "khác với bản niêm phong" in other.stdout


def test_a_wrong_command_is_told_in_one_sentence(written: dict[str, str]) -> None:
    for words, sentence in (
        (("verify", "--number", "3"), "hãy cho cả --number"),
        (("verify", "--hash", "abcd"), "hãy cho cả --number"),
        (("seal", "--date", "31/02/2026"), "Tham số --date: cần ngày dạng dd/mm/yyyy"),
        (("prove",), "không nhận giá trị «prove»"),
        ((), "Thiếu tham số"),
    ):
        done = answer(written, *CLI, *words)
        assert done.returncode == 2
        assert sentence in done.stderr
        assert done.stderr.count("\n") == 1


def test_where_there_is_no_office_the_command_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    env = bare_environment() | {"CCHC_DATA": str(tmp_path / "none")}
    done = answer(env, *CLI, "verify")
    assert done.returncode == 2
    assert "Chưa có dữ liệu ở" in done.stderr


def test_the_help_of_other_commands_loads_no_django() -> None:
    code = "import sys, cchc.cli; cchc.cli.build_parser(); print('django' in sys.modules)"
    assert answer(bare_environment(), "-c", code).stdout == "False\n"
