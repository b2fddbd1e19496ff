"""One canonical spelling for the types that docs print in a hundred ways.

The alphabet is JSON Schema's: ``boolean integer number string array object null``. ``array`` is an array of objects, or of items
not stated; ``array<string>`` an array whose items are known scalars. A union is joined with `` | `` in a fixed order. ``null`` in
a union is not a type but the fact ``nullable``.
"""

from __future__ import annotations

from collections.abc import Iterable

ORDER = ("boolean", "integer", "number", "string", "array", "object", "null")
NUMERIC = frozenset(("integer", "number"))


def _rank(name: str) -> tuple[int, str]:
    base = name.split("<", 1)[0]
    return (ORDER.index(base) if base in ORDER else len(ORDER), name)


def array_of(items: str | None) -> str:
    """The type of an array with items of this type.

    >>> array_of("string"), array_of("object"), array_of(None)
    ('array<string>', 'array', 'array')
    """
    return "array" if items is None or items in ("object", "any", "null", "") else f"array<{items}>"


def arrays_of(items: str | None, levels: int) -> str | None:
    """The type of so many arrays within each other, the innermost with items of this type.

    >>> arrays_of("string", 0), arrays_of("string", 1), arrays_of(None, 2)
    ('string', 'array<string>', 'array<array>')
    """
    kind = items
    for _ in range(levels):
        kind = array_of(kind)
    return kind


def union(types: Iterable[str]) -> str | None:
    """The canonical union of member types, ``None`` if there is none to state. A lone ``null`` stays.

    >>> union(["object", "string", "null"])
    'string | object'
    """
    members = {member for name in types for member in members_of(name)}
    named = members - {"null"} or members
    if "array" in named:  # the vaguer spelling covers the narrower one
        named = {name for name in named if not name.startswith("array<")}
    return " | ".join(sorted(named, key=_rank)) or None


def members_of(name: str) -> tuple[str, ...]:
    """The members of a union, split outside angle brackets."""
    if "|" not in name:
        return (name.strip(),) if name.strip() else ()
    members, depth, start = [], 0, 0
    for position, char in enumerate(name):
        depth += (char == "<") - (char == ">")
        if char == "|" and depth == 0:
            members.append(name[start:position].strip())
            start = position + 1
    members.append(name[start:].strip())
    return tuple(member for member in members if member)


def kinds_of(name: object) -> frozenset[str] | None:
    """The JSON types of a stated type, None where none is stated.

    >>> sorted(kinds_of("string | array<string>"))
    ['array', 'string']
    """
    return frozenset(member.partition("<")[0] for member in members_of(name)) if isinstance(name, str) else None
