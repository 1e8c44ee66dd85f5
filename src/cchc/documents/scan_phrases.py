"""Set phrases of administrative Vietnamese, by which marks that recognition mistook are put right.

A phrase may stand here only if no other phrase of these texts has the same letters without marks:
«thể chế» yes, «cơ sở» no («có số»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cchc.text.folding import fold
from cchc.text.normal import modern_tones
from cchc.text.syllables import is_syllable

_PHRASES = """
kiểm tra; kiểm soát; kiểm chứng; kiểm điểm; kiểm tra đột xuất; tự kiểm tra; giám sát;
tổ chức; bổ sung; bổ nhiệm; tổng hợp; tổng kết; tổng thể; phổ biến; sửa đổi; chuyển đổi số;
chuyển đổi vị trí; chuyển đổi; trao đổi thông tin; thay đổi; đổi mới; tập thể; cụ thể; thể chế;
thể thức; toàn thể; đoàn thể; theo dõi; đôn đốc; thẩm định; thẩm quyền; thẩm tra; trọng điểm;
chấm điểm; điểm số; thí điểm; thời điểm; quan điểm; đặc điểm; bảng điểm; thang điểm; tối thiểu;
tối đa; giảm thiểu; triển khai; phát triển; phát triển nông thôn; điều chỉnh; chấn chỉnh;
chỉnh lý; hoàn chỉnh; chỉ đạo, điều hành; chỉ đạo điều hành; điều hành; chỉ số cải cách hành chính;
bộ chỉ số; chỉ số CCHC; chỉ số hài lòng; quy chế chi tiêu nội bộ; chi tiêu nội bộ;
cải cách hành chính; cải cách thể chế; cải cách thủ tục hành chính; cải cách tổ chức bộ máy;
cải cách chế độ công vụ; cải cách tài chính công; thủ tục hành chính; tổ chức bộ máy; bộ máy;
chế độ công vụ; công vụ; tài chính công; chính quyền điện tử; chính quyền số; chính phủ điện tử;
kinh tế số; xã hội số; công tác chỉ đạo; xây dựng và phát triển; tuyên truyền; sáng kiến;
dịch vụ công trực tuyến; cổng dịch vụ công; cổng thông tin điện tử; trang thông tin điện tử;
cơ sở dữ liệu; cơ sở vật chất; văn bản quy phạm pháp luật; quy phạm pháp luật; pháp luật;
hệ thống hóa; rà soát; xử lý văn bản; hồ sơ công việc; hồ sơ; giải quyết; tiếp nhận; trả kết quả;
kết quả; bộ phận một cửa; một cửa liên thông; một cửa; liên thông; niêm yết; công khai;
phản ánh, kiến nghị; phản ánh kiến nghị; kiến nghị; khiếu nại, tố cáo; giải quyết khiếu nại;
cán bộ, công chức, viên chức; công chức, viên chức; công chức; viên chức; người lao động;
đào tạo, bồi dưỡng; bồi dưỡng; tập huấn; tinh giản biên chế; tinh gọn; biên chế; vị trí việc làm;
kỷ luật, kỷ cương; kỷ cương; văn hóa công sở; văn hóa công vụ; đạo đức công vụ; thi đua;
thi đua, khen thưởng; khen thưởng; xếp loại chất lượng; chất lượng; đánh giá; xếp hạng;
tự chủ tài chính; quyết toán; dự toán; ngân sách nhà nước; kinh phí; giải ngân; đầu tư công;
tài sản công; thực hành tiết kiệm; chống lãng phí; ứng dụng công nghệ thông tin;
công nghệ thông tin; an toàn thông tin; an ninh mạng; chữ ký số; số hóa hồ sơ; số hóa;
hệ thống quản lý chất lượng; quản lý nhà nước; quản lý; phê duyệt; ban hành; kế hoạch; quyết định;
nghị định; nghị quyết; thông tư; chỉ thị; công văn; tờ trình; báo cáo; định kỳ; thường xuyên;
hằng quý; hàng quý; hằng năm; hàng năm; hằng tháng; hàng tháng; trước ngày; tháng cuối năm;
6 tháng; 9 tháng; sáu tháng; chín tháng; 6 tháng, năm; 9 tháng, năm; quý, năm; đột xuất;
thời gian hoàn thành; thời gian thực hiện;
đơn vị chủ trì; cơ quan chủ trì; đơn vị phối hợp; cơ quan phối hợp; đơn vị thực hiện; chủ trì;
phối hợp; đơn vị; cơ quan; nội dung nhiệm vụ; nhiệm vụ; sản phẩm; mục tiêu, yêu cầu; mục đích;
ghi chú; phụ lục; nơi nhận; văn phòng Sở; thanh tra Sở; văn phòng HĐND; các phòng, đơn vị;
phòng chuyên môn; ban chuyên môn; trực thuộc; trung tâm; phục vụ hành chính công; ủy ban nhân dân;
hội đồng nhân dân; tháng, năm; kho tài liệu; kho dữ liệu; đề nghị;
sở nội vụ; sở tài chính; sở tư pháp; sở xây dựng; sở y tế; sở công thương;
sở khoa học và công nghệ; sở nông nghiệp; sở giáo dục và đào tạo; sở thông tin và truyền thông;
thông tin và truyền thông; phòng kinh tế; phòng tổ chức cán bộ; kế hoạch - tài chính;
văn hóa - xã hội; độc lập - tự do - hạnh phúc; cộng hòa xã hội chủ nghĩa việt nam;
giám đốc; phó giám đốc; chủ tịch; phó chủ tịch; chánh văn phòng; cục trưởng; thủ trưởng;
người đứng đầu; chịu trách nhiệm; trách nhiệm; nâng cao; tăng cường; đẩy mạnh; khắc phục;
tồn tại, hạn chế; hạn chế; bảo đảm; đảm bảo; thống nhất; kịp thời; hiệu quả; hiệu lực;
đúng hạn; trước hạn; quá hạn; trễ hẹn; hài lòng; người dân, doanh nghiệp; doanh nghiệp;
tỷ lệ; tối thiểu; trở lên; không dưới; ít nhất; phấn đấu; hoàn thành; toàn trình; một phần;
lấy ý kiến; góp ý; dự thảo; trình ban hành; công bố; danh mục; phương án; đề án; đề xuất;
văn bản; tồn tại; thông tin; bố trí; lãnh đạo; chủ động; quy định; quy trình; lĩnh vực;
của người dân; người dân, tổ chức; cho người dân; tổ chức, cá nhân; nhân dân; nhà nước; chính sách;
tuân thủ; chi phí tuân thủ; chi thường xuyên; kết nối; nền tảng; hạ tầng; phần mềm; dữ liệu;
điện tử; tiêu chí; chuyên môn; khảo sát; tiếp tục; chức năng; thành phần; giải pháp; yêu cầu;
hạ tầng và đô thị; tại quầy; quầy tiếp nhận; thực hiện; hướng dẫn; áp dụng; sử dụng;
xây dựng; đất đai; cân đối nguồn; nền hành chính;
biên bản; kết luận; thông báo; hội nghị; cuộc họp; lớp tập huấn; tài liệu kiểm chứng; tài liệu
"""
_LONGEST = 7
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING, _CLOSING = "\"'“«([", "\"'”»)].,;:!?"
_SAME_SHAPE = frozenset("vsocxu")  # small letters that differ from their capitals only in size
_MOST_PARTS = 4  # syllables that were read as one word


@cache
def _by_letters() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrase without marks and inner commas → its spellings («hàng tháng», «hằng tháng»)."""
    known: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in _PHRASES.replace("\n", " ").split(";"):
        words = tuple(word.strip(",") for word in phrase.split())
        if words:
            key = fold(" ".join(words))
            known[key] = (*known.get(key, ()), words)
    return known


def with_known_marks(text: str) -> str:
    """Put right the marks of set phrases: «Tố chức kiếm tra» → «Tổ chức kiểm tra».

    Letters, capitals and punctuation stay as they were read, and so does the old placement of
    tones.
    """
    cores: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        word = found.group()
        lead = len(word) - len(word.lstrip(_OPENING))
        tail = len(word.rstrip(_CLOSING))
        cores.append((found.start() + lead, found.start() + max(tail, lead)))
    folded = [fold(text[start:end]) for start, end in cores]
    known = _by_letters()
    letters = list(text)
    at = 0
    while at < len(cores):
        for count in range(min(_LONGEST, len(cores) - at), 1, -1):
            spellings = known.get(" ".join(folded[at : at + count]))
            if spellings is not None and not _is_name(text, cores[at : at + count]):
                _respell(text, letters, cores[at : at + count], spellings)
                at += count
                break
        else:
            at += 1
    return "".join(letters)


def _respell(
    text: str,
    letters: list[str],
    cores: Sequence[tuple[int, int]],
    spellings: Sequence[tuple[str, ...]],
) -> None:
    read = [modern_tones(text[start:end]).lower() for start, end in cores]
    if any([word.lower() for word in words] == read for words in spellings):
        words = next(w for w in spellings if [word.lower() for word in w] == read)
        marks = [text[start:end] for start, end in cores]
    else:
        words = max(spellings, key=lambda w: sum(a == b for a, b in zip(w, read, strict=True)))
        marks = list(words)
    for place, ((start, end), word, mark) in enumerate(zip(cores, words, marks, strict=True)):
        if len(mark) == end - start:
            letters[start:end] = _in_case_of(text[start:end], mark)
            before = text[slice(*cores[place - 1])] if place else ""
            if word.islower() and _is_large_small_letter(text[start:end], before):
                letters[start:end] = [letter.lower() for letter in letters[start:end]]


def _is_name(text: str, cores: Sequence[tuple[int, int]]) -> bool:
    """«Thu Trường» is a person's name, whatever it sounds like: each syllable has its capital."""
    words = [text[start:end] for start, end in cores]
    return all(word[:1].isupper() and word[1:].islower() for word in words)


def _is_large_small_letter(word: str, before: str) -> bool:
    """«đơn Vị», «đơn VỊ»: capitals within a phrase in small letters, read so for their size."""
    if not before.islower():
        return False
    return word.isupper() or (
        fold(word[0]) in _SAME_SHAPE and word[0].isupper() and word[1:].islower()
    )


def with_parted_syllables(text: str) -> str:
    """Part syllables that were read as one word: «đơnvị» → «đơn vị», where one way is possible."""
    return _LETTERS.sub(lambda found: _parted(found.group()), text)


def without_doubled_vowels(text: str) -> str:
    """Drop a vowel that was read twice with different marks: «PHỔỐ» → «PHỔ»."""
    return _LETTERS.sub(lambda found: _undoubled(found.group()), text)


def _undoubled(word: str) -> str:
    if word.isascii() or is_syllable(word):
        return word
    for place, (first, second) in enumerate(pairwise(word)):
        twice = fold(first) == fold(second) and not first.isascii() and not second.isascii()
        left = word[: place + 1] + word[place + 2 :]
        if twice and first.isupper() == second.isupper() and is_syllable(left):
            return left
    return word


def _parted(word: str) -> str:
    if word.isascii() or len(word) < 5 or not word[1:].islower() or is_syllable(word):
        return word
    ways = _ways(word, _MOST_PARTS)
    fewest = min((len(way) for way in ways), default=0)
    best = [way for way in ways if len(way) == fewest]
    return " ".join(best[0]) if len(best) == 1 else word


def _ways(word: str, most: int) -> list[list[str]]:
    """Each way to cut a word into at most so many syllables of two letters and more."""
    if not word:
        return [[]]
    if most == 0:
        return []
    found = []
    for end in range(2, min(len(word), 7) + 1):
        if is_syllable(word[:end]):
            found += [[word[:end], *rest] for rest in _ways(word[end:], most - 1)]
    return found


def _in_case_of(read: str, spelt: str) -> str:
    return "".join(
        letter.upper() if old.isupper() else letter.lower()
        for old, letter in zip(read, spelt, strict=True)
    )
