"""A name is one that a type follows; what else stands beside a type is none."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.outline.pairs import pairs
from driftgate.extract.outline.runs import runs


def found(body: str) -> list[tuple[str, list[str]]]:
    texts = runs(html_document(body).tree)
    return [(pair.name, [run.text for run in texts[pair.first : pair.last]]) for pair in pairs(texts)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p><b>id</b><i>string</i></p>", id="in a sentence"),
        pytest.param("<div><button>id</button><i>string</i></div>", id="a button's caption"),
        pytest.param("<div><b>Content-Type</b><i>application/json</i></div>", id="a media type is no type"),
        pytest.param("<div><i>Ship</i><b>or</b><i>null</i></div>", id="between two alternatives"),
        pytest.param("<div><b>id</b><i>which ship it is</i></div>", id="a description is no type"),
    ],
)
def test_these_are_no_fields(body: str) -> None:
    assert found(body) == []


def test_signs_and_flags_may_stand_between_a_name_and_its_type() -> None:
    assert found("<div><b>id</b><sup>*</sup><i>required</i><u>string</u></div>") == [("id", ["string"])]


def test_a_type_may_be_written_in_several_texts() -> None:
    assert found("<div><b>tags</b><span><i>array of</i><u>string</u></span></div>") == [("tags", ["array of", "string"])]


def test_a_label_of_types_counts_where_it_stands_several_times() -> None:
    field = "<div><b>{}</b><div><i>Type</i><u>string</u></div></div>"
    assert found(field.format("id") + field.format("name")) == [("id", ["string"]), ("name", ["string"])]
