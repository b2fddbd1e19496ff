"""The front matter of a Markdown page: where it ends, and the operation that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.blocks import Block, Paragraph

_OPERATION = re.compile(
    r"""^(?:api|openapi):\s{0,4}["']?(?:[\w./:-]{0,200}\s)?(GET|POST|PUT|PATCH|DELETE)\s{1,4}(/[^\s"']{1,300}|https?://[^\s"']{1,300})["']?\s*$""",
    re.IGNORECASE,
)


def after_front_matter(lines: Sequence[str]) -> int:
    """The first line behind a front matter, 0 where there is none."""
    first = next((at for at, line in enumerate(lines[:5]) if line.strip()), 0)
    if not lines or lines[first].strip() != "---":
        return 0
    for at in range(first + 1, min(len(lines), 400)):
        if lines[at].strip() in ("---", "..."):
            inside = [line for line in lines[first + 1 : at] if line.strip()]
            return at + 1 if inside and all(re.match(r"^(?:[\w\"'.-]+\s?:|\s|-|#)", line) for line in inside) else 0
    return 0


def operation_in(front_matter: Sequence[str]) -> Iterator[Block]:
    """The operation that a front matter states (``api: GET https://…``, ``openapi: file.json get /x``), as a paragraph."""
    for number, line in enumerate(front_matter, 1):
        if stated := _OPERATION.match(line):
            yield Paragraph(f"{stated[1].upper()} {stated[2]}", number)
