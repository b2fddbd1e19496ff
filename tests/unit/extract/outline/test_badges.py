"""A method with a path beside it states an operation, however the path is cut into elements."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.outline.badges import badges
from driftgate.extract.outline.runs import runs


def _stated(body: str) -> list[tuple[str, str]]:
    return [(str(badge.operation), badge.server) for badge in badges(runs(html_document(body).tree))]


@pytest.mark.parametrize(
    "body",
    ["<nav><b>POST</b><i>/ships</i></nav>", "<div><b>POST</b><i>Launch a ship</i></div>", "<p>get</p>", "<pre>GET it</pre>"],
    ids=["navigation", "a title", "a word alone", "a sample"],
)
def test_a_method_without_a_path_states_nothing(body: str) -> None:
    assert _stated(body) == []


def test_an_operation_that_a_sentence_mentions_counts_only_where_none_is_stated() -> None:
    mention = "<p>See <code>GET /fleets</code> first.</p>"
    assert _stated(mention) == [("GET /fleets", "")]
    assert _stated(f"{mention}<div><b>GET</b><i>/ships</i></div>") == [("GET /ships", "")]


@pytest.mark.parametrize(
    ("body", "operation", "server"),
    [
        ("<div><b>post</b><i>/ships/:id</i></div>", "POST /ships/{id}", ""),
        ("<div><b>POST</b><i>/</i><i>v1</i><i>/</i><i>ships</i></div>", "POST /v1/ships", ""),
        ("<div><i>/ships</i><b>GET</b></div>", "GET /ships", ""),
        ("<div><b>PUT</b><i>https://a.test/v1</i><i>/ships</i></div>", "PUT /ships", "https://a.test/v1"),
        ("<div><b>PUT</b><i>{scheme}://{host}</i><i>/ships</i></div>", "PUT /ships", "{scheme}://{host}"),
        ("<h2>DELETE /ships/{id}</h2>", "DELETE /ships/{id}", ""),
        ("<pre><span>GET</span> <h2>/ships</h2></pre>", "GET /ships", ""),
    ],
    ids=["badge", "segments apart", "path first", "base URL apart", "base URL of variables", "one text", "in a pre"],
)
def test_a_method_beside_a_path_states_an_operation(body: str, operation: str, server: str) -> None:
    assert _stated(body) == [(operation, server)]
