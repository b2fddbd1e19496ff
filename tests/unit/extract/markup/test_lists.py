"""What Sphinx sets apart within a term by its style sheet is the type of the name before it."""

from __future__ import annotations

from documents import html_document
from driftgate.extract.blocks import Listing


def terms(body: str) -> list[str]:
    return [item.term for block in html_document(body).blocks if isinstance(block, Listing) for item in block.items]


def test_other_parts_of_a_term_are_left_as_they_stand() -> None:
    assert terms("<dl><dt>si<span class='x'>ze</span></dt><dd>How big.</dd></dl>") == ["size"]


def test_a_classifier_may_have_other_classes_too() -> None:
    assert terms('<dl><dt>size<span class="new classifier">int</span></dt><dd>How big.</dd></dl>') == ["size (int)"]


def test_a_classifier_is_a_type_in_brackets() -> None:
    assert terms('<dl><dt>size<span class="classifier">int</span></dt><dd>How big.</dd></dl>') == ["size (int)"]
