"""What the docs say of a recorded field: found by place and path, free-form maps included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from driftgate.contract import ROOT, Contract, Field


@dataclass(frozen=True)
class Documented:
    """A documented contract, or none, asked about recorded fields."""

    contract: Contract | None

    @cached_property
    def _fields(self) -> Mapping[tuple[str, str], Field]:
        fields = self.contract.fields.values() if self.contract else ()
        unqualified_last = sorted(fields, key=lambda field: field.media_type, reverse=True)
        return {(field.place, _plain(field)): field for field in unqualified_last if not field.in_header}

    @cached_property
    def _maps(self) -> frozenset[tuple[str, str]]:
        """Place and path of every object whose keys are free: listed so, or documented with nothing below it."""
        listed = {
            (place, path.removesuffix("*").removesuffix(".") or ROOT) for place, full in self._fields for path in _starred(full)
        }
        parents = {(place, up) for place, path in self._fields for up in _above(path)}
        bare = {
            (place, path)
            for (place, path), field in self._fields.items()
            if field.type == "object" and field.flag("additional") is not False and (place, path) not in parents
        }
        return frozenset(listed | bare)

    def __bool__(self) -> bool:
        return self.contract is not None

    def find(self, place: str, path: str, media_type: str = "") -> Field | None:
        """The documented field, one of this media type first. Header names are compared without case."""
        wanted = path.lower() if place == "header" else path
        if self.contract and media_type:
            exact = self.contract.fields.get(f"{place}({media_type}):{wanted}")
            if exact is not None:
                return exact
        return self._fields.get((place, wanted))

    def has_fields(self, place: str) -> bool:
        """Whether the docs list any field of this place."""
        return any(known == place for known, _ in self._fields)

    def is_map(self, place: str, path: str) -> bool:
        """Whether the docs say that the keys of this object are free."""
        return (place, path) in self._maps

    def status_for(self, status: int) -> str:
        """The documented place of an answer's status: the status itself, its class, the default, else the status."""
        known = self.contract.responses if self.contract else {}
        named = (str(status), f"{status // 100}XX", "default")
        return next((place for place in named if place in known), str(status))


def _plain(field: Field) -> str:
    return field.path.lower() if field.place == "header" else field.path


def _starred(path: str) -> list[str]:
    """Every beginning of a path that ends in a free key: ``a.*.b.*`` gives ``a.*`` and ``a.*.b.*``."""
    segments = path.split(".")
    return [".".join(segments[: n + 1]).removesuffix("[]") for n, name in enumerate(segments) if name.replace("[]", "") == "*"]


def _above(path: str) -> list[str]:
    """Every path that this one is below of: ``a[].b.c`` is below ``a[].b``, ``a[]``, ``a`` and the whole body."""
    if path == ROOT:
        return []
    segments = path.split(".")
    starts = [".".join(segments[:n]) for n in range(1, len(segments))]
    return [ROOT, *starts, *(start.removesuffix("[]") for start in starts)]
