"""An example request and answer are enough for a first client contract."""

from __future__ import annotations

import pytest

from contracts import field_map
from driftgate.contract import Field, Operation
from driftgate.errors import UsageError
from driftgate.record import Scope, client_from_pair

SCOPE = Scope(operation=Operation("POST", "/v1/chat/{room}"), base_url="https://api.example/", at="2026-11-22T10:00:00Z")


@pytest.mark.parametrize(("request_text", "response"), [("{", "{}"), ("{}", "<html>"), ("{}", "[" * 100_000)])
def test_what_is_no_json_is_refused(request_text: str, response: str) -> None:
    with pytest.raises(UsageError, match="is not valid JSON"):
        client_from_pair(request_text, response, SCOPE)


def test_a_pair_with_an_error_becomes_shapes() -> None:
    client = client_from_pair('{"n": [1, 2.5]}', '[{"id": 1}]', SCOPE, error='{"error": {"code": "x"}}').client
    assert client.base_url == "https://api.example/"
    assert client.sends == field_map(Field("path", "room", {}), Field("body", "n", {"type": "array<number>"}))
    assert client.reads == field_map(
        Field("200", "$", {"type": "array"}),
        Field("200", "[].id", {"type": "integer"}),
        Field("error", "error", {"type": "object"}),
        Field("error", "error.code", {"type": "string"}),
    )


def test_a_request_without_body_and_answer_is_a_contract_without_fields() -> None:
    recording = client_from_pair("", " ", Scope(operation=Operation("GET", "/x")))
    assert (recording.client.sends, recording.client.reads, recording.client.base_url) == ({}, {}, "")
    assert recording.notes == ("no answer in the file holds JSON: nothing is known of what the client reads",)
