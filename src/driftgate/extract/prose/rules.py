"""The sentences that state a fact of a field: one visible table of patterns, each linear in the text it reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from driftgate.contract import FactValue
from driftgate.extract.prose.alternatives import SENTENCE, union_told
from driftgate.extract.prose.values import number, scalar

Found = dict[str, FactValue]


@dataclass(frozen=True, slots=True)
class ProseRule:
    """A pattern, and what its match states. words: one of them, case folded, stands in every text that the pattern matches;
    looking for them first costs a tenth of the search."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    states: Callable[[re.Match[str]], Found]


class Words:
    """Words to look for in case folded texts. A text of ASCII alone is not searched for the others."""

    def __init__(self, words: Iterable[str]) -> None:
        self._all = tuple(dict.fromkeys(words))
        self._ascii = tuple(filter(str.isascii, self._all))

    def within(self, text: str) -> list[str]:
        """Those that stand in a text."""
        return [word for word in (self._ascii if text.isascii() else self._all) if word in text]


_NUM = r"(-?\d[\d,_]{0,18}(?:\.\d{1,12})?)"
_VALUE = r"""[`"'“‘「]([^`"'”’」\n]{1,100})[`"'”’」]|(-?\d{1,15}(?:\.\d{1,12})?|true|false|null|none|[A-Za-z][\w.-]{0,60})"""
_I = re.IGNORECASE


def _default(match: re.Match[str]) -> Found:
    quoted = match[1]
    word = quoted if quoted is not None else match[2].rstrip(".")
    if quoted is None and not re.fullmatch(r"-?\d[\d.]*|true|false", word, _I):
        return {}  # a bare word after "defaults to" is as often prose ("defaults to the account's currency") as a value
    return {"default": scalar(word)}


def _between(match: re.Match[str]) -> Found:
    low, high = number(match[1]), number(match[2])
    return {"minimum": low, "maximum": high} if low < high else {}


def _lengths(match: re.Match[str]) -> Found:
    return {"min_length": int(number(match[1])), "max_length": int(number(match[2]))}


def _one_of(match: re.Match[str]) -> Found:
    values = tuple(dict.fromkeys(re.findall(r"[`\"“‘「']([^`\"”’」'\n]{1,100})[`\"”’」']", match[0])))
    return {"enum": values} if len(values) > 1 else {}


def _listed(match: re.Match[str]) -> Found:
    values = tuple(dict.fromkeys(part.strip() for part in match[1].split(",")))
    numbers = tuple(value for value in map(scalar, values) if isinstance(value, int | float) and not isinstance(value, bool))
    return {"enum": numbers if len(numbers) == len(values) else values} if len(values) > 1 else {}


def _union(match: re.Match[str]) -> Found:
    told = union_told(match)
    return {"type": told} if told else {}


_ITEM = r"[`\"“‘「'][^`\"”’」'\n]{1,100}[`\"”’」']"
_LIST = rf"{_ITEM}(?:(?:\s{{0,3}}(?:,|、|/|;|\||or|and|and/or|或|または|和)\s{{0,3}}){{1,2}}{_ITEM}){{1,60}}"

RULES: tuple[ProseRule, ...] = (
    ProseRule(
        ("default",), re.compile(rf"\bdefaults?(?: value)?(?: is| to| of| ?=)? ?:?(?<=[ :=set]) ?(?:{_VALUE})", _I), _default
    ),
    ProseRule(("[default",), re.compile(rf"\[default(?:: ?| to | = ?)(?:{_VALUE})\]", _I), _default),
    ProseRule(
        ("默认", "缺省", "預設", "デフォルト", "既定値", "기본값"),
        re.compile(rf"(?:默认值?|缺省值?|預設值?|デフォルト値?|既定値|기본값)(?:为|為|是|は|[:： ]){{0,2}}\s{{0,2}}(?:{_VALUE})"),
        _default,
    ),
    ProseRule(
        ("по умолчанию", "standardmässig", "par défaut", "por defecto", "por padrão"),
        re.compile(rf"(?:по умолчанию|standardmäßig|par défaut|por defecto|por padrão)[ :—-]{{0,3}}(?:{_VALUE})", _I),
        _default,
    ),
    ProseRule(
        ("between", "range", "from"),
        re.compile(
            rf"\b(?:between|ranges?(?: is| of| from)? ?:?|from) ?[\[(]?{_NUM} ?(?:and|to|-|–|~|\.\.\.?|,) ?{_NUM}"
            r"(?![\w%])(?! ?(?:char|items|byte|letters|digits))",
            _I,
        ),
        _between,
    ),
    ProseRule(
        ("范围", "範圍", "範囲", "值域"),
        re.compile(
            rf"(?:取值范围|范围|範圍|範囲|值域)(?:为|是|は|[:： ]){{0,2}}\s{{0,2}}[\[(（]?"
            rf"{_NUM}\s{{0,2}}(?:-|–|~|～|到|至|,|，)\s{{0,2}}{_NUM}"
        ),
        _between,
    ),
    ProseRule(("between",), re.compile(rf"\bbetween {_NUM} and {_NUM} characters", _I), _lengths),
    ProseRule(
        ("char",),
        re.compile(
            rf"\b(?:max(?:imum)? length(?: is| of)?:?|up to|at most|no more than|maximum of|max\.?)"
            rf" ?{_NUM} ?(?:characters|chars)\b",
            _I,
        ),
        lambda m: {"max_length": int(number(m[1]))},
    ),
    ProseRule(
        ("length",),
        re.compile(rf"\bmax(?:imum)? length(?: is| of)?:? ?{_NUM}\b", _I),
        lambda m: {"max_length": int(number(m[1]))},
    ),
    ProseRule(
        ("char",),
        re.compile(rf"\b(?:min(?:imum)? length(?: is| of)?:?|at least) ?{_NUM} ?(?:characters|chars)\b", _I),
        lambda m: {"min_length": int(number(m[1]))},
    ),
    ProseRule(
        ("最长", "最大长度", "长度不超过", "最大長度"),
        re.compile(rf"(?:最长|最大长度|长度不超过|最大長度)(?:为|是|[:： ]){{0,2}}{_NUM}(?:位|个字符|字符|字元)?"),
        lambda m: {"max_length": int(number(m[1]))},
    ),
    ProseRule(("最大",), re.compile(rf"最大{_NUM}文字"), lambda m: {"max_length": int(number(m[1]))}),
    ProseRule(
        ("min",),
        re.compile(rf"(?:\(|\b)(?:minimum|min)(?: value)?(?: is| of)?(?:: ?|= ?| ){_NUM}(?! ?(?:char|items|byte))", _I),
        lambda m: {"minimum": number(m[1])},
    ),
    ProseRule(
        ("max",),
        re.compile(
            rf"(?:\(|\b|, )(?:maximum|max)(?: value)?(?: is| of)?(?:: ?|= ?| ){_NUM}(?![\w%])"
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
        _listed,
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
        ("can only be one of",), re.compile(r"\bcan only be one of ([\w.:/-]{1,60}(?:,[\w.:/-]{1,60}){1,60})(?=\))", _I), _listed
    ),
    ProseRule(
        ("one of", "must be", "values", "available options", "can be either", "enum"),
        re.compile(
            r"(?:^values are|(?<=[.!?] )values are"
            r"|\b(?:one of|must be (?:one of|either)|(?:possible|allowed|valid|accepted|available|supported) values(?: are)?"
            rf"|available options|can be either|enum)(?: ?the following)?)[: ]{{1,3}}[\[({{]?{_LIST}",
            _I,
        ),
        _one_of,
    ),
    ProseRule(
        ("可选值", "取值", "枚举", "有效值", "可用值", "指定可能な値", "取りうる値"),
        re.compile(
            rf"(?:可选值|取值|枚举值?|有效值|可用值|指定可能な値|取りうる値)"
            rf"(?:为|有|是|は|包括|[:： ]){{0,3}}\s{{0,2}}[\[(（{{]?{_LIST}"
        ),
        _one_of,
    ),
    ProseRule(
        ("其一", "中的一个", "のいずれか", "のどれか"),
        re.compile(rf"{_LIST}\s{{0,2}}(?:其一|中的一个|のいずれか|のどれか)"),
        _one_of,
    ),
    ProseRule(
        ("deprecated",),
        re.compile(
            r"^\W{0,4}deprecated\b|\bthis (?:field|parameter|property|attribute) (?:is|has been) deprecated\b"
            r"|(?<![`'\"’”])(?<![`'\"’”] )\((?:now )?deprecated\)"  # behind a quoted word it is said of that value
            r"|^(?:it )?is deprecated\b",
            _I | re.MULTILINE,
        ),
        lambda _: {"deprecated": True},
    ),
    ProseRule(
        (
            "已弃用",
            "已废弃",
            "已棄用",
            "已廢棄",
            "非推奨",
            "廃止予定",
            "사용되지 않음",
            "지원 중단",
            "устарел",
            "veraltet",
            "obsolète",
            "obsoleto",
        ),
        re.compile(
            r"(?:已弃用|已废弃|已棄用|已廢棄|非推奨|廃止予定|사용되지 않음|지원 중단|устарел|veraltet|obsolète|obsoleto)", _I
        ),
        lambda _: {"deprecated": True},
    ),
    ProseRule(
        ("null",), re.compile(r"\b(?:can|may) be null\b|\bnullable\b|\bor null (?:if|when)\b", _I), lambda _: {"nullable": True}
    ),
    ProseRule((" or ",), SENTENCE, _union),
)

_WORDS = Words(word for rule in RULES for word in rule.words)
_AT_BY_WORD = {word: [at for at, rule in enumerate(RULES) if word in rule.words] for rule in RULES for word in rule.words}


def rules_for(text: str) -> list[ProseRule]:
    """The rules that may state something of a case folded text, in the table's order: most sentences hold none of their words."""
    found = {at for word in _WORDS.within(text) for at in _AT_BY_WORD[word]}
    return [RULES[at] for at in sorted(found)]
