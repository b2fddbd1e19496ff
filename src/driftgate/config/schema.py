"""The shipped JSON Schema of config.yaml, and a checker that answers with file, line, key and a near match.

The schema uses a small part of JSON Schema 2020-12, and this checks just that part; tests hold it against a full validator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from driftgate.errors import ConfigError
from driftgate.snapshot.node import Node, kind_of, printable

Schema = Mapping[str, Any]


def schema_text() -> str:
    """The JSON Schema as shipped."""
    return files("driftgate.config").joinpath("config.schema.json").read_text(encoding="utf-8")


@cache
def schema() -> Schema:
    loaded: Schema = json.loads(schema_text())
    return loaded


def check(node: Node, rules: Schema | None = None) -> None:
    """Raises ConfigError at the first place where the file does not fit its schema."""
    rules = _resolved(schema() if rules is None else rules)
    _check_kind(node, rules)
    _check_value(node, rules)
    if isinstance(node.value, dict):
        _check_mapping(node, node.value, rules)
    elif isinstance(node.value, list):
        for item in node.value:
            check(item, rules.get("items", {}))


def _resolved(rules: Schema) -> Schema:
    if "$ref" not in rules:
        return rules
    name = rules["$ref"].rsplit("/", 1)[-1]
    return {**schema()["$defs"][name], **{key: value for key, value in rules.items() if key != "$ref"}}


_KINDS: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}


def _check_kind(node: Node, rules: Schema) -> None:
    wanted = rules.get("type")
    if wanted is None:
        return
    is_flag = isinstance(node.value, bool)
    if not isinstance(node.value, _KINDS[wanted]) or (is_flag and wanted != "boolean"):
        raise _misfit(node, rules, f"found {kind_of(node.value)}")


def _check_value(node: Node, rules: Schema) -> None:
    value = node.value
    if "const" in rules and (value != rules["const"] or isinstance(value, bool)):
        raise _format_error(node, rules["const"])
    if "enum" in rules and value not in rules["enum"]:
        raise _misfit(node, rules, near=get_close_matches(str(value)[:80], rules["enum"], n=1))
    if isinstance(value, str):
        if "pattern" in rules and not re.search(rules["pattern"], value):
            raise _misfit(node, rules, "the value does not have this form")
        if len(value) < rules.get("minLength", 0):
            raise _misfit(node, rules, f"shorter than {rules['minLength']} characters")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        _check_range(node, value, rules)


def _check_range(node: Node, value: float, rules: Schema) -> None:
    low, high = rules.get("minimum"), rules.get("maximum")
    above = rules.get("exclusiveMinimum")
    if (low is not None and value < low) or (high is not None and value > high) or (above is not None and value <= above):
        raise _misfit(node, rules, "the number is out of range")


def _check_mapping(node: Node, children: Mapping[str, Node], rules: Schema) -> None:
    known: Mapping[str, Schema] = rules.get("properties", {})
    others = rules.get("additionalProperties", True)
    for key, child in children.items():
        if key in known:
            check(child, known[key])
        elif others is False:
            raise _unknown(key, child, tuple(known))
        elif others is not True:
            _check_name(key, child, rules)
            check(child, others)
    for key in rules.get("required", ()):
        if key not in children:
            raise ConfigError(
                f"the key '{key}' is missing",
                where=node.where,
                why=_resolved(known[key]).get("description"),
                advice=f"add '{key}:' here",
            )
    if len(children) < rules.get("minProperties", 0):
        raise ConfigError("the mapping is empty", where=node.where, advice="add at least one entry")


def _check_name(key: str, child: Node, rules: Schema) -> None:
    names = _resolved(rules.get("propertyNames", {}))
    if "pattern" in names and not re.search(names["pattern"], key):
        raise ConfigError(
            f"'{printable(key)}' is not a usable id", where=child.where, why=names.get("description"), advice="rename it"
        )


#: What may be repeated in a message: a misplaced credential is no word.
_WORD = re.compile(r"[A-Za-z][A-Za-z_-]{0,39}\Z")


def _unknown(key: str, child: Node, known: tuple[str, ...]) -> ConfigError:
    near = get_close_matches(key[:80], known, n=1)
    is_word = _WORD.match(key) is not None
    return ConfigError(
        f"unknown key '{key}'" if is_word else "unknown key",
        where=child.where if is_word else f"{child.file}:{child.line}",
        why=f"known here: {', '.join(known)}",
        advice=f"did you mean '{near[0]}'?" if near else "remove it",
    )


def _format_error(node: Node, newest: int) -> ConfigError:
    if isinstance(node.value, int) and node.value > newest:
        return ConfigError(
            "the file has a newer format than this driftgate knows",
            where=node.where,
            why=f"format {node.value}, the newest known is {newest}",
            advice="upgrade driftgate",
        )
    return ConfigError("the format is not one that driftgate knows", where=node.where, advice=f"write 'format: {newest}'")


def _misfit(node: Node, rules: Schema, why: str = "", near: list[str] | None = None) -> ConfigError:
    meaning = str(rules.get("description", ""))
    return ConfigError(
        f"expected {_expected(rules)}",
        where=node.where,
        why="; ".join(part for part in (why, meaning) if part) or None,
        advice=f"did you mean '{near[0]}'?" if near else "correct this value",
    )


def _expected(rules: Schema) -> str:
    """What is expected, in words."""
    if "enum" in rules:
        return "one of " + ", ".join(rules["enum"])
    if rules.get("format") == "uri":
        return "an http or https URL without user name, password or fragment"
    limits = [f"{name} {rules[key]}" for key, name in _LIMITS if key in rules]
    return ", ".join([_KIND_WORDS.get(rules.get("type", ""), "another value"), *limits])


_KIND_WORDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text of a certain form",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}
_LIMITS = (("minimum", "at least"), ("exclusiveMinimum", "above"), ("maximum", "at most"))
