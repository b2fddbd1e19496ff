"""JSON Schemas where samples stand: they are the body of the answer above them, never a sample of one."""

from __future__ import annotations

from documents import facts_of, markdown_document
from driftgate.extract.platforms import widdershins

PAGE = """<!-- Generator: Widdershins v4.0.1 -->

# Ships

## launch

`GET /ships`

> Example responses

> 200 Response

```json
{shown}
```

<h3 id="launch-responses">Responses</h3>

|Status|Meaning|Description|Schema|
|---|---|---|---|
|200|OK|All ships|{schema}|

# Schemas

## Ship

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|hull|string|true|none|none|
|masts|integer|false|none|none|
"""
SCHEMA = '{"type": "object", "required": ["hull"], "properties": {"hull": {"type": "string"}, "masts": {"type": "integer"}}}'


def told(shown: str, schema: str) -> dict[str, dict[str, object]]:
    page = PAGE.replace("{shown}", shown).replace("{schema}", schema)
    (contract,) = widdershins.extract(markdown_document(page), None).contracts
    return {name: dict(facts) for name, facts in facts_of(contract).items()}


def test_the_keywords_of_a_schema_are_no_fields_and_no_place_that_a_model_stands_in() -> None:
    assert told(SCHEMA, "[Ship](#schemaship)") == {
        "200:hull": {"type": "string", "required": True},
        "200:masts": {"type": "integer", "required": False},
    }
    assert told('{"type": "object", "properties": {}, "title": "Ship"}', "Inline") == {}
    assert told(f'{{"oneOf": [{SCHEMA}]}}', "Inline") == {}


def test_a_schema_describes_the_answer_that_nothing_else_does() -> None:
    assert told(SCHEMA, "Inline") == {
        "200:hull": {"type": "string", "required": True},
        "200:masts": {"type": "integer", "required": False},
    }


def test_a_sample_stays_one() -> None:
    assert set(told('{"hull": "oak", "keel": 3}', "Inline")) == {"200:hull", "200:keel"}
