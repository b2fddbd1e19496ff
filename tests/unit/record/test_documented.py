"""What the docs say decides how a recorded field is taken."""

from __future__ import annotations

from contracts import chat
from driftgate.contract import Field
from driftgate.record.documented import Documented

DOCS = Documented(
    chat(
        Field("body", "labels.*.name", {}),
        Field("body", "metadata", {"type": "object"}),
        Field("body", "closed", {"type": "object", "additional": False}),
        Field("body", "user", {"type": "object"}),
        Field("body", "user.name", {"type": "string"}),
        Field("body", "$", {"type": "object"}),
    )
)


def test_an_object_is_a_map_where_the_docs_list_free_keys_or_nothing_below() -> None:
    assert [path for path in ("$", "labels", "metadata", "closed", "user", "other") if DOCS.is_map("body", path)] == [
        "labels",
        "metadata",
    ]


def test_nothing_documented_knows_nothing() -> None:
    nothing = Documented(None)
    assert (bool(nothing), nothing.find("body", "model"), nothing.is_map("body", "x"), nothing.has_fields("200")) == (
        False,
        None,
        False,
        False,
    )
    assert nothing.status_for(404) == "404"


def test_a_status_is_placed_at_the_most_exact_documented_one() -> None:
    assert [DOCS.status_for(status) for status in (200, 404, 500)] == ["200", "4XX", "500"]


def test_a_field_of_the_same_media_type_comes_first_and_a_header_is_no_body_field() -> None:
    plain, streamed = DOCS.find("200", "id"), DOCS.find("200", "id", "text/event-stream")
    assert plain is not None
    assert streamed is not None
    assert (plain.media_type, streamed.media_type) == ("", "text/event-stream")
    assert DOCS.find("200", "X-Request-Id") is None
