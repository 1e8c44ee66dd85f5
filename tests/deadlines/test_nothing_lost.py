"""Nothing that a deadline prints is lost, and nothing is said that it does not print.

A number, or a word such as «trừ» or «sau», that was not understood makes its part unclear: it is
never dropped beside what was understood.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.deadlines import understand
from cchc.deadlines.accounts import answers_for_all
from cchc.deadlines.lexer import lex
from cchc.plan.schedule import Conditional, Unclear
from tests.deadlines.notation import Case, cases, written
from tests.deadlines.oracle import invented, miscounted, unanswered

UNDERSTOOD: list[Case] = [
    ("15 hàng tháng", "every month 15"),
    ("5 hàng tháng", "every month 5"),
    ("10 mỗi quý", "every quarter 10/03 10/06 10/09 10/12"),
    ("15 hằng quý", "every quarter 15/03 15/06 15/09 15/12"),
    ("Trước 10 tháng cuối quý", "every quarter 10/03 10/06 10/09 10/12"),
    ("Trước 15 tháng cuối kỳ báo cáo", "every period 15/03 15/06 15/09 15/12"),
    ("Tháng thứ hai của quý", "every quarter 28/02 31/05 31/08 30/11"),
    ("Không được quá 30/11", "<= 30/11/2026"),
    ("30/06/2026 00:00:00", "<= 30/06/2026"),
    ("Hàng tháng đến hết quý III", "every month & <= 30/09/2026"),
    ("02 lớp trong quý II", "02 lớp: 01/04/2026..30/06/2026"),
    ("Đợt 1 tháng 5", "Đợt 1: 01/05/2026..31/05/2026"),
    ("Mẫu số 05 hàng quý", "Mẫu số 05: every quarter"),
    ("Hoàn thành 50% trong quý II", "Hoàn thành 50%: 01/04/2026..30/06/2026"),
    ("Thường xuyên trong năm 2027", "always & 01/01/2027..31/12/2027"),
    ("Thường xuyên đến năm 2030", "always & <= 31/12/2030"),
    ("Hàng năm đến 2030", "every year & <= 31/12/2030"),
    ("Hàng quý giai đoạn 2026-2030", "every quarter & 01/01/2026..31/12/2030"),
    ("Hàng tháng trong quý II", "every month 30/04 31/05 30/06"),
    (
        "Hàng tháng từ tháng 3 đến tháng 9",
        "every month 31/03 30/04 31/05 30/06 31/07 31/08 30/09",
    ),
    ("02 lần/năm (tháng 5, tháng 10)", "every half_year 31/05 31/10"),
    ("Sau quý II, trước quý IV", "when «Sau quý II» & < 01/10/2026"),
    ("Nếu có thì quý I", "when «Nếu có thì quý I»"),
    (
        "Báo cáo quý I trước 15/3, quý II trước 15/6",
        "Báo cáo quý I: < 15/03/2026 & quý II: < 15/06/2026",
    ),
    (
        "Trước 15/6 báo cáo 6 tháng, trước 15/12 báo cáo năm",
        "báo cáo 6 tháng: < 15/06/2026 & báo cáo năm: < 15/12/2026",
    ),
    (
        "Báo cáo 6 tháng (15/6) và năm (15/12)",
        "Báo cáo 6 tháng: <= 15/06/2026 & năm: <= 15/12/2026",
    ),
]
UNCLEAR = [
    "Giao ban 15 hàng tháng",
    "Họp 15 tháng 6",
    "15/3, 6, 9, 12",
    "10 tháng cuối quý",
    "2 tháng đầu quý",
    "Hàng tháng, 15",
    "Hàng tháng: 15",
    "Hàng tuần, ngày 5",
    "Hàng tháng 5-10",
    "Ngày 5-10 hàng tháng",
    "5-10 hàng tháng",
    "32 hàng tháng",
    "Ngày 5 quý sau",
    "Trước ngày 20 quý II",
    "Chờ đến quý II",
    "Trước 05 tháng sau",
    "Trước 20 tháng",
    "2 tháng một lần",
    "2 tháng/lần",
    "Cách 2 tháng/lần",
    "Cứ 2 tháng một lần",
    "Không quá 6 tháng một lần",
    "Cuối quý một lần",
    "Nửa tháng một lần",
    "3 lần hàng tháng",
    "3 lần/tháng",
    "Mỗi quý 02 lần",
    "Mỗi tháng 3 lần",
    "Mỗi năm ít nhất 3 lần",
    "Hàng quý (2 lần)",
    "Hàng quý, 02 lần",
    "Hàng tháng: 2 lần",
    "5 lần trong năm",
    "Tối đa 3 lần hàng tháng",
    "1-2 lần/năm",
    "1 hoặc 2 lần/năm",
    "Ít nhất 6 tháng",
    "Trên 6 tháng",
    "Trong 6 tháng",
    "Tháng 1,2,13",
    "Quý I/25-26",
    "Quý 1 2",
    "Tháng 5, tuần 2",
    "Tuần 1 và 3 hàng tháng",
    "Tuần 10 năm 2026",
    "năm tháng đầu năm",
    "1/2 năm",
    "Những tháng cuối năm",
    "Giữa 15/5 và 15/6",
    "Giữa quý II và quý III",
    "Ngoài quý I",
    "Ngoài giờ hành chính, hàng tháng",
    "Trừ quý II",
    "Không phải quý I",
    "Từ sau Tết",
    "Trước và sau Tết",
    "Sau và trước quý II",
    "Trong Tết",
    "Hoãn đến quý III",
    "Lùi sang quý III",
    "Chuyển sang năm 2027",
    "Gia hạn đến 30/9",
    "Trước 30/11 (gia hạn đến 15/12)",
    "Quá hạn 30/11",
    "Muộn hơn 15/6",
    "Sớm nhất ngày 15/6",
    "Gần Tết",
    "Có thể quý I",
    "Quý I trở đi",
    "Trước 15/6 trở đi",
    "Bắt đầu tháng 3",
    "Rằm tháng 8",
    "Quý I và các quý tiếp theo",
    "Hàng tháng (riêng tháng 12 trước ngày 10)",
]


@pytest.mark.parametrize(("phrase", "expected"), cases(UNDERSTOOD))
def test_every_number_has_its_place_in_what_is_understood(phrase: str, expected: str) -> None:
    assert written(understand(phrase, 2026)) == expected


@pytest.mark.parametrize("phrase", UNCLEAR)
def test_a_number_or_time_word_that_is_not_understood_makes_the_whole_unclear(phrase: str) -> None:
    assert understand(phrase, 2026) == (Unclear(phrase),)


@pytest.mark.parametrize(
    ("phrase", "wrong"),
    [
        pytest.param("Ngày 15 hàng tháng", "Hàng tháng", id="a day of the month"),
        pytest.param("Trước ngày 15/6 và 15/12", "Trước ngày 15/6", id="a date of a list"),
        pytest.param("Quý II, IV", "Quý II", id="a quarter of a list"),
        pytest.param("Tháng 5, 6, 7", "Tháng 5, 6", id="a month of a list"),
        pytest.param("Quý I/2027", "Quý I", id="a year"),
        pytest.param("5 lần hàng tháng", "Hàng tháng", id="how often"),
        pytest.param("6 tháng đầu năm", "Quý I", id="a length"),
    ],
)
def test_a_reading_that_forgets_a_number_does_not_answer_for_it(phrase: str, wrong: str) -> None:
    lexemes = lex(phrase)
    right = understand(phrase, 2026)
    assert answers_for_all(lexemes, 0, lexemes.length, right, 2026)
    assert not answers_for_all(lexemes, 0, lexemes.length, understand(wrong, 2026), 2026)


TIME_WORDS = [
    "trước", "sau", "đến", "hết", "từ", "ngày", "tháng", "quý", "năm", "hàng tháng", "hàng quý",
    "mỗi quý", "hàng năm", "hàng", "mỗi", "cuối", "đầu", "giữa", "lần", "đợt", "một lần",
    "kỳ báo cáo", "trong", "chậm nhất", "định kỳ", "thường xuyên", "6 tháng", "năm 2026",
    "không quá", "ít nhất", "trừ", "trở đi", "riêng", "quý II", "tháng 5", "ngày 15", "cuối quý",
    "tháng cuối quý", "trước ngày", "khi có yêu cầu", "theo kế hoạch", "đối với", "các",
]  # fmt: skip
PRODUCT_WORDS = ["báo cáo", "kế hoạch", "sơ kết", "UBND xã", "hoàn thành", "của"]
PUNCTUATION = ["và", "hoặc", ",", ";", ":", "(", ")", "-"]
NUMBERS = [
    "2", "3", "5", "05", "7", "8", "10", "13", "17", "20", "25", "29", "100", "II", "IV", "15/6",
    "20/12", "2027", "2030", "6/2026",
]  # fmt: skip
PHRASES = st.lists(
    st.sampled_from([*TIME_WORDS, *NUMBERS]) | st.sampled_from([*PRODUCT_WORDS, *PUNCTUATION]),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(max_examples=1_000, deadline=None, derandomize=True)
@given(PHRASES)
def test_every_printed_number_is_answered_for(phrase: str) -> None:
    assert unanswered(understand(phrase, 2026), phrase, 2026) == set()


@settings(max_examples=1_000, deadline=None, derandomize=True)
@given(PHRASES)
def test_no_day_or_month_is_invented(phrase: str) -> None:
    assert invented(understand(phrase, 2026), phrase, 2026) == set()


COUNTS = st.integers(2, 40)
UNITS = st.sampled_from(["tuần", "tháng", "quý", "năm", "6 tháng", "kỳ báo cáo"])
JOINTS = st.sampled_from(["/", " hàng ", " mỗi ", " trong ", " một "])


@given(COUNTS, UNITS, JOINTS, st.sampled_from(["", "Ít nhất ", "Tối đa ", "Báo cáo ", "Định kỳ "]))
def test_how_often_is_never_said_wrongly(count: int, unit: str, joint: str, before: str) -> None:
    phrase = f"{before}{count} lần{joint}{unit}"
    schedules = understand(phrase, 2026)
    assert not miscounted(schedules, phrase), written(schedules)


@given(COUNTS, UNITS, st.sampled_from(["", " ", ", ", ": ", " (", " báo cáo "]))
def test_how_often_after_a_rhythm_is_never_dropped(count: int, unit: str, joint: str) -> None:
    phrase = f"Mỗi {unit}{joint}{count} lần"
    schedules = understand(phrase, 2026)
    assert not miscounted(schedules, phrase), written(schedules)


CLAUSES = [
    "quý II", "tháng 5", "30/9", "ngày 15 tháng 6", "hàng quý", "hàng tháng", "năm 2027",
    "cuối năm", "trước ngày 30/11", "thường xuyên", "ngày 25 hàng tháng",
]  # fmt: skip
AGAINST = ["trừ", "ngoại trừ", "không", "không phải", "ngoài", "tạm hoãn", "lùi sang", "sớm hơn",
           "muộn hơn", "chưa đến", "quá hạn", "chờ đến"]  # fmt: skip


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize("word", AGAINST)
def test_a_word_against_a_time_is_never_dropped(word: str, clause: str) -> None:
    schedules = understand(f"{word.capitalize()} {clause}", 2026)
    assert all(isinstance(one, Unclear | Conditional) for one in schedules), written(schedules)


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize("word", ["trừ quý I", "trở đi", "ngoài tháng 2", "không kể tháng 2"])
def test_an_exception_after_a_time_is_never_dropped(word: str, clause: str) -> None:
    phrase = f"{clause.capitalize()} {word}"
    assert understand(phrase, 2026) == (Unclear(phrase),)


NOTES: list[Case] = [
    (
        "Tháng 6 (sơ kết) và tháng 12 (tổng kết)",
        "sơ kết: 01/06/2026..30/06/2026 & tổng kết: 01/12/2026..31/12/2026",
    ),
    ("Triển khai: cả năm", "Triển khai: 01/01/2026..31/12/2026"),
    ("Tổ chức thực hiện: Quý II-III", "Tổ chức thực hiện: 01/04/2026..30/09/2026"),
    ("Thực hiện: năm 2026", "Thực hiện: 01/01/2026..31/12/2026"),
    ("Hạn cuối: 15/10/2026", "<= 15/10/2026"),
    ("Dự kiến: quý III", "01/07/2026..30/09/2026"),
    ("- Khi có yêu cầu", "when «Khi có yêu cầu»"),
    ("+ Theo kế hoạch của UBND tỉnh.", "when «Theo kế hoạch của UBND tỉnh»"),
    ("a) Sau khi được phê duyệt", "when «Sau khi được phê duyệt»"),
    (
        "- Khi có yêu cầu\n- Theo kế hoạch của tỉnh",
        "when «Khi có yêu cầu» & when «Theo kế hoạch của tỉnh»",
    ),
    (
        "Hàng tháng: báo cáo tiến độ; quý IV: tổng kết",
        "báo cáo tiến độ: every month & tổng kết: 01/10/2026..31/12/2026",
    ),
]


@pytest.mark.parametrize(("phrase", "expected"), cases(NOTES))
def test_a_note_stands_by_its_own_part(phrase: str, expected: str) -> None:
    assert written(understand(phrase, 2026)) == expected
