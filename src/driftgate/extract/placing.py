"""Rows into fields of one operation: paths by nesting, models unfolded where a type names them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from driftgate.contract import Source
from driftgate.extract.columns import Row
from driftgate.extract.nesting import Place, paths, through_arrays
from driftgate.extract.rowfacts import Habits, Read, read_row
from driftgate.extract.words import Role, place_of

#: how deep models are unfolded, and how many fields one operation may have
DEEPEST = 8
MOST_FIELDS = 5_000

Rows = Sequence[tuple[Row | None, Source]]


@dataclass(frozen=True, slots=True)
class Placed:
    """One row with its path, or without one where it only wraps others."""

    path: str | None
    row: Row
    read: Read


@dataclass
class Models:
    """The objects that a page describes apart from its operations, by folded title."""

    rows: Mapping[str, Rows] = field(default_factory=dict)
    pseudo: frozenset[str] = frozenset()  # names of rows that only wrap others
    wrappers: frozenset[str] = frozenset({"body"})  # names that stand for the whole body where the place column says body
    habits: Habits | None = None  # a platform's own, where it has one
    scalars: Mapping[str, Mapping[str, object]] = field(default_factory=dict)  # models that are no objects: their facts

    def placed(self, rows: Rows) -> list[Placed]:
        """The readable rows of one table with their paths."""
        readable = [row for row, _ in rows if row is not None]
        habits = self.habits or Habits.of(readable)
        reads = [read_row(row, habits, self.rows) for row in readable]
        places = [
            Place(row.name.level, row.name.name, read.is_array, self._wraps(row), row.name.tag)
            for row, read in zip(readable, reads, strict=True)
        ]
        arrays: set[str] = set()
        found: list[Placed] = []
        for path, row, read in zip(paths(places), readable, reads, strict=True):
            full = through_arrays(path, arrays) if path else path
            if full and read.is_array:
                arrays.add(full)
            found.append(Placed(full, row, read))
        return found

    def _wraps(self, row: Row) -> bool:
        name = row.name.name
        whole = name.lower() in self.wrappers and place_of(row.text(Role.PLACE)) == "body"
        return name in self.pseudo or whole

    def unfolded(self, rows: Rows, prefix: str = "", seen: Collection[str] = ()) -> Iterator[tuple[str, Placed]]:
        """(path, row) of every field of these rows, and of the models that their types name; a model within itself is left folded."""
        placed = self.placed(rows)
        parents = {path.rsplit(".", 1)[0].removesuffix("[]") for item in placed if (path := item.path) and "." in path}
        wrapper = ""
        for item in placed:
            if item.path is None:
                yield from self._wrapped(item, prefix, seen)
                wrapper = wrapper or item.row.name.name
                continue
            path = joined(prefix, item.path)
            yield path, item
            if item.read.model and item.path not in parents:
                yield from self._model(item, path, seen)

    def _wrapped(self, item: Placed, prefix: str, seen: Collection[str]) -> Iterator[tuple[str, Placed]]:
        if item.read.model and item.read.model not in seen and len(seen) < DEEPEST:
            inner = f"{prefix}[]" if item.read.is_array else prefix
            yield from self.unfolded(self.rows[item.read.model], inner, (*seen, item.read.model))

    def _model(self, item: Placed, path: str, seen: Collection[str]) -> Iterator[tuple[str, Placed]]:
        if item.read.model in seen or len(seen) >= DEEPEST:
            return
        inner = f"{path}[]" if item.read.is_array else path
        yield from self.unfolded(self.rows[item.read.model], inner, (*seen, item.read.model))


def joined(prefix: str, path: str) -> str:
    """A path below another."""
    if not prefix:
        return path
    return f"{prefix}{path}" if path.startswith("[]") else f"{prefix}.{path}"
