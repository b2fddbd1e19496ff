"""What the cells of a table say of its columns, where the header alone misleads or is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.rows.nesting import named
from driftgate.extract.tables.wording.words import Role, place_of, role_of, says_yes
from driftgate.extract.typewords.read import read_type

_IDENTIFIER = re.compile(r"^[^\w\n]{0,12}[A-Za-z_$@][\w$@.:\[\]{}/*-]{0,100}(?=$|\s?[*?]|[\s(（])")
_STATUS = re.compile(r"^(?:[1-5](?:\d\d|xx)|default|other status codes?)\b", re.IGNORECASE)
_DEMAND = re.compile(
    r"^(?:required|mandatory|optional|conditional|obligatorio|opcional|requerido|obrigatório|obligatoire|facultatif"
    r"|pflicht|optionaler?|обязательн\w{2}|необязательн\w{2}|必填|选填|必須|任意|필수|선택)(?:[.。;,]\s?\S?|\s?$)",
    re.IGNORECASE,
)
_CROSSES = frozenset("xX")
_CIRCLES = frozenset(("o", "O", "○", "◯"))
_INITIALS = frozenset("mMrRcC")
_SIGNS = frozenset(("+", "-", "–", "—", "−"))
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_MOST = 40


def column(rows: Sequence[Sequence[Cell]], at: int) -> list[str]:
    """The texts of one column's first cells, empty ones left out."""
    return [row[at].text for row in rows[:_MOST] if at < len(row) and row[at].text]


def identifiers(texts: Sequence[str]) -> float:
    """The share of texts that begin with a name as programs use it."""
    return sum(1 for text in texts if _IDENTIFIER.match(text)) / len(texts) if texts else 0.0


def all_places(texts: Sequence[str]) -> bool:
    """Whether a column that is headed as one of types says where things are sent: ``path``, ``query``."""
    return bool(texts) and all(place_of(text) and not read_type(text) for text in texts)


def all_types(texts: Sequence[str]) -> bool:
    """Whether a column that is headed as one of formats or values prints types, and not values alone."""
    return bool(texts) and all(read_type(text) and "enum" not in read_type(text) for text in texts)


def all_demands(texts: Sequence[str]) -> bool:
    """Whether every cell says in words whether something is required."""
    return bool(texts) and all(_DEMAND.match(text) for text in texts)


def all_statuses(texts: Sequence[str]) -> bool:
    """Whether a column of names holds HTTP statuses."""
    return bool(texts) and all(_STATUS.match(text) for text in texts)


def crosses_say_no(header: str, texts: Sequence[str]) -> bool:
    """Whether ``X`` means no in a column: beside circles, and where Korean asks; elsewhere it is a ticked box."""
    marks = {text.strip() for text in texts}
    return bool(marks & _CROSSES) and (bool(marks & _CIRCLES) or _HANGUL.search(header) is not None)


def with_answers(table: Table, at: int, header: str) -> Table:
    """The table with the letters of one column spelled out that mean yes in other columns: ``X`` for no beside circles,
    ``O`` for optional beside ``M`` or ``R``, plus and minus."""
    texts = column(table.rows, at)
    words = dict.fromkeys(_CROSSES, "×") if crosses_say_no(header, texts) else {}
    marks = {text.strip() for text in texts}
    if marks & _INITIALS:
        words |= dict.fromkeys("oO", "optional")
    if "+" in marks and marks <= _SIGNS:
        words |= {"+": "yes", **dict.fromkeys(_SIGNS - {"+"}, "no")}
    if not words:
        return table
    rows = tuple(
        tuple(cell._replace(text=words.get(cell.text.strip(), cell.text)) if n == at else cell for n, cell in enumerate(row))
        for row in table.rows
    )
    return replace(table, rows=rows)


def with_one_name_column(table: Table) -> Table:
    """A table whose header spans several columns of names, one per level, with a single one: how far in a name stands is how
    deep; a name beside that of its parent is a path."""
    texts = table.heads
    at = next((n for n, text in enumerate(texts[:-1]) if text == texts[n + 1] and role_of(text) is Role.NAME), None)
    if at is None:
        return table
    end = next((n for n in range(at, len(texts)) if texts[n] != texts[at]), len(texts))
    if not any(role_of(text) for text in texts[end:]):
        return table
    rows = tuple((*row[:at], _deepest(row[at:end]), *row[end:]) for row in table.rows)
    return replace(table, header=(*table.header[: at + 1], *table.header[end:]), rows=rows)


def _deepest(cells: Sequence[Cell]) -> Cell:
    named_cells = [(n, cell) for n, cell in enumerate(cells) if cell.text]
    if len(named_cells) == 1:
        at, cell = named_cells[0]
        return cell._replace(indent=cell.indent + 2 * at)
    return Cell(".".join(cell.text for _, cell in named_cells))


def headless(table: Table) -> tuple[Table, dict[Role, int]] | None:
    """A table whose first row is no header but a field, with the roles that its cells give away; None for any other."""
    rows = (table.header, *table.rows) if table.header else table.rows
    width = max((len(row) for row in rows), default=0)
    if width < 2 or _is_header(table) or not _names(column(rows, 0), len(rows)):
        return None
    roles = {Role.NAME: 0}
    for at in range(1, width):
        texts = column(rows, at)
        role = next((role for role, tells in _TELLTALES if texts and role not in roles and all(map(tells, texts))), None)
        roles.setdefault(role or Role.DESCRIPTION, at)
    lines = (table.line, *table.row_lines) if table.header else table.row_lines
    return replace(table, header=(), rows=tuple(rows), row_lines=lines), roles


def _is_header(table: Table) -> bool:
    """Whether the first row reads like one: it begins as a title does, or has a word for a column that no other row repeats.

    A row that tells something in a sentence is none: its field may be called ``fields``."""
    if not table.header or (table.header[0].text.islower() and any(map(_tells, table.heads[1:]))):
        return False
    first = table.header[0].text
    repeated = [{row[at].text for row in table.rows if at < len(row)} for at in range(len(table.header))]
    return first[:1] != first[:1].lower() or any(
        role_of(cell.text) and says_yes(cell.text) is None and cell.text not in repeated[at]
        for at, cell in enumerate(table.header)
    )


def _tells(text: str) -> bool:
    """Whether a cell holds a sentence."""
    first = text.partition("\n")[0].rstrip()
    return first.endswith("。") or (first.endswith(".") and " " in first)


def _names(texts: Sequence[str], rows: int) -> bool:
    return len(texts) == min(rows, _MOST) and identifiers(texts) == 1 and all(map(named, texts))


def _answers(text: str) -> bool:
    return len(text) < 20 and says_yes(text) is not None


_TELLTALES: tuple[tuple[Role, Callable[[str], object]], ...] = (
    (Role.REQUIRED, _answers),
    (Role.TYPE, read_type),
    (Role.PLACE, place_of),
)
