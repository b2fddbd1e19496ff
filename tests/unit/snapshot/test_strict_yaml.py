"""A plain scalar means what every YAML reader says it means, or it must be quoted."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from driftgate.errors import SnapshotError
from driftgate.snapshot.layout import flow_text, yaml_text
from driftgate.snapshot.strict_yaml import load


@pytest.mark.parametrize(
    "plain",
    [
        "no",
        "Yes",
        "ON",
        "off",
        "True",
        "FALSE",
        "Null",
        "~",
        "010",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "+1",
        "1.",
        ".5",
        "1e5",
        "1.5e3",
        "12:30:45",
        ".inf",
        "-.INF",
        ".nan",
        "1" * 400,
    ],
)
def test_a_scalar_that_readers_take_for_different_things_must_be_quoted(plain: str) -> None:
    with pytest.raises(SnapshotError, match="understand differently"):
        load(f"a: {plain}", "f")
    assert load(f'a: "{plain}"', "f").need("a").value == plain


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-12", -12),
        ("1.5", 1.5),
        ("1.0e-7", 1e-7),
        ("2026-11-22", "2026-11-22"),
        ("string | array", "string | array"),
        ("1.2.3", "1.2.3"),
        ("y", "y"),
    ],
)
def test_a_plain_scalar_has_one_meaning(plain: str, value: object) -> None:
    found = load(f"a: {plain}", "f").need("a").value
    assert (found, type(found)) == (value, type(value))


def test_deep_nesting_is_refused_without_recursion() -> None:
    with pytest.raises(SnapshotError, match="nested too deeply"):
        load("[" * 100_000, "f")


@given(st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.none())
def test_what_is_written_means_the_same_to_every_reader(value: object) -> None:
    text = yaml_text({"a": {"b": [value]}, "line": value})
    expected = "".join("\ufffd" if "\ud800" <= char < "\ue000" else char for char in value) if isinstance(value, str) else value
    ours = load(text, "f")
    assert ours.need("a").need("b").items()[0].value == ours.need("line").value == expected
    assert yaml.safe_load(text) == {"a": {"b": [expected]}, "line": expected}


def test_direction_marks_and_control_characters_show_in_the_file() -> None:
    assert flow_text("a\u202eb\x1b\U0001f600\ud800") == '"a\\u202Eb\\x1B\\U0001F600\\uFFFD"'
