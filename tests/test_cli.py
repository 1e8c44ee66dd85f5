"""The `cchc` command as a person meets it: answers, refusals in one sentence, exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from cchc.cli import COMMANDS, main
from cchc.plan.findings import find_problems
from cchc.plan.interchange import plan_from_json, plan_to_json
from cchc.plan.model import Plan
from cchc.plan.workbook import plan_from_workbook, plan_to_workbook
from tests.plan.test_workbook import PLAN

CCHC = [sys.executable, "-m", "cchc.cli"]
Answer = subprocess.CompletedProcess[str]


def cchc(*words: object, **environment: str) -> Answer:
    """Run the command as a process of its own, its output in pipes."""
    return subprocess.run(
        [*CCHC, *(str(word) for word in words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=120,
    )


def refused(answer: Answer, code: int) -> str:
    """The one sentence of a refusal: nothing on standard output, no traceback."""
    assert answer.returncode == code, answer.stderr
    assert answer.stdout == ""
    lines = answer.stderr.splitlines()
    assert len(lines) == 1, answer.stderr
    assert "Traceback" not in answer.stderr
    return lines[0]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "ke_hoach.xlsx"
    path.write_bytes(plan_to_workbook(PLAN))
    return path


def test_help_answers_in_vietnamese_and_loads_no_reader() -> None:
    answer = cchc("--help")
    assert answer.returncode == 0
    assert "Cách dùng: cchc" in answer.stdout
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cchc.cli", "--help"],
        capture_output=True,
        text=True,
    ).stderr
    for heavy in ("lxml", "openpyxl", "docx", "rich", "cv2", "cchc.documents", "cchc.plan"):
        assert f" {heavy}\n" not in loaded, heavy


def test_help_answers_at_once() -> None:
    fastest = min(_seconds(lambda: cchc("--help")) for _ in range(3))
    # 0.25 s is the bound on a quiet machine; a shared one gets twice that.
    assert fastest < 0.5


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_vietnamese_help(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Cách dùng: cchc {command}")
    assert not any(word in told for word in ("usage", "positional", "optional", "show this"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param([], "Thiếu tham số LỆNH", id="nothing"),
        pytest.param(["đọc"], "Không có lệnh «đọc»", id="no such command"),
        pytest.param(["read"], "Thiếu tham số TỆP", id="no file"),
        pytest.param(["read", "a", "--format", "pdf"], "không nhận giá trị «pdf»", id="format"),
        pytest.param(["read", "a", "--nhanh"], "Không hiểu tham số «--nhanh»", id="option"),
        pytest.param(["read", "a", "-o"], "-o/--output thiếu giá trị", id="no value"),
        pytest.param(["read-all", "a"], "Thiếu tham số --out", id="no folder for results"),
        pytest.param(["read-all", "a", "--out", "b", "--jobs", "0"], "từ 1 trở lên", id="jobs"),
        pytest.param(["calendar", "--year", "hai"], "cần một số, không phải «hai»", id="year"),
        pytest.param(["read", "không_có.docx"], "Không mở được tệp", id="no such file"),
        pytest.param(["check", "."], "Không mở được tệp", id="a folder"),
        pytest.param(["read-all", "không_có", "--out", "b"], "Không có thư mục", id="no folder"),
    ],
)
def test_a_command_that_cannot_be_done_is_refused_in_one_sentence(
    words: list[str], said: str
) -> None:
    assert said in refused(cchc(*words), 2)


def test_json_is_the_answer_in_a_pipe_and_holds_all_keys(workbook: Path) -> None:
    answer = cchc("read", workbook)
    written = json.loads(answer.stdout)
    assert plan_from_json(written) == PLAN
    assert written["notices"] == []
    imported = plan_from_workbook(workbook.read_bytes())
    assert imported is not None
    assert [one["code"] for one in written["findings"]] == [
        one.code for one in find_problems(imported)
    ]


def test_text_in_a_pipe_has_no_colours_and_names_tasks_and_findings(workbook: Path) -> None:
    answer = cchc("read", workbook, "--format", "text")
    assert "\x1b" not in answer.stdout
    assert "KẾ HOẠCH: Cải cách A & B" in answer.stdout
    assert "Rà soát thủ tục" in answer.stdout
    assert "Phát hiện" in answer.stdout


@pytest.mark.parametrize("name", ["kq.json", "kq.xlsx", "kq.txt"])
def test_the_ending_of_the_file_names_the_form(workbook: Path, name: str) -> None:
    target = workbook.with_name(name)
    answer = cchc("read", workbook, "-o", target)
    assert (answer.returncode, answer.stdout) == (0, "")
    data = target.read_bytes()
    if name == "kq.json":
        assert plan_from_json(json.loads(data)) == PLAN
    elif name == "kq.xlsx":
        assert plan_from_workbook(data) == PLAN
    else:
        assert "Rà soát thủ tục" in data.decode()
    assert sorted(path.name for path in workbook.parent.iterdir()) == sorted([workbook.name, name])


def test_an_excel_file_may_be_piped(workbook: Path) -> None:
    done = subprocess.run([*CCHC, "read", workbook, "--format", "xlsx"], capture_output=True)
    assert plan_from_workbook(done.stdout) == PLAN


def test_interchange_json_is_read_as_a_plan(workbook: Path) -> None:
    path = workbook.with_name("plan.json")
    path.write_text(json.dumps(plan_to_json(PLAN)), encoding="utf-8")
    assert plan_from_json(json.loads(cchc("read", path).stdout)) == PLAN
    path.write_text('{"schema": 1, "header": 5}', encoding="utf-8")
    assert "$.header" in refused(cchc("read", path), 2)


def test_a_result_is_not_written_into_a_folder_that_is_not_there(workbook: Path) -> None:
    missing = workbook.parent / "không_có" / "kq.json"
    assert "Không có thư mục" in refused(cchc("read", workbook, "-o", missing), 2)
    assert "là thư mục" in refused(cchc("read", workbook, "-o", workbook.parent), 2)


def test_a_failed_reading_leaves_the_old_result_alone(workbook: Path) -> None:
    target = workbook.with_name("kq.json")
    target.write_text("cũ", encoding="utf-8")
    workbook.write_bytes(b"")
    refused(cchc("read", workbook, "-o", target), 2)
    assert target.read_text(encoding="utf-8") == "cũ"


def test_cells_to_put_right_are_told_in_one_sentence(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book["Căn cứ"]["D2"] = "31/2/2018"
    book["Nhiệm vụ"]["B2"] = "lạ"
    out = io.BytesIO()
    book.save(out)
    workbook.write_bytes(out.getvalue())
    said = refused(cchc("read", workbook), 2)
    assert "2 chỗ cần sửa" in said
    assert "Trang «Căn cứ», dòng 2" in said
    assert "Trang «Nhiệm vụ», dòng 2" in said


def test_check_prints_each_finding_with_code_and_place(workbook: Path) -> None:
    answer = cchc("check", workbook)
    lines = answer.stdout.splitlines()
    assert answer.returncode == 0
    assert (
        "Cảnh báo [task_without_lead]: Nhiệm vụ chưa ghi đơn vị chủ trì: «Tuyên truyền»." in lines
    )
    assert lines[-1].startswith("Tổng cộng ")


def test_a_text_that_is_no_plan_is_told_with_its_own_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "thơ.txt"
    path.write_text("Trời xanh mây trắng.\n\nMột con mèo ngủ trên mái nhà.\n", encoding="utf-8")
    assert "không giống kế hoạch" in refused(cchc("read", path), 3)


def test_a_bound_may_be_set_by_the_operator(workbook: Path) -> None:
    said = refused(cchc("read", workbook, CCHC_MAX_FILE_BYTES="1000"), 2)
    assert "vượt giới hạn" in said


def test_a_reader_that_has_had_enough_is_no_error(workbook: Path) -> None:
    # A JSON larger than a pipe holds, read by someone who closes at once.
    workbook.write_bytes(plan_to_workbook(Plan(tasks=PLAN.tasks * 200)))
    command = [*CCHC, "read", str(workbook)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_fault_of_ours_is_a_sentence_and_only_debug_shows_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(COMMANDS, "demo", "cchc.commands.no_such_module:run")
    assert main(["demo"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Chương trình gặp lỗi ngoài dự kiến")
    assert main(["demo", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def _folder(tmp_path: Path, workbook: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    for name in ("một.xlsx", "hai.xlsx", "sub/ba.xlsx"):
        (folder / name).write_bytes(workbook.read_bytes())
    (folder / "hỏng.docx").write_bytes(b"")
    (folder / "~$một.xlsx").write_bytes(b"x")
    (folder / "ghi chú.json").write_text("{}", encoding="utf-8")
    return folder


def test_many_plans_are_read_past_bad_files_with_a_table_at_the_end(
    tmp_path: Path, workbook: Path
) -> None:
    folder, out = _folder(tmp_path, workbook), tmp_path / "out"
    answer = cchc("read-all", folder, "--out", out, "--jobs", 2)
    assert answer.returncode == 0, answer.stderr
    names = sorted(str(path.relative_to(out)) for path in out.rglob("*.*"))
    assert names == ["hai.json", "một.json", "sub/ba.json", "summary.csv"]
    assert plan_from_json(json.loads((out / "sub/ba.json").read_text(encoding="utf-8"))) == PLAN
    assert "Đã đọc 3 kế hoạch, 6 nhiệm vụ" in answer.stdout
    assert "1 không đọc được" in answer.stdout
    assert "Tệp rỗng" in answer.stdout
    assert len(answer.stderr.splitlines()) == 4
    table = (out / "summary.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    assert len(table.decode("utf-8-sig").splitlines()) == 5


def test_many_plans_become_workbooks_when_asked(tmp_path: Path, workbook: Path) -> None:
    folder, out = _folder(tmp_path, workbook), tmp_path / "out"
    assert cchc("read-all", folder, "--out", out, "--format", "xlsx").returncode == 0
    assert plan_from_workbook((out / "một.xlsx").read_bytes()) == PLAN


def test_a_folder_of_nothing_but_bad_files_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    answer = cchc("read-all", tmp_path, "--out", tmp_path / "out")
    assert answer.returncode == 2
    assert "Đã đọc 0 kế hoạch" in answer.stdout


BAD = {
    "b01_ke_hoach_rong.docx": (2, "rỗng"),
    "b02_ke_hoach_bi_cat.docx": (2, "hỏng"),
    "b03_ho_so.docx": (2, "ZIP"),
    "b04_ke_hoach_mat.pdf": (2, "mật khẩu"),
    "b05_tai_lieu.pdf": (3, "không giống kế hoạch"),
    "b06_ke_hoach_lon.docx": (2, "quá lớn"),
    "b07_tong_hop.xlsm": (2, "macro"),
    "b08_anh.png": (2, "Không tìm thấy chữ"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_answered_as_expected_within_seconds(shared: Path, name: str) -> None:
    code, said = BAD[name]
    started = time.perf_counter()
    assert said in refused(cchc("read", shared / "reading/samples/bad" / name), code)
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("name", ["b09_ke_hoach_1258.txt", "b10_ke_hoach.pdf"])
def test_a_plan_in_disguise_is_read_with_a_notice(shared: Path, name: str) -> None:
    answer = cchc("read", shared / "reading/samples/bad" / name)
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr.startswith("Lưu ý: ")
    written = json.loads(answer.stdout)
    assert written["notices"]
    assert written["header"]["issuer"].startswith("Sở ")


def test_a_text_and_its_workbook_are_one_plan(shared: Path) -> None:
    stem = shared / "reading/samples/d07_so_tai_chinh_2024"
    answer = cchc("read", stem.with_suffix(".docx"), stem.with_suffix(".xlsx"))
    written = json.loads(answer.stdout)
    assert written["header"]["issuer"]
    assert len(written["tasks"]) > 40
    sources = [task["sources"]["task"] for task in written["tasks"]]
    assert {source["file"] for source in sources} == {2}
