"""Operations that only a table lists, where captions further down say which of them the fields below are of: by path or method,
or by the very words with which the table describes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, comparable_path, path_template
from driftgate.extract.blocks import Block, Heading, Table
from driftgate.extract.tables.operations.found import Found
from driftgate.extract.tables.operations.oneline import operation_in
from driftgate.extract.tables.operations.regions import fills
from driftgate.extract.tables.operations.statements import of_row
from driftgate.extract.tables.shown.samples import sampled_operations
from driftgate.extract.typewords.table import folded

_PATH = re.compile(r"(?<![\w/:])/[\w/{}<>:.-]{1,300}")
_METHOD = re.compile(rf"({'|'.join(METHODS)})(?![\w/-])(?!\s{{0,3}}/)")
_BEFORE = re.compile(rf"(?<![A-Za-z])({'|'.join(METHODS)})\s{{1,3}}$")
_LONGEST = 80


def indexed_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operation of every caption that names one of a table of operations: by its path, by a method that only one has, or
    by what the table says of it."""
    rows = dict(_listed(blocks))
    listed = list(rows)
    if len(listed) < 2:
        return []
    described = {folded(text): operation for operation, texts in rows.items() for text in texts}
    found: list[Found] = []
    for at, block in enumerate(blocks):
        text = block.text if isinstance(block, Heading) and len(block.text) <= _LONGEST else ""
        named = (_named(text, listed) or [o for o in (described.get(folded(text)),) if o]) if text else []
        if len(named) == 1:
            found.append(Found(at, named[0], "", block.line, block.element, text))
    return found or _called(blocks, listed)


def _called(blocks: Sequence[Block], listed: Sequence[Operation]) -> list[Found]:
    """The operations of a table that samples below call, each with values for the variables of one of them."""
    found: dict[Operation, Found] = {}
    for sample in sampled_operations(blocks):
        called = [o for o in listed if "{" in o.path and fills(sample.operation, o, shown=True)]
        if len(called) == 1 and called[0] not in found:
            found[called[0]] = replace(sample, operation=called[0])
    return list(found.values()) if len(found) > 1 else []


def _listed(blocks: Sequence[Block]) -> Iterator[tuple[Operation, tuple[str, ...]]]:
    """Each operation of a table, with the words of its row."""
    for block in blocks:
        for row in block.rows if isinstance(block, Table) else ():
            whole = (operation_in(cell.text) for cell in row)
            if stated := of_row(row) or next(filter(None, whole), None):
                yield stated[0], tuple(cell.text for cell in row if " " in cell.text.strip())


def _named(caption: str, listed: Sequence[Operation]) -> list[Operation]:
    """The operations that a caption names."""
    path = _PATH.search(caption)
    if path:
        wanted = comparable_path(path_template(path[0].rstrip(".:")))
        before = _BEFORE.search(caption[: path.start()])
        return [
            operation
            for operation in listed
            if comparable_path(operation.path) == wanted and (before is None or operation.method == before[1])
        ]
    method = _METHOD.match(caption)
    return [operation for operation in listed if method and operation.method == method[1]]
