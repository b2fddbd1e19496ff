"""Which addresses a configuration lets documentation come from, and where a redirect may lead."""

from __future__ import annotations

import httpx
import pytest

from driftgate.adapters.reach import neutral, reach_of
from driftgate.adapters.refusal import Refused
from driftgate.config.model import Target, Vendor
from driftgate.contract import Operation
from driftgate.extract.page import Unreadable

TARGET = Target(id="acme/notes", reference="https://docs.acme.dev/notes#create", operation=Operation("POST", "/v1/notes"))
ACME = Vendor(
    id="acme",
    docs_home="https://docs.acme.dev/",
    help_center="https://help.acme.dev/",
    base_url="https://api.acme.dev",
    hosts=("CDN.acme.dev",),
    targets=(TARGET,),
)
LOCAL = Vendor(
    id="local", docs_home="http://127.0.0.1:8000/docs", help_center="http://localhost:9000/", base_url="http://127.0.0.1:7000"
)
CONFIGURED = reach_of([ACME, LOCAL], private_hosts=["Wiki.Internal"], also=["https://other.example/page"])
HOME = httpx.URL("https://docs.acme.dev/")


def test_reach_holds_the_documentation_of_each_vendor_and_never_its_api() -> None:
    assert CONFIGURED.hosts == (
        frozenset({"docs.acme.dev", "help.acme.dev", "cdn.acme.dev"}),
        frozenset({"127.0.0.1", "localhost"}),
        frozenset({"other.example"}),
    )
    assert CONFIGURED.trusted == {("127.0.0.1", 8000), ("localhost", 9000)}
    assert CONFIGURED.private_hosts == {"wiki.internal"}


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("https://api.acme.dev/openapi.json", Unreadable.REDIRECT, id="the API's host"),
        pytest.param("https://evil.example/", Unreadable.REDIRECT, id="an unknown host"),
        pytest.param("file:///etc/passwd", Unreadable.REDIRECT, id="a file"),
        pytest.param("ftp://docs.acme.dev/", Unreadable.REDIRECT, id="another scheme"),
        pytest.param("https://user:secret@docs.acme.dev/", Unreadable.REDIRECT, id="a password"),
        pytest.param("https://docs.acme.dev:99999/", Unreadable.REDIRECT, id="no port"),
        pytest.param("https://docs.acme.dev/" + "a" * 5000, Unreadable.REDIRECT, id="too long"),
        pytest.param("https:///nothing", Unreadable.REDIRECT, id="no host"),
        pytest.param("notes", Unreadable.REDIRECT, id="not absolute"),
        pytest.param("https://[::1", Unreadable.REDIRECT, id="an open bracket"),
        pytest.param("http://127.0.0.1:7000/", Unreadable.BLOCKED_ADDRESS, id="the API's port on this machine"),
        pytest.param("http://localhost/", Unreadable.BLOCKED_ADDRESS, id="another port on this machine"),
    ],
)
def test_a_trip_does_not_start_outside(url: str, reason: Unreadable) -> None:
    with pytest.raises(Refused) as caught:
        CONFIGURED.start(url)
    assert caught.value.reason is reason
    assert "secret" not in caught.value.detail


def test_a_trip_starts_at_a_configured_address_without_its_fragment() -> None:
    assert CONFIGURED.start("https://docs.acme.dev/notes?page=1#create") == httpx.URL("https://docs.acme.dev/notes?page=1")
    assert CONFIGURED.start("http://127.0.0.1:8000/docs") == httpx.URL("http://127.0.0.1:8000/docs")


@pytest.mark.parametrize(
    ("location", "detail"),
    [
        pytest.param("", "the redirect names no address", id="nothing"),
        pytest.param("http://docs.acme.dev/", "it leads from https to http", id="to plain http"),
        pytest.param(
            "https://other.example/page", "it leads to other.example, which is not a host of this vendor", id="another vendor"
        ),
        pytest.param("//evil.example/x", "it leads to evil.example, which is not a host of this vendor", id="without a scheme"),
        pytest.param("javascript:alert(1)", "the address is not an http or https address", id="a script"),
        pytest.param("https://u:p@docs.acme.dev/", "the address holds a user name or password", id="a password"),
        pytest.param(
            "https://2130706433/", "it leads to 2130706433, which is not a host of this vendor", id="an address as a number"
        ),
        pytest.param(
            "https://[::ffff:127.0.0.2]/", "it leads to ::ffff:127.0.0.2, which is not a host of this vendor", id="mapped"
        ),
        pytest.param(
            "https://169.254.169.254/", "it leads to 169.254.169.254, which is not a host of this vendor", id="metadata"
        ),
    ],
)
def test_a_redirect_does_not_leave_the_vendor(location: str, detail: str) -> None:
    with pytest.raises(Refused) as caught:
        CONFIGURED.step(HOME, HOME, location)
    assert (caught.value.reason, caught.value.detail) == (Unreadable.REDIRECT, detail)


def test_a_redirect_to_another_port_of_this_machine_is_refused() -> None:
    here = httpx.URL("http://127.0.0.1:8000/docs")
    with pytest.raises(Refused) as caught:
        CONFIGURED.step(here, here, "http://127.0.0.1:22/")
    assert caught.value.reason is Unreadable.BLOCKED_ADDRESS


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("../v2/notes", "https://docs.acme.dev/v2/notes"),
        ("https://help.acme.dev/x#top", "https://help.acme.dev/x"),
        ("//cdn.acme.dev/y", "https://cdn.acme.dev/y"),
    ],
)
def test_a_redirect_within_the_vendor_is_followed(location: str, target: str) -> None:
    assert str(CONFIGURED.step(HOME, httpx.URL("https://docs.acme.dev/v1/notes"), location)) == target


def test_a_host_is_shown_without_anything_that_could_be_text_of_another_kind() -> None:
    assert neutral("evil\x1b[31m.exa mple<b>é") == "evil31m.exampleb"
    assert neutral("a" * 200) == "a" * 80
