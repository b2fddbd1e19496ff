"""Google's discovery documents in OpenAPI's words: methods in nested resources, schemas by name, numbers written as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from driftgate.extract.openapi.raw import Raw, mapping_in

KIND = "discovery#restDescription"
_KEPT = ("type", "format", "description", "enum", "pattern", "readOnly", "deprecated")
_NUMBERS = ("minimum", "maximum")
_TYPED = {"integer": int, "number": float}
_JSON = "application/json"
_MOST_RESOURCES = 5_000


def is_discovery(data: object) -> bool:
    """Whether data says of itself that it describes a REST API."""
    return isinstance(data, Mapping) and data.get("kind") == KIND


def to_openapi(data: Raw) -> Raw:
    """The same API as an OpenAPI document. Raises nothing: what has another form is left out.

    Parameters that every method takes (``key``, ``alt``, ``fields``) are those of the service, and of no operation."""
    base = f"/{data.get('servicePath') or ''}".replace("//", "/")
    paths: dict[str, dict[str, object]] = {}
    for method in _methods(data):
        path = base + str(method.get("path") or "").replace("{+", "{").lstrip("/")
        paths.setdefault(path, {})[str(method.get("httpMethod") or "GET").lower()] = _operation(method)
    schemas = {name: _schema(stated) for name, stated in mapping_in(data, "schemas").items()}
    root = data.get("rootUrl")
    return {
        "openapi": "3.1.0",
        "servers": [{"url": root.rstrip("/")}] if isinstance(root, str) else [],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": {"oauth2": {"type": "oauth2"}}},
    }


def _methods(data: Raw) -> Iterator[Raw]:
    """The methods of the service and of its resources, which may hold further ones."""
    waiting = [data]
    for _ in range(_MOST_RESOURCES):
        if not waiting:
            return
        owner = waiting.pop()
        yield from (method for method in mapping_in(owner, "methods").values() if isinstance(method, Mapping))
        waiting += [inner for inner in mapping_in(owner, "resources").values() if isinstance(inner, Mapping)]


def _operation(method: Raw) -> Raw:
    stated = mapping_in(method, "parameters").items()
    operation: dict[str, object] = {
        "parameters": [_parameter(name, raw) for name, raw in stated if isinstance(raw, Mapping)],
        "responses": {},
    }
    if method.get("deprecated") is True:
        operation["deprecated"] = True
    if method.get("scopes"):
        operation["security"] = [{"oauth2": []}]
    if request := mapping_in(method, "request"):
        operation["requestBody"] = {"content": {_JSON: {"schema": _schema(request)}}}
    if response := mapping_in(method, "response"):
        operation["responses"] = {"200": {"content": {_JSON: {"schema": _schema(response)}}}}
    return operation


def _parameter(name: str, raw: Raw) -> Raw:
    schema = _schema(raw)
    described = {"description": raw["description"]} if "description" in raw else {}
    return {
        "name": name,
        "in": str(raw.get("location") or "query"),
        "required": raw.get("required") is True,
        "schema": {"type": "array", "items": schema} if raw.get("repeated") is True else schema,
        **described,
    }


def _schema(raw: object) -> dict[str, object]:
    if not isinstance(raw, Mapping):
        return {}
    if isinstance(raw.get("$ref"), str):
        described = {"description": raw["description"]} if "description" in raw else {}
        return {"$ref": f"#/components/schemas/{raw['$ref']}", **described}
    schema = {key: raw[key] for key in _KEPT if key in raw and raw[key] != "any"}
    numbers = {key: _value(raw[key], "number") for key in _NUMBERS if key in raw}
    schema |= {key: value for key, value in numbers.items() if not isinstance(value, str)}
    if "default" in raw:
        schema["default"] = _value(raw["default"], str(raw.get("type", "")))
    if properties := mapping_in(raw, "properties"):
        schema["properties"] = {name: _schema(inner) for name, inner in properties.items()}
    for key in ("items", "additionalProperties"):
        if isinstance(raw.get(key), Mapping):
            schema[key] = _schema(raw[key])
    return schema


def _value(text: object, kind: str) -> object:
    """A value that stands as text, as the type has it."""
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    try:
        value = _TYPED[kind](str(text))
    except (KeyError, ValueError):
        return text
    return int(value) if value == int(value) else value
