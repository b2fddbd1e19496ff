"""What one row states of its field: its columns, the marks beside its name, then its sentences."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from driftgate.contract import FactValue, Source
from driftgate.contract.types import array_of
from driftgate.extract.blocks import Cell
from driftgate.extract.prose.mined import filled
from driftgate.extract.prose.values import scalar
from driftgate.extract.tables.rows.beside import REQUIRED
from driftgate.extract.tables.rows.modelnames import Member, alternatives_in, is_linked, members_named, model_key, model_named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.wording.words import Role, says_yes
from driftgate.extract.typewords.read import read_type, states_no_type
from driftgate.extract.typewords.table import folded
from driftgate.extract.typewords.text import without_flags

Facts = dict[str, FactValue]

_NOTHING = frozenset(
    (
        "",
        "-",
        "--",
        "—",
        "–",
        "none",
        "n/a",
        "na",
        "null",
        "无",
        "無",
        "なし",
        "없음",
        "нет",
        "/",
        "undefined",
        "nil",
        "empty",
        "//",
    )
)
#: columns that state one fact each
_STATING = frozenset((Role.NULLABLE, Role.DEPRECATED, Role.DEFAULT, Role.ENUM, Role.LIMITS))
_LONGEST_TYPE = 200
#: types that a linked name says more about
_STRUCTURED = ("object", "array", "array<object>")
_VALUES = re.compile(r"[`\"“'‘]([^`\"”'’\n]{1,100})[`\"”'’]")
#: between a type and what else its cell says: "integer; example: 7"
_REMARK = re.compile(r"[;；\n]")
_PLAIN_VALUE = re.compile(r"^[\w.+:#-]{1,60}$")


@dataclass(frozen=True, slots=True)
class Habits:
    """What the rows of one table have in common: which marks they use, so that their absence says something.

    starred: some names bear a star or the word "required"; questioned: some end in ``?`` or bear the word "optional".
    """

    starred: bool = False
    questioned: bool = False

    @classmethod
    def of(cls, rows: Collection[Row]) -> Habits:
        """The habits of these rows."""
        has_column = any(Role.REQUIRED in row.cells or Role.OPTIONAL in row.cells for row in rows)
        return cls(
            starred=not has_column and any(row.name.starred for row in rows),
            questioned=not has_column
            and any(row.name.question or row.name.required is False for row in rows)
            and not any(row.name.starred for row in rows),
        )


class Read(NamedTuple):
    """The facts of one row. model: the model that the type refers to; unnamed: a type was printed and not understood;
    members: of a type that is a union, the models among its alternatives."""

    facts: Facts
    sources: dict[str, Source]
    model: str = ""
    unnamed: bool = False
    members: tuple[Member, ...] = ()

    @property
    def is_array(self) -> bool:
        return str(self.facts.get("type", "")).startswith("array")


def read_row(row: Row, habits: Habits, models: Collection[str] = ()) -> Read:
    """Everything a row states; models: folded titles of the objects described elsewhere on the page."""
    facts, model, unnamed, members = _type(row, models)
    facts.update(_required(row))
    if row.name.deprecated:
        facts["deprecated"] = True
    if not _STATING.isdisjoint(row.cells):
        facts.update(_marks(row))
        facts.update(_columns(row, str(facts.get("type", ""))))
    facts, sources = filled(facts, row.description, row.source)
    if "required" not in facts and not row.name.conditional:
        facts |= _by_habit(habits)
    return Read(facts, sources, model, unnamed, members)


def _type(row: Row, models: Collection[str]) -> tuple[Facts, str, bool, tuple[Member, ...]]:
    cell = row.cells.get(Role.TYPE)
    if cell is None:
        return _described_type(row), "", False, ()
    text = cell.text.replace("\n", " ")
    members = members_named(text, models)
    model = model_named(text, models) or next((member.model for member in members), "")
    facts: Facts = read_type(text) or read_type(_REMARK.split(cell.text, maxsplit=1)[0])
    if not facts and (model or is_linked(text, cell.links)):
        listed = text.strip().startswith("[") or re.match(r"(?i)\s*(array|list)\b", text) or text.rstrip().endswith("[]")
        facts = {"type": array_of(None) if listed else "object"}
    one = cell.links and not model and len(alternatives_in(text)) == 1
    if one and facts.get("type") in _STRUCTURED and (named := model_key(text)):
        facts["model"] = named
    if (form := row.text(Role.FORMAT)) and folded(form) not in _NOTHING and re.fullmatch(r"[A-Za-z][\w-]{1,30}", form):
        facts.setdefault("format", form)
    return facts, model, not facts and not states_no_type(text), members


def _described_type(row: Row) -> Facts:
    """A type that stands as the bold first word of the description, where the table has no column for it."""
    cell = row.cells.get(Role.DESCRIPTION)
    if cell is None or not cell.strong or not cell.text.startswith(cell.strong[0]):
        return {}
    return read_type(cell.strong[0])


def _by_habit(habits: Habits) -> Facts:
    """What it means that a row bears no mark, where others of its table do."""
    if habits.questioned:
        return {"required": True}
    return {"required": False} if habits.starred else {}


def _required(row: Row) -> Facts:
    for role, sense in ((Role.REQUIRED, True), (Role.OPTIONAL, False)):
        text = row.text(role)
        if text:
            answer = says_yes(text)
            return {} if answer is None else {"required": answer is sense}
    if row.name.required is not None:
        return {"required": row.name.required}
    beside = without_flags(row.text(Role.TYPE)[:_LONGEST_TYPE])[1] if Role.TYPE in row.cells else {}
    if "required" in beside:
        return {"required": beside["required"]}  # of a type that is not understood: "path (required)"
    return {"required": False} if row.name.question else {}


def _marks(row: Row) -> Facts:
    facts: Facts = {}
    for role, name in ((Role.NULLABLE, "nullable"), (Role.DEPRECATED, "deprecated")):
        answer = says_yes(row.text(role)) if row.text(role) else None
        if answer is not None:
            facts[name] = answer
    return facts


def _columns(row: Row, kind: str) -> Facts:
    """Facts with a column of their own."""
    facts: Facts = {}
    default = row.text(Role.DEFAULT).strip()
    if REQUIRED.match(default):  # what must be sent has none
        sent = says_yes(default)
        facts |= {} if sent is None or Role.REQUIRED in row.cells else {"required": sent}
    elif folded(default) not in _NOTHING and len(default) <= 100 and "\n" not in default:
        facts["default"] = typed(default, kind)
    values = _enum(row.cells.get(Role.ENUM), kind)
    if values:
        facts["enum"] = values
    facts.update(_limits(row, kind))
    return facts


def typed(text: str, kind: str) -> FactValue:
    """A printed value as the field's type has it: ``1`` of a string stays text."""
    value = scalar(text)
    if kind == "string" and not isinstance(value, str):
        return text.strip().strip("`\"'“”")
    return value


def _enum(cell: Cell | None, kind: str) -> tuple[str | int | float | bool | None, ...]:
    """The values of a column of values, if it is a plain list of them."""
    if cell is None or folded(cell.text) in _NOTHING:
        return ()
    listed = cell.code or tuple(_VALUES.findall(cell.text))
    if not listed:
        parts = [part.strip() for part in re.split(r"[,、，/|\n;；]", cell.text) if part.strip()]
        listed = tuple(parts) if len(parts) > 1 and all(_PLAIN_VALUE.match(part) for part in parts) else ()
    values = tuple(dict.fromkeys(typed(part, kind) for part in listed))
    return tuple(value for value in values if not isinstance(value, tuple)) if len(values) > 1 else ()


def _limits(row: Row, kind: str) -> Facts:
    text = row.text(Role.LIMITS).strip()
    if kind == "string" and re.fullmatch(r"(?:[<≤]=? ?)?\d{1,6}", text):
        return {"max_length": int(re.sub(r"\D", "", text))}
    return {}
