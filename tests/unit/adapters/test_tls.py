"""Certificates are verified, by the usual authorities and by those that the user names."""

from __future__ import annotations

import ssl
from pathlib import Path

import certifi
import pytest

from driftgate.adapters.tls import trust
from driftgate.errors import ConfigError


def test_a_ca_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.pem")
    with pytest.raises(ConfigError, match="CA file cannot be used") as refused:
        trust(missing)
    assert refused.value.where == missing


def test_a_ca_file_without_a_certificate_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="CA file cannot be used"):
        trust(str(empty))


@pytest.mark.parametrize("ca_file", ["", certifi.where()])
def test_names_and_certificates_are_verified_whatever_the_ca_file(ca_file: str) -> None:
    context = trust(ca_file)
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.cert_store_stats()["x509_ca"] > 0


def test_old_protocols_are_refused_and_no_key_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = tmp_path / "keys.log"
    monkeypatch.setenv("SSLKEYLOGFILE", str(log))
    assert trust("").minimum_version == ssl.TLSVersion.TLSv1_2
    assert not log.exists()
