"""The office's Excel layout: its sheets, headings, widths and the words for closed choices.

One table for both ways: `workbook_writing` writes what is named here, `workbook_reading` looks for
it by heading. A person may move columns or add their own; only headings are the contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cchc.plan.model import Comparator
from cchc.plan.schedule import Every, OffsetUnit
from cchc.plan.schedule_json import ScheduleKind

LAYOUT_PROPERTY = "cchc_layout"
LAYOUT_VERSION = "1"


class Sheet(StrEnum):
    PLAN = "Kế hoạch"
    TASKS = "Nhiệm vụ"
    SCHEDULES = "Lịch thực hiện"
    TARGETS = "Chỉ tiêu"
    CITATIONS = "Căn cứ"
    SECTIONS = "Đề mục"
    WINDOWS = "Kỳ báo cáo"
    FINDINGS = "Phát hiện"


READ_BACK = tuple(sheet for sheet in Sheet if sheet is not Sheet.FINDINGS)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and the words one may choose from."""

    heading: str
    width: float
    choices: tuple[str, ...] = ()


KIND_WORDS: Mapping[ScheduleKind, str] = {
    ScheduleKind.BY: "Đến ngày",
    ScheduleKind.WINDOW: "Trong khoảng",
    ScheduleKind.RECURRING: "Định kỳ",
    ScheduleKind.CONTINUOUS: "Thường xuyên",
    ScheduleKind.CONDITIONAL: "Khi có điều kiện",
    ScheduleKind.UNCLEAR: "Chưa rõ",
}
INCLUSIVE, EXCLUSIVE = "Kể cả ngày này", "Trước ngày này"
DAY_OF_ISSUE = "Ngày ký ban hành"
EVERY_WORDS: Mapping[Every, str] = {
    Every.WEEK: "Tuần",
    Every.MONTH: "Tháng",
    Every.QUARTER: "Quý",
    Every.HALF_YEAR: "6 tháng",
    Every.NINE_MONTHS: "9 tháng",
    Every.YEAR: "Năm",
    Every.PERIOD: "Kỳ (không nói rõ)",
}
UNIT_WORDS: Mapping[OffsetUnit, str] = {
    OffsetUnit.WORKING_DAY: "Ngày làm việc",
    OffsetUnit.DAY: "Ngày",
    OffsetUnit.MONTH: "Tháng",
}
COMPARATOR_WORDS: Mapping[Comparator, str] = {
    Comparator.EQUAL: "Bằng",
    Comparator.MORE: "Trên",
    Comparator.AT_LEAST: "Tối thiểu",
    Comparator.LESS: "Dưới",
    Comparator.AT_MOST: "Tối đa",
}
YES, NO = "Có", "Không"

NUMBER = "STT"
PLACE = "Vị trí"
DOUBTS = "Cần xem lại"
BUDGET = "Kinh phí"

# Labels of the rows of the sheet «Kế hoạch», in the order of the interchange format.
PARENT_AUTHORITY = "Cơ quan chủ quản"
ISSUER = "Cơ quan ban hành"
DOC_NUMBER = "Số"
SYMBOL = "Ký hiệu"
TOWN = "Địa danh"
YEAR_OF_ISSUE = "Năm ban hành"
MONTH_OF_ISSUE = "Tháng ban hành"
DAY_OF_MONTH = "Ngày ban hành"
DOC_TYPE = "Loại văn bản"
SUBJECT = "Trích yếu"
PLAN_YEAR = "Năm kế hoạch"
SIGNING_CAPACITY = "Quyền hạn ký"
POSITION = "Chức vụ người ký"
SIGNER = "Người ký"
RECIPIENTS = "Nơi nhận"
ANNOUNCES_APPENDIX = "Có nhắc phụ lục kèm theo"

LABEL, VALUE = "Mục", "Nội dung"

COLUMNS: Mapping[Sheet, tuple[Column, ...]] = {
    Sheet.PLAN: (Column(LABEL, 28), Column(VALUE, 80), Column(PLACE, 26), Column(DOUBTS, 34)),
    Sheet.TASKS: (
        Column(NUMBER, 6),
        Column("Lĩnh vực", 20),
        Column("Nhóm", 24),
        Column("Ký hiệu", 8),
        Column("Mục tiêu", 28),
        Column("Nhiệm vụ", 44),
        Column("Hoạt động", 32),
        Column("Sản phẩm", 26),
        Column("Chủ trì", 22),
        Column("Phối hợp", 22),
        Column("Thời hạn", 18),
        Column("Thời hạn hiểu là", 26),
        Column(BUDGET, 14),
        Column("Nguồn", 10),
        Column(PLACE, 22),
        Column(DOUBTS, 28),
    ),
    Sheet.SCHEDULES: (
        Column("STT nhiệm vụ", 10),
        Column("Loại", 18, tuple(KIND_WORDS.values())),
        Column("Ngày", 12),
        Column("Mốc", 16, (INCLUSIVE, EXCLUSIVE)),
        Column("Từ ngày", 18),
        Column("Đến ngày", 12),
        Column("Mỗi", 18, tuple(EVERY_WORDS.values())),
        Column("Các ngày", 14),
        Column("Điều kiện hoặc nguyên văn", 44),
        Column("Cách", 8),
        Column("Đơn vị cách", 16, tuple(UNIT_WORDS.values())),
        Column("Phần việc", 34),
    ),
    Sheet.TARGETS: (
        Column(NUMBER, 6),
        Column("Chỉ tiêu", 70),
        Column("Loại", 12),
        Column("So sánh", 12, tuple(COMPARATOR_WORDS.values())),
        Column("Giá trị", 10),
        Column("Đến giá trị", 12),
        Column("Đơn vị tính", 14),
        Column(PLACE, 24),
        Column(DOUBTS, 28),
    ),
    Sheet.CITATIONS: (
        Column(NUMBER, 6),
        Column("Số, ký hiệu", 24),
        Column("Loại văn bản", 20),
        Column("Ngày ban hành", 14),
        Column("Cơ quan ban hành", 34),
        Column(PLACE, 24),
        Column(DOUBTS, 28),
    ),
    Sheet.SECTIONS: (
        Column(NUMBER, 6),
        Column("Ký hiệu", 10),
        Column("Cấp", 8),
        Column("Tiêu đề", 80),
        Column(PLACE, 24),
        Column(DOUBTS, 28),
    ),
    Sheet.WINDOWS: (
        Column(NUMBER, 6),
        Column("Kỳ báo cáo", 34),
        Column("Số liệu từ ngày", 16),
        Column("Số liệu đến ngày", 16),
        Column("Hạn gửi", 14),
        Column(PLACE, 24),
        Column(DOUBTS, 28),
    ),
    Sheet.FINDINGS: (
        Column(NUMBER, 6),
        Column("Mức độ", 12),
        Column("Nội dung", 90),
        Column(PLACE, 26),
        Column("Mã", 26),
    ),
}


def headings(sheet: Sheet) -> tuple[str, ...]:
    """The headings of a sheet in their printed order."""
    return tuple(column.heading for column in COLUMNS[sheet])
