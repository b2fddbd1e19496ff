"""The smallest message that a contract documents: one part of it (a body, the parameters of a place) as a JSON value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from driftgate.contract import REQUEST_PLACES, ROOT, Contract, Facts, Field
from driftgate.contract.types import members_of
from driftgate.extract.openapi.tree import schema_of
from driftgate.rules.witness.allowed import DEEPEST, Schema, kinds_of, number
from driftgate.rules.witness.placeholders import text_for

#: The documented fields of one part of a message, by path.
Part = Mapping[str, Field]

#: More items than this are not made.
MOST_ITEMS = 100

#: Bounds beyond this are no help in finding a small number.
LARGEST = 10**15

#: What a free-form name is in a message.
KEY = "key"

#: Which of several documented types a placeholder has.
_PREFERRED = ("string", "integer", "number", "boolean", "object", "array", "null")


def part_of(contract: Contract, like: Field) -> Part:
    """The fields of a contract that travel in the same part of a message as this one."""
    together = [f for f in contract.fields.values() if f.place == like.place and f.in_header is like.in_header]
    own = [f for f in together if f.media_type == like.media_type]
    return part(own or [f for f in together if not f.media_type])


def part(fields: Iterable[Field]) -> Part:
    """The fields of one place by path, as they travel: names of headers in one case, and what stands around each."""
    found = {spelled(field): replace(_as_sent(field), path=spelled(field)) for field in fields if not _stays_home(field)}
    for path, field in list(found.items()):
        for up in _above(path):
            if up != ROOT and (_is_body(field) or "[]" in path.removeprefix(up)[:2]):
                found.setdefault(up, replace(field, path=up, facts={}))
    first = next(iter(found.values()), None)
    if first is not None and _is_body(first) and not any(path.startswith("[]") for path in found):
        found.setdefault(ROOT, Field(first.place, ROOT, {"type": "object"}))
    return found


def spelled(field: Field) -> str:
    """The path under which a part knows a field."""
    return field.path.lower() if field.place == "header" or field.in_header else field.path


def message(fields: Part) -> object:
    """The smallest value of a part; of one without any field, an empty object."""
    return smallest(schema_for(fields)) if fields else {}


def demanding(fields: Part, path: str, narrowed: Facts | None = None) -> Part:
    """The same part, in which this field and all around it have to stand. narrowed: facts that the field has besides."""
    fields, path = _with_key(fields, path), keyed(path)
    found = dict(fields)
    around = [up for up in _above(path) if up in fields]
    for up in around:
        found[up] = _needed(found[up], holds_items=("[]" if up == ROOT else f"{up}[]") in (path, *_above(path)))
    own = found.get(path)
    if own is not None:
        found[path] = replace(own, facts={**own.facts, **(narrowed or {}), "required": True})
        if narrowed and "const" in narrowed:
            return without_inside(found, path)
    return found


def keyed(path: str) -> str:
    """A path in which each free-form name (``*``) is one that a message can have."""
    return ".".join(KEY + segment[1:] if segment.startswith("*") else segment for segment in path.split("."))


def without(fields: Part, path: str) -> Part:
    """The part without a field and all inside it."""
    return {name: field for name, field in without_inside(fields, path).items() if name != path}


def without_inside(fields: Part, path: str) -> Part:
    """The part without what is inside a field."""
    if path == ROOT:
        return {name: field for name, field in fields.items() if name == ROOT}
    return {name: field for name, field in fields.items() if not name.startswith((f"{path}.", f"{path}[]"))}


def schema_for(fields: Part) -> Schema:
    """The JSON Schema of a part."""
    return schema_of(fields.values())


def smallest(schema: Schema, depth: int = 0) -> object:
    """The smallest value of a schema. Where its demands contradict each other or are too large, one that breaks them."""
    if "const" in schema:
        return schema["const"]
    for word in ("enum", "x-extensible-enum"):
        members = schema.get(word)
        if isinstance(members, list) and members:
            return members[0]
    kind = _kind(schema)
    if depth > DEEPEST or kind == "null":
        return None
    if kind == "object":
        return _object(schema, depth)
    if kind == "array":
        return _list(schema, depth)
    if kind == "boolean":
        return True
    return text_for(schema) if kind == "string" else _number(schema, whole=kind == "integer")


def _kind(schema: Schema) -> str:
    kinds = kinds_of(schema)
    if kinds:
        return min(kinds, key=_PREFERRED.index)
    return "object" if "properties" in schema else "array" if "items" in schema else "string"


def _object(schema: Schema, depth: int) -> dict[str, object]:
    properties, required = schema.get("properties"), schema.get("required")
    known = properties if isinstance(properties, Mapping) else {}
    needed = list(required) if isinstance(required, list) else []
    least = int(_bound(schema, "minProperties") or 0)
    needed += [name for name in known if name not in needed][: max(0, least - len(needed))]
    return {name: smallest(known[name], depth + 1) for name in needed}


def _list(schema: Schema, depth: int) -> list[object]:
    inner = schema.get("items")
    count = min(int(_bound(schema, "minItems") or _owed_items(schema)), MOST_ITEMS)
    item = smallest(inner if isinstance(inner, Mapping) else {"type": "string"}, depth + 1)
    if schema.get("uniqueItems") is True and isinstance(inner, Mapping) and isinstance(inner.get("enum"), list):
        return list(inner["enum"])[:count]
    if schema.get("uniqueItems") is True and isinstance(item, str | int) and not isinstance(item, bool):
        return [item + at if isinstance(item, int) else item + "a" * at for at in range(count)]
    return [item] * count


def _owed_items(schema: Schema) -> int:
    """One item where the docs say what every item needs: an empty list is allowed by the words, and seldom by the server."""
    inner = schema.get("items")
    return int(isinstance(inner, Mapping) and "required" in inner and number(schema, "maxItems") != 0)


def _number(schema: Schema, *, whole: bool) -> int | float:
    """1 where that is allowed, else the allowed number nearest to a stated bound."""
    low, high, above, below = (_bound(schema, word) for word in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"))
    step = _bound(schema, "multipleOf") or (1 if whole else 0)
    least = max((b for b in (low, above) if b is not None), default=None)
    most = min((b for b in (high, below) if b is not None), default=None)
    candidates: list[int | float] = [1, 0, *((step,) if step else ())]
    gap = step or ((most - least) / 2 if most is not None and least is not None else 1)
    candidates += [] if least is None else [least, (least // gap + 1) * gap if step else least + gap]
    candidates += [] if most is None else [most, (-(-most // gap) - 1) * gap if step else most - gap]
    fitting = (c for c in candidates if _is_within(c, low, high, above, below) and not (step and c % step))
    found = next(fitting, 1)
    return int(found) if isinstance(found, float) and found.is_integer() else found


def _bound(schema: Schema, word: str) -> int | float | None:
    found = number(schema, word)
    return found if found is not None and abs(found) <= LARGEST else None


def _is_within(value: float, low: float | None, high: float | None, above: float | None, below: float | None) -> bool:
    return (
        (low is None or value >= low)
        and (high is None or value <= high)
        and (above is None or value > above)
        and (below is None or value < below)
    )


def _as_sent(field: Field) -> Field:
    """What is owed only within an alternative is owed by nobody."""
    if field.flag("conditional") is not True:
        return field
    return replace(field, facts={name: value for name, value in field.facts.items() if name != "required"})


def _stays_home(field: Field) -> bool:
    return field.flag("read_only" if field.place in REQUEST_PLACES else "write_only") is True


def _is_body(field: Field) -> bool:
    """Whether dots in paths always part names: in a body they do, a parameter may have one in its name."""
    return not field.in_header and (field.place == "body" or field.place not in REQUEST_PLACES)


def _above(path: str) -> Iterator[str]:
    """The paths around one, nearest first, and the whole."""
    if path == ROOT:
        return
    while path := path.removesuffix("[]") if path.endswith("[]") else path.rpartition(".")[0]:
        yield path
    yield ROOT


def _with_key(fields: Part, path: str) -> Part:
    """The part with the fields of a free-form map written out once, under the key that a message has."""
    if keyed(path) == path:
        return fields
    within = path[: path.index("*") + 1]
    copies = {
        keyed(name): field for name, field in fields.items() if name == within or name.startswith((f"{within}.", f"{within}["))
    }
    return {**fields, **{name: replace(field, path=name) for name, field in copies.items()}}


def _needed(field: Field, *, holds_items: bool) -> Field:
    """The field, required, of a type that can hold what has to stand in it."""
    kind = "array" if holds_items else "object"
    members = members_of(field.type or "")
    facts = {**field.facts, "required": True, "type": next((m for m in members if m.startswith(kind)), kind)}
    least = field.facts.get("min_items")
    if holds_items:
        facts["min_items"] = max(1, least) if isinstance(least, int) else 1
    return replace(field, facts=facts)
