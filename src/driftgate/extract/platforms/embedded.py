"""HTML pages that carry their OpenAPI document as data: Redoc 2 and 3, ReadMe, Swagger UI, Scalar, Next.js sites and others."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.load import Loaded, RefusedError, load, load_json_at
from driftgate.extract.openapi.read import joined, read
from driftgate.extract.openapi.scan import documents_in, documents_in_text, has_version, is_whole, versions
from driftgate.extract.page import Unreadable

NAME = "embedded-openapi"

#: Attributes that hold a whole document or a page's state: ReadMe's older pages, Scalar, RapiDoc and Stoplight Elements.
_ATTRIBUTES = ("data-initial-props", "data-configuration", "data-spec", "apidescriptiondocument", "spec")

#: Next.js streams its state as pieces of one text.
_STREAMED = "self.__next_f.push("
_STREAM = re.compile(r"self\.__next_f\.push\(\s*(?=\[)")
_TYPE = re.compile(r"""\btype\s{0,9}=\s{0,9}["']?([\w./+-]{1,60})""")
_JSON_TYPES = ("application/json", "application/ld+json", "application/vnd.oai.openapi+json")
_YAML_TYPES = ("application/yaml", "text/yaml", "application/x-yaml")


def recognises(document: Document) -> bool:
    """An HTML page with the version mark of an OpenAPI document in it, escaped or not; none goes without paths."""
    return document.kind in ("html", "script") and "paths" in document.text and has_version(document.text)


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The contracts of every document that the page carries. Raises UnparsableError where one breaks a limit."""
    url = document.page.reached
    try:
        loaded = list(_distinct(_loaded(document)))
    except RefusedError:
        raise UnparsableError(Unreadable.MALFORMED) from None
    return joined(NAME, [read(one, wanted, NAME, url) for one in loaded])


def _loaded(document: Document) -> Iterator[Loaded]:
    if document.kind == "script":
        yield from map(Loaded, documents_in_text(document.text))
        return
    text, stream = document.text, _STREAMED in document.text
    marks = versions(text)
    pieces: list[str] = []
    line, counted, inside = 1, 0, 0
    for script in _scripts(text):
        if stream:
            pieces += _pieces(script.text(text))
        own = [mark - script.start for mark in marks[bisect_left(marks, script.start) : bisect_left(marks, script.end)]]
        if not own:
            continue
        inside += len(own)
        line, counted = line + text.count("\n", counted, script.start), script.start
        if script.kind in _YAML_TYPES:
            yield load(script.text(text), line)
        else:
            yield from (Loaded(found, first_line=line) for found in _in_script(script.text(text), script.kind, own))
    yield from map(Loaded, documents_in_text("".join(pieces)))
    if inside < len(marks):
        yield from _in_attributes(document)


@dataclass(frozen=True, slots=True)
class _Script:
    """One script of a page: its type, and where its text stands."""

    kind: str
    start: int
    end: int

    def text(self, page: str) -> str:
        return page[self.start : self.end]


def _scripts(text: str) -> Iterator[_Script]:
    """The page's scripts, cut out as a browser does: up to the next ``</script``. The tree of a large page costs more."""
    start = text.find("<script")
    while start >= 0:
        inside = text.find(">", start) + 1
        end = text.find("</script", inside)
        if not inside or end < 0:
            return
        kind = _TYPE.search(text, start, inside)
        yield _Script(kind[1].lower() if kind else "", inside, end)
        start = text.find("<script", end)


def _in_script(text: str, kind: str, marks: Sequence[int] | None = None) -> Iterator[Mapping[str, object]]:
    """A script (or an attribute) is JSON as a whole, or code with JSON in it. marks: of versions in it, if they are known."""
    if kind in _JSON_TYPES or text[:20].lstrip().startswith("{"):
        try:
            data, _end = load_json_at(text, 0)
        except json.JSONDecodeError:
            pass
        else:
            yield from documents_in(data)
            return
    yield from documents_in_text(text, marks)


def _pieces(text: str) -> Iterator[str]:
    for start in _STREAM.finditer(text):
        try:
            piece, _end = load_json_at(text, start.end())
        except json.JSONDecodeError:
            continue
        yield from (part for part in piece if isinstance(part, str)) if isinstance(piece, list) else ()


def _in_attributes(document: Document) -> Iterator[Loaded]:
    """Documents in attributes: outside the scripts, which are the larger part of most pages."""
    text = document.text
    names = [name for name in _ATTRIBUTES if f" {name}=" in text]
    if not names:
        return
    for element in document.tree.xpath("//*[" + " or ".join(f"@{name}" for name in names) + "]"):
        for value in (element.get(name) or "" for name in names):
            if value.lstrip().startswith("{"):
                yield from (Loaded(found, first_line=element.sourceline or 1) for found in _in_script(value, ""))


def _distinct(loaded: Iterator[Loaded]) -> Iterator[Loaded]:
    """Each document once: platforms repeat their state."""
    known: list[object] = []
    for one in loaded:
        if isinstance(one.data, Mapping) and is_whole(one.data) and one.data not in known:
            known.append(one.data)
            yield one
