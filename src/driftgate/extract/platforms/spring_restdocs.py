"""Spring REST Docs' HTML: tables of paths and types below headings; method and path stand only in samples and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from driftgate.contract import Contract, Field, Operation
from driftgate.contract.paths import path_template
from driftgate.extract.blocks import Block, Code, Heading, Paragraph
from driftgate.extract.document import Document
from driftgate.extract.extraction import Extraction
from driftgate.extract.markup import selector, visible_text
from driftgate.extract.rendered.dom import public_servers
from driftgate.extract.tables.assembly import read_blocks
from driftgate.extract.tables.operations.endpoints import stated_operations
from driftgate.extract.tables.sections import section_of
from driftgate.extract.tables.shown.samples import sampled_operations

NAME = "spring-restdocs"

# Seen on pages of Asciidoctor 1.5 and 2 with Spring REST Docs 1 to 3 (2017 to 2025).
_MARKS = ("tableblock", "listingblock")
_CAPTIONS = selector("//table/caption")
_TEMPLATE = re.compile(r"(/[\w.{}/:-]{0,200}\{[\w.-]{1,80}\}[\w.{}/:-]{0,200})")
_SAMPLE_WORDS = ("curl", "httpie", "http request", "http response", "example")
_SAMPLE = re.compile(r"^\$ (?:curl|http) |^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+ HTTP/1", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading that holds the samples and tables of one operation: indices of its first block and behind its last."""

    start: int
    end: int


def recognises(document: Document) -> bool:
    """Whether the page is Asciidoctor's, with the request samples that REST Docs records."""
    text = document.text
    return document.kind == "html" and all(mark in text for mark in _MARKS) and _recorded(text)


def _recorded(text: str) -> bool:
    return "$ curl " in text or re.search(r"\b(?:GET|POST|PUT|PATCH|DELETE)(?:</span>)? [^\n]{1,300}HTTP/1", text) is not None


def extract(document: Document, wanted: Operation | None) -> Extraction:
    """All operations of the page. A page that states them itself in lines is read as it stands."""
    blocks = document.blocks
    if stated_operations(blocks):
        return _without_nulls(read_blocks(document, NAME, wanted))
    lines = dict(_stated_by_samples(blocks, _templates(document)))
    told: list[Block] = []
    for at, block in enumerate(blocks):
        told.append(block)
        told += [lines[at]] if at in lines else []
    return _without_nulls(read_blocks(document, NAME, wanted, tuple(told)))


def _without_nulls(extraction: Extraction) -> Extraction:
    """The type ``Null`` says only that the recorded value was null."""
    return replace(extraction, contracts=tuple(_typed(contract) for contract in extraction.contracts))


def _typed(contract: Contract) -> Contract:
    fields = {key: field if field.type != "null" else _untyped(field) for key, field in contract.fields.items()}
    return replace(contract, fields=fields, servers=public_servers(contract.servers))


def _untyped(field: Field) -> Field:
    return replace(field, facts={name: value for name, value in field.facts.items() if name != "type"})


def _templates(document: Document) -> tuple[str, ...]:
    """The path templates in the captions of tables of path parameters."""
    found = (_TEMPLATE.search(visible_text(caption)) for caption in _CAPTIONS(document.tree))
    return tuple(dict.fromkeys(path_template(match[1]) for match in found if match))


def _stated_by_samples(blocks: Sequence[Block], templates: Sequence[str]) -> Iterator[tuple[int, Paragraph]]:
    """For the heading of each operation, the line ``METHOD /path`` that its samples and captions amount to."""
    seen: set[tuple[int, str]] = set()
    for part in _parts(blocks):
        samples = [block for block in blocks[part.start : part.end] if isinstance(block, Code) and _SAMPLE.search(block.text)]
        for found in sampled_operations(samples)[:1]:
            path = _as_template(found.operation.path, templates)
            line = f"{found.operation.method} {path}"  # samples call the machine on which the tests ran
            if (part.start, line) not in seen:
                seen.add((part.start, line))
                yield part.start, Paragraph(line, found.line, found.element)


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    """The headings that hold request samples, directly or below a heading that only announces the sample."""
    open_headings: list[tuple[int, int]] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Heading):
            while open_headings and open_headings[-1][1] >= block.level:
                open_headings.pop()
            open_headings.append((at, block.level))
        elif isinstance(block, Code) and _SAMPLE.search(block.text) and open_headings:
            start, level = _owner(blocks, open_headings)
            yield _Part(start, _end(blocks, start, level))


def _owner(blocks: Sequence[Block], open_headings: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The innermost heading that names something, rather than announcing a sample or a table."""
    for start, level in reversed(open_headings):
        heading = blocks[start]
        if isinstance(heading, Heading) and not _announces(heading.text):
            return start, level
    return open_headings[-1]


def _announces(text: str) -> bool:
    return section_of(text) is not None or any(word in text.lower() for word in _SAMPLE_WORDS)


def _end(blocks: Sequence[Block], start: int, level: int) -> int:
    for at in range(start + 1, len(blocks)):
        block = blocks[at]
        if isinstance(block, Heading) and block.level <= level:
            return at
    return len(blocks)


def _as_template(path: str, templates: Sequence[str]) -> str:
    """The template that a sample's path is an instance of, or the path itself."""
    segments = path.split("/")
    for template in templates:
        parts = template.split("/")
        same = (part == segment or part[:1] + part[-1:] == "{}" for part, segment in zip(parts, segments, strict=False))
        if len(parts) == len(segments) and all(same):
            return template
    return path
