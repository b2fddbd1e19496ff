"""What stands in brackets behind a scalar is a format, a flag, a length or values; a title says nothing."""

from __future__ import annotations

import pytest

from driftgate.extract.typewords.formats import with_format


@pytest.mark.parametrize(
    ("outer", "inside"),
    [
        pytest.param({}, "uuid", id="of nothing"),
        pytest.param({"type": "string"}, "", id="nothing"),
        pytest.param({"type": "string"}, "A ship's name", id="a title"),
        pytest.param({"type": "array of string"}, "uuid", id="behind a list it may be the items'"),
        pytest.param({"type": "integer"}, "20", id="a length of a number"),
    ],
)
def test_these_words_add_nothing(outer: dict[str, object], inside: str) -> None:
    assert with_format(dict(outer), inside) == outer  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "inside", "added"),
    [
        ("string", "uuid", {"format": "uuid"}),
        ("string", "20", {"max_length": 20}),
        ("string", "3..20", {"min_length": 3, "max_length": 20}),
        ("string", '"a", "b"', {"enum": ("a", "b")}),
        ("integer", "nullable", {"nullable": True}),
    ],
)
def test_these_words_are_facts(kind: str, inside: str, added: dict[str, object]) -> None:
    assert with_format({"type": kind}, inside) == {"type": kind, **added}


def test_a_word_in_round_brackets_is_a_format_only_if_it_is_known() -> None:
    assert with_format({"type": "string"}, "ship-code", angled=False) == {"type": "string"}
    assert with_format({"type": "string"}, "ship-code") == {"type": "string", "format": "ship-code"}
