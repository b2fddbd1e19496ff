"""Finds the lines of a page that state an operation: ``GET /x`` in all its forms, ``URL:`` and ``Method:`` pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Code, Heading, Listing, Paragraph, Table
from driftgate.extract.tables.below import Below
from driftgate.extract.tables.found import Found, lines_of, operation_at
from driftgate.extract.tables.pairs import Pair
from driftgate.extract.tables.regions import without_instances
from driftgate.extract.tables.sections import section_of, sides_of
from driftgate.extract.typewords.table import folded

_METHOD = "|".join(METHODS)
_TARGET = r"(https?://(?:[^\s`\"'<>|，。]|<[\w: -]{1,40}>){1,300}|/[^\s`\"'|，。]{1,300}|\{[\w-]{1,40}\}/[^\s`\"'|]{1,300})"
_LABEL = r"(?:[^\n`/]{0,40}[:：]\s{0,3})?"
_LINE = re.compile(rf"^{_LABEL}[`\[(【*]{{0,3}}({_METHOD})[`\])】*:]{{0,3}}\s{{0,4}}[`*]{{0,2}}{_TARGET}[`*.]{{0,3}}$")
_BACKWARD = re.compile(rf"^{_LABEL}`{{0,2}}{_TARGET}`{{0,2}}\s{{0,3}}[\[(（:–—-]\s{{0,2}}({_METHOD})[\])）]?$")
#: a badge and the address beside it, whose gap only the style sheet makes
_GLUED = re.compile(rf"^({_METHOD})(https?://[^\s`\"'<>|，。]{{3,300}})$", re.IGNORECASE)
#: a title, and behind it in the same heading the operation
_TITLED = re.compile(rf"^([^/`]{{1,80}}?)(?<![A-Z])({_METHOD})\s{{1,4}}(/[^\s`\"'|，。]{{1,300}})$")
_NO_SLASH = re.compile(
    rf"^(?:[\w ]{{0,40}}: ?)?({_METHOD})\s{{1,3}}([\w.-]{{1,60}}(?:/[\w.:<>(){{}}-]{{1,80}}){{1,12}})(?:\?\S{{0,300}})?$"
)
#: GitBook's include of one operation of a document
_INCLUDED = re.compile(
    rf"^\{{% openapi(?:-operation)?\s[^\n%]{{0,300}}?path=\"([^\"]{{1,300}})\" method=\"({_METHOD})\"", re.IGNORECASE
)
_BASE_LABELS = tuple(map(folded, (
    "base url", "base urls", "base uri", "server", "servers", "host", "api base url", "service address", "ベースurl",
    "基础url", "域名", "接口域名", "базовый url",
)))  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s`\"'<>|，。)]{3,200}")
_LABEL_PART = 60  # no label is longer
_ALONE = re.compile(rf"{_TARGET}$|https?://[\w.:-]{{3,200}}/?$")
#: a sentence that tells what to send: "make a POST request to /ships"
_SPOKEN = re.compile(
    rf"\b({_METHOD})[`*]{{0,3}}\s(?:HTTP\s)?(?:requests?|calls?)\s(?:to|on|at|against)\s"
    rf"(?:(?:the|this|following|our|URL|URI|endpoint|path|address)[\s:]{{1,2}}){{0,4}}[`*]{{0,3}}{_TARGET}"
)


def stated_operations(blocks: Sequence[Block]) -> list[Found]:
    """Every operation that a line, a heading, or a pair of address and method states, in the page's order."""
    found: list[Found] = []
    pair, stack, below = Pair(), _Stack(), Below()
    for at, block in enumerate(blocks):
        here = list(_lines(at, block)) or list(stack.with_block(at, block)) or list(below.with_block(at, block))
        if here:
            found += here
            pair = Pair()
            continue
        joined = pair.with_block(at, block)
        if joined:
            found.append(joined)
            pair = Pair()
    return without_instances(found, blocks)


def spoken_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations that sentences tell to send a request to."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        text = block.text[:2000] if isinstance(block, Paragraph) else ""
        for match in _SPOKEN.finditer(text):
            read = operation_at(match[1], match[2])
            if read:
                found.append(Found(at, read[0], read[1], block.line, block.element, match[0][:200]))
    return found


def base_urls(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The servers that the page states: an address behind a label such as "Base URL"."""
    urls: list[str] = []
    label_at = -9
    for at, block in enumerate(blocks):
        for text in lines_of(block):
            label, _, _ = text.partition(":") if "://" not in text.split(":")[0] else ("", "", text)
            said, opening = folded(label[:_LABEL_PART]).strip(" *"), folded(text[:_LABEL_PART])
            labelled = said in _BASE_LABELS or opening.startswith(_BASE_LABELS)
            match = _ADDRESS.search(text) if "://" in text else None
            if labelled:
                label_at = at
            if match and at - label_at <= 1 and len(text) < 200:
                urls.append(match[0].rstrip("/."))
    return tuple(dict.fromkeys(urls))


def operation_in(text: str, *, loose: bool = False) -> tuple[Operation, str] | None:
    """The operation and server that one line states and nothing else; loose: also a path without its leading slash."""
    if "/" not in text and "{%" not in text:
        return None
    line = text.strip().strip("`").strip()
    match = _LINE.match(line)
    method, target = (match[1], match[2]) if match else ("", "")
    if not match and (included := _INCLUDED.match(line)):
        method, target = included[2].upper(), included[1]
    if not match and (glued := _GLUED.match(line)):
        method, target = glued[1].upper(), glued[2]
    if not match and (back := _BACKWARD.match(line)):
        target, method = back[1], back[2]
    if not method and loose and (bare := _NO_SLASH.match(line)):
        method, target = bare[1], "/" + bare[2]
    if not method or len(target) < 2:
        return None
    return operation_at(method, target)


def _lines(at: int, block: Block) -> Iterator[Found]:
    """Operations that a single line of this block states."""
    if isinstance(block, Table):
        return
    if isinstance(block, Code):
        lines = [line for line in block.text.strip().split("\n") if line.strip()]
        read = operation_in(lines[0]) if len(lines) == 1 and "HTTP/" not in lines[0] else None
        if read:
            yield Found(at, read[0], read[1], block.line, block.element, lines[0].strip()[:200])
        return
    for text in lines_of(block):
        if len(text) > 400:
            continue
        loose = isinstance(block, Heading | Listing)
        read = operation_in(_shouted(text, block), loose=loose) or _titled(text, block)
        if read:
            yield Found(at, read[0], read[1], block.line, block.element, text[:200])


def _shouted(text: str, block: Block) -> str:
    """The line with its method in capitals, where the method is set in bold and the rest of the line is one piece of code."""
    if not isinstance(block, Paragraph) or not block.strong or not block.code:
        return text
    method = block.strong[0]
    return f"{method.upper()} {block.code[0]}" if text == f"{method} {block.code[0]}" else text


def _titled(text: str, block: Block) -> tuple[Operation, str] | None:
    """The operation behind the title that begins a heading; a heading of a section or a sample is none."""
    match = _TITLED.match(text) if isinstance(block, Heading) and "/" in text else None
    if match is None or sides_of(match[1]) or section_of(match[1]) is not None:
        return None
    return operation_at(match[2], match[3])


class _Stack:
    """A method alone on its line, as a badge is, and the address alone on the next one, or its server and then its path."""

    def __init__(self) -> None:
        self.method = self.server = ""
        self.awaited_at = -9

    def with_block(self, at: int, block: Block) -> Iterator[Found]:
        """The operation, once its path is known."""
        if not isinstance(block, Heading | Paragraph | Code) or len(block.text) > 400:
            return
        for line in block.text.strip().split("\n"):
            text = line.strip(" `*")
            if text.upper() in METHODS and not isinstance(block, Code):
                self.method, self.server, self.awaited_at = text.upper(), "", at
            elif self.method and at - self.awaited_at <= 1 and _ALONE.match(text):
                read = operation_at(self.method, text)
                if read is None:
                    self.server, self.awaited_at = text.rstrip("/"), at
                    continue
                quote = f"{self.method} {text}"[:200]
                yield Found(at, read[0], read[1] or self.server, block.line, block.element, quote)
                self.method = ""
            else:
                self.method = ""
