"""Fields that only a generator's JSON samples show. They fill what no table describes, and are marked as inferred."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from driftgate.contract import Certainty, Field, Source
from driftgate.extract.blocks import Block, Code, Heading, Paragraph, Table
from driftgate.extract.draft import Draft
from driftgate.extract.examples import example_fields
from driftgate.extract.tables.rows.columns import Columns
from driftgate.extract.tables.sections import Kind, section_of, sides_of
from driftgate.extract.tables.shown.jsonschema import is_schema
from driftgate.extract.tables.shown.samples import value_of
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.table import folded

_STATUS = re.compile(r"(?<![\w.])([1-5](?:\d\d|XX)|default)(?![\w.])", re.IGNORECASE)
_NEAR = 3
#: what sample makers call two values of a map
_FIRST, _SECOND = "property1", "property2"
_WITHOUT_BODY = ("GET", "HEAD", "DELETE", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Sample:
    """One JSON sample: the place it shows, and its value, which may be a JSON Schema."""

    place: str
    value: object
    line: int | None

    @property
    def is_schema(self) -> bool:
        return is_schema(self.value)


def samples_of(blocks: Sequence[Block], method: str, described: Mapping[str, str]) -> Iterator[Sample]:
    """JSON below a label that says whether it is a request or an answer; the samples of one label are its languages.

    described: the statuses of answers by their descriptions, with which their samples may be labelled."""
    label, since, asked = "", 99, False
    for block in blocks:
        since += 1
        section = section_of(block.text) if isinstance(block, Heading) else None
        if section is not None and section.kind is Kind.MODELS:
            return
        if isinstance(block, Paragraph) and (status := described.get(folded(block.text))) is not None:
            label, since, asked = status, 0, False
        elif isinstance(block, Heading) and section is not None and section.kind is Kind.QUERY:
            label, since, asked = block.text, 0, True
        elif (
            isinstance(block, Heading | Paragraph)
            and len(block.text) < 80
            and (sides_of(block.text) or _STATUS.search(block.text))
        ):
            label, since, asked = block.text, 0, False
        elif isinstance(block, Code) and label and since <= _NEAR:
            value = value_of(block.text)
            place = "query" if asked else _place(label, method)
            if place and isinstance(value, dict | list):
                yield Sample(place, value, block.line)
                label = ""


def statuses_described(tables: Iterable[tuple[Table, Columns]]) -> dict[str, str]:
    """The status of each answer by its description in the tables of answers; ``""`` where several share one."""
    found: dict[str, str] = {}
    for table, columns in tables:
        at = columns.by_role
        if {Role.STATUS, Role.SCHEMA, Role.DESCRIPTION} <= at.keys():
            for row in (row for row in table.rows if len(row) > max(at.values())):
                text = folded(row[at[Role.DESCRIPTION]].text)
                found[text] = "" if text in found else row[at[Role.STATUS]].text
    return found


def _place(label: str, method: str) -> str:
    sides = sides_of(label)
    status = _STATUS.search(label)
    if "response" in sides or (status and "request" not in sides):
        return status[1] if status else "2XX"
    return "body" if sides & {"request", "body"} and method not in _WITHOUT_BODY else ""


def fill_from_samples(draft: Draft, samples: Sequence[Sample], near: Source) -> None:
    """Adds what the samples show: a whole body where nothing of it is described, single names beside described ones.

    Only for generators that make their samples from the schema: a sample written by hand proves nothing."""
    for sample in samples:
        source = replace(near, line=sample.line, certainty=Certainty.INFERRED, quote="")
        known = {field.path for field in draft.fields.values() if field.place == sample.place and not field.in_header}
        parents = {path.rsplit(".", 1)[0] if "." in path else "" for path in known}
        for field in with_maps(example_fields(sample.place, [sample.value], source)):
            if field.path in known or f"{field.path}[]" in known:
                continue
            parent = field.path.rsplit(".", 1)[0] if "." in field.path else ""
            if known and (parent not in parents or any(f"{above}.*" in known for above in _above(field.path))):
                continue
            facts = {} if known else field.facts  # beside described fields a value is no statement of its type
            draft.fields.setdefault(field.key, Field(field.place, field.path, facts, source=replace(source, quote=field.name)))


def with_maps(fields: Sequence[Field]) -> list[Field]:
    """The fields of a sample that generators made: ``property1`` beside ``property2`` stands for the values of a map."""
    paths = {field.path for field in fields}
    found: list[Field] = []
    for field in fields:
        segments = field.path.split(".")
        if not any(name.removesuffix("[]") == _SECOND for name in segments):
            maps = [_is_map(segments[:end], paths) for end in range(1, len(segments) + 1)]
            path = ".".join("*" + name[len(_FIRST) :] if is_map else name for name, is_map in zip(segments, maps, strict=True))
            found.append(replace(field, path=path))
    return found


def _is_map(segments: Sequence[str], paths: Collection[str]) -> bool:
    """Whether a path ends in the first of the two names, and the second stands beside it."""
    *above, name = segments
    return name.removesuffix("[]") == _FIRST and ".".join((*above, _SECOND)) in paths


def _above(path: str) -> list[str]:
    """Every path that a path is below."""
    segments = path.split(".")
    return [".".join(segments[:count]) for count in range(1, len(segments))]
