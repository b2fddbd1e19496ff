"""The way of authenticating is kept, the credential never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contracts import BEARER, chat
from driftgate.contract import SecurityScheme
from driftgate.record.credentials import is_credential, security_of

SECRET = "canary-secret"


@pytest.mark.parametrize(
    ("headers", "query", "scheme"),
    [
        pytest.param({"authorization": f"bearer {SECRET}"}, {}, BEARER, id="bearer"),
        pytest.param({"Authorization": f"Basic {SECRET}"}, {}, replace(BEARER, scheme="basic"), id="basic"),
        pytest.param({"Authorization": SECRET}, {}, replace(BEARER, scheme="apiKey"), id="a bare key"),
        pytest.param({"Authorization": f"{SECRET} x"}, {}, replace(BEARER, scheme="apiKey"), id="an unknown word"),
        pytest.param({"X-API-Key": SECRET}, {}, SecurityScheme(scheme="apiKey", place="header", name="X-API-Key"), id="header"),
        pytest.param({}, {"api_key": SECRET}, SecurityScheme(scheme="apiKey", place="query", name="api_key"), id="query"),
    ],
)
def test_the_scheme_is_known_by_its_place(headers: dict[str, str], query: dict[str, str], scheme: SecurityScheme) -> None:
    assert security_of(headers, query, None) == ((scheme,),)


def test_no_credential_seen_is_not_stated() -> None:
    assert security_of({"Accept": "x"}, {"page": "1"}, None) is None


def test_the_docs_name_a_key_of_their_own_and_an_oauth2_bearer() -> None:
    own = SecurityScheme(scheme="apiKey", place="header", name="Acme-Key")
    oauth = SecurityScheme(scheme="oauth2")
    contract = replace(chat(), security=((own, oauth),))
    assert security_of({"acme-key": SECRET, "authorization": f"Bearer {SECRET}"}, {}, contract) == (
        (own, replace(BEARER, scheme="oauth2")),
    )
    assert is_credential("ACME-KEY", contract)
    assert not is_credential("model", contract)
