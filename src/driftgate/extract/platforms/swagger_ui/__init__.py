"""Swagger UI's pages after a browser has rendered them, for OpenAPI 2.0 to 3.1."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import REQUEST_PLACES, ROOT, Field, Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markup import Marked, classes
from driftgate.extract.platforms.swagger_ui import marks, models, schema
from driftgate.extract.rendered.dom import literals, own_text, status_of
from driftgate.extract.rendered.fieldrows import Row, add_rows, seen_at
from driftgate.extract.rendered.literals import literal
from driftgate.extract.rendered.nearest import Nearest
from driftgate.extract.rendered.variants import merged

NAME = "swagger-ui"
#: Callbacks stand in the block of their operation; blocks within blocks to any depth would be read once at every level.
_MOST_LEVELS = 4


def recognises(document: Document) -> bool:
    """Whether the page has operations that Swagger UI rendered."""
    return document.kind == "html" and marks.MARKER in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation on the page; those that stand closed are known by method and path only."""
    servers = _servers(document)
    drafts: dict[Operation, Draft] = {}
    levels = Nearest[int]()
    for block in document.marked.everywhere(marks.BLOCK):
        level = (levels.around(block) or 0) + 1
        levels.put(block, level)
        if level > _MOST_LEVELS:
            continue
        operation = _method_and_path(document.marked, block)
        if operation is not None and operation not in drafts:  # it stands once more below each of its tags
            drafts[operation] = _read_block(document, operation, block, servers)
    return gathered(NAME, drafts.values(), wanted)


def _method_and_path(marked: Marked, block: HtmlElement) -> Operation | None:
    methods = [own_text(word).upper() for word in marked.below(block, marks.METHOD)[:1]]
    path = next((path for element in block.iterdescendants() if (path := element.get(marks.PATH))), None)
    if not methods or path is None or methods[0] not in METHODS:
        return None
    return Operation(methods[0], path_template(path.replace("\u200b", "")))


def _servers(document: Document) -> list[str]:
    """Base URLs without variables left open; of an OpenAPI 2.0 page the one in ``[ Base URL: … ]``."""
    computed = [code for box in document.marked.everywhere(marks.COMPUTED_URL) for code in box.findall("code")]
    menus = [menu for menu in document.tree.iter("select") if menu.get("id") == marks.SERVERS_ID]
    listed = [option for menu in menus for option in menu.iterchildren("option")]
    found = [own_text(option).split(" - ", 1)[0] for option in (*listed, *computed)]
    for line in document.marked.everywhere(marks.BASE_URL):
        host = own_text(line).strip("[ ]").removeprefix("Base URL:").strip()
        found.append(host if "://" in host else f"https://{host}")
    return [url for url in found if url.startswith(("http://", "https://")) and "{" not in url]


def _read_block(document: Document, operation: Operation, block: HtmlElement, servers: list[str]) -> Draft:
    draft = Draft(operation, seen_at(document, block, NAME, str(operation)), servers=list(servers))
    if "opblock-deprecated" in classes(block):
        draft.facts["deprecated"] = True
    marked = document.marked
    if not marked.below(block, marks.OPENED):
        draft.gap(GapKind.COLLAPSED, seen_at(document, block, NAME, str(operation)))
        return draft
    rows: list[Row] = []
    for line in block.iter("tr"):
        if line.get(marks.PARAMETER) is not None:
            rows += _parameter(document, draft, line)
    for body in marked.below(block, marks.REQUEST_BODY):
        rows += _request_body(document, draft, body)
    for response in marked.below(block, marks.RESPONSE):
        if response.tag == "tr" and (response.get("data-code") is not None or marks.STATUS(response)):
            rows += _response(document, draft, response)
    add_rows(draft, merged(rows, ()), document, NAME)
    for button in marked.below(block, *marks.SWITCHES):
        if button.get("aria-expanded") == "false":
            draft.gap(GapKind.COLLAPSED, seen_at(document, button, NAME, own_text(button)))
    return draft


def _parameter(document: Document, draft: Draft, line: HtmlElement) -> list[Row]:
    place = (line.get("data-param-in") or "").replace("formData", "body")
    name = line.get("data-param-name") or ""
    if place not in REQUEST_PLACES:
        draft.miss(GapKind.PARAMETER_PLACE, seen_at(document, line, NAME, name))
        return []
    if line.get("data-param-in") == "body":  # OpenAPI 2.0: the whole body is one parameter
        draft.body_required = bool(_is_required(line))
        _media_types(draft, "body", line)
        return _schema_rows(document, draft, line, "body", None)
    row = _named_row(line, name, place)
    return [row, *_schema_rows(document, draft, line, place, Row(line, name, place))]


def _named_row(line: HtmlElement, name: str, place: str) -> Row:
    """A parameter or form field: its name, and what stands below and beside it."""
    row = Row(line, name, place)
    words = next((own_text(word) for word in marks.PARAMETER_TYPE(line)), "")
    row.facts |= schema.printed(words)
    row.misread = bool(words) and "type" not in row.facts
    row.facts["required"] = _is_required(line)
    row.quote = " ".join([name, words, *(["*"] if row.facts["required"] else [])])
    if any("deprecated" in own_text(word) for word in marks.PARAMETER_DEPRECATED(line)):
        row.facts["deprecated"] = True
    kind = row.facts.get("type")
    for values in marks.PARAMETER_VALUES(line):
        row.facts["enum"] = literals(own_text(values).partition(":")[2].split(", "), kind)
    for value in marks.PARAMETER_DEFAULT(line):
        row.facts["default"] = literal(own_text(value).partition(":")[2].strip(), kind)
    return row


def _is_required(line: HtmlElement) -> bool:
    return any("required" in classes(name) for name in marks.PARAMETER_NAME(line))


def _request_body(document: Document, draft: Draft, body: HtmlElement) -> list[Row]:
    draft.body_required = any("required" in classes(title) for title in document.marked.below(body, marks.TITLE))
    _media_types(draft, "body", body)
    rows: list[Row] = []
    for line in document.marked.below(body, marks.FORM_ROW):
        if line.tag != "tr" or line.get(marks.PARAMETER) is not None:
            continue
        name = next((own_text(cell, "span") for cell in marks.PARAMETER_NAME(line)), "")
        rows += [_named_row(line, name, "body"), *_schema_rows(document, draft, line, "body", Row(line, name, "body"))]
    return rows or _schema_rows(document, draft, body, "body", None)


def _response(document: Document, draft: Draft, line: HtmlElement) -> list[Row]:
    status = status_of(line.get("data-code") or " ".join(own_text(cell) for cell in marks.STATUS(line)))
    if status is None:
        draft.miss(GapKind.ROW, seen_at(document, line, NAME, own_text(line)))
        return []
    draft.media_types.setdefault(status, [])
    _media_types(draft, status, line)
    return [*_header_rows(line, status), *_schema_rows(document, draft, line, status, None)]


def _media_types(draft: Draft, place: str, box: HtmlElement) -> None:
    for option in marks.MEDIA_TYPES(box):
        draft.media_type(place, own_text(option))


def _header_rows(line: HtmlElement, status: str) -> list[Row]:
    rows = []
    for header in marks.HEADER_ROWS(line):
        cells = [own_text(cell) for cell in header.iterchildren("td")]
        row = Row(header, cells[0], status, quote=" ".join(cells), in_header=True)
        row.facts |= schema.printed(cells[-1])
        rows.append(row)
    return rows


def _schema_rows(document: Document, draft: Draft, box: HtmlElement, place: str, base: Row | None) -> list[Row]:
    """The fields of the schemas in a box; a whole body that is no object is noted as such."""
    rows: list[Row] = []
    marked = document.marked
    read = [(article, schema.rows_of(marked, article, place, base)) for article in marked.outermost(box, marks.SCHEMA)]
    older = [model for model in marked.outermost(box, marks.MODEL) if next(model.iter("article"), None) is None]
    read += [(model, models.rows_of(model, place, base)) for model in older]
    for element, (root, found) in read:
        rows += found
        if base is None and root.facts.get("type") not in (None, "object"):
            facts = {name: value for name, value in root.facts.items() if name != "required"}
            draft.add(Field(place, ROOT, facts, source=seen_at(document, element, NAME, root.quote)))
    return rows
