"""HTML documents that stop before their end."""

from __future__ import annotations

import pytest

from driftgate.contract import Operation
from driftgate.extract.cut import is_cut
from driftgate.extract.page import Page, Unread, Unreadable
from driftgate.extract.reading import read_page

ROWS = "".join(f"<tr><td>field_{at}</td><td>string</td><td>No</td></tr>" for at in range(5))
TABLE = f"<table><tr><th>Name</th><th>Type</th><th>Required</th></tr>{ROWS}</table>"
WHOLE = f"<!doctype html><HTML><body><h1>Note</h1><p>POST /v1/notes</p><h2>Body</h2><div>{TABLE}</div></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        WHOLE.replace("</html>", ""),
        WHOLE.replace("</body></html>", ""),
        WHOLE.replace("</body></html>", "").replace("</td>", "").replace("</tr>", "").replace("</p>", ""),
        TABLE[:-60],
        "",
    ],
    ids=["whole", "html left open", "body left open", "minified", "a fragment", "empty"],
)
def test_what_html_closes_by_itself_is_no_sign_of_a_cut(text: str) -> None:
    assert not is_cut(text)


def test_every_prefix_that_ends_within_the_table_is_cut() -> None:
    start, end = WHOLE.index("<table>") + len("<table>"), WHOLE.index("</table>")
    assert all(is_cut(WHOLE[:length]) for length in range(start, end))


def test_a_page_that_is_cut_is_not_read() -> None:
    body = WHOLE[: WHOLE.index("field_3")].encode()
    page = Page(asked="https://d/n", reached="https://d/n", status=200, media_type="text/html", body=body)
    assert read_page(page, Operation("POST", "/v1/notes")) == Unread("https://d/n", Unreadable.INCOMPLETE)
