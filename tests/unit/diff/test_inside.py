"""What differs inside two structured values, named place by place."""

from __future__ import annotations

import sys

from driftgate.diff.inside import differences


def test_places_inside_are_named_and_order_of_lists_is_none() -> None:
    before, after = '{"a":[1,2],"b":{"c":1},"d":0}', '{"a":[2,1],"b":{"c":2},"e":0}'
    assert differences(before, after) == ("b.c went from 1 to 2", "d is gone", "e is new")


def test_many_differences_are_counted() -> None:
    after = "{" + ",".join(f'"k{n}":{n}' for n in range(8)) + "}"
    assert differences("{}", after) == ("k0 is new", "k1 is new", "k2 is new", "k3 is new", "k4 is new", "and 3 more")


def test_what_has_no_inside_is_not_looked_into() -> None:
    assert differences("plain", "text") == ()
    assert differences("{broken", "{}") == ()
    assert differences(1, 2) == ()
    assert differences("[" * 15_000, "[]") == ()


def test_the_heavy_library_is_not_imported_for_values_without_an_inside() -> None:
    loaded = sys.modules.pop("deepdiff", None)
    try:
        assert differences("a", "b") == ()
        assert "deepdiff" not in sys.modules
    finally:
        if loaded is not None:
            sys.modules["deepdiff"] = loaded
