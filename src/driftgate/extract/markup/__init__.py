"""HTML into a whole tree, its visible text, and blocks. The only package that knows what HTML elements mean."""

from __future__ import annotations

from driftgate.extract.markup.blocks import blocks
from driftgate.extract.markup.marked import Marked
from driftgate.extract.markup.select import children, first, has_class, selector
from driftgate.extract.markup.text import classes, fold, main_class, visible_text
from driftgate.extract.markup.tree import UnparsableError, parse

__all__ = [
    "Marked",
    "UnparsableError",
    "blocks",
    "children",
    "classes",
    "first",
    "fold",
    "has_class",
    "main_class",
    "parse",
    "selector",
    "visible_text",
]
