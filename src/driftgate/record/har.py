"""A HAR file (as browsers and proxies save it) as exchanges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from driftgate.errors import UsageError
from driftgate.record.bodies import FORM, documents, form_names, parsed, plain_type, text_of
from driftgate.record.client import client_from_exchanges
from driftgate.record.exchange import Exchange, Recording, Scope, query_of

MOST_CHARS = 256 * 1024 * 1024
MOST_ENTRIES = 20_000

_ADVICE = "save the network log of a browser or proxy as HAR, with content"


def client_from_har(text: str, scope: Scope, where: str = "the HAR file") -> Recording:
    """The client contract that a HAR file shows of one operation. Raises UsageError where it shows none."""
    return client_from_exchanges(exchanges_of(text, where), scope, source="har", where=where)


def exchanges_of(text: str, where: str) -> list[Exchange]:
    """Every readable entry. Raises UsageError for what is no HAR file, whatever it is."""
    if len(text) > MOST_CHARS:
        raise UsageError("the HAR file is too large", where=where, advice="save only the requests of this API")
    try:
        data = parsed(text.removeprefix("\ufeff"))
    except ValueError:
        raise UsageError("the HAR file is not valid JSON", where=where, advice=_ADVICE) from None
    entries = _mapping(_mapping(data).get("log")).get("entries")
    if not isinstance(entries, list):
        raise UsageError("the file is no HAR file", where=where, why="it has no list log.entries", advice=_ADVICE)
    found = (_exchange(_mapping(entry)) for entry in entries[:MOST_ENTRIES])
    return [exchange for exchange in found if exchange.method and exchange.url]


def _exchange(entry: Mapping[str, Any]) -> Exchange:
    request, response = _mapping(entry.get("request")), _mapping(entry.get("response"))
    sent, content = _mapping(request.get("postData")), _mapping(response.get("content"))
    media_type, answer_type = plain_type(sent.get("mimeType")), plain_type(content.get("mimeType"))
    status = response.get("status")
    return Exchange(
        method=_text(request.get("method")).upper(),
        url=_text(request.get("url")),
        headers=_pairs(request.get("headers")),
        query={**query_of(_text(request.get("url"))), **_pairs(request.get("queryString"))},
        media_type=media_type,
        body=() if media_type == FORM else documents(text_of(sent.get("text")), media_type),
        form=tuple(_pairs(sent.get("params"))) or (form_names(text_of(sent.get("text"))) if media_type == FORM else ()),
        status=status if isinstance(status, int) else 0,
        answer_media_type=answer_type,
        answers=documents(text_of(content.get("text"), is_base64=content.get("encoding") == "base64"), answer_type),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _pairs(value: object) -> dict[str, str]:
    """HAR's lists of ``{name, value}``."""
    pairs = (_mapping(item) for item in value) if isinstance(value, list) else ()
    return {_text(pair.get("name")): _text(pair.get("value")) for pair in pairs if _text(pair.get("name"))}
