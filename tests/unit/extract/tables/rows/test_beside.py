"""What stands beside a name: type, required, values behind a label; a sentence stays a sentence."""

from __future__ import annotations

import pytest

from driftgate.extract.tables.rows.beside import cells_beside, without_labels
from driftgate.extract.tables.wording.words import Role


def texts(rest: str, *code: str) -> dict[str, str]:
    return {role.value: cell.text for role, cell in cells_beside(rest, code).items() if cell.text}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("How fast it goes.", id="no-label"),
        pytest.param("Note: it goes fast.", id="a-label-of-something-else"),
        pytest.param("Possible values: slow, fast. Defaults to slow.", id="a-sentence-behind-the-values"),
        pytest.param("Default: slow. Has no effect on ships.", id="a-sentence-behind-the-default"),
        pytest.param("Required: when it goes fast", id="no-answer"),
    ],
)
def test_a_line_that_answers_no_label_stays(text: str) -> None:
    assert without_labels(text) == (text, {})


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Type: integer", Role.TYPE, "integer"),
        ("Required: yes", Role.REQUIRED, "yes"),
        ("Default: slow.", Role.DEFAULT, "slow"),
        ("Possible values: slow, fast.", Role.ENUM, "slow, fast"),
        ("**In**: query", Role.PLACE, "query"),
    ],
)
def test_a_line_behind_a_label_is_a_cell_of_its_own(text: str, role: Role, value: str) -> None:
    kept, told = without_labels(f"How fast.\n{text}")
    assert (kept, {name: cell.text for name, cell in told.items()}) == ("How fast.", {role: value})


@pytest.mark.parametrize(
    ("rest", "cells"),
    [
        (" - How fast.", {"description": "How fast."}),
        (" (string) - How fast.", {"type": "string", "description": "How fast."}),
        (": integer. How fast.", {"type": "integer", "description": "How fast."}),
        (" required (string) How fast.", {"required": "required", "type": "string", "description": "How fast."}),
    ],
)
def test_type_and_demand_are_told_from_the_description(rest: str, cells: dict[str, str]) -> None:
    assert texts(rest) == cells


def test_the_words_in_code_go_with_the_description() -> None:
    told = cells_beside(" (string): Possible values: slow, fast. Defaults to slow.", ("slow", "fast", "slow"))
    assert told[Role.DESCRIPTION].code == ("slow", "fast", "slow")
    assert told[Role.DESCRIPTION].text == "Possible values: slow, fast. Defaults to slow."
