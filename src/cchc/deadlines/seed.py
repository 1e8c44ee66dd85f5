"""Makes the shipped table of rest days from the `holidays` package: a command of the maintainers.

    python -m cchc.deadlines.seed > src/cchc/deadlines/tables/working_days.csv

Not used at run time. What the package does not know is in `tables/corrections.csv`; 24/11, which
it assumes to be a holiday from 2026, is left out here and is a switch there.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version

import holidays

from cchc.deadlines.calendar import DayType
from cchc.deadlines.calendar_tables import COLUMNS

FIRST_YEAR, LAST_YEAR = 2020, 2031
_LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112"
_COMPENSATION = "Bộ luật Lao động 2019, Điều 111 khoản 3"
_SWAP = "Quyết định hoán đổi ngày làm việc hằng năm"
_NOT_YET_LAW = "Ngày Văn hóa Việt Nam"
Row = tuple[date, DayType, str, str]


def decided_days(first: int = FIRST_YEAR, last: int = LAST_YEAR) -> Iterator[Row]:
    """Yield what the package knows of each year, in order of date."""
    known = holidays.country_holidays("VN", language="vi", years=range(first, last + 1))
    rows: list[Row] = []
    for on, name in known.items():
        if _NOT_YET_LAW in name:
            continue
        basis = _LABOUR_CODE
        if "nghỉ bù" in name:
            basis = _COMPENSATION
        elif "thay cho" in name:
            basis = _SWAP
        rows.append((on, DayType.REST, name, basis))
    for on in known.weekend_workdays:
        if first <= on.year <= last:
            rows.append((on, DayType.MADE_UP, "Làm bù ngày nghỉ hoán đổi", _SWAP))
    yield from sorted(rows)


def main() -> None:
    """Write the table to standard output."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS[:-1])
    source = "holidays " + version("holidays")
    for on, kind, name, basis in decided_days():
        writer.writerow([f"{on:%d/%m/%Y}", kind.value, name, basis, source])


if __name__ == "__main__":
    main()
