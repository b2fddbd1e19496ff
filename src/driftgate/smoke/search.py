"""The last look at every output before it leaves: does it hold the credential, or anything shaped like one?"""

from __future__ import annotations

import re

from driftgate.smoke.credential import Secret

#: Shapes of well-known keys and of headers that carry one. Each is linear to match.
SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![A-Za-z0-9])sk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20,}",
        r"(?<![A-Za-z0-9])[sr]k_(?:live|test)_[A-Za-z0-9]{16,}",
        r"(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{30,}",
        r"(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{30,}",
        r"(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}",
        r"(?<![A-Za-z0-9])AIza[0-9A-Za-z_-]{35}",
        r"(?<![A-Za-z0-9])xox[abeoprs]-[0-9A-Za-z-]{10,}",
        r"(?<![A-Za-z0-9])(?:hf_|glpat-|npm_|pypi-)[A-Za-z0-9_-]{20,}",
        r"(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}",
        r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY",
        r"(?i)\b(?:bearer|basic) [A-Za-z0-9._~+/=-]{16,}",
        r"://[^/\s:@]{1,200}:[^/\s:@]{1,200}@",
    )
)


def exposes(text: str, secret: Secret | None) -> bool:
    """Whether a text holds the secret, a run of eight of its characters, or either in a usual encoding."""
    return secret is not None and secret.occurs_in(text)


def looks_secret(text: str) -> bool:
    """Whether a text holds something shaped like a well-known kind of key, whoever's it is."""
    return any(shape.search(text) for shape in SHAPES)
