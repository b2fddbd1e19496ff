"""What stands at a key of a parsed document is an object or a list, or nothing that can be read."""

from __future__ import annotations

import pytest

from driftgate.extract.openapi.raw import listed_in, mapping, mapping_in


@pytest.mark.parametrize("value", [None, ["/ships"], "/ships", 7])
def test_what_is_missing_or_no_object_is_empty(value: object) -> None:
    assert mapping(value) == mapping_in({"paths": value}, "paths") == mapping_in({}, "paths") == {}


@pytest.mark.parametrize("value", [None, {"/ships": 1}, "/ships", 7])
def test_what_is_missing_or_no_list_is_empty(value: object) -> None:
    assert listed_in({"servers": value}, "servers") == listed_in({}, "servers") == []


def test_what_has_its_form_is_given_as_it_stands() -> None:
    assert mapping_in({"paths": {"/ships": None}}, "paths") == {"/ships": None}
    assert listed_in({"servers": [None, 1]}, "servers") == [None, 1]
