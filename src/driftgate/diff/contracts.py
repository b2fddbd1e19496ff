"""Compares two contracts of one operation: what changed in the docs, as unjudged facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from driftgate.contract import Contract, Field, SecurityRequirement, SecurityScheme
from driftgate.contract.model import PARAMETER_PLACES
from driftgate.diff.addresses import address_changes
from driftgate.diff.changes import (
    BodyAdded,
    BodyRemoved,
    BodyRequiredChanged,
    Change,
    MediaTypeAdded,
    MediaTypeRemoved,
    OperationFactChanged,
    SecurityChanged,
    StatusAdded,
    StatusRemoved,
)
from driftgate.diff.facts import differing
from driftgate.diff.fields import field_changes
from driftgate.diff.keys import aligned
from driftgate.diff.media import is_textual, media_changes, media_types, plain


def changes(before: Contract, after: Contract) -> tuple[Change, ...]:
    """Everything that differs in meaning between two contracts. Neither order nor spelling is a difference."""
    whole = tuple(_of_the_whole(before, after))
    return (*whole, *field_changes(*aligned(before, after), _told_by(whole), _textual_places(after)))


def _of_the_whole(before: Contract, after: Contract) -> Iterator[Change]:
    yield from address_changes(before, after)
    for fact in differing(before.facts, after.facts):
        yield OperationFactChanged(after.operation, fact, before.facts.get(fact), after.facts.get(fact))
    if _comparable_security(before.security) != _comparable_security(after.security):
        yield SecurityChanged(before.security, after.security)
    yield from _body(before, after)
    yield from _statuses(before, after)


def _body(before: Contract, after: Contract) -> Iterator[Change]:
    was, now = has_body(before), has_body(after)
    if was and not now:
        yield BodyRemoved()
    elif now and not was:
        yield BodyAdded(after.request.required)
    elif was:
        if before.request.required is not after.request.required:
            yield BodyRequiredChanged(before.request.required, after.request.required)
        yield from media_changes("body", before, after)


def _statuses(before: Contract, after: Contract) -> Iterator[Change]:
    was, now = _named_statuses(before), _named_statuses(after)
    yield from (StatusRemoved(status) for status in was if status not in now)
    yield from (StatusAdded(status) for status in now if status not in was)
    for status in was:
        if status in now:
            yield from media_changes(status, before, after)


def has_body(contract: Contract) -> bool:
    """Whether the docs speak of a request body at all."""
    request = contract.request
    return bool(request.media_types) or request.required is not None or any(f.place == "body" for f in contract.fields.values())


def _told_by(whole: Sequence[Change]) -> Callable[[Field], bool]:
    """Says of a field whether its whole body, status or media type came or went."""
    places: set[str] = set()
    kinds: set[tuple[str, str]] = set()
    for change in whole:
        match change:
            case BodyRemoved():
                places.add("body")
            case StatusAdded(status) | StatusRemoved(status):
                places.add(status)
            case MediaTypeAdded(place, media_type) | MediaTypeRemoved(place, media_type):
                kinds.add((place, media_type))
            case _:
                pass
    return lambda field: field.place in places or (field.place, plain(field.media_type)) in kinds


def _textual_places(contract: Contract) -> frozenset[str]:
    """Where values travel as text: parameters, and bodies in none but textual media types."""
    bodies = (place for place in ("body", *contract.responses) if is_textual(media_types(contract, place)))
    return frozenset((*PARAMETER_PLACES, *bodies))


def _named_statuses(contract: Contract) -> dict[str, None]:
    return dict.fromkeys(contract.responses)


def _comparable_security(security: tuple[SecurityRequirement, ...] | None) -> frozenset[frozenset[object]] | None:
    if security is None:
        return None
    return frozenset(frozenset(_comparable_scheme(scheme) for scheme in requirement) for requirement in security)


def _comparable_scheme(scheme: SecurityScheme) -> object:
    return (scheme.scheme.lower(), scheme.place, scheme.name.lower(), frozenset(scheme.scopes))
