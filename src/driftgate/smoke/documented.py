"""A smoke request held against the documented request, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from driftgate.contract import Contract, Field
from driftgate.smoke.fit import fault
from driftgate.smoke.model import SmokeCase
from driftgate.smoke.shape import documented_at, found, named

#: Headers that this client sets itself, or that only the credential may fill.
OWN_HEADERS = frozenset(
    {"accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "cookie", "host", "user-agent"}
)


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON or a format on top of it."""
    name = media_type.split(";", 1)[0].strip().lower()
    return name == "application/json" or name.endswith("+json") or name == "text/json"


def request_fields(contract: Contract, place: str) -> dict[str, Field]:
    """The documented fields of one request place by path; of a body, those of its JSON form."""
    fields = {}
    for field in contract.fields.values():
        if field.place == place and (not field.media_type or is_json(field.media_type)):
            fields[field.path.lower() if place == "header" else field.path] = field
    return fields


def sent_values(case: SmokeCase) -> dict[str, dict[str, object]]:
    """What a case sends outside the body, by place and name."""
    headers = {str(name).lower(): value for name, value in case.headers.items()}
    return {"path": dict(case.path), "query": dict(case.query), "header": headers}


def undocumented(case: SmokeCase, contract: Contract) -> tuple[str, ...]:
    """Keys of what the case sends and the docs do not know."""
    body = request_fields(contract, "body")
    keys = [f"body:{path}" for path, _ in named(case.body) if not documented_at(body, path)]
    for place, values in sent_values(case).items():
        known = set(request_fields(contract, place))
        if place == "path":  # the path's template documents its variables
            known |= {name for name in values if f"{{{name}}}" in contract.operation.path}
        keys += [f"{place}:{name}" for name in values if name not in known]
    return tuple(sorted(set(keys)))


def misfits(case: SmokeCase, contract: Contract) -> tuple[str, ...]:
    """One sentence for each sent value that the documented facts do not allow."""
    return tuple(
        f"{field.key} {wrong}"
        for field, values in _sent(case, contract)
        for wrong in dict.fromkeys(fault(field.facts, value) for value in values)
        if wrong
    )


def _sent(case: SmokeCase, contract: Contract) -> Iterator[tuple[Field, list[object]]]:
    for path, field in request_fields(contract, "body").items():
        if case.body is not None and path not in ("", "$"):
            yield field, found(case.body, path)
    for place, values in sent_values(case).items():
        for name, field in request_fields(contract, place).items():
            if name in values:
                yield field, [values[name]]


def missing(case: SmokeCase, contract: Contract, credential_header: str = "") -> tuple[str, ...]:
    """Keys of the fields that the docs require, wherever they apply, and that the case does not send."""
    keys = [
        field.key for path, field in request_fields(contract, "body").items() if _is_required(field) and _lacks(case.body, path)
    ]
    carried = {scheme.name.lower() for requirement in contract.security or () for scheme in requirement}
    for place, values in sent_values(case).items():
        for name, field in request_fields(contract, place).items():
            own = place == "header" and name in OWN_HEADERS | {credential_header.lower()}
            if _is_required(field) and name not in values and not own and name.lower() not in carried:
                keys.append(field.key)
    if case.body is None and contract.request.required is True and not keys:
        keys.append("body:$")
    return tuple(sorted(keys))


def _is_required(field: Field) -> bool:
    """Required alternatives of a union hold only within it; the vendor alone writes what is read-only."""
    return field.required is True and field.flag("conditional") is not True and field.flag("read_only") is not True


def _lacks(body: object, path: str) -> bool:
    parent, _, name = path.rpartition(".")
    owners: list[object] = found(body, parent) if parent else [body or {}]
    name = name.removesuffix("[]")
    return any(isinstance(owner, Mapping) and name not in owner for owner in owners) and name not in ("", "$")
