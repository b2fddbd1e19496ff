"""Contracts and snapshots for the tests of what keeps them."""

from __future__ import annotations

from driftgate.contract import Contract, Field, Operation, Request, Response, SecurityScheme
from driftgate.snapshot.codec import digest
from driftgate.snapshot.model import ReadFrom, Review, Snapshot

BEARER = SecurityScheme(scheme="bearer", place="header", name="Authorization")
READ_FROM = ReadFrom(url="https://docs.example/chat.md", platform="mintlify", sha256="ab" * 32, template="cd" * 6)


def field_map(*fields: Field) -> dict[str, Field]:
    return {field.key: field for field in fields}


def chat(*more: Field) -> Contract:
    """A small contract of a chat operation, with fields added or replaced."""
    fields = field_map(
        Field("body", "model", {"type": "string", "required": True}),
        Field("body", "messages[].role", {"type": "string", "enum": ("user", "no", "010")}),
        Field("query", "limit", {"type": "integer", "minimum": 0, "default": 1.5}),
        Field("body", "file", {"type": "string", "format": "binary"}, "multipart/form-data"),
        Field("200", "id", {"type": "string"}),
        Field("200", "on", {"type": "boolean"}),
        Field("200", "id", {"type": "string", "nullable": True}, "text/event-stream"),
        Field("200", "X-Request-Id", {"type": "string"}, in_header=True),
    )
    return Contract(
        operation=Operation("POST", "/v1/chat/{room}"),
        servers=("https://api.example",),
        security=((BEARER,), ()),
        request=Request(media_types=("application/json", "multipart/form-data"), required=True),
        responses={"200": Response(media_types=("application/json", "text/event-stream")), "4XX": Response()},
        fields={**fields, **field_map(*more)},
        facts={"deprecated": True},
    )


def pending(contract: Contract | None = None, *, base: str = "", target: str = "acme/chat") -> Snapshot:
    return Snapshot(
        target=target, contract=contract or chat(), reference="https://docs.example/chat", read_from=READ_FROM, base=base
    )


def approved(contract: Contract | None = None, *, target: str = "acme/chat") -> Snapshot:
    found = pending(contract, target=target)
    review = Review(by="ada", at="2026-11-22T10:00:00Z", note="first review", digest=digest(found.contract))
    return Snapshot(target=target, contract=found.contract, reference=found.reference, read_from=found.read_from, review=review)
