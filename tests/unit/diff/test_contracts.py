"""Changes between two contracts: exactly what differs in meaning, each once."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract, Operation
from driftgate.diff.changes import (
    BodyAdded,
    BodyRemoved,
    BodyRequiredChanged,
    FactChanged,
    FieldAdded,
    FieldRemoved,
    FieldRenamed,
    MediaTypeAdded,
    MediaTypeChanged,
    MediaTypeRemoved,
    OperationFactChanged,
    OperationMoved,
    SecurityChanged,
    ServersChanged,
    StatusAdded,
    StatusRemoved,
)
from driftgate.diff.contracts import changes
from shorthand import BEARER, KEY, contract, field


def at(path: str, *servers: str) -> Contract:
    return contract(operation=Operation("POST", path), servers=servers)


SAME = (
    pytest.param(at("/v1/orders", "https://h"), at("/orders", "https://h/v1"), id="the prefix moved into the server"),
    pytest.param(at("/orders", "https://h/v1"), at("/orders", "https://H/v1/"), id="a slash at the end, and the host's case"),
    pytest.param(at("/orders", "https://h:443"), at("/orders", "https://h"), id="the default port is spelt out"),
    pytest.param(at("/o", "https://a", "https://b"), at("/o", "https://b", "https://a"), id="servers in another order"),
    pytest.param(at("/v1/orders"), at("/v1/orders/"), id="a slash at the end of the path"),
    pytest.param(
        contract(field("path:id"), operation=Operation("GET", "/o/{id}")),
        contract(field("path:order_id"), operation=Operation("GET", "/o/{order_id}")),
        id="a path variable has another name",
    ),
    pytest.param(
        contract(field("body:a", enum=("x", "y"))), contract(field("body:a", enum=("y", "x"))), id="an enum in another order"
    ),
    pytest.param(contract(field("body:a", maximum=1)), contract(field("body:a", maximum=1.0)), id="a number with a point"),
    pytest.param(contract(field("header:X-Id")), contract(field("header:x-id")), id="a header in another case"),
    pytest.param(contract(field("200.header:X-Id")), contract(field("200.header:x-id")), id="an answer's header in another case"),
    pytest.param(
        contract(field("body:a"), field("body:b")), contract(field("body:b"), field("body:a")), id="fields in another order"
    ),
    pytest.param(
        contract(field("body:a"), body=("application/json", "text/xml")),
        contract(
            field("body(application/json):a"), field("body(text/xml):a"), body=("text/xml", "application/json; charset=utf-8")
        ),
        id="media types spelt out one by one",
    ),
    pytest.param(contract(security=((BEARER,), (KEY,))), contract(security=((KEY,), (BEARER,))), id="other order of security"),
    pytest.param(
        contract(field("200:$", type="object"), field("200:a")), contract(field("200:a")), id="a body said to be an object"
    ),
)


@pytest.mark.parametrize(("before", "after"), SAME)
def test_what_means_the_same_is_no_change(before: Contract, after: Contract) -> None:
    assert changes(before, after) == ()
    assert changes(after, before) == ()


def test_a_removed_object_takes_its_children_with_it() -> None:
    before = contract(field("200:a", type="object"), field("200:a.b"), field("200:a.b.c"), field("200:d"))
    assert changes(before, contract(field("200:d"))) == (FieldRemoved(before.fields["200:a"]),)
    assert changes(contract(field("200:d")), before) == (FieldAdded(before.fields["200:a"]),)


def test_a_name_that_deceives_is_told_even_inside_of_what_is_new() -> None:
    odd = field("body:a.m\u043edel")
    after = contract(field("body:a", type="object"), odd, body=("a/b",))
    assert changes(contract(body=("a/b",)), after) == (FieldAdded(after.fields["body:a"]), FieldAdded(odd))


def test_a_removed_child_of_a_field_that_stays_is_told() -> None:
    before = contract(field("body:a", type="array"), field("body:a[].b"), field("body:a[].c"))
    after = contract(field("body:a", type="array"), field("body:a[].b"))
    assert changes(before, after) == (FieldRemoved(field("body:a[].c")),)


def test_an_object_that_became_a_string_is_one_change() -> None:
    before = contract(field("200:a", type="object"), field("200:a.b", type="string"))
    after = contract(field("200:a", type="string"))
    expected = FactChanged(before.fields["200:a"], after.fields["200:a"], "type", "object", "string", True, True)
    assert changes(before, after) == (expected,)


def test_true_and_one_are_two_values() -> None:
    found = changes(contract(field("body:a", default=1)), contract(field("body:a", default=True)))
    assert [(type(change), change.old, change.new) for change in found if isinstance(change, FactChanged)] == [
        (FactChanged, 1, True)
    ]


def test_a_fact_that_is_stated_for_the_first_time_says_so() -> None:
    before, after = field("body:a"), field("body:a", required=False)
    assert changes(contract(before), contract(after)) == (FactChanged(before, after, "required", None, False, False, True),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("max_tokens", "maxTokens"),
        ("max_tokens", "max_completion_tokens"),
        ("organisation", "organization"),
        ("customer_id", "customerId"),
    ],
)
def test_a_like_name_with_the_same_type_is_a_rename(old: str, new: str) -> None:
    before, after = field(f"body:{old}", type="integer"), field(f"body:{new}", type="integer")
    assert changes(contract(before), contract(after)) == (FieldRenamed(before, after),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(field("body:size", type="string"), field("body:colour", type="string"), id="unlike names"),
        pytest.param(field("body:max_tokens", type="integer"), field("body:maxTokens", type="string"), id="other type"),
        pytest.param(field("body:a.user_id", type="string"), field("body:b.user_id", type="string"), id="other parent"),
        pytest.param(field("body:user_id", type="string"), field("query:userId", type="string"), id="other place"),
    ],
)
def test_what_is_not_alike_went_and_came(before: object, after: object) -> None:
    keep = field("query:keep")
    found = changes(contract(before, keep, body=("a/b",)), contract(after, keep, body=("a/b",)))  # type: ignore[arg-type]
    assert found == (FieldRemoved(before), FieldAdded(after))  # type: ignore[arg-type]


def test_a_field_gone_from_one_of_two_media_types_is_a_change() -> None:
    before = contract(field("body:a"), field("body:b"), body=("application/json", "text/xml"))
    after = contract(field("body:a"), field("body:b"), field("body(text/xml):a"), body=("application/json", "text/xml"))
    assert changes(before, after) == (FieldRemoved(field("body(text/xml):b")),)


def test_a_change_of_a_shared_field_is_told_once_for_all_its_media_types() -> None:
    kinds = ("application/json", "text/xml")
    before = contract(field("200:a", type="string"), answers={"200": kinds})
    after = contract(
        field("200(application/json):a", type="integer"), field("200(text/xml):a", type="integer"), answers={"200": kinds}
    )
    assert [type(change) for change in changes(before, after)] == [FactChanged]


def test_a_union_that_changed_inside_is_told_by_its_fields() -> None:
    before = contract(field("200:a", one_of=("{id, kind?}", "{name}")), field("200:a.kind"), field("200:a.id"))
    after = contract(field("200:a", one_of=("{id}", "{name}")), field("200:a.id"))
    assert changes(before, after) == (FieldRemoved(field("200:a.kind")),)


def test_ceasing_to_travel_explains_ceasing_to_be_required() -> None:
    before, after = field("body:a", required=True), field("body:a", required=False, read_only=True)
    assert changes(contract(before), contract(after)) == (
        FactChanged(before, after, "read_only", None, True, False, True, False),
    )


WHOLE = (
    (at("/v1/a"), at("/v2/a"), (OperationMoved(Operation("POST", "/v1/a"), Operation("POST", "/v2/a")),)),
    (at("/a", "https://h/v1"), at("/a", "https://h/v2"), (ServersChanged(("https://h/v1",), ("https://h/v2",)),)),
    (at("/a", "https://h/v1"), at("/v1/a", "https://g"), (ServersChanged(("https://h/v1",), ("https://g",)),)),
    (
        contract(),
        contract(operation=Operation("PUT", "/v1/orders")),
        (OperationMoved(Operation("POST", "/v1/orders"), Operation("PUT", "/v1/orders")),),
    ),
    (
        contract(),
        contract(facts={"deprecated": True}),
        (OperationFactChanged(Operation("POST", "/v1/orders"), "deprecated", None, True),),
    ),
    (contract(security=((BEARER,),)), contract(security=None), (SecurityChanged(((BEARER,),), None),)),
    (contract(), contract(body=("a/b",), required=True), (BodyAdded(True),)),
    (contract(field("body:a"), body=("a/b",)), contract(), (BodyRemoved(),)),
    (contract(required=False), contract(required=True), (BodyRequiredChanged(False, True),)),
    (contract(field("429:a")), contract(), (StatusRemoved("429"),)),
    (contract(), contract(field("429:a")), (StatusAdded("429"),)),
    (contract(body=("a/b", "c/d")), contract(body=("a/b",)), (MediaTypeRemoved("body", "c/d"),)),
    (contract(body=("a/b",)), contract(field("body(c/d):x"), body=("a/b", "c/d")), (MediaTypeAdded("body", "c/d"),)),
    (contract(body=("a/json",)), contract(body=("a/x+json",)), (MediaTypeChanged("body", "a/json", "a/x+json"),)),
)


@pytest.mark.parametrize(("before", "after", "expected"), WHOLE)
def test_a_change_of_the_whole_is_told_once_without_its_parts(before: Contract, after: Contract, expected: object) -> None:
    assert changes(before, after) == expected
