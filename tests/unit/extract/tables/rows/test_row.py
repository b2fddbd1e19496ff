"""A row states what its columns say, and what its name cell and its description say beside it."""

from __future__ import annotations

from driftgate.contract import Source
from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.rows.columns import columns_of
from driftgate.extract.tables.rows.row import rows_of
from driftgate.extract.tables.wording.words import Role

NAMES = (Role.NAME, Role.HEADER_NAME)


def table(header: str, *rows: str) -> Table:
    def cells(line: str) -> tuple[Cell, ...]:
        return tuple(Cell(text.strip().replace("/", "\n")) for text in line.split("|"))

    return Table(cells(header), tuple(map(cells, rows)))


def read(given: Table) -> list[dict[str, str]]:
    """Each row as its name and the texts of its other cells."""
    rows = [row for row, _ in rows_of(given, columns_of(given), Source()) if row]
    told = [{role.value: cell.text for role, cell in row.cells.items() if cell.text and role not in NAMES} for row in rows]
    return [{"": row.name.name, **cells} for row, cells in zip(rows, told, strict=True)]


def test_a_cross_means_no_beside_a_circle_and_a_tick_elsewhere() -> None:
    circled = table("Name | Required | Type", "id | O | Long", "note | X | String")
    ticked = table("Name | Required | Type", "id | X | Long", "note | | String")
    assert [row["required"] for row in read(circled)] == ["O", "×"]
    assert read(ticked)[0]["required"] == "X"


def test_a_type_below_the_name_is_read() -> None:
    assert read(table("Parameter | Description", "caption/string | The words", "fast/boolean | Be quick")) == [
        {"": "caption", "type": "string", "description": "The words"},
        {"": "fast", "type": "boolean", "description": "Be quick"},
    ]


def test_one_column_may_hold_name_type_and_description() -> None:
    body = Cell("owner string Required\nWho has it.", code=("owner",))
    given = Table((Cell("Name, Type, Description"),), ((body,),))
    assert read(given) == [{"": "owner", "type": "string Required", "required": "required", "description": "Who has it."}]


def test_a_first_line_in_code_is_the_type_where_no_column_says_it() -> None:
    described = Cell("string\nRequired. The parent.", code=("string",))
    given = Table((Cell("Parameter"), Cell("Description")), ((Cell("parent"), described),))
    assert read(given) == [{"": "parent", "type": "string", "description": "Required. The parent."}]


def test_labelled_lines_of_a_description_are_facts_and_sentences_stay() -> None:
    given = table("Parameter | Description", "size | How big./Type: integer/Required: yes/Note: round it")
    assert read(given) == [{"": "size", "type": "integer", "required": "yes", "description": "How big.\nNote: round it"}]


def test_an_o_means_optional_beside_an_m() -> None:
    assert [row["required"] for row in read(table("Field | Mandatory", "id | M", "note | O"))] == ["M", "optional"]


def test_a_header_that_is_repeated_as_a_row_is_no_field() -> None:
    assert read(table("Name | Type", "Name | Type", "id | string")) == [{"": "id", "type": "string"}]


def test_values_are_descriptions_where_nothing_else_describes() -> None:
    assert read(table("Header field | Value", "X-Key | Required. Your key.")) == [
        {"": "X-Key", "description": "Required. Your key."}
    ]


def test_a_header_of_names_and_types_makes_a_table_of_fields() -> None:
    given = table("Nombre/tipo | Descripción", "casco/String | de roble")
    assert columns_of(given).in_one
    assert read(given) == [{"": "casco", "type": "String", "description": "de roble"}]


def test_a_name_may_stand_with_a_value() -> None:
    given = Table((Cell("Name"), Cell("Type")), ((Cell("id=eq.{id}"), Cell("string")), (Cell("a = b"), Cell("string"))))
    assert read(given) == [{"": "id", "type": "string"}]


def test_plus_and_minus_answer_a_column_of_their_own() -> None:
    given = table("Name | Required", "hull | +", "flag | -")
    assert read(given) == [{"": "hull", "required": "yes"}, {"": "flag", "required": "no"}]
    assert read(table("Name | Required", "hull | -")) == [{"": "hull", "required": "-"}]


def test_a_name_may_have_its_type_in_parentheses() -> None:
    given = table("Name | Description | Required", "ships (array) | All of them | yes", "crew (see below) | Who sails | no")
    assert read(given) == [{"": "ships", "type": "array", "description": "All of them", "required": "yes"}]


def test_a_labelled_type_may_be_a_model_that_it_links_to() -> None:
    links = ("Hull", "Raft")
    cell = Cell("Type: (Hull\nor Raft)[]\nWhat floats. Type: see below", links=links)
    (found,) = read(Table((Cell("Name"), Cell("Description")), ((Cell("parts"), cell),)))
    assert (found["type"], found["description"]) == ("(Hull or Raft)[]", "What floats. Type: see below")
    (other,) = read(
        Table((Cell("Name"), Cell("Description")), ((Cell("parts"), Cell("Type: see Hull\nWhat floats", links=links)),))
    )
    assert "type" not in other


def test_dots_for_further_fields_are_no_row() -> None:
    table = Table((Cell("Name"), Cell("Type")), ((Cell("mast"), Cell("string")), (Cell("..."), Cell("..."))))
    assert [row and row.name.name for row, _ in rows_of(table, columns_of(table), Source())] == ["mast"]
