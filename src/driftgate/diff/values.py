"""Says which of the values a client sends the docs do not allow."""

from __future__ import annotations

from driftgate.contract import Field, Scalar
from driftgate.diff.facts import comparable


def undocumented_values(sent: Field, documented: Field) -> tuple[Scalar, ...]:
    """The recorded values outside the documented set, constant or range. Extensible sets allow anything."""
    values = sent.facts.get("values")
    if not isinstance(values, tuple):
        return ()
    return tuple(value for value in values if not (_is_listed(value, documented) and _is_in_range(value, documented)))


def _is_listed(value: Scalar, documented: Field) -> bool:
    allowed = documented.facts.get("enum", documented.facts.get("const"))
    if allowed is None or (value is None and documented.flag("nullable")):
        return True
    known = comparable(allowed)
    return bool(comparable(value) & known) or (_is_number(value) and ("str", str(value)) in known)


def _is_in_range(value: Scalar, documented: Field) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    bounds = {name: documented.facts.get(name) for name in ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")}
    low, high, above, below = (b if isinstance(b, int | float) else None for b in bounds.values())
    return (
        (low is None or value >= low)
        and (high is None or value <= high)
        and (above is None or value > above)
        and (below is None or value < below)
    )


def _is_number(value: Scalar) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
