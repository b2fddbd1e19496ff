"""What only sentences say: mined facts, and where sentences contradict a schema."""

from driftgate.extract.prose.contradictions import contradictions
from driftgate.extract.prose.mined import Mined, in_ticks, mined

__all__ = ["Mined", "contradictions", "in_ticks", "mined"]
