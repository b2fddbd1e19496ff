"""Whether a reading may be believed: a broken reader is never a vendor that removed fields."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract
from driftgate.diff.contracts import changes
from driftgate.extract.template import sketch
from driftgate.gate.trust import Confidence, Reading, Trust, confidence, stands_in
from shorthand import OPERATION, contract, field

APPROVED = contract(*(field(f"body:field_{n}", type="string", required=True) for n in range(10)))
TEXT = " ".join(f"field_{n}" for n in range(10))


def without(*names: str) -> Contract:
    return contract(*(f for f in APPROVED.fields.values() if f.name not in names))


def weigh(
    now: Contract | None, text: str = "", *, form: tuple[str, str] = ("", ""), was: tuple[str, str] = ("", ""), **more: int
) -> Confidence:
    found = changes(APPROVED, now) if now else ()
    reading = Reading(operation=OPERATION, contract=now, text=text, form=form, **more)
    return confidence(reading, Trust(), approved=APPROVED, approved_form=was, changes=found)


def test_a_page_that_was_read_as_before_is_believed() -> None:
    assert weigh(APPROVED, TEXT) == Confidence()


def test_a_field_that_is_gone_from_the_page_was_removed() -> None:
    assert weigh(without("field_3"), TEXT.replace("field_3", "")) == Confidence()


def test_a_field_that_still_stands_on_the_page_was_not_removed() -> None:
    (reason,) = weigh(without("field_3"), TEXT).reasons
    assert reason.startswith("body:field_3 could not be read any more, but still stands on the page by name: look at the page")
    assert reason.endswith("list it under trust.gone of the target")


def test_a_name_that_another_field_has_proves_nothing() -> None:
    now = contract(*without("field_3").fields.values(), field("200:field_3", type="string", required=True))
    assert weigh(now, TEXT).reasons == ()


def test_an_operation_that_was_not_found_is_named() -> None:
    assert weigh(None).reasons == ("POST /v1/orders was not found on the page",)


def test_an_operation_without_fields_is_named_as_that() -> None:
    reading = Reading(operation=OPERATION, contract=contract())
    assert confidence(reading, Trust()).reasons == ("POST /v1/orders stands on the page without fields that could be read",)


def test_a_burst_of_removals_is_not_believed() -> None:
    found = weigh(without("field_0", "field_1", "field_2", "field_3"))
    names = "body:field_0, body:field_1, body:field_2, body:field_3"
    assert found.reasons == (f"4 of 10 approved fields vanished at once, more than 30%: {names}",)


def test_few_rows_and_many_gaps_are_not_believed() -> None:
    reading = Reading(operation=OPERATION, contract=APPROVED, rows_seen=20, rows_read=17, gaps=21)
    assert confidence(reading, Trust()).reasons == (
        "only 17 of 20 rows could be read, less than 90%: the page may have a form that driftgate does not know",
        "21 parts of the page looked like contract and were not understood, more than 20",
    )


def test_a_column_that_faded_is_not_believed() -> None:
    faded = contract(*(field(f.key, type="string") for f in APPROVED.fields.values()))
    assert weigh(faded, TEXT).reasons == ("required is stated for 0 of 10 fields where 10 are approved: a column may be lost",)


@pytest.mark.parametrize("form", [("html", "t1"), ("mintlify", "t2")])
def test_another_form_of_the_page_is_believed_where_every_field_is_found_again(form: tuple[str, str]) -> None:
    found = weigh(APPROVED, form=form, was=("mintlify", "t1"))
    assert found == Confidence(notices=("the page's form changed; 10 of 10 approved fields still found",))


def test_another_form_with_a_field_less_is_not_believed() -> None:
    found = weigh(without("field_3"), form=("html", "t1"), was=("mintlify", "t1"))
    assert found.reasons == ("the page's form changed; 9 of 10 approved fields still found; missing: body:field_3",)


def test_a_form_that_was_not_kept_is_not_compared() -> None:
    assert weigh(APPROVED, form=("html", "t1")) == Confidence()


STANDS = (
    ("max_tokens", "the limit max_tokens holds", True),
    ("max_tokens", "max_tokensintegerrequired", True),
    ("max_tokens", "max_tokens_total", False),
    ("max_tokens", "maxTokens", False),
    ("name", "the name of the order", False),
    ("name", "Name", False),
    ("name", "the `name` of the order", True),
    ("name", '{"name": "x"}', True),
    ("name", "- name: x", True),
    ("name", "name\nstring", True),
    ("name", "namestring", True),
    ("name", "name tags", False),
    ("name", "| name | string |", True),
    ("*", "*", False),
    ("a(b", "x `a(b` y", True),
)


@pytest.mark.parametrize(("name", "text", "stands"), STANDS)
def test_a_name_stands_on_a_page_where_it_stands_as_a_name(name: str, text: str, stands: bool) -> None:
    assert stands_in(name, text) is stands


def test_a_page_whose_content_changed_keeps_its_form_and_a_redesign_does_not() -> None:
    words = [f".word-{number}" for number in range(200)]
    was = ("html", sketch(words))
    edited, redesigned = sketch([*words[:190], "h4", "dl"]), sketch([f".other-{number}" for number in range(200)])
    assert weigh(APPROVED, form=("html", edited), was=was) == Confidence()
    assert weigh(APPROVED, form=("html", redesigned), was=was).notices == (
        "the page's form changed; 10 of 10 approved fields still found",
    )
