"""Media types of one body."""

from __future__ import annotations

import pytest

from driftgate.extract.openapi.media import media_name, ranked


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("text/csv;header=absent", "text/csv;header=absent"),
        ("Application/JSON; charset=UTF-8", "application/json"),
        ("application/json;charset=utf-8; v=1", "application/json;v=1"),
    ],
)
def test_a_media_type_has_one_spelling_without_its_character_set(stated: str, name: str) -> None:
    assert media_name(stated) == name


def test_json_comes_first_whatever_the_order_and_one_type_stands_once() -> None:
    content = {"text/plain": {}, "multipart/form-data": {}, "application/vnd.a+json": {}, "application/json": {"a": 1}}
    names = ["application/json", "application/vnd.a+json", "multipart/form-data", "text/plain"]
    assert [name for name, _ in ranked(content)] == names
    assert ranked({**content, "APPLICATION/JSON; charset=utf-8": {"b": 1}})[0] == ("application/json", {"a": 1})


def test_a_media_type_that_says_nothing_is_one_all_the_same() -> None:
    assert ranked({"text/plain": None}) == [("text/plain", {})]
