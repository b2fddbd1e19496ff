"""Plants contract changes in a page's own text: one mutation per way and field that the page allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from driftgate.contract import Contract, Field
from driftgate.prove import edits
from driftgate.prove.mutation import Kind, Mutation
from driftgate.prove.spots import Spot, spots

NEW_NAME = "planted_field"


def harmful(text: str, kind: str, contract: Contract) -> Iterator[Mutation]:
    """Every contract change that can be planted on this page. kind: of the document, as readers know it."""
    yield from _operation(text, contract)
    for spot in spots(text, kind, contract):
        field = spot.fields[0]
        yield from _field(text, kind, spot, field)
        if kind != "html" and edits.block(text, spot) is not None:
            yield from _yaml(text, spot, field)


def _operation(text: str, contract: Contract) -> Iterator[Mutation]:
    method, path = contract.operation.method, contract.operation.path
    other = "PUT" if method != "PUT" else "PATCH"
    subject = frozenset({"operation"})
    moved = re.sub(rf"{re.escape(path)}(?![\w/-])", f"{path}-planted", text)
    if moved != text:
        yield Mutation(Kind.PATH, moved, subject)
    tried = text
    for spelled, replaced in ((method, other), (method.lower(), other.lower())):
        tried = re.sub(rf"(?m)(^\s*|[>`\s]){spelled}(?=:?\s*(?:$|<|`|/|https?:))", rf"\g<1>{replaced}", tried)
    if tried != text:
        yield Mutation(Kind.METHOD, tried, subject)


def _field(text: str, kind: str, spot: Spot, field: Field) -> Iterator[Mutation]:
    name = field.name
    yield Mutation(Kind.RENAME, edits.renamed(text, spot, f"{name}_planted"), spot.keys)
    if field.type is not None and (changed := edits.retyped(text, spot)) is not None:
        yield Mutation(Kind.TYPE, changed, spot.keys)
    if field.required is not None and (changed := edits.flipped(text, spot, kind)) is not None:
        yield Mutation(Kind.REQUIRED, changed, spot.keys)
    values = [value for value in field.enum or () if isinstance(value, str)]
    if len(values) > 1 and (changed := edits.without_value(text, spot, values[-1])) is not None:
        yield Mutation(Kind.ENUM, changed, spot.keys)
    span = edits.unit(text, spot, kind)
    if span is not None:
        yield Mutation(Kind.REMOVE, text[: span[0]] + text[span[1] :], spot.keys)
        if field.required and edits.block(text, spot) is None:
            yield Mutation(Kind.ADD_REQUIRED, _doubled(text, spot, span), added(field))


def _doubled(text: str, spot: Spot, span: tuple[int, int]) -> str:
    """A copy of a field's row under another name, right behind it."""
    copy = text[span[0] : spot.start] + NEW_NAME + text[spot.end : span[1]]
    return text[: span[1]] + copy + text[span[1] :]


def _yaml(text: str, spot: Spot, field: Field) -> Iterator[Mutation]:
    span = edits.block(text, spot)
    assert span is not None  # noqa: S101 - asked by the caller
    indent = " " * (spot.start - span[0])
    listed = edits.listed_as_required(text, field.name, *span)
    if field.required and listed is not None:
        yield Mutation(Kind.REQUIRED, text[: listed[0]] + text[listed[1] :], spot.keys)
        entry = text[listed[0] : listed[1]].replace(field.name, NEW_NAME)
        property_ = f"{indent}{NEW_NAME}:\n{indent}  type: string\n"
        both = sorted([(listed[1], entry), (span[1], property_)], reverse=True)
        changed = text
        for position, words in both:
            changed = changed[:position] + words + changed[position:]
        yield Mutation(Kind.ADD_REQUIRED, changed, added(field))
    if not field.flag("deprecated"):
        line = text.find("\n", spot.end) + 1
        if line < span[1]:  # a block, not a flow mapping on one line
            yield Mutation(Kind.DEPRECATE, f"{text[:line]}{indent}  deprecated: true\n{text[line:]}", spot.keys)


def added(field: Field) -> frozenset[str]:
    """The key of the planted sibling."""
    return frozenset({field.key.removesuffix(field.path) + re.sub(r"[^.]+$", NEW_NAME, field.path)})
