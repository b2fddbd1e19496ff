"""Compares whole documents: operations that came and went, and the changes of those that stayed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from driftgate.contract import Contract, Operation
from driftgate.contract.paths import comparable_path
from driftgate.diff.addresses import Address, addresses
from driftgate.diff.changes import Change, OperationAdded, OperationRemoved
from driftgate.diff.contracts import changes

Key = tuple[str, str]
OperationChanges = tuple[Operation, tuple[Change, ...]]


def document_changes(
    before: Iterable[Contract], after: Iterable[Contract], today: date | None = None
) -> tuple[OperationChanges, ...]:
    """For every operation that differs, its changes; operations in the order of their paths and methods.

    today: tells whether the sunset date of a removed operation has come; without it no stated date counts as come.
    """
    was, now = _by_operation(before), _by_operation(after)
    _follow_moved_prefixes(was, now)
    found: list[OperationChanges] = []
    found += [(was[key].operation, (_removed(was[key], today),)) for key in was.keys() - now.keys()]
    found += [(now[key].operation, (OperationAdded(now[key].operation, now[key].source),)) for key in now.keys() - was.keys()]
    found += [(now[key].operation, changes(was[key], now[key])) for key in was.keys() & now.keys()]
    return tuple(sorted((entry for entry in found if entry[1]), key=lambda entry: (entry[0].path, entry[0].method)))


def _by_operation(contracts: Iterable[Contract]) -> dict[Key, Contract]:
    return {(c.operation.method, comparable_path(c.operation.path)): c for c in contracts}


def _follow_moved_prefixes(was: dict[Key, Contract], now: dict[Key, Contract]) -> None:
    """An operation whose prefix moved between server and path is the same one: it gets its old key."""
    lost = {(was[key].operation.method, _where(was[key])): key for key in was.keys() - now.keys()}
    for key in now.keys() - was.keys():
        old = lost.get((now[key].operation.method, _where(now[key])))
        if old is not None:
            now[old] = now.pop(key)


def _where(contract: Contract) -> frozenset[Address]:
    return addresses(contract.servers, contract.operation.path)


def _removed(contract: Contract, today: date | None) -> OperationRemoved:
    sunset = contract.facts.get("sunset")
    announced = contract.facts.get("deprecated") is True and (sunset is None or _has_come(str(sunset), today))
    return OperationRemoved(contract.operation, announced)


def _has_come(sunset: str, today: date | None) -> bool:
    try:
        return today is not None and date.fromisoformat(sunset[:10]) <= today
    except ValueError:
        return False
