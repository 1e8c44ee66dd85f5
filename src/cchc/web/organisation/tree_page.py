"""What the page of units shows: the opened part of the tree, one branch, or a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet

from cchc.web.accounts.models import User
from cchc.web.organisation.models import Unit
from cchc.web.organisation.queries import Node, Tree, find_units, present_by_unit, tree_on
from cchc.web.organisation.standing import standing_of
from cchc.web.ui.clock import today

AT_ONCE = 50  # units of one branch, and of one page of a list
_ALL_OPEN_UP_TO = 60  # a tree of so many units is shown whole
_WHICH = {"": "now", "ket-thuc": "ended", "tat-ca": "all"}


@dataclass(slots=True)
class Shown:
    """A unit in the tree as drawn: opened with its branch, or closed with the number below it."""

    unit: Unit
    below: int
    branch: Branch | None = None
    today_names: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class Branch:
    """Units right below one unit (or the roots), from one on, and how many remain."""

    parent: Unit | None
    shown: list[Shown]
    start: int = 0
    remaining: int = 0

    @property
    def next_start(self) -> int:
        return self.start + len(self.shown)


def tree_page(
    by: User, visible: QuerySet[Unit], asked: Mapping[str, Any], on: date
) -> dict[str, Any]:
    """The tree with the way to the person's own units, or to what was asked for, opened."""
    tree = tree_on(visible, on)
    opened = _opened(by, tree, asked)
    branch = _branch(None, tree.roots, opened)
    _add_names(branch, asked, on)
    return {"root": branch, "count": len(tree.nodes)}


def branch_of(visible: QuerySet[Unit], asked: Mapping[str, Any], on: date) -> Branch | None:
    """The units below one unit, for opening a branch in place; None where there is no such one."""
    tree = tree_on(visible, on)
    node = tree.nodes.get(_number(asked.get("nhanh")))
    if node is None:
        return None
    branch = _branch(node.unit, node.children, set(), start=_number(asked.get("tu")))
    _add_names(branch, asked, on)
    return branch


def list_page(
    visible: QuerySet[Unit], asked: Mapping[str, Any], number: str | None, on: date
) -> dict[str, Any]:
    """A page of the units that fit what was asked, each with its present names."""
    parent = _number(asked.get("duoi"))
    found = find_units(
        visible.filter(parent=parent) if parent else visible,
        words=asked.get("tim", ""),
        kind=asked.get("loai", ""),
        on=on,
        which=_WHICH[asked.get("gom", "")],
    )
    page = Paginator(found, AT_ONCE).get_page(number)
    now = present_by_unit(list(page.object_list), today())
    rows = [{"unit": one, "now": [u for u in now[one.pk] if u != one]} for one in page.object_list]
    return {"page": page, "rows": rows}


def _opened(by: User, tree: Tree, asked: Mapping[str, Any]) -> set[int]:
    if len(tree.nodes) <= _ALL_OPEN_UP_TO:
        return set(tree.nodes)
    opened = {root.unit.pk for root in tree.roots}
    wanted = _number(asked.get("mo"))
    own = standing_of(by, today()).unit_ids
    for pk in {wanted} if wanted else own:
        node = tree.nodes.get(pk)
        while node is not None:
            opened.add(node.unit.pk)
            node = node.above
    return opened


def _branch(parent: Unit | None, nodes: list[Node], opened: set[int], start: int = 0) -> Branch:
    """Draw a branch: what is opened is always in it, beyond the first fifty too."""
    part = nodes[start : start + AT_ONCE]
    shown = []
    for node in part + [n for n in nodes[start + AT_ONCE :] if n.unit.pk in opened]:
        one = Shown(node.unit, len(node.children))
        if node.unit.pk in opened and node.children:
            one.branch = _branch(node.unit, node.children, opened)
        shown.append(one)
    return Branch(parent, shown, start, max(0, len(nodes) - start - len(shown)))


def _add_names(branch: Branch, asked: Mapping[str, Any], on: date) -> None:
    """Where a past day is read with the names of today: what each unit has become."""
    if asked.get("ten") != "nay":
        return
    waiting, all_shown = [branch], []
    while waiting:
        for one in waiting.pop().shown:
            all_shown.append(one)
            if one.branch:
                waiting.append(one.branch)
    now = present_by_unit([one.unit for one in all_shown], today())
    for one in all_shown:
        one.today_names = [unit for unit in now[one.unit.pk] if unit != one.unit]


def _number(text: object) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() else 0
