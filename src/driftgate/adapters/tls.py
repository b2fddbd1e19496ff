"""Whose certificates are accepted. They are always verified."""

from __future__ import annotations

import ssl

import certifi

from driftgate.errors import ConfigError


def trust(ca_file: str) -> ssl.SSLContext:
    """The usual authorities, and those of a CA file besides. Raises ConfigError where it cannot be read."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # verifies by default, and writes no key log
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(certifi.where())
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError):
            raise ConfigError("the CA file cannot be used", where=ca_file, advice="name a PEM file in fetch.ca_file") from None
    return context
