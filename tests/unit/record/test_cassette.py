"""A cassette is read as data, never as code."""

from __future__ import annotations

import json

import pytest

from contracts import BEARER, field_map
from driftgate.contract import Field, Operation
from driftgate.errors import UsageError
from driftgate.record import Scope, client_from_cassette

SCOPE = Scope(operation=Operation("POST", "/v1/chat"), base_url="https://api.example", at="2026-11-22T10:00:00Z")
CASSETTE = """\
interactions:
- request:
    body: '{"model": "m", "stream": false}'
    headers: {Authorization: [Bearer x], Content-Type: [application/json]}
    method: POST
    uri: https://api.example/v1/chat?beta=1
  response:
    body: {string: !!binary eyJpZCI6ICIxIn0=}
    headers: {Content-Type: [application/json]}
    status: {code: 200, message: OK}
version: 1
"""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("a: [", "neither valid YAML nor JSON", id="broken"),
        pytest.param("{", "neither valid YAML nor JSON", id="broken JSON"),
        pytest.param("[" * 10_000, "neither valid YAML nor JSON", id="deep"),
        pytest.param("a: !!python/object/apply:os.getcwd []", "neither valid YAML nor JSON", id="code"),
        pytest.param("a: 9999-12-31T23:59:59-23:59", "no cassette", id="odd time"),
        pytest.param("5", "no cassette", id="a number"),
        pytest.param("interactions: {}", "no cassette", id="no list"),
        pytest.param("interactions: [5, null, {request: 5}]", "no request of POST /v1/chat was recorded", id="no requests"),
    ],
)
def test_what_is_no_cassette_is_refused(text: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        client_from_cassette(text, SCOPE)


@pytest.mark.parametrize("key", ["interactions", "http_interactions"])
def test_a_cassette_becomes_shapes(key: str) -> None:
    client = client_from_cassette(CASSETTE.replace("interactions", key).replace("POST", "post"), SCOPE).client
    assert client.security == ((BEARER,),)
    assert client.sends == field_map(
        Field("query", "beta", {}), Field("body", "model", {"type": "string"}), Field("body", "stream", {"type": "boolean"})
    )
    assert client.reads == field_map(Field("200", "id", {"type": "string"}))


def test_a_json_cassette_with_encoded_bodies_is_read_too() -> None:
    data = {
        "interactions": [
            {
                "request": {"method": "POST", "uri": "https://api.example/v1/chat", "body": {"base64_string": "eyJuIjogMX0="}},
                "response": {"status": {"code": 200}, "body": {"string": "\u001f\u008b"}},
            }
        ]
    }
    assert client_from_cassette(json.dumps(data), SCOPE).client.sends == field_map(Field("body", "n", {"type": "integer"}))


def test_an_alias_bomb_stays_small() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert client_from_cassette(bomb + CASSETTE, SCOPE).exchanges == 1
