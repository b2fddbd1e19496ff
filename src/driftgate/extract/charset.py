"""From a page's bytes to its text: strictly, by an allow-list of character sets, and never by guessing.

A wrong guess would turn names into other names without a sign, so a page whose bytes, byte order mark, header and ``meta``
do not fit together is no evidence.
"""

from __future__ import annotations

import codecs
import re

from driftgate.extract.page import Page, Unread, Unreadable

UTF_8 = "utf-8"

_MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = {"utf-16": ("utf-16-le", "utf-16-be"), "utf-16le": ("utf-16-le",), "utf-16be": ("utf-16-be",)}

_SINGLE_BYTE = {
    "iso-8859-1": "cp1252",  # browsers read Latin-1 as its superset, and pages are written for browsers
    "latin1": "cp1252",
    "latin-1": "cp1252",
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)},
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"cp{page}": f"cp{page}" for page in range(1250, 1259)},
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
}
_MULTI_BYTE = {
    "utf-8": UTF_8,
    "utf8": UTF_8,
    "us-ascii": "ascii",
    "ascii": "ascii",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-jp": "euc-jp",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
#: Every label that is honoured without a byte order mark; all of them hold ASCII as ASCII.
CODECS = {**_SINGLE_BYTE, **_MULTI_BYTE}

#: How far into the page a declaration is looked for.
HEAD_BYTES = 4096

_BINARY_TYPES = (
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/x-icon", "audio/", "video/", "font/",
    "application/pdf", "application/zip", "application/gzip", "application/x-tar", "application/wasm", "application/msword",
    "application/vnd.ms-", "application/vnd.openxmlformats",
)  # fmt: skip
_MAGIC = (b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"wOF")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b") + b"\x7f"

_COMMENT = re.compile(rb"<!--[^>]*>")
_META = re.compile(rb"<meta\s[^<>]{0,400}", re.IGNORECASE)
_CHARSET = re.compile(rb"""\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'/>;]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml\s[^<>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([^"']{1,40})["']""")
_MARKUP_TYPES = ("", "text/html", "application/xhtml+xml", "application/xml", "text/xml")


def decode(page: Page) -> str | Unread:
    """The page's text, without a byte order mark, or why it has none or its bytes cannot be trusted."""
    if _is_binary(page):
        return Unread(page.reached, Unreadable.NOT_TEXT)
    mark, marked = _mark(page.body)
    body = page.body[len(mark) :]
    declared = _declared(page, body)
    codec = _codec(marked, declared, body)
    if codec is None:
        return Unread(page.reached, Unreadable.CHARSET)
    try:
        return body.decode(codec, "strict")
    except UnicodeDecodeError:
        return Unread(page.reached, Unreadable.CHARSET)


def _is_binary(page: Page) -> bool:
    """Whether the page is a picture, a PDF, an archive or the like, by its media type, its first bytes, or control bytes."""
    head = page.body[:HEAD_BYTES]
    if page.media_type.startswith(_BINARY_TYPES) or head.lstrip().startswith(_MAGIC):
        return True
    if head.startswith(_UTF_32) or _mark(head)[0] or page.charset.lower().startswith("utf-16"):
        return False
    return len(head.translate(None, _CONTROLS)) < 0.9 * len(head)


def _mark(body: bytes) -> tuple[bytes, str]:
    """The byte order mark and the codec that it proves; a UTF-32 mark proves nothing that is read here."""
    if body.startswith(_UTF_32):
        return b"", ""
    return next(((mark, codec) for mark, codec in _MARKS if body.startswith(mark)), (b"", ""))


def _declared(page: Page, body: bytes) -> tuple[str, ...]:
    """The labels that the header and the page itself give, lower case."""
    labels = [page.charset]
    start = body[:HEAD_BYTES]
    if page.media_type in _MARKUP_TYPES and start.lstrip()[:1] == b"<":
        head = _COMMENT.sub(b"", start)
        labels += [match.group(1).decode("latin-1") for match in (_XML.match(head), _meta_charset(head)) if match]
    return tuple(dict.fromkeys(label.strip(" \t\"'").lower() for label in labels if label.strip()))


def _meta_charset(head: bytes) -> re.Match[bytes] | None:
    """The first declaration in a ``meta`` that really is one, not in a description that mentions the word."""
    for meta in _META.finditer(head):
        found = _CHARSET.search(meta[0])
        if found and (b"http-equiv" in meta[0].lower() or b"content" not in meta[0].lower()):
            return found
    return None


def _codec(marked: str, declared: tuple[str, ...], body: bytes) -> str | None:
    """The one codec on which mark, declarations and bytes agree, None where they do not."""
    if marked.startswith("utf-16"):
        return marked if all(marked in _UTF_16.get(label, ()) for label in declared) else None
    if any(label not in CODECS for label in declared):
        return None
    named = {CODECS[label] for label in declared} | ({marked} if marked else set())
    if not named or UTF_8 in named:  # strict UTF-8 proves itself, whatever else a forgotten meta says
        return UTF_8
    if len(named) > 1:
        return UTF_8 if body.isascii() else None
    label = declared[0]
    return None if label in _SINGLE_BYTE and _is_utf8_in_disguise(body) else CODECS[label]


def _is_utf8_in_disguise(body: bytes) -> bool:
    """Whether the bytes are non-ASCII UTF-8, which text in a single-byte set practically never is by chance."""
    if body.isascii():
        return False
    try:
        body.decode(UTF_8, "strict")
    except UnicodeDecodeError:
        return False
    return True
