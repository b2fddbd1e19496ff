"""The address of a field may tell the response that it belongs to."""

from __future__ import annotations

import pytest

from documents import html_document
from driftgate.extract.outline.anchors import status_in_address


def told(identity: str, around: str = "div") -> str:
    page = html_document(f'<{around} id="{identity}"><div><b>id</b></div></{around}>')
    name = page.tree.find(".//b")
    assert name is not None
    return status_in_address(name)


@pytest.mark.parametrize(
    "identity",
    ["", "ships/launch/t=request&amp;path=response", "tag/ships/responses", "responses/2000/id", "in-response-to-404"],
    ids=["none", "of a request", "without a status", "a longer number", "words"],
)
def test_an_address_without_a_response_tells_nothing(identity: str) -> None:
    assert told(identity) == ""


@pytest.mark.parametrize(
    ("identity", "status"),
    [
        ("ships/launch/t=response&amp;c=404&amp;path=id", "404"),
        ("ships/launch/t=response&amp;c=4xx&amp;path=id", "4XX"),
        ("tag/ships/POST/ships.responses.200.id", "200"),
        ("responses/default/id", "default"),
    ],
)
def test_an_address_of_a_response_tells_its_status(identity: str, status: str) -> None:
    assert told(identity) == status
