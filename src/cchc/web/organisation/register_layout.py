"""The workbook of units and people: its sheets, columns and words; export and import alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from cchc.text.folding import fold
from cchc.web.organisation.models import Position, Role, UnitKind

MOST_BYTES = 5 * 2**20
MOST_UNPACKED = 40 * 2**20
MOST_ROWS = 10_000  # of one sheet


class Sheet(StrEnum):
    UNITS = "Đơn vị"
    PEOPLE = "Người"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: heading, width in letters, longest text, what to know when filling it in."""

    heading: str
    width: int
    longest: int
    note: str
    is_needed: bool = False
    choices: tuple[str, ...] = ()


CODE, NAME, SHORT = "Mã", "Tên đơn vị", "Tên viết tắt"
KIND, PARENT, FROM, PLACE = "Loại", "Trực thuộc", "Từ ngày", "Thứ tự"
USERNAME, FULL_NAME, EMAIL, PHONE = "Tên đăng nhập", "Họ và tên", "Thư điện tử", "Điện thoại"
UNIT, ROLE, TITLE, CAPACITY = "Đơn vị", "Vai trò", "Chức vụ", "Tư cách"
STANDS_FOR, TO = "Thay cho", "Đến hết ngày"

COLUMNS: dict[Sheet, tuple[Column, ...]] = {
    Sheet.UNITS: (
        Column(CODE, 16, 40, "Mã định danh; mỗi mã một đơn vị. Có thể để trống."),
        Column(NAME, 48, 200, "Tên đầy đủ.", is_needed=True),
        Column(SHORT, 18, 60, "Ví dụ: SKHCN."),
        Column(
            KIND,
            30,
            40,
            "Chọn trong danh sách.",
            is_needed=True,
            choices=tuple(str(label) for label in UnitKind.labels),
        ),
        Column(PARENT, 44, 400, "Mã hoặc tên của đơn vị cấp trên, có sẵn hoặc ở dòng khác."),
        Column(FROM, 14, 10, "Ngày/tháng/năm; trống nếu có từ trước."),
        Column(PLACE, 10, 5, "Số để xếp các đơn vị cùng cấp; trống là 100."),
    ),
    Sheet.PEOPLE: (
        Column(
            USERNAME,
            20,
            60,
            "Chữ thường không dấu, không cách. Một người giữ nhiều vị trí thì ghi nhiều dòng.",
            is_needed=True,
        ),
        Column(FULL_NAME, 28, 120, "Giống nhau ở mọi dòng của một người.", is_needed=True),
        Column(EMAIL, 32, 254, "Thư công vụ."),
        Column(PHONE, 16, 30, "Số điện thoại cơ quan hoặc di động."),
        Column(UNIT, 44, 400, "Mã hoặc tên đơn vị.", is_needed=True),
        Column(
            ROLE,
            26,
            40,
            "Quyền của vị trí; chọn trong danh sách.",
            is_needed=True,
            choices=tuple(str(label) for label in Role.labels),
        ),
        Column(TITLE, 28, 120, "Ví dụ: Phó Chánh Văn phòng."),
        Column(
            CAPACITY,
            20,
            40,
            "Trống là chính thức.",
            choices=tuple(str(label) for label in Position.Capacity.labels),
        ),
        Column(STANDS_FOR, 20, 60, "Tên đăng nhập của người được làm thay."),
        Column(FROM, 14, 10, "Ngày/tháng/năm; trống là ngày nhập."),
        Column(TO, 14, 10, "Ngày cuối giữ vị trí; trống là không thời hạn."),
    ),
}

KINDS = {fold(str(label)): UnitKind(value) for value, label in UnitKind.choices}
ROLES = {fold(str(label)): Role(value) for value, label in Role.choices}
CAPACITIES = {
    fold(str(label)): Position.Capacity(value) for value, label in Position.Capacity.choices
}
# A sign-in name, as `accounts` takes it.
USERNAME_SHAPE = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
