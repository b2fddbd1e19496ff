"""Which documented limits a JSON value breaks: of a number, and of the size of a text, a list or an object."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

Number = int | float
Limits = tuple[tuple[str, Callable[[Number, Number], bool]], ...]


def is_multiple(value: Number, of: Number) -> bool:
    """Whether a number is a multiple of another, as both are printed: 0.3 is three times 0.1."""
    if not (_is_finite(value) and _is_finite(of)) or of == 0:
        return False
    return _exact(value) % _exact(of) == 0


def _is_finite(number: Number) -> bool:
    return isinstance(number, int) or math.isfinite(number)


def _exact(number: Number) -> Fraction:
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def _is_between_steps(value: Number, step: Number) -> bool:
    return step != 0 and not is_multiple(value, step)


#: The facts that limit a value of each type, and what breaks them.
_OF_NUMBERS: Limits = (
    ("minimum", operator.lt),
    ("exclusive_minimum", operator.le),
    ("maximum", operator.gt),
    ("exclusive_maximum", operator.ge),
    ("multiple_of", _is_between_steps),
)
_OF_TEXTS: Limits = (("min_length", operator.lt), ("max_length", operator.gt))
_OF_LISTS: Limits = (("min_items", operator.lt), ("max_items", operator.gt))
_OF_OBJECTS: Limits = (("min_properties", operator.lt), ("max_properties", operator.gt))


def broken_limits(facts: Mapping[str, object], value: object) -> Iterator[tuple[str, Number, Number]]:
    """Each fact that a value breaks, its limit, and what was measured. A limit that is no number breaks nothing."""
    measured, limits = _measured(value)
    for name, breaks in limits:
        limit = as_number(facts.get(name))
        if limit is not None and breaks(measured, limit):
            yield name, limit, measured


def _measured(value: object) -> tuple[Number, Limits]:
    """What of a value is limited, and by which facts."""
    match value:
        case bool():
            return 0, ()
        case int() | float():
            return value, _OF_NUMBERS
        case str():
            return len(value), _OF_TEXTS
        case list():
            return len(value), _OF_LISTS
        case dict():
            return len(value), _OF_OBJECTS
    return 0, ()


def as_number(value: object) -> Number | None:
    """A value where it is a number."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
