"""Pages of tables, lists and lines become contracts, and what is no table of fields is left alone."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.contract import Certainty, Contract, Operation, SecurityScheme
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction, GapKind
from driftgate.extract.page import Page
from driftgate.extract.platforms import tables

URL = "https://docs.example.test/ships"


def document(text: str, kind: str = "markdown") -> Document:
    return Document(Page(URL, URL, 200, f"text/{kind}", text.encode()), text, kind)


def read(text: str) -> Extraction:
    return tables.extract(document(text), None)


def only(text: str) -> Contract:
    (contract,) = read(text).contracts
    return contract


def facts(contract: Contract) -> dict[str, dict[str, object]]:
    return {key: dict(field.facts) for key, field in contract.fields.items()}


PLAIN = """# Launch a ship

`POST https://api.example.test/v1/ships`

### Request body

| Name | Type | Required | Description |
|---|---|---|---|
| name | string | Yes | What it is called, max length 64 |
| crew | array | No | Who sails |
| > role | string | Yes | One of `captain`, `cook` |

### Response

| Field | Type | Description |
|---|---|---|
| id | string | The number |
"""


def test_tables_under_headings_become_fields() -> None:
    contract = only(PLAIN)
    assert contract.operation == Operation("POST", "/v1/ships")
    assert contract.servers == ("https://api.example.test",)
    assert facts(contract) == {
        "body:name": {"type": "string", "required": True, "max_length": 64},
        "body:crew": {"type": "array", "required": False},
        "body:crew[].role": {"type": "string", "required": True, "enum": ("captain", "cook")},
        "2XX:id": {"type": "string"},
    }


def test_every_field_knows_its_line_and_mined_facts_say_so() -> None:
    field = only(PLAIN).fields["body:name"]
    assert field.source is not None
    assert (field.source.line, field.source.reader, field.source.certainty) == (9, "tables", Certainty.READ)
    assert field.source.quote.startswith("name | string | Yes")
    assert field.fact_sources["max_length"].certainty is Certainty.MINED


@pytest.mark.parametrize(
    "table",
    [
        "| Parameter | Alpha GPT | Beta | Gamma |\n|---|---|---|---|\n| size | yes | no | yes |\n",
        "| Code | Message | Description |\n|---|---|---|\n| 400 | bad | wrong |\n",
        "| Model | Price | Context |\n|---|---|---|\n| big | 3 | 8k |\n",
        "| Method | Endpoint | Limit |\n|---|---|---|\n| GET | /v1/ships | 3 |\n",
        "| Status code | Description |\n|---|---|\n| 200 | fine |\n",
        "| Flag | Value | Description |\n|---|---|---|\n| BIG | 1 | large |\n",
    ],
    ids=["support matrix", "error codes", "prices", "rate limits", "status codes", "constants"],
)
def test_a_table_of_something_else_is_left_alone(table: str) -> None:
    contract = only(f"`GET /v1/ships`\n\n## Notes on fleets\n\n{table}")
    assert facts(contract) == {}


def test_a_table_under_error_codes_is_left_alone() -> None:
    contract = only("`GET /v1/ships`\n\n### Error codes\n\n| Name | Type | Description |\n|---|---|---|\n| bad | string | x |\n")
    assert facts(contract) == {}


def test_an_unknown_column_is_a_gap_and_the_rest_is_read() -> None:
    found = read("`GET /v1/ships`\n\n### Query\n\n| Name | Type | Wibble |\n|---|---|---|\n| size | integer | x |\n")
    assert [gap.kind for gap in found.gaps] == [GapKind.HEADER]
    assert facts(found.contracts[0]) == {"query:size": {"type": "integer"}}


def test_a_type_that_cannot_be_named_is_a_gap_and_not_a_guess() -> None:
    found = read("`GET /v1/ships`\n\n### Query\n\n| Name | Type |\n|---|---|\n| size | wibble |\n")
    assert [gap.kind for gap in found.gaps] == [GapKind.TYPE]
    assert facts(found.contracts[0]) == {"query:size": {}}


def test_a_row_without_a_name_counts_as_seen_and_not_read() -> None:
    found = read("`GET /v1/ships`\n\n### Query\n\n| Name | Type |\n|---|---|\n| size | integer |\n| two words here | string |\n")
    assert (found.rows_seen, found.rows_read, [gap.kind for gap in found.gaps]) == (2, 1, [GapKind.ROW])


def test_a_field_that_stands_twice_with_other_facts_is_a_gap() -> None:
    found = read("`GET /v1/ships`\n\n### Query\n\n| Name | Type |\n|---|---|\n| size | integer |\n| size | string |\n")
    assert [gap.kind for gap in found.gaps] == [GapKind.DUPLICATE]


def test_a_path_variable_is_required_and_in_the_path() -> None:
    contract = only("`GET /v1/ships/:id`\n\n### Parameters\n\n| Name | Type |\n|---|---|\n| id | string |\n| deep | boolean |\n")
    assert facts(contract) == {"path:id": {"type": "string", "required": True}, "query:deep": {"type": "boolean"}}


def test_a_second_language_of_the_same_operation_adds_nothing() -> None:
    page = (
        "# Ships\n\n`GET /v1/ships`\n\n### Request Parameters\n\nParameter | Type | Required\n---|---|---\nsize | String | Yes\n"
    )
    other = "# 船\n\n`GET /v1/ships`\n\n### 请求参数\n\n参数名 | 类型 | 是否必须\n---|---|---\nsize | String | 是\n"
    found = read(f"{page}\n---\n\n{other}")
    assert [facts(contract) for contract in found.contracts] == [{"query:size": {"type": "string", "required": True}}]
    assert found.gaps == ()


def test_the_example_answer_shows_what_wraps_the_described_fields() -> None:
    contract = only(
        "**请求URL：**\n\n* /v1/ships\n\n**请求方式：**\n\n* POST\n\n**参数：**\n\n"
        "| 参数名 | 必选 | 类型 | 说明 |\n|---|---|---|---|\n"
        "| name | 是 | string | 船名 |\n\n**返回参数说明**\n\n| 参数名 | 类型 | 说明 |\n|---|---|---|\n| id | String | 编号 |\n\n"
        "**返回示例**\n\n```\n{“ok”：true, “data”: {“id”: 1}} \n```\n"
    )
    assert contract.operation == Operation("POST", "/v1/ships")
    assert facts(contract) == {"body:name": {"type": "string", "required": True}, "2XX:data.id": {"type": "string"}}


def test_models_described_on_the_page_are_unfolded_where_types_name_them() -> None:
    contract = only(
        "# Models\n\n## Sailor object\n\n| Field | Type |\n|---|---|\n| rank | integer |\n| boss | Sailor |\n\n# Launch\n\n"
        "`POST /v1/ships`\n\n### Body\n\n| Field | Type |\n|---|---|\n| crew | array of [sailor](#sailor) objects |\n"
    )
    assert facts(contract) == {
        "body:crew": {"type": "array"},
        "body:crew[].rank": {"type": "integer"},
        "body:crew[].boss": {"type": "object"},
    }


def test_a_table_titled_after_a_field_holds_its_fields() -> None:
    contract = only(
        "`POST /v1/ships`\n\n### Body\n\n| Field | Type |\n|---|---|\n| crew | array |\n\n#### crew parameters\n\n"
        "| Field | Type |\n|---|---|\n| rank | integer |\n"
    )
    assert list(contract.fields) == ["body:crew", "body:crew[].rank"]


def test_lists_of_fields_are_read_with_their_brackets() -> None:
    contract = only(
        "## POST /v1/ships\n\n### Body (application/json)\n\n- `name` (string, required): The name\n"
        "- `hold` (object, optional): Space\n"
        "  - `size` (integer, optional): Defaults to `3`\n"
    )
    assert facts(contract) == {
        "body:name": {"type": "string", "required": True},
        "body:hold": {"type": "object", "required": False},
        "body:hold.size": {"type": "integer", "required": False, "default": 3},
    }


def test_one_thing_per_line_is_read() -> None:
    contract = only(
        "## POST /v1/ships\n\n## Request body\n\n---\n\nname\n\nstring\n\nrequired\n\nThe name.\n\n---\n\n"
        "crew\n\ninteger\n\noptional\n\nHow many.\n"
    )
    assert facts(contract) == {
        "body:name": {"type": "string", "required": True},
        "body:crew": {"type": "integer", "required": False},
    }


def test_where_only_required_is_marked_the_rest_is_optional() -> None:
    contract = only(
        "**POST** `https://api.example.test/v1/ships`\n\n## Request\n\n### Body\n\n**name** `string` *required*\n\nThe name\n\n"
        "**hue** `stringnullable`\n\n**Default value:**`red`\n\n**Possible values:** [`red`, `blue`]\n\n"
        "## Responses\n\n  * 200\n\n"
        "**result** `object`\n\n    ↳ **id** `string`\n"
    )
    assert facts(contract) == {
        "body:name": {"type": "string", "required": True},
        "body:hue": {"type": "string", "nullable": True, "required": False, "default": "red", "enum": ("red", "blue")},
        "200:result": {"type": "object"},
        "200:result.id": {"type": "string"},
    }


def test_html_tables_are_read_like_markdown_ones() -> None:
    page = (
        "<html><body><h1>Ships</h1><p><code>GET /v1/ships</code></p><h2>Query parameters</h2>"
        "<table><thead><tr><th>Name</th><th>Type</th><th>Required</th></tr></thead>"
        "<tbody><tr><td>size</td><td>integer</td><td>no</td></tr></tbody></table></body></html>"
    )
    (contract,) = tables.extract(document(page, "html"), None).contracts
    assert facts(contract) == {"query:size": {"type": "integer", "required": False}}


def test_rows_with_fewer_cells_than_the_header_are_no_stumbling_block() -> None:
    page = (
        "<html><body><h1>Ships</h1><table><tr><th>Key</th><th>Value</th></tr><tr><td>All about the call</td></tr>"
        "<tr><td>Method</td><td>GET</td></tr><tr><td>URL</td><td>/v1/ships</td></tr></table><h2>Responses</h2>"
        "<table><tr><th>Status</th><th>Schema</th></tr><tr><td>200</td></tr></table></body></html>"
    )
    (contract,) = tables.extract(document(page, "html"), None).contracts
    assert (contract.operation, dict(contract.fields)) == (Operation("GET", "/v1/ships"), {})


def test_a_curl_sample_proves_the_operation_as_a_last_resort() -> None:
    contract = only(
        "# Ships\n\n```bash\ncurl https://api.example.test/v1/ships \\\n"
        " -H 'Authorization: Bearer $KEY' \\\n -d '{\"name\": \"x\"}'\n```\n"
    )
    assert contract.operation == Operation("POST", "/v1/ships")
    assert contract.security == ((SecurityScheme(scheme="bearer", place="header", name="Authorization"),),)
    assert contract.source is not None
    assert contract.source.certainty is Certainty.INFERRED


def test_samples_of_several_operations_prove_none() -> None:
    assert read("```\ncurl https://a.test/v1/x\n```\n\n```\ncurl https://a.test/v1/y\n```\n").contracts == ()


def test_a_page_without_an_operation_gives_no_contract() -> None:
    assert read("# Untitled\n\nNothing here.\n").contracts == ()


def test_a_sentence_that_mentions_an_operation_does_not_state_it() -> None:
    assert read("Call GET /v1/ships to see them all, or POST /v1/ships for more.\n").contracts == ()


def test_headings_and_definition_lists_name_fields_too() -> None:
    contract = only(
        "## POST /v1/ships\n\n## Body parameters\n\n#### name `string` `required`\n\nThe name.\n\n#### crew `integer`\n"
    )
    assert facts(contract) == {
        "body:name": {"type": "string", "required": True},
        "body:crew": {"type": "integer", "required": False},
    }
    page = (
        "<html><body><pre>GET /v1/ships/{id}</pre><h3>Request parameters</h3><dl>"
        "<dt><code>id</code> <em>string</em> required</dt>"
        "<dd>The id</dd><dt><code>deep</code> <em>boolean</em></dt><dd>All of it</dd></dl></body></html>"
    )
    (contract,) = tables.extract(document(page, "html"), None).contracts
    assert facts(contract) == {"path:id": {"type": "string", "required": True}, "query:deep": {"type": "boolean"}}


def test_a_heading_that_is_a_title_is_no_field() -> None:
    text = "`POST /v1/ships`\n\n## Body parameters\n\n| Name | Type |\n|---|---|\n| a | string |\n\n### Ship Message Object\n"
    assert list(only(text).fields) == ["body:a"]


def test_a_delimiter_row_may_be_padded_as_wide_as_its_cells() -> None:
    wide = f"| Name | Type | Description |\n|:----|:----|-----{' ' * 60}|\n| id | string | The number |\n"
    contract = only(f"`GET /v1/ships`\n\n### Response\n\n{wide}")
    assert facts(contract) == {"2XX:id": {"type": "string"}}


@pytest.mark.parametrize(
    "sentence",
    [
        "Send a `POST` request to `/v1/ships`.",
        "To set a ship afloat, make a POST request to the following endpoint: https://api.example.test/v1/ships",
        "POST calls to /v1/ships set a ship afloat.",
    ],
)
def test_a_sentence_that_tells_what_to_send_states_the_operation(sentence: str) -> None:
    contract = only(f"# Ships\n\n{sentence}\n\n## Request body\n\n| Name | Type |\n|---|---|\n| name | string |\n")
    assert contract.operation == Operation("POST", "/v1/ships")
    assert contract.source is not None
    assert contract.source.certainty is Certainty.INFERRED
    assert facts(contract) == {"body:name": {"type": "string"}}


def test_sentences_about_several_operations_state_none() -> None:
    text = "Send a POST request to /v1/ships, then a GET request to /v1/ships/7.\n\n## Response\n\n- `id` (string)\n"
    assert read(text).contracts == ()


def test_a_sentence_does_not_compete_with_a_line_that_states_an_operation() -> None:
    contract = only("# Sink\n\n`DELETE /v1/ships/{id}`\n\nFirst make a GET request to /v1/harbours.\n")
    assert contract.operation == Operation("DELETE", "/v1/ships/{id}")


def test_a_definition_list_is_read_as_fields() -> None:
    body = (
        "<p><code>POST /v1/ships</code></p><h2>Request body</h2>"
        "<dl><dt><code>name</code> <em>string</em> <strong>required</strong></dt><dd>What it is called.</dd>"
        "<dt><code>masts</code> <em>integer</em></dt><dd>How many. Defaults to <code>3</code>.</dd>"
        "<dt><code>hue</code> <em>string, optional</em></dt><dd>One of <code>red</code> or <code>blue</code>.</dd></dl>"
    )
    (contract,) = tables.extract(html_document(body), None).contracts
    assert facts(contract) == {
        "body:name": {"type": "string", "required": True},
        "body:masts": {"type": "integer", "default": 3},
        "body:hue": {"type": "string", "required": False, "enum": ("red", "blue")},
    }


def test_a_default_beside_the_type_of_a_list_entry_is_read() -> None:
    contract = only("`POST /v1/ships`\n\n### Body\n\n- `masts` (integer, optional, default: 3): How many.\n")
    assert facts(contract) == {"body:masts": {"type": "integer", "required": False, "default": 3}}


def test_a_table_of_labels_states_the_operation_whatever_its_labels_explain() -> None:
    pairs = "| Type | Description |\n|---|---|\n| Request URL | https://api.example.test/v4/drawings |\n"
    contract = only(f"{pairs}| Transfer mode | https |\n| Request type (HTTP method) | POST |\n")
    assert contract.operation == Operation("POST", "/v4/drawings")


@pytest.mark.parametrize(
    ("heading", "place"),
    [("Query-Parameter", "query"), ("Header-Parameter", "header"), ("Parâmetros de rota", "path"), ("Pfad-Parameter", "path")],
)
def test_a_compound_heading_says_where_its_fields_go(heading: str, place: str) -> None:
    contract = only(f"`POST /v1/ships`\n\n### {heading}\n\n| Name | Type |\n|---|---|\n| port | string |\n")
    assert [field.place for field in contract.fields.values()] == [place]


def test_a_method_alone_and_its_address_alone_below_it_state_the_operation() -> None:
    contract = only("POST\n\nhttps://api.example.test/ships/:shipId/crew\n\n### Body\n\n- `name` (string)\n")
    assert (contract.operation, contract.servers) == (Operation("POST", "/ships/{shipId}/crew"), ("https://api.example.test",))
    apart = only("GET\n\nhttps://api.example.test\n\n/ships\n")
    assert (apart.operation, apart.servers) == (Operation("GET", "/ships"), ("https://api.example.test",))


def test_a_method_alone_above_other_words_states_nothing() -> None:
    assert read("POST\n\nLaunch a ship\n\n/ships\n").contracts == ()


def test_values_and_a_default_on_lines_of_their_own_are_facts() -> None:
    lines = "rank\n\nstring\n\nREQUIRED\n\nPossible values: [captain, cook]\n\nDefault value: cook\n"
    contract = only(f"`POST /crew`\n\n### Body\n\n{lines}")
    assert facts(contract) == {"body:rank": {"type": "string", "required": True, "enum": ("captain", "cook"), "default": "cook"}}


LINKED = """# Launch a ship

`POST https://api.example.test/v1/ships`

### Request body

| Name | Type | Description |
|---|---|---|
| captain | [Sailor](/sailor) | Who commands. |
| crew | array of partial [Sailor](/sailor) objects | Who sails. |
| flag | [String](/types) | What is flown. |
| hull | object | What floats. |
"""

LINKED_HTML = """<h1>Launch a ship</h1><p><code>POST https://api.example.test/v1/ships</code></p><h3>Request body</h3>
<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>
<tr><td>captain</td><td><a href="/sailor">Sailor</a></td><td>Who commands.</td></tr>
<tr><td>crew</td><td>array of partial <a href="/sailor">Sailor</a> objects</td><td>Who sails.</td></tr>
<tr><td>flag</td><td><a href="/types">String</a></td><td>What is flown.</td></tr>
<tr><td>hull</td><td>object</td><td>What floats.</td></tr></table>"""


@pytest.mark.parametrize("page", [document(LINKED), html_document(LINKED_HTML)], ids=["markdown", "html"])
def test_a_type_that_links_to_a_structure_described_elsewhere_states_its_name(page: Document) -> None:
    (contract,) = tables.extract(page, None).contracts
    assert facts(contract) == {
        "body:captain": {"type": "object", "model": "sailor"},
        "body:crew": {"type": "array", "model": "partial sailor"},
        "body:flag": {"type": "string"},
        "body:hull": {"type": "object"},
    }


@pytest.mark.parametrize(
    ("heading", "path", "name", "place"),
    [
        ("Query parameters", "/v1/search", "search", "query"),
        ("URL query parameters", "/v1/search", "search", "query"),
        ("URL parameters", "/v1/ships/ship", "ship", "path"),
        ("Query parameters", "/v1/ships/SHIP", "SHIP", "path"),
    ],
)
def test_a_field_named_as_a_segment_is_of_the_path_only_where_the_heading_leaves_it_open(
    heading: str, path: str, name: str, place: str
) -> None:
    contract = only(
        f"# Ships\n\n`GET {path}`\n\n## {heading}\n\n| Name | Type |\n|---|---|\n| {name} | string |\n| limit | integer |\n"
    )
    assert [field.place for field in contract.fields.values()] == [place, "query"]


TWO_OPERATIONS = """# Ships

## Launch a ship

`POST /v1/ships`

| Name | Type | Required |
| --- | --- | --- |
| hull | string | yes |

## Repair a ship

`POST /v1/repairs`

| Name | Type | Required |
| --- | --- | --- |
| dock | string | yes |
| dock | integer | no |
"""


def test_a_neighbour_on_the_page_that_contradicts_itself_is_no_matter_of_the_wanted_operation() -> None:
    launch, repair = (tables.extract(document(TWO_OPERATIONS), Operation("POST", path)) for path in ("/v1/ships", "/v1/repairs"))
    assert (launch.gaps, launch.contradictions, launch.rows_seen) == ((), (), 1)
    assert ([gap.kind for gap in repair.gaps], {found.fact for found in repair.contradictions}) == (
        [GapKind.DUPLICATE],
        {"required", "type"},
    )


ROW = "| Name | Type |\n|---|---|\n"


def test_the_body_of_an_answer_is_not_the_field_of_another_that_is_called_so() -> None:
    contract = only(
        f"# Ships\n\n`GET /ships`\n\n## Response 200\n\n### Body\n\n{ROW}| body | object |\n| id | string |\n\n"
        f"## Response 400\n\n### Body\n\n{ROW}| reason | string |\n"
    )
    assert sorted(contract.fields) == ["200:body", "200:id", "400:reason"]


def test_fields_stand_where_the_sample_just_above_them_shows_them() -> None:
    contract = only(
        f'# Ships\n\n`GET /ships`\n\n## Response 200\n\n```json\n{{"data": {{"code": "a"}}}}\n```\n\n{ROW}| data | object |\n\n'
        f'## Response 400\n\n```json\n{{"code": "a"}}\n```\n\n{ROW}| code | string |\n'
    )
    assert sorted(contract.fields) == ["200:data", "400:code"]


def test_a_title_of_several_words_that_ends_in_its_side_announces_it_once() -> None:
    table = "| Field | Description |\n|---|---|\n| {} | Of a ship |\n"
    page = "# Tow\n\n`POST /tows`\n\n" + "\n".join(
        f"### {title}\n\n{table.format(name)}"
        for title, name in (("Harbour tug request", "rope"), ("Harbour tug line request", "knot"), ("Harbour tug response", "ok"))
    )
    found = read(page)
    assert sorted(found.contracts[0].fields) == ["2XX:ok", "body:rope"]
    assert [gap.kind for gap in found.gaps] == [GapKind.NESTING]


STRUCK = """# Ships

`POST /v1/ships`

## Body

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| ~~`hull`~~ | string | yes | The hull. |
| kind | string | no | One of `a`, ~~`b`~~, `c`. |
| sail | ~~string~~ integer | ~~yes~~ no | Not ~~`1`~~ but `2`. |

- ~~`mast` (string, optional)~~ - Not any more.
- `oar` (string, optional) - Still.
"""


def test_a_struck_name_is_that_of_a_deprecated_field_and_other_struck_text_is_withdrawn() -> None:
    assert facts(only(STRUCK)) == {
        "body:hull": {"type": "string", "required": True, "deprecated": True},
        "body:kind": {"type": "string", "required": False, "enum": ("a", "c")},
        "body:sail": {"type": "integer", "required": False},
        "body:mast": {"type": "string", "required": False, "deprecated": True},
        "body:oar": {"type": "string", "required": False},
    }


def test_beside_a_sample_alone_a_table_that_says_where_fields_are_sent_is_one_of_fields() -> None:
    sample = "# Look\n\n```http\nGET /v1/ships/{id} HTTP/1.1\nHost: api.example.test\n```\n"
    anything = "\n| Name | Type | Notes |\n| --- | --- | --- |\n| sloop | string | one mast |\n"
    placed = (
        "\n| In | Name | Type | Req. |\n| --- | --- | --- | --- |\n| path | id | uuid | ✓ |\n| query | fields | string[] | |\n"
    )
    assert facts(only(sample + anything)) == {}
    assert facts(only(sample + placed)) == {
        "path:id": {"type": "string", "format": "uuid", "required": True},
        "query:fields": {"type": "array<string>"},
    }


BY_LABELS = """# Launch

`POST /v1/ships`

## Request parameters

### hull
- **Type:** string
- **Required:** Yes
- **Description:** The hull.

### mast_count
- **Type:** integer
- **Required:** No
- **Default:** 1
- **Example:** 2

## Response fields

- **id**
  - **Type:** string
  - **Required:** Yes
- **sails**
  - Type: integer
  - Required: No
"""


def test_lists_of_labels_below_a_name_tell_of_it_and_are_no_fields() -> None:
    assert facts(only(BY_LABELS)) == {
        "body:hull": {"type": "string", "required": True},
        "body:mast_count": {"type": "integer", "required": False, "default": 1},
        "2XX:id": {"type": "string", "required": True},
        "2XX:sails": {"type": "integer", "required": False},
    }


BELOW = """# Launch

`POST /v1/ships`

### Body

| Field | Type | Required |
| --- | --- | --- |
| hull | object | yes |

{title}

| Field | Type | Required |
| --- | --- | --- |
| wood | string | yes |
"""


@pytest.mark.parametrize(
    "title",
    ["#### hull", "#### `hull` object", "**hull object**", "`hull`:", "The `hull` object has these fields:"],
)
def test_a_table_below_the_name_of_an_object_holds_its_fields(title: str) -> None:
    assert list(facts(only(BELOW.replace("{title}", title)))) == ["body:hull", "body:hull.wood"]


DEMANDED = """# Launch

`POST /v1/ships`

**Required**

- hull: The hull (string)
- `sail` - **Required**, `string`. The sail.

**Optional**

- mast: How many (integer, in metres)
- oar: How many (integer)
"""


def test_below_a_demand_alone_stand_fields_that_are_sent() -> None:
    assert facts(only(DEMANDED)) == {
        "body:hull": {"type": "string", "required": True},
        "body:sail": {"type": "string", "required": True},
        "body:mast": {"required": False},
        "body:oar": {"type": "integer", "required": False},
    }


def test_statements_in_brackets_behind_a_bold_name_are_read_whole() -> None:
    text = "# Launch\n\n`POST /v1/ships`\n\n### Parameters\n\n**mast** (*integer*, optional, default: 1) - How many.\n"
    assert facts(only(text)) == {"body:mast": {"type": "integer", "required": False, "default": 1}}


def test_a_sentence_that_opens_a_list_of_names_says_which_side_they_are_of() -> None:
    text = (
        "# Look\n\n`GET /v1/ships`\n\nQuery parameters:\n\n- `page` (integer)\n\nReturns an array of ships:\n\n- `id` - string\n"
    )
    assert facts(only(text)) == {"query:page": {"type": "integer"}, "2XX:id": {"type": "string"}}


def test_a_name_with_its_statements_in_brackets_stands_on_a_line_of_its_own() -> None:
    lines = "hull (string, required)\n    The hull.\n\nwood (of any kind)\n\nmast (integer, optional)\n"
    assert facts(only(f"# Launch\n\n`POST /v1/ships`\n\n### Parameters\n\n{lines}")) == {
        "body:hull": {"type": "string", "required": True},
        "body:mast": {"type": "integer", "required": False},
    }
