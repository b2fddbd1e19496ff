"""What readers of rendered apps share: texts, values, statuses, servers."""

from __future__ import annotations

import pytest
from lxml import html

from driftgate.contract import Scalar
from driftgate.extract.rendered.dom import literals, media_type_in, own_text, public_servers, status_of, type_of_values


@pytest.mark.parametrize("text", ["", "OK", "Status 200", "600", "20", "2000", "defaults to 5"])
def test_a_text_that_does_not_begin_with_a_status_has_none(text: str) -> None:
    assert status_of(text) is None


@pytest.mark.parametrize(("text", "status"), [(" 200 OK", "200"), ("4xx", "4XX"), ("Default", "default"), ("404\nGone", "404")])
def test_a_status_is_spelled_as_contracts_do(text: str, status: str) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize(
    ("text", "found"), [("JSON", ""), ("and/or", "and/or"), ("as application/vnd.x+json;v=1", "application/vnd.x+json")]
)
def test_the_first_media_type_of_a_text_is_taken(text: str, found: str) -> None:
    assert media_type_in(text) == found


@pytest.mark.parametrize(
    ("values", "kind"),
    [((), None), (("a", 1), None), ((True, False), "boolean"), ((1, 2), "integer"), ((1.5,), "number"), (("a",), "string")],
)
def test_values_have_a_type_only_where_all_have_the_same(values: tuple[Scalar, ...], kind: str | None) -> None:
    assert type_of_values(values) == kind


def test_printed_values_stand_once_each_and_text_stays_text() -> None:
    assert literals(["1", " ", "2", "1"], "integer") == (1, 2)
    assert literals(["1", "true"], "string") == ("1", "true")


def test_the_text_of_an_element_is_read_without_what_is_no_part_of_it() -> None:
    element = html.fragment_fromstring("<p>max_<wbr>tokens <button>Copy</button>\n integer</p>")
    assert own_text(element, "button") == "max_tokens integer"


def test_the_local_machine_is_no_server_of_a_vendor() -> None:
    assert public_servers(["http://localhost:8080/v1", "https://api.example.test", "http://127.0.0.1"]) == (
        "https://api.example.test",
    )
