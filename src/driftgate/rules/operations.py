"""What happens to the operation itself and to where it answers."""

from __future__ import annotations

from driftgate.diff.changes import Change, OperationAdded, OperationMoved, OperationRemoved, ServersChanged
from driftgate.diff.conflicts import Conflict
from driftgate.rules.rule import breaking, info, warning


def _removed(announced: bool, change: Change | Conflict) -> bool:
    return isinstance(change, OperationRemoved) and change.announced is announced


def _method_changed(change: Change | Conflict) -> bool:
    return isinstance(change, OperationMoved) and change.before.method != change.after.method


def _path_changed(change: Change | Conflict) -> bool:
    return isinstance(change, OperationMoved) and change.before.method == change.after.method


def _lost(change: ServersChanged) -> set[str]:
    return {server.rstrip("/") for server in change.before} - {server.rstrip("/") for server in change.after}


def _server_removed(change: Change | Conflict) -> bool:
    return isinstance(change, ServersChanged) and bool(change.after) and bool(_lost(change))


def _server_added(change: Change | Conflict) -> bool:
    return isinstance(change, ServersChanged) and bool(change.after) and not _lost(change)


def _servers_unstated(change: Change | Conflict) -> bool:
    return isinstance(change, ServersChanged) and not change.after


RULES = (
    breaking("operation-removed", lambda change: _removed(False, change)),
    warning("announced-operation-removed", lambda change: _removed(True, change)),
    info("operation-added", lambda change: isinstance(change, OperationAdded)),
    breaking("operation-method-changed", _method_changed),
    breaking("operation-path-changed", _path_changed),
    breaking("server-removed", _server_removed),
    info("server-added", _server_added),
    warning("servers-unstated", _servers_unstated),
)
