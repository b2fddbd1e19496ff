"""Header fields of a page are checked before they are kept."""

from __future__ import annotations

import httpx
import pytest

from driftgate.adapters.headers import Link, charset, links, media_type, validator

HERE = httpx.URL("https://docs.acme.dev/notes/")


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("", ("", "")),
        ("nonsense", ("", "")),
        ("text/html\tx; charset=utf-8", ("", "utf-8")),
        ('Text/HTML; Charset="UTF-8"', ("text/html", "utf-8")),
        ("text/markdown ; variant=GFM; charset=utf-8", ("text/markdown", "utf-8")),
        ("application/vnd.oai.openapi+json", ("application/vnd.oai.openapi+json", "")),
        ("text/html; charset=", ("text/html", "unknown")),
        ("text/html; charset=a b", ("text/html", "unknown")),
        ("text/html; charset=rot13", ("text/html", "rot13")),
        ("x" * 100000, ("", "")),
    ],
)
def test_a_content_type_is_a_media_type_and_a_charset_or_nothing(content_type: str, expected: tuple[str, str]) -> None:
    headers = httpx.Headers({"Content-Type": content_type})
    assert (media_type(headers), charset(headers)) == expected


@pytest.mark.parametrize("value", ["", "a\x01b", "é", "x" * 300])
def test_a_validator_that_could_not_be_sent_back_is_dropped(value: str) -> None:
    assert validator(httpx.Headers([(b"etag", value.encode())]), "etag") == ""


def test_a_validator_is_kept_verbatim() -> None:
    assert validator(httpx.Headers({"ETag": 'W/"a, b"'}), "etag") == 'W/"a, b"'


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ()),
        ("notes.md; rel=alternate", ()),
        ("<javascript:x>; rel=alternate", ()),
        ("<notes.md>", ()),
        ("<" * 10000, ()),
        (
            '<create.md>; rel="alternate"; type="text/markdown", </openapi.json>; rel="service-desc describedby"',
            (
                ("alternate", "text/markdown", "https://docs.acme.dev/notes/create.md"),
                ("service-desc", "", "https://docs.acme.dev/openapi.json"),
                ("describedby", "", "https://docs.acme.dev/openapi.json"),
            ),
        ),
    ],
)
def test_links_are_absolute_web_addresses_by_relation(value: str, expected: tuple[Link, ...]) -> None:
    assert links(httpx.Headers({"Link": value}), HERE) == expected


def test_links_are_bounded() -> None:
    assert len(links(httpx.Headers({"Link": ", ".join(["</a>; rel=b"] * 5000)}), HERE)) == 32
