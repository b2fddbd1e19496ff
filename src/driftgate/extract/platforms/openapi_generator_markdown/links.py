"""The links by which openapi-generator's Markdown names models, in Markdown and in the HTML that is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.extract.blocks import Block, Heading, Paragraph
from driftgate.extract.document import Document
from driftgate.extract.markup.blocks import BOLD_HEADING

#: a list or map links to the model of its items, which is seen in the address only
_LISTED = re.compile(r"\[\*\*(List|Set|Map|array)\*\*\]\((?:[^()\s]{0,200}/)?([^()/\s]{1,200})\.md\)")
#: a link to a model that has no page
_NOWHERE = re.compile(r"\[\*\*([^*\[\]]{1,200})\*\*\]\((?:[^()\s]{0,200}/)?\.md\)")
_ANCHOR = re.compile(
    r'<a\s(?:[^<>"]{0,100}\s)?href="(?:[^"<>]{0,200}/)?([^"/<>#?]{0,200}?)(?:\.(?:md|html))?/?"[^<>]{0,200}>\s{0,9}'
    r"<(?:strong|b)>([^<>]{1,200})</(?:strong|b)>\s{0,9}</a>"
)
_HOLDERS = ("List", "Set", "Map", "array")


def told_blocks(document: Document) -> tuple[Block, ...]:
    """The page as blocks, with the model of a list's or map's items in its type, as words."""
    if document.kind == "html":
        from driftgate.extract.markup import blocks as html_blocks
        from driftgate.extract.markup import parse

        text = _ANCHOR.sub(lambda m: f"{m[2]}&lt;{m[1]}&gt;" if m[2] in _HOLDERS and m[1] else m[0], document.text)
        return tuple(_without_bold_answers(html_blocks(parse(text.encode(), text))))
    from driftgate.extract.markdown.blocks import blocks as markdown_blocks

    return markdown_blocks(_LISTED.sub(r"\1&lt;\2&gt;", document.text))


def _without_bold_answers(blocks: Sequence[Block]) -> Iterator[Block]:
    """In HTML the bold name of a returned model looks like a heading."""
    returns = False
    for block in blocks:
        if returns and isinstance(block, Heading) and block.level == BOLD_HEADING:
            yield Paragraph(block.text, block.line, block.element)
        else:
            yield block
        returns = isinstance(block, Heading) and block.text == "Return type"


def models_without_page(document: Document) -> list[str]:
    """The names of models that are linked to nowhere."""
    if document.kind == "html":
        return [match[2] for match in _ANCHOR.finditer(document.text) if not match[1]]
    return _NOWHERE.findall(document.text)
