"""Where a fact of a document stands: line, JSON pointer and the words there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from driftgate.contract import Certainty, Source
from driftgate.extract.openapi.json_lines import JsonLines
from driftgate.extract.openapi.load import Loaded

LONGEST_QUOTE = 200
_NEAR, _FAR = 250, 800


@dataclass(frozen=True)
class Sources:
    """Makes the sources of one loaded document. url: the page; reader: the platform module's name."""

    loaded: Loaded
    reader: str
    url: str = ""

    def at(self, pointer: str, raw: object = None, certainty: Certainty = Certainty.STATED) -> Source:
        """The source of what stands at a JSON pointer: its own description is the quote, else its line."""
        described = raw.get("description") if isinstance(raw, dict) else None
        words = described if isinstance(described, str) and not described.isspace() else ""
        line = self._line(pointer, raw) if self.loaded.text else None
        if line is not None:
            words = words or self._text_line(line)
            line += self.loaded.first_line
        quote = _quote(words)
        return Source(url=self.url, line=line, element=f"#{pointer}", quote=quote, reader=self.reader, certainty=certainty)

    def _line(self, pointer: str, raw: object) -> int | None:
        if self.loaded.lines:
            return self.loaded.lines.get(id(raw)) if isinstance(raw, dict) else None
        return self._json_lines.line(pointer)

    @cached_property
    def _json_lines(self) -> JsonLines:
        return JsonLines(self.loaded.text)

    @cached_property
    def _text_lines(self) -> list[str]:
        return self.loaded.text.splitlines()

    def _text_line(self, line: int) -> str:
        return self._text_lines[line] if line < len(self._text_lines) else ""


def _quote(words: str) -> str:
    """The first words on one line. Most texts are short, or have enough words in their first part."""
    quote = " ".join(words[:_NEAR].split())
    if len(quote) < LONGEST_QUOTE and len(words) > _NEAR:
        quote = " ".join(words[:_FAR].split())
    return quote[:LONGEST_QUOTE]
