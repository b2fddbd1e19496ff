"""For one drift, the smallest message that worked under the approved contract and fails or is misread under the new one."""

from __future__ import annotations

from driftgate.rules.witness.find import witness_of
from driftgate.rules.witness.shown import Witness

__all__ = ["Witness", "witness_of"]
