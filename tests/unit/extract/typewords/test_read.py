"""Every spelling of a type that pages print becomes one canonical type, and what cannot be named becomes nothing."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.typewords.read import read_type, states_no_type


@pytest.mark.parametrize(
    "printed", ["Path collection", "Result Set", "", "Foo", "foo bar", "see below", "Foo?", "x" * 400, "{}", "a|Foo"]
)
def test_a_type_that_cannot_be_named_states_nothing(printed: str) -> None:
    assert read_type(printed) == {}


@pytest.mark.parametrize(
    ("printed", "facts"),
    [
        ("Array of objects (Title)", {"type": "array"}),
        ("strings", {"type": "string"}),
        ("string <date-time> <= 10 characters", {"type": "string", "format": "date-time", "max_length": 10}),
        ("array object[]", {"type": "array"}),
        ("string[]", {"type": "array<string>"}),
        ("string[][]", {"type": "array<array<string>>"}),
        ("enum<string>", {"type": "string"}),
        ("file", {"type": "string", "format": "binary"}),
        ("[object]", {"type": "array"}),
        ("[Model](#x)", {"type": "object"}),
        ("[[Model](#x)]", {"type": "array"}),
        ("BigDecimal", {"type": "number"}),
        ("Map<String, Object>", {"type": "object"}),
        ("string:uuid", {"type": "string", "format": "uuid"}),
        ("integer:enum", {"type": "integer"}),
        ("string or null", {"type": "string", "nullable": True}),
        ("['integer', 'null']", {"type": "integer", "nullable": True}),
        ("stringnullable", {"type": "string", "nullable": True}),
        ("?string", {"type": "string", "nullable": True}),
        ("integer (int64)", {"type": "integer", "format": "int64"}),
        ("number(float)", {"type": "number", "format": "float"}),
        ("List<String>", {"type": "array<string>"}),
        ("array[Foo]", {"type": "array"}),
        ("dictionary[string, string]", {"type": "object"}),
        ("one of string, object", {"type": "string | object"}),
        ("string · min: 1 · max: 16", {"type": "string", "min_length": 1, "max_length": 16}),
        ("integer · int64 · min: 0", {"type": "integer", "format": "int64", "minimum": 0}),
        ("string · enum", {"type": "string"}),
        ("string[] · max: 5", {"type": "array<string>", "max_items": 5}),
        ("one of sloop, ketch", {"type": "string", "enum": ("sloop", "ketch")}),
        ("date-only", {"type": "string", "format": "date"}),
        ("Union[str, int]", {"type": "integer | string"}),
        ('"a" | "b"', {"type": "string", "enum": ("a", "b")}),
        ("string(32)", {"type": "string", "max_length": 32}),
        ("integer [ 1 .. 100 ]", {"type": "integer", "minimum": 1, "maximum": 100}),
        ("number ( 0 .. 1 ]", {"type": "number", "exclusive_minimum": 0, "maximum": 1}),
        ("Array of strings <= 4 items", {"type": "array<string>", "max_items": 4}),
        ("string, required", {"type": "string", "required": True}),
        ("string (optional)", {"type": "string", "required": False}),
        ("boolean Deprecated", {"type": "boolean", "deprecated": True}),
        ("字符串数组", {"type": "array<string>"}),
        ("文字列の配列", {"type": "array<string>"}),
        ("문자열 배열", {"type": "array<string>"}),
        ("массив целых чисел", {"type": "array<integer>"}),
        ("Array von Objekten", {"type": "array"}),
        ("tableau d'objets", {"type": "array"}),
        ("chaîne de caractères", {"type": "string"}),
        ("布尔值", {"type": "boolean"}),
    ],
)
def test_a_printed_type_states_these_facts(printed: str, facts: dict[str, object]) -> None:
    assert read_type(printed) == facts


@pytest.mark.parametrize("printed", ["any", "-", "—", "", "mixed", "`any`"])
def test_any_and_empty_cells_state_no_type_without_being_misread(printed: str) -> None:
    assert states_no_type(printed)


def test_an_unknown_word_is_not_taken_for_an_unstated_type() -> None:
    assert not states_no_type("Wibble")


@pytest.mark.parametrize("hostile", ["[" * 300, "array of " * 33, "<" * 300, "string | " * 30, "(" * 150 + ")" * 150])
def test_hostile_types_are_read_in_no_time(hostile: str) -> None:
    started = time.process_time()
    read_type(hostile)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("printed", "kind"), [("integer?", "integer"), ("Map of key=val", "object"), ("dict of strings", "object")]
)
def test_marks_and_maps_leave_the_type_as_it_is(printed: str, kind: str) -> None:
    assert read_type(printed) == {"type": kind}
