"""How a file of ours is written."""

from __future__ import annotations

import pytest
import yaml

from driftgate.snapshot.layout import yaml_text
from driftgate.snapshot.strict_yaml import load


@pytest.mark.parametrize("name", ["x" * 999, "x" * 1000, "x" * 5000, "\x1b" * 400, "a: b" * 400], ids=lambda name: str(len(name)))
@pytest.mark.parametrize("value", [{"type": "string"}, {"enum": ["a", "b"]}, {"below": {"type": "string"}}], ids=str)
def test_a_name_that_is_too_long_for_a_simple_key_is_read_back(name: str, value: dict[str, object]) -> None:
    data = {"fields": {name: value, "next": {"discriminator": {name: "one"}}}}
    fields = load(yaml_text(data), "s.yaml").need("fields").mapping()
    assert list(fields) == [name, "next"]
    assert list(fields[name].mapping()) == list(value)
    assert list(fields["next"].need("discriminator").mapping()) == [name]


def test_a_question_mark_is_quoted_between_brackets_alone() -> None:
    """There some readers of YAML take it for a mark of their own."""
    text = yaml_text({"a": "really?", "b": ["0?", "sure"]})
    assert text == 'a: really?\nb: ["0?", sure]\n'
    assert yaml.load(text, yaml.SafeLoader) == {"a": "really?", "b": ["0?", "sure"]}
