"""Contract facts that only a sentence states. Mined facts fill what nothing else says; they never override."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from driftgate.contract import Certainty, Contract, Facts, FactValue, Source
from driftgate.extract.blocks import Block, Heading, Item, Listing, Paragraph, Table
from driftgate.extract.extraction import Contradiction
from driftgate.extract.proserules import RULES
from driftgate.extract.typewords import read_type

_LONGEST = 4000
_REQUIRED = re.compile(r"^[\s*_(\[（【]{0,4}(required|mandatory|必填|必选|必須|必传|필수|обязательный|erforderlich|obligatoire|obligatorio|obrigatório)"
                       r"(?![\w-]|\s(?:if|when|unless|for|only|by|in|to|with)\b)", re.IGNORECASE)  # fmt: skip
_OPTIONAL = re.compile(
    r"^[\s*_(\[（【]{0,4}(optional|可选|选填|任意|선택|необязательный|facultatif|opcional)(?![\w-])", re.IGNORECASE
)
_NOT_REQUIRED = re.compile(r"\b(?:not required|is optional)\b|非必填|非必须", re.IGNORECASE)
_CONDITION = re.compile(r"\brequired (?:if|when|unless|for|only)\b|时必填|の場合必須|場合は必須", re.IGNORECASE)
_LIMITS = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")
_NUMERIC = frozenset(("integer", "number"))


@dataclass(frozen=True, slots=True)
class Mined:
    """What a description states, each fact with the words that state it."""

    facts: Facts
    quotes: dict[str, str]

    def sources(self, near: Source) -> dict[str, Source]:
        """A source for every mined fact, beside the source of the row."""
        return {name: replace(near, quote=quote[:200], certainty=Certainty.MINED) for name, quote in self.quotes.items()}


def mined(description: str, kind: str = "") -> Mined:
    """The facts that the sentences of one description state; kind: the field's type where known, so that limits fit it.

    >>> mined("Sampling temperature between 0 and 2. Defaults to 1.").facts
    {'default': 1, 'minimum': 0, 'maximum': 2}
    """
    text = description[:_LONGEST]
    facts: dict[str, FactValue] = {}
    quotes: dict[str, str] = {}
    for rule in RULES:
        match = rule.pattern.search(text)
        if not match:
            continue
        for name, value in rule.states(match).items():
            if name not in facts and _fits(name, value, kind):
                facts[name] = value
                quotes[name] = match[0].strip()
    flag = _required(text)
    if flag is not None:
        facts["required"] = flag[0]
        quotes["required"] = flag[1]
    return Mined(facts, quotes)


def _required(text: str) -> tuple[bool, str] | None:
    """Whether the description opens with "Required." or "Optional."; a condition states neither."""
    if _CONDITION.search(text):
        return None
    for pattern, value in ((_OPTIONAL, False), (_REQUIRED, True), (_NOT_REQUIRED, False)):
        match = pattern.search(text)
        if match:
            return value, match[0].strip(" *_([")
    return None


def _fits(name: str, value: FactValue, kind: str) -> bool:
    """Whether a limit can belong to a field of this type: a number's range says nothing of a string."""
    if not kind:
        return True
    members = set(kind.split(" | "))
    if name in _LIMITS:
        return bool(members & _NUMERIC)
    if name in ("min_length", "max_length"):
        return "string" in members
    if name == "enum":
        return not members <= {"boolean", "object"}
    if name == "default" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return bool(members & {*_NUMERIC, "string"})
    if name == "default" and isinstance(value, bool):
        return bool(members & {"boolean", "string"})
    return True


def contradictions(contract: Contract, blocks: tuple[Block, ...], near: Source | None = None) -> tuple[Contradiction, ...]:
    """Where the page's own sentences state another type or another range for a request field than the contract does.

    Only an entry that opens with the field's name, or a heading that is the name, speaks of a field; anything less certain is left.
    """
    found: list[Contradiction] = []
    by_name: dict[str, str | None] = {}
    for known, candidate in contract.fields.items():
        if candidate.place == "body" and "." not in candidate.path:
            by_name[candidate.path] = None if candidate.path in by_name else known
    for name, text, line in _entries(blocks):
        found_key = by_name.get(name)
        if found_key is None:
            continue
        key, field = found_key, contract.fields[found_key]
        source = replace(near or Source(), line=line, quote=text[:200], certainty=Certainty.MINED)
        for fact, used, other in _disagreements(dict(field.facts), text):
            found.append(Contradiction(key, fact, used, other, field.source, source))
    return tuple(dict.fromkeys(found))


def _entries(blocks: tuple[Block, ...]) -> list[tuple[str, str, int | None]]:
    """(name, what is said of it, line) for entries and headings that name one thing."""
    found: list[tuple[str, str, int | None]] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Listing):
            found += [(_bare(item), item.text, item.line) for item in block.items if item.term]
        elif isinstance(block, Heading) and at + 1 < len(blocks) and isinstance(blocks[at + 1], Paragraph | Listing):
            behind = blocks[at + 1]
            text = behind.text if isinstance(behind, Paragraph) else "\n".join(item.text for item in behind.items)  # type: ignore[union-attr]
            found.append((block.text.strip(" `:"), f"{block.text} {text}", block.line))
        elif isinstance(block, Paragraph) and (block.code or block.strong):
            first = (block.code + block.strong)[0]
            if block.text.startswith(first):
                found.append((first.strip(" `:"), block.text, block.line))
        elif isinstance(block, Table):
            continue
    return found


def _bare(item: Item) -> str:
    return item.term.strip(" `:*")


def _disagreements(facts: dict[str, FactValue], text: str) -> list[tuple[str, str, str]]:
    """(fact, the contract's value, the sentence's value) where both speak and differ."""
    kind = str(facts.get("type", ""))
    said = mined(text, kind if kind else "").facts
    found = []
    stated = _stated_type(text)
    if stated and kind and not _compatible(kind, stated):
        found.append(("type", kind, stated))
    for name in ("minimum", "maximum", "default"):
        if name in said and name in facts and said[name] != facts[name]:
            found.append((name, str(facts[name]), str(said[name])))
    return found


def _stated_type(text: str) -> str:
    """The type that an entry prints right behind its name: ``temperature number range 0-2``."""
    words = re.split(r"[\s:：(（,，)）—–-]{1,4}", text.split("\n")[0].strip(), maxsplit=3)
    read = read_type(words[1]) if len(words) > 1 else {}
    kind = read.get("type")
    return kind if isinstance(kind, str) and words[1].islower() else ""


def _compatible(kind: str, stated: str) -> bool:
    """Whether two spellings of a type may mean the same: an array is an array, an integer is a number stays a contradiction."""
    left = {member.split("<")[0] for member in kind.split(" | ")}
    right = {member.split("<")[0] for member in stated.split(" | ")}
    return bool(left & right)
