"""From pages to one contract: every reader that knows a page is asked, and the best evidence is used.

Machine-readable beats markup, a platform's own markup beats the generic readers. Where two sources both speak they are
compared, and where they disagree the docs contradict themselves. Could-not-read is a result with a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from driftgate.contract import Contract, Operation, Source
from driftgate.extract.charset import decode
from driftgate.extract.compare import disagreements
from driftgate.extract.cut import is_cut
from driftgate.extract.document import Document
from driftgate.extract.extraction import Contradiction, Extraction, GapKind
from driftgate.extract.identity import is_another
from driftgate.extract.kinds import kind_of
from driftgate.extract.markup import UnparsableError
from driftgate.extract.match import pick
from driftgate.extract.packed import packed
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.platforms import PLATFORMS
from driftgate.extract.prose.contradictions import contradictions
from driftgate.extract.suspicion import suspicion

if TYPE_CHECKING:
    from lxml.html import HtmlElement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One contract as one reader found it in one document."""

    document: Document
    extraction: Extraction
    contract: Contract

    @property
    def page(self) -> Page:
        """The page that the document was made of."""
        return self.document.page

    @property
    def form(self) -> tuple[str, str]:
        """The reader's platform, and the digest of the page's form."""
        return self.extraction.platform, self.document.template


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What several pages together say of one operation.

    best: the evidence used, None where the operation was not found; others: further evidence it was compared with;
    elsewhere: where the wanted operation is not on the page, the only one that is; failures: why pages gave nothing.
    """

    best: Evidence | None
    others: tuple[Evidence, ...] = ()
    elsewhere: Evidence | None = None
    contradictions: tuple[Contradiction, ...] = ()
    failures: tuple[Unread, ...] = ()


def document_of(page: Page) -> Document | Unread:
    """The page decoded, with its kind known; or why it cannot be."""
    text = decode(page)
    if isinstance(text, Unread):
        return text
    kind = kind_of(page, text)
    if kind == "html" and is_cut(text):
        return Unread(page.reached, Unreadable.INCOMPLETE)
    return Document(page, text, kind)


def tree_of(document: Document) -> HtmlElement | None:
    """The tree of an HTML page; None where the document is none, or cannot be parsed whole."""
    try:
        return document.tree if document.kind == "html" else None
    except UnparsableError:
        return None


def extractions(document: Document, wanted: Operation | None) -> tuple[Extraction, ...]:
    """What every reader that recognises the document finds. Generic readers are asked only while none has found fields; where
    none found an operation, they are asked for the page that the document may carry as a text of its state.

    Raises UnparsableError where a reader found its document broken and no other reader found anything.
    """
    found = _found(document, wanted)
    if any(extraction.contracts for extraction in found):
        return found
    carried = packed(document)
    return found if carried is None else (*found, *_found(carried, wanted))


def _found(document: Document, wanted: Operation | None) -> tuple[Extraction, ...]:
    found: list[Extraction] = []
    broken: UnparsableError | None = None
    for platform in PLATFORMS:
        try:
            extraction = platform.extract(document, wanted) if platform.recognises(document) else None
        except UnparsableError as error:
            broken = broken or error
            continue
        if extraction is None:
            continue
        found.append(extraction)
        if _spoke(extraction, wanted):
            break
    if broken is not None and not any(extraction.contracts for extraction in found):
        raise broken
    return tuple(found)


def extractions_on(page: Page) -> tuple[Extraction, ...] | Unread:
    """What every reader finds on one page, whatever the operation; or why the page cannot be read."""
    return _looked_at(page, None, lambda _, found: found)


def _looked_at(
    page: Page, wanted: Operation | None, told: Callable[[Document, tuple[Extraction, ...]], T | Unread]
) -> T | Unread:
    """What is told of a page by what readers find on it; or why it cannot be read. Unasked, another page than its address
    names is not read."""
    document = document_of(page)
    if isinstance(document, Unread):
        return document
    try:
        found = extractions(document, wanted)
        if wanted is None and is_another(document, (operation for one in found for operation in one.operations)):
            return Unread(page.reached, Unreadable.OTHER_PAGE)
        return told(document, found)
    except UnparsableError as error:
        return Unread(page.reached, error.reason)
    except (RecursionError, MemoryError):
        return Unread(page.reached, Unreadable.TOO_DEEP)


def _spoke(extraction: Extraction, wanted: Operation | None) -> bool:
    """Whether a reader found what was asked for, so that no later one needs to be asked; or found it closed, so that what
    later ones would read is another part of the page."""
    if any(gap.kind is GapKind.COLLAPSED for gap in extraction.gaps) and pick(extraction.contracts, wanted) is not None:
        return True
    if wanted is None:
        return any(contract.fields for contract in extraction.contracts)
    return pick_with_fields(extraction, wanted) is not None


def pick_with_fields(extraction: Extraction, wanted: Operation | None) -> Contract | None:
    """The wanted contract of one extraction, if it says anything of fields."""
    contract = pick(extraction.contracts, wanted)
    return contract if contract is not None and (contract.fields or extraction.machine_readable) else None


def read_page(page: Page, wanted: Operation | None) -> tuple[Evidence, ...] | Unread:
    """All evidence on one page for the wanted operation, or why there is none."""

    def told(document: Document, found: tuple[Extraction, ...]) -> tuple[Evidence, ...] | Unread:
        return tuple(_evidence(document, found, wanted)) or why_nothing(document, found, wanted)

    return _looked_at(page, wanted, told)


def _evidence(document: Document, found: Iterable[Extraction], wanted: Operation | None) -> Iterable[Evidence]:
    for extraction in found:
        contract = pick_with_fields(extraction, wanted)
        if contract is not None:
            yield Evidence(document, _held_against_prose(document, extraction, contract), contract)


def _held_against_prose(document: Document, extraction: Extraction, contract: Contract) -> Extraction:
    """The extraction with what the page's own sentences say otherwise. Only Markdown twins carry both schema and prose."""
    if not extraction.machine_readable or document.kind != "markdown":
        return extraction
    near = Source(url=document.page.reached, reader=extraction.platform)
    told = contradictions(contract, document.blocks, near)
    return replace(extraction, contradictions=(*extraction.contradictions, *told))


def why_nothing(document: Document, found: Sequence[Extraction], wanted: Operation | None) -> Unread:
    """Names a page that gave no evidence as what it is."""
    page = document.page
    tree = document.tree if document.kind == "html" else None
    suspected = suspicion(page, document.text, tree)
    if suspected is not None:
        return suspected
    gaps = sum(len(extraction.gaps) for extraction in found)
    others = {operation for extraction in found for operation in extraction.operations}
    if wanted is not None and any(pick(extraction.contracts, wanted) for extraction in found):
        return Unread(page.reached, Unreadable.NO_FIELDS, f"parts that were not understood: {gaps}" if gaps else "")
    if others:
        return Unread(page.reached, Unreadable.NO_OPERATION, f"other operations on the page: {len(others)}")
    return Unread(page.reached, Unreadable.NO_OPERATION, f"parts that were not understood: {gaps}" if gaps else "")


def read(pages: Sequence[Page | Unread], wanted: Operation) -> Reading:
    """The contract of the wanted operation from all pages of a target; the reference page comes first."""
    evidence: list[Evidence] = []
    failures: list[Unread] = []
    for page in pages:
        result = read_page(page, wanted) if isinstance(page, Page) else page
        if isinstance(result, Unread):
            failures.append(result)
        else:
            evidence.extend(result)
    if not evidence:
        return Reading(best=None, elsewhere=_elsewhere(pages), failures=tuple(failures))
    best, *others = sorted(evidence, key=_worth, reverse=True)
    contradictions = best.extraction.contradictions + tuple(
        contradiction for other in others for contradiction in disagreements(best.contract, other.contract)
    )
    return Reading(best=best, others=tuple(others), contradictions=tuple(dict.fromkeys(contradictions)), failures=tuple(failures))


def _worth(evidence: Evidence) -> tuple[bool, bool, int]:
    """How good a piece of evidence is: machine-readable first, then whether it has fields, then how many."""
    fields = len(evidence.contract.fields)
    return (evidence.extraction.machine_readable and fields > 0, fields > 0, fields)


def _elsewhere(pages: Sequence[Page | Unread]) -> Evidence | None:
    """The only operation that the pages describe, when the wanted one is not there: perhaps it was moved."""
    found: list[Evidence] = []
    for page in pages:
        result = read_page(page, None) if isinstance(page, Page) else page
        if not isinstance(result, Unread):
            found.extend(result)
    operations = {evidence.contract.operation for evidence in found}
    return max(found, key=_worth) if len(operations) == 1 else None
