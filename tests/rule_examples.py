"""The examples on the pages of the rules, as contracts."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from driftgate.contract import ClientContract, Contract
from driftgate.rules.explain import sections
from driftgate.snapshot.client import load_client
from driftgate.snapshot.codec import load_contract


def example(rule_id: str) -> dict[str, Mapping[str, object]]:
    """The YAML blocks of a page by the label before them."""
    found = re.findall(r"^([^\n]+):\n\n```yaml\n(.*?)\n```", sections(rule_id)["Example"], re.MULTILINE | re.DOTALL)
    return {label: yaml.safe_load(text) for label, text in found}


def documented(block: Mapping[str, object]) -> Contract:
    """The contract of a block."""
    return load_contract(_file(block), "example.yaml")


def recorded(block: Mapping[str, object]) -> ClientContract:
    """The client contract of a block."""
    return load_client(_file(block), "vendor/target.client.yaml")


def _file(block: Mapping[str, object]) -> str:
    return yaml.safe_dump({"format": 1, **block})
