"""From a pending candidate to an approved snapshot: who, when and why are added, and the unsafe is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from driftgate.contract import Contract
from driftgate.errors import SnapshotError
from driftgate.snapshot.codec import digest
from driftgate.snapshot.model import Review, Snapshot

#: A candidate that drops more than this share of the approved fields is probably a broken reading.
MOST_REMOVED = 0.3
LONGEST_NOTE = 500


def base_of(approved: Snapshot | None) -> str:
    """What a candidate's ``base`` has to be: the digest of the approved contract, ``""`` where there is none."""
    return "" if approved is None else digest(approved.contract)


def approved_from(candidate: Snapshot, *, by: str, at: str, note: str) -> Snapshot:
    """The candidate as an approved snapshot. at: ISO 8601 in UTC. Raises SnapshotError for a missing reviewer or note."""
    review = Review(by=_said("reviewer", by), at=_utc(at), note=_said("note", note), digest=digest(candidate.contract))
    return replace(candidate, review=review)


def rebased(candidate: Snapshot, approved: Snapshot) -> Snapshot | None:
    """What is left of a candidate after a partial approval, to stay pending; None where nothing is left."""
    base = base_of(approved)
    return None if digest(candidate.contract) == base else replace(candidate, base=base)


def refuse_stale(candidate: Snapshot, approved: Snapshot | None) -> None:
    """Raises SnapshotError where the candidate was compared with another snapshot than the one approved now."""
    if candidate.base != base_of(approved):
        raise SnapshotError(
            "the pending contract is stale",
            where=candidate.target,
            why="the approved snapshot has moved since the check that made it",
            advice="run check again and review what it shows",
        )


def refuse_other_digest(candidate: Snapshot, asked: str) -> None:
    """Raises SnapshotError where the digest that a person saw is not the candidate's. asked: whole, or its first 12 and more."""
    wanted = asked.strip().lower().removeprefix("sha256:")
    if len(wanted) < 12 or not digest(candidate.contract).startswith(wanted):
        raise SnapshotError(
            "the digest is not that of the pending contract",
            where=candidate.target,
            why="nobody can approve what nobody saw",
            advice="run check and use the digest it prints (at least its first 12 digits)",
        )


def removed_fields(before: Contract | None, after: Contract) -> int:
    """How many approved fields an approval would drop."""
    return 0 if before is None else len(before.fields.keys() - after.fields.keys())


def refuse_broken(before: Contract | None, after: Contract, accept_removals: int | None = None) -> None:
    """Raises SnapshotError for a contract without fields, or with a burst of removals, unless their exact number is accepted."""
    removed = removed_fields(before, after)
    burst = before is not None and removed > MOST_REMOVED * len(before.fields)
    if (burst or not after.fields) and accept_removals != removed:
        raise SnapshotError(
            f"the contract drops {removed} of {len(before.fields)} fields" if before else "the contract has no fields",
            where=str(after.operation),
            why="so large a loss is more often a page that was not read well than a change of the API",
            advice=f"look at the page; if it is so, accept the removals by their number: {removed}",
        )


def _said(what: str, text: str) -> str:
    said = " ".join(text.split())
    if not said or len(said) > LONGEST_NOTE:
        raise SnapshotError(f"an approval needs a {what}", why=f"1 to {LONGEST_NOTE} characters", advice=f"give a {what}")
    return said


def _utc(at: str) -> str:
    try:
        offset = datetime.fromisoformat(at).utcoffset()
    except ValueError:
        offset = None
    if offset != timedelta(0):
        raise SnapshotError("an approval's time must be ISO 8601 in UTC", advice="write it as 2026-01-31T12:00:00Z")
    return at
