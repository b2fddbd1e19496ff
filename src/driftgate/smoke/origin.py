"""Where the credential may go: to the origin pinned beside it in the environment, and nowhere else."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from driftgate.errors import SafetyStop
from driftgate.smoke.model import Credential

PORTS = {"https": 443, "http": 80}

#: Events that run with secrets on code or words of a stranger.
UNTRUSTED_EVENTS = frozenset({"pull_request_target", "workflow_run", "issue_comment"})

#: How every refusal begins.
REFUSED = "smoke refused"


def origin_of(url: str) -> str | None:
    """``scheme://host:port`` of an absolute URL in one spelling, None where it is no origin a credential may go to.

    >>> origin_of("https://API.example.com/v1"), origin_of("http://example.com")
    ('https://api.example.com:443', None)
    """
    if not (url.isascii() and url.isprintable()) or " " in url or "\\" in url:
        return None  # parsers disagree about these
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".")
    if not host or parts.username is not None or parts.password is not None:
        return None
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(host)):
        return None
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def pinned_origin(credential: Credential, base_url: str, environment: Mapping[str, str]) -> str:
    """The origin the credential is pinned to, equal to that of ``base_url``.

    Raises SafetyStop where there is no pin, or where it and the configuration name two places.
    """
    pin = environment.get(credential.origin_env, "").strip()
    if not pin:
        raise _stop(credential, "the credential has no pinned origin", f"{credential.origin_env} is not set")
    origin = origin_of(pin)
    if origin is None or urlsplit(pin).path not in ("", "/") or urlsplit(pin).query or urlsplit(pin).fragment:
        raise _stop(credential, "the credential's pinned origin is none", "it must be https://host, without a path")
    if origin != origin_of(base_url):
        raise _stop(credential, "the configured base URL is not where the credential may go", "its origin is not the pinned one")
    return origin


def refusal(environment: Mapping[str, str]) -> str:
    """Why no smoke request may be sent from these surroundings, in fixed words; empty where it may."""
    if environment.get("GITHUB_EVENT_NAME", "") in UNTRUSTED_EVENTS:
        return f"{REFUSED}: this workflow event runs with secrets on behalf of strangers"
    if environment.get("SSLKEYLOGFILE"):
        return f"{REFUSED}: SSLKEYLOGFILE is set, which writes the keys of encrypted connections to a file"
    return ""


def _stop(credential: Credential, what: str, why: str) -> SafetyStop:
    return SafetyStop(
        what,
        where=f"environment variable {credential.origin_env}",
        why=why,
        advice="review base_url in the configuration; if it is right, set the variable to its origin, outside the repository",
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
