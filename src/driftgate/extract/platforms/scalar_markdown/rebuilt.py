"""The OpenAPI document behind Scalar's Markdown: operations, parameters, bodies and answers from the headings of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from driftgate.contract import Source
from driftgate.contract.model import PARAMETER_PLACES
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.blocks import Block, Code, Heading, Item, Listing, Paragraph
from driftgate.extract.openapi.references import step
from driftgate.extract.platforms.scalar_markdown.schemas import Schema, Schemas, Token

_OPERATION, _SECTION, _PART, _MEDIA = 3, 4, 5, 6
#: a bold line that acts as a heading: the labels of a schema
_LABEL = 7
_METHOD, _PATH, _IN, _URL = "Method: ", "Path: ", "In: ", "URL: "
_STATUS = re.compile(r"^Status: (\S{1,20})")
_MEDIA_TYPE = re.compile(r"^Content-Type: (\S.{0,120})$")
_PARAMETER = re.compile(r"^(.+?)( required)?( deprecated)?$")
_REQUIRED = re.compile(r"^Required: (true|false)$")
_ENDS = ("Example", "Examples", "Encoding", "Discriminator", "Links")
_HEADERS = "Headers"
_SECTIONS = ("Effective servers", "Authentication", "Parameters", "Request Body", "Responses")
_CHAPTERS = ("Operations", "Webhooks", "Schemas", "Tags")

Part = tuple[Heading, list[Block]]


@dataclass(slots=True)
class Rebuilt:
    """The document in the making. places: where the page states what stands at a JSON pointer."""

    schemas: Schemas
    data: dict[str, object] = field(default_factory=lambda: {"openapi": "3.1.0"})

    @property
    def places(self) -> dict[str, Source]:
        """Where the page states what stands at a JSON pointer."""
        return self.schemas.places

    def placed(self, pointer: str, block: Heading | Item) -> None:
        """Notes where the page states what stands at a pointer."""
        self.places[pointer] = replace(self.schemas.near, line=block.line, quote=block.text[:200])


def rebuilt(blocks: Sequence[Block], near: Source) -> Rebuilt:
    """All operations of the page, in OpenAPI's form."""
    page = Rebuilt(Schemas(near))
    blocks = list(_without_description(blocks))
    paths: dict[str, Schema] = {}
    servers: list[Schema] = []
    for heading, inside in _parts(blocks, _OPERATION):
        entries = [item for block in inside[:1] if isinstance(block, Listing) for item in block.items]
        method, path = _said(entries, _METHOD), path_template(_said(entries, _PATH) or "")
        if method in METHODS and _said(entries, _PATH):
            pointer = step(step("/paths", path), method.lower())
            page.placed(pointer, heading)
            paths.setdefault(path, {}).setdefault(method.lower(), _operation(page, inside, pointer))
    for heading, inside in _parts(blocks, 2):
        items = [item for block in inside if isinstance(block, Listing) for item in block.items]
        servers += [{"url": item.text.removeprefix(_URL)} for item in items if heading.text == "Servers" and _URL in item.text]
    page.data |= {"servers": servers, "paths": paths, "components": {"schemas": page.schemas.named}}
    return page


def _without_description(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks without what stands between an operation's list and its first section: its vendor's words and headings."""
    described = False
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level < _LABEL:
            begins = block.level == _OPERATION and at + 1 < len(blocks) and bool(_method(blocks[at + 1]))
            known = (block.level == _SECTION and block.text in _SECTIONS) or (
                block.level < _OPERATION and block.text in _CHAPTERS
            )
            described = described and not (begins or known)
        if not described:
            yield block
        described = described or (isinstance(block, Listing) and bool(_method(block)))


def _method(block: Block) -> str:
    """The method in the list that opens an operation."""
    return _said(block.items, _METHOD) if isinstance(block, Listing) else ""


def _parts(blocks: Sequence[Block], level: int) -> Iterator[Part]:
    """Each heading of a level with the blocks below it, up to the next heading of this level or above."""
    heading: Heading | None = None
    inside: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= level:
            if heading is not None:
                yield heading, inside
            heading, inside = (block if block.level == level else None), []
        else:
            inside.append(block)
    if heading is not None:
        yield heading, inside


def _said(items: Sequence[Item], label: str) -> str:
    return next((item.text.removeprefix(label) for item in items if item.text.startswith(label)), "")


def _operation(page: Rebuilt, inside: Sequence[Block], pointer: str) -> Schema:
    operation: Schema = {}
    for heading, blocks in _parts(inside, _SECTION):
        if heading.text == "Parameters":
            operation["parameters"] = list(_parameters(page, blocks, f"{pointer}/parameters"))
        elif heading.text == "Request Body":
            told = [match[1] for block in blocks if isinstance(block, Paragraph) and (match := _REQUIRED.match(block.text))]
            body: Schema = {"content": _content(page, _parts(blocks, _PART), f"{pointer}/requestBody/content")}
            operation["requestBody"] = body | ({"required": told[0] == "true"} if told else {})
        elif heading.text == "Responses":
            operation["responses"] = dict(_responses(page, blocks, f"{pointer}/responses"))
    return operation


def _parameters(page: Rebuilt, blocks: Sequence[Block], pointer: str) -> Iterator[Schema]:
    count = 0
    for heading, inside in _parts(blocks, _PART):
        named = _PARAMETER.match(heading.text)
        items = inside[0].items if inside and isinstance(inside[0], Listing) else ()
        place = _said(items, _IN)
        if named is None or place not in PARAMETER_PLACES:
            continue
        here = f"{pointer}/{count}"
        page.placed(here, heading)
        tokens = _tokens(inside[1:])
        yield {
            "name": named[1],
            "in": place,
            "required": named[2] is not None,
            "deprecated": named[3] is not None,
            "description": "\n".join(token for token in tokens if isinstance(token, str)),
            "schema": page.schemas.of(tokens, f"{here}/schema"),
        }
        count += 1


def _responses(page: Rebuilt, blocks: Sequence[Block], pointer: str) -> Iterator[tuple[str, Schema]]:
    for heading, inside in _parts(blocks, _PART):
        status = _STATUS.match(heading.text)
        if status:
            here = f"{pointer}/{status[1]}"
            page.placed(here, heading)
            headers = _headers(page, inside, f"{here}/headers")
            yield status[1], {"content": _content(page, _parts(inside, _MEDIA), f"{here}/content"), "headers": headers}


def _headers(page: Rebuilt, blocks: Sequence[Block], pointer: str) -> Schema:
    """The headers of an answer: the list right below their label."""
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == _HEADERS), len(blocks))
    items = (item for block in blocks[at + 1 : at + 2] if isinstance(block, Listing) for item in block.items)
    found: Schema = {}
    for item in items:
        if item.code and not item.depth:
            page.placed(step(pointer, item.code[0]), item)
            name, *lines = item.text.split("\n")
            found[item.code[0]] = {"schema": page.schemas.of(lines, pointer), "required": name.endswith("(required)")}
    return found


def _content(page: Rebuilt, parts: Iterator[Part], pointer: str) -> Schema:
    content: Schema = {}
    for heading, inside in parts:
        media = _MEDIA_TYPE.match(heading.text)
        if media:
            here = step(pointer, media[1])
            page.placed(here, heading)
            schema = page.schemas.of(_tokens(inside), f"{here}/schema")
            content[media[1]] = {"schema": schema} if schema else {}
    return content


def _tokens(blocks: Sequence[Block]) -> list[Token]:
    """What a schema is written with, up to its examples."""
    tokens: list[Token] = []
    for block in blocks:
        if isinstance(block, Code) or (isinstance(block, Heading) and block.text.rstrip(":") in _ENDS):
            break
        if isinstance(block, Heading) and block.level == _LABEL:
            tokens.append(f"{block.text}:")
        elif isinstance(block, Paragraph):
            tokens += block.text.split("\n")
        elif isinstance(block, Listing):
            tokens.append(block.items)
    return tokens
