"""The requests of a Postman collection (2.0 and 2.1), each with what the folders around it give to all they hold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.openapi.load import load_json_at
from driftgate.extract.openapi.raw import Raw, listed_in, mapping
from driftgate.extract.platforms.postman.address import Address, address_of

#: Every collection of these formats names its schema.
SCHEMA = "schema.getpostman.com/json/collection/v2"
_START = re.compile(r'\{\s{0,99}"(?:info|item|collection|variable|auth|event)"\s{0,9}:')
_MOST = 64
_MOST_ITEMS = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """One request with its saved answers. auth: its own, else that of the nearest folder that has one."""

    name: str
    operation: Operation
    address: Address
    request: Raw
    answers: tuple[Raw, ...]
    auth: Raw


def collections_in(text: str) -> Iterator[Raw]:
    """Every collection that stands in a text as JSON. Raises RefusedError where one breaks a limit of the loader."""
    end = 0
    for _ in range(_MOST):
        start = _START.search(text, end)
        if start is None:
            return
        try:
            data, end = load_json_at(text, start.start())
        except json.JSONDecodeError:
            end = start.end()
            continue
        found = mapping(mapping(data).get("collection")) or mapping(data)
        if is_collection(found):
            yield found


def is_collection(data: Raw) -> bool:
    """Whether data says of itself that it is a collection."""
    info = data.get("info")
    return isinstance(info, Mapping) and SCHEMA in str(info.get("schema", "")) and isinstance(data.get("item"), list)


def calls_of(collection: Raw) -> Iterator[Call]:
    """The requests of all folders, in their order."""
    variables = {key: value for key, value in _variables(collection) if value}
    waiting: list[tuple[object, Raw]] = [(collection, {})]
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        item, above = waiting.pop()
        if not isinstance(item, Mapping):
            continue
        auth = mapping(item.get("auth")) or above
        listed = item.get("item")
        if isinstance(listed, list):
            waiting += [(child, auth) for child in reversed(listed)]
        call = _call(item, auth, variables)
        if call is not None:
            yield call


def _call(item: Raw, auth: Raw, variables: Mapping[str, str]) -> Call | None:
    stated = item.get("request")
    request = {"url": stated} if isinstance(stated, str) else mapping(stated)
    method = str(request.get("method") or "GET").upper()
    address = address_of(request.get("urlObject") or request.get("url"), variables)
    if not request or method not in METHODS or not (address.server or address.path != "/"):
        return None
    answers = tuple(mapping(answer) for answer in listed_in(item, "response"))
    own = mapping(request.get("auth")) or auth
    return Call(str(item.get("name", "")), Operation(method, address.path), address, request, answers, own)


def _variables(collection: Raw) -> Iterator[tuple[str, str]]:
    for variable in map(mapping, listed_in(collection, "variable")):
        yield str(variable.get("key") or variable.get("id") or ""), str(variable.get("value") or "")


def words_of(described: object) -> str:
    """A description, which is a text or an object with its content."""
    said = described.get("content") if isinstance(described, Mapping) else described
    return said if isinstance(said, str) else ""
