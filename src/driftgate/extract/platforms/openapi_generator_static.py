"""Reads the one-page HTML of openapi-generator's ``html`` and of swagger-codegen: a name, then its description, models below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import classes, first, has_class, selector
from driftgate.extract.markup.tables import cell_of
from driftgate.extract.rendered.dom import own_text, status_of
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.typewords.read import read_type

NAME = "openapi-generator-static"

# Seen on pages of openapi-generator 7 (2026), whose template is swagger-codegen's.
_MARKS = ("method-path", "param-desc", "field-items")
_METHODS = selector(f"//*[{has_class('method')}]")
_SIGNATURE = first(f".//*[{has_class('method-path')}]//pre")
_VERB = first(f".//*[{has_class('http-method')}]")
_ITEMS = selector(f".//*[{has_class('field-items')}]/*")
_KIND = first(f".//*[{has_class('param-type')}]")
_LABELS = selector(f".//h4[{has_class('field-label')}]")
_RETURNED = first(f".//*[{has_class('return-type')}]")
_MODELS = selector(f"//*[{has_class('model')}]")
_MODEL_NAME = first(".//h3//code")

_HEADER = ("Name", "In", "Type", "Required", "Default", "Format", "Enum", "Description")
_DEFAULT = re.compile(r"(?:^|\s)default: (\S.{0,200}?)(?=\s+format: \S{1,40}$|$)", re.DOTALL)
_FORMAT = re.compile(r"(?:^|\s)format: (\S{1,40})$")
#: a key of a sample; the generator spells a sign in the name of a property as a word
_KEY = re.compile(r'"([^"\\\n]{1,200})" : ')
_SIGNS = str.maketrans(
    {"$": "Dollar", "@": "At", ".": "Period", ":": "Colon", "-": "Minus", "#": "Hash", "+": "Plus", "/": "Slash", "*": "Star"}
)
_DOT = re.compile(r"(?<=[a-z0-9_])Period(?=[a-z])(?!ic|s(?:[^a-z]|$))")
_OPTIONAL, _REQUIRED = "(optional)", "(required)"
_BODY = "body"
_PLACES = {"form": _BODY}


def recognises(document: Document) -> bool:
    """The classes of its signatures, names and descriptions."""
    return document.kind == "html" and all(mark in document.text for mark in _MARKS)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page, its models unfolded."""
    blocks = (*_operations(document.tree), *_models(document.tree, dict(_spelt_out(document.text))))
    return read_blocks(document, NAME, wanted, _telling(blocks))


def _operations(tree: HtmlElement) -> Iterator[Block]:
    """Every operation as a heading, its line, a table of what it takes and a table of what it answers."""
    for method in _METHODS(tree):
        signature = next(iter(_SIGNATURE(method)), None)
        verb = next(iter(_VERB(method)), None)
        line = own_text(signature) if signature is not None else ""
        word = own_text(verb) if verb is not None else ""
        if signature is None or word.upper() not in METHODS or not line.startswith(word):
            continue
        yield Heading(1, f"{word.upper()} {line.removeprefix(word).strip()}", signature.sourceline)
        yield Heading(2, "Parameters", signature.sourceline)
        yield from _fields(method, {})
        yield Heading(2, "Responses", signature.sourceline)
        yield from _answers(method)


def _models(tree: HtmlElement, names: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(1, "Models")
    for model in _MODELS(tree):
        for name in _MODEL_NAME(model):
            yield Heading(2, own_text(name), name.sourceline)
            yield from _fields(model, names)


def _fields(holder: HtmlElement, names: Mapping[str, str]) -> Iterator[Table]:
    """The pairs of name and description below a heading as one table; the values of an enum follow their pair."""
    rows: list[list[Cell]] = []
    lines: list[int | None] = []
    named = Cell("")
    for item in _ITEMS(holder):
        words = classes(item)
        if "param" in words:
            named = cell_of(item)
        elif "param-desc" in words and named.text:
            rows.append(_row(named, item, names))
            lines.append(item.sourceline)
        elif "param-enum" in words and rows:
            values = (*rows[-1][6].code, own_text(item))
            rows[-1][6] = Cell(", ".join(values), code=values)
    if rows:
        yield Table(tuple(map(Cell, _HEADER)), tuple(map(tuple, rows)), lines[0], row_lines=tuple(lines))


def _spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """The names of properties as the generator spells them, with what the samples of the page call them."""
    for name in set(_KEY.findall(text)):
        spelt = name.translate(_SIGNS)
        if spelt != name:
            yield spelt, name


def _spelt_back(name: str, names: Mapping[str, str]) -> str:
    """The name that a sample shows; without one, a dot between small letters, where no name of its own has that word."""
    return names.get(name) or _DOT.sub(".", name)


def _row(named: Cell, item: HtmlElement, names: Mapping[str, str]) -> list[Cell]:
    """One pair as a row. A parameter prints its place where a property prints its type."""
    said, kind = cell_of(item), next(iter(_KIND(item)), None)
    printed = cell_of(kind) if kind is not None else Cell("")
    place = printed.text.removesuffix(" Parameter").lower() if printed.text.endswith(" Parameter") else ""
    name = named.text.removesuffix(_OPTIONAL).removesuffix(_REQUIRED).strip()
    model = name.partition(" ")[2] if place == _BODY else ""
    optional = named.text.endswith(_OPTIONAL)
    text = said.text.removeprefix(printed.text).lstrip(" —\n")
    default, form = _DEFAULT.search(text), _FORMAT.search(text)
    described = (_DEFAULT if default else _FORMAT).sub("", text).strip()
    return [
        Cell(_BODY if place == _BODY else name if place else _spelt_back(name, names)),
        Cell(_PLACES.get(place, place)),
        (Cell(model, links=named.links) if place == _BODY else Cell("")) if place else printed,
        Cell("no" if optional else "yes"),
        Cell("" if default is None or default[1] == "null" else default[1]),
        Cell(form[1] if form else ""),
        Cell(""),
        Cell(described, said.code, said.strong),
    ]


def _answers(method: HtmlElement) -> Iterator[Table]:
    """The statuses with the models behind them. An answer that is a list has no link: it is printed above, without its status."""
    returned = next((own_text(part).replace(" ", "") for part in _RETURNED(method)), "")
    rows: list[tuple[Cell, ...]] = []
    for label in _LABELS(method):
        status = status_of(own_text(label))
        if status:
            kind = _linked(label)
            whole = returned if kind is None and status.startswith("2") else kind or ""
            rows.append((Cell(status), Cell(whole, links=(whole,))))
    if rows:
        yield Table((Cell("Status"), Cell("Schema")), tuple(rows), method.sourceline)


def _linked(label: HtmlElement) -> str | None:
    """The model that an answer links to, behind its message; an empty link is that of an answer without a body."""
    found: str | None = None
    for node in label.itersiblings():
        if node.tag in ("h3", "h4"):
            break
        found = own_text(node) if node.tag == "a" else found
    return found


def _telling(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the types that name a model which prints no property: whether it is an enum or a union is not told."""
    known: set[str] = set()
    title = ""
    for block in blocks:
        if isinstance(block, Heading):
            title = block.text
        elif isinstance(block, Table):
            known.add(title)
    return tuple(_told(block, known) if isinstance(block, Table) else block for block in blocks)


def _told(table: Table, known: Collection[str]) -> Table:
    if table.header[0].text != _HEADER[0]:
        return table
    rows = tuple((*row[:2], row[2] if _tells(row[2].text, known) else Cell(""), *row[3:]) for row in table.rows)
    return replace(table, rows=rows)


def _tells(kind: str, known: Collection[str]) -> bool:
    return kind in known or bool(read_type(kind))
