"""Units and people of the fictional Sở Khoa học và Công nghệ tỉnh Mẫu. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.web.organisation.models import Position, Role, UnitKind

PROVINCE, DEPARTMENT = "tinh", "so"


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A unit by a key of this table; `parent` is another key."""

    key: str
    parent: str | None
    kind: UnitKind
    name: str
    short_name: str = ""


UNITS = (
    DemoUnit(PROVINCE, None, UnitKind.PROVINCE, "Tỉnh Mẫu", "UBND tỉnh"),
    DemoUnit("noi-vu", PROVINCE, UnitKind.DEPARTMENT, "Sở Nội vụ", "SNV"),
    DemoUnit("tu-phap", PROVINCE, UnitKind.DEPARTMENT, "Sở Tư pháp", "STP"),
    DemoUnit(
        "hanh-chinh-cong",
        PROVINCE,
        UnitKind.PUBLIC_SERVICE,
        "Trung tâm Phục vụ hành chính công tỉnh",
        "TTPVHCC",
    ),
    DemoUnit(DEPARTMENT, PROVINCE, UnitKind.DEPARTMENT, "Sở Khoa học và Công nghệ", "SKHCN"),
    DemoUnit("van-phong", DEPARTMENT, UnitKind.DIVISION, "Văn phòng Sở", "VP Sở"),
    DemoUnit("khoa-hoc", DEPARTMENT, UnitKind.DIVISION, "Phòng Quản lý Khoa học", "P. QLKH"),
    DemoUnit("tai-chinh", DEPARTMENT, UnitKind.DIVISION, "Phòng Kế hoạch - Tài chính", "P. KHTC"),
    DemoUnit("chuyen-doi-so", DEPARTMENT, UnitKind.DIVISION, "Phòng Chuyển đổi số", "P. CĐS"),
    DemoUnit("doi-moi", DEPARTMENT, UnitKind.DIVISION, "Phòng Đổi mới sáng tạo", "P. ĐMST"),
    DemoUnit("buu-chinh", DEPARTMENT, UnitKind.DIVISION, "Phòng Bưu chính - Viễn thông", "P. BCVT"),
    DemoUnit(
        "chi-cuc",
        DEPARTMENT,
        UnitKind.SUB_DEPARTMENT,
        "Chi cục Tiêu chuẩn Đo lường Chất lượng",
        "Chi cục TĐC",
    ),
    DemoUnit(
        "cong-nghe-so",
        DEPARTMENT,
        UnitKind.PUBLIC_SERVICE,
        "Trung tâm Công nghệ số",
        "TT CNS",
    ),
)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person with one position; `stands_for` is a sign-in name of this table."""

    username: str
    full_name: str
    unit: str
    role: Role
    title: str
    capacity: Position.Capacity = Position.Capacity.HOLDER
    stands_for: str = ""


PEOPLE = (
    DemoPerson("quynh", "Bùi Như Quỳnh", PROVINCE, Role.ADMINISTRATOR, "Quản trị hệ thống"),
    DemoPerson("an", "Nguyễn Thị An", DEPARTMENT, Role.COORDINATOR, "Chuyên viên Văn phòng Sở"),
    DemoPerson("giang", "Lê Quang Giang", DEPARTMENT, Role.LEADER, "Giám đốc Sở"),
    DemoPerson(
        "khanh",
        "Hồ Quốc Khánh",
        DEPARTMENT,
        Role.LEADER,
        "Phó Giám đốc Sở",
        Position.Capacity.DEPUTY,
    ),
    DemoPerson("binh", "Trần Văn Bình", "khoa-hoc", Role.UNIT_HEAD, "Trưởng phòng"),
    DemoPerson("chau", "Lê Minh Châu", "chi-cuc", Role.STAFF, "Chuyên viên"),
    DemoPerson("dung", "Phạm Anh Dũng", "tu-phap", Role.STAFF, "Chuyên viên"),
    DemoPerson("hanh", "Đỗ Hồng Hạnh", PROVINCE, Role.APPRAISER, "Chuyên viên Sở Nội vụ"),
    DemoPerson("lan", "Huỳnh Ngọc Lan", "van-phong", Role.UNIT_HEAD, "Chánh Văn phòng"),
    DemoPerson("minh", "Đặng Quang Minh", "tai-chinh", Role.UNIT_HEAD, "Trưởng phòng"),
    DemoPerson("nga", "Trịnh Thúy Nga", "chuyen-doi-so", Role.UNIT_HEAD, "Trưởng phòng"),
    DemoPerson("phuc", "Cao Hữu Phúc", "doi-moi", Role.UNIT_HEAD, "Trưởng phòng"),
    DemoPerson("son", "Lương Thái Sơn", "buu-chinh", Role.UNIT_HEAD, "Trưởng phòng"),
    DemoPerson("tam", "Mai Thanh Tâm", "chi-cuc", Role.UNIT_HEAD, "Chi cục trưởng"),
    DemoPerson(
        "uyen",
        "Phan Tố Uyên",
        "cong-nghe-so",
        Role.UNIT_HEAD,
        "Phụ trách Trung tâm",
        Position.Capacity.ACTING,
    ),
    DemoPerson("viet", "Ngô Quốc Việt", "van-phong", Role.STAFF, "Chuyên viên"),
    DemoPerson("xuan", "Tạ Mỹ Xuân", "khoa-hoc", Role.STAFF, "Chuyên viên"),
    DemoPerson("yen", "Dương Hải Yến", "cong-nghe-so", Role.STAFF, "Viên chức"),
    DemoPerson("kiem", "Vũ Đình Kiểm", DEPARTMENT, Role.INSPECTOR, "Thanh tra viên"),
    DemoPerson("thao", "Lâm Phương Thảo", DEPARTMENT, Role.VIEWER, "Chuyên viên tổng hợp"),
    DemoPerson(
        "loc",
        "Đinh Tấn Lộc",
        DEPARTMENT,
        Role.COORDINATOR,
        "Làm thay đầu mối khi nghỉ phép",
        Position.Capacity.COVER,
        "an",
    ),
)
