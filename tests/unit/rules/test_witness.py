"""Witnesses: the message that shows a drift, word for word, and the sentence that stands where there is none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from driftgate.contract import ClientContract, Contract, FactValue, Operation
from driftgate.diff.changes import Change, DocsContradict, PageGone
from driftgate.diff.clients import conflicts
from driftgate.diff.contracts import changes
from driftgate.rules import RULES
from driftgate.rules.judge import judge
from driftgate.rules.rule import Drift, Severity
from driftgate.rules.witness import Witness, witness_of
from rule_examples import documented, example, recorded
from shorthand import BEARER, KEY, OPERATION, client, contract, field

WORKS_AND_FAILS = "The first request is valid under the approved contract; under the new one {}."
MAY_COME = "The second answer may come under the new contract; a reader of the approved one need not expect it: {}."


def drifts(before: Contract, after: Contract, *clients: ClientContract) -> tuple[Drift, ...]:
    found = [*changes(before, after), *(clash for one in clients for clash in conflicts(after, one))]
    return judge(found, operation=str(OPERATION), clients=clients)


def only_witness(before: Contract, after: Contract, *clients: ClientContract) -> Witness:
    (drift,) = drifts(before, after, *clients)
    return witness_of(drift, before, after, clients)


def one_fact(place: str, before: Mapping[str, FactValue], after: Mapping[str, FactValue]) -> Witness:
    return only_witness(contract(field(f"{place}:item", **before)), contract(field(f"{place}:item", **after)))


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({"type": "integer", "maximum": 4}, {"type": "integer", "maximum": 9}, "allowed by both"),
        ({"type": "string", "enum": ("a",)}, {"type": "string", "enum": ("a", "b")}, "allowed by both"),
        ({"type": "string"}, {"type": "string", "deprecated": True}, "announce"),
        ({}, {"type": "string"}, "do not say"),
        ({"type": "string"}, {"type": "string", "required": True}, "do not say"),
        ({"one_of": ('{"type":"string"}',)}, {"one_of": ('{"type":"integer"}',)}, "makes no examples of"),
        ({"type": "string"}, {"type": "string", "pattern": "^(a+)+$"}, "not tried"),
        ({"type": "string", "min_length": 10**12}, {"type": "string", "min_length": 10**13}, "none of the small ones"),
    ],
    ids=["looser", "wider-set", "life", "type-stated", "duty-stated", "shapes", "involved-pattern", "endless"],
)
def test_where_no_message_can_show_it_one_sentence_says_why(before: Any, after: Any, why: str) -> None:
    witness = one_fact("body", before, after)
    assert (witness.before, witness.after) == ("", "")
    assert witness.sentence.startswith("No message")
    assert why in witness.sentence


@pytest.mark.parametrize(
    "change", [PageGone("help_center", "https://x.example", "gone"), DocsContradict("body:a", "type", "a", "b")]
)
def test_a_drift_about_the_documentation_itself_has_no_message(change: Change) -> None:
    (drift,) = judge([change], operation=str(OPERATION))
    told = "No message shows it: what moved is about the documentation itself."
    assert witness_of(drift, contract(), contract()) == Witness(sentence=told)


def test_contracts_that_no_longer_show_the_drift_give_no_message() -> None:
    before, after = contract(field("body:a", type="string")), contract(field("body:a", type="integer"))
    (drift,) = drifts(before, after)
    assert witness_of(drift, before, before).sentence.startswith("No message can be made")
    assert witness_of(drift, None, after).sentence.startswith("No message can be made")


def test_a_field_that_became_required_is_left_out_of_an_else_whole_request() -> None:
    always = (
        field("body:model", type="string", required=True),
        field("body:messages", type="array", required=True),
        field("body:messages[].role", type="string", required=True, enum=("user", "system")),
        field("body:messages[].content", type="string", required=True),
        field("body:messages[].name", type="string", required=False),
    )
    before = contract(*always, field("body:max_tokens", type="integer", required=False, minimum=16))
    after = contract(*always, field("body:max_tokens", type="integer", required=True, minimum=16))
    witness = only_witness(before, after)
    least = {"messages": [{"content": "text", "role": "user"}], "model": "text"}
    assert json.loads(witness.before) == least
    assert json.loads(witness.after) == {**least, "max_tokens": 16}
    assert witness.sentence == WORKS_AND_FAILS.format("`max_tokens` is missing")


@pytest.mark.parametrize(
    ("before", "after", "sent", "fault"),
    [
        ({"type": "string"}, {"type": "integer"}, "text", "has the type string where integer is documented"),
        ({"type": "array<string>"}, {"type": "array<integer>"}, ["text"], None),
        ({"enum": ("a", "b", "c")}, {"enum": ("a", "b")}, "c", "has a value outside the documented ones"),
        ({"type": "string"}, {"type": "string", "const": "v1"}, "text", "has another value than the one documented"),
        ({"type": "string", "nullable": True}, {"type": "string"}, None, "has the type null where string is documented"),
        ({"type": "integer", "maximum": 100}, {"type": "integer", "maximum": 50}, 51, "is above the maximum of 50"),
        ({"type": "number", "minimum": 0}, {"type": "number", "minimum": 1.5}, 1, "is below the minimum of 1.5"),
        ({"type": "integer"}, {"type": "integer", "multiple_of": 5}, 1, "is no multiple of 5"),
        ({"type": "string"}, {"type": "string", "max_length": 3}, "text", "has 4 characters where at most 3 are documented"),
        ({"type": "string"}, {"type": "string", "pattern": "^[a-z]{2}$"}, "text", "does not match the documented pattern"),
        ({"type": "string", "format": "date"}, {"type": "string", "format": "uuid"}, "2000-01-01", None),
        ({"type": "array<string>", "max_items": 3}, {"type": "array<string>", "max_items": 1}, ["text"] * 2, None),
        ({"type": "array<string>"}, {"type": "array<string>", "unique_items": True}, ["text"] * 2, "holds the same item twice"),
        ({"type": "object"}, {"type": "object", "additional": False}, {"extra": "text"}, None),
    ],
)
def test_a_request_shows_a_value_that_was_allowed_and_is_refused(before: Any, after: Any, sent: Any, fault: str | None) -> None:
    witness = one_fact("body", before, after)
    assert json.loads(witness.before) == {"item": sent}
    if fault:
        assert witness.sentence == WORKS_AND_FAILS.format(f"`item` {fault}")


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ({"type": "string"}, {"type": "integer"}, {"item": "text"}, {"item": 1}),
        ({"enum": ("a",)}, {"enum": ("a", "b")}, {"item": "a"}, {"item": "b"}),
        ({"type": "string"}, {"type": "string", "nullable": True}, {"item": "text"}, {"item": None}),
        ({"type": "integer", "maximum": 5}, {"type": "integer", "maximum": 9}, {"item": 1}, {"item": 6}),
        ({"type": "string", "required": True}, {"type": "string", "required": False}, {"item": "text"}, {}),
    ],
)
def test_a_response_shows_what_may_come_and_was_never_to_be_expected(before: Any, after: Any, old: Any, new: Any) -> None:
    witness = one_fact("200", before, after)
    assert (json.loads(witness.before), json.loads(witness.after)) == (old, new)
    assert witness.sentence.startswith("The second answer may come under the new contract;")


def test_a_removed_request_field_stands_in_the_first_request_only() -> None:
    witness = only_witness(
        contract(field("body:a.b", type="string"), field("body:a", type="object")), contract(field("body:a", type="object"))
    )
    assert (json.loads(witness.before), json.loads(witness.after)) == ({"a": {"b": "text"}}, {"a": {}})


def test_the_items_of_a_body_that_is_a_list_are_shown_in_it() -> None:
    root = field("body:$", type="array")
    before, after = (contract(root, field("body:[].a", type="string", required=needed)) for needed in (False, True))
    witness = only_witness(before, after)
    assert (json.loads(witness.before), json.loads(witness.after)) == ([{}], [{"a": "text"}])


def test_a_body_that_may_be_null_no_more_is_shown_as_null() -> None:
    inside = field("body:a", type="string", required=True)
    witness = only_witness(contract(field("body:$", type="object", nullable=True), inside), contract(inside))
    assert (witness.before, witness.after) == ("null", '{"a": "text"}')


def test_what_moved_below_a_free_form_name_is_shown_under_a_key() -> None:
    around = (field("200:m", type="object"), field("200:m.*", type="object"))
    before, after = (contract(*around, field("200:m.*.x", type=kind)) for kind in ("integer", "string"))
    witness = only_witness(before, after)
    assert json.loads(witness.before) == {"m": {"key": {"x": 1}}}
    assert json.loads(witness.after) == {"m": {"key": {"x": "text"}}}


def test_a_removed_response_field_deep_in_a_list_is_read_as_nothing() -> None:
    kept = (field("200:choices", type="array"), field("200:choices[].index", type="integer", required=True))
    witness = only_witness(contract(*kept, field("200:choices[].text", type="string")), contract(*kept))
    assert json.loads(witness.before) == {"choices": [{"index": 1, "text": "text"}]}
    assert json.loads(witness.after) == {"choices": [{"index": 1}]}
    assert witness.sentence == "A reader of `choices[].text` finds it in the first answer and nothing in the second."


def test_a_parameter_is_shown_in_the_request_line() -> None:
    operation = Operation("GET", "/v1/orders/{id}")
    path = field("path:id", type="string", required=True, format="uuid")
    before = contract(path, field("query:limit", type="integer", maximum=100), operation=operation)
    after = contract(path, field("query:limit", type="integer", maximum=10), operation=operation)
    witness = only_witness(before, after)
    address = "GET /v1/orders/00000000-0000-4000-8000-000000000000"
    assert (witness.before, witness.after) == (f"{address}?limit=11", f"{address}?limit=1")


def test_a_new_required_header_is_missing_in_the_first_request_whatever_its_case() -> None:
    witness = only_witness(contract(), contract(field("header:X-Tenant", type="string", required=True)))
    assert (witness.before, witness.after) == ("POST /v1/orders", "POST /v1/orders\nx-tenant: text")


def test_a_number_in_a_url_is_a_string_as_well() -> None:
    assert one_fact("query", {"type": "integer"}, {"type": "string"}).before == ""
    assert one_fact("query", {"type": "string"}, {"type": "integer"}).before == "POST /v1/orders?item=text"


def test_a_default_is_misread_by_who_sends_nothing() -> None:
    witness = one_fact("body", {"type": "integer", "default": 1}, {"type": "integer", "default": 10})
    assert (witness.before, witness.after) == ("{}", "{}")
    assert witness.sentence.endswith("the vendor assumes 1; now the vendor assumes 10.")


def test_only_a_credential_that_is_no_longer_enough_is_shown() -> None:
    either, one = contract(security=((KEY,), (BEARER,))), contract(security=((BEARER,),))
    witness = only_witness(either, one)
    assert (witness.before, witness.after) == ("X-Key: <credential>", "Authorization: Bearer <credential>")
    assert only_witness(one, either).before == ""


def test_a_lost_server_is_shown_in_the_request_line() -> None:
    old, new = contract(servers=("https://eu.example.com/",)), contract(servers=("https://us.example.com",))
    witness = only_witness(old, new)
    assert (witness.before, witness.after) == ("POST https://eu.example.com/v1/orders", "POST https://us.example.com/v1/orders")


def test_a_conflict_shows_what_the_client_sends_beside_what_the_docs_ask() -> None:
    docs = contract(field("body:kind", type="string", required=True, enum=("book",)))
    witness = only_witness(docs, docs, client(field("body:kind", type="string", values=("car",)), name="web"))
    assert witness.labels == ("client", "docs")
    assert (witness.before, witness.after) == ('{"kind": "car"}', '{"kind": "book"}')


def test_a_conflict_of_reading_nests_the_paths_that_the_client_reads() -> None:
    docs = contract(field("200:id", type="string", required=True))
    witness = only_witness(docs, docs, client(reads=(field("200:choices[].message.content", type="string"),)))
    assert json.loads(witness.before) == {"choices": [{"message": {"content": "text"}}]}
    assert json.loads(witness.after) == {"id": "text"}


#: Breaking rules whose example no message shows, and why.
WITHOUT_MESSAGE = {
    "operation-removed": "the example has no second contract",
    "suspicious-name": "who does not send the new field notices nothing",
    "request-written-otherwise": "the values stay the same",
    "request-content-coding-changed": "the values stay the same",
    "response-content-coding-changed": "the values stay the same",
    "request-alternative-removed": "a schema inside the field",
    "request-part-added": "a schema inside the field",
    "request-tuple-item-removed": "a schema inside the field",
    "request-condition-added": "a schema inside the field",
    "request-condition-changed": "a schema inside the field",
    "response-alternative-added": "a schema inside the field",
    "response-tuple-item-added": "a schema inside the field",
    "response-condition-removed": "a schema inside the field",
    "response-condition-changed": "a schema inside the field",
}
BREAKING = [rule.id for rule in RULES if rule.severity is Severity.BREAKING and rule.id not in WITHOUT_MESSAGE]


def example_of(rule_id: str) -> tuple[Contract, Contract, tuple[ClientContract, ...]]:
    """The example on a rule's page: the contracts before and after, and the client of a conflict."""
    blocks = example(rule_id)
    if "Documented" in blocks:
        approved = documented(blocks["Documented"])
        return approved, approved, (recorded(blocks["Client after"]),)
    return documented(blocks["Before"]), documented(blocks["After"]), ()


@pytest.mark.parametrize("rule_id", BREAKING)
def test_the_example_of_every_other_breaking_rule_has_a_message(rule_id: str) -> None:
    before, after, clients = example_of(rule_id)
    (drift,) = drifts(before, after, *clients)
    witness = witness_of(drift, before, after, clients)
    assert (drift.rule, bool(witness.before or witness.after)) == (rule_id, True), witness.sentence


@pytest.mark.parametrize("rule_id", sorted(WITHOUT_MESSAGE.keys() - {"operation-removed"}))
def test_the_examples_without_a_message_have_a_sentence_instead(rule_id: str) -> None:
    before, after, _ = example_of(rule_id)
    assert only_witness(before, after).sentence.startswith("No message")
