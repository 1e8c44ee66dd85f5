"""`python -m tests.on_postgresql`: the tests of the office again, on PostgreSQL.

Uses `DATABASE_URL` where it is set, else a server on this machine that lets «postgres» in. Without
one it says so, loudly; where everything is required (CI) that is a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg

_HERE = "postgres://postgres@127.0.0.1:5432/postgres"
_LOUD = "CHƯA THỬ TRÊN POSTGRESQL: không có máy chủ PostgreSQL; hãy cài: apt-get install postgresql"


def main() -> int:
    """Run the tests of the office against the server, or say that there is none."""
    address = os.environ.get("DATABASE_URL") or _HERE
    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        print(f"\n{'!' * 78}\n{_LOUD}\n{'!' * 78}", file=sys.stderr)
        return 1 if os.environ.get("CCHC_REQUIRE_ALL") == "1" else 0
    command = [sys.executable, "-m", "pytest", "-n", "auto", "tests/web", *sys.argv[1:]]
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    raise SystemExit(main())
