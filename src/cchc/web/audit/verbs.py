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
    "demo.open": "mở văn phòng mẫu",
    "organisation.first": "lập cơ quan và người quản trị đầu tiên",
    "organisation.import": "nhập đơn vị và người từ Excel",
    "people.add": "thêm người",
    "people.hand_over": "lập biên bản bàn giao việc",
    "positions.add": "thêm vị trí",
    "positions.end": "kết thúc vị trí",
    "positions.archive": "lưu trữ vị trí ghi nhầm",
    "positions.stand_in": "cử người làm thay",
    "units.add_collective": "thêm tên gọi chung của nhiều đơn vị",
    "units.change_collective": "sửa tên gọi chung của nhiều đơn vị",
    "units.add": "thêm đơn vị",
    "units.edit": "sửa thông tin đơn vị",
    "units.move": "chuyển đơn vị sang cấp trên khác",
    "units.rename": "đổi tên đơn vị",
    "units.merge": "sáp nhập đơn vị",
    "units.split": "tách đơn vị",
    "units.dissolve": "giải thể đơn vị",
    "units.archive": "lưu trữ đơn vị",
    "units.provinces": "nhập việc sắp xếp các tỉnh",
    "units.add_alias": "thêm tên gọi khác của đơn vị",
    "units.remove_alias": "bỏ tên gọi khác của đơn vị",
    "units.remove_collective": "bỏ tên gọi chung",
    "intake.upload": "tải tệp kế hoạch lên",
    "intake.start": "bắt đầu đọc tệp",
    "intake.finish": "đọc xong tệp, mở bàn rà soát",
    "intake.fail": "ghi nhận tệp không đọc được",
    "intake.stop": "thôi đọc tệp theo yêu cầu",
    "intake.edit": "sửa một giá trị ở bàn rà soát",
    "intake.accept": "nhận giá trị đã đọc ở bàn rà soát",
    "intake.add": "thêm dòng ở bàn rà soát",
    "intake.remove": "bỏ dòng ở bàn rà soát",
    "intake.split": "tách dòng ở bàn rà soát",
    "intake.join": "gộp dòng ở bàn rà soát",
    "intake.move": "chuyển chỗ dòng ở bàn rà soát",
    "intake.cancel": "dừng việc đọc tệp",
    "intake.recover": "ghi nhận việc đọc tệp bị ngắt giữa chừng",
    "intake.read_again": "đọc lại tệp",
    "intake.undo": "hoàn tác ở bàn rà soát",
    "intake.decide_name": "chọn đơn vị cho một tên trong văn bản",
    "intake.forget_name": "bỏ lựa chọn đơn vị cho một tên",
    "intake.archive": "lưu trữ bản đọc",
    "plans.make": "lập kế hoạch",
    "plans.copy": "chép từ kế hoạch năm trước",
    "plans.confirm": "xác nhận bản đọc thành kế hoạch",
    "plans.describe": "sửa thông tin kế hoạch",
    "plans.add_task": "thêm nhiệm vụ",
    "plans.edit_task": "sửa nhiệm vụ",
    "plans.move_task": "đổi chỗ nhiệm vụ",
    "plans.remove_task": "bỏ nhiệm vụ",
    "plans.save_target": "ghi chỉ tiêu",
    "plans.remove_target": "bỏ chỉ tiêu",
    "plans.cite": "thêm căn cứ",
    "plans.remove_basis": "bỏ căn cứ",
    "plans.save_windows": "ghi kỳ báo cáo",
    "plans.save_document": "ghi văn bản căn cứ",
    "plans.archive_document": "lưu trữ văn bản căn cứ",
    "plans.submit": "trình duyệt kế hoạch",
    "plans.return": "trả lại kế hoạch để sửa",
    "plans.approve": "duyệt kế hoạch",
    "plans.issue": "ban hành kế hoạch",
    "plans.amend": "lập bản sửa đổi kế hoạch",
    "plans.close": "kết thúc kế hoạch",
    "plans.discard": "bỏ dự thảo kế hoạch",
    "plans.link": "nối với nhiệm vụ cấp trên",
    "plans.assign": "giao nhiệm vụ",
    "plans.end_assignment": "thôi giao nhiệm vụ",
    "plans.hand_over": "bàn giao nhiệm vụ",
    "work.follow": "lập lịch theo dõi kế hoạch",
    "work.replan": "áp dụng các hạn đã đổi",
    "work.report": "cập nhật tiến độ",
    "work.propose": "đề nghị công nhận hoàn thành",
    "work.take_back": "rút đề nghị công nhận",
    "work.accept": "công nhận hoàn thành",
    "work.return": "trả lại việc chưa đạt",
    "work.reopen": "mở lại việc đã công nhận",
    "work.contribute": "gửi phần phối hợp",
    "work.comment": "trao đổi về một việc",
    "work.record_event": "ghi sự việc phát sinh nhiệm vụ",
    "work.decide_deadline": "quyết định thời hạn chưa rõ",
    "work.ask_extension": "xin gia hạn",
    "work.grant_extension": "cho gia hạn",
    "work.refuse_extension": "không cho gia hạn",
    "work.measure": "ghi số đo chỉ tiêu",
    "work.take_measure_back": "bỏ một số đo chỉ tiêu",
    "work.bulk": "làm một việc cho nhiều việc đến hạn",
    "work.undo": "hoàn tác việc làm hàng loạt",
    "work.decide_day": "ghi ngày nghỉ, ngày làm bù",
    "work.forget_day": "bỏ một ngày khỏi lịch làm việc",
    "work.remind": "nhắc việc hằng ngày",
    "work.set_reminders": "đặt quy tắc nhắc việc",
    "work.choose_channels": "chọn cách nhận nhắc việc",
    "work.retry_message": "gửi lại tin không gửi được",
    "work.save_webhook": "ghi cổng tin nhắn",
    "work.archive_webhook": "lưu trữ cổng tin nhắn",
    "work.try_webhook": "gửi thử qua cổng tin nhắn",
    "work.make_feed": "lập đường dẫn lịch",
    "work.revoke_feed": "thu hồi đường dẫn lịch",
    "work.chase": "lập công văn đôn đốc",
    "evidence.add": "thêm minh chứng",
    "evidence.add_many": "thêm nhiều minh chứng cùng lúc",
    "evidence.add_version": "thêm bản mới của minh chứng",
    "evidence.confirm": "xác nhận thông tin minh chứng",
    "evidence.link": "gắn minh chứng",
    "evidence.unlink": "thôi gắn minh chứng",
    "evidence.archive": "lưu trữ minh chứng",
    "evidence.read": "bắt đầu đọc tệp minh chứng",
    "evidence.read_done": "đọc xong tệp minh chứng",
    "evidence.read_failed": "ghi nhận tệp minh chứng không đọc được",
    "evidence.read_again": "ghi nhận việc đọc minh chứng bị ngắt giữa chừng",
    "evidence.check": "kiểm tra mọi tệp minh chứng còn nguyên vẹn",
}
# The part of the office that a verb belongs to, by the word before its dot.
PARTS: dict[str, str] = {
    "accounts": "Tài khoản",
    "demo": "Văn phòng mẫu",
    "organisation": "Đơn vị và người",
    "units": "Đơn vị",
    "people": "Người",
    "positions": "Vị trí",
    "intake": "Bàn rà soát",
    "plans": "Kế hoạch",
    "work": "Công việc",
    "evidence": "Minh chứng",
}
# Facts that acts tell besides the fields of rows.
TOLD: dict[str, str] = {
    "address": "địa chỉ",
    "device": "thiết bị",
    "second_factor": "lớp xác thực thứ hai",
    "sessions": "số phiên",
    "left": "mã dự phòng còn lại",
    "tries": "số lần sai",
    "assigned": "giao cho",
    "unit": "đơn vị",
    "people": "số người",
    "occurrences": "số việc",
    "files": "số tệp",
    "broken": "số tệp hỏng",
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
