"""Answers whether the docs know a field, where a client writes or reads it: free-form parts and silence considered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from driftgate.contract import REQUEST_PLACES, ROOT, Contract, Field
from driftgate.contract.types import members_of
from driftgate.diff.keys import path_variables

#: Where a client's reads of "any error" may be documented, besides the 4XX and 5XX statuses themselves.
ERROR = "error"


class Documented:
    """The documented fields of one contract, looked up by place and path whatever their media type."""

    def __init__(self, contract: Contract) -> None:
        self._fields: dict[str, dict[str, list[Field]]] = {}
        self._known: dict[str, set[str]] = {}
        self._free: dict[str, list[str]] = {}
        self._statuses = frozenset(contract.responses)
        self._variables = path_variables(contract.operation.path)
        for field in contract.fields.values():
            place = _place_of(field)
            self._fields.setdefault(place, {}).setdefault(self._path(place, field.path), []).append(field)
        for place, paths in self._fields.items():
            self._known[place] = {up for path in paths for up in (path, *_above(path))}
            self._free[place] = [path for path in self._known[place] if "*" in path]

    def matches(self, client: Field) -> tuple[Field, ...]:
        """The documented fields that this field of a client may be; a free-form name (``.*``) matches any."""
        return tuple(found for place in self.places(client) for found in self._at(place, self._path(place, client.path)))

    def knows(self, client: Field) -> bool:
        """Whether the docs have this field, leave its surroundings free, or say nothing of what is around it."""
        places = self.places(client)
        if not places:  # a status or body without any documented field: the docs are silent, which is not "undocumented"
            return client.place not in REQUEST_PLACES
        return any(self._knows_at(place, self._path(place, client.path)) for place in places)

    def places(self, client: Field) -> tuple[str, ...]:
        """The documented places that a field of a client may stand in; of statuses, the one that says it most exactly."""
        wanted = _place_of(client)
        covering = [place for place in self._fields if _covers(place, wanted)]
        if client.place in REQUEST_PLACES or client.place == ERROR:
            return tuple(covering)
        exact = next((s for s in (client.place, f"{client.place[:1]}XX", "default") if s in self._statuses), "")
        return tuple(place for place in covering if place.partition(".")[0] == exact)

    def _at(self, place: str, path: str) -> Iterator[Field]:
        paths = self._fields[place]
        if path in paths:
            yield from paths[path]
        else:
            fitting = (pattern for pattern in self._free[place] if _fits(pattern, path))
            yield from (field for pattern in fitting for field in paths.get(pattern, ()))

    def _knows_at(self, place: str, path: str) -> bool:
        known = self._known[place]
        if path in known or any(_fits(pattern, path) for pattern in self._free[place]):
            return True
        above = next((up for up in (*_above(path), ROOT) if up in known), None)
        if above is None:
            return False
        holders = self._fields[place].get(above, [])
        if any(field.facts.get("additional") is True for field in holders):
            return True
        closed = any(field.facts.get("additional") is False or not _may_hold(field) for field in holders)
        return above != ROOT and not closed and not any(above in _above(other) for other in known)

    def _path(self, place: str, path: str) -> str:
        if place == "path":
            return self._variables.get(path, path)
        return path.lower() if place.endswith("header") else path


def sent_paths(fields: Iterable[Field], contract: Contract) -> Mapping[str, frozenset[str]]:
    """By place, every path that a client sends, with all paths above: who sends ``a[].b`` sends ``a``."""
    variables = path_variables(contract.operation.path)
    found: dict[str, set[str]] = {}
    for field in fields:
        path = variables.get(field.path, field.path) if field.place == "path" else field.path
        path = path.lower() if field.place == "header" else path
        found.setdefault(field.place, set()).update((path, *_above(path)))
    return {place: frozenset(paths) for place, paths in found.items()}


def _place_of(field: Field) -> str:
    return f"{field.place}.header" if field.in_header else field.place


def _above(path: str) -> Iterator[str]:
    """The paths above one, nearest first."""
    while path := path.removesuffix("[]") if path.endswith("[]") else path.rpartition(".")[0]:
        yield path


def _covers(documented: str, wanted: str) -> bool:
    """Whether a documented place speaks for the place a client names: ``2XX`` and ``default`` for ``200``."""
    if documented == wanted:
        return True
    status, _, header = documented.partition(".")
    asked, _, asked_header = wanted.partition(".")
    if header != asked_header or status in REQUEST_PLACES or asked in REQUEST_PLACES:
        return False
    if asked == ERROR:
        return status[:1] in ("4", "5") or status == "default"
    return status == "default" or (status.upper().endswith("XX") and status[:1] == asked[:1])


def _fits(pattern: str, path: str) -> bool:
    """Whether a documented path with free-form segments stands for this path."""
    wanted, given = pattern.split("."), path.split(".")
    return len(wanted) == len(given) and all(_segment_fits(w, g) for w, g in zip(wanted, given, strict=True))


def _may_hold(field: Field) -> bool:
    """Whether values of this field may have fields inside; a type that is not stated may."""
    return field.type is None or any(name in ("object", "array") for name in members_of(field.type))


def _segment_fits(wanted: str, given: str) -> bool:
    return wanted == given or (wanted.startswith("*") and wanted.count("[]") == given.count("[]"))
