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


def test_the_operations_are_those_of_the_contracts() -> None:
    one = Operation("GET", "/a")
    assert Extraction(platform="x", contracts=(Contract(operation=one),)).operations == (one,)
