"""Twice the page costs about twice the work, in every platform's markup and for pages built to be slow.

Work is counted as calls of Python functions, which every machine counts alike. What C does between them shows only as CPU
time: there the bound lies well between linear and quadratic growth, so that no busy machine fails the test and no quadratic
reader passes it.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from types import FrameType
from typing import Any

import pytest

from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.reading import read_page

PAGES = Path(__file__).parents[3] / "benchmarks" / "speed_pages.py"
#: What doubling a page may multiply: two, and something for what is counted coarsely.
CALLS = 2.2
#: What a page four times as large may multiply: linear work gives 4, quadratic work 16.
LARGER, SECONDS = 4, 10.0
SLACK = 0.1  # seconds that other processes on the machine may cost
WORDS = "The warehouse packs the parcel. "


def markups() -> tuple[Any, ...]:
    spec = importlib.util.spec_from_file_location("speed_pages", PAGES)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return tuple(module.MARKUPS)


MARKUPS = markups()
BY_NAME = {markup.name: markup for markup in MARKUPS}


def page(body: str) -> bytes:
    """A whole page, with its end: one without it is taken for cut off and not read."""
    return f"<!DOCTYPE html><html><head><title>Orders</title></head><body>{body}</body></html>".encode()


def read(body: bytes) -> object:
    url = "https://docs.example.test/page"
    return read_page(Page(asked=url, reached=url, status=200, media_type="text/html", body=body), None)


def calls(body: bytes) -> int:
    """How many calls reading a page takes."""
    count = 0

    def note(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        read(body)
    finally:
        sys.setprofile(None)
    return count


def seconds(body: bytes) -> float:
    """The least CPU time that reading a page took."""

    def once() -> float:
        started = process_time()
        read(body)
        return process_time() - started

    return min(once() for _ in range(3))


def rows(name: str, number: int, depth: int) -> bytes:
    """Fields in a platform's markup, below nested elements."""
    markup = BY_NAME[name]
    lines = "".join(markup.row.replace("{n}", str(at)) for at in range(number))
    return page(f"{'<div>' * depth}{markup.head}{lines}{markup.tail}{'</div>' * depth}")


def assert_linear(make: Callable[[int], bytes], size: int) -> None:
    once, twice = make(size), make(2 * size)
    found = read(once)  # unmeasured: imports and tables of words
    assert not isinstance(found, Unread) or found.reason is not Unreadable.INCOMPLETE
    assert calls(twice) <= CALLS * calls(once)
    assert seconds(make(LARGER * size)) <= SECONDS * seconds(once) + SLACK


@pytest.mark.parametrize("name", BY_NAME)
def test_twice_the_fields_cost_twice_the_work(name: str) -> None:
    assert_linear(lambda size: rows(name, size, 0), 300)


@pytest.mark.parametrize("name", BY_NAME)
def test_deep_nesting_does_not_multiply_the_fields(name: str) -> None:
    """A thousand fields below a thousand elements cost little more than a thousand fields and a thousand elements."""
    flat, deep = rows(name, 1_000, 0), rows(name, 1_000, 1_000)
    read(flat)
    assert seconds(deep) <= SECONDS * seconds(flat) + SLACK


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<h2 id=x>a<div>", id="nested-headings"),
        pytest.param('<div class="OAPath">', id="nested-operations"),
        pytest.param("<ul><li>a", id="nested-lists"),
        pytest.param('<div class="opblock"><span class="opblock-summary-path" data-path="/a"></span>', id="nested-swagger-ui"),
        pytest.param('<div data-component-part="field-name">a', id="nested-field-names"),
    ],
)
def test_twice_the_nesting_costs_twice_the_work(piece: str) -> None:
    head = BY_NAME["mintlify"].head
    assert_linear(lambda size: page(f"{head}{piece * size}"), 400)


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("<a ", id="unclosed-tags"),
        pytest.param("<a>", id="links"),
        pytest.param(WORDS, id="one-line-of-text"),
        pytest.param("a", id="one-word"),
        pytest.param('<p class="aA1bB2">', id="classes"),
        pytest.param("<h2>a</h2>", id="headings"),
        pytest.param("<code>a</code> ", id="code-spans"),
        pytest.param('{"openapi": ', id="openings-of-documents"),
        pytest.param("<p>GET /v1/a", id="operations"),
    ],
)
def test_twice_of_one_thing_costs_twice_the_work(piece: str) -> None:
    assert_linear(lambda size: page(f"<p>{piece * size}>"), 2_000)


@pytest.mark.parametrize("piece", [pytest.param("<div>", id="elements"), pytest.param("<table><tr><td>", id="tables")])
def test_pages_nested_beyond_the_limit_are_refused(piece: str) -> None:
    found = read(page(piece * 6_000))
    assert isinstance(found, Unread)
    assert found.reason is Unreadable.TOO_DEEP


def test_models_nested_as_deep_as_allowed_are_searched_once() -> None:
    markup = BY_NAME["swagger-ui (2.0, 3.0)"]
    level = (
        '<tr class="property-row"><td>a</td><td><span class="model"><span class="brace-open object">{</span>'
        '<table class="model"><tbody>'
    )

    shallow, deep = (page(f"{markup.head}{level * depth}{markup.row * 300}") for depth in (2, 28))
    read(shallow)
    assert seconds(deep) <= SECONDS * seconds(shallow) + SLACK
