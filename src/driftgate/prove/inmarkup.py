"""Contract changes planted in rendered HTML: tables, lists, and rows of nested boxes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from driftgate.contract import Certainty, Contract, Field, Source
from driftgate.extract.tables.wording.wordtable import HEADERS, Role
from driftgate.prove.htmlrows import cell_below, is_in_sentence, is_pill, unit, untils
from driftgate.prove.htmltext import Element, Markup, Words, markup
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.schemas import NEW_NAME, sibling_path
from driftgate.prove.typewords import DEPRECATED, OTHER_ANSWER, OTHER_REQUIRED, OTHER_TYPE, REQUIRED_HEADERS

#: A way of marking up a text counts as the way names are marked up where it holds so many of the names.
_NAMES, _SHARE = 3, 0.25
_BEFORE = re.compile(r"(?:[\s»>└─↳├│·\u00a0]|&nbsp;|&raquo;|&gt;|&emsp;)*")
_KEY = re.compile(r"(?:\"|&quot;|&#34;)(?P<name>[\w.-]+)(?:\"|&quot;|&#34;)")
_SENTENCE = re.compile(r"[A-Z][\w'’-]*(?: [\w'’`(),-]+){3}")
_HOLDS_SENTENCES = ("p", "div", "td", "dd", "li")
_AFTER = re.compile(r"[\s*?:]*$")
_TYPE = re.compile(
    r"(?:Type: ?|\(|enum<|Array of |array<)?(?P<word>" + "|".join(OTHER_TYPE) + r")\b(?! to | +\w+\[)(?:[^.;,!&]|&[lg]t;){0,40}$"
)
_TYPE_HEADERS = frozenset(HEADERS[Role.TYPE])


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page names one or several fields that it gives the same name. until: where its row ends, or the next name."""

    words: tuple[Words, ...]
    untils: tuple[int, ...]
    name: str
    fields: tuple[Field, ...]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(field.key for field in self.fields)


@dataclass(frozen=True, slots=True)
class Plan:
    """A page and its spots."""

    page: Markup
    spots: tuple[Spot, ...]
    starts: tuple[int, ...]  # where any name stands, in order
    keys: Mapping[str, list[Words]]  # keys of printed JSON schemas


def in_markup(text: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every change that the page's markup allows without doubt."""
    plan = planned(text, contract)
    return tuple(mutation for spot in plan.spots for mutation in _at(plan, spot))


def planned(text: str, contract: Contract) -> Plan:
    """Where the page names the contract's fields."""
    page = markup(text)
    printed = _printed(contract)
    by_signature: dict[str, dict[str, list[Words]]] = defaultdict(lambda: defaultdict(list))
    for words in page.leading():
        name = bare(text[words.start : words.end])
        if name in printed:
            by_signature[page.elements[words.at].signature][name].append(words)
    least = max(_NAMES, _SHARE * len(printed)) if len(printed) > _NAMES else 1
    told = [names for names in by_signature.values() if len(names) >= min(least, _NAMES)]
    places: dict[str, list[Words]] = defaultdict(list)
    for names in told:
        for name, found in names.items():
            places[name] += found
    starts = sorted(words.start for found in places.values() for words in found)
    after = untils(page, starts, [words for found in places.values() for words in found])
    spots = [spot for name, found in places.items() for spot in _spots(name, sorted(found, key=_start), printed[name], after)]
    return Plan(page, tuple(spots), tuple(starts), _keys_of_schemas(page))


def _keys_of_schemas(page: Markup) -> Mapping[str, list[Words]]:
    """The keys of JSON schemas that are printed as examples are: a page that prints them says everything twice."""
    keys: dict[str, list[Words]] = defaultdict(list)
    for words in page.printed:
        found = _KEY.fullmatch(page.text, words.start, words.end)
        if found:
            keys[found["name"]].append(words)
    return keys if "properties" in keys else {}


def _start(words: Words) -> int:
    return words.start


def _spots(name: str, found: list[Words], fields: list[Field], after: Mapping[int, int]) -> Iterator[Spot]:
    """One spot for each field where a page has just as many places, else one spot for them all."""
    untils = [after[words.start] for words in found]
    if len(found) == len(fields) == 1:
        yield Spot((found[0],), (untils[0],), name, (fields[0],))
    else:
        yield Spot(tuple(found), tuple(untils), name, tuple(fields))


def _printed(contract: Contract) -> Mapping[str, list[Field]]:
    """The fields by the forms in which pages print their names."""
    forms: dict[str, list[Field]] = defaultdict(list)
    for field in contract.fields.values():
        if is_told(field):
            for form in {field.name, field.path, field.path.replace("[]", "")}:
                forms[form].append(field)
    return forms


def is_told(field: Field) -> bool:
    """Whether the page's own rows tell of a field: it has a plain name, and neither an example nor a schema alone shows it."""
    source = field.source
    elsewhere = source is not None and (source.certainty is Certainty.INFERRED or _is_of_data(source))
    return not elsewhere and re.fullmatch(r"[A-Za-z_][\w.-]*", field.name) is not None


def _is_of_data(source: Source) -> bool:
    """Whether a field was read from a schema that the page carries, or from a type's own words: rows only repeat it."""
    return source.element.startswith("#/") or (bool(source.quote) and not source.element and source.line is None)


def bare(text: str) -> str:
    """A printed name without the marks around it."""
    begin = _BEFORE.match(text)
    return _AFTER.sub("", text[begin.end() if begin else 0 :])


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


def is_leaf(field: Field, plan: Plan) -> bool:
    """Whether no other field of the page lies inside it."""
    return not any(
        other.key != field.key and other.place == field.place and other.path.startswith((f"{field.path}.", f"{field.path}["))
        for spot in plan.spots
        for other in spot.fields
    )


def _doubled(text: str, row: Element, name: str) -> tuple[Edit, ...]:
    """A copy of a field's row under another name, right behind it."""
    copy = re.sub(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])", NEW_NAME, text[row.start : row.end])
    return (Edit(row.end, row.end, copy),)


def _added(spot: Spot) -> frozenset[str]:
    """The key of the planted sibling."""
    return frozenset(f"{field.key.removesuffix(field.path)}{sibling_path(field.path)}" for field in spot.fields)
