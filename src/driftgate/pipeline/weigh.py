"""From what was read to what may be believed: gives the gate the plain facts of a reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from driftgate.config.model import Target
from driftgate.diff.changes import Change
from driftgate.diff.contracts import changes
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import visible_text
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import Evidence, Reading, document_of, tree_of
from driftgate.gate import trust
from driftgate.gate.gaps import is_closed
from driftgate.pipeline.unread import NEXT, WITH_BROWSER, located, unique
from driftgate.snapshot.formats import as_of_today
from driftgate.snapshot.model import Snapshot

if TYPE_CHECKING:
    from lxml.html import HtmlElement


#: No name of a field is longer.
LONGEST_NAME = 120
#: A page that describes another operation with at least this share of the approved fields has moved the operation.
SAME_OPERATION = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The evidence to go by, why it cannot be trusted (if so), and what to know besides."""

    evidence: Evidence | None
    reasons: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()  # the docs now against the approved snapshot


def weigh(reading: Reading, pages: Sequence[Page | Unread], approved: Snapshot | None, target: Target) -> Weighed:
    """Whether the reading may be believed, given the approved snapshot."""
    evidence = reading.best or _moved(reading.elsewhere, approved)
    if evidence is None:
        return Weighed(evidence=None, reasons=failures(reading, target), notices=_steps(reading, target))
    extraction = evidence.extraction
    since = changes(as_of_today(approved, evidence.contract), evidence.contract) if approved else ()
    found = trust.confidence(
        trust.Reading(
            operation=target.operation,
            contract=evidence.contract,
            rows_seen=extraction.rows_seen,
            rows_read=extraction.rows_read,
            gaps=extraction.gaps,
            text=text_of(pages) if trust.removed(since) else "",  # only vanished names are looked for
            form=evidence.form,
        ),
        target.trust,
        approved=approved.contract if approved else None,
        approved_form=(approved.read_from.platform, approved.read_from.template) if approved else ("", ""),
        approved_gaps=approved.gaps if approved else (),
        changes=since,
    )
    notices = (*found.notices, *(() if approved else _opened(extraction, target)))
    return Weighed(evidence=evidence, reasons=found.reasons, notices=notices, changes=since)


def _opened(extraction: Extraction, target: Target) -> tuple[str, ...]:
    """How a person gets to read the closed parts of a page before approving the rest."""
    return (WITH_BROWSER,) if not target.browser and any(map(is_closed, extraction.gaps)) else ()


def failures(reading: Reading, target: Target) -> tuple[str, ...]:
    """Why no page gave the operation, the reference page's reason first."""
    reasons = unique(located(failure) for failure in reading.failures)
    return reasons or (f"{target.operation} was not found on the page",)


def _steps(reading: Reading, target: Target) -> tuple[str, ...]:
    """What to do about each reason."""
    steps = unique(NEXT[failure.reason] for failure in reading.failures)
    return tuple(step for step in steps if not (target.browser and step == WITH_BROWSER))


def _moved(elsewhere: Evidence | None, approved: Snapshot | None) -> Evidence | None:
    """The only other operation on the page, if it is the approved one under a new method or path."""
    if elsewhere is None or approved is None or not approved.contract.fields:
        return None
    shared = len(approved.contract.fields.keys() & elsewhere.contract.fields.keys())
    return elsewhere if shared >= SAME_OPERATION * len(approved.contract.fields) else None


def text_of(pages: Sequence[Page | Unread]) -> str:
    """The text of all pages, to look for names that could not be read any more.

    A document for machines is left out: a name that stands elsewhere in it says nothing of this operation.
    """
    texts = []
    for page in pages:
        document = document_of(page) if isinstance(page, Page) else page
        if isinstance(document, Unread) or document.kind in ("json", "yaml"):
            continue
        tree = tree_of(document)
        texts.append(document.text if tree is None else html_text(tree))
    return "\n".join(texts)


def html_text(tree: HtmlElement) -> str:
    """The visible text, and after it every short piece of code between backticks, as Markdown would print it."""
    codes = {"".join(code.itertext()).strip() for code in tree.iter("code", "tt", "kbd", "samp")}
    return "\n".join([visible_text(tree), *sorted(f"`{code}`" for code in codes if 0 < len(code) <= LONGEST_NAME)])
