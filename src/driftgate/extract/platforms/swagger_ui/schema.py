"""Swagger UI's view of an OpenAPI 3.1 schema: one article per schema, boxed in the keyword it belongs to."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.extract.markup import Marked, children, classes
from driftgate.extract.platforms.swagger_ui import marks
from driftgate.extract.rendered.dom import literals, own_text
from driftgate.extract.rendered.fieldrows import Boxes, Row
from driftgate.extract.rendered.literals import literal, number_of
from driftgate.extract.typewords.read import read_type

ITEM, FREE_KEY = "[]", "*"
_BOUND = re.compile(r"([≥≤<>=])\s*(-?[\d.e+]+)")
_RANGE = re.compile(r"([\[(])(-?[\d.e+]+),\s*(-?[\d.e+]+)([\])])")
_SIDES = {"≥": "minimum", ">": "exclusive_minimum", "≤": "maximum", "<": "exclusive_maximum"}
_UNION_WORDS = frozenset(marks.KEYWORD + name for name in marks.VARIANTS)
_UNITS = (("characters", "length"), ("items", "items"), ("properties", "properties"))


def rows_of(marked: Marked, article: HtmlElement, place: str, base: Row | None) -> tuple[Row, list[Row]]:
    """The schema itself as a nameless row, and every field in it. base: what the schema stands in, if that has a name."""
    root = Row(article, "", place, base)
    _take_facts(root, article, children(article, marks.HEAD))
    nests, rows = Boxes(), list[Row]()
    conditional: dict[HtmlElement, bool] = {}
    for node in (article, *marked.below(article, marks.SCHEMA)):
        around = nests.around(node) or base
        keyword = _keyword(node) if node is not article else ""
        conditional[node] = node is not article and _in_variant(node, conditional)
        if keyword in marks.NAMING or keyword in marks.FREE:
            heads = children(node, marks.HEAD)
            row = Row(node, FREE_KEY if keyword in marks.FREE else _title(heads), place, around)
            _take_facts(row, node, heads)
            if keyword in marks.NAMING:
                row.facts["required"] = _is_required(node)
            if conditional[node]:
                row.facts["conditional"] = True
            if keyword in marks.NAMING or "type" in row.facts:
                rows.append(row)
            nests.put(node, Row(node, row.name, place, around))
        elif keyword in marks.ITEMS:
            nests.put(node, Row(node, ITEM, place, around))
    return root, rows


def _keyword(node: HtmlElement) -> str:
    """The keyword that a schema stands in, within the schema around it."""
    for ancestor in node.iterancestors():
        for word in classes(ancestor):
            if word.startswith(marks.KEYWORD):
                return word.removeprefix(marks.KEYWORD)
        if ancestor.tag == "article":
            break
    return ""


def _is_required(node: HtmlElement) -> bool:
    entry = node.getparent()
    return entry is not None and marks.REQUIRED_PROPERTY in classes(entry)


def _in_variant(node: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether a schema stands in one of several variants (null not counted), itself or with the schema around it."""
    for ancestor in node.iterancestors():
        if ancestor in known:
            return known[ancestor]
        if (
            not classes(ancestor).isdisjoint(_UNION_WORDS)
            and sum(_type_words(children(variant, marks.HEAD)) != "null" for variant in ancestor.findall("ul/li/article")) > 1
        ):
            return True
    return False


def _title(heads: list[HtmlElement]) -> str:
    return next((own_text(title) for head in heads for title in marks.TITLE(head)), "")


def _type_words(heads: list[HtmlElement]) -> str:
    return next((own_text(word) for head in heads for word in children(head, marks.TYPE)), "")


def _take_facts(row: Row, article: HtmlElement, heads: list[HtmlElement]) -> None:
    words = _type_words(heads)
    row.quote = f"{_title(heads)} {words}"
    if words:
        row.take_type(words)
    for head in heads:
        for flag in children(head, marks.FLAG):
            row.facts |= {"deprecated": True} if own_text(flag) == "deprecated" else {}
        for constraint in children(head, marks.CONSTRAINT):
            row.facts |= {name: value for name, value in _constraint(own_text(constraint)).items() if name not in row.facts}
    for body in children(article, marks.BODY):
        for viewer in children(body, marks.VIEWER):
            _take_values(row, viewer)


def _constraint(text: str) -> dict[str, FactValue]:
    """A printed limit, pattern or format: ``[1, 64] characters``, ``≥ 0``, ``matches ^a``, ``date-time``."""
    if text.startswith("matches "):
        return {"pattern": text.removeprefix("matches ")}
    stem = next((stem for unit, stem in _UNITS if text.endswith(unit)), "")
    unique: dict[str, FactValue] = {"unique_items": True} if "unique" in text else {}
    between, bound = _RANGE.match(text), _BOUND.match(text)
    if between:
        low = "minimum" if between[1] == "[" else "exclusive_minimum"
        high = "maximum" if between[4] == "]" else "exclusive_maximum"
        return unique | _limit(low, between[2], stem) | _limit(high, between[3], stem)
    if bound and bound[1] in _SIDES:
        return unique | _limit(_SIDES[bound[1]], bound[2], stem)
    if unique or stem or " " in text:
        return unique
    return {"format": text}


def _limit(name: str, number: str, stem: str) -> dict[str, FactValue]:
    value = number_of(number)
    if value is None:
        return {}
    return {f"{name.removeprefix('exclusive_')[:3]}_{stem}": int(value)} if stem else {name: value}


def _take_values(row: Row, viewer: HtmlElement) -> None:
    """Adds what a value viewer shows: allowed values, a constant, a default."""
    name = next((own_text(label).lower() for label in marks.VIEWER_NAME(viewer)), "")
    kind = row.facts.get("type")
    single = [own_text(value) for value in marks.VIEWER_VALUE(viewer)]
    if name == "enum":
        values = literals(own_text(value) for value in marks.VIEWER_VALUES(viewer))
        row.facts |= {"enum": values} if values else {}
    elif name in ("const", "default") and single:
        row.facts[name] = literal(single[0], None if single[0][:1] in "\"'" else kind)


def printed(text: str) -> dict[str, FactValue]:
    """The facts of a type as parameters print it: ``integer($int64)``, ``array<string>``."""
    name, _, form = text.partition("($")
    facts = dict(read_type(name))
    if form and facts:
        facts.setdefault("format", form.rstrip(") "))
    return facts
