"""Where an operation answers: server and path joined, so that moving ``/v1`` from one to the other is no change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from driftgate.contract import Contract, Operation
from driftgate.contract.paths import comparable_path
from driftgate.diff.changes import OperationMoved, ServersChanged

DEFAULT_PORTS = {"http": ":80", "https": ":443"}

Address = tuple[str, str]  # origin ("" where no server is stated or it is relative) and full path


def addresses(servers: Iterable[str], path: str) -> frozenset[Address]:
    """Every address an operation has, comparable: host in lower case, no default port, no slash at the end, variables unnamed."""
    return frozenset(_address(server, path) for server in servers) or frozenset({("", comparable_path(path))})


def address_changes(before: Contract, after: Contract) -> Iterator[OperationMoved | ServersChanged]:
    """What moved between two contracts: the operation, its servers, both or nothing."""
    old, new = before.operation, after.operation
    if old.method != new.method:
        yield OperationMoved(old, new)
    was, now = addresses(before.servers, old.path), addresses(after.servers, new.path)
    if was == now:
        return
    same_servers = _servers(before.servers) == _servers(after.servers)
    moved = comparable_path(old.path) != comparable_path(new.path) and _paths(was) != _paths(now)
    if moved and old.method == new.method:
        yield OperationMoved(old, new)
    if not same_servers:
        yield ServersChanged(before.servers, after.servers)


def answers_at(base_url: str, client: Operation, documented: Contract) -> bool:
    """Whether the client's address is a documented one. Docs that state no server are satisfied by the path alone."""
    mine = addresses((base_url,), client.path)
    theirs = addresses(documented.servers, documented.operation.path)
    if mine & theirs:
        return True
    if any(origin for origin, _ in theirs):
        return False
    bare = {comparable_path(client.path), *_paths(mine)}
    return bool(bare & _paths(theirs))


def _address(server: str, path: str) -> Address:
    try:
        parts = urlsplit(server.strip())
        host, scheme = parts.netloc.lower(), parts.scheme.lower()
    except ValueError:  # not a URL at all, such as an unclosed "[": compared as the text it is
        return (server.strip().lower(), comparable_path(path))
    origin = f"{scheme}://{host.removesuffix(DEFAULT_PORTS.get(scheme, ':'))}" if host else ""
    return (origin, comparable_path(f"{parts.path.rstrip('/')}/{path.lstrip('/')}"))


def _servers(servers: Iterable[str]) -> frozenset[Address]:
    return frozenset(_address(server, "") for server in servers)


def _paths(known: frozenset[Address]) -> frozenset[str]:
    return frozenset(path for _, path in known)
