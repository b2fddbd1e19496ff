"""Bodies that are lists: what stands between a label and the first field below it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from driftgate.contract.types import arrays_of
from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import is_type, type_in
from driftgate.extract.rendered.fieldrows import Row, levels_of
from driftgate.extract.tables.sections import Kind, Section, section_of
from driftgate.extract.typewords.read import read_type

_ARRAY_OF = re.compile(r"^(?:array|list) (?:of:?|\[)$", re.IGNORECASE)
_BODIES = (Kind.BODY, Kind.RESPONSE)
_NEAR = 12


def root_arrays(runs: Sequence[Run], found: Sequence[Entry], where: Sequence[Section | None]) -> dict[Section, Row]:
    """The nameless row of every body that is a list, by its section: the body's fields are those of its items."""
    roots: dict[Section, Row] = {}
    seen: set[Section] = set()
    for at, (entry, section) in enumerate(zip(found, where, strict=True)):
        if section is None or section in seen or section.kind not in _BODIES:
            continue
        seen.add(section)
        begin = max(found[at - 1].start if at else 0, entry.first - _NEAR)
        above = list(takewhile(lambda run: not _ends(run), reversed(runs[begin : entry.first])))
        levels = max((sum(map(_opens, above)), *(levels_of(_kind(run)) for run in above)))
        if levels:
            roots[section] = Row(entry.head, "", "", facts={"type": arrays_of("object", levels)})
    return roots


def _ends(run: Run) -> bool:
    """Whether a text is the label, or a tab or button below it."""
    if run.heading or run.pressed or not run.opens:
        return run.heading or run.pressed
    section = section_of(run.text)
    return section is not None and section.kind is not Kind.FIELDS  # "1000 items" is none


def _opens(run: Run) -> bool:
    """Whether a text between label and field says that a list of what follows begins: once for each within another."""
    return not run.in_prose and _ARRAY_OF.match(run.text) is not None


def _kind(run: Run) -> str:
    """The type that a text between label and field states of the body."""
    if run.in_prose:
        return ""
    return str(read_type(type_in(run.text)).get("type", "")) if is_type(run.text) else ""
