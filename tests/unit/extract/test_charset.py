"""A page's text is what its bytes, mark, header and meta agree on; anything else is no evidence."""

from __future__ import annotations

import time

import pytest

from driftgate.extract.charset import decode
from driftgate.extract.page import Page, Unread, Unreadable

URL = "https://docs.example/a"
REFUSED = Unread(URL, Unreadable.CHARSET)


def page(body: bytes, charset: str = "", media_type: str = "text/html") -> Page:
    return Page(URL, URL, 200, media_type, body, charset=charset)


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        pytest.param(b"caf\xe9", "", id="no declaration, and not UTF-8"),
        pytest.param(b"caf\xe9", "utf-8", id="one byte that UTF-8 does not have"),
        pytest.param(b"plain", "rot13", id="a codec that is no character set"),
        pytest.param(b"706c61696e", "hex", id="another one"),
        pytest.param(b"plain", "undefined", id="a codec that always raises"),
        pytest.param(b"plain", "utf-7", id="utf-7 smuggles markup past ASCII filters"),
        pytest.param(b"plain", "utf-16", id="utf-16 without a byte order mark"),
        pytest.param(b"plain", "../../x", id="a label that is a path"),
        pytest.param("é".encode(), "iso-8859-1", id="UTF-8 bytes declared as Latin-1"),
        pytest.param(b"\xe9", "us-ascii", id="not ASCII"),
        pytest.param(b"\x81", "windows-1252", id="a byte that the declared set does not have"),
        pytest.param(b"<meta charset=utf-16><p>plain", "", id="meta lies about utf-16"),
        pytest.param(b"<meta charset='utf-7'>+ADw-script+AD4-", "", id="meta utf-7"),
        pytest.param(b"<meta charset=shift_jis><p>\x82\xa0", "euc-jp", id="header and meta contradict each other"),
        pytest.param("\ufefftext".encode("utf-32-le"), "", id="utf-32"),
        pytest.param(b"\xff\xfea\x00b", "", id="utf-16 cut in the middle of a character"),
        pytest.param(b"\xff\xfea\x00", "utf-8", id="a mark that contradicts the header"),
    ],
)
def test_bytes_that_do_not_fit_their_declaration_are_refused(body: bytes, charset: str) -> None:
    assert decode(page(body, charset)) == REFUSED


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        pytest.param("naïve 名".encode(), "", "naïve 名", id="UTF-8 is assumed where nothing is declared"),
        pytest.param(b"\xef\xbb\xbfname", "", "name", id="a UTF-8 mark is dropped"),
        pytest.param("\ufeffnäme".encode("utf-16-le"), "", "näme", id="utf-16 proven by its mark"),
        pytest.param("\ufeffnäme".encode("utf-16-be"), "UTF-16", "näme", id="utf-16 declared and proven"),
        pytest.param(b"caf\xe9", "ISO-8859-1", "café", id="Latin-1"),
        pytest.param("имя".encode("cp1251"), "windows-1251", "имя", id="windows-1251"),
        pytest.param("имя".encode("koi8-r"), "koi8-r", "имя", id="koi8-r"),
        pytest.param("名前".encode("cp932"), "Shift_JIS", "名前", id="Shift_JIS"),
        pytest.param("名前".encode("euc-jp"), "euc-jp", "名前", id="euc-jp"),
        pytest.param("字段".encode("gb18030"), "gb2312", "字段", id="gb2312 is read as its superset"),
        pytest.param("欄位".encode("big5"), "big5", "欄位", id="big5"),
        pytest.param("이름".encode("euc-kr"), "euc-kr", "이름", id="euc-kr"),
        pytest.param(b"<meta charset='iso-8859-2'><p>\xb1", "", "<meta charset='iso-8859-2'><p>ą", id="meta"),
        pytest.param(
            "<meta charset=iso-8859-1><p>é".encode(),
            "utf-8",
            "<meta charset=iso-8859-1><p>é",
            id="a forgotten meta does not outweigh a header that the bytes prove",
        ),
        pytest.param(
            b"<!-- <meta charset=utf-7> --><p>x", "", "<!-- <meta charset=utf-7> --><p>x", id="a comment declares nothing"
        ),
        pytest.param(
            b"<meta name=description content='say charset=rot13'><p>x",
            "",
            "<meta name=description content='say charset=rot13'><p>x",
            id="a description that mentions the word declares nothing",
        ),
    ],
)
def test_text_is_read_strictly_by_the_set_that_is_declared_or_proven(body: bytes, charset: str, text: str) -> None:
    assert decode(page(body, charset)) == text


def test_a_markdown_page_may_show_a_meta_element_in_its_text() -> None:
    body = b"Put `<meta charset=utf-7>` first."
    assert decode(page(body, media_type="text/markdown")) == body.decode()


def test_a_hostile_head_takes_no_longer_than_a_plain_one() -> None:
    body = b"<" + b"<meta " * 200_000 + b"charset" * 100_000
    started = time.process_time()
    decode(page(body))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        pytest.param("text/html", b"%PDF-1.7\n", id="a PDF that says it is HTML"),
        pytest.param("application/pdf", b"text", id="a PDF by its media type"),
        pytest.param("application/octet-stream", b"PK\x03\x04rest", id="an archive"),
        pytest.param("", bytes(range(32)) * 50, id="mostly control bytes"),
    ],
)
def test_a_binary_document_is_no_text(media_type: str, body: bytes) -> None:
    assert decode(page(body, media_type=media_type)) == Unread(URL, Unreadable.NOT_TEXT)


def test_one_control_byte_makes_no_binary() -> None:
    assert decode(page(b"<td>model\x00</td>")) == "<td>model\x00</td>"
