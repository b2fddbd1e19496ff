"""A list is one of fields where its entries state types, or where they are names and a heading says what they are."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.blocks import Block, Code, Heading, Item, Listing
from driftgate.extract.tables.rows.entries import addressed_rows, listed_rows
from driftgate.extract.tables.wording.words import Role


def read(*items: Item, announced: bool = False) -> list[tuple[str, int, str] | None]:
    rows = listed_rows(Listing(items), Source(), announced=announced)
    return [(row.name.name, row.name.level, row.text(Role.TYPE)) if row else None for row, _ in rows]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((Item(0, "Speed matters."), Item(0, "Size does not.")), id="sentences"),
        pytest.param((Item(0, "id: which ship", "id"), Item(0, "crew: who sails", "crew")), id="names that state no type"),
        pytest.param((Item(0, "id: string", "id"), Item(0, "See below."), Item(0, "Or above.")), id="most state nothing"),
    ],
)
def test_a_list_that_states_no_types_is_none_of_fields(items: tuple[Item, ...]) -> None:
    assert read(*items) == []


def test_entries_with_types_are_fields() -> None:
    assert read(Item(0, "id (string)", "id"), Item(0, "crew - integer", "crew")) == [("id", 0, "string"), ("crew", 0, "integer")]


def test_below_a_heading_for_fields_names_in_code_are_enough() -> None:
    listed = (Item(0, "id: which ship", "id", code=("id",)), Item(0, "crew: who sails", "crew", code=("crew",)))
    assert read(*listed, announced=True) == [("id", 0, ""), ("crew", 0, "")]
    assert read(*listed) == []


def test_what_is_nested_is_a_field_or_a_remark_on_the_one_above() -> None:
    listed = (Item(0, "crew (object)", "crew"), Item(1, "rank (integer)", "rank"), Item(1, "Example: 3"))
    assert read(*listed) == [("crew", 0, "object"), ("rank", 1, "integer")]


def test_a_word_in_angle_brackets_stands_for_any_name() -> None:
    assert read(Item(0, "<port> (string)", "<port>")) == [("{port}", 0, "string")]


@pytest.mark.parametrize("second", ["Warning", "Note"])
def test_capitalised_words_in_bold_alone_are_titles(second: str) -> None:
    items = [Item(0, f"{term} – of it", term, strong=(term,)) for term in ("Hint", second)]
    assert read(*items, announced=True) == []


def test_capitalised_words_in_bold_are_names_beside_one_that_only_code_writes_so() -> None:
    items = [Item(0, f"{term} – of it", term, strong=(term,)) for term in ("Hull", "MastCount")]
    assert [row and row[0] for row in read(*items, announced=True)] == ["Hull", "MastCount"]


@pytest.mark.parametrize(
    ("item", "row"),
    [
        (
            Item(0, "size=<metres | feet>: how long", "size=<metres | feet>", None, ("size=<metres | feet>",)),
            ("size", 0, "metres | feet"),
        ),
        (Item(0, "crew[]=[string] who sails", "crew[]=[string]", None, ("crew[]=[string]",)), ("crew[]", 0, "string")),
        (Item(0, ":ship (string): which one", ":ship", None, (":ship",)), ("{ship}", 0, "string")),
    ],
)
def test_a_name_may_be_written_as_it_is_sent(item: Item, row: tuple[str, int, str]) -> None:
    assert read(item) == [row]


def test_an_assignment_of_a_value_is_no_field() -> None:
    assert read(Item(0, "size=12 (string)", "size=12", None, ("size=12",))) == []


def test_an_entry_of_several_names_is_no_field_and_does_not_spoil_the_list() -> None:
    assert read(Item(0, "from/to: when", "from/to"), Item(0, "crew: who sails", "crew"), announced=True) == [
        None,
        ("crew", 0, ""),
    ]


@pytest.mark.parametrize(("term", "text"), [("Content-Type", "application/json"), ("Example", '{"name": "Ada"}')])
def test_the_media_type_and_the_example_of_a_body_are_no_fields_of_it(term: str, text: str) -> None:
    assert [row for row in read(Item(0, text, term), Item(0, "integer", "crew")) if row] == [("crew", 0, "integer")]


ADDRESS = Code("GET /ships?port=Kiel&masts=2")


def addressed(above: Block | None, *items: Item) -> list[str]:
    return [row.name.name for row, _ in addressed_rows(above, Listing(items), Source()) if row]


def test_below_an_address_names_of_its_query_are_fields() -> None:
    port, masts = Item(0, "port: where", "port"), Item(0, "masts: how many", "masts")
    words = Item(0, "Records begin in May.")
    assert addressed(ADDRESS, port, masts, Item(0, "flag: which", "flag")) == ["port", "masts", "flag"]
    assert addressed(ADDRESS, port, masts, words, words) == ["port", "masts"]
    assert addressed(ADDRESS, port, words, words) == []
    assert addressed(Heading(2, "Ships"), port, masts) == addressed(None, port, masts) == []


def test_below_a_heading_for_fields_small_names_need_no_code() -> None:
    listed = (Item(0, "port: where it lies"), Item(0, "masts (if any): how many"))
    assert read(*listed, announced=True) == [("port", 0, ""), ("masts", 0, "")]
    assert read(*listed, Item(0, "Only once."), announced=True) == []


def test_the_type_of_the_whole_is_no_field() -> None:
    assert listed_rows(Listing((Item(0, "Type: object"),)), Source()) == []
