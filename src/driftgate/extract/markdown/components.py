"""Finds the tags of components in Markdown (``<ParamField body="x">``, ``{% swagger-parameter name="x" %}``), outside of code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FENCED = re.compile(r"^[ \t]{0,40}(`{3,}|~{3,})")
_ATTRIBUTE = re.compile(
    r"([A-Za-z][\w-]{0,60})(?:\s{0,3}=\s{0,3}(?:\"([^\"]{0,4000})\"|'([^']{0,4000})'|\{([^{}]{0,4000})\}|([\w./:-]{1,300})))?"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. start, end: where it stands in the text; closing: ``</X>``; alone: ``<X/>``, which holds nothing."""

    name: str
    attributes: Mapping[str, str]
    start: int
    end: int
    line: int
    closing: bool = False
    alone: bool = False

    def get(self, *names: str) -> str:
        """The first of these attributes that is given and not empty."""
        return next((self.attributes[name] for name in names if self.attributes.get(name)), "")

    def flag(self, name: str) -> bool | None:
        """True for ``name``, ``name={true}`` and ``name="true"``, False for ``false``; None where nothing is said."""
        said = self.attributes.get(name)
        return None if said is None else said.lower() != "false"


def tags(text: str, pattern: re.Pattern[str]) -> Iterator[Tag]:
    """The tags that a pattern finds outside of fenced code; its groups: the closing slash, the name, the attributes."""
    masked = _without_code(text)
    line, counted = 1, 0
    for match in pattern.finditer(masked):
        line, counted = line + masked.count("\n", counted, match.start()), match.start()
        inside = match[3].rstrip()
        yield Tag(
            match[2], _attributes(inside), match.start(), match.end(), line, closing=bool(match[1]), alone=inside.endswith("/")
        )


def _without_code(text: str) -> str:
    """The text with every fenced line blanked, its length kept."""
    lines, fence = text.split("\n"), ""
    for at, line in enumerate(lines):
        mark = _FENCED.match(line)
        if fence or mark:
            lines[at] = " " * len(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
    return "\n".join(lines)


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        value = next((group for group in match.groups()[1:] if group is not None), "true")
        found.setdefault(match[1], html.unescape(value).strip().strip("'\"`").replace("\\", ""))
    return found
