"""Widdershins pages: nesting, wrapper rows, unions over several tables, enumerated values, models, samples."""

from __future__ import annotations

from driftgate.contract import Certainty, Contract, Operation
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import widdershins
from driftgate.extract.platforms.widdershins.headings import mended

URL = "https://docs.example.test/ships"

PAGE = """---
title: Fleet v1
---

<!-- Generator: Widdershins v4.0.1 -->

<h1 id="fleet">Fleet v1</h1>

Base URLs:

* <a href="https://api.example.test">https://api.example.test</a>

## Launch a ship

> Code samples

```shell
curl -X POST https://api.example.test/ships -H 'Authorization: Bearer {access-token}'
```

`POST /ships`

<h3 id="launch-parameters">Parameters</h3>

|Name|In|Type|Required|Description|
|---|---|---|---|---|
|X-Trace|header|string|false|none|
|body|body|[Ship](#schemaship)|true|none|

> Example responses

> 201 Response

```json
{"number": 1, "harbour": {"port": "north"}}
```

<h3 id="launch-responses">Responses</h3>

|Status|Meaning|Description|Schema|
|---|---|---|---|
|201|[Created](https://example.test)|Launched|Inline|
|400|[Bad](https://example.test)|Refused|[Error](#schemaerror)|

<h3 id="launch-responseschema">Response Schema</h3>

Status Code **201**

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|» number|integer|true|none|none|

# Schemas

<h2 id="tocS_Ship">Ship</h2>

```json
{"name": "string", "cargo": "string", "crew": [{"rank": "captain"}], "tags": {}}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|name|string|true|none|none|
|cargo|any|false|none|none|

oneOf

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|» *anonymous*|string|false|none|none|

xor

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|» *anonymous*|[string]|false|none|none|

continued

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|crew|[[Sailor](#schemasailor)]|false|none|none|
|tags|object|false|none|none|
|» **additionalProperties**|string|false|none|none|

<h2 id="tocS_Sailor">Sailor</h2>

```json
{"rank": "captain", "boss": {}}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|rank|[Rank](#schemarank)|true|none|none|
|boss|[Sailor](#schemasailor)|false|none|none|

<h2 id="tocS_Rank">Rank</h2>

```json
"captain"
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|*anonymous*|string|false|none|none|

#### Enumerated Values

|Property|Value|
|---|---|
|*anonymous*|captain|
|*anonymous*|cook|

<h2 id="tocS_Error">Error</h2>

```json
{"message": "string"}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|message|string|true|none|none|
"""


def read(text: str = PAGE) -> Contract:
    page = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    assert widdershins.recognises(page)
    (contract,) = widdershins.extract(page, None).contracts
    return contract


def test_a_page_is_read_whole() -> None:
    contract = read()
    assert contract.operation == Operation("POST", "/ships")
    assert contract.servers == ("https://api.example.test",)
    assert {key: dict(field.facts) for key, field in contract.fields.items()} == {
        "header:X-Trace": {"type": "string", "required": False},
        "body:name": {"type": "string", "required": True},
        "body:cargo": {"type": "string | array<string>", "required": False},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].rank": {"type": "string", "required": True, "enum": ("captain", "cook")},
        "body:crew[].boss": {"type": "object", "required": False},
        "body:tags": {"type": "object", "required": False},
        "body:tags.*": {"type": "string", "required": False},
        "201:number": {"type": "integer", "required": True},
        "201:harbour": {},
        "400:message": {"type": "string", "required": True},
    }


def test_an_answer_that_only_its_sample_shows_is_marked_as_inferred() -> None:
    text = PAGE.replace("|» number|integer|true|none|none|\n", "").replace("Status Code **201**\n", "")
    field = read(text).fields["201:harbour.port"]
    assert field.source is not None
    assert field.source.certainty is Certainty.INFERRED


def test_another_page_of_tables_is_not_taken_for_one() -> None:
    text = "# Ships\n\n| Name | Type |\n|---|---|\n| a | string |\n"
    assert not widdershins.recognises(Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown"))


MODELS = """# Harbour

`GET /berths`

<h3>Responses</h3>

|Status|Meaning|Description|Schema|
|---|---|---|---|
|200|OK|Fine|[Berth](#schemaberth)|

# Schemas

<h2 id="tocS_Berth">Berth</h2>

```json
{"keeper": {"name": "string"}, "kind": "quay", "depth": 1, "since": 7}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|keeper|any|false|none|none|

allOf

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|» *anonymous*|[Keeper](#schemakeeper)|false|none|none|

and

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|» *anonymous*|any|false|none|Who looks after the berth.|

continued

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|kind|[Kind](#schemakind)|false|none|none|
|depth|[Depth](#schemadepth)|false|none|none|
|since|integer,null(int64)|false|none|none|

<h2 id="tocS_Keeper">Keeper</h2>

```json
{"name": "string"}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|name|string|true|none|none|

<h2 id="tocS_Kind">Kind</h2>

```json
["quay", "jetty"]
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|*anonymous*|string|false|none|none|

<h2 id="tocS_Depth">Depth</h2>

```json
1
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|Depth|any|false|none|none|

oneOf

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|*anonymous*|integer|false|none|none|

xor

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|*anonymous*|string|false|none|none|
"""


def test_a_field_has_the_type_of_its_model_whatever_stands_beside_the_models_name() -> None:
    """A remark in an allOf, the title of a union and a list of example values are no types."""
    assert {key: dict(field.facts) for key, field in read(MODELS).fields.items()} == {
        "200:keeper": {"type": "object", "required": False},
        "200:keeper.name": {"type": "string", "required": True},
        "200:kind": {"type": "string", "required": False},
        "200:depth": {"type": "integer | string", "required": False},
        "200:since": {"type": "integer", "format": "int64", "nullable": True, "required": False},
    }


def test_a_property_named_like_the_whole_body_is_a_property() -> None:
    rows = "|body|body|object|true|none|\n|» body|body|string|false|The text|\n"
    text = f"`POST /notes`\n\n<h3>Parameters</h3>\n\n|Name|In|Type|Required|Description|\n|---|---|---|---|---|\n{rows}"
    assert {key: dict(field.facts) for key, field in read(text).fields.items()} == {
        "body:body": {"type": "string", "required": False}
    }


ANSWERS = """# Harbour

`POST /berths`

> Body parameter

```json
[{"depth": 1}]
```

<h3>Parameters</h3>

|Name|In|Type|Required|Description|
|---|---|---|---|---|
|body|body|[Depth](#schemadepth)|true|none|

> Example responses

> 200 Response

```json
{"id": "string", "depth": 0}
```

> Bad response.

```json
{"why": {"property1": 1, "property2": 2}}
```

> Gone

```json
{"lost": true}
```

<h3>Responses</h3>

|Status|Meaning|Description|Schema|
|---|---|---|---|
|200|OK|Fine|[Event](#schemaevent)|
|400|Bad|Bad response.|Inline|
|410|Gone|Gone|Inline|
|404|Missing|Gone|Inline|
|500|Broken|Broken|Inline|

<h3>Response Schema</h3>

Status Code **500**

*Error codes*

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|» code|any|false|none|none|

*anyOf*

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|»» *anonymous*|integer|false|none|none|

*or*

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|»» *anonymous*|any|false|none|none|

# Schemas

<h2 id="tocS_Depth">Depth</h2>

```json
{"depth": 1}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|depth|integer|true|none|none|

<h2 id="tocS_Berth">Berth</h2>

```json
{"id": "string", "depth": 0}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|id|string|true|none|none|
|depth|number|true|none|none|

<h2 id="tocS_Event">Event</h2>

```json
{"id": "string", "kind": "string"}
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|id|string|false|none|none|
|kind|string|true|none|none|
"""


def test_samples_tell_what_the_tables_leave_out() -> None:
    """A list as a body, the second model of an answer, the answer that a label describes, and which names stand for a map's
    values; a description that two answers share, the title of a schema and a variant of any type tell nothing."""
    contract = read(ANSWERS)
    assert {key: dict(field.facts) for key, field in contract.fields.items()} == {
        "body:[].depth": {"type": "integer", "required": True},
        "200:id": {"type": "string", "required": False},
        "200:kind": {"type": "string", "required": True},
        "200:depth": {"type": "number", "required": True},
        "400:why": {"type": "object"},
        "400:why.*": {"type": "integer"},
        "500:code": {"type": "integer", "required": False},
    }
    certain = {field.place for field in contract.fields.values() if field.source and field.source.certainty is Certainty.READ}
    assert certain == {"body", "200", "500"}


TORN = """<html><body><h1>Harbour</h1><p><code>POST /berths</code></p><p>Code samples</p>
<h3 id="makes-a-berth.
<p>with-<code>depth</code>.
-parameters&quot;&gt;Parameters</h3></p>
<table><thead><tr><th>Name</th><th>In</th><th>Type</th><th>Required</th><th>Description</th></tr></thead>
<tbody><tr><td>body</td><td>body</td><td><a href="#schemaberth">Berth</a></td><td>true</td><td>none</td></tr></tbody></table>
<h2 id="tocs_berth">Berth</h2><h3>Properties</h3>
<table><thead><tr><th>Name</th><th>Type</th><th>Required</th><th>Restrictions</th><th>Description</th></tr></thead>
<tbody><tr><td>depth</td><td>number</td><td>true</td><td>none</td><td>none</td></tr></tbody></table></body></html>"""


def test_a_heading_that_a_line_break_tore_swallows_no_table() -> None:
    page = Document(Page(URL, URL, 200, "text/html", TORN.encode()), TORN, "html")
    (contract,) = widdershins.extract(page, None).contracts
    assert {key: dict(field.facts) for key, field in contract.fields.items()} == {
        "body:depth": {"type": "number", "required": True}
    }


def test_a_heading_that_is_whole_stays_as_it_is() -> None:
    whole = '<h3 id="a">A</h3><p>"&quot;&gt;B</h3> <h3 id="c" class="d&quot;&gt;E</h3>'
    assert mended(whole) == whole


VARIANTS = """# Harbour

`POST /signals`

<h3>Parameters</h3>

|Name|In|Type|Required|Description|
|---|---|---|---|---|
|body|body|[Signal](#schemasignal)|true|none|

# Schemas

<h2 id="tocS_Signal">Signal</h2>

### Properties

oneOf

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|*anonymous*|[Flag](#schemaflag)|false|none|none|

xor

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|*anonymous*|[Horn](#schemahorn)|false|none|none|

<h2 id="tocS_Flag">Flag</h2>

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|kind|string|true|none|none|
|of|string|true|none|none|

#### Enumerated Values

|Property|Value|
|---|---|
|kind|flag|
|kind|pennant|

<h2 id="tocS_Horn">Horn</h2>

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|kind|string|true|none|none|
|of|integer|false|none|none|

#### Enumerated Values

|Property|Value|
|---|---|
|kind|horn|
|kind|bell|
"""


def test_a_field_that_stands_in_two_variants_is_no_contradiction() -> None:
    page = Document(Page(URL, URL, 200, "text/markdown", VARIANTS.encode()), VARIANTS, "markdown")
    extraction = widdershins.extract(page, None)
    (contract,) = extraction.contracts
    assert {key: dict(field.facts) for key, field in contract.fields.items()} == {
        "body:kind": {
            "type": "string",
            "required": True,
            "enum": ("flag", "pennant", "horn", "bell"),
            "varies": ('enum=["bell", "horn"]', 'enum=["flag", "pennant"]'),
        },
        "body:of": {"type": "integer | string", "required": False, "varies": ("required", 'type="integer"', 'type="string"')},
    }
    assert (extraction.contradictions, extraction.gaps) == ((), ())


def test_a_schema_that_is_a_list_is_printed_as_its_items_are() -> None:
    """What no sample shows as a name is the title of the items."""
    fleet = """<!-- Generator: Widdershins v4.0.1 -->

`GET /fleet`

<h3 id="fleet-responses">Responses</h3>

|Status|Meaning|Description|Schema|
|---|---|---|---|
|200|[OK](https://example.test)|All|[Fleet](#schemafleet)|

# Schemas

<h2 id="tocS_Fleet">Fleet</h2>

```json
[{"flag": "string", "ports": [{"name": "string", "crane reach": 3}]}]
```

### Properties

|Name|Type|Required|Restrictions|Description|
|---|---|---|---|---|
|flag|string|true|none|none|
|ports|[object]|false|none|none|
|» Harbour|object|false|none|none|
|»» name|string|true|none|none|
"""
    assert {field.path: field.facts.get("type") for field in read(fleet).fields.values()} == {
        "[].flag": "string",
        "[].ports": "array",
        "[].ports[].name": "string",
    }
