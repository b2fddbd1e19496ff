"""A page that its address does not name is another page; where anything else could be the cause, it is not."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.contract import Operation
from driftgate.extract.document import Document
from driftgate.extract.identity import is_another
from driftgate.extract.page import Page

LIST = Operation("GET", "/v1/harbours")
URL = "https://docs.example.test/harbours/list-harbours"


def markdown(title: str, url: str = URL, front_matter: str = "") -> Document:
    text = f"{front_matter}# {title}\n\nGET `/v1/harbours`\n"
    return Document(Page(url, url, 200, "text/markdown", text.encode()), text, "markdown")


def test_a_page_with_another_title_and_path_than_its_address_is_another() -> None:
    assert is_another(markdown("List harbours", url="https://docs.example.test/pay/charge-cards"), [LIST])
    told = "---\nsource_url: https://docs.example.test/pay/charge-cards\n---\n"
    assert is_another(markdown("List harbours", url="file:///pages/x.md", front_matter=told), [LIST])
    page = html_document("<h1>List harbours</h1>", url="https://docs.example.test/pay/charge-cards")
    assert is_another(page, [LIST])


@pytest.mark.parametrize(
    "page",
    [
        markdown("List harbours"),
        markdown("Enumerating the ports", url="https://docs.example.test/enumerate-all"),
        markdown("Anything", url="https://docs.example.test/harbour-index"),
        markdown("Anything", url="https://docs.example.test/reference/api-13851472"),
        markdown("Anything", url="https://docs.example.test/reference/payments"),
        markdown("Web hooks", url="https://docs.example.test/webhookEvents"),
        markdown("港口列表", url="https://docs.example.test/pay/charge-cards"),
        markdown("List harbours", url="file:///tmp/charge-cards.md"),
        html_document('<link rel="canonical" href="/list-harbours"><h1>Ports</h1>', url="https://docs.example.test/charge-cards"),
    ],
    ids=["same", "alike", "path", "numbers", "one-word", "joined", "other-script", "file", "canonical"],
)
def test_a_page_is_not_suspected_without_need(page: Document) -> None:
    assert not is_another(page, [LIST])


def test_a_page_of_several_operations_is_a_reference_of_its_own() -> None:
    page = markdown("List harbours", url="https://docs.example.test/pay/charge-cards")
    assert not is_another(page, [LIST, Operation("POST", "/v1/harbours")])
    assert not is_another(page, [])
