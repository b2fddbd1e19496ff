"""Request and response bodies: their media types, and the fields of each."""

from __future__ import annotations

from collections.abc import Mapping

from driftgate.contract import Certainty, Field
from driftgate.extract.draft import Draft
from driftgate.extract.examples import example_fields
from driftgate.extract.openapi.media import ranked
from driftgate.extract.openapi.raw import Raw
from driftgate.extract.openapi.references import step
from driftgate.extract.openapi.spec import Spec
from driftgate.extract.openapi.view import Located


def read_content(spec: Spec, draft: Draft, place: str, content: object, pointer: str) -> None:
    """Adds the media types of a body and its fields. place: ``body`` or a response status."""
    primary: list[Field] = []
    told: Raw = {}
    for name, media in ranked(content) if isinstance(content, Mapping) else []:
        draft.media_type(place, name)
        if primary and media == told:
            continue
        fields = _fields(spec, place, media, step(pointer, name))
        if not primary:
            primary, told = fields, media
        elif _same(fields, primary):
            continue
        elif fields:
            fields = [_qualified(field, name) for field in fields]
        for field in fields:
            draft.add(field)


def _fields(spec: Spec, place: str, media: Raw, pointer: str) -> list[Field]:
    """The schema's fields, and those that only examples show; a stream's items (3.2) are what a client reads of it."""
    schema, keyword = media.get("schema"), "schema"
    if schema is None and "itemSchema" in media:
        schema, keyword = media["itemSchema"], "itemSchema"
    root = Located(step(pointer, keyword), (), schema)
    stated = [] if schema is None else spec.fields.of_body(root, place)
    examples = _examples(spec, media, pointer)
    return stated + _shown(spec, place, examples, pointer, {field.path for field in stated}) if examples else stated


def _shown(spec: Spec, place: str, examples: list[object], pointer: str, known: set[str]) -> list[Field]:
    shown = example_fields(place, examples, spec.sources.at(pointer, None, Certainty.INFERRED), known)
    maps = {path for path in known if path.endswith("*")}
    return [field for field in shown if not (maps and _is_inside_map(field.path, maps))]


def _is_inside_map(path: str, maps: set[str]) -> bool:
    """Whether a schema's free-form map already speaks of this path."""
    parts = path.split(".")
    return any(".".join([*parts[:length], "*"]) in maps for length in range(len(parts)))


def _examples(spec: Spec, media: Raw, pointer: str) -> list[object]:
    found = [media["example"]] if "example" in media else []
    named = media.get("examples")
    for name, stated in named.items() if isinstance(named, Mapping) else ():
        raw, _place = spec.follow(stated, step(step(pointer, "examples"), name))
        found += [raw[key] for key in ("value", "dataValue") if key in raw]
    return found


def _same(one: list[Field], other: list[Field]) -> bool:
    return {field.key: field for field in one} == {field.key: field for field in other}


def _qualified(field: Field, media_type: str) -> Field:
    return Field(field.place, field.path, field.facts, media_type, field.in_header, field.source)
