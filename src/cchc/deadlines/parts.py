"""A deadline cut into its parts: which words are clauses, which are notes on them.

In: the signs of a cell. Out: parts, each with its clauses and the words left over. Parts end at
semicolons, at bullets and where a new line begins a new sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from cchc.deadlines.clauses import Clauses
from cchc.deadlines.lexer import Lexemes
from cchc.deadlines.loose_words import forbids, has_number, is_counted
from cchc.deadlines.meanings import Bound, Clause, Manner, Points, Refused
from cchc.deadlines.rhythms import Rhythm
from cchc.deadlines.stretches import Unit
from cchc.deadlines.vocabulary import Sign
from cchc.plan.schedule import Every

_SKIPPED = {
    Sign.COMMA, Sign.AND, Sign.SLASH, Sign.COLON, Sign.OPEN, Sign.CLOSE, Sign.STOP, Sign.DASH,
    Sign.BULLET,
}  # fmt: skip
# What may stand between a note and its time without being part of the note.
_TRIMMED = _SKIPPED | {
    Sign.FILLER, Sign.TIME_LABEL, Sign.IN, Sign.FROM, Sign.WITHIN, Sign.AT_LEAST, Sign.OF,
    Sign.SEMICOLON,
}  # fmt: skip


_LOOSE = {Sign.IN, Sign.FROM, Sign.WITHIN, Sign.AT_LEAST, Sign.OF, Sign.SEMICOLON}


@dataclass(slots=True)
class Said:
    """One clause with the note that its part gives it; `firm` where a colon ties them."""

    clause: Clause
    note: str | None = None
    firm: bool = False
    in_brackets: bool = False


@dataclass(slots=True)
class Part:
    first: int
    last: int
    said: list[Said] = field(default_factory=list)
    left_over: list[tuple[int, int]] = field(default_factory=list)
    clean: bool = True  # no word was left over, not even as a note
    refused: bool = False  # words beside its clauses change what they say


def cut(lexemes: Lexemes) -> list[Part]:
    """Cut a deadline into parts."""
    clauses = Clauses(lexemes)
    parts: list[Part] = []
    i = 0
    while i < lexemes.length:
        start = _skip_label(lexemes, i)
        pieces, end = _pieces(clauses, start)
        if pieces:
            part = Part(start, pieces[-1][1])
            _attach(lexemes, part, pieces)
            parts.append(part)
        i = max(end, i + 1)
    return parts


def _skip_label(lexemes: Lexemes, i: int) -> int:
    """Skip bullets and numbering: «- », «+ », «1. », «a) »."""
    signs = lexemes.signs
    while signs[i] in (Sign.DASH, Sign.BULLET, Sign.SEMICOLON, Sign.STOP, Sign.COMMA, Sign.AND):
        i += 1
    numbered = signs[i] is Sign.NUMBER and signs[i + 1] is Sign.STOP and i + 1 < lexemes.length
    if numbered and signs[i + 2] is not Sign.NUMBER:
        return i + 2
    bracket = signs[i + 1] is Sign.CLOSE and lexemes.text[lexemes.ends[i]] == ")"
    if signs[i] is not Sign.NOTHING and bracket and lexemes.ends[i] - lexemes.starts[i] <= 2:
        return i + 2
    return i


Piece = tuple[int, int, Clause | None]  # first, last, and the clause or None for other words


def _pieces(clauses: Clauses, i: int) -> tuple[list[Piece], int]:
    """Read one part from `i`: clauses and runs of other words, up to the part's end."""
    lexemes = clauses.lexemes
    pieces: list[Piece] = []
    words_from: int | None = None

    def close(at: int) -> None:
        nonlocal words_from
        if words_from is not None:
            pieces.append((words_from, at, None))
            words_from = None

    start = i
    while i < lexemes.length:
        sign = lexemes.signs[i]
        if i > start and _breaks(clauses, i, after_words=words_from is not None):
            break
        if sign is Sign.SEMICOLON:
            close(i)
            i += 1
            break
        clause = clauses.at(i)
        counted = words_from is not None and is_counted(lexemes, i)
        if counted or _hedges(clauses, i, pieces[-1] if pieces and words_from is None else None):
            clause = Clause(Refused(), i, i + 1)
        if clause is not None:
            close(i)
            pieces.append((i, clause.last, clause))
            i = clause.last
            continue
        if sign in _SKIPPED:
            if sign is not Sign.SLASH and sign is not Sign.DASH and sign is not Sign.AND:
                close(i)
        elif words_from is None:
            words_from = i
        i += 1
    close(i)
    return pieces, i


def _hedges(clauses: Clauses, i: int, before: Piece | None) -> bool:
    """Say whether a word such as «ngoài», «lùi sang», «trở đi» stands right by a clause."""
    if clauses.lexemes.signs[i] is not Sign.HEDGE:
        return False
    told = before is not None and before[2] is not None and before[1] == i
    return told or clauses.at(i + 1) is not None


def _breaks(clauses: Clauses, i: int, *, after_words: bool) -> bool:
    """Say whether a new part begins at `i`: a bullet, a new sentence, a new line in capitals."""
    lexemes = clauses.lexemes
    sign = lexemes.signs[i]
    if sign is Sign.BULLET:
        return True
    if sign is Sign.STOP:
        capital = i + 1 < lexemes.length and lexemes.is_capital(i + 1)
        return capital and lexemes.starts[i + 1] > lexemes.ends[i]
    if sign is Sign.DASH:
        if lexemes.new_line[i]:
            return True
        spaced = lexemes.starts[i] > lexemes.ends[i - 1]
        capital = i + 1 < lexemes.length and lexemes.is_capital(i + 1)
        return spaced and capital
    if lexemes.new_line[i] and lexemes.is_capital(i) and sign not in (Sign.ROMAN,):
        # «Kế hoạch:⏎Quý I» goes on; «Quý I⏎Báo cáo: quý IV» is two
        return not after_words and lexemes.signs[i - 1] is not Sign.COLON
    return False


def _attach(lexemes: Lexemes, part: Part, pieces: list[Piece]) -> None:
    """Give each clause its note: the words before it, or those after it that nothing else takes."""
    waiting: str | None = None
    firm = labelled = False
    part.refused = _is_refused(lexemes, pieces)
    pieces = _join_names(lexemes, pieces)
    for index, (first, last, clause) in enumerate(pieces):
        if clause is not None:
            label = _label(lexemes, pieces, index, again=labelled)
            if label is not None:
                waiting, firm, labelled = label, True, True
                continue
            if part.said and lexemes.signs[first] is Sign.FILLER:
                waiting, firm = None, False
            part.said.append(
                Said(clause, waiting, firm, in_brackets=lexemes.signs[first - 1] is Sign.OPEN)
            )
            continue
        leads = index + 1 < len(pieces) and pieces[index + 1][0] == last
        words = _trim(lexemes, first, last, leads=leads) or _named_activity(lexemes, first, last)
        if words is None:
            continue
        part.clean = False
        if index + 1 < len(pieces) and not _belongs_before(lexemes, part, pieces, index):
            before = pieces[index - 1] if index else None
            if waiting is not None and before is not None and _is_numbered(lexemes, before):
                words = lexemes.slice(pieces[index - 1][0], last)
            waiting, firm = words, _tied(lexemes, last, pieces[index + 1][0])
        elif not part.said or _opens_sentence(lexemes, pieces, index):
            part.left_over.append((first, last))
        else:
            tied = lexemes.signs[pieces[index - 1][1]] is Sign.COLON
            if part.said[-1].note is None:
                part.said[-1].note, part.said[-1].firm = words, tied
            elif has_number(lexemes, first, last):
                part.left_over.append((first, last))
            waiting, firm = None, False
    if waiting is not None and not part.said:
        part.left_over.append((part.first, part.last))


def _is_numbered(lexemes: Lexemes, piece: Piece) -> bool:
    """Say whether these are words with a number that no other words may push aside."""
    return piece[2] is None and has_number(lexemes, piece[0], piece[1])


def _is_refused(lexemes: Lexemes, pieces: list[Piece]) -> bool:
    for index, (first, last, clause) in enumerate(pieces):
        if clause is None:
            before = pieces[index - 1][2] if index else None
            after = pieces[index + 1][2] if index + 1 < len(pieces) else None
            if forbids(lexemes, first, last, before, after):
                return True
    return False


def _label(lexemes: Lexemes, pieces: list[Piece], index: int, *, again: bool) -> str | None:
    """«Quý I: trước 15/3», «6 tháng: trước 15/6»: the time before the colon names what is due.

    `again` says that another of the part was a name: «Báo cáo quý I trước 15/3, quý II trước 15/6».
    """
    _, last, clause = pieces[index]
    if clause is None or index + 1 == len(pieces):
        return None
    following = pieces[index + 1][2]
    if following is None or not isinstance(following.meaning, Points):
        return None
    names = isinstance(clause.meaning, Rhythm) and not clause.meaning.marked
    if lexemes.signs[last] is Sign.COLON:
        names = names or (isinstance(clause.meaning, Points) and clause.meaning.bound is Bound.NONE)
        return _with_words_before(lexemes, pieces, index) if names else None
    bounded = following.meaning.bound is not Bound.NONE
    bounded = bounded or (following.meaning.is_days and lexemes.signs[last] is Sign.OPEN)
    names = names or _is_reported(lexemes, clause) or (again and _is_name(clause))
    if names and bounded and (last == following.first or lexemes.signs[last] is Sign.OPEN):
        return _with_words_before(lexemes, pieces, index)
    return None


def _is_reported(lexemes: Lexemes, clause: Clause) -> bool:
    """«Báo cáo quý I trước ngày 15/3», «định kỳ 6 tháng trước ngày 15/6»: a report and its date."""
    if isinstance(clause.meaning, Rhythm):
        regular = lexemes.signs[clause.first] is Sign.REGULAR
        every = Sign.EVERY in lexemes.signs[clause.first : clause.last]
        halves = (Every.HALF_YEAR,), (Every.NINE_MONTHS,)
        return regular and not every and clause.meaning.everys in halves
    reported = clause.first > 0 and lexemes.signs[clause.first - 1] is Sign.REPORT
    return reported and _is_name(clause)


def _with_words_before(lexemes: Lexemes, pieces: list[Piece], index: int) -> str:
    first, last, _ = pieces[index]
    if index > 0 and pieces[index - 1][2] is None and pieces[index - 1][1] == first:
        first = pieces[index - 1][0]
    return lexemes.slice(first, last)


def _trim(lexemes: Lexemes, first: int, last: int, *, leads: bool) -> str | None:
    """Take fillers off both ends of a note; None where nothing else is left.

    At its end only where it leads to a clause: «ban hành, thực hiện quý I», «tiến độ» elsewhere.
    """
    while first < last and lexemes.signs[last - 1] in (_TRIMMED if leads else _SKIPPED | _LOOSE):
        last -= 1
    start = first
    while start < last and lexemes.signs[start] in _TRIMMED:
        start += 1
    if start == last:
        return None
    while first < last and lexemes.signs[first] in _SKIPPED:
        first += 1
    return lexemes.slice(first, last)


def _named_activity(lexemes: Lexemes, first: int, last: int) -> str | None:
    """«Triển khai: quý II»: before a colon even a filler names what is due."""
    if lexemes.signs[last] is not Sign.COLON or lexemes.signs[last - 1] is not Sign.FILLER:
        return None
    return lexemes.slice(first, last)


def _join_names(lexemes: Lexemes, pieces: list[Piece]) -> list[Piece]:
    """Join «(báo cáo 6 tháng)», «đối với báo cáo năm» into one note: there the period is a name."""
    joined: list[Piece] = []
    for piece in pieces:
        first, last, clause = piece
        words = joined[-1] if joined else None
        if (
            clause is not None
            and len(joined) > 1
            and words is not None
            and words[2] is None
            and words[1] == first
            and _is_name(clause)
            and (lexemes.signs[words[0] - 1] is Sign.OPEN or lexemes.signs[words[0]] is Sign.OF)
        ):
            joined[-1] = (words[0], last, None)
        elif len(joined) > 1 and _names_a_report(lexemes, joined, piece):
            joined[-1] = (joined[-1][0], last, None)
        elif words is not None and _names_the_date_before(lexemes, words, piece):
            joined.append((first, last, None))
        else:
            joined.append(piece)
    return joined


def _names_a_report(lexemes: Lexemes, joined: list[Piece], piece: Piece) -> bool:
    """«Trước 15/6 báo cáo 6 tháng»: right after a date the period says which report."""
    dated, words = joined[-2], joined[-1]
    first, last, clause = piece
    return (
        clause is not None
        and words[2] is None
        and dated[2] is not None
        and isinstance(dated[2].meaning, Points)
        and dated[2].meaning.is_days
        and dated[2].meaning.bound is not Bound.NONE
        and dated[1] == words[0]
        and words[1] == first
        and lexemes.signs[first - 1] is Sign.REPORT
        and lexemes.signs[last] in _SKIPPED | {Sign.NOTHING, Sign.SEMICOLON}
        and _is_name(clause)
    )


def _names_the_date_before(lexemes: Lexemes, before: Piece, piece: Piece) -> bool:
    """«20/6 (6 tháng)»: the brackets right after a date say what is due on it."""
    first, last, clause = piece
    signs = lexemes.signs
    dated = before[2].meaning if before[2] is not None else None
    return (
        clause is not None
        and isinstance(dated, Points)
        and dated.is_days
        and before[1] == first - 1
        and signs[first - 1] is Sign.OPEN
        and signs[last] is Sign.CLOSE
        and _is_name(clause)
    )


def _is_name(clause: Clause) -> bool:
    """«6 tháng», «quý I», «năm 2026»: what a report can be named by."""
    meaning = clause.meaning
    if isinstance(meaning, Rhythm):
        return not meaning.marked
    if not isinstance(meaning, Points) or meaning.bound is not Bound.NONE:
        return False
    return all(element.end.unit is not Unit.DAY for element in meaning.elements)


def _tied(lexemes: Lexemes, last: int, following: int) -> bool:
    return any(lexemes.signs[place] is Sign.COLON for place in range(last - 1, following))


def _belongs_before(lexemes: Lexemes, part: Part, pieces: list[Piece], index: int) -> bool:
    """«Quý I xây dựng kế hoạch, quý IV báo cáo»: a comma after the words, none before them."""
    if not part.said or index == 0:
        return False
    before, after = pieces[index - 1][1], pieces[index][1]
    separated_before = lexemes.signs[before] in _SKIPPED
    if lexemes.signs[before] in (Sign.COLON, Sign.OPEN):
        return True
    separated_after = lexemes.signs[after] in (Sign.COMMA, Sign.STOP) or (
        lexemes.signs[after - 1] is Sign.AND
    )
    return separated_after and not separated_before


def _opens_sentence(lexemes: Lexemes, pieces: list[Piece], index: int) -> bool:
    """Words in capitals right after a clause begin something new that was not understood.

    «Quý I Lồng ghép trong báo cáo CCHC» (Nghệ An 2023): a line break was lost.
    """
    first = pieces[index][0]
    if first == 0 or lexemes.signs[first - 1] is Sign.COLON:
        return False
    if lexemes.signs[first - 1] is Sign.OPEN:
        return False
    before = pieces[index - 1][2]
    return lexemes.is_capital(first) and not isinstance(before.meaning if before else None, Manner)
