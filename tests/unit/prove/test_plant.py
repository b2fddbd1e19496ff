"""What is planted on a page says another thing, at the field that it names; and where there is doubt, nothing is planted."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from driftgate.contract import Contract, Field, Operation
from driftgate.extract.page import Page
from driftgate.extract.reading import document_of, read
from driftgate.prove.harmless import harmless
from driftgate.prove.mutation import Kind, Mutation
from driftgate.prove.plant import harmful

OPERATION = Operation("POST", "/boats")


def page(text: str, media_type: str) -> Page:
    url = "https://docs.harbour.test/boats"
    return Page(asked=url, reached=url, status=200, media_type=media_type, body=text.encode(), charset="utf-8")


def read_page(text: str, media_type: str) -> tuple[str, Contract]:
    """The kind of a page and its contract."""
    found = read([page(text, media_type)], OPERATION).best
    assert found is not None
    return document_of(found.page).kind, found.contract  # type: ignore[union-attr]


def planted(text: str, media_type: str) -> list[Mutation]:
    return list(harmful(text, *read_page(text, media_type)))


def kinds(mutations: Iterable[Mutation], key: str) -> set[Kind]:
    return {mutation.kind for mutation in mutations if key in mutation.subjects}


def change(text: str, media_type: str, kind: Kind, key: str) -> tuple[list[str], list[str]]:
    """The lines that a mutation takes away and those that it brings."""
    found = next(mutation for mutation in planted(text, media_type) if mutation.kind is kind and key in mutation.subjects)
    before, after = text.splitlines(), found.planted_in(text).splitlines()
    return [line for line in before if line not in after], [line for line in after if line not in before]


TABLE = """# Boats

`POST /boats`

## Request body

| Name | Type | Required | Default | Description |
| --- | --- | --- | --- | --- |
| `name` | string | Yes | No | What it is called. |
| `kind` | string | No | Yes | One of `sail`, `motor`. |
| `mast.height` | number | No | | In metres. |
"""


def test_a_table_s_row_is_renamed_retyped_flipped_and_removed() -> None:
    markdown = "text/markdown"
    assert change(TABLE, markdown, Kind.RENAME, "body:name")[1] == ["| `name_planted` | string | Yes | No | What it is called. |"]
    assert change(TABLE, markdown, Kind.TYPE, "body:name")[1] == ["| `name` | integer | Yes | No | What it is called. |"]
    assert change(TABLE, markdown, Kind.REQUIRED, "body:kind")[1] == ["| `kind` | string | Yes | Yes | One of `sail`, `motor`. |"]
    assert change(TABLE, markdown, Kind.REMOVE, "body:kind")[0] == ["| `kind` | string | No | Yes | One of `sail`, `motor`. |"]
    assert change(TABLE, markdown, Kind.ADD_REQUIRED, "body:planted_field")[1] == [
        "| `planted_field` | string | Yes | No | What it is called. |"
    ]


def test_a_field_is_deprecated_by_a_sentence_before_its_description() -> None:
    assert change(TABLE, "text/markdown", Kind.DEPRECATE, "body:kind")[1] == [
        "| `kind` | string | No | Yes | Deprecated. One of `sail`, `motor`. |"
    ]
    said_already = TABLE.replace("What it is called.", "Deprecated. What it is called.")
    assert Kind.DEPRECATE not in kinds(planted(said_already, "text/markdown"), "body:name")


def test_the_operation_is_changed_wherever_it_stands() -> None:
    assert change(TABLE, "text/markdown", Kind.PATH, "operation")[1] == ["`POST /boats-planted`"]
    assert change(TABLE, "text/markdown", Kind.METHOD, "operation")[1] == ["`PUT /boats`"]
    bracketed = TABLE.replace("`POST /boats`", "## [POST] /boats")
    assert change(bracketed, "text/markdown", Kind.METHOD, "operation")[1] == ["## [PUT] /boats"]


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [("必填", "是", "否"), ("Pflicht", "Ja", "Nein"), ("Обязательный", "Да", "Нет"), ("必須", "はい", "いいえ")],
)
def test_answers_are_flipped_in_the_language_of_the_table(header: str, yes: str, no: str) -> None:
    text = TABLE.replace("Required", header).replace("| Yes | No |", f"| {yes} | No |").replace("| No | Yes |", f"| {no} | Yes |")
    assert change(text, "text/markdown", Kind.REQUIRED, "body:name")[1] == [
        f"| `name` | string | {no} | No | What it is called. |"
    ]


def test_an_answer_in_another_column_is_left_alone() -> None:
    assert Kind.REQUIRED not in kinds(planted(TABLE.replace("Required", "Nullable"), "text/markdown"), "body:name")


ROWS = """<html><body><h1>Boats</h1><p><code>POST /boats</code></p><p>Registers a boat.</p><h2>Request body</h2>
<table><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td><code>name</code></td><td>string</td><td>Yes</td><td>What it is called; see <code>kind</code>.</td></tr>
<tr><td><code>kind</code></td><td>string</td><td>No</td><td>How it moves.</td></tr>
</table></body></html>"""


def test_a_name_in_a_sentence_is_no_spot() -> None:
    assert change(ROWS, "text/html", Kind.RENAME, "body:kind")[1] == [
        "<tr><td><code>kind_planted</code></td><td>string</td><td>No</td><td>How it moves.</td></tr>"
    ]


def test_rows_of_html_are_flipped_by_their_header_and_removed_whole() -> None:
    assert change(ROWS, "text/html", Kind.REQUIRED, "body:kind")[1] == [
        "<tr><td><code>kind</code></td><td>string</td><td>Yes</td><td>How it moves.</td></tr>"
    ]
    assert change(ROWS, "text/html", Kind.REMOVE, "body:kind")[0] == [
        "<tr><td><code>kind</code></td><td>string</td><td>No</td><td>How it moves.</td></tr>"
    ]


SPEC = """# Boats

```yaml
openapi: 3.1.0
info: {title: Boats, version: 1.0.0}
paths:
  /boats:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties:
                name:
                  type: string
                kind:
                  type: string
                  enum:
                    - sail
                    - motor
      responses:
        '200': {description: Done}
```
"""


def test_a_schema_in_yaml_takes_every_change() -> None:
    mutations = planted(SPEC, "text/markdown")
    assert kinds(mutations, "body:kind") == {Kind.RENAME, Kind.REMOVE, Kind.REQUIRED, Kind.ENUM, Kind.DEPRECATE}
    assert kinds(mutations, "body:name") == {Kind.RENAME, Kind.REMOVE, Kind.REQUIRED, Kind.TYPE, Kind.DEPRECATE}
    assert change(SPEC, "text/markdown", Kind.RENAME, "body:name") == (
        ["              required: [name]", "                name:"],
        ["              required: [name_planted]", "                name_planted:"],
    )
    assert change(SPEC, "text/markdown", Kind.ENUM, "body:kind") == (["                    - motor"], [])


@pytest.mark.parametrize(("text", "media_type"), [(TABLE, "text/markdown"), (ROWS, "text/html"), (SPEC, "text/markdown")])
def test_every_planted_change_is_read_as_another_contract(text: str, media_type: str) -> None:
    _, before = read_page(text, media_type)
    for mutation in planted(text, media_type):
        after = read([page(mutation.planted_in(text), media_type)], OPERATION).best
        assert after is None or after.contract != before, mutation.kind


@pytest.mark.parametrize(("text", "media_type"), [(TABLE, "text/markdown"), (ROWS, "text/html"), (SPEC, "text/markdown")])
def test_every_harmless_change_is_read_as_the_same_contract(text: str, media_type: str) -> None:
    kind, before = read_page(text, media_type)
    found = harmless(text, kind, before)
    assert len(found) >= 6
    for mutation in found:
        changed = mutation.planted_in(text)
        assert changed != text
        assert read_page(changed, media_type)[1].fields == before.fields, mutation.kind


def test_a_packed_document_cannot_be_edited() -> None:
    _, contract = read_page(TABLE, "text/markdown")
    assert harmful(f"---\napi: {'eJ' * 40}\n---\n{TABLE}", "markdown", contract) == ()


def test_the_only_field_of_a_page_is_not_removed() -> None:
    alone = "\n".join(line for line in TABLE.splitlines() if "`kind`" not in line and "`mast" not in line)
    assert kinds(planted(alone, "text/markdown"), "body:name") == {Kind.RENAME, Kind.TYPE, Kind.REQUIRED, Kind.DEPRECATE}


def test_the_method_of_a_command_changes_with_the_line_that_states_it() -> None:
    text = f"{TABLE}\n```bash\ncurl -X POST https://api.harbour.test/boats\n```\n"
    assert change(text, "text/markdown", Kind.METHOD, "operation")[1] == [
        "`PUT /boats`",
        "curl -X PUT https://api.harbour.test/boats",
    ]


def test_no_field_is_added_to_a_path_that_does_not_hold_it() -> None:
    in_path = TABLE.replace("/boats", "/boats/{name}").replace("## Request body", "## Path parameters")
    found = read([page(in_path, "text/markdown")], Operation("POST", "/boats/{name}")).best
    assert found is not None
    mutations = harmful(in_path, "markdown", found.contract)
    assert Kind.RENAME in kinds(mutations, "path:name")
    assert kinds(mutations, "path:planted_field") == set()


def test_a_type_named_in_a_sentence_is_left_alone() -> None:
    told = ROWS.replace("<td>string</td><td>No</td><td>How", "<td>Kind</td><td>No</td><td>A <code>String</code>. How")
    assert Kind.TYPE not in kinds(planted(told, "text/html"), "body:kind")


def test_rows_that_only_repeat_a_printed_schema_are_left_alone() -> None:
    repeated = f"{SPEC}\n| Name | Type | Description |\n| --- | --- | --- |\n| kind | string | How it moves. |\n"
    assert "| kind_planted | string | How it moves. |" not in change(repeated, "text/markdown", Kind.RENAME, "body:kind")[1]


@pytest.mark.parametrize(
    ("printed", "changed"),
    [
        ("(string | array&lt;string&gt;)", "(integer | array&lt;string&gt;)"),
        ("array string[]", None),
        ("string to string map", None),
    ],
    ids=["a-union", "said-twice", "a-map"],
)
def test_a_type_is_changed_where_no_other_word_says_it_again(printed: str, changed: str | None) -> None:
    text = ROWS.replace("<td>string</td><td>No</td>", f"<td>{printed}</td><td>No</td>")
    retyped = [
        mutation for mutation in planted(text, "text/html") if mutation.kind is Kind.TYPE and "body:kind" in mutation.subjects
    ]
    assert [f"<td>{changed}</td>" in mutation.planted_in(text) for mutation in retyped] == ([True] if changed else [])


ANSWERS = """# Boats

`POST /boats`

## Request body

| Name | Type |
| --- | --- |
| `name` | string |

## Response 200

| Name | Type |
| --- | --- |
| `id` | string |

## Response 429

| Name | Type |
| --- | --- |
| `reason` | string |
| `until` | string |
"""


def test_the_removal_of_the_only_field_of_a_part_may_be_told_of_the_part() -> None:
    removals = {mutation.subjects for mutation in planted(ANSWERS, "text/markdown") if mutation.kind is Kind.REMOVE}
    assert removals == {
        frozenset({"body:name", "body"}),
        frozenset({"200:id", "status:200"}),
        frozenset({"429:reason"}),
        frozenset({"429:until"}),
    }


def test_a_path_that_stands_only_behind_the_method_of_another_operation_is_not_moved() -> None:
    other = TABLE.replace("`POST /boats`", "`POST /boats/{id}`") + "\n| `DELETE /boats/{id}` | 20 an hour |\n"
    found = read([page(other, "text/markdown")], Operation("POST", "/boats/{id}")).best
    assert found is not None
    linked = other.replace("`POST /boats/{id}`", "POST /boats/[{id}](#boat)")
    assert Kind.PATH in kinds(harmful(other, "markdown", found.contract), "operation")
    assert Kind.PATH not in kinds(harmful(linked, "markdown", found.contract), "operation")


BROKEN_NAMES = """<html><body><h1>Boats</h1><p><code>POST /boats</code></p><h2>Request body</h2><ul>
<li><code>name</code><p>What it is called.</p></li>
<li><code>built<wbr/>_in</code> <span>string</span></li>
<li><code>kind</code> <span>string</span></li>
</ul></body></html>"""


def test_no_type_is_changed_beyond_the_item_of_its_field() -> None:
    contract = Contract(
        operation=OPERATION, fields={f"body:{name}": Field("body", name) for name in ("name", "built_in", "kind")}
    )
    found = [mutation for mutation in harmful(BROKEN_NAMES, "html", contract) if mutation.kind is Kind.TYPE]
    assert [mutation.subjects for mutation in found] == [frozenset({"body:kind"})]


def of_values(*values: str | None) -> str:
    """A document whose only field is one of these values, or null."""
    kind = {"type": ["string", "null"], "enum": values}
    body = {"content": {"application/json": {"schema": {"properties": {"kind": kind}}}}}
    return json.dumps({"openapi": "3.1.0", "paths": {"/boats": {"post": {"requestBody": body}}}})


def test_null_is_no_value_that_a_document_could_drop() -> None:
    """Beside a type that has it, nothing is lost without it."""
    assert Kind.ENUM not in kinds(planted(of_values("sail", None), "application/json"), "body:kind")
    text = of_values("sail", "motor", None)
    (drop,) = [mutation for mutation in planted(text, "application/json") if mutation.kind is Kind.ENUM]
    assert json.loads(drop.planted_in(text)) == json.loads(of_values("sail", None))
