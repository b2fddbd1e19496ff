"""One canonical form for a contract: what has no order is sorted, what means the same is spelled the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from driftgate.contract import (
    FACT_BY_NAME,
    Contract,
    Facts,
    FactValue,
    Field,
    Request,
    Response,
    Scalar,
    SecurityRequirement,
    SecurityScheme,
    ordered,
)
from driftgate.contract.model import REQUEST_PLACES

_UNORDERED = frozenset(fact.name for fact in FACT_BY_NAME.values() if fact.kind in ("set", "shapes"))


def canonical(contract: Contract) -> Contract:
    """The same contract with fields, sets, media types and security alternatives in a fixed order, without sources.

    The order of servers is kept: the first is the one to call.
    """
    statuses = {status: contract.responses.get(status, Response()) for status in statuses_of(contract)}
    return Contract(
        operation=contract.operation,
        servers=contract.servers,
        security=canonical_security(contract.security),
        request=Request(media_types=distinct(contract.request.media_types), required=contract.request.required),
        responses={status: Response(media_types=distinct(said.media_types)) for status, said in statuses.items()},
        fields=canonical_fields(contract.fields),
        facts=canonical_facts(contract.facts),
    )


def statuses_of(contract: Contract) -> list[str]:
    """Every response status that the contract or one of its fields names, sorted."""
    named = {field.place for field in contract.fields.values() if field.place not in REQUEST_PLACES}
    return sorted(named | set(contract.responses))


def canonical_fields(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields by key, sorted by place, media type, headers last, then path."""
    bare = (replace(field, facts=canonical_facts(field.facts), source=None, fact_sources={}) for field in fields.values())
    return {field.key: field for field in sorted(bare, key=position)}


def position(field: Field) -> tuple[int, str, bool, str, str]:
    """Where a field stands in a file: request places in the order of a request, then statuses."""
    rank = REQUEST_PLACES.index(field.place) if field.place in REQUEST_PLACES else len(REQUEST_PLACES)
    return (rank, field.place, field.in_header, field.media_type, field.path)


def canonical_facts(facts: Facts) -> dict[str, FactValue]:
    """The facts in the order of the table, sets sorted. Raises KeyError for a fact that is not in the table."""
    return {name: _canonical_value(name, value) for name, value in ordered(facts).items()}


def _canonical_value(name: str, value: FactValue) -> FactValue:
    if not isinstance(value, tuple):
        return canonical_number(value)
    numbers = tuple(canonical_number(item) for item in value)
    if name not in _UNORDERED:
        return numbers
    found = {_rank(item): item for item in numbers}
    return tuple(found[rank] for rank in sorted(found))


def _rank(value: Scalar) -> tuple[int, float, str]:
    """A total order over mixed scalars: null, booleans, numbers by size, text."""
    if value is None:
        return (0, 0, "")
    if isinstance(value, bool):
        return (1, int(value), "")
    if isinstance(value, str):
        return (3, 0, value)
    try:
        return (2, float(value), repr(value))
    except OverflowError:
        return (2, float("inf") if value > 0 else float("-inf"), repr(value))


def canonical_number(value: Scalar) -> Scalar:
    """``1.0`` as ``1``: JSON has one number one."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def canonical_security(security: tuple[SecurityRequirement, ...] | None) -> tuple[SecurityRequirement, ...] | None:
    """Alternatives, the schemes within one, and scopes, sorted and once each. Not stated stays not stated."""
    if security is None:
        return None
    alternatives = {tuple(sorted({_bare(scheme) for scheme in needed}, key=_scheme_order)) for needed in security}
    return tuple(sorted(alternatives, key=lambda needed: [_scheme_order(scheme) for scheme in needed]))


def _bare(scheme: SecurityScheme) -> SecurityScheme:
    return replace(scheme, scopes=distinct(scheme.scopes))


def _scheme_order(scheme: SecurityScheme) -> tuple[str, str, str, tuple[str, ...]]:
    return (scheme.scheme, scheme.place, scheme.name, scheme.scopes)


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """The words sorted, each once."""
    return tuple(sorted(set(words)))
