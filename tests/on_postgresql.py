"""`python -m tests.on_postgresql`: the tests of the office again, on PostgreSQL.

Uses `DATABASE_URL` where it is set, else a server on this machine that lets «postgres» in, else a
server of its own for as long as the tests run. Without PostgreSQL it says so, loudly; where
everything is required (CI) that is a failure.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_HERE = "postgres://postgres@127.0.0.1:5432/postgres"
_LOUD = "CHƯA THỬ TRÊN POSTGRESQL: không có máy chủ PostgreSQL; hãy cài: apt-get install postgresql"


def main() -> int:
    """Run the tests of the office against a server, or say that there is none."""
    with server() as address:
        if address is None:
            print(f"\n{'!' * 88}\n{_LOUD}\n{'!' * 88}", file=sys.stderr)
            return 1 if os.environ.get("CCHC_REQUIRE_ALL") == "1" else 0
        print("Các phép thử của văn phòng, trên PostgreSQL:", flush=True)
        # What a browser shows, and what is read from a picture, does not hang on the database.
        asked = ["-m", "not journey and not scan", "tests/web", *sys.argv[1:]]
        command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *asked]
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode


@contextmanager
def server() -> Iterator[str | None]:
    """The address of a server to test on, None where there is none."""
    given = os.environ.get("DATABASE_URL")
    if given or _answers(_HERE):
        yield given or _HERE
        return
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb") or (str(programs[-1]) if programs else None)
    if found is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="cchc-postgresql-") as name:
        yield from _own_server(Path(found).parent, Path(name))


def _own_server(programs: Path, folder: Path) -> Iterator[str]:
    """Start a server that keeps nothing, in a folder that goes away with it."""
    # PostgreSQL refuses to run as root; its package brings a user of its own.
    runs_as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if runs_as:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    pg_ctl = [*runs_as, str(programs / "pg_ctl"), "-D", str(data), "-w", "-s"]
    make = [*runs_as, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "postgres"]
    subprocess.run(make, check=True, cwd="/", stdout=subprocess.DEVNULL)
    log = ["-l", str(folder / "log")]
    subprocess.run([*pg_ctl, *log, "-o", settings, "start"], check=True, cwd="/")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*pg_ctl, "-m", "immediate", "stop"], check=True, cwd="/")


def _answers(address: str) -> bool:
    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


if __name__ == "__main__":
    raise SystemExit(main())
