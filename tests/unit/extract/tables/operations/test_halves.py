"""A labelled method takes the only path that is mentioned above it; of several it takes none."""

from __future__ import annotations

import pytest

from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.tables.operations.halves import half_labelled_operations


def told(text: str) -> list[str]:
    return [str(found.operation) for found in half_labelled_operations(blocks(text))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("**Method:** POST", id="no path"),
        pytest.param("Of `/ships` and `/ports`:\n\n**Method:** POST", id="two paths"),
        pytest.param("## Ships\n\nSee `/ships`.\n\n**Colour:** POST", id="another label"),
        pytest.param("See https://docs.example.test/ships.\n\n**Method:** POST", id="an address"),
    ],
)
def test_these_state_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The method `/ships` builds one.\n\n## Request\n\n- **Метод:** POST\n- **Тип:** JSON",
        "### Endpoint: /ships\n\nBuilds one.\n\n**Method:** POST",
    ],
)
def test_a_path_above_and_a_method_are_an_operation(text: str) -> None:
    assert told(text) == ["POST /ships"]
