"""Ruling and words → ruled tables: the grid of drawn lines, and what is merged in it.

Cells are the places of the grid between drawn borders. A place whose border to its neighbour is
missing is one with it; the text is repeated at each place it covers, as Word files say it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from cchc.documents.page_model import Box, Rule

_SNAP = 3.0  # points: lines so near each other are one line
_BRIDGE = 4.0  # points: a gap so small in a line is dots, dashes or faint ink
_DRAWN = 0.6  # of the side of a place: so much of a border must be there
_OPEN_SIDE = 15.0  # points: lines that go on so far beyond the last post enclose another column
_MOST_LINES = 600  # level or upright lines on a page, once their pieces are joined
_SMALLEST = 5.0  # points: nothing can be written in a lower or narrower place


@dataclass(frozen=True, slots=True)
class Region:
    """Places of the grid that are one cell: rows and columns from 0, ends not included."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of rows and columns from top and left, and the cells between them."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    regions: tuple[Region, ...]

    @property
    def box(self) -> Box:
        return self.across[0], self.down[0], self.across[-1], self.down[-1]

    def box_of(self, region: Region) -> Box:
        return (
            self.across[region.column],
            self.down[region.row],
            self.across[region.column_end],
            self.down[region.row_end],
        )


@dataclass(slots=True)
class _Stroke:
    """A level or upright line: where it lies (`at`) and from where to where it goes."""

    at: float
    start: float
    end: float
    parts: list[tuple[float, float]] = field(default_factory=list)


def grids(rules: Sequence[Rule], *, snap: float = _SNAP, bridge: float = _BRIDGE) -> list[Grid]:
    """Find ruled tables, from top to bottom. A lone frame around text is none."""
    level = _collinear(
        (_Stroke(rule.top, rule.x0, rule.x1) for rule in rules if rule.is_level), snap, bridge
    )
    upright = _collinear(
        (_Stroke(rule.x0, rule.top, rule.bottom) for rule in rules if not rule.is_level),
        snap,
        bridge,
    )
    level = [stroke for stroke in level if stroke.end - stroke.start >= 2 * _SMALLEST]
    upright = [stroke for stroke in upright if stroke.end - stroke.start >= _SMALLEST]
    if max(len(level), len(upright)) > _MOST_LINES:
        return []  # a drawing or a map, no table that a person could read
    found = []
    for lines, posts in _connected(level, upright, snap):
        grid = _grid(lines, posts, snap)
        if grid is not None and len(grid.regions) > 1:
            found.append(grid)
    return sorted(_outermost(found), key=lambda grid: (grid.box[1], grid.box[0]))


def _collinear(strokes: Iterable[_Stroke], snap: float, bridge: float) -> list[_Stroke]:
    """Join strokes that lie on one line and touch, or nearly do."""
    joined: list[_Stroke] = []
    bundle: list[_Stroke] = []
    for stroke in sorted(strokes, key=lambda each: each.at):
        if bundle and stroke.at - bundle[-1].at > snap / 2:
            joined.extend(_end_to_end(bundle, bridge))
            bundle = []
        bundle.append(stroke)
    if bundle:
        joined.extend(_end_to_end(bundle, bridge))
    return joined


def _end_to_end(bundle: list[_Stroke], bridge: float) -> list[_Stroke]:
    whole: list[_Stroke] = []
    for stroke in sorted(bundle, key=lambda each: each.start):
        if whole and stroke.start - whole[-1].end <= bridge:
            last = whole[-1]
            longer = stroke.end - stroke.start > last.end - last.start
            last.at = stroke.at if longer else last.at
            last.end = max(last.end, stroke.end)
        else:
            whole.append(_Stroke(stroke.at, stroke.start, stroke.end))
    return whole


def _connected(
    level: list[_Stroke], upright: list[_Stroke], snap: float
) -> list[tuple[list[_Stroke], list[_Stroke]]]:
    """Groups of lines that cross or touch each other."""
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, line in enumerate(level):
        for j, post in enumerate(upright):
            meets_across = line.start - snap <= post.at <= line.end + snap
            if meets_across and post.start - snap <= line.at <= post.end + snap:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for index in range(len(parent)):
        lines, posts = groups.setdefault(root(index), ([], []))
        if index < len(level):
            lines.append(level[index])
        else:
            posts.append(upright[index - len(level)])
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2]


def _edges(strokes: list[_Stroke], snap: float) -> list[float]:
    edges: list[list[float]] = []
    for at in sorted(stroke.at for stroke in strokes):
        if edges and at - edges[-1][-1] <= snap:
            edges[-1].append(at)
        else:
            edges.append([at])
    return [sum(near) / len(near) for near in edges]


def _with_ends(edges: list[float], crossing: list[_Stroke]) -> list[float]:
    """Add the outer sides of a table that is open at its sides, or at top and bottom."""
    start = median(stroke.start for stroke in crossing)
    end = median(stroke.end for stroke in crossing)
    before = [start] if edges[0] - start > _OPEN_SIDE else []
    after = [end] if end - edges[-1] > _OPEN_SIDE else []
    return [*before, *edges, *after]


def _wide_apart(edges: list[float]) -> list[float]:
    kept: list[float] = []
    for edge in edges:
        if not kept or edge - kept[-1] >= _SMALLEST:
            kept.append(edge)
    return kept


def _grid(level: list[_Stroke], upright: list[_Stroke], snap: float) -> Grid | None:
    across = _wide_apart(_with_ends(_edges(upright, snap), level))
    down = _wide_apart(_with_ends(_edges(level, snap), upright))
    if len(across) < 2 or len(down) < 2:
        return None
    rows, columns = len(down) - 1, len(across) - 1
    below = _borders(level, down, across, snap)  # [edge][column]
    beside = _borders(upright, across, down, snap)  # [edge][row]
    owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    for row in range(rows):
        for column in range(columns):
            if row + 1 < rows and not below[row + 1][column]:
                owner[root((row + 1, column))] = root((row, column))
            if column + 1 < columns and not beside[column + 1][row]:
                owner[root((row, column + 1))] = root((row, column))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in owner:
        groups.setdefault(root(place), []).append(place)
    regions: list[Region] = []
    for places in groups.values():
        regions.extend(_rectangles(places))
    regions.sort(key=lambda region: (region.row, region.column))
    return Grid(tuple(across), tuple(down), tuple(regions))


def _rectangles(places: list[tuple[int, int]]) -> list[Region]:
    """One region where the places fill a rectangle; else one for each level stretch of places."""
    rows = [row for row, _ in places]
    columns = [column for _, column in places]
    whole = Region(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
    if (whole.row_end - whole.row) * (whole.column_end - whole.column) == len(places):
        return [whole]
    pieces: list[Region] = []
    for row, column in sorted(places):
        last = pieces[-1] if pieces else None
        if last is not None and last.row == row and last.column_end == column:
            pieces[-1] = Region(row, last.column, row + 1, column + 1)
        else:
            pieces.append(Region(row, column, row + 1, column + 1))
    return pieces


def _borders(
    strokes: list[_Stroke], edges: list[float], crossing: list[float], snap: float
) -> list[list[bool]]:
    """For each edge and each place along it: is a line drawn there?"""
    drawn = [[False] * (len(crossing) - 1) for _ in edges]
    for index, edge in enumerate(edges):
        near = [stroke for stroke in strokes if abs(stroke.at - edge) <= max(snap, _SMALLEST)]
        for place in range(len(crossing) - 1):
            start, end = crossing[place], crossing[place + 1]
            covered = sum(
                max(0.0, min(end, stroke.end) - max(start, stroke.start)) for stroke in near
            )
            drawn[index][place] = covered >= _DRAWN * (end - start)
    return drawn


def _outermost(found: list[Grid]) -> list[Grid]:
    """Drop grids that lie inside another (a ticked box in a cell)."""
    kept = []
    for grid in found:
        x0, top, x1, bottom = grid.box
        inside = any(
            other is not grid
            and other.box[0] - _SNAP <= x0
            and other.box[1] - _SNAP <= top
            and x1 <= other.box[2] + _SNAP
            and bottom <= other.box[3] + _SNAP
            and len(other.regions) >= len(grid.regions)
            for other in found
        )
        if not inside:
            kept.append(grid)
    return kept
