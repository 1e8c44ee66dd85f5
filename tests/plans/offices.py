"""Fictional offices: their letterheads, units, signers and recipients."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Office:
    """An office that issues plans. `units` maps the roles of `works` to unit names."""

    issuer: str
    parent: str | None  # cơ quan chủ quản, on the first line of the letterhead
    code: str  # after «KH-»
    place: str
    own: str  # how it calls itself in running text: «Sở», «UBND xã»
    top: str  # whom it reports to
    field: str
    head: str  # post of its head
    deputy: str
    boards: bool  # a people's committee signs TM.
    units: dict[str, str]
    heads: dict[str, str]  # the same roles as persons' posts
    recipients: tuple[str, ...]

    @property
    def all_units(self) -> str:
        return self.units["all"]


def _department(
    name: str, code: str, field: str, expert: str, legal: str, province: str = "tỉnh Mẫu"
) -> Office:
    short = province.removeprefix("tỉnh ").removeprefix("thành phố ")
    return Office(
        issuer=f"Sở {name}",
        parent=f"UBND {province}",
        code=code,
        place=short,
        own="Sở",
        top=f"UBND {province}",
        field=field,
        head="Giám đốc",
        deputy="Phó Giám đốc",
        boards=False,
        units={
            "office": "Văn phòng Sở",
            "staff": "Phòng Tổ chức cán bộ",
            "expert": expert,
            "finance": "Phòng Kế hoạch - Tài chính",
            "inspect": "Thanh tra Sở",
            "legal": legal,
            "digital": "Trung tâm Chuyển đổi số",
            "desk": "Bộ phận Một cửa",
            "all": "Các phòng, đơn vị thuộc Sở",
        },
        heads={
            "office": "Chánh Văn phòng Sở",
            "staff": "Trưởng phòng Tổ chức cán bộ",
            "expert": f"Trưởng {expert[0].lower()}{expert[1:]}",
            "finance": "Trưởng phòng Kế hoạch - Tài chính",
            "inspect": "Chánh Thanh tra Sở",
            "legal": f"Trưởng {legal[0].lower()}{legal[1:]}",
            "digital": "Giám đốc Trung tâm Chuyển đổi số",
            "desk": "Phụ trách Bộ phận Một cửa",
            "all": "Trưởng các phòng, đơn vị",
        },
        recipients=(
            f"UBND {province}",
            "Sở Nội vụ",
            "Ban Giám đốc Sở",
            "Các phòng, đơn vị thuộc Sở",
            "Lưu: VT, VP",
        ),
    )


def _commune(
    kind: str, name: str, province: str = "tỉnh Mẫu", *, long_unit: bool = False
) -> Office:
    economy = "Phòng Kinh tế, Hạ tầng và Đô thị" if long_unit else "Phòng Kinh tế"
    return Office(
        issuer=f"Ủy ban nhân dân {kind} {name}",
        parent=None,
        code="UBND",
        place=name,
        own=f"UBND {kind}",
        top="UBND tỉnh",
        field="đất đai, xây dựng",
        head="Chủ tịch",
        deputy="Phó Chủ tịch",
        boards=True,
        units={
            "office": "Văn phòng HĐND và UBND",
            "staff": "Phòng Văn hóa - Xã hội",
            "expert": economy,
            "finance": economy,
            "inspect": "Văn phòng HĐND và UBND",
            "legal": "Công chức Tư pháp - Hộ tịch",
            "digital": "Tổ chuyển đổi số",
            "desk": "Trung tâm Phục vụ hành chính công",
            "all": f"Các phòng, trung tâm thuộc {kind}",
        },
        heads={
            "office": "Chánh Văn phòng HĐND và UBND",
            "staff": "Trưởng phòng Văn hóa - Xã hội",
            "expert": "Trưởng phòng Kinh tế",
            "finance": "Kế toán trưởng",
            "inspect": "Chánh Văn phòng HĐND và UBND",
            "legal": "Công chức Tư pháp - Hộ tịch",
            "digital": "Tổ trưởng Tổ chuyển đổi số",
            "desk": "Giám đốc Trung tâm Phục vụ hành chính công",
            "all": "Thủ trưởng các đơn vị",
        },
        recipients=(
            f"UBND {province}",
            "Sở Nội vụ",
            f"Thường trực Đảng ủy {kind}",
            f"Các phòng, trung tâm thuộc {kind}",
            "Lưu: VT",
        ),
    )


def _bureau(name: str, ministry: str, code: str, field: str) -> Office:
    return Office(
        issuer=f"Cục {name}",
        parent=ministry,
        code=code,
        place="Hà Nội",
        own="Cục",
        top=ministry,
        field=field,
        head="Cục trưởng",
        deputy="Phó Cục trưởng",
        boards=False,
        units={
            "office": "Văn phòng Cục",
            "staff": "Phòng Tổ chức cán bộ",
            "expert": "Phòng Nghiệp vụ",
            "finance": "Phòng Tài chính",
            "inspect": "Phòng Pháp chế - Kiểm tra",
            "legal": "Phòng Pháp chế - Kiểm tra",
            "digital": "Trung tâm Dữ liệu",
            "desk": "Bộ phận tiếp nhận và trả kết quả",
            "all": "Các đơn vị thuộc Cục",
        },
        heads={
            "office": "Chánh Văn phòng Cục",
            "staff": "Trưởng phòng Tổ chức cán bộ",
            "expert": "Trưởng phòng Nghiệp vụ",
            "finance": "Trưởng phòng Tài chính",
            "inspect": "Trưởng phòng Pháp chế - Kiểm tra",
            "legal": "Trưởng phòng Pháp chế - Kiểm tra",
            "digital": "Giám đốc Trung tâm Dữ liệu",
            "desk": "Phụ trách Bộ phận tiếp nhận và trả kết quả",
            "all": "Thủ trưởng các đơn vị thuộc Cục",
        },
        recipients=(
            "Bộ trưởng (để b/c)",
            "Vụ Tổ chức cán bộ",
            "Các đơn vị thuộc Cục",
            "Lưu: VT, VP",
        ),
    )


def _province(name: str, kind: str = "tỉnh") -> Office:
    return Office(
        issuer=f"Ủy ban nhân dân {kind} {name}",
        parent=None,
        code="UBND",
        place=name,
        own=f"UBND {kind}",
        top="Bộ Nội vụ",
        field="các ngành, lĩnh vực",
        head="Chủ tịch",
        deputy="Phó Chủ tịch",
        boards=True,
        units={
            "office": f"Văn phòng UBND {kind}",
            "staff": "Sở Nội vụ",
            "expert": "Sở Xây dựng",
            "finance": "Sở Tài chính",
            "inspect": f"Thanh tra {kind}",
            "legal": "Sở Tư pháp",
            "digital": "Sở Khoa học và Công nghệ",
            "desk": "Trung tâm Phục vụ hành chính công",
            "all": "Các sở, ban, ngành; UBND các xã, phường",
        },
        heads={
            "office": f"Chánh Văn phòng UBND {kind}",
            "staff": "Giám đốc Sở Nội vụ",
            "expert": "Giám đốc Sở Xây dựng",
            "finance": "Giám đốc Sở Tài chính",
            "inspect": f"Chánh Thanh tra {kind}",
            "legal": "Giám đốc Sở Tư pháp",
            "digital": "Giám đốc Sở Khoa học và Công nghệ",
            "desk": "Giám đốc Trung tâm Phục vụ hành chính công",
            "all": "Thủ trưởng các sở, ban, ngành",
        },
        recipients=(
            "Bộ Nội vụ",
            f"TT. Tỉnh ủy, HĐND {kind}",
            f"Chủ tịch, các PCT UBND {kind}",
            "Các sở, ban, ngành",
            "Lưu: VT, NC",
        ),
    )


OFFICES: dict[str, Office] = {
    "skhcn": _department(
        "Khoa học và Công nghệ",
        "SKHCN",
        "khoa học và công nghệ",
        "Phòng Quản lý khoa học",
        "Phòng Pháp chế",
    ),
    "sxd": _department(
        "Xây dựng",
        "SXD",
        "quy hoạch, xây dựng",
        "Phòng Quản lý xây dựng",
        "Phòng Pháp chế",
        "tỉnh An Hà",
    ),
    "syt": _department(
        "Y tế",
        "SYT",
        "khám bệnh, chữa bệnh",
        "Phòng Nghiệp vụ y",
        "Phòng Pháp chế",
        "thành phố Hải An",
    ),
    "snv": _department(
        "Nội vụ",
        "SNV",
        "tổ chức nhà nước",
        "Phòng Cải cách hành chính",
        "Phòng Pháp chế",
        "tỉnh Bình Giang",
    ),
    "sct": _department(
        "Công Thương",
        "SCT",
        "thương mại, công nghiệp",
        "Phòng Quản lý thương mại",
        "Phòng Pháp chế",
        "tỉnh Mẫu",
    ),
    "sgddt": _department(
        "Giáo dục và Đào tạo",
        "SGDĐT",
        "giáo dục phổ thông",
        "Phòng Giáo dục phổ thông",
        "Phòng Pháp chế",
        "tỉnh Sông Thao",
    ),
    "stc": _department(
        "Tài chính",
        "STC",
        "tài chính, ngân sách",
        "Phòng Quản lý ngân sách",
        "Phòng Pháp chế",
        "tỉnh An Hà",
    ),
    "xa": _commune("xã", "Phú Lâm"),
    "phuong": _commune("phường", "Đông Hà Nam", long_unit=True),
    "xa2": _commune("xã", "Sơn Bình", "tỉnh An Hà"),
    "cuc": _bureau("Giám định hàng hóa", "Bộ Công Thương", "GĐHH", "giám định hàng hóa"),
    "cuc2": _bureau(
        "Bản đồ và Dữ liệu không gian", "Bộ Nông nghiệp và Môi trường", "BĐDL", "đo đạc, bản đồ"
    ),
    "tinh": _province("Mẫu"),
}
# «Các sở, ban, ngành; UBND …» is two parties; the others are one collective party each.
PARTIES: dict[str, tuple[str, ...]] = {
    "Các sở, ban, ngành; UBND các xã, phường": ("Các sở, ban, ngành", "UBND các xã, phường"),
}

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Vũ", "Đỗ", "Hồ", "Dương")
MIDDLE = ("Văn", "Thị Thu", "Đình", "Quốc", "Thanh", "Hữu", "Thị Minh", "Xuân", "Ngọc")
GIVEN = ("Khoa", "Hằng", "Phúc", "Lâm", "Hòa", "Nghĩa", "Uyên", "Trường", "Thủy", "Đức", "Vỹ")


def person(rng: Random) -> str:
    """Draw an invented name."""
    return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"
