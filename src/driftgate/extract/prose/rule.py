"""A rule that reads a fact off a sentence, the pieces that patterns of rules are made of, and what their matches state."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from driftgate.contract import FactValue
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


NUMBER = r"(-?\d[\d,_]{0,18}(?:\.\d{1,12})?)"
VALUE = r"""[`"'“‘「]([^`"'”’」\n]{1,100})[`"'”’」]|(-?\d{1,15}(?:\.\d{1,12})?|true|false|null|none|[A-Za-z][\w.-]{0,60})"""
_BARE_VALUE = re.compile(r"-?\d[\d.]*|true|false", re.IGNORECASE)
_ITEM = r"[`\"“‘「'][^`\"”’」'\n]{1,100}[`\"”’」']"
#: "and" and "or" between values
_LINKS = "or|and|and/or|或|または|和|及|と|및|또는|ou|oder|und|et|y|e|o|u|или|и|i|lub|oraz|veya|ve|atau|dan|hoặc|và"
LIST = rf"{_ITEM}(?:(?:\s{{0,3}}(?:,|、|/|;|\||{_LINKS})\s{{0,3}}){{1,2}}{_ITEM}){{1,60}}"


def default(match: re.Match[str]) -> Found:
    """A quoted value, or a bare number or truth value."""
    quoted = match[1]
    word = quoted if quoted is not None else match[2].rstrip(".")
    if quoted is None and not _BARE_VALUE.fullmatch(word):
        return {}  # a bare word after "defaults to" is as often prose ("defaults to the account's currency") as a value
    return {"default": scalar(word)}


def between(match: re.Match[str]) -> Found:
    """Two numbers, the smaller one first."""
    return span(match[1], match[2])


def span(least: str, most: str) -> Found:
    """The limits that two printed numbers are, if the first is the smaller one."""
    low, high = number(least), number(most)
    return {"minimum": low, "maximum": high} if low < high else {}


def lengths(match: re.Match[str]) -> Found:
    """Two numbers of characters."""
    return {"min_length": int(number(match[1])), "max_length": int(number(match[2]))}


def one_of(match: re.Match[str]) -> Found:
    """All values in quotes or code, where there are several."""
    values = tuple(dict.fromkeys(re.findall(r"[`\"“‘「']([^`\"”’」'\n]{1,100})[`\"”’」']", match[0])))
    return {"enum": values} if len(values) > 1 else {}


def listed(match: re.Match[str]) -> Found:
    """Several bare values with commas between them."""
    values = tuple(dict.fromkeys(part.strip() for part in match[1].split(",")))
    numbers = tuple(value for value in map(scalar, values) if isinstance(value, int | float) and not isinstance(value, bool))
    return {"enum": numbers if len(numbers) == len(values) else values} if len(values) > 1 else {}
