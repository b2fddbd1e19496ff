"""Contract facts that only a sentence states. Mined facts fill what nothing else says; they never override."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from driftgate.contract import Certainty, Facts, FactValue, Source
from driftgate.contract.types import NUMERIC
from driftgate.extract.prose.rule import Words
from driftgate.extract.prose.rules import rules_for

_LONGEST = 4000
_SHORT = 400
_REQUIRED = re.compile(r"^[\s*_(\[（【]{0,4}(required|mandatory|必填|必选|必須|必传|필수"
    r"|обязательный|erforderlich|obligatoire|obligatorio|obrigatório)"
                       r"(?![\w-]|\s(?:if|when|unless|for|only|by|in|to|with)\b|\s?[:：]\s{0,3}(?:no|false|never|optional|conditional"
                       r"|depends|sometimes|否|いいえ|아니|нет|nein|non|não)\b)", re.IGNORECASE)  # fmt: skip
#: a line of its own, wherever it stands
_REQUIRED_LINE = re.compile(
    r"^[\s*_(\[（【]{0,4}(?:required|mandatory|必填|必选|必須|필수|(?:.{1,80}, )?обязательный(?: параметр)?|erforderlich"
    r"|obligatoire|obligatorio|obrigatório)[\s*_.)\]）】]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
#: in brackets, or as a sentence of its own
_REQUIRED_SAID = re.compile(
    r"[(（【\[](?:required|mandatory|必填|必选|必須|必传|필수|obligatoire|obligatorio|obrigatório)[)）】\]]"
    r"|[(（](?:bắt buộc|wajib|zorunlu|wymagane|verplicht)[)）]"
    r"|(?<=[.!?})] )(?:required|mandatory|필수)\.$"
    r"|(?:[，,、；;。]\s?)(?:必填|必选|必須|必须|必传|필수)[。.]?$"
    r"|\bthis (?:field|parameter|property|attribute|value) is (?:required|mandatory)\.?$"
    r"|(?:^|[.!?] )обязательн(?:ый параметр|ое поле)\b",
    re.IGNORECASE | re.MULTILINE,
)
_OPTIONAL = re.compile(
    r"^[\s*_(\[（【]{0,4}(optional|可选|选填|任意|선택|необязательный|facultatif|opcional|tùy chọn|opsional)(?![\w-])",
    re.IGNORECASE,
)
_NOT_REQUIRED = re.compile(
    r"\b(?:not required|is optional)\b|非必填|非必须|(?<=[.!?})] )optional\.(?=\s|$)"
    r"|[，,、；;。]\s?(?:可选|选填|任意|선택)[。.]?$",
    re.IGNORECASE | re.MULTILINE,
)
_CONDITION = re.compile(r"\brequired (?:if|when|unless|for|only)\b|时必填|の場合必須|場合は必須", re.IGNORECASE)
#: One of these stands in every text that the patterns above match.
_FLAG_WORDS = Words((
    "required", "mandatory", "必填", "必选", "必須", "必须", "必传", "필수", "обязательный", "обязательное", "erforderlich",
    "obligatoire", "obligatorio", "obrigatório", "optional", "可选", "选填", "任意", "선택", "facultatif", "opcional",
    "bắt buộc", "wajib", "zorunlu", "wymagane", "verplicht", "tùy chọn", "opsional",
))  # fmt: skip
_REPEATED = 4
_LIMITS = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


@dataclass(frozen=True, slots=True)
class Mined:
    """What a description states, each fact with the words that state it."""

    facts: Facts
    quotes: dict[str, str]

    def sources(self, near: Source) -> dict[str, Source]:
        """A source for every mined fact, beside the source of the row."""
        return {name: self.source(name, near) for name in self.quotes}

    def source(self, name: str, near: Source) -> Source:
        """The words that state one fact."""
        return replace(near, quote=self.quotes[name][:200], certainty=Certainty.MINED)


NOTHING = Mined({}, {})


def mined(description: str, kind: str = "") -> Mined:
    """The facts that the sentences of one description state; kind: the field's type where known, so that limits fit it.

    Sentences that state two values of one fact state a condition: neither holds always, so neither is a fact.

    >>> mined("Sampling temperature between 0 and 2. Defaults to 1.").facts
    {'default': 1, 'minimum': 0, 'maximum': 2}
    """
    return _often(description, kind) if len(description) <= _SHORT else _mined(description[:_LONGEST], kind)


def _mined(text: str, kind: str) -> Mined:
    words = text.casefold()
    facts: dict[str, FactValue] = {}
    quotes: dict[str, str] = {}
    torn: set[str] = set()
    for rule in rules_for(words):
        match = rule.pattern.search(text)
        if not match:
            continue
        stated = rule.states(match)
        if any(rule.states(other) != stated for other in islice(rule.pattern.finditer(text, match.end()), _REPEATED)):
            torn.update(stated)
            continue
        for name, value in stated.items():
            if name not in facts and name not in torn and _fits(name, value, kind):
                facts[name] = value
                quotes[name] = match[0].strip()
    flag = _required(text) if _FLAG_WORDS.within(words) else None
    if flag is not None:
        facts["required"] = flag[0]
        quotes["required"] = flag[1]
    return Mined(facts, quotes) if facts else NOTHING


#: Generated pages describe a field wherever its model stands. Nobody writes into what is kept.
_often = lru_cache(maxsize=1024)(_mined)


def filled(
    facts: Facts, description: str, near: Source, without: Container[str] = ()
) -> tuple[dict[str, FactValue], dict[str, Source]]:
    """The facts of a row with those that only its description states, and where these stand.

    near: the source of the row; without: facts that a description may not fill.
    """
    said = mined(description, str(facts.get("type", ""))) if description else NOTHING
    if said is NOTHING:
        return dict(facts), {}
    more = {name: value for name, value in said.facts.items() if name not in facts and name not in without}
    return {**facts, **more}, {name: said.source(name, near) for name in more}


def in_ticks(text: str, code: Iterable[str]) -> str:
    """The text with its code spans in backticks again, so that values can be told from words."""
    built, rest = "", text
    for span in code:
        before, found, behind = rest.partition(span)
        if found and span:
            built, rest = f"{built}{before}`{span}`", behind
    return built + rest


def _required(text: str) -> tuple[bool, str] | None:
    """Whether the description opens with "Required." or "Optional."; a condition states neither."""
    if _CONDITION.search(text):
        return None
    for found, value in (
        (_OPTIONAL.match, False),
        (_REQUIRED.match, True),
        (_REQUIRED_LINE.search, True),
        (_REQUIRED_SAID.search, True),
        (_NOT_REQUIRED.search, False),
    ):
        if match := found(text):
            return value, match[0].strip(" *_([")
    return None


def _fits(name: str, value: FactValue, kind: str) -> bool:
    """Whether a limit can belong to a field of this type: a number's range says nothing of a string."""
    if not kind:
        return True
    if name == "type":
        return False  # the field has one
    members = set(kind.split(" | "))
    if name in _LIMITS:
        return bool(members & NUMERIC)
    if name in ("min_length", "max_length"):
        return "string" in members
    if name == "enum":
        return not members <= {"boolean", "object"}
    if name == "default" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return bool(members & {*NUMERIC, "string"})
    if name == "default" and isinstance(value, bool):
        return bool(members & {"boolean", "string"})
    return True
