"""What the docs do not say stays unsaid in a document that has no words for it."""

from __future__ import annotations

import pytest

from driftgate.extract.openapi.silence import BESIDES, is_silent, silent


@pytest.mark.parametrize("raw", [None, [], {}, {"required": False}, {BESIDES: "required"}, {BESIDES: {"required": True}}])
def test_what_driftgate_did_not_write_is_as_the_document_says(raw: object) -> None:
    assert not is_silent(raw)


def test_silence_is_written_beside_what_else_is_known() -> None:
    written = silent({"type": "string", BESIDES: {"nullable": "not stated"}})
    assert written == {"type": "string", BESIDES: {"nullable": "not stated", "required": "not stated"}}
    assert is_silent(written)


def test_an_extension_of_another_form_is_replaced() -> None:
    assert silent({BESIDES: "odd"}) == {BESIDES: {"required": "not stated"}}
