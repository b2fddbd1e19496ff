"""One more target in a config.yaml that somebody wrote by hand."""

from __future__ import annotations

import pytest

from driftgate.config.entry import Entry, added
from driftgate.errors import ConfigError

ENTRY = Entry(vendor="acme", name="notes", reference="https://docs.acme.dev/notes", operation="POST /v1/notes")
BLOCK = "  acme:\n    targets:\n      notes:\n        reference: https://docs.acme.dev/notes\n        operation: POST /v1/notes\n"
WRITTEN = "# ours\nformat: 1\nvendors: # all of them\n  other: {targets: {}}\n\n# the end\nwaivers: [] # none\n"


@pytest.mark.parametrize("text", ["vendors: {}\n", '"vendors":\n  other: {}\n', "format: 1\nvendors: {other: {}}\n"])
def test_vendors_that_are_not_a_block_are_left_to_their_owner(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        added(text, ENTRY, "config.yaml")
    assert caught.value.what == "the entry cannot be added to this layout"
    assert caught.value.advice == f"write them so, or add this by hand:\n{BLOCK}"


def test_a_vendor_that_is_there_already_is_left_to_its_owner() -> None:
    with pytest.raises(ConfigError) as caught:
        added("vendors:\n  acme: {}\n", ENTRY, "config.yaml")
    assert caught.value.where == "config.yaml:2: vendors.acme"


def test_every_line_that_was_there_stays_and_the_entry_closes_the_vendors() -> None:
    before, after = WRITTEN.split("waivers")
    assert added(WRITTEN, ENTRY, "config.yaml") == f"{before}{BLOCK}waivers{after}"


def test_the_entry_takes_the_line_ends_of_the_file() -> None:
    text = WRITTEN.replace("\n", "\r\n")
    assert added(text, ENTRY, "config.yaml") == added(WRITTEN, ENTRY, "config.yaml").replace("\n", "\r\n")


def test_a_last_line_without_an_end_gets_one() -> None:
    assert added("vendors:\n  other: {}", ENTRY, "config.yaml") == f"vendors:\n  other: {{}}\n{BLOCK}"
