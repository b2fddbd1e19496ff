"""Judging: severity follows the rule and what the client uses; one cause is told once."""

from __future__ import annotations

import pytest

from driftgate.contract import Field, Source
from driftgate.diff.changes import (
    Change,
    FieldAdded,
    FieldRemoved,
    FieldRenamed,
    MediaTypeRemoved,
    OperationMoved,
    PageGone,
    StatusRemoved,
)
from driftgate.diff.clients import conflicts
from driftgate.diff.conflicts import OmitsRequired, ReadsUndocumented, SendsUndocumented
from driftgate.diff.contracts import changes
from driftgate.diff.fields import fact_changes
from driftgate.rules import Impact, Severity
from driftgate.rules.judge import judge
from shorthand import client, contract, field

OP = "POST /v1/orders"
ITEM = field("body:item", type="string")
ID = field("200:id", type="string")


def moved(before: Field, after: Field) -> Change:
    (change,) = fact_changes(before, after)
    return change


NEW_DUTY = FieldAdded(field("body:currency", required=True))
DEEP_DUTY = FieldAdded(field("body:meta.currency", required=True))
BECAME_DUTY = moved(field("body:meta.a", required=False), field("body:meta.a", required=True))
NEW_DEFAULT = moved(field("body:limit", default=1), field("body:limit", default=2))
ENUM = moved(field("200:kind", enum=("a",)), field("200:kind", enum=("a", "b")))

#: change, client's sends and reads, impact, severity
USED = (
    (FieldRemoved(ID), (), (ID,), Impact.READS, Severity.BREAKING),
    (FieldRemoved(ID), (), (field("200:other"),), Impact.UNUSED, Severity.INFO),
    (FieldRemoved(field("200:a", type="object")), (), (field("200:a.b"),), Impact.READS, Severity.BREAKING),
    (FieldRemoved(field("2XX:id")), (), (ID,), Impact.READS, Severity.BREAKING),
    (FieldRemoved(field("429:code")), (), (field("error:code"),), Impact.READS, Severity.BREAKING),
    (FieldRemoved(field("200:m.*")), (), (field("200:m.x.y"),), Impact.READS, Severity.BREAKING),
    (FieldRemoved(field("body:gift")), (ITEM,), (), Impact.UNUSED, Severity.INFO),
    (FieldRemoved(ITEM), (ITEM,), (), Impact.SENDS, Severity.WARNING),
    (NEW_DUTY, (ITEM,), (), Impact.SENDS, Severity.BREAKING),
    (NEW_DUTY, (), (), Impact.SENDS, Severity.BREAKING),
    (DEEP_DUTY, (ITEM,), (), Impact.UNUSED, Severity.INFO),
    (DEEP_DUTY, (field("body:meta.a"),), (), Impact.SENDS, Severity.BREAKING),
    (BECAME_DUTY, (field("body:meta.b"),), (), Impact.SENDS, Severity.BREAKING),
    (BECAME_DUTY, (ITEM,), (), Impact.UNUSED, Severity.INFO),
    (NEW_DEFAULT, (ITEM,), (), Impact.SENDS, Severity.WARNING),
    (ENUM, (), (ID,), Impact.UNUSED, Severity.INFO),
    (ENUM, (), (field("200:kind"),), Impact.READS, Severity.BREAKING),
    (StatusRemoved("200"), (), (ID,), Impact.READS, Severity.BREAKING),
    (MediaTypeRemoved("200", "a/b"), (ITEM,), (), Impact.UNUSED, Severity.INFO),
    (MediaTypeRemoved("body", "a/b"), (ITEM,), (), Impact.SENDS, Severity.BREAKING),
    (OperationMoved(contract().operation, contract().operation), (), (), Impact.SENDS, Severity.BREAKING),
    (PageGone("help_center", "https://h", "gone"), (ITEM,), (ID,), Impact.UNKNOWN, Severity.WARNING),
)


@pytest.mark.parametrize(("change", "sends", "reads", "impact", "severity"), USED)
def test_impact_and_severity_follow_the_client(
    change: Change, sends: tuple[Field, ...], reads: tuple[Field, ...], impact: Impact, severity: Severity
) -> None:
    (drift,) = judge([change], operation=OP, clients=[client(*sends, reads=reads, name="web")])
    assert (drift.impact, drift.severity) == (impact, severity)
    assert drift.touched == (("web",) if impact in (Impact.SENDS, Impact.READS) else ())


@pytest.mark.parametrize("change", [row[0] for row in USED])
def test_without_a_client_every_approved_field_counts_as_used(change: Change) -> None:
    (drift,) = judge([change], operation=OP)
    assert (drift.impact, drift.touched) == (Impact.UNKNOWN, ())
    assert drift.severity in (Severity.BREAKING, Severity.WARNING)


def test_what_no_client_uses_asks_for_a_look_and_no_work() -> None:
    (drift,) = judge([FieldRemoved(ID)], operation=OP, clients=[client()])
    assert drift.advice == "No recorded client uses this: look at the page, then approve."


def test_the_clients_that_a_drift_touches_are_named() -> None:
    clients = [client(reads=(ID,), name="web"), client(name="batch"), client(reads=(ID,), name="app")]
    (drift,) = judge([FieldRemoved(ID)], operation=OP, clients=clients)
    assert drift.touched == ("web", "app")


def test_a_conflict_that_a_change_explains_is_told_once_with_its_weight() -> None:
    before, after = contract(ITEM, field("body:gift"), body=("a/b",)), contract(ITEM, body=("a/b",))
    mine = client(ITEM, field("body:gift"), name="web")
    (drift,) = judge([*changes(before, after), *conflicts(after, mine)], operation=OP, clients=[mine])
    assert (drift.rule, drift.severity, drift.touched) == ("request-field-removed", Severity.BREAKING, ("web",))


@pytest.mark.parametrize(
    ("change", "conflict"),
    [
        (FieldRemoved(field("200:a", required=False)), ReadsUndocumented(field("200:a.b"))),
        (FieldRenamed(field("body:a_b"), field("body:aB")), SendsUndocumented(field("body:a_b"))),
        (NEW_DUTY, OmitsRequired(field("body:currency", required=True))),
    ],
)
def test_removal_rename_and_duty_explain_what_they_cause(change: Change, conflict: object) -> None:
    (drift,) = judge([change, conflict], operation=OP)  # type: ignore[list-item]
    assert drift.severity is Severity.BREAKING


def test_a_conflict_that_nothing_explains_stands_for_itself() -> None:
    found = judge([FieldRemoved(field("200:a")), ReadsUndocumented(field("200:b"), "web")], operation=OP)
    assert [(drift.rule, drift.touched) for drift in found] == [
        ("response-field-removed", ()),
        ("client-reads-undocumented-field", ("web",)),
    ]


def test_the_same_conflict_of_two_clients_is_one_drift() -> None:
    found = [SendsUndocumented(field("body:gift"), name) for name in ("web", "app")]
    (drift,) = judge(found, operation=OP)
    assert drift.touched == ("app", "web")


def test_a_users_severity_replaces_the_rules_own_but_not_what_is_unused() -> None:
    own = (("response-field-removed", Severity.WARNING), ("response-field-added", Severity.BREAKING))
    found = judge([FieldRemoved(ID), FieldAdded(field("200:new"))], operation=OP, clients=[client(reads=(ID,))], severities=own)
    assert [(drift.rule, drift.severity) for drift in found] == [
        ("response-field-removed", Severity.WARNING),
        ("response-field-added", Severity.INFO),
    ]


def test_the_worst_stands_first_then_subject_then_rule() -> None:
    found = judge([FieldAdded(field("200:z")), FieldRemoved(field("200:b")), FieldRemoved(field("200:a"))], operation=OP)
    assert [drift.subject for drift in found] == ["200:a", "200:b", "200:z"]


def test_a_drift_says_what_where_why_and_what_next() -> None:
    seen = Source(url="https://docs.example.com", quote="at most 50")
    before, after = field("body:n", maximum=100), Field("body", "n", {"maximum": 50}, fact_sources={"maximum": seen})
    (drift,) = judge([moved(before, after)], operation=OP)
    assert (drift.operation, drift.subject, drift.before, drift.after) == (OP, "body:n", "maximum 100", "maximum 50")
    assert drift.message == "body field `n`: maximum went from 100 to 50"
    assert drift.why == "Values that were within the limit may be refused now."
    assert drift.advice == "Check what the client sends against the new limit, change it if needed, then approve."
    assert drift.source is seen


def test_the_fingerprint_is_the_same_on_every_machine() -> None:
    (drift,) = judge([FieldRemoved(ID)], operation=OP)
    assert drift.fingerprint == "b2bf59310001"


def test_an_order_of_values_or_a_source_changes_no_fingerprint() -> None:
    one = moved(field("body:m", enum=("a", "b", "c")), field("body:m", enum=("b", "a")))
    other = moved(field("body:m", enum=("c", "b", "a")), Field("body", "m", {"enum": ("a", "b")}, source=Source(line=7)))
    assert judge([one], operation=OP)[0].fingerprint == judge([other], operation=OP)[0].fingerprint
