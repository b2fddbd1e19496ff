"""openapi-generator's html2 pages: schemas in ``defs["X"]`` scripts, each operation in an ``article`` that refers to them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from driftgate.contract import Operation, Source
from driftgate.contract.types import members_of
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction, Gap, GapKind
from driftgate.extract.markup import UnparsableError, first, has_class, selector, visible_text
from driftgate.extract.markup.text import raw_text
from driftgate.extract.openapi.load import Loaded, RefusedError, load_json_at
from driftgate.extract.openapi.operations import matches
from driftgate.extract.openapi.read import read
from driftgate.extract.openapi.references import named
from driftgate.extract.page import Unreadable
from driftgate.extract.typewords.read import read_type

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "openapi-generator-html2"

#: Begins with a literal, which the search looks for in C.
_DEFINITION = re.compile(r'defs(?<!\wdefs)\["([^"\\]{1,300})"\]\s*=\s*(?=\{)')
_DRAWN = first(f".//span[{has_class('toggle-handle')}]")
_TITLES = selector(f"descendant::div[{has_class('methodsubtabletitle')}]")
_TYPE = f"string(.//span[{has_class('type')}][1])"
_WRAPPER = re.compile(r"\bschemaWrapper\s*=\s*(?=\{)")
_STATUS_ID = re.compile(r"-schema-(\d{3}|\dXX|default)$", re.IGNORECASE)
_MAPPING = '"mapping"'
_REFERENCE = re.compile(r'"#/components/schemas/([^"/\\]{1,300})"')
#: A text in JSON, whole: where a discriminator maps values to schemas, any text may be the name of one.
_TEXT = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
#: What the generator prints no definition of: it makes no model of a list, a map or an object without properties.
_UNPRINTED = {"type": ["array", "object"]}
#: A browser draws an answer's schema in the place of its script, and leaves the data in a hidden input beside it.
_VIEW = first(f".//*[{has_class('json-schema-view')}]")
_KEPT = selector("./following-sibling::input[contains(@id, '-schema-data')][1]/@value")
_HEADER_ROWS = selector("./../../div[contains(@id, '-headers')]//tr[td[2]]")
_PLACES = (("path", "path"), ("query", "query"), ("header", "header"), ("cookie", "cookie"))


def recognises(document: Document) -> bool:
    """The scripts' own names, and the articles; not where a browser has drawn a schema and left no data of it."""
    text = document.text
    is_html2 = "schemaWrapper" in text and "var defs" in text and "<article" in text
    if document.kind != "html" or not is_html2:
        return False
    return not ("toggle-handle" in text and _DRAWN(document.tree)) or all(map(_has_data, _holders(document.tree)))


def _holders(element: HtmlElement) -> list[HtmlElement]:
    """The boxes of all answers' schemas."""
    return [box for box in element.iter("div") if _STATUS_ID.search(box.get("id") or "")]


def _has_data(holder: HtmlElement) -> bool:
    return not _VIEW(holder) or any(_KEPT(holder))


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """The contracts of all articles. Raises UnparsableError where their data breaks a limit."""
    printed = _printed_at(document.tree)
    spoken_of = dict.fromkeys(_REFERENCE.findall(document.text))  # pages repeat each a hundred times
    unprinted = {name: _UNPRINTED for name in spoken_of if name not in printed}
    try:
        paths = _paths(document.tree, printed.keys() | unprinted, wanted)
        schemas = unprinted | _reached(paths, printed)
    except (RefusedError, json.JSONDecodeError):
        raise UnparsableError(Unreadable.MALFORMED) from None
    data = {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}
    found = read(Loaded(data), wanted, NAME, document.page.reached)
    near = Source(url=document.page.reached, reader=NAME)
    gaps = tuple(Gap(GapKind.REFERENCE, replace(near, quote=name)) for name in unprinted)
    return replace(found, gaps=(*found.gaps, *gaps))


def _paths(tree: HtmlElement, names: Collection[str], wanted: Operation | None) -> dict[str, dict[str, object]]:
    """The operations of the page; of those that are not wanted only that they are there."""
    paths: dict[str, dict[str, object]] = {}
    for article in tree.iter("article"):
        for pre in article.xpath(".//pre[@data-type][1]"):
            path, method = raw_text(pre).strip(), pre.get("data-type").lower()
            asked = wanted is None or matches(Operation(method.upper(), path), wanted)
            paths.setdefault(path, {})[method] = _operation(article, names) if asked else {}
    return paths


def definitions(tree: HtmlElement) -> dict[str, object]:
    """The schemas that the scripts of the page define, by name. Raises RefusedError or JSONDecodeError where one is broken."""
    return {name: load_json_at(script, start)[0] for name, (script, start) in _printed_at(tree).items()}


def _printed_at(tree: HtmlElement) -> dict[str, tuple[str, int]]:
    """The scripts that define schemas, by name, with where each definition begins."""
    scripts = [text for script in tree.iter("script") if (text := script.text)]
    return {start[1]: (script, start.end()) for script in scripts for start in _DEFINITION.finditer(script)}


def _reached(told: object, printed: Mapping[str, tuple[str, int]]) -> dict[str, object]:
    """The schemas that data speaks of, and those that these speak of: pages define many more than one operation needs."""
    found: dict[str, object] = {}
    text = json.dumps(told, ensure_ascii=False)
    waiting = _spoken_of(text, 0, len(text))
    while waiting:
        name = named(waiting.pop().rpartition("/")[2])
        if name in printed and name not in found:
            script, start = printed[name]
            found[name], end = load_json_at(script, start)
            waiting += _spoken_of(script, start, end)
    return found


def _spoken_of(script: str, start: int, end: int) -> list[str]:
    return (_TEXT if script.find(_MAPPING, start, end) >= 0 else _REFERENCE).findall(script, start, end)


def _operation(article: HtmlElement, names: Collection[str]) -> dict[str, object]:
    parameters: list[object] = []
    operation: dict[str, object] = {"parameters": parameters, "responses": dict(_responses(article))}
    for title in _TITLES(article):
        words = visible_text(title).lower()
        rows = title.xpath("./following-sibling::table[1]//tr[td]")
        place = next((place for word, place in _PLACES if words.startswith(word)), None)
        if words.startswith("body"):
            operation["requestBody"] = next(iter(_wrappers(rows)), {})
        elif words.startswith("form"):
            operation["requestBody"] = _form(rows, names)
        elif place is not None:
            parameters += [_parameter(row, place, names) for row in rows]
    return operation


def _wrappers(elements: list[HtmlElement]) -> Iterator[object]:
    for element in elements:
        for script in element.iter("script"):
            text = script.text or ""  # lxml makes it anew whenever it is asked for
            if start := _WRAPPER.search(text):
                yield load_json_at(text, start.end())[0]


def _responses(article: HtmlElement) -> Iterator[tuple[str, object]]:
    for holder in _holders(article):
        status = holder.get("id", "").rpartition("-")[2]
        printed = dict(_headers(holder))
        for wrapper in _wrappers([holder]):
            yield status, _with_headers(wrapper, printed)
        for value in _KEPT(holder) if _VIEW(holder) else ():  # the media types are gone
            yield status, {"content": {"": {"schema": load_json_at(str(value), 0)[0]}}, "headers": printed}


def _with_headers(answer: object, printed: Mapping[str, object]) -> object:
    """An answer's data with its table's rows for those headers that the data only refers to: their definitions are nowhere."""
    headers = answer.get("headers") if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or not isinstance(headers, dict):
        return answer
    known = {name: value for name, value in headers.items() if isinstance(value, dict) and "$ref" not in value}
    return {**answer, "headers": {**headers, **printed, **known}}


def _headers(holder: HtmlElement) -> Iterator[tuple[str, object]]:
    """The table of an answer's headers: name and type of each row."""
    for row in _HEADER_ROWS(holder):
        name, kind = (row.xpath(f"string(./td[{number}])").strip() for number in (1, 2))
        yield name, {"schema": _printed(kind)}


def _parameter(row: HtmlElement, place: str, names: Collection[str]) -> dict[str, object]:
    name, required = _name(row)
    schema = _schema(row, names)
    return {"name": name, "in": place, "required": required, "description": schema.pop("description", ""), "schema": schema}


def _form(rows: list[HtmlElement], names: Collection[str]) -> dict[str, object]:
    named = [(*_name(row), row) for row in rows]
    schema = {
        "type": "object",
        "properties": {name: _schema(row, names) for name, _, row in named},
        "required": [name for name, required, _ in named if required],
    }
    return {"content": {"multipart/form-data": {"schema": schema}}}


def _name(row: HtmlElement) -> tuple[str, bool]:
    text = row.xpath("string(./td[1])").strip()
    return text.rstrip("* \n"), text.endswith("*") or bool(row.xpath(".//div[contains(@class, 'required')]"))


def _schema(row: HtmlElement, names: Collection[str]) -> dict[str, object]:
    """What the cell prints of a parameter's schema; names: those of the page's schemas, which it may print instead of a type."""
    printed = " ".join(row.xpath(_TYPE).split())
    schema = _printed(printed)
    if printed in names:
        schema = {"allOf": [{"$ref": f"#/components/schemas/{printed}"}]}
    if described := row.xpath("string(.//div[contains(@class, 'description')][1])").strip():
        schema["description"] = described
    return schema


def _printed(words: str) -> dict[str, object]:
    """The schema of a printed type."""
    kinds = [member.split("<")[0] for member in members_of(str(read_type(words).get("type", "")))]
    return {"type": kinds} if kinds else {}
