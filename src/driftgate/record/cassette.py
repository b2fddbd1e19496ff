"""A cassette of VCR.py or VCR for Ruby (YAML or JSON) as exchanges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from driftgate.errors import UsageError
from driftgate.record.bodies import FORM, documents, form_names, parsed, plain_type, text_of
from driftgate.record.client import client_from_exchanges
from driftgate.record.exchange import Exchange, Recording, Scope, query_of

MOST_CHARS = 64 * 1024 * 1024
MOST_DEPTH = 50
MOST_INTERACTIONS = 20_000

#: Where VCR.py and VCR for Ruby keep what was recorded.
LISTS = ("interactions", "http_interactions")

_ADVICE = "record the cassette with VCR.py and decode_compressed_response=True"


def client_from_cassette(text: str, scope: Scope, where: str = "the cassette") -> Recording:
    """The client contract that a cassette shows of one operation. Raises UsageError where it shows none."""
    return client_from_exchanges(exchanges_of(text, where), scope, source="vcr", where=where)


def exchanges_of(text: str, where: str) -> list[Exchange]:
    """Every readable interaction. Raises UsageError for what is no cassette, whatever it is."""
    if len(text) > MOST_CHARS:
        raise UsageError("the cassette is too large", where=where)
    try:
        data = parsed(text) if text.lstrip().startswith("{") else _yaml(text)
    except ValueError:
        raise UsageError("the cassette is neither valid YAML nor JSON", where=where, advice=_ADVICE) from None
    interactions = next((_mapping(data)[key] for key in LISTS if key in _mapping(data)), None)
    if not isinstance(interactions, list):
        raise UsageError("the file is no cassette", where=where, why="it has no list 'interactions'", advice=_ADVICE)
    found = (_exchange(_mapping(each)) for each in interactions[:MOST_INTERACTIONS])
    return [exchange for exchange in found if exchange.method and exchange.url]


def _yaml(text: str) -> object:
    """YAML without code, its depth known before anything is built. Raises ValueError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MOST_DEPTH:
                raise ValueError("nested too deeply")
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
    except (yaml.YAMLError, OverflowError):
        raise ValueError("no YAML") from None


def _exchange(interaction: Mapping[str, Any]) -> Exchange:
    request, response = _mapping(interaction.get("request")), _mapping(interaction.get("response"))
    headers, answered = _headers(request.get("headers")), _headers(response.get("headers"))
    media_type, answer_type = (plain_type(each.get("content-type")) for each in (headers, answered))
    sent, uri = _body(request.get("body")), request.get("uri")
    status = _mapping(response.get("status")).get("code")
    return Exchange(
        method=str(request.get("method", "")).upper(),
        url=uri if isinstance(uri, str) else "",
        headers=headers,
        query=query_of(uri) if isinstance(uri, str) else {},
        media_type=media_type,
        body=() if media_type == FORM else documents(sent, media_type),
        form=form_names(sent) if media_type == FORM else (),
        status=status if isinstance(status, int) else 0,
        answer_media_type=answer_type,
        answers=documents(_body(response.get("body")), answer_type),
    )


def _body(body: object) -> str:
    """A body is text, bytes, or a mapping that holds one of these."""
    held = _mapping(body)
    if "base64_string" in held:
        return text_of(held["base64_string"], is_base64=True)
    return text_of(held.get("string") if held else body)


def _headers(headers: object) -> dict[str, str]:
    """Names in lower case; of a repeated header the first value."""
    first = {name: value[0] if isinstance(value, list) and value else value for name, value in _mapping(headers).items()}
    return {str(name).lower(): value for name, value in first.items() if isinstance(value, str)}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
