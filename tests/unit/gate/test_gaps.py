"""Gaps against those that a person knew of, and what may stand in the new ones."""

from __future__ import annotations

import pytest

from driftgate.contract import Source
from driftgate.extract.extraction import Gap, GapKind, gap_line
from driftgate.gate.gaps import hidden, is_closed, new_gaps
from shorthand import contract, field


def gap(after: str = "", kind: GapKind = GapKind.COLLAPSED, element: str = "") -> Gap:
    return Gap(kind, Source(element=element, quote="Show child attributes"), after)


def test_a_line_names_kind_and_field_and_quotes_nothing() -> None:
    parts = gap("body:a[].b"), gap(kind=GapKind.REMOTE_REFERENCE, element="/paths/~1a/post"), gap(element="main > div")
    assert [gap_line(part) for part in parts] == [
        "collapsed after body:a[].b",
        "remote reference after /paths/~1a/post",
        "collapsed",
    ]


def test_each_known_line_stands_for_one_gap() -> None:
    one, other = gap("body:a"), gap("body:b")
    assert new_gaps((one, one, other), ("collapsed after body:a", "collapsed after body:c")) == (one, other)
    assert new_gaps((one, other), ("collapsed after body:b", "collapsed after body:a")) == ()


def test_only_what_a_click_would_show_is_closed() -> None:
    assert [is_closed(found) for found in (gap("body:a"), gap("body:a", GapKind.SECTION))] == [True, False]


VANISHED = field("200:id", type="string")
NOW = contract(field("body:name"), field("200:state"))


@pytest.mark.parametrize(
    "fresh",
    [
        pytest.param((), id="no gap"),
        pytest.param((gap("body:name"),), id="another place"),
        pytest.param((gap("200:state", GapKind.TYPE),), id="a field that was read, with a type that was not"),
        pytest.param((gap("200:state", GapKind.DUPLICATE),), id="a field that was read twice"),
    ],
)
def test_a_vanished_field_does_not_stand_there(fresh: tuple[Gap, ...]) -> None:
    assert hidden([VANISHED], NOW, fresh) == ()


@pytest.mark.parametrize(
    "fresh",
    [
        pytest.param((gap("200:state"),), id="the same place"),
        pytest.param((gap("200(text/event-stream):state"),), id="the same status in another media type"),
        pytest.param((gap("200.header:X-Id", GapKind.ROW),), id="the same status"),
        pytest.param((gap("", GapKind.REFERENCE, "/components/schemas/A"),), id="a place that is not known"),
    ],
)
def test_a_vanished_field_may_stand_there(fresh: tuple[Gap, ...]) -> None:
    assert hidden([VANISHED], NOW, fresh) == (VANISHED,)


def test_a_vanished_field_may_stand_in_any_gap_where_its_place_holds_nothing_any_more() -> None:
    assert hidden([VANISHED], contract(field("body:name")), (gap("body:name"),)) == (VANISHED,)
