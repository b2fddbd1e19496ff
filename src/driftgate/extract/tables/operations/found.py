"""An operation as a page states it, and the parts of its statement: a method and an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from driftgate.contract import Operation
from driftgate.contract.paths import path_template
from driftgate.extract.blocks import Block, Heading, Listing, Paragraph

_VARIABLE = r"(?:\{\{\s?[\w .-]{1,40}\s?\}\}|\$?\{[\w .-]{1,40}\}|<[\w .-]{1,40}>|\[[\w .-]{1,40}\]|\$[A-Za-z_]\w{0,40})"
#: a host without its scheme, as hosts are mostly called: ``api.ships.example:8080``, ``{yard}.ships.com``
_HOST = (
    r"(?:(?:[a-z0-9-]{1,63}|\{[\w-]{1,40}\})\.(?:(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}|com|net|org|io|dev|app|ai|cloud|example)"
    r"(?::\d{1,5})?)"
)
#: what stands for the server: a variable such as ``{{BASE_URL}}``, ``{host}``, ``<endpoint>``, ``$API``, or its host alone
BASE = rf"(?:{_HOST}|{_VARIABLE})"
_BASED = re.compile(rf"{BASE}(?=/)")
#: a segment at the end that may be left out: ``/ships/{id}[/{deck}]``
_LEFT_OUT = re.compile(r"\[/[^\[\]]{1,80}\]/?$")


@dataclass(frozen=True, slots=True)
class Found:
    """An operation stated by the page. at: index of the block; server: the base URL of an absolute address."""

    at: int
    operation: Operation
    server: str = ""
    line: int | None = None
    element: str = ""
    quote: str = ""


def operation_at(method: str, target: str) -> tuple[Operation, str] | None:
    """The operation and server of a method and an address; None where the address has no path."""
    target = (
        target.rstrip(".,;:)`*") if not target.rstrip(".,;:`*").endswith(")") or "(" not in target else target.rstrip(".,;:`*")
    )
    server = ""
    if based := _BASED.match(target):
        target = target[based.end() :]
    if "://" in target:
        parts = urlsplit(target)
        if not parts.hostname or not parts.path.strip("/"):
            return None
        server = f"{parts.scheme}://{parts.netloc}"
    path = path_template(_LEFT_OUT.sub("", target.replace("\\", "")))
    return (Operation(method.upper(), path), server) if len(path) > 1 else None


def lines_of(block: Block) -> list[str]:
    """The lines of a heading, a paragraph or a list."""
    if isinstance(block, Heading | Paragraph):
        return block.text.split("\n")
    return [line for item in block.items for line in item.text.split("\n")] if isinstance(block, Listing) else []
