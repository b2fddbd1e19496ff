"""Leads from a drift back to the change or conflict it was judged from, and from there to its witness.

Messages are built from documented fields and held against both contracts; where none parts them, one sentence says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from driftgate.contract import ClientContract, Contract, Direction, Field, SecurityRequirement
from driftgate.diff import changes as found
from driftgate.diff.authentication import is_accepted
from driftgate.diff.changes import Change
from driftgate.diff.clients import conflicts
from driftgate.diff.conflicts import Conflict
from driftgate.diff.contracts import changes
from driftgate.rules.judge import fingerprint, rule_for
from driftgate.rules.rule import Drift
from driftgate.rules.witness.clashes import of_conflict
from driftgate.rules.witness.comings import added, of_whole, removed, renamed
from driftgate.rules.witness.parting import fact_witness
from driftgate.rules.witness.shown import Witness, credential_text, request_text
from driftgate.rules.wording import wording

_DOCS_ONLY = "No message shows it: what moved is about the documentation itself."
_NOT_SEEN = "No message can be made: the two contracts at hand no longer show this drift; run check again."
_LIFE = "No message shows it: requests and responses stay as they are; the docs announce something about the operation's life."
_STILL = "No message shows it: every request of before is still documented."


def witness_of(drift: Drift, approved: Contract | None, now: Contract | None, clients: Sequence[ClientContract] = ()) -> Witness:
    """The witness of a drift. approved: None before the first review; now: None where nothing is pending."""
    cause = cause_of(drift, approved, now or approved, clients)
    if cause is None or approved is None:
        return Witness(sentence=_DOCS_ONLY if drift.rule in _ABOUT_DOCS else _NOT_SEEN)
    if isinstance(cause, Conflict):
        client = next(client for client in clients if client.name == cause.caller)
        return of_conflict(cause, client, now or approved)
    return of_change(cause, approved, now or approved)


def cause_of(
    drift: Drift, approved: Contract | None, now: Contract | None, clients: Sequence[ClientContract]
) -> Change | Conflict | None:
    """The change or conflict that a drift was judged from; None where the contracts do not show it."""
    entries = _differences(approved, now, clients)
    return next((entry for entry in entries if _mark(entry, drift.operation) == drift.fingerprint), None)


def of_change(change: Change, approved: Contract, now: Contract) -> Witness:
    """The witness of one change of the docs."""
    match change:
        case found.FactChanged(_, after, fact) if fact in ("read_only", "write_only"):
            return _travel(change, after, approved, now)
        case found.FactChanged():
            return fact_witness(change, approved, now)
        case found.FieldAdded(field):
            return added(field, approved, now)
        case found.FieldRemoved(field):
            return removed(field, approved, now)
        case found.FieldRenamed(before, after):
            return renamed(before, after, approved, now)
        case found.OperationFactChanged():
            return Witness(sentence=_LIFE)
        case found.PageMoved() | found.PageGone() | found.DocsContradict():
            return Witness(sentence=_DOCS_ONLY)
        case found.OperationAdded() | found.OperationRemoved() | found.OperationMoved():
            return _operation(change, approved, now)
        case found.ServersChanged() | found.SecurityChanged():
            return _access(change, approved, now)
        case _:
            return of_whole(change, approved, now)


def _travel(change: found.FactChanged, field: Field, approved: Contract, now: Contract) -> Witness:
    """A field that travels on this side no more, or does so from now on."""
    if (change.fact == "read_only") is not (field.direction is Direction.REQUEST):
        return Witness(sentence=_STILL)
    return removed(field, approved, now) if change.new is True else added(field, approved, now)


def _operation(
    change: found.OperationAdded | found.OperationRemoved | found.OperationMoved, approved: Contract, now: Contract
) -> Witness:
    match change:
        case found.OperationAdded():
            return Witness(sentence=_STILL)
        case found.OperationRemoved():
            return Witness(before=request_text(approved), sentence="The new docs know no such operation.")
        case found.OperationMoved(before, after):
            told = f"A request to {before} was documented; the new contract describes {after} instead."
            return Witness(before=request_text(approved), after=request_text(now), sentence=told)


def _access(change: found.ServersChanged | found.SecurityChanged, approved: Contract, now: Contract) -> Witness:
    if isinstance(change, found.ServersChanged):
        return _servers(change, approved, now)
    return _security(change)


def _security(change: found.SecurityChanged) -> Witness:
    if change.before is None or change.after is None:
        return Witness(sentence="No message shows it: on one side the docs do not say how to authenticate.")
    lost = [way for way in change.before or ((),) if not is_accepted((way,), change.after)]
    if lost:
        told = "The first credential was enough under the approved contract; the new one does not take it alone."
        return Witness(before=credential_text(lost[0]), after=credential_text(change.after[0]), sentence=told)
    scopes = sorted(_scopes(change.after) - _scopes(change.before))
    if not scopes or not change.before or not change.after:
        return Witness(sentence=_STILL)
    told = f"The same credential is asked for, now with the scope {', '.join(scopes)}: one issued without it is refused."
    return Witness(before=credential_text(change.before[0]), after=credential_text(change.after[0]), sentence=told)


def _scopes(ways: Sequence[SecurityRequirement]) -> set[str]:
    return {scope for way in ways for scheme in way for scope in scheme.scopes}


def _servers(change: found.ServersChanged, approved: Contract, now: Contract) -> Witness:
    kept = {server.rstrip("/") for server in change.after}
    lost = [server for server in change.before if server.rstrip("/") not in kept]
    if not lost or not change.after:
        return Witness(sentence=_STILL if change.after else "No message shows it: the new docs do not say where to call.")
    return Witness(
        before=request_text(approved, server=lost[0]),
        after=request_text(now, server=change.after[0]),
        sentence="The first request goes to a server that the new docs do not name any more.",
    )


def _differences(
    approved: Contract | None, now: Contract | None, clients: Sequence[ClientContract]
) -> Iterator[Change | Conflict]:
    if now is None:
        return
    if approved is not None:
        yield from changes(approved, now)
    for client in clients:
        yield from conflicts(now, client)


def _mark(entry: Change | Conflict, operation: str) -> str:
    words = wording(entry)
    return fingerprint(rule_for(entry).id, operation, words.subject, words.before, words.after)


_ABOUT_DOCS = frozenset(("reference-page-moved", "escalation-page-moved", "escalation-page-gone", "docs-contradict-themselves"))
