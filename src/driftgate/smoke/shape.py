"""JSON values and field paths: which named values a document holds, and which of them the docs know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from driftgate.contract import Field
from driftgate.contract.types import members_of

DEEPEST = 64


def named(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every named value of a document with its field path; an item of a list shares ``[]`` with the others.

    Raises ValueError for a document nested deeper than the limit.
    """
    stack = [(path, value, 0)]
    while stack:
        here, current, depth = stack.pop()
        if depth > DEEPEST:
            raise ValueError("nested deeper than the limit")
        if isinstance(current, dict):
            children = [(f"{here}.{name}" if here else str(name), child) for name, child in current.items()]
            yield from children
            stack += [(name, child, depth + 1) for name, child in children]
        elif isinstance(current, list):
            stack += [(f"{here}[]", child, depth + 1) for child in current]


def found(value: object, path: str) -> list[object]:
    """The values that stand at a field path, in order; none where a part of the path is not there."""
    current = [value]
    for segment in path.split(".") if path else ():
        name = segment.replace("[]", "")
        if name == "*":
            current = [child for parent in current if isinstance(parent, dict) for child in parent.values()]
        elif name not in ("", "$"):
            current = [parent[name] for parent in current if isinstance(parent, dict) and name in parent]
        for _ in range(segment.count("[]")):
            current = [item for parent in current if isinstance(parent, list) for item in parent]
    return current


def documented_at(fields: Mapping[str, Field], path: str) -> bool:
    """Whether the docs know this path: by name, as a free-form map's value, or inside an object they leave open."""
    known = [tuple(each.removeprefix("$.").split(".")) for each in fields]
    segments = tuple(path.split("."))
    if any(_matches(each, segments) for each in known):
        return True
    for end in range(len(segments) - 1, 0, -1):
        above = tuple(segments[:end])
        spellings = {above, (*above[:-1], above[-1].removesuffix("[]"))}
        owners = [each for each in known if any(_matches(each, spelling) for spelling in spellings)]
        if owners:
            return not any(_below(each, owner) for each in known for owner in owners) and not _closed(fields, owners)
    return False


def _matches(documented: tuple[str, ...], segments: tuple[str, ...]) -> bool:
    return len(documented) == len(segments) and all(
        one == other or (one.replace("[]", "") == "*" and one.count("[]") == other.count("[]"))
        for one, other in zip(documented, segments, strict=True)
    )


def _below(path: tuple[str, ...], owner: tuple[str, ...]) -> bool:
    return len(path) > len(owner) and all(
        one.replace("[]", "") == other.replace("[]", "") for one, other in zip(path, owner, strict=False)
    )


def _closed(fields: Mapping[str, Field], owners: list[tuple[str, ...]]) -> bool:
    return any(_is_closed(fields.get(".".join(owner))) for owner in owners)


def _is_closed(field: Field | None) -> bool:
    if field is None:
        return False
    scalar = field.type is not None and not any(member.startswith(("array", "object")) for member in members_of(field.type))
    return scalar or field.flag("additional") is False
