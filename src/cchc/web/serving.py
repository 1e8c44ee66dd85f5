"""`cchc serve`: the whole office in one process tree, the pages and the worker of the jobs.

The parent serves nothing itself: it starts both children, starts one again that dies, and ends
both when it is told to stop.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import importlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from cchc.commands.output import show, warn
from cchc.commands.refusal import Exit, Refusal
from cchc.web.setting_up import bring_up_to_date, set_up

_STOPS_WITHIN = 10.0  # seconds; then a child is killed
_LOOKS_EVERY = 0.5
_CLOCK_MAY_DRIFT = 30.0  # seconds between two looks; more is a clock that was put right
# Jobs that ask for themselves again, and what begins them.
_JOBS = (
    ("cchc.web.work.jobs", "begin"),
    ("cchc.web.work.reminder_jobs", "keep_up"),
    ("cchc.web.evidence.jobs", "ask_for_checks"),
)
_MOST_RESTARTS = 5  # within a minute: what dies at once is broken, not unlucky


def run(args: argparse.Namespace) -> int:
    """Bring the office up to date, start it, and stay until stopped."""
    _refuse_taken_port(args.host, args.port)
    set_up()
    bring_up_to_date()
    _open_demo(Path(args.samples))
    _begin_jobs()
    show(f"Văn phòng CCHC: http://{args.host}:{args.port}  (Ctrl+C để dừng)")
    return _Tree(_children(args.host, args.port)).keep()


def _open_demo(samples: Path) -> None:
    """Fill an empty office with the demo, unless `DEMO=0` asks for an empty one; tell the log-ins.

    Loaded only now: models want Django set up.
    """
    opening = importlib.import_module("cchc.web.demo.opening")
    if opening.needs_opening():
        if os.environ.get("DEMO") == "0" or not samples.is_dir():
            show("Văn phòng chưa có ai: trang đầu tiên sẽ tạo người quản trị.")
            return
        show("Đang mở văn phòng mẫu từ các kế hoạch mẫu…")
        opening.open_demo(samples)
    known = opening.log_ins()
    if known:
        show("Đăng nhập thử (văn phòng mẫu, mọi người cùng mật khẩu):")
        for name, password, who in known:
            show(f"  {name:<8} {password}   {who}")


def _begin_jobs() -> None:
    """See that each job that asks for itself again is waiting. Loaded only now, as above."""
    for module, name in _JOBS:
        getattr(importlib.import_module(module), name)()


def _wake_jobs() -> None:
    """Look again at everything that waits for a time: it may have been set by a wrong clock.

    A database that cannot be asked just now must not end the office; the next start looks too.
    """
    django_db = importlib.import_module("django.db")
    try:
        importlib.import_module("cchc.web.ui.jobs").wake_all()
        warn("Đồng hồ của máy vừa được chỉnh; các việc nền được xem lại ngay.")
    except django_db.Error:
        warn("Đồng hồ của máy vừa được chỉnh; chưa xem lại được việc nền, hãy chạy lại máy chủ.")
    finally:
        django_db.connections.close_all()


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refusal(
                f"Không mở được địa chỉ {host}:{port} (có thể chương trình khác đang dùng); hãy "
                f"dừng chương trình đó hoặc chọn cổng khác: cchc serve --port {port + 1}."
            ) from error


def _children(host: str, port: int) -> dict[str, list[str]]:
    """The commands of the tree by name."""
    threads = ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    pages = ["gunicorn", "cchc.web.wsgi", "--bind", f"{host}:{port}", *threads]
    return {
        "trang web": [sys.executable, "-m", *pages, "--log-level", "warning"],
        "việc nền": [sys.executable, "-m", "django", "db_worker", "--interval", "0.3", "-v", "0"],
    }


def _end_with_parent() -> None:
    """In the child: be ended by the system when the parent is gone, however it went (Linux)."""
    set_parent_death_signal = 1
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


class _Clock:
    """The machine's clock, held against one that only counts seconds."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def was_changed(self) -> bool:
        """Whether the clock was put forward or back since the last time this was asked."""
        before, self._offset = self._offset, time.time() - time.monotonic()
        return abs(self._offset - before) > _CLOCK_MAY_DRIFT


class _Tree:
    """The children under way."""

    def __init__(self, commands: dict[str, list[str]]) -> None:
        self.commands = commands
        self.started: dict[str, subprocess.Popen[bytes]] = {}
        self.deaths: list[float] = []
        self.is_stopping = False

    def keep(self) -> int:
        """Keep every child running until a signal asks to stop."""
        for one in (signal.SIGTERM, signal.SIGINT):
            signal.signal(one, self._stop)
        for name in self.commands:
            self._start(name)
        clock = _Clock()
        while not self.is_stopping:
            time.sleep(_LOOKS_EVERY)
            if clock.was_changed():
                _wake_jobs()
            for name, child in self.started.items():
                if child.poll() is not None and not self.is_stopping:
                    self._start_again(name)
        self._end()
        return Exit.DONE

    def _start(self, name: str) -> None:
        self.started[name] = subprocess.Popen(
            self.commands[name],
            env={"DJANGO_SETTINGS_MODULE": "cchc.web.settings", **os.environ},
            start_new_session=True,  # a Ctrl+C is for the parent, which ends them in order
            preexec_fn=_end_with_parent,
        )

    def _start_again(self, name: str) -> None:
        now = time.monotonic()
        self.deaths = [moment for moment in self.deaths if now - moment < 60.0] + [now]
        if len(self.deaths) > _MOST_RESTARTS:
            self._end()
            raise Refusal(
                f"Phần «{name}» dừng ngay sau khi chạy; hãy xem thông báo lỗi ở trên và báo người "
                "quản trị hệ thống."
            )
        warn(f"Phần «{name}» vừa dừng ngoài dự kiến, đang chạy lại.")
        self._start(name)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.is_stopping = True

    def _end(self) -> None:
        for child in self.started.values():
            child.terminate()
        until = time.monotonic() + _STOPS_WITHIN
        for child in self.started.values():
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
