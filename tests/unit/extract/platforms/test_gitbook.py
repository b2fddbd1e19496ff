"""GitBook's blocks, the present and the older ones: operations, parameters of each place, statuses."""

from __future__ import annotations

from driftgate.contract import Contract
from driftgate.extract.document import Document
from driftgate.extract.page import Page
from driftgate.extract.platforms import gitbook

URL = "https://docs.example.test/ships.md"

SWAGGER = """# Ships

{% swagger method="post" path="/ships/{id}" baseUrl="https://api.example.test/v1" summary="Launch" %}
{% swagger-description %}
Puts a ship to sea.
{% endswagger-description %}

{% swagger-parameter in="path" name="id" type="String" required="true" %}
The ship.
{% endswagger-parameter %}

{% swagger-parameter in="body" name="crew\\_size" type="Int" required="false" %}
How many sail. Defaults to 3.
{% endswagger-parameter %}

{% swagger-parameter in="body" name="port" type="Harbour" %}

{% endswagger-parameter %}

{% swagger-response status="201: Created" description="Afloat" %}
| Name | Type |
| --- | --- |
| id | string |
{% endswagger-response %}
{% endswagger %}

{% swagger method="get" path="" baseUrl="/ships" summary="All" %}
{% swagger-parameter in="query" name="page" type="number" %}
{% endswagger-parameter %}
{% endswagger %}
"""

API_METHOD = """# Ships

{% api-method method="get" host="https://api.example.test" path="/ships/:id" %}
{% api-method-spec %}
{% api-method-request %}
{% api-method-path-parameters %}
{% api-method-parameter name="id" type="integer" required=true %}
The ship.
{% endapi-method-parameter %}
{% endapi-method-path-parameters %}

{% api-method-headers %}
{% api-method-parameter name="X-Trace" type="string" required=false %}
{% endapi-method-parameter %}
{% endapi-method-headers %}

{% api-method-query-parameters %}
{% api-method-parameter name="deep" type="boolean" %}
{% endapi-method-parameter %}
{% endapi-method-query-parameters %}
{% endapi-method-request %}

{% api-method-response %}
{% api-method-response-example httpCode=200 %}
```
{"id": 1}
```
{% endapi-method-response-example %}
{% endapi-method-response %}
{% endapi-method-spec %}
{% endapi-method %}
"""


def read(text: str) -> dict[str, dict[str, tuple[str | None, object]]]:
    document = Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown")
    assert gitbook.recognises(document)
    return {str(contract.operation): _facts(contract) for contract in gitbook.extract(document, None).contracts}


def _facts(contract: Contract) -> dict[str, tuple[str | None, object]]:
    return {key: (field.type, field.facts.get("required")) for key, field in contract.fields.items()}


def test_a_page_with_other_blocks_is_another_reader_s() -> None:
    text = '{% hint style="info" %}\nRead on.\n{% endhint %}\n'

    assert not gitbook.recognises(Document(Page(URL, URL, 200, "text/markdown", text.encode()), text, "markdown"))


def test_parameters_state_their_place_and_what_they_do_not_state_stays_open() -> None:
    assert read(SWAGGER) == {
        "POST /v1/ships/{id}": {
            "path:id": ("string", True),
            "body:crew_size": ("integer", False),
            "body:port": (None, None),
            "201:id": ("string", None),
        },
        "GET /ships": {"query:page": ("number", None)},
    }


def test_the_older_blocks_group_parameters_by_place() -> None:
    assert read(API_METHOD) == {
        "GET /ships/{id}": {"path:id": ("integer", True), "header:X-Trace": ("string", False), "query:deep": ("boolean", None)}
    }
