"""A schema as one short canonical line, free of references and of the document's order.

``string<uuid>`` · ``"auto" | "none"`` · ``array<string>`` · ``integer 0..10`` · ``{content, role="user", name?}`` (required
properties first, each group by name; a property with one value only shows it). Detailed shapes show types of properties too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from driftgate.contract import Facts, FactValue
from driftgate.contract.types import array_of, union
from driftgate.extract.openapi.view import Expression, Kinds, Located, View

Look = Callable[[Expression], View]

DEEPEST = 3
_HIDDEN = frozenset(
    ("type", "enum", "open_enum", "format", "default", "one_of", "any_of", "minimum", "maximum", "discriminator", "mapping")
).union(("varies", "deprecated", "read_only", "write_only", "sunset", "stability"))

#: A schema with none of these keywords has no single value; most are passed over by a look at their own words.
_FIXING = frozenset(("const", "enum", "$ref", "allOf", "oneOf", "anyOf"))


def type_of(view: View, look: Look) -> str | None:
    """The canonical type of a value: what ``contract.types`` spells, without null."""
    if view.kinds is None or view.items is None or "array" not in view.kinds:
        return spelled(view.kinds)
    items = array_of(type_of(look(view.items.expression), look))
    return items if len(view.kinds) == 1 else union((view.kinds - {"array"}) | {items})


def spelled(kinds: Kinds | None) -> str | None:
    """The canonical type of a value of these kinds, where nothing is said of what stands in it."""
    if kinds is None:
        return None
    return next(iter(kinds)) if len(kinds) == 1 else union(kinds)


def alternative_shapes(views: Sequence[View], look: Look) -> tuple[str, ...]:
    """The shapes of a union's alternatives, or none where the union of their types and values says it all."""
    real = [view for view in views if not view.is_null]
    if (
        len(real) < 2
        or all(_is_bare(view, look) for view in real)
        or all("enum" in view.facts and _is_set(view) for view in real)
    ):
        return ()
    shapes = sorted({shape(view, look) for view in real})
    return tuple(shapes) if len(shapes) > 1 else ()


def _is_bare(view: View, look: Look) -> bool:
    """Whether the type is all that it says."""
    if view.facts or view.properties or view.required or view.values is not None or view.kinds is None:
        return False
    return view.items is None or _is_bare(look(view.items.expression), look)


def _is_set(view: View) -> bool:
    return not view.properties and view.items is None and view.facts.keys() <= {"enum", "default", "deprecated"}


def shape(view: View, look: Look, *, detailed: bool = False, depth: int = 0) -> str:
    """One line for one schema."""
    if view.never:
        return "nothing"
    values = view.facts.get("enum")
    if isinstance(values, tuple):
        return " | ".join(sorted(_literal(value) for value in values))
    parts = [_object(view, look, detailed, depth)] if view.properties or view.required else []
    kinds = sorted((view.kinds or frozenset()) - ({"object"} if parts else set()))
    parts = [_kind(kind, view, look, depth) for kind in kinds] + parts
    text = " | ".join(parts) or "any"
    return f"{text}{_limits(view.facts)}" if view.facts else text


def _kind(kind: str, view: View, look: Look, depth: int) -> str:
    if kind == "array" and view.items is not None:
        items = look(view.items.expression)
        inner = shape(items, look, depth=depth + 1) if depth < DEEPEST else type_of(items, look) or "any"
        return f"array<{inner}>"
    if kind == "object" and view.values is not None:
        return f"map<{type_of(look(view.values.expression), look) or 'any'}>"
    form = view.facts.get("format")
    return f"{kind}<{form}>" if form and kind in ("string", "number", "integer") else kind


def _object(view: View, look: Look, detailed: bool, depth: int) -> str:
    needed = view.required.union([name for name, child in view.properties.items() if child.required])
    words = [_property(name, view, look, detailed, depth) for name in sorted(needed)]
    words += [_property(name, view, look, detailed, depth, "?") for name in sorted(view.properties.keys() - needed)]
    return "{" + ", ".join(words) + "}"


def _property(name: str, view: View, look: Look, detailed: bool, depth: int, mark: str = "") -> str:
    child = view.properties.get(name)
    if child is None or depth >= DEEPEST:
        return name + mark
    if (value := fixed(child.expression, look)) is not None:
        return f"{name}{mark}={value}"
    return f"{name}{mark}: {shape(look(child.expression), look, detailed=True, depth=depth + 1)}" if detailed else name + mark


def fixed(expression: Expression, look: Look) -> str | None:
    """The only value that a schema allows, as JSON; None where it allows others."""
    if isinstance(expression, Located) and (not isinstance(expression.raw, dict) or _FIXING.isdisjoint(expression.raw)):
        return None
    values = look(expression).facts.get("enum")
    return _literal(values[0]) if isinstance(values, tuple) and len(values) == 1 else None


def _limits(facts: Facts) -> str:
    """The remaining facts, the commonest in short."""
    low, high = facts.get("minimum"), facts.get("maximum")
    words = [f"{'' if low is None else low}..{'' if high is None else high}"] if (low, high) != (None, None) else []
    words += _words(facts)
    return f" {' '.join(words)}" if words else ""


def _words(facts: Facts) -> Iterable[str]:
    for name in sorted(facts.keys() - _HIDDEN):
        value = facts[name]
        yield name if value is True else f"{name}={_fact(value)}"


def _fact(value: FactValue) -> str:
    return "(" + ", ".join(map(str, value)) + ")" if isinstance(value, tuple) else str(value)


#: ``json.dumps`` would make an encoder for every value.
_literal = json.JSONEncoder(ensure_ascii=False).encode
