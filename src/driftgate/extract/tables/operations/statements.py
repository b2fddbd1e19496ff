"""Operations that a table or a block of code states: an endpoint's row, alternatives of one address."""

from __future__ import annotations

import re

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Cell, Code, Table
from driftgate.extract.tables.operations.found import operation_at
from driftgate.extract.tables.operations.oneline import TARGET, operation_in
from driftgate.extract.tables.operations.pairs import is_address_label

Stated = tuple[Operation, str, str]  # operation, server, the words that state it

_ADDRESS = re.compile(rf"{TARGET}$")
_HEADER_LINE = re.compile(r"^[A-Za-z][\w-]{1,40}:\s?\S")
#: an index of operations is longer than the statement of one
_MOST_ROWS = 12
_MOST_LINES = 6


def of_table(table: Table) -> Stated | None:
    """The operation of a row such as "Endpoint | GET /x", or of rows with a method and an address that all name one."""
    rows = (table.header, *table.rows[:_MOST_ROWS])
    if not any("/" in cell.text or "{" in cell.text for row in rows for cell in row):
        return None  # no address
    for row in rows:
        if len(row) > 1 and is_address_label(row[0].text) and (read := operation_in(row[1].text)):
            return (*read, row[1].text[:200])
    found = [stated for row in rows if (stated := of_row(row))] if len(table.rows) <= _MOST_ROWS else []
    return found[0] if len({stated[0] for stated in found}) == 1 else None


def of_row(row: tuple[Cell, ...]) -> Stated | None:
    """The operation of a method alone in one cell and an address alone in another."""
    method = next((cell.text.strip() for cell in row if cell.text.strip().upper() in METHODS), "")
    address = next((cell.text.strip() for cell in row if _ADDRESS.match(cell.text.strip())), "")
    read = operation_at(method.upper(), address) if method and address else None
    return (*read, f"{method} {address}"[:200]) if read else None


def of_code(code: Code) -> list[Stated]:
    """The operation of a block that is one line, the same address with other queries, or a request with its headers; or those
    of nothing but alternative addresses, which end alike."""
    lines = [line.strip() for line in code.text.strip().split("\n") if line.strip()]
    first = operation_in(lines[0]) if lines and "HTTP/" not in lines[0] else None
    if first is None:
        return []
    others = [operation_in(line) for line in lines[1:_MOST_LINES]]
    if len(lines) <= _MOST_LINES and others and all(other and _ends_alike(first[0], other[0]) for other in others):
        read = zip((first, *others), lines, strict=True)
        return list({stated[0]: (*stated, line[:200]) for stated, line in read if stated}.values())
    same = len(lines) <= _MOST_LINES and all(other and other[0].path == first[0].path for other in others)
    request = len(lines) > 1 and _HEADER_LINE.match(lines[1]) and not any(others)
    return [(*first, lines[0][:200])] if same or request else []


def _ends_alike(one: Operation, other: Operation) -> bool:
    """Whether two addresses of one method end in the same word, or are the same."""
    ends = {operation.path.rsplit("/", 1)[-1] for operation in (one, other)}
    return one.method == other.method and len(ends) == 1 and (one == other or "{" not in ends.pop())
