"""A HAR file becomes shapes: merged, of the one operation, and without anybody's values."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts import BEARER, field_map
from driftgate.contract import ClientContract, Contract, Field, Operation, Recorded, SecurityScheme
from driftgate.errors import UsageError
from driftgate.record import Scope, client_from_har
from driftgate.snapshot.client import dump_client, load_client

SECRET = "canary-Zk3v9QhWm2Lp7Xs1"
OPERATION = Operation("POST", "/v1/rooms/{room}/chat")
SCOPE = Scope(operation=OPERATION, base_url="https://api.example", at="2026-11-22T10:00:00Z")
DOCUMENTED = Contract(
    operation=OPERATION,
    security=((SecurityScheme(scheme="apiKey", place="header", name="X-Acme-Secret"),),),
    fields=field_map(
        Field("path", "room", {"type": "string"}),
        Field("query", "mode", {"type": "string", "enum": ("fast", "slow")}),
        Field("header", "Acme-Version", {"type": "string"}),
        Field("body", "model", {"type": "string"}),
        Field("body", "messages[].role", {"type": "string", "enum": ("user", "system")}),
        Field("body", "labels", {"type": "object"}),
        Field("body", "labels.*", {"type": "string"}),
        Field("200", "id", {"type": "string"}),
        Field("200", "choices[].text", {"type": "string"}),
        Field("200", "delta", {"type": "string"}, "text/event-stream"),
    ),
)


def entry(
    body: object = None,
    answer: object = None,
    *,
    url: str = "https://api.example/v1/rooms/7/chat",
    status: int = 200,
    **more: Any,
) -> dict[str, Any]:
    request: dict[str, Any] = {"method": "POST", "url": url, "headers": [], "queryString": [], **more.pop("request", {})}
    if body is not None:
        request["postData"] = {"mimeType": "application/json", "text": json.dumps(body)}
    content = {"mimeType": "application/json; charset=utf-8", "text": json.dumps(answer), **more}
    return {"request": request, "response": {"status": status, "content": content}}


def har(*entries: object) -> str:
    return json.dumps({"log": {"entries": list(entries)}})


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("", "not valid JSON", id="empty"),
        pytest.param("[" * 200_000, "not valid JSON", id="deep"),
        pytest.param("{}", "no HAR file", id="no log"),
        pytest.param('{"log": {"entries": 5}}', "no HAR file", id="no entries"),
        pytest.param('{"log": {"entries": []}}', "no request of POST /v1/rooms/{room}/chat was recorded", id="no requests"),
        pytest.param(har(None, 5, {}, {"request": None}, {"request": {"url": 5}}), "no request of", id="entries of other kinds"),
        pytest.param(har(entry(url="https://api.example/v1/rooms/7")), "no request of", id="another path"),
        pytest.param(har(entry(url="https://other.example/v1/rooms/7/chat")), "no request of", id="another origin"),
        pytest.param(har(entry(url="http://[bad/v1/rooms/7/chat")), "no request of", id="broken address"),
        pytest.param(har(entry(request={"method": "GET"})), "no request of", id="another method"),
    ],
)
def test_what_shows_no_call_of_the_operation_is_refused(text: str, what: str) -> None:
    with pytest.raises(UsageError) as caught:
        client_from_har(text, SCOPE, "a.har")
    assert what in caught.value.what
    assert caught.value.where == "a.har"


def test_another_origin_is_named() -> None:
    with pytest.raises(UsageError) as caught:
        client_from_har(har(entry(url="https://other.example/v1/rooms/7/chat")), SCOPE)
    assert "1 of them for this operation at another origin than https://api.example" in (caught.value.why or "")


def test_two_entries_become_one_contract_of_shapes() -> None:
    first = entry(
        {"model": SECRET, "messages": [{"role": "user", "content": SECRET}], "n": 1, "stop": ["a"]},
        {"id": SECRET, "choices": [{"text": SECRET, "score": None}]},
        request={"headers": [{"name": "authorization", "value": f"Bearer {SECRET}"}, {"name": "X-Own", "value": SECRET}]},
    )
    second = entry({"model": "m", "n": 1.5}, {"choices": [{"score": 0.5}]})
    failed = entry({}, {"error": {"code": SECRET, "message": SECRET}}, status=401)
    recording = client_from_har(har(first, second, failed), SCOPE)
    assert recording.exchanges == 3
    assert recording.client == ClientContract(
        operation=OPERATION,
        base_url="https://api.example",
        security=((BEARER,),),
        sends=field_map(
            Field("path", "room", {}),
            Field("header", "X-Own", {}),
            Field("body", "model", {"type": "string"}),
            Field("body", "messages", {"type": "array"}),
            Field("body", "messages[].role", {"type": "string"}),
            Field("body", "messages[].content", {"type": "string"}),
            Field("body", "n", {"type": "number"}),
            Field("body", "stop", {"type": "array<string>"}),
        ),
        reads=field_map(
            Field("200", "id", {"type": "string"}),
            Field("200", "choices", {"type": "array"}),
            Field("200", "choices[].text", {"type": "string"}),
            Field("200", "choices[].score", {"type": "number"}),
            Field("error", "error", {"type": "object"}),
            Field("error", "error.code", {"type": "string"}),
            Field("error", "error.message", {"type": "string"}),
        ),
        recorded=Recorded(source="har", at="2026-11-22T10:00:00Z"),
    )
    assert [note for note in recording.notes if "cannot tell what the client reads" in note] != []


def test_no_value_header_or_id_like_name_is_kept() -> None:
    mine = "org_8123_acme"
    hostile = entry(
        {"metadata": {mine: SECRET, "0f0f0f0f0f0f0f0f": 1, "a@b.example": 1}},
        {"usage": {mine: {"tokens": 1}}},
        request={
            "headers": [
                {"name": name, "value": SECRET}
                for name in ("Cookie", "x-api-key", "sec-ch-ua", "X-Stainless-Os", "authorization")
            ],
            "queryString": [
                {"name": "api_key", "value": SECRET},
                {"name": mine, "value": SECRET},
                {"name": "page", "value": SECRET},
            ],
        },
    )
    recording = client_from_har(har(hostile), SCOPE)
    text = dump_client(recording.client) + " ".join(recording.notes)
    assert SECRET not in text
    assert mine not in text
    assert sorted(recording.client.sends) == ["body:metadata", "body:metadata.*", "path:room", "query:page"]
    assert sorted(recording.client.reads) == ["200:usage", "200:usage.*", "200:usage.*.tokens"]
    assert load_client(text.partition("a recording")[0], "chat.client.yaml").reads == recording.client.reads


def test_values_are_kept_only_where_the_docs_list_values_and_only_words() -> None:
    bodies = [{"model": "gpt", "messages": [{"role": role}]} for role in ("user", "tool", SECRET)]
    scope = Scope(operation=OPERATION, base_url="https://api.example", documented=DOCUMENTED)
    mode = {"queryString": [{"name": "mode", "value": "fast"}]}
    recording = client_from_har(har(*(entry(body, request=mode) for body in bodies)), scope)
    assert recording.client.sends["body:messages[].role"].facts == {"type": "string", "values": ("tool", "user")}
    assert recording.client.sends["query:mode"].facts == {"values": ("fast",)}
    assert recording.client.sends["body:model"].facts == {"type": "string"}
    assert any("left out" in note for note in recording.notes)


def test_the_docs_decide_on_headers_maps_names_of_keys_and_what_is_counted() -> None:
    headers = [
        {"name": "acme-version", "value": "1"},
        {"name": "x-own", "value": "1"},
        {"name": "x-acme-secret", "value": SECRET},
    ]
    sent = entry({"labels": {"blue": "x"}}, {"id": "1", "extra": 1, "other": 2}, request={"headers": headers})
    recording = client_from_har(har(sent), Scope(operation=OPERATION, base_url="https://api.example", documented=DOCUMENTED))
    assert sorted(recording.client.sends) == ["body:labels", "body:labels.*", "header:Acme-Version", "path:room"]
    assert recording.client.security == DOCUMENTED.security
    assert list(recording.client.reads) == ["200:id"]
    assert "2 response fields that the docs do not have were left out" in recording.notes


def test_a_stream_is_read_event_by_event_and_placed_where_the_docs_place_it() -> None:
    stream = 'data: {"id": "1"}\n\ndata: {"delta": "x"}\n\ndata: [DONE]\n'
    encoded = base64.b64encode(stream.encode()).decode()
    streamed = entry({}, mimeType="text/event-stream", text=encoded, encoding="base64")
    recording = client_from_har(har(streamed), Scope(operation=OPERATION, documented=DOCUMENTED))
    assert recording.client.base_url == "https://api.example"
    assert sorted(recording.client.reads) == ["200(text/event-stream):delta", "200:id"]


def test_what_the_user_says_is_read_is_what_is_kept() -> None:
    scope = Scope(operation=OPERATION, reads=("choices[].text", "error:error.code", "later"))
    recording = client_from_har(har(entry({}, {"id": "1", "choices": [{"text": "x"}]})), scope)
    assert recording.client.reads == field_map(
        Field("200", "choices[].text", {"type": "string"}), Field("error", "error.code", {}), Field("200", "later", {})
    )
    assert "no answer in the file shows 'later'" in recording.notes


def test_a_form_gives_its_names() -> None:
    form = {
        "mimeType": "multipart/form-data; boundary=x",
        "params": [{"name": "file", "value": SECRET}, {"name": "model", "value": "m"}],
    }
    plain = {"mimeType": "application/x-www-form-urlencoded", "text": "prompt=x&n=1"}
    entries = [entry(request={"postData": data}) for data in (form, plain)]
    assert sorted(client_from_har(har(*entries), SCOPE).client.sends) == [
        "body:file",
        "body:model",
        "body:n",
        "body:prompt",
        "path:room",
    ]


def test_a_deep_or_wide_document_is_cut_and_said_so() -> None:
    deep: object = 1
    for _ in range(100):
        deep = {"a": deep}
    recording = client_from_har(har(entry(deep)), SCOPE)
    assert len(recording.client.sends) == 41
    assert any("too large or too deep" in note for note in recording.notes)
    wide = client_from_har(har(entry({f"k{n}": 1 for n in "abc" * 100} | {f"name_{n}": 1 for n in range(300)})), SCOPE)
    assert sorted(wide.client.sends) == ["body:*", "path:room"]


def test_a_base_url_with_a_path_of_its_own_stands_before_the_operation() -> None:
    scope = Scope(operation=OPERATION, base_url="https://api.example/base/")
    recording = client_from_har(har(entry({}, url="https://api.example/base/v1/rooms/7/chat?x=1")), scope)
    assert (recording.exchanges, recording.client.base_url) == (1, "https://api.example/base/")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.just(SECRET),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["role", "a", "data", SECRET, "id", ""]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(body=JSON, answer=JSON, odd=JSON, documented=st.booleans())
@settings(max_examples=200, deadline=None)
def test_whatever_json_was_recorded_no_value_or_id_like_key_is_kept(
    body: object, answer: object, odd: object, documented: bool
) -> None:
    scope = replace(SCOPE, documented=DOCUMENTED if documented else None)
    entries = [entry(body, answer), entry(request={"postData": odd, "headers": odd, "queryString": odd}), odd]
    recording = client_from_har(har(*entries), scope)
    text = dump_client(recording.client)
    assert SECRET not in text
    assert replace(load_client(text, "chat.client.yaml"), name="") == recording.client


def test_a_query_that_stands_in_the_url_alone_is_recorded() -> None:
    recording = client_from_har(har(entry({}, {}, url="https://api.example/v1/rooms/7/chat?page=2&size=")), SCOPE)
    assert sorted(key for key in recording.client.sends if key.startswith("query:")) == ["query:page", "query:size"]
