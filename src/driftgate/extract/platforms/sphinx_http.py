"""Sphinx pages made with sphinxcontrib-httpdomain, by hand or by sphinxcontrib-openapi. Python objects are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from driftgate.contract import FactValue, Field, Operation
from driftgate.contract.paths import METHODS, field_path, list_around, path_template
from driftgate.contract.types import arrays_of
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markup import children, classes, selector
from driftgate.extract.openapi.parameters import IGNORED_HEADERS
from driftgate.extract.openapi.security import from_authorization
from driftgate.extract.prose.mined import filled
from driftgate.extract.rendered.dom import literals, own_text, status_of
from driftgate.extract.rendered.fieldrows import UNSTATED_STATUS, seen_at
from driftgate.extract.rendered.literals import literal
from driftgate.extract.typewords.read import read_type, states_no_type

NAME = "sphinx-http"

# Seen on pages of Sphinx 1.1 to 8 with httpdomain 1.2 to 2.0 (2013 to 2025).
_OBJECT_NAME = "descname"
_LIST = "field-list"
_TABLE_ROWS = selector("./tbody/tr | ./tr")
_DEPRECATED = "deprecated"
_METHOD_CLASSES = frozenset(method.lower() for method in METHODS)
_REQUIRED_MARK = "required</em>"

#: The beginning of a field list's label -> the place of its rows.
_LABELS = (
    ("query", "query"), ("form", "body"), ("json", "body"), ("request json", "body"), ("response json", "response"),
    ("request headers", "header"), ("response headers", "response header"), ("status codes", "status"), ("parameters", "path"),
    ("url parameters", "path"), ("path parameters", "path"), ("cookies", "cookie"),
)  # fmt: skip
_DASH = re.compile(r"^\s{0,3}[–—-]\s{0,3}")
_DEFAULT = re.compile(r"\(default:? ([^,;()]{1,80})[,;)]")
_VALUES = re.compile(r"\b(?:possible|allowed|valid|available) values:? ([^()]{1,400}?)\)")
_FLAT = re.compile(r"\(([^()]{0,398})\)")
_LISTED_TYPES = re.compile(r"^\[((?:'\w+'(?:, )?){1,8})\]")


@dataclass(slots=True)
class _Entry:
    """One row of a field list: its name, the words of its type, its description."""

    node: HtmlElement
    name: str
    type_words: str
    description: str
    quote: str


def recognises(document: Document) -> bool:
    """Whether the page has an object whose id httpdomain made of a method and a path."""
    return (
        document.kind == "html"
        and _OBJECT_NAME in document.text
        and re.search(r'id="(?:get|post|put|patch|delete|head|options)--?', document.text) is not None
    )


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """Every operation on the page; the same operation described twice is one."""
    marked = _REQUIRED_MARK in document.text
    drafts: dict[Operation, Draft] = {}
    for entry in filter(_is_named, document.tree.iter("dt")):
        operation = _operation(entry)
        body = next(entry.itersiblings("dd"), None)
        if operation is None or body is None:
            continue
        draft = drafts.setdefault(operation, Draft(operation, seen_at(document, entry, NAME, own_text(entry))))
        _read_body(document, draft, body, marked)
    return gathered(NAME, drafts.values(), wanted)


def _is_named(entry: HtmlElement) -> bool:
    """Whether a term is the signature of an object."""
    return any(_OBJECT_NAME in (part.get("class") or "").split() for part in entry.iterdescendants())


def _operation(entry: HtmlElement) -> Operation | None:
    """The method and path of a signature, if it is one of HTTP; variables stand in brackets between the parts of the path."""
    words = classes(entry) | classes(entry.getparent())
    method, _, path = own_text(entry, "a").partition(" ")
    path = path.replace(" ", "")
    if not words & _METHOD_CLASSES or method.upper() not in METHODS or not path.startswith("/"):
        return None
    return Operation(method.upper(), path_template(path))


def _read_body(document: Document, draft: Draft, body: HtmlElement, marked: bool) -> None:
    lists = [
        found for found in body.iter("dl", "table") if _LIST in classes(found) and next(found.iterancestors("dd"), None) is body
    ]
    parts = [part for found in lists for part in _parts(found)]
    statuses = [status for place, _, cell in parts if place == "status" for status in _statuses(draft, cell)]
    status = next((status for status in statuses if status.startswith("2")), UNSTATED_STATUS)
    if children(body, _DEPRECATED):
        draft.facts["deprecated"] = True
    for place, is_array, cell in parts:
        if place == "":
            draft.gap(GapKind.SECTION, seen_at(document, cell, NAME, own_text(cell)))
        elif place != "status":
            for entry in _entries(cell):
                _read_entry(document, draft, entry, place.replace("response", status), is_array, marked)


def _parts(found: HtmlElement) -> Iterator[tuple[str, bool, HtmlElement]]:
    """The labelled parts of a field list: place, whether the rows are of array items, and what holds the rows."""
    label = ""
    nodes = found if found.tag == "dl" else [cell for row in _TABLE_ROWS(found) for cell in row]
    for node in nodes:
        if node.tag in ("dt", "th"):
            label = own_text(node).rstrip(":").strip().lower()
        elif node.tag in ("dd", "td") and label and _has_words(node):
            place = next((place for word, place in _LABELS if label.startswith(word)), None)
            if place is not None:
                yield place, "array" in label, node
            label = ""


def _has_words(cell: HtmlElement) -> bool:
    """Whether a cell says anything; the first name in it tells without reading all of it."""
    name = next(cell.iterdescendants("strong"), None)
    return (name is not None and own_text(name) != "") or own_text(cell) != ""


def _statuses(draft: Draft, cell: HtmlElement) -> Iterator[str]:
    for item in _items(cell):
        status = status_of(next(filter(str.strip, item.itertext()), ""))
        if status is not None:
            draft.media_types.setdefault(status, [])
            yield status


def _items(cell: HtmlElement) -> list[HtmlElement]:
    """The rows below a label: list entries, or the cell itself where there is only one."""
    lists = [found for found in cell.iterdescendants("ul") if (around := found.getparent()) is cell or around.tag == "td"]
    return [item for found in lists for item in found.iterchildren("li")] or [cell]


def _entries(cell: HtmlElement) -> Iterator[_Entry]:
    for node in _items(cell):
        strong = next(node.iterdescendants("strong"), None)
        text = own_text(node)
        name = own_text(strong) if strong is not None else ""
        if not name or not text.startswith(name):
            yield _Entry(node, "", "", text, text)
            continue
        type_words, rest = _bracketed(text[len(name) :].strip())
        yield _Entry(node, name, type_words, _DASH.sub("", rest), text)


def _bracketed(text: str) -> tuple[str, str]:
    """The words in the leading brackets, and what follows them."""
    if not text.startswith("("):
        return "", text
    flat = _FLAT.match(text)
    if flat:
        return flat[1].strip(), text[flat.end() :]
    depth = 0
    for position, char in enumerate(text[:400]):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return text[1:position].strip(), text[position + 1 :]
    return "", text


def _read_entry(document: Document, draft: Draft, entry: _Entry, place: str, is_array: bool, marked: bool) -> None:
    source = seen_at(document, entry.node, NAME, entry.quote)
    place, _, kind = place.partition(" ")
    in_header = kind == "header"
    if not entry.name:
        draft.miss(GapKind.ROW, source)
        return
    if (place == "header" or in_header) and entry.name.lower() in IGNORED_HEADERS:
        return
    if place == "header" and entry.name.lower() == "authorization":
        draft.security = [(from_authorization({"description": entry.description}),)]
        return
    path, facts = _facts(entry, marked)
    if not in_header and is_array:
        path = f"[].{path}"
    if place == "query" and f"{{{path}}}" in draft.operation.path:
        place = "path"
    if place == "path" and f"{{{path}}}" in draft.operation.path:
        facts["required"] = True  # the template has no other form
    if entry.type_words and "type" not in facts and not states_no_type(entry.type_words):
        draft.gap(GapKind.TYPE, source)
    facts, sources = filled(facts, entry.description, source)
    draft.add(Field(place, path, facts, in_header=in_header, source=source, fact_sources=sources))


def _facts(entry: _Entry, marked: bool) -> tuple[str, dict[str, FactValue]]:
    """The path of a row, whose trailing ``[]`` makes it an array, and what its type words and convention state."""
    path, depth = list_around(field_path(entry.name))
    facts = dict(read_type(_type_words(entry.type_words)))
    kind = facts.get("type")
    items = arrays_of(kind if isinstance(kind, str) else None, depth)
    if items:
        facts["type"] = items
    if marked and entry.type_words and not (items or "").startswith("array"):  # arrays never bear the mark
        facts.setdefault("required", False)
    value = _DEFAULT.search(entry.description)
    values = _VALUES.search(entry.description) if "values" in entry.description else None
    if values:
        facts["enum"] = literals(re.split(r",\s*|\s+or\s+", values[1]), facts.get("type"))
    if value:
        facts["default"] = literal(value[1], facts.get("type"))
    return path, facts


def _type_words(words: str) -> str:
    """``['integer', 'null']:int32`` is how sphinxcontrib-openapi prints a list of types."""
    listed = _LISTED_TYPES.match(words)
    if not listed:
        return words
    first, *others = [name.strip("' ") for name in listed[1].split(",")]
    return " | ".join([f"{first}{words[listed.end() :]}", *others])
