"""Reads the AsciiDoc that openapi-generator writes, as it is or made into HTML: types behind descriptions, models by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembly import read_blocks, wanted_first
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

NAME = "openapi-generator-asciidoc"

#: read off pages of openapi-generator 7.x, generator "asciidoc"
_MARKS = (":generator-template: v1", "|Name| Description| Required| Default| Pattern", "| Field Name| Required| Nullable | Type|")
_HTML_MARKS = ("HTTP Response Codes</caption>", ">Datatype</th>")
_PARAMETERS = ("Name", "Description", "Required", "Default", "Pattern")
_PROPERTIES = ("Field Name", "Required", "Nullable", "Type", "Description", "Format")
_ANSWERS = ("Code", "Message", "Datatype")
_RETURN_TYPE = "Return Type"
_NUMBERED = re.compile(r"^(?:\d{1,4}\.){1,6}\s+(?=\S)")
_ENUM = re.compile(r"^Enum:\s?(.{1,4000}?)[,\s]*$", re.DOTALL)
_NOT_A_NAME = re.compile(r"[\W_]")
_HOLDER = re.compile(r"^(?:List|Set|Map)\b", re.IGNORECASE)
_NOWHERE = re.compile(r"(?<!\w)\[([\w.-]{1,200})\]")
#: what the generator prints where the document says nothing
_NOTHING = ("null", "-", "")
_TYPED = ("Name", "In", "Type", "Required", "Default", "Pattern", "Description")


def recognises(document: Document) -> bool:
    """The generator's attribute or header rows; in HTML the caption and header of its table of answers."""
    if document.kind == "asciidoc":
        return any(mark in document.text for mark in _MARKS)
    return document.kind == "html" and all(mark in document.text for mark in _HTML_MARKS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, its models unfolded."""
    models = _models(document.blocks)
    return wanted_first(read_blocks(document, NAME, tuple(_told(document.blocks, models))), wanted)


def _models(blocks: Sequence[Block]) -> dict[str, str]:
    """The models that have rows: name without signs -> title. One without is an enum's or a union's: which, is not told."""
    found: dict[str, str] = {}
    title = ""
    for block in blocks:
        if isinstance(block, Heading):
            title = _name(block)
        elif isinstance(block, Table) and block.heads == _PROPERTIES and block.rows:
            found.setdefault(_key(title), title)
    return found


def _name(heading: Heading) -> str:
    """The name of a model; what the document calls it beside stands behind."""
    return next(iter(_NUMBERED.sub("", heading.text).split()), "")


def _key(name: str) -> str:
    return _NOT_A_NAME.sub("", folded(name))


def _told(blocks: Sequence[Block], models: Mapping[str, str]) -> Iterator[Block]:
    """The same blocks, headings without their numbers and every table with its facts in columns of their own."""
    section, in_models = "", False
    for block in blocks:
        if isinstance(block, Heading):
            section = _name(block) if in_models else _NUMBERED.sub("", block.text)
            in_models = in_models or (section == "Models" and block.level == 2)
            yield replace(block, text=section)
        elif isinstance(block, Table) and block.heads == _PARAMETERS:
            rows = tuple(_parameter(row, section, models) for row in block.rows)
            yield replace(block, header=tuple(map(Cell, _TYPED)), rows=rows)
        elif isinstance(block, Table) and block.heads == _PROPERTIES:
            header = (*block.header[:5], Cell("Format"), Cell("Enum"))
            yield replace(block, header=header, rows=tuple(_property(row, models) for row in block.rows))
        elif isinstance(block, Table) and block.heads == _ANSWERS:
            header = (Cell("Status"), Cell("Description"), Cell("Schema"))
            yield replace(block, header=header, rows=tuple(_answer(row, models) for row in block.rows))
        elif section != _RETURN_TYPE:  # the table of answers says it again, with the status
            yield block


def _parameter(row: Sequence[Cell], section: str, models: Mapping[str, str]) -> tuple[Cell, ...]:
    """The type is the link that ends the description. The row of a body parameter is the whole body."""
    name, description, required, default, pattern = row[:5]
    link = description.links[-1] if description.links and description.text.endswith(description.links[-1]) else ""
    whole = section == "Body Parameter"
    kind = _type(Cell(link, links=(link,)), models)
    said = description._replace(text=description.text.removesuffix(link).strip())
    # an array of the query is printed as its items are
    shown = kind if whole or section == "Form Parameters" else Cell("")
    place = Cell("body" if section in ("Body Parameter", "Form Parameters") else section.split()[0].lower() if section else "")
    named = Cell("body") if whole else name
    return (named, place, shown, _required(required), _value(default), _value(pattern), said)


def _property(row: Sequence[Cell], models: Mapping[str, str]) -> tuple[Cell, ...]:
    """The values of an enum stand in the column of formats. Values that are words are strings, whatever the model is called."""
    name, required, nullable, kind, description, form = row[:6]
    enum = _ENUM.match(form.text)
    values = tuple(value.strip() for value in enum[1].split(",") if value.strip()) if enum else ()
    words = values and any(re.search(r"[A-Za-z]", value) for value in values)
    printed = Cell("String") if words and not _HOLDER.match(kind.text.lstrip("[")) else _type(kind, models)
    listed = Cell(", ".join(values), code=values)
    return (name, _required(required), nullable, printed, description, Cell("") if enum else form, listed)


def _answer(row: Sequence[Cell], models: Mapping[str, str]) -> tuple[Cell, ...]:
    status, message, kind = row[:3]
    return (Cell("default") if status.text == "0" else status, message, _type(kind, models))


def _type(cell: Cell, models: Mapping[str, str]) -> Cell:
    """The type with the title of the model that its link names; nothing where the model does not tell what it is."""
    text = _NOWHERE.sub(r"\1", cell.text)  # in HTML a link that leads nowhere stands in brackets
    link = cell.links[-1].strip("[]") if cell.links else ""
    title = models.get(_key(link)) or models.get(_key(link.split(" ")[0]), "")  # or shows what the model is called beside
    item = title or (link if read_type(link) else "")
    if not link:
        return Cell(text)
    holder = _HOLDER.match(text)
    of = "" if not holder else "Map" if holder[0].lower() == "map" else "List"
    return Cell(f"{of}<{item}>" if of and item else of or item, links=(title,) if title else ())


def _required(cell: Cell) -> Cell:
    """An empty cell is a no."""
    return Cell("yes" if cell.text == "X" else "no")


def _value(cell: Cell) -> Cell:
    return Cell("") if cell.text in _NOTHING else cell
