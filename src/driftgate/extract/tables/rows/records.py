"""Lists of records: every field under the same labels once more, "Name", "Type", "Description"."""

from __future__ import annotations

from collections.abc import Iterator

from driftgate.extract.blocks import Cell, Item, Listing, Table
from driftgate.extract.tables.rows.beside import REQUIRED
from driftgate.extract.tables.rows.entries import IDENTIFIER
from driftgate.extract.tables.wording.words import Role, role_of

_LONGEST_LABEL = 40
_HEADS = {
    Role.NAME: "Name",
    Role.TYPE: "Type",
    Role.REQUIRED: "Required",
    Role.DEFAULT: "Default",
    Role.DESCRIPTION: "Description",
}

Record = dict[Role, list[str]]


def as_records(listing: Listing) -> Table | None:
    """The table of a list of records, a row for each; None for any other list."""
    first = listing.items[0] if listing.items else None
    if first is None or role_of(_label(first)) is not Role.NAME:
        return None
    records: list[Record] = []
    lines: list[int | None] = []
    for item, role, text in _told(listing):
        if role is Role.NAME:
            records.append({role: [text]})
            lines.append(item.line)
        elif role is None or not records:
            return None
        elif role not in records[-1]:
            records[-1][role] = [text]
        else:
            records[-1].setdefault(Role.DESCRIPTION, []).append(text)
    if not all(_is_field(record) for record in records):
        return None
    roles = [role for role in _HEADS if role is Role.REQUIRED or any(role in record for record in records)]
    rows = tuple(tuple(Cell(_text(record, role)) for role in roles) for record in records)
    heads = tuple(Cell(_HEADS[role]) for role in roles)
    return Table(heads, rows, listing.line, listing.element, row_lines=tuple(lines))


def _label(item: Item) -> str:
    """The label that an entry begins with: its term, or its first line."""
    label = item.term if item.term and not item.text.startswith(item.term) else item.text.partition("\n")[0]
    return label.strip(" :：") if len(label) <= _LONGEST_LABEL else ""


def _told(listing: Listing) -> Iterator[tuple[Item, Role | None, str]]:
    """The labels of a list and what stands behind each; those within one entry are lines that are nothing but a label."""
    for item in listing.items:
        label = _label(item)
        if item.term and not item.text.startswith(item.term):
            yield item, role_of(label), item.text.strip()
            continue
        role, held = role_of(label), list[str]()
        for line in item.text.split("\n")[1:]:
            further = role_of(line) if held and line[:1].isupper() and len(line) <= _LONGEST_LABEL else None
            if further in (Role.TYPE, Role.DESCRIPTION, Role.REQUIRED):
                yield item, role, "\n".join(held)
                role, held = further, []
            else:
                held.append(line)
        yield item, role, "\n".join(held)


def _is_field(record: Record) -> bool:
    """Whether a record has the name of a field, and its type or what it is."""
    return IDENTIFIER.match(record[Role.NAME][0]) is not None and bool(record.keys() & {Role.TYPE, Role.DESCRIPTION})


def _text(record: Record, role: Role) -> str:
    """One cell of a record; whether it is required may stand below its type."""
    kinds = "\n".join(record.get(Role.TYPE, ())).split("\n")
    if role is Role.TYPE:
        return "\n".join(line for line in kinds if not REQUIRED.match(line))
    if role is Role.REQUIRED and role not in record:
        return next((line for line in kinds if REQUIRED.match(line)), "")
    return "\n".join(record.get(role, ()))
