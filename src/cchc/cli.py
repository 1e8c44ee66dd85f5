"""The `cchc` command: what may be asked, and which module answers.

Only the standard library is loaded here: a command's module is loaded when it is run, so that
`cchc --help` answers at once. Every error ends as one Vietnamese sentence on standard error.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import sys
import traceback
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

PROGRAM = "cchc"
ABOUT = "Đọc kế hoạch cải cách hành chính và theo dõi thực hiện trong cả năm."
EPILOGUE = "Xem hướng dẫn từng lệnh: cchc LỆNH --help"

# Command → module and function; loaded only when run.
COMMANDS = {
    "serve": "cchc.web.serving:run",
    "read": "cchc.commands.read:run",
    "read-all": "cchc.commands.read_all:run",
    "check": "cchc.commands.check:run",
    "deadline": "cchc.commands.deadline:run",
    "calendar": "cchc.commands.calendar:run",
    "demo": "cchc.commands.demo:run",
    "audit": "cchc.web.audit.command:run",
    "evidence": "cchc.web.evidence.command:run",
}

_FAULT = 1
_MISUSE = 2
_STOPPED = 130
_SORRY = (
    "Chương trình gặp lỗi ngoài dự kiến nên đã dừng; vui lòng báo người quản trị hệ thống "
    "(chạy lại với --debug để xem chi tiết)."
)
# What argparse says, and what a person is told. The first that fits is used.
_MISUSES = (
    (r"the following arguments are required: (.+)", "Thiếu tham số {0}"),
    (r"unrecognized arguments: (.+)", "Không hiểu tham số «{0}»"),
    (r"argument LỆNH: invalid choice: '(.+?)'.*", "Không có lệnh «{0}»"),
    (r"argument (\S+): invalid choice: '(.+?)'.*", "Tham số {0} không nhận giá trị «{1}»"),
    (r"argument ([^:]+): expected (?:one|at least one) argument.*", "Tham số {0} thiếu giá trị"),
    (r"argument ([^:]+): invalid \S+ value: '(.*)'", "Tham số {0} cần một số, không phải «{1}»"),
    (r"argument ([^:]+): (.+)", "Tham số {0}: {1}"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")


class _Parser(argparse.ArgumentParser):
    """An argument parser whose every word on the screen is Vietnamese."""

    def __init__(self, **keys: object) -> None:
        super().__init__(
            add_help=False,
            formatter_class=_Help,
            allow_abbrev=False,
            **keys,  # type: ignore[arg-type]
        )
        self.asked = self.add_argument_group("Tham số")
        self.options = self.add_argument_group("Tùy chọn")
        self.options.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")
        self.options.add_argument(
            "--debug",
            action="store_true",
            help="hiện chi tiết lỗi cho người quản trị",
            default=argparse.SUPPRESS,
        )

    def error(self, message: str) -> NoReturn:
        raise _Misuse(self.prog, message)


class _Misuse(Exception):
    """The command line is not understood."""

    def __init__(self, program: str, message: str) -> None:
        super().__init__(message)
        self.sentence = f"{_in_vietnamese(message)}; xem hướng dẫn: {program} --help"


def _in_vietnamese(message: str) -> str:
    for pattern, said in _MISUSES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return said.format(*found.groups())
    return "Câu lệnh chưa đúng"


def build_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    parser = _Parser(prog=PROGRAM, description=ABOUT, epilog=EPILOGUE)
    commands = parser.add_subparsers(
        title="Lệnh", dest="command", metavar="LỆNH", required=True, parser_class=_Parser
    )

    def command(name: str, about: str) -> _Parser:
        made: _Parser = commands.add_parser(
            name, prog=f"{PROGRAM} {name}", help=about, description=f"{about.capitalize()}."
        )
        return made

    _add_serving(command("serve", "mở văn phòng CCHC trên trình duyệt"))
    _add_reading(command("read", "đọc các tệp của một kế hoạch"))
    _add_batch(command("read-all", "đọc mọi kế hoạch trong một thư mục"))
    _add_check(command("check", "in các phát hiện về kế hoạch"))
    _add_deadline(command("deadline", "hiểu một cụm từ chỉ thời hạn"))
    _add_calendar(command("calendar", "in ngày nghỉ và ngày làm bù của một năm"))
    _add_demo(command("demo", "đọc thử các kế hoạch mẫu"))
    _add_audit(command("audit", "kiểm tra nhật ký còn nguyên vẹn, in niêm phong của một ngày"))
    _add_evidence(command("evidence", "kiểm tra mọi tệp minh chứng còn nguyên vẹn"))
    return parser


def _add_serving(parser: _Parser) -> None:
    parser.options.add_argument(
        "--host", default="127.0.0.1", metavar="ĐỊA_CHỈ", help="địa chỉ mạng (mặc định: máy này)"
    )
    parser.options.add_argument(
        "--port", type=_at_least_one, default=8000, metavar="CỔNG", help="cổng (mặc định: 8000)"
    )
    _samples_option(parser)


def _add_reading(parser: _Parser) -> None:
    _files(parser, "TỆP", "văn bản kế hoạch và các phụ lục kèm theo, cùng là một kế hoạch")
    parser.options.add_argument(
        "--format",
        choices=("json", "text", "xlsx"),
        help="dạng kết quả: json (trao đổi), text (đọc trên màn hình), xlsx (bảng tính)",
    )
    parser.options.add_argument(
        "-o", "--output", type=Path, metavar="TỆP", help="ghi kết quả ra tệp thay vì màn hình"
    )


def _add_batch(parser: _Parser) -> None:
    parser.asked.add_argument("folder", metavar="THƯ_MỤC", help="thư mục chứa các kế hoạch")
    parser.options.add_argument(
        "--out", required=True, metavar="THƯ_MỤC", help="thư mục ghi kết quả và bảng tổng hợp"
    )
    parser.options.add_argument(
        "--jobs", type=_at_least_one, metavar="N", help="số tệp đọc cùng lúc (mặc định: mọi nhân)"
    )
    parser.options.add_argument(
        "--format", choices=("json", "xlsx"), help="dạng kết quả (mặc định: json)"
    )


def _add_check(parser: _Parser) -> None:
    _files(parser, "TỆP", "văn bản kế hoạch và các phụ lục kèm theo, cùng là một kế hoạch")


def _add_deadline(parser: _Parser) -> None:
    parser.asked.add_argument(
        "phrase", nargs="?", metavar="CỤM_TỪ", help="nội dung ô thời hạn, ví dụ: Trước 30/11"
    )
    parser.options.add_argument("--year", type=_year, metavar="NĂM", help="năm kế hoạch")
    parser.options.add_argument(
        "--explain", action="store_true", help="nói lại bằng lời, kèm hạn và ngày làm việc"
    )
    parser.options.add_argument("--format", choices=("json", "text"), help="dạng kết quả")
    parser.options.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="TỆP.json",
        help="đọc danh sách [{phrase, year}] và in lại kèm lịch",
    )
    _calendar_option(parser)


def _add_calendar(parser: _Parser) -> None:
    parser.options.add_argument("--year", type=_year, metavar="NĂM", help="năm cần xem")
    _calendar_option(parser)


def _add_demo(parser: _Parser) -> None:
    _samples_option(parser)


def _samples_option(parser: _Parser) -> None:
    parser.options.add_argument(
        "--samples", default="samples", metavar="THƯ_MỤC", help="thư mục các kế hoạch mẫu"
    )


def _add_audit(parser: _Parser) -> None:
    parser.asked.add_argument(
        "act",
        metavar="VIỆC",
        choices=("verify", "seal"),
        help="verify: kiểm tra cả nhật ký; seal: in niêm phong của một ngày",
    )
    parser.options.add_argument(
        "--date", type=_day, metavar="NGÀY", help="ngày của niêm phong, dd/mm/yyyy (hôm nay)"
    )
    parser.options.add_argument(
        "--number", type=_at_least_one, metavar="SỐ", help="đối chiếu: số việc ghi trên bản in"
    )
    parser.options.add_argument(
        "--hash", metavar="MÃ", help="đối chiếu: mã băm ghi trên bản in, có hoặc không có dấu cách"
    )


def _add_evidence(parser: _Parser) -> None:
    parser.asked.add_argument(
        "act",
        metavar="VIỆC",
        choices=("verify",),
        help="verify: tính lại mã băm của mọi tệp, nêu tệp mất hoặc bị thay đổi",
    )


def _files(parser: _Parser, name: str, about: str) -> None:
    parser.asked.add_argument("files", nargs="+", metavar=name, help=about)


def _calendar_option(parser: _Parser) -> None:
    parser.options.add_argument(
        "--calendar",
        type=Path,
        metavar="TỆP.csv",
        help="bảng ngày nghỉ, ngày làm bù bổ sung của cơ quan",
    )


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("cần số từ 1 trở lên")
    return number


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError as error:
        raise argparse.ArgumentTypeError("cần ngày dạng dd/mm/yyyy") from error


def _year(text: str) -> int:
    number = int(text)
    if not 1900 <= number <= 2999:
        raise argparse.ArgumentTypeError("cần năm có bốn chữ số")
    return number


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; no error ends as a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        args = build_parser().parse_args(words)
        return _run(args, debug="--debug" in words)
    except _Misuse as misuse:
        return _say(misuse.sentence, _MISUSE)
    except KeyboardInterrupt:
        return _say("Đã dừng theo yêu cầu.", _STOPPED)
    except BrokenPipeError:
        # Who reads our output has had enough (`| head`): no error, and nothing more to write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the last resort: a person gets a sentence, never a traceback
        if "--debug" in words:
            traceback.print_exc()
        return _say(_SORRY, _FAULT)


def _run(args: argparse.Namespace, *, debug: bool) -> int:
    module, _, function = COMMANDS[args.command].partition(":")
    refusal = importlib.import_module("cchc.commands.refusal").Refusal
    try:
        code = getattr(importlib.import_module(module), function)(args)
        sys.stdout.flush()
        return int(code)
    except refusal as refused:
        if debug and refused.__cause__ is not None:
            traceback.print_exception(refused.__cause__)
        return _say(refused.sentence, refused.code)


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return int(code)


def _speak_utf8() -> None:
    """Vietnamese on any terminal, whatever its locale says; a letter it lacks is shown as «?»."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    raise SystemExit(main())
