"""A neoteroi page put back together as the OpenAPI document it was made from, as far as the page tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

from lxml.html import HtmlElement

from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.markup import classes
from driftgate.extract.markup.text import raw_text
from driftgate.extract.openapi.load import RefusedError, load
from driftgate.extract.openapi.references import token_of
from driftgate.extract.platforms.neoteroi import marks
from driftgate.extract.platforms.neoteroi.schemas import (
    Schema,
    described,
    linked,
    links_in,
    parameter_schema,
    references,
    rows_of,
    schema_of_cell,
    schema_of_table,
    schema_of_words,
    sentences,
)
from driftgate.extract.rendered.dom import own_text, status_of


@dataclass(slots=True)
class Rebuilt:
    """The document in the making. places: the element that states what stands at a JSON pointer;
    unread: elements that announce a schema which could not be read; untyped: those that name none, as neoteroi does for unions;
    schemes: security schemes by name, with their type."""

    tree: HtmlElement
    data: dict[str, object] = field(default_factory=lambda: {"openapi": "3.1.0"})
    places: dict[str, HtmlElement] = field(default_factory=dict)
    unread: list[HtmlElement] = field(default_factory=list)
    untyped: list[HtmlElement] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    responses: dict[str, str] = field(default_factory=dict)
    schemes: dict[str, str] = field(default_factory=dict)


def rebuilt(tree: HtmlElement) -> Rebuilt:
    """All that the page says, in OpenAPI's form."""
    page = Rebuilt(tree)
    sections = list(_sections(tree))
    page.names = {heading.get("id", ""): own_text(heading) for part, heading, _ in sections if part == marks.SCHEMAS_ID}
    page.responses = {heading.get("id", ""): own_text(heading) for part, heading, _ in sections if part == marks.RESPONSES_ID}
    named: dict[str, list[HtmlElement]] = {}
    responses: Schema = {}
    paths: dict[str, dict[str, object]] = {}
    for part, heading, nodes in sections:
        if part == marks.SERVERS_ID:
            page.data["servers"] = [{"url": own_text(cells[-1])} for cells in _table_cells(nodes)]
        elif part == marks.SECURITY_ID:
            page.schemes = {own_text(cells[0]): own_text(cells[1]) for cells in _table_cells(nodes) if len(cells) > 1}
        elif part == marks.SCHEMAS_ID and heading.tag == "h3":
            named[own_text(heading)] = nodes
        elif part == marks.RESPONSES_ID and heading.tag == "h3":
            name = own_text(heading)
            responses[name] = _response(page, nodes, f"/components/responses/{token_of(name)}")
    for part, heading, nodes in sections:
        if part not in (marks.SCHEMAS_ID, marks.RESPONSES_ID) and marks.METHOD(heading):
            _operation(page, paths, heading, nodes)
    page.data |= {"paths": paths, "components": {"schemas": _schemas(page, named, (paths, responses)), "responses": responses}}
    return page


def _schemas(page: Rebuilt, named: Mapping[str, list[HtmlElement]], told: object) -> Schema:
    """The named schemas that what is told leads to, one by way of another: a page may print hundreds for one operation."""
    found: Schema = {}
    waiting = list(references(told))
    while waiting:
        name = waiting.pop()
        if name in named and name not in found:
            found[name] = _schema(page, name, named[name])
            waiting += references(found[name])
    return found


def _sections(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement, list[HtmlElement]]]:
    """Each heading of level 2 or 3: the id of the part it is in, itself, and the elements up to the next such heading."""
    part = ""
    for heading in tree.iter(*marks.HEADINGS):
        part = heading.get("id", "") if heading.tag == "h2" else part
        nodes: list[HtmlElement] = []
        for node in heading.itersiblings():
            if node.tag in ("h1", "h2", "h3"):
                break
            nodes.append(node)
        yield part, heading, nodes


def _table_cells(nodes: list[HtmlElement]) -> Iterator[list[HtmlElement]]:
    for node in nodes:
        for table in node.iter("table"):
            yield from (cells for _, cells in rows_of(table))


def _schema(page: Rebuilt, name: str, nodes: list[HtmlElement]) -> Schema:
    """A named schema: a table of its properties, or one line that names its type."""
    for node in nodes:
        for table in node.iter("table"):
            schema, rows = schema_of_table(table, page.names)
            for property_name, row in rows.items():
                page.places[f"/components/schemas/{token_of(name)}/properties/{token_of(property_name)}"] = row
            return schema
        label, colon, words = own_text(node).partition(":")
        if colon and label == "Type":
            schema = schema_of_words(words)
            page.untyped += [] if schema else [node]
            return schema
    return {"type": "object"}  # of an object without properties nothing is printed, of all else its type


def _operation(page: Rebuilt, paths: dict[str, dict[str, object]], heading: HtmlElement, nodes: list[HtmlElement]) -> None:
    method = own_text(marks.METHOD(heading)[0]).upper()
    path = path_template(own_text(heading).removeprefix(method).strip())
    if method not in METHODS or method.lower() in paths.get(path, {}):
        return
    pointer = f"/paths/{token_of(path)}/{method.lower()}"
    page.places[pointer] = heading
    operation: dict[str, object] = {"parameters": _parameters(page, nodes, pointer)}
    for node, after in pairwise(nodes):
        if marks.BODY_TITLE in classes(node):
            operation["requestBody"] = {"content": _content(page, after, f"{pointer}/requestBody/content")}
        elif marks.RESPONSES_TITLE in classes(node):
            operation["responses"] = _responses(page, after, f"{pointer}/responses")
    paths.setdefault(path, {})[method.lower()] = operation


def _parameters(page: Rebuilt, nodes: list[HtmlElement], pointer: str) -> list[dict[str, object]]:
    """The rows of the parameter table, without the security schemes that stand among them."""
    found: list[dict[str, object]] = []
    for node in nodes:
        for table in node.iter("table"):
            header = tuple(own_text(cell).lower() for cell in marks.HEADER(table))
            if header[: len(marks.PARAMETER_COLUMNS)] != marks.PARAMETER_COLUMNS:
                continue
            for row, cells in rows_of(table):
                if len(cells) >= len(marks.PARAMETER_COLUMNS) and own_text(cells[0]) not in page.schemes:
                    page.places[f"{pointer}/parameters/{len(found)}"] = row
                    found.append(_parameter(page, cells))
    return found


def _parameter(page: Rebuilt, cells: list[HtmlElement]) -> dict[str, object]:
    texts = [*map(own_text, cells[: marks.DESCRIBED_AT]), *map(sentences, cells[marks.DESCRIBED_AT :])]
    return parameter_schema(texts, schema_of_cell(cells[2], page.names))


def _responses(page: Rebuilt, tabs: HtmlElement, pointer: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for label, block in _tabs(tabs):
        status = "default" if label.lower() == marks.OTHER_RESPONSES else status_of(label)
        if status is None:
            page.unread.append(block)
            continue
        found[status] = _response(page, list(block), f"{pointer}/{status}")
    return found


def _response(page: Rebuilt, nodes: list[HtmlElement], pointer: str) -> dict[str, object]:
    """A response: its schema per media type, or a link to one that several operations share."""
    response: dict[str, object] = {}
    for node in nodes:
        for link in links_in(node):
            name = linked(link, page.responses)
            if name:
                return {"$ref": f"#/components/responses/{token_of(name)}"}
        if marks.TABS(node):
            response["content"] = _content(page, node, f"{pointer}/content")
        for table in node.iter("table"):
            response["headers"] = _headers(page, table, pointer)
    return response


def _headers(page: Rebuilt, table: HtmlElement, pointer: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for row, cells in rows_of(table):
        name = own_text(cells[0])
        page.places[f"{pointer}/headers/{token_of(name)}"] = row
        found[name] = described({"schema": schema_of_cell(cells[-1], page.names)}, list(map(sentences, cells[1:-1])))
    return found


def _content(page: Rebuilt, tabs: HtmlElement, pointer: str) -> dict[str, object]:
    """The schema of each media type, and the example that the generator made of it. One that the vendor wrote is left alone:
    it shows no more than itself, or is wrapped in a summary."""
    found: dict[str, object] = {}
    for media_type, block in _tabs(tabs):
        media: dict[str, object] = {}
        page.places[f"{pointer}/{token_of(media_type)}"] = block
        for code in marks.SCHEMA_CODE(block)[:1]:
            page.places[f"{pointer}/{token_of(media_type)}"] = code
            media |= _schema_data(page, code)
        if marks.GENERATED_NOTE in " ".join(raw_text(block).split()):
            media |= _example(block)
        found[media_type] = media
    return found


def _example(block: HtmlElement) -> dict[str, object]:
    for code in marks.EXAMPLE_CODE(block)[:1]:
        with suppress(RefusedError):
            return {"example": load(raw_text(code)).data}
    return {}


def _schema_data(page: Rebuilt, code: HtmlElement) -> dict[str, object]:
    """The schema that a code block prints; one that cannot be read is remembered."""
    try:
        return {"schema": load(raw_text(code)).data}
    except RefusedError:
        page.unread.append(code)
        return {}


def _tabs(node: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """The labelled blocks of a set of tabs."""
    for tabs in marks.TABS(node):
        return list(zip(map(own_text, marks.LABELS(tabs)), marks.BLOCKS(tabs), strict=False))
    return []
