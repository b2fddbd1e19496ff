"""Lists whose every entry has the same labels are tables."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Item, Listing, Table
from driftgate.extract.tables.rows.records import as_records


def listing(*entries: tuple[str, str]) -> Listing:
    return Listing(tuple(Item(0, text, term) for term, text in entries))


def rows(found: Table | None) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows] if found else []


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(listing(), id="nothing"),
        pytest.param(listing(("name", "A ship's name"), ("mast", "How many")), id="fields"),
        pytest.param(listing(("Name", "The Argo"), ("Description", "A ship")), id="a name of words"),
        pytest.param(listing(("Name", "mast"), ("Shipyard", "Kiel")), id="another label"),
        pytest.param(listing(("Name", "mast")), id="a name alone"),
    ],
)
def test_other_lists_are_none(given: Listing) -> None:
    assert as_records(given) is None


def test_terms_that_repeat_are_the_columns_of_a_table() -> None:
    found = as_records(
        listing(("Name", "mast"), ("Type", "integer"), ("Name", "keel"), ("Type", "string"), ("Description", "Oak"))
    )
    assert found is not None
    assert found.heads == ("Name", "Type", "Required", "Description")
    assert rows(found) == [["mast", "integer", "", ""], ["keel", "string", "", "Oak"]]


def test_so_are_labels_on_lines_of_one_entry_with_the_answer_below_the_type() -> None:
    text = "Name\nmast\nType\ninteger\nrequired\nDescription\nHow many\nDefault:\n3"
    assert rows(as_records(Listing((Item(0, text),)))) == [["mast", "integer", "required", "How many\nDefault:\n3"]]
