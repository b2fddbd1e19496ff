"""Finds the lines of a page that state an operation: ``GET /x`` in all its forms, ``URL:`` and ``Method:`` pairs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.blocks import Block, Code, Heading, Listing, Paragraph, Table
from driftgate.extract.tables.operations.below import Below
from driftgate.extract.tables.operations.found import Found, lines_of, operation_at
from driftgate.extract.tables.operations.oneline import (
    METHOD,
    NO_SLASH,
    ONE_SEGMENT,
    TARGET,
    alternatives_in,
    operation_in,
    titled_operation,
)
from driftgate.extract.tables.operations.pairs import Pair, is_address_label
from driftgate.extract.tables.operations.regions import led_to_as_example, without_instances
from driftgate.extract.tables.operations.statements import of_code, of_table
from driftgate.extract.tables.sections import Kind, section_of, sides_of
from driftgate.extract.typewords.table import folded

_BASE_LABELS = tuple(map(folded, (
    "base url", "base urls", "base uri", "server", "servers", "host", "api base url", "service address", "ベースurl",
    "基础url", "域名", "接口域名", "базовый url",
)))  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s`\"'<>|，。)]{3,200}")
_LABEL_PART = 60  # no label is longer
_ALONE = re.compile(rf"{TARGET}$|https?://[\w.:-]{{3,200}}/?$")
_WHOLE = re.compile(rf"(?:{'|'.join(METHODS).lower()}) /\S{{1,300}}$")
#: a sentence that tells what to send: "make a POST request to /ships"
_SPOKEN = re.compile(
    rf"\b({METHOD})[`*]{{0,3}}\s(?:HTTP\s)?(?:requests?|calls?)\s(?:to|on|at|against)\s"
    rf"(?:(?:the|this|following|our|URL|URI|endpoint|path|address)[\s:]{{1,2}}){{0,4}}[`*]{{0,3}}{TARGET}"
)
#: the same in any language: a method in capitals, and within the same few words a whole address
_TOLD = re.compile(rf"(?<![\w/-])({METHOD})[`*]{{0,3}}\s[^\n.!?。/]{{0,40}}?(https?://[^\s`\"'<>|，。]{{3,300}})")
#: words beside a badge that stand for it: "GET method"
_BESIDE_METHOD = re.compile(r"(?<=\w)\s(?:method|request)$", re.IGNORECASE)
_LONGEST_BADGE = 40
#: a method among words
_SAID = re.compile(rf"(?<![\w/-])({METHOD})(?![\w/-])")
_LONGEST_SENTENCE = 200


def stated_operations(blocks: Sequence[Block]) -> list[Found]:
    """Every operation that a line, a heading, or a pair of address and method states, in the page's order."""
    found: list[Found] = []
    pair, stack, below = Pair(), _Stack(), Below()
    short = any(isinstance(block, Heading) and NO_SLASH.match(block.text) for block in blocks)
    for at, block in enumerate(blocks):
        here = _lines(at, block, short=short) or stack.with_block(at, block) or below.with_block(at, block)
        if here:
            found += here
            pair = Pair()
            continue
        joined = pair.with_block(at, block)
        if joined:
            found += joined
            pair = Pair()
    return _without_samples(_without_listed(without_instances(found, blocks), blocks), blocks)


def _without_samples(founds: Sequence[Found], blocks: Sequence[Block]) -> list[Found]:
    """The statements without those that only repeat the one above them, below a heading or a line that leads to a sample."""
    kept: list[Found] = []
    headings = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    for found in founds:
        together = takewhile(lambda other: other.at == kept[-1].at, reversed(kept))
        again = any(other.operation == found.operation for other in together)
        above = bisect_left(headings, found.at) if again else 0
        section = section_of(lines_of(blocks[headings[above - 1]])[0]) if above else None
        if not again or ((section is None or section.kind is not Kind.EXAMPLE) and not led_to_as_example(blocks, found.at)):
            kept.append(found)
    return kept


def _without_listed(founds: Sequence[Found], blocks: Sequence[Block]) -> list[Found]:
    """The statements without those of a list that only names several operations, where others stand on their own."""
    listed = Counter(found.at for found in founds if _only_lists(blocks[found.at]))
    alone = [found for found in founds if listed[found.at] < 2]
    return alone or list(founds)


def _only_lists(block: Block) -> bool:
    """Whether a list has but one line for each entry."""
    return isinstance(block, Listing) and not any("\n" in item.text for item in block.items)


def spoken_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations that sentences tell to send a request to."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        text = block.text[:2000] if isinstance(block, Paragraph) else ""
        for match in _SPOKEN.finditer(text) if _SPOKEN.search(text) else _TOLD.finditer(text):
            read = operation_at(match[1], match[2])
            if read:
                found.append(Found(at, read[0], read[1], block.line, block.element, match[0][:200]))
        found += _led_to(at, block, blocks[at + 1 : at + 2]) if text else []
    return found


def _led_to(at: int, block: Block, behind: Sequence[Block]) -> list[Found]:
    """The operation of a sentence that has one method in capitals, where nothing but a whole address stands below it."""
    address = behind[0].text.strip() if behind and isinstance(behind[0], Code | Paragraph) else ""
    if not address.startswith("http") or not _ADDRESS.fullmatch(address) or isinstance(block, Table | Listing):
        return []
    methods = set(_SAID.findall(block.text[-_LONGEST_SENTENCE:]))
    read = operation_at(methods.pop(), address) if len(methods) == 1 else None
    return [Found(at + 1, read[0], read[1], behind[0].line, behind[0].element, address[:200])] if read else []


def coded_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations that stand in code within the words of a paragraph."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        spans = block.code if isinstance(block, Paragraph) else ()
        for span in spans if any("/" in span for span in spans) else ():
            if read := operation_in(span):
                found.append(Found(at, read[0], read[1], block.line, block.element, span[:200]))
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


def _lines(at: int, block: Block, *, short: bool = False) -> list[Found]:
    """Operations that a single line of this block states; short: the page's headings leave out the slash, even of one segment."""
    if isinstance(block, Table | Code):
        told = of_code(block) if isinstance(block, Code) else [stated] if (stated := of_table(block)) else []
        return [Found(at, operation, server, block.line, block.element, quote) for operation, server, quote in told]
    found: list[Found] = []
    for text in lines_of(block) if not (lone := _bulleted(block)) else (lone,):
        if len(text) > 400:
            continue
        loose = not isinstance(block, Paragraph) or block.code == (block.text,)
        read = operation_in(_shouted(text, block), loose=loose) or _titled(text, block) or _labelled(text, block)
        if read is None and short and isinstance(block, Heading) and (word := ONE_SEGMENT.match(text)):
            read = operation_at(word[1], f"/{word[2]}")
        for operation, server in [read] if read else alternatives_in(text):
            found.append(Found(at, operation, server, block.line, block.element, text[:200]))
    return found


def _bulleted(block: Block) -> str:
    """The operation in code that the only entry of a list begins with, and goes on to say what it does."""
    items = block.items if isinstance(block, Listing) else ()
    first = items[0].code[0] if len(items) == 1 and items[0].code else ""
    return first if first.startswith(METHODS) and items[0].text.startswith(first) else ""


def _shouted(text: str, block: Block) -> str:
    """The line with its method in capitals, where the method is set in bold and the rest of the line is one piece of code, or
    where method and path are all that a heading says."""
    if isinstance(block, Heading) and _WHOLE.match(text):
        return text[: text.index(" ")].upper() + text[text.index(" ") :]
    if not isinstance(block, Paragraph) or not block.strong or not block.code:
        return text
    method = block.strong[0]
    return f"{method.upper()} {block.code[0]}" if text == f"{method} {block.code[0]}" else text


def _labelled(text: str, block: Block) -> tuple[Operation, str] | None:
    """The operation in code behind a label, whatever follows it: "Endpoint: `GET /x` | Try it"."""
    if not isinstance(block, Paragraph) or not block.code or not is_address_label(re.split(r"[:：]", text, maxsplit=1)[0]):
        return None
    return next(filter(None, (operation_in(span) for span in block.code if span in text)), None)


def _titled(text: str, block: Block) -> tuple[Operation, str] | None:
    """The operation behind the title that begins a heading; a heading of a section or a sample is none."""
    stated = titled_operation(text) if "/" in text and (isinstance(block, Heading) or _sets_apart(block)) else None
    if stated is None or sides_of(stated[0]) or section_of(stated[0]) is not None:
        return None
    return operation_at(stated[1], stated[2])


def _sets_apart(block: Block) -> bool:
    """Whether a paragraph is the line of an operation: a method, then a path in bold or code."""
    if not isinstance(block, Paragraph):
        return False
    spans = (*block.strong, *block.code)
    return any(span.startswith("/") and block.text.startswith(tuple(f"{method} {span}" for method in METHODS)) for span in spans)


class _Stack:
    """A method alone on its line, as a badge is, and the address alone on the next one, or its server and then its path."""

    def __init__(self) -> None:
        self.method = self.server = ""
        self.awaited_at = -9

    def with_block(self, at: int, block: Block) -> list[Found]:
        """The operation, once its path is known."""
        found: list[Found] = []
        if not isinstance(block, Heading | Paragraph | Code) or len(block.text) > 400:
            return found
        for line in block.text.strip().split("\n"):
            if not self.method and len(line) > _LONGEST_BADGE:
                continue
            text = _BESIDE_METHOD.sub("", line.strip(" `*"))
            if text.upper() in METHODS and not isinstance(block, Code):
                self.method, self.server, self.awaited_at = text.upper(), "", at
            elif self.method and at - self.awaited_at <= 1 and _ALONE.match(text):
                read = operation_at(self.method, text)
                if read is None:
                    self.server, self.awaited_at = text.rstrip("/"), at
                    continue
                quote = f"{self.method} {text}"[:200]
                found.append(Found(at, read[0], read[1] or self.server, block.line, block.element, quote))
                self.method = ""
            else:
                self.method = ""
        return found
