"""Why something about an account cannot be done, in the words that a person is told."""

from __future__ import annotations

from cchc.web.ui.refusals import Reason


class AccountReason(Reason):
    USERNAME_TAKEN = "Tên đăng nhập «{name}» đã có người dùng; hãy chọn tên khác."
    USERNAME_SHAPE = (
        "Tên đăng nhập «{name}» chưa đúng: chỉ dùng chữ thường không dấu, chữ số, dấu chấm, gạch "
        "nối và gạch dưới, bắt đầu bằng chữ hoặc số, từ 2 đến 60 ký tự."
    )
    NOT_YOURSELF = (
        "Bạn không thể tự khóa tài khoản của mình; hãy nhờ một người quản trị khác làm việc này."
    )
    REASON_NEEDED = "Hãy ghi lý do khóa tài khoản của {name}."
    CANNOT_SIGN_IN = (
        "Tài khoản của {name} đang bị khóa; hãy mở khóa trước khi cấp mật khẩu khởi tạo."
    )
    PASSWORD_IS_WEAK = "{faults}"
    CODE_IS_WRONG = (
        "Mã xác thực chưa đúng hoặc đã dùng; hãy kiểm tra giờ của điện thoại và nhập mã đang hiện."
    )
    CODE_MUST_WAIT = "Nhập sai mã nhiều lần; hãy chờ {wait} rồi nhập mã mới."
    SECOND_FACTOR_IS_ON = "Xác thực hai lớp đang bật; muốn đổi điện thoại, hãy tắt rồi bật lại."
    SECOND_FACTOR_IS_OFF = "{name} chưa bật xác thực hai lớp; hãy bật trước."
    SET_UP_IS_OVER = "Việc bật xác thực hai lớp đã quá lâu; hãy bắt đầu lại."
    LINK_IS_OVER = (
        "Đường dẫn đặt lại mật khẩu đã dùng hoặc đã quá hạn; hãy yêu cầu một đường dẫn mới."
    )
