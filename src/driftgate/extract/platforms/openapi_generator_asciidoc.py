"""Reads the AsciiDoc that openapi-generator writes, as it is or made into HTML: types behind descriptions, models by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

NAME = "openapi-generator-asciidoc"

#: read off pages of openapi-generator 7.x, generator "asciidoc"
_MARKS = (":generator-template: v1", "|Name| Description| Required| Default| Pattern", "| Field Name| Required| Nullable | Type|")
_HTML_MARKS = ("HTTP Response Codes</caption>", ">Datatype</th>")
_PARAMETERS = ("Name", "Description", "Required", "Default", "Pattern")
_PROPERTIES = ("Field Name", "Required", "Nullable", "Type", "Description", "Format")
_VALUES = ("Enum Values",)
_ANSWERS = ("Code", "Message", "Datatype")
_RETURN_TYPE = "Return Type"
_NUMBERED = re.compile(r"^(?:\d{1,4}\.){1,6}\s+(?=\S)")
_ENUM = re.compile(r"^Enum:\s?(.{1,4000}?)[,\s]*$", re.DOTALL)
_LISTED = re.compile(r"^(?=[^\s,])([^\n]{1,4000}),\s*$")
_WORD = re.compile(r"[A-Za-z]")
_NOT_A_NAME = re.compile(r"[\W_]")
_HOLDER = re.compile(r"^(?:List|Set|Map)\b", re.IGNORECASE)
#: of a form: alone it is written small, so these are the items of an array
_ITEMS = ("String", "Boolean")
_NOWHERE = re.compile(r"(?<!\w)\[([\w.-]{1,200})\]")
#: what the generator prints where the document says nothing
_NOTHING = ("null", "-", "")
_TYPED = ("Name", "In", "Type", "Required", "Default", "Pattern", "Description")


@dataclass(frozen=True, slots=True)
class _Models:
    """What the page tells of its models, by their names without signs: titles of those with rows, values of enums."""

    titles: dict[str, str] = field(default_factory=dict)
    values: dict[str, tuple[str, ...]] = field(default_factory=dict)


def recognises(document: Document) -> bool:
    """The generator's attribute or header rows; in HTML the caption and header of its table of answers."""
    if document.kind == "asciidoc":
        return any(mark in document.text for mark in _MARKS)
    return document.kind == "html" and all(mark in document.text for mark in _HTML_MARKS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, its models unfolded."""
    models = _models(document.blocks)
    return read_blocks(document, NAME, wanted, tuple(_told(document.blocks, models)))


def _models(blocks: Sequence[Block]) -> _Models:
    """The models with rows and the enums with values. One without either is a union's or an empty one: which, is not told."""
    found = _Models()
    title = ""
    for block in blocks:
        if isinstance(block, Heading):
            title = _name(block)
        elif isinstance(block, Table) and block.heads == _PROPERTIES and block.rows:
            found.titles.setdefault(_key(title), title)
        elif isinstance(block, Table) and block.heads == _VALUES and block.rows:
            found.values.setdefault(_key(title), tuple(row[0].text for row in block.rows if row))
    return found


def _name(heading: Heading) -> str:
    """The name of a model; what the document calls it beside stands behind."""
    return next(iter(_NUMBERED.sub("", heading.text).split()), "")


def _key(name: str) -> str:
    return _NOT_A_NAME.sub("", folded(name))


def _told(blocks: Sequence[Block], models: _Models) -> Iterator[Block]:
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
        elif section != _RETURN_TYPE and not (
            isinstance(block, Table) and block.heads == _VALUES
        ):  # the table of answers says it again, with the status
            yield block


def _parameter(row: Sequence[Cell], section: str, models: _Models) -> tuple[Cell, ...]:
    """The type is the link that ends the description. The row of a body parameter is the whole body."""
    name, description, required, default, pattern = row[:5]
    link = description.links[-1] if description.links and description.text.endswith(description.links[-1]) else ""
    said = description._replace(text=description.text.removesuffix(link).strip())
    whole = section == "Body Parameter"
    shown = (
        _type(Cell(link, links=(link,)), models)
        if whole
        else _of_form(link, models)
        if section == "Form Parameters"
        else Cell("")
    )
    place = Cell("body" if section in ("Body Parameter", "Form Parameters") else section.split()[0].lower() if section else "")
    named = Cell("body") if whole else name
    return (named, place, shown, _required(required), _value(default), _value(pattern), said)


def _of_form(link: str, models: _Models) -> Cell:
    """An array is printed as its items are: an enum may be either, and so is any type of the query."""
    name = link.strip("[]")
    if name in _ITEMS:
        return Cell(f"List<{name}>")
    return Cell("") if _enum(link, models) else _type(Cell(link, links=(link,)), models)


def _property(row: Sequence[Cell], models: _Models) -> tuple[Cell, ...]:
    """The values of an enum stand in the column of formats. Values that are words are strings, whatever the model is called."""
    name, required, nullable, kind, description, form = row[:6]
    enum = _ENUM.match(form.text) or (_LISTED.match(form.text) if kind.links else None)
    values = tuple(value.strip() for value in enum[1].split(",") if value.strip()) if enum else ()
    holder = _HOLDER.match(kind.text.lstrip("["))
    printed = Cell("String") if _words(values) and not holder else _type(kind, models)
    return (name, _required(required), nullable, printed, description, Cell("") if enum else form, _listed(values))


def _listed(values: tuple[str, ...]) -> Cell:
    return Cell(", ".join(values), code=values)


def _words(values: tuple[str, ...]) -> bool:
    """Whether values are words: those that are numbers may be either."""
    return any(_WORD.search(value) for value in values)


def _enum(link: str, models: _Models) -> tuple[str, ...]:
    """The values of the enum that a link names."""
    name = link.strip("[]")
    return models.values.get(_key(name)) or models.values.get(_key(name.split(" ")[0]), ())


def _answer(row: Sequence[Cell], models: _Models) -> tuple[Cell, ...]:
    status, message, kind = row[:3]
    return (Cell("default") if status.text == "0" else status, message, _type(kind, models))


def _type(cell: Cell, models: _Models) -> Cell:
    """The type with the title of the model that its link names; nothing where the model does not tell what it is."""
    text = _NOWHERE.sub(r"\1", cell.text)  # in HTML a link that leads nowhere stands in brackets
    link = cell.links[-1].strip("[]") if cell.links else "" if read_type(text) else text  # some models are named without a link
    title = models.titles.get(_key(link)) or models.titles.get(_key(link.split(" ")[0]), "")  # or shows what it is called beside
    item = title or (link if read_type(link) else "String" if _words(_enum(link, models)) else "")
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
