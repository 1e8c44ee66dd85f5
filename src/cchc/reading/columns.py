"""What the columns of a table hold, from the words of its heading.

Source of the words: annexes of real plans, letters 725/BNV-CCHC and 1159/BNV-CCHC (plan template),
and the domain handbook, section 2.2. Adding a wording is a one-line change here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cchc.documents.model import Merge, Row, Table
from cchc.text.folding import fold
from cchc.text.normal import one_line


class Column(StrEnum):
    """What a column of a table of tasks, targets or reporting periods holds."""

    LABEL = "label"
    OBJECTIVE = "objective"
    OBJECTIVE_OR_OUTPUT = "objective_or_output"  # «Mục tiêu/Kết quả»
    AREA = "area"
    TASK = "task"
    ACTIVITY = "activity"
    OUTPUTS = "outputs"
    LEAD = "lead"
    SUPPORT = "support"
    LEAD_AND_SUPPORT = "lead_and_support"
    DEADLINE = "deadline"
    START = "start"
    PERIOD_TICK = "period_tick"  # a column for one quarter or month, to be ticked
    UNIT_TICK = "unit_tick"  # a column for one unit, to be ticked
    BUDGET = "budget"
    NOTE = "note"
    TARGET = "target"
    TARGET_UNIT = "target_unit"
    TARGET_VALUE = "target_value"
    PERIOD_NAME = "period_name"
    DATA_WINDOW = "data_window"
    DATA_FROM = "data_from"
    DATA_TO = "data_to"
    DUE = "due"


# Read in order: the first that matches the folded heading decides.
_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.LABEL, r"s?tt\.?|so tt|so thu tu|so|tt/stt|stt/tt|ma so|ky hieu|ma nhiem vu|ma"),
    (Column.PERIOD_NAME, r"(?:ten )?(?:ky|loai|ten) bao cao|bao cao|dinh ky|ten ky|ky"),
    (
        Column.DATA_FROM,
        r"(?:.*\btu ngay|.*ngay bat dau (?:lay|chot).*|bat dau lay so lieu|(?:so lieu )?tu)",
    ),
    (Column.DATA_TO, r"(?:(?:so lieu )?den(?: het)? ngay|den|ngay ket thuc (?:lay|chot).*)"),
    (
        Column.DATA_WINDOW,
        r".*(?:chot so lieu|so lieu (?:tinh )?tu|lay so lieu|thoi gian lay|thoi ky so lieu|ky so "
        r"lieu|so lieu bao cao|"
        r"thoi diem (?:lay|tinh)|pham vi so lieu|khoang thoi gian so lieu|thoi gian so lieu|so "
        r"lieu).*",
    ),
    (
        Column.DUE,
        r".*(?:han gui|gui bao cao|nop bao cao|thoi han bao cao|han nop|thoi han gui|ngay gui|"
        r"han bao cao).*",
    ),
    (
        Column.LEAD_AND_SUPPORT,
        r".*(?:chu tri|thuc hien).*(?:/|,|va|-) ?(?:don vi |co quan )?phoi hop.*",
    ),
    (Column.SUPPORT, r".*(?:phoi hop|tham gia|cung thuc hien|lien quan).*"),
    (
        Column.LEAD,
        r".*(?:chu tri|dau moi|phu trach|chiu trach nhiem|tham muu|phan cong|trach nhiem).*|"
        r".*(?:don vi|co quan|bo phan|nguoi|phong|ca nhan|can bo|cong chuc)[^/]*(?:thuc hien|"
        r"trien khai|to chuc|"
        r"giai quyet|xu ly|duoc giao).*|don vi|co quan|phong,? (?:ban|don vi)|bo phan|thuc hien",
    ),
    (
        # «Sản phẩm hoàn thành» is a product, whatever «hoàn thành» says elsewhere.
        Column.OUTPUTS,
        r"(?!.*(?:thoi|tien do|muc tieu|muc dich)).*(?:san pham|ket qua).*(?:hoan thanh|du kien|"
        r"dat).*",
    ),
    (Column.OUTPUTS, r"(?:hinh thuc|loai|ten) van ban.*"),
    (Column.NOTE, r"diem.*|.*tu cham.*|.*diem (?:toi da|chuan|dat).*|thang diem"),
    (Column.OBJECTIVE, r"(?:cac )?tieu chi.*"),
    (Column.BUDGET, r".*(?:kinh phi|du toan|nguon von|nguon luc tai chinh|ngan sach).*"),
    (Column.START, r".*(?:bat dau|khoi dong|trien khai tu).*"),
    (
        Column.DEADLINE,
        r".*(?:thoi gian|thoi han|tien do|thoi diem|lo trinh|hoan thanh|ket thuc|han thuc hien|"
        r"han xong|ky han).*|han",
    ),
    (
        Column.OBJECTIVE_OR_OUTPUT,
        r".*muc tieu ?(?:/|,|va|-|\() ?(?:ket qua|san pham|yeu cau (?:ket qua|san pham)).*",
    ),
    (Column.TARGET_UNIT, r"(?:don vi tinh|dvt|don vi do|dv tinh)"),
    (
        Column.TARGET_VALUE,
        r"(?:muc (?:phan dau|tieu nam|dat|can dat)|gia tri|ke hoach (?:nam )?(?:\d{4}|giao)|chi "
        r"tieu (?:nam )?\d{4}|nam \d{4}|"
        r"muc tieu (?:nam )?\d{4}|chi tieu (?:giao|phan dau|can dat|dat)|muc|muc chi tieu|phan "
        r"dau|giao nam \d{4}|con so|"
        r"muc giao|muc tieu phan dau|chi tieu ke hoach.*|thuc hien nam \d{4}|ty le|dat)",
    ),
    (
        Column.TARGET,
        r"(?:ten |noi dung |he thong |cac )?chi tieu(?: cu the| chu yeu| cchc.*)?|(?:ten )?chi so",
    ),
    (
        Column.OUTPUTS,
        r".*(?:ket qua|san pham|dau ra|san luong|yeu cau dat duoc|du kien dat).*|tai lieu kiem "
        r"chung.*",
    ),
    (
        Column.OBJECTIVE,
        r"muc (?:tieu|dich).*|yeu cau.*|muc tieu,? nhiem vu chung|nhiem vu chung|nhom nhiem vu.*",
    ),
    (
        Column.AREA,
        r"(?:linh vuc|noi dung cchc|noi dung cai cach|nhom|linh vuc cchc|linh vuc cai cach.*)",
    ),
    (
        Column.ACTIVITY,
        r"(?:cac )?(?:hoat dong|bien phap|giai phap|cach thuc|noi dung thuc hien|hinh thuc|viec "
        r"cu the|buoc thuc hien|"
        r"cong viec cu the|noi dung cong viec cu the|noi dung chi tiet|noi dung trien khai).*",
    ),
    (
        Column.TASK,
        r".*(?:nhiem vu|noi dung|cong viec|dau viec|ten viec|viec can lam|viec thuc hien|cong "
        r"tac|noi dung/nhiem vu).*",
    ),
    (Column.NOTE, r".*(?:ghi chu|chu thich|can cu|van ban giao).*"),
)
_PATTERNS = tuple((column, re.compile(rf"(?:{words})")) for column, words in _WORDS)
_QUARTER = re.compile(r"(?:quy|q\.?)? ?(iv|iii|ii|i|[1-4])(?: ?[/-] ?\d{4}| nam \d{4})?")
_MONTH = re.compile(r"(?:thang|t\.?|th\.?)? ?(\d{1,2})(?: ?/ ?\d{4})?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which grid column holds what; `first_row` is the first row below the heading.

    `ticks` names what a tick column stands for: a period as a deadline prints it («Quý I»), a unit.
    """

    kinds: tuple[Column | None, ...]
    ticks: tuple[str | None, ...]
    first_row: int
    titles: tuple[str, ...]

    def place(self, column: Column) -> int | None:
        """The first grid column of a kind."""
        return self.kinds.index(column) if column in self.kinds else None

    def __contains__(self, column: object) -> bool:
        return column in self.kinds

    @property
    def is_tasks(self) -> bool:
        """A table of tasks says what is to be done, and who, by when or with what result."""
        about = {
            Column.LEAD,
            Column.SUPPORT,
            Column.LEAD_AND_SUPPORT,
            Column.DEADLINE,
            Column.OUTPUTS,
            Column.OBJECTIVE_OR_OUTPUT,
            Column.PERIOD_TICK,
            Column.UNIT_TICK,
        }
        what = {Column.TASK, Column.ACTIVITY}
        return bool(what & set(self.kinds)) and bool(about & set(self.kinds))

    @property
    def is_targets(self) -> bool:
        return not self.is_windows and (
            (Column.TARGET in self.kinds and not self.is_tasks)
            or (Column.TARGET_VALUE in self.kinds and Column.TARGET_UNIT in self.kinds)
        )

    @property
    def is_windows(self) -> bool:
        dated = {Column.DATA_WINDOW, Column.DATA_FROM, Column.DATA_TO}
        return Column.PERIOD_NAME in self.kinds and bool(dated & set(self.kinds))


_ASIDE = re.compile(r"\s*\((?!(?:chu tri|phoi hop|ket qua|san pham))[^)]*\)")


@lru_cache(maxsize=4096)
def column_of(heading: str) -> Column | None:
    """What a column with this heading holds, None where no word tells."""
    folded = _ASIDE.sub("", fold(heading)).strip(" .:*")
    if not folded or len(folded) > 90:
        return None
    for column, pattern in _PATTERNS:
        if pattern.fullmatch(folded):
            return column
    return None


def read_columns(table: Table) -> Columns | None:
    """Find the heading of a table in its first rows and understand its columns."""
    for index, row in enumerate(table.rows[:6]):
        kinds = [column_of(one_line(text)) for text in row.texts]
        distinct = {
            kind
            for kind, cell in zip(kinds, row.cells, strict=True)
            if kind and not _spread(cell.merge)
        }
        if len(distinct) < 2 or not _looks_like_heading(row):
            continue
        columns = _with_lower_rows(table, index)
        if columns.is_tasks or columns.is_targets or columns.is_windows:
            return columns
    return None


def _spread(merge: Merge | None) -> bool:
    return merge in (Merge.FROM_LEFT, Merge.FROM_ABOVE)


def _looks_like_heading(row: Row) -> bool:
    texts = [one_line(text) for text in row.texts if text.strip()]
    return len(texts) >= 2 and all(len(text) < 110 for text in texts)


def _with_lower_rows(table: Table, top: int) -> Columns:
    """Join a heading of two or three rows: the lower row says more, the upper what it is about."""
    upper = [one_line(text) for text in table.rows[top].texts]
    kinds: list[Column | None] = [column_of(text) for text in upper]
    ticks: list[str | None] = [None] * len(kinds)
    titles = list(upper)
    lowest = list(upper)
    first = top + 1
    while first < len(table.rows) and first <= top + 2:
        row = table.rows[first]
        if not _is_lower_heading(row, kinds, upper):
            break
        for place, cell in enumerate(row.cells):
            text = one_line(cell.text)
            if cell.merge is Merge.FROM_ABOVE or not text or text == titles[place]:
                continue
            text = _own_part(text, row, place)
            period = _period(text, upper[place])
            if period is not None:
                kinds[place], ticks[place] = Column.PERIOD_TICK, period
            elif (lower := column_of(text)) is not None:
                kinds[place] = lower
            titles[place] = f"{titles[place]} {text}".strip()
            lowest[place] = text
        first += 1
    _name_single_row_ticks(upper, kinds, ticks)
    _resolve(kinds, titles)
    if Column.LEAD not in kinds:
        _find_unit_ticks(table, first, kinds, ticks, lowest)
    while first < len(table.rows) and is_numbering_row(table.rows[first]):
        first += 1
    return Columns(tuple(kinds), tuple(ticks), first, tuple(titles))


def _own_part(text: str, row: Row, place: int) -> str:
    """«Chủ trì Phối hợp» recognised as one cell over two columns: each has its own words."""
    spread = place + 1 < len(row.cells) and row.cells[place + 1].merge is Merge.FROM_LEFT
    follows = row.cells[place].merge is Merge.FROM_LEFT
    if spread or follows:
        halves = re.split(r"\s+(?=[Pp]hối hợp|PHỐI HỢP)", text, maxsplit=1)
        if len(halves) == 2:
            return halves[1] if follows else halves[0]
    return text


def _is_lower_heading(row: Row, kinds: list[Column | None], upper: list[str]) -> bool:
    own = [
        (place, one_line(cell.text))
        for place, cell in enumerate(row.cells)
        if cell.text.strip()
        and cell.merge is not Merge.FROM_ABOVE
        and one_line(cell.text) != upper[place]
    ]
    if not own or any(len(text) > 60 for _, text in own):
        return False
    known = [
        text for place, text in own if column_of(text) is not None or _period(text, upper[place])
    ]
    label = kinds.index(Column.LABEL) if Column.LABEL in kinds else None
    numbered = label is not None and any(place == label for place, _ in own)
    return not numbered and len(known) >= max(1, (len(own) + 1) // 2) and not is_numbering_row(row)


def _period(text: str, above: str) -> str | None:
    """«I» below «Quý» or «Thời gian» → «Quý I»; «3» below «Tháng» → «Tháng 3»."""
    folded, over = fold(text).strip(" ."), fold(above)
    about_time = re.search(
        r"quy|thang|thoi gian|thoi han|tien do|hoan thanh|ke hoach thuc hien", over
    )
    month = _MONTH.fullmatch(folded)
    if "thang" in over or folded.startswith(("thang", "t")):
        if month and (about_time or folded[0] == "t") and 1 <= int(month.group(1)) <= 12:
            return f"Tháng {int(month.group(1))}"
        return None
    quarter = _QUARTER.fullmatch(folded)
    if quarter and (about_time or folded.startswith("q")):
        number = _ROMAN.get(quarter.group(1)) or int(quarter.group(1))
        return "Quý " + ("I", "II", "III", "IV")[number - 1]
    if month and about_time and "quy" not in over and 5 <= int(month.group(1)) <= 12:
        return f"Tháng {int(month.group(1))}"
    return None


def _name_single_row_ticks(
    upper: list[str], kinds: list[Column | None], ticks: list[str | None]
) -> None:
    for place, text in enumerate(upper):
        if kinds[place] is None and re.match(r"(?:quy|q|thang|t)\b|(?:q|t)\d", fold(text)):
            period = _period(text, "")
            if period:
                kinds[place], ticks[place] = Column.PERIOD_TICK, period


TICK = re.compile(r"(?:x|v|✓|✔|☑|☒|√|●|•|\*|ü|þ|có|1)", re.IGNORECASE)


def _find_unit_ticks(
    table: Table, first: int, kinds: list[Column | None], ticks: list[str | None], titles: list[str]
) -> None:
    """«VP | Thanh tra | P.TCCB» over cells that are ticked or empty: the ticked units lead."""
    places = [
        place
        for place, kind in enumerate(kinds)
        if kind is None
        and titles[place]
        and _only_ticks([row.cells[place].text for row in table.rows[first:]])
    ]
    if len(places) >= 2:
        for place in places:
            kinds[place], ticks[place] = Column.UNIT_TICK, titles[place]


def _only_ticks(texts: list[str]) -> bool:
    filled = [text.strip() for text in texts if text.strip()]
    ticked = sum(TICK.fullmatch(text) is not None for text in filled)
    # A group's title may be spread over the columns: it is no tick, and there are few of them.
    return ticked >= 1 and ticked >= 0.5 * len(filled)


def _resolve(kinds: list[Column | None], titles: list[str]) -> None:
    """Settle columns whose meaning depends on the others."""
    for place in range(len(kinds) - 1):
        if kinds[place] is kinds[place + 1] is Column.LEAD_AND_SUPPORT:
            # One heading «Chủ trì, phối hợp» over two columns.
            kinds[place], kinds[place + 1] = Column.LEAD, Column.SUPPORT
    if Column.DATA_WINDOW not in kinds and Column.DATA_FROM not in kinds:
        _drop(kinds, Column.PERIOD_NAME)
    if Column.DUE in kinds and Column.PERIOD_NAME not in kinds:
        kinds[kinds.index(Column.DUE)] = Column.DEADLINE
    if Column.PERIOD_NAME in kinds and Column.DUE not in kinds and Column.DEADLINE in kinds:
        kinds[kinds.index(Column.DEADLINE)] = Column.DUE
    has_task = Column.TASK in kinds
    if kinds.count(Column.TASK) > 1:
        # «Nhiệm vụ», «Nội dung công việc»: the first is the task, the second what is done for it.
        second = kinds.index(Column.TASK, kinds.index(Column.TASK) + 1)
        kinds[second] = Column.ACTIVITY
    if not has_task and Column.ACTIVITY in kinds:
        kinds[kinds.index(Column.ACTIVITY)] = Column.TASK
    elif not has_task and Column.OBJECTIVE in kinds and Column.LEAD in kinds:
        kinds[kinds.index(Column.OBJECTIVE)] = Column.TASK
    elif not has_task and Column.TARGET in kinds and Column.LEAD in kinds:
        pass
    for column in (Column.LABEL, Column.LEAD, Column.SUPPORT, Column.DEADLINE, Column.OUTPUTS):
        while kinds.count(column) > 1:
            last = len(kinds) - 1 - kinds[::-1].index(column)
            first = kinds.index(column)
            if column is Column.LEAD and _oversees(titles[first]) and not _oversees(titles[last]):
                kinds[first] = Column.NOTE
            elif column is Column.DEADLINE and "bat dau" in fold(titles[first]):
                kinds[first] = Column.START
            elif titles[first] == titles[last]:
                kinds[last] = None
            else:
                kinds[last] = Column.NOTE
    if Column.LEAD not in kinds:
        for place, kind in enumerate(kinds):
            if kind is Column.TARGET_UNIT and Column.TARGET not in kinds:
                kinds[place] = Column.LEAD


def _oversees(title: str) -> bool:
    """«Lãnh đạo Sở phụ trách» watches over a task; the unit in charge does it."""
    return re.search(r"lanh dao|theo doi|don doc|phu trach|chi dao", fold(title)) is not None and (
        re.search(r"chu tri|thuc hien|tham muu", fold(title)) is None
    )


def _drop(kinds: list[Column | None], column: Column) -> None:
    for place, kind in enumerate(kinds):
        if kind is column:
            kinds[place] = None


_COLUMN_LETTER = re.compile(r"[A-ZĐa-z]")


def is_numbering_row(row: Row) -> bool:
    """«(1) (2) (3) …» or «1 2 3 …» or «A B 1 2»: a row that only numbers the columns."""
    texts = [one_line(text).strip("()[] ") for text in row.texts]
    filled = [text for text in texts if text]
    if len(filled) < 3 or len(filled) < len(texts) - 1:
        return False
    if not all(text.isdigit() or _COLUMN_LETTER.fullmatch(text) for text in filled):
        return False
    numbers = [int(text) for text in filled if text.isdigit()]
    return (
        numbers == sorted(set(numbers)) and (len(numbers) >= 2) and max(numbers) <= len(texts) + 1
    )
