"""What stands where: the labels of a page, such as "Query parameters" or "200 OK", and the section that each run stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus

from lxml.html import HtmlElement

from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import VALUE_LABELS
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section, section_of, sides_of
from driftgate.extract.typewords.table import folded

_LONGEST = 60
_FARTHEST = 3
_STATUS = re.compile(r"^(?:(?:HTTP|Status:?) )?([1-5](?:\d\d|XX))(?:\b[ :–-]{0,3}[A-Z][\w' -]{0,40})?$|^default$", re.IGNORECASE)
_CODES = frozenset((*(str(status.value) for status in HTTPStatus), "DEFAULT", *(f"{digit}XX" for digit in "12345")))
_PLACES = (*REQUESTS, *RESPONSES)
_OPEN = re.compile(r"(?:^|[\s_-])(?:active|selected|primary|current|checked)(?:$|[\s_-])")
_UNSEEN = re.compile(r"display:\s?none")
_LABELLING = re.compile(r"title|label|head|section|caption|status|tab|badge|code", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Label:
    """A section with the element that it announces: the smallest one around its label that holds a field behind it."""

    section: Section
    scope: HtmlElement | None


def sections(runs: Sequence[Run], found: Sequence[Entry]) -> list[Section | None]:
    """The section that each field stands in, ``None`` where no label announces anything."""
    taken = {at for entry in found for at in (entry.at, entry.start)}
    last = _last_inside(runs, found)
    stack: list[_Label] = []
    panels: dict[HtmlElement, Section] = {}
    tabs: list[tuple[int, Section]] = []
    told: dict[int, Section | None] = {}
    for at, run in enumerate(runs):
        label = None if at in taken or (at and runs[at - 1].text.endswith(":")) else _label(run, _here(stack, panels, run))
        if label is not None and label.status and run.pressed:
            tabs.append((at, label))
            continue
        if tabs and (label is not None or at in taken):
            panels |= _panels([runs[tab] for tab, _ in tabs], [section for _, section in tabs])
            chosen = _chosen(runs, tabs, run)
            stack += [_Label(chosen[1], _scope(runs[chosen[0]], chosen[0], last))] if chosen else []
            tabs = []
        if label is not None:
            stack.append(_Label(label, _scope(run, at, last)))
        elif at in taken:
            told[at] = _here(stack, panels, run)
    return [told[entry.at] for entry in found]


def _here(stack: list[_Label], panels: Mapping[HtmlElement, Section], run: Run) -> Section | None:
    """The section of a run, once the labels whose element it does not stand in are dropped."""
    around = {run.node, *run.node.iterancestors()}
    while stack and stack[-1].scope is not None and stack[-1].scope not in around:
        stack.pop()
    current = stack[-1].section if stack else None
    panel = next((panels[node] for node in run.node.iterancestors() if node in panels), None) if panels else None
    if panel is None:
        return current
    return replace(panel, kind=current.kind) if current is not None and current.kind in RESPONSES else panel


def _last_inside(runs: Sequence[Run], found: Sequence[Entry]) -> dict[HtmlElement, int]:
    """The last field inside each element, by the run of its name."""
    return {node: entry.at for entry in found for node in runs[entry.at].node.iterancestors()}


def _scope(run: Run, at: int, last: Mapping[HtmlElement, int]) -> HtmlElement | None:
    return next((node for node in run.node.iterancestors() if last.get(node, -1) > at), None)


def _label(run: Run, current: Section | None) -> Section | None:
    """What a run announces, ``None`` if it is no label."""
    text = run.text.rstrip(":")
    if len(text) > _LONGEST or text[:1] in "\"'`" or (run.in_prose and not run.heading) or run.node.tag == "code":
        return None
    in_response = current is not None and current.kind in RESPONSES
    status = _STATUS.match(text)
    if text.lower() == "default" and (text != "default" or not (run.pressed or run.heading or in_response)):
        return None
    if status is not None and (run.pressed or (status[1] or text).upper() in _CODES):
        return Section(Kind.RESPONSE, status_of(status[1] or text) or "") if _stands_out(run) else None
    section = None if folded(text) in VALUE_LABELS else section_of(text)
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
        chosen = node.get("aria-selected") or node.get("aria-pressed") or node.get("aria-checked") or node.get("aria-expanded")
        if chosen is not None or node.get("data-state") in ("active", "on"):
            return chosen == "true" or node.get("data-state") in ("active", "on")
        if _OPEN.search(node.get("class") or ""):
            return True
        if node.tag == "button":
            return False
        node = node.getparent()
    return False


def _chosen(runs: Sequence[Run], tabs: Sequence[tuple[int, Section]], behind: Run) -> tuple[int, Section] | None:
    """The one of several statuses in a row that what follows belongs to: in whose part it stands, or that is open."""
    if len(tabs) == 1:
        return tabs[0]
    bar = _shared(runs[tabs[0][0]].node, runs[tabs[-1][0]].node)
    around = {*behind.node.iterancestors()}
    for tab, section in reversed(tabs):
        part = next((node for node in runs[tab].node.iterancestors() if node.getparent() is bar), None)
        if part in around:
            return tab, section
    return next(((tab, section) for tab, section in tabs if _is_open(runs[tab])), None)


def _panels(tabs: Sequence[Run], sections: Sequence[Section]) -> dict[HtmlElement, Section]:
    """The panels of a row of tabs: as many elements, or as many times more, behind the row or in the one that follows it."""
    if len(tabs) < 2:
        return {}
    bar = _shared(tabs[0].node, tabs[-1].node)
    for _ in range(_FARTHEST):
        if bar is None:
            break
        behind = list(bar.itersiblings())
        for parts in (behind, *(list(part) for part in behind[:2])):
            each = len(parts) // len(tabs)
            hidden = sum("hidden" in part.attrib or bool(_UNSEEN.search(part.get("style") or "")) for part in parts)
            if each * len(tabs) == len(parts) and each and (_are_alike(parts) if each == 1 else hidden == len(parts) - each):
                return {part: sections[at // each] for at, part in enumerate(parts)}
        bar = bar.getparent()
    return {}


def _are_alike(parts: Sequence[HtmlElement]) -> bool:
    """Whether elements have one tag and begin their classes with one word, as the panels of one row of tabs do."""
    return len({(part.tag, (part.get("class") or "").partition(" ")[0]) for part in parts}) == 1


def _shared(one: HtmlElement, other: HtmlElement) -> HtmlElement | None:
    around = set(one.iterancestors())
    return next((node for node in other.iterancestors() if node in around), None)
