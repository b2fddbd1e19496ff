"""What a row does not say may be told by the habit of its table, but never against the row's own words."""

from __future__ import annotations

from driftgate.contract import Source
from driftgate.extract.blocks import Cell
from driftgate.extract.tables.rows.nesting import named
from driftgate.extract.tables.rows.row import Row
from driftgate.extract.tables.rows.rowfacts import Habits, read_row
from driftgate.extract.tables.wording.words import Role


def row(name: str, described: str = "") -> Row:
    read = named(name)
    assert read is not None
    return Row(read, {Role.DESCRIPTION: Cell(described)}, Source())


def required(*rows: Row) -> list[object]:
    habits = Habits.of(rows)
    return [read_row(one, habits).facts.get("required") for one in rows]


def test_without_marks_nothing_is_told() -> None:
    assert required(row("id"), row("name")) == [None, None]


def test_the_description_stands_before_the_habit() -> None:
    assert required(row("mail*"), row("name", "(required) What it is called"), row("age")) == [True, True, False]


def test_names_marked_as_optional_make_the_others_required() -> None:
    assert required(row("age (optional)"), row("name")) == [False, True]


def test_a_column_of_defaults_may_say_that_there_is_none_to_leave_out() -> None:
    read = named("token")
    assert read is not None
    told = [
        read_row(Row(read, {Role.DEFAULT: Cell(text), **more}, Source()), Habits()).facts
        for text, more in (("Pflicht", {}), ("optional", {}), ("required", {Role.REQUIRED: Cell("no")}), ("true", {}))
    ]
    assert told == [{"required": True}, {"required": False}, {"required": False}, {"default": True}]
