"""The sentences that state a fact of a field: one visible table of patterns, each linear in the text it reads."""

from __future__ import annotations

import re

from driftgate.extract.prose.alternatives import SENTENCE, union_told
from driftgate.extract.prose.furtherrules import FURTHER
from driftgate.extract.prose.rule import LIST, NUMBER, VALUE, Found, ProseRule, Words, between, default, lengths, listed, one_of
from driftgate.extract.prose.values import number, scalar

_I = re.IGNORECASE


def _union(match: re.Match[str]) -> Found:
    told = union_told(match)
    return {"type": told} if told else {}


_CALLED = {"hash": "object", "text": "string"}


def _must_be(match: re.Match[str]) -> Found:
    kind = match[1].lower()
    return {"type": _CALLED.get(kind, kind)}


#: English first: it is what most docs are written in
RULES: tuple[ProseRule, ...] = (
    ProseRule(
        ("must be a",),
        re.compile(
            r"^Must be an? (string|text|integer|number|boolean|hash|object|array)\b(?: of (?:any type|objects))?\.?$",
            _I | re.MULTILINE,
        ),
        _must_be,
    ),
    ProseRule(
        ("default",), re.compile(rf"\bdefaults?(?: value)?(?: is| to| of| ?=)? ?:?(?<=[ :=set]) ?(?:{VALUE})", _I), default
    ),
    ProseRule(("[default",), re.compile(rf"\[default(?:: ?| to | = ?)(?:{VALUE})\]", _I), default),
    ProseRule(
        ("between", "range", "from"),
        re.compile(
            rf"\b(?:between|ranges?(?: is| of| from)? ?:?|from) ?[\[(]?{NUMBER} ?(?:and|to|-|–|~|\.\.\.?|,) ?{NUMBER}"
            r"(?![\w%])(?! ?(?:char|items|byte|letters|digits))",
            _I,
        ),
        between,
    ),
    ProseRule(("between",), re.compile(rf"\bbetween {NUMBER} and {NUMBER} characters", _I), lengths),
    ProseRule(
        ("char",),
        re.compile(
            rf"\b(?:max(?:imum)? length(?: is| of)?:?|up to|at most|no more than|maximum of|max\.?)"
            rf" ?{NUMBER} ?(?:characters|chars)\b",
            _I,
        ),
        lambda m: {"max_length": int(number(m[1]))},
    ),
    ProseRule(
        ("length",),
        re.compile(rf"\bmax(?:imum)? length(?: is| of)?:? ?{NUMBER}\b", _I),
        lambda m: {"max_length": int(number(m[1]))},
    ),
    ProseRule(
        ("char",),
        re.compile(rf"\b(?:min(?:imum)? length(?: is| of)?:?|at least) ?{NUMBER} ?(?:characters|chars)\b", _I),
        lambda m: {"min_length": int(number(m[1]))},
    ),
    ProseRule(
        ("min",),
        re.compile(rf"(?:\(|\b)(?:minimum|min)(?: value)?(?: is| of)?(?:: ?|= ?| ){NUMBER}(?! ?(?:char|items|byte))", _I),
        lambda m: {"minimum": number(m[1])},
    ),
    ProseRule(
        ("max",),
        re.compile(
            rf"(?:\(|\b|, )(?:maximum|max)(?: value)?(?: is| of)?(?:: ?|= ?| ){NUMBER}(?![\w%])"
            r"(?! ?(?:char|items|byte|token|mb|kb|day|hour|minute|second|element|entries|result|record|time))",
            _I,
        ),
        lambda m: {"maximum": number(m[1])},
    ),
    ProseRule(
        ("values", "enum"),
        re.compile(
            r"\b(?:(?:possible|allowed|valid|accepted|available) values|enum)[*_]{0,2}:[*_ ]{0,4}"
            r"\[([\w.+:/-]{1,60}(?:, ?[\w.+:/-]{1,60}){1,80})\]",
            _I,
        ),
        listed,
    ),
    ProseRule(  # a line of its own: no sentence goes on behind the value
        ("default",),
        re.compile(
            r"^[*_ ]{0,3}default(?: value)?[*_ ]{0,3}:[*_ ]{0,3}`?"
            r"(?!(?:none|null|nil|n/a|na|empty|undefined|unset|not|no)\b)([\w.+:/-]{1,60})`?$",
            _I | re.MULTILINE,
        ),
        lambda m: {"default": scalar(m[1])},
    ),
    ProseRule(
        ("can only be one of",), re.compile(r"\bcan only be one of ([\w.:/-]{1,60}(?:,[\w.:/-]{1,60}){1,60})(?=\))", _I), listed
    ),
    ProseRule(
        ("one of", "must be", "values", "available options", "can be either", "enum"),
        re.compile(
            r"(?:^values are|(?<=[.!?] )values are"
            r"|\b(?:one of|must be (?:one of|either)|(?:possible|allowed|valid|accepted|available|supported) values(?: are)?"
            rf"|available options|can be either|enum)(?: ?the following)?)[: ]{{1,3}}[\[({{]?{LIST}",
            _I,
        ),
        one_of,
    ),
    ProseRule(
        ("deprecated", "obsolete", "discontinued", "no longer", "retired", "removed"),
        re.compile(
            r"^\W{0,4}deprecated\b"
            r"|\bthis (?:field|parameter|property|attribute|header|option) (?:is|has been) (?:now )?"
            r"(?:deprecated|obsolete|discontinued|retired|removed|no longer (?:supported|accepted|used|in use))\b"
            r"|(?:^\W{0,4}|[.!?] )(?:obsolete|discontinued|removed|no longer (?:supported|accepted|used|in use))[.:]"
            r"|(?<![`'\"’”])(?<![`'\"’”] )\((?:now )?deprecated\)"  # behind a quoted word it is said of that value
            r"|^(?:it )?is deprecated\b",
            _I | re.MULTILINE,
        ),
        lambda _: {"deprecated": True},
    ),
    ProseRule(
        ("null",), re.compile(r"\b(?:can|may) be null\b|\bnullable\b|\bor null (?:if|when)\b", _I), lambda _: {"nullable": True}
    ),
    ProseRule((" or ",), SENTENCE, _union),
    *FURTHER,
)

_WORDS = Words(word for rule in RULES for word in rule.words)
_AT_BY_WORD = {word: [at for at, rule in enumerate(RULES) if word in rule.words] for rule in RULES for word in rule.words}


def rules_for(text: str) -> list[ProseRule]:
    """The rules that may state something of a case folded text, in the table's order: most sentences hold none of their words."""
    found = {at for word in _WORDS.within(text) for at in _AT_BY_WORD[word]}
    return [RULES[at] for at in sorted(found)]
