"""What the texts of one field state beyond its name: type, required, allowed values, default, limits."""

from __future__ import annotations

from collections.abc import Sequence

from driftgate.contract import FactValue
from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import OPENINGS
from driftgate.extract.prose.mined import mined
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.typewords.table import FLAG_BY_WORD, folded

#: How many texts behind a name may hold its flags.
_NEAR = 8


def states_required(runs: Sequence[Run], found: Sequence[Entry]) -> bool:
    """Whether some of the fields bear a mark that says "required", so that its absence says something."""
    return any(_required(entry, runs) for entry in found)


def facts_of(row: Row, entry: Entry, runs: Sequence[Run], *, marked: bool) -> dict[str, FactValue]:
    """The facts of one field. marked: fields of this page that are required bear a mark."""
    if entry.type in OPENINGS:
        row.facts["type"] = OPENINGS[entry.type]
    elif entry.type:
        row.take_type(entry.type)
    required = _required(entry, runs)
    facts: dict[str, FactValue] = {**row.facts}
    if required is not None or marked:
        facts.setdefault("required", bool(required))
    words = " ".join(run.text for run in runs[entry.start : entry.end] if run.in_prose)
    kind = facts.get("type")
    for name, value in mined(words, kind if isinstance(kind, str) else "").facts.items():
        facts.setdefault(name, value)
    return facts


def _required(entry: Entry, runs: Sequence[Run]) -> bool | None:
    """True or False where a mark beside the name says so."""
    if runs[entry.at].text.rstrip(": ").endswith("*"):
        return True
    for run in runs[entry.start : min(entry.end, entry.start + _NEAR)]:
        if run.text.strip(": ") == "*":
            return True
        flag = FLAG_BY_WORD.get(folded(run.text.strip("()[]·,* ")))
        if flag and flag[0] == "required":
            return bool(flag[1])
    return False if runs[entry.at].text.endswith("?") else None
