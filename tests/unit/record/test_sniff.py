"""The kind of a recording is known by what is in it."""

from __future__ import annotations

import json

import pytest

from driftgate.contract import Operation
from driftgate.errors import UsageError
from driftgate.record import Scope
from driftgate.record.sniff import client_from

SCOPE = Scope(operation=Operation("POST", "/v1/chat"), base_url="https://api.example")
CALL = {"method": "POST", "url": "https://api.example/v1/chat"}
CASSETTE = "interactions:\n- request: {method: POST, uri: https://api.example/v1/chat}\n"


@pytest.mark.parametrize("text", ["", "[]", "5", "openapi: 3.0.0", "{}", "[" * 100_000, "not interactions: x"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no recording that driftgate knows"):
        client_from(text, SCOPE, "a.txt")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(json.dumps({"log": {"entries": [{"request": CALL}]}}), "har", id="har"),
        pytest.param(CASSETTE, "vcr", id="cassette"),
        pytest.param(
            json.dumps({"interactions": [{"request": {"method": "POST", "uri": CALL["url"]}}]}), "vcr", id="JSON cassette"
        ),
        pytest.param('{"request": {"n": 1}, "response": {}, "error": {}}', "example", id="example"),
    ],
)
def test_each_kind_is_known(text: str, source: str) -> None:
    recorded = client_from(text, SCOPE, "a.txt").client.recorded
    assert recorded is not None
    assert recorded.source == source
