"""The Vietnamese words for codes of the plan room: areas, places, doubts, findings, bad input.

In: a code with its data. Out: one sentence for a person. No rule is decided here; a test checks
that every code has its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from cchc.documents.model import Span
from cchc.plan.findings.codes import Problem
from cchc.plan.json_values import Malformed, MalformedPlan
from cchc.plan.model import Doubt, Finding, Origin, ReformArea, Severity, TargetKind
from cchc.plan.workbook_values import CellProblem, WorkbookProblem

AREA_NAMES: Mapping[ReformArea, str] = {
    ReformArea.LEADERSHIP: "Chỉ đạo, điều hành",
    ReformArea.COMMUNICATION: "Tuyên truyền",
    ReformArea.INSTITUTIONS: "Cải cách thể chế",
    ReformArea.PROCEDURES: "Cải cách thủ tục hành chính",
    ReformArea.ORGANISATION: "Cải cách tổ chức bộ máy",
    ReformArea.CIVIL_SERVICE: "Cải cách chế độ công vụ",
    ReformArea.PUBLIC_FINANCE: "Cải cách tài chính công",
    ReformArea.DIGITAL_GOVERNMENT: "Chính quyền điện tử, chính quyền số",
    ReformArea.OTHER: "Nhiệm vụ khác",
}

SEVERITY_NAMES: Mapping[Severity, str] = {
    Severity.ERROR: "Lỗi",
    Severity.WARNING: "Cảnh báo",
    Severity.NOTE: "Lưu ý",
}

ORIGIN_NAMES: Mapping[Origin, str] = {
    Origin.APPENDIX: "Phụ lục",
    Origin.BODY: "Phần lời",
}

TARGET_KIND_NAMES: Mapping[TargetKind, str] = {
    TargetKind.RATE: "Tỷ lệ",
    TargetKind.RANK: "Thứ hạng",
    TargetKind.COUNT: "Số lượng",
    TargetKind.SCORE: "Điểm",
    TargetKind.DURATION: "Thời lượng",
}

DOUBTS: Mapping[Doubt, str] = {
    Doubt.OCR: "nhận dạng từ ảnh quét",
    Doubt.INHERITED: "lấy theo ô hoặc dòng phía trên",
    Doubt.DITTO: "ghi «nt», «như trên» nên lấy theo ô phía trên",
    Doubt.FUZZY: "khớp gần đúng, không khớp từng chữ",
    Doubt.FLATTENED: "tách ra từ bảng đã mất đường kẻ",
    Doubt.DEFAULTED: "suy theo quy tắc chung, văn bản không ghi rõ",
    Doubt.REENCODED: "chuyển từ bảng mã cũ",
}

FIELD_NAMES: Mapping[str, str] = {
    "parent_authority": "Cơ quan chủ quản",
    "issuer": "Cơ quan ban hành",
    "number": "Số",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "date": "Ngày",
    "doc_type": "Loại văn bản",
    "subject": "Trích yếu",
    "year": "Năm kế hoạch",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
    "label": "Ký hiệu",
    "level": "Cấp",
    "title": "Tiêu đề",
    "text": "Nội dung",
    "kind": "Loại",
    "comparator": "So sánh",
    "value": "Giá trị",
    "value_to": "Đến giá trị",
    "unit": "Đơn vị tính",
    "area": "Lĩnh vực",
    "group": "Nhóm",
    "objective": "Mục tiêu",
    "task": "Nhiệm vụ",
    "activity": "Hoạt động",
    "outputs": "Sản phẩm",
    "lead": "Chủ trì",
    "support": "Phối hợp",
    "deadline": "Thời hạn",
    "schedule": "Thời hạn hiểu là",
    "budget": "Kinh phí",
    "origin": "Nguồn",
    "name": "Tên kỳ",
    "data_from": "Số liệu từ",
    "data_to": "Số liệu đến",
    "due_on": "Hạn gửi",
}

FINDINGS: Mapping[Problem, str] = {
    Problem.APPENDIX_MISSING: (
        "Kế hoạch có nhắc phụ lục kèm theo nhưng không thấy phụ lục trong các tệp đã đọc; "
        "hãy đọc cùng lúc cả tệp phụ lục."
    ),
    Problem.DUPLICATE_TASK: "Nhiệm vụ bị lặp lại: «{task}» trùng với «{first}»{in_group}.",
    Problem.NUMBERING_GAP: (
        "Số thứ tự không liền nhau{after}: thiếu {missing} trước «{task}»{in_group}; "
        "có thể sót dòng."
    ),
    Problem.NUMBERING_REPEAT: (
        "Số thứ tự {label} đứng sau số {before} tại «{task}»{in_group}; hãy kiểm tra cách đánh số."
    ),
    Problem.SECTION_GAP: "Các phần không liền số: sau {before} là {label}, thiếu {missing}.",
    Problem.TASK_WITHOUT_LEAD: "Nhiệm vụ chưa ghi đơn vị chủ trì: «{task}»{in_group}.",
    Problem.NO_TASK_HAS_LEAD: "Cả {count} nhiệm vụ trong phụ lục đều không ghi đơn vị chủ trì.",
    Problem.TASK_WITHOUT_DEADLINE: "Nhiệm vụ chưa ghi thời hạn: «{task}»{in_group}.",
    Problem.NO_TASK_HAS_DEADLINE: "Cả {count} nhiệm vụ trong phụ lục đều không ghi thời hạn.",
    Problem.LEAD_IS_SUPPORT: (
        "«{unit}» vừa chủ trì vừa phối hợp trong cùng một nhiệm vụ: «{task}»."
    ),
    Problem.DEADLINE_UNCLEAR: (
        "Thời hạn «{words}» của nhiệm vụ «{task}» không nói rõ thời điểm; cần người quyết định."
    ),
    Problem.DEADLINE_BEFORE_PLAN: (
        "Thời hạn «{deadline}» của nhiệm vụ «{task}» đã qua trước ngày của kế hoạch ({issued})."
    ),
    Problem.DEADLINE_OUTSIDE_YEAR: (
        "Thời hạn «{deadline}» của nhiệm vụ «{task}» nằm ngoài năm kế hoạch {year}."
    ),
    Problem.DEADLINE_SPANS_YEARS: (
        "Thời hạn «{deadline}» của nhiệm vụ «{task}» kéo dài qua năm kế hoạch {year}."
    ),
    Problem.TARGET_UNSERVED: (
        "Chưa thấy nhiệm vụ nào phục vụ chỉ tiêu «{target}» (so theo từ ngữ); hãy xem lại."
    ),
    Problem.AREA_ORDER: (
        "Thứ tự lĩnh vực trong phần lời ({text}) khác thứ tự trong phụ lục ({appendix})."
    ),
    Problem.CITED_WITH_TWO_DATES: (
        "Văn bản {number} được dẫn với hai ngày khác nhau: {first} và {second}."
    ),
    Problem.CITED_BEFORE_ITS_YEAR: (
        "Văn bản {number} được dẫn ngày {date}, khác năm ghi trong số hiệu."
    ),
    Problem.NUMBER_WITHOUT_YEAR: (
        "Số hiệu {number} thiếu năm ban hành; đúng thể thức là {expected}."
    ),
    Problem.NUMBER_IN_STATE_FORM: (
        "Số hiệu {number} là văn bản của Đảng viết theo thể thức của cơ quan nhà nước; "
        "đúng thể thức là {expected}."
    ),
    Problem.NUMBER_IN_PARTY_FORM: (
        "Số hiệu {number} là văn bản của cơ quan nhà nước viết theo thể thức của Đảng; "
        "đúng thể thức là {expected}."
    ),
    Problem.NUMBER_OF_OTHER_TYPE: (
        "Văn bản {number} được gọi là {doc_type} nhưng số hiệu là của {said}."
    ),
    Problem.PLAN_NUMBER_OF_OTHER_TYPE: (
        "Ký hiệu {symbol} là của {said}, không phải của {doc_type}."
    ),
    Problem.PLAN_NUMBER_BLANK: "Chưa điền số của kế hoạch (còn để trống trước /{symbol}).",
    Problem.PLAN_DATE_BLANK: "Chưa điền đủ ngày, tháng của kế hoạch (mới có {known}).",
    Problem.UNIT_SPELLED_TWO_WAYS: (
        "Có thể cùng một đơn vị được viết hai cách: «{first}» và «{second}»."
    ),
    Problem.VALUES_IN_DOUBT: "{count} giá trị cần xem lại: {reason}.",
}

MALFORMED: Mapping[Malformed, str] = {
    Malformed.MISSING: "Tệp JSON thiếu mục bắt buộc tại {path}.",
    Malformed.WRONG_TYPE: "Tệp JSON có giá trị sai kiểu tại {path}.",
    Malformed.UNKNOWN_CHOICE: "Tệp JSON có giá trị lạ «{value}» tại {path}.",
    Malformed.BAD_DATE: "Tệp JSON có ngày sai «{value}» tại {path}; cần dạng năm-tháng-ngày.",
    Malformed.BAD_VERSION: (
        "Tệp JSON ghi phiên bản «{value}» tại {path}; chương trình chỉ đọc được phiên bản 1."
    ),
}

CELLS: Mapping[CellProblem, str] = {
    CellProblem.SHEET_MISSING: "Thiếu trang tính «{sheet}».",
    CellProblem.COLUMN_MISSING: "Trang «{sheet}» thiếu cột «{column}».",
    CellProblem.EMPTY: "Trang «{sheet}», dòng {row}: ô «{column}» còn trống.",
    CellProblem.NOT_A_NUMBER: (
        "Trang «{sheet}», dòng {row}: ô «{column}» ghi «{value}», cần một số."
    ),
    CellProblem.NOT_A_DATE: (
        "Trang «{sheet}», dòng {row}: ô «{column}» ghi «{value}», cần ngày dạng ngày/tháng/năm."
    ),
    CellProblem.UNKNOWN_WORD: (
        "Trang «{sheet}», dòng {row}: ô «{column}» ghi «{value}», không có trong các từ cho phép."
    ),
    CellProblem.UNKNOWN_TASK: (
        "Trang «{sheet}», dòng {row}: không có nhiệm vụ nào mang số thứ tự {value}."
    ),
    CellProblem.REPEATED_NUMBER: (
        "Trang «{sheet}», dòng {row}: số thứ tự {value} đã dùng cho nhiệm vụ khác."
    ),
}


class _Known(Formatter):
    """Fill a sentence; a word that the finding does not tell reads «…»."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "…")


def area_name(area: ReformArea) -> str:
    """The area of reform as the office calls it."""
    return AREA_NAMES[area]


def doubt_sentence(doubt: Doubt) -> str:
    """Why a value is to be looked at."""
    return DOUBTS[doubt]


def finding_sentence(finding: Finding) -> str:
    """The finding as one Vietnamese sentence. Raises ValueError for a code that is not ours."""
    data = dict(finding.data)
    problem = Problem(finding.code)
    if problem is Problem.AREA_ORDER:
        data |= {side: _areas_in_words(codes) for side, codes in data.items()}
    if problem is Problem.VALUES_IN_DOUBT and "doubt" in data:
        data["reason"] = doubt_sentence(Doubt(data["doubt"]))
    words: dict[str, object] = {
        **data,
        "in_group": f" (nhóm «{data['group']}»)" if "group" in data else "",
        "after": f" sau số {data['before']}" if "before" in data else "",
    }
    return _Known().vformat(FINDINGS[problem], (), words)


def _areas_in_words(codes: str) -> str:
    return "; ".join(area_name(ReformArea(code)) for code in codes.split())


def malformed_sentence(error: MalformedPlan) -> str:
    """What is wrong with a JSON plan and where."""
    return MALFORMED[error.code].format(path=error.path, value=error.value)


def cell_sentence(problem: WorkbookProblem) -> str:
    """What a person has to put right in the workbook, and where."""
    return CELLS[problem.code].format(
        sheet=problem.sheet, row=problem.row, column=problem.column, value=problem.value
    )


def place_in_words(span: Span) -> str:
    """A place as a person would look it up: «Trang 3, bảng 1, dòng 12»."""
    parts = [
        f"tệp {span.file}" if span.file > 1 else "",
        f"trang tính «{span.sheet}»" if span.sheet is not None else "",
        f"trang {span.page}" if span.page is not None else "",
        f"bảng {span.table}" if span.table is not None and span.sheet is None else "",
        f"dòng {span.row}" if span.row is not None else "",
        f"ô {span.cell}" if span.cell is not None else "",
        f"đoạn {span.paragraph}" if span.paragraph is not None else "",
        f"dòng {span.line}" if span.line is not None and span.row is None else "",
    ]
    words = ", ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]
