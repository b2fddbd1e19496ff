"""What an element of a schema shows, as rows of a table: its properties at any depth, and the models that it names as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from driftgate.extract.blocks import Cell
from driftgate.extract.markup import classes, visible_text

#: the name of a row that stands for the whole message; no page prints it
WHOLE = "the-message-itself"
HEADS = tuple(map(Cell, ("Name", "Type", "Required", "Enum", "Default", "Description")))

_NAME = "data-property-name"
_TYPE = "json-property-type"
_FORMAT = "json-property-format"
_REQUIRED = "json-property-required"
_VALUE = "json-property-enum-item"
_DEFAULT = "json-property-default-value"
_REFERENCE = "json-schema-ref"
#: around a link to the model of the items, which only the style sheet draws brackets around
_LIST = "json-schema-ref-array"
_ITEMS = "json-schema-array-items"
_MAP = "json-schema-additionalProperties"
_INNER = "json-inner-schema"

Row = tuple[Cell, ...]


def schema_rows(schema: HtmlElement) -> list[tuple[int | None, Row]]:
    """The rows with their lines: first what the whole is made of, then every property by its path."""
    rows = [(link.sourceline, _row(WHOLE, _linked(link, schema), "")) for link in _whole(schema)]
    items = {owner: section for section in _classed(schema, _ITEMS) if (owner := _owner(section)) is not None}
    for term in schema.iterdescendants("dt"):
        if term.get(_NAME) is not None:
            path = _path(term, schema)
            required = "yes" if any(_REQUIRED in classes(child) for child in term) else "no"
            found = _row(
                path, _type(term, items.get(term)), required, _values(term, items.get(term)), default_cell(term), _told(term)
            )
            rows.append((term.sourceline, found))
    return rows


def type_cell(holder: HtmlElement) -> Cell:
    """The type that an element holds, with its format; a model's name where it is a link to one."""
    link = next(_classed(holder, _REFERENCE), None)
    if link is not None:
        named = _named(link)
        return named._replace(text=f"{named.text}[]") if _LIST in classes(link.getparent()) else named
    kind = next(_classed(holder, _TYPE), None)
    form = next(_classed(holder, _FORMAT), None)
    words = [visible_text(part) for part in (kind, form) if part is not None]
    return Cell(" ".join(word for word in words if word))


def values_cell(holder: HtmlElement) -> Cell:
    """The values that an element lists."""
    values = tuple(visible_text(value) for value in _classed(holder, _VALUE))
    return Cell(", ".join(values), values)


def default_cell(holder: HtmlElement) -> Cell:
    """The value that an element shows as the default."""
    shown = next(_classed(holder, _DEFAULT), None)
    return Cell("" if shown is None else visible_text(shown))


def is_required(holder: HtmlElement) -> bool:
    """Whether an element holds the mark, which only the style sheet draws."""
    return next(_classed(holder, _REQUIRED), None) is not None


def _classed(node: HtmlElement, word: str) -> Iterator[HtmlElement]:
    return (inner for inner in node.iterdescendants() if word in classes(inner))


def _row(name: str, kind: Cell, required: str, *more: Cell) -> Row:
    """Of more: the values, the default, what is said."""
    return Cell(name, (name,)), kind, Cell(required), *(more or (Cell(""), Cell(""), Cell("")))


def _whole(schema: HtmlElement) -> Iterator[HtmlElement]:
    """The links to models that stand in no property: what the whole is, or is made of."""
    return (link for link in _classed(schema, _REFERENCE) if _owner(link, schema) is None)


def _linked(link: HtmlElement, schema: HtmlElement) -> Cell:
    """The model of a link; a list of it where it stands among the items of the whole."""
    depth = sum(not {_ITEMS, _LIST}.isdisjoint(classes(node)) for node in _around(link, schema))
    named = _named(link)
    return named._replace(text=named.text + "[]" * depth)


def _named(link: HtmlElement) -> Cell:
    text = visible_text(link)
    return Cell(text, links=(text,))


def _around(node: HtmlElement, schema: HtmlElement) -> Iterator[HtmlElement]:
    for outer in node.iterancestors():
        if outer is schema:
            return
        yield outer


def _owner(node: HtmlElement, schema: HtmlElement | None = None) -> HtmlElement | None:
    """The property that an element belongs to, whether it stands in its entry or in the one behind it."""
    for outer in node.iterancestors():
        if outer is schema:
            return None
        if outer.tag == "dt" and outer.get(_NAME) is not None:
            return outer
        if outer.tag == "dd" or (outer.tag == "dt" and _INNER in classes(outer)):
            return next((before for before in outer.itersiblings("dt", preceding=True) if before.get(_NAME) is not None), None)
    return None


def _path(term: HtmlElement, schema: HtmlElement) -> str:
    """The path of a property: the names of those around it, through their items and values."""
    parts = [str(term.get(_NAME))]
    for outer in _around(term, schema):
        words = classes(outer)
        if _ITEMS in words:
            parts.append("[]")
        elif _MAP in words:
            parts.append("*")
        elif outer.tag == "dd" or (outer.tag == "dt" and _INNER in words):
            before = next((b for b in outer.itersiblings("dt", preceding=True) if b.get(_NAME) is not None), None)
            parts += [str(before.get(_NAME))] if before is not None else []
    return ".".join(reversed(parts)).replace(".[]", "[]")


def _type(term: HtmlElement, items: HtmlElement | None) -> Cell:
    """The type of a property; of a list the type of its items with brackets behind it."""
    own = type_cell(term)
    if not own.text and (behind := term.getnext()) is not None:
        made_of = next((link for link in _classed(behind, _REFERENCE) if _owner(link) is term), None)
        return own if made_of is None else _named(made_of)
    if items is None or not own.text.endswith("[]"):
        return own
    inner = next((child for child in items if _TYPE in classes(child)), None)
    item = type_cell(items) if inner is None or next(_classed(inner, _REFERENCE), None) is not None else Cell(visible_text(inner))
    depth = own.text.count("[]")
    return item._replace(text=item.text.rstrip("[]") + "[]" * depth) if item.text else own


def _values(term: HtmlElement, items: HtmlElement | None) -> Cell:
    own = values_cell(term)
    inner = next((child for child in items if "json-property-enum" in classes(child)), None) if items is not None else None
    return own if own.text or inner is None else Cell("")


def _told(term: HtmlElement) -> Cell:
    """What is said of a property in the entry behind it."""
    behind = term.getnext()
    if behind is None or behind.tag != "dd":
        return Cell("")
    return Cell("\n".join(visible_text(part) for part in behind if _INNER not in classes(part)))
