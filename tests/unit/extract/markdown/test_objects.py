"""Fields that a component of MDX is given as a list of objects are the rows of a table."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Heading, Paragraph, Table
from driftgate.extract.markdown import blocks


def tables(text: str) -> list[list[tuple[str, ...]]]:
    """The cells of every table, its header first."""
    found = [block for block in blocks(text) if isinstance(block, Table)]
    return [[tuple(cell.text for cell in row) for row in (table.header, *table.rows)] for table in found]


def test_objects_are_rows_and_what_follows_is_read_on() -> None:
    text = """<ShipParams
  title="Query parameters"
  rows={[
    { type: 'integer', name: 'size', required: true, description: 'In metres' },
    { name: "hue", type: "string", children: [{ name: "tone" }], description: <b>Of the hull</b> },
  ]}
/>

After the ship.
"""
    heading, table, after = blocks(text)
    assert heading == Heading(7, "Query parameters", 1)
    assert isinstance(table, Table)
    assert after == Paragraph("After the ship.", 9)
    assert tables(text) == [
        [
            ("name", "type", "required", "description"),
            ("size", "integer", "true", "In metres"),
            ("hue", "string", "", ""),
        ]
    ]


def test_a_component_on_one_line_is_read_too() -> None:
    assert tables('<Fields of={[{ name: "size", type: "integer" }]} />') == [[("name", "type"), ("size", "integer")]]


@pytest.mark.parametrize(
    "text",
    [
        '<Ships list={[{ title: "Aurora", type: "brig" }]} />',
        '<Ships list={[{ name: "Aurora", href: "/aurora" }]} />',
        '<Ships list={[{ name: "size", type: "integer" }',
        '<Card>\n\nlist={[{ name: "size", type: "integer" }]}',
        '```\n<Fields of={[{ name: "size", type: "integer" }]} />\n```',
        "<Ships list={ships} />",
    ],
)
def test_what_lists_no_fields_is_no_table(text: str) -> None:
    assert tables(text) == []
