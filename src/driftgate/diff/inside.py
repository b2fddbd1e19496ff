"""Explains what differs inside two structured values that are known to differ. The one place where deepdiff is used.

deepdiff is handed single pairs, never contracts: comparing keyed fields by hand is hundreds of times faster.
"""

from __future__ import annotations

import json

from driftgate.contract import FactValue

#: Longer values are not looked into: a message could not show the result.
LONGEST = 20_000
#: How many differences are named.
MOST = 5


def differences(before: FactValue, after: FactValue) -> tuple[str, ...]:
    """What differs inside two values that are JSON text of objects or arrays, one entry per place; else nothing."""
    old, new = _structure(before), _structure(after)
    if old is None or new is None:
        return ()
    from deepdiff import DeepDiff  # imported where it is needed: it costs more than all the rest

    found = DeepDiff(old, new, ignore_order=True, threshold_to_diff_deeper=0, view="tree")
    entries = [(level.path(output_format="list"), kind, level.t1, level.t2) for kind in found for level in found[kind]]
    lines = sorted(_line(path, str(kind), one, other) for path, kind, one, other in entries)
    return (*lines[:MOST], f"and {len(lines) - MOST} more") if len(lines) > MOST else tuple(lines)


def _structure(value: FactValue) -> object:
    if not isinstance(value, str) or len(value) > LONGEST or value[:1] not in ("{", "["):
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _line(path: list[object], kind: str, before: object, after: object) -> str:
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".") or "value"
    if kind.endswith("_added"):
        return f"{where} is new"
    if kind.endswith("_removed"):
        return f"{where} is gone"
    return f"{where} went from {json.dumps(before)} to {json.dumps(after)}"
