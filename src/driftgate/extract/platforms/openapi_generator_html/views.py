"""The schema views that a script draws on html2 pages: braces, brackets, and a line that lists what is required."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.contract.types import array_of
from driftgate.extract.markup import Marked, children, classes
from driftgate.extract.platforms.openapi_generator_html import marks
from driftgate.extract.rendered.dom import literals, own_text
from driftgate.extract.rendered.fieldrows import Boxes, Row
from driftgate.extract.rendered.literals import range_of
from driftgate.extract.typewords.read import read_type

_DEEPEST = 8
_FORMAT = re.compile(r"[\w.-]{1,40}")


def rows_of(marked: Marked, view: HtmlElement, place: str, base: Row | None) -> tuple[Row, list[Row]]:
    """The view itself as a nameless row, and every field in it. base: what it stands in, if that has a name."""
    root = Row(view, "", place, base)
    take_facts(root, view)
    nests, rows = Boxes(), list[Row]()
    conditional: dict[HtmlElement, bool] = {view: False}
    for node in marked.below(view, *marks.NODES):
        words = classes(node)
        conditional[node] = _in_variant(node, conditional)
        around = nests.around(node) or base
        if marks.ARRAY in words:
            nests.put(node, Row(node, "[]", place, around))
        elif marks.PROPERTY in words:
            row = Row(node, _name(node), place, around)
            for own in marks.OWN_VIEW(node):
                take_facts(row, own)
            row.facts["required"] = row.name in _required(node)
            row.quote = f"{row.name}: {row.facts.get('type', '')}"
            if conditional[node]:
                row.facts["conditional"] = True
            rows.append(row)
            nests.put(node, Row(node, row.name, place, around))
    return root, rows


def _in_variant(node: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether a node is a union of variants, or stands in one."""
    if marks.UNIONS & classes(node):
        return True
    return next((known[ancestor] for ancestor in node.iterancestors() if ancestor in known), False)


def _name(node: HtmlElement) -> str:
    return next((own_text(name).removesuffix(":").strip() for name in marks.NAME(node)), "")


def _required(node: HtmlElement) -> list[str]:
    """The names in the ``Required: a,b`` line of the object around a property."""
    parent = node.getparent()
    lines = [] if parent is None else children(parent, marks.REQUIRED_LINE)
    return [name.strip() for line in lines for name in own_text(line).removeprefix(marks.REQUIRED_WORD).split(",")]


def take_facts(row: Row, view: HtmlElement) -> None:
    """Adds what a view states; the name of a model alone does not tell a type."""
    facts = _facts_of(view)
    row.facts |= facts
    row.misread = "type" not in facts


def _facts_of(view: HtmlElement, depth: int = 0) -> dict[str, FactValue]:
    """The facts that a view states of its own value."""
    for shape in marks.SHAPES(view):
        words = classes(shape)
        if marks.ARRAY in words:
            return {"type": _array(shape, depth)}
        if marks.TYPE(shape) or any(marks.TYPE(link) for link in shape.findall("a")):
            return _primitive(shape)
        if "object" in words or marks.BRACES(shape):
            return {"type": "object"}
    return {}


def _array(shape: HtmlElement, depth: int) -> str:
    for inner in marks.INNER(shape):
        for view in marks.OWN_VIEW(inner):
            items = _facts_of(view, depth + 1).get("type") if depth < _DEEPEST else None
            return array_of(items if isinstance(items, str) else None)
    return "array"


def _primitive(shape: HtmlElement) -> dict[str, FactValue]:
    parts = [shape, *shape.findall("a")]
    facts: dict[str, FactValue] = {}
    for part in parts:
        for word in marks.TYPE(part):
            facts |= {name: value for name, value in read_type(own_text(word)).items() if name not in facts}
        for word in marks.FORMAT(part):
            form = own_text(word).strip("()")
            if _FORMAT.fullmatch(form) and form != "enum":
                facts["format"] = form
        for word in marks.LIMITS(part):
            facts |= range_of(own_text(word))
    values = literals((own_text(code) for code in marks.ENUMS(shape)), facts.get("type"))
    return facts | ({"enum": values} if values else {})
