"""What stands where: the labels of a page, such as "Query parameters" or "200 OK", and the section that each run stands in."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from http import HTTPStatus

from lxml.html import HtmlElement

from driftgate.extract.outline.runs import Run
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section, section_of, sides_of

_LONGEST = 60
_STATUS = re.compile(r"^(?:(?:HTTP|Status:?) )?([1-5](?:\d\d|XX))(?:\b[ :–-]{0,3}[A-Z][\w' -]{0,40})?$|^default$", re.IGNORECASE)
_CODES = frozenset((*(str(status.value) for status in HTTPStatus), "DEFAULT", *(f"{digit}XX" for digit in "12345")))
_PLACES = (*REQUESTS, *RESPONSES)
_OPEN = re.compile(r"(?:^|[\s_-])(?:active|selected|primary|current|checked)(?:$|[\s_-])")
_UNSEEN = re.compile(r"display:\s?none")
_LABELLING = re.compile(r"title|label|head|section|caption|status|tab|badge|code", re.IGNORECASE)


def sections(runs: Sequence[Run], taken: Collection[int]) -> list[Section | None]:
    """The section that each run stands in. taken: the runs that belong to fields: names and types."""
    found: list[Section | None] = []
    current: Section | None = None
    panels: dict[HtmlElement, Section] = {}
    tabs: list[tuple[Run, str]] = []
    for at, run in enumerate(runs):
        label = None if at in taken or (at and runs[at - 1].text.endswith(":")) else _label(run, current)
        if label is not None and label.status and run.pressed:
            tabs.append((run, label.status))
            panels = _panels([tab for tab, _ in tabs], [status for _, status in tabs], label)
            label = label if _is_open(run) or len(tabs) == 1 else None
        elif label is not None or at in taken:
            tabs = []
        current = label or current
        here = next((panels[node] for node in run.node.iterancestors() if node in panels), None) if panels else None
        if here is not None:
            current = replace(here, kind=current.kind if current and current.kind in RESPONSES else here.kind)
        found.append(current)
    return found


def _label(run: Run, current: Section | None) -> Section | None:
    """What a run announces, ``None`` if it is no label."""
    text = run.text.rstrip(":")
    if len(text) > _LONGEST or (run.in_prose and not run.heading) or run.node.tag == "code":
        return None
    in_response = current is not None and current.kind in RESPONSES
    status = _STATUS.match(text)
    if status is not None and (status[1] or text).upper() in _CODES:
        return Section(Kind.RESPONSE, status_of(status[1] or text) or "") if _stands_out(run) else None
    section = section_of(text)
    if section is None or section.kind not in _PLACES or not (run.heading or run.opens or run.pressed):
        return None
    if section.status and (section.status.upper() not in _CODES or "response" not in sides_of(text)):
        return None
    if not run.heading and (text[:1].islower() or len(text.split()) > 4):
        return None
    return _within(current, section, text) if in_response and current is not None else section


def _stands_out(run: Run) -> bool:
    """Whether a status is shown as one: on a button, in a heading, or where a class says so."""
    if run.pressed or run.heading:
        return True
    around = run.node.getparent()
    words = f"{run.node.get('class', '')} {'' if around is None else around.get('class', '')}"
    return run.opens and bool(_LABELLING.search(words))


def _within(response: Section, section: Section, text: str) -> Section:
    """A label below a response: its body and headers are the response's, unless the label says that a request begins."""
    if section.kind is Kind.RESPONSE:
        return section if section.status else Section(Kind.RESPONSE, response.status)
    if section.kind in (Kind.HEADER, Kind.RESPONSE_HEADER) and "request" not in text.lower():
        return Section(Kind.RESPONSE_HEADER, response.status)
    if section.kind is Kind.BODY and "request" not in text.lower():
        return Section(Kind.RESPONSE, response.status)
    return section


def _is_open(run: Run) -> bool:
    """Whether a tab or button is the chosen one of its group."""
    node: HtmlElement | None = run.node
    for _ in range(4):
        if node is None:
            return False
        chosen = node.get("aria-selected") or node.get("aria-pressed") or node.get("aria-checked")
        if chosen is not None or node.get("data-state") in ("active", "on"):
            return chosen == "true" or node.get("data-state") in ("active", "on")
        if _OPEN.search(node.get("class") or ""):
            return True
        if node.tag == "button":
            return False
        node = node.getparent()
    return False


def _panels(tabs: Sequence[Run], statuses: Sequence[str], like: Section) -> dict[HtmlElement, Section]:
    """The panels of a row of tabs: as many elements, or as many times more, behind the row or in the one that follows it."""
    if len(tabs) < 2:
        return {}
    bar = _shared(tabs[0].node, tabs[-1].node)
    while bar is not None and bar.getnext() is None:
        bar = bar.getparent()
    if bar is None:
        return {}
    for parts in (list(bar.itersiblings()), list(bar.getnext())):
        each = len(parts) // len(tabs)
        hidden = sum(bool(_UNSEEN.search(part.get("style") or "")) for part in parts)
        if each * len(tabs) == len(parts) and each and (each == 1 or hidden == len(parts) - each):
            return {part: replace(like, status=statuses[at // each]) for at, part in enumerate(parts)}
    return {}


def _shared(one: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    around = set(one.iterancestors())
    return next((node for node in other.iterancestors() if node in around), None)
