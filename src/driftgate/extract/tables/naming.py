"""Whole bodies that a line or a cell describes by naming their model, and nothing else: ``Pet``, ``Schema: list of Pet``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from driftgate.contract import Source
from driftgate.extract.tables.filling import WITHOUT_BODY, Filling
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.placing import Models, Rows
from driftgate.extract.tables.rows.modelnames import POINTER, model_key
from driftgate.extract.tables.sections import REQUESTS, Kind, Section
from driftgate.extract.tables.shown.shapes import declared_rows
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.table import folded

_LABEL = re.compile(
    r"^(?:schema|body|type|data ?type|\$?ref|returns?|model|object|component|response|request|content"
    r"|[\w.+*-]{1,40}/[\w.+*-]{1,80})"
    r"(?: (?:body|type|schema|model|object))?\s?[:：=–—-]\s?",
    re.IGNORECASE,
)
_LONGEST = 20_000
_LISTED = re.compile(r"(?:array|list|set)\b|\[|.*\[\]$", re.IGNORECASE)


def bodies_by_name(filling: Filling, groups: Sequence[Group]) -> None:
    """The fields of the model that a section of a body names, where none of that body were read otherwise."""
    for section, text in _namings(groups):
        told = body_of(text, filling.models, Source())
        if told is None or (section.kind in REQUESTS and filling.method in WITHOUT_BODY):
            continue
        place = "body" if section.kind is Kind.REQUEST else filling.place(section)
        taken = any(field.place == place and not field.in_header for field in filling.draft.fields.values())
        if not taken:
            at = Section(Kind.BODY if place == "body" else Kind.RESPONSE, section.status, section.media_type)
            filling.add(told[0], at, told[1])


def has_body_apart(filling: Filling, groups: Sequence[Group]) -> bool:
    """Whether a section of its own holds the request's body, so that the parameters beside it are sent elsewhere."""
    models = filling.models
    return any(group.rows and group.section is not None and group.section.kind is Kind.BODY for group in groups) or any(
        section.kind is Kind.BODY and body_of(text, models, Source()) for section, text in _namings(groups)
    )


def _namings(groups: Sequence[Group]) -> Iterator[tuple[Section, str]]:
    for group in groups:
        if group.section is None or group.in_models or group.section.kind not in (Kind.REQUEST, Kind.BODY, Kind.RESPONSE):
            continue
        for line in group.lines or _cells(group):
            yield group.section, line


def _cells(group: Group) -> Iterator[str]:
    """The lines of a schema column in a table without names or statuses: "Required | Schema"."""
    roles = group.columns.by_role if group.columns is not None else {}
    at = roles.get(Role.SCHEMA)
    if at is not None and group.table is not None and not {Role.NAME, Role.STATUS} & set(roles):
        for row in group.table.rows:
            yield from row[at].text.split("\n") if at < len(row) else ()


def body_of(text: str, models: Models, near: Source) -> tuple[Rows, str] | None:
    """The rows of the body that a text names or declares, and what they are below: ``[]`` for a list."""
    model, listed = model_wholly(text, models.rows)
    if model:
        return models.rows[model], "[]" if listed else ""
    bare = _LABEL.sub("", text.strip(), count=1).lstrip()
    rows = declared_rows(bare[:_LONGEST], near) if bare.lstrip("[ ").startswith("{") else []
    return (rows, "[]" if bare.startswith("[") else "") if rows else None


def model_wholly(text: str, models: Collection[str]) -> tuple[str, bool]:
    """The model that a text names and says nothing beside, folded, and whether it is a list of them; ``""`` where it does not.

    >>> model_wholly("Schema: array of Pets", {"pets"}), model_wholly("Returns pets that are left", {"pets"})
    (('pets', True), ('', False))
    """
    bare = POINTER.sub("", _LABEL.sub("", text.strip(), count=1)).strip()
    for key in (folded(bare).strip("[]<>`*? "), model_key(bare)):
        if key and key in models:
            return key, _LISTED.match(bare) is not None and key != folded(bare)
    return "", False
