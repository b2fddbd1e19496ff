"""Rows without a mark of depth are as deep as the sample has them."""

from __future__ import annotations

import pytest

from documents import facts_of, markdown_document
from driftgate.extract.platforms import tables

PAGE = """# A ship

GET /ships/{{id}}

## Response

| Field | Type |
|---|---|
| code | integer |
| data | {kind} |
| id | integer |
| mast | string |
| note | string |

```json
{sample}
```
"""


def read(sample: str, kind: str = "object") -> list[str]:
    (contract,) = tables.extract(markdown_document(PAGE.format(sample=sample, kind=kind)), None).contracts
    return sorted(key.removeprefix("2XX:") for key in facts_of(contract))


@pytest.mark.parametrize(
    ("sample", "kind"),
    [
        pytest.param('{"code": 0, "data": {"x": 1}, "note": ""}', "object", id="a sample of something else"),
        pytest.param('{"code": 0, "data": {}, "id": 1, "mast": "", "note": ""}', "object", id="all at the top"),
        pytest.param('{"code": 0, "data": {"id": 1, "mast": ""}, "note": ""}', "string", id="inside what is no object"),
    ],
)
def test_rows_that_the_sample_does_not_show_within_one_above_stay_at_the_top(sample: str, kind: str) -> None:
    assert read(sample, kind) == ["code", "data", "id", "mast", "note"]


def test_rows_that_the_sample_shows_within_an_object_above_are_its_members() -> None:
    assert read('{"code": 0, "data": {"id": 1, "mast": "", "note": 1}, "note": ""}') == [
        "code", "data", "data.id", "data.mast", "note",
    ]  # fmt: skip


def test_so_are_those_of_the_items_of_a_list() -> None:
    assert "data[].mast" in read('{"code": 0, "data": [{"id": 1, "mast": ""}], "note": ""}', "array")
