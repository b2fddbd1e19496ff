"""Which part of a page belongs to which operation, which tables describe models, and which descriptions are copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from driftgate.contract import Operation
from driftgate.contract.paths import comparable_path
from driftgate.extract.blocks import Block, Code, Heading, Listing
from driftgate.extract.draft import Draft
from driftgate.extract.tables.groups.group import Group
from driftgate.extract.tables.labels import words_of
from driftgate.extract.tables.operations.found import Found
from driftgate.extract.tables.placing import ITSELF, Rows
from driftgate.extract.tables.rows.modelnames import model_key
from driftgate.extract.tables.rows.nesting import Named
from driftgate.extract.tables.sections import Kind, is_of_example, section_of
from driftgate.extract.tables.wording.words import Role
from driftgate.extract.typewords.table import folded

#: what the value of a variable looks like, and no part of a path: it has a digit or is all capitals
_VALUE = re.compile(r"\d|^[A-Z_-]{2,}$")


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a page that belongs to one operation: from its line to the next operation's."""

    found: Found
    start: int
    end: int


def the_only(founds: Sequence[Found]) -> list[Found]:
    """Samples prove an operation only if they all call the same one."""
    if len({(found.operation.method, comparable_path(found.operation.path)) for found in founds}) != 1:
        return []
    return [founds[0]]


def without_instances(founds: Sequence[Found], blocks: Sequence[Block]) -> list[Found]:
    """The statements without those that only fill in another's variables: ``GET /ships/12`` beside ``GET /ships/{id}``;
    of what is announced as an example also without those that only set a base before another's path: ``GET /v1/ships``."""
    templates = [found.operation for found in founds if "{" in found.operation.path]
    examples = _in_examples(founds, blocks)
    stated = [found.operation for found, example in zip(founds, examples, strict=True) if not example]
    kept: list[Found] = []
    for found, example in zip(founds, examples, strict=True):
        shown = example or isinstance(blocks[found.at], Code)
        based = example and any(_ends_with(found.operation, other) for other in stated)
        if not based and not any(fills(found.operation, template, shown=shown) for template in templates):
            kept.append(found)
    return kept


def _in_examples(founds: Sequence[Found], blocks: Sequence[Block]) -> list[bool]:
    """Of each statement, whether the heading above announces an example, or the line above leads to one."""
    told: list[bool] = []
    example = False
    at = 0
    for found in founds:
        for block in blocks[at : found.at + 1]:
            if isinstance(block, Heading):
                section = section_of(block.text)
                example = section is not None and section.kind is Kind.EXAMPLE
        at = found.at + 1
        told.append(example or led_to_as_example(blocks, found.at))
    return told


def led_to_as_example(blocks: Sequence[Block], at: int) -> bool:
    """Whether the line above a block, or the lone entry of a list, says that an example follows."""
    above = blocks[at - 1] if at else None
    text = words_of(above) if above is not None else ""
    return (isinstance(above, Listing) or text.endswith((":", "："))) and is_of_example(text)


def fills(operation: Operation, template: Operation, *, shown: bool) -> bool:
    """Whether an operation is a template with values for its variables; shown: it stands in a sample."""
    if operation.method != template.method or "{" in operation.path:
        return False
    ours, theirs = operation.path.split("/"), template.path.split("/")
    if len(ours) != len(theirs) or any("{" not in part and part != own for own, part in zip(ours, theirs, strict=True)):
        return False
    return shown or all(_VALUE.search(own) for own, part in zip(ours, theirs, strict=True) if "{" in part)


def _ends_with(operation: Operation, other: Operation) -> bool:
    """Whether an operation is another with segments before its path, and perhaps values for its variables."""
    ours, theirs = operation.path.split("/")[1:], other.path.split("/")[1:]
    ending = ours[-len(theirs) :]
    if operation.method != other.method or len(ours) <= len(theirs) or "{" in operation.path:
        return False
    return all("{" in part or part == own for own, part in zip(ending, theirs, strict=True))


def regions_of(founds: Sequence[Found], blocks: Sequence[Block]) -> list[Region]:
    """One region per operation; the same line twice in a row is one statement, as is a sample in a section of the first."""
    distinct: list[Found] = []
    last = 0
    for found in founds:
        again = distinct and distinct[-1].operation == found.operation and _is_said_again(distinct[-1].at, last, found, blocks)
        if not again:
            distinct.append(found)
        last = found.at
    ends = [
        next((other.at for other in distinct[at + 1 :] if other.at > found.at), len(blocks)) for at, found in enumerate(distinct)
    ]
    return [Region(found, found.at, end) for found, end in zip(distinct, ends, strict=True)]


def _is_said_again(first: int, last: int, second: Found, blocks: Sequence[Block]) -> bool:
    """Whether a statement is part of what an earlier one of the same operation begins. A heading between them would mean
    that the page describes the operation twice, unless it stands within the earlier one's part, above a sample: it
    announces one, or the sample has values for the query. last: where the operation was last said, so that no heading is
    looked at twice. A deeper heading that states it once more heads a sample, or its fields."""
    between = [block for block in blocks[last + 1 : second.at + 1] if isinstance(block, Heading) and block.level < 7]
    if not between:
        return True
    told = blocks[second.at]
    sample = isinstance(told, Code) and ("?" in second.quote or section_of(between[-1].text) is not None)
    if not sample and not isinstance(told, Heading):
        return False
    upwards = (blocks[at] for at in range(first, -1, -1))
    above = next((block.level for block in upwards if isinstance(block, Heading) and block.level < 7), 0)
    return all(block.level > above for block in between)


def without_copies(drafts: Sequence[Draft]) -> list[Draft]:
    """A second description of an operation whose fields the first one has already (another language) is left out."""
    kept: list[Draft] = []
    places: dict[Operation, list[int]] = {}
    for draft in drafts:
        twins = places.setdefault(draft.operation, [])
        if any(draft.fields.keys() <= kept[at].fields.keys() for at in twins):
            continue
        empty = next((at for at in twins if not kept[at].fields), None)
        if empty is not None:
            kept[empty] = draft
        else:
            twins.append(len(kept))
            kept.append(draft)
    return kept


def models_of(groups: Iterable[Group]) -> dict[str, Rows]:
    """Tables of fields that stand under the title of an object rather than in a request or response."""
    found: dict[str, Rows] = {}
    for group in groups:
        if not group.rows or not group.titles or not group.certain:
            continue
        if group.section is None or group.section.kind in (Kind.FIELDS, Kind.MODELS) or group.own_title:
            title = group.own_title or group.titles[-1]
            for key in (folded(title), model_key(title)):
                if key:
                    found.setdefault(key, _of_itself(group.rows, title))
    return found


def _of_itself(rows: Rows, title: str) -> Rows:
    """The rows of a model; a single one that bears its very name, and is not said to be sent or not, is the model itself."""
    row, source = rows[0]
    if len(rows) > 1 or row is None or row.name.name != title.strip() or row.text(Role.REQUIRED):
        return rows
    return [(row._replace(name=Named(ITSELF)), source)]
