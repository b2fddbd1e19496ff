"""Contract changes planted in Markdown: rows of tables, and entries of lists and headings that begin with a field's name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from driftgate.contract import Contract, Field
from driftgate.extract.tables.wording.words import Role, role_of
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.schemas import NEW_NAME, sibling_path
from driftgate.prove.spots import bare, is_told
from driftgate.prove.typewords import DEPRECATED, OTHER_ANSWER, OTHER_REQUIRED, OTHER_TYPE, REQUIRED_HEADERS

FENCE = re.compile(r"(?ms)^[ ]{0,3}(```+|~~~+)[^\n]*\n.*?(?:^[ ]{0,3}\1[ ]*$|\Z)")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t:-]*)*$")
_ENTRY = re.compile(r"[ \t]*(?:[-*+][ \t]+|#{2,6}[ \t]+)?(?:\*\*|`|__)+(?P<name>[\w.\[\]-]+)(?:\*\*|`|__)+")
_TYPE = re.compile(r"[`*_<(\s]*(?P<word>" + "|".join(OTHER_TYPE) + r")\b(?! to )[^.;!]{0,40}$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line that tells of one field. cells: offsets of a table row's cells, none for another line."""

    start: int
    end: int
    name: tuple[int, int]
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[str, ...] = ()


def in_rows(text: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every change that the page's rows allow without doubt."""
    return tuple(mutation for rows, fields in _told(text, contract) for mutation in _at(text, rows, fields, contract))


def rows_of(text: str, contract: Contract) -> list[tuple[Row, Field]]:
    """The rows that tell of one field without children, in the order of the page."""
    found = [(rows[0], fields[0]) for rows, fields in _told(text, contract) if len(rows) == len(fields) == 1]
    leaves = [(row, field) for row, field in found if not _has_fields(field, contract)]
    return sorted(leaves, key=lambda pair: pair[0].start)


def _told(text: str, contract: Contract) -> Iterator[tuple[tuple[Row, ...], tuple[Field, ...]]]:
    """Rows with their fields: one by one where the lines that were read say so for each, else all of one name together."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(text):
        rows[text[row.name[0] : row.name[1]].replace("\\", "")].append(row)
    fields: dict[str, list[Field]] = defaultdict(list)
    for field in contract.fields.values():
        form = next((form for form in (field.path, field.name) if form in rows), None)
        if form is not None and is_told(field):
            fields[form].append(field)
    for name, same in fields.items():
        numbered = {bisect_right(lines, row.start): row for row in rows[name]}
        if any(field.source is not None and field.source.line not in (None, *numbered) for field in same):
            continue  # read elsewhere: these rows say it again
        placed = [(numbered[line], field) for field in same if (line := field.source.line if field.source else None) in numbered]
        if len(placed) == len(same) == len(rows[name]) == len({row.start for row, _ in placed}):
            yield from (((row,), (field,)) for row, field in placed)
        else:
            yield tuple(rows[name]), tuple(same)


def _rows(text: str) -> list[Row]:
    fences = [match.span() for match in FENCE.finditer(text)]
    found: list[Row] = []
    header: tuple[str, ...] = ()
    inside, previous, position = False, "", 0
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        bare_line = line.rstrip("\r\n")
        if any(opened <= start < closed for opened, closed in fences):
            inside, previous = False, ""
            continue
        if _RULE.match(bare_line) and "|" in previous:
            inside, header = True, tuple(cell.strip(" *`").lower() for cell in _split(previous))
        elif inside and "|" in bare_line:
            found += _table_row(text, start, position, bare_line, header)
        else:
            inside = False
            entry = _ENTRY.match(bare_line)
            if entry:
                found.append(Row(start, position, (start + entry.start("name"), start + entry.end("name"))))
        previous = bare_line
    return found


def _split(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))


def _table_row(text: str, start: int, end: int, line: str, header: tuple[str, ...]) -> Iterator[Row]:
    cells, at = [], start + (len(line) - len(line.lstrip()))
    at += line.lstrip().startswith("|")
    for cell in _split(line):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    name = bare(text[cells[0][0] : cells[0][1]].strip("`* \t")).strip("`*\\")
    if name and re.fullmatch(r"[\w.\[\]-]+", name) and len(cells) == len(header):
        begin = text.rfind(name, *cells[0])
        yield Row(start, end, (begin, begin + len(name)), tuple(cells), header)


def _at(text: str, rows: tuple[Row, ...], fields: tuple[Field, ...], contract: Contract) -> Iterator[Mutation]:
    keys = frozenset(field.key for field in fields)
    name = fields[0].name
    begins = [_begin(text, row, name) for row in rows]
    if min(begins) < 0:
        return
    yield Mutation(Kind.RENAME, tuple(Edit(at, at + len(name), f"{name}_planted") for at in begins), keys)
    for kind, change in ((Kind.TYPE, _retyped), (Kind.REQUIRED, _flipped), (Kind.DEPRECATE, _deprecated)):
        edits = [edit for row in rows if (edit := change(text, row)) is not None]
        if len(edits) == len(rows) and not any(_says_nothing(kind, field, contract) for field in fields):
            yield Mutation(kind, tuple(edits), keys)
    if not all(row.cells for row in rows):
        return
    if len(rows) == 1 and (edit := _without_value(text, rows[0], fields[0])) is not None:
        yield Mutation(Kind.ENUM, (edit,), keys)
    if not any(_has_fields(field, contract) for field in fields):
        yield Mutation(Kind.REMOVE, tuple(Edit(row.start, row.end) for row in rows), keys)
        if all(field.required and field.place != "path" for field in fields):
            added = frozenset(f"{field.key.removesuffix(field.path)}{sibling_path(field.path)}" for field in fields)
            copies = [
                Edit(row.end, row.end, text[row.start : at] + NEW_NAME + text[at + len(name) : row.end])
                for row, at in zip(rows, begins, strict=True)
            ]
            yield Mutation(Kind.ADD_REQUIRED, tuple(copies), added)


def _begin(text: str, row: Row, name: str) -> int:
    """Where a row prints a field's own name, -1 where it is spelled otherwise."""
    return text.rfind(name, *row.name)


def _has_fields(field: Field, contract: Contract) -> bool:
    inside = (f"{field.path}.", f"{field.path}[")
    return any(other.place == field.place and other.path.startswith(inside) for other in contract.fields.values())


def _retyped(text: str, row: Row) -> Edit | None:
    cells = row.cells[1:] or ((row.name[1], row.end),)
    for start, end in cells:
        match = _TYPE.match(text[start:end].rstrip())
        if match:
            return Edit(start + match.start("word"), start + match.end("word"), OTHER_TYPE[match["word"]])
    return None


def _flipped(text: str, row: Row) -> Edit | None:
    if row.cells:
        column = next((at for at, header in enumerate(row.header) if header in REQUIRED_HEADERS), None)
        if column is None:
            return None
        start, end = row.cells[column]
        word = text[start:end].strip(" *`")
        at = text.find(word, start, end)
        return Edit(at, at + len(word), OTHER_ANSWER[word]) if word in OTHER_ANSWER else None
    found = re.compile(r"[(（,，`*_ ](?P<word>" + "|".join(OTHER_REQUIRED) + r")(?=[)）,，`*_])").search(
        text, row.name[1], row.end
    )
    return Edit(*found.span("word"), OTHER_REQUIRED[found["word"]]) if found else None


def _says_nothing(kind: Kind, field: Field, contract: Contract) -> bool:
    """Whether a word says no more than the page says anyway."""
    if kind is Kind.DEPRECATE:
        return field.facts.get("deprecated") is True
    return field.place == "path" if kind is Kind.REQUIRED else _has_fields(field, contract)


def _deprecated(text: str, row: Row) -> Edit | None:
    """A first sentence in the cell of the description, as vendors write it."""
    column = next((at for at, header in enumerate(row.header) if role_of(header) is Role.DESCRIPTION), None)
    if column is None or not row.cells:
        return None
    start, end = row.cells[column]
    words = text[start:end]
    return Edit(start + len(words) - len(words.lstrip()), start + len(words) - len(words.lstrip()), DEPRECATED)


def _without_value(text: str, row: Row, field: Field) -> Edit | None:
    """The last documented value taken out of the row, where it stands there once, as code."""
    values = [value for value in field.enum or () if isinstance(value, str)]
    if len(values) < 2:
        return None
    for value in reversed(values):
        if re.search(rf"(?m)^\|[^|\n]*\|[ \t]*{re.escape(value)}[ \t]*\|", text):
            continue  # a table of values says it again
        found = list(re.finditer(rf"(?:[,、，][ ]*|[ ]or[ ])?`{re.escape(value)}`", text[row.start : row.end]))
        if len(found) == 1:
            return Edit(row.start + found[0].start(), row.start + found[0].end())
    return None
