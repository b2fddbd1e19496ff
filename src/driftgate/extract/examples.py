"""Fields inferred from example JSON: which names there are and of which type. An example never says what is required."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from driftgate.contract import FactValue, Field, Source
from driftgate.contract.types import array_of, union
from driftgate.extract.openapi.keywords import kind_of_value
from driftgate.extract.segments import segment

DEEPEST = 24
MOST_FIELDS = 2_000

#: A value that stands elsewhere, such as a variable's: it shows that there is a field, and not of which type.
UNSTATED = object()


def example_fields(place: str, examples: Iterable[object], source: Source, known: Container[str] = ()) -> list[Field]:
    """The fields that any of the examples of one body shows, each once, but for those whose paths are known already.

    Text that is no JSON value shows nothing.
    """
    found: dict[str, list[object]] = {}
    level: list[tuple[str, object]] = [("", value) for value in examples if isinstance(value, dict | list)]
    for _ in range(DEEPEST):
        level = [entry for path, value in level for entry in _below(path, value)]
        if not level or len(found) > MOST_FIELDS:
            break
        for path, value in level:
            found.setdefault(path, []).append(value)
    new = {path: values for path, values in found.items() if path not in known and not path.endswith("[]")}
    return [Field(place, path, _facts(values), source=source) for path, values in new.items()]


def _below(path: str, value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        prefix = f"{path}." if path else ""
        return [(f"{prefix}{segment(str(name), value)}", child) for name, child in value.items()]
    return [(f"{path}[]", child) for child in value] if isinstance(value, list) else []


def _facts(values: Sequence[object]) -> dict[str, FactValue]:
    """The type of all values seen; ``null`` shows that the field may be null, not what it is otherwise."""
    kinds = {_type(value) for value in values if value is not UNSTATED}
    if {"integer", "number"} <= kinds:
        kinds.remove("integer")
    spelled = union(kinds - {"null"})
    facts: dict[str, FactValue] = {} if spelled is None else {"type": spelled}
    return {**facts, "nullable": True} if "null" in kinds else facts


def _type(value: object) -> str:
    if isinstance(value, list):
        kinds = {kind_of_value(item) for item in value} - {"null"}
        return array_of(union(kinds)) if kinds and not kinds & {"array", "object"} else "array"
    return kind_of_value(value)
