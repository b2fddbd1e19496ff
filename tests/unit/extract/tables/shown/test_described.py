"""A mapping of names to a type and more describes fields; a sample, a schema or a configuration describes none."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.tables.shown.described import described_rows
from driftgate.extract.tables.wording.words import Role


def told(text: str) -> list[tuple[str, str, str, str]]:
    rows = [row for row, _ in described_rows(text, Source()) if row is not None]
    return [(row.name.name, row.text(Role.TYPE), row.text(Role.REQUIRED), row.text(Role.DEFAULT)) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("type: sloop\ndescription: A ship\n", id="a sample"),
        pytest.param("hull:\n  type: oak\n  description: The wood\n", id="a type that is none"),
        pytest.param("hull:\n  type: string\nmasts: 2\n  description: x\n", id="broken"),
        pytest.param("hull:\n  type: string\n  description: x\nmasts: 2\n", id="a value beside it"),
        pytest.param("- type: string\n  description: x\n", id="a list"),
    ],
)
def test_other_texts_describe_nothing(text: str) -> None:
    assert told(text) == []


def test_what_each_name_is_mapped_to_describes_it() -> None:
    assert told("port:\n  type: string\n  required: true\nmasts:\n  type: integer\n  required: false\n  default: 1\n") == [
        ("port", "string", "yes", ""),
        ("masts", "integer", "no", "1"),
    ]
    assert told('{\n "id": {\n  "type": "integer",\n  "description": "Which"\n }\n}') == [("id", "integer", "", "")]
