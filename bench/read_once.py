"""Read one plan in this process and drop it: what `peak_megabytes` watches."""

from __future__ import annotations

import sys
from pathlib import Path

from cchc.commands.plan_files import read_here
from cchc.documents.limits import Limits

if __name__ == "__main__":
    read_here([Path(name) for name in sys.argv[1:]], Limits())
