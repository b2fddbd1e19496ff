"""The named values of a request that are no JSON: path variables, query, headers and forms, as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from driftgate.contract import SecurityScheme
from driftgate.contract.paths import VARIABLE
from driftgate.extract.openapi.parameters import IGNORED_HEADERS
from driftgate.extract.openapi.raw import Raw, listed_in, mapping
from driftgate.extract.openapi.security import from_authorization, scheme_of
from driftgate.extract.platforms.postman.collection import Call, words_of
from driftgate.extract.tables.rows.written import Written
from driftgate.extract.typewords.read import read_type

#: What a sender adds by itself: recorded with the request, and no part of what the docs promise.
_SENT_ANYWAY = frozenset((
    *IGNORED_HEADERS, "authorization", "accept-encoding", "cache-control", "connection", "content-length", "cookie", "host",
    "postman-token", "user-agent",
))  # fmt: skip
_FORMS = {"urlencoded": "application/x-www-form-urlencoded", "formdata": "multipart/form-data"}
_PLACEHOLDER = re.compile(r"<([A-Za-z][\w ]{1,30})>$")


def parameters_of(call: Call) -> Iterator[Written]:
    """The request's path variables, query, headers and form fields, each with what is said of it."""
    address = mapping(call.request.get("urlObject") or call.request.get("url"))
    described = {str(entry.get("key", "")): entry for entry in map(mapping, listed_in(address, "variable"))}
    for name in VARIABLE.findall(call.operation.path):
        yield _written(described.get(name, {}), name, "path")
    yield from _all(address, "query", "query")
    for header in _headers(call.request):
        if str(header.get("key", "")).lower() not in _SENT_ANYWAY:
            yield from _named(header, "header")
    body = mapping(call.request.get("body"))
    if body.get("mode") in _FORMS:
        yield from _all(body, str(body["mode"]), "body")


def media_type_of(message: Raw) -> str:
    """The media type that a request or an answer states: by its header, its form, or the language of its text."""
    stated = (
        str(header.get("value", "")) for header in _headers(message) if str(header.get("key", "")).lower() == "content-type"
    )
    body = mapping(message.get("body"))
    language = mapping(mapping(body.get("options")).get("raw")).get("language") or message.get("_postman_previewlanguage")
    return (
        _FORMS.get(str(body.get("mode")), "")
        or next((value.split(";")[0].strip().lower() for value in stated if "/" in value), "")
        or ("application/json" if language == "json" else "")
    )


def headers_described(answer: Raw) -> Iterator[str]:
    """The headers of an answer that someone describes; those that were only recorded with it are no promise."""
    for header in _headers(answer):
        name = str(header.get("key", ""))
        if "description" in header and "name" not in header and name and name.lower() not in _SENT_ANYWAY:
            yield name


def security_of(call: Call) -> SecurityScheme | None:
    """The credential of a request: the one its settings name, else its own ``Authorization`` header."""
    kind = str(call.auth.get("type", ""))
    settings = _settings(call.auth.get(kind))
    if kind == "apikey":
        return SecurityScheme(scheme="apiKey", place=settings.get("in") or "header", name=settings.get("key", ""))
    if kind in ("bearer", "basic", "digest"):
        return scheme_of({"type": "http", "scheme": kind}, [])
    if kind == "oauth2":
        return scheme_of({"type": kind}, [])
    sent = next((header for header in _headers(call.request) if str(header.get("key", "")).lower() == "authorization"), None)
    return None if sent is None else from_authorization({"example": sent.get("value"), "description": words_of(sent)})


def type_meant(value: object) -> str:
    """The type that a placeholder such as ``<integer>`` names; ``""`` for any other value."""
    found = _PLACEHOLDER.match(value) if isinstance(value, str) else None
    return found[1] if found and read_type(found[1]) else ""


def _settings(stated: object) -> dict[str, str]:
    """The settings of a credential: an object in 2.0, a list of pairs in 2.1."""
    if not isinstance(stated, list):
        return {key: str(value) for key, value in mapping(stated).items()}
    return {str(pair.get("key", "")): str(pair.get("value", "")) for pair in map(mapping, stated)}


def _headers(message: Raw) -> list[Raw]:
    return [mapping(header) for header in listed_in(message, "header")]


def _all(owner: Raw, key: str, place: str) -> Iterator[Written]:
    """Each name once. One that stands there twice with the same placeholder is a list of such values."""
    listed = [entry for entry in map(mapping, listed_in(owner, key)) if isinstance(entry.get("key"), str)]
    kinds: dict[str, list[str]] = {}
    for entry in listed:
        kinds.setdefault(str(entry["key"]), []).append(type_meant(entry.get("value")))
    for entry in {str(entry["key"]): entry for entry in reversed(listed)}.values():
        for written in _named(entry, place):
            meant = kinds[str(entry["key"])]
            is_list = len(meant) > 1 and len(set(meant)) == 1 and meant[0]
            yield replace(written, kind=f"{meant[0]}[]") if is_list else written


def _named(entry: Raw, place: str) -> Iterator[Written]:
    name = entry.get("key")
    if isinstance(name, str) and name.strip() and "{{" not in name:
        yield _written(entry, name.strip(), place)


def _written(entry: Raw, name: str, place: str) -> Written:
    kind = "file" if entry.get("type") == "file" else type_meant(entry.get("value"))
    return Written(name, place=place, kind=kind, said=words_of(entry.get("description")))
