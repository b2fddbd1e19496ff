"""Judges the answer to the happy path: documented status and media type, documented shape, and what the client reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from driftgate.contract import ClientContract, Contract, Field
from driftgate.smoke.decode import Undecodable, events, json_value
from driftgate.smoke.documented import is_json, request_fields
from driftgate.smoke.model import Answer, Outcome, PlannedRequest
from driftgate.smoke.observation import (
    Observation,
    documented_answer,
    documented_media_types,
    documented_places,
    places_of,
)
from driftgate.smoke.resemble import reads_fault, shape_fault, undocumented_count

STREAM = "text/event-stream"


def judge_success(
    planned: PlannedRequest, answer: Answer, contract: Contract, clients: Sequence[ClientContract], expect: Sequence[str]
) -> Observation:
    """PASSED only where status and shape were both seen to be as documented."""
    fault = _status_fault(answer.status, contract, expect)
    if fault:
        return _failed(answer, fault, shape=None)
    if not answer.complete:
        return _failed(answer, "the answer was cut short or is larger than the limit")
    documented = _without_echoes(documented_answer(contract, answer.status, answer.media_type), contract)
    reads = _reads(clients, answer.status, answer.media_type)
    if not answer.body and not documented and not reads and not documented_media_types(contract, answer.status):
        return _passed(answer, "the answer is as documented: a success without a body", 0)
    fault = _media_type_fault(planned, answer, contract)
    if fault:
        return _failed(answer, fault)
    return _judge_body(answer, documented, reads)


def _judge_body(answer: Answer, documented: dict[str, Field], reads: dict[str, Field]) -> Observation:
    if not _decodable(answer.media_type):
        return _passed(answer, "the answer has the documented status and media type; its content is not compared", 0)
    try:
        values = events(answer.body)[0] if answer.media_type == STREAM else (json_value(answer.body),)
        extra = undocumented_count(values, documented)
    except Undecodable as error:
        return _failed(answer, f"the answer cannot be read: {error}")
    except ValueError:
        return _failed(answer, "the answer cannot be read: it is nested deeper than the limit")
    if not values:
        return _failed(answer, "the stream ended without an event")
    faults = [shape_fault(value, documented) for value in values]
    fault = next((each for each in faults if each), "") or reads_fault(values, reads, documented)
    return _failed(answer, fault, undocumented=extra) if fault else _passed(answer, "the answer is as documented", extra)


def _without_echoes(documented: dict[str, Field], contract: Contract) -> dict[str, Field]:
    """The documented fields, nothing demanded of those that the request requires under the same name and type.

    Docs that print the request's schema a second time as the answer's are not rare. Such a copy promises nothing; what a client
    reads must arrive all the same.
    """
    request = request_fields(contract, "body")
    copied = {path for path, field in documented.items() if path in request and _is_copy(field, request[path])}
    return {
        path: replace(field, facts={name: fact for name, fact in field.facts.items() if name != "required"})
        if path in copied
        else field
        for path, field in documented.items()
    }


def _is_copy(field: Field, sent: Field) -> bool:
    return field.required is True and sent.required is True and field.type == sent.type


def _status_fault(status: int, contract: Contract, expect: Sequence[str]) -> str:
    if expect:
        return "" if any(place in expect for place in places_of(status)[:2]) else "the status is not one the case expects"
    if not 200 <= status < 300:
        return "the API refused a request that the documentation allows"
    named = {place for place in documented_places(contract) if place.startswith("2")}
    if named and not named.intersection(places_of(status)):
        return "the success status is not one that the documentation names"
    return ""


def _media_type_fault(planned: PlannedRequest, answer: Answer, contract: Contract) -> str:
    if planned.streaming:
        return "" if answer.media_type == STREAM else "a stream was asked for and something else came"
    stated = documented_media_types(contract, answer.status)
    if answer.media_type in stated or (is_json(answer.media_type) and (not stated or any(is_json(each) for each in stated))):
        return ""
    return "the answer has another media type than documented"


def _decodable(media_type: str) -> bool:
    return media_type == STREAM or is_json(media_type)


def _reads(clients: Sequence[ClientContract], status: int, media_type: str) -> dict[str, Field]:
    """What any client reads of such an answer. Of a stream, only what is recorded as read from a stream."""
    wanted = {media_type} if media_type == STREAM else {"", media_type}
    return {
        field.path.removeprefix("$."): field
        for client in clients
        for field in client.reads.values()
        if field.place in places_of(status)[:2] and field.media_type in wanted and not field.in_header
    }


def _passed(answer: Answer, reason: str, extra: int) -> Observation:
    reason += f" ({extra} more that the documentation does not name)" if extra else ""
    return Observation(outcome=Outcome.PASSED, reason=reason, status=answer.status, endpoint=True, shape=True, undocumented=extra)


def _failed(answer: Answer, reason: str, *, shape: bool | None = False, undocumented: int = 0) -> Observation:
    return Observation(
        outcome=Outcome.FAILED,
        reason=reason,
        status=answer.status,
        endpoint=False,
        shape=shape,
        undocumented=undocumented,
    )
