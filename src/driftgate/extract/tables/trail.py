"""The headings above a place on a page, and what they announce together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from driftgate.extract.tables.sections import REQUESTS, RESPONSES, Kind, Section, section_below

#: the level of lines in bold; headings of HTML and Markdown have one below
_LABEL = 7
#: what parameters are grouped by: below a heading of parameters "Output format" announces no answer
_TOPIC = re.compile(r"^(?!.*\b(?:response|returns?|reply)\b).*\b(?:outputs?|results?)\b", re.IGNORECASE)
#: among answers, the one for any other status
_DEFAULT = "default"
_LONGEST_STATUS = 40
#: of a chapter: "3.1. Ship", "2)Ship", "（一）Ship"
_NUMBERED = re.compile(
    r"^(?:(?:\d{1,2}\.){1,6}(?:\d{1,2}[.)]?)?\s{1,4}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、)）]\s{0,4}"
    r"|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]\s{0,4})(?=\S)"
)
_PARTS = ("schema", "json schema")

#: words written together, as nothing but a name is
_IDENTIFIER = re.compile(r"[^\W_]+(?:_[^\W_]+)+$")
_SINGULAR = re.compile(r"[A-Za-z]+(?<!s)$")


@dataclass
class Trail:
    """The headings above the place where a walk stands."""

    headings: list[tuple[int, str, Section | None]] = field(default_factory=list)
    media_type: str = ""
    beside: dict[int, Section] = field(default_factory=dict)  # the side that the last heading of a level announced
    before: tuple[str, ...] = ()  # titles above the statement of the operation

    def heading(self, level: int, text: str, described: str = "") -> None:
        """Takes the next heading; one that only names a media type leaves the section as it is. described: the title above the
        last rows, if there is one."""
        text = without_number(text)
        section = section_below(text, self.known_titles(level))
        if section and section.kind is Kind.MEDIA_TYPE:
            self.media_type = section.media_type
            return
        end = self._ended(level, text, section)
        beside = bool(described) and (level, described) in [(above, title) for above, title, _ in self.headings[end:]]
        del self.headings[end:]
        if (section is None or section.kind is Kind.ASIDE) and _is_default(text) and self._among_answers(level):
            section = Section(Kind.RESPONSE, _DEFAULT)
        if section and self._names_model(section, text, beside=beside):
            section = None
        section = self._beside(level, section)
        self.headings.append((level, text, section))
        self.media_type = section.media_type if section else ""

    def _among_answers(self, level: int) -> bool:
        """Whether the headings above, or the last one of this level, announce an answer."""
        here = self.section() or self.beside.get(level)
        return here is not None and here.kind is Kind.RESPONSE

    def _ended(self, level: int, text: str, section: Section | None) -> int:
        """From where on the headings above end. A label goes on above a part of the message that it announces, where that
        part's heading stands deeper than the one above the label: "Response 200" in bold, then "Body" and "Schema"."""
        at = next((at for at, (above, _, _) in enumerate(self.headings) if above >= level), len(self.headings))
        label = self.headings[at] if 0 < at < len(self.headings) and self.headings[at][0] >= _LABEL > level else None
        is_part = text.strip().casefold() in _PARTS if section is None else section.kind in (Kind.BODY, Kind.HEADER)
        return at + 1 if is_part and label and label[2] and label[2].kind in (Kind.RESPONSE, Kind.REQUEST) else at

    def _beside(self, level: int, section: Section | None) -> Section | None:
        """The section, or for one of fields that nothing above announces that of its neighbour: "Request body" with a sample,
        and then, no deeper, "Fields"."""
        if section and section.kind is Kind.FIELDS and level in self.beside and not any(known for _, _, known in self.headings):
            return _within(self.beside[level], section)
        if section and section.kind is Kind.EXAMPLE:
            return section
        self.beside = {other: known for other, known in self.beside.items() if other < level}
        if section and section.kind in (*REQUESTS, *RESPONSES):
            self.beside[level] = section
        return section

    def _names_model(self, section: Section, text: str, *, beside: bool) -> bool:
        """Whether a heading among models is the name of one, such as "Error", "Team_Members", or right below theirs "Field",
        and even "Items" beside another that has its rows."""
        above = [s for _, _, s in self.headings]
        if not any(s and s.kind is Kind.MODELS for s in above):
            return False
        first = above[-1] is not None and above[-1].kind is Kind.MODELS
        return (
            section.kind is not Kind.FIELDS
            or bool(_IDENTIFIER.match(text))
            or (first and (beside or bool(_SINGULAR.match(text))))
        )

    def at_operation(self, *, within: bool) -> Trail:
        """The trail below the statement of an operation: anew, but for a heading such as "Request" just above it."""
        last = self.headings[-1] if self.headings and within else None
        return Trail([last] if last and last[2] and last[2].kind in REQUESTS else [], before=self.known_titles())

    def section(self) -> Section | None:
        """What is announced here, from the outermost heading in."""
        current: Section | None = None
        for level, text, section in self.headings:
            topic = current is not None and current.kind in REQUESTS and level < _LABEL and _TOPIC.search(text)
            if section is not None and not topic:
                current = section if current is None else _within(current, section)
        if current and self.media_type and not current.media_type:
            current = replace(current, media_type=self.media_type)
        return current

    def in_models(self) -> bool:
        """Whether a heading above announces models."""
        return any(section is not None and section.kind is Kind.MODELS for _, _, section in self.headings)

    def known_titles(self, level: int = 99) -> tuple[str, ...]:
        """The titles above a heading of this level, those above the operation included."""
        return (*self.before, *(text for above, text, section in self.headings if section is None and above < level))

    def innermost(self) -> str:
        """The heading just above."""
        return self.headings[-1][1] if self.headings else ""

    def own_title(self) -> str:
        """The innermost heading where it is a title."""
        return self.headings[-1][1] if self.headings and self.headings[-1][2] is None else ""

    def titles(self) -> tuple[str, ...]:
        """All headings that announce nothing."""
        return tuple(text for _, text, section in self.headings if section is None and text)


def _is_default(text: str) -> bool:
    """Whether a heading is the word alone, or the word and what the answer then is: "default Error"."""
    return text.strip(" `").casefold().split(" ", 1)[0].rstrip("`:") == _DEFAULT and len(text) <= _LONGEST_STATUS


def without_number(heading: str) -> str:
    """A heading without the number of its chapter.

    >>> without_number("3.1. Ship"), without_number("404 Not Found")
    ('Ship', '404 Not Found')
    """
    return _NUMBERED.sub("", heading)


def _within(outer: Section, inner: Section) -> Section:
    """A section below another: "Body" under "Response" is still the response."""
    response = outer.kind in (Kind.RESPONSE, Kind.RESPONSE_HEADER)
    if response and inner.kind in (Kind.BODY, Kind.FIELDS, Kind.REQUEST, Kind.RESPONSE):
        return Section(outer.kind, inner.status or outer.status, inner.media_type or outer.media_type)
    if response and inner.kind in (Kind.HEADER, Kind.RESPONSE_HEADER):
        return Section(Kind.RESPONSE_HEADER, inner.status or outer.status)
    if inner.kind is Kind.FIELDS and outer.kind is not Kind.MODELS:
        says_sense = inner.required is not None and outer.kind in (*REQUESTS, Kind.FIELDS)
        return replace(outer, required=inner.required) if says_sense else outer
    if inner.kind is Kind.REQUEST and outer.kind in (Kind.BODY, Kind.QUERY, Kind.PATH, Kind.HEADER):
        return replace(outer, required=inner.required)
    return inner
