"""Security requirements and schemes of OpenAPI."""

from __future__ import annotations

from typing import Any

import pytest

from driftgate.contract import SecurityScheme, Source
from driftgate.extract.extraction import Gap, GapKind
from driftgate.extract.openapi.security import from_authorization, is_credential, scheme_of, security

BEARER = SecurityScheme(scheme="bearer", place="header", name="Authorization")
KEY = SecurityScheme(scheme="apiKey", place="query", name="key")
SCHEMES = {"token": {"type": "http", "scheme": "Bearer"}, "key": {"type": "apiKey", "in": "query", "name": "key"}}


def stated(entries: Any, gaps: list[Gap] | None = None) -> Any:
    return security(entries, SCHEMES, [] if gaps is None else gaps)


@pytest.mark.parametrize("nothing", [None, {"token": []}, "token"])
def test_what_is_no_list_states_nothing(nothing: Any) -> None:
    assert stated(nothing) is None


def test_a_scheme_that_is_not_described_is_a_gap_and_no_requirement() -> None:
    gaps: list[Gap] = []
    assert stated([{"lost": []}], gaps) == ()
    assert gaps == [Gap(GapKind.REFERENCE, Source(element="/components/securitySchemes/lost"))]


@pytest.mark.parametrize(
    ("entries", "requirements"),
    [
        ([], ()),
        ([{}], ((),)),
        ([{"token": []}, {"key": []}], ((KEY,), (BEARER,))),
        ([{"key": []}, {"token": []}], ((KEY,), (BEARER,))),
        ([{"token": [], "key": []}], ((KEY, BEARER),)),
        ([{"token": []}, {"token": []}], ((BEARER,),)),
    ],
)
def test_alternatives_and_schemes_needed_together_are_kept_in_one_order(entries: Any, requirements: Any) -> None:
    assert stated(entries) == requirements


@pytest.mark.parametrize(
    ("scheme", "word", "place", "name"),
    [
        ({"type": "mutualTLS"}, "mutualTLS", "", ""),
        ({"type": "basic"}, "basic", "header", "Authorization"),
        ({"type": "oauth2"}, "oauth2", "header", "Authorization"),
        ({"type": "http", "scheme": "Digest"}, "digest", "header", "Authorization"),
        ({"type": "apiKey", "in": "cookie", "name": "sid"}, "apiKey", "cookie", "sid"),
    ],
)
def test_each_kind_of_scheme_is_put_where_it_is_sent(scheme: dict[str, Any], word: str, place: str, name: str) -> None:
    assert scheme_of(scheme, []) == SecurityScheme(scheme=word, place=place, name=name)


def test_scopes_are_a_set() -> None:
    assert scheme_of({"type": "oauth2"}, ["b", "a", "b"]).scopes == ("a", "b")


@pytest.mark.parametrize(
    ("parameter", "word"),
    [
        ({"description": "Your key."}, "apiKey"),
        ({"example": "Bearer abc"}, "bearer"),
        ({"schema": {"default": "Basic dXNlcg=="}}, "basic"),
    ],
)
def test_a_header_parameter_tells_its_scheme_by_its_words(parameter: dict[str, Any], word: str) -> None:
    assert from_authorization(parameter) == SecurityScheme(scheme=word, place="header", name="Authorization")


def test_a_parameter_is_the_credential_of_a_scheme_by_place_and_name() -> None:
    assert not is_credential("query", "authorization", ((BEARER,),))
    assert not is_credential("header", "Authorization", None)
    assert is_credential("header", "authorization", ((KEY,), (BEARER,)))
