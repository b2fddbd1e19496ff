"""A contract as an OpenAPI 3.1 document, for tools that read nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from driftgate.contract import ROOT, Contract, Field, SecurityScheme
from driftgate.contract.facts import ordered
from driftgate.contract.model import PARAMETER_PLACES
from driftgate.extract.openapi.raw import mapping
from driftgate.extract.openapi.silence import silent
from driftgate.extract.openapi.tree import schema_of

Raw = dict[str, object]

_PARAMETER_FACTS = ("deprecated", "style", "explode")
_UNSTATED_MEDIA_TYPE = "*/*"
_DESCRIPTION = "As documented."


def openapi_document(contract: Contract) -> Raw:
    """The contract as an OpenAPI 3.1 document with this one operation. ``x-driftgate`` holds what OpenAPI cannot say:
    facts that are shapes, and ``required: not stated`` where the docs leave that open."""
    operation: Raw = {"parameters": _parameters(contract)}
    if body := _content(contract, "body", contract.request.media_types):
        stated = contract.request.required
        required: Raw = silent({}) if stated is None else {"required": stated}
        operation["requestBody"] = {**required, "content": body}
    operation["responses"] = {status: _response(contract, status) for status in sorted(contract.responses)}
    schemes: dict[str, Raw] = {}
    if contract.security is not None:
        operation["security"] = [_requirement(requirement, schemes) for requirement in contract.security]
    operation.update(_lifecycle(contract))
    return {
        "openapi": "3.1.0",
        "info": {"title": str(contract.operation), "version": "documented"},
        **({"servers": [{"url": url} for url in contract.servers]} if contract.servers else {}),
        "paths": {contract.operation.path: {contract.operation.method.lower(): operation}},
        **({"components": {"securitySchemes": schemes}} if schemes else {}),
    }


def joined_document(contracts: Iterable[Contract]) -> Raw:
    """Several contracts as one OpenAPI 3.1 document; each operation keeps its own servers."""
    paths: dict[str, Raw] = {}
    schemes: Raw = {}
    for contract in contracts:
        single = openapi_document(contract)
        ((path, methods),) = mapping(single["paths"]).items()
        ((method, operation),) = mapping(methods).items()
        servers = {"servers": single["servers"]} if "servers" in single else {}
        paths.setdefault(path, {}).setdefault(method, {**mapping(operation), **servers})
        schemes |= mapping(mapping(single.get("components", {})).get("securitySchemes", {}))
    components = {"components": {"securitySchemes": schemes}} if schemes else {}
    info = {"title": f"{len(paths)} paths", "version": "documented"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, **components}


def _lifecycle(contract: Contract) -> Raw:
    words = {"deprecated": "deprecated", "sunset": "x-sunset", "stability": "x-stability-level"}
    return {words[name]: value for name, value in ordered(contract.facts).items() if name in words}


def _parameters(contract: Contract) -> list[Raw]:
    found: list[Raw] = []
    for place in PARAMETER_PLACES:
        fields = [field for field in contract.fields.values() if field.place == place]
        for own in sorted(_outermost(fields), key=lambda field: field.path):
            found.append({"name": own.path, "in": place, **_valued(own, _below(own, fields))})
    return found


def _outermost(fields: Sequence[Field]) -> list[Field]:
    paths = {field.path for field in fields}
    return [field for field in fields if not any(_is_below(field.path, path) for path in paths)]


def _is_below(path: str, above: str) -> bool:
    return path != above and path.startswith((f"{above}.", f"{above}[]"))


def _below(own: Field, fields: Iterable[Field]) -> list[Field]:
    """The fields under a parameter, with paths as in a body of its own."""
    inner = [field for field in fields if _is_below(field.path, own.path)]
    return [Field(f.place, f.path[len(own.path) :].removeprefix("."), f.facts) for f in inner]


def _valued(own: Field, below: list[Field]) -> Raw:
    """A parameter or header: what it says of itself, and its schema."""
    facts = {name: value for name, value in own.facts.items() if name not in (*_PARAMETER_FACTS, "required")}
    stated = {name: own.facts[name] for name in _PARAMETER_FACTS if name in own.facts}
    required: Raw = silent({}) if own.required is None else {"required": own.required}
    return {**required, **stated, "schema": schema_of([Field(own.place, ROOT, facts), *below])}


def _response(contract: Contract, status: str) -> Raw:
    response: Raw = {"description": _DESCRIPTION}
    headers = [field for field in contract.fields.values() if field.place == status and field.in_header]
    if headers:
        response["headers"] = {field.path: _valued(field, []) for field in sorted(headers, key=lambda field: field.path)}
    if content := _content(contract, status, contract.responses[status].media_types):
        response["content"] = content
    return response


def _content(contract: Contract, place: str, media_types: Sequence[str]) -> Raw:
    fields = [field for field in contract.fields.values() if field.place == place and not field.in_header]
    named = list(dict.fromkeys([*media_types, *(field.media_type for field in fields if field.media_type)]))
    if not named and fields:
        named = [_UNSTATED_MEDIA_TYPE]
    own = {name: [field for field in fields if field.media_type == name] for name in named}
    shared = [field for field in fields if not field.media_type]
    return {name: {"schema": schema_of(own[name] or shared)} if own[name] or shared else {} for name in named}


def _requirement(requirement: Sequence[SecurityScheme], schemes: dict[str, Raw]) -> Raw:
    needed: Raw = {}
    for scheme in requirement:
        name = "-".join(part for part in (scheme.scheme, scheme.place, scheme.name) if part)
        schemes[name] = _scheme(scheme)
        needed[name] = list(scheme.scopes)
    return needed


def _scheme(scheme: SecurityScheme) -> Raw:
    fixed: Mapping[str, Raw] = {
        "apiKey": {"type": "apiKey", "in": scheme.place, "name": scheme.name},
        "oauth2": {"type": "oauth2", "flows": {}},
        "openIdConnect": {"type": "openIdConnect"},
        "mutualTLS": {"type": "mutualTLS"},
    }
    return fixed.get(scheme.scheme, {"type": "http", "scheme": scheme.scheme})
