"""Finds the lines of a page that state an operation: ``GET /x`` in all its forms, ``URL:`` and ``Method:`` pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.blocks import Block, Code, Heading, Listing, Paragraph, Table
from driftgate.extract.typewords.table import folded

_METHOD = "|".join(METHODS)
_TARGET = r"(https?://[^\s`\"'<>|，。]{1,300}|/[^\s`\"'|，。]{1,300}|\{[\w-]{1,40}\}/[^\s`\"'|]{1,300})"
_LABEL = r"(?:[^\n`/]{0,40}[:：]\s{0,3})?"
_LINE = re.compile(rf"^{_LABEL}[`\[(【*]{{0,3}}({_METHOD})[`\])】*:]{{0,3}}\s{{0,4}}[`*]{{0,2}}{_TARGET}[`*.]{{0,3}}$")
_BACKWARD = re.compile(rf"^{_LABEL}`{{0,2}}{_TARGET}`{{0,2}}\s{{0,3}}[\[(（:–—-]\s{{0,2}}({_METHOD})[\])）]?$")
#: a badge and the address beside it, whose gap only the style sheet makes
_GLUED = re.compile(rf"^({_METHOD})(https?://[^\s`\"'<>|，。]{{3,300}})$", re.IGNORECASE)
_NO_SLASH = re.compile(rf"^(?:[\w ]{{0,40}}: ?)?({_METHOD})\s{{1,3}}([\w.-]{{1,60}}(?:/[\w.:<>(){{}}-]{{1,80}}){{1,12}})$")
#: GitBook's include of one operation of a document
_INCLUDED = re.compile(
    rf"^\{{% openapi(?:-operation)?\s[^\n%]{{0,300}}?path=\"([^\"]{{1,300}})\" method=\"({_METHOD})\"", re.IGNORECASE
)
_METHOD_WORD = re.compile(rf"^[`*\s]{{0,4}}({_METHOD})\b(?:[`*\s]|$|请求|方式|\(|,)", re.IGNORECASE)
_URL_WORD = re.compile(r"^[`*\s]{0,4}(https?://[^\s`\"'<>|，。]{3,300}|/[^\s`\"'|，。]{1,300})")
_URL_LABELS = tuple(map(folded, (
    "url", "request url", "endpoint", "endpoint url", "api endpoint", "http endpoint", "request address", "请求url",
    "请求地址", "接口地址", "请求路径", "接口路径", "接口url", "请求 url", "接口", "api地址", "調用地址", "请求uri",
    "調用 url", "请求链接", "請求地址", "請求網址", "エンドポイント", "リクエストurl", "url地址", "엔드포인트",
    "요청 url", "адрес", "адрес запроса", "url запроса", "path", "resource", "uri", "request path", "route", "api url",
    "service url", "接口调用地址", "api request url", "full url",
)))  # fmt: skip
_METHOD_LABELS = tuple(map(folded, (
    "method", "http method", "request method", "request type", "type", "verb", "http verb", "http request method",
    "api request type", "api method",
    "请求方式", "请求方法", "请求类型", "方法", "http方法", "http请求方式", "调用方式", "請求方式", "請求方法",
    "メソッド", "httpメソッド", "リクエストメソッド", "메서드", "요청 방식", "http 메서드", "метод", "http-метод",
    "метод запроса", "methode", "methode http", "metodo", "metodo http", "http-methode", "提交方式",
)))  # fmt: skip
_BASE_LABELS = tuple(map(folded, (
    "base url", "base urls", "base uri", "server", "servers", "host", "api base url", "service address", "ベースurl",
    "基础url", "域名", "接口域名", "базовый url",
)))  # fmt: skip
_ALONE = re.compile(rf"{_TARGET}$|https?://[\w.:-]{{3,200}}/?$")
#: the part of a label that explains it: "Request type (HTTP method)"
_REMARK = re.compile(r"\s?[(（][^()（）]{0,40}[)）]")
#: a sentence that tells what to send: "make a POST request to /ships"
_SPOKEN = re.compile(
    rf"\b({_METHOD})[`*]{{0,3}}\s(?:HTTP\s)?(?:requests?|calls?)\s(?:to|on|at|against)\s"
    rf"(?:(?:the|this|following|our|URL|URI|endpoint|path|address)[\s:]{{1,2}}){{0,4}}[`*]{{0,3}}{_TARGET}"
)
#: how many blocks may lie between an address and its method
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Found:
    """An operation stated by the page. at: index of the block; server: the base URL of an absolute address."""

    at: int
    operation: Operation
    server: str = ""
    line: int | None = None
    element: str = ""
    quote: str = ""


def stated_operations(blocks: Sequence[Block]) -> list[Found]:
    """Every operation that a line, a heading, or a pair of address and method states, in the page's order."""
    found: list[Found] = []
    pair, stack = _Pair(), _Stack()
    for at, block in enumerate(blocks):
        here = list(_lines(at, block)) or list(stack.with_block(at, block))
        if here:
            found += here
            pair = _Pair()
            continue
        joined = pair.with_block(at, block)
        if joined:
            found.append(joined)
            pair = _Pair()
    return found


def spoken_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations that sentences tell to send a request to."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        text = block.text[:2000] if isinstance(block, Paragraph) else ""
        for match in _SPOKEN.finditer(text):
            read = _operation(match[1], match[2])
            if read:
                found.append(Found(at, read[0], read[1], block.line, block.element, match[0][:200]))
    return found


def base_urls(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The servers that the page states: an address behind a label such as "Base URL"."""
    urls: list[str] = []
    label_at = -9
    for at, block in enumerate(blocks):
        for text in _texts(block):
            label, _, _ = text.partition(":") if "://" not in text.split(":")[0] else ("", "", text)
            labelled = folded(label).strip(" *") in _BASE_LABELS or folded(text).startswith(_BASE_LABELS)
            match = re.search(r"https?://[^\s`\"'<>|，。)]{3,200}", text)
            if labelled:
                label_at = at
            if match and at - label_at <= 1 and len(text) < 200:
                urls.append(match[0].rstrip("/."))
    return tuple(dict.fromkeys(urls))


def operation_in(text: str, *, loose: bool = False) -> tuple[Operation, str] | None:
    """The operation and server that one line states and nothing else; loose: also a path without its leading slash."""
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
    return _operation(method, target)


def _operation(method: str, target: str) -> tuple[Operation, str] | None:
    target = (
        target.rstrip(".,;:)`*") if not target.rstrip(".,;:`*").endswith(")") or "(" not in target else target.rstrip(".,;:`*")
    )
    server = ""
    if "://" in target:
        parts = urlsplit(target)
        if not parts.hostname or not parts.path.strip("/"):
            return None
        server = f"{parts.scheme}://{parts.netloc}"
    path = path_template(target.replace("\\", ""))
    return (Operation(method.upper(), path), server) if len(path) > 1 else None


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield from text.split("\n")
        case Listing(items=items):
            for item in items:
                yield from item.text.split("\n")
        case _:
            return


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
    for text in _texts(block):
        if len(text) > 400:
            continue
        read = operation_in(_shouted(text, block), loose=isinstance(block, Heading | Listing))
        if read:
            yield Found(at, read[0], read[1], block.line, block.element, text[:200])


def _shouted(text: str, block: Block) -> str:
    """The line with its method in capitals, where the method is set in bold and the rest of the line is one piece of code."""
    if not isinstance(block, Paragraph) or not block.strong or not block.code:
        return text
    method = block.strong[0]
    return f"{method.upper()} {block.code[0]}" if text == f"{method} {block.code[0]}" else text


class _Stack:
    """A method alone on its line, as a badge is, and the address alone on the next one, or its server and then its path."""

    def __init__(self) -> None:
        self.method = self.server = ""
        self.awaited_at = -9

    def with_block(self, at: int, block: Block) -> Iterator[Found]:
        """The operation, once its path is known."""
        if not isinstance(block, Heading | Paragraph) or len(block.text) > 400:
            return
        for line in block.text.split("\n"):
            text = line.strip(" `*")
            if text.upper() in METHODS:
                self.method, self.server, self.awaited_at = text.upper(), "", at
            elif self.method and at - self.awaited_at <= 1 and _ALONE.match(text):
                read = _operation(self.method, text)
                if read is None:
                    self.server, self.awaited_at = text.rstrip("/"), at
                    continue
                quote = f"{self.method} {text}"[:200]
                yield Found(at, read[0], read[1] or self.server, block.line, block.element, quote)
                self.method = ""
            else:
                self.method = ""


class _Pair:
    """An address and a method that stand near each other, each behind its label."""

    def __init__(self) -> None:
        self.method = ""
        self.target = ""
        self.started = -1
        self.expects = ""
        self.expected_at = -9

    def with_block(self, at: int, block: Block) -> Found | None:
        """The operation, once both are known."""
        if self.started >= 0 and at - self.started > _NEAR:
            self.__init__()  # type: ignore[misc]
        if isinstance(block, Table):
            return self._table(at, block)
        for text in _texts(block):
            self._text(at, text)
        if isinstance(block, Code) and self.expects and at - self.expected_at <= 1:
            self._value(at, block.text.strip().split("\n")[0])
        return self._found(at, block)

    def _found(self, at: int, block: Block) -> Found | None:
        if not (self.method and self.target):
            return None
        read = _operation(self.method, self.target)
        if read is None:
            return None
        quote = f"{self.method} {self.target}"[:200]
        return Found(min(at, self.started) if self.started >= 0 else at, read[0], read[1], block.line, block.element, quote)

    def _text(self, at: int, text: str) -> None:
        if len(text) > 400:
            return
        label, colon, rest = _label(text)
        word = _REMARK.sub("", folded(label)).strip(" *`-•")
        if word in _URL_LABELS or word in _METHOD_LABELS:
            self.expects = "url" if word in _URL_LABELS else "method"
            self.expected_at = at
            if colon and rest.strip():
                self._value(at, rest)
        elif self.expects and at - self.expected_at <= 1:
            self._value(at, text)

    def _value(self, at: int, text: str) -> None:
        expects, self.expects = self.expects, ""
        if expects == "method" and (method := _METHOD_WORD.match(text)):
            self.method = method[1]
        elif expects == "url" and (url := _URL_WORD.match(text)):
            self.target = url[1]
        else:
            return
        self.started = at if self.started < 0 else self.started

    def _table(self, at: int, table: Table) -> Found | None:
        """A table whose rows are pairs of label and value, address and method among them."""
        if len(table.header) < 2:
            return None
        for row in (table.header, *table.rows[:30]):
            if len(row) < 2:
                continue
            word, value = _REMARK.sub("", folded(row[0].text)).strip(" *:："), row[1].text.strip()
            if word in _METHOD_LABELS and (method := _METHOD_WORD.match(value + " ")):
                self.method = method[1]
            elif word in _URL_LABELS and (url := _URL_WORD.match(value)):
                self.target = url[1]
        self.started = at if self.started < 0 and (self.method or self.target) else self.started
        return self._found(at, table)


def _label(text: str) -> tuple[str, str, str]:
    """The words before the first colon that is no part of an address."""
    match = re.match(r"^([^:：\n]{1,40})[:：](?!//)(.*)$", text)
    return (match[1], ":", match[2]) if match else (text if len(text) <= 40 else "", "", "")
