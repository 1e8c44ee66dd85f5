"""Words of the trade that a newcomer asks about: what each means here, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning; `key` is its address on the help page."""

    key: str
    name: str
    meaning: str
    source: str = ""


TERMS = (
    Term(
        "viec-den-han",
        "Việc đến hạn",
        "Một lần một đơn vị phải làm xong một nhiệm vụ: một ngày, một quý, một kỳ, một sự việc. "
        "Một nhiệm vụ «hàng quý» có bốn lần trong năm; nhiều đơn vị chủ trì thì mỗi đơn vị có các "
        "lần của mình.",
    ),
    Term(
        "de-nghi-cong-nhan",
        "Đề nghị, công nhận hoàn thành",
        "Đơn vị chủ trì đề nghị kèm điều đã làm; đầu mối CCHC công nhận hoặc trả lại kèm điều còn "
        "thiếu. Ngày tính là ngày làm xong, không phải ngày công nhận.",
    ),
    Term(
        "gia-han",
        "Gia hạn",
        "Thêm thời gian cho một lần đến hạn, do đầu mối hoặc lãnh đạo quyết định. Hạn ghi trong kế "
        "hoạch vẫn được giữ và hiện bên cạnh.",
    ),
    Term(
        "lap-lai-lich",
        "Lập lại lịch",
        "Tính lại các hạn khi kế hoạch được sửa đổi hoặc lịch nghỉ đổi. Mọi hạn bị đổi được liệt "
        "kê trước; việc đã xong không đổi.",
    ),
    Term(
        "ban-doc",
        "Bản đọc",
        "Những gì máy đọc được từ tệp kế hoạch vừa tải lên. Bản đọc nằm trên bàn rà soát cho đến "
        "khi "
        "đầu mối CCHC xác nhận thành kế hoạch.",
    ),
    Term(
        "ban-ke-hoach",
        "Bản kế hoạch",
        "Một lần soạn của kế hoạch. Sửa đổi kế hoạch đã ban hành sẽ tạo bản mới; bản cũ vẫn xem "
        "được.",
    ),
    Term(
        "can-cu",
        "Căn cứ",
        "Văn bản mà kế hoạch viện dẫn. Khi văn bản căn cứ đã được thay thế, trang kế hoạch báo rõ.",
        "Nghị định 30/2020/NĐ-CP",
    ),
    Term(
        "chi-tieu",
        "Chỉ tiêu",
        "Con số kế hoạch cam kết đạt được, ví dụ «98% hồ sơ trả đúng hạn». Mục tiêu không có con "
        "số "
        "thì không phải chỉ tiêu.",
    ),
    Term(
        "cho-con-ngo",
        "Chỗ còn ngờ",
        "Giá trị máy đọc chưa chắc chắn (chữ nhận dạng từ ảnh, ô suy ra từ dòng trên, tên đơn vị "
        "chưa khớp) hoặc điều không ổn trong kế hoạch. Người rà soát nhận hoặc sửa từng chỗ.",
    ),
    Term(
        "chu-ky-so",
        "Chữ ký số",
        "Tệp PDF ký số được kiểm tra: nội dung có còn như lúc ký, chữ ký có khớp chứng thư kèm "
        "trong tệp, có bao trùm cả tệp. Phần mềm chưa kiểm tra chuỗi chứng thực (chứng thư có do "
        "nơi được tin cậy cấp và còn hiệu lực hay không).",
    ),
    Term(
        "chu-tri",
        "Chủ trì, phối hợp",
        "Đơn vị chủ trì chịu trách nhiệm về kết quả của nhiệm vụ; đơn vị phối hợp tham gia thực "
        "hiện.",
    ),
    Term(
        "dau-moi",
        "Đầu mối CCHC",
        "Người ở Văn phòng Sở nhận kế hoạch, rà soát, trình duyệt, ghi số ban hành và theo dõi cả "
        "năm.",
    ),
    Term(
        "han-loai-tru",
        "Trước ngày, chậm nhất ngày",
        "«Trước 30/11» không gồm ngày 30/11 nên ngày cuối là 29/11; «chậm nhất ngày 30/11» gồm cả "
        "ngày 30/11.",
    ),
    Term(
        "han-theo-viec",
        "Thời hạn theo việc",
        "Thời hạn chờ một việc xảy ra, ví dụ «Khi UBND tỉnh giao». Hệ thống không tự đặt ra ngày.",
    ),
    Term(
        "ky-bao-cao",
        "Kỳ báo cáo và kỳ số liệu",
        "Kỳ số liệu là khoảng ngày lấy số liệu của một báo cáo; năm báo cáo thường bắt đầu từ "
        "15/12 "
        "năm trước.",
        "Nghị định 09/2019/NĐ-CP",
    ),
    Term(
        "ma-bam",
        "Mã băm SHA-256",
        "Dãy 64 chữ số tính từ từng byte của tệp. Tệp đổi một byte thì mã khác hẳn, nên so mã là "
        "biết tệp còn nguyên vẹn hay không.",
    ),
    Term(
        "minh-chung",
        "Minh chứng",
        "Tệp hoặc văn bản chứng minh kết quả của một việc (tài liệu kiểm chứng). Một minh chứng "
        "dùng được cho nhiều việc, mỗi việc một kỳ; ngày của văn bản khác với ngày tải lên.",
    ),
    Term(
        "ngay-lam-viec",
        "Ngày làm việc",
        "Không tính thứ Bảy, Chủ nhật, ngày lễ, Tết; có tính ngày làm bù theo bảng lịch của cơ "
        "quan.",
    ),
    Term(
        "niem-phong",
        "Niêm phong ngày",
        "Dãy số rút ra từ toàn bộ nhật ký đến hết một ngày. In ra giấy và cất đi: nếu sau này "
        "nhật ký "
        "bị sửa, dãy số sẽ khác.",
    ),
    Term(
        "ke-hoach-cap-tren",
        "Kế hoạch cấp trên",
        "Kế hoạch mà kế hoạch này thực hiện. Mỗi nhiệm vụ có thể nối với nhiệm vụ của cấp trên để "
        "thấy việc nào chưa ai nhận.",
    ),
    Term(
        "quyen-ky",
        "TM., KT., TL., TUQ., Q.",
        "Quyền hạn của người ký: thay mặt tập thể, ký thay cấp trưởng, thừa lệnh, thừa ủy quyền, "
        "quyền cấp trưởng.",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I",
    ),
    Term(
        "nhu-ngay",
        "Như ngày",
        "Số liệu của một ngày đã qua, dựng lại từ những gì hệ thống còn giữ: lần đề nghị, công "
        "nhận, trả lại cuối cùng đến hết ngày đó, và hạn khi đó.",
    ),
    Term(
        "viec-den-han",
        "Việc",
        "Một lần phải làm của một nhiệm vụ: một ngày, một kỳ, một sản phẩm hay một sự việc. Nhiệm "
        "vụ «Hàng quý» có bốn việc trong năm. Mỗi việc chỉ ở một tình trạng.",
    ),
    Term(
        "ty-le-hoan-thanh",
        "Hoàn thành việc đến hạn, đúng hạn",
        "Hai tỷ lệ khác nhau: hoàn thành việc đến hạn là số việc đã được công nhận trên số việc có "
        "hạn từ ngày xem trở về trước; đúng hạn là số việc xong không muộn hơn hạn trên số việc "
        "đã xong và quá hạn.",
    ),
    Term(
        "ten-goi-chung",
        "Tên gọi chung",
        "Cụm từ chỉ nhiều đơn vị, ví dụ «Các phòng, đơn vị». Người rà soát xác nhận gồm những đơn "
        "vị "
        "nào, hệ thống nhớ cho kế hoạch sau.",
    ),
    Term(
        "thuong-xuyen",
        "Thường xuyên",
        "Việc làm cả năm: không quá hạn trước ngày 31/12, nhưng vẫn báo cáo theo kỳ.",
    ),
)
