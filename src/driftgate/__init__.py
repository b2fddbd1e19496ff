"""driftgate: a contract-drift checker against a vendor's documentation.

The names below are the library's public face; everything else may move between releases. They are imported on first use, so that
the command line stays quick. See docs/reference/library.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from driftgate.contract import ClientContract, Contract, Field, Operation
    from driftgate.diff.clients import conflicts
    from driftgate.diff.contracts import changes
    from driftgate.errors import DriftgateError, ExitCode
    from driftgate.extract.page import Page, Unread
    from driftgate.extract.reading import Reading, read
    from driftgate.gate.decide import decide
    from driftgate.gate.verdict import Decision, Policy, Verdict
    from driftgate.rules.judge import judge
    from driftgate.rules.rule import Drift, Impact, Severity
    from driftgate.snapshot.codec import dump_contract, load_contract

__version__ = "0.1.0"

#: Public name -> the module that defines it.
PUBLIC = {
    "ClientContract": "driftgate.contract",
    "Contract": "driftgate.contract",
    "Decision": "driftgate.gate.verdict",
    "Drift": "driftgate.rules.rule",
    "DriftgateError": "driftgate.errors",
    "ExitCode": "driftgate.errors",
    "Field": "driftgate.contract",
    "Impact": "driftgate.rules.rule",
    "Operation": "driftgate.contract",
    "Page": "driftgate.extract.page",
    "Policy": "driftgate.gate.verdict",
    "Reading": "driftgate.extract.reading",
    "Severity": "driftgate.rules.rule",
    "Unread": "driftgate.extract.page",
    "Verdict": "driftgate.gate.verdict",
    "changes": "driftgate.diff.contracts",
    "conflicts": "driftgate.diff.clients",
    "decide": "driftgate.gate.decide",
    "dump_contract": "driftgate.snapshot.codec",
    "judge": "driftgate.rules.judge",
    "load_contract": "driftgate.snapshot.codec",
    "read": "driftgate.extract.reading",
}

__all__ = [
    "ClientContract",
    "Contract",
    "Decision",
    "Drift",
    "DriftgateError",
    "ExitCode",
    "Field",
    "Impact",
    "Operation",
    "Page",
    "Policy",
    "Reading",
    "Severity",
    "Unread",
    "Verdict",
    "changes",
    "conflicts",
    "decide",
    "dump_contract",
    "judge",
    "load_contract",
    "read",
]


if not TYPE_CHECKING:  # type checkers see the imports above, and refuse any other name

    def __getattr__(name: str) -> object:
        if name not in PUBLIC:
            raise AttributeError(f"module 'driftgate' has no attribute {name!r}")
        return getattr(import_module(PUBLIC[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
