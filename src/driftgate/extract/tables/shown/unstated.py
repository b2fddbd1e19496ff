"""The names that a page's own samples show of a body that nothing else on the page describes. They are marked as inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from driftgate.contract import Certainty, Field, Source
from driftgate.contract.model import REQUEST_PLACES, is_error_status
from driftgate.extract.blocks import Block, Code
from driftgate.extract.draft import Draft
from driftgate.extract.examples import example_fields
from driftgate.extract.tables.shown.inferred import Sample, samples_of
from driftgate.extract.tables.shown.samples import body_in, value_of

#: what programs call a field; anything else is a key of a map, or a placeholder
_NAME = re.compile(r"[A-Za-z_$@][\w$@-]*(?:\[\])*$")
#: a body of more names is data, and no sample of a contract
_MOST = 200


def fill_unstated(draft: Draft, own: Sequence[Block], near: Source) -> None:
    """Adds the names that labelled samples show of the request's body, and of the answer, where neither is described.

    A sample written by hand says no more than that there is a field of the name: neither its type nor whether it is required."""
    described = {_side(field.place) for field in draft.fields.values() if not field.in_header}
    for sample in _shown([*samples_of(own, draft.operation.method, {}), *_sent(own)]):
        if _side(sample.place) in described:
            continue
        source = replace(near, line=sample.line, certainty=Certainty.INFERRED, quote="")
        for field in _named(example_fields(sample.place, [sample.value], source)):
            draft.fields.setdefault(field.key, field)


def _sent(own: Sequence[Block]) -> Iterator[Sample]:
    """The bodies of the commands and raw requests among the blocks."""
    for block in own:
        body = body_in(block.text) if isinstance(block, Code) else ""
        if isinstance(value := value_of(body), dict | list):
            yield Sample("body", value, block.line)


def _shown(samples: Iterable[Sample]) -> Iterator[Sample]:
    """The first sample of each side that is no error and no schema."""
    seen: set[str] = set()
    for sample in samples:
        side = _side(sample.place)
        if side not in seen and not sample.is_schema and not is_error_status(sample.place):
            seen.add(side)
            yield sample


def _side(place: str) -> str:
    return place if place in REQUEST_PLACES else "response"


def _named(fields: Sequence[Field]) -> Iterator[Field]:
    """The fields that bear names down to the last, without what their values seem to be of."""
    kept = [field for field in fields if all(map(_NAME.match, field.path.removeprefix("[].").split(".")))]
    for field in kept if len(kept) <= _MOST else ():
        yield replace(field, facts={}, source=field.source and replace(field.source, quote=field.name))
