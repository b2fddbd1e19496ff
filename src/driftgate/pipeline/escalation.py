"""Docs home and help center: where a person turns to when docs and client disagree. That path must hold."""

from __future__ import annotations

from dataclasses import dataclass

from driftgate.config.model import Vendor
from driftgate.diff.changes import Change, PageGone, PageMoved
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.reading import document_of, tree_of
from driftgate.extract.suspicion import suspicion
from driftgate.ports import Pages

#: These say that the page is no more; other failures only say that it could not be looked at.
GONE = frozenset({Unreadable.MISSING, Unreadable.SOFT_404, Unreadable.ERROR_PAGE})

#: A help center may well ask for a login or be drawn by script: it is still there.
STILL_THERE = frozenset({Unreadable.LOGIN, Unreadable.SHELL, Unreadable.BOT_WALL, Unreadable.NOT_TEXT})


@dataclass(frozen=True, slots=True)
class EscalationPath:
    """What was found: changes to judge, and reasons why a page could not be looked at."""

    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()


def escalation_path(vendor: Vendor, pages: Pages) -> EscalationPath:
    """Looks at both pages of a vendor, where they are configured."""
    changes: list[Change] = []
    reasons: list[str] = []
    for role, url in (("docs_home", vendor.docs_home), ("help_center", vendor.help_center)):
        if not url:
            continue
        failure = _look(pages.fetch(url))
        if isinstance(failure, PageMoved):
            changes.append(PageMoved(role, failure.asked, failure.reached))
        elif failure is not None and failure.reason in GONE:
            changes.append(PageGone(role, url, str(failure.reason)))
        elif failure is not None:
            reasons.append(f"{role} {url}: {failure.reason}")
    return EscalationPath(tuple(changes), tuple(reasons))


def _look(page: Page | Unread) -> Unread | PageMoved | None:
    if isinstance(page, Unread):
        return None if page.reason in STILL_THERE else page
    if page.moved_permanently:
        return PageMoved("", page.asked, page.reached)
    document = document_of(page)
    if isinstance(document, Unread):
        return None
    found = suspicion(page, document.text, tree_of(document))
    return found if found is not None and found.reason in GONE else None
