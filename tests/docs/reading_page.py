"""Writes the pinned scores into docs/explanation/reading.md: ``python tests/docs/reading_page.py``."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "explanation" / "reading.md"
FLOORS = ROOT / "benchmarks" / "reading_floors.json"
MEASURES = ("method_path", "f1", "type", "required")

_TABLE = re.compile(r"(\| set \|[^\n]*\n\|[-|]+\n).*?\n\n", re.DOTALL)


def with_scores(text: str) -> str:
    """The page's text with the table of scores as pinned; ``real`` comes last."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    names = sorted(floors, key=lambda name: (name == "real", name))
    rows = [f"| {name} | " + " | ".join(f"{floors[name][measure]:.3f}" for measure in MEASURES) + " |" for name in names]
    return _TABLE.sub(lambda match: match[1] + "\n".join(rows) + "\n\n", text, count=1)


if __name__ == "__main__":
    PAGE.write_text(with_scores(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
