"""Which bodies count as whole."""

from __future__ import annotations

import gzip

import pytest

from driftgate.adapters.body import proves_its_end, whole_body
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

HTML = b"<html><body>text</body></html>"


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        pytest.param({"content-length": "101"}, b"x", Unreadable.TOO_LARGE, id="announced too large"),
        pytest.param({"content-length": "9" * 400}, b"x", Unreadable.TOO_LARGE, id="announced far too large"),
        pytest.param({"transfer-encoding": "chunked"}, b"x" * 101, Unreadable.TOO_LARGE, id="too large"),
        pytest.param({"content-length": "0"}, b"", Unreadable.INCOMPLETE, id="empty"),
        pytest.param({"content-encoding": "gzip"}, gzip.compress(b""), Unreadable.INCOMPLETE, id="empty after decompression"),
        pytest.param({"content-encoding": "br"}, HTML, Unreadable.ENCODING, id="brotli"),
        pytest.param({"content-encoding": "gzip, gzip"}, HTML, Unreadable.ENCODING, id="two codings"),
        pytest.param({"content-encoding": "identity, gzip"}, HTML, Unreadable.ENCODING, id="identity and another"),
        pytest.param({}, HTML[:-1], Unreadable.INCOMPLETE, id="no length and no end"),
        pytest.param({}, b"12", Unreadable.INCOMPLETE, id="no length and a number that may go on"),
        pytest.param({}, b"- one\n- two\n", Unreadable.INCOMPLETE, id="no length and YAML"),
    ],
)
def test_a_body_that_is_not_whole_is_refused(headers: dict[str, str], body: bytes, reason: Unreadable) -> None:
    with pytest.raises(Refused) as caught:
        whole_body(headers, [body], limit=100)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"content-length": "30"}, HTML),
        ({"transfer-encoding": "chunked"}, HTML),
        ({"content-encoding": " GZIP "}, gzip.compress(HTML)),
        ({"content-encoding": "x-gzip"}, gzip.compress(HTML)),
        ({"content-encoding": "identity"}, HTML),
        ({}, HTML),
    ],
)
def test_a_whole_body_is_decoded(headers: dict[str, str], body: bytes) -> None:
    assert whole_body(headers, [body[:7], body[7:]], limit=100) == HTML


@pytest.mark.parametrize(
    ("body", "proves"),
    [
        (b"", False),
        (b"<html>", False),
        (b"<html></html> <p>", False),
        (b"<!-- </html> -->", False),
        (b"<html><!-- a </html> b -->", False),
        (b"<html></html><!-- open", False),
        (b"<HTML></HTML>\r\n\n", True),
        (b"<html></html>\n<!-- made by a generator -->\n", True),
        (b'{"a": [1, 2]}', True),
        (b'{"a": [1, 2]', False),
        (b"[" * 200000, False),
        (b"-->", False),
    ],
)
def test_a_document_proves_its_end_by_its_form_alone(body: bytes, proves: bool) -> None:
    assert proves_its_end(body) is proves
