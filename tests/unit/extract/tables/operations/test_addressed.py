"""An address with variables in its query is one to open; an address of a sample, or one within a sentence, states nothing."""

from __future__ import annotations

import pytest

from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.tables.operations.addressed import addressed_operations


def told(text: str) -> list[str]:
    return [str(found.operation) for found in addressed_operations(blocks(text))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```\nhttps://api.example.test/ships?port=Kiel\n```", id="values"),
        pytest.param("```\nhttps://api.example.test/ships\n```", id="no query"),
        pytest.param("See https://api.example.test/ships?port={port} for all of them.", id="a sentence"),
    ],
)
def test_these_state_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "```\nhttps://api.example.test/ships?port=<port>\n```",
        "The URL =\nhttp://#HOST#/ships?key=#KEY#",
    ],
)
def test_variables_in_the_query_make_it_one_to_open(text: str) -> None:
    assert told(text) == ["GET /ships"]
