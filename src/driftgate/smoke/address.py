"""The absolute URL of a smoke request: base URL and documented path, a shared prefix not doubled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit

_VARIABLE = re.compile(r"\{([^{}/]*)\}")


def address(base_url: str, path: str, variables: Mapping[str, object], query: Mapping[str, object]) -> str:
    """The URL to call. Raises ValueError, naming the variable, where one of the path's has no value.

    >>> address("https://api.example.com/v1", "/v1/users/{id}", {"id": "a/b"}, {"n": 1})
    'https://api.example.com/v1/users/a%2Fb?n=1'
    """
    parts = urlsplit(base_url)
    base = [segment for segment in parts.path.split("/") if segment]
    wanted = [segment for segment in path.split("/") if segment]
    shared = max((size for size in range(len(base) + 1) if base[len(base) - size :] == wanted[:size]), default=0)
    filled = [_VARIABLE.sub(lambda match: _value(match.group(1), variables), segment) for segment in wanted[shared:]]
    tail = f"?{urlencode([(name, _text(value)) for name, value in query.items()])}" if query else ""
    return f"{parts.scheme}://{parts.netloc}/{'/'.join(base + filled)}{tail}"


def _value(name: str, variables: Mapping[str, object]) -> str:
    value = _text(variables[name]) if name in variables else ""
    if value in ("", ".", ".."):
        raise ValueError(f"the path's variable {name} has no usable value")
    return quote(value, safe="")


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
