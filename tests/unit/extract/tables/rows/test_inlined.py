"""A line that names fields behind a label is the label and a list of them; any other line is not."""

from __future__ import annotations

import pytest

from documents import facts_of, markdown_document
from driftgate.extract.platforms import tables
from driftgate.extract.tables.rows.inlined import inlined


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("Harbours: kiel, oslo", ("kiel", "oslo"), id="a label that announces no fields"),
        pytest.param("Body: kiel, oslo", ("kiel",), id="a word that is not in code"),
        pytest.param("Body: kiel of oslo", ("kiel", "oslo"), id="a sentence"),
        pytest.param("Returns: true, false", ("true", "false"), id="values"),
        pytest.param("Response: Ship (json)", ("Ship",), id="a model"),
        pytest.param("Returns: ship", ("ship",), id="one word"),
        pytest.param("The body holds kiel, oslo", ("kiel", "oslo"), id="no label"),
        pytest.param("Body: kiel, oslo", (), id="no code"),
    ],
)
def test_other_lines_name_none(line: str, code: tuple[str, ...]) -> None:
    assert inlined(line, code, 1) is None


def test_a_paragraph_or_an_entry_may_name_them() -> None:
    lines = "Body: `name` (string, required), `masts` (integer)\n\n**Query**: `dry` and `fast`\nResponse: `id`, `total`\n"
    entries = "- Body: `name` (string, required), `masts` (integer)\n- Query: `dry` and `fast`\n- Response: `id`, `total`\n"
    for text in (lines, entries):
        (contract,) = tables.extract(markdown_document(f"# Launch\n\n`POST /ships`\n\n{text}"), None).contracts
        assert {key: dict(facts) for key, facts in facts_of(contract).items()} == {
            "body:name": {"type": "string", "required": True},
            "body:masts": {"type": "integer"},
            "query:dry": {},
            "query:fast": {},
            "2XX:id": {},
            "2XX:total": {},
        }
