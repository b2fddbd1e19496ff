"""What stands at a key of a parsed document is an object, or nothing that can be read."""

from __future__ import annotations

import pytest

from driftgate.extract.openapi.raw import mapping_at


@pytest.mark.parametrize("data", [{}, {"paths": None}, {"paths": ["/ships"]}, {"paths": "/ships"}])
def test_what_is_missing_or_no_object_is_empty(data: dict[str, object]) -> None:
    assert mapping_at(data, "paths") == {}


def test_an_object_is_given_as_it_stands() -> None:
    assert mapping_at({"paths": {"/ships": None}}, "paths") == {"/ships": None}
