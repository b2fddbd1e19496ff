"""What happens to the ways of proving who calls. Requirements are alternatives; the schemes of one are needed together."""

from __future__ import annotations

from collections.abc import Callable

from driftgate.contract import SecurityRequirement
from driftgate.diff.changes import Change, SecurityChanged
from driftgate.diff.conflicts import Conflict
from driftgate.rules.matching import Matches
from driftgate.rules.rule import breaking, info, warning

Security = tuple[SecurityRequirement, ...]
Schemes = frozenset[tuple[str, str, str]]
Moved = Callable[[Security, Security], bool]


def _schemes(requirement: SecurityRequirement) -> Schemes:
    return frozenset((scheme.scheme.lower(), scheme.place, scheme.name.lower()) for scheme in requirement)


def _scopes(security: Security) -> frozenset[tuple[Schemes, str]]:
    return frozenset((_schemes(way), scope) for way in security for scheme in way for scope in scheme.scopes)


def _ways(security: Security) -> frozenset[Schemes]:
    return frozenset(_schemes(way) for way in security)


def _is_open(security: Security) -> bool:
    """Whether calls without a credential are documented."""
    return not security or any(not way for way in security)


def _closed_to_anonymous(before: Security, after: Security) -> bool:
    return _is_open(before) and not _is_open(after)


def _opened_to_anonymous(before: Security, after: Security) -> bool:
    return not _is_open(before) and _is_open(after)


def _way_lost(before: Security, after: Security) -> bool:
    """Whether a credential that was enough is enough no more."""
    return any(not any(new <= old for new in _ways(after)) for old in _ways(before))


def _stays_closed(before: Security, after: Security) -> bool:
    return _is_open(before) == _is_open(after)


def _removed(before: Security, after: Security) -> bool:
    return _stays_closed(before, after) and _way_lost(before, after)


def _added(before: Security, after: Security) -> bool:
    return _stays_closed(before, after) and not _way_lost(before, after) and _ways(before) != _ways(after)


def _same_ways(before: Security, after: Security) -> bool:
    return _stays_closed(before, after) and _ways(before) == _ways(after)


def _scope_added(before: Security, after: Security) -> bool:
    return _same_ways(before, after) and bool(_scopes(after) - _scopes(before))


def _scope_removed(before: Security, after: Security) -> bool:
    return _same_ways(before, after) and not _scopes(after) - _scopes(before)


def _both_state(moved: Moved) -> Matches:
    def matches(change: Change | Conflict) -> bool:
        if not isinstance(change, SecurityChanged) or change.before is None or change.after is None:
            return False
        return moved(change.before, change.after)

    return matches


def _stated(change: Change | Conflict) -> bool:
    return isinstance(change, SecurityChanged) and change.before is None


def _unstated(change: Change | Conflict) -> bool:
    return isinstance(change, SecurityChanged) and change.after is None


RULES = (
    breaking("security-required", _both_state(_closed_to_anonymous)),
    info("security-dropped", _both_state(_opened_to_anonymous)),
    breaking("security-alternative-removed", _both_state(_removed)),
    info("security-alternative-added", _both_state(_added)),
    warning("security-scope-added", _both_state(_scope_added)),
    info("security-scope-removed", _both_state(_scope_removed)),
    info("security-stated", _stated),
    warning("security-unstated", _unstated),
)
