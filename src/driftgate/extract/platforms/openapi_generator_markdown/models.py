"""The tables that openapi-generator's Markdown prints: rows with their notes in columns, and every model by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from driftgate.contract import Source
from driftgate.contract.paths import field_path
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.tables.placing import Models, Rows
from driftgate.extract.tables.rows.nesting import Named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.rowfacts import Habits
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

#: read off pages of openapi-generator 7.x, generator "markdown"
_HEADER = ("Name", "Type", "Description", "Notes")
_LIST = re.compile(r"(?:List|Set)\b")
_MAPPED = re.compile(r"Map<(.{1,200})>$")
_DEFAULT = re.compile(r"\[default to ([^\]]{1,200})\]")
_ENUM = re.compile(r"\[enum:? ([^\]]{1,2000})\]")
_OPTIONAL = "[optional]"
#: the generator prints Java's names: ``Date`` has a time, ``date`` has none
_JAVA = {"Date": "DateTime", "byte[]": "byte"}
#: what it prints for items that have no name of their own
_UNTOLD = ("", "array", "AnyType", "oas_any_type_not_mapped")
#: the generator's own names for the inline members of a union: ``Pet_kind_oneOf_1``, and ``…_oneOf_inner`` for items of an array
_VARIANT = re.compile(r"(.{1,200})_(?:oneof|anyof)(?:_\d{1,3})?(_inner)?$")
_ANONYMOUS = "anonymous"
_ESCAPED = re.compile(r"\\(.)")


def without_backslashes(text: str) -> str:
    """A name without the backslashes that Markdown needs."""
    return _ESCAPED.sub(r"\1", text).strip()


def mapped(kind: str) -> str:
    """The type of a map's values, ``""`` for any other type.

    >>> mapped("Map<Pet>"), mapped("List<Pet>")
    ('Pet', '')
    """
    match = _MAPPED.match(kind.strip())
    return match[1] if match else ""


def rows_in(table: Table, near: Source) -> Rows:
    """The rows of a table, the generator's notes read into columns of their own."""
    if table.heads != _HEADER:
        return []
    lines = table.row_lines or (table.line,) * len(table.rows)
    return [_row(row, near, line) for row, line in zip(table.rows, lines, strict=False) if len(row) >= len(_HEADER)]


def _row(cells: Sequence[Cell], near: Source, line: int | None) -> tuple[Row | None, Source]:
    """A name is printed whole: spaces and signs are part of it. An absent "[optional]" is required, "null" is no default."""
    source = replace(near, line=line, quote=" | ".join(cell.text.replace("\n", " ") for cell in cells)[:200])
    name, kind, description, notes = cells[: len(_HEADER)]
    default = _DEFAULT.search(notes.text)
    columns = {
        Role.DESCRIPTION: description,
        Role.NOTES: notes,
        Role.REQUIRED: Cell("no" if _OPTIONAL in notes.text else "yes"),
        Role.DEFAULT: Cell("" if default is None or default[1] == "null" else default[1]),
        **_typed(kind, notes),
    }
    return (Row(Named(field_path(name.text)), columns, source) if name.text.strip() else None), source


def _typed(kind: Cell, notes: Cell) -> dict[Role, Cell]:
    """The type, and its values: those that are words are strings whatever the model is called that lists them; those of a
    list are of its items."""
    enum = _ENUM.search(notes.text)
    values = tuple(value.strip() for value in enum[1].split(",")) if enum and not _LIST.match(kind.text) else ()
    words = kind.links and any(re.search(r"[A-Za-z]", value) for value in values)
    named_so = kind._replace(text=_JAVA.get(kind.text, kind.text))
    return {Role.TYPE: Cell("String") if words else named_so, Role.ENUM: Cell(", ".join(values), code=values)}


def _with_values(rows: Rows) -> Rows:
    """The rows of a model; a map whose values have a model is two: itself, and its values below it."""
    found: list[tuple[Row | None, Source]] = []
    for row, source in rows:
        found.append((row, source))
        values = mapped(row.text(Role.TYPE)) if row else ""
        if row and values not in _UNTOLD:
            found[-1] = (row._replace(cells={**row.cells, Role.TYPE: Cell("Map")}), source)
            found.append((Row(Named("*", level=row.name.level + 1), {Role.TYPE: Cell(values)}, source), source))
    return found


def models_in(blocks: Sequence[Block], without_page: Iterable[str], near: Source) -> Models:
    """Every model by name, from its "Properties" table. An empty one is an enum's, a union's or a map's: which, is not told."""
    found: dict[str, Rows] = {folded(without_backslashes(name)): [] for name in without_page if not read_type(name)}
    title, properties = "", False
    for block in blocks:
        if isinstance(block, Heading):
            properties = block.text == "Properties" and bool(title)
            title = title if properties else without_backslashes(block.text) if block.level == 1 else ""
        elif isinstance(block, Table) and properties:
            found[folded(title)] = _with_values(rows_in(block, near))
            properties = False
    untold = frozenset(name for name, rows in found.items() if not rows)
    return Models(_with_variants(found, near), frozenset({_ANONYMOUS}), wrappers=frozenset(), habits=Habits(), untold=untold)


def _with_variants(models: Mapping[str, Rows], near: Source) -> dict[str, Rows]:
    """A union prints no row of its own; its inline variants are models whose names say whose variants they are."""
    variants: dict[str, list[tuple[Row, Source]]] = {}
    for name in models:
        match = _VARIANT.match(name)
        if match and not models.get(match[1], True):
            kind = f"List<{name}>" if match[2] else name
            row = Row(Named(_ANONYMOUS), {Role.TYPE: Cell(kind)}, near)
            variants.setdefault(match[1], []).append((row, near))
    return {name: rows or variants.get(name, []) for name, rows in models.items()}
