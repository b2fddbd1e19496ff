"""``extract``: one reading, as the contract it gave or as the story of how it was read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from driftgate.contract import Contract, Field, Operation, Source
from driftgate.errors import Unverified, UsageError
from driftgate.extract.extraction import Gap
from driftgate.extract.openapi.export import joined_document, openapi_document
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import Evidence, Reading, extractions_on, read, read_page
from driftgate.pipeline.unread import NO_CONTRACT, nothing
from driftgate.report.neutral import neutral
from driftgate.rules.texts import facts_text
from driftgate.snapshot.codec import contract_data, dump_contract
from driftgate.snapshot.model import FORMAT

LISTED = 12


def read_one(pages: Sequence[Page | Unread], wanted: Operation | None) -> Reading:
    """The reading of the wanted operation, or of the only one. Raises Unverified with the reasons where there is none,
    UsageError where the page documents several and none is named."""
    operations = _operations(pages) if wanted is None else ()
    if len(operations) > 1:
        raise UsageError(
            f"the page documents {len(operations)} operations",
            why="for instance " + ", ".join(map(str, operations[:LISTED])),
            advice="name one with --operation; 'driftgate extract PAGE --list' lists them all",
        )
    chosen = wanted or next(iter(operations), None)
    if chosen is None:
        raise _unread(NO_CONTRACT, pages)
    reading = read(pages, chosen)
    if reading.best is None:
        raise nothing(NO_CONTRACT, reading.failures)
    return reading


def _unread(what: str, pages: Sequence[Page | Unread]) -> Unverified:
    """The error where no operation was found, with what each page is."""
    reasons = [read_page(page, None) if isinstance(page, Page) else page for page in pages]
    return nothing(what, [reason for reason in reasons if isinstance(reason, Unread)])


def listed(pages: Sequence[Page | Unread]) -> str:
    """The operations on the pages, one a line. Raises Unverified where there is none."""
    operations = _operations(pages)
    if not operations:
        raise _unread("no operation was found", pages)
    return "\n".join(neutral(str(operation)) for operation in operations)


def contract_text(reading: Reading, format_name: str) -> str:
    """The contract as ``yaml``, ``json`` or ``openapi``."""
    contract = _best(reading).contract
    if format_name == "yaml":
        return dump_contract(contract)
    data = {"format": FORMAT, **contract_data(contract)} if format_name == "json" else openapi_document(contract)
    return json.dumps(data, indent=2, ensure_ascii=True)


def all_text(contracts: Sequence[Contract], format_name: str) -> str:
    """Every contract of a page: YAML documents, a JSON list, or one OpenAPI document."""
    if format_name == "yaml":
        return "---\n".join(dump_contract(contract) for contract in contracts)
    data = (
        [{"format": FORMAT, **contract_data(contract)} for contract in contracts]
        if format_name == "json"
        else joined_document(contracts)
    )
    return json.dumps(data, indent=2, ensure_ascii=True)


def explained(reading: Reading) -> str:
    """For every field where it stands, who read it and how surely; then the gaps and contradictions."""
    best = _best(reading)
    return "\n".join(_story(best, reading))


def not_understood(pages: Sequence[Page | Unread]) -> str:
    """What stands on pages that gave no contract: the operations that were found, and every gap."""
    return "\n".join(dict.fromkeys(line for page in pages for line in _unread_story(page)))


def _unread_story(page: Page | Unread) -> Iterator[str]:
    extractions = extractions_on(page) if isinstance(page, Page) else page
    if isinstance(page, Unread) or isinstance(extractions, Unread):
        return
    gaps = [gap for extraction in extractions for gap in extraction.gaps]
    for operation in dict.fromkeys(operation for extraction in extractions for operation in extraction.operations):
        yield f"{neutral(str(operation))}  stands on {neutral(page.reached)}"
    yield from map(_gap_story, gaps)
    if not gaps:
        yield "no table, list or line on it looks like fields"


def _gap_story(gap: Gap) -> str:
    return f"gap: {gap.kind}{_place(gap.source)}"


def _story(best: Evidence, reading: Reading) -> Iterator[str]:
    extraction = best.extraction
    yield f"{best.contract.operation}  read by {extraction.platform} from {neutral(best.page.reached)}"
    yield f"rows read: {extraction.rows_read} of {extraction.rows_seen}; gaps: {len(extraction.gaps)}"
    for field in best.contract.fields.values():
        yield from _field_story(field)
    yield from map(_gap_story, extraction.gaps)
    for found in reading.contradictions:
        yield f"contradiction: {neutral(found.key)} {found.fact}: {neutral(found.used)} / {neutral(found.other)}"
    for other in reading.others:
        yield f"also read by {other.extraction.platform} from {neutral(other.page.reached)}: {len(other.contract.fields)} fields"


def _field_story(field: Field) -> Iterator[str]:
    yield f"{neutral(field.key)}  {neutral(facts_text(field.facts))}"
    if field.source is not None:
        yield f"    {field.source.certainty} by {field.source.reader or 'the reader'}{_place(field.source)}"
    for name, source in field.fact_sources.items():
        yield f"    {name}: {source.certainty}{_place(source)}"


def _place(source: Source) -> str:
    line = f", line {source.line}" if source.line else ""
    element = f", {neutral(source.element)}" if source.element else ""
    quote = f', "{neutral(source.quote)}"' if source.quote else ""
    return line + element + quote


def _operations(pages: Sequence[Page | Unread]) -> tuple[Operation, ...]:
    found: dict[Operation, None] = {}
    for page in pages:
        extractions = extractions_on(page) if isinstance(page, Page) else page
        if not isinstance(extractions, Unread):
            for extraction in extractions:
                found.update(dict.fromkeys(extraction.operations))
    return tuple(found)


def _best(reading: Reading) -> Evidence:
    if reading.best is None:
        raise Unverified("no contract could be read")
    return reading.best
