"""How far a JSON answer has the documented shape, and what the client reads of it: counts, never names or values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from driftgate.contract import Field
from driftgate.contract.values import fits_type
from driftgate.smoke.shape import documented_at, found, named


def shape_fault(value: object, fields: Mapping[str, Field]) -> str:
    """What of the documented top level is not there or is of another type, in fixed words; empty if all is well."""
    if not fields:
        return ""
    root = fields.get("$")
    if root is not None and not fits_type(root.facts, value):
        return "the answer as a whole has another type than documented"
    top = _top_level(fields, "[]." if isinstance(value, list) else "")
    owners = value if isinstance(value, list) else [value]
    if not top:
        return "" if set(fields) <= {"$"} else "the answer is not the documented object or list"
    if not all(isinstance(owner, dict) for owner in owners):
        return "the answer is not the documented object"
    faults = [_owner_fault(owner, top) for owner in owners]
    return next((fault for fault in faults if fault), "")


def _top_level(fields: Mapping[str, Field], prefix: str) -> dict[str, Field | None]:
    top: dict[str, Field | None] = {}
    for path, field in fields.items():
        first, _, rest = path.removeprefix(prefix).partition(".")
        name = first.replace("[]", "")
        if not path.startswith(prefix) or name in ("", "$", "*"):
            continue
        exact = field if not rest and name == first else None
        top[name] = exact or top.get(name)
    return top


def _owner_fault(owner: object, top: Mapping[str, Field | None]) -> str:
    if not isinstance(owner, dict):
        return ""
    known = {name: field for name, field in top.items() if name in owner}
    if not known:
        return "the answer has none of the documented fields"
    absent = [name for name, field in top.items() if name not in owner and field is not None and _must_come(field)]
    if absent:
        return f"{_fields(len(absent))} documented as always present did not arrive"
    wrong = [name for name, field in known.items() if field is not None and not _tolerates(field, owner[name])]
    return f"{_fields(len(wrong))} arrived with another type than documented" if wrong else ""


def _must_come(field: Field) -> bool:
    return field.required is True and field.flag("conditional") is not True and field.flag("write_only") is not True


def _tolerates(field: Field, value: object) -> bool:
    """Docs often leave unsaid that a value may be null: only a stated ``nullable: false`` makes null a fault."""
    return (value is None and field.flag("nullable") is not False) or fits_type(field.facts, value)


def reads_fault(values: Sequence[object], reads: Mapping[str, Field], documented: Mapping[str, Field]) -> str:
    """Whether all that the client reads arrived, with the type it reads; over all events of a stream together."""
    absent = wrong = 0
    for path, read in reads.items():
        here = [item for value in values for item in found(value, path)]
        if not here:
            absent += not _optional(path, documented)
        elif not all(_readable(read, documented.get(path), item) for item in here):
            wrong += 1
    if absent:
        return f"{_fields(absent)} that the client reads did not arrive"
    return f"{_fields(wrong)} that the client reads arrived with another type" if wrong else ""


def _optional(path: str, documented: Mapping[str, Field]) -> bool:
    """Whether the docs say that this, or something it is in, may be missing; what it is in may also be null."""
    segments = path.split(".")
    above = {".".join(segments[:end]) for end in range(1, len(segments))}
    owners = [documented.get(each) or documented.get(each.removesuffix("[]")) for each in above]
    field = documented.get(path)
    return (field is not None and _may_be_missing(field)) or any(
        owner is not None and (_may_be_missing(owner) or owner.flag("nullable") is True) for owner in owners
    )


def _may_be_missing(field: Field) -> bool:
    return field.required is False or field.flag("conditional") is True


def _readable(read: Field, documented: Field | None, value: object) -> bool:
    if value is None and documented is not None and documented.flag("nullable") is True:
        return True
    return fits_type(read.facts, value)


def undocumented_count(values: Sequence[object], documented: Mapping[str, Field]) -> int:
    """How many names arrived that the docs do not have. They are counted and never named: names can be customers' data."""
    if not documented:
        return 0
    arrived = {path for value in values for path, _ in named(value)}
    return sum(not documented_at(documented, path.removeprefix("$.")) for path in arrived)


def _fields(count: int) -> str:
    return "1 field" if count == 1 else f"{count} fields"
