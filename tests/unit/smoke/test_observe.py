"""What counts as evidence, what as failure, what as an outage; and that nothing of the answer's text gets out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chat
from driftgate.contract import Field, Response
from driftgate.smoke.model import Answer, NoAnswer, Outcome
from driftgate.smoke.observation import Observation
from driftgate.smoke.observe import observe

GOOD = {"id": "x", "choices": [{"message": {"content": "ok"}}]}
INVALID = {"error": {"message": "messages is required", "code": "invalid_request"}}


def answer(value: Any, status: int = 200, media_type: str = "application/json") -> Answer:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Answer(status=status, media_type=media_type, body=body)


def stream(*chunks: Any, end: str = "data: [DONE]\n\n") -> Answer:
    text = "".join(f"data: {json.dumps(chunk)}\n\n" for chunk in chunks) + end
    return answer(text.encode(), media_type="text/event-stream")


def happy(given_answer: Answer | NoAnswer, **options: Any) -> Observation:
    request = chat.planned(streaming=options.pop("streaming", False))
    return observe(request, given_answer, options.pop("contract", chat.CONTRACT), (chat.CLIENT,), **options)


def error(given_answer: Answer | NoAnswer, **options: Any) -> Observation:
    request = chat.planned("error_path", omitted="body:messages")
    return observe(
        request, given_answer, options.pop("contract", chat.CONTRACT), options.pop("clients", (chat.CLIENT,)), **options
    )


@pytest.mark.parametrize(
    ("given_answer", "outcome", "words"),
    [
        (NoAnswer(sent=False, reason="r"), Outcome.OUTAGE, "r"),
        (NoAnswer(sent=True, reason="r"), Outcome.UNKNOWN, "r"),
        (answer(GOOD, 301), Outcome.FAILED, "wrong path or moved endpoint: the API answered with a redirect"),
        (answer(b"<html>", 404, "text/html"), Outcome.FAILED, "wrong path or moved endpoint (404)"),
        (answer(INVALID, 401), Outcome.FAILED, "the credential was not accepted (401): no evidence about the contract"),
        (answer(INVALID, 403), Outcome.FAILED, "the credential was not accepted (403): no evidence about the contract"),
        (answer(INVALID, 429), Outcome.FAILED, "too many requests (429): no evidence about the contract"),
        (answer(b"<html>", 502, "text/html"), Outcome.OUTAGE, "the API answered with an outage (502): no evidence"),
        (answer(INVALID, 503), Outcome.OUTAGE, "the API answered with an outage (503): no evidence"),
        (answer(b"<html>", 500, "text/html"), Outcome.OUTAGE, "the API answered with an outage (500): no evidence"),
    ],
)
def test_what_is_no_evidence_is_none_for_either_case(given_answer: Answer | NoAnswer, outcome: Outcome, words: str) -> None:
    for seen in (happy(given_answer), error(given_answer)):
        assert (seen.outcome, seen.reason) == (outcome, words)
        assert not any((seen.endpoint, seen.shape, seen.error_handling))


@pytest.mark.parametrize(
    ("given_answer", "words"),
    [
        (answer(INVALID, 400), "the API refused a request that the documentation allows"),
        (answer(GOOD, 201), "the success status is not one that the documentation names"),
        (answer(b"<html>", media_type="text/html"), "the answer has another media type than documented"),
        (answer(GOOD, media_type=""), "the answer has another media type than documented"),
        (replace(answer(GOOD), complete=False), "the answer was cut short or is larger than the limit"),
        (answer(b"{"), "the answer cannot be read: its body is not valid JSON"),
        (answer(b""), "the answer cannot be read: its body is not valid JSON"),
        (answer(b'{"id": NaN}'), "the answer cannot be read: its body is not valid JSON"),
        (answer(b'{"id": "\xff"}'), "the answer cannot be read: its body is not valid JSON"),
        (answer(b'{"id": "a", "id": "b"}'), "the answer cannot be read: its body names a key twice"),
        (answer(b"[" * 100_000), "the answer cannot be read: its body is not valid JSON"),
        (answer(b"[" * 100 + b"]" * 100), "the answer cannot be read: its body is nested deeper than the limit"),
        (answer([]), "the answer is not the documented object or list"),
        (answer("text"), "the answer is not the documented object"),
        (answer({"error": {"message": "no"}}), "the answer has none of the documented fields"),
        (answer({"id": "x"}), "1 field documented as always present did not arrive"),
        (answer({**GOOD, "id": 7}), "1 field arrived with another type than documented"),
        (answer({"id": "x", "choices": []}), "1 field that the client reads did not arrive"),
        (
            answer({"id": "x", "choices": [{"message": {"content": 7}}]}),
            "1 field that the client reads arrived with another type",
        ),
        (
            answer({"id": "x", "choices": [{"message": {"content": None}}]}),
            "1 field that the client reads arrived with another type",
        ),
    ],
)
def test_an_answer_that_is_not_as_documented_fails(given_answer: Answer, words: str) -> None:
    seen = happy(given_answer)
    assert (seen.outcome, seen.reason, seen.endpoint) == (Outcome.FAILED, words, False)
    assert not seen.shape


def test_an_answer_as_documented_passes() -> None:
    assert happy(answer(GOOD)) == Observation(
        outcome=Outcome.PASSED, reason="the answer is as documented", status=200, endpoint=True, shape=True
    )


def test_undocumented_names_are_counted_and_never_named() -> None:
    seen = happy(answer({**GOOD, "org_8123_acme": {"x": 1}, "choices": [{"message": {"content": "ok", "extra": 1}}]}))
    assert (seen.outcome, seen.undocumented) == (Outcome.PASSED, 3)
    assert seen.reason == "the answer is as documented (3 more that the documentation does not name)"


def test_a_copy_of_the_requests_schema_in_the_answers_demands_nothing_but_what_is_read() -> None:
    copy = Field("200", "messages", {"type": "array", "required": True})
    contract = replace(chat.CONTRACT, fields={**chat.CONTRACT.fields, copy.key: copy})
    assert happy(answer(GOOD), contract=contract).outcome is Outcome.PASSED
    read = Field("200", "messages", {"type": "array"})
    client = replace(chat.CLIENT, reads={read.key: read})
    assert observe(chat.planned(), answer(GOOD), contract, (client,)).outcome is Outcome.FAILED


def test_a_list_is_judged_by_its_items() -> None:
    fields = {field.key: field for field in (Field("200", "[].id", {"type": "string", "required": True}),)}
    contract = replace(chat.CONTRACT, fields=fields)
    request = chat.planned()
    assert observe(request, answer([{"id": "a"}, {"id": "b"}]), contract).outcome is Outcome.PASSED
    assert observe(request, answer([{"id": "a"}, {}]), contract).outcome is Outcome.FAILED
    assert observe(request, answer([1]), contract).outcome is Outcome.FAILED
    assert observe(request, answer({"id": "a"}), contract).outcome is Outcome.FAILED


def test_null_is_tolerated_where_the_docs_do_not_forbid_it() -> None:
    assert happy(answer({**GOOD, "usage": None})).outcome is Outcome.PASSED


def test_a_field_that_is_read_may_be_missing_where_the_docs_say_so() -> None:
    optional = Field("200", "choices[].message", {"type": "object", "required": False})
    contract = replace(chat.CONTRACT, fields={**chat.CONTRACT.fields, optional.key: optional})
    assert happy(answer({"id": "x", "choices": [{}]}), contract=contract).outcome is Outcome.PASSED


def test_a_nullable_field_that_is_read_may_be_null_and_not_missing() -> None:
    nullable = Field("200", "choices[].message.content", {"type": "string", "nullable": True})
    contract = replace(chat.CONTRACT, fields={**chat.CONTRACT.fields, nullable.key: nullable})
    assert happy(answer({"id": "x", "choices": [{"message": {"content": None}}]}), contract=contract).outcome is Outcome.PASSED
    assert happy(answer({"id": "x", "choices": []}), contract=contract).outcome is Outcome.FAILED


def test_a_success_without_documented_body_passes_without_one() -> None:
    contract = replace(chat.CONTRACT, fields={}, responses={"204": Response()})
    assert happy(answer(b"", 204, ""), contract=contract).outcome is Outcome.PASSED
    assert happy(answer(b"", 200, ""), contract=contract).outcome is Outcome.FAILED


class TestStreams:
    CHUNK = Field("200", "choices", {"type": "array", "required": True}, media_type="text/event-stream")
    CONTRACT = replace(chat.CONTRACT, fields={**chat.CONTRACT.fields, CHUNK.key: CHUNK})

    def test_each_event_is_held_against_the_stream_fields(self) -> None:
        seen = happy(stream({"choices": []}, {"choices": [1]}), streaming=True, contract=self.CONTRACT)
        assert seen.outcome is Outcome.PASSED

    @pytest.mark.parametrize(
        ("given_answer", "words"),
        [
            (answer(GOOD), "a stream was asked for and something else came"),
            (stream(), "the stream ended without an event"),
            (stream({"choices": []}, {"error": {}}), "the answer has none of the documented fields"),
            (stream({"choices": 1}), "1 field arrived with another type than documented"),
            (stream(end="data: {\n\n"), "the answer cannot be read: its body is not valid JSON"),
        ],
    )
    def test_a_stream_that_is_not_as_documented_fails(self, given_answer: Answer, words: str) -> None:
        seen = happy(given_answer, streaming=True, contract=self.CONTRACT)
        assert (seen.outcome, seen.reason, seen.shape) == (Outcome.FAILED, words, False)

    def test_comments_event_names_and_multi_line_data_are_read(self) -> None:
        body = b': ping\r\n\r\nevent: m\r\ndata: {"choices":\r\ndata: []}\r\n\r\n'
        seen = happy(answer(body, media_type="text/event-stream"), streaming=True, contract=self.CONTRACT)
        assert seen.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("given_answer", "outcome", "words"),
    [
        (answer(GOOD), Outcome.FAILED, "the API accepted a request that the documentation calls invalid"),
        (answer(b"", 204, ""), Outcome.FAILED, "the API accepted a request that the documentation calls invalid"),
        (
            answer(b"no", 400, "text/plain"),
            Outcome.FAILED,
            "the refusal has neither the documented nor a client-known error shape",
        ),
        (answer({"detail": "x"}, 400), Outcome.FAILED, "the refusal has neither the documented nor a client-known error shape"),
        (
            answer({"error": {"message": 7}}, 400),
            Outcome.FAILED,
            "the refusal has neither the documented nor a client-known error shape",
        ),
        (
            answer({"error": {"message": "upstream timed out", "code": "internal"}}, 500),
            Outcome.OUTAGE,
            "a server error that does not blame the request: an outage, no evidence",
        ),
        (
            answer({"oops": "invalid"}, 500),
            Outcome.OUTAGE,
            "a server error that does not blame the request: an outage, no evidence",
        ),
        (answer(INVALID, 400), Outcome.PASSED, "the invalid request was refused in the documented or client-known error shape"),
        (answer(INVALID, 422), Outcome.PASSED, "the invalid request was refused in the documented or client-known error shape"),
        (
            answer(INVALID, 500),
            Outcome.PASSED,
            "the invalid request was refused with a server status, in a known shape that blames the request",
        ),
    ],
)
def test_the_error_path_wants_an_error_that_is_one(given_answer: Answer, outcome: Outcome, words: str) -> None:
    seen = error(given_answer)
    assert (seen.outcome, seen.reason, seen.error_handling) == (outcome, words, outcome is Outcome.PASSED)
    assert (seen.endpoint, seen.shape) == (None, None)


def test_a_documented_error_shape_counts_without_a_client() -> None:
    shape = Field("4XX", "detail", {"type": "string", "required": True})
    contract = replace(chat.CONTRACT, fields={**chat.CONTRACT.fields, shape.key: shape})
    assert error(answer({"detail": "x"}, 400), contract=contract, clients=()).outcome is Outcome.PASSED
    assert error(answer({"other": "x"}, 400), contract=contract, clients=()).outcome is Outcome.FAILED


def test_a_documented_status_without_any_known_shape_counts_as_json_alone() -> None:
    contract = replace(chat.CONTRACT, responses={**chat.CONTRACT.responses, "400": Response()})
    assert error(answer({"x": 1}, 400), contract=contract, clients=()).outcome is Outcome.PASSED
    assert error(answer({"x": 1}, 409), contract=contract, clients=()).outcome is Outcome.FAILED
    assert error(answer(b"<html>", 400, "text/html"), contract=contract, clients=()).outcome is Outcome.FAILED


def test_a_status_that_the_case_expects_is_no_longer_a_refusal_to_judge() -> None:
    assert error(answer(INVALID, 404), expect=("404",)).outcome is Outcome.PASSED
    assert error(answer(b"<html>", 404, "text/html"), expect=("404",)).outcome is Outcome.FAILED


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(
    value=VALUES | st.just(GOOD) | st.just(INVALID),
    status=st.sampled_from([100, 200, 201, 204, 301, 400, 401, 404, 422, 429, 500, 503, 599]),
    media_type=st.sampled_from(["application/json", "text/html", "text/event-stream", ""]),
    case=st.sampled_from(["happy_path", "error_path"]),
)
def test_evidence_is_never_claimed_without_a_pass_nor_words_taken_from_the_answer(
    value: Any, status: int, media_type: str, case: str
) -> None:
    marked = (
        {"zqxsecretzqx": "zqxsecretzqx", "v": value} if not isinstance(value, dict) else {**value, "zqxsecretzqx": "zqxsecretzqx"}
    )
    seen = observe(chat.planned(case), answer(marked, status, media_type), chat.CONTRACT, (chat.CLIENT,))
    assert "zqx" not in repr(seen)
    claimed = bool(seen.endpoint or seen.shape or seen.error_handling)
    assert claimed == (seen.outcome is Outcome.PASSED)
    assert not (seen.endpoint and not 200 <= status < 300)
