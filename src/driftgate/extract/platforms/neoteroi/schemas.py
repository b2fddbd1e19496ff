"""neoteroi's printed types and schema tables, as JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from driftgate.contract.types import members_of
from driftgate.extract.markup import visible_text
from driftgate.extract.markup.tables import spans
from driftgate.extract.openapi.references import key_of, token_of
from driftgate.extract.platforms.neoteroi import marks
from driftgate.extract.prose.mined import in_ticks
from driftgate.extract.rendered.dom import own_text
from driftgate.extract.rendered.literals import literal
from driftgate.extract.typewords.read import read_type

Schema = dict[str, object]

NAMED_SCHEMAS = "#/components/schemas/"


def schema_of_cell(cell: HtmlElement, names: Mapping[str, str]) -> Schema:
    """The schema that a type cell prints. names: schema names by the id they are linked by."""
    return schema_of_text(own_text(cell), [name for link in links_in(cell) if (name := linked(link, names))])


def links_in(node: HtmlElement) -> list[HtmlElement]:
    """The links to other places of the page."""
    return [link for link in node.iter("a") if (link.get("href") or "").startswith("#")]


def linked(link: HtmlElement, names: Mapping[str, str]) -> str | None:
    """The name that a link means: its own words, for an id may be that of another heading; else the heading it leads to."""
    words = own_text(link)
    return words if words in names.values() else names.get((link.get("href") or "")[1:])


def schema_of_text(text: str, meant: Sequence[str]) -> Schema:
    """The schema of a printed type: words, ``Array<…>``, a link to another schema, ``Properties: a, b`` or ``Example: {…}``.
    meant: the names of the schemas that the text links to."""
    nullable = text.endswith("| null")
    text = text.removesuffix("| null").strip()
    depth = text.count("Array<") if text.startswith("Array<") else 0
    inner = text.replace("Array<", "", depth).rstrip("> ") if depth else text
    schema = _of_words(inner, meant)
    for _ in range(depth):
        schema = {"type": "array", "items": schema}
    return _nullable(schema, nullable)


def _of_words(text: str, meant: Sequence[str]) -> Schema:
    if meant:
        return {"$ref": NAMED_SCHEMAS + token_of(meant[0])}
    if (listing := marks.LISTING.match(text)) is not None:
        listed = text[listing.end() :].split(",")
        return {"type": "object", "properties": {name.strip(): {} for name in listed if name.strip()}}
    if text.lstrip("_").startswith(marks.EXAMPLE_WORD):  # printed for objects only
        return {"type": "object"}
    return schema_of_words(text)


def parameter_schema(cells: Sequence[str], schema: Schema) -> Schema:
    """A parameter from the texts of its row and the schema of its type cell."""
    default = cells[3]
    if default not in marks.NOT_GIVEN and "$ref" not in schema:
        schema = {**schema, "default": literal(default, str(schema.get("type", "")) or None)}
    if len(cells) > marks.NULLABLE_AT and cells[marks.NULLABLE_AT].lower() in marks.YES:
        schema = {**schema, "nullable": True}
    return described({"name": cells[0], "in": cells[1].lower(), "schema": schema}, cells[marks.DESCRIBED_AT :])


def described(schema: Schema, told: Sequence[str]) -> Schema:
    """A schema or parameter with what its row tells of it; told: the text of that cell, if there is one."""
    return {**schema, "description": told[0]} if told and told[0] else schema


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


def sentences(cell: HtmlElement) -> str:
    """The text of a cell with its code in backticks."""
    return in_ticks(visible_text(cell), spans(cell, ("code",))) if len(cell) else visible_text(cell)


def references(told: object) -> Iterator[str]:
    """The names of the schemas that data refers to."""
    waiting = [told]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value
        elif isinstance(value, str) and value.startswith(NAMED_SCHEMAS):
            yield key_of(value.removeprefix(NAMED_SCHEMAS))


def rows_of(table: HtmlElement) -> Iterator[tuple[HtmlElement, list[HtmlElement]]]:
    """The rows of a table that have cells, with these."""
    for row in table.iter("tr"):
        if cells := list(row.iterchildren("td")):
            yield row, cells


def schema_of_table(table: HtmlElement, names: Mapping[str, str]) -> tuple[Schema, dict[str, HtmlElement]]:
    """An object's schema from its table of properties, and the row of each. Such tables do not say what is required."""
    properties: Schema = {}
    rows: dict[str, HtmlElement] = {}
    for row, cells in rows_of(table):
        name = own_text(cells[0])
        if name and len(cells) > 1:
            properties[name] = described(schema_of_cell(cells[1], names), list(map(sentences, cells[2:3])))
            rows[name] = row
    return {"type": "object", "properties": properties}, rows
