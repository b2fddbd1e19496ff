"""Answers whose sample is that of a model: a generator that makes its samples from schemas prints the same one for both.

Of several media types of an answer only one model is named; the samples tell the others.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from driftgate.contract import Field
from driftgate.extract.blocks import Block, Code, Heading
from driftgate.extract.draft import Draft
from driftgate.extract.tables.placing import MOST_FIELDS, Models
from driftgate.extract.tables.rows.modelnames import model_named
from driftgate.extract.tables.shown.inferred import Sample
from driftgate.extract.tables.shown.samples import value_of

#: a sample with fewer names is shared by models that have nothing else in common
_TELLING = 2


def models_by_sample(blocks: Sequence[Block], models: Models) -> dict[str, str]:
    """The model that each sample was made from; ``""`` where several models have the same."""
    found: dict[str, str] = {}
    title = ""
    for block in blocks:
        if isinstance(block, Heading):
            title = model_named(block.text, models.rows) or (title if block.level > 2 else "")
        elif isinstance(block, Code) and title and (shown := _spelled(value_of(block.text))):
            found[shown] = title if found.get(shown, title) == title else ""
            title = ""
    return found


def _spelled(value: object) -> str:
    if not isinstance(value, dict) or len(value) < _TELLING:
        return ""
    return json.dumps(value, sort_keys=True)


def fill_from_models(draft: Draft, samples: Sequence[Sample], sampled: Mapping[str, str], models: Models) -> None:
    """Adds the fields of the models that the answers' samples were made from, beside what is described already."""
    for sample in samples:
        listed = isinstance(sample.value, list) and len(sample.value) == 1
        model = sampled.get(_spelled(sample.value[0] if isinstance(sample.value, list) and listed else sample.value), "")
        if not model or sample.place == "body":
            continue
        for item in models.unfolded(models.rows[model], "[]" if listed else "", (model,)):
            if len(draft.fields) >= MOST_FIELDS:
                return
            field = Field(sample.place, item.path, item.read.facts, source=item.row.source, fact_sources=item.read.sources)
            draft.fields.setdefault(field.key, field)
