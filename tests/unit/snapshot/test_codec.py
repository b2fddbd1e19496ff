"""Snapshots as text: one form only, read strictly, and nothing but SnapshotError for any text at all."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts import BEARER, approved, chat, field_map, pending
from driftgate.contract import Contract, Field, Operation, Request
from driftgate.errors import SnapshotError
from driftgate.extract.extraction import Contradiction
from driftgate.snapshot.canonical import canonical
from driftgate.snapshot.codec import (
    contract_data,
    contradiction_lines,
    digest,
    dump_contract,
    dump_snapshot,
    load_contract,
    load_snapshot,
    sealed,
)

PATH = "snapshots/acme/chat.yaml"
EXPECTED = """\
format: 2
operation: POST /v1/chat/{room}
reference: https://docs.example/chat
read_from: {url: https://docs.example/chat.md, platform: mintlify, sha256: SHA, template: cdcdcdcdcdcd}
review: {by: ada, at: "2026-11-22T10:00:00Z", note: first review, digest: DIGEST}
deprecated: true
servers: [https://api.example]
security: [{scheme: none}, {scheme: bearer, in: header, name: Authorization}]
request:
  media_types: [application/json, multipart/form-data]
  required: true
  fields:
    query:limit: {type: integer, default: 1.5, minimum: 0}
    body:messages[].role: {type: string, enum: ["010", "no", user]}
    body:model: {type: string, required: true}
    body(multipart/form-data):file: {type: string, format: binary}
responses:
  "200":
    media_types: [application/json, text/event-stream]
    headers:
      X-Request-Id: {type: string}
    fields:
      id: {type: string}
      "on": {type: boolean}
      (text/event-stream):id: {type: string, nullable: true}
  "4XX": {}
"""


def text() -> str:
    return dump_snapshot(approved())


def resealed(old: str, new: str) -> str:
    """The snapshot with one thing replaced, sealed anew: what is wrong with it is then only that thing."""
    body = text().rpartition("seal: ")[0]
    assert old in body
    return sealed(body.replace(old, new, 1))


def refusal(wrong: str) -> str:
    with pytest.raises(SnapshotError) as caught:
        load_snapshot(wrong, PATH)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "what", "where"),
    [
        pytest.param("format: 2", "format: 3", "format 3, this driftgate reads up to format 2", ":1: format", id="newer format"),
        pytest.param("format: 2", 'format: "2"', "expected a whole number, zero or more, found text", ":1: format", id="text"),
        pytest.param("servers:", "srvers:", "unknown key 'srvers'", ":7: srvers", id="unknown key"),
        pytest.param("enum:", "enums:", "unknown fact 'enums'", ":14", id="unknown fact"),
        pytest.param("required: true}", "required: yes}", "YAML readers understand differently", ":15", id="yes"),
        pytest.param('"010"', "010", "YAML readers understand differently", ":14", id="octal"),
        pytest.param('"010"', "12:30:45", "YAML readers understand differently", ":14", id="sexagesimal"),
        pytest.param('"010"', "1_000", "YAML readers understand differently", ":14", id="underscore"),
        pytest.param('"on":', "on:", "YAML readers understand differently", ":24", id="boolean key"),
        pytest.param("minimum: 0", "minimum: ", "a value is missing", ":13", id="no value"),
        pytest.param("minimum: 0", "minimum: low", "expected a number, found text", ":13", id="text for a number"),
        pytest.param("required: true}", "required: 1}", "expected true or false, found a whole number", ":15", id="1 for a flag"),
        pytest.param("first review", "5", "expected text, found a whole number", ":5: review.note", id="number for text"),
        pytest.param("servers: [", "servers: ]", "not valid YAML", ":7", id="no YAML"),
        pytest.param("deprecated: true", "deprecated: true\ndeprecated: true", "'deprecated' stands twice", ":7", id="twice"),
        pytest.param("deprecated: true", "deprecated: &a true", "anchors, aliases and tags", ":6", id="anchor"),
        pytest.param("deprecated: true", "deprecated: !!bool true", "anchors, aliases and tags", ":6", id="tag"),
        pytest.param("deprecated: true", "<<: {deprecated: true}", "YAML readers understand differently", ":6", id="merge key"),
        pytest.param("POST /v1", "FETCH /v1", "a method and a path", ":2: operation", id="method"),
        pytest.param("body:model", "model", "a request field's key starts with its place", ":15", id="no place"),
        pytest.param("4XX", "body", "expected a response status", ":26", id="no status"),
        pytest.param("reference: https://docs.example/chat\n", "", "the key 'reference' is missing", PATH, id="missing key"),
        pytest.param("required: true}", "required: false}", "not the one that was reviewed", PATH, id="edited and sealed anew"),
    ],
)
def test_what_does_not_fit_is_named_with_file_line_and_key(old: str, new: str, what: str, where: str) -> None:
    message = refusal(resealed(old, new))
    assert what in message.splitlines()[0]
    assert where in message.splitlines()[1]


def test_a_near_match_is_offered() -> None:
    assert "did you mean 'servers'?" in refusal(resealed("servers:", "srvers:"))


def test_an_edited_file_says_to_check_and_approve() -> None:
    message = refusal(text().replace("body:model", "body:modal"))
    assert "not as driftgate wrote it" in message
    assert "run check" in message


def test_text_after_the_seal_is_an_edit() -> None:
    assert "not as driftgate wrote it" in refusal(text() + "# a remark\n")


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base", "<<<<<<< HEAD\r"])
def test_a_conflict_marker_is_named_by_its_line_even_inside_a_block_scalar(marker: str) -> None:
    message = refusal(f"format: 1\nreference: |\n{marker}\n  x\n")
    assert "unresolved git conflict" in message
    assert f"{PATH}:3" in message


@pytest.mark.parametrize(
    "wrong", ["", "[]", "x", "format: 1", "--- a\n--- b\n", "[" * 5000, "{" * 5000, "a: *b", "\x00", "\ud800"]
)
def test_what_is_no_snapshot_at_all_is_refused(wrong: str) -> None:
    refusal(wrong)


def test_a_file_above_the_cap_is_not_parsed() -> None:
    assert "too large" in refusal("#" * (16 * 1024 * 1024 + 1))


def test_no_part_of_the_content_stands_in_an_error() -> None:
    assert "canary" not in refusal(resealed("first review", "{canary: 1}"))


def test_a_snapshot_has_exactly_this_form() -> None:
    body = text().rpartition("seal: ")[0]
    assert body == EXPECTED.replace("SHA", "ab" * 32).replace("DIGEST", digest(chat()))


def test_what_was_written_is_read_back_and_written_the_same() -> None:
    loaded = load_snapshot(text(), PATH)
    assert loaded == replace(approved(), contract=canonical(chat()))
    assert dump_snapshot(loaded) == text()


def test_windows_line_ends_are_no_edit() -> None:
    assert load_snapshot(text().replace("\n", "\r\n"), PATH) == load_snapshot(text(), PATH)


def test_a_pending_snapshot_keeps_its_base_and_what_the_docs_contradict() -> None:
    candidate = replace(pending(base="ab" * 32), contradictions=("body:n default: 1 / 2",))
    loaded = load_snapshot(dump_snapshot(candidate), PATH)
    assert (loaded.base, loaded.review, loaded.contradictions) == ("ab" * 32, None, ("body:n default: 1 / 2",))


def test_every_prefix_is_refused_or_the_whole() -> None:
    whole = text()
    for end in range(len(whole) - 1):
        refusal(whole[:end])
    assert load_snapshot(whole[:-1] + "\n", PATH) == load_snapshot(whole, PATH)


def test_random_byte_flips_are_refused_or_change_nothing() -> None:
    whole, luck = text().encode(), random.Random(20261122)
    for _ in range(1500):
        flipped = bytearray(whole)
        flipped[luck.randrange(len(whole))] ^= 1 << luck.randrange(8)
        try:
            loaded = load_snapshot(flipped.decode("utf-8", "replace"), PATH)
        except SnapshotError:
            continue
        assert loaded == load_snapshot(text(), PATH)


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_is_refused_by_a_snapshot_error(anything: str) -> None:
    refusal(anything)


WORDS = st.text(max_size=12) | st.sampled_from(
    ["no", "010", "1e5", "~", "", "a: b", "#", "\u202e", "\x1b", "-", "null", "0x1F", "=", "<<"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS
FACT_MAPS = st.fixed_dictionaries(
    {},
    optional={
        "type": WORDS,
        "required": st.booleans(),
        "enum": st.lists(SCALARS, max_size=4).map(tuple),
        "default": SCALARS,
        "minimum": st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        "pattern": WORDS,
        "one_of": st.lists(WORDS, max_size=3).map(tuple),
    },
)
FIELDS = st.builds(
    Field,
    st.sampled_from(["path", "query", "header", "cookie", "body", "200", "4XX", "default"]),
    WORDS,
    FACT_MAPS,
    st.sampled_from(["", "text/event-stream", "application/json; charset=utf-8"]),
)


@given(st.lists(FIELDS, max_size=6))
@settings(max_examples=200, deadline=None)
def test_any_contract_is_read_back_as_its_canonical_form(fields: list[Field]) -> None:
    whole = Contract(operation=Operation("GET", "/x"), fields=field_map(*(printable(field) for field in fields)))
    written = dump_snapshot(pending(whole))
    assert load_snapshot(written, PATH).contract == canonical(whole)
    assert written.isascii()


def printable(field: Field) -> Field:
    """Without lone surrogates, which no file can hold."""
    return replace(field, path=field.path.encode("utf-8", "replace").decode())


def test_order_sources_and_spelling_of_numbers_do_not_change_the_digest() -> None:
    turned = replace(
        chat(),
        fields=dict(reversed(list(chat().fields.items()))),
        security=((), (BEARER, BEARER)),
        request=Request(media_types=("multipart/form-data", "application/json"), required=True),
    )
    turned = replace(turned, fields={**turned.fields, **field_map(Field("200", "id", {"type": "string"}))})
    assert digest(turned) == digest(chat())


def test_not_stated_and_false_differ() -> None:
    silent = chat(Field("body", "model", {"type": "string"}))
    denied = chat(Field("body", "model", {"type": "string", "required": False}))
    assert len({digest(silent), digest(denied), digest(chat())}) == 3


def test_security_not_stated_and_no_security_differ() -> None:
    assert digest(replace(chat(), security=None)) != digest(replace(chat(), security=()))


def test_a_contract_may_name_a_status_by_its_number() -> None:
    text = "format: 1\noperation: GET /x\nresponses:\n  200: {fields: {id: {type: string}}}\n"
    assert load_contract(text, "here").fields == field_map(Field("200", "id", {"type": "string"}))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("format: 1\n", "the key 'operation' is missing", id="no operation"),
        pytest.param("format: 1\noperation: GET /x\nextra: 1\n", "unknown key 'extra'", id="unknown key"),
        pytest.param("format: 1\noperation: GET /x\nservers: https://x\n", "expected a list, found text", id="no list"),
    ],
)
def test_a_contract_that_does_not_fit_is_refused(text: str, what: str) -> None:
    with pytest.raises(SnapshotError, match=what):
        load_contract(text, "contract.yaml")


def test_schemes_needed_together_are_written_as_all() -> None:
    from driftgate.contract import SecurityScheme

    key = SecurityScheme(scheme="oauth2", scopes=("b", "a"))
    both = replace(chat(), security=((key, BEARER),))
    assert contract_data(both)["security"] == [
        {"all": [{"scheme": "bearer", "in": "header", "name": "Authorization"}, {"scheme": "oauth2", "scopes": ["a", "b"]}]}
    ]
    assert load_contract(dump_contract(both), "here") == canonical(both)


def test_a_path_that_looks_qualified_keeps_its_meaning() -> None:
    odd = replace(chat(), fields=field_map(Field("200", "(x):y", {})))
    assert load_contract(dump_contract(odd), "here").fields == odd.fields


def test_a_contract_alone_and_one_in_a_snapshot_load_the_same() -> None:
    assert load_contract(dump_contract(chat()), "a.yaml") == load_contract(text(), PATH) == canonical(chat())


def test_a_number_that_is_no_number_cannot_be_written() -> None:
    with pytest.raises(SnapshotError, match="not finite"):
        dump_snapshot(pending(chat(Field("body", "n", {"maximum": float("inf")}))))


def test_contradictions_become_lines_once_each() -> None:
    said = Contradiction(key="body:n", fact="default", used="1", other="2")
    assert contradiction_lines([said, said]) == ("body:n default: 1 / 2",)
