"""Markdown, as vendors and mirrors really write it, as blocks."""

from driftgate.extract.markdown.blocks import blocks

__all__ = ["blocks"]
