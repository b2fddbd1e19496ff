"""A page that says two things about one field is told so, and a page that only says it differently is not."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract, Field, Operation
from driftgate.extract.markdown.blocks import blocks
from driftgate.extract.prose.contradictions import contradictions


def contract(**types: dict[str, object]) -> Contract:
    fields = {f"body:{name}": Field("body", name, facts) for name, facts in types.items()}  # type: ignore[arg-type]
    return Contract(operation=Operation("POST", "/ships"), fields=fields)


@pytest.mark.parametrize(
    "text",
    [
        "- `speed` (integer): How fast\n",
        "- `speed`: the number of knots\n",
        "Set the speed to a number you like.\n",
        "**`course`** _number_\n\nWhere to.\n",
        "## speed\n\nHow fast the ship goes. See also `course`.\n",
    ],
)
def test_no_contradiction_is_made_up(text: str) -> None:
    assert contradictions(contract(speed={"type": "integer", "minimum": 0, "maximum": 9}), blocks(text)) == ()


def test_another_type_and_range_in_the_text_contradict_the_schema() -> None:
    text = "**`speed`** _number_ **optional**\n\nHow fast, range 0-2.\n"
    found = contradictions(contract(speed={"type": "integer", "minimum": 0, "maximum": 1}), blocks(text))
    assert [(c.key, c.fact, c.used, c.other) for c in found] == [
        ("body:speed", "type", "integer", "number"),
        ("body:speed", "maximum", "1", "2"),
    ]
    assert found[0].other_source is not None
    assert found[0].other_source.quote.startswith("speed number optional")


def test_prose_within_a_description_of_the_document_counts_as_the_page() -> None:
    filler = "          This sentence fills the description of the operation.\n" * 20
    text = f"```yaml\npaths:\n  /ships:\n    post:\n      description: |\n{filler}\n"
    text += "          **`speed`** _number_ **optional**\n```\n"
    found = contradictions(contract(speed={"type": "integer"}), blocks(text))
    assert [(c.fact, c.used, c.other) for c in found] == [("type", "integer", "number")]
