"""Gzip under a cap, to the end of the stream: every member must prove itself complete by its checksum."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

GZIP = 31  # zlib's word for "gzip header and trailer, largest window"
MAGIC = b"\x1f\x8b"
PIECE = 64 * 1024
MOST_MEMBERS = 1000


def inflated(chunks: Iterable[bytes], limit: int) -> bytes:
    """The whole of a gzip stream of one or more members. Raises Refused: too large, cut, damaged, or no gzip at all."""
    pieces: list[bytes] = []
    size = 0
    for piece in _pieces(chunks):
        size += len(piece)
        if size > limit:
            raise Refused(Unreadable.TOO_LARGE, f"more than {limit} bytes after decompression")
        pieces.append(piece)
    return b"".join(pieces)


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    member = zlib.decompressobj(GZIP)
    members, begun, pending = 1, False, b""
    for chunk in chunks:
        pending = pending + chunk if pending else chunk
        while pending:
            if member.eof:
                pending = _next_member(pending)
                if len(pending) < len(MAGIC):
                    break
                member, members = zlib.decompressobj(GZIP), members + 1
                if members > MOST_MEMBERS:
                    raise Refused(Unreadable.ENCODING, f"more than {MOST_MEMBERS} gzip members")
            yield _fed(member, pending, begun)
            begun = True
            pending = member.unused_data if member.eof else member.unconsumed_tail
    if not member.eof or pending:
        raise Refused(Unreadable.INCOMPLETE, "the compressed stream ends too early")


def _next_member(pending: bytes) -> bytes:
    """What follows a member: padding is dropped, the start of another member is kept, all else is refused."""
    rest = pending.lstrip(b"\0")
    if not MAGIC.startswith(rest[: len(MAGIC)]):
        raise Refused(Unreadable.INCOMPLETE, "the compressed stream is followed by other bytes")
    return rest


def _fed(member: zlib._Decompress, data: bytes, begun: bool) -> bytes:
    try:
        return member.decompress(data, PIECE)
    except zlib.error:
        if begun or MAGIC.startswith(data[: len(MAGIC)]):
            raise Refused(Unreadable.INCOMPLETE, "the compressed stream is damaged") from None
        raise Refused(Unreadable.ENCODING, "the bytes are not the gzip that the server announced") from None
