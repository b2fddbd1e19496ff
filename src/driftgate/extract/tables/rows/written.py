"""Fields of markup that writes them in a form of its own, drawn as the rows of a table, so that one reader serves all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from driftgate.extract.blocks import Cell, Table

#: the name of a row that only stands for what it holds: a whole body, an unnamed variant
UNNAMED = "unnamed"
_HEADER = tuple(map(Cell, ("Name", "In", "Type", "Required", "Default", "Enum", "Description")))


@dataclass(frozen=True, slots=True)
class Written:
    """One field as the markup states it; level: how deep it stands; "" for what it does not state."""

    name: str
    level: int = 0
    place: str = ""
    kind: str = ""
    required: bool | None = None
    default: str = ""
    values: tuple[str, ...] = ()
    said: str = ""
    deprecated: bool = False
    line: int | None = None


def drawn(fields: Sequence[Written]) -> Table:
    """The fields as one table; each row keeps its line."""
    lines = tuple(field.line for field in fields)
    return Table(_HEADER, tuple(map(_row, fields)), lines[0] if lines else None, row_lines=lines)


def _row(field: Written) -> tuple[Cell, ...]:
    said = f"Deprecated. {field.said}" if field.deprecated else field.said
    return (
        Cell(f"{'> ' * field.level}{field.name}"),
        Cell(field.place),
        Cell(field.kind),
        Cell("" if field.required is None else "yes" if field.required else "no"),
        Cell(field.default),
        Cell(", ".join(field.values), code=field.values) if len(field.values) > 1 else Cell(""),
        Cell(said.strip()),
    )
