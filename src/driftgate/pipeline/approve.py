"""Moves a snapshot forward: what a person saw, and nothing else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from driftgate.errors import SnapshotError
from driftgate.ports import Snapshots
from driftgate.snapshot.approval import approved_from, rebased, refuse_broken, refuse_other_digest, refuse_stale
from driftgate.snapshot.model import Snapshot
from driftgate.snapshot.review import Part, apply, to_review


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A pending contract beside what is approved, and the parts that differ. path: of the pending file."""

    candidate: Snapshot
    approved: Snapshot | None
    parts: tuple[Part, ...]
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """What the reviewer decided. accepted: keys of parts, None for all; removals: the confirmed number of removed fields."""

    by: str
    note: str
    at: datetime
    accepted: Collection[str] | None = None
    removals: int | None = None


def reviewed(snapshots: Snapshots, target: str, asked: str | None = None) -> Review:
    """The pending contract, ready for review. asked: the digest the person names, if any.

    Raises SnapshotError where there is nothing pending, where it is stale, or where its digest is another.
    """
    candidate = snapshots.pending(target)
    if candidate is None:
        raise SnapshotError("nothing is pending for this target", where=target, advice="run 'driftgate check' first")
    approved = snapshots.approved(target)
    refuse_stale(candidate, approved)
    if asked is not None:
        refuse_other_digest(candidate, asked)
    parts = to_review(approved.contract if approved else None, candidate.contract)
    return Review(candidate=candidate, approved=approved, parts=parts, path=f".driftgate/pending/{target}.yaml")


def approve(snapshots: Snapshots, review: Review, approval: Approval) -> str:
    """Writes the approved snapshot in one step and returns its path. What was not accepted stays pending.

    Raises SnapshotError and StorageError; then nothing is changed.
    """
    before = review.approved.contract if review.approved else None
    contract = (
        review.candidate.contract if approval.accepted is None else apply(before, review.candidate.contract, approval.accepted)
    )
    refuse_broken(before, contract, approval.removals)
    whole = approval.accepted is None or {part.key for part in review.parts} <= set(approval.accepted)
    accepted = review.candidate if whole else replace(review.candidate, contract=contract, format=_format_of(review))
    approved = approved_from(accepted, by=approval.by, at=f"{approval.at:%Y-%m-%dT%H:%M:%SZ}", note=approval.note)
    left = None if whole else rebased(review.candidate, approved)
    return snapshots.approve(replace(approved, base=review.candidate.base), left=left)


def _format_of(review: Review) -> int:
    """The format of a snapshot of which parts stay as they were approved: what these could not say, they still do not."""
    return review.approved.format if review.approved else review.candidate.format
