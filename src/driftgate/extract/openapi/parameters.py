"""Parameters and response headers of one operation as fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from driftgate.contract import FactValue, Field
from driftgate.contract.facts import OPERATION_FACTS
from driftgate.contract.model import PARAMETER_PLACES
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi import swagger
from driftgate.extract.openapi.keywords import facts_of
from driftgate.extract.openapi.media import ranked
from driftgate.extract.openapi.operations import Found
from driftgate.extract.openapi.raw import Raw
from driftgate.extract.openapi.references import step
from driftgate.extract.openapi.silence import is_silent
from driftgate.extract.openapi.spec import Spec
from driftgate.extract.openapi.view import Located

_DEFAULT_STYLE = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}

#: OpenAPI says that header parameters of these names are ignored: media types and security say the same.
IGNORED_HEADERS = frozenset(("accept", "content-type"))


def stated_parameters(spec: Spec, found: Found) -> list[tuple[Raw, str]]:
    """The parameters of an operation with their pointers: the path item's, overridden by the operation's own."""
    known: dict[tuple[str, str], tuple[Raw, str]] = {}
    for owner, pointer in ((found.item, found.item_pointer), (found.raw, found.pointer)):
        listed = owner.get("parameters")
        for number, stated in enumerate(listed if isinstance(listed, list) else []):
            raw, place = spec.follow(stated, step(step(pointer, "parameters"), number))
            if raw:
                known[(str(raw.get("in")), str(raw.get("name")))] = (raw, place)
    return list(known.values())


def fields_of_parameter(spec: Spec, raw: Raw, pointer: str) -> Iterator[Field]:
    """A parameter's field, and those below it where it is an object."""
    place, name = raw.get("in"), raw.get("name")
    if not isinstance(name, str) or not isinstance(place, str) or place not in PARAMETER_PLACES:
        spec.gaps.append(Gap(GapKind.PARAMETER_PLACE, spec.sources.at(pointer, raw)))
        return
    yield from _valued(spec, raw, pointer, Field(place, name, _facts(raw, place), source=spec.sources.at(pointer, raw)))


def fields_of_header(spec: Spec, status: str, name: str, raw: Raw, pointer: str) -> Iterator[Field]:
    """A response header's field."""
    facts = _facts({**raw, "in": "header"}, "header")
    yield from _valued(spec, raw, pointer, Field(status, name, facts, "", True, spec.sources.at(pointer, raw)))


def _facts(raw: Raw, place: str) -> dict[str, FactValue]:
    """What the parameter object itself says. Without ``required`` OpenAPI says false; a path parameter is always required."""
    facts: dict[str, FactValue] = {} if is_silent(raw) else {"required": place == "path" or raw.get("required") is True}
    facts.update({name: value for name, value in facts_of(raw).items() if name in OPERATION_FACTS})
    style, default = raw.get("style"), _DEFAULT_STYLE[place]
    if isinstance(style, str) and style != default:
        facts["style"] = style
    explode = raw.get("explode")
    if isinstance(explode, bool) and explode != ((style or default) in ("form", "cookie")):
        facts["explode"] = explode
    return facts


def _valued(spec: Spec, raw: Raw, pointer: str, own: Field) -> Iterator[Field]:
    """The parameter with the facts of its schema, or of the schema of its ``content``."""
    if spec.is_swagger:
        raw = swagger.parameter(raw)
        own = Field(own.place, own.path, {**own.facts, **_facts(raw, _place(own))}, "", own.in_header, own.source)
    schema, place = raw.get("schema"), step(pointer, "schema")
    content = raw.get("content")
    if schema is None and isinstance(content, Mapping) and content:
        _name, media = ranked(content)[0]
        schema, place = media.get("schema"), step(pointer, "content")
    root = Located(place, (), {} if schema is None else schema)
    yield from spec.fields.of_parameter(own, raw, root)


def _place(own: Field) -> str:
    return "header" if own.in_header else own.place
