"""The letterheads, titles and signatures of the sample plans."""

from __future__ import annotations

from datetime import date

from samples.drafting import Head

PROVINCE = "UBND tỉnh Mẫu"
DEPARTMENT = Head(
    PROVINCE,
    "Sở Khoa học và Công nghệ",
    ("SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"),
    "09",
    "KH-SKHCN",
    "Mẫu",
    date(2026, 1, 14),
    "Cải cách hành chính năm 2026 của Sở Khoa học và Công nghệ",
    (
        PROVINCE,
        "Sở Nội vụ",
        "Giám đốc, các Phó Giám đốc Sở",
        "Các phòng, đơn vị thuộc Sở",
        "Lưu: VT, VP",
    ),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    "KT.",
    "Phó Giám đốc",
    "Trần Minh Châu",
)
INDEX = Head(
    PROVINCE,
    "Sở Khoa học và Công nghệ",
    ("SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"),
    "21",
    "KH-SKHCN",
    "Mẫu",
    date(2026, 3, 5),
    "Nâng cao Chỉ số cải cách hành chính của Sở Khoa học và Công nghệ năm 2026",
    (PROVINCE, "Sở Nội vụ", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP"),
    ("GIÁM ĐỐC",),
    None,
    "Giám đốc",
    "Lê Quang Giang",
)
VILLAGE = Head(
    None,
    "Ủy ban nhân dân xã Bình Minh",
    ("ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"),
    "12",
    "KH-UBND",
    "Bình Minh",
    date(2026, 1, 20),
    "Cải cách hành chính nhà nước năm 2026",
    (
        PROVINCE,
        "Sở Nội vụ",
        "Thường trực Đảng ủy, HĐND xã",
        "Các phòng, trung tâm thuộc xã",
        "Lưu: VT",
    ),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "TM.",
    "Chủ tịch",
    "Phạm Thị Hạnh",
)
WARD = Head(
    None,
    "Ủy ban nhân dân phường Đông Thành",
    ("ỦY BAN NHÂN DÂN", "PHƯỜNG ĐÔNG THÀNH"),
    "17",
    "KH-UBND",
    "Đông Thành",
    date(2026, 1, 27),
    "Cải cách hành chính năm 2026",
    (PROVINCE, "Sở Nội vụ", "Đảng ủy, HĐND phường", "Các phòng, trung tâm thuộc phường", "Lưu: VT"),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "KT.",
    "Phó Chủ tịch",
    "Hoàng Đức Bình",
)
QUALITY = Head(
    None,
    "Chi cục Tiêu chuẩn Đo lường Chất lượng",
    (),
    "04",
    "KH-TĐC",
    "",
    date(2026, 1, 22),
    "",
    (),
    (),
    None,
    "",
    "",
)
