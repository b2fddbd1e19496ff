"""HTML, JSON and YAML as text with offsets."""

from __future__ import annotations

import json

import pytest

from driftgate.prove import yamltext
from driftgate.prove.htmltext import markup
from driftgate.prove.jsontext import documents, first_entry, parsed, resolved, without
from driftgate.prove.mutation import Kind, Mutation

SPEC = {
    "openapi": "3.1.0",
    "paths": {"/boats": {"get": {"summary": "Lists the boats that lie in the harbour at present"}}},
    "components": {"schemas": {"Boat": {"required": ["id", "name"], "properties": {"id": {"type": "string"}, "name": {}}}}},
    "info": {"title": "A harbour whose document is long enough to be taken for one", "version": "1"},
}


def planted(text: str, *edits: object) -> str:
    return Mutation(Kind.REMOVE, edits).planted_in(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "{", '{"a":', '{"a":[1,2}', "}", '{"a" "b"'])
def test_what_is_no_json_has_no_nodes(text: str) -> None:
    assert parsed(text, 0) is None


def test_a_document_in_a_script_is_found_with_its_offsets() -> None:
    text = f"<script>const page = {json.dumps(SPEC)};</script>"
    path = resolved(documents(text), "#/components/schemas/Boat/properties/id")
    key = path[-1].key
    assert key is not None
    assert (text[slice(*key)], text[path[-1].start : path[-1].end]) == ("id", '{"type": "string"}')


def test_a_pointer_that_leads_nowhere_is_resolved_to_nothing() -> None:
    assert resolved(documents(json.dumps(SPEC)), "#/components/schemas/Ship/properties/id") == ()


def test_a_schema_that_a_script_keeps_by_name_is_found() -> None:
    text = f'defs["Boat"] = {json.dumps(SPEC["components"]["schemas"]["Boat"] | {"description": "x" * 200})};'  # type: ignore[index]
    assert len(resolved(documents(text), "#/components/schemas/Boat/properties/id")) == 3


@pytest.mark.parametrize("name", ["id", "name"])
def test_an_entry_taken_out_leaves_valid_json(name: str) -> None:
    text = json.dumps(SPEC)
    *_, node = resolved(documents(text), f"#/components/schemas/Boat/properties/{name}")
    left = json.loads(planted(text, without(text, node)))["components"]["schemas"]["Boat"]["properties"]
    assert set(left) == {"id", "name"} - {name}


def test_a_new_first_entry_leaves_valid_json() -> None:
    text = '{"a": {}, "b": [1]}'
    root = parsed(text, 0)
    assert root is not None
    edits = [first_entry(root.children["a"], '"x":1'), first_entry(root.children["b"], "0")]
    assert json.loads(planted(text, *edits)) == {"a": {"x": 1}, "b": [0, 1]}


def test_texts_know_the_element_they_stand_in_and_what_is_aside() -> None:
    page = markup("<body><nav>News</nav><div class='row'><b>id</b> <i>string</i></div><pre>id</pre></body>")
    assert [page.text[words.start : words.end] for words in page.words] == ["id", "string"]
    assert [page.text[words.start : words.end] for words in page.printed] == ["News", "id"]
    assert [element.tag for element in page.around(page.words[0])] == ["b", "div", "body"]


def test_only_the_first_text_of_a_block_can_be_a_name() -> None:
    page = markup("<p>Set <code>id</code> first.</p><p><code>name</code> (string)</p>")
    assert [page.text[words.start : words.end] for words in page.leading()] == ["Set", "name"]


@pytest.mark.parametrize("text", ["<p", "</p></p>", "<p><b>", "<!-- never closed", "<script>var a = '<p>'", "<li>a<li>b"])
def test_broken_markup_is_scanned_to_its_end(text: str) -> None:
    assert all(element.end <= len(text) for element in markup(text).elements)


def test_entries_without_an_end_tag_end_before_the_next() -> None:
    text = "<ul><li>a<li>b</ul>"
    assert [text[e.start : e.end] for e in markup(text).elements if e.tag == "li"] == ["<li>a", "<li>b"]


YAML = "properties:\n  id:\n    type: string\n    enum: [a]\n  size:\n    type: integer\nother: 1\n"


def test_a_block_ends_where_the_indentation_does() -> None:
    start = YAML.index("id")
    span = yamltext.block(YAML, start, start + 2)
    assert span is not None
    assert YAML[slice(*span)] == "  id:\n    type: string\n    enum: [a]\n"


def test_a_word_that_is_no_key_has_no_block() -> None:
    start = YAML.index("string")
    assert yamltext.block(YAML, start, start + 6) is None


def test_siblings_are_the_keys_of_one_mapping() -> None:
    line = YAML.index("  size")
    assert {name: YAML[slice(*span)].strip().splitlines()[0] for name, span in yamltext.siblings(YAML, line).items()} == {
        "id": "id:",
        "size": "size:",
    }
    assert yamltext.parent(YAML, line) == (0, 0)
