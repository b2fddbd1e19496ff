"""Compares ways to prove who calls: what counts is which credential travels where."""

from __future__ import annotations

from driftgate.contract import SecurityRequirement, SecurityScheme

Security = tuple[SecurityRequirement, ...] | None
Credential = tuple[str, str, str]  # place, name, how it is presented

#: Schemes whose credential is a token in the Authorization header.
_TOKEN_SCHEMES = frozenset({"bearer", "oauth2", "openidconnect"})


def is_accepted(client: Security, documented: Security) -> bool:
    """Whether one of the client's ways is a documented one. A side that does not say is no conflict."""
    if client is None or not documented:
        return True
    ways = client or ((),)
    return any(_covers(mine, theirs) for mine in ways for theirs in documented)


def names_of_credentials(security: Security) -> set[tuple[str, str]]:
    """The parameters that carry credentials, by place and lower-case name."""
    found = {_credential(scheme)[:2] for requirement in security or () for scheme in requirement}
    return {(place, name) for place, name in found if name}


def _covers(mine: SecurityRequirement, theirs: SecurityRequirement) -> bool:
    return {_credential(scheme) for scheme in theirs} <= {_credential(scheme) for scheme in mine}


def _credential(scheme: SecurityScheme) -> Credential:
    kind = scheme.scheme.lower()
    place, name = scheme.place or "header", scheme.name.lower()
    if kind in _TOKEN_SCHEMES or (kind == "apikey" and (place, name) == ("header", "authorization")):
        return ("header", "authorization", "token")
    if kind in ("basic", "digest"):
        return ("header", "authorization", kind)
    return (place, name, kind)
