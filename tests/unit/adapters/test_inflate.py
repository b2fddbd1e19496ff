"""Gzip is read to its proven end, or not at all."""

from __future__ import annotations

import gzip
import random
import zlib

import pytest

from driftgate.adapters.inflate import inflated
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

TEXT = b"".join(b"line %d of the page\n" % number for number in range(5000))
PACKED = gzip.compress(TEXT, mtime=0)
LIMIT = len(TEXT)


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


@pytest.mark.parametrize("size", [1, 7, 1000, 10**6])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PACKED, id="one member"),
        pytest.param(gzip.compress(TEXT[:999]) + gzip.compress(TEXT[999:]), id="two members"),
        pytest.param(gzip.compress(b"") + PACKED + bytes(600), id="an empty member and padding"),
    ],
)
def test_a_whole_stream_is_read_however_it_is_cut_into_chunks(content: bytes, size: int) -> None:
    assert inflated(pieces(content, size), LIMIT) == TEXT


@pytest.mark.parametrize("end", [0, 1, 9, 10, 500, len(PACKED) - 8, len(PACKED) - 1])
@pytest.mark.parametrize("size", [3, 10**6])
def test_a_stream_cut_anywhere_is_incomplete(end: int, size: int) -> None:
    with pytest.raises(Refused) as caught:
        inflated(pieces(PACKED[:end], size), LIMIT)
    assert caught.value.reason is Unreadable.INCOMPLETE


def test_no_prefix_of_two_members_passes_for_the_whole() -> None:
    """The first member alone is whole by itself: this is the one prefix that nothing inside a gzip stream gives away."""
    first, second = gzip.compress(b"one"), gzip.compress(b"two")
    whole = [end for end in range(len(first + second)) if is_whole((first + second)[:end])]
    assert whole == [len(first)]


def is_whole(content: bytes) -> bool:
    try:
        inflated([content], LIMIT)
    except Refused:
        return False
    return True


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(TEXT, Unreadable.ENCODING, id="no gzip"),
        pytest.param(zlib.compress(TEXT), Unreadable.ENCODING, id="zlib"),
        pytest.param(PACKED[:-8] + bytes(8), Unreadable.INCOMPLETE, id="a wrong checksum"),
        pytest.param(PACKED + b"<html>", Unreadable.INCOMPLETE, id="bytes after the end"),
        pytest.param(PACKED + b"\x1f", Unreadable.INCOMPLETE, id="half a magic number after the end"),
        pytest.param(gzip.compress(b"x") * 1001, Unreadable.ENCODING, id="too many members"),
        pytest.param(gzip.compress(TEXT + b"x"), Unreadable.TOO_LARGE, id="one byte too many"),
        pytest.param(PACKED + PACKED, Unreadable.TOO_LARGE, id="too many bytes over two members"),
    ],
)
def test_what_is_no_whole_gzip_below_the_limit_is_refused(content: bytes, reason: Unreadable) -> None:
    with pytest.raises(Refused) as caught:
        inflated([content], LIMIT)
    assert caught.value.reason is reason


def test_damaged_streams_are_never_read_as_something_else() -> None:
    """A flipped bit either leaves the text as it is (in the header's free fields) or is refused."""
    chance = random.Random(7)
    readings = [damaged(chance) for _ in range(300)]
    assert set(readings) <= {None, TEXT}
    assert readings.count(None) > 250


def damaged(chance: random.Random) -> bytes | None:
    content = bytearray(PACKED)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    try:
        return inflated([bytes(content)], LIMIT)
    except Refused:
        return None
