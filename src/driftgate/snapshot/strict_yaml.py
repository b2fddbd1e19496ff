"""YAML without surprises: text in, nodes out; whatever two YAML readers could understand differently is refused.

No anchors, aliases, tags, merge keys, duplicate keys or second documents; a plain scalar is a string unless it is ``null``,
``true``, ``false`` or a decimal number; one that YAML 1.1 would turn into something else must be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from driftgate.contract import Scalar
from driftgate.errors import SnapshotError
from driftgate.snapshot.node import MAX_DEPTH, Node, printable

#: Far above any real contract (the largest seen has about 1 MB); a hostile file is not parsed at all.
MAX_CHARS = 16 * 1024 * 1024

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7}|\|{7})(?: |\r?$)", re.MULTILINE)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,300})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,300})\.[0-9]{1,300}(?:[eE][-+][0-9]{1,3})?\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?\Z", re.DOTALL)
_NUMBER_LIKE = re.compile(
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_,]*(?::[0-9_]+)*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9_]+(?:[eE][-+]?[0-9]+)?)\Z"
)
_WORDS = frozenset(("yes", "no", "on", "off", "true", "false", "null", "~", ".inf", "-.inf", "+.inf", ".nan", "<<"))
_PLAIN = (None, "")  # the style of an unquoted scalar, in Python and in C


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    node: Node
    key: str | None = None


def load(text: str, file: str) -> Node:
    """The root of the one document in the text.

    Raises SnapshotError for anything that is not plain, unambiguous YAML; no other error whatever the text.
    """
    if len(text) > MAX_CHARS:
        raise SnapshotError("the file is too large", where=file, why=f"more than {MAX_CHARS} characters")
    refuse_conflict_markers(text, file)
    try:
        text.encode("utf-8")
        return _built(yaml.parse(text, Loader=_LOADER), file)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        raise SnapshotError("the file is not valid YAML", where=f"{file}{line}", advice="restore it from git") from None
    except UnicodeEncodeError:
        raise SnapshotError("the file is not valid Unicode", where=file, advice="restore it from git") from None


def refuse_conflict_markers(text: str, file: str) -> None:
    """Raises SnapshotError that names the line of the first git conflict marker, wherever in the file it stands."""
    found = _CONFLICT.search(text)
    if found:
        raise SnapshotError(
            "the file holds an unresolved git conflict",
            where=f"{file}:{text.count(chr(10), 0, found.start()) + 1}",
            advice="take one side whole (git checkout --ours or --theirs), then run check and approve",
        )


def _built(events: Iterator[yaml.Event], file: str) -> Node:
    stack: list[_Open] = []
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            if root is not None and not stack:
                raise SnapshotError("the file holds more than one document", where=_at(file, event))
            node = _attached(event, stack, file)
            root = root or node
            if node is not None and isinstance(node.value, dict | list):
                stack.append(_Open(node))
                _refuse_depth(stack, node)
    if root is None:
        raise SnapshotError("the file is empty", where=file, advice="restore it from git")
    return root


def _refuse_depth(stack: list[_Open], node: Node) -> None:
    if len(stack) > MAX_DEPTH:
        raise SnapshotError("the file is nested too deeply", where=f"{node.file}:{node.line}")


def _attached(event: yaml.NodeEvent, stack: list[_Open], file: str) -> Node | None:
    """The event's node, hung below the innermost open one; None if the event was a mapping's key."""
    _refuse_magic(event, file)
    if not stack:
        return _node(event, file, ())
    parent = stack[-1]
    path = parent.node.path
    if isinstance(parent.node.value, list):
        node = _node(event, file, (*path, f"[{len(parent.node.value)}]"))
        parent.node.value.append(node)
        return node
    siblings = parent.node.mapping()
    if parent.key is None:
        parent.key = _key(event, file, siblings)
        return None
    node = _node(event, file, (*path, parent.key))
    siblings[parent.key] = node
    parent.key = None
    return node


def _refuse_magic(event: yaml.NodeEvent, file: str) -> None:
    tag = getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None or tag is not None:
        raise SnapshotError("anchors, aliases and tags are not allowed", where=_at(file, event), advice="write the value out")


def _key(event: yaml.NodeEvent, file: str, siblings: dict[str, Node]) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise SnapshotError("a key must be a single word", where=_at(file, event))
    key: str = event.value
    if event.style in _PLAIN and not _INTEGER.match(key):
        _refuse_ambiguous(key, _at(file, event))
    if key in siblings:
        raise SnapshotError(f"the key '{printable(key)}' stands twice", where=_at(file, event), advice="keep one of the two")
    return key


def _node(event: yaml.NodeEvent, file: str, path: tuple[str, ...]) -> Node:
    line = _line(event)
    if isinstance(event, yaml.MappingStartEvent):
        return Node({}, file, line, path)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node([], file, line, path)
    assert isinstance(event, yaml.ScalarEvent)  # noqa: S101 - the only kind of node event left
    value: Scalar = event.value
    if event.style in _PLAIN:
        value = plain_value(event.value, Node(None, file, line, path).where)
    return Node(value, file, line, path)


def plain_value(text: str, where: str) -> Scalar:
    """What an unquoted scalar means. Raises SnapshotError where YAML 1.1 and 1.2 disagree."""
    if text in ("null", "true", "false"):
        return {"null": None, "true": True, "false": False}[text]
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text) and abs(float(text)) != float("inf"):
        return float(text)
    _refuse_ambiguous(text, where)
    return text


def _refuse_ambiguous(text: str, where: str) -> None:
    if is_ambiguous(text) and not _DATE.match(text):
        what = "a value is missing" if not text else "an unquoted value that YAML readers understand differently"
        raise SnapshotError(what, where=where, advice="put it in quotes")


def is_ambiguous(text: str) -> bool:
    """Whether some YAML reader would take this unquoted text for something other than itself."""
    number_like = bool(_NUMBER_LIKE.match(text)) or bool(_DATE.match(text))
    return not text or text.lower() in _WORDS or number_like


def _at(file: str, event: yaml.Event) -> str:
    return f"{file}:{_line(event)}"


def _line(event: yaml.Event) -> int | None:
    return event.start_mark.line + 1 if event.start_mark else None
