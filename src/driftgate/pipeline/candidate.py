"""The pending contract of a check: what a person may approve, with what it was compared with."""

from __future__ import annotations

from driftgate.config.model import Target
from driftgate.diff.changes import DocsContradict
from driftgate.extract.extraction import gap_line
from driftgate.extract.reading import Evidence, Reading
from driftgate.snapshot.approval import base_of
from driftgate.snapshot.codec import contradiction_line, contradiction_lines, digest
from driftgate.snapshot.model import ReadFrom, Snapshot


def candidate_of(target: Target, reading: Reading, evidence: Evidence, approved: Snapshot | None) -> Snapshot:
    """What the docs say now, ready to be reviewed."""
    platform, template = evidence.form
    return Snapshot(
        target=target.id,
        contract=evidence.contract,
        reference=target.reference,
        read_from=ReadFrom(
            url=evidence.page.reached,
            platform=platform,
            sha256=evidence.page.sha256,
            template=template,
        ),
        base=base_of(approved),
        contradictions=contradiction_lines(reading.contradictions),
        gaps=tuple(sorted(gap_line(gap) for gap in evidence.extraction.gaps)),
    )


def is_news(candidate: Snapshot, approved: Snapshot | None) -> bool:
    """Whether approving the candidate would change anything that a person reviews."""
    if approved is None:
        return True
    same_contract = digest(candidate.contract) == digest(approved.contract)
    return not same_contract or candidate.contradictions != approved.contradictions


def new_contradictions(reading: Reading, approved: Snapshot | None) -> tuple[DocsContradict, ...]:
    """The contradictions that the approved snapshot does not know of."""
    known = set(approved.contradictions) if approved else set()
    return tuple(
        DocsContradict(found.key, found.fact, found.used, found.other, found.used_source, found.other_source)
        for found in reading.contradictions
        if contradiction_line(found) not in known
    )
