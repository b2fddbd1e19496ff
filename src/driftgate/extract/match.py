"""Which of the operations on a page is the one that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from driftgate.contract import Contract, Operation
from driftgate.contract.paths import comparable_path


def full_paths(contract: Contract) -> frozenset[str]:
    """The comparable paths a documented operation may be called by: its own, and each server's base path before it."""
    own = contract.operation.path
    bases = [urlsplit(server).path.rstrip("/") for server in contract.servers]
    return frozenset(comparable_path(base + own) for base in ["", *bases])


def is_wanted(contract: Contract, wanted: Operation) -> bool:
    """Whether this contract describes the wanted operation; names of path variables do not matter."""
    return contract.operation.method == wanted.method and comparable_path(wanted.path) in full_paths(contract)


def pick(contracts: Iterable[Contract], wanted: Operation | None) -> Contract | None:
    """The richest contract of the wanted operation; without a wish, the only one of a page that has just one."""
    found = list(contracts)
    if wanted is None:
        return found[0] if len({contract.operation for contract in found}) == 1 else None
    return max((c for c in found if is_wanted(c, wanted)), key=lambda c: len(c.fields), default=None)
