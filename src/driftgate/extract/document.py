"""A page made ready for readers: decoded once, parsed once, each form made only when a reader asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from driftgate.extract.blocks import Block
from driftgate.extract.page import Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from driftgate.extract.markup import Marked


@dataclass(frozen=True)
class Document:
    """A page with its forms.

    kind: ``html``, ``markdown``, ``asciidoc``, ``rst``, ``json``, ``yaml``, ``script`` or ``text``, from media type, URL and a
    look at the bytes.
    """

    page: Page
    text: str
    kind: str

    @cached_property
    def tree(self) -> HtmlElement:
        """The lxml tree of an HTML page, complete (see :mod:`driftgate.extract.markup`)."""
        from driftgate.extract.markup import parse

        return parse(self.page.body, self.text)

    @cached_property
    def marked(self) -> Marked:
        """The elements of an HTML page by class word."""
        from driftgate.extract.markup import Marked

        return Marked(self.tree)

    @property
    def is_marked(self) -> bool:
        """Whether some reader has had the tree looked through already."""
        return "marked" in self.__dict__

    @cached_property
    def template(self) -> str:
        """The digest of the page's form (see :mod:`driftgate.extract.template`)."""
        from driftgate.extract.template import template

        return template(self.text, self.kind, self.marked if self.is_marked else None)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The page as blocks, whatever it was written in."""
        if self.kind == "html":
            from driftgate.extract.markup import blocks as html_blocks

            return html_blocks(self.tree)
        if self.kind == "asciidoc":
            from driftgate.extract.asciidoc import blocks as asciidoc_blocks

            return asciidoc_blocks(self.text)
        from driftgate.extract.flattened.blocks import blocks as flattened_blocks
        from driftgate.extract.flattened.blocks import is_flattened

        if self.kind == "rst":
            from driftgate.extract.rst import blocks as rst_blocks

            return rst_blocks(self.text)
        from driftgate.extract.markdown.blocks import blocks as markdown_blocks

        return flattened_blocks(self.text) if is_flattened(self.text) else markdown_blocks(self.text)
