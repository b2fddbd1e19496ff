"""Makes docs/reference/cli.md and docs/reference/configuration.md from the program: ``python tests/docs/reference.py``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from driftgate.cli import COMMANDS, cli
from driftgate.config.schema import schema

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


#: As the program has it; click keeps the first help option that anybody asked a command for.
HELP_NAMES = ["-h", "--help"]


def cli_page() -> str:
    """The help of every command."""
    context = click.Context(cli, info_name="driftgate", max_content_width=100, terminal_width=100, help_option_names=HELP_NAMES)
    parts = [
        "# Commands\n\nMade from the program by `python tests/docs/reference.py`.\n",
        _help("driftgate", cli.get_help(context)),
    ]
    for name, _, _ in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        parts.append(_help(f"driftgate {name}", command.get_help(inner)))
    return "\n".join(parts)


def _help(title: str, text: str) -> str:
    return f"## {title}\n\n```\n{text}\n```\n"


def configuration_page() -> str:
    """Every key of config.yaml, from its JSON Schema."""
    rules = schema()
    head = [
        "# Configuration",
        "",
        "Every key of `config.yaml`, made from its JSON Schema by `python tests/docs/reference.py`.",
        "`driftgate config --schema` prints the schema, `driftgate config` checks a file.",
        "Unknown and duplicate keys are errors that name file, line and a near match.",
        "",
        "| key | value | meaning |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *_rows("", rules)]) + "\n"


def _rows(prefix: str, rules: Mapping[str, Any]) -> Iterator[str]:
    for key, child in rules.get("properties", {}).items():
        yield from _row(f"{prefix}{key}", child, required=key in rules.get("required", ()))
    others = rules.get("additionalProperties")
    if isinstance(others, dict):
        yield from _row(f"{prefix}<id>", others, required=False)


def _row(path: str, child: Mapping[str, Any], *, required: bool) -> Iterator[str]:
    child = _resolved(child)
    meaning = child.get("description", "") + (" Required." if required else "")
    yield f"| `{path}` | {_value(child)} | {meaning.strip()} |"
    if child.get("type") == "array":
        yield from _rows(f"{path}[].", _resolved(child.get("items", {})))
    else:
        yield from _rows(f"{path}.", child)


def _resolved(rules: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in rules:
        return rules
    return {**schema()["$defs"][rules["$ref"].rsplit("/", 1)[-1]], **{k: v for k, v in rules.items() if k != "$ref"}}


def _value(rules: Mapping[str, Any]) -> str:
    if "const" in rules:
        return f"`{rules['const']}`"
    if "enum" in rules:
        return ", ".join(f"`{value}`" for value in rules["enum"])
    limits = [
        f"{word} {rules[key]}"
        for key, word in (("minimum", "from"), ("exclusiveMinimum", "above"), ("maximum", "to"))
        if key in rules
    ]
    return " ".join([{"object": "mapping", "array": "list"}.get(rules.get("type", ""), rules.get("type", "")), *limits])


PAGES = {"cli.md": cli_page, "configuration.md": configuration_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (REFERENCE / name).write_text(page(), encoding="utf-8")
