"""Whole documents: operations come, go and stay."""

from __future__ import annotations

from datetime import date

import pytest

from driftgate.contract import Contract, Operation
from driftgate.diff.changes import FieldAdded, OperationAdded, OperationRemoved
from driftgate.diff.documents import document_changes
from shorthand import contract, field

GET, PUT = Operation("GET", "/a/{id}"), Operation("PUT", "/a/{id}")


def test_operations_come_go_and_change_each_in_its_place() -> None:
    before = [contract(operation=GET), contract(operation=Operation("GET", "/b"))]
    after = [contract(field("query:page"), operation=Operation("GET", "/b")), contract(operation=PUT)]
    assert document_changes(before, after) == (
        (GET, (OperationRemoved(GET),)),
        (PUT, (OperationAdded(PUT),)),
        (Operation("GET", "/b"), (FieldAdded(field("query:page")),)),
    )


def test_a_prefix_that_moved_into_the_server_removes_nothing() -> None:
    before = [contract(operation=Operation("GET", "/v1/a"), servers=("https://h",))]
    after = [contract(operation=Operation("GET", "/a"), servers=("https://h/v1",))]
    assert document_changes(before, after) == ()


def test_a_variable_with_another_name_is_the_same_operation() -> None:
    assert document_changes([contract(operation=GET)], [contract(operation=Operation("GET", "/a/{key}"))]) == ()


@pytest.mark.parametrize(
    ("facts", "today", "announced"),
    [
        ({}, None, False),
        ({"deprecated": True}, None, True),
        ({"deprecated": True, "sunset": "2027-01-01"}, None, False),
        ({"deprecated": True, "sunset": "2027-01-01"}, date(2026, 12, 31), False),
        ({"deprecated": True, "sunset": "2027-01-01T00:00:00Z"}, date(2027, 1, 1), True),
        ({"deprecated": True, "sunset": "soon"}, date(2027, 1, 1), False),
    ],
)
def test_a_removal_was_announced_when_its_date_has_come(
    facts: dict[str, str | bool], today: date | None, announced: bool
) -> None:
    before: Contract = contract(operation=GET, facts=facts)
    assert document_changes([before], [], today) == ((GET, (OperationRemoved(GET, announced),)),)
