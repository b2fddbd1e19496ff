"""A request is planned only where every field of it is documented, and the invalid one only where the docs call it invalid."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

import chat
from driftgate.contract import Field, SecurityScheme
from driftgate.smoke.address import address
from driftgate.smoke.fill import Refused
from driftgate.smoke.model import FromEnv, Outcome, PlannedRequest, SmokeCase
from driftgate.smoke.plan import plan

OK_MESSAGES = [{"role": "user", "content": "hi"}]


def happy(**body: object) -> SmokeCase:
    return SmokeCase(name="happy_path", body={"model": "m", "messages": OK_MESSAGES, **body})


def reason(case: SmokeCase, contract: object = chat.CONTRACT, values: dict[str, str] = chat.VALUES) -> str:
    result = plan(case, contract, chat.BASE_URL, values)  # type: ignore[arg-type]
    assert isinstance(result, Refused), result
    assert result.outcome is Outcome.FAILED
    return result.reason


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (happy(seed=1), "the request holds a field that is not documented: body:seed"),
        (
            happy(messages=[{"role": "user", "content": "x", "name": "n"}]),
            "the request holds a field that is not documented: body:messages[].name",
        ),
        (happy(max_tokens={"a": 1}), "the request holds a field that is not documented: body:max_tokens.a"),
        (replace(happy(), query={"debug": 1}), "the request holds a field that is not documented: query:debug"),
        (replace(happy(), headers={"X-Debug": "1"}), "the request holds a field that is not documented: header:x-debug"),
        (replace(happy(), path={"id": "1"}), "the request holds a field that is not documented: path:id"),
        (happy(max_tokens="5"), "the request does not fit the documentation: body:max_tokens has another type than documented"),
        (happy(max_tokens=True), "the request does not fit the documentation: body:max_tokens has another type than documented"),
        (happy(max_tokens=0), "the request does not fit the documentation: body:max_tokens is outside the documented limits"),
        (happy(max_tokens=101), "the request does not fit the documentation: body:max_tokens is outside the documented limits"),
        (happy(messages=[]), "the request does not fit the documentation: body:messages has fewer or more items than documented"),
        (
            happy(messages=[{"role": "robot", "content": "x"}]),
            "the request does not fit the documentation: body:messages[].role has a value outside the documented set",
        ),
        (SmokeCase(name="happy_path", body={"model": "m"}), "the request lacks a documented required field: body:messages"),
        (happy(messages=[{"role": "user"}]), "the request lacks a documented required field: body:messages[].content"),
        (SmokeCase(name="happy_path"), "the request lacks a documented required field: body:messages, body:model"),
        (replace(happy(), headers={"Authorization": "x"}), "the request may not set the header Authorization"),
        (replace(happy(), headers={"X-A": "a\r\nb"}), "the value of the header X-A is not one line of ASCII"),
    ],
)
def test_a_happy_path_that_does_not_fit_the_docs_is_refused_by_name(case: SmokeCase, words: str) -> None:
    assert reason(case) == words


def test_a_missing_environment_value_skips_the_case_and_names_the_variable() -> None:
    assert plan(chat.HAPPY, chat.CONTRACT, chat.BASE_URL, {}) == Refused(Outcome.SKIPPED, "environment variable MODEL is not set")


def test_an_environment_value_that_looks_like_a_credential_is_not_sent() -> None:
    words = "environment variable MODEL looks like a credential, which no request body may hold"
    assert reason(chat.HAPPY, values={"MODEL": "sk-a1B2c3D4e5F6g7H8i9J0k1"}) == words


def test_the_happy_path_is_complete_and_holds_no_credential() -> None:
    assert plan(chat.HAPPY, chat.CONTRACT, chat.BASE_URL, chat.VALUES) == PlannedRequest(
        case="happy_path",
        method="POST",
        url="https://api.example.com/v1/chat",
        headers={"Accept": "application/json", "Content-Type": "application/json"},
        body=b'{"model":"model-1","messages":[{"role":"user","content":"Reply with ok"}],"max_tokens":5}',
    )


def test_a_stream_is_asked_for_as_one() -> None:
    request = plan(happy(stream=True), chat.CONTRACT, chat.BASE_URL, {})
    assert isinstance(request, PlannedRequest)
    assert (request.streaming, request.headers["Accept"]) == (True, "text/event-stream")


def test_an_object_that_the_docs_leave_open_may_hold_anything() -> None:
    assert isinstance(plan(happy(metadata={"a": {"b": 1}}), chat.CONTRACT, chat.BASE_URL, {}), PlannedRequest)


def test_the_error_path_leaves_out_the_required_list_by_default() -> None:
    request = plan(chat.ERROR, chat.CONTRACT, chat.BASE_URL, chat.VALUES)
    assert isinstance(request, PlannedRequest)
    assert json.loads(request.body or b"") == {"model": "model-1", "max_tokens": 5}
    assert request.omitted == "body:messages"


@pytest.mark.parametrize("omit", ["messages", "body:messages", "model", "messages[].role"])
def test_the_error_path_leaves_out_what_the_case_names(omit: str) -> None:
    request = plan(replace(chat.ERROR, omit=omit), chat.CONTRACT, chat.BASE_URL, chat.VALUES)
    assert isinstance(request, PlannedRequest)
    assert request.omitted == f"body:{omit.removeprefix('body:')}"


def test_an_error_path_that_already_lacks_the_field_is_sent_as_it_is() -> None:
    case = SmokeCase(name="error_path", body={"model": "m"}, omit="messages")
    request = plan(case, chat.CONTRACT, chat.BASE_URL, {})
    assert isinstance(request, PlannedRequest)
    assert (request.body, request.omitted) == (b'{"model":"m"}', "body:messages")


@pytest.mark.parametrize("omit", ["max_tokens", "stream", "seed", "query:trace"])
def test_an_error_path_that_the_docs_allow_is_refused(omit: str) -> None:
    key = omit if ":" in omit else f"body:{omit}"
    assert (
        reason(replace(chat.ERROR, omit=omit))
        == f"the documentation does not say that {key} is required: the request could be valid"
    )


def test_an_error_path_is_refused_where_nothing_is_documented_as_required() -> None:
    fields = {field.key: Field(field.place, field.path, {}) for field in chat.FIELDS}
    words = "the documentation requires no field that could be left out: name an invalid request"
    assert reason(chat.ERROR, replace(chat.CONTRACT, fields=fields)) == words


def test_the_credentials_header_is_required_of_the_credential_and_not_of_the_case() -> None:
    own = Field("header", "X-Api-Key", {"required": True})
    contract = replace(chat.CONTRACT, fields={**chat.CONTRACT.fields, own.key: own})
    assert isinstance(plan(happy(), contract, chat.BASE_URL, {}, "x-api-key"), PlannedRequest)
    secured = replace(contract, security=((SecurityScheme(scheme="apiKey", place="header", name="X-Api-Key"),),))
    assert isinstance(plan(happy(), secured, chat.BASE_URL, {}), PlannedRequest)
    assert reason(happy(), contract) == "the request lacks a documented required field: header:X-Api-Key"


def test_a_body_where_the_docs_know_no_json_is_refused() -> None:
    contract = replace(chat.CONTRACT, request=replace(chat.CONTRACT.request, media_types=("multipart/form-data",)))
    assert reason(happy(), contract) == "the documentation knows no JSON body for this operation"


def test_a_body_nested_without_end_is_refused() -> None:
    body: object = FromEnv(env="MODEL")
    for _ in range(200):
        body = {"metadata": body}
    assert reason(happy(metadata=body)) == "nested deeper than the limit"


@pytest.mark.parametrize(
    ("base", "path", "url"),
    [
        ("https://h", "/v1/chat", "https://h/v1/chat"),
        ("https://h/", "/v1/chat", "https://h/v1/chat"),
        ("https://h/v1", "/v1/chat", "https://h/v1/chat"),
        ("https://h/api/v1/", "/api/v1/chat", "https://h/api/v1/chat"),
        ("https://h/api", "/v1/chat", "https://h/api/v1/chat"),
        ("https://h/v1", "/v1", "https://h/v1"),
        ("https://h", "/a/{id}/b", "https://h/a/x%2Fy%3F/b"),
    ],
)
def test_base_and_path_are_joined_without_doubling(base: str, path: str, url: str) -> None:
    assert address(base, path, {"id": "x/y?"}, {}) == url


@pytest.mark.parametrize("value", ["", "..", "."])
def test_a_path_variable_cannot_change_the_path(value: str) -> None:
    with pytest.raises(ValueError, match="the path's variable id has no usable value"):
        address("https://h", "/a/{id}", {"id": value}, {})
