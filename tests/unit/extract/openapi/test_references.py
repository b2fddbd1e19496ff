"""A reference leads to one place of its own document, whatever its keys are spelled like, or nowhere."""

from __future__ import annotations

import pytest

from driftgate.extract.openapi.references import is_local, key_of, named, step, target, token_of

DOCUMENT = {"paths": {"/ships/{id}": {"get": [{"a~b": 1}]}}}


@pytest.mark.parametrize("reference", ["#/paths/ships", "#/paths/~1ships~1{id}/get/1", "#/paths/~1ships~1{id}/get/x"])
def test_what_is_not_there_is_nowhere(reference: str) -> None:
    assert target(DOCUMENT, reference) is None


@pytest.mark.parametrize("reference", ["#/paths/~1ships~1{id}/get/0/a~0b", "#/paths/~1ships~1%7Bid%7D/get/0/a~0b"])
def test_keys_are_escaped_on_the_way(reference: str) -> None:
    assert target(DOCUMENT, reference) == 1


def test_only_a_fragment_is_local() -> None:
    assert not is_local("ships.yaml#/Ship")
    assert is_local("#/Ship")


@pytest.mark.parametrize("key", ["Ship", "text/plain", "a~b", "~1", "/~0/"])
def test_a_key_survives_its_step(key: str) -> None:
    assert key_of(token_of(key)) == key
    assert step("#", key) == f"#/{token_of(key)}"
    assert named(token_of(key)) == key
