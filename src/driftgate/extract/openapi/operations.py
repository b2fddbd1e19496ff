"""The operations of an OpenAPI document, found without reading them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, comparable_path, path_template
from driftgate.extract.openapi.raw import Raw
from driftgate.extract.openapi.references import step, target


@dataclass(frozen=True, slots=True)
class Found:
    """One operation where it stands. item: its path item; raw: the operation object."""

    operation: Operation
    item: Raw
    raw: Raw
    pointer: str
    item_pointer: str


def is_openapi(data: object) -> bool:
    """Whether this is an OpenAPI or Swagger document (or the part of one that docs pages carry)."""
    return isinstance(data, Mapping) and isinstance(data.get("paths"), Mapping) and (
        "openapi" in data or "swagger" in data or any(str(path).startswith("/") for path in data["paths"])
    )  # fmt: skip


def operations(document: Raw) -> Iterator[Found]:
    """Every operation of the document, in its order."""
    paths = document.get("paths")
    for path, stated in paths.items() if isinstance(paths, Mapping) else ():
        item, pointer = _item(document, stated, step("/paths", path))
        methods = {name: raw for name, raw in item.items() if name.upper() in METHODS}
        for name, raw in methods.items():
            if isinstance(raw, Mapping):
                yield Found(Operation(name.upper(), path_template(path)), item, raw, step(pointer, name), pointer)
        more = item.get("additionalOperations")
        for name, raw in more.items() if isinstance(more, Mapping) else ():
            if isinstance(raw, Mapping):
                place = step(step(pointer, "additionalOperations"), name)
                yield Found(Operation(name.upper(), path_template(path)), item, raw, place, pointer)


def _item(document: Raw, stated: object, pointer: str) -> tuple[Raw, str]:
    """A path item, its own keys over those it refers to."""
    if not isinstance(stated, Mapping):
        return {}, pointer
    reference = stated.get("$ref")
    if not isinstance(reference, str) or not reference.startswith("#"):
        return stated, pointer
    shared = target(document, reference)
    own = {key: value for key, value in stated.items() if key != "$ref"}
    return ({**shared, **own} if isinstance(shared, Mapping) else own), reference.removeprefix("#")


def matches(found: Operation, wanted: Operation, urls: Iterable[str] = ()) -> bool:
    """Whether this is the wanted operation: by its own path, or below the base path of one of its servers."""
    if found.method != wanted.method:
        return False
    bases = ["", *(urlsplit(url).path.rstrip("/") for url in urls)]
    return comparable_path(wanted.path) in {comparable_path(base + found.path) for base in bases}
