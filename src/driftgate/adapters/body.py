"""A body is evidence only when it is whole: one known content coding, below the limit, and with a proof of its end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from driftgate.adapters.inflate import inflated
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

IDENTITY = ("", "identity")
GZIP = ("gzip", "x-gzip")
TAIL = 4096


def whole_body(headers: Mapping[str, str], chunks: Iterable[bytes], limit: int) -> bytes:
    """The decoded body of an answer with these (lower-case) header fields. Raises Refused where it is not whole or too large."""
    length = headers.get("content-length", "")
    if length.isdigit() and int(length[:20]) > limit:
        raise Refused(Unreadable.TOO_LARGE, f"more than {limit} bytes")
    coding = headers.get("content-encoding", "").strip().lower()
    chunks = _capped(chunks, limit)
    if coding in GZIP:
        body = inflated(chunks, limit)
    elif coding in IDENTITY:
        body = b"".join(chunks)
        if not length and "transfer-encoding" not in headers and not proves_its_end(body):
            raise Refused(Unreadable.INCOMPLETE, "the server gave no length, and the document does not prove its end")
    else:
        raise Refused(Unreadable.ENCODING, "only gzip and identity are")
    if not body:
        raise Refused(Unreadable.INCOMPLETE, "the body is empty")
    return body


def proves_its_end(body: bytes) -> bool:
    """Whether a document shows by itself that nothing is missing: HTML that is closed, or JSON that parses."""
    tail = body[-TAIL:].rstrip().lower()
    if tail.endswith(b"-->") and b"</html>" in tail:  # generators sign below the end
        tail = tail[: tail.rindex(b"<!--")].rstrip() if b"<!--" in tail else tail
    return tail.endswith(b"</html>") or _is_json(body)


def _is_json(body: bytes) -> bool:
    if body.lstrip()[:1] not in (b"{", b"["):  # a cut number is still a number
        return False
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _capped(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Refused(Unreadable.TOO_LARGE, f"more than {limit} bytes")
        yield chunk
