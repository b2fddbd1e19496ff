"""Printed types as facts: one place for the hundred spellings that pages use."""

from driftgate.extract.typewords.read import read_type, states_no_type

__all__ = ["read_type", "states_no_type"]
