"""Contract changes planted in rendered HTML: tables, lists, and rows of nested boxes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from driftgate.contract import Contract, Field
from driftgate.extract.tables.wording.role import Role
from driftgate.extract.tables.wording.wordtable import HEADERS
from driftgate.prove.htmlrows import cell_below, is_in_sentence, is_pill, unit
from driftgate.prove.htmltext import Element, Words
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.schemas import NEW_NAME, sibling_path
from driftgate.prove.spots import Plan, Spot, is_leaf, planned
from driftgate.prove.typewords import DEPRECATED, OTHER_ANSWER, OTHER_REQUIRED, OTHER_TYPE, REQUIRED_HEADERS

_SENTENCE = re.compile(r"[A-Z][\w'’-]*(?: [\w'’`(),-]+){3}")
_HOLDS_SENTENCES = ("p", "div", "td", "dd", "li")
_TYPE = re.compile(
    r"(?:Type: ?|\(|enum<|Array of |array<)?(?P<word>" + "|".join(OTHER_TYPE) + r")\b(?! to | +\w+\[)(?:[^.;,!&]|&[lg]t;){0,40}$"
)
_TYPE_HEADERS = frozenset(HEADERS[Role.TYPE])


def in_markup(text: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every change that the page's markup allows without doubt."""
    plan = planned(text, contract)
    return tuple(mutation for spot in plan.spots for mutation in _at(plan, spot))


def _at(plan: Plan, spot: Spot) -> Iterator[Mutation]:
    name = spot.fields[0].name
    twice = tuple(edit for words in plan.keys.get(name, ()) for edit in _named_anew(plan.page.text, words, name))
    yield Mutation(Kind.RENAME, (*_all(_renamed(plan, words, name) for words in spot.words), *twice), spot.keys)
    if twice:
        return
    for kind, change in ((Kind.TYPE, _retyped), (Kind.REQUIRED, _flipped), (Kind.DEPRECATE, _deprecated)):
        edits = [change(plan, words, until) for words, until in zip(spot.words, spot.untils, strict=True)]
        if all(edits) and not any(says_nothing(kind, field, plan) for field in spot.fields):
            yield Mutation(kind, _all(edits), spot.keys)
    if len(spot.fields) == 1 and (dropped := _without_value(plan, spot)):
        yield Mutation(Kind.ENUM, dropped, spot.keys)
    units = [unit(plan.page, plan.starts, words) for words in spot.words]
    if all(units) and all(is_leaf(field, plan) for field in spot.fields):
        found = [element for element in units if element is not None]
        yield Mutation(Kind.REMOVE, tuple(Edit(element.start, element.end) for element in found), spot.keys)
        if len(found) == 1 and spot.fields[0].required and spot.fields[0].place != "path":
            yield Mutation(Kind.ADD_REQUIRED, _doubled(plan.page.text, found[0], name), _added(spot))


def _all(edits: Iterator[tuple[Edit, ...]] | list[tuple[Edit, ...]]) -> tuple[Edit, ...]:
    return tuple(edit for several in edits for edit in several)


def _named_anew(text: str, words: Words, name: str) -> tuple[Edit, ...]:
    at = text.rfind(name, words.start, words.end)
    return (Edit(at, at + len(name), f"{name}_planted"),)


def _renamed(plan: Plan, words: Words, name: str) -> tuple[Edit, ...]:
    """The name, and the anchors and titles made of it, in the row that it stands in."""
    start = words.start
    for element in plan.page.around(words):
        if bisect_left(plan.starts, element.end) - bisect_left(plan.starts, element.start) > 1:
            break
        start = element.start
    anchor = re.compile(rf"(?<==[\"'])[^\"'<>\s]{{0,200}}?(?<![A-Za-z0-9]){re.escape(name)}(?=[\"'])")
    anchors = (Edit(found.end(), found.end(), "_planted") for found in anchor.finditer(plan.page.text, start, words.start))
    return (*_named_anew(plan.page.text, words, name), *anchors)


def _retyped(plan: Plan, words: Words, until: int) -> tuple[Edit, ...]:
    cell = cell_below(plan.page, words, _TYPE_HEADERS)
    for text, found in plan.page.between(words.end, until) if cell is None else plan.page.between(cell.inner, cell.end):
        if (match := _TYPE.match(text)) and not is_in_sentence(plan.page, found):
            start, end = (found.start + offset for offset in match.span("word"))
            return (Edit(start, end, OTHER_TYPE[match["word"]]),)
    return ()


def _flipped(plan: Plan, words: Words, until: int) -> tuple[Edit, ...]:
    cell = cell_below(plan.page, words, REQUIRED_HEADERS)
    if cell is not None:
        text, found = next(iter(plan.page.between(cell.inner, cell.end)), ("", words))
        return (Edit(found.start, found.end, OTHER_ANSWER[text]),) if text in OTHER_ANSWER else ()
    for text, found in plan.page.between(words.end, until):
        word = text.strip("(), ")
        if word in OTHER_REQUIRED:
            if text == word and is_pill(plan.page, found):
                pill = plan.page.elements[found.at]
                return (Edit(pill.start, pill.end),)
            start = found.start + text.index(word)
            return (Edit(start, start + len(word), OTHER_REQUIRED[word]),)
    return ()


def _deprecated(plan: Plan, words: Words, until: int) -> tuple[Edit, ...]:
    """A first sentence before what the page says of the field, as vendors write it."""
    row = unit(plan.page, plan.starts, words)
    if row is None:
        return ()
    told = plan.page.between(words.end, min(until, row.end))
    text, first = next(
        ((text, found) for text, found in told if _opens(plan, found) and _may_tell(plan, text, found)), ("", words)
    )
    return (Edit(first.start, first.start, DEPRECATED),) if _SENTENCE.match(text) else ()


def _may_tell(plan: Plan, text: str, words: Words) -> bool:
    """Whether a text is the first thing said of a field: a sentence, or a paragraph that begins in another way."""
    return _SENTENCE.match(text) is not None or (plan.page.elements[words.at].tag == "p" and text.count(" ") > 1)


def _opens(plan: Plan, words: Words) -> bool:
    """Whether a text is the first of an element that holds sentences."""
    element = plan.page.elements[words.at]
    return element.tag in _HOLDS_SENTENCES and not plan.page.text[element.inner : words.start].strip()


def _without_value(plan: Plan, spot: Spot) -> tuple[Edit, ...]:
    """The element of the last documented value, where it stands once between this name and the next."""
    values = [value for value in spot.fields[0].enum or () if isinstance(value, str)]
    if len(values) < 2:
        return ()
    for value in reversed(values):
        found = [
            words
            for text, words in plan.page.between(spot.words[0].end, spot.untils[0])
            if text.replace("&quot;", '"').strip("\"'`, ") == value
            and plan.page.elements[words.at].tag in ("code", "span", "li", "div", "strong")
        ]
        if len(found) == 1:
            inside = plan.page.elements[found[0].at]
            return (Edit(inside.start, inside.end),)
    return ()


def says_nothing(kind: Kind, field: Field, plan: Plan) -> bool:
    """Whether a word says no more than the page says anyway: a path parameter is required, what has fields is an object."""
    if kind is Kind.DEPRECATE:
        return field.facts.get("deprecated") is True
    return field.place == "path" if kind is Kind.REQUIRED else not is_leaf(field, plan)


def _doubled(text: str, row: Element, name: str) -> tuple[Edit, ...]:
    """A copy of a field's row under another name, right behind it."""
    copy = re.sub(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])", NEW_NAME, text[row.start : row.end])
    return (Edit(row.end, row.end, copy),)


def _added(spot: Spot) -> frozenset[str]:
    """The key of the planted sibling."""
    return frozenset(f"{field.key.removesuffix(field.path)}{sibling_path(field.path)}" for field in spot.fields)
