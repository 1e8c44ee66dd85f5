"""`cchc deadline` and `cchc calendar` as a person runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.cli import main


@pytest.fixture(autouse=True)
def no_table_of_the_operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CCHC_CALENDAR", raising=False)


def test_a_phrase_is_said_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "quý 2 và 3", "--year", "2026"]) == 0
    assert capsys.readouterr().out == "Từ quý II/2026 đến quý III/2026\n"


def test_explaining_adds_the_due_days_and_the_working_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["deadline", "Trước ngày 15/11", "--year", "2026", "--explain"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Trước ngày 15/11/2026\n")
    for words in ("15/11/2026 (Chủ nhật)", "14/11/2026 (thứ Bảy)", "13/11/2026 (thứ Sáu)"):
        assert words in said


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Theo quy định", "Chưa hiểu được"),
        ("Khi có yêu cầu", "Chưa phát sinh"),
        ("Hàng tuần", "Lặp lại"),
        ("Thường xuyên", "31/12/2026"),
        ("", "Không có thời hạn"),
    ],
)
def test_explaining_says_what_has_no_day(
    phrase: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deadline", phrase, "--year", "2026", "--explain"]) == 0
    assert words in capsys.readouterr().out


def test_json_is_the_interchange_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", "Quý I; Khi có yêu cầu", "--year", "2026", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"kind": "window", "start": "2026-01-01", "end": "2026-03-31"},
        {"kind": "conditional", "trigger": "Khi có yêu cầu"},
    ]


def test_a_list_is_printed_with_its_schedules(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "phrases.json"
    items = [{"phrase": "Quý I", "year": 2025, "row": 7}, {"phrase": ""}]
    source.write_text(json.dumps(items), encoding="utf-8")
    assert main(["deadline", "--from", str(source), "--year", "2026"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == [
        {
            "phrase": "Quý I",
            "year": 2025,
            "row": 7,
            "schedule": [{"kind": "window", "start": "2025-01-01", "end": "2025-03-31"}],
        },
        {"phrase": "", "year": 2026, "schedule": []},
    ]
    assert "Quý I" in printed


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("{", "không phải là JSON", id="no JSON"),
        pytest.param("{}", "danh sách", id="no list"),
        pytest.param('[{"year": 2026}]', "Mục 1", id="no phrase"),
        pytest.param('[{"phrase": "Quý I"}]', "«year»", id="no year"),
        pytest.param('[{"phrase": "Quý I", "year": "2026"}]', "«year»", id="year in quotes"),
        pytest.param('[{"phrase": "Quý I", "year": 3}]', "Năm 3", id="no such year"),
        pytest.param("[" * 100_000, "không phải là JSON", id="nested without end"),
    ],
)
def test_a_bad_list_gets_one_sentence(
    content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "phrases.json"
    source.write_text(content, encoding="utf-8")
    assert main(["deadline", "--from", str(source)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert len(printed.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["deadline", "Quý I"], "--year", id="no year"),
        pytest.param(["deadline", "--year", "2026"], "cụm từ", id="no phrase"),
        pytest.param(["deadline", "Quý I", "--year", "2900"], "2900", id="a year too far"),
        pytest.param(["deadline", "--from", "khong-co.json"], "khong-co.json", id="no list"),
        pytest.param(
            ["deadline", "Quý I", "--year", "2026", "--calendar", "khong-co.csv"],
            "khong-co.csv",
            id="no calendar",
        ),
        pytest.param(["calendar", "--calendar", "khong-co.csv"], "khong-co.csv", id="calendar"),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert len(printed.err.strip().splitlines()) == 1


def test_a_table_of_one_s_own_decides_the_working_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "calendar.csv"
    table.write_text("ngày,loại,tên\n24/11/2026,nghỉ,Ngày Văn hóa\n", encoding="utf-8")
    asked = ["deadline", "Chậm nhất 24/11", "--year", "2026", "--explain"]
    assert main(asked) == 0
    assert "23/11/2026" not in capsys.readouterr().out
    assert main([*asked, "--calendar", str(table)]) == 0
    assert "23/11/2026 (thứ Hai)" in capsys.readouterr().out
    monkeypatch.setenv("CCHC_CALENDAR", str(table))
    assert main(["calendar", "--year", "2026"]) == 0
    assert "24/11/2026 T3  nghỉ     Ngày Văn hóa" in capsys.readouterr().out


def test_a_bad_row_of_the_calendar_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "calendar.csv"
    table.write_text("ngày,loại\n24/13/2026,nghỉ\n", encoding="utf-8")
    assert main(["calendar", "--calendar", str(table)]) == 2
    printed = capsys.readouterr()
    assert "Dòng 2, cột «ngày»" in printed.err
    assert printed.out == ""


def test_the_calendar_lists_rest_and_make_up_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "--year", "2026"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("02/01/2026 T6  nghỉ")
    assert lines[2].startswith("10/01/2026 T7  làm bù")
    assert not any("24/11" in line for line in lines)


def test_a_year_beyond_the_tables_is_said_to_be_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["calendar", "--year", "2055"]) == 0
    assert "Chưa có bảng ngày nghỉ của năm 2055" in capsys.readouterr().out
