"""What single alternatives of a union say of a field that several of them have: what uniting them would lose.

Neither the order of the alternatives nor a name that the docs give them means anything.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from driftgate.contract import Facts, FactValue
from driftgate.contract.kinds import applies
from driftgate.contract.varies import STANDS, line_of

#: The facts that may hold of one alternative alone. Shapes have facts of their own.
_TOLD = frozenset(
    (
        *("type", "required", "nullable", "read_only", "write_only", "deprecated", "sunset", "stability", "format", "enum"),
        *("open_enum", "default", "pattern", "minimum", "exclusive_minimum", "maximum", "exclusive_maximum", "multiple_of"),
        *("min_length", "max_length", "min_items", "max_items", "unique_items", "min_properties", "max_properties"),
        "additional",
    )
)

#: A statement and the label of the alternative that makes it, "" where it has none.
Statement = tuple[str, str]


class Said(NamedTuple):
    """What one alternative says of a field. label: what tells it from the others; times: how many alternatives say just this."""

    facts: Facts
    kinds: frozenset[str] | None = None
    label: str = ""
    times: int = 1


def varying(said: Sequence[Said], *, silence: bool = True) -> tuple[str, ...]:
    """The lines of what only some of the alternatives say, or each otherwise.

    silence: whether one that does not state a fact says otherwise; where it may only be printed with less, it says nothing.
    """
    statements = [statement for one, times in _statements(said, silence) for statement in [one] * times]
    return lines_of(statements) if statements else ()


def lines_of(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Statements as lines, sorted: those of alternatives without a label are counted."""
    counted = Counter(statements)
    return tuple(sorted(line_of(label, statement, times) for (label, statement), times in counted.items()))


def standing(labels: Sequence[str]) -> Iterator[Statement]:
    """Says that these alternatives have the field, which some others have not. One that has it alone is told by the field."""
    bare = labels.count("")
    yield from ((label, STANDS) for label in labels if label or bare > 1)


def _statements(said: Sequence[Said], silence: bool) -> Iterator[tuple[Statement, int]]:
    for one in said:
        inner = one.facts.get("varies")
        yield from (((one.label, str(line)), one.times) for line in inner) if isinstance(inner, tuple) else ()
    for name in _TOLD.intersection(name for one in said for name in one.facts):
        if _is_shared(name, said):
            continue
        about = [(one, _said(name, one.facts)) for one in said if applies(name, one.kinds) and (silence or name in one.facts)]
        if len({text for _, text in about}) > 1 and not _tells_apart(name, about):
            yield from (((one.label, _statement(name, text)), one.times) for one, text in about if text)


def _is_shared(name: str, said: Sequence[Said]) -> bool:
    """Whether all say just the same of it: a quick look, for most do."""
    if not all(name in one.facts for one in said):
        return False
    first = said[0].facts[name]
    return all(type(value := one.facts[name]) is type(first) and value == first for one in said[1:])


def _tells_apart(name: str, about: Sequence[tuple[Said, str]]) -> bool:
    """Whether each alternative has one value, and each another: the mark of the alternative, which its shape shows."""
    single = all(isinstance(values := one.facts.get(name), tuple) and len(values) == 1 for one, _ in about)
    return name == "enum" and single and len({text for _, text in about}) == len(about)


def _said(name: str, facts: Facts) -> str:
    """What facts say of this one, "" for nothing; where another alternative requires a field, not to require it says nothing."""
    return _text(facts[name]) if name in facts and (name, facts[name]) != ("required", False) else ""


def _statement(name: str, text: str) -> str:
    return name if text == "true" else f"{name}={text}"


def _text(value: FactValue) -> str:
    """A fact as text that order does not change."""
    values = sorted(map(_json, value)) if isinstance(value, tuple) else []
    return f"[{', '.join(values)}]" if isinstance(value, tuple) else _json(value)


def _json(value: FactValue) -> str:
    return json.dumps(value, ensure_ascii=False)
