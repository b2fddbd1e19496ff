"""From a smoke case to one complete request, or to the reason why it is not sent. Nothing undocumented is ever planned."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from driftgate.contract import Contract, Field
from driftgate.smoke.address import address
from driftgate.smoke.documented import OWN_HEADERS, is_json, misfits, missing, request_fields, undocumented
from driftgate.smoke.fill import Refused, filled, without
from driftgate.smoke.model import Outcome, PlannedRequest, SmokeCase

HAPPY_PATH, ERROR_PATH = "happy_path", "error_path"

_HEADER_VALUE = re.compile(r"[\x20-\x7e\t]{0,1024}")


def plan(
    case: SmokeCase, contract: Contract, base_url: str, values: Mapping[str, str], credential_header: str = "Authorization"
) -> PlannedRequest | Refused:
    """One request in which every field is documented and every value allowed.

    values: what :class:`FromEnv` leaves are taken from. The happy path must hold all that the docs require; the error
    path must lack at least one required field, so that the docs themselves say that it is invalid.
    """
    try:
        ready = filled(case, values)
        if isinstance(ready, Refused):
            return ready
        fault = _header_fault(ready, credential_header) or _undocumented_fault(ready, contract)
        if fault:
            return Refused(Outcome.FAILED, fault)
        chosen = _choose(ready, contract, credential_header)
        return (
            chosen
            if isinstance(chosen, Refused)
            else _request(chosen, contract, base_url, missing(chosen, contract, credential_header))
        )
    except ValueError as error:  # raised by this package alone, in its own words
        return Refused(Outcome.FAILED, str(error))


def _undocumented_fault(case: SmokeCase, contract: Contract) -> str:
    stated = contract.request.media_types
    if case.body is not None and stated and not any(is_json(media_type) for media_type in stated):
        return "the documentation knows no JSON body for this operation"
    unknown = undocumented(case, contract)
    if unknown:
        return f"the request holds a field that is not documented: {', '.join(unknown[:5])}"
    wrong = misfits(case, contract)
    return f"the request does not fit the documentation: {'; '.join(wrong[:5])}" if wrong else ""


def _header_fault(case: SmokeCase, credential_header: str) -> str:
    for name, value in case.headers.items():
        if name.lower() in OWN_HEADERS | {credential_header.lower()}:
            return f"the request may not set the header {name}"
        if not isinstance(value, str | int | float) or not _HEADER_VALUE.fullmatch(str(value)):
            return f"the value of the header {name} is not one line of ASCII"
    return ""


def _choose(case: SmokeCase, contract: Contract, credential_header: str) -> SmokeCase | Refused:
    lacking = missing(case, contract, credential_header)
    if case.name != ERROR_PATH:
        return (
            Refused(Outcome.FAILED, f"the request lacks a documented required field: {', '.join(lacking[:5])}")
            if lacking
            else case
        )
    if not lacking or case.omit:
        key = _omit_key(case.omit) or _default_omission(case, contract)
        if not key:
            return Refused(Outcome.FAILED, "the documentation requires no field that could be left out: name an invalid request")
        case = without(case, key)
        if key not in missing(case, contract, credential_header):
            return Refused(Outcome.FAILED, f"the documentation does not say that {key} is required: the request could be valid")
    return case


def _omit_key(omit: str) -> str:
    return omit if not omit or ":" in omit else f"body:{omit}"


def _default_omission(case: SmokeCase, contract: Contract) -> str:
    """The last required top-level field of the body by name, one that holds a list or an object before a scalar."""
    sent = [
        field
        for path, field in request_fields(contract, "body").items()
        if field.required is True and field.flag("conditional") is not True and "." not in path and path in (case.body or {})
    ]
    return max(sent, key=_omission_rank).key if sent else ""


def _omission_rank(field: Field) -> tuple[bool, str]:
    return (field.type or "").startswith(("array", "object")), field.path


def _request(case: SmokeCase, contract: Contract, base_url: str, lacking: tuple[str, ...]) -> PlannedRequest:
    streaming = case.body is not None and case.body.get("stream") is True
    headers = {name: str(value) for name, value in case.headers.items()}
    headers["Accept"] = "text/event-stream" if streaming else "application/json"
    body = None
    if case.body is not None:
        headers["Content-Type"] = "application/json"
        body = json.dumps(case.body, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
    return PlannedRequest(
        case=case.name,
        method=contract.operation.method,
        url=address(base_url, contract.operation.path, case.path, case.query),
        headers=headers,
        body=body,
        omitted=lacking[0] if lacking else "",
        streaming=streaming,
    )
