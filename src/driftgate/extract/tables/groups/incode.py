"""Groups of a code block: an object that it declares, or describes, where fields or models are announced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Code
from driftgate.extract.tables.groups.group import Group, group_below
from driftgate.extract.tables.rows.row import Rows
from driftgate.extract.tables.sections import Kind, announces_fields
from driftgate.extract.tables.shown.described import described_rows
from driftgate.extract.tables.shown.jsonschema import schema_rows
from driftgate.extract.tables.shown.shapes import commented_rows, declared_name, shape_rows
from driftgate.extract.tables.trail import Trail

#: how a declared list of objects ends
_LISTED = re.compile(r"\}\s{0,8}\[\]\s{0,8};?\s{0,8}$")
_POINTER = ("#/components/", "#/definitions/")
_MESSAGE = re.compile(r"\s{0,9}(?:[A-Z]{3,7} \S{1,500} HTTP/[\d.]+|HTTP/[\d.]+ \d{3}[^\n]{0,60})(?:\n[^\n]{1,300}){0,40}(?:\n|$)")


def code_groups(at: int, block: Code, trail: Trail, source: Source) -> Iterator[Group]:
    """An object declared in code, where fields or models are announced; a name that it bears is a model's."""
    section, title = trail.section(), trail.own_title()
    in_models = trail.in_models() or title.startswith(_POINTER)
    if not in_models and not announces_fields(section):
        return
    head, text = _MESSAGE.match(block.text), block.text
    if head is not None:  # a message as it goes over the wire: its body stands behind the empty line
        text = text[head.end() :]
        section = replace(section, kind=Kind.BODY) if section and section.kind is Kind.REQUEST else section
    rows = _declared(text, replace(source, line=block.line), block.info)
    if rows:
        within = "[]" if _LISTED.search(text[-40:]) else ""
        group = replace(group_below(at, rows, trail), section=section, in_models=in_models, within=within)
        yield replace(group, own_title=declared_name(text) or title)


def _declared(text: str, near: Source, info: str) -> Rows:
    """The rows of an object, in whichever form it is declared."""
    return shape_rows(text, near, info) or commented_rows(text, near) or schema_rows(text, near) or described_rows(text, near)
