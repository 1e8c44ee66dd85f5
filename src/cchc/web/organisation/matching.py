"""Unit names as plans write them → units of the register.

In: a name and a register as plain values. Out: the units it means and why, or suggestions for a
person; nothing is guessed silently. Only `register_of` reads rows (3 queries).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from django.db.models import Q
from rapidfuzz import fuzz

from cchc.text.folding import fold
from cchc.text.normal import modern_tones, one_line
from cchc.web.organisation.models import CollectiveName, Unit, UnitAlias, UnitKind, in_force

SURE, GAP, LEAST = 90, 15, 60  # scores 0..100: taken as it is, and how far before the second
_MOST_SUGGESTIONS = 5
# What a name may begin with for short; inside a name the same letters are something else.
_BEGINNINGS: Mapping[str, str] = {
    "p": "phong",
    "tt": "trung tam",
    "cc": "chi cuc",
    "bv": "benh vien",
    "gd": "giam doc",
    "pgd": "pho giam doc",
    "ld": "lanh dao",
}
# Words that say the same. Seen in plans of departments, 2019-2026.
_ABBREVIATIONS: Mapping[str, str] = {
    "vp": "van phong",
    "ttra": "thanh tra",
    "bql": "ban quan ly",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "tp": "thanh pho",
    "khcn": "khoa hoc cong nghe",
    "kh&cn": "khoa hoc cong nghe",
    "kh-cn": "khoa hoc cong nghe",
    "khtc": "ke hoach tai chinh",
    "kh-tc": "ke hoach tai chinh",
    "tchc": "to chuc hanh chinh",
    "tc-hc": "to chuc hanh chinh",
    "cntt": "cong nghe thong tin",
    "cchc": "cai cach hanh chinh",
    "tthc": "thu tuc hanh chinh",
    "pvhcc": "phuc vu hanh chinh cong",
    "ks": "kiem soat",
    "ksttth": "kiem soat thu tuc hanh chinh",
    "tdc": "tieu chuan do luong chat luong",
    "tckt": "to chuc ke toan",
    "qlnn": "quan ly nha nuoc",
    "shtt": "so huu tri tue",
    "dmst": "doi moi sang tao",
    "cds": "chuyen doi so",
    "tnmt": "tai nguyen moi truong",
    "gddt": "giao duc dao tao",
    "nnptnt": "nong nghiep phat trien nong thon",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "tttt": "thong tin truyen thong",
    "khdt": "ke hoach dau tu",
    "vhttdl": "van hoa the thao du lich",
    "gtvt": "giao thong van tai",
}
_HEADS = (
    *("phong", "van phong", "thanh tra", "trung tam", "chi cuc", "ban quan ly", "ban", "so"),
    *("uy ban nhan dan", "cong an", "benh vien", "truong", "tram", "vien", "quy", "cuc"),
    *("bo phan", "to", "kho bac"),
)
# Whose post it is → the word that its unit's name begins with; «» is the office itself.
_POSTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:pho )?(?:chanh|truong) (?=van phong|thanh tra|phong|ban)"), ""),
    (re.compile(r"(?:pho )?chi cuc truong(?: chi cuc)?\b"), "chi cuc"),
    (re.compile(r"(?:pho )?giam doc (?=trung tam|ban quan ly|so|quy|vien)"), ""),
    (re.compile(r"(?:pho )?(?:thu truong|lanh dao|chu tich) (?=phong|van phong|trung tam|so\b"
                r"|chi cuc|uy ban|thanh tra)"), ""),
    (re.compile(r"^(?:ban )?(?:lanh dao|giam doc|pho giam doc|cac pho giam doc)(?: so)?$"), "so"),
)  # fmt: skip
_MANY = re.compile(
    r"^(?:(?:thu truong|lanh dao|truong|giam doc) )?(?:cac|toan the|tat ca|nhung|moi|tung)\b"
    r"|^don vi\b|^phong chuyen mon\b|lien quan"
)
_ITSELF = "co quan"  # how a plan calls the office that it is of
_FILLING = frozenset(("va", "cua", "thuoc", "truc", "tinh"))
_WORD = re.compile(r"[a-z0-9&]+(?:-[a-z0-9]+)*")
# Which kinds of unit a collective name speaks of, by its words.
_MEANT: tuple[tuple[re.Pattern[str], tuple[UnitKind, ...]], ...] = (
    (re.compile(r"\bphong\b|\bvan phong\b|\bthanh tra\b"), (UnitKind.DIVISION,)),
    (re.compile(r"\bdon vi\b"), (UnitKind.SUB_DEPARTMENT, UnitKind.PUBLIC_SERVICE)),
    (re.compile(r"\bchi cuc\b"), (UnitKind.SUB_DEPARTMENT,)),
    (re.compile(r"\btrung tam\b|\btruong\b|su nghiep"), (UnitKind.PUBLIC_SERVICE,)),
    (re.compile(r"\bso\b(?:,| va)? (?:ban|nganh)|\bcac so\b"), (UnitKind.DEPARTMENT,)),
    (re.compile(r"\bxa\b|cap xa|\bhuyen\b"), (UnitKind.COMMUNE,)),
    (re.compile(r"doan the|to chuc chinh tri"), (UnitKind.PEOPLE_BODY,)),
)
_INSIDE = (UnitKind.DIVISION, UnitKind.SUB_DEPARTMENT, UnitKind.PUBLIC_SERVICE)


class How(StrEnum):
    """Why a name means what it means; the first four and FUZZY need no person."""

    EXACT = "exact"
    ALIAS = "alias"
    COLLECTIVE = "collective"
    POST = "post"
    FUZZY = "fuzzy"
    SUGGESTION = "suggestion"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as matching needs it. `distance`: 0 inside the office, 1 above it or beside it."""

    pk: int
    name: str
    short_name: str
    kind: UnitKind
    distance: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    unit: int
    score: int


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means. `units` are taken as decided unless `how` asks a person; for a
    collective name that nobody has explained yet they are what to preselect."""

    how: How
    units: tuple[int, ...] = ()
    note: str = ""
    is_collective: bool = False
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def is_decided(self) -> bool:
        return self.how not in (How.SUGGESTION, How.UNKNOWN)


@dataclass(frozen=True)
class Register:
    """The units that plans of one office may name, with what it calls them."""

    office: KnownUnit
    units: tuple[KnownUnit, ...]
    aliases: Mapping[str, int] = field(default_factory=dict)
    collectives: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def by_form(self) -> dict[str, list[KnownUnit]]:
        """Units by each form in which their name may be written."""
        found: dict[str, list[KnownUnit]] = {}
        for unit in self.units:
            for form in dict.fromkeys(_forms(unit, self.office)):
                found.setdefault(form, []).append(unit)
        return found


def fold_name(text: str) -> str:
    """The key under which a name is decided and learnt: no marks, one line, no end signs."""
    return fold(plain_name(text))


def plain_name(text: str) -> str:
    """A name on one line without the signs that lists put around it."""
    return one_line(text).strip(" .;,:-–*()«»\"'")


def match(name: str, register: Register) -> Match:
    """Say which units of the register a name means.

    «VP Sở» → Văn phòng Sở (exact); «Trưởng phòng Quản lý công nghệ» → the division, with a note;
    «Các phòng, đơn vị» → all units inside the office, for a person to confirm.
    """
    folded = fold_name(name)
    if not folded:
        return Match(How.UNKNOWN)
    if folded in register.collectives:
        return Match(How.COLLECTIVE, register.collectives[folded], is_collective=True)
    if folded in register.aliases:
        return Match(How.ALIAS, (register.aliases[folded],))
    spelled = _spelled(folded)
    if found := _exactly(name, spelled, register):
        return Match(How.EXACT, (found.pk,))
    if _MANY.search(spelled):
        return Match(
            How.SUGGESTION if (meant := _meant(spelled, register)) else How.UNKNOWN,
            meant,
            is_collective=True,
        )
    if (post := _of_a_post(name, spelled, register)) is not None:
        return post
    return _by_likeness(spelled, register)


def _exactly(name: str, spelled: str, register: Register) -> KnownUnit | None:
    """The one unit with a form of its name spelled so; the nearest where several have it."""
    found = register.by_form.get(_bare(spelled), [])
    if not found:
        return None
    nearest = min(unit.distance for unit in found)
    near = [unit for unit in found if unit.distance == nearest]
    if len(near) > 1:
        # «xã Tân An» and «xã Tân Ân» differ only in their marks.
        said = _marked(name)
        near = [unit for unit in near if _marked(unit.name) == said]
    return near[0] if len(near) == 1 else None


def _of_a_post(name: str, spelled: str, register: Register) -> Match | None:
    """«Trưởng phòng Quản lý công nghệ» → the unit that the holder of the post heads."""
    for pattern, head in _POSTS:
        found = pattern.search(spelled)
        if found is None or found.start() > 0:
            continue
        rest = f"{head} {spelled[found.end() :]}".strip()
        note = f"Văn bản ghi chức vụ «{one_line(name)}»"
        if rest == "so":
            return Match(How.POST, (register.office.pk,), note)
        unit = _exactly(rest, rest, register)
        if unit is not None:
            return Match(How.POST, (unit.pk,), note)
        like = _by_likeness(rest, register)
        return Match(like.how, like.units, note, suggestions=like.suggestions)
    return None


def _by_likeness(spelled: str, register: Register) -> Match:
    """Compare with every form; one far ahead of all others is taken, else they are suggested."""
    bare = _bare(spelled)
    scores: dict[int, float] = {}
    distances: dict[int, int] = {}
    for form, units in register.by_form.items():
        if form.startswith(_ITSELF):
            continue
        score = _likeness(bare, form)
        for unit in units:
            near = score - 4 * unit.distance
            if near > scores.get(unit.pk, 0.0):
                scores[unit.pk] = near
            distances[unit.pk] = unit.distance
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], distances[pair[0]], pair[0]))
    likely = tuple(
        Suggestion(pk, round(score)) for pk, score in ranked[:_MOST_SUGGESTIONS] if score >= LEAST
    )
    if not likely:
        return Match(How.UNKNOWN)
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if ranked[0][1] >= SURE and ranked[0][1] - second >= GAP:
        return Match(How.FUZZY, (likely[0].unit,), suggestions=likely)
    return Match(How.SUGGESTION, (likely[0].unit,), suggestions=likely)


def _likeness(name: str, form: str) -> float:
    """How alike two names are, 0..100, by what they say besides «phòng», «trung tâm»."""
    head, other = _head(name), _head(form)
    rest, said = name.removeprefix(head).strip(), form.removeprefix(other).strip()
    if not rest or not said or " " not in rest + said:
        return fuzz.ratio(name, form)
    alike = max(fuzz.ratio(rest, said), fuzz.token_sort_ratio(rest, said))
    fewer, more = sorted((set(rest.split()), set(said.split())), key=len)
    if len(fewer) > 1 and fewer <= more:
        # A short name inside a long one is a hint and never sure.
        alike = max(alike, 84.0)
    if head == other:
        return alike
    return 0.75 * alike if head and other else alike - 8.0


def _meant(spelled: str, register: Register) -> tuple[int, ...]:
    """The units that a collective name most likely speaks of, to be confirmed by a person."""
    kinds = {kind for pattern, kinds in _MEANT if pattern.search(spelled) for kind in kinds}
    of_office = [u for u in register.units if u.distance == 0 and u.pk != register.office.pk]
    inside = tuple(u.pk for u in of_office if u.kind in kinds and u.kind in _INSIDE)
    if inside:
        return inside
    outside = kinds - set(_INSIDE)
    return tuple(u.pk for u in register.units if u.kind in outside and u.pk != register.office.pk)


def _spelled(folded: str) -> str:
    """Abbreviations written out: «p. qlcn» → «phong qlcn», «vp ubnd tinh» → …"""
    words = _WORD.findall(folded.replace(" & ", " va "))
    if words and words[0] in _BEGINNINGS:
        words[0] = _BEGINNINGS[words[0]]
    # «KĐ&KN» are initials like «KĐKN».
    return " ".join(_ABBREVIATIONS.get(word) or word.replace("&", "") for word in words)


def _bare(spelled: str) -> str:
    """Without the words that names carry or leave out: «và», «của», «thuộc», «trực thuộc»."""
    return " ".join(word for word in spelled.replace("-", " ").split() if word not in _FILLING)


def _forms(unit: KnownUnit, office: KnownUnit) -> Iterator[str]:
    """The ways in which a unit's name may be written in full, shortened or by initials."""
    spelled = _spelled(fold_name(unit.name))
    whole = _bare(spelled)
    yield whole
    head = _head(whole)
    rest = whole.removeprefix(head).strip()
    if unit.short_name:
        short = _bare(_spelled(fold_name(unit.short_name)))
        yield short
        if head and not short.startswith(head):
            yield f"{head} {short}"
    if rest and len(rest.split()) > 1:
        with_and = [w[0] for w in spelled.removeprefix(head).split() if w not in _FILLING - {"va"}]
        without = [word[0] for word in rest.split()]
        for letters in ("".join(with_and), "".join(without)):
            yield f"{head} {letters}".strip()
            if len(letters) > 2:
                yield letters
    if unit.distance == 0 and unit.pk != office.pk:
        yield from _forms_inside(whole, office)
    elif unit.pk == office.pk:
        yield head
        yield _ITSELF
        yield f"{_ITSELF} {head}".strip()


def _forms_inside(whole: str, office: KnownUnit) -> Iterator[str]:
    """A unit inside the office: with and without the office's own name behind."""
    own = _bare(_spelled(fold_name(office.name)))
    kind = _head(own)
    endings: list[Callable[[str], str]] = [
        lambda name: name.removesuffix(f" {own}"),
        lambda name: name.removesuffix(f" {kind}") if kind else name,
    ]
    for shorten in endings:
        short = shorten(whole)
        yield short
        yield f"{short} {own}"
        if kind:
            yield f"{short} {kind}"


def _head(name: str) -> str:
    """The word that says what a unit is: «phong», «trung tam»; nothing where none does."""
    return next((head for head in _HEADS if name == head or name.startswith(f"{head} ")), "")


def _marked(name: str) -> str:
    return modern_tones(one_line(name)).casefold()


def register_of(office: Unit, on: date) -> Register:
    """The register for plans of an office on a day: its own units, those above and beside it,
    and what its plans call them. 3 queries."""
    rows = Unit.objects.filter(
        Q(path__startswith=office.path)
        | Q(pk__in=office.ancestor_ids)
        | Q(parent_id__in=office.ancestor_ids),
        in_force(on),
        archived_at=None,
    )
    units = tuple(
        KnownUnit(
            unit.pk,
            unit.name,
            unit.short_name,
            UnitKind(unit.kind),
            0 if unit.path.startswith(office.path) else 1,
        )
        for unit in rows
    )
    known = {unit.pk for unit in units}
    own = next(
        (unit for unit in units if unit.pk == office.pk),
        KnownUnit(office.pk, office.name, office.short_name, UnitKind(office.kind), 0),
    )
    aliases = UnitAlias.objects.filter(office=office, unit__archived_at=None)
    together = CollectiveName.objects.filter(office=office, archived_at=None)
    return Register(
        own,
        units,
        dict(aliases.values_list("folded", "unit_id")),
        _by_name(together.values_list("folded", "units"), known),
    )


def _by_name(rows: object, known: set[int]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for folded, unit in rows:  # type: ignore[attr-defined]
        if unit in known:
            found[folded] = (*found.get(folded, ()), unit)
    return found
