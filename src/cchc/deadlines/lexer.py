"""Letters → signs: cuts a deadline into the words the grammar knows, with their places.

Spelling is settled here: decomposed letters, capitals, old tone placement, odd spaces and dashes,
letters a scanner takes for others («Quý lI»). What a word means is `vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cchc.deadlines.vocabulary import (
    BEFORE_A_NUMBER,
    NUMBER_WORDS,
    PHRASES,
    ROMANS,
    SPELLINGS,
    Phrase,
    Sign,
)
from cchc.text.folding import fold
from cchc.text.normal import nfc
from cchc.text.syllables import is_syllable

Value = tuple[int, ...]
Entry = tuple[Sign, Value, Phrase]  # what a phrase is read as, and its words with their marks


class Lexemes(NamedTuple):
    """The signs of one deadline in order, each with its value and its place in `text`.

    A few `Sign.NOTHING` follow the last word, so that the grammar may look ahead freely.
    """

    text: str
    signs: list[Sign]
    values: list[Value]
    starts: list[int]
    ends: list[int]
    new_line: list[bool]
    length: int

    def slice(self, first: int, last: int) -> str:
        """Return the printed words from lexeme `first` up to, not including, `last`."""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def is_capital(self, place: int) -> bool:
        """Say whether a word opens with a capital in a text that is not all capitals."""
        return self.text[self.starts[place]].isupper() and not self.text.isupper()


_TOKEN = re.compile(
    r"""
    (?=\d)(?:
        (?P<document>\d+(?:/\d{4})?/[A-ZĐ][A-ZĐ\d&]*-[A-ZĐ][\w&-]*
            |\d+/\d{4}/(?:QH|UBTVQH)\d*|\d+-[A-ZĐ]{2,}/[A-ZĐ]{2,})
        |(?P<hour>\d{1,2}:\d\d:\d\d(?!\d))
        |(?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))
        |(?P<dmy>\d{1,2}(?:\s?/\s?\d{1,2}\s?[/.-]\s?|-\d{1,2}-|\.\d{1,2}\.)
            (?:\d{4}|(?<!\s)[2-9]\d)(?![\d/]))
        |(?P<my>\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?!\d))
        |(?P<dm>\d{1,2}\s?/\s?\d{1,2}(?!\d|/\d))
        |(?P<loose>\d{1,2}[.-]\d{1,2}(?![\d./-]))
    )
    |(?P<slip>(?=[1|!l]*[IVl|!])[IVl1|!]{1,4}(?!\w))
    |(?P<number>\d+)
    |(?P<word>[^\W\d_]+)
    |(?P<other>[^\s])
    """,
    re.VERBOSE,
)
_PUNCTUATION = {
    ",": Sign.COMMA, ";": Sign.SEMICOLON, ":": Sign.COLON, "/": Sign.SLASH, ".": Sign.STOP,
    "(": Sign.OPEN, "[": Sign.OPEN, ")": Sign.CLOSE, "]": Sign.CLOSE, "&": Sign.AND,
} | dict.fromkeys("-‐‑‒–—−~→➔", Sign.DASH) | dict.fromkeys("•·●▪*+◦➢➤✓", Sign.BULLET)  # fmt: skip
_ROMAN_SIGNS = {chr(0x2160 + place): roman.upper() for place, roman in enumerate(ROMANS)}
_ROMAN_SIGN = re.compile(f"[{''.join(_ROMAN_SIGNS)}]")
_DIGITS = re.compile(r"\d+")
# «3O/11», «l5/12»: letters beside a slash that a scanner took for digits; «Quý 1I/2026» is not.
_MISREAD_DIGITS = re.compile(
    r"(?<![\wýíÝÍ/])(?:(?<![ýíÝÍ]\s)(?:\d[OoIl]|[OoIl]\d)(?=\s?/))|(?<=/)(?:\d[OoIl]|[OoIl]\d)(?!\w)"
)
_DIGIT_SLIPS = str.maketrans("OoIl", "0011")
_SLIPS = str.maketrans("l1|!", "IIII")
_AFTER_THESE_A_DATE = {
    Sign.DAY, Sign.BEFORE, Sign.AT_LATEST, Sign.UNTIL, Sign.FROM, Sign.END_OF, Sign.IN,
}  # fmt: skip
_ROMANS_AS_PRINTED = {roman.upper() for roman in ROMANS}
_LOOK_AHEAD = 6
_A_WORD: list[tuple[Sign, Value]] = [(Sign.WORD, ())]
_SYLLABLES = frozenset(
    syllable for words in [*PHRASES, *(name.split() for name in NUMBER_WORDS)] for syllable in words
) | frozenset(ROMANS)
_BY_LETTERS: dict[str, str] = {}
for _syllable in [syllable for words in PHRASES for syllable in words if not syllable.isascii()]:
    _BY_LETTERS.setdefault(fold(_syllable), _syllable)


class _Index(NamedTuple):
    """The phrases, and for a first word how many words its phrases have, the longest first."""

    phrases: dict[Phrase, Entry]
    sizes: dict[str, list[int]]


@lru_cache(maxsize=2)
def _index(*, folded: bool) -> _Index:
    table: dict[Phrase, Entry] = {
        phrase: (sign, (value,), phrase) for phrase, (sign, value) in PHRASES.items()
    }
    for words, number in NUMBER_WORDS.items():
        phrase = tuple(words.split())
        table.setdefault(phrase, (Sign.NUMBER_WORD, (number,), phrase))
    if not folded:
        return _Index(table, _sizes(table))
    bare: dict[Phrase, Entry] = {}
    for phrase, meaning in table.items():
        bare.setdefault(tuple(map(fold, phrase)), meaning)
    return _Index(bare, _sizes(bare))


def _sizes(phrases: Iterable[Phrase]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: sorted(sizes, reverse=True) for word, sizes in found.items()}


def lex(phrase: str, *, unmarked: bool = False) -> Lexemes:
    """Cut a deadline into signs.

    `unmarked` reads words by their letters alone («Truoc ngay 30/11», or a scanner's «Trưóc»);
    the caller must then refuse whatever is not understood to the last word.
    """
    text = nfc(phrase)
    if not text.isascii():
        text = _ROMAN_SIGN.sub(lambda found: _ROMAN_SIGNS[found.group()], text)
    if "/" in text:
        text = _MISREAD_DIGITS.sub(lambda found: found.group().translate(_DIGIT_SLIPS), text)
    index = _index(folded=unmarked)
    tokens = list(_TOKEN.finditer(text))
    keys = tuple([_key(token, unmarked=unmarked) for token in tokens])
    has_lines = "\n" in text
    signs: list[Sign] = []
    values: list[Value] = []
    starts: list[int] = []
    ends: list[int] = []
    new_line: list[bool] = []
    place, count, last_end = 0, len(tokens), 0
    while place < count:
        token = tokens[place]
        size = 1
        sign: Sign | None = None
        value: Value = ()
        for longest in index.sizes.get(keys[place], ()):
            entry = index.phrases.get(keys[place : place + longest])
            if entry is not None:
                known, known_value, marked = entry
                if unmarked and _says_otherwise(tokens[place : place + len(marked)], marked):
                    continue
                sign, value, size = known, known_value, len(marked)
                break
        previous = signs[-1] if signs else Sign.NOTHING
        start, end = token.start(), tokens[place + size - 1].end()
        if sign is None:
            parts = _classify(token, keys[place], previous, quarter_seen=Sign.QUARTER in signs)
            if parts == _A_WORD and place + 1 < count:
                misread = _before_a_number(token.group(), tokens[place + 1])
                parts = [(misread, (0,))] if misread is not None else parts
        else:
            parts = [(sign, value)]
        for part_sign, part_value in parts:
            signs.append(part_sign)
            values.append(part_value)
            starts.append(start)
            ends.append(end)
            new_line.append(has_lines and "\n" in text[last_end:start])
            last_end = end
        place += size
    length = len(signs)
    if Sign.DOCUMENT_NUMBER in signs:
        _hide_dates_of_documents(signs)
    signs += [Sign.NOTHING] * _LOOK_AHEAD
    values += [()] * _LOOK_AHEAD
    return Lexemes(text, signs, values, starts, ends, new_line, length)


def _key(token: re.Match[str], *, unmarked: bool) -> str:
    """Return what the word is looked up by; punctuation and numbers are their own key."""
    kind = token.lastgroup
    if kind not in ("word", "slip", "other"):
        return ""
    word = token.group().casefold()
    if unmarked:
        return fold(word)
    known = SPELLINGS.get(word, word)
    return known if known in _SYLLABLES else _repaired(known)


def _says_otherwise(tokens: list[re.Match[str]], marked: Phrase) -> bool:
    """«Chờ đến» has the letters of «cho đến», but its marks are those of a word we know."""
    for token, syllable in zip(tokens, marked, strict=True):
        word = token.group().casefold()
        printed = SPELLINGS.get(word, word)
        if printed != syllable and not printed.isascii() and printed in _SYLLABLES:
            return True
    return False


@lru_cache(maxsize=4_096)
def _repaired(word: str) -> str:
    """Return the word of the vocabulary that a misprint must be, else the word itself.

    Only what is no Vietnamese syllable at all is a misprint: «trưóc», «truoc» are «trước», but
    «thẳng» is a word of its own and never «tháng».
    """
    if is_syllable(word):
        return word
    return _BY_LETTERS.get(fold(word), word)


def _before_a_number(printed: str, following: re.Match[str]) -> Sign | None:
    """Return the unit that a misprinted word must be because a number follows it."""
    kind = following.lastgroup
    if kind in ("word", "slip"):
        if following.group() not in _ROMANS_AS_PRINTED:
            return None
    elif kind in ("other", "document", None) or (printed[0].isupper() and printed[1:2] == "a"):
        return None
    return BEFORE_A_NUMBER.get(fold(printed))


def _hide_dates_of_documents(signs: list[Sign]) -> None:
    """The date after a document's number is that document's: «số 12/KH-UBND ngày 15/3/2026»."""
    for place, sign in enumerate(signs):
        if sign is not Sign.DOCUMENT_NUMBER:
            continue
        day = place + 1
        while day < len(signs) and signs[day] in (Sign.COMMA, Sign.DAY):
            day += 1
        if day < len(signs) and signs[day] in (Sign.DAY_MONTH_YEAR, Sign.DAY_MONTH):
            for hidden in range(place + 1, day + 1):
                signs[hidden] = Sign.WORD


def _classify(
    token: re.Match[str], key: str, previous: Sign, *, quarter_seen: bool
) -> list[tuple[Sign, Value]]:
    """Say what a token is that the vocabulary does not know: a number, a date, a mark, a word."""
    printed = token.group()
    kind = token.lastgroup
    if kind == "number":
        return [(Sign.NUMBER, (int(printed),))] if len(printed) < 5 else [(Sign.WORD, ())]
    if kind == "word":
        return _classify_word(printed, key, quarter_seen=quarter_seen)
    if kind == "slip":
        roman = printed.translate(_SLIPS).casefold()
        if roman in ROMANS and (quarter_seen or (printed.isalpha() and printed.isupper())):
            return [(Sign.ROMAN, (ROMANS[roman],))]
        return [(Sign.WORD, ())]
    if kind == "other":
        return [(_PUNCTUATION.get(printed, Sign.MARK), ())]
    if kind == "document":
        return [(Sign.DOCUMENT_NUMBER, ())]
    if kind == "hour":
        return [(Sign.FILLER, ())]  # a spreadsheet's «30/06/2026 00:00:00»
    return _classify_date(kind, [int(digits) for digits in _DIGITS.findall(printed)], previous)


def _classify_word(printed: str, key: str, *, quarter_seen: bool) -> list[tuple[Sign, Value]]:
    if key in ROMANS and (quarter_seen or printed.isupper()):
        return [(Sign.ROMAN, (ROMANS[key],))]
    if key[:1] == "q" and key[1:] in ROMANS:
        return [(Sign.QUARTER, (1,)), (Sign.ROMAN, (ROMANS[key[1:]],))]
    if key[:3] == "quý" and key[3:] in ROMANS:
        return [(Sign.QUARTER, (0,)), (Sign.ROMAN, (ROMANS[key[3:]],))]
    return [(Sign.WORD, ())]


def _classify_date(
    kind: str | None, numbers: list[int], previous: Sign
) -> list[tuple[Sign, Value]]:
    if kind == "iso":
        return [(Sign.DAY_MONTH_YEAR, (numbers[2], numbers[1], numbers[0]))]
    if kind == "dmy":
        year = numbers[2] if numbers[2] > 99 else 2000 + numbers[2]
        return [(Sign.DAY_MONTH_YEAR, (numbers[0], numbers[1], year))]
    if kind == "my":
        return [(Sign.MONTH_YEAR, (numbers[0], numbers[1]))]
    if kind == "dm":
        return [(Sign.DAY_MONTH, (numbers[0], numbers[1]))]
    day, month = numbers
    # «30-11» is a date, «10-12» may be from the 10th to the 12th month or day.
    if 1 <= month <= 12 and (day > 12 or previous in _AFTER_THESE_A_DATE):
        return [(Sign.DAY_MONTH, (day, month))]
    return [(Sign.NUMBER, (day,)), (Sign.DASH, ()), (Sign.NUMBER, (month,))]
