"""Elements that only have the roles of a table become one, wherever their wrappers stand; real tables and mere grids stay."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.blocks import Table
from driftgate.extract.markup import UnparsableError, blocks, parse


def tables(body: str) -> list[Table]:
    text = f"<!DOCTYPE html><html><body>{body}</body></html>"
    return [block for block in blocks(parse(text.encode(), text)) if isinstance(block, Table)]


def told(table: Table) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    return table.heads, [tuple(cell.text for cell in row) for row in table.rows]


def row(*cells: str, role: str = "cell", wrapper: str = "{}") -> str:
    inside = "".join(f'<div role="{role}"><span>{cell}</span></div>' for cell in cells)
    return f'<div role="row">{wrapper.format(inside)}</div>'


HEAD = row("Name", "Type", role="columnheader")
ROWS = row("hull", "string") + row("masts", "integer", role="gridcell")
TOLD = (("Name", "Type"), [("hull", "string"), ("masts", "integer")])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<div role="grid">{ROWS}</div>', id="no header"),
        pytest.param(f'<div role="table">{HEAD}</div>', id="a header alone"),
        pytest.param(f"<div>{HEAD}{ROWS}</div>", id="no table around them"),
        pytest.param('<p>What a columnheader is.</p><div role="row">x</div>', id="words"),
    ],
)
def test_other_elements_stay(body: str) -> None:
    assert tables(body) == []


def test_a_real_table_with_roles_stays_as_it_is() -> None:
    cells = '<tr role="row"><{0} role="{1}">{2}</{0}></tr>'
    body = cells.format("th", "columnheader", "Name") + cells.format("td", "cell", "hull")
    (table,) = tables(f'<table role="table">{body}</table>')
    assert told(table) == (("Name",), [("hull",)])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f'<div role="table">{HEAD}{ROWS}</div>', id="rows alone"),
        pytest.param(
            f'<section role="table"><div role="rowgroup">{HEAD}</div><div role="rowgroup">{ROWS}</div></section>', id="groups"
        ),
        pytest.param(f'<div role="treegrid"><div><div><div>{HEAD}{ROWS}</div></div></div></div>', id="wrappers"),
        pytest.param(
            f'<div role="grid">{HEAD}{row("hull", "string", wrapper="<div>{}</div>")}{row("masts", "integer")}</div>',
            id="wrapped cells",
        ),
    ],
)
def test_roles_make_a_table(body: str) -> None:
    (table,) = tables(body)
    assert told(table) == TOLD


def test_a_table_within_a_cell_is_one_of_its_own() -> None:
    inner = f'<div role="table">{HEAD}{ROWS}</div>'
    outer, inside = tables(f'<div role="table">{row("What", "More", role="columnheader")}{row("ship", inner)}</div>')
    assert (outer.heads, told(inside)) == (("What", "More"), TOLD)


def test_tables_within_each_other_are_refused_in_a_moment() -> None:
    body = f'<div role="table">{HEAD}<div role="row"><div role="cell">' * 1000 + ROWS + "</div></div></div>" * 1000
    began = time.process_time()
    with pytest.raises(UnparsableError):
        parse(body.encode(), body)
    assert time.process_time() - began < 3
