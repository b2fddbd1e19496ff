"""Fields, facts and security as the plain data of a file, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from driftgate.contract import FACT_BY_NAME, Facts, FactValue, Field, Operation, SecurityRequirement, SecurityScheme
from driftgate.contract.model import REQUEST_PLACES
from driftgate.contract.paths import METHODS
from driftgate.errors import SnapshotError
from driftgate.snapshot.canonical import canonical_facts, canonical_security
from driftgate.snapshot.node import Node, printable, unknown

_REQUEST_KEY = re.compile(rf"({'|'.join(REQUEST_PLACES)})(?:\(([^()]*)\))?:(.*)\Z", re.DOTALL)
_QUALIFIED = re.compile(r"\(([^()]*)\):(.*)\Z", re.DOTALL)


def facts_data(facts: Facts) -> dict[str, object]:
    """Facts as written, in the order of the table."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in canonical_facts(facts).items()}


def facts_from(node: Node) -> dict[str, FactValue]:
    """Facts as read, each typed by the table. Raises SnapshotError."""
    return {name: _fact(name, value) for name, value in node.mapping().items()}


def _fact(name: str, node: Node) -> FactValue:
    fact = FACT_BY_NAME.get(name)
    if fact is None:
        raise unknown(f"unknown fact '{printable(name)}'", name, tuple(FACT_BY_NAME), node)
    match fact.kind:
        case "flag":
            return node.flag()
        case "number":
            return node.number()
        case "count":
            return node.count()
        case "scalar":
            return _scalars(node) if isinstance(node.value, list) else node.scalar()
        case "set":
            return _scalars(node)
        case "shapes":
            return node.texts()
        case "type" | "text" | "shape":
            return node.text()


def _scalars(node: Node) -> FactValue:
    return tuple(item.scalar() for item in node.items())


def request_field(key: str, node: Node) -> Field:
    """A field under its full key, ``body:model`` or ``body(multipart/form-data):file``. Raises SnapshotError."""
    found = _REQUEST_KEY.match(key)
    if found is None:
        raise SnapshotError(
            "a request field's key starts with its place",
            where=node.where,
            why=f"places: {', '.join(REQUEST_PLACES)}",
            advice="write it as body:name or query:name",
        )
    place, media_type, path = found.groups()
    return Field(place, path, facts_from(node), media_type or "")


def response_field(place: str, key: str, node: Node, *, in_header: bool = False) -> Field:
    """A field under its path, ``id`` or ``(text/event-stream):id``, of one status. Raises SnapshotError."""
    found = _QUALIFIED.match(key)
    media_type, path = found.groups() if found else ("", key)
    return Field(place, path, facts_from(node), media_type, in_header)


def response_key(field: Field) -> str:
    """The key of a field below its status. A path that looks qualified by itself is qualified with nothing."""
    if field.media_type or _QUALIFIED.match(field.path):
        return f"({field.media_type}):{field.path}"
    return field.path


def fields_data(fields: Iterable[Field], *, below_status: bool = False) -> dict[str, object]:
    """Fields one a line, in the order given."""
    return {response_key(field) if below_status else field.key: facts_data(field.facts) for field in fields}


def operation_from(node: Node) -> Operation:
    """``POST /v1/x``. Raises SnapshotError."""
    method, _, path = node.text().partition(" ")
    if method not in METHODS or not path.startswith("/"):
        raise node.error("a method and a path, as in 'POST /v1/chat/completions'")
    return Operation(method, path)


def security_data(security: tuple[SecurityRequirement, ...] | None) -> list[object] | None:
    """Alternatives as a list: one scheme, ``{all: […]}`` for several together, ``{scheme: none}`` for anonymous."""
    found = canonical_security(security)
    return None if found is None else [_requirement_data(needed) for needed in found]


def _requirement_data(needed: SecurityRequirement) -> dict[str, object]:
    if len(needed) == 1:
        return _scheme_data(needed[0])
    return {"all": [_scheme_data(scheme) for scheme in needed]} if needed else {"scheme": "none"}


def _scheme_data(scheme: SecurityScheme) -> dict[str, object]:
    data: dict[str, object] = {"scheme": scheme.scheme, "in": scheme.place, "name": scheme.name, "scopes": list(scheme.scopes)}
    return {key: value for key, value in data.items() if value}


def security_from(node: Node | None) -> tuple[SecurityRequirement, ...] | None:
    """Alternatives as read; None where nothing is said. Raises SnapshotError."""
    return None if node is None else tuple(_requirement(item) for item in node.items())


def _requirement(node: Node) -> SecurityRequirement:
    together = node.get("all")
    if together is not None:
        node.only("all")
        return tuple(_scheme(item) for item in together.items())
    scheme = _scheme(node)
    return () if scheme == SecurityScheme(scheme="none") else (scheme,)


def _scheme(node: Node) -> SecurityScheme:
    node.only("scheme", "in", "name", "scopes")
    scopes = node.get("scopes")
    return SecurityScheme(
        scheme=node.need("scheme").text(),
        place=node.optional_text("in"),
        name=node.optional_text("name"),
        scopes=scopes.texts() if scopes else (),
    )
