"""What stands where: the labels of a page, such as "Query parameters" or "200 OK", and the section that each run stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import islice

from lxml.html import HtmlElement

from driftgate.extract.outline.anchors import status_in_address
from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import VALUE_LABELS
from driftgate.extract.outline.tabs import chosen_of, panels_of
from driftgate.extract.rendered.dom import status_of
from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section, section_of, sides_of
from driftgate.extract.typewords.table import folded

_LONGEST = 60
_MOST_WORDS = 4
#: Elements that hold values.
_VALUES = frozenset(("code", "td"))
_STATUS = re.compile(r"^(?:(?:HTTP|Status:?) )?([1-5](?:\d\d|XX))(?:\b[ :–-]{0,3}[A-Z][\w' -]{0,40})?$|^default$", re.IGNORECASE)
_PHRASES = frozenset(folded(status.phrase) for status in HTTPStatus)
_TITLE = re.compile(r"([1-5](?:\d\d|XX)|default) [A-Z]")
_CODES = frozenset((*(str(status.value) for status in HTTPStatus), "DEFAULT", *(f"{digit}XX" for digit in "12345")))
#: what stands below says how to prove who calls, and is no field of the operation
_CREDENTIALS = re.compile(r"(?:Authori[sz]ations?|Authentication|Security(?: [Ss]chemes?)?)$")
_CLOSE = 4
_PLACES = (*REQUESTS, *RESPONSES)
_LABELLING = re.compile(r"title|label|head|section|caption|status|tab|badge|code", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Label:
    """A section with the element that it announces: the smallest one around its label that holds a field behind it."""

    section: Section
    scope: HtmlElement | None


def sections(runs: Sequence[Run], found: Sequence[Entry]) -> list[Section | None]:
    """The section that each field stands in, ``None`` where no label announces anything."""
    taken = {at for entry in found for at in (entry.at, entry.start if entry.type else entry.at)}
    trail = _Trail(runs, found)
    told: dict[int, Section | None] = {}
    for at, run in enumerate(runs):
        if at in taken:
            told[at] = trail.here(at)
        elif not (at and runs[at - 1].text.endswith(":")):
            label = _label(run) or (_coded(run) if is_answer(trail.here(at)) else None)
            if label is not None:
                trail.take(at, label)
    return [_addressed(told[entry.at], runs[entry.at].node) for entry in found]


def _addressed(section: Section | None, name: HtmlElement) -> Section | None:
    """A section of a response has the status in its fields' addresses: of several buttons none need look pressed."""
    status = status_in_address(name)
    if not status:
        return section
    return replace(section, status=status) if section is not None and is_answer(section) else Section(Kind.RESPONSE, status)


class _Trail:
    """The labels above the place where a walk stands, and the statuses of a row of tabs that it has just passed."""

    def __init__(self, runs: Sequence[Run], found: Sequence[Entry]) -> None:
        self._runs = runs
        self._last = {node: entry.at for entry in found for node in runs[entry.at].node.iterancestors()}
        self._labels: list[_Label] = []
        self._panels: dict[HtmlElement, Section] = {}
        self._tabs: list[tuple[int, Section]] = []

    def take(self, at: int, label: Section) -> None:
        """Notes a label. A status on a button may be one of several: which one counts is seen from what follows."""
        run = self._runs[at]
        if run.text == "default" and not self._is_status(run, at):
            return
        if label.status and run.pressed and _is_code(label, run.text):
            self._tabs.append((at, label))
            return
        current = self.here(at)
        if current is not None and is_answer(current):
            label = _within(current, label, run.text)
        self._push(at, label)

    def _is_status(self, run: Run, at: int) -> bool:
        """Whether the word "default" is one: else it names an example, or is a value."""
        if self._tabs:
            return run.depth == self._runs[self._tabs[0][0]].depth
        return run.heading or is_answer(self.here(at))

    def here(self, at: int) -> Section | None:
        """The section of a run, once the labels whose element it does not stand in are dropped."""
        self._settle(at)
        around = [self._runs[at].node, *self._runs[at].node.iterancestors()]
        while self._labels and self._labels[-1].scope is not None and self._labels[-1].scope not in around:
            self._labels.pop()
        current = self._labels[-1].section if self._labels else None
        panel = next((self._panels[node] for node in around if node in self._panels), None) if self._panels else None
        if panel is None:
            return current
        return replace(panel, kind=current.kind) if current is not None and is_answer(current) else panel

    def _settle(self, at: int) -> None:
        """Tells which of the tabs passed is the one whose part begins here."""
        if not self._tabs:
            return
        tabs, self._tabs = self._tabs, []
        nodes = [self._runs[tab].node for tab, _ in tabs]
        self._panels |= panels_of(nodes, [section for _, section in tabs])
        chosen = chosen_of(nodes, self._runs[at].node)
        if chosen is not None:
            self._push(*tabs[chosen])

    def _push(self, at: int, label: Section) -> None:
        """Notes a label; one of what is no part of the contract counts only where what it announces stands close by."""
        around = self._runs[at].node.iterancestors()
        if label.kind is Kind.ASIDE:
            around = islice(around, _CLOSE)
        scope = next((node for node in around if self._last.get(node, -1) > at), None)
        if scope is not None or label.kind is not Kind.ASIDE:
            self._labels.append(_Label(label, scope))


def is_answer(section: Section | None) -> bool:
    """Whether a section belongs to a response."""
    return section is not None and section.kind in RESPONSES


def _label(run: Run) -> Section | None:
    """What a run announces, ``None`` if it is no label."""
    text = run.text.rstrip(":")
    if len(text) > _LONGEST or text[:1] in "\"'`" or run.node.tag in _VALUES:
        return None
    if run.in_prose and not run.heading and not _is_caption(run):
        return _titled(run)
    if _CREDENTIALS.match(text) and (run.heading or run.opens):
        return Section(Kind.ASIDE)
    status = _STATUS.match(text)
    if text == "Default" or folded(text) in _PHRASES:  # of a field's value, as a word of its own; "Bad request" is an answer
        return None
    if status is not None and (run.pressed or run.heading or (status[1] or text).upper() in _CODES):
        return Section(Kind.RESPONSE, status_of(status[1] or text) or "") if _stands_out(run) else None
    section = None if folded(text) in VALUE_LABELS else section_of(text)
    if section is None or section.kind not in _PLACES or not (run.heading or run.opens or run.pressed):
        return None
    if section.status and (section.status.upper() not in _CODES or "response" not in sides_of(text)):
        return None
    if not run.heading and ((text[:1].islower() and run.node.tag != "header") or len(text.split()) > _MOST_WORDS):
        return None
    return section


def _is_caption(run: Run) -> bool:
    """Whether a paragraph is nothing but a label, as some pages have it: "Path Parameters", and the fields behind it."""
    alone = run.node.tag == "p" and not len(run.node) and bool(run.node.get("class"))
    return alone and run.text[:1].isupper() and run.text[-1:].isalnum() and len(run.text.split()) <= _MOST_WORDS


def _coded(run: Run) -> Section | None:
    """The answer of a status that stands in code, alone in a line of its own; among answers it begins the next one."""
    around = run.node.getparent()
    alone = around is not None and len(around) == 1 and not (around.text or "").strip() and not (run.node.tail or "").strip()
    is_code = run.node.tag == "code" and not run.in_prose and run.text.upper() in _CODES
    return Section(Kind.RESPONSE, status_of(run.text) or "") if is_code and alone else None


def _titled(run: Run) -> Section | None:
    """The answer that a sentence is the title of: "200 The ship", "default An error"."""
    around = next(islice((node for node in run.node.iterancestors() if node.tag != "span"), 1), None)
    status = _TITLE.match(run.text) if around is not None and "title" in (around.get("class") or "") else None
    return Section(Kind.RESPONSE, status_of(status[1]) or "") if status else None


def _stands_out(run: Run) -> bool:
    """Whether a status is shown as one: on a button, in a heading, or where a class says so."""
    if run.pressed or run.heading:
        return True
    around = run.node.getparent()
    words = f"{run.node.get('class', '')} {'' if around is None else around.get('class', '')}"
    return run.opens and bool(_LABELLING.search(words))


def _is_code(section: Section, text: str) -> bool:
    """Whether a label tells a status outright: "Error response" may be the title of any."""
    return bool(section.status) and (section.status != "default" or folded(text) == "default")


def _within(response: Section, section: Section, text: str) -> Section:
    """A label below a response: its body and headers are the response's, unless the label says that a request begins."""
    if section.kind is Kind.RESPONSE:
        return section if _is_code(section, text) or not response.status else Section(Kind.RESPONSE, response.status)
    if section.kind in (Kind.HEADER, Kind.RESPONSE_HEADER) and "request" not in text.lower():
        return Section(Kind.RESPONSE_HEADER, response.status)
    if section.kind is Kind.BODY and "request" not in text.lower():
        return Section(Kind.RESPONSE, response.status)
    return section
