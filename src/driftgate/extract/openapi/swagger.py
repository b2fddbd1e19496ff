"""One operation of a Swagger 2.0 document in the words of OpenAPI 3: body and form parameters become a request body."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.extract.openapi.raw import Raw

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_NOT_SCHEMA = frozenset(("name", "in", "required", "allowEmptyValue", "collectionFormat"))
_COLLECTIONS = {"multi": True, "csv": False}


def parameter(raw: Raw) -> Raw:
    """A path, query or header parameter (or response header) whose schema keywords stand beside its name."""
    style: dict[str, object] = {}
    if (collection := raw.get("collectionFormat")) is not None or raw.get("type") == "array":
        if collection in ("ssv", "pipes", "tsv"):
            style["style"] = {"ssv": "spaceDelimited", "pipes": "pipeDelimited", "tsv": "tabDelimited"}[str(collection)]
        if raw.get("in") in ("query", None) and (collection or "csv") in _COLLECTIONS:
            style["explode"] = _COLLECTIONS[str(collection or "csv")]
    schema = {key: value for key, value in raw.items() if key not in _NOT_SCHEMA and key != "description"}
    kept = {key: raw[key] for key in ("name", "in", "required", "description") if key in raw}
    return {**kept, **style, "schema": schema}


def request_body(parameters: list[Raw], consumes: object) -> Raw | None:
    """The request body that a 2.0 operation's ``body`` or ``formData`` parameters mean."""
    stated = [str(media_type) for media_type in consumes] if isinstance(consumes, list) else []
    for raw in parameters:
        if raw.get("in") == "body":
            media = {"schema": raw.get("schema")} if "schema" in raw else {}
            return {"required": raw.get("required") is True, "content": dict.fromkeys(stated or ["application/json"], media)}
    form = [raw for raw in parameters if raw.get("in") == "formData" and isinstance(raw.get("name"), str)]
    if not form:
        return None
    needed = [str(raw["name"]) for raw in form if raw.get("required") is True]
    properties = {str(raw["name"]): parameter({**raw, "in": "form"})["schema"] for raw in form}
    schema = {"type": "object", "properties": properties, **({"required": needed} if needed else {})}
    has_file = any(raw.get("type") == "file" for raw in form)
    names = [name for name in stated if name in (_FORM, _MULTIPART)] or [_MULTIPART if has_file else _FORM]
    return {"required": bool(needed), "content": {name: {"schema": schema} for name in names}}


def response(raw: Raw, produces: object) -> Raw:
    """A 2.0 response with its schema under each media type, and its examples beside it."""
    examples = raw.get("examples")
    shown = examples if isinstance(examples, Mapping) else {}
    names = [str(name) for name in produces] if isinstance(produces, list) and produces else ["application/json"]
    content: dict[str, object] = {}
    if "schema" in raw or shown:
        for name in dict.fromkeys([*names, *shown]):
            media: dict[str, object] = {"schema": raw["schema"]} if "schema" in raw else {}
            content[name] = {**media, "example": shown[name]} if name in shown else media
    return {"description": raw.get("description"), "headers": raw.get("headers"), "content": content}
