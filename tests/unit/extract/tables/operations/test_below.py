"""A method is an operation where it is the heading below a path."""

from __future__ import annotations

from driftgate.extract.blocks import Block, Heading, Paragraph
from driftgate.extract.tables.operations.below import Below


def stated(*blocks: Block) -> list[tuple[int, str, str]]:
    below = Below()
    found = [found for at, block in enumerate(blocks) for found in below.with_block(at, block)]
    return [(one.at, one.operation.method, one.operation.path) for one in found]


def test_a_method_without_a_path_above_states_nothing() -> None:
    assert stated(Heading(2, "GET"), Heading(2, "Ships"), Heading(3, "GET")) == []


def test_a_method_beside_the_path_or_behind_its_part_states_nothing() -> None:
    assert stated(Heading(2, "/ships"), Heading(2, "GET")) == []
    assert stated(Heading(2, "/ships"), Heading(2, "Docks"), Heading(3, "GET")) == []


def test_every_method_below_a_path_is_an_operation_of_it() -> None:
    page = (Heading(2, "Path: /ships/:id"), Paragraph("One."), Heading(3, "`GET`"), Heading(4, "Answer"), Heading(3, "delete"))
    assert stated(*page) == [(2, "GET", "/ships/{id}"), (4, "DELETE", "/ships/{id}")]
