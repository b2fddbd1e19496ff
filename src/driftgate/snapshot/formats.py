"""What snapshots of an older format could not say: there, the approved contract is silent, which is no difference to the docs.

Format 1 kept of a field that several alternatives of a union have neither the types nor the values that each of them allows, nor
how many alternatives say a thing where nothing tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from driftgate.contract import Contract, Facts, FactValue, Field
from driftgate.contract.varies import STANDS, is_number, parsed
from driftgate.snapshot.model import Snapshot

_UNSAID = frozenset(("type", "enum", "open_enum"))


def as_of_today(approved: Snapshot, now: Contract) -> Contract:
    """The approved contract to compare the docs with; what its format could not say is taken from the docs as they are now."""
    contract = approved.contract
    if approved.format > 1:
        return contract
    told = {key: _told(field, now.fields[key].facts) for key, field in contract.fields.items() if key in now.fields}
    return replace(contract, fields={**contract.fields, **told})


def _told(field: Field, now: Facts) -> Field:
    lines = now.get("varies", ())
    if not lines or frozenset(_in_format_1(lines)) != frozenset(_lines(field.facts.get("varies", ()))):
        return field
    return replace(field, facts={**field.facts, "varies": lines})


def _in_format_1(lines: FactValue) -> Iterator[str]:
    """The lines as format 1 kept them."""
    for line in _lines(lines):
        heads, statement = parsed(line)
        labels = [", ".join(head) for head in heads if not is_number(head)]
        if parsed(line).fact not in _UNSAID and (labels or statement != STANDS):
            yield ": ".join((*labels, statement))


def _lines(value: FactValue) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
