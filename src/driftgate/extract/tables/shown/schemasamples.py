"""Bodies that a page shows as JSON Schemas where other pages show samples: rows like any other, where no table describes them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from driftgate.contract import Source
from driftgate.extract.tables.filling import Filling
from driftgate.extract.tables.sections import Kind, Section
from driftgate.extract.tables.shown.inferred import Sample
from driftgate.extract.tables.shown.jsonschema import schema_value_rows


def fill_from_schemas(filling: Filling, schemas: Iterable[Sample], near: Source) -> None:
    """Adds the properties of each schema, at the place that its label says, unless fields of that place are known."""
    for schema in schemas:
        fields = filling.draft.fields.values()
        if any(field.place == schema.place and not field.in_header for field in fields):
            continue
        rows = schema_value_rows(schema.value, replace(near, line=schema.line))
        filling.add(rows, Section(Kind.BODY) if schema.place == "body" else Section(Kind.RESPONSE, schema.place))
