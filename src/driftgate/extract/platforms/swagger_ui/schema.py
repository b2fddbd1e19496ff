"""Swagger UI's view of an OpenAPI 3.1 schema: one article per schema, boxed in the keyword it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.extract.markup import Marked, children, classes
from driftgate.extract.platforms.swagger_ui import marks
from driftgate.extract.rendered.dom import literals, own_text
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import literal, number_of
from driftgate.extract.typewords.read import read_type

ITEM, FREE_KEY = "[]", "*"
_BOUND = re.compile(r"([≥≤<>=])\s*(-?[\d.e+]+)")
_RANGE = re.compile(r"([\[(])(-?[\d.e+]+),\s*(-?[\d.e+]+)([\])])")
_SIDES = {"≥": "minimum", ">": "exclusive_minimum", "≤": "maximum", "<": "exclusive_maximum"}
_UNITS = (("characters", "length"), ("items", "items"), ("properties", "properties"))


@dataclass(slots=True)
class _Head:
    """What is printed above a schema: its title and type, marks such as ``deprecated``, limits."""

    title: str = ""
    type_words: str = ""
    flags: list[str] = field(default_factory=list)
    constraints: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the schemas within another. row: the one that their fields stand in, if any."""

    row: Row | None
    conditional: bool


def rows_of(marked: Marked, article: HtmlElement, place: str, base: Row | None) -> tuple[Row, list[Row]]:
    """The schema itself as a nameless row, and every field in it. base: what the schema stands in, if that has a name."""
    root = Row(article, "", place, base)
    _take_facts(root, _head_of(article))
    rows: list[Row] = []
    within = {article: _Around(base, conditional=False)}
    several = cache(_has_several)
    for node in marked.below(article, marks.SCHEMA):
        keyword, around = _around(node, within, several)
        held = around.row
        if keyword in marks.NAMING or keyword in marks.FREE:
            row = _row(node, keyword, place, around)
            if keyword in marks.NAMING or "type" in row.facts:
                rows.append(row)
            held = Row(node, row.name, place, around.row)
        elif keyword in marks.ITEMS:
            held = Row(node, ITEM, place, around.row)
        within[node] = _Around(held, around.conditional)
    return root, rows


def _row(node: HtmlElement, keyword: str, place: str, around: _Around) -> Row:
    head = _head_of(node)
    row = Row(node, FREE_KEY if keyword in marks.FREE else head.title, place, around.row)
    _take_facts(row, head)
    if keyword in marks.NAMING:
        row.facts["required"] = _is_required(node)
    if around.conditional:
        row.facts["conditional"] = True
    return row


def _around(
    node: HtmlElement, within: Mapping[HtmlElement, _Around], several: Callable[[HtmlElement], bool]
) -> tuple[str, _Around]:
    """The keyword that a schema stands in, within the schema around it, and what holds there."""
    keyword, conditional = "", False
    for ancestor in node.iterancestors():
        if ancestor in within:
            around = within[ancestor]
            return keyword, _Around(around.row, conditional=True) if conditional else around
        if marks.KEYWORD in (spelling := ancestor.get("class") or ""):
            found = next((word for word in spelling.split() if word.startswith(marks.KEYWORD)), "").removeprefix(marks.KEYWORD)
            keyword = keyword or found
            conditional = conditional or (found in marks.VARIANTS and several(ancestor))
    return keyword, _Around(None, conditional)


def _has_several(union: HtmlElement) -> bool:
    """Whether a union has several variants, ``null`` not counted: what one of them has holds only there."""
    return sum(_head_of(variant).type_words != "null" for variant in union.findall("ul/li/article")) > 1


def _is_required(node: HtmlElement) -> bool:
    entry = node.getparent()
    return entry is not None and marks.REQUIRED_PROPERTY in classes(entry)


def _head_of(article: HtmlElement) -> _Head:
    found = _Head()
    for head in children(article, marks.HEAD):
        for part in head:
            words = part.get("class") or ""
            if marks.TYPE in words:
                found.type_words = found.type_words or own_text(part)
            elif marks.FLAG in words:
                found.flags.append(own_text(part))
            elif marks.CONSTRAINT in words:
                found.constraints.append(own_text(part))
        titles = (part for part in head.iterdescendants() if marks.NAME in (part.get("class") or ""))
        found.title = found.title or next(map(own_text, titles), "")
    return found


def _take_facts(row: Row, head: _Head) -> None:
    row.quote = f"{head.title} {head.type_words}"
    if head.type_words:
        row.take_type(head.type_words)
    if "deprecated" in head.flags:
        row.facts["deprecated"] = True
    for constraint in head.constraints:
        for name, value in _constraint(constraint).items():
            row.facts.setdefault(name, value)
    for body in children(row.node, marks.BODY):
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
    labels = (part for part in viewer.iterdescendants() if marks.VIEWER_NAME in (part.get("class") or "").split())
    name = next((own_text(label).lower() for label in labels), "")
    if name == "enum":
        values = literals(own_text(value) for value in marks.VIEWER_VALUES(viewer))
        row.facts |= {"enum": values} if values else {}
    elif name in ("const", "default"):
        for single in map(own_text, children(viewer, marks.VIEWER_VALUE)[:1]):
            row.facts[name] = literal(single, None if single[:1] in "\"'" else row.facts.get("type"))


def printed(text: str) -> dict[str, FactValue]:
    """The facts of a type as parameters print it: ``integer($int64)``, ``array<string>``."""
    name, _, form = text.partition("($")
    facts = dict(read_type(name))
    if form and facts:
        facts.setdefault("format", form.rstrip(") "))
    return facts
