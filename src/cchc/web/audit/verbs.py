"""What each act is called in Vietnamese: one table, keyed by the verb that `acting` is given.

`tests/web/audit/test_verbs.py` lists every verb of the source that has no words here.
"""

from __future__ import annotations

from cchc.web.ui.vietnamese import searchable, sortable

# What stands after the person's name: «Nguyễn Thị An đăng nhập».
VERBS: dict[str, str] = {
    "accounts.sign_in": "đăng nhập",
    "accounts.sign_out": "đăng xuất",
    "accounts.locked_out": "tạm khóa đăng nhập vì sai mật khẩu nhiều lần",
    "accounts.change_password": "đổi mật khẩu",
    "accounts.reset_password": "cấp lại mật khẩu khởi tạo",
    "accounts.reset_link": "gửi đường dẫn đặt lại mật khẩu",
    "accounts.set_password_by_link": "đặt mật khẩu mới qua đường dẫn",
    "accounts.change_user": "sửa thông tin tài khoản",
    "accounts.change_own_facts": "sửa thông tin liên hệ của mình",
    "accounts.open": "mở khóa tài khoản",
    "accounts.close": "khóa tài khoản",
    "accounts.second_factor_on": "bật xác thực hai lớp",
    "accounts.second_factor_off": "tắt xác thực hai lớp",
    "accounts.second_factor_cleared": "gỡ xác thực hai lớp cho người khác",
    "accounts.second_factor_failed": "ghi nhận nhập sai mã xác thực nhiều lần",
    "accounts.recovery_codes_renewed": "tạo bộ mã dự phòng mới",
    "accounts.recovery_code_used": "dùng một mã dự phòng",
    "accounts.end_session": "kết thúc một phiên đăng nhập",
    "accounts.end_other_sessions": "kết thúc các phiên đăng nhập khác",
}
# The part of the office that a verb belongs to, by the word before its dot.
PARTS: dict[str, str] = {
    "accounts": "Tài khoản",
    "organisation": "Đơn vị và người",
    "units": "Đơn vị",
    "people": "Người",
    "positions": "Vị trí",
    "intake": "Bàn rà soát",
    "plans": "Kế hoạch",
}
# Facts that acts tell besides the fields of rows.
TOLD: dict[str, str] = {
    "address": "địa chỉ",
    "device": "thiết bị",
    "second_factor": "lớp xác thực thứ hai",
    "sessions": "số phiên",
    "left": "mã dự phòng còn lại",
    "tries": "số lần sai",
}
VALUES: dict[tuple[str, str], str] = {
    ("second_factor", "app"): "mã của ứng dụng",
    ("second_factor", "recovery"): "mã dự phòng",
}


def verb_words(verb: str) -> str:
    """Name an act; one that the table lacks by its own word."""
    return VERBS.get(verb, verb)


def verbs_by_part() -> list[tuple[str, list[tuple[str, str]]]]:
    """All verbs for a choice, grouped by part of the office, in Vietnamese order."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for verb, words in sorted(VERBS.items(), key=lambda one: sortable(one[1])):
        part = verb.partition(".")[0]
        groups.setdefault(PARTS.get(part, part), []).append((verb, words))
    return sorted(groups.items(), key=lambda one: sortable(one[0]))


def verbs_named(folded: str) -> list[str]:
    """Verbs whose Vietnamese words hold a folded word."""
    return [verb for verb, words in VERBS.items() if folded in searchable(words)]
