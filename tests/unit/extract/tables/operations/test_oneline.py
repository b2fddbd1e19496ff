"""A line states an operation where it holds a method and an address, and nothing else."""

from __future__ import annotations

import pytest

from driftgate.contract import Operation
from driftgate.extract.tables.operations.oneline import alternatives_in, operation_in, titled_operation


@pytest.mark.parametrize(
    "text",
    [
        "",
        "GET",
        "/ships",
        "Get /ships to see them all, then sail.",
        "GET /ships and POST /ships",
        "ships/GET",
        "GET /ships returns them all",
        "GET /ships Returns them all.",
        "GET v1.beta/ships",
        "GET notes.txt/ships",
    ],
)
def test_other_lines_state_none(text: str) -> None:
    assert operation_in(text) is None


@pytest.mark.parametrize(
    ("text", "method", "path"),
    [
        ("GET /ships", "GET", "/ships"),
        ("`PUT` `/ships/:id`", "PUT", "/ships/{id}"),
        ("Request: [POST] /ships", "POST", "/ships"),
        ("/ships/{id} (DELETE)", "DELETE", "/ships/{id}"),
        ("POST /ships/{id}/sail (application/json)", "POST", "/ships/{id}/sail"),
        ("POST /ships Add a ship", "POST", "/ships"),
        ("2.1 GET /ships", "GET", "/ships"),
        ("POST api.yard.example:8080/v1/ships", "POST", "/v1/ships"),
        ("GET {shop}.yard.com/ships", "GET", "/ships"),
    ],
)
def test_method_and_path_stand_in_many_forms(text: str, method: str, path: str) -> None:
    assert operation_in(text) == (Operation(method, path), "")


def test_an_address_names_its_server_though_nothing_parts_it_from_the_method() -> None:
    expected = (Operation("PUT", "/v1/ships"), "https://api.example.test")
    assert operation_in("PUThttps://api.example.test/v1/ships") == expected
    assert operation_in("PUT https://api.example.test/v1/ships") == expected


def test_a_path_may_lack_its_slash_only_where_it_is_looked_for_loosely() -> None:
    assert operation_in("GET ships/{id}") is None
    assert operation_in("GET ships/{id}", loose=True) == (Operation("GET", "/ships/{id}"), "")


def test_a_heading_may_begin_with_a_title_or_end_with_one() -> None:
    assert titled_operation("List ships GET /ships") == ("List ships ", "GET", "/ships")
    assert titled_operation("GET /ships - all of them") == ("", "GET", "/ships")
    assert titled_operation("All ships") is None


def test_a_slash_alone_is_a_path_where_nothing_but_the_method_stands_beside_it() -> None:
    assert operation_in("`POST /`") == (Operation("POST", "/"), "")
    assert operation_in("[POST]/") == (Operation("POST", "/"), "")
    assert operation_in("POST / or PUT") is None


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ('{% api method="GET" path="/ships" auth="Bearer" %}', "/ships"),
        ('{% openapi src="../ships.yml" path="/ships/{id}" method="get" %}', "/ships/{id}"),
    ],
)
def test_a_tag_of_a_template_states_the_operation_in_its_attributes(tag: str, path: str) -> None:
    assert operation_in(tag) == (Operation("GET", path), "")


@pytest.mark.parametrize("line", ["POST GET /ships", "`POST`/`GET` /ships", "POST | GET https://api.example.test/ships"])
def test_several_methods_before_one_address_are_as_many_operations(line: str) -> None:
    assert [str(operation) for operation, _ in alternatives_in(line)] == ["POST /ships", "GET /ships"]


@pytest.mark.parametrize("line", ["GET /ships", "POST a letter, GET /ships", "POST and GET", "GET to /ships POST"])
def test_any_other_line_has_no_alternatives(line: str) -> None:
    assert alternatives_in(line) == []
