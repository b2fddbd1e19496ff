"""AsciiDoc into blocks: its own line marks, tables and inline marks, so that the generic readers serve it as they do HTML."""

from driftgate.extract.asciidoc.blocks import blocks

__all__ = ["blocks"]
