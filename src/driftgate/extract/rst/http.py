"""Sphinx' directives for HTTP: ``.. http:post:: /ships`` and the fields below it, as titles and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Cell, Heading, Table
from driftgate.extract.rst.inline import read_inline

_DIRECTIVE = re.compile(rf"^http:({'|'.join(method.lower() for method in METHODS)})$")
_VARIABLE = re.compile(r"\((?:\??\w{1,20}:\s?)?([\w.-]{1,60})\)")
_LABEL = 7

#: The title above a table -> the names of the fields that are its rows, and of those that only state the type of one.
_TITLES = {
    "Path parameters": (("param", "parameter", "arg", "argument", "key", "keyword"), ("paramtype", "type")),
    "Query parameters": (("query", "queryparameter", "queryparam", "qparam"), ("queryparamtype", "querytype", "qtype")),
    "Form parameters": (("form", "formparameter", "formparam", "fparam"), ()),
    "Request body": (
        ("json", "jsonparam", "jsonparameter", "<json", "reqjson"),
        ("jsonparamtype", "jsontype", "reqjsonobj", "<jsonobj"),
    ),
    "Request body []": (("<jsonarr", "reqjsonarr"), ("reqjsonarrtype", "<jsonarrtype")),
    "Response": ((">json", "resjson"), ("resjsonobj", ">jsonobj")),
    "Response []": ((">jsonarr", "resjsonarr"), ("resjsonarrtype", ">jsonarrtype")),
    "Request headers": (("<header", "reqheader", "requestheader"), ("reqheadertype",)),
    "Response headers": ((">header", "resheader", "responseheader"), ("resheadertype",)),
}
_TITLE_BY_NAME = {name: title for title, (names, _) in _TITLES.items() for name in names}
_TITLE_BY_TYPE = {name: title for title, (_, names) in _TITLES.items() for name in names}
_STATUSES = ("statuscode", "status", "code")
_REQUIRED = re.compile(r",\s?(required|optional)$")
_HEADS = (Cell("Name"), Cell("Type"), Cell("Required"), Cell("Description"))


class Field(NamedTuple):
    """One entry of a field list: ``:query integer limit: how many`` has the name, two arguments and a body."""

    line: int
    name: str
    arguments: tuple[str, ...]
    body: str


def operation_title(directive: str, argument: str, level: int, line: int) -> Heading | None:
    """The title that a directive for a method becomes, None for any other directive. Variables stand in parentheses."""
    method = _DIRECTIVE.match(directive)
    path = _VARIABLE.sub(r"{\1}", argument.split("\n")[0].strip())
    return Heading(level, f"{method[1].upper()} {path}", line) if method and path.startswith("/") else None


def field_tables(fields: Sequence[Field]) -> Iterator[Block]:
    """The fields as tables, each below the title that says where they are sent. An answer has the first success among the
    statuses that the fields name. Where some type says "required", the others say that theirs is not."""
    types = {(title, f.arguments[0]): f.body for f in fields if f.arguments and (title := _TITLE_BY_TYPE.get(f.name))}
    marked = any(_REQUIRED.search(kind) for kind in types.values())
    statuses = [field.arguments[0] for field in fields if field.name in _STATUSES and field.arguments]
    success = next((status for status in statuses if status.startswith("2")), "")
    held: dict[str, list[tuple[int, tuple[Cell, ...]]]] = {}
    for field in fields:
        title = _TITLE_BY_NAME.get(field.name, "")
        if title and field.arguments:
            *kind, name = field.arguments
            printed = " ".join(kind) or types.get((title, name), "")
            held.setdefault(title, []).append((field.line, _row(field, title, printed, marked=marked)))
    for title, rows in held.items():
        side = title.removesuffix(" []").replace("Response", f"Response {success}".strip())
        yield Heading(_LABEL, side, rows[0][0])
        yield Table(_HEADS, tuple(row for _, row in rows), rows[0][0], row_lines=tuple(line for line, _ in rows))
    if answers := [(f.line, (Cell(f.arguments[0]), read_inline(f.body))) for f in fields if f.name in _STATUSES and f.arguments]:
        yield Heading(_LABEL, "Responses", answers[0][0])
        yield Table((Cell("Status"), Cell("Description")), tuple(row for _, row in answers), answers[0][0])


def _row(field: Field, title: str, printed: str, *, marked: bool) -> tuple[Cell, ...]:
    """Name, type, whether it is required, and what is said of it; lists never bear the mark."""
    name = f"[].{field.arguments[-1]}" if title.endswith("[]") else field.arguments[-1]
    said = _REQUIRED.search(printed)
    silent = "no" if marked and printed and not name.endswith("[]") else ""
    required = ("yes" if said[1] == "required" else "no") if said else silent
    return Cell(name, (name,)), Cell(_REQUIRED.sub("", printed)), Cell(required), read_inline(field.body)
