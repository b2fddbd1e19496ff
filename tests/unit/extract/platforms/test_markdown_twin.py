"""OpenAPI blocks in Markdown pages."""

from __future__ import annotations

import pytest

from driftgate.contract import SecurityScheme
from driftgate.extract.markup import UnparsableError
from driftgate.extract.page import Unreadable
from driftgate.extract.platforms import markdown_twin
from specs import document, facts

OPERATION = """\
paths:
  /v1/notes:
    post:
      description: |
        Send it like this:

        ```json
        {"title": "x"}
        ```

        ## OpenAPI
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [title]
              properties:
                title: {type: string}
"""

MINTLIFY = f"""\
> ## Documentation Index
> Find all pages at: https://docs.example.com/llms.txt

# Write a note

## OpenAPI

````yaml api/openapi.json post /v1/notes
openapi: 3.1.0
servers:
  - url: https://api.example.com
{OPERATION}````

---
"""

APIDOG = f"""\
# Write a note

## OpenAPI Specification

```yaml
openapi: 3.0.1
{OPERATION}      parameters:
        - name: Authorization
          in: header
          required: true
          example: Bearer {{{{key}}}}
          schema:
            type: string
      responses: {{}}
      security: []
```
"""

README = """\
# Write a note

# OpenAPI definition

```json
{
  "openapi": "3.0.0",
  "paths": {"/v1/notes": {"post": {"requestBody": {"content": {"application/json": {"schema":
    {"type": "object", "required": ["title"], "properties": {"title": {"type": "string"}}}}}}, "responses": {}}}}
}
```
"""

INTERNAL = """\
# List notes

## OpenAPI

````yaml GET /v1/notes/{id}
paths:
  path: /v1/notes/{id}
  method: get
  servers:
    - url: https://api.example.com
  request:
    security:
      - title: key
        parameters:
          query: {}
          header:
            X-Key:
              type: apiKey
          cookie: {}
      - title: token
        parameters:
          query: {}
          header:
            Authorization:
              type: http
              scheme: bearer
          cookie: {}
    parameters:
      path:
        id:
          schema:
            - type: string
              required: true
      query:
        page:
          schema:
            - type: integer
              minimum: 1
            - type: string
      header: {}
      cookie: {}
    body:
      application/json:
        schemaArray:
          - type: object
            properties:
              title:
                allOf:
                  - type: string
                    maxLength: 9
            required: true
            requiredProperties: [title]
  response:
    '200':
      application/json:
        schemaArray:
          - type: object
            properties:
              note:
                allOf:
                  - $ref: '#/components/schemas/Note'
        description: Fine.
  deprecated: true
  type: path
components:
  schemas:
    Note:
      type: object
      requiredProperties: [id]
      properties:
        id:
          type: string
        required:
          type: boolean
````
"""


@pytest.mark.parametrize(
    "text",
    [
        "# Notes\n\nWe have an openapi document.\n",
        '# Notes\n\n```json\n{"title": "x"}\n```\n',
        "openapi is a word",
    ],
)
def test_a_page_without_an_openapi_block_is_not_recognised(text: str) -> None:
    assert not markdown_twin.recognises(document(text, "markdown"))


@pytest.mark.parametrize(
    ("text", "servers", "line"),
    [(MINTLIFY, ("https://api.example.com",), 30), (APIDOG, (), 25), (README, (), None)],
    ids=["mintlify", "apidog", "readme"],
)
def test_the_block_is_read(text: str, servers: tuple[str, ...], line: int | None) -> None:
    """Fences inside the block's own texts end nothing; a line is the page's line."""
    page = document(text, "markdown")
    assert markdown_twin.recognises(page)
    (found,) = markdown_twin.extract(page, None).contracts
    assert str(found.operation) == "POST /v1/notes"
    assert found.servers == servers
    assert facts(found) == {"body:title": {"type": "string", "required": True}}
    source = found.fields["body:title"].source
    assert source is not None
    assert source.line == line
    if line is not None:
        assert "title" in text.splitlines()[line - 1]


def test_the_authorization_header_of_an_apidog_page_is_its_security() -> None:
    (found,) = markdown_twin.extract(document(APIDOG, "markdown"), None).contracts
    assert found.security == ((SecurityScheme(scheme="bearer", place="header", name="Authorization"),),)


def test_mintlifys_internal_dialect() -> None:
    """Alternatives in ``schemaArray``, required names in ``requiredProperties``; a property may be called ``required``."""
    (found,) = markdown_twin.extract(document(INTERNAL, "markdown"), None).contracts
    assert str(found.operation) == "GET /v1/notes/{id}"
    assert found.servers == ("https://api.example.com",)
    assert found.facts == {"deprecated": True}
    assert found.request.required is True
    assert found.security == (
        (SecurityScheme(scheme="apiKey", place="header", name="X-Key"),),
        (SecurityScheme(scheme="bearer", place="header", name="Authorization"),),
    )
    assert facts(found) == {
        "path:id": {"type": "string", "required": True},
        "query:page": {"type": "integer | string", "minimum": 1, "one_of": ("integer 1..", "string"), "required": False},
        "body:title": {"type": "string", "max_length": 9, "required": True},
        "200:note": {"type": "object", "required": False},
        "200:note.id": {"type": "string", "required": True},
        "200:note.required": {"type": "boolean", "required": False},
    }
    assert {field.source.line for field in found.fields.values() if field.source} == {None}


def test_a_block_that_never_ends_is_an_incomplete_page() -> None:
    """Half a block would be half a contract."""
    with pytest.raises(UnparsableError) as caught:
        markdown_twin.extract(document(MINTLIFY[: MINTLIFY.index("title: {")], "markdown"), None)
    assert caught.value.reason is Unreadable.INCOMPLETE


def test_a_broken_block_is_malformed() -> None:
    with pytest.raises(UnparsableError) as caught:
        markdown_twin.extract(document(MINTLIFY.replace("type: object", "type: [object"), "markdown"), None)
    assert caught.value.reason is Unreadable.MALFORMED


def test_two_blocks_are_two_contracts() -> None:
    text = MINTLIFY + MINTLIFY.replace("/v1/notes", "/v2/notes")
    found = markdown_twin.extract(document(text, "markdown"), None)
    assert [str(operation) for operation in found.operations] == ["POST /v1/notes", "POST /v2/notes"]
    assert found.machine_readable
