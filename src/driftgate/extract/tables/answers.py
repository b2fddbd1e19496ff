"""Answers that are described elsewhere on the page: by the model that a table of statuses, or a sentence, names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Heading, Paragraph
from driftgate.extract.tables.filling import STATUS, Filling
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.naming import body_of
from driftgate.extract.tables.rows.modelnames import model_key, model_named
from driftgate.extract.tables.sections import Kind, Section, section_of
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import folded

_RETURNS = re.compile(
    r"\breturns? (?:(?:an?|the|updated|new|created|list|array|of|single|all|200|OK|response|with)\s){0,5}"
    r"([A-Za-z][\w-]{0,40}(?: [A-Za-z][\w-]{0,40}){0,3}?) objects?\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:\[|(?:array|list)\b)", re.IGNORECASE)


def answers_by_status(filling: Filling, groups: Sequence[Group]) -> None:
    """A table of statuses with a schema column: each schema that names a model is that answer's body."""
    for group in groups:
        columns = group.columns
        if columns is None or group.table is None or not {Role.STATUS, Role.SCHEMA} <= set(columns.by_role):
            continue
        status_at, schema_at = columns.by_role[Role.STATUS], columns.by_role[Role.SCHEMA]
        for cells in group.table.rows:
            if len(cells) > max(status_at, schema_at) and (status := _status(cells[status_at].text)):
                _answer(filling, status, cells[schema_at].text)


def _status(text: str) -> str:
    match = STATUS.match(text)
    return match[1] if match else "default" if folded(text).startswith("other status") else ""


def _answer(filling: Filling, status: str, schema: str) -> None:
    draft = filling.draft
    draft.media_type(status, "")
    if any(field.place == status and not field.in_header for field in draft.fields.values()):
        return
    model = model_named(schema, filling.models.rows)
    if model:
        listed = _LISTED.match(schema) or str(read_type(schema).get("type", "")).startswith("array")
        filling.add(filling.models.rows[model], Section(Kind.RESPONSE, status), "[]" if listed else "")
        return
    told = next(filter(None, (body_of(line, filling.models, Source()) for line in schema.split("\n"))), None)
    if told:
        filling.add(told[0], Section(Kind.RESPONSE, status), told[1])


def answer_in_prose(filling: Filling, blocks: Sequence[Block]) -> None:
    """ "Returns a lobby object", where the page describes a lobby object and no answer otherwise."""
    if any(field.place[0].isdigit() for field in filling.draft.fields.values()):
        return
    below = False  # a heading such as "Returns"
    for block in blocks:
        section = section_of(block.text) if isinstance(block, Heading) else None
        below = section is not None and section.kind is Kind.RESPONSE if isinstance(block, Heading) else below
        text = block.text[:2000] if isinstance(block, Paragraph) else ""
        told = below and not text.lower().startswith("return")
        if match := _RETURNS.search(f"returns {text[:1].lower()}{text[1:]}" if told else text):
            model = model_key(match[1])
            if model in filling.models.rows:
                many = re.search(r"\b(?:list|array)\b", match[0], re.IGNORECASE)
                filling.add(filling.models.rows[model], Section(Kind.RESPONSE), "[]" if many else "")
                return
