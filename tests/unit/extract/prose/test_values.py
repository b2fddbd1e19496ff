"""A printed value is the number or the word that it shows."""

from __future__ import annotations

import pytest

from driftgate.extract.prose.values import number, scalar


@pytest.mark.parametrize("text", ["1.2.3", "2024-01-01", "1e5", "12 ships", "yes", "null"])
def test_what_is_no_number_and_no_answer_stays_text(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "value"), [("`-7`", -7), ("“0.5”", 0.5), ("TRUE", True), ("'false'", False), (" 「sloop」 ", "sloop")]
)
def test_quotes_are_not_part_of_a_value(text: str, value: object) -> None:
    assert (scalar(text), type(scalar(text))) == (value, type(value))


@pytest.mark.parametrize(("text", "value"), [("1,000", 1000), ("12_500", 12500), ("1,000.5", 1000.5)])
def test_separators_are_not_part_of_a_number(text: str, value: float) -> None:
    assert number(text) == value
