"""All the contracts in one source, for comparing sources with each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.contract import Contract, Operation
from driftgate.extract.extraction import Extraction
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import extractions_on, read, read_page
from driftgate.pipeline.unread import NO_CONTRACT, nothing
from driftgate.snapshot.codec import load_contract

#: The first lines of a snapshot, or of a contract as ``extract`` prints it.
_SNAPSHOT = re.compile(
    rb"\A(?:(?:\s*#[^\n]*\n)*\s*(?:format: \d+\s+)?operation: |\s*\{\s*\"format\": \d+,\s*\"operation\": \")[A-Z]+ /"
)


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
        raise nothing(NO_CONTRACT, reading.failures)
    everything = [extractions_on(page) if isinstance(page, Page) else page for page in pages]
    found = [extraction for outcome in everything if not isinstance(outcome, Unread) for extraction in outcome]
    best = max(filter(_telling, found), key=lambda e: (e.machine_readable, e.rows_read), default=None)
    if best is not None:
        return _telling(best)
    readings = [read_page(page, None) if isinstance(page, Page) else page for page in pages]
    raise nothing(NO_CONTRACT, [reading for reading in readings if isinstance(reading, Unread)])


def _telling(extraction: Extraction) -> tuple[Contract, ...]:
    """The contracts that say anything: a page that only names an operation says nothing of its fields."""
    return tuple(contract for contract in extraction.contracts if contract.fields or extraction.machine_readable)
