"""What code samples show, as a last resort: the operation and credential of a curl or HTTP request, and where in an example
answer the described fields stand."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from driftgate.contract import Operation, SecurityScheme
from driftgate.contract.paths import METHODS, path_template
from driftgate.extract.blocks import Block, Code, Paragraph
from driftgate.extract.tables.operations.found import Found

_METHOD = "|".join(METHODS)
_CURL = re.compile(r"(?:^|[\s`$>])curl(?=[\s'\"h\\])", re.MULTILINE)
_CURL_URL = re.compile(r"https?://[^\s\"'`\\<>|]{3,300}")
_CURL_METHOD = re.compile(rf"(?:-X|--request)[ =]?[\"']?({_METHOD})\b")
_CURL_DATA = re.compile(r"(?:^|\s)(?:-d|--data(?:-\w+)?|--json|-F|--form)\b|\s-d['\"]")
#: what is fetched to be installed or applied, and is no answer of an API
_DOWNLOAD = re.compile(r"\.(?:patch|diff|sh|deb|rpm|exe|dmg|msi|whl|pem|asc|gpg|repo)$")
_APPLIED = re.compile(r"[^\n|]{0,200}\|\s?(?:sudo\s(?:-\w+\s)?)?(?:sh|bash|zsh|git|tar|patch|gpg|apt-key|tee)\b")
_LONGEST_COMMAND = 2_000
_CALL = re.compile(
    r"\b(?:requests|axios|client|http|httpx|session)\.(get|post|put|patch|delete)\(\s{0,40}f?[\"'`](https?://[^\s\"'`<>]{3,300})"
)
_FETCH = re.compile(
    r"\bfetch\(\s{0,40}[\"'`](https?://[^\s\"'`<>]{3,300})[\"'`],\s{0,40}\{\s{0,80}method:\s{0,4}[\"'`](\w{3,7})[\"'`]"
)
_HTTP = re.compile(rf"^({_METHOD})\s+(\S{{1,300}})(?:\s+HTTP/[\d.]+)\s*$", re.MULTILINE)
#: the JSON that a command sends, quoted as a whole
_SENDS = r"\bcurl\b[^\0]{0,4000}?\s(?:-d|--data(?:-raw|-binary|-ascii)?|--json)[ =]?\s{0,2}"
_DATA = re.compile(rf"{_SENDS}\$?(['\"])(\s{{0,40}}\{{[^\0]{{0,20000}}?\}})\s{{0,40}}\1")
_BEARER = re.compile(r"\bAuthorization[\"']?\s?[:=,]\s?[\"'f]{0,2}(Bearer|Basic)\b", re.IGNORECASE)
_KEY_HEADER = re.compile(r"-H\s?[\"']((?:x-)?[\w-]{0,30}(?:api-key|apikey|api_key|token|access-key))\s?:", re.IGNORECASE)
_KEY = re.compile(r"\"([\w$.-]{1,100})\"\s?:")
_COMMENT = re.compile(r"(?m)(?<![:\"'])//.{0,300}$|/\*.{0,300}?\*/")
#: what a sample is said to be in a comment above it
_LEADING = re.compile(r"^\s{0,20}(?://[^\n]{0,300}\n\s{0,20}){1,4}(?=[\[{])")
#: what stands for members left out of a list or an object
_ELLIPSIS = re.compile(r",\s{0,200}(?:\.{3}|…)(?=\s{0,200}[,\]}])|([\[{]\s{0,200})(?:\.{3}|…)\s{0,200},?(?=[^\"]*[\]}])")
_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "：": ":", "，": ","})
_LARGEST = 60_000
_DEEPEST = 6


def sampled_operations(blocks: Sequence[Block]) -> list[Found]:
    """The operations that curl and raw HTTP samples call."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Code | Paragraph):
            text = block.text[:_LARGEST]
            for method, target in _requests(text):
                parts = urlsplit(target) if "://" in target else None
                path = path_template(target)
                if len(path) > 1:
                    server = f"{parts.scheme}://{parts.netloc}" if parts else ""
                    found.append(
                        Found(at, Operation(method, path), server, block.line, block.element, f"{method} {target}"[:200])
                    )
    return found


def _requests(text: str) -> Iterator[tuple[str, str]]:
    for match in _HTTP.finditer(text):
        yield match[1], match[2]
    for match in _CALL.finditer(text):
        yield match[1].upper(), match[2]
    for match in _FETCH.finditer(text):
        yield match[2].upper(), match[1]
    for curl in _CURL.finditer(text):
        command = text[curl.start() : curl.start() + _LONGEST_COMMAND]
        url = _CURL_URL.search(command)
        method = _CURL_METHOD.search(command)
        if url and not (_DOWNLOAD.search(url[0].rstrip("',;)")) or _APPLIED.match(command, url.end())):
            yield (method[1] if method else "POST" if _CURL_DATA.search(command) else "GET"), url[0].rstrip("',;)")


def security_in(texts: Iterable[str]) -> SecurityScheme | None:
    """The credential that samples send: a bearer or basic header, or a header named like an API key."""
    for text in texts:
        match = _BEARER.search(text[:_LARGEST])
        if match:
            return SecurityScheme(scheme=match[1].lower(), place="header", name="Authorization")
        key = _KEY_HEADER.search(text[:_LARGEST])
        if key:
            return SecurityScheme(scheme="apiKey", place="header", name=key[1])
    return None


def body_in(text: str) -> str:
    """The body that a curl command or a raw HTTP request of a sample sends, "" where it shows none."""
    if match := _DATA.search(text[:_LARGEST]):
        return match[2]
    head, _, body = text[:_LARGEST].partition("\n\n")
    return body if _HTTP.match(head.lstrip().split("\n", 1)[0]) and ":" in head else ""


def keys_in(text: str) -> frozenset[str]:
    """All property names of a JSON-like sample, valid or not."""
    return frozenset(_KEY.findall(text[:_LARGEST].translate(_CURLY)))


_LENIENT = json.JSONDecoder(strict=False)


def value_of(text: str) -> object | None:
    """A JSON sample as a value, what people add to one forgiven; None if it is no JSON."""
    plain = _LEADING.sub("", text, count=1).strip()
    if len(plain) > _LARGEST or plain[:1] not in "{[":
        return None
    for forgiven in (str, _forgiven):
        try:
            value: object = _LENIENT.decode(forgiven(plain))
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _forgiven(text: str) -> str:
    """JSON without what people add to a sample: typographic quotes, comments, trailing commas, dots for what is left out."""
    bare = _COMMENT.sub("", text.translate(_CURLY))
    return _TRAILING_COMMA.sub(r"\1", _ELLIPSIS.sub(r"\1", bare) if "..." in bare or "…" in bare else bare)


def prefix_of(names: Collection[str], value: object) -> str | None:
    """Where in an example the named fields stand: ``""`` at the top, ``data[]`` below, None if nowhere in one object.

    >>> prefix_of({"id", "name"}, {"code": 0, "data": [{"id": 1, "name": "x"}]})
    'data[]'
    """
    level: list[tuple[str, object]] = [("", value)]
    for _ in range(_DEEPEST):
        below: list[tuple[str, object]] = []
        for path, part in level:
            if isinstance(part, list):
                below += [(f"{path}[]", part[0])] if part else []
            elif isinstance(part, dict):
                if names and 2 * len(set(names) & part.keys()) > len(set(names)):
                    return path
                below += [(f"{path}.{key}" if path else str(key), child) for key, child in part.items()]
        level = below[:2000]
    return None
