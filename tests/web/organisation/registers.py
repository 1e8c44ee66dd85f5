"""Hand-made registers of the offices whose plans stand in the reference folder.

The units are what such an office had in the plan's year; each name of the gold that means one of
them is listed with it. Collective names and names outside the register are listed apart.
"""

from __future__ import annotations

from cchc.web.organisation.matching import KnownUnit, Register
from cchc.web.organisation.models import UnitKind

K = UnitKind
_KINDS = (
    ("Phòng", K.DIVISION),
    ("Văn phòng", K.DIVISION),
    ("Thanh tra", K.DIVISION),
    ("Chi cục", K.SUB_DEPARTMENT),
    ("Sở", K.DEPARTMENT),
    ("UBND", K.PROVINCE),
)
_BESIDE = (
    *("UBND tỉnh", "Sở Nội vụ", "Sở Thông tin và Truyền thông", "Sở Tài chính", "Sở Y tế"),
    *("Sở Khoa học và Công nghệ", "Sở Xây dựng", "Sở Tư pháp", "Văn phòng UBND tỉnh"),
    "Trung tâm Phục vụ hành chính công",
)

OFFICES: dict[str, tuple[str, ...]] = {
    "dong_thap_2020": (
        "Sở Khoa học và Công nghệ",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính", "Phòng Quản lý Khoa học"),
        *("Phòng Quản lý Chuyên ngành", "Chi cục Tiêu chuẩn Đo lường Chất lượng"),
        *("Trung tâm Kiểm định và Kiểm nghiệm", "Trung tâm Ứng dụng Tiến bộ KH&CN"),
    ),
    "nghe_an_2023": (
        "Sở Khoa học và Công nghệ",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Quản lý Khoa học", "Phòng Quản lý Công nghệ"),
        *("Chi cục Tiêu chuẩn Đo lường Chất lượng", "Trung tâm Thông tin KHCN và Tin học"),
    ),
    "d01_so_xay_dung_2024": (
        "Sở Xây dựng",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính"),
        *("Phòng Quản lý hoạt động xây dựng", "Phòng Quy hoạch - Kiến trúc"),
        *("Trung tâm Quy hoạch xây dựng", "Chi cục Giám định xây dựng", "Phòng Quản lý nhà"),
    ),
    "d02_so_y_te_2023": (
        "Sở Y tế",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ Y"),
        *("Phòng Nghiệp vụ Dược", "Phòng Tổ chức cán bộ", "Trung tâm Kiểm soát bệnh tật"),
        *("Bệnh viện đa khoa tỉnh", "Chi cục An toàn vệ sinh thực phẩm", "Trung tâm Kiểm nghiệm"),
    ),
    "d04_so_gddt_2023": (
        "Sở Giáo dục và Đào tạo",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ"),
        *("Phòng Giáo dục Trung học", "Phòng Giáo dục Tiểu học", "Phòng Chính trị tư tưởng"),
        "Phòng Quản lý chất lượng - Công nghệ thông tin",
        "Trung tâm Giáo dục thường xuyên tỉnh",
    ),
    "d06_ubnd_xa_my_loc_2025": (
        "UBND xã Mỹ Lộc",
        *("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
        *("Trung tâm Phục vụ hành chính công", "Trạm Y tế xã"),
    ),
    "d07_so_tai_chinh_2024": (
        "Sở Tài chính",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Quản lý ngân sách", "Phòng Đầu tư"),
        *("Phòng Tin học và Thống kê", "Phòng Tài chính hành chính sự nghiệp"),
        *("Phòng Quản lý giá và công sản", "Chi cục Tài chính doanh nghiệp"),
    ),
    "d09_ubnd_phuong_tan_thinh_2026": (
        "UBND phường Tân Thịnh",
        *("Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        *("Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"),
    ),
    "d10_so_tnmt_2021": (
        "Sở Tài nguyên và Môi trường",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Kế hoạch - Tài chính", "Phòng Pháp chế"),
        *("Trung tâm Công nghệ thông tin", "Chi cục Bảo vệ môi trường"),
        *("Văn phòng Đăng ký đất đai", "Chi cục Quản lý đất đai"),
    ),
    "d11_so_tttt_2022": (
        "Sở Thông tin và Truyền thông",
        *("Văn phòng Sở", "Thanh tra Sở", "Phòng Thông tin - Báo chí - Xuất bản"),
        *("Phòng Bưu chính - Viễn thông", "Phòng Công nghệ thông tin"),
        "Trung tâm Công nghệ thông tin và Truyền thông",
    ),
}
# Names whose unit is not written in the same words; all other single names are the unit's own.
MEANT = {
    "Văn phòng": "Văn phòng Sở",
    "Thanh tra": "Thanh tra Sở",
    "Trung tâm KĐ&KN": "Trung tâm Kiểm định và Kiểm nghiệm",
    "Chi cục TCĐLCL": "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "Chi cục TĐC": "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    "Phòng KH-TC": "Phòng Kế hoạch - Tài chính",
    "Lãnh đạo Sở": "Sở Khoa học và Công nghệ",
    "Trung tâm GDTX tỉnh": "Trung tâm Giáo dục thường xuyên tỉnh",
    "Trung tâm CNTT&TT": "Trung tâm Công nghệ thông tin và Truyền thông",
}
COLLECTIVE = {
    *("Các phòng, đơn vị", "Đơn vị trực thuộc", "các đơn vị trực thuộc Sở", "Các phòng"),
    *("Các phòng chuyên môn", "Các phòng chuyên môn có TTHC", "Trưởng các phòng chuyên môn"),
    *("Các đơn vị trực thuộc Sở", "Các phòng, đơn vị thuộc Sở", "Các phòng, đơn vị trực thuộc"),
    *("Các phòng chuyên môn, đơn vị trực thuộc", "Các trường THPT", "Các phòng, ban chuyên môn"),
}
OUTSIDE = {
    *("Cơ quan hành chính", "Bộ phận Một cửa", "Bộ phận một cửa", "Công an xã", "Công an phường"),
    *("Bộ phận tiếp nhận và trả kết quả", "Kho bạc Nhà nước tỉnh", "Viễn thông khu vực"),
    *("Tổ công nghệ số cộng đồng", "Viettel tỉnh"),
}


def register_for(document: str) -> Register:
    """The register of the office that a plan of the reference folder belongs to."""
    own, *inside = OFFICES[document]
    office = _unit(1, own, 0)
    units = [office, *(_unit(n, name, 0) for n, name in enumerate(inside, 2))]
    units += [_unit(n, name, 1) for n, name in enumerate(_BESIDE, 100) if name != own]
    return Register(office, tuple(units))


def _unit(pk: int, name: str, distance: int) -> KnownUnit:
    kind = next((kind for word, kind in _KINDS if name.startswith(word)), K.PUBLIC_SERVICE)
    return KnownUnit(pk, name, "", kind, distance)
