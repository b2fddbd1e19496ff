"""One table per schema: Widdershins prints unions in parts, values apart, and rows that only wrap or title others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from driftgate.extract.blocks import Block, Cell, Code, Heading, Paragraph, Table
from driftgate.extract.platforms.widdershins.unnamed import (
    ANONYMOUS,
    PARAMETERS,
    bare_name,
    items_unnamed,
    level_of,
    roots_unnamed,
    variants_unnamed,
)
from driftgate.extract.tables.shown.samples import value_of

#: read off pages of widdershins 4.0.1 and shins 2.6.0
_UNIONS = frozenset(("allOf", "anyOf", "oneOf", "not", "and", "or", "xor"))
_CONTINUED = "continued"
#: ``integer,null(int64)``: the format of the integer, behind the null
_LATE_FORMAT = re.compile(r"^(\w{1,20}),(null)(\([\w-]{1,30}\))$")
#: types of a schema that no list can have
_SCALAR_OR_LIST = re.compile(r"\[|(?:string|integer|number|boolean)\b")
_KEY = re.compile(r'"([^"\\\n]{1,200})"\s{0,2}:')
_PROPERTIES = ("Name", "Type", "Required", "Restrictions", "Description")
_ENUMERATED = (("Parameter", "Value"), ("Property", "Value"))
_BODY_SAMPLE = "Body parameter"
_STATUS = "Status Code "
_UNTYPED = "any"


def joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, one table per schema: its parts joined, its values put into a column, its unnamed rows marked."""
    at = 0
    shown = cache(partial(_keys_in, blocks))
    sample: Code | None = None
    body: Code | None = None
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Code):
            body = block if at and _text(blocks[at - 1]) == _BODY_SAMPLE else body
            sample = block
        union = _union_word(block)
        if (isinstance(block, Table) or union) and (parts := _parts(blocks, at))[0]:
            tables, at = parts
            header = tables[0][1].heads
            is_schema = header == _PROPERTIES
            if header == PARAMETERS:
                tables = [(word, _listed(table)) for word, table in tables] if _shows_list(body) else tables
                body = None
            names = _names_in(sample) if is_schema else None
            values, at = _values(blocks, at)
            yield _joined(tables, names, values, shown, is_list=is_schema and _shows_list(sample))
            continue
        if not union and not _titles_answer(blocks, at):
            yield block
        at += 1


def _keys_in(blocks: Sequence[Block]) -> frozenset[str]:
    """The names of all properties that the samples of the page show."""
    return frozenset(key for block in blocks if isinstance(block, Code) for key in _KEY.findall(block.text))


def _titles_answer(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is the title of an answer's schema, between its status and its table: whatever it says, no section."""
    return (
        isinstance(blocks[at], Paragraph)
        and 0 < at < len(blocks) - 1
        and _text(blocks[at - 1]).startswith(_STATUS)
        and isinstance(blocks[at + 1], Table)
    )


def _text(block: Block) -> str:
    return block.text.strip() if isinstance(block, Paragraph | Heading) else ""


def _shows_list(sample: Code | None) -> bool:
    return sample is not None and sample.text.lstrip().startswith("[")


def _listed(table: Table) -> Table:
    """A table of parameters whose body is a list, as its sample shows; the generator prints the model of the items only."""
    return replace(table, rows=tuple(map(_as_list, table.rows)))


def _as_list(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    name, place, kind, *rest = row
    if level_of(row) or place.text != "body" or kind.text.startswith(("[", "array")):
        return row
    return name, place, kind._replace(text=f"[{kind.text}]"), *rest


def _union_word(block: Block) -> str:
    text = _text(block)
    return text if text in _UNIONS or text == _CONTINUED else ""


def _parts(blocks: Sequence[Block], at: int) -> tuple[list[tuple[str, Table]], int]:
    """The tables that together describe one schema, each with the word above it, and the block behind them."""
    tables: list[tuple[str, Table]] = []
    word = ""
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Table) and (word or not tables):
            if block.heads not in (_PROPERTIES, PARAMETERS):
                break
            tables.append((word, block))
            word = ""
        elif _union_word(block):
            word = _union_word(block)
        elif tables and isinstance(block, Paragraph) and _followed_by_union(blocks, at):
            pass
        else:
            break
        at += 1
    return tables, at


def _followed_by_union(blocks: Sequence[Block], at: int) -> bool:
    return (
        at + 1 < len(blocks)
        and bool(_union_word(blocks[at + 1]))
        and isinstance(blocks[at], Paragraph)
        and not _union_word(blocks[at])
    )


def _names_in(sample: Code | None) -> frozenset[str] | None:
    """The top-level names of the sample above a schema; none for a scalar; None where it cannot be told."""
    if sample is None:
        return None
    value = value_of(sample.text)
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return frozenset(value)
    return frozenset() if value is not None or sample.text.strip()[:1] in '"0123456789tfn-' else None


def _values(blocks: Sequence[Block], at: int) -> tuple[dict[str, list[str]], int]:
    """The enumerated values behind a table, by bare name, and the block behind them."""
    values: dict[str, list[str]] = {}
    position = at
    while position < min(len(blocks), at + 40):
        block = blocks[position]
        if isinstance(block, Table):
            if block.heads not in _ENUMERATED:
                break
            for row in block.rows:
                values.setdefault(row[0].text, []).append(row[1].text)
            return values, position + 1 if position == at + 1 else at
        if isinstance(block, Heading) and block.text not in ("Enumerated Values", "Detailed descriptions"):
            break
        position += 1
    return values, at


def _joined(
    parts: Sequence[tuple[str, Table]],
    names: frozenset[str] | None,
    values: dict[str, list[str]],
    shown: Callable[[], frozenset[str]],
    *,
    is_list: bool,
) -> Table:
    """One table with a column for the values; rows that are only variants or items bear no name."""
    first = parts[0][1]
    rows: list[tuple[Cell, ...]] = []
    lines: list[int | None] = []
    for word, table in parts:
        if _tells_nothing(word, table):
            continue
        marked = variants_unnamed(table.rows) if word in _UNIONS else list(table.rows)
        rows += [_typed(row) for row in marked]
        lines += list(table.row_lines) or [None] * len(table.rows)
    rows = items_unnamed(roots_unnamed(rows, names), shown)
    titles = _without_untyped_root(rows)
    rows, lines = rows[titles:], lines[titles:]
    if is_list and rows and _are_items(rows, names):
        rows = [
            (Cell(ANONYMOUS), Cell("array"), *rows[0][2:]),
            *((row[0]._replace(text=f"»{row[0].text}"), *row[1:]) for row in rows),
        ]
        lines = [lines[0], *lines]
    counted: dict[str, int] = {}
    for row in rows:
        counted[bare_name(row)] = counted.get(bare_name(row), 0) + 1
    whole = tuple((*row, _enum(values, bare_name(row), counted)) for row in rows)
    return replace(first, header=(*first.header, Cell("Enum")), rows=whole, row_lines=tuple(lines))


def _are_items(rows: Sequence[tuple[Cell, ...]], names: frozenset[str] | None) -> bool:
    """Whether the rows of a schema that is a list are its items: one row without a name, or the properties of an item."""
    outermost = {bare_name(row) for row in rows if level_of(row) == 0}
    if outermost == {ANONYMOUS}:
        return not _SCALAR_OR_LIST.match(rows[0][1].text)
    return bool(outermost) and outermost <= (names or frozenset())


def _typed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row with its format beside the type that it is the format of."""
    if not any(",null(" in cell.text for cell in row):
        return row
    return tuple(cell._replace(text=_LATE_FORMAT.sub(r"\1\3 | \2", cell.text)) for cell in row)


def _tells_nothing(word: str, table: Table) -> bool:
    """Whether a part of a union is of any type: a remark beside a model, or only a mark that null is allowed."""
    return word in _UNIONS and len(table.rows) == 1 and table.rows[0][1].text == _UNTYPED


def _without_untyped_root(rows: Sequence[tuple[Cell, ...]]) -> int:
    """1 where the first row is only the title of the variants behind it."""
    unnamed = all(bare_name(row) == ANONYMOUS and not level_of(row) for row in rows[:2])
    titled = len(rows) > 1 and rows[0][1].text == _UNTYPED and unnamed
    return int(titled)


def _enum(values: dict[str, list[str]], name: str, counted: dict[str, int]) -> Cell:
    """The values of a name that stands once in the table; of a doubled name it is not said whose they are."""
    listed = values.get(name, values.get(f"*{name}*", [])) if counted.get(name) == 1 else []
    return Cell(", ".join(listed), code=tuple(listed)) if len(listed) > 1 else Cell("")
