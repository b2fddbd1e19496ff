"""Reads the Markdown that openapi-generator writes: one file per API and per model, joined or apart, linked by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from driftgate.contract import Field, Operation, Source
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.blocks import Block, Cell, Heading, Listing, Paragraph, Table
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markdown.blocks import blocks as markdown_blocks
from driftgate.extract.tables.assembly import gathered, wanted_first
from driftgate.extract.tables.columns import Row, columns_of, rows_of
from driftgate.extract.tables.endpoints import base_urls
from driftgate.extract.tables.nesting import Named
from driftgate.extract.tables.placing import Models, Placed, Rows
from driftgate.extract.tables.rowfacts import Habits, model_named
from driftgate.extract.tables.words import Role
from driftgate.extract.template import template
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

NAME = "openapi-generator-markdown"

#: read off pages of openapi-generator 7.x, generator "markdown"
_MARK = re.compile(r"\[\[Back to (?:Model list|top|API list|README)\]|All URIs are relative to \*?http")
_HEADER = ("Name", "Type", "Description", "Notes")
_REQUEST_LINE = re.compile(rf"^({'|'.join(METHODS)})\s+(/\S*)$")
#: a list or map links to the model of its items, which is seen in the address only
_LISTED = re.compile(r"\[\*\*(List|Set|Map|array)\*\*\]\((?:[^()\s]{0,200}/)?([^()/\s]{1,200})\.md\)")
#: a link to a model that has no page
_NOWHERE = re.compile(r"\[\*\*([^*\[\]]{1,200})\*\*\]\((?:[^()\s]{0,200}/)?\.md\)")
_DEFAULT = re.compile(r"\[default to ([^\]]{1,200})\]")
_ENUM = re.compile(r"\[enum:? ([^\]]{1,2000})\]")
_OPTIONAL = "[optional]"
_PATH_VARIABLE = re.compile(r"\{([^{}/]+)\}")
#: the generator does not print the status of the answer it describes
_ANSWER = "2XX"
_FORM = ("multipart/form-data", "application/x-www-form-urlencoded")
#: the generator's own names for the inline members of a union: ``Pet_kind_oneOf_1``, and ``…_oneOf_inner`` for items of an array
_VARIANT = re.compile(r"(.{1,200})_(?:oneof|anyof)(?:_\d{1,3})?(_inner)?$")
_ANONYMOUS = "anonymous"
_STARS = re.compile(r"\\(.)")


def recognises(document: Document) -> bool:
    """The links back that the generator puts below every section, and its column of notes."""
    return document.kind == "markdown" and _MARK.search(document.text) is not None and "Notes" in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation of the API sections, its models unfolded."""
    blocks = markdown_blocks(_LISTED.sub(r"\1&lt;\2&gt;", document.text))
    near = Source(url=document.page.reached, reader=NAME)
    models = _models(document.text, blocks, near)
    servers = base_urls(blocks) or _servers(blocks)
    drafts = [_draft(operation, blocks[start:end], models, near, servers) for operation, start, end in _operations(blocks)]
    return wanted_first(gathered(NAME, template(document), drafts), wanted)


def _servers(blocks: Sequence[Block]) -> tuple[str, ...]:
    texts = [block.text for block in blocks if isinstance(block, Paragraph) and block.text.startswith("All URIs are relative to")]
    found = [match[0].rstrip("/.*") for text in texts if (match := re.search(r"https?://\S{3,200}", text))]
    return tuple(dict.fromkeys(found))


def _operations(blocks: Sequence[Block]) -> Iterator[tuple[Operation, int, int]]:
    """(operation, first block, block behind the last) of every section named in a table of methods and request lines."""
    named: dict[str, Operation] = {}
    for block in blocks:
        if isinstance(block, Table) and any(cell.text == "HTTP request" for cell in block.header):
            at = [cell.text for cell in block.header].index("HTTP request")
            for row in block.rows:
                line = _REQUEST_LINE.match(row[at].text)
                if line:
                    named[_unescaped(row[at - 1].text)] = Operation(line[1], path_template(_unescaped(line[2])))
    starts = [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level in (1, 7) and _unescaped(block.text) in named
    ]
    for start in starts:
        end = next((at for at in range(start + 1, len(blocks)) if _ends(blocks[at])), len(blocks))
        block = blocks[start]
        if isinstance(block, Heading):
            yield named[_unescaped(block.text)], start, end


def _ends(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _unescaped(text: str) -> str:
    return _STARS.sub(r"\1", text).strip()


def _rows(table: Table, near: Source) -> Rows:
    """The rows of a table with the generator's notes put into columns of their own."""
    if tuple(cell.text for cell in table.header) != _HEADER:
        return []
    header = (*table.header, Cell("Required"), Cell("Default"), Cell("Enum"))
    whole = replace(table, header=header, rows=tuple(map(_noted, table.rows)))
    return rows_of(whole, columns_of(whole), near)


def _noted(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """The row with what its notes say: an absent "[optional]" is required, "null" is no default, values that are words are
    strings whatever the model is called that lists them."""
    name, kind, description, noted = row[:4]
    default = _DEFAULT.search(noted.text)
    enum = _ENUM.search(noted.text)
    values = tuple(value.strip() for value in enum[1].split(",")) if enum else ()
    words = kind.links and any(re.search(r"[A-Za-z]", value) for value in values)
    return (
        name,
        Cell("String") if words else kind,
        description,
        noted,
        Cell("no" if _OPTIONAL in noted.text else "yes"),
        Cell("" if default is None or default[1] == "null" else default[1]),
        Cell(", ".join(values), code=values),
    )


def _models(text: str, blocks: Sequence[Block], near: Source) -> Models:
    """Every model by name, from its "Properties" table. An empty one is an enum's, a union's or a map's: which, is not told."""
    found: dict[str, Rows] = {folded(_unescaped(name)): [] for name in _NOWHERE.findall(text) if not read_type(name)}
    title, properties = "", False
    for block in blocks:
        if isinstance(block, Heading):
            properties = block.text == "Properties" and bool(title)
            title = title if properties else _unescaped(block.text) if block.level == 1 else ""
        elif isinstance(block, Table) and properties:
            found[folded(title)] = _rows(block, near)
            properties = False
    untold = frozenset(name for name, rows in found.items() if not rows)
    return Models(_with_variants(found, near), frozenset({_ANONYMOUS}), wrappers=frozenset(), habits=Habits(), untold=untold)


def _with_variants(models: Mapping[str, Rows], near: Source) -> dict[str, Rows]:
    """A union prints no row of its own; its inline variants are models whose names say whose variants they are."""
    variants: dict[str, list[tuple[Row, Source]]] = {}
    for name in models:
        match = _VARIANT.match(name)
        if match and not models.get(match[1], True):
            kind = f"List<{name}>" if match[2] else name
            row = Row(Named(_ANONYMOUS), {Role.TYPE: Cell(kind)}, near)
            variants.setdefault(match[1], []).append((row, near))
    return {name: rows or variants.get(name, []) for name, rows in models.items()}


def _draft(operation: Operation, blocks: Sequence[Block], models: Models, near: Source, servers: Sequence[str]) -> Draft:
    first = blocks[0]
    draft = Draft(operation, replace(near, line=first.line, quote=str(operation)), list(servers))
    section = ""
    types = _media_types(blocks)
    draft.media_types = {place: list(names) for place, names in types.items() if names}
    for block in blocks:
        if isinstance(block, Heading):
            section = block.text
        elif isinstance(block, Table) and section == "Parameters":
            rows = _rows(block, near)
            for row, source in rows:
                _parameter(draft, row, source, models, _sent_apart(rows), is_form=bool(set(types["body"]) & set(_FORM)))
        elif isinstance(block, Paragraph) and section == "Return type":
            _answer(draft, block.text, models)
    return draft


def _sent_apart(rows: Rows) -> frozenset[str]:
    """Parameters that are no fields of the form. The required ones are printed first; each half has path, query, header and
    form in this order: what stands before a header, or before the first file
    unless after a model made for a property of the request, is none of the form's."""
    apart: list[str] = []
    for answer in ("yes", "no"):
        half = [row for row, _ in rows if row and row.text(Role.REQUIRED) == answer]
        kinds = [folded(row.text(Role.TYPE)) for row in half]
        filed = kinds.index("file") if "file" in kinds else 0
        formed = next((at for at, row in enumerate(half) if kinds[at].endswith(f"request_{folded(row.name.name)}")), filed)
        headed = max((at for at, row in enumerate(half) if _is_header(row.name.name)), default=0)
        apart += [row.name.name for row in half[: max(min(filed, formed), headed)]]
    return frozenset(apart)


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


def _parameter(draft: Draft, row: Row | None, source: Source, models: Models, apart: Collection[str], *, is_form: bool) -> None:
    """One row of an operation's parameters. A row named after its own model is the whole body."""
    if row is None:
        draft.miss(GapKind.ROW, source)
        return
    kind = row.text(Role.TYPE)
    model = model_named(kind, models.rows)
    same_name = folded(row.name.name) == folded(kind)
    if (same_name and not read_type(kind)) or (model and folded(row.name.name) in (model, "body")):
        draft.body_required = row.text(Role.REQUIRED) == "yes"
        if model:
            _take(draft, models.unfolded(models.rows[model], "", (model,)), "body")
        return
    place = _place(draft.operation, row, apart, is_form=is_form)
    _take(draft, models.unfolded([(row, source)]), place)


def _place(operation: Operation, row: Row, apart: Collection[str], *, is_form: bool) -> str:
    """Where a parameter goes is not printed: path variables, form fields and headers are told by name, all else is the query."""
    name = row.name.name
    if name in _PATH_VARIABLE.findall(operation.path):
        return "path"
    if is_form and name not in apart and operation.method not in ("GET", "DELETE", "HEAD"):
        return "body"
    return "header" if _is_header(name) else "query"


def _is_header(name: str) -> bool:
    return "-" in name or name in ("Authorization", "Accept")


def _take(draft: Draft, placed: Iterator[Placed], place: str) -> None:
    for item in placed:
        facts = item.read.facts
        draft.add(Field(place, item.path, facts, source=item.row.source, fact_sources=item.read.sources))
        if item.read.unnamed:
            draft.gap(GapKind.TYPE, item.row.source)


def _answer(draft: Draft, text: str, models: Models) -> None:
    model = model_named(text, models.rows)
    if model:
        many = re.match(r"(?:list|set|array)\b|\[", text.strip(), re.IGNORECASE)
        _take(draft, models.unfolded(models.rows[model], "[]" if many else "", (model,)), _ANSWER)
    draft.media_type(_ANSWER, "")
