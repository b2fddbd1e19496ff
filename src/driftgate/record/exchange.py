"""One recorded request with its answer, reduced to what a contract can know; and where recordings of one operation come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from driftgate.contract import ClientContract, Contract, Operation
from driftgate.contract.paths import VARIABLE, path_template


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its answer. They stay in memory: only shapes of them are kept.

    headers and query: of the request, by name; body: parsed JSON in a list of at most one; form: names of form fields;
    answers: parsed JSON documents of the answer (several for a stream); media types in lower case without parameters.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    media_type: str = ""
    body: tuple[object, ...] = ()
    form: tuple[str, ...] = ()
    status: int = 0
    answer_media_type: str = ""
    answers: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What to record.

    base_url: requests to other origins are left out (empty: the first one found counts); at: ISO 8601 in UTC;
    documented: the contract that the docs state, which decides what is an enum value, a map key or noise;
    reads: the response paths that the client really reads, since a recording cannot tell (``id``, ``200:id``, ``error:message``).
    """

    operation: Operation
    base_url: str = ""
    at: str = ""
    documented: Contract | None = None
    reads: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A client contract, and what a person should know of how it came to be. exchanges: how many were used."""

    client: ClientContract
    exchanges: int
    notes: tuple[str, ...] = ()


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL, empty for one that cannot be read."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return ""
    if not parts.hostname:
        return ""
    return f"{parts.scheme}://{parts.hostname}{port}".lower()


def query_of(url: str) -> dict[str, str]:
    """The query parameters of a URL, none for one that cannot be read."""
    try:
        return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    except ValueError:
        return {}


def calls(exchange: Exchange, operation: Operation, base_url: str) -> bool:
    """Whether the request is one of this operation: method and path, variables matching any one segment."""
    path, prefix = _path(exchange.url), _path(base_url).rstrip("/")
    inside = path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path
    return exchange.method == operation.method and any(_fits(each, operation.path) for each in {path, inside})


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _fits(path: str, template: str) -> bool:
    found, wanted = path.strip("/").split("/"), path_template(template).strip("/").split("/")
    return len(found) == len(wanted) and all(
        one == other or ("{" in other and "}" in other and one != "") for one, other in zip(found, wanted, strict=True)
    )


def path_variables(operation: Operation) -> tuple[str, ...]:
    """The names of the path's variables, each of which every request fills."""
    return tuple(VARIABLE.findall(path_template(operation.path)))
