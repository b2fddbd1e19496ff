"""All the contracts in one source, for comparing sources with each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.contract import Contract, Operation
from driftgate.errors import Unverified
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import read, read_page
from driftgate.snapshot.codec import load_contract

#: The first lines of a snapshot, or of a contract as ``extract`` prints it.
_SNAPSHOT = re.compile(rb"\A(?:\s*#[^\n]*\n)*\s*(?:format: \d+\s+)?operation: [A-Z]+ /")


def contracts_in(page: Page | Unread, name: str, wanted: Operation | None) -> tuple[Contract, ...]:
    """The contract of a snapshot file, or all that a page or document holds. Raises SnapshotError or Unverified."""
    if isinstance(page, Page) and _SNAPSHOT.match(page.body):
        return (load_contract(page.body.decode("utf-8", "replace"), name),)
    return contracts_on((page,), wanted)


def contracts_on(pages: Sequence[Page | Unread], wanted: Operation | None) -> tuple[Contract, ...]:
    """The wanted contract, or all, from the best of several pages. Raises Unverified where there is none."""
    if wanted is not None:
        reading = read(pages, wanted)
        if reading.best is not None:
            return (reading.best.contract,)
        raise _nothing(reading.failures)
    readings = [read_page(page, None) if isinstance(page, Page) else page for page in pages]
    found = [evidence for reading in readings if not isinstance(reading, Unread) for evidence in reading]
    best = max(found, key=lambda e: (e.extraction.machine_readable, e.extraction.rows_read), default=None)
    if best is None:
        raise _nothing([reading for reading in readings if isinstance(reading, Unread)])
    return best.extraction.contracts


def _nothing(failures: Sequence[Unread]) -> Unverified:
    why = "; ".join(dict.fromkeys(f"{failure.reason}: {failure.url}" for failure in failures))
    return Unverified(
        "no contract could be read", why=why or None, advice="look at the source; 'driftgate extract --list' may help"
    )
