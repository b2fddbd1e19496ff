"""What a page may reach while it is drawn: public documentation, never an API, never another vendor's private host."""

from __future__ import annotations

import httpx
import pytest

from driftgate.adapters.reach import Reach
from driftgate.adapters.traffic import apis_of, narrowed
from driftgate.config.model import Vendor

DOCS = "https://docs.acme.dev/api"


@pytest.mark.parametrize(
    ("base", "url", "page", "held"),
    [
        pytest.param("https://api.acme.dev", "https://api.acme.dev/v1/notes", DOCS, True, id="the API"),
        pytest.param("https://api.acme.dev", "https://api.acme.dev:443/", DOCS, True, id="the API, with its port said"),
        pytest.param("https://api.acme.dev/v1", "https://api.acme.dev/v1/notes", DOCS, True, id="below the base path"),
        pytest.param(
            "https://acme.dev/v1", "https://acme.dev/v1", "https://acme.dev/docs", True, id="the base path, docs beside"
        ),
        pytest.param("https://api.acme.dev", "https://docs.acme.dev/app.js", DOCS, False, id="another host"),
        pytest.param("https://api.acme.dev", "http://api.acme.dev/", DOCS, False, id="another scheme"),
        pytest.param(
            "https://acme.dev/v1", "https://acme.dev/v10/app.js", "https://acme.dev/docs", False, id="a path that only begins so"
        ),
        pytest.param(
            "https://acme.dev", "https://acme.dev/app.js", "https://acme.dev/docs", False, id="docs on the API's origin"
        ),
    ],
)
def test_an_address_of_an_api_is_known_as_such(base: str, url: str, page: str, held: bool) -> None:
    apis = apis_of([Vendor(id="acme", base_url=base), Vendor(id="other")])
    assert apis.hold(httpx.URL(url), httpx.URL(page)) is held


def test_a_page_reaches_only_the_private_places_of_its_own_vendor() -> None:
    reach = Reach(
        hosts=(frozenset({"docs.acme.dev", "wiki.acme.internal"}), frozenset({"10.0.0.7", "wiki.other.internal"})),
        trusted=frozenset({("10.0.0.7", 8080)}),
        private_hosts=frozenset({"wiki.acme.internal", "wiki.other.internal"}),
    )
    assert narrowed(reach, "docs.acme.dev") == Reach(
        hosts=(frozenset({"docs.acme.dev", "wiki.acme.internal"}),),
        trusted=frozenset(),
        private_hosts=frozenset({"wiki.acme.internal"}),
    )


def test_a_page_on_a_host_of_no_vendor_reaches_no_private_place() -> None:
    reach = Reach(hosts=(frozenset({"10.0.0.7"}),), trusted=frozenset({("10.0.0.7", 8080)}))
    assert narrowed(reach, "elsewhere.dev") == Reach(hosts=(frozenset({"elsewhere.dev"}),))
