"""What of a page could not be read, held against what a person knew of when approving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from driftgate.contract import Contract, Field
from driftgate.extract.extraction import Gap, GapKind, gap_line

#: Gaps at which nothing is left out: the field was read.
_READ_ANYWAY = frozenset((GapKind.TYPE, GapKind.DUPLICATE))


def new_gaps(gaps: Iterable[Gap], known: Iterable[str]) -> tuple[Gap, ...]:
    """The gaps that were not known at the review. known: as the snapshot notes them, a line for each."""
    left = Counter(known)
    found = []
    for gap in gaps:
        line = gap_line(gap)
        if not left[line]:
            found.append(gap)
        left[line] = max(left[line] - 1, 0)
    return tuple(found)


def is_closed(gap: Gap) -> bool:
    """Whether only a click would show the part. It is known to be there, and seen to be closed: no reader failed at it."""
    return gap.kind is GapKind.COLLAPSED


def hidden(vanished: Sequence[Field], now: Contract, fresh: Sequence[Gap]) -> tuple[Field, ...]:
    """The vanished fields that may stand in a new gap: one in the same place, or anywhere if their place holds nothing now."""
    hiding = [gap for gap in fresh if gap.kind not in _READ_ANYWAY]
    places = {gap.after.partition(":")[0].partition("(")[0].removesuffix(".header") for gap in hiding}
    alive = {field.place for field in now.fields.values()}
    return tuple(field for field in vanished if hiding and (field.place in places or "" in places or field.place not in alive))
