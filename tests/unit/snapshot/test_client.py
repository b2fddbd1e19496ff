"""Client contracts as text: canonical to write, strict to read, free to edit."""

from __future__ import annotations

import random

import pytest

from contracts import BEARER, field_map
from driftgate.contract import ClientContract, Field, Operation, Recorded
from driftgate.errors import SnapshotError
from driftgate.snapshot.client import client_name, dump_client, load_client

PATH = "snapshots/acme/chat.client.yaml"
CLIENT = ClientContract(
    operation=Operation("POST", "/v1/chat"),
    base_url="https://api.example",
    security=((BEARER,),),
    sends=field_map(
        Field("body", "model", {"type": "string"}), Field("body", "messages[].role", {"type": "string", "values": ("user",)})
    ),
    reads=field_map(
        Field("error", "error.message", {"type": "string"}), Field("200", "choices[].message.content", {"type": "string"})
    ),
    recorded=Recorded(source="har", at="2026-11-22T10:00:00Z"),
)
TEXT = """\
format: 1
operation: POST /v1/chat
base_url: https://api.example
security: [{scheme: bearer, in: header, name: Authorization}]
sends:
  body:messages[].role: {type: string, values: [user]}
  body:model: {type: string}
reads:
  "200":
    choices[].message.content: {type: string}
  error:
    error.message: {type: string}
recorded: {from: har, at: "2026-11-22T10:00:00Z"}
"""


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        pytest.param("format: 1", "format: 9", "newer format", id="newer format"),
        pytest.param("sends:", "sent:", "unknown key 'sent'", id="unknown key"),
        pytest.param('"200"', '"2000"', "below a response status or 'error'", id="no status"),
        pytest.param('"200"', "body", "below a response status or 'error'", id="a request place"),
        pytest.param("values:", "vlues:", "unknown fact 'vlues'", id="unknown fact"),
        pytest.param("body:model", "modal", "starts with its place", id="no place"),
        pytest.param("base_url: https://api.example\n", "", "'base_url' is missing", id="missing"),
        pytest.param("sends:", "<<<<<<< HEAD\nsends:", "git conflict", id="conflict"),
        pytest.param("{from: har", "{form: har", "unknown key 'form'", id="recorded"),
    ],
)
def test_what_does_not_fit_is_refused(old: str, new: str, what: str) -> None:
    with pytest.raises(SnapshotError, match=what):
        load_client(TEXT.replace(old, new, 1), PATH)


def test_a_client_contract_has_exactly_this_form() -> None:
    assert dump_client(CLIENT) == TEXT


def test_what_was_written_is_read_back() -> None:
    assert load_client(TEXT, PATH) == CLIENT


def test_an_edited_file_with_other_order_and_unquoted_time_is_read() -> None:
    edited = TEXT.replace('"2026-11-22T10:00:00Z"', "2026-11-22T10:00:00Z").replace('"200"', "200") + "# by hand\n"
    assert load_client(edited, PATH) == CLIENT


def test_what_is_not_said_stays_unsaid() -> None:
    bare = load_client("format: 1\noperation: GET /x\nbase_url: https://api.example\n", PATH)
    assert bare == ClientContract(operation=Operation("GET", "/x"), base_url="https://api.example")
    assert load_client(dump_client(bare), PATH) == bare


def test_a_client_is_named_by_its_file() -> None:
    assert client_name("a/chat.client.yaml") == ""
    assert client_name("a/chat.batch-job.client.yaml") == "batch-job"


def test_flipped_bytes_are_refused_or_read_as_a_client_contract() -> None:
    luck = random.Random(20261122)
    for _ in range(1000):
        flipped = bytearray(TEXT.encode())
        flipped[luck.randrange(len(flipped))] ^= 1 << luck.randrange(8)
        try:
            loaded = load_client(flipped.decode("utf-8", "replace"), PATH)
        except SnapshotError:
            continue
        assert load_client(dump_client(loaded), PATH) == loaded
