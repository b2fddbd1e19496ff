"""Reads Postman collections, alone or in a page: what requests name, what their descriptions say, what their examples show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Certainty, Contract, Field, Operation, Source
from driftgate.extract.blocks import Block, Heading
from driftgate.extract.document import Document
from driftgate.extract.draft import Draft, gathered, with_facts
from driftgate.extract.examples import example_fields
from driftgate.extract.extraction import Extraction
from driftgate.extract.markdown.blocks import blocks as markdown_blocks
from driftgate.extract.markup import UnparsableError
from driftgate.extract.openapi.load import RefusedError
from driftgate.extract.openapi.operations import matches
from driftgate.extract.openapi.raw import mapping
from driftgate.extract.page import Unreadable
from driftgate.extract.platforms.postman.collection import SCHEMA, Call, calls_of, collections_in, words_of
from driftgate.extract.platforms.postman.parameters import headers_described, media_type_of, parameters_of, security_of
from driftgate.extract.platforms.postman.values import body_value
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.rows.written import Written, drawn

NAME = "postman"

_KINDS = ("json", "html", "script", "text")
_OPERATION_LEVEL, _SECTION_LEVEL = 6, 8
#: what converters call the keys of a map
_GENERATED_KEY = re.compile(r"(?<![^.])key_\d{1,3}(?![^.\[])")


def recognises(document: Document) -> bool:
    """The schema that every collection names."""
    return document.kind in _KINDS and SCHEMA in document.text


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """One contract per operation, all requests of it together; only the wanted one's where it is there.

    Raises UnparsableError where a collection breaks a limit."""
    try:
        calls = [call for found in collections_in(document.text) for call in calls_of(found)]
    except RefusedError:
        raise UnparsableError(Unreadable.MALFORMED) from None
    hits = [call for call in calls if wanted is None or matches(call.operation, wanted, (call.address.server,))]
    if not hits:
        named = {call.operation: Contract(operation=call.operation, servers=_servers(call)) for call in calls}
        return Extraction(platform=NAME, contracts=tuple(named.values()), machine_readable=True)
    drafts: dict[Operation, Draft] = {}
    for call in hits:
        draft = drafts.setdefault(call.operation, _draft(call, document))
        _add(draft, call, document)
    return gathered(NAME, drafts.values(), wanted, machine_readable=True)


def _servers(call: Call) -> tuple[str, ...]:
    return (call.address.server,) if call.address.server else ()


def _draft(call: Call, document: Document) -> Draft:
    source = Source(url=document.page.reached, element=call.name, reader=NAME, certainty=Certainty.STATED)
    return Draft(call.operation, source, generated=True)  # requests of one operation are variants of what it takes


def _add(draft: Draft, call: Call, document: Document) -> None:
    """Adds what one request states, then what its examples show beside it."""
    draft.servers += _servers(call)
    credential = security_of(call)
    if credential is not None:
        draft.security = [*(draft.security or ()), *(() if (credential,) in (draft.security or ()) else ((credential,),))]
    if call.request.get("body"):
        draft.media_type("body", media_type_of(call.request))
    stated = _stated(call, draft, document)
    for field in stated:
        draft.add(field)
    for field in _shown(call, draft, {(field.place, field.path) for field in stated}):
        draft.add(field)


def _stated(call: Call, draft: Draft, document: Document) -> list[Field]:
    """The parameters and what the description's own tables and lists say, each where the request has it."""
    parameters = list(parameters_of(call))
    extraction = read_blocks(document, NAME, call.operation, tuple(_blocks(call, parameters, document)))
    draft.gaps += extraction.gaps
    draft.contradictions += extraction.contradictions
    found = next((one for one in extraction.contracts if one.operation == call.operation), None)
    places: dict[str, set[str]] = {}
    for parameter in parameters:
        places.setdefault(parameter.name, set()).add(parameter.place)
    fields: dict[str, Field] = {}
    for field in found.fields.values() if found else ():
        placed = _where_sent(field, places.get(field.path, set()))
        known = fields.get(placed.key)
        fields[placed.key] = with_facts(known, {**placed.facts, **known.facts}) if known else placed
    return list(fields.values())


def _where_sent(field: Field, places: set[str]) -> Field:
    """A field that a description puts elsewhere than the request does."""
    is_sent_elsewhere = field.place in ("query", "body") and len(places) == 1 and field.place not in places
    return replace(field, place=next(iter(places))) if is_sent_elsewhere else field


def _blocks(call: Call, parameters: Sequence[Written], document: Document) -> Iterator[Block]:
    yield Heading(_OPERATION_LEVEL, str(call.operation))
    if parameters:
        yield Heading(_SECTION_LEVEL, "Request parameters")
        yield drawn(parameters)
    yield from _described(words_of(call.request.get("description")), document)


def _described(text: str, document: Document) -> Iterable[Block]:
    """The blocks of a description: Markdown as it was written, HTML as it is published."""
    if not text.lstrip().startswith("<"):
        return markdown_blocks(text) if text.strip() else ()
    page = replace(document.page, body=text.encode(), charset="utf-8", media_type="text/html")
    return Document(page, text, "html").blocks


def _shown(call: Call, draft: Draft, known: set[tuple[str, str]]) -> Iterator[Field]:
    """The fields that only the bodies of the request and its answers show."""
    source = replace(draft.source or Source(), certainty=Certainty.INFERRED)
    bodies: dict[str, list[object]] = {}
    request = mapping(call.request.get("body"))
    if request.get("mode") == "raw":
        bodies["body"] = [body_value(request.get("raw"))]
    for answer in call.answers:
        code = answer.get("code")
        if isinstance(code, int) and 100 <= code < 600:
            draft.media_type(str(code), media_type_of(answer))
            bodies.setdefault(str(code), []).append(body_value(answer.get("body")))
            yield from (Field(str(code), name, in_header=True, source=source) for name in headers_described(answer))
    for place, values in bodies.items():
        shown = {_GENERATED_KEY.sub("*", field.path): field for field in reversed(example_fields(place, values, source))}
        yield from (replace(field, path=path) for path, field in shown.items() if (place, path) not in known)
