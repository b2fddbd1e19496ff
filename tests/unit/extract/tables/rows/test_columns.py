"""Cells correct what a header leaves open: which column names, which one is no type at all, and what stands beside a name."""

from __future__ import annotations

from driftgate.contract import Source
from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.rows.columns import Columns, columns_of, rows_of
from driftgate.extract.tables.wording.words import Role

NAMES = (Role.NAME, Role.HEADER_NAME)


def table(header: str, *rows: str) -> Table:
    def cells(line: str) -> tuple[Cell, ...]:
        return tuple(Cell(text.strip().replace("/", "\n")) for text in line.split("|"))

    return Table(cells(header), tuple(map(cells, rows)))


def roles(found: Columns) -> dict[str, int]:
    return {role.value: at for role, at in found.by_role.items()}


def read(given: Table) -> list[dict[str, str]]:
    """Each row as its name and the texts of its other cells."""
    rows = [row for row, _ in rows_of(given, columns_of(given), Source()) if row]
    told = [{role.value: cell.text for role, cell in row.cells.items() if cell.text and role not in NAMES} for row in rows]
    return [{"": row.name.name, **cells} for row, cells in zip(rows, told, strict=True)]


def test_statuses_are_no_names() -> None:
    assert not columns_of(table("Code | Condition | Type", "201 | made | ", "404 | gone | Problem")).readable


def test_titles_of_fields_stand_back_behind_the_names_that_programs_use() -> None:
    found = columns_of(table("項目名 | 物理名 | 型", "店舗コード | shopCode | String", "商品 | items | Array"))
    assert roles(found) == {"name": 1, "type": 2}


def test_a_column_of_types_that_holds_places_is_one_of_places() -> None:
    found = columns_of(table("name | type | description", "fleet | path | The fleet", "notify | query | Tell it"))
    assert roles(found) == {"name": 0, "place": 1, "description": 2}


def test_a_header_over_both_columns_means_name_and_what_is_said_of_it() -> None:
    given = table("Fields | Fields", "title | string/Required. The title.")
    assert roles(columns_of(given)) == {"name": 0, "description": 1}


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


def test_the_place_of_a_row_is_kept_apart_from_its_type() -> None:
    found = columns_of(table("Name | In | Type", "id | path | string"))
    assert found.by_role[Role.PLACE] == 1
    assert found.by_role[Role.TYPE] == 2


def test_an_o_means_optional_beside_an_m() -> None:
    assert [row["required"] for row in read(table("Field | Mandatory", "id | M", "note | O"))] == ["M", "optional"]


def test_statuses_headed_as_names_are_a_table_of_answers() -> None:
    found = columns_of(table("Name | Type | Description", "200 OK | Ship | Fine", "Other Status Codes | Problem | Bad"))
    assert roles(found) == {"status": 0, "schema": 1, "description": 2}


def test_a_schema_beside_names_is_their_type_and_beside_statuses_an_answer() -> None:
    fields = columns_of(table("Name | Located in | Schema", "id | path | string"))
    answers = columns_of(table("Code | Description | Schema", "200 | Fine | Ship", "default | | Problem"))
    assert roles(fields) == {"name": 0, "place": 1, "type": 2}
    assert roles(answers) == {"description": 1, "status": 0, "schema": 2}


def test_a_column_of_an_unknown_header_that_holds_places_is_one_of_places() -> None:
    assert roles(columns_of(table("Name | Sort of | Type", "id | Header | string", "size | Query | integer")))["place"] == 1
    assert columns_of(table("Name | Sort of | Type", "id | Big | string")).unknown == ("Sort of",)


def test_a_column_of_formats_that_prints_types_is_one_of_types() -> None:
    assert roles(columns_of(table("Attribute | Format | Description", "guest | String | Who")))["type"] == 1
    assert roles(columns_of(table("Attribute | Format | Description", "day | YYYY-MM-DD | When")))["format"] == 1


def test_a_header_that_is_repeated_as_a_row_is_no_field() -> None:
    assert read(table("Name | Type", "Name | Type", "id | string")) == [{"": "id", "type": "string"}]


def test_values_are_descriptions_where_nothing_else_describes() -> None:
    assert read(table("Header field | Value", "X-Key | Required. Your key.")) == [
        {"": "X-Key", "description": "Required. Your key."}
    ]


def test_a_further_column_of_types_is_the_one_where_the_first_holds_places() -> None:
    found = columns_of(table("Parameter | Parameter Type | Data Type", "id | path | long", "fast | query | boolean"))
    assert roles(found) == {"name": 0, "place": 1, "type": 2}


def test_a_place_or_a_blank_heads_the_names_beside_types_or_answers() -> None:
    assert roles(columns_of(table("Query | Type", "q | string"))) == {"name": 0, "type": 1}
    assert roles(columns_of(table(" | Required", "q | yes"))) == {"name": 0, "required": 1}
    assert "name" not in roles(columns_of(table("Query | Result", "q | many")))


def test_a_column_of_demands_is_one_whatever_its_header_says() -> None:
    assert (
        roles(columns_of(table("Field | Type | Condition", "id | UUID | Mandatory", "ip | String | Conditional")))["required"]
        == 2
    )
    assert "required" not in roles(
        columns_of(table("Field | Type | Condition", "id | UUID | Mandatory", "ip | String | if known"))
    )


def test_values_that_are_all_types_are_types() -> None:
    assert roles(columns_of(table("Name | Value | Description", "id | String | which", "crew | List | who"))) == {
        "name": 0,
        "type": 1,
        "description": 2,
    }
    assert "type" not in roles(columns_of(table("Name | Value | Description", "id | String | which", "rig | sloop | how")))


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
