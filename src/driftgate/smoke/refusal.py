"""Judges the answer to the error path: was the invalid request refused, in the documented or the client-known shape?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from driftgate.contract import ClientContract, Contract, Field
from driftgate.contract.values import fits_type
from driftgate.smoke.decode import Undecodable, json_value
from driftgate.smoke.documented import is_json
from driftgate.smoke.model import Answer, Outcome, PlannedRequest
from driftgate.smoke.observation import Observation, documented_answer, documented_places, places_of
from driftgate.smoke.shape import found, named

#: Words by which an API blames the request. A server error (500) that does not is an outage, whatever its shape.
BLAMES_REQUEST = re.compile(
    r"invalid|missing|required|malformed|bad[ _-]?request|validation|unprocessable|parameter"
    r"|must (?:be|have)|cannot be (?:empty|null)",
    re.IGNORECASE,
)


def judge_error(
    planned: PlannedRequest, answer: Answer, contract: Contract, clients: Sequence[ClientContract], expect: Sequence[str]
) -> Observation:
    """PASSED only where an error came that says in a known shape that the request was wrong."""
    if 200 <= answer.status < 300:
        return _failed(answer, "the API accepted a request that the documentation calls invalid")
    value = _error_value(answer)
    known = value is not None and _has_known_shape(value, answer.status, contract, clients)
    expected = any(place in expect for place in places_of(answer.status)[:2])
    if answer.status >= 500 and not expected:
        return _judge_server_error(planned, answer, value if known else None)
    if known:
        return _passed(answer, "the invalid request was refused in the documented or client-known error shape")
    if (
        value is not None
        and not _shapes(answer.status, contract, clients)
        and (expected or _is_documented(answer.status, contract))
    ):
        return _passed(answer, "the invalid request was refused with a documented status; no error shape is documented")
    return _failed(answer, "the refusal has neither the documented nor a client-known error shape")


def _judge_server_error(planned: PlannedRequest, answer: Answer, value: object) -> Observation:
    """Some APIs answer a malformed request with a 500: it counts only if it blames the request, and no gateway status does."""
    if answer.status == 500 and value is not None and _blames(value, planned.omitted):
        return _passed(answer, "the invalid request was refused with a server status, in a known shape that blames the request")
    return Observation(
        outcome=Outcome.OUTAGE,
        reason="a server error that does not blame the request: an outage, no evidence",
        status=answer.status,
        error_handling=False,
    )


def _blames(value: object, omitted: str) -> bool:
    name = re.escape(omitted.partition(":")[2].rpartition(".")[2].removesuffix("[]"))
    texts = [text for _, text in named(value) if isinstance(text, str)]
    return any(BLAMES_REQUEST.search(text) or (name and re.search(rf"\b{name}\b", text)) for text in texts)


def _error_value(answer: Answer) -> object:
    if not answer.complete or not is_json(answer.media_type):
        return None
    try:
        return json_value(answer.body)
    except Undecodable:
        return None


def _has_known_shape(value: object, status: int, contract: Contract, clients: Sequence[ClientContract]) -> bool:
    return any(_resembles(value, shape) for shape in _shapes(status, contract, clients))


def _shapes(status: int, contract: Contract, clients: Sequence[ClientContract]) -> list[dict[str, Field]]:
    """The error shapes that the docs give for this status, or for errors at all, and those that clients read."""
    documented = [documented_answer(contract, status, "application/json")] if _is_documented(status, contract) else []
    if not any(documented):
        documented = [
            {
                field.path.removeprefix("$."): field
                for field in contract.fields.values()
                if field.place == place and not field.in_header
            }
            for place in sorted(documented_places(contract))
            if place.startswith(("4", "5")) or place == "default"
        ]
    read = [
        {
            field.path: field
            for field in client.reads.values()
            if field.place in ("error", *places_of(status)) and not field.in_header
        }
        for client in clients
    ]
    return [shape for shape in (*documented, *read) if shape]


def _resembles(value: object, shape: dict[str, Field]) -> bool:
    """All that must be there is, something is, and each has its type."""
    if not isinstance(value, dict | list):
        return False
    present = {path: found(value, path) for path in shape if path != "$"}
    lacking = [
        path for path, values in present.items() if not values and shape[path].required is True and not _owner_absent(value, path)
    ]
    arrived = [(shape[path], item) for path, values in present.items() for item in values]
    return bool(arrived) and not lacking and all(item is None or fits_type(field.facts, item) for field, item in arrived)


def _owner_absent(value: object, path: str) -> bool:
    owner = path.rpartition(".")[0]
    return bool(owner) and not any(isinstance(each, dict) for each in found(value, owner))


def _is_documented(status: int, contract: Contract) -> bool:
    return bool(documented_places(contract).intersection(places_of(status)))


def _passed(answer: Answer, reason: str) -> Observation:
    return Observation(outcome=Outcome.PASSED, reason=reason, status=answer.status, error_handling=True)


def _failed(answer: Answer, reason: str) -> Observation:
    return Observation(outcome=Outcome.FAILED, reason=reason, status=answer.status, error_handling=False)
