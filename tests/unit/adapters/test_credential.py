"""Credentials are taken once, only with their pin, and leave the environment."""

from __future__ import annotations

import pytest

from driftgate.adapters.credential import Credentials
from driftgate.errors import SafetyStop, UsageError
from driftgate.smoke.model import Credential

ACME = Credential(env="ACME_KEY")
KEY = "sk-Qw3rTyU9i0pAsDfGh7JkLzXcVbNm12"
PINNED = {"ACME_KEY": KEY, "ACME_KEY_ORIGIN": "https://api.example.com"}


def test_a_variable_that_is_not_set_is_no_credential() -> None:
    assert Credentials({"ACME_KEY_ORIGIN": "https://api.example.com"}).take(ACME, "https://api.example.com") is None


@pytest.mark.parametrize("text", ["", "tooshort", "with a space in the middle", "“pasted-with-quotes”"])
def test_a_variable_that_is_set_and_unusable_is_an_error(text: str) -> None:
    with pytest.raises(UsageError) as raised:
        Credentials({**PINNED, "ACME_KEY": text}).take(ACME, "https://api.example.com")
    assert not text or text not in str(raised.value)


def test_without_its_pin_it_is_not_taken() -> None:
    environment = {"ACME_KEY": KEY}
    credentials = Credentials(environment)
    with pytest.raises(SafetyStop):
        credentials.take(ACME, "https://api.example.com")
    assert (credentials.secrets, environment) == ((), {"ACME_KEY": KEY})


def test_taken_it_leaves_the_environment_and_can_be_had_again() -> None:
    environment = dict(PINNED)
    credentials = Credentials(environment)
    secret = credentials.take(ACME, "https://api.example.com/v1")
    assert secret is not None
    assert secret.reveal() == KEY
    assert environment == {"ACME_KEY_ORIGIN": "https://api.example.com"}
    assert credentials.take(ACME, "https://api.example.com") is secret
    assert len(credentials.secrets) == 1


def test_taken_for_one_origin_it_is_refused_for_another() -> None:
    credentials = Credentials(dict(PINNED))
    credentials.take(ACME, "https://api.example.com")
    with pytest.raises(SafetyStop):
        credentials.take(ACME, "https://evil.example")
