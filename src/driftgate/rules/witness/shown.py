"""A witness, and its messages as text: a body as JSON, everything else as the lines of HTTP that it stands in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from driftgate.contract import REQUEST_PLACES, Contract, Field, SecurityRequirement, SecurityScheme
from driftgate.rules.witness.messages import message, part_of

#: JSON of at most this many characters stands on one line.
ONE_LINE = 60

CREDENTIAL = "<credential>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """before, after: messages as text, empty where there is none; sentence: what happens on each side, or why no message can
    show it; labels: what the two messages are."""

    sentence: str
    before: str = ""
    after: str = ""
    labels: tuple[str, str] = ("approved", "now")


def message_text(contract: Contract, like: Field, value: object) -> str:
    """A message whose part around this field has this value; the other parts are the smallest that the contract documents."""
    if like.in_header:
        return "\n".join([f"HTTP {like.place}", *_header_lines(value)])
    if like.place not in REQUEST_PLACES or like.place == "body":
        return json_text(value)
    return request_text(contract, {like.place: value})


def json_text(value: object) -> str:
    """A value as JSON, on one line where it is short."""
    line = json.dumps(value, ensure_ascii=False)
    return line if len(line) <= ONE_LINE else json.dumps(value, ensure_ascii=False, indent=2)


def request_text(contract: Contract, parts: Mapping[str, object] | None = None, server: str = "") -> str:
    """The request line, headers and body of the smallest request. parts: values by place, instead of the smallest; a body of
    None is none."""
    values = {place: _smallest_part(contract, place) for place in REQUEST_PLACES} | dict(parts or {})
    lines = [f"{contract.operation.method} {server.rstrip('/')}{_path(contract, values['path'])}{_query(values['query'])}"]
    lines += _header_lines(values["header"])
    if cookies := _pairs(values["cookie"]):
        lines.append("Cookie: " + "; ".join(f"{name}={_plain(value)}" for name, value in cookies.items()))
    body = values["body"]
    return "\n".join([*lines, *(["", json_text(body)] if body is not None else [])])


def credential_text(requirement: SecurityRequirement) -> str:
    """The lines in which the schemes of one requirement prove who calls, without any credential."""
    return "\n".join(_scheme_line(scheme) for scheme in requirement) or "(no credential)"


def _scheme_line(scheme: SecurityScheme) -> str:
    kind = scheme.scheme.lower()
    if kind in ("bearer", "oauth2", "openidconnect"):
        return f"{scheme.name or 'Authorization'}: Bearer {CREDENTIAL}"
    if kind in ("basic", "digest"):
        return f"Authorization: {scheme.scheme.capitalize()} {CREDENTIAL}"
    if scheme.place == "query":
        return f"?{scheme.name}={CREDENTIAL}"
    if scheme.place == "cookie":
        return f"Cookie: {scheme.name}={CREDENTIAL}"
    return f"{scheme.name or scheme.scheme}: {CREDENTIAL}"


def _smallest_part(contract: Contract, place: str) -> object:
    value = message(part_of(contract, Field(place, "")))
    return None if place == "body" and value == {} and contract.request.required is not True else value


def _path(contract: Contract, values: object) -> str:
    """The path template with its variables filled; one that is not documented as a field keeps its braces."""
    path = contract.operation.path
    for name, value in _pairs(values).items():
        path = path.replace(f"{{{name}}}", quote(_plain(value), safe=""))
    return path


def _query(values: object) -> str:
    pairs = [(name, _plain(item)) for name, value in _pairs(values).items() for item in _listed(value)]
    return "?" + urlencode(pairs) if pairs else ""


def _header_lines(values: object) -> list[str]:
    return [f"{name}: {','.join(_plain(item) for item in _listed(value))}" for name, value in _pairs(values).items()]


def _pairs(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
