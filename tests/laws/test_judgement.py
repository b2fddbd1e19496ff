"""Laws of comparing and judging, over contracts that nobody thought of."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from driftgate.contract import ClientContract, Contract, Facts, Field, Request, Response
from driftgate.diff.clients import conflicts
from driftgate.diff.contracts import changes
from driftgate.gate.decide import decide
from driftgate.gate.verdict import Policy, Verdict
from driftgate.rules.judge import judge
from shorthand import OPERATION

OP = str(OPERATION)
NAMES = st.sampled_from(["a", "b", "id", "max_tokens", "maxTokens"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(".".join) | NAMES.map(lambda name: f"{name}[]." + name)
VALUES = st.sampled_from(["x", "y", 1, True, None])
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", "integer", "object", "array", "integer | string"]),
        "required": st.booleans(),
        "conditional": st.just(True),
        "nullable": st.booleans(),
        "read_only": st.just(True),
        "deprecated": st.booleans(),
        "enum": st.lists(VALUES, min_size=1, max_size=3, unique_by=repr).map(tuple),
        "default": VALUES,
        "maximum": st.integers(0, 3),
        "one_of": st.sampled_from([("{a}",), ("{a}", "{b}"), ("{a, b}",)]),
    },
)
FIELDS = st.builds(Field, st.sampled_from(["query", "body", "200", "429"]), PATHS, FACTS)
SENT = st.builds(Field, st.sampled_from(["query", "body"]), PATHS, st.just({}))
READ = st.builds(Field, st.sampled_from(["200", "429", "error"]), PATHS, st.just({}))


def contract_of(fields: list[Field]) -> Contract:
    return Contract(
        operation=OPERATION,
        request=Request(media_types=("application/json",)),
        responses={"200": Response(), "429": Response()},
        fields={field.key: field for field in fields},
    )


def client_of(sends: list[Field], reads: list[Field], name: str = "") -> ClientContract:
    sent, read = ({field.key: field for field in fields} for fields in (sends, reads))
    return ClientContract(operation=OPERATION, base_url="https://h", sends=sent, reads=read, name=name)


def shuffled(contract: Contract, seed: int) -> Contract:
    """The same contract with its fields, their facts and the members of sets in another order."""
    fields = list(contract.fields.values())
    random.Random(seed).shuffle(fields)
    return contract_of([Field(field.place, field.path, turned(field.facts)) for field in fields])


def turned(facts: Facts) -> Facts:
    return {name: value[::-1] if isinstance(value, tuple) else value for name, value in sorted(facts.items(), reverse=True)}


CONTRACTS = st.lists(FIELDS, max_size=8).map(contract_of)
few = settings(max_examples=60, deadline=None)


@few
@given(CONTRACTS, st.integers())
def test_a_contract_does_not_differ_from_itself_in_any_order(contract: Contract, seed: int) -> None:
    assert changes(contract, contract) == ()
    assert changes(contract, shuffled(contract, seed)) == ()


@few
@given(CONTRACTS, CONTRACTS, st.integers())
def test_order_never_matters_to_what_is_found(before: Contract, after: Contract, seed: int) -> None:
    found = judge(changes(before, after), operation=OP)
    again = judge(changes(shuffled(before, seed), shuffled(after, seed)), operation=OP)
    assert [d.fingerprint for d in found] == [d.fingerprint for d in again]


@few
@given(CONTRACTS, CONTRACTS)
def test_what_differs_is_told_and_an_approval_leaves_nothing(before: Contract, after: Contract) -> None:
    found = judge(changes(before, after), operation=OP)
    same = {k: f.facts for k, f in before.fields.items()} == {k: f.facts for k, f in after.fields.items()}
    assert bool(found) or same or changes(after, before) == ()
    assert judge(changes(after, after), operation=OP) == ()


@few
@given(CONTRACTS, CONTRACTS)
def test_fingerprints_name_one_drift_each(before: Contract, after: Contract) -> None:
    found = judge(changes(before, after), operation=OP)
    assert len({drift.fingerprint for drift in found}) == len(found)


@few
@given(CONTRACTS, CONTRACTS, st.lists(SENT, max_size=4), st.lists(READ, max_size=4), SENT, READ)
def test_severity_never_rises_when_the_client_uses_less(
    before: Contract, after: Contract, sends: list[Field], reads: list[Field], one_sent: Field, one_read: Field
) -> None:
    found = changes(before, after)
    less = judge(found, operation=OP, clients=[client_of(sends, reads)])
    more = judge(found, operation=OP, clients=[client_of([*sends, one_sent], [*reads, one_read])])
    weight = {drift.fingerprint: drift.severity.rank for drift in more}
    assert all(weight[drift.fingerprint] <= drift.severity.rank for drift in less)


@few
@given(CONTRACTS, CONTRACTS, st.lists(SENT, max_size=4), st.lists(READ, max_size=4))
def test_one_more_client_lowers_no_severity(before: Contract, after: Contract, sends: list[Field], reads: list[Field]) -> None:
    found, first = changes(before, after), client_of(sends, reads, "first")
    alone = judge(found, operation=OP, clients=[first])
    together = {d.fingerprint: d.severity.rank for d in judge(found, operation=OP, clients=[first, client_of([], [], "second")])}
    assert all(together[drift.fingerprint] <= drift.severity.rank for drift in alone)


@few
@given(CONTRACTS, st.lists(SENT, max_size=4), st.lists(READ, max_size=4))
def test_a_conflict_is_always_judged_and_never_opens_the_gate(contract: Contract, sends: list[Field], reads: list[Field]) -> None:
    found = conflicts(contract, client_of(sends, reads))
    decision = decide(judge(found, operation=OP), Policy(), date(2026, 1, 1))
    assert (decision.verdict is Verdict.CLEAN) is (not found)
