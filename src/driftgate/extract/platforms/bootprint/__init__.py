"""Pages of bootprint-openapi, and of Spectacle, which marks schemas up as it does: operations in panels, schemas by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Cell, Heading, Paragraph, Table
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import classes, visible_text
from driftgate.extract.platforms.bootprint.schema import (
    HEADS,
    WHOLE,
    Row,
    default_cell,
    is_required,
    schema_rows,
    type_cell,
    values_cell,
)
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.tables.assembly import read_blocks

NAME = "bootprint"

#: seen on pages of bootprint-openapi 4 and Spectacle 1 (2018 to 2021)
_MARK = "json-property-type"
_PANEL = 'id="operation-'
_METHODS = ("operation-method", "operation-name")
_PARAMETERS = tuple(map(Cell, ("Name", "In", "Type", "Required", "Enum", "Default", "Description")))
_NAMED = "/definitions/"
_CELLS = 5

Lined = tuple[int | None, Row]


def recognises(document: Document) -> bool:
    """The class of types, and a panel of an operation."""
    return document.kind == "html" and _MARK in document.text and _PANEL in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation of the page, its models unfolded."""
    panels = [node for node in document.marked.everywhere("panel") if (node.get("id") or "").startswith("operation-")]
    models = [node for node in document.marked.everywhere("panel") if (node.get("id") or "").startswith("definition-")]
    blocks: list[Block] = [block for panel in panels for block in _operation(panel)]
    blocks += [Heading(1, "Schemas"), *(block for model in models for block in _model(model))] if models else []
    return read_blocks(document, NAME, wanted, blocks, pseudo=frozenset({WHOLE}), samples_are_schemas=True)


def _of(node: HtmlElement, word: str) -> Iterator[HtmlElement]:
    return (inner for inner in node.iterdescendants() if word in classes(inner))


def _first(node: HtmlElement, *words: str) -> HtmlElement | None:
    return next((inner for word in words for inner in _of(node, word)), None)


def _operation(panel: HtmlElement) -> Iterator[Block]:
    """The title of an operation, and its parts."""
    method = next((name for word in _METHODS for name in _of(panel, word) if not len(name)), None)
    path = _first(panel, "operation-path")
    title = _first(panel, "panel-title") if path is None else None
    path = path if title is None else next(title.iterdescendants("strong"), None)
    if method is None or path is None:
        return
    yield Heading(1, f"{visible_text(method)} {visible_text(path)}", panel.sourceline)
    parameters, body = _sent(panel)
    if parameters:
        yield from _table(Heading(2, "Parameters", parameters[0][0]), _PARAMETERS, parameters)
    if body is not None:
        yield from _table(Heading(2, "Request body", body.sourceline), HEADS, schema_rows(body))
    for status, answer, headers in _answers(panel):
        yield Heading(2, f"Response {status}", answer[0].sourceline if answer else panel.sourceline)
        for part in answer:
            yield from _table(None, HEADS, schema_rows(part))
        if headers is not None:
            rows = [
                (row.sourceline, _header(row))
                for row in headers.iterdescendants("tr")
                if next(row.iterdescendants("td"), None) is not None
            ]
            yield from _table(Heading(3, "Response headers"), _PARAMETERS, rows)


def _table(title: Heading | None, heads: Row, rows: Iterable[Lined]) -> Iterator[Block]:
    held = list(rows)
    if held:
        yield from [title] if title is not None else []
        yield Table(heads, tuple(row for _, row in held), held[0][0], row_lines=tuple(line for line, _ in held))


def _sent(panel: HtmlElement) -> tuple[list[Lined], HtmlElement | None]:
    """The rows of the parameters, and what holds the schema of the body."""
    rows: list[Lined] = []
    body = _first(panel, "swagger-request-body", "sw-request-model")
    table = _first(panel, "sw-request-params")
    for row in table.iterdescendants("tr") if table is not None else ():
        cells = [cell for cell in row if cell.tag == "td"]
        if len(cells) < _CELLS:
            continue
        if visible_text(cells[2]) == "body":
            body = cells[3]
            continue
        name, told, place, kind, mark = cells[:_CELLS]
        rows.append((row.sourceline, _parameter(visible_text(name), visible_text(place), kind, mark, visible_text(told))))
    listed = _first(panel, "swagger-request-params")
    for row in _of(listed, "prop-group") if listed is not None else ():
        title, place, told = (_first(row, word) for word in ("prop-title", "prop-subtitle", "prop-value"))
        if title is not None and place is not None:
            name = (title.text or "").strip().rstrip(":")
            where = visible_text(place).removeprefix("in ").strip()
            rows.append((row.sourceline, _parameter(name, where, title, row, visible_text(told) if told is not None else "")))
    return rows, body


def _parameter(name: str, place: str, kind: HtmlElement, mark: HtmlElement, told: str) -> Row:
    required = Cell("yes" if is_required(mark) else "no")
    return Cell(name, (name,)), Cell(place), type_cell(kind), required, values_cell(kind), default_cell(kind), Cell(told)


def _header(row: HtmlElement) -> Row:
    cells = [cell for cell in row if cell.tag == "td"]
    name = visible_text(cells[0])
    return Cell(name, (name,)), Cell(""), type_cell(cells[-1]), Cell(""), Cell(""), Cell(""), Cell(visible_text(cells[1]))


def _answers(panel: HtmlElement) -> Iterator[tuple[str, list[HtmlElement], HtmlElement | None]]:
    """The status of every answer, what shows its schema, and the table of its headers."""
    listed = _first(panel, "sw-responses")
    for term in listed.iterdescendants("dt") if listed is not None else ():
        status, entry = status_of(visible_text(term).strip()), term.getnext()
        if status and entry is not None and "sw-response" in (term.get("class") or ""):
            model = _first(entry, "sw-response-model")
            yield status, [] if model is None else [model], _first(entry, "sw-response-headers")
    rows = _first(panel, "swagger-responses")
    for row in _of(rows, "prop-group") if rows is not None else ():
        title = _first(row, "prop-title")
        status = status_of(visible_text(title).strip()) if title is not None else None
        if status:
            behind = []
            for other in row.itersiblings():
                if "prop-group" in classes(other):
                    break
                behind.append(other)
            yield status, [row, *behind], None


def _model(panel: HtmlElement) -> Iterator[Block]:
    """The title of a model, and its properties; of one that is no object its values, or its type."""
    anchor = next((link for link in panel.iterdescendants("a") if (link.get("name") or "").startswith(_NAMED)), None)
    if anchor is None:
        return
    name = str(anchor.get("name")).removeprefix(_NAMED)
    yield Heading(2, name, panel.sourceline)
    rows = schema_rows(panel)
    values = values_cell(panel)
    title = _first(panel, "panel-title")
    kind = visible_text(title).removeprefix(name).strip(": ") if title is not None else ""
    if rows:
        yield from _table(None, HEADS, rows)
    elif values.code:
        yield Table((Cell("Value"),), tuple((Cell(value),) for value in values.code), panel.sourceline)
    elif kind:
        yield Paragraph(f"Type: {kind}", panel.sourceline)
