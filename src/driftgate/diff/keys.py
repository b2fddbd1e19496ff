"""Gives fields keys that two contracts share: path variables by position, headers in one case, media types spelled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from driftgate.contract import ROOT, Contract, Field
from driftgate.contract.paths import VARIABLE
from driftgate.diff.media import media_types, plain, renamed

#: Places whose names are not written as they are meant: path variables have positions, headers no case.
_RENAMED_PLACES = ("path", "header")


def aligned(before: Contract, after: Contract) -> tuple[Mapping[str, Field], Mapping[str, Field]]:
    """The fields of both contracts under keys that mean the same on both sides."""
    marked, marked_after = _marked(before), _marked(after)
    if not marked and not marked_after:
        return before.fields, after.fields
    qualified = frozenset(field.place for field in (*marked.values(), *marked_after.values()) if field.media_type)
    known_as = {
        (place, new): old for place in qualified for old, new in renamed(media_types(before, place), media_types(after, place))
    }
    return _keyed(before, marked, qualified, {}), _keyed(after, marked_after, qualified, known_as)


def path_variables(template: str) -> dict[str, str]:
    """The variables of a path template and their positions, as text."""
    return {name: str(position) for position, name in enumerate(VARIABLE.findall(template))}


def _marked(contract: Contract) -> dict[str, Field]:
    """The fields whose own keys may differ between contracts that mean the same."""
    fields = contract.fields.items()
    return {key: field for key, field in fields if field.media_type or field.in_header or field.place in _RENAMED_PLACES}


def _keyed(
    contract: Contract, marked: Mapping[str, Field], qualified: frozenset[str], known_as: Mapping[tuple[str, str], str]
) -> Mapping[str, Field]:
    """known_as: by place and media type, the name that the other contract has for it."""
    special = {**marked, **{key: field for key, field in contract.fields.items() if field.place in qualified}}
    keyed = {key: field for key, field in contract.fields.items() if key not in special}
    variables = path_variables(contract.operation.path)
    spread = {place: _unqualified_types(contract, place) for place in qualified}
    for field in special.values():
        for name in _keys_of(field, variables, spread.get(field.place, ("",)), known_as):
            keyed[name] = field
    return keyed


def _keys_of(
    field: Field, variables: Mapping[str, str], shared_by: Iterable[str], known_as: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    if field.place == "path":
        return (f"path:{variables.get(field.path, field.path)}",)
    if field.place == "header" or field.in_header:
        return (f"{field.place}.header:{field.path.lower()}",)
    types = (field.media_type,) if field.media_type else shared_by
    names = (known_as.get((field.place, plain(name)), plain(name)) for name in types)
    return tuple(f"{field.place}({name}):{field.path}" for name in names)


def _unqualified_types(contract: Contract, place: str) -> tuple[str, ...]:
    """The media types that the unqualified fields of a place stand for: those without fields of their own."""
    own = {field.media_type for field in contract.fields.values() if field.place == place and field.media_type}
    return tuple(kind for kind in media_types(contract, place) if kind not in own) or ("",)


def ancestors(key: str) -> Iterator[str]:
    """The keys above one: ``body:a[].b`` is below ``body:a[]``, ``body:a`` and the body itself."""
    where, _, path = key.partition(":")
    whole = path == ROOT
    while path := _up(path):
        yield f"{where}:{path}"
    if not whole:
        yield f"{where}:{ROOT}"


def _up(path: str) -> str:
    if path.endswith("[]"):
        return path.removesuffix("[]")
    return path.rsplit(".", 1)[0] if "." in path else ""
