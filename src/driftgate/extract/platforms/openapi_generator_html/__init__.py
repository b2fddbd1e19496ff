"""openapi-generator's ``html2`` pages after a browser has drawn their schemas: tables of parameters, braces and brackets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from json import JSONDecodeError

from lxml.html import HtmlElement

from driftgate.contract import ROOT, Field, Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markup import classes
from driftgate.extract.openapi.load import RefusedError
from driftgate.extract.platforms.html2_data import definitions
from driftgate.extract.platforms.openapi_generator_html import marks
from driftgate.extract.platforms.openapi_generator_html.views import rows_of, take_facts
from driftgate.extract.rendered.dom import literals, own_text, status_of
from driftgate.extract.rendered.fieldrows import Row, add_rows, seen_at
from driftgate.extract.rendered.variants import merged
from driftgate.extract.typewords.read import read_type

NAME = "openapi-generator-html"

#: The schemas of the page's scripts, read when a view names one of them.
Named = Callable[[], Mapping[str, object]]


def recognises(document: Document) -> bool:
    """Whether the page has html2's parameter tables."""
    return document.kind == "html" and marks.HTML2_MARKER in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation on the page. Before a browser has drawn it, a page shows names and places of parameters only."""
    found: dict[Operation, Draft] = {}
    named = cache(partial(_named, document))
    for article in marks.ARTICLES(document.tree):
        for signature in marks.SIGNATURE(article):
            method, path = (signature.get("data-type") or "").upper(), "".join(own_text(signature).split())
            operation = Operation(method, path_template(path))
            if method in METHODS and path.startswith("/") and operation not in found:
                found[operation] = _operation(document, article, operation, named)
    return gathered(NAME, found.values(), wanted)


def _operation(document: Document, article: HtmlElement, operation: Operation, named: Named) -> Draft:
    draft = Draft(operation, seen_at(document, article, NAME, str(operation)))
    rows: list[Row] = []
    for title in document.marked.below(article, marks.PARAMETER_TITLE):
        rows += _parameters(document, draft, title, named)
    identified = [(part.get("id", ""), part) for part in marks.IDENTIFIED(article)]
    panes = {identity: pane for identity, pane in identified if identity.startswith(marks.PANE_ID)}
    for identity, title in identified:
        if identity.startswith(marks.RESPONSE_ID) and marks.TITLE_ID in identity:
            rows += _response(document, draft, panes, title)
    add_rows(draft, merged(rows, ()), document, NAME)
    return draft


def _parameters(document: Document, draft: Draft, title: HtmlElement, named: Named) -> list[Row]:
    """The rows of one parameter table. The row of a body parameter is no field: its name is not sent."""
    words = own_text(title).lower()
    place = next((place for word, place in marks.PLACES if word in words), None)
    rows: list[Row] = []
    for table in marks.TABLE_AFTER(title):
        for line in marks.ROWS(table):
            cells = line.findall("td")
            printed = own_text(cells[0])
            name, required = printed.removesuffix("*").strip(), printed.endswith("*")
            if place is None or len(cells) < 2:
                draft.miss(GapKind.PARAMETER_PLACE, seen_at(document, line, NAME, own_text(line)))
            elif words.startswith("body"):
                draft.body_required = required
                rows += _views(document, draft, cells[1], "body", None)
            else:
                row = Row(line, name, place, facts={"required": required}, quote=printed)
                for view in document.marked.outermost(cells[1], marks.VIEW):
                    take_facts(row, view)
                    _take_named(row, view, named)
                row.quote += f" {row.facts.get('type', '')}"
                rows += [row, *_views(document, draft, cells[1], place, Row(line, name, place))]
    return rows


def _named(document: Document) -> dict[str, object]:
    """The schemas of the page's scripts by name; none where a browser's copy of them is broken."""
    try:
        return definitions(document.tree)
    except (RefusedError, JSONDecodeError):
        return {}


def _take_named(row: Row, view: HtmlElement, named: Named) -> None:
    """Adds what the page's scripts say of the schema that a parameter's view names in the place of its type."""
    if "type" in row.facts:
        return
    printed = next((own_text(word) for shape in marks.SHAPES(view) for word in marks.TYPE(shape)), "")
    schema = named().get(printed) if printed else None
    kind = schema.get("type") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not isinstance(kind, str):
        return
    row.facts |= read_type(kind)
    row.misread = "type" not in row.facts
    values = schema.get("enum")
    if isinstance(values, list) and (listed := literals(map(str, values), row.facts.get("type"))):
        row.facts["enum"] = listed


def _response(document: Document, draft: Draft, panes: Mapping[str, HtmlElement], title: HtmlElement) -> list[Row]:
    """Headers and schema of one response; its title's id ends in the status, as do the ids of its parts."""
    before, _, after = (title.get("id") or "").removeprefix("examples-").partition("-title-")
    status = status_of(after)
    if status is None:
        draft.miss(GapKind.ROW, seen_at(document, title, NAME, own_text(title)))
        return []
    draft.media_types.setdefault(status, [])
    schema = panes.get(f"responses-{before}-schema-{after}")
    rows = _views(document, draft, schema, status, None) if schema is not None else []
    headers = [pane for identity, pane in panes.items() if f"-{after}-headers" in identity]
    for table in dict.fromkeys(table for pane in headers for table in pane.iterdescendants("table")):
        for line in marks.ROWS(table):
            cells = [own_text(cell) for cell in line.findall("td")]
            if len(cells) > 1:
                facts = dict(read_type(cells[1]))
                rows.append(Row(line, cells[0], status, facts=facts, quote=" ".join(cells), in_header=True))
    return rows


def _views(document: Document, draft: Draft, box: HtmlElement, place: str, base: Row | None) -> list[Row]:
    """The fields of the schema views in a box; a body that is no object is noted as such, and so is a part left closed."""
    rows: list[Row] = []
    for view in document.marked.outermost(box, marks.VIEW):
        root, found = rows_of(document.marked, view, place, base)
        rows += found
        if base is None and root.facts.get("type") not in (None, "object"):
            draft.add(Field(place, ROOT, root.facts, source=seen_at(document, view, NAME, str(root.facts["type"]))))
        for row in found:
            closed = any(marks.COLLAPSED in classes(own) for own in marks.OWN_VIEW(row.node))
            if closed and row.facts.get("type") in (None, "object", "array"):
                draft.gap(GapKind.COLLAPSED, seen_at(document, row.node, NAME, row.quote))
    return rows
