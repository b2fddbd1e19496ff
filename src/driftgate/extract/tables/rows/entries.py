"""Fields that are written as the entries of a list or a definition list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Cell, Code, Item, Listing, Paragraph
from driftgate.extract.tables.rows.beside import cells_beside
from driftgate.extract.tables.rows.nesting import Named, named
from driftgate.extract.tables.rows.remarks import one_field_each
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.read import read_type

#: a name that stands alone, with the marks that Markdown leaves around it
IDENTIFIER = re.compile(r"^[*`]{0,3}([A-Za-z_$][\w$.\[\]{}-]{0,100}|[A-Za-z][\w.-]{0,60}\[\])[*?`]{0,3}$")
_HEAD = re.compile(r"^([A-Za-z_$@][\w$.\[\]{}@-]{0,100}[?*]?)(?=$|\s|[(:：（–—,])")
#: a name that no title is written like
_WRITTEN_AS_CODE = re.compile(r"[a-z][A-Z]|_")
_REMARK = re.compile(r"\s\([^\n]{1,200}\):?$")
#: what stands for any name: ``<alias>``, ``:alias``
_VARIABLE = re.compile(r"^(?:<|\{|:(?=[A-Za-z]))([\w.-]{1,60})[>}]?$")
#: a name and, as the value that it is to have, its type: ``page=[integer]``, ``match[]=<selector>``
ASSIGNED = re.compile(r"^([A-Za-z_$][\w$.-]{0,100}(?:\[\])?)=[<\[]([^<>\[\]\n]{1,80})[>\]](?=$|[\s,.:：–—-])")
#: several names that one entry describes: ``from/to``
_SEVERAL = re.compile(r"^[a-z_]\w{0,40}(?:/[a-z_]\w{0,40}){1,4}$")
_MEDIA_TYPE = re.compile(r"[\s:：–—-]{1,6}[`\"']?(?:application|text|multipart)/[\w.+*-]{1,60}[`\"']?(?:\s?;.{0,60})?\s{0,4}$")
#: a name in small letters and what is said of it, where no entry's name is set apart otherwise
_PLAIN = re.compile(r"[a-z_$][\w$.\[\]]{0,60}\s?(?:[:：]|[(（][^()（）\n]{1,60}[)）]\s?[:：]|\s[-–—]\s)\s{0,3}\S")
_WHOLE = re.compile(r"\s?[:：]\s{0,3}(?:object|array)\b", re.IGNORECASE)
_ENOUGH = 0.5
_IN_QUERY = re.compile(r"[?&]([\w.\[\]-]{1,100})=")
_LONGEST_ADDRESS = 2_000
_QUERY = re.compile(r"\??[A-Za-z_][\w.\[\]-]{0,60}=[^\s&=]{0,200}(?:&[A-Za-z_][\w.\[\]-]{0,60}=[^\s&=]{0,200}){1,40}$")
_REMARKS = frozenset(("default", "example", "examples", "note", "values", "range", "format", "min", "max", "enum", "e.g."))


def listed_rows(listing: Listing, source: Source, *, announced: bool = False) -> list[tuple[Row | None, Source]]:
    """The fields of a list, or nothing if it is no list of fields: at least half of its outermost entries must state a type or
    whether they are required; announced: or a heading just above says what they are, and each begins with a name."""
    rows: list[tuple[Row | None, Source]] = []
    telling = outermost = 0
    above: dict[int, str] = {}  # the types of the entries that a nested one is within
    items = one_field_each(listing.items)
    for item in items:
        stands = Source(url=source.url, line=item.line, element=listing.element, quote=item.text[:200], reader=source.reader)
        row = _item_row(item, stands)
        tells = row is not None and bool({Role.TYPE, Role.REQUIRED, Role.PLACE} & set(row.cells))
        outermost += item.depth == 0
        telling += item.depth == 0 and tells
        if item.depth == 0 or (tells and not _is_remark(item)) or (row is not None and _is_member(item, above)):
            rows.append((row, stands))
            above = {depth: kind for depth, kind in above.items() if depth < item.depth}
            above[item.depth] = str(read_type(row.text(Role.TYPE)).get("type", "")) if row else ""
    enough = outermost and telling / outermost >= _ENOUGH
    named_all = announced and _are_names([item for item in items if not item.depth])
    return rows if enough or named_all else []


def query_names(text: str) -> set[str]:
    """The names in the queries of a text's addresses."""
    return set(_IN_QUERY.findall(text))


def addressed_rows(above: Block | None, listing: Listing, source: Source) -> list[tuple[Row | None, Source]]:
    """The fields of a list just below an address, if half of its entries begin with names of the query: all entries where
    each is a name, else these."""
    query = query_names(above.text[:_LONGEST_ADDRESS]) if isinstance(above, Code | Paragraph) else set()
    outermost = [item for item in listing.items if not item.depth]
    known = [item for item in outermost if (item.term or re.split(r"[\s:：(（]", item.text, maxsplit=1)[0]) in query]
    if not known or 2 * len(known) < len(outermost):
        return []
    return listed_rows(listing, source, announced=True) or listed_rows(
        replace(listing, items=tuple(known)), source, announced=True
    )


def query_rows(block: Paragraph, source: Source) -> list[tuple[Row | None, Source]]:
    """The fields of a line that is nothing but a query: ``port=Kiel&masts=2``."""
    if not _QUERY.match(block.text):
        return []
    stands = Source(url=source.url, line=block.line, element=block.element, quote=block.text[:200], reader=source.reader)
    names = [named(part.partition("=")[0]) for part in block.text.lstrip("?").split("&")]
    return [(Row(name, {}, stands), stands) for name in names if name]


def _are_names(items: Sequence[Item]) -> bool:
    """Whether every entry begins with a name; a capitalised word in bold is one beside names that code alone writes so."""
    code = any(_WRITTEN_AS_CODE.search(item.term) for item in items)
    return all(_begins_with_name(item, capitals=code) or (not item.term and _PLAIN.match(item.text)) for item in items)


def _is_remark(item: Item) -> bool:
    """Whether a nested entry says something of the field above it ("Example: 3") rather than of one of its own."""
    word = re.split(r"[\s:：]", item.text.strip(), maxsplit=1)[0]
    return not item.term and (word != word.lower() or word in _REMARKS)


def _is_member(item: Item, above: dict[int, str]) -> bool:
    """Whether a nested entry that states no type is a field all the same: a name in code, within an object."""
    within = above.get(max((depth for depth in above if depth < item.depth), default=-1), "")
    return within in ("object", "array") and _begins_with_name(item)


def _begins_with_name(item: Item, *, capitals: bool = False) -> bool:
    """Whether an entry is a name in code, or in bold and not capitalised as a title is, and text set apart from it.

    capitals: a capitalised word may be a name all the same. The term of a definition list may bear a remark in brackets."""
    term = item.term.strip()
    if _SEVERAL.match(term):
        return True
    apart = not item.text.strip().startswith(term)
    bare = _REMARK.sub("", term) if apart else term
    if not bare or not IDENTIFIER.match(bare) or not (bare in item.code or bare[0].islower() or capitals):
        return False
    if apart:
        return True  # a definition list's term stands apart as it is
    return re.match(r"\s{0,3}(?:$|[:：–—(（\[【]|-\s|\n)", item.text[item.text.find(term) + len(term) :]) is not None


def _item_row(item: Item, source: Source) -> Row | None:
    text = item.text.strip()
    if item.term and not text.startswith(item.term):  # a definition list: the term stands apart from its text
        text = f"{item.term.strip()}\n{text}"
    head = item.term.strip() if item.term and item.text.strip().startswith(item.term) else ""
    variable = _VARIABLE.match(head or item.term)
    if variable:
        told = cells_beside(text[len(variable[0]) :], item.code)
        return Row(Named(f"{{{variable[1]}}}", item.depth), told, source)
    if assigned := ASSIGNED.match(head or text):
        name = named(assigned[1], item.depth)
        told = cells_beside(text[len(assigned[0]) :], [span for span in item.code if span != assigned[0]])
        return Row(name, {**told, Role.TYPE: Cell(assigned[2])}, source) if name else None
    inner = _HEAD.match(head or text)
    if inner and _says_what_is_sent(inner[1], text[len(inner[1]) :]):
        return None
    if not inner or (head and not IDENTIFIER.match(head) and " " in head and not read_type(head.split(" ", 1)[1].strip("()"))):
        return None
    rest = text[len(inner[1]) :]
    name = named(inner[1], item.depth)
    return Row(name, cells_beside(rest, [span for span in item.code if span != name.name]), source) if name else None


def _says_what_is_sent(name: str, behind: str) -> bool:
    """Whether an entry sets apart the media type, the type or an example of the whole: "Content-Type: application/json",
    "Type: object", "Example"."""
    if name.casefold() == "content-type":
        return _MEDIA_TYPE.match(behind) is not None
    if name == "Type":
        return _WHOLE.match(behind) is not None
    return name[0].isupper() and name.casefold() in ("example", "examples")
