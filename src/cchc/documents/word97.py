"""Formats that only a word processor reads (DOC, RTF, ODT), turned into DOCX by LibreOffice.

LibreOffice is optional and found at run time. It runs in an empty folder with a profile of its own,
without macros, and is stopped when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from cchc.documents.docx import read_docx
from cchc.documents.errors import Unreadable, UnreadableFile
from cchc.documents.limits import Limits
from cchc.documents.model import Document, Kind, Notice

_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_STEM = "plan"
# Who bounds the whole reading must not end it before the converter is stopped and cleared away.
_SHARE_OF_TIME = 0.75


def _setting(path: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
    )


# No macro runs, no link to the outside is followed.
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + _setting("Common/Security/Scripting", "DisableMacrosExecution", "true")
    + _setting("Common/Security/Scripting", "MacroSecurityLevel", "3")
    + _setting("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
    + _setting("Common/Security/Scripting", "DisableActiveContent", "true")
    + _setting("Writer/Content/Update", "Link", "0")
    + "</oor:items>"
)


class Converter(Protocol):
    """Something that turns other word processor formats into DOCX."""

    def to_docx(self, data: bytes, suffix: str, *, seconds: float) -> bytes:
        """Convert; raises `UnreadableFile` (CONVERSION_FAILED, TOO_SLOW)."""


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """LibreOffice without a screen; `program` is the path of `soffice`."""

    program: str

    def to_docx(self, data: bytes, suffix: str, *, seconds: float) -> bytes:
        """Convert one file in an empty folder.

        Raises `UnreadableFile`: CONVERSION_FAILED, or TOO_SLOW after `seconds`.
        """
        with tempfile.TemporaryDirectory(prefix="cchc-") as name:
            folder = Path(name)
            source = folder / f"{_STEM}.{suffix}"
            source.write_bytes(data)
            settings = folder / "profile" / "user" / "registrymodifications.xcu"
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS, encoding="utf-8")
            command = [
                self.program,
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(folder / "out"),
                str(source),
            ]
            _run(command, folder, seconds, suffix)
            result = folder / "out" / f"{_STEM}.docx"
            if not result.is_file():
                raise UnreadableFile(Unreadable.CONVERSION_FAILED, kind=suffix)
            return result.read_bytes()


def _run(command: list[str], folder: Path, seconds: float, suffix: str) -> None:
    """Run in a process group of its own: `soffice` is a script whose child does the work."""
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", os.defpath), "LANG": "C"}
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableFile(Unreadable.CONVERSION_FAILED, kind=suffix) from error
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(Unreadable.TOO_SLOW, seconds=round(seconds)) from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def find_libreoffice() -> LibreOffice | None:
    """Return LibreOffice where it is installed."""
    for candidate in ("soffice", "libreoffice", *_USUAL_PLACES):
        program = shutil.which(candidate)
        if program is not None:
            return LibreOffice(program)
    return None


def read_converted(
    data: bytes,
    name: str,
    *,
    suffix: str,
    limits: Limits,
    converter: Converter | None,
    file: int = 1,
) -> Document:
    """Read a DOC, RTF or ODT file by way of DOCX; `suffix` names the format.

    Raises `UnreadableFile`: NEEDS_LIBREOFFICE without a converter, CONVERSION_FAILED, TOO_SLOW.
    """
    if converter is None:
        raise UnreadableFile(Unreadable.NEEDS_LIBREOFFICE, kind=suffix)
    docx = converter.to_docx(data, suffix, seconds=_SHARE_OF_TIME * limits.seconds)
    document = read_docx(docx, name, limits=limits, file=file)
    notice = Notice("converted", (("kind", suffix),))
    return replace(document, kind=Kind.DOC, notices=(notice, *document.notices))
