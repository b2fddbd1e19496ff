"""The words of drifts: one sentence of what moved, and short renderings that are the same on every machine."""

from __future__ import annotations

import pytest

from driftgate.contract import Operation
from driftgate.diff import changes as found
from driftgate.diff.changes import Change
from driftgate.diff.conflicts import Conflict, OmitsRequired, SendsOtherValue
from driftgate.diff.fields import fact_changes
from driftgate.rules.texts import facts_text, security_text, short, value_text
from driftgate.rules.wording import wording
from shorthand import BEARER, KEY, field

ENUM = next(fact_changes(field("body:m", enum=("a", "b")), field("body:m", enum=("b", "c"))))
INSIDE = next(fact_changes(field("body:m", default='{"a":1}'), field("body:m", default='{"a":2}')))
STATED = next(fact_changes(field("200:m"), field("200:m", required=True)))
RENAMED = found.FieldRenamed(field("body:a_b"), field("body:aB"))
MOVED = found.OperationMoved(Operation("POST", "/a"), Operation("POST", "/b"))

WORDS = (
    (found.FieldRemoved(field("200(a/b):id")), "200 (a/b) field `id` is gone"),
    (found.FieldAdded(field("429.header:Retry-After")), "429 header `Retry-After` is new"),
    (
        found.FieldRenamed(field("body:a_b"), field("body:aB")),
        "body field `a_b` is gone and body field `aB` is new: it looks renamed",
    ),
    (ENUM, "body field `m`: enum lost [a] and won [c]"),
    (INSIDE, "body field `m`: default differs inside: a went from 1 to 2"),
    (STATED, "200 field `m`: required went from not stated to true"),
    (MOVED, "POST /a is now documented as POST /b"),
    (found.ServersChanged((), ("https://b", "https://a")), "the documented servers went from not stated to https://a, https://b"),
    (
        found.SecurityChanged(((BEARER, KEY), ()), None),
        "authentication went from bearer in header Authorization + apiKey in header X-Key or none to not stated",
    ),
    (found.PageGone("help_center", "https://h", "gone"), "the help center https://h cannot be reached: gone"),
    (OmitsRequired(field("body:a")), "the docs require body field `a`, which the client does not send"),
    (
        SendsOtherValue(field("body:a"), field("body:a", enum=("x",)), ("y", 1)),
        "the client sends body field `a` with [1, y], which the docs do not allow",
    ),
)


@pytest.mark.parametrize(("change", "message"), WORDS)
def test_one_sentence_says_what_moved(change: Change | Conflict, message: str) -> None:
    assert wording(change).message == message


def test_sets_are_sorted_and_facts_stand_in_the_tables_order() -> None:
    assert value_text(("b", None, True, 1, "a")) == "[1, a, b, null, true]"
    assert facts_text({"maximum": 2, "required": False, "type": "integer"}) == "type integer, required false, maximum 2"
    assert security_text(((KEY,), (BEARER,))) == security_text(((BEARER,), (KEY,)))


def test_long_values_are_cut_in_messages_only() -> None:
    words = wording(next(fact_changes(field("body:m"), field("body:m", pattern="x" * 999))))
    assert (len(words.after), len(words.message)) == (999 + len("pattern "), 248)
    assert short("y" * 999) == "y" * 199 + "…"
