"""Loading a stranger's JSON or YAML."""

from __future__ import annotations

import json
import time

import pytest

from driftgate.extract.openapi.load import MAX_CHARACTERS, RefusedError, load


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"a": 1, "a": 2}', id="json-duplicate-key"),
        pytest.param('{"a": {"b": 1}, "c": ":d", "a": 2}', id="json-duplicate-key-beside-a-colon-in-a-value"),
        pytest.param('{"x": "a: \\"b\\": c", "a" : 1, "a": 2}', id="json-duplicate-key-before-a-blank"),
        pytest.param('{"a\\\\": 1, "a\\\\": 2}', id="json-duplicate-key-that-ends-in-a-backslash"),
        pytest.param('[{"a": 1}, {"b": 1, "c"\n:1, "c":2}]', id="json-duplicate-key-in-a-list"),
        pytest.param('{"a" : " : b", "c\\\\" : 1, "c\\\\" : 2}', id="json-duplicate-key-that-ends-in-a-backslash-before-a-blank"),
        pytest.param("a: 1\na: 2\n", id="yaml-duplicate-key"),
        pytest.param('{"a": NaN}', id="json-nan"),
        pytest.param('{"a": -Infinity}', id="json-infinity"),
        pytest.param('{"a": 1e999}', id="json-number-beyond-any-float"),
        pytest.param("a: .nan\n", id="yaml-nan"),
        pytest.param("a: -.inf\n", id="yaml-infinity"),
        pytest.param('{"a": ' + "[" * 80 + "]" * 80 + "}", id="json-too-deep"),
        pytest.param("[" * 100_000, id="json-hundred-thousand-brackets"),
        pytest.param("a: " + "[" * 100_000, id="yaml-hundred-thousand-brackets"),
        pytest.param("a: " + "{a: " * 100_000, id="yaml-hundred-thousand-braces"),
        pytest.param("- " * 5_000 + "a", id="yaml-nested-sequences"),
        pytest.param(bomb(9), id="yaml-alias-bomb"),
        pytest.param("a: &a {b: 1}\nc: !!python/object:os.system {}\n", id="yaml-foreign-tag"),
        pytest.param("a: !secret 1\n", id="yaml-unknown-tag"),
        pytest.param("a: *b\n", id="yaml-alias-without-anchor"),
        pytest.param("a: &a [*a]\n", id="yaml-alias-of-itself"),
        pytest.param("? [a, b]\n: c\n", id="yaml-key-that-is-a-list"),
        pytest.param("a: 1\n---\nb: 2\n", id="yaml-two-documents"),
        pytest.param("a: b: c\n", id="yaml-broken"),
        pytest.param('{"a": "\\ud800"}', id="json-lone-surrogate"),
        pytest.param('{"a": "\\udc00\\ud800"}', id="json-surrogates-the-wrong-way-round"),
        pytest.param('{"a": "\\\\ud83d\\ude00"}', id="json-lone-surrogate-behind-an-escaped-backslash"),
        pytest.param("x" * (MAX_CHARACTERS + 1), id="too-large"),
    ],
)
def test_refused(text: str) -> None:
    """What could explode, hide a value or mean two things is refused, quickly and without the document's words."""
    started = time.process_time()
    with pytest.raises(RefusedError) as caught:
        load(text)
    assert time.process_time() - started < 2
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("12:30", "12:30"),
        ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("-5", -5),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("true", True),
        ("FALSE", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ('"1"', "1"),
        ("!!str 1", "1"),
        ("=", "="),
    ],
)
def test_yaml_scalars_follow_version_1_2(scalar: str, value: object) -> None:
    """Norway stays a country and half past twelve a string."""
    loaded = load(f"a: {scalar}\n").data
    assert loaded == {"a": value}
    assert isinstance(loaded, dict)
    assert type(loaded["a"]) is type(value)


def test_yaml_keys_are_their_text() -> None:
    """Statuses and switches stay names, as in JSON."""
    assert load("200: a\non: b\nnull: c\n1.0: d\n").data == {"200": "a", "on": "b", "null": "c", "1.0": "d"}


def test_yaml_anchors_and_merge_keys_are_followed_within_the_limits() -> None:
    """A mapping's own keys win over merged ones, wherever they stand."""
    text = "base: &b {x: 1, y: 2}\none:\n  <<: *b\n  y: 3\ntwo:\n  y: 4\n  <<: [*b, {z: 5}]\nthree: *b\n"
    assert load(text).data == {
        "base": {"x": 1, "y": 2},
        "one": {"x": 1, "y": 3},
        "two": {"x": 1, "y": 4, "z": 5},
        "three": {"x": 1, "y": 2},
    }


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('{"a" : 1, "b"\n: {"a":2}}', {"a": 1, "b": {"a": 2}}),
        (r'{"a\\": ":b", "c": "\"a\": 1"}', {"a\\": ":b", "c": '"a": 1'}),
        (r'{"a" : "\" : b", "c" :2, "d\\" : " : e"}', {"a": '" : b', "c": 2, "d\\": " : e"}),
        ('[{"a": 1}, {"a": 2}, ":"]', [{"a": 1}, {"a": 2}, ":"]),
        (r'{"a": "\ud83d\ude00", "b": "\\ud83d"}', {"a": "\U0001f600", "b": "\\ud83d"}),
    ],
)
def test_json_with_each_key_once_is_its_data(text: str, data: object) -> None:
    """However its keys are written, and whatever its values look like."""
    assert load(text).data == data


def test_integers_beyond_64_bit_are_the_floats_that_they_were() -> None:
    """JavaScript's tools write -9223372036854776000 for the smallest 64-bit integer and 1e21 in full."""
    assert load('{"a": -9223372036854776000, "b": 9223372036854775807, "c": 1000000000000000000000}').data == {
        "a": -9223372036854776000.0,
        "b": 9223372036854775807,
        "c": 1e21,
    }


def test_lines_are_those_of_each_mappings_key() -> None:
    """A block on line 10 of a page knows the page's lines."""
    loaded = load("a:\n  # a remark\n  b:\n    c: {d: 1}\n  e:\n    - f: 1\n", first_line=10)
    data = loaded.data
    assert isinstance(data, dict)
    found = {name: loaded.lines[id(value)] + loaded.first_line for name, value in data["a"].items() if isinstance(value, dict)}
    assert found == {"b": 12}
    assert loaded.lines[id(data["a"]["e"][0])] + loaded.first_line == 15


def test_json_with_a_comment_is_read_as_yaml() -> None:
    """YAML's flow style looks like JSON and allows more."""
    assert load("{a: 1, b: [x]} # remark\n").data == {"a": 1, "b": ["x"]}


def test_json_with_text_behind_it_is_refused() -> None:
    with pytest.raises(RefusedError):
        load('{"a": 1} {"b": 2}')


def test_a_three_megabyte_yaml_document_loads_in_linear_time() -> None:
    """Twice the text costs about twice the time."""

    def seconds(entries: int) -> float:
        text = "paths:\n" + "".join(f"  /p{n}:\n    get:\n      description: A line of text, no more.\n" for n in range(entries))
        started = time.process_time()
        assert len(load(text).data["paths"]) == entries  # type: ignore[index]
        return time.process_time() - started

    assert seconds(20_000) < 4 * max(seconds(10_000), 0.05)


def test_json_equals_yaml() -> None:
    """The same data in both spellings."""
    data = {"a": [1, 2.5, None, True, "x: y", {"b": "#no comment"}]}
    assert load(json.dumps(data)).data == load("a: [1, 2.5, null, true, 'x: y', {b: '#no comment'}]\n").data == data
