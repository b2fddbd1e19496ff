"""Where rendered HTML names the fields of a contract: one spot for each name, or for several fields of one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from driftgate.contract import Certainty, Contract, Field, Source
from driftgate.prove.htmlrows import untils
from driftgate.prove.htmltext import Markup, Words, markup

#: A way of marking up a text counts as the way names are marked up where it holds so many of the names.
_NAMES, _SHARE = 3, 0.25
_BEFORE = re.compile(r"(?:[\s»>└─↳├│·\u00a0]|&nbsp;|&raquo;|&gt;|&emsp;)*")
_AFTER = re.compile(r"[\s*?:]*$")
_KEY = re.compile(r"(?:\"|&quot;|&#34;)(?P<name>[\w.-]+)(?:\"|&quot;|&#34;)")


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


def is_leaf(field: Field, plan: Plan) -> bool:
    """Whether no other field of the page lies inside it."""
    return not any(
        other.key != field.key and other.place == field.place and other.path.startswith((f"{field.path}.", f"{field.path}["))
        for spot in plan.spots
        for other in spot.fields
    )
