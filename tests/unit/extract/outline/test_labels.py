"""A label announces what stands behind it, within the smallest element around it that holds a field."""

from __future__ import annotations

from documents import html_document
from driftgate.extract.outline.entries import entries
from driftgate.extract.outline.labels import sections
from driftgate.extract.outline.runs import runs

FIELD = "<div><b>{}</b><i>string</i></div>"


def _places(body: str) -> list[tuple[str, str, str]]:
    texts = runs(html_document(body).tree)
    found = entries(texts)
    where = sections(texts, found)
    return [(e.name, s.kind.value if s else "", s.status if s else "") for e, s in zip(found, where, strict=True)]


def test_values_and_sentences_are_no_labels() -> None:
    one, two = FIELD.format("a"), FIELD.format("b")
    page = f'<h3>Body</h3>{one}<p>Sent in the query.</p><code>query</code><span>"header"</span><b>Default:</b><u>Path</u>{two}'
    assert _places(page) == [("a", "body", ""), ("b", "body", "")]


def test_a_label_ends_with_the_element_it_announces() -> None:
    page = (
        f"<h3>Responses</h3><details><summary>200</summary><div><h4>Headers</h4>{FIELD.format('x')}</div>{FIELD.format('a')}"
        f"</details>{FIELD.format('b')}"
    )
    assert _places(page) == [("x", "response header", "200"), ("a", "response", "200"), ("b", "response", "")]


def test_the_body_of_a_response_is_its_and_a_request_ends_it() -> None:
    a, b = FIELD.format("a"), FIELD.format("b")
    page = f"<h2>Responses</h2><h3>201 Created</h3><h4>Body</h4>{a}<h2>Query parameters</h2>{b}"
    assert _places(page) == [("a", "response", "201"), ("b", "query", "")]


def test_default_is_a_status_only_among_those_of_responses() -> None:
    a, b = FIELD.format("a"), FIELD.format("b")
    tabs = '<div role="tablist"><a role="tab" aria-selected="true">200</a><a role="tab">default</a></div>'
    example = '<p><i role="tab">default</i></p><p>An example.</p>'
    page = f"<h3>Body</h3>{example}{a}<h3>Responses</h3>{tabs}{example}{b}"
    assert _places(page) == [("a", "body", ""), ("b", "response", "200")]


def test_the_title_of_an_answer_is_no_label_of_requests_and_no_other_status() -> None:
    a, b = FIELD.format("a"), FIELD.format("b")
    page = (
        f"<h3>Responses</h3><details><summary>400</summary><h4>Bad request</h4>{a}</details>"
        f"<details><summary>409</summary><details><summary><h4>Error response</h4></summary>{b}</details></details>"
    )
    assert _places(page) == [("a", "response", "400"), ("b", "response", "409")]


def test_a_fields_address_tells_the_status_that_no_button_shows() -> None:
    buttons = "<button>200</button><button>500</button>"
    page = f'<h3>Responses</h3>{buttons}<div id="t=response&amp;c=500&amp;path=a">{FIELD.format("a")}{FIELD.format("b")}</div>'
    assert _places(page) == [("a", "response", "500"), ("b", "response", "500")]


def test_a_word_on_credentials_does_not_end_the_request_around_it() -> None:
    around = "<div>" * 5 + "<u>Security</u>" + "</div>" * 5
    page = f"<h3>Request</h3>{around}<div>{FIELD.format('a')}</div><div>{FIELD.format('b')}</div>"
    assert _places(page) == [("a", "request", ""), ("b", "request", "")]


def test_a_label_may_stand_behind_an_icon() -> None:
    page = f"<h3>Query parameters</h3>{FIELD.format('a')}<div><i><u></u></i>Body</div>{FIELD.format('b')}"
    assert _places(page) == [("a", "query", ""), ("b", "body", "")]


def test_labels_of_facts_and_values_are_no_names() -> None:
    values = "<div><u>Allowed values:</u><s>low</s><s>high</s></div>"
    page = f"<h3>Body</h3>{FIELD.format('a')}{values}<b>Required</b><b>Format</b><i>string</i>{FIELD.format('b')}"
    assert [name for name, _, _ in _places(page)] == ["a", "b"]
