"""The operations that a page shows by form: a method on a badge, and the path beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.outline.runs import Run
from driftgate.extract.rendered.dom import own_text

_METHOD = re.compile(rf"^({'|'.join(METHODS)})$", re.IGNORECASE)
_BOTH = re.compile(rf"^({'|'.join(METHODS)})\s?(.+)$", re.IGNORECASE)
_PATH = re.compile(r"((?:https?|\{\w{1,30}\})://[^\s/]+)?((?:\s?/(?:\s?[\w.:{}~@()<>$*,-]+)?)+)(?=\s|$)")
_FARTHEST = 4
_LONGEST = 400
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Badge:
    """A stated operation. at: the run of its method; node: the element that holds method and path."""

    at: int
    operation: Operation
    server: str
    node: HtmlElement


def badges(runs: Sequence[Run]) -> list[Badge]:
    """Every method with a path beside it, in the page's order; those that sentences mention only where there are no others."""
    found: list[Badge] = []
    for at, run in enumerate(runs):
        badge = _beside(at, runs) if _METHOD.match(run.text) else _written(at, run)
        if badge is not None:
            found.append(badge)
    return [badge for badge in found if not runs[badge.at].in_prose] or found


def _beside(at: int, runs: Sequence[Run]) -> Badge | None:
    """The path in the same small element as the method."""
    node: HtmlElement | None = runs[at].node
    for _ in range(_FARTHEST):
        node = node.getparent() if node is not None else None
        if node is None or len(own_text(node)) > _LONGEST:
            return None
        before, behind = _inside(node, runs[max(0, at - _NEAR) : at]), _inside(node, runs[at + 1 : at + _NEAR])
        read = _address(behind) if not before else _address(before) if not behind else None
        if read is not None:
            return Badge(at, Operation(runs[at].text.upper(), read[1]), read[0], node)
    return None


def _inside(node: HtmlElement, runs: Sequence[Run]) -> str:
    """The texts that stand in an element, a blank between them: a base URL and a path may be told apart by that."""
    return " ".join(run.text for run in runs if run.node is node or node in run.node.iterancestors())


def _written(at: int, run: Run) -> Badge | None:
    """Method and path in one text."""
    both = _BOTH.match(run.text) if len(run.text) <= _LONGEST else None
    read = _address(both[2]) if both else None
    return Badge(at, Operation(both[1].upper(), read[1]), read[0], run.node) if both and read else None


def _address(text: str) -> tuple[str, str] | None:
    """Server and path that a text begins with; segments may stand apart."""
    match = _PATH.match(text.strip())
    if match is None:
        return None
    path = re.sub(r"\s?/\s?", "/", match[2]).strip()
    server, path = _divided(match[1] or "", match[2].strip(), path)
    return (server, path_template(path)) if path.strip("/") or match[1] is None else None


def _divided(host: str, printed: str, path: str) -> tuple[str, str]:
    """Where a base URL and a path are printed apart, the base's own path belongs to the server."""
    base, apart, rest = printed.partition(" /")
    if host and apart and not re.search(r"\s", base) and not re.search(r"\s", rest):
        return f"{host}{base}".rstrip("/"), f"/{rest}"
    return host, path
