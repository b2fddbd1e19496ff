"""Fields in a code block that maps each name to what is said of it: ``page: {type: integer, required: false}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.openapi.load import load
from driftgate.extract.openapi.yaml12 import RefusedError
from driftgate.extract.tables.rows.nesting import named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

_LARGEST = 20_000
#: a type and a word on the field, at the beginning of lines: cheap to look for
_TYPED = re.compile(r"^\s{0,40}[\"']?type[\"']?:\s{1,3}\S", re.MULTILINE)
_TOLD = re.compile(r"^\s{0,40}[\"']?(?:required|description|default)[\"']?:\s", re.MULTILINE)
_KEYS = ((Role.TYPE, "type"), (Role.DESCRIPTION, "description"), (Role.DEFAULT, "default"), (Role.FORMAT, "format"))


def described_rows(text: str, source: Source) -> list[tuple[Row | None, Source]]:
    """A row for each name, where all names are mapped to a type and more; none for any other text."""
    if len(text) > _LARGEST or not _TYPED.search(text) or not _TOLD.search(text):
        return []
    try:
        data = load(text).data
    except RefusedError:
        return []
    if not isinstance(data, Mapping) or not data or not all(map(_is_told, data.values())):
        return []
    return [_row(str(name), told, source) for name, told in data.items()]


def _is_told(value: object) -> bool:
    return isinstance(value, Mapping) and bool({"required", "description", "default"} & value.keys()) and _type(value) != {}


def _type(told: Mapping[str, object]) -> Mapping[str, object]:
    kind = told.get("type")
    return read_type(kind) if isinstance(kind, str) else {}


def _row(name: str, told: Mapping[str, object], source: Source) -> tuple[Row | None, Source]:
    cell = named(name)
    stands = replace(source, quote=f"{name}: {told['type']}"[:200])
    texts = {role: told.get(key) for role, key in _KEYS}
    cells = {role: Cell(str(text)) for role, text in texts.items() if isinstance(text, str | int | float) and text != ""}
    required, values = told.get("required"), told.get("enum")
    if isinstance(required, bool):
        cells[Role.REQUIRED] = Cell("yes" if required else "no")
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        cells[Role.ENUM] = Cell(", ".join(values), code=tuple(values))
    return (Row(cell, cells, stands) if cell else None), stands
