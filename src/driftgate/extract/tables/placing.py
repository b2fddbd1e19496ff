"""Rows into paths and facts: nesting, and models unfolded where a type names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from driftgate.contract import Facts, FactValue, Source
from driftgate.contract.types import array_of, members_of, union
from driftgate.extract.prose.mined import mined
from driftgate.extract.tables.placed import Placed, united
from driftgate.extract.tables.rows.modelnames import model_key
from driftgate.extract.tables.rows.nesting import Place, joined, paths, through_arrays
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.rowfacts import Habits, Read, read_row
from driftgate.extract.tables.wording.words import Role, place_of

#: how deep models are unfolded, and how many fields one operation may have
DEEPEST = 8
MOST_FIELDS = 5_000
#: how many of them one alternative may have
MOST_OF_ONE = 500

_MAP = re.compile(r"\s{0,3}(?:hash)?(?:map|dict(?:ionary)?)\b(?!\s{0,3}$)", re.IGNORECASE)

#: the name of a row that is its model as a whole; no page prints it
ITSELF = "(itself)"

Rows = Sequence[tuple[Row | None, Source]]


class _Table(NamedTuple):
    """The rows of one table, read. rows: kept, so that their id stays theirs; parents: paths that hold others of the table."""

    rows: Rows
    placed: Sequence[Placed]
    parents: frozenset[str]


@dataclass
class Models:
    """The objects that a page describes apart from its operations, by folded title.

    pseudo: names of rows that only wrap others; wrappers: names that stand for the whole body where the place column says body;
    habits: what the absence of a mark means, where the platform fixes it; untold: models whose kind the page does not tell;
    scalars: the facts of the types that are described apart and are no objects.
    """

    rows: Mapping[str, Rows] = field(default_factory=dict)
    pseudo: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset({"body"})
    habits: Habits | None = None
    untold: frozenset[str] = frozenset()
    scalars: Mapping[str, Facts] = field(default_factory=dict)
    _facts: dict[str, dict[str, FactValue]] = field(default_factory=dict)
    _tables: dict[int, _Table] = field(default_factory=dict)

    def _table(self, rows: Rows) -> _Table:
        """The readable rows of one table with their paths, read once however many types name their model."""
        if id(rows) not in self._tables:
            placed = self._read(rows)
            parents = {item.path.rsplit(".", 1)[0].removesuffix("[]") for item in placed if item.is_field and "." in item.path}
            parents |= {item.path.removesuffix("[]") for item in placed if not item.is_field and item.path}
            self._tables[id(rows)] = _Table(rows, placed, frozenset(parents))
        return self._tables[id(rows)]

    def _read(self, rows: Rows) -> Sequence[Placed]:
        readable = [row for row, _ in rows if row is not None]
        habits = self.habits or Habits.of(readable)
        reads = [self._as_model(row, read_row(row, habits, self.rows)) for row in readable]
        places = (
            Place(row.name.level, row.name.name, read.is_array, self.wraps(row), row.name.tag)
            for row, read in zip(readable, reads, strict=True)
        )
        arrays: set[str] = set()
        found: list[Placed] = []
        for spot, row, read in zip(paths(places), readable, reads, strict=True):
            full = through_arrays(spot.path, arrays) if spot.is_field else spot.path
            if spot.is_field and read.is_array:
                arrays.add(full)
            if row.name.tag != "close":
                found.append(Placed(full, row, read, spot.is_field, row))
        return _of_variants(found)

    def wraps(self, row: Row) -> bool:
        """Whether a row is no field but stands for what it holds."""
        name = row.name.name
        if name in self.pseudo or name == ITSELF:
            return True
        if row.name.level or place_of(row.text(Role.PLACE)) != "body":
            return False
        schema = row.text(Role.SCHEMA)
        return name.lower() in self.wrappers or bool(schema and schema == row.text(Role.TYPE))  # a parameter of Swagger 2

    def _as_model(self, row: Row, read: Read) -> Read:
        """The same reading with the type of the model that it names, where that is no object (a map is one whatever it holds);
        where the model does not tell it, with the type that the description or the values state."""
        if self.scalars and not read.model and (facts := self.scalars.get(model_key(row.text(Role.TYPE)))):
            return _described(read, facts)
        if not read.model or _is_map(row):
            return read
        facts = self.facts_of(read.model)
        kind = facts.get("type")
        if kind == "object" or (kind is None and read.is_array):
            return read
        if not isinstance(kind, str):
            return read._replace(facts=_retyped(read.facts, mined(row.description).facts.get("type")))
        if read.is_array:
            return read._replace(facts={**read.facts, "type": array_of(kind)})
        return read._replace(facts={**facts, **read.facts, "type": kind})

    def facts_of(self, model: str) -> dict[str, FactValue]:
        """The facts of a model as a whole: of its variants where it is a union or a scalar, else an object;
        none where it does not tell."""
        if model in self.untold:
            return {}
        if model in self._facts:
            return self._facts[model]
        self._facts[model] = {"type": "object"}  # what a model within itself is taken for
        readable = [row for row, _ in self.rows[model] if row is not None]
        level = min((row.name.level for row in readable), default=0)
        roots = [row for row in readable if row.name.level == level]
        if roots and all(self.wraps(row) for row in roots):
            reads = [self._as_model(row, read_row(row, Habits(), self.rows)) for row in roots]
            self._facts[model] = _merged(reads)
        return self._facts[model]

    def unfolded(self, rows: Rows, prefix: str = "", seen: Collection[str] = (), top: Row | None = None) -> Iterator[Placed]:
        """Every field of these rows, and of the models that their types name; a model within itself is left folded."""
        table = self._table(rows)
        for item in table.placed:
            path = joined(prefix, item.path) if item.path else prefix
            own = top or item.row
            if item.is_field:
                yield Placed(path, item.row, item.read, True, own) if top or prefix else item
            if item.read.model and len(seen) < DEEPEST and not (item.is_field and item.path in table.parents):
                yield from self._of_model(item, path, seen, own)

    def _of_model(self, item: Placed, path: str, seen: Collection[str], top: Row) -> Iterator[Placed]:
        """The fields of the model that a type names; of the models that it names as alternatives, those of any."""
        inner = f"{path}[]" if item.read.is_array else f"{path}.*" if path and _is_map(item.row) else path
        members = [member for member in item.read.members if member.model not in seen]
        if not members:
            if item.read.model not in seen:
                yield from self.unfolded(self.rows[item.read.model], inner, (*seen, item.read.model), top)
            return
        known = (*seen, *(member.model for member in members))
        listed = (f"{inner}[]" if member.is_array and not item.read.is_array else inner for member in members)
        opened = (self.unfolded(self.rows[member.model], at, known, top) for member, at in zip(members, listed, strict=True))
        yield from united([list(islice(fields, MOST_OF_ONE)) for fields in opened])


def _described(read: Read, described: Facts) -> Read:
    """A row whose type is described apart as no object: it is what is said there, or a list of such."""
    facts = {name: value for name, value in read.facts.items() if name not in ("type", "model")}
    kind = described["type"]
    told: Facts = {"type": array_of(str(kind))} if read.is_array else described
    return read._replace(facts={**facts, **told}, unnamed=False)


def _retyped(facts: Mapping[str, FactValue], kind: FactValue) -> dict[str, FactValue]:
    """The facts with another type, or with none; a default or a list of values that are words makes it a string."""
    listed = facts.get("enum")
    values = (*(listed if isinstance(listed, tuple) else ()), facts.get("default"))
    told = kind or ("string" if any(isinstance(value, str) for value in values) else None)
    return {name: value for name, value in facts.items() if name != "type"} | ({"type": told} if told else {})


def _is_map(row: Row) -> bool:
    """Whether the model that the type names is that of the values below any key."""
    return _MAP.match(row.text(Role.TYPE)) is not None


def _of_variants(placed: Sequence[Placed]) -> Sequence[Placed]:
    """Where a field states no type of its own, the types of the unnamed variants below it are its type."""
    variants: dict[str, list[Read]] = {}
    for item in placed:
        if not item.is_field and item.path:
            variants.setdefault(item.path, []).append(item.read)
    if not variants:
        return placed
    return [
        item._replace(read=item.read._replace(facts={**_merged(variants[item.path]), **item.read.facts}, unnamed=False))
        if item.is_field and item.path in variants and "type" not in item.read.facts
        else item
        for item in placed
    ]


def _merged(reads: Sequence[Read]) -> dict[str, FactValue]:
    """The union of variants: types, ``nullable``, and the values if every variant but null lists them."""
    types = [member for read in reads for member in members_of(str(read.facts.get("type", "")))]
    named = union(types)
    if named is None or any("type" not in read.facts for read in reads):
        return {}
    facts: dict[str, FactValue] = {"type": named}
    if ("null" in types and len(set(types)) > 1) or any(read.facts.get("nullable") is True for read in reads):
        facts["nullable"] = True
    listed = [read.facts["enum"] for read in reads if isinstance(read.facts.get("enum"), tuple)]
    if listed and len(listed) == sum(read.facts.get("type") != "null" for read in reads):
        facts["enum"] = tuple(dict.fromkeys(value for values in listed if isinstance(values, tuple) for value in values))
    return facts
