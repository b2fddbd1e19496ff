"""Recorded exchanges, in; the client contract of one operation, out: shapes only, and words that the docs list as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from driftgate.contract import ClientContract, FactValue, Field, Operation, Recorded, Scalar
from driftgate.errors import UsageError
from driftgate.record.credentials import is_credential, security_of
from driftgate.record.documented import Documented
from driftgate.record.exchange import Exchange, Recording, Scope, calls, origin_of, path_variables
from driftgate.record.reads import kept_reads
from driftgate.record.shapes import fields_of, is_name, shapes
from driftgate.snapshot.canonical import canonical_fields, canonical_security

CUT = "a document was too large or too deep: only a part of it was recorded"
VALUES_LEFT_OUT = "some values of documented enums do not look like words and were left out"

#: Headers that say nothing about one API: of HTTP itself, of browsers, of tracing, of SDKs describing themselves.
_TRANSPORT = re.compile(
    r":|accept|connection|content-|host\Z|user-agent|origin\Z|referer|sec-|cache-control|pragma|dnt\Z|te\Z|priority|keep-alive"
    r"|x-stainless-|x-forwarded-|x-b3-|cf-|via\Z|traceparent|tracestate|baggage|sentry-|upgrade|transfer-encoding|if-|cookie"
)
_WORD = re.compile(r"[A-Za-z]{1,16}(?:[_./-][A-Za-z]{1,16}){0,3}[0-9]{0,2}\Z")


def client_from_exchanges(exchanges: Sequence[Exchange], scope: Scope, *, source: str, where: str) -> Recording:
    """The client contract that the exchanges of this operation show. Raises UsageError where there is none."""
    used, base_url = _matching(exchanges, scope, where)
    documented = Documented(scope.documented)
    sends, sends_notes = _sends(used, documented, scope.operation)
    reads, reads_notes = kept_reads(used, documented, scope)
    security = next((s for e in used if (s := security_of(e.headers, e.query, scope.documented))), None)
    client = ClientContract(
        operation=scope.operation,
        base_url=base_url,
        security=canonical_security(security),
        sends=canonical_fields(sends),
        reads=canonical_fields(reads),
        recorded=Recorded(source=source, at=scope.at),
        name=scope.name,
    )
    return Recording(client=client, exchanges=len(used), notes=tuple(dict.fromkeys([*sends_notes, *reads_notes])))


def _matching(exchanges: Sequence[Exchange], scope: Scope, where: str) -> tuple[list[Exchange], str]:
    called = [each for each in exchanges if calls(each, scope.operation, scope.base_url)]
    base_url = scope.base_url or (origin_of(called[0].url) if called else "")
    used = [each for each in called if origin_of(each.url) == origin_of(base_url)]
    if used:
        return used, base_url
    elsewhere = f", {len(called)} of them for this operation at another origin than {origin_of(base_url)}" if called else ""
    raise UsageError(
        f"no request of {scope.operation} was recorded",
        where=where,
        why=f"the file holds {len(exchanges)} readable requests{elsewhere}",
        advice="record a call of this operation, or correct the operation or base_url of the target",
    )


def _sends(used: Sequence[Exchange], documented: Documented, operation: Operation) -> tuple[dict[str, Field], list[str]]:
    filled = (Field("path", name, {}) for name in path_variables(operation))
    fields: dict[str, Field] = {field.key: field for field in filled}
    notes: list[str] = []
    for each in used:
        for place, named in (("header", _sent_headers(each, documented)), ("query", each.query)):
            for name, value in named.items():
                if not is_credential(name, documented.contract) and (is_name(name) or documented.find(place, name)):
                    _add(fields, _parameter(place, name, value, documented, notes))
        for name in filter(is_name, each.form):
            _add(fields, _named("body", name, {}, documented, each.media_type))
    notes += _add_bodies(fields, used, documented)
    return fields, notes


def _sent_headers(exchange: Exchange, documented: Documented) -> dict[str, str]:
    """The headers that are about this API: documented ones, or, where no docs are given, those of no known transport."""
    about = (lambda name: documented.find("header", name) is not None) if documented else _is_own_header
    return {name: value for name, value in exchange.headers.items() if about(name)}


def _is_own_header(name: str) -> bool:
    return not _TRANSPORT.match(name.lower())


def _parameter(place: str, name: str, value: str, documented: Documented, notes: list[str]) -> Field:
    """A parameter as sent: on the wire everything is text, so its type is not a fact of the client."""
    said = documented.find(place, name)
    return _named(place, said.path if said else name, _values({value}, said, notes), documented, "")


def _named(place: str, path: str, facts: dict[str, FactValue], documented: Documented, media_type: str) -> Field:
    said = documented.find(place, path, media_type)
    return Field(place, path, facts, said.media_type if said else "")


def _add(fields: dict[str, Field], found: Field) -> None:
    """Adds a field, joining the values of one seen before."""
    known = fields.get(found.key)
    facts = {**(known.facts if known else {}), **found.facts}
    if known and "values" in known.facts and "values" in found.facts:
        facts["values"] = tuple(dict.fromkeys([*_tuple(known.facts["values"]), *_tuple(found.facts["values"])]))
    fields[found.key] = Field(found.place, found.path, facts, found.media_type)


def _tuple(value: FactValue) -> tuple[Scalar, ...]:
    return value if isinstance(value, tuple) else (value,)


def _add_bodies(fields: dict[str, Field], used: Sequence[Exchange], documented: Documented) -> list[str]:
    notes: list[str] = []
    for media_type in sorted({each.media_type for each in used}):
        bodies = [body for each in used if each.media_type == media_type for body in each.body]
        seen, cut = shapes(bodies, lambda path: documented.is_map("body", path))
        notes += [CUT] if cut else []
        for path, found in fields_of(seen):
            said = documented.find("body", path, media_type)
            facts: dict[str, FactValue] = {"type": found.type} if found.type else {}
            _add(fields, _named("body", path, {**facts, **_values(found.values, said, notes)}, documented, media_type))
    return notes


def _values(values: Iterable[Scalar], said: Field | None, notes: list[str]) -> dict[str, FactValue]:
    """The values as a fact, where the docs list this field's values; ones that do not look like words are left out."""
    listed = () if said is None else (said.enum or _tuple_of_const(said))
    if not listed:
        return {}
    kept = tuple(value for value in values if value in listed or is_word(value))
    if len(kept) < len(set(values)):
        notes.append(VALUES_LEFT_OUT)
    return {"values": kept} if kept else {}


def _tuple_of_const(said: Field) -> tuple[FactValue, ...]:
    return (said.facts["const"],) if "const" in said.facts else ()


def is_word(value: Scalar) -> bool:
    """Whether a value looks like a word of an API rather than like somebody's data or a secret."""
    return isinstance(value, bool) or (isinstance(value, str) and bool(_WORD.match(value)))
