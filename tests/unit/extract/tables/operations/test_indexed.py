"""A caption that names one operation of a table of them says whose fields stand below it."""

from __future__ import annotations

import pytest

from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.tables.operations.indexed import indexed_operations

INDEX = "| Method | URL |\n|---|---|\n| GET | /ships |\n| GET | /ports |\n| POST | /ships/{id} |\n\n"


def named(text: str) -> list[str]:
    return [str(found.operation) for found in indexed_operations(blocks(text))]


@pytest.mark.parametrize(
    "caption",
    [
        pytest.param("### Ships", id="a title"),
        pytest.param("### GET (list them)", id="a method that several have"),
        pytest.param("### Body of /harbours", id="a path of none"),
        pytest.param("Parameters of /ports", id="no caption"),
    ],
)
def test_other_captions_name_none(caption: str) -> None:
    assert named(INDEX + caption) == []


def test_a_path_or_the_only_method_of_its_kind_names_one() -> None:
    assert named(f"{INDEX}**Parameters of `/ports`:**\n\n### POST (rename one)") == ["GET /ports", "POST /ships/{id}"]


def test_a_method_before_the_path_tells_which_of_two() -> None:
    index = "| Method | URL |\n|---|---|\n| GET | /ships |\n| POST | /ships |\n\n"
    assert named(f"{index}### Query parameters for GET /ships") == ["GET /ships"]
    assert named(f"{index}### Body of /ships") == []


def test_one_operation_alone_is_no_index() -> None:
    assert named("| Method | URL |\n|---|---|\n| GET | /ports |\n\n### Body of /ports") == []


def test_the_words_of_its_row_name_one() -> None:
    index = "| Method | URL | What |\n|---|---|---|\n| GET | /ships | List all ships |\n| GET | /ports | List all ports |\n\n"
    assert named(index + "## List all ports\n") == ["GET /ports"]


def test_a_table_may_hold_each_operation_in_one_cell() -> None:
    index = "| Path | Text |\n|---|---|\n| `GET /ships` | Look |\n| `GET /ports` | Seek |\n\n"
    assert [str(found.operation) for found in indexed_operations(blocks(f"{index}## Parameters `/ships`\n"))] == ["GET /ships"]


def test_samples_that_fill_in_variables_name_those_of_an_index() -> None:
    index = "| Method | URL |\n|---|---|\n| GET | /ships/{id} |\n| GET | /ports/{id} |\n\n"
    ship = "## Ship\n\n```sh\ncurl https://x.example/ships/7\n```\n\n"
    assert named(index + ship) == []
    assert named(index + ship + ship.replace("ships", "ports")) == ["GET /ships/{id}", "GET /ports/{id}"]
