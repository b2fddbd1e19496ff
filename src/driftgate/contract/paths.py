"""The grammar of operation paths and field paths: one canonical spelling for each."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_SPELLED = re.compile(
    r"(?<![\w})]):(?P<colon>[A-Za-z_]\w*)|<(?:\w+:)?(?P<angle>[^<>/]+)>|\((?:\w+:\s*)?(?P<round>\w+)\)|\{(?P<curly>[^{}/]+)\}"
    r"|(?<=/)\((?P<words>\w+(?: \w+){1,5})\)"
    r"|(?<=/)\[(?P<square>[A-Za-z]\w*)\](?=/|$)|\*\*(?P<bold>\w+)\*\*"
    r"|(?<=/)\$(?P<dollar>(?=\w*[A-Z_])[A-Za-z]\w*)(?=/|$)"  # of one word, "$count" and "$everything", are no variables
)
#: what RFC 6570 puts behind a path for its query, and the pattern that gRPC writes for a variable
_EXPANSION = re.compile(r"\{[?&#][^{}]*\}")
_PATTERNED = re.compile(r"\{([\w.]+)=[^{}]*\}")
_ITEM = re.compile(r"\[(?:\*|\d+|i|n|index)\]")

#: a variable of a path template
VARIABLE = re.compile(r"\{([^{}/]+)\}")

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY")


def path_template(text: str) -> str:
    """``/a/:id``, ``/a/<int:id>``, ``/a/(id)`` and ``/a/{id}`` as ``/a/{id}``; leading slash, no query, no host.
    A colon behind a name opens no variable: it is a verb, as in ``/jobs/{id}:cancel``.

    >>> path_template("https://h/v1/users/:id/?x=1")
    '/v1/users/{id}'
    >>> path_template("/jobs/{id}:cancel"), path_template("/jobs[?all]")
    ('/jobs/{id}:cancel', '/jobs')
    """
    path = _PATTERNED.sub(r"{\1}", _EXPANSION.sub("", text.strip())).split("[?", 1)[0]
    if "://" in path:
        path = urlsplit(path).path
    path = path.replace("#{", "{").split("?", 1)[0].split("#", 1)[0]
    path = _SPELLED.sub(lambda m: "{" + next(g for g in m.groups() if g).strip() + "}", path)
    return "/" + path.strip("/")


@lru_cache(maxsize=1024)
def comparable_path(template: str) -> str:
    """A path template with its variables' names blanked: their names mean nothing on the wire."""
    return VARIABLE.sub("{}", path_template(template))


def field_path(text: str) -> str:
    """One spelling for a field path: ``a[0].b``, ``$.a[*].b`` and ``a.[].b`` are ``a[].b``."""
    path = text.strip().removeprefix("$.")
    return _ITEM.sub("[]", path).replace(".[]", "[]") if "[" in path else path


def list_around(path: str) -> tuple[str, int]:
    """The path of the list whose items a path is of, and how deep in it they lie.

    >>> list_around("rows[].tags[]"), list_around("grid[][]"), list_around("rows[].id")
    (('rows[].tags', 1), ('grid', 2), ('rows[].id', 0))
    """
    depth = 0
    while path.endswith("[]"):
        path, depth = path.removesuffix("[]"), depth + 1
    return path, depth


def parent_path(path: str) -> str:
    """The path one named segment up, ``""`` for a top-level field: ``a[].b`` is under ``a``."""
    if "." not in path:
        return ""
    return path.rsplit(".", 1)[0].removesuffix("[]")
