"""Compose one plan: the blocks to write and the gold, side by side and by construction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.plans.blocks import Draft, Letterhead, NewPage, Para, Signature
from tests.plans.goals import (
    GENERAL,
    LAWS,
    Source,
)
from tests.plans.offices import OFFICES, Office, person
from tests.plans.phrases import Span
from tests.plans.stock import FIRST, Stock
from tests.plans.style import Style
from tests.plans.work import Promise

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LETTERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q")


@dataclass(slots=True)
class Composer:
    """The state of one plan being composed."""

    style: Style
    rng: Random
    office: Office
    stock: Stock = FIRST
    draft: Draft = field(default_factory=Draft)
    top_count: int = 0
    sub_count: int = 0

    @property
    def span(self) -> Span:
        return Span(self.style.year, 7 if self.style.half else 1, 12)

    def fill(self, text: str) -> str:
        """Fill the places of a stock sentence for this office and year."""
        office, year = self.office, self.style.year
        all_units = office.all_units
        return text.format(
            year=year,
            last=year - 1,
            own=office.own,
            all=all_units[0].lower() + all_units[1:],
            All=all_units,
            field=office.field,
            top=office.top,
            office=office.units["office"],
            finance=office.units["finance"],
        )

    # Headings ------------------------------------------------------------------------------

    def top_heading(self, title: str) -> str:
        """Add a heading of the first level; return its label."""
        self.top_count += 1
        self.sub_count = 0
        roman = self.style.scheme == "roman"
        label = ROMANS[self.top_count - 1] if roman else str(self.top_count)
        shown = title.upper() if roman else title
        self._heading(label, shown, 1)
        return label

    def sub_heading(self, title: str) -> str:
        """Add a heading of the second level under the last one of the first."""
        self.sub_count += 1
        label = str(self.sub_count)
        if self.style.scheme == "arabic":
            label = f"{self.top_count}.{self.sub_count}"
        self._heading(label, title, 2)
        return label

    def _heading(self, label: str, title: str, level: int) -> None:
        self.draft.add(Para(title, "heading", f"{label}.", level))
        self.section(label, level, title)

    def section(self, label: str | None, level: int, title: str) -> None:
        """Record a numbered heading in the gold."""
        self.draft.gold["sections"].append({"label": label, "level": level, "title": title})

    # Facts ---------------------------------------------------------------------------------

    def promise(self, promise: Promise) -> None:
        """Record a number committed to."""
        row = {
            "text": self.fill(promise.text),
            "kind": promise.kind,
            "comparator": promise.comparator,
            "value": promise.value,
            "unit": promise.unit,
        }
        if promise.value_to is not None:
            row["value_to"] = promise.value_to
        self.draft.gold["targets"].append(row)

    def cite(self, source: Source, *, dated: bool = True, closing: bool = True) -> str:
        """Print a citation and record it; the first print of a number decides date and issuer."""
        words = f"{source.doc_type} số {source.number}"
        if dated and source.on is not None:
            words += f" {self.day_words(source.on)}"
        if closing and source.said_by:
            words += f" của {source.said_by}"
        known = {c["number"]: c for c in self.draft.gold["citations"]}
        inferred = source.number.endswith(("NĐ-CP", "NQ-CP", "QĐ-TTg", "CT-TTg"))
        issuer = source.issuer if (closing and source.said_by) or inferred else None
        on = source.on.isoformat() if dated and source.on else None
        if source.number not in known:
            self.draft.gold["citations"].append(
                {"number": source.number, "doc_type": source.doc_type, "date": on, "issuer": issuer}
            )
        else:
            seen = known[source.number]
            seen["date"] = seen["date"] or on
            seen["issuer"] = seen["issuer"] or issuer
        return words

    def day_words(self, day: date) -> str:
        """Print a date in the style of the plan."""
        if self.style.long_dates:
            return f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
        return f"ngày {day.day:02d}/{day.month}/{day.year}"


def start(style: Style, seed: int, stock: Stock = FIRST) -> Composer:
    """Begin a plan: the gold with its empty lists."""
    composer = Composer(style, Random(seed), OFFICES[style.office], stock)
    composer.draft.gold.update(
        schema=1,
        header={},
        citations=[],
        sections=[],
        targets=[],
        tasks=[],
        report_windows=[],
    )
    return composer


def letterhead(c: Composer) -> None:
    """Add the letterhead, the title, and the header of the gold."""
    style, office, rng = c.style, c.office, c.rng
    number = f"{rng.randint(3, 98):02d}" if style.numbered else None
    day = rng.randint(5, 26) if style.day_known else None
    month = 7 if style.half else rng.choice((1, 1, 2))
    symbol = f"KH-{office.code}"
    issuer = office.issuer
    subject = rng.choice(c.stock.subjects).format(year=style.year, issuer=issuer)
    if style.half:
        subject = f"Cải cách hành chính 6 tháng cuối năm {style.year} của {issuer}"
    head = office.issuer.upper()
    words = head.split()
    cut = len(words) // 2 if len(head) > 26 else len(words)
    lines = tuple(" ".join(part) for part in (words[:cut], words[cut:]) if part)
    place = office.place
    gap = " " if style.split_subject else ""  # some offices leave a space before the slash
    number_line = f"Số: {number or '       '}{gap}/{symbol}"
    date_line = (
        f"{place}, ngày {f'{day:02d}' if day else '     '} tháng {month:02d} năm {style.year}"
    )
    missing = style.letterhead == "missing"
    header = {
        "parent_authority": None if missing or style.letterhead == "half" else office.parent,
        "issuer": office.issuer,
        "number": None if missing else number,
        "symbol": None if missing else symbol,
        "place": None if missing else place,
        "date": dict.fromkeys(("year", "month", "day"))
        if missing
        else {"year": style.year, "month": month, "day": day},
        "doc_type": "Kế hoạch",
        "subject": subject,
        "year": style.year,
        "signer": {},
        "recipients": list(office.recipients),
    }
    c.draft.gold["header"] = header
    if not missing:
        c.draft.add(
            Letterhead(
                office.parent.upper() if office.parent else None,
                lines,
                number_line,
                date_line,
                style.letterhead,
            )
        )
    c.draft.add(Para("KẾ HOẠCH", "doc_type"))
    cut = subject.rfind(" năm ") if style.split_subject else -1
    for line in (subject[:cut], subject[cut + 1 :]) if cut > 0 else (subject,):
        c.draft.add(Para(line, "subject"))


def _above(office: Office) -> tuple[str, str]:
    """Return who is above an office and the code of that body in document numbers."""
    if office.issuer.startswith("Ủy ban nhân dân tỉnh"):
        return "Bộ Nội vụ", "BNV"
    if office.own == "Cục":
        return str(office.parent), "BCT" if "Công Thương" in str(office.parent) else "BNNMT"
    return office.parent or "UBND tỉnh", "UBND"


def basis(c: Composer) -> None:
    """Add the opening paragraphs: the legal bases and who makes the plan."""
    rng, office, year = c.rng, c.office, c.style.year
    made = date(year if c.style.half else year - 1, 6 if c.style.half else 12, rng.randint(10, 28))
    above, code = _above(office)
    local = Source("Quyết định", f"{rng.randint(512, 4100)}/QĐ-{code}", made, above, above)
    second = Source("Kế hoạch", f"{rng.randint(110, 480)}/KH-{code}", made, above, above)
    letter = Source(
        "Công văn",
        f"{rng.randint(300, 990)}/BNV-CCHC",
        date(year, 1 if not c.style.half else 6, 4),
        "Bộ Nội vụ",
        "Bộ Nội vụ",
    )
    past = [s for s in GENERAL if s.on and s.on < date(year, 1, 1)]
    form = rng.randint(0, 3)
    if form == 0:
        general = rng.choice([s for s in past if s.said_by])
        lines = [
            f"Căn cứ {rng.choice(LAWS)};",
            f"Căn cứ {c.cite(general)}{' ' + general.about if general.about else ''};",
            f"Thực hiện {c.cite(local)} về việc ban hành Kế hoạch cải cách hành chính năm {year},",
        ]
    elif form == 1:
        first = c.cite(local, closing=False)
        last = c.cite(second)
        c.draft.gold["citations"][0]["issuer"] = above  # the closing «của» serves both
        lines = [f"Thực hiện {first} và {last} về cải cách hành chính năm {year},"]
    elif form == 2:
        general = rng.choice([s for s in past if s.said_by])
        lines = [
            f"Căn cứ {c.cite(general)}; {c.cite(letter)} về việc hướng dẫn lập kế hoạch"
            f" cải cách hành chính;",
            f"Xét đề nghị của {office.units['office']},",
        ]
    else:
        lines = [
            f"Thực hiện {c.cite(second)} về công tác cải cách hành chính năm {year},",
        ]
    ending = rng.choice(
        (
            f"{office.issuer} xây dựng Kế hoạch cải cách hành chính năm {year} như sau:",
            f"{office.issuer} ban hành Kế hoạch cải cách hành chính năm {year} với các nội dung"
            " sau:",
        )
    )
    if rng.random() < 0.5 or len(lines) > 1:
        for line in lines:
            c.draft.add(Para(line))
        c.draft.add(Para(ending))
    else:
        c.draft.add(Para(f"{lines[0]} {ending}"))


def aims(c: Composer) -> None:
    """Add the section of goals and demands."""
    rng = c.rng
    title = rng.choice(("Mục tiêu, yêu cầu", "Mục đích, yêu cầu", "Mục tiêu và yêu cầu"))
    word = title.split(",")[0].split(" và")[0]
    c.top_heading(title)
    c.sub_heading(rng.choice((word, f"{word} chung")) if rng.random() < 0.3 else word)
    plain = [g for g in c.stock.goals if not g.promises]
    counted = rng.sample([g for g in c.stock.goals if g.promises], c.style.goals)
    chosen = [rng.choice(plain), *counted]
    for at, goal in enumerate(chosen):
        text = c.fill(goal.text)
        note = ""
        if c.style.footnotes and at == 1:
            note = "Theo số liệu của phần mềm một cửa điện tử tại thời điểm khóa sổ."
        c.draft.add(item(c, text, at, note))
        for promise in goal.promises:
            c.promise(promise)
    c.sub_heading("Yêu cầu")
    for at, text in enumerate(rng.sample(c.stock.demands, 3)):
        c.draft.add(item(c, text, at))


def item(c: Composer, text: str, at: int, footnote: str = "") -> Para:
    """Make an item paragraph with the plan's kind of bullet."""
    label = {"none": "", "letters": f"{LETTERS[at % len(LETTERS)]})", "plus": "-"}
    inserted = deleted = ""
    if c.style.tracked and at == 1 and text.endswith("."):
        text, inserted = text[:-1], " trong mọi trường hợp."
        deleted = " nếu có điều kiện."
    mark = label.get(c.style.bullets, c.style.bullets)
    return Para(text, "item", mark, 1, footnote, inserted, deleted)


def closing(c: Composer) -> None:
    """Add the section on organisation; numbered sentences, no tasks and no sections."""
    c.top_heading("Tổ chức thực hiện")
    for at, text in enumerate(c.rng.sample(c.stock.closing, 3), start=1):
        label = f"{at}." if c.style.scheme == "roman" else "-"
        c.draft.add(Para(c.fill(text), "item", label, 1))


def sign(c: Composer) -> None:
    """Add recipients and signature, and the signer of the gold."""
    office, name = c.office, person(c.rng)
    head, deputy, kind = office.head, office.deputy, c.style.signer
    body = "TM. ỦY BAN NHÂN DÂN" if office.boards else None
    table: dict[str, tuple[tuple[str, ...], str | None, str]] = {
        "head": ((body, head.upper()) if body else (head.upper(),), "TM." if body else None, head),
        "deputy": (
            (body, f"KT. {head.upper()}", deputy.upper())
            if body
            else (f"KT. {head.upper()}", deputy.upper()),
            "KT.",
            deputy,
        ),
        "order": (
            (f"TL. {head.upper()}", office.heads["office"].upper()),
            "TL.",
            office.heads["office"],
        ),
        "authorised": (
            (f"TUQ. {head.upper()}", office.heads["office"].upper()),
            "TUQ.",
            office.heads["office"],
        ),
        "acting": ((f"Q. {head.upper()}",), "Q.", head),
    }
    lines, authority, position = table[kind]
    c.draft.gold["header"]["signer"] = {
        "authority": authority,
        "position": position,
        "name": name,
    }
    c.draft.add(Signature(office.recipients, lines, name))


def page(c: Composer, *, landscape: bool) -> None:
    """Start a new page for an appendix."""
    c.draft.add(NewPage(landscape))


def seeded(seed: int, name: str) -> int:
    """Mix a seed with a name so that each plan draws its own numbers."""
    return Random(f"{seed}/{name}").randrange(1 << 30)
