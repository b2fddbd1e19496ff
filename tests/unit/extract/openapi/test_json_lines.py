"""Lines of printed JSON."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from driftgate.extract.openapi.json_lines import JsonLines

DATA = {
    "paths": {"/a": {"post": {"id": 1, "parameters": [{"name": "x"}, {"name": "y", "schema": {"type": "string"}}]}}},
    "schemas": {"A": {"properties": {"a": {"properties": {"id": {}}}, "id": {"type": "string"}, "é~/": {"x": 1}}}},
}


def stated(text: str, pointer: str) -> str | None:
    line = JsonLines(text).line(pointer)
    return None if line is None else text.splitlines()[line].strip()


@pytest.mark.parametrize("indent", [1, 2, 4, "\t"])
def test_the_line_of_a_pointer(indent: Any) -> None:
    """The nearest ``id`` is not the property's."""
    text = json.dumps(DATA, indent=indent, ensure_ascii=False)
    assert stated(text, "/paths/~1a/post") == '"post": {'
    assert stated(text, "/schemas/A/properties/id/type") == '"type": "string"'
    assert stated(text, "/schemas/A/properties/id") == '"id": {'
    assert stated(text, "/schemas/A/properties/a/properties/id") == '"id": {}'
    assert stated(text, "/schemas/A/properties/é~0~1") == '"é~/": {'
    assert stated(text, "/paths/~1a/post/parameters/1/schema") == '"schema": {'
    assert stated(text, "/paths/~1a/post/parameters/1/name") == '"name": "y",'


@pytest.mark.parametrize(
    "pointer", ["/gone", "/paths/id", "/schemas/A/properties/gone/type", "/paths/~1a/post/parameters/7/name"]
)
def test_what_is_not_there_has_no_line(pointer: str) -> None:
    assert JsonLines(json.dumps(DATA, indent=2)).line(pointer) is None


def test_one_long_line_is_the_first() -> None:
    assert JsonLines(json.dumps(DATA)).line("/paths/~1a") == 0


def test_a_large_document_costs_little() -> None:
    data = {"schemas": {f"S{n}": {"properties": {f"p{m}": {"type": "string"} for m in range(20)}} for n in range(1_000)}}
    lines = JsonLines(json.dumps(data, indent=2))
    started = time.process_time()
    assert lines.line("/schemas/S999/properties/p19") is not None
    assert all(lines.line(f"/schemas/S{n}/properties/p{m}") is not None for n in range(0, 1_000, 50) for m in range(20))
    assert time.process_time() - started < 2
