"""Base URLs of OpenAPI documents."""

from __future__ import annotations

from typing import Any

import pytest

from driftgate.extract.openapi.servers import MOST_VARIANTS, servers, swagger_servers


@pytest.mark.parametrize("level", [None, [], "https://a.example.test", [{}], [{"url": "/"}], [{"url": 5}], ["https://a.test"]])
def test_what_names_no_server_states_none(level: Any) -> None:
    assert servers(level) == ()


def test_the_innermost_level_that_states_any_is_the_one() -> None:
    assert servers([], [{"url": "https://path.test/"}], [{"url": "https://document.test"}]) == ("https://path.test",)


def test_a_variable_stands_for_each_of_its_values_the_default_first() -> None:
    server = {"url": "https://{region}.a.test/{v}", "variables": {"region": {"default": "eu", "enum": ["us", "eu"]}, "v": {}}}
    assert servers([server]) == ("https://eu.a.test/{v}", "https://us.a.test/{v}")


def test_variables_do_not_multiply_without_end() -> None:
    many = {"enum": [str(number) for number in range(50)]}
    assert len(servers([{"url": "https://{a}-{b}.test", "variables": {"a": many, "b": many}}])) == MOST_VARIANTS


@pytest.mark.parametrize(
    ("document", "schemes", "urls"),
    [
        ({}, None, ()),
        ({"basePath": "/v1/"}, None, ("/v1",)),
        ({"host": "a.test"}, None, ("https://a.test",)),
        ({"host": "a.test", "basePath": "/v1", "schemes": ["http", "https"]}, None, ("https://a.test/v1", "http://a.test/v1")),
        ({"host": "a.test", "schemes": ["https"]}, ["http"], ("http://a.test",)),
    ],
)
def test_a_document_of_2_0_names_host_base_path_and_schemes(document: Any, schemes: Any, urls: tuple[str, ...]) -> None:
    assert swagger_servers(document, schemes) == urls
