"""A property's name in a field path is itself, unless it could be read as another's."""

from __future__ import annotations

import pytest

from driftgate.extract.segments import name_of, segment


@pytest.mark.parametrize(
    ("name", "siblings", "written"),
    [
        pytest.param("$", (), "%24", id="the-body-itself"),
        pytest.param("*", (), "%2A", id="any-key-of-a-map"),
        pytest.param("user.id", ("user",), "user%2Eid", id="a-property-of-its-neighbour"),
        pytest.param("tags[]", ("tags",), "tags%5B%5D", id="the-items-of-its-neighbour"),
        pytest.param("a%2Eb", (), "a%252Eb", id="a-name-that-looks-encoded"),
    ],
)
def test_a_name_that_could_be_read_as_another_is_encoded(name: str, siblings: tuple[str, ...], written: str) -> None:
    assert (segment(name, siblings), name_of(written)) == (written, name)


@pytest.mark.parametrize("name", ["user", "user.id", "x-y", "100%", "filter[name]", "@type", "price*"])
def test_any_other_name_stays_as_printed(name: str) -> None:
    assert (segment(name, ("us", "x")), name_of(name)) == (name, name)
