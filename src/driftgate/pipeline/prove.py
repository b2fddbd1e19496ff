"""``prove``: plants changes in the stored pages of a target and puts each before the same gate that ``check`` uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from driftgate.config.model import Config, Target, Vendor
from driftgate.contract import Contract
from driftgate.errors import Unverified
from driftgate.extract.page import Page, Unread
from driftgate.extract.reading import document_of, read
from driftgate.pipeline.candidate import candidate_of
from driftgate.pipeline.check import Known, Look, look_at
from driftgate.pipeline.ladder import evidence_of
from driftgate.ports import Browser, Pages, Snapshots
from driftgate.prove.family import Told
from driftgate.prove.harmless import harmless
from driftgate.prove.mutation import Mutation
from driftgate.prove.plant import harmful
from driftgate.prove.score import Attempt, Judged, Score, score

Draw = Callable[[tuple[Mutation, ...]], tuple[Mutation, ...]]


def prove(
    config: Config, vendor: Vendor, target: Target, pages: Pages, snapshots: Snapshots, browser: Browser | None = None
) -> Score:
    """The mutation score of a target. Raises Unverified where its stored pages cannot be read."""
    known = Known(config=config, vendor=vendor, target=target, approved=None, clients=snapshots.clients(target.id))
    return prove_pages(known, evidence_of(target, pages, browser))


def prove_pages(known: Known, evidence: Sequence[Page | Unread], draw: Draw = tuple) -> Score:
    """The mutation score on these pages. Raises Unverified where they cannot be read or trusted.

    draw: picks which of the mutations are tried.
    """
    reading = read(evidence, known.target.operation)
    if reading.best is None:
        raise Unverified("there is nothing to plant changes in", where=known.target.id, advice="run 'driftgate check' first")
    best = reading.best
    known = replace(known, approved=candidate_of(known.target, reading, best, None))
    look = look_at(known, evidence)
    if look.weighed.reasons:
        raise Unverified("the stored pages cannot be trusted as they are", where=known.target.id, why=look.weighed.reasons[0])
    already = _told(look)
    texts = {page.sha256: text_of(page) for page in evidence if isinstance(page, Page)}
    twins = [(page, planted(page, best.contract)) for page in evidence if isinstance(page, Page) and page is not best.page]

    def gate(mutation: Mutation) -> Judged:
        changed = with_text(evidence, best.page, mutation.planted_in(texts[best.page.sha256]))
        for page, mutations in twins:
            same = next((other for other in mutations if other.is_same_as(mutation)), None)
            changed = with_text(changed, page, same.planted_in(texts[page.sha256])) if same else changed
        look = look_at(known, changed)
        return Judged(_told(look) - already, look.weighed.reasons)

    return score(draw(planted(best.page, best.contract)), gate)


def _told(look: Look) -> frozenset[Told]:
    return frozenset((drift.rule, drift.subject) for drift in look.drifts)


def planted(page: Page, contract: Contract) -> tuple[Mutation, ...]:
    """Everything that can be planted on a page, harmful first; nothing where it cannot be read."""
    document = document_of(page)
    if isinstance(document, Unread):
        return ()
    return (*harmful(document.text, document.kind, contract), *harmless(document.text, document.kind, contract))


def text_of(page: Page) -> str:
    """The text that is planted in, as readers decode it."""
    document = document_of(page)
    return "" if isinstance(document, Unread) else document.text


def with_text(pages: Sequence[Page | Unread], page: Page, text: str) -> tuple[Page | Unread, ...]:
    """The pages with one of them saying something else."""
    changed = replace(page, body=text.encode("utf-8"), charset="utf-8")
    return tuple(changed if other is page else other for other in pages)


def in_words(found: Score) -> str:
    """The score in a sentence."""
    caught = f"{found.caught} of {found.planted} planted changes caught, {found.named} by the right rule and field"
    return f"{caught}; {found.false_alarms} of {found.harmless} harmless ones cried about"


def score_lines(target: str, found: Score, misses: int) -> Iterator[str]:
    """The score and its misses, as text."""
    yield f"{target}: {in_words(found)}"
    for attempt in found.misses[:misses]:
        yield f"  {_miss(attempt)}"
    if len(found.misses) > misses:
        yield f"  and {len(found.misses) - misses} more"


def _miss(attempt: Attempt) -> str:
    subjects = ", ".join(sorted(attempt.mutation.subjects)) or "the page"
    if not attempt.mutation.harmful:
        return f"cried about: {attempt.mutation.kind}"
    return f"{'told of otherwise' if attempt.noticed else 'missed'}: {attempt.mutation.kind} at {subjects}"
