"""The shipped JSON Schema is valid, and says the same as the checker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry

from driftgate.config.load import load_config
from driftgate.config.schema import schema
from driftgate.errors import ConfigError

ROOT = Path(__file__).parents[3]


def validator() -> Draft202012Validator:
    return Draft202012Validator(dict(schema()), registry=Registry())


def shipped() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    return loaded


def test_the_schema_is_a_valid_schema_and_accepts_the_shipped_file() -> None:
    Draft202012Validator.check_schema(dict(schema()))
    assert list(validator().iter_errors(shipped())) == []


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"format": True},
        {"surprise": 1},
        {"gate": {"block_on": "never"}},
        {"fetch": {"deadline": 0}},
        {"fetch": {"redirects": 11}},
        {"fetch": {"retries": 1.5}},
        {"environment": "Not An Id"},
        {"snapshots": "../elsewhere"},
        {"vendors": {}},
        {"waivers": [{"reason": "long enough", "owner": "me"}]},
    ],
    ids=str,
)
def test_what_the_schema_refuses_the_checker_refuses_too(change: dict[str, Any]) -> None:
    data = shipped() | change
    assert list(validator().iter_errors(data))
    with pytest.raises(ConfigError):
        load_config(yaml.safe_dump(data), "config.yaml")
