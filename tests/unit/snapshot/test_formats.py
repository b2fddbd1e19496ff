"""Snapshots of an older format: what they could not say is no difference, all else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from driftgate.contract import Field
from driftgate.snapshot.codec import dump_snapshot, load_snapshot
from driftgate.snapshot.formats import as_of_today
from driftgate.snapshot.model import FORMAT, ReadFrom, Snapshot
from shorthand import contract, field

PATH = "snapshots/shop/orders.yaml"


def approved(*lines: str, number: int) -> Snapshot:
    read_from = ReadFrom(url="https://docs.example.com/orders", platform="openapi", sha256="0" * 64)
    found = contract(note(*lines))
    return Snapshot(target="shop/orders", contract=found, reference=read_from.url, read_from=read_from, format=number)


def note(*lines: str) -> Field:
    return field("body:note", varies=lines) if lines else field("body:note")


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param((), ("deprecated",), id="a-statement-that-it-could-make"),
        pytest.param(('type="a": required',), (), id="a-statement-that-is-made-no-more"),
        pytest.param(('type="a": required',), ('type="b": required', 'type="a": enum=["x"]'), id="of-another-alternative"),
    ],
)
def test_what_format_1_could_say_stays_as_it_was_approved(before: tuple[str, ...], now: tuple[str, ...]) -> None:
    assert as_of_today(approved(*before, number=1), contract(note(*now))).fields == {"body:note": note(*before)}


def test_a_snapshot_of_today_is_compared_as_it_stands() -> None:
    found = approved(number=FORMAT)
    assert as_of_today(found, contract(note('type="a": enum=["x"]'))) is found.contract


def test_types_values_and_numbers_of_single_alternatives_are_taken_from_the_docs() -> None:
    now = note("2 alternatives: required", 'type="a": enum=["x"]', 'type="a": type="string"', "2 alternatives: stated")
    assert as_of_today(approved("required", number=1), contract(now)).fields == {"body:note": now}


def test_an_older_snapshot_is_read_and_keeps_its_format() -> None:
    old = approved("required", number=1)
    text = dump_snapshot(old)
    assert (text.splitlines()[0], load_snapshot(text, PATH)) == ("format: 1", replace(old))
