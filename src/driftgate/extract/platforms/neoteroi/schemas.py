"""neoteroi's printed types and schema tables, as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from driftgate.contract.types import members_of
from driftgate.extract.platforms.neoteroi import marks
from driftgate.extract.rendered.dom import own_text
from driftgate.extract.typewords.read import read_type

Schema = dict[str, object]


def schema_of_cell(cell: HtmlElement, names: Mapping[str, str]) -> Schema:
    """The schema that a type cell prints: a type, ``Array<…>``, a link to another schema, or ``Properties: a, b``.
    names: schema names by the id they are linked by."""
    text = own_text(cell)
    nullable = text.endswith("| null")
    text = text.removesuffix("| null").strip()
    if text.startswith("Array<"):
        return _nullable({"type": "array", "items": _of_words(cell, text[len("Array<") :].removesuffix(">"), names)}, nullable)
    return _nullable(_of_words(cell, text, names), nullable)


def _of_words(cell: HtmlElement, text: str, names: Mapping[str, str]) -> Schema:
    for link in marks.LINKS(cell):
        name = names.get((link.get("href") or "")[1:])
        if name:
            return {"$ref": f"#/components/schemas/{pointer_step(name)}"}
    if text.startswith(marks.PROPERTIES_WORD):
        listed = text.removeprefix(marks.PROPERTIES_WORD).split(",")
        return {"type": "object", "properties": {name.strip(): {} for name in listed if name.strip()}}
    return schema_of_words(text)


def schema_of_words(text: str) -> Schema:
    """The schema of a type printed as words, such as ``integer(int64)``; empty where it is not named."""
    facts = read_type(text)
    kinds = [name.split("<", 1)[0] for name in members_of(str(facts.get("type", "")))]
    schema: Schema = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    if kinds and "format" in facts:
        schema["format"] = facts["format"]
    return schema


def _nullable(schema: Schema, nullable: bool) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]} if nullable and schema else schema


def pointer_step(name: str) -> str:
    """A name as one step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def schema_of_table(table: HtmlElement, names: Mapping[str, str]) -> tuple[Schema, dict[str, HtmlElement]]:
    """An object's schema from its table of properties, and the row of each. Such tables do not say what is required."""
    properties: Schema = {}
    rows: dict[str, HtmlElement] = {}
    for row in marks.ROWS(table):
        cells = marks.CELLS(row)
        name = own_text(cells[0])
        if name and len(cells) > 1:
            properties[name] = schema_of_cell(cells[1], names)
            rows[name] = row
    return {"type": "object", "properties": properties}, rows
