"""The page on file formats shows real files, every key and every fact."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from driftgate.contract import FACTS
from driftgate.errors import SnapshotError
from driftgate.snapshot.client import dump_client, load_client
from driftgate.snapshot.codec import SNAPSHOT_KEYS, dump_snapshot, load_snapshot
from driftgate.snapshot.strict_yaml import load

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "snapshot-format.md").read_text(encoding="utf-8")
SNAPSHOT, CLIENT = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def first_column(heading: str, header: str) -> list[str]:
    """The words in code marks in the first column of the table with this header."""
    table = PAGE.partition(heading)[2].partition(header)[2].partition("\n\n")[0]
    return [word for row in table.splitlines()[2:] for word in re.findall(r"`([^`]+)`", row.split("|")[1])]


def test_the_snapshot_shown_is_a_real_one_in_canonical_form() -> None:
    assert dump_snapshot(load_snapshot(SNAPSHOT, "acme/chat.yaml")) == SNAPSHOT


def test_the_client_contract_shown_is_a_real_one_in_canonical_form() -> None:
    assert dump_client(load_client(CLIENT, "chat.client.yaml")) == CLIENT


def test_every_key_of_a_snapshot_is_explained() -> None:
    assert sorted(first_column("## A snapshot", "| key | holds |")) == sorted(SNAPSHOT_KEYS)


def test_every_fact_is_listed_in_its_order() -> None:
    assert first_column("## Facts", "| fact | value |") == [fact.name for fact in FACTS]


@pytest.mark.parametrize("value", ["no", "010", "12:30:45", "1_000", "~", "1e5"])
def test_what_the_page_says_must_be_quoted_is_refused_unquoted(value: str) -> None:
    assert f"`{value}`" in PAGE
    with pytest.raises(SnapshotError, match="understand differently"):
        load(f"a: {value}", "f")
