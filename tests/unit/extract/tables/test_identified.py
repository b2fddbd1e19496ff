"""A table's header leaves open which column names the fields, and a sample tells it."""

from __future__ import annotations

import pytest

from documents import facts_of, markdown_document
from driftgate.extract.platforms import tables

PAGE = """# A ship

GET /ships/{{id}}

## Response

```json
{sample}
```

| 値 | 説明 |
|---|---|
| mast | 何本か |
| keel | 竜骨 |
"""


def read(sample: str) -> list[str]:
    (contract,) = tables.extract(markdown_document(PAGE.format(sample=sample)), None).contracts
    return sorted(facts_of(contract))


@pytest.mark.parametrize("sample", ['{"mast": 3}', '{"id": 7, "name": "Argo"}'])
def test_values_that_the_sample_has_no_key_for_stay_values(sample: str) -> None:
    assert read(sample) == []


def test_the_first_column_whose_every_cell_is_a_key_of_the_sample_names_the_fields() -> None:
    assert read('{"mast": 3, "keel": "oak", "id": 7}') == ["2XX:keel", "2XX:mast"]
