"""Reads the Markdown that Stainless' docs print: ``**post** `/x```, then entries such as `` - `name: string` ``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.contract import Operation
from driftgate.extract.blocks import Block, Heading, Item, Listing
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.rows.trees import Entry, nested
from driftgate.extract.tables.rows.written import UNNAMED, Written, drawn

NAME = "stainless"

# Seen on pages of Cloudflare, LlamaIndex, OpenAI and Anthropic (2025 and 2026), also in translations.
_ENTRY = re.compile(r"^\s{0,3}[-*] `\"?[\w$.@-]{1,100}\"?\??: [^`\n]{1,2000}`\s{0,3}$", re.MULTILINE)
_METHOD = re.compile(r"^\*\*(?:get|post|put|patch|delete)\*\* `/", re.MULTILINE | re.IGNORECASE)
_FIELD = re.compile(r"^\"?([\w$.@\[\]-]{1,100})\"?(\?)?: (optional )?(.{1,2000})$")
_VARIANT = re.compile(r"^(?:class )?[\w$.\[\]<>]{1,100}(?: = (.{1,2000})|:? (?:object )?\{.{0,2000})$")
_LITERAL = re.compile(r"^(?:\"([^\"]{0,200})\"|(true|false|null)|(-?\d[\d.]{0,20}))$")
_MEMBERS = re.compile(r"\s?\{[^{}]{0,2000}\}")
_MORE = re.compile(r" or \d{1,4} more$")
_PARAM = re.compile(r"^(Body|Query|Path|Header|Cookie) param\b", re.IGNORECASE)
_DEPRECATED = re.compile(r"^deprecated\b", re.IGNORECASE)
_WHOLE = "body"


def recognises(document: Document) -> bool:
    """A method in bold beside a path in code, and entries that are wholly ``name: type`` in code."""
    if document.kind not in ("markdown", "text") or "** `/" not in document.text:
        return False
    return _METHOD.search(document.text) is not None and _ENTRY.search(document.text) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page."""
    return read_blocks(document, NAME, wanted, tuple(_prepared(document.blocks)), pseudo=frozenset({UNNAMED}))


def _prepared(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, the entries below each heading drawn as one table: samples in between do not end a list."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield from _tables(items)
            items = []
        if isinstance(block, Listing):
            items += block.items
        else:
            yield block
    yield from _tables(items)


def _tables(items: Sequence[Item]) -> Iterator[Block]:
    entries = nested(items)
    if any(_FIELD.match(_code(entry)) or _VARIANT.match(_code(entry)) for entry in entries):
        yield drawn([field for entry in entries for field in _fields(entry, 0)])
    elif items:
        yield Listing(tuple(items), items[0].line)


def _code(entry: Entry) -> str:
    """What the entry's code says."""
    return entry.item.term.strip()


def _fields(entry: Entry, level: int) -> Iterator[Written]:
    """The entry and all that it holds, as rows."""
    stack = [(entry, level)]
    while stack:
        current, depth = stack.pop()
        row = _row(current, depth)
        if row is not None:
            yield row
        below = depth + (row is not None)
        stack += [(inner, below) for inner in reversed(current.inner)]


def _row(entry: Entry, level: int) -> Written | None:
    """A field, or an unnamed row for a variant and for a whole body; None for a value or a remark."""
    stated = _FIELD.match(_code(entry))
    if stated is None:
        variant = _VARIANT.match(_code(entry))
        kind = _kind(variant[1] or "object", entry) if variant else ""
        return Written(UNNAMED, level, kind=kind, line=entry.item.line) if variant else None
    if stated[1] == _WHOLE and not level and entry.inner:
        return Written(UNNAMED, level, kind=_kind(stated[4], entry), line=entry.item.line)
    said = entry.item.text[len(entry.item.term) :].strip()
    place = _PARAM.match(said)
    return Written(
        stated[1],
        level,
        place=place[1].lower() if place else "",
        kind=_kind(stated[4], entry),
        required=not (stated[2] or stated[3]),
        values=() if stated[4] == "boolean" else _literals(entry),
        said=said,
        deprecated=_DEPRECATED.match(said) is not None,
        line=entry.item.line,
    )


def _kind(printed: str, entry: Entry) -> str:
    """The printed type without the list of its members; a model's name as the kind that its entries show."""
    kind = _MORE.sub("", _MEMBERS.sub("", printed)).strip()
    members = [_of_literal(member) for member in kind.split(" or ")]
    if all(members):
        return " or ".join(dict.fromkeys(filter(None, members)))
    if kind.startswith("array of ") and " or " in kind:
        return "array"  # of any of these
    listed, _, items = kind.rpartition("array of ")
    if re.fullmatch(r"[A-Z][\w.]{0,100}", items):
        shown = "object" if any(_FIELD.match(_code(inner)) for inner in entry.inner) else _common(entry.inner)
        return f"{listed}array of {shown}".removesuffix(" of ") if listed or "array of " in kind else shown
    return "" if kind == "unknown" else kind


def _literals(entry: Entry) -> tuple[str, ...]:
    """The values that the entries within list."""
    return tuple(found[1] or found[0] for inner in entry.inner if (found := _LITERAL.match(_code(inner))))


def _common(entries: Sequence[Entry]) -> str:
    """The kind of the values that entries list, "" where they are none or not of one kind."""
    kinds = {_of_literal(_code(entry)) for entry in entries}
    return (kinds.pop() or "") if len(kinds) == 1 else ""


def _of_literal(text: str) -> str | None:
    found = _LITERAL.match(text)
    if found is None:
        return None
    if found[3]:
        return "number" if "." in found[3] else "integer"
    return "string" if found[1] is not None else "null" if found[2] == "null" else "boolean"
