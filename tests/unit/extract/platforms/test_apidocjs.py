"""apidocjs data files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from driftgate.contract import Operation
from driftgate.extract.markup import UnparsableError
from driftgate.extract.platforms import apidocjs
from specs import document, facts


def row(field: str, kind: str = "String", *, optional: bool = False, **rest: Any) -> dict[str, Any]:
    return {"group": "g", "type": kind, "optional": optional, "field": field, "description": f"<p>The {field}.</p>", **rest}


WRITE = {
    "type": "post",
    "url": "/notes/:id?draft=1",
    "name": "WriteNote",
    "deprecated": {"content": "Use v2."},
    "header": {"fields": {"Header": [row("X-Trace", optional=True)]}},
    "parameter": {
        "fields": {
            "Parameter": [
                row("id", "Number"),
                row("tags", "String[]"),
                row("author"),
                row("author.name"),
                row("size", "String", optional=True, allowedValues=['"small"', '"large"'], defaultValue="small"),
            ]
        }
    },
    "success": {
        "fields": {
            "Success 201": [row("note", "Object"), row("note.id", "Number", optional=True)],
            "Success": [row("ok", "Boolean")],
        }
    },
    "error": {"fields": {"Error 4xx": [row("message")]}},
}
LIST = {"type": "get", "url": "/notes", "parameter": {"fields": {"Parameter": [row("page", "Number", optional=True)]}}}
NEW = {"type": "put", "url": "/notes", "query": [row("draft", "Boolean", optional=True)], "body": [row("title")]}


def script(*entries: Any) -> str:
    return f"define({json.dumps({'api': list(entries)}, indent=2)});\n"


@pytest.mark.parametrize("text", ["", "define({})", "define(['jquery'], function() {})", '{"api": []}', "[]", '[{"url": "/x"}]'])
def test_other_scripts_are_not_recognised(text: str) -> None:
    assert not apidocjs.recognises(document(text, "script"))


@pytest.mark.parametrize("text", [script(WRITE, LIST), json.dumps([WRITE, LIST])])
def test_entries_are_contracts(text: str) -> None:
    """A parameter is in the path, query or body by its name and the method; ``optional: false`` of an answer says nothing."""
    page = document(text, "script")
    assert apidocjs.recognises(page)
    write, listing = apidocjs.extract(page, None).contracts
    assert (str(write.operation), dict(write.facts)) == ("POST /notes/{id}", {"deprecated": True})
    assert facts(write) == {
        "header:X-Trace": {"type": "string", "required": False},
        "path:id": {"type": "number", "required": True},
        "body:tags": {"type": "array<string>", "required": True},
        "body:author": {"type": "string", "required": True},
        "body:author.name": {"type": "string", "required": True},
        "body:size": {"type": "string", "required": False, "enum": ("large", "small"), "default": "small"},
        "201:note": {"type": "object"},
        "201:note.id": {"type": "number", "required": False},
        "2XX:ok": {"type": "boolean"},
        "4XX:message": {"type": "string"},
    }
    assert facts(listing) == {"query:page": {"type": "number", "required": False}}


def test_newer_files_list_query_and_body_apart() -> None:
    (found,) = apidocjs.extract(document(script(NEW), "script"), None).contracts
    assert facts(found) == {
        "query:draft": {"type": "boolean", "required": False},
        "body:title": {"type": "string", "required": True},
    }


def test_the_newest_version_of_an_operation_stands_first() -> None:
    old = {**LIST, "version": "0.1.0", "parameter": {"fields": {"Parameter": [row("offset")]}}}
    (found,) = apidocjs.extract(document(script(LIST, old), "script"), None).contracts
    assert list(found.fields) == ["query:page"]


def test_only_the_wanted_operation_is_read() -> None:
    found = apidocjs.extract(document(script(WRITE, LIST), "script"), Operation("GET", "/notes"))
    assert [str(operation) for operation in found.operations] == ["GET /notes"]


def test_a_row_without_a_name_is_a_gap() -> None:
    entry = {**LIST, "parameter": {"fields": {"Parameter": [row(""), row("page")]}}}
    found = apidocjs.extract(document(script(entry), "script"), None)
    assert ([gap.kind.name for gap in found.gaps], found.rows_seen, found.rows_read) == (["ROW"], 2, 1)


def test_a_script_that_is_no_json_is_malformed() -> None:
    with pytest.raises(UnparsableError):
        apidocjs.extract(document("define({ api: [ {type: get} ] })", "script"), None)
