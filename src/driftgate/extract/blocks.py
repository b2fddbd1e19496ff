"""The common form of HTML, Markdown, AsciiDoc and reStructuredText: a flat run of blocks, so that one reader serves all.

The packages ``markup``, ``markdown``, ``asciidoc`` and ``rst`` make them. Blocks keep where they stand, and nothing of styling.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Cell(NamedTuple):
    """One table cell. text: visible text, white space folded, line breaks as ``\\n``; code: the texts of its code spans;
    strong: the texts of its bold spans; indent: leading visual indentation in columns (``&nbsp;`` or padding), before markers;
    links: the texts of its links (a type that is wholly a link names a model)."""

    text: str
    code: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    indent: int = 0
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    level: int  # 1 to 6; a bold line that acts as a heading has level 7
    text: str
    line: int | None = None
    element: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    line: int | None = None
    element: str = ""
    code: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: int | None = None
    element: str = ""
    row_lines: tuple[int | None, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """The texts of the header."""
        return tuple([cell.text for cell in self.header])


@dataclass(frozen=True, slots=True)
class Item:
    """One list entry or definition-list pair. term: the part that names (``dt``, or the leading code/bold span), else ``""``."""

    depth: int  # 0 for the outermost list
    text: str
    term: str = ""
    line: int | None = None
    code: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A run of list entries, nested lists flattened in order with their depth."""

    items: tuple[Item, ...]
    line: int | None = None
    element: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code sample. info: the fence's info string or the element's language class."""

    text: str
    info: str = ""
    line: int | None = None
    element: str = ""


Block = Heading | Paragraph | Table | Listing | Code
