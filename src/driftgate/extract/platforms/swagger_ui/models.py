"""Swagger UI's view of an OpenAPI 2.0 or 3.0 schema: tables of properties in braces, arrays in brackets."""

from __future__ import annotations

from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.contract.types import array_of, union
from driftgate.extract.markup import classes
from driftgate.extract.platforms.swagger_ui import marks
from driftgate.extract.platforms.swagger_ui.schema import FREE_KEY, ITEM, printed
from driftgate.extract.rendered.dom import literals, own_text
from driftgate.extract.rendered.fieldrows import Boxes, Row
from driftgate.extract.rendered.literals import literal
from driftgate.extract.rendered.nearest import Nearest

_DEEPEST = 8


def rows_of(box: HtmlElement, place: str, base: Row | None) -> tuple[Row, list[Row]]:
    """The model itself as a nameless row, and every field in it. base: what the model stands in, if that has a name."""
    depth, facts = _shape_and_facts(box)
    root = Row(box, "", place, base, facts)
    nests, rows = Boxes(), list[Row]()
    nests.put(box, Row(box, ITEM * depth, place, base))
    variants = Nearest[bool]()  # whether what stands in a variant holds only there
    for line in marks.PROPERTY_ROWS(box):
        name_cell, value = islice(line.iterchildren("td"), 2)
        around = nests.around(line) or base
        name = _name(name_cell)
        if name in marks.UNION_ROWS:
            for variant in value:
                nests.put(variant, Row(variant, ITEM * _shape(variant)[0], place, around))
                variants.put(variant, len(value) > 1 or bool(variants.around(line)))
        elif marks.PROPERTY_ROW in classes(line) or name == FREE_KEY:
            depth, facts = _shape_and_facts(value)
            row = Row(line, name, place, around, facts)
            if name != FREE_KEY:
                row.facts["required"] = "required" in classes(line)
            if variants.around(line):
                row.facts["conditional"] = True
            row.quote = f"{own_text(name_cell)} {row.facts.get('type', '')}"
            rows.append(row)
            nests.put(value, Row(value, name + ITEM * depth, place, around))
    return root, rows


def _name(cell: HtmlElement) -> str:
    text = own_text(cell)
    if text.startswith("<") and text.rstrip(":").endswith(">"):  # < * >: of additionalProperties
        return FREE_KEY
    return text.removesuffix("->").strip() if text.endswith("->") else text.removesuffix("*").strip()


def _shape(box: HtmlElement) -> tuple[int, HtmlElement | None]:
    """How many array brackets open a model, and the element that then names its type or opens its brace."""
    depth = 0
    for event, node in etree.iterwalk(box, events=("start", "end")):
        if event == "start":
            words = (node.get("class") or "").split()
            if "prop-type" in words or "brace-open" in words:
                return depth, node
            depth += (node.text or "").lstrip().startswith("[")
        elif node is not box:
            depth += (node.tail or "").lstrip().startswith("[")
        if depth > _DEEPEST:
            break
    return depth, None


def _shape_and_facts(box: HtmlElement) -> tuple[int, dict[str, FactValue]]:
    """How many array brackets open a model, and what is printed of it."""
    depth, node = _shape(box)
    facts: dict[str, FactValue] = {}
    if node is not None:
        facts |= _of_primitive(node) if "prop-type" in classes(node) else _of_brace(box)
    kind = facts.get("type")
    name = kind if isinstance(kind, str) else None
    for _ in range(depth):
        name = array_of(name)
    return depth, facts | ({"type": name} if name else {})


def _of_brace(box: HtmlElement) -> dict[str, FactValue]:
    """An object, or a union of whatever its variants are where it has no property of its own."""
    first = _first_row(box)
    table = first.getparent() if first is not None else None
    if table is None:
        return {"type": "object"}
    kinds: list[str] = []
    for line in table:
        if marks.PROPERTY_ROW in classes(line):
            return {"type": "object"}
        cells = list(line.iterchildren("td"))
        if len(cells) > 1 and _name(cells[0]) in marks.UNION_ROWS:
            kinds += [str(kind) for variant in cells[1] if (kind := _shape_and_facts(variant)[1].get("type"))]
    return {"type": union(kinds) or "object"}


def _first_row(box: HtmlElement) -> HtmlElement | None:
    """The first property row, looked for no further: models nest, and each would be searched to its end at every level."""
    tables = (table for table in box.iterdescendants("table") if marks.MODEL_TABLE in classes(table))
    return next(
        (line for table in tables for line in table.iterdescendants("tr") if len(list(line.iterchildren("td"))) > 1), None
    )


def _of_primitive(node: HtmlElement) -> dict[str, FactValue]:
    """The facts beside a printed type: its format, limits, and allowed values."""
    form = next((own_text(sibling) for sibling in node.itersiblings() if "prop-format" in classes(sibling)), "")
    facts = printed(own_text(node) + form)
    holder = node.getparent()
    if holder is None:
        return facts
    for line in marks.PRIMITIVES(holder):
        label, _, value = own_text(line).partition(":")
        name = marks.PRIMITIVE_LABELS.get(label.strip())
        if name:
            facts.setdefault(name, literal(value.strip(), facts.get("type") if name in ("default", "pattern") else None))
    for values in marks.ENUMS(holder)[:1]:
        label, _, listed = own_text(values).partition("[")
        if "array" not in label.lower():  # else it stands closed, and shows only how many there are
            facts["enum"] = literals(listed.rpartition("]")[0].split(", "), facts.get("type"))
    return facts
