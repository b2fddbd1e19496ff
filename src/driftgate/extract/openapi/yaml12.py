"""YAML from strangers to plain data, by YAML 1.2's core schema, in one pass over the C parser's events.

PyYAML's own loaders know YAML 1.1 (``no`` is false, ``12:30`` a number), keep the last of two equal keys, and recurse: the C
loader ends the process on 100,000 ``[``. Events come one by one: depth, aliases and keys are bounded while they arrive.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import yaml

MAX_DEPTH = 64
MAX_INTEGER = 2**63

#: How many values a document may hold once its aliases are followed.
MAX_VALUES = 2_000_000

#: The C parser where PyYAML was built with it; the pure one gives the same events, slower.
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,20}\Z")
_BASED = re.compile(r"0(?:o[0-7]{1,22}|x[0-9a-fA-F]{1,16})\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?\Z")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
_NUMBER_STARTS = frozenset("-+.0123456789")
_STRING_TAGS = frozenset(("!", "tag:yaml.org,2002:str"))
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null"))
_TAGS = frozenset(("!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", None))


class RefusedError(ValueError):
    """The document is not what this loader accepts. Its words are fixed, never the document's."""


def load_yaml(text: str) -> tuple[object, dict[int, int]]:
    """The data of a one-document text, and by the identity of each mapping the 0-based line of its key (else of its start).

    Raises RefusedError for broken YAML, for depth or size beyond the limits, for two equal keys, NaN and infinity, and
    for keys and tags that JSON does not have.
    """
    builder = _Builder()
    steps = _STEPS
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            step = steps.get(type(event))
            if step is not None:
                step(builder, event)
    except yaml.YAMLError:
        raise RefusedError("not YAML") from None
    return builder.root, builder.lines


def plain(text: str) -> object:
    """What an unquoted YAML 1.2 scalar means: null, a boolean, a number or the text itself. Raises RefusedError."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _INTEGER.match(text) or _BASED.match(text):
        return integer(int(text, 0 if text[1:2] in ("o", "x") else 10))
    if _FLOAT.match(text):
        return finite(float(text))
    if _NOT_FINITE.match(text):
        raise RefusedError("a number that JSON does not have")
    return text


def integer(value: int) -> int | float:
    """The number, as the float that most producers made it beyond 64 bit (documents say 9223372036854776000)."""
    return value if -MAX_INTEGER <= value < 2 * MAX_INTEGER else finite(float(value))


def finite(value: float) -> float:
    """The number. Raises RefusedError for what JSON does not have."""
    if not math.isfinite(value):
        raise RefusedError("a number that JSON does not have")
    return value


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet. key: the mapping's key that waits for its value."""

    value: dict[str, object] | list[object]
    anchor: str | None
    key: str | None = None
    key_line: int = 0
    merged: list[object] = field(default_factory=list)
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class _Builder:
    """Builds the data out of events. anchors: finished values with their size and height once aliases are followed."""

    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[object, int, int]] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)
    root: object = None
    documents: int = 0

    def document(self, _event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise RefusedError("more than one document")

    def scalar(self, event: yaml.ScalarEvent) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and top.key is None and type(top.value) is dict:
            if event.value in top.value:
                raise RefusedError("a key stands twice")
            top.key = event.value
            top.key_line = _line(event)
            return
        value = _scalar(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1, 0)
        self._place(value, 1, 0)

    def mapping(self, event: yaml.MappingStartEvent) -> None:
        value: dict[str, object] = {}
        top = self.stack[-1] if self.stack else None
        named = top is not None and top.key is not None
        self.lines[id(value)] = top.key_line if top is not None and named else _line(event)
        self._open(value, event)

    def sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._open([], event)

    def end(self, _event: yaml.CollectionEndEvent) -> None:
        done = self.stack.pop()
        for merged in done.merged:
            _merge(done.value, merged)
        if done.anchor is not None:
            self.anchors[done.anchor] = (done.value, done.size, done.height)
        self._place(done.value, done.size, done.height)

    def alias(self, event: yaml.AliasEvent) -> None:
        if self._awaits_key() or event.anchor not in self.anchors:
            raise RefusedError("an alias without its anchor")
        self._place(*self.anchors[event.anchor])

    def _awaits_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None

    def _open(self, value: dict[str, object] | list[object], event: yaml.CollectionStartEvent) -> None:
        if self._awaits_key() or event.tag not in _TAGS:
            raise RefusedError("a key or tag that JSON does not have")
        if len(self.stack) >= MAX_DEPTH:
            raise RefusedError("nested deeper than the limit")
        self.stack.append(_Open(value, event.anchor))

    def _place(self, value: object, size: int, height: int) -> None:
        """Puts a finished value where it belongs; an alias counts at its full size, so that no later walk explodes."""
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        if top.size > MAX_VALUES or len(self.stack) + height > MAX_DEPTH:
            raise RefusedError("larger than the limits once its aliases are followed")
        if isinstance(top.value, list):
            top.value.append(value)
        elif top.key == "<<":
            top.merged += value if isinstance(value, list) else [value]
        elif top.key is not None:
            top.value[top.key] = value
        top.key = None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark is not None else 0


def _scalar(event: yaml.ScalarEvent) -> object:
    if event.tag in _STRING_TAGS or (event.tag is None and event.style):
        return event.value
    if event.tag is not None and event.tag not in _PLAIN_TAGS:
        raise RefusedError("a key or tag that JSON does not have")
    return plain(event.value)


def _merge(target: object, merged: object) -> None:
    """YAML's merge key: the mapping's own keys win."""
    if not isinstance(target, dict) or not isinstance(merged, dict):
        raise RefusedError("a merge of what is no mapping")
    for key, value in merged.items():
        target.setdefault(key, value)


_STEPS: Mapping[type, Callable[..., None]] = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.mapping,
    yaml.SequenceStartEvent: _Builder.sequence,
    yaml.MappingEndEvent: _Builder.end,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.AliasEvent: _Builder.alias,
}
