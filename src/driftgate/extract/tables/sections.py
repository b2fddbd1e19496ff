"""What a heading announces: the request's body, query, headers, a response, an example … in the languages docs are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from driftgate.extract.tables.wording import furtherwords
from driftgate.extract.tables.wording.sectiontable import SECTION_STEMS, SECTION_WORDS
from driftgate.extract.tables.wording.words import says_yes
from driftgate.extract.typewords.table import folded


class Kind(StrEnum):
    """What the tables and lists below a heading hold."""

    REQUEST = "request"  # parameters whose place is not said
    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    BODY = "body"
    RESPONSE = "response"
    RESPONSE_HEADER = "response header"
    FIELDS = "fields"  # fields of whatever the heading above names
    MODELS = "models"
    EXAMPLE = "example"
    ASIDE = "aside"  # error codes, rate limits, permissions, changelog: no fields of this operation
    MEDIA_TYPE = "media type"


REQUESTS = (Kind.REQUEST, Kind.PATH, Kind.QUERY, Kind.HEADER, Kind.COOKIE, Kind.BODY)
RESPONSES = (Kind.RESPONSE, Kind.RESPONSE_HEADER)
_OF_FIELDS = frozenset((*REQUESTS, *RESPONSES))


@dataclass(frozen=True, slots=True)
class Section:
    """kind: see Kind; status: of a response, where the heading says it; media_type: likewise; required: where the heading says
    it of all that stands below."""

    kind: Kind
    status: str = ""
    media_type: str = ""
    required: bool | None = None
    vague: bool = False  # of a query: the heading says no more than that the address holds these


_TAG_BY_WORD = {
    folded(word): tag for table in (furtherwords.SECTION_WORDS, SECTION_WORDS) for tag, words in table.items() for word in words
}
_STEMS = tuple((folded(stem), tag) for stem, tag in (*SECTION_STEMS, *furtherwords.SECTION_STEMS))
_CJK = r"\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"  # and other scripts whose signs are no letters
_TOKEN = re.compile(rf"[{_CJK}]+|[^\W\d_{_CJK}]+(?:-[^\W\d_{_CJK}]+)*|\d+xx|\d+", re.IGNORECASE)
_MEDIA_TYPE = re.compile(r"\b((?:application|text|multipart|image|audio)/[\w.+*-]{1,80})", re.IGNORECASE)
#: a number that is a status: not 255, which is a length
_STATUS = re.compile(r"(?<![\w.])(10[0-3]|20[0-8]|226|30[0-8]|4[0-6]\d|49\d|5[0-3]\d|[1-5]XX)(?![\w.])", re.IGNORECASE)
#: what HTTP calls a status: beside it such words announce no request
_REASON = re.compile(
    r"\b(?:bad request|too many requests|misdirected request|request timeout"
    r"|request(?:ed)? (?:entity|header fields|uri|range)\b[a-z ]{0,30})"
)
_OK = re.compile(r"\b(?:status|state)\s?[:：]\s?(ok|success|error|failure|failed)\b", re.IGNORECASE)
_DEFAULT = re.compile(r"^(?:status(?: code)?|response|http)\s?:?\s?default$")
_OPTIONAL = re.compile(r"\b(?:optional|opcionales|opcionais|optionnels|facultatifs|optionale)\b|可选|选填|任意|선택|необязательн")
_REQUIRED = re.compile(
    r"\b(?:required|mandatory|obligatorios|obrigatorios|requeridos|obligatoires|obligatori)\b|必填|必选|必須|必须|필수|(?<!не)обязательн"
)
#: the name of a model, as programs write it, in brackets
_MODEL = re.compile(r"\s?[(（](?:\w{0,40}\[)?[A-Za-z]{0,30}[a-z][A-Z]\w{0,60}\]?[)）]|\s?[(（](?:\w{1,40}\[)?\w{0,60}DTO\]?[)）]")
#: how code names a member: "http.request(url[, options])", "request.connection"
_MEMBER = re.compile(r"^[a-z_$][\w$]*(?:\.[\w$]+)*\.([\w$]+)(\(|$)")
_CALL = re.compile(r"(?:new |async |static )?[A-Za-z_$][\w$.]{0,60}\([^()]{0,100}\)\W{0,2}$")
#: how the documentation of a library titles what code names: "Event: 'headers'", "Class: http.Agent"
_OF_CODE = re.compile(r"event\s?:\s?[\"'‘“]|class\s?:\s?\w")
#: words that answer, and are no headings
_ANSWERS = frozenset(("always", "false", "never", "sometimes", "depends"))
_SHORTEST_SENSE = 5
#: two words of a heading written as one name: "RequestBody", "pathParams"
_JOINED = re.compile(r"^(request|response|query|path|body|url|form)(body|headers?|param(?:eter)?s|data)$")
_LONGEST = 90
#: the name of a schema or an answer, as documents refer to it
_POINTER = "#/"
#: what a title has at least, so that its letters in another heading are no chance
_SHORTEST = 5


def section_of(heading: str) -> Section | None:
    """What the heading announces, None where it announces nothing (a title, the name of an object)."""
    return _section_of(heading) if len(heading) <= 4 * _LONGEST else None


def section_below(heading: str, titles: Iterable[str]) -> Section | None:
    """The same below these titles: "Parameters of Rename a ship" under "Rename a ship" says no more than "Parameters".

    >>> section_below("Parameters Rename a ship", ["Rename a ship"])
    Section(kind=<Kind.REQUEST: 'request'>, status='', media_type='', required=None, vague=False)
    """
    section = section_of(heading)
    if section is not None:
        return section
    text = folded(heading)
    repeated = next((title for title in map(folded, titles) if len(title) >= _SHORTEST and title in text), "")
    return section_of(text.replace(repeated, " ")) if repeated and repeated != text else None


@lru_cache(maxsize=1024)
def _section_of(heading: str) -> Section | None:
    """Pages use few headings and use them often."""
    text = _JOINED.sub(r"\1 \2", folded(_MODEL.sub(" ", heading)).strip())
    if not text or len(text) > _LONGEST:
        return None
    if text.startswith(_POINTER):
        return None
    if _OF_CODE.match(text):
        return Section(Kind.ASIDE)
    member = _MEMBER.match(text)
    if member and (member[2] or section_of(member[1]) is None):
        return None
    media = _MEDIA_TYPE.search(text)
    media_type = media[1] if media else ""
    bare = _MEDIA_TYPE.sub(" ", text)
    bare = _REASON.sub(" ", bare) if _STATUS.search(bare) else bare
    if _DEFAULT.match(bare):
        return Section(Kind.RESPONSE, "default", media_type)
    named = _OK.search(bare)
    if named:
        return Section(Kind.RESPONSE, "200" if named[1] in ("ok", "success") else "default", media_type)
    tags, strange = _tags(bare)
    status = _status(bare, tags)
    kind = _kind(tags, status)
    if kind is None and (sense := _sense(text)) is not None:
        return Section(Kind.FIELDS, required=sense)
    if kind is None:
        return Section(Kind.MEDIA_TYPE, media_type=media_type) if media and strange <= 1 else None
    if strange > (1 if len(tags) < 2 else 2) and not (status and strange <= 4):
        return None
    vague = kind is Kind.QUERY and "query" not in tags
    told = _required(bare) if kind in (*REQUESTS, Kind.FIELDS) and tags & {"param", "field"} else None
    return Section(kind, status, media_type, told, vague)


def _sense(text: str) -> bool | None:
    """What a heading of one word says of all that stands below it, within a section: "Required", "Opcionales:"."""
    word = text.strip(" :：*")
    if " " in word or word in _ANSWERS or (word.isascii() and len(word) < _SHORTEST_SENSE) or len(word) < 2:
        return None
    return says_yes(word) if (said := says_yes(word.removesuffix("s"))) is None else said


def _required(text: str) -> bool | None:
    """What "Required parameters" or "Optional parameters" says; nothing where the heading has both words."""
    said = {sense for sense, pattern in ((True, _REQUIRED), (False, _OPTIONAL)) if pattern.search(text)}
    return said.pop() if len(said) == 1 else None


def announces_fields(section: Section | None) -> bool:
    """Whether what stands in a section are fields of a message, rather than models, samples or asides."""
    return section is not None and section.kind in _OF_FIELDS


def described_section(section: Section | None, heading: str) -> Section | None:
    """The section; where it is a sample of one side, names with their types below it describe that side."""
    sides = sides_of(heading) if section is not None and section.kind is Kind.EXAMPLE else frozenset()
    if section is None or {"request", "response"} <= sides or not sides - {"body"}:
        return section
    return Section(Kind.RESPONSE if "response" in sides else Kind.REQUEST, section.status)


def is_of_example(words: str) -> bool:
    """Whether words speak of an example, whatever else they say: "An example of a valid request:"."""
    return len(words) <= _LONGEST and "example" in _tags(folded(words))[0]


def is_call(heading: str) -> bool:
    """Whether a heading is a function with its arguments, as the documentation of a library has them.

    >>> is_call("new Agent([options])"), is_call("Parameters (optional)")
    (True, False)
    """
    return _CALL.match(heading.strip()) is not None


def is_title(heading: str) -> bool:
    """Whether a heading names something of the page's own: it announces nothing, and says more than "Endpoint" does."""
    return section_of(heading) is None and _tags(folded(heading))[1] > 0


def _status(text: str, tags: set[str]) -> str:
    found = _STATUS.search(text)
    if found:
        return found[1].upper()
    return (
        "default" if {"response", "aside"} <= tags and re.search(r"error|错误|錯誤|エラー|오류|ошибк|fehler|erreur", text) else ""
    )


def _tags(text: str) -> tuple[set[str], int]:
    """What the words of a heading announce, and how many words say something else."""
    tags: set[str] = set()
    strange = 0
    for token in _tokens(text):
        if token.isdigit() or token.endswith("xx"):
            continue
        tag = _TAG_BY_WORD.get(token)
        if tag is None:
            tag, rest = _by_stems(token, tags)
            strange += rest
        if tag:
            tags.add(tag)
    tags.discard("neutral")
    if "param" not in tags:
        tags.discard("address")
    return tags, strange


def _tokens(text: str) -> Iterator[str]:
    """The words of a heading, a compound such as "query-parameter" taken apart unless it is a word of its own."""
    for token in _TOKEN.findall(text):
        yield from [token] if token in _TAG_BY_WORD else token.split("-")


def _by_stems(token: str, tags: set[str]) -> tuple[str | None, int]:
    """The tags of a word's pieces (added to the set), and 1 or more for what no piece explains."""
    rest = token
    for stem, tag in _STEMS:
        if stem in rest:
            rest = rest.replace(stem, "", 1)
            tags.add(tag)
    if rest in _TAG_BY_WORD:  # a word of another script, written on: 请求Header
        return _TAG_BY_WORD[rest], 0
    return None, 0 if not rest else 1 if rest == token or rest.isascii() else (len(rest) + 2) // 3


def _kind(tags: set[str], status: str) -> Kind | None:
    if "example" in tags:
        return Kind.EXAMPLE
    response = "response" in tags or (status and not tags & {"request", "query", "path", "param"})
    if response and ("request" not in tags or status.startswith("2")):
        return Kind.RESPONSE_HEADER if "header" in tags else Kind.RESPONSE
    if "aside" in tags:
        return Kind.ASIDE
    if {"address", "param"} <= tags:
        return Kind.QUERY  # or of the path, where the operation has a variable of the name
    for tag in ("header", "cookie", "query", "path", "body"):
        if tag in tags:
            return Kind(tag)
    if tags & {"request", "param"}:
        return Kind.QUERY if "url" in tags else Kind.REQUEST
    return Kind.MODELS if "model" in tags else Kind.FIELDS if "field" in tags else None


@lru_cache(maxsize=256)
def sides_of(label: str) -> frozenset[str]:
    """Which side a label speaks of, whatever else it says: ``request``, ``response``, ``body``.

    >>> sorted(sides_of("Example response (JSON)"))
    ['response']
    """
    tags, strange = _tags(folded(label))
    return frozenset(tags & {"request", "response", "body"}) if strange <= 4 else frozenset()
