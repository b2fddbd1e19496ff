"""A credential prints, compares, copies and stores nothing, and is searched for in many spellings."""

from __future__ import annotations

import base64
import copy
import html
import json
import pickle
import traceback
from urllib.parse import quote

import pytest

from driftgate.errors import UsageError
from driftgate.smoke.credential import Secret, secret_from
from driftgate.smoke.search import exposes, looks_secret

KEY = "sk-Qw3rTyU9i0pAsDfGh7JkLzXcVbNm12/+x"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        ("\n", "it is empty"),
        ("0", "it is shorter than 16 characters"),
        ("x" * 513, "it is longer than 512 characters"),
        (f"{KEY}\r\nX-Evil: yes", "it holds a space, a control character or a character outside ASCII"),
        (f"{KEY}\n\n", "it holds a space, a control character or a character outside ASCII"),
        (f"“{KEY}”", "it holds a space, a control character or a character outside ASCII"),
        (f"{KEY} {KEY}", "it holds a space, a control character or a character outside ASCII"),
        (f"{KEY}\x00", "it holds a space, a control character or a character outside ASCII"),
    ],
)
def test_an_unusable_credential_is_refused_by_the_kind_of_fault_alone(text: str, why: str) -> None:
    with pytest.raises(UsageError) as raised:
        secret_from(text, "ACME_KEY")
    assert str(raised.value) == (
        "the credential cannot be used\n  where: environment variable ACME_KEY\n"
        f"  why:   {why}\n  next:  store the key as one plain line, without quotes"
    )


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_one_trailing_newline_is_dropped(ending: str) -> None:
    assert secret_from(KEY + ending, "ACME_KEY").reveal() == KEY


def test_no_way_of_printing_shows_it() -> None:
    secret = Secret(KEY)
    shown = [repr(secret), str(secret), f"{secret}", f"{secret!r:>40}", format(secret), repr([secret]), str(dir(secret))]
    assert [text for text in shown if KEY in text] == []


def test_it_equals_nothing_and_has_no_hash() -> None:
    secret = Secret(KEY)
    assert secret != KEY
    assert secret != Secret(KEY)
    with pytest.raises(TypeError):
        hash(secret)


@pytest.mark.parametrize("leak", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, vars])
def test_it_cannot_be_stored_or_copied(leak: object) -> None:
    assert callable(leak)
    with pytest.raises(TypeError) as raised:
        leak(Secret(KEY))
    assert KEY not in str(raised.value)


def test_a_traceback_with_locals_does_not_show_it() -> None:
    secret = Secret(KEY)
    with pytest.raises(RuntimeError) as raised:
        _raise_beside(secret)
    text = "".join(traceback.TracebackException.from_exception(raised.value, capture_locals=True).format())
    assert "Secret(…)" in text
    assert KEY not in text


def _raise_beside(secret: Secret) -> None:
    raise RuntimeError(f"sending with {secret}")


ENCODINGS = {
    "itself": KEY,
    "in a sentence": f"Incorrect API key provided: Bearer {KEY}.",
    "eight characters": KEY[9:17],
    "its end": KEY[-8:],
    "reversed": KEY[::-1],
    "upper case": KEY.upper(),
    "lower case": KEY.lower(),
    "base64, aligned": base64.b64encode(KEY.encode()).decode(),
    "base64, shifted by one": base64.b64encode(b":" + KEY.encode()).decode(),
    "base64, shifted by two": base64.b64encode(b"a:" + KEY.encode()).decode(),
    "base64 of user and key": base64.b64encode(b"user:" + KEY.encode() + b"\n").decode(),
    "base64 for URLs": base64.urlsafe_b64encode(KEY.encode()).decode().rstrip("="),
    "base32": base64.b32encode(KEY.encode()).decode(),
    "hexadecimal": KEY.encode().hex(),
    "upper-case hexadecimal": KEY.encode().hex().upper(),
    "spaced hexadecimal": KEY.encode().hex(" "),
    "percent-encoded": quote(KEY, safe=""),
    "wholly percent-encoded": "".join(f"%{ord(char):02X}" for char in KEY),
    "JSON escapes": "".join(f"\\u{ord(char):04x}" for char in KEY),
    "Python escapes": "".join(f"\\x{ord(char):02x}" for char in KEY),
    "driftgate's own escapes": "".join(f"\\u{{{ord(char):x}}}" for char in KEY),
    "decimal entities": "".join(f"&#{ord(char)};" for char in KEY),
    "hexadecimal entities": "".join(f"&#x{ord(char):x};" for char in KEY),
    "HTML": html.escape(KEY),
    "wrapped over two lines": f"{KEY[:20]}\n          {KEY[20:]}",
    "spaced out": " ".join(KEY),
    "parted by zero-width spaces": "\u200b".join(KEY),
}


@pytest.mark.parametrize("text", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_a_trace_is_found_in_any_usual_encoding(text: str) -> None:
    assert exposes(f"before {text} after", Secret(KEY))


@pytest.mark.parametrize("start", range(len(KEY) - 7))
def test_every_run_of_eight_characters_is_a_trace(start: int) -> None:
    assert exposes(f"x {KEY[start : start + 8]} y", Secret(KEY))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cometapi/chat-completions",
        "cometapi-chat-completions-smoke-20261122-a1b2c3",
        "3f" * 32,
        "https://docs.example.com/api/text/chat",
        KEY[:7] + "*****" + KEY[-4:],
    ],
)
def test_what_is_public_is_no_trace_even_if_the_key_begins_like_it(text: str) -> None:
    assert not exposes(text, Secret(KEY))
    assert not exposes(text, Secret("cometapi-20261122-Zq8Wn3Ld0Ks"))


def test_without_a_credential_nothing_is_exposed() -> None:
    assert not exposes(KEY, None)


@pytest.mark.parametrize(
    "text",
    [
        "sk-" + "a1B2c3D4e5F6g7H8i9J0k1L2",
        "sk_live_" + "a1B2c3D4e5F6g7H8",
        "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "xoxb-" + "123456789012-abcdef",
        "eyJhbGciOiJI.eyJzdWIiOiIx",
        "-----BEGIN RSA PRIVATE KEY-----",
        "Authorization: Bearer abcdefghijklmnop1234",
        "https://user:password@example.com/",
    ],
)
def test_shapes_of_well_known_keys_are_recognised(text: str) -> None:
    assert looks_secret(f"a {text} b")


@pytest.mark.parametrize(
    "text",
    [
        "<YOUR_API_KEY>",
        "3f" * 32,
        "acme-chat-smoke-20261122-a1b2",
        'W/"5e15-abc"',
        "risk-assessment-of-everything-2026",
        "https://a.example:8443/b",
    ],
)
def test_harmless_texts_have_no_such_shape(text: str) -> None:
    assert not looks_secret(text)


def test_a_long_credential_is_found_as_surely_as_a_short_one() -> None:
    long = "".join(f"{number:x}Zq{number * 7919 % 9973:04d}" for number in range(73))
    secret = Secret(long)
    assert len(long) > 500
    assert all(exposes(f"x {long[start : start + 8]} y", secret) for start in range(len(long) - 7))
    assert exposes(base64.b64encode(b"a:" + long.encode()).decode(), secret)
    assert exposes(long.encode().hex(), secret)
    assert not exposes("a sentence that has nothing to do with it, 0123456789abcdef", secret)
