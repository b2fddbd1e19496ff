"""Reads the Markdown that openapi-generator writes, and HTML made of it: one file per API and per model, joined or apart,
linked by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.contract import ROOT, Field, Operation, Source
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.blocks import Block, Heading, Listing, Paragraph, Table
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.platforms.openapi_generator_markdown.links import models_without_page, told_blocks
from driftgate.extract.platforms.openapi_generator_markdown.models import mapped, models_in, rows_in, without_backslashes
from driftgate.extract.platforms.openapi_generator_markdown.places import body_row, is_form, place_of_parameter, sent_apart
from driftgate.extract.tables.operations.endpoints import base_urls
from driftgate.extract.tables.placed import Placed
from driftgate.extract.tables.placing import Models
from driftgate.extract.tables.rows.modelnames import model_named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

NAME = "openapi-generator-markdown"

#: read off pages of openapi-generator 7.x, generator "markdown"
_MARK = re.compile(r"\[\[Back to (?:Model list|top|API list|README)\]|All URIs are relative to \*?http")
_HTML_MARKS = (">[Back to API list]</a>", ">[Back to Model list]</a>", ">All URIs are relative to <em>")
_REQUEST_LINE = re.compile(rf"^({'|'.join(METHODS)})\s+(/\S*)$")
_LISTED = re.compile(r"(?:list|set|array)\b|\[", re.IGNORECASE)
_RETURN_TYPE = "Return type"
#: a type without a link is a line in bold, and so a heading of this level
_BOLD = 7
#: the generator does not print the status of the answer it describes
_ANSWER = "2XX"


def recognises(document: Document) -> bool:
    """The links back that the generator puts below every section, and its column of notes."""
    if document.kind == "html":
        return any(mark in document.text for mark in _HTML_MARKS) and ">Notes</th>" in document.text
    return document.kind == "markdown" and _MARK.search(document.text) is not None and "Notes" in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation of the API sections, its models unfolded."""
    blocks = told_blocks(document)
    near = Source(url=document.page.reached, reader=NAME)
    models = models_in(blocks, models_without_page(document), near)
    servers = base_urls(blocks) or _servers(blocks)
    drafts = [_draft(operation, blocks[start:end], models, near, servers) for operation, start, end in _operations(blocks)]
    return gathered(NAME, drafts, wanted)


def _servers(blocks: Sequence[Block]) -> tuple[str, ...]:
    texts = [block.text for block in blocks if isinstance(block, Paragraph) and block.text.startswith("All URIs are relative to")]
    found = [match[0].rstrip("/.*") for text in texts if (match := re.search(r"https?://\S{3,200}", text))]
    return tuple(dict.fromkeys(found))


def _operations(blocks: Sequence[Block]) -> Iterator[tuple[Operation, int, int]]:
    """(operation, first block, block behind the last) of every section named in a table of methods and request lines."""
    named: dict[str, Operation] = {}
    for block in blocks:
        if isinstance(block, Table) and any(cell.text == "HTTP request" for cell in block.header):
            at = block.heads.index("HTTP request")
            for row in block.rows:
                line = _REQUEST_LINE.match(row[at].text)
                if line:
                    named[without_backslashes(row[at - 1].text)] = Operation(line[1], path_template(without_backslashes(line[2])))
    starts = [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level in (1, 7) and without_backslashes(block.text) in named
    ]
    for start in starts:
        end = next((at for at in range(start + 1, len(blocks)) if _ends(blocks[at])), len(blocks))
        block = blocks[start]
        if isinstance(block, Heading):
            yield named[without_backslashes(block.text)], start, end


def _ends(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _draft(operation: Operation, blocks: Sequence[Block], models: Models, near: Source, servers: Sequence[str]) -> Draft:
    first = blocks[0]
    draft = Draft(operation, replace(near, line=first.line, quote=str(operation)), list(servers), generated=True)
    section = ""
    types = _media_types(blocks)
    draft.media_types = {place: list(names) for place, names in types.items() if names}
    for block in blocks:
        if isinstance(block, Heading) and (block.level < _BOLD or section != _RETURN_TYPE):
            section = block.text
        elif isinstance(block, Table) and section == "Parameters":
            _parameters(draft, block, models, near, in_form=is_form(types["body"]))
        elif isinstance(block, Paragraph | Heading) and section == _RETURN_TYPE:
            _whole(draft, block.text, models, _ANSWER)
            draft.media_type(_ANSWER, "")
    return draft


def _media_types(blocks: Sequence[Block]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {"body": (), _ANSWER: ()}
    for block in blocks:
        if isinstance(block, Listing):
            for item in block.items:
                label, _, value = item.text.partition(":")
                place = {"Content-Type": "body", "Accept": _ANSWER}.get(label.strip())
                if place and "Not defined" not in value:
                    found[place] = tuple(name.strip() for name in value.split(",") if "/" in name)
    return found


def _parameters(draft: Draft, table: Table, models: Models, near: Source, *, in_form: bool) -> None:
    rows = rows_in(table, near)
    body = body_row(rows, draft.operation, models.rows)
    in_form = in_form and body is None
    apart = sent_apart(rows)
    for row, source in rows:
        if row is None:
            draft.miss(GapKind.ROW, source)
        elif row is body:
            _body(draft, row, models)
    others = [(row, source) for row, source in rows if row is not None and row is not body]
    for item in models.unfolded(others):
        place = place_of_parameter(draft.operation, item.top or item.row, apart, in_form=in_form)
        _take(draft, item, place)


def _body(draft: Draft, row: Row, models: Models) -> None:
    """The row that is the whole body: its model's fields, or, where it has none, a value of its type."""
    kind = row.text(Role.TYPE)
    draft.body_required = row.text(Role.REQUIRED) == "yes"
    facts = read_type(kind)
    if not _whole(draft, kind, models, "body") and facts:
        draft.add(Field("body", ROOT, dict(facts), source=row.source))


def _whole(draft: Draft, kind: str, models: Models, place: str) -> bool:
    """Adds the fields of the model that a body's printed type names; False where it names none."""
    model = model_named(mapped(kind) or kind, models.rows)
    if model:
        prefix = "*" if mapped(kind) else "[]" if _LISTED.match(kind.strip()) else ""
        for item in models.unfolded(models.rows[model], prefix, (model,)):
            _take(draft, item, place)
    return bool(model)


def _take(draft: Draft, item: Placed, place: str) -> None:
    draft.add(Field(place, item.path, item.read.facts, source=item.row.source, fact_sources=item.read.sources))
    if item.read.unnamed:
        draft.gap(GapKind.TYPE, item.row.source)
