"""JSON documents as field paths with types: what a value looks like, never what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from driftgate.contract import ROOT, Scalar
from driftgate.contract.types import array_of, union

DEEPEST = 40
MOST_VALUES = 500_000
MOST_FIELDS = 5_000
#: An object with more keys than this is a map, whatever its keys look like.
MOST_NAMES = 200

_NAME = re.compile(r"[A-Za-z_$@][A-Za-z0-9_$-]{0,63}\Z")
_IDENTIFIER = re.compile(r"[0-9]{4}|[0-9a-fA-F]{12}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}|(?:[0-9]+[^0-9]+){2}[0-9]")


@dataclass(slots=True)
class Seen:
    """What stood at one path, over all documents."""

    types: set[str] = field(default_factory=set)
    values: set[Scalar] = field(default_factory=set)

    @property
    def type(self) -> str | None:
        """The canonical type, None where only null was seen. A number may be a whole one."""
        types = self.types - {"null"}
        return union(types - {"integer"} if "number" in types else types)


#: Given the path of an object, whether the docs say that its keys are a map's.
IsMap = Callable[[str], bool]


def shapes(documents: Iterable[object], is_map: IsMap = lambda _: False) -> tuple[dict[str, Seen], bool]:
    """What stands at every field path of the documents, and whether a limit cut it short.

    Keys that look like identifiers rather than names become ``*``, so that nobody's data is kept as a name.
    """
    seen: dict[str, Seen] = {}
    stack = [(ROOT, document, 0) for document in documents]
    budget = MOST_VALUES
    while stack and budget:
        budget -= 1
        path, value, depth = stack.pop()
        if depth > DEEPEST or (path not in seen and len(seen) >= MOST_FIELDS):
            return seen, True
        _note(seen.setdefault(path, Seen()), value)
        stack += [(below, child, depth + 1) for below, child in _children(path, value, is_map)]
    return seen, bool(stack)


def fields_of(seen: Mapping[str, Seen]) -> list[tuple[str, Seen]]:
    """The shapes that are fields: not the items of a list, and the whole document only where it is no object."""
    whole = "$" in seen and seen["$"].type not in ("object", None)
    return [(path, found) for path, found in seen.items() if not path.endswith("[]") and (path != "$" or whole)]


def _note(seen: Seen, value: object) -> None:
    seen.types.add(type_of(value))
    if isinstance(value, str | int | float) and len(seen.values) < MOST_NAMES:
        seen.values.add(value)


def _children(path: str, value: object, is_map: IsMap) -> list[tuple[str, object]]:
    if isinstance(value, list):
        items = "[]" if path == ROOT else f"{path}[]"
        return [(items, child) for child in value if isinstance(child, dict | list)]
    if not isinstance(value, dict):
        return []
    prefix = "" if path == ROOT else f"{path}."
    mapped = len(value) > MOST_NAMES or is_map(path)
    return [(f"{prefix}{'*' if mapped or not is_name(str(key)) else key}", child) for key, child in value.items()]


def is_name(key: str) -> bool:
    """Whether a key looks like a name in an API rather than like somebody's identifier."""
    return bool(_NAME.match(key)) and not _IDENTIFIER.search(key)


def type_of(value: object) -> str:
    """The canonical type of a JSON value; of a list with the type of its items where they are alike.

    >>> type_of(["a", None]), type_of([{}]), type_of([])
    ('array<string>', 'array', 'array')
    """
    names = ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"), (dict, "object"))
    if value is None:
        return "null"
    if isinstance(value, list):
        items = {next((name for kind, name in names if isinstance(item, kind)), "array") for item in value if item is not None}
        items = items - {"integer"} if "number" in items else items
        return array_of(items.pop() if len(items) == 1 else None)
    return next(name for kind, name in names if isinstance(value, kind))
