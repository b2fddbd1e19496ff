"""What the guides show can be used as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from driftgate.config.load import load_config

ROOT = Path(__file__).parents[2]
GUIDES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "how-to").glob("*.md")])
VENDORS = (
    "format: 1\nvendors:\n  acme:\n    targets:\n      send: {reference: https://docs.acme.test/send, operation: POST /v1/send}\n"
)
#: Blocks of YAML that begin with a key of config.yaml.
CONFIGURATION = re.compile(r"```yaml\n((?:waivers|gate|fetch|vendors):.*?)```", re.DOTALL)


def examples() -> list[tuple[str, str]]:
    return [(path.name, block) for path in GUIDES for block in CONFIGURATION.findall(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "block"), examples())
def test_a_piece_of_configuration_is_accepted(page: str, block: str) -> None:
    text = f"format: 1\n{block}" if block.startswith("vendors:") else f"{VENDORS}{block}"
    assert load_config(text, page).vendors


def test_there_are_examples() -> None:
    assert len(examples()) >= 2
