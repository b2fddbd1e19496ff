"""docs/reference/rules.md is the rule table in words: it regenerates identically.

To write it anew: ``python tests/docs/test_rules_reference.py``.
"""

from __future__ import annotations

from pathlib import Path

from driftgate.rules import RULES
from driftgate.rules.explain import why

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "rules.md"
PAGES = "../../src/driftgate/rules/pages"
INTRODUCTION = """# Rules

Each change of the docs, and each conflict between docs and client, is judged by exactly one of these rules.
`driftgate explain RULE` prints the rule's page: why it matters, an example before and after, and what to do.
Severities are those without a client contract; what no recorded client uses is `info`, and a severity can be
overridden per rule in `config.yaml`.

| rule | severity | since | why it matters |
|---|---|---|---|
"""


def reference() -> str:
    rows = (f"| [{rule.id}]({PAGES}/{rule.id}.md) | {rule.severity} | {rule.since} | {why(rule.id)} |\n" for rule in RULES)
    return INTRODUCTION + "".join(rows)


def test_the_reference_is_the_table() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference()


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
