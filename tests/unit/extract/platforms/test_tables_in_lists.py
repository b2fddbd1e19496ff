"""Fields in lists, definition lists and labelled lines of Markdown; what only looks like one is left alone."""

from __future__ import annotations

from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables

URL = "https://docs.example.test/ships"

Facts = dict[str, tuple[str | None, object]]


def read(text: str) -> dict[str, Facts]:
    """Type and "required" of every field, by operation."""
    document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    return {
        str(contract.operation): {key: (field.type, field.facts.get("required")) for key, field in contract.fields.items()}
        for contract in tables.extract(document, None).contracts
    }


def test_values_listed_below_a_sentence_are_no_fields() -> None:
    text = "`POST /ships`\n\n## Body\n\nThe rig is one of these:\n\n- `sloop`: One mast.\n- `ketch`: Two of them.\n"

    assert read(text) == {"POST /ships": {}}


def test_names_just_below_a_heading_of_fields_need_no_type() -> None:
    text = "`POST /ships`\n\n## Body parameters\n\n- `name`: What is on the bow.\n- `rig`: How it is rigged.\n"

    assert read(text) == {"POST /ships": {"body:name": (None, None), "body:rig": (None, None)}}


def test_statuses_and_samples_in_a_list_are_no_fields() -> None:
    text = "`POST /ships`\n\n## Success response\n\n- **Code**: `201 CREATED`\n- **Content**: a ship\n"

    assert read(text) == {"POST /ships": {}}


def test_remarks_below_an_entry_are_its_own_and_members_are_fields() -> None:
    text = """`GET /ships`

## Query

- `size` (integer, optional) - How long.
  - Example: `"12"`, `"30"`
  - Default: 10

## Response

- `ship` (object) - The ship.
  - `name`: What is on the bow.
  - `ship.rig` (string)
"""
    assert read(text) == {
        "GET /ships": {
            "query:size": ("integer", False),
            "2XX:ship": ("object", None),
            "2XX:ship.name": (None, None),
            "2XX:ship.rig": ("string", None),
        }
    }


def test_a_type_in_code_behind_the_name_is_read_whatever_follows() -> None:
    text = "`GET /ships`\n\n## Returns\n\n- **id** `string` The number on the sail.\n- **afloat** `boolean` *Required*\n"

    assert read(text) == {"GET /ships": {"2XX:id": ("string", None), "2XX:afloat": ("boolean", True)}}


def test_a_word_in_code_at_the_end_of_the_line_says_required() -> None:
    text = "`POST /ships`\n\n## Body\n\n* **rig** *enum* `required`\n\n  How it is rigged.\n\n* **crew** *array*\n"

    assert read(text) == {"POST /ships": {"body:rig": (None, True), "body:crew": ("array", None)}}


def test_marks_that_touch_are_apart() -> None:
    text = "`POST /ships`\n\n## Required arguments\n\n**`name`**`string`Required\n\nOn the bow.\n"

    assert read(text) == {"POST /ships": {"body:name": ("string", True)}}


def test_an_object_named_below_returns_is_the_answer() -> None:
    text = "`GET /ships`\n\n## Returns\n\nA [ship](#ship) object.\n\n## The ship object\n\n- **id** `string` The number.\n"

    assert read(text) == {"GET /ships": {"2XX:id": ("string", None)}}


def test_terms_with_colons_below_them_are_a_list() -> None:
    text = """`POST /ships`

##### Form data parameters

name
: {{<required>}} String. What is on the bow.

rig
: String. How it is rigged.
"""
    assert read(text) == {"POST /ships": {"body:name": ("string", True), "body:rig": ("string", None)}}


def test_a_section_named_after_a_field_in_another_language_describes_it() -> None:
    text = """`POST /ships`

## Параметры запроса

#|
|| **Название**
`тип` | **Описание** ||
|| **ship***
[`object`](types.md) | Судно ||
|#

### Параметр ship

#|
|| **Название**
`тип` | **Описание** ||
|| **NAME**
[`string`](types.md) | Имя ||
|#
"""
    assert read(text) == {"POST /ships": {"body:ship": ("object", True), "body:ship.NAME": ("string", None)}}


def test_labelled_lines_below_a_name_describe_it() -> None:
    text = """`PUT /ships/number`

## URI Request Parameters

 ** [number](#x) **   <a name="x"></a>
The ship.
Required: Yes

## Request Body

 ** [crew](#x) **   <a name="y"></a>
Who sails.
Type: Array of strings
Required: No

## Errors

 ** Aground **
The ship is aground.
HTTP Status Code: 409
"""
    assert read(text) == {"PUT /ships/number": {"path:number": (None, True), "body:crew": ("array<string>", False)}}


def test_an_address_behind_its_fields_ends_their_section() -> None:
    text = """# Ships

## Launch

### Body parameters

- `name` (`String`, required): On the bow.

**Endpoint:** `POST /ships`

## Look

### Query parameters

- `page` (`Integer`): Which.

**Endpoint:** `GET /ships`
"""
    assert read(text) == {
        "POST /ships": {"body:name": ("string", True)},
        "GET /ships": {"query:page": ("integer", None)},
    }


def test_an_address_within_the_section_of_the_request_leaves_the_section_open() -> None:
    text = """## Launch

### Request

`POST /ships`

| Name | Description |
|---|---|
| name | On the bow |

### Response

| Name | Description |
|---|---|
| id | The number |
"""
    assert read(text) == {"POST /ships": {"body:name": (None, None), "2XX:id": (None, None)}}


def test_a_sentence_before_a_table_is_no_heading() -> None:
    text = "## Look\n\n`GET /ships/{id}`\n\nReturns one ship.\n\n| Name | Type |\n|---|---|\n| id | string |\n"

    assert read(text) == {"GET /ships/{id}": {"path:id": ("string", True)}}


def test_a_single_entry_may_head_a_table() -> None:
    text = """`POST /ships`

> - Request:

| Name | Type |
|---|---|
| name | string |

> - Response:

| Name | Type |
|---|---|
| id | string |
"""
    assert read(text) == {"POST /ships": {"body:name": ("string", None), "2XX:id": ("string", None)}}


def test_a_type_in_code_may_open_the_description_below_a_name() -> None:
    text = "`POST /ships`\n\n### Request parameters\n\nname\n\nmandatory\n\n`string` The number of the phone number.\n"

    assert read(text) == {"POST /ships": {"body:name": ("string", True)}}


def test_a_table_of_anything_beside_the_only_sample_of_a_guide_is_none_of_fields() -> None:
    variables = "| Variable | Required | Description |\n|---|---|---|\n| `SHIP_KEY` | yes | The key |\n"
    sample = '```bash\ncurl -X POST https://api.example.test/ships -d \'{"name": "Ada"}\'\n```\n'
    fields = "| Name | Required | Description |\n|---|---|---|\n| `name` | yes | On the bow |\n"

    assert read(f"## Setup\n\n{variables}\n## Try\n\n{sample}") == {"POST /ships": {}}
    assert read(f"## Try\n\n{sample}\n{fields}") == {"POST /ships": {"body:name": (None, True)}}


def test_rows_between_pipes_are_a_table_without_their_delimiter() -> None:
    text = "`POST /ships`\n\nParameters:\n\n| Name | Required | Type |\n| rig | no | string |\n| name | yes | string |\n"

    assert read(text) == {"POST /ships": {"body:rig": ("string", False), "body:name": ("string", True)}}


def test_a_sample_above_shows_where_the_fields_of_a_body_stand() -> None:
    text = """`POST /ships`

### Body

```json
{"records": [{"fields": {"hull": "oak", "masts": 2}}]}
```

### Fields

| Field | Type | Required |
|---|---|---|
| hull | string | yes |
| masts | integer | no |
"""

    assert read(text) == {
        "POST /ships": {"body:records[].fields.hull": ("string", True), "body:records[].fields.masts": ("integer", False)}
    }


def test_topics_part_the_parameters_of_a_query() -> None:
    text = """`GET /ships`

## Parameters

### Rig

| Parameter | Value | Default |
|---|---|---|
| masts | 1 or 2 | 1 |

### Output

| Parameter | Value | Default |
|---|---|---|
| format | one of: `json`, `xml` | `json` |
"""

    assert read(text) == {"GET /ships": {"query:masts": (None, None), "query:format": (None, None)}}


def test_a_deletion_has_a_body_where_a_sample_shows_one() -> None:
    table = "| Parameter | Type |\n|---|---|\n| reason | string |\n"
    with_body = f'`DELETE /ships/{{id}}`\n\n```http\nDELETE /ships/7\n\n{{"reason": "sunk"}}\n```\n\n## Parameters\n\n{table}'
    without = f"`DELETE /ships/{{id}}`\n\n```http\nDELETE /ships/7\n```\n\n## Parameters\n\n{table}"

    assert read(with_body) == {"DELETE /ships/{id}": {"body:reason": ("string", None)}}
    assert read(without) == {"DELETE /ships/{id}": {"query:reason": ("string", None)}}


def test_samples_with_variables_in_their_addresses_state_operations() -> None:
    text = """## Add a ship

```bash
curl -X POST "https://api.example.test/ports/{port.slug}/ships" -d '{"hull": "oak"}'
```

Required request body properties:

<table>
  <tr><th><code>hull</code></th><td>Which wood.</td></tr>
  <tr><th><code>masts</code></th><td>How many.</td></tr>
</table>

## Sink a ship

```bash
curl -X DELETE "https://api.example.test/ports/{port.slug}/ships/{id}"
```
"""

    assert read(text) == {
        "POST /ports/{port.slug}/ships": {"body:hull": (None, True), "body:masts": (None, True)},
        "DELETE /ports/{port.slug}/ships/{id}": {},
    }


def test_a_table_that_tells_what_is_required_above_an_answer_is_of_the_request() -> None:
    table = "| Name | Description | Required |\n|---|---|---|\n| hull | Which wood | yes |\n"
    text = f"The method is POST at https://api.example.test/ships\n\n{table}\n## Response\n\n{table}"

    assert read(text) == {"POST /ships": {"body:hull": (None, True), "2XX:hull": (None, True)}}


def test_the_path_of_an_array_in_a_heading_is_what_the_fields_below_are_within() -> None:
    text = """`POST /ships`

### Request body

| Field | Type |
|---|---|
| masts | array |

### Fields within `masts[].*`

| Field | Type |
|---|---|
| height | number |
"""

    assert read(text) == {"POST /ships": {"body:masts": ("array", None), "body:masts[].height": ("number", None)}}


def test_a_line_that_is_a_query_lists_parameters_just_below_their_heading() -> None:
    text = "`GET /ships`\n\n**Parameters:**\n\nport=Kiel&masts=2\n\nSo:\n\nrig=sloop&flag=red\n"

    assert read(text) == {"GET /ships": {"query:port": (None, None), "query:masts": (None, None)}}


def test_a_table_may_stand_deep_within_an_entry_of_a_list() -> None:
    text = """- **URL**: `GET /ships`
-   **Parameters**:
    | Name | Type | Required |
    | :--- | :--- | :--- |
    | port | string | yes |
"""

    assert read(text) == {"GET /ships": {"query:port": ("string", True)}}


def test_a_caption_says_of_which_operation_and_what_it_lists() -> None:
    text = """| Method | Endpoint |
|---|---|
| POST | `/ships` |
| GET | `/ships` |

#### Query parameters for GET /ships
- `port` — Where they lie
- `masts` — How many at least
"""

    assert read(text) == {"GET /ships": {"query:port": (None, None), "query:masts": (None, None)}}


def test_a_line_above_a_table_may_be_the_name_that_a_type_refers_to() -> None:
    text = """`PUT /ships`

### Request body

| Name | Type |
|---|---|
| crew | [Crew Member] |

Crew Member

| Name | Type |
|---|---|
| rank | string |
"""

    assert read(text) == {"PUT /ships": {"body:crew": ("array", None), "body:crew[].rank": ("string", None)}}


def test_a_variable_of_the_address_may_stand_in_braces() -> None:
    text = "`GET /ships/{id}`\n\n**Path parameters:**\n\n- `{id}`: *string* – Which ship\n"

    assert read(text) == {"GET /ships/{id}": {"path:id": ("string", True)}}
