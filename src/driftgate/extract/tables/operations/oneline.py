"""An operation on one line, in all its forms: ``GET /x``, ``/x (GET)``, ``1. POST /x``, ``PUThttps://host/x``."""

from __future__ import annotations

import re

from driftgate.contract import Operation
from driftgate.contract.paths import METHODS
from driftgate.extract.tables.operations.found import BASE, operation_at

METHOD = "|".join(METHODS)
#: a variable that is several words: "(id or name)", "<plugin name>"
_WORDS = r"(?<=/)(?:\(\w{1,30}(?: \w{1,30}){1,5}\)|<\w{1,30}(?: \w{1,30}){1,5}>)"
TARGET = (
    rf"(https?://(?:[^\s`\"'<>|，。]|<[\w: -]{{1,40}}>){{1,300}}|/(?:{_WORDS}|[^\s`\"'|，。]){{1,300}}"
    rf"|{BASE}/[^\s`\"'|]{{1,300}})"
)
_LABEL = r"(?:[^\n`/]{0,40}[:：]\s{0,3})?"
_LINE = re.compile(rf"^{_LABEL}[`\[(【*]{{0,3}}({METHOD})[`\])】*:]{{0,3}}\s{{0,4}}[`*<]{{0,2}}{TARGET}[`*.>]{{0,3}}$")
#: the operation on the server itself
_ROOT = re.compile(rf"^[`*]{{0,3}}(?:({METHOD})[`*]{{0,3}}\s{{1,4}}|\[({METHOD})\]\s{{0,4}})[`*]{{0,2}}/[`*]{{0,3}}$")
_BACKWARD = re.compile(rf"^{_LABEL}`{{0,2}}{TARGET}`{{0,2}}\s{{0,3}}[\[(（:–—-]\s{{0,2}}({METHOD})[\])）]?$")
#: a badge and the address beside it, whose gap only the style sheet makes
_GLUED = re.compile(rf"^({METHOD})(https?://[^\s`\"'<>|，。]{{3,300}})$", re.IGNORECASE)
#: a title, and behind it in the same heading the operation
_TITLED = re.compile(rf"^([^/`]{{1,80}}?)(?<![A-Z])({METHOD})\s{{1,4}}(/[^\s`\"'|，。]{{1,300}})$")
NO_SLASH = re.compile(
    rf"^(?:[\w ]{{0,40}}: ?)?({METHOD})\s{{1,3}}([\w.-]{{1,60}}(?:/[\w.:<>(){{}}-]{{1,80}}){{1,12}})(?:\?\S{{0,300}})?$"
)
#: the same of one segment, where the page's other headings are of this form
ONE_SEGMENT = re.compile(rf"^({METHOD})\s([a-z][\w.-]{{0,60}})$")
#: the arrow or lock that an address ends in, where a page folds what is below it
_ORNAMENT = re.compile(r"\s{1,4}[^\w\s`*()\[\]{}<>\"'.,:;/|-]{1,3}$")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s{1,4}(?=[A-Z])")
#: what a line adds in brackets: "POST /files (multipart/form-data)"
_REMARK = re.compile(r"(?<=\S)\s{1,3}[(（][^()（）]{1,60}[)）]$")
#: in a heading: the operation, and behind a dash what it does
_LED = re.compile(
    rf"^([^/`]{{0,80}}?)(?<![A-Za-z])({METHOD})\s{{1,4}}(/[^\s`\"'|，。]{{1,300}})(?:\s{{1,3}}[-–—:|]\s{{0,3}}|[:：]\s{{1,3}}|\s{{1,3}}[(（])\S.{{0,200}}$"
)
#: in a heading: the operation, and then words that its style sheet sets apart
_FOLLOWED = re.compile(rf"^({METHOD})\s{{1,4}}(/[^\s`\"'|，。:]{{1,300}})\s{{1,4}}[^\W\d_][^/\n]{{1,80}}$")
#: the same on any line, where the words behind it begin as a title does and are no sentence
_BADGED = re.compile(
    rf"^({METHOD})\s{{1,4}}((?:https?:/)?/[^\s`\"'|，。]{{1,300}})\s{{1,4}}([^\W\d_])[^/\n]{{0,60}}(?<![.:;,!?。])$"
)
#: a tag of Markdoc or Liquid about one operation: ``{% openapi path="/x" method="get" %}``
_INCLUDED = re.compile(
    rf"^\{{%\s?[\w-]{{2,40}}\s(?=[^\n%]{{0,300}}?\b(?:path|url|endpoint)=\"([^\"\n]{{1,300}})\")[^\n%]{{0,300}}?\bmethod=\"({METHOD})\"",
    re.IGNORECASE,
)

#: several methods before one address
_EITHER = re.compile(METHOD)
_ALTERNATIVES = re.compile(rf"^{_LABEL}[`*]{{0,3}}((?:(?:{METHOD})[`\s,/|&+、]{{1,5}}){{2,4}})[`*]{{0,3}}{TARGET}[`*.]{{0,3}}$")


def operation_in(text: str, *, loose: bool = False) -> tuple[Operation, str] | None:
    """The operation and server that one line states and nothing else; loose: also a path without its leading slash."""
    if "/" not in text and "{%" not in text:
        return None
    line = _NUMBER.sub("", _ORNAMENT.sub("", text.strip()).strip("`").strip())
    match = _LINE.match(line) or _LINE.match(_REMARK.sub("", line))
    method, target = (match[1], match[2]) if match else ("", "")
    if not match and (included := _INCLUDED.match(line)):
        method, target = included[2].upper(), included[1]
    if not match and (glued := _GLUED.match(line)):
        method, target = glued[1].upper(), glued[2]
    if not match and (back := _BACKWARD.match(line)):
        target, method = back[1], back[2]
    if not match and (badged := _BADGED.match(line)) and badged[3] == badged[3].upper():
        method, target = badged[1], badged[2]
    if not method and loose and (bare := NO_SLASH.match(line)):
        method, target = bare[1], "/" + bare[2]
    if not method and (root := _ROOT.match(line)):
        return Operation(root[1] or root[2], "/"), ""
    if not method or len(target) < 2:
        return None
    return operation_at(method, target)


def alternatives_in(text: str) -> list[tuple[Operation, str]]:
    """The operations of a line with several methods before one address: "POST GET /x", "GET/POST /x"; none of any other.

    >>> [str(operation) for operation, _ in alternatives_in("GET | POST /ships")]
    ['GET /ships', 'POST /ships']
    """
    match = _ALTERNATIVES.match(text.strip())
    methods = _EITHER.findall(match[1]) if match else []
    told = [operation_in(f"{method} {match[2]}") for method in methods] if match else []
    return [found for found in told if found is not None]


def titled_operation(text: str) -> tuple[str, str, str] | None:
    """The title that a heading begins with, and the method and address behind it; or these two first, and no title."""
    if led := _LED.match(text):
        return led[1], led[2], led[3]
    if followed := _FOLLOWED.match(text):
        return "", followed[1], followed[2]
    match = _TITLED.match(text)
    return (match[1], match[2], match[3]) if match else None
