"""Where a field that stands at the top of a section is sent or answered."""

from __future__ import annotations

from driftgate.contract import Operation
from driftgate.contract.paths import VARIABLE
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.tables.filling import SUCCESS, WITHOUT_BODY
from driftgate.extract.tables.sections import RESPONSES, Kind, Section


def place_of(section: Section | None, row: Row, operation: Operation) -> str:
    """The place of a field; ``""`` where the page does not say it."""
    if section is None:
        return ""
    if section.kind in RESPONSES:
        return section.status or SUCCESS
    if section.kind in (Kind.REQUEST, Kind.QUERY) and row.name.strip(":{}<>") in VARIABLE.findall(operation.path):
        return "path"
    if section.kind is not Kind.REQUEST:
        return section.kind.value
    return "query" if operation.method in WITHOUT_BODY else "body"
