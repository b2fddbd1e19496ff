"""neoteroi's plain style, which is its default, as the OpenAPI document it was made from: headings, tables and JSON, no tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from driftgate.contract import Source
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.blocks import Block, Cell, Code, Heading, Paragraph, Table
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.load import RefusedError, load
from driftgate.extract.openapi.references import token_of
from driftgate.extract.platforms.neoteroi import marks
from driftgate.extract.platforms.neoteroi.schemas import (
    Schema,
    described,
    parameter_schema,
    schema_of_text,
    schema_of_words,
)
from driftgate.extract.prose.mined import in_ticks
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.tables.rows.torn import mended
from driftgate.extract.typewords.table import folded

_REQUEST_LINE = re.compile(rf"^({'|'.join(METHODS)}) (/\S*)$")
_MEDIA_TYPE = re.compile(r"^[\w.+*-]{1,60}/[\w.+*-]{1,80}(?:;.{0,60})?$")
_ANSWER = re.compile(r"^(?:Response (.{1,100})|(Other responses))$")
_SCHEMA_LABEL = re.compile(r"^Schema of the (?:request|response) body$")
_BODY_LABEL = "Request body"
_SHARED = re.compile(r"^Refer to the common response description: (\S.{0,200}?)\.?$")
_TYPE_LABEL = "Type:"
#: whose headings are names
_PARTS = ("servers", "schemas", "common responses", "security schemes")
_NAMED_HEADERS = ("Name", "Description", "Schema")

Section = tuple[str, str, list[Block]]


@dataclass(slots=True)
class Plain:
    """The document in the making. places: where the page states what stands at a JSON pointer; names: of all schemas;
    schemes: of security, which stand among the parameters."""

    near: Source
    names: frozenset[str] = frozenset()
    schemes: frozenset[str] = frozenset()
    data: dict[str, object] = field(default_factory=lambda: {"openapi": "3.1.0"})
    places: dict[str, Source] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)

    def source(self, block: Block, quote: str) -> Source:
        """Where a block stands, with its words."""
        return replace(self.near, line=block.line, element=getattr(block, "element", ""), quote=quote[:200])


def rebuilt_from_blocks(blocks: Sequence[Block], near: Source) -> Plain:
    """All that the page says, in OpenAPI's form."""
    sections = list(_sections(mended(blocks)))
    rows = [row for part, _, inside in sections if part == "security schemes" for row in _rows(inside)]
    names = frozenset(title for part, title, _ in sections if part == "schemas")
    page = Plain(near, names, frozenset(row[0].text for _, row in rows))
    schemas: Schema = {}
    shared: Schema = {}
    paths: dict[str, dict[str, Schema]] = {}
    operation: tuple[str, Schema, Schema] | None = None
    for part, title, inside in sections:
        request, answer = _REQUEST_LINE.match(title), _ANSWER.match(title)
        if part == "servers":
            page.data["servers"] = [{"url": row[-1].text} for _, row in _rows(inside)]
        elif part == "schemas" and title:
            schemas[title] = _schema(page, inside, f"/components/schemas/{token_of(title)}")
        elif part == "common responses" and title:
            shared[title] = _response(page, inside, f"/components/responses/{token_of(title)}")
        elif request:
            operation = _operation(page, request, inside)
            paths.setdefault(path_template(request[2]), {}).setdefault(request[1].lower(), operation[1])
        elif answer and operation:
            status = "default" if answer[2] else status_of(answer[1]) or "default"
            operation[2][status] = _response(page, inside, f"{operation[0]}/responses/{status}")
    page.data |= {"paths": paths, "components": {"schemas": schemas, "responses": shared}}
    return page


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    """Each heading of level 2 or 3 that is no description's: the part it is in, its text, and the blocks up to the next one."""
    part, title, inside = "", "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 3 and (block.level < 3 or part in _PARTS or _is_part(block.text)):
            yield part, title, inside
            part = folded(block.text) if block.level < 3 else part
            title, inside = (block.text if block.level == 3 else ""), [block]
        else:
            inside.append(block)
    yield part, title, inside


def _is_part(title: str) -> bool:
    return bool(_REQUEST_LINE.match(title) or _ANSWER.match(title))


def _rows(blocks: Sequence[Block]) -> Iterator[tuple[Table, tuple[Cell, ...]]]:
    return ((block, row) for block in blocks if isinstance(block, Table) for row in block.rows if row)


def _operation(page: Plain, request: re.Match[str], inside: Sequence[Block]) -> tuple[str, Schema, Schema]:
    """The operation's pointer, itself, and its responses, which stand in sections of their own behind it."""
    pointer = f"/paths/{token_of(path_template(request[2]))}/{request[1].lower()}"
    page.places[pointer] = page.source(inside[0], request[0])
    parameters: list[Schema] = []
    for table, row in _rows(inside):
        told = tuple(folded(cell.text) for cell in table.header[:4]) == marks.PARAMETER_COLUMNS
        if told and len(row) >= len(marks.PARAMETER_COLUMNS) and row[0].text not in page.schemes:
            page.places[f"{pointer}/parameters/{len(parameters)}"] = page.source(table, " | ".join(c.text for c in row))
            parameters.append(parameter_schema(_texts(row), schema_of_text(row[2].text, [])))
    responses: Schema = {}
    operation: Schema = {"parameters": parameters, "responses": responses}
    body = next((at for at, block in enumerate(inside) if _label(block) == _BODY_LABEL), None)
    if body is not None:
        operation["requestBody"] = {"content": _content(page, inside[body:], f"{pointer}/requestBody/content")}
    return pointer, operation, responses


def _texts(row: Sequence[Cell]) -> list[str]:
    """The texts of a row, code in backticks where they are sentences."""
    return [in_ticks(cell.text, cell.code) if " " in cell.text else cell.text for cell in row]


def _label(block: Block) -> str:
    return block.text.strip() if isinstance(block, Heading | Paragraph) else ""


def _response(page: Plain, inside: Sequence[Block], pointer: str) -> Schema:
    for block in inside:
        if match := _SHARED.match(_label(block)):
            return {"$ref": f"#/components/responses/{token_of(match[1])}"}
    headers: Schema = {}
    for table, row in _rows(inside):
        if table.heads == _NAMED_HEADERS and len(row) == len(_NAMED_HEADERS):
            page.places[f"{pointer}/headers/{token_of(row[0].text)}"] = page.source(table, " | ".join(c.text for c in row))
            headers[row[0].text] = described({"schema": schema_of_words(row[2].text)}, _texts(row)[1:2])
    return {"content": _content(page, inside, f"{pointer}/content"), "headers": headers}


def _content(page: Plain, inside: Sequence[Block], pointer: str) -> Schema:
    """The schema of each media type, and the example that the generator made of it."""
    content: dict[str, Schema] = {}
    name, announced, sample = "", False, None
    for block in inside:
        label = _label(block)
        if _MEDIA_TYPE.match(label):
            name, announced, sample = label, False, None
            content[name] = {}
            page.places[f"{pointer}/{token_of(name)}"] = page.source(block, label)
        elif _SCHEMA_LABEL.match(label):
            announced = True
        elif marks.GENERATED_NOTE in label and name and sample is not None:
            content[name] |= _data(page, sample, "example", remember=False)
        elif isinstance(block, Code) and name:
            sample = block
            if announced:
                page.places[f"{pointer}/{token_of(name)}"] = page.source(block, "")
                content[name] |= _data(page, block, "schema")
                announced = False
    return dict(content)


def _item(text: str) -> str:
    """The type of the items where a type is an array of them."""
    return text.removesuffix(" | null").replace("Array<", "").rstrip("> ")


def _data(page: Plain, block: Code, key: str, *, remember: bool = True) -> Schema:
    try:
        return {key: load(block.text).data}
    except RefusedError:
        page.gaps += [Gap(GapKind.SECTION, page.source(block, block.text))] if remember else []
        return {}


def _schema(page: Plain, inside: Sequence[Block], pointer: str) -> Schema:
    """A named schema: a table of its properties, one line that names its type, or an object that has no properties."""
    properties: Schema = {}
    for block in inside:
        label = _label(block)
        if label.startswith(_TYPE_LABEL) and not isinstance(block, Heading):
            schema = schema_of_text(label.removeprefix(_TYPE_LABEL).strip(), [])
            page.gaps += [] if schema else [Gap(GapKind.TYPE, page.source(block, label))]
            return schema
    for table, row in _rows(inside):
        if len(row) > 1 and row[0].text and (row[1].text or " " not in row[0].text):  # else the end of a torn description
            linked = [name for name in (*row[1].links, _item(row[1].text)) if name in page.names]
            page.places[f"{pointer}/properties/{token_of(row[0].text)}"] = page.source(table, " | ".join(c.text for c in row))
            properties[row[0].text] = described(schema_of_text(row[1].text, linked), _texts(row)[2:3])
    return {"type": "object", "properties": properties}
