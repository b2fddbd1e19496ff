"""A table in a row of another one with the same columns goes on with it; any other stands for itself."""

from __future__ import annotations

from documents import html_document
from driftgate.extract.blocks import Table

HEAD = "<tr><th>Name</th><th>Type</th></tr>"


def tables(body: str) -> list[list[tuple[str, int]]]:
    blocks = html_document(body).blocks
    return [[(row[0].text, row[0].indent) for row in block.rows] for block in blocks if isinstance(block, Table)]


def test_a_table_with_other_columns_is_a_block_of_its_own() -> None:
    inner = "<table><tr><th>Code</th><th>Meaning</th></tr><tr><td>1</td><td>one</td></tr></table>"
    page = f"<table>{HEAD}<tr><td>kind</td><td>integer{inner}</td></tr></table>"
    assert tables(page) == [[("kind", 0)], [("1", 0)]]


def test_rows_with_the_same_columns_stand_deeper_below_their_row() -> None:
    inner = f"<table>{HEAD}<tr><td>total</td><td>integer</td></tr></table>"
    rows = f"<tr><td>amount</td><td>object</td></tr><tr><td colspan=2>{inner}</td></tr><tr><td>note</td><td>string</td></tr>"
    assert tables(f"<table>{HEAD}{rows}</table>") == [[("amount", 0), ("", 0), ("total", 4), ("note", 0)]]


def test_a_span_within_a_span_may_say_how_deep_a_name_stands() -> None:
    cell = '<td><span style="padding-left: 20px"><span>├─</span> color</span></td><td>string</td>'
    assert tables(f"<table>{HEAD}<tr>{cell}</tr></table>") == [[("├─ color", 2)]]


def test_a_name_on_the_right_stands_deeper_than_one_on_the_left() -> None:
    rows = '<tr><td>crew</td><td>object</td></tr><tr><td style="text-align: right;">captain</td><td>string</td></tr>'
    assert tables(f"<table>{HEAD}{rows}</table>") == [[("crew", 0), ("captain", 4)]]


def test_a_class_of_every_row_marks_none() -> None:
    rows = '<tr><td class="name required">hull</td></tr><tr><td class="name required">mast</td></tr>'
    assert tables(f"<table>{HEAD}{rows}</table>") == [[("hull", 0), ("mast", 0)]]
    assert tables(f'<table>{HEAD}<tr><td>hull</td><td class="required">yes</td></tr></table>') == [[("hull", 0)]]


def test_a_class_of_some_rows_stands_for_a_star() -> None:
    rows = '<tr><td class="required"><b>hull</b></td></tr><tr><td>mast</td></tr><tr class="required"><td>rig*</td></tr>'
    assert tables(f"<table>{HEAD}{rows}</table>") == [[("hull*", 0), ("mast", 0), ("rig*", 0)]]
