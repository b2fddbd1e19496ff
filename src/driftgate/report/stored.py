"""A run as the text that the run log keeps, and back: what ``report``, ``explain`` and ``can-release`` work from."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from driftgate.errors import StorageError
from driftgate.report.run import Run, TargetRun

FORMAT = 1

T = TypeVar("T")

#: Type hints by class: asking for them anew costs more than reading a run.
_HINTS: dict[type[Any], dict[str, Any]] = {}


def dump_run(run: Run) -> str:
    """The run as JSON, lossless; ``id`` stands on top for the run log."""
    return json.dumps({"format": FORMAT, "id": run.id, "record": dataclasses.asdict(run)}, ensure_ascii=True)


def load_run(text: str) -> Run:
    """The run that :func:`dump_run` wrote. Raises StorageError where the text is none."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise StorageError("the run record has a format that this driftgate does not know", advice="run check again")
        return _decoded(data["record"], Run)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise StorageError("the run record cannot be read", advice="run check again") from None


def dump_line(line: TargetRun) -> str:
    """One target's line as JSON, lossless."""
    return json.dumps(dataclasses.asdict(line), ensure_ascii=True)


def load_line(text: str) -> TargetRun | None:
    """The line that :func:`dump_line` wrote, None where the text is none."""
    try:
        return _decoded(json.loads(text), TargetRun)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _decoded(value: Any, wanted: type[T]) -> T:
    """Plain data as a value of the wanted type."""
    found: T = _value(value, wanted)
    return found


def _value(value: Any, wanted: Any) -> Any:
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        others = [kind for kind in get_args(wanted) if kind is not type(None)]
        return None if value is None else _value(value, others[0]) if len(others) == 1 else value
    if origin is tuple:
        return tuple(_value(item, get_args(wanted)[0]) for item in value)
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        return _made(value, wanted)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return value


def _made(value: Mapping[str, Any], wanted: type[Any]) -> Any:
    hints = _HINTS.get(wanted) or _HINTS.setdefault(wanted, get_type_hints(wanted))
    unknown = value.keys() - hints.keys()
    if unknown:
        raise KeyError(*unknown)
    return wanted(**{name: _value(member, hints[name]) for name, member in value.items()})
