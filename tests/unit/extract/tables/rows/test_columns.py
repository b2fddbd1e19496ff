"""Cells correct what a header leaves open: which column names, which one places, and which table is none of fields."""

from __future__ import annotations

import pytest

from driftgate.extract.blocks import Cell, Table
from driftgate.extract.tables.rows.columns import Columns, columns_of
from driftgate.extract.tables.wording.words import Role

NAMES = (Role.NAME, Role.HEADER_NAME)


def table(header: str, *rows: str) -> Table:
    def cells(line: str) -> tuple[Cell, ...]:
        return tuple(Cell(text.strip().replace("/", "\n")) for text in line.split("|"))

    return Table(cells(header), tuple(map(cells, rows)))


def roles(found: Columns) -> dict[str, int]:
    return {role.value: at for role, at in found.by_role.items()}


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


def test_the_place_of_a_row_is_kept_apart_from_its_type() -> None:
    found = columns_of(table("Name | In | Type", "id | path | string"))
    assert found.by_role[Role.PLACE] == 1
    assert found.by_role[Role.TYPE] == 2


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


def test_an_unknown_header_above_names_is_told_by_its_cells_and_proves_no_table_of_fields() -> None:
    found = columns_of(table("Zutat|Type|Description", "sugar|string|sweet", "saltLevel|integer|not sweet"))
    assert roles(found) == {"name": 0, "type": 1, "description": 2}
    assert (found.tells_fields, found.may_hold_fields) == (False, True)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("application/json|object|x", "text/csv|string|x"), id="media types"),
        pytest.param(("Sugar cane|string|x", "Salt|string|x"), id="words"),
        pytest.param(("sugar|string|x", "sugar|string|y"), id="repeated"),
        pytest.param(("string|string|x", "integer|integer|y"), id="types"),
    ],
)
def test_other_cells_below_an_unknown_header_are_no_names(rows: tuple[str, ...]) -> None:
    assert "name" not in roles(columns_of(table("Zutat|Type|Description", *rows)))


@pytest.mark.parametrize("head", ["Validación", "Default"])
def test_a_column_that_answers_in_its_first_word_says_what_is_required(head: str) -> None:
    table = Table(
        (Cell("Name"), Cell(head), Cell("Description")),
        ((Cell("mast"), Cell("Obligatorio."), Cell("How many")), (Cell("keel"), Cell("Opcional. Oak."), Cell("Of what"))),
    )
    assert columns_of(table).by_role[Role.REQUIRED] == 1


def test_models_beside_known_types_leave_a_column_of_values_one_of_types() -> None:
    cells = ((Cell("mast"), Cell("string"), Cell("Oak")), (Cell("port"), Cell("Port", links=("Port",)), Cell("Where")))
    assert columns_of(Table((Cell("Name"), Cell("Value"), Cell("Description")), cells)).by_role[Role.TYPE] == 1


def test_a_column_of_answers_may_be_headed_status() -> None:
    rows = ((Cell("hull"), Cell("required"), Cell("Of what")), (Cell("rig"), Cell("optional"), Cell("Its rig")))
    table = Table((Cell("Parameter"), Cell("Status"), Cell("Description")), rows)
    assert columns_of(table).by_role == {Role.NAME: 0, Role.REQUIRED: 1, Role.DESCRIPTION: 2}


def test_the_type_beside_a_status_is_that_of_the_answer() -> None:
    table = Table((Cell("Status code"), Cell("Type"), Cell("Description")), ((Cell("201"), Cell("Ship"), Cell("Made")),))
    assert columns_of(table).by_role == {Role.STATUS: 0, Role.SCHEMA: 1, Role.DESCRIPTION: 2}


def test_names_stand_beside_what_the_column_headed_as_theirs_demands() -> None:
    found = columns_of(table("Parameter | Input | Description", "Required | to | whom", "Optional | subid | whose"))
    assert roles(found) == {"name": 1, "description": 2, "required": 0}
    words = columns_of(table("Parameter | Input | Description", "Required | a harbour | whom", "Optional | - | whose"))
    assert roles(words) == {"name": 0, "description": 2}
