"""The credential's origin: pinned outside the configuration, https, and equal to the configured one."""

from __future__ import annotations

import pytest

from driftgate.errors import ExitCode, SafetyStop
from driftgate.smoke.model import Credential
from driftgate.smoke.origin import UNTRUSTED_EVENTS, origin_of, pinned_origin, refusal

ACME = Credential(env="ACME_KEY")


@pytest.mark.parametrize(
    ("pin", "base_url"),
    [
        ("", "https://api.example.com"),
        ("https://api.example.com", "https://evil.example"),
        ("https://api.example.com", "https://api.example.com.evil.example"),
        ("https://api.example.com", "https://api.example.com@evil.example"),
        ("https://api.example.com", "https://api.example.com:8443"),
        ("https://api.example.com", "http://api.example.com"),
        ("http://api.example.com", "http://api.example.com"),
        ("https://user:pw@api.example.com", "https://api.example.com"),
        ("https://api.example.com/v1", "https://api.example.com/v1"),
        ("https://api.example.com?x=1", "https://api.example.com"),
        ("api.example.com", "https://api.example.com"),
        ("https://127.0.0.1:99999", "https://127.0.0.1:99999"),
        ("https://api.example.com", "https://api.example.com\\@evil.example"),
        ("https://еxample.com", "https://еxample.com"),
        ("http://127.0.0.1.evil.example", "http://127.0.0.1.evil.example"),
        ("http://2130706433", "http://2130706433"),
    ],
)
def test_a_credential_without_a_fitting_pin_stops_the_run(pin: str, base_url: str) -> None:
    with pytest.raises(SafetyStop) as raised:
        pinned_origin(ACME, base_url, {"ACME_KEY_ORIGIN": pin} if pin else {})
    assert raised.value.exit_code is ExitCode.SAFETY_STOP
    assert raised.value.where == "environment variable ACME_KEY_ORIGIN"
    assert "evil" not in str(raised.value)


@pytest.mark.parametrize(
    ("pin", "base_url", "origin"),
    [
        ("https://api.example.com", "https://api.example.com/v1", "https://api.example.com:443"),
        ("https://API.example.com:443/", "https://api.example.com", "https://api.example.com:443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/x", "http://127.0.0.1:8080"),
        ("http://localhost:1", "http://localhost:1", "http://localhost:1"),
        ("http://[::1]:8080", "http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_equal_origins_are_equal_however_they_are_spelled(pin: str, base_url: str, origin: str) -> None:
    assert pinned_origin(ACME, base_url, {"ACME_KEY_ORIGIN": pin}) == origin


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://a\tb.example",
        "https://a b",
        "https://h/\n",
        "ftp://h/",
        "https://",
        "https://[",
        "//h",
        "mailto:a@b",
        "https://h:x",
    ],
)
def test_what_is_no_origin_is_none(url: str) -> None:
    assert origin_of(url) is None


@pytest.mark.parametrize("event", sorted(UNTRUSTED_EVENTS))
def test_workflows_on_behalf_of_strangers_refuse_smoke(event: str) -> None:
    assert refusal({"GITHUB_EVENT_NAME": event}) == "smoke refused: this workflow event runs with secrets on behalf of strangers"


def test_a_tls_key_log_refuses_smoke() -> None:
    assert refusal({"SSLKEYLOGFILE": "/x"}).startswith("smoke refused: SSLKEYLOGFILE is set")


@pytest.mark.parametrize("environment", [{}, {"GITHUB_EVENT_NAME": "schedule"}, {"SSLKEYLOGFILE": ""}])
def test_other_surroundings_refuse_nothing(environment: dict[str, str]) -> None:
    assert refusal(environment) == ""
