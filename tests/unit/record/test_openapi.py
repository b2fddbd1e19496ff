"""A client's own OpenAPI document says what it sends and reads."""

from __future__ import annotations

from dataclasses import replace

from contracts import chat, field_map
from driftgate.contract import Field
from driftgate.record import Scope, client_from_openapi
from driftgate.snapshot.client import dump_client, load_client


def test_all_that_is_documented_is_sent_or_read() -> None:
    contract = chat(Field("400", "error.code", {"type": "string"}), Field("header", "Authorization", {"type": "string"}))
    recording = client_from_openapi(contract, Scope(operation=contract.operation, at="2026-11-22T10:00:00Z"))
    client = recording.client
    assert client.base_url == "https://api.example"
    assert client.sends == field_map(
        Field("query", "limit", {}),
        Field("body", "messages[].role", {"type": "string", "values": ("010", "no", "user")}),
        Field("body", "model", {"type": "string"}),
        Field("body", "file", {"type": "string"}, "multipart/form-data"),
    )
    assert client.reads == field_map(
        Field("200", "id", {"type": "string"}),
        Field("200", "on", {"type": "boolean"}),
        Field("200", "id", {"type": "string"}, "text/event-stream"),
        Field("error", "error.code", {"type": "string"}),
    )
    assert recording.notes == (
        "everything that the document has is listed as sent or read; remove what this client does not use",
    )
    assert load_client(dump_client(client), "chat.client.yaml") == replace(client, name="")
