"""Contract changes planted in an OpenAPI document that stands as YAML on a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from driftgate.contract import Contract, Field
from driftgate.prove import yamltext
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.schemas import NEW_NAME, ONE_OF_SEVERAL, sibling_path
from driftgate.prove.typewords import OTHER_TYPE

_TYPE = re.compile(r"(?m)^[ ]*type:[ ]*['\"]?(?P<word>" + "|".join(OTHER_TYPE) + r")\b")


def in_yaml(text: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every change that the block mappings of ``properties:`` on a page allow."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    return tuple(
        mutation
        for (number, name), fields in _by_line(contract.fields.values()).items()
        if number <= len(lines)
        for mutation in _at(text, lines[number - 1], name, fields)
        if mutation.kind not in ONE_OF_SEVERAL or not any(field.flag("conditional") for field in fields)
    )


def _by_line(fields: object) -> dict[tuple[int, str], list[Field]]:
    grouped: dict[tuple[int, str], list[Field]] = defaultdict(list)
    for field in fields:  # type: ignore[attr-defined]
        if field.source and field.source.line and field.source.element.rpartition("/")[0].endswith("/properties"):
            grouped[field.source.line, field.name].append(field)
    return grouped


def _at(text: str, line: int, name: str, fields: list[Field]) -> Iterator[Mutation]:
    found = re.compile(rf"[ ]*['\"]?(?P<key>{re.escape(name)})['\"]?:").match(text, line)
    span = yamltext.block(text, *found.span("key")) if found else None
    above = yamltext.parent(text, line)
    if found is None or span is None or above is None or text[above[0] :].lstrip().partition("\n")[0].strip() != "properties:":
        return
    keys = frozenset(field.key for field in fields)
    schema = yamltext.siblings(text, above[0])
    listed = _entry(text, schema.get("required"), name)
    key = found.span("key")
    yield Mutation(Kind.RENAME, (Edit(*key, f"{name}_planted"), *_relisted(listed, f"{name}_planted")), keys)
    yield Mutation(Kind.REMOVE, (Edit(*span), *_unlisted(text, listed)), keys)
    yield Mutation(Kind.REQUIRED, _unlisted(text, listed) or _list(text, schema, above, name), keys)
    indent = " " * yamltext.indent_of(text, line)
    new = Edit(line, line, f"{indent}{NEW_NAME}:\n{indent}  type: string\n")
    added = frozenset(f"{field.key.removesuffix(field.path)}{sibling_path(field.path)}" for field in fields)
    yield Mutation(Kind.ADD_REQUIRED, (new, *_list(text, schema, above, NEW_NAME)), added)
    yield from _inside(text, span, found.end(), keys)


def _inside(text: str, span: tuple[int, int], after: int, keys: frozenset[str]) -> Iterator[Mutation]:
    """What the property's own block allows, its children left alone."""
    first = text.find("\n", after) + 1
    if first >= span[1] or text[after : first - 1].strip():
        return
    own = yamltext.siblings(text, first)
    kind = _TYPE.match(text, own["type"][0]) if "type" in own and "enum" not in own else None
    if kind:
        yield Mutation(Kind.TYPE, (Edit(*kind.span("word"), OTHER_TYPE[kind["word"]]),), keys)
    if "enum" in own:
        values = list(re.finditer(r"(?m)^[ ]*- .*\n", text[own["enum"][0] : own["enum"][1]]))
        if len(values) > 1:
            start, end = (own["enum"][0] + offset for offset in values[-1].span())
            yield Mutation(Kind.ENUM, (Edit(start, end),), keys)
    if "deprecated" not in own and "$ref" not in own:
        at = " " * yamltext.indent_of(text, first)
        yield Mutation(Kind.DEPRECATE, (Edit(first, first, f"{at}deprecated: true\n"),), keys)


def _entry(text: str, span: tuple[int, int] | None, name: str) -> tuple[int, int] | None:
    """Where a name stands in a ``required:`` list, in either style."""
    if span is None:
        return None
    found = re.compile(rf"(?m)(?:^[ ]*- |[\[,][ ]*)['\"]?(?P<name>{re.escape(name)})['\"]?(?=[ ]*(?:$|[,\]]))").search(
        text, *span
    )
    return found.span("name") if found else None


def _relisted(listed: tuple[int, int] | None, name: str) -> tuple[Edit, ...]:
    return (Edit(*listed, name),) if listed else ()


def _unlisted(text: str, listed: tuple[int, int] | None) -> tuple[Edit, ...]:
    """The entry of a list taken out."""
    if listed is None:
        return ()
    line = text.rfind("\n", 0, listed[0]) + 1
    if text[line : listed[0]].strip(" '\"") == "-":
        return (Edit(line, text.find("\n", listed[1]) + 1),)
    after = re.compile(r"['\"]?[ ]*,[ ]*").match(text, listed[1])
    if after:
        return (Edit(listed[0], after.end()),)
    before = re.compile(r"(?:,[ ]*)?['\"]?$").search(text, line, listed[0])
    return (Edit(before.start() if before else listed[0], listed[1]),)


def _list(text: str, schema: dict[str, tuple[int, int]], above: tuple[int, int], name: str) -> tuple[Edit, ...]:
    """A name among the required ones, the list made where there is none."""
    indent = " " * above[1]
    if "required" not in schema:
        return (Edit(above[0], above[0], f"{indent}required:\n{indent}- {name}\n"),)
    start, end = schema["required"]
    opened = text.find("[", start, text.find("\n", start))
    if opened >= 0:
        return (Edit(opened + 1, opened + 1, f"{name}, "),)
    first = re.compile(r"(?m)^(?P<dash>[ ]*- )").search(text, start, end)
    return (Edit(first.start(), first.start(), f"{first['dash']}{name}\n"),) if first else ()
