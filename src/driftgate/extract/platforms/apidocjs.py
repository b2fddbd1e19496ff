"""apidocjs: ``api_data.js`` (``define({"api": [...]})``) and ``api_data.json``, one entry per operation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from driftgate.contract import Certainty, FactValue, Field, Operation, Source
from driftgate.contract.model import REQUEST_PLACES
from driftgate.contract.paths import METHODS, field_path, path_template
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.load import RefusedError, load_json_at
from driftgate.extract.openapi.operations import matches
from driftgate.extract.openapi.sources import LONGEST_QUOTE
from driftgate.extract.page import Unreadable
from driftgate.extract.typewords.read import read_type

NAME = "apidocjs"

_START = re.compile(r"\bdefine\(\s*(?=\{\s*[\"']?api[\"']?\s*:)|\A\s*(?=\[\s*\{\s*\"type\")")
_STATUS = re.compile(r"\b([1-5](?:\d\d|xx))\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,200}>")
_VARIABLE = re.compile(r"[:{]([A-Za-z_]\w*)\}?")

#: Where the fields of a section belong. ``parameter`` depends on path and method.
_SECTIONS = (("header", "header"), ("query", "query"), ("body", "body"), ("parameter", ""), ("success", "2XX"), ("error", "4XX"))
_BODILESS = frozenset(("GET", "DELETE", "HEAD", "OPTIONS"))

Entry = Mapping[str, object]


def recognises(document: Document) -> bool:
    """The data file's first words."""
    return document.kind in ("script", "json", "text") and _START.search(document.text, 0, 4_000) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The contracts of the entries; only the wanted one's where it is there. Raises UnparsableError for data that is no JSON."""
    entries = list(_entries(document.text))
    hits = [entry for entry in entries if wanted is not None and matches(_operation(entry), wanted, ())]
    drafts = [_draft(entry, document.page.reached) for entry in hits or entries]
    return gathered(NAME, _newest(drafts), wanted, machine_readable=True)


def _newest(drafts: list[Draft]) -> list[Draft]:
    """One draft per operation: the data file lists older versions of it after the newest."""
    found: dict[Operation, Draft] = {}
    for draft in drafts:
        found.setdefault(draft.operation, draft)
    return list(found.values())


def _entries(text: str) -> Iterator[Entry]:
    start = _START.search(text, 0, 4_000)
    if start is None:
        return
    try:
        data, _end = load_json_at(text, start.end())
    except (RefusedError, json.JSONDecodeError):
        raise UnparsableError(Unreadable.MALFORMED) from None
    listed = data.get("api") if isinstance(data, Mapping) else data
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, Mapping) and str(entry.get("type", "")).upper() in METHODS and isinstance(entry.get("url"), str):
            yield entry


def _operation(entry: Entry) -> Operation:
    return Operation(str(entry["type"]).upper(), path_template(str(entry["url"])))


def _draft(entry: Entry, url: str) -> Draft:
    draft = Draft(_operation(entry), Source(url=url, element=str(entry.get("name", "")), reader=NAME, certainty=Certainty.STATED))
    if entry.get("deprecated"):
        draft.facts["deprecated"] = True
    variables = frozenset(_VARIABLE.findall(str(entry["url"])))
    for section, place in _SECTIONS:
        for group, stated in _stated(entry.get(section)):
            _add(draft, stated, place, group, variables)
    return draft


def _stated(section: object) -> Iterator[tuple[str, Entry]]:
    """The fields of a section with their group's title; newer versions list them without groups."""
    grouped = section.get("fields") if isinstance(section, Mapping) else {"": section}
    for group, listed in grouped.items() if isinstance(grouped, Mapping) else ():
        for stated in listed if isinstance(listed, list) else ():
            if isinstance(stated, Mapping):
                yield str(group), stated


def _add(draft: Draft, stated: Entry, place: str, group: str, variables: frozenset[str]) -> None:
    name = stated.get("field")
    quote = " ".join(_TAG.sub("", str(stated.get("description") or ""))[: 4 * LONGEST_QUOTE].split())[:LONGEST_QUOTE]
    url = draft.source.url if draft.source else ""
    source = Source(url=url, element=str(name), quote=quote, reader=NAME, certainty=Certainty.STATED)
    if not isinstance(name, str) or not name.strip():
        draft.miss(GapKind.ROW, source)
        return
    status = _STATUS.search(group)
    if place not in REQUEST_PLACES and place and status:
        place = status[1].upper()
    if not place:
        place = "path" if name in variables else "query" if draft.operation.method in _BODILESS else "body"
    draft.add(Field(place, field_path(name), _facts(stated, place), source=source))


def _facts(stated: Entry, place: str) -> dict[str, FactValue]:
    """The stated facts. In responses ``optional: false`` is only what the generator writes for want of a word."""
    printed = stated.get("type")
    facts: dict[str, FactValue] = dict(read_type(printed)) if isinstance(printed, str) else {}
    optional = stated.get("optional")
    if isinstance(optional, bool) and (place in REQUEST_PLACES or optional):
        facts["required"] = not optional
    values = stated.get("allowedValues")
    if isinstance(values, list) and values:
        facts["enum"] = tuple(sorted({str(value).strip("\"'") for value in values}))
    if isinstance(default := stated.get("defaultValue"), str | int | float):
        facts["default"] = default
    return facts
