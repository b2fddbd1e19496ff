"""reStructuredText into blocks: its titles, tables, lists and directives, those of Sphinx for HTTP among them."""

from driftgate.extract.rst.blocks import blocks

__all__ = ["blocks"]
