"""What a reader gives back, and how its gaps are noted."""

from __future__ import annotations

import pytest

from driftgate.contract import Contract, Operation, Source
from driftgate.extract.extraction import Extraction, Gap, GapKind, gap_line


@pytest.mark.parametrize(
    ("gap", "line"),
    [
        pytest.param(Gap(GapKind.ROW, Source(quote="Send us money", line=3)), "row", id="words-of-the-page-stay-out"),
        pytest.param(Gap(GapKind.ROW, Source(element="table > tr")), "row", id="an-element-is-no-place-in-a-document"),
        pytest.param(Gap(GapKind.HEADER, Source(), after="body:name"), "header after body:name", id="behind-a-field"),
        pytest.param(Gap(GapKind.REFERENCE, Source(element="#/components/x")), "reference after #/components/x", id="a-pointer"),
        pytest.param(Gap(GapKind.PARAMETER_PLACE, Source()), "parameter place", id="two-words"),
    ],
)
def test_a_gap_is_noted_without_the_words_of_the_page(gap: Gap, line: str) -> None:
    assert gap_line(gap) == line


@pytest.mark.parametrize(("seen", "read", "share"), [(0, 0, 1.0), (4, 3, 0.75), (4, 0, 0.0)])
def test_what_was_recognised_is_a_share_of_the_rows(seen: int, read: int, share: float) -> None:
    assert Extraction(platform="x", rows_seen=seen, rows_read=read).recognised == share


def test_the_operations_are_those_of_the_contracts() -> None:
    one = Operation("GET", "/a")
    assert Extraction(platform="x", contracts=(Contract(operation=one),)).operations == (one,)
