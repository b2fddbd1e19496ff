"""Names are kept, identifiers are not."""

from __future__ import annotations

import pytest

from driftgate.record.shapes import is_name, shapes


@pytest.mark.parametrize(
    "key",
    [
        "org_8123_acme",
        "a@b.example",
        "",
        "a b",
        "0f0f0f0f-0f0f",
        "0123456789ab",
        "Zk3v9QhWm2Lp7Xs1",
        "x" * 65,
        "\u00e9",
        "a.b",
        "5",
    ],
)
def test_what_looks_like_an_identifier_is_no_name(key: str) -> None:
    assert not is_name(key)


@pytest.mark.parametrize("key", ["top_p", "b64_json", "imageUrl", "x-own", "$ref", "@type", "sha256", "p50_ms", "deadbeef"])
def test_what_looks_like_a_name_is_one(key: str) -> None:
    assert is_name(key)


def test_types_are_joined_over_documents() -> None:
    documents: list[object] = [{"a": 1, "b": [1, 2.5], "c": None}, {"a": 1.5, "b": [], "c": True}, {"a": None, "b": [[1]]}]
    seen, cut = shapes(documents)
    assert {path: found.type for path, found in seen.items()} == {
        "$": "object",
        "a": "number",
        "b": "array",
        "b[]": "array<integer>",
        "c": "boolean",
    }
    assert not cut


def test_too_many_fields_are_cut() -> None:
    seen, cut = shapes(
        [{f"a{chr(97 + n % 26)}{chr(97 + n // 26)}": {f"b{chr(97 + m)}x": 1 for m in range(26)} for n in range(199)}]
    )
    assert (len(seen), cut) == (5000, True)
