"""Rows get their paths from the boxes around them, and nothing printed is lost in silence."""

from __future__ import annotations

from documents import facts_of, html_document
from driftgate.contract import Certainty, Operation
from driftgate.extract.draft import Draft
from driftgate.extract.extraction import GapKind
from driftgate.extract.rendered.fieldrows import Row, add_rows, seen_at

PAGE = html_document('<div id="outer"><div id="inner"><b class="name wide">role</b></div></div>')
NODE = PAGE.tree.find(".//b")
assert NODE is not None


def row(name: str, kind: str = "", parent: Row | None = None) -> Row:
    made = Row(NODE, name, "body", parent)
    if kind:
        made.take_type(kind)
    return made


def test_children_of_arrays_are_properties_of_the_items() -> None:
    messages = row("messages", "object[]")
    assert row("role", "string", messages).path == "messages[].role"
    assert (
        row("id", "string", row("meta", "object", row("content", "string | array", messages))).path
        == "messages[].content[].meta.id"
    )


def test_children_of_arrays_of_arrays_stand_within_both() -> None:
    grid = row("grid", "array[array[object]]")
    assert row("x", "integer", grid).path == "grid[][].x"
    grid.take_values(["1"])
    draft = Draft(Operation("POST", "/v1/x"))
    add_rows(draft, [grid], PAGE, "test")
    assert facts_of(draft.finish()) == {"body:grid": {"type": "array<array>"}, "body:grid[][]": {"enum": (1,)}}


def test_a_row_within_itself_has_the_type_of_the_one_further_out() -> None:
    tree = row("tree")
    tree.take_model("Node")
    inner = row("next", parent=tree)
    inner.take_model("Node")
    draft = Draft(Operation("POST", "/v1/x"))
    add_rows(draft, [tree, inner], PAGE, "test")
    assert facts_of(draft.finish()) == {"body:tree": {"type": "object"}, "body:tree.next": {"type": "object"}}


def test_a_model_tells_no_type_but_its_format_may() -> None:
    when, lists = row("when"), row("lists")
    when.take_model("Moment")
    when.facts["format"] = "date-time"
    lists.take_model("Path collection", 1)
    draft = Draft(Operation("POST", "/v1/x"))
    add_rows(draft, [when, lists], PAGE, "test")
    assert facts_of(draft.finish()) == {"body:when": {"type": "string", "format": "date-time"}, "body:lists": {"type": "array"}}


def test_a_nameless_row_stands_for_the_one_around_it() -> None:
    content = row("content", "string | array")
    assert row("text", "string", row("", "object[]", content)).path == "content[].text"
    assert row("url", "string", row("", "object", row("source", "object"))).path == "source.url"
    assert row("id", "string", row("", "object[]")).path == "[].id"


def test_values_of_an_array_are_stated_of_its_items() -> None:
    modes, level = row("modes", "string[]"), row("level", "integer")
    modes.take_values(['"a"', '"b"', '"a"'])
    level.take_values(["1", "2"])
    draft = Draft(Operation("POST", "/v1/x"))
    add_rows(draft, [modes, level], PAGE, "test")
    assert facts_of(draft.finish()) == {
        "body:modes": {"type": "array<string>"},
        "body:modes[]": {"type": "string", "enum": ("a", "b")},
        "body:level": {"type": "integer", "enum": (1, 2)},
    }


def test_a_type_that_cannot_be_named_is_a_gap_and_no_fact() -> None:
    draft = Draft(Operation("POST", "/v1/x"))
    add_rows(draft, [row("a", "flurble wobble"), row("b", "any")], PAGE, "test")
    assert facts_of(draft.finish()) == {"body:a": {}, "body:b": {}}
    assert [(gap.kind, gap.source.quote) for gap in draft.gaps] == [(GapKind.TYPE, "a")]


def test_a_row_without_a_name_is_counted_as_missed() -> None:
    draft = Draft(Operation("POST", "/v1/x"))
    add_rows(draft, [row("")], PAGE, "test")
    assert (draft.rows_seen, draft.rows_read, [gap.kind for gap in draft.gaps]) == (1, 0, [GapKind.ROW])


def test_a_source_says_where_and_quotes_at_most_two_hundred_characters() -> None:
    source = seen_at(PAGE, NODE, "test", "word " * 100)
    assert (source.url, source.line, source.element, source.reader) == ("https://docs.example.test/page", 1, "#inner", "test")
    assert (len(source.quote), source.certainty) == (200, Certainty.READ)
