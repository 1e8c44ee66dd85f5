"""Where a command's result goes: standard output or a file, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from cchc.commands.refusal import Refusal


def show(text: str) -> None:
    """Write a text to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def show_bytes(data: bytes) -> None:
    """Write bytes to standard output. Raises Refusal where that is a terminal."""
    if sys.stdout.isatty():
        raise Refusal(
            "Tệp Excel không hiện được trên màn hình lệnh; vui lòng ghi ra tệp bằng -o TÊN.xlsx."
        )
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def warn(sentence: str) -> None:
    """Say something on standard error while the work goes on."""
    sys.stderr.write(f"Lưu ý: {sentence}\n")


def save(data: bytes, path: Path) -> None:
    """Write a file whole or not at all: beside it first, then in its place.

    Raises Refusal where the folder is not there or may not be written.
    """
    folder = path.parent
    if not folder.is_dir():
        raise Refusal(f"Không có thư mục «{folder}»; vui lòng tạo thư mục hoặc chọn nơi khác.")
    if path.is_dir():
        raise Refusal(f"«{path}» là thư mục; vui lòng ghi rõ tên tệp sau -o.")
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _allow_as_usual(Path(temporary))
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise Refusal(
            f"Không ghi được tệp «{path}»; vui lòng kiểm tra quyền ghi và dung lượng đĩa."
        ) from error


def _allow_as_usual(path: Path) -> None:
    """A temporary file is for its owner alone; the result is as open as any new file."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
