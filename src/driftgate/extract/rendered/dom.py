"""What the readers of rendered reference apps share beyond rows: texts without buttons, lists of values, statuses, the result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from driftgate.contract import FactValue, Scalar
from driftgate.extract.markup.text import on_one_line
from driftgate.extract.rendered.literals import literal

_LOCAL = frozenset(("localhost", "127.0.0.1", "0.0.0.0", "::1"))  # noqa: S104 - compared with, not bound to
_MEDIA_TYPE = re.compile(r"\b[a-z]+/[A-Za-z0-9.+*-]+")
_STATUS = re.compile(r"(?:[1-5](?:\d\d|XX)|DEFAULT)\b", re.IGNORECASE)


def own_text(element: HtmlElement, *without: str) -> str:
    """The visible text of an element without the subtrees of these tags, on one line."""
    return on_one_line(element, frozenset(without)) if without else on_one_line(element)


def literals(texts: Iterable[str], kind: FactValue = None) -> tuple[Scalar, ...]:
    """Several printed values for a field of this type, each once, in the page's order."""
    values = [literal(text, kind) for text in texts if text.strip()]
    return tuple({(type(value), value): value for value in values}.values())


def type_of_values(values: Sequence[Scalar]) -> str | None:
    """The one type that all listed values have, None where they differ or there are none."""
    names = {_type_of(value) for value in values}
    return names.pop() if len(names) == 1 else None


def _type_of(value: Scalar) -> str | None:
    if isinstance(value, bool):
        return "boolean"
    return {int: "integer", float: "number", str: "string"}.get(type(value))


def status_of(text: str) -> str | None:
    """The response status that a text begins with, as contracts spell it (``200``, ``4XX``, ``default``)."""
    found = _STATUS.match(text.strip())
    if found is None:
        return None
    word = found.group().upper()
    return "default" if word == "DEFAULT" else word


def media_type_in(text: str) -> str:
    """The first media type in a text, "" where there is none."""
    found = _MEDIA_TYPE.search(text)
    return found[0] if found else ""


def public_servers(servers: Iterable[str]) -> tuple[str, ...]:
    """Base URLs without the local machine, which generators print when nobody told them the real one."""
    return tuple(url for url in servers if urlsplit(url).hostname not in _LOCAL)
