"""Mintlify's internal dialect of OpenAPI, as its older Markdown twins carry it, in OpenAPI's own words.

One operation a page: ``paths: {path: /x, method: get}``, bodies as ``schemaArray`` (several entries are alternatives),
properties wrapped in a one-element ``allOf``, required names in ``requiredProperties``.
"""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract.model import PARAMETER_PLACES
from driftgate.extract.openapi.raw import Raw, mapping_in


def is_mintlify(data: object) -> bool:
    """Whether this is the internal dialect: ``paths`` names one path and one method."""
    paths = data.get("paths") if isinstance(data, Mapping) else None
    return isinstance(paths, Mapping) and isinstance(paths.get("path"), str) and isinstance(paths.get("method"), str)


def to_openapi(data: Raw) -> Raw:
    """The same operation as an OpenAPI document. Raises nothing: what has another form is left out."""
    stated = mapping_in(data, "paths")
    request = mapping_in(stated, "request")
    requirements, schemes = _security(request.get("security"))
    components = {**mapping_in(data, "components"), "securitySchemes": schemes}
    operation: dict[str, object] = {
        "deprecated": stated.get("deprecated") is True,
        "servers": stated.get("servers") or [],
        "parameters": _parameters(mapping_in(request, "parameters")),
        "responses": {status: {"content": _content(c)} for status, c in mapping_in(stated, "response").items()},
    }
    if requirements is not None:
        operation["security"] = requirements
    body = mapping_in(request, "body")
    if body:
        operation["requestBody"] = {"required": _body_required(body), "content": _content(body)}
    paths = {str(stated["path"]): {str(stated["method"]).lower(): operation}}
    return {"openapi": "3.1.0", "paths": paths, "components": _renamed(components)}


def _parameters(places: Raw) -> list[Raw]:
    found: list[Raw] = []
    for place in PARAMETER_PLACES:
        for name, stated in mapping_in(places, place).items():
            alternatives = stated.get("schema") if isinstance(stated, Mapping) else None
            schemas = [s for s in alternatives if isinstance(s, Mapping)] if isinstance(alternatives, list) else []
            required = any(schema.get("required") is True for schema in schemas)
            found.append({"name": name, "in": place, "required": required, "schema": _schema(schemas)})
    return found


def _content(stated: object) -> dict[str, object]:
    content: dict[str, object] = {}
    for name, media in stated.items() if isinstance(stated, Mapping) else ():
        if "/" not in name or not isinstance(media, Mapping):
            continue
        schemas = media.get("schemaArray")
        known = {key: media[key] for key in ("example", "examples") if key in media}
        content[name] = {**known, "schema": _schema(schemas)} if isinstance(schemas, list) else known
    return content


def _body_required(body: Raw) -> bool:
    """The dialect notes it on the schema of the body."""
    arrays = [media.get("schemaArray") for media in body.values() if isinstance(media, Mapping)]
    return any(s.get("required") is True for array in arrays if isinstance(array, list) for s in array if isinstance(s, Mapping))


def _schema(alternatives: list[object] | list[Raw]) -> object:
    schemas = [_renamed(schema) for schema in alternatives]
    return schemas[0] if len(schemas) == 1 else {"oneOf": schemas} if schemas else {}


def _renamed(value: object) -> object:
    """A schema (or components) with ``requiredProperties`` as ``required`` lists. The loader has bounded the depth."""
    if isinstance(value, list):
        return [_renamed(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    kept = {key: item for key, item in value.items() if key != "required" or not isinstance(item, bool)}
    renamed = {key: _renamed(item) for key, item in kept.items()}
    if isinstance(renamed.get("requiredProperties"), list):
        renamed["required"] = renamed.pop("requiredProperties")
    return renamed


def _security(stated: object) -> tuple[list[Raw] | None, Raw]:
    """Requirements and schemes: each alternative lists its parameters by place."""
    if not isinstance(stated, list):
        return None, {}
    requirements: list[Raw] = []
    schemes: dict[str, object] = {}
    for alternative in stated:
        parameters = mapping_in(alternative, "parameters") if isinstance(alternative, Mapping) else {}
        needed: dict[str, object] = {}
        for place in ("query", "header", "cookie"):
            for name, scheme in mapping_in(parameters, place).items():
                schemes[f"{place}.{name}"] = _scheme(place, name, scheme)
                needed[f"{place}.{name}"] = []
        requirements.append(needed)
    return requirements, schemes


def _scheme(place: str, name: str, stated: object) -> Raw:
    kind = stated.get("type") if isinstance(stated, Mapping) else None
    if kind == "http":
        return {"type": "http", "scheme": stated.get("scheme", "bearer") if isinstance(stated, Mapping) else "bearer"}
    return {"type": str(kind or "apiKey"), "in": place, "name": name}
