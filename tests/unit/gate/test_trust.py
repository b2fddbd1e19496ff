"""Whether a reading may be believed: a broken reader is never a vendor that removed fields."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract, Source
from driftgate.diff.contracts import changes
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.template import sketch
from driftgate.gate.trust import Confidence, Reading, Trust, confidence, stands_in
from shorthand import OPERATION, contract, field

APPROVED = contract(*(field(f"body:field_{n}", type="string", required=True) for n in range(10)))
TEXT = " ".join(f"field_{n}" for n in range(10))


def without(*names: str) -> Contract:
    return contract(*(f for f in APPROVED.fields.values() if f.name not in names))


def weigh(
    now: Contract | None,
    text: str = "",
    *,
    form: tuple[str, str] = ("", ""),
    was: tuple[str, str] = ("", ""),
    gaps: tuple[Gap, ...] = (),
    known: tuple[str, ...] = (),
    trust: Trust | None = None,
) -> Confidence:
    found = changes(APPROVED, now) if now else ()
    reading = Reading(operation=OPERATION, contract=now, text=text, form=form, gaps=gaps)
    approved = {"approved": APPROVED, "approved_form": was, "approved_gaps": known}
    return confidence(reading, trust or Trust(), changes=found, **approved)  # type: ignore[arg-type]


def shut(after: str, kind: GapKind = GapKind.COLLAPSED) -> Gap:
    return Gap(kind, Source(), after)


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


MANY = "21 parts of the page looked like contract and were not understood, more than 20"
LOOK = "look at the page; trust.gaps of the target says how many may be"


def test_few_rows_and_many_gaps_are_not_believed() -> None:
    gaps = (shut("body:field_1", GapKind.TYPE),) * 21
    reading = Reading(operation=OPERATION, contract=APPROVED, rows_seen=20, rows_read=17, gaps=gaps)
    assert confidence(reading, Trust()).reasons == (
        "only 17 of 20 rows could be read, less than 90%: the page may have a form that driftgate does not know",
        f"{MANY}: {LOOK}",
    )


@pytest.mark.parametrize("kind", [kind for kind in GapKind if kind is not GapKind.COLLAPSED])
def test_a_first_review_bears_no_more_gaps_than_any_other(kind: GapKind) -> None:
    reading = Reading(operation=OPERATION, contract=APPROVED, gaps=(shut("", kind),) * 21)
    assert confidence(reading, Trust()).reasons == (f"{MANY}: {LOOK}",)


def test_a_first_review_is_told_of_closed_parts_and_may_approve_what_is_open() -> None:
    reading = Reading(operation=OPERATION, contract=APPROVED, gaps=(shut("body:field_1"),) * 50)
    told = "50 parts of the page stand closed; what a click would show there was not read, and is no part of what you approve"
    assert confidence(reading, Trust()) == Confidence(notices=(told,))


def test_gaps_that_were_known_at_the_review_take_no_trust_away() -> None:
    gaps = tuple(shut(f"body:field_{number % 10}") for number in range(50))
    known = tuple(f"collapsed after body:field_{number % 10}" for number in range(50))
    assert weigh(APPROVED, TEXT, gaps=gaps, known=known) == Confidence()


def test_gaps_that_were_not_known_at_the_review_do_wherever_known_ones_went() -> None:
    elsewhere = (shut("body:field_2"),) * 21
    assert weigh(APPROVED, TEXT, gaps=elsewhere, known=("collapsed after body:field_1",) * 30).reasons == (f"{MANY}: {LOOK}",)


def test_many_of_one_line_where_few_were_known_are_new() -> None:
    assert weigh(APPROVED, TEXT, gaps=(shut("body:field_1"),) * 22, known=("collapsed after body:field_1",)).reasons == (
        f"{MANY}: {LOOK}",
    )


def test_a_field_that_vanished_where_a_part_closed_was_not_removed() -> None:
    gone, text = without("field_3"), TEXT.replace("field_3", "")
    (reason,) = weigh(gone, text, gaps=(shut("body:field_2"),)).reasons
    assert reason == (
        "body:field_3 vanished, and what was not there at the review came (a part that only a click in a browser would show): "
        "look at the page; if it is truly gone, list it under trust.gone of the target"
    )
    assert weigh(gone, text, gaps=(shut("body:field_2"),), trust=Trust(gone=("body:field_3",))).reasons == ()


def test_a_field_that_vanished_beside_parts_closed_before_was_removed() -> None:
    gone, text = without("field_3"), TEXT.replace("field_3", "")
    assert weigh(gone, text, gaps=(shut("body:field_2"),), known=("collapsed after body:field_2",)).reasons == ()


def answered(status: str, count: int) -> Contract:
    """A contract of two sent fields and so many that come back with a status."""
    sent = (field(f"body:sent_{n}", type="string") for n in range(2))
    return contract(*sent, *(field(f"{status}:field_{n}", type="string") for n in range(count)))


@pytest.mark.parametrize(
    ("now", "reasons"),
    [
        pytest.param(answered("200", 8), 0, id="all-under-another-status"),
        pytest.param(answered("200", 0), 2, id="none-of-them"),
        pytest.param(answered("200", 2), 2, id="few-of-them"),
    ],
)
def test_an_answer_that_got_another_status_took_its_fields_along(now: Contract, reasons: int) -> None:
    approved = answered("201", 8)
    reading = Reading(operation=OPERATION, contract=now)
    assert len(confidence(reading, Trust(), approved=approved, changes=changes(approved, now)).reasons) == reasons


def described(number: int, **facts: str) -> Contract:
    """The approved fields, so many of them with what a sentence tells."""
    return contract(*(field(f.key, **f.facts, **(facts if n < number else {})) for n, f in enumerate(APPROVED.fields.values())))


@pytest.mark.parametrize(
    ("was", "now", "believed"),
    [
        pytest.param(3, 0, True, id="three-that-a-vendor-may-have-dropped"),
        pytest.param(8, 4, True, id="half-of-them"),
        pytest.param(4, 0, False, id="all-of-four"),
        pytest.param(9, 4, False, id="more-than-half"),
    ],
)
def test_most_of_what_sentences_tell_does_not_go_at_once(was: int, now: int, believed: bool) -> None:
    approved, read = described(was, default="a"), described(now, default="a")
    reading = Reading(operation=OPERATION, contract=read, text=TEXT)
    reasons = confidence(reading, Trust(), approved=approved, changes=changes(approved, read)).reasons
    said = f"defaults, values and limits are stated {now} times where {was} are approved"
    told = f"{said}: the page may be written in another way, or another language"
    assert reasons == (() if believed else (told,))


def test_a_set_of_values_that_opened_is_told_all_the_same() -> None:
    approved, read = described(9, enum="a"), described(9, open_enum="a")
    reading = Reading(operation=OPERATION, contract=read, text=TEXT)
    assert confidence(reading, Trust(), approved=approved, changes=changes(approved, read)) == Confidence()


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
