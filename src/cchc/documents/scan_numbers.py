"""Numbers that recognition mistook, known again by their order: I, H, IH → I, II, III.

Letters that look like strokes are read as each other: I, l, 1, |, and two of them as H.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cchc.text.labels import bare_label, roman_value

_ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"]
_STROKES = str.maketrans(
    {"l": "I", "1": "I", "|": "I", "!": "I", "i": "I", "í": "I", "Í": "I", "ì": "I", "Ì": "I",
     "L": "I", "T": "I", "H": "II", "N": "II", "M": "III", "v": "V", "Y": "V", "U": "V", "x": "X"}
)  # fmt: skip
_LIKE_ROMAN = r"[IVXLHTNMYUlivxíìÍÌ1|!]"
_HEADING = re.compile(r"^([IVXLHlivxìíÍÌ1|!]{1,6})\s*([.,:;)/-]?)\s*(?=\S)(.+)$", re.DOTALL)
_QUARTER = re.compile(
    rf"(?P<quarter>\b[Qq][uU][yýYÝ]\s+[“\"'‘]?)(?P<number>{_LIKE_ROMAN}{{1,4}})(?=[/\s,;.:)]|$)"
)
_DIGIT_QUARTER = re.compile(r"\b[Qq]uý\s+[234]\b")
_ROMAN_QUARTER = re.compile(r"\b[Qq]uý\s+(?:I[IV]|II|III)\b")
_FIRST_QUARTER = re.compile(r"(?<=\b[Qq]uý )[1l](?=[/\s,;.:)]|$)")
_NUMBER_NOISE = re.compile(r"[\s.,:;'‘’`\"“”|_~^°•·)(-]+")
_CAPITALS = 0.8  # of the letters: a heading in capitals


def roman_quarters(text: str) -> str:
    """Read «Quý H», «Quý II1» as Roman; a plain digit («quý 1») may have been printed so."""

    def right(found: re.Match[str]) -> str:
        number = found["number"]
        if number.isdigit():
            return found.group()
        roman = _as_roman(number)
        if roman is None or roman_value(roman) > 4:
            return found.group()
        return found["quarter"].rstrip("“\"'‘") + roman

    return _QUARTER.sub(right, text)


def writes_roman_quarters(texts: Sequence[str]) -> bool:
    """Whether quarters are written «quý II» in these texts, and never «quý 2»."""
    roman = sum(len(_ROMAN_QUARTER.findall(text)) for text in texts)
    return roman >= 2 and not any(_DIGIT_QUARTER.search(text) for text in texts)


def first_quarter(text: str) -> str:
    """«quý 1» → «quý I»."""
    return _FIRST_QUARTER.sub("I", text)


def _as_roman(text: str) -> str | None:
    roman = text.translate(_STROKES)
    if roman == "IIII":  # «IH» and «HI» are three strokes badly parted, «HH» never four
        roman = "III"
    return roman if roman in _ROMANS else None


def heading_in_order(text: str, before: int) -> tuple[str, int]:
    """Repair the Roman number of a heading in capitals, the one before having been `before`.

    «H. NHIỆM VỤ» after I. → «II. NHIỆM VỤ»; «II. TỔ CHỨC» after II. → «III. TỔ CHỨC». Returns the
    text and the number that holds now.
    """
    found = _HEADING.match(text)
    if found is None or not _in_capitals(found[3]):
        return text, before
    printed, title = found[1], found[3].strip()
    roman = _as_roman(printed)
    expected = _ROMANS[before] if before < len(_ROMANS) else None
    if roman is None or (not found[2] and len(printed) < 2 and roman != expected):
        return text, before
    value = roman_value(roman)
    if expected is not None and value != before + 1 and _one_stroke_apart(roman, expected):
        roman, value = expected, before + 1
    return f"{roman}. {title}", value


def titles_in_order(titles: Sequence[str]) -> list[str]:
    """Repair the Roman numbers of group titles that run over a table: I., II., II. → III.

    Only where more than half of them already stand in order, wherever the order begins.
    """
    found = [_HEADING.match(title) for title in titles]
    romans = [_as_roman(match[1]) if match and match[2] else None for match in found]
    starts = Counter(
        roman_value(roman) - place for place, roman in enumerate(romans) if roman is not None
    )
    if not starts:
        return list(titles)
    start, fitting = starts.most_common(1)[0]
    if fitting * 2 <= len(titles) or start < 1 or start - 1 + len(titles) > len(_ROMANS):
        return list(titles)
    result = list(titles)
    for place, (match, roman) in enumerate(zip(found, romans, strict=True)):
        expected = _ROMANS[start - 1 + place]
        if match and roman and (roman == expected or _one_stroke_apart(roman, expected)):
            result[place] = f"{expected}{match[2]} {match[3].strip()}"
    return result


def _in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def _one_stroke_apart(read: str, expected: str) -> bool:
    if read == "I" and expected != "II":
        return False
    longer, shorter = max(read, expected, key=len), min(read, expected, key=len)
    if len(longer) == len(shorter):
        return sum(a != b for a, b in zip(longer, shorter, strict=True)) <= 1
    return len(longer) - len(shorter) == 1 and not Counter(shorter) - Counter(longer)


def numbers_in_order(texts: Sequence[str], are_groups: Sequence[bool]) -> list[str]:
    """Repair the first column of a recognised table: group rows and task rows each in order."""
    numbers = [_NUMBER_NOISE.sub(".", text).strip(".") for text in texts]
    result = list(texts)
    _groups_in_order(result, numbers, [i for i, is_group in enumerate(are_groups) if is_group])
    tasks = [
        index
        for index, is_group in enumerate(are_groups)
        if not is_group and (_value(numbers[index]) is not None or not _is_word(texts[index]))
    ]
    _tasks_in_order(result, numbers, tasks, are_groups)
    return result


def _is_word(text: str) -> bool:
    """«STT» or a name in the first column is no number, misread or not."""
    return sum(map(str.isalpha, text)) >= 3 and _as_roman(text) is None


def _groups_in_order(result: list[str], numbers: Sequence[str], groups: Sequence[int]) -> None:
    """Write I, II, III… where at least half of the group rows read so, or like it."""
    printed = [numbers[index].strip(".") for index in groups]
    if any(_value(text) is not None and set(text) != {"1"} for text in printed):
        return  # the groups are numbered 1, 2, 3
    if all(text == "1" for text in printed):
        return
    fitting = 0
    for place, index in enumerate(groups):
        roman = _as_roman(numbers[index].strip("."))
        if roman is None or place >= len(_ROMANS):
            continue
        expected = _ROMANS[place]
        fitting += roman == expected or _one_stroke_apart(roman, expected)
    if fitting * 2 < len(groups) or len(groups) > len(_ROMANS):
        return
    for place, index in enumerate(groups):
        text = numbers[index].strip(".")
        label = bare_label(text) if text else None
        if label is None or _as_roman(text) is not None:
            result[index] = _ROMANS[place]


def _value(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 3 else None


def _tasks_in_order(
    result: list[str],
    numbers: Sequence[str],
    tasks: Sequence[int],
    are_groups: Sequence[bool],
) -> None:
    """Write the number that both neighbours leave; put the point back into «11» after «1.0»."""
    for place, index in enumerate(tasks):
        text = numbers[index]
        before = result[tasks[place - 1]] if place else ""
        begins = place == 0 or (index > 0 and are_groups[index - 1])
        if index > 0 and are_groups[index - 1] and _value(result[index - 1]) is not None:
            before = result[index - 1]
        after = numbers[tasks[place + 1]] if place + 1 < len(tasks) else ""
        candidates = _followers(before)
        if text in candidates:
            result[index] = text
            continue
        pointless = {candidate.replace(".", ""): candidate for candidate in candidates}
        if text and "." in "".join(candidates) and text.replace(".", "") in pointless:
            result[index] = pointless[text.replace(".", "")]
            continue
        expected = _between(_value(before), _value(after), begins=begins)
        if expected is not None and _value(text) != expected and (text or _both(before, after)):
            result[index] = str(expected)


def _both(before: str, after: str) -> bool:
    return _value(before) is not None and _value(after) is not None


def _between(before: int | None, after: int | None, *, begins: bool) -> int | None:
    if before is not None and after is not None and after == before + 2:
        return before + 1
    if begins and after == 2:
        return 1
    return None


def _followers(before: str) -> list[str]:
    """What may come after «1.2»: «1.3», «2», «1.2.1»; decimal numbers only."""
    if "." not in before:
        return [f"{before}.1"] if _value(before) is not None else []
    parts = before.split(".")
    if not all(part.isdecimal() for part in parts):
        return []
    found = [f"{before}.1"]
    for depth in range(len(parts), 0, -1):
        found.append(".".join([*parts[: depth - 1], str(int(parts[depth - 1]) + 1)]))
    return found
