"""Finds the fields of a page: names with their types beside them, and the names that look the same without a type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import TYPE_LABELS, VALUE_LABELS, is_likely_type, is_mark, is_plain, is_sign, is_type, name_in
from driftgate.extract.tables.sections import section_of
from driftgate.extract.typewords.table import folded

#: How many signs and flags may stand between a name and its type, and how many texts a type may be written in.
_MOST_MARKS = 5
_MOST_PARTS = 6
#: So many of the texts in one form must be names with a type, for the others to be names too; by how much the form says.
_SHARE = {4: 0.5, 2: 0.75}
_LEAST = 2
#: What stands where the types of other fields do is a type, if it is no longer than this.
_LONGEST_WORD = 40

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One field. at: its name's run; head: the element that holds name and type; its signs begin at ``first``, its further
    runs stand from ``start`` to ``end``."""

    at: int
    first: int
    name: str
    type: str
    head: HtmlElement
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pair:
    at: int
    name: str
    first: int  # the first run of the type
    last: int  # one behind its last


def entries(runs: Sequence[Run]) -> list[Entry]:
    """Every field of the page, in order. A page on which no form of names repeats has none."""
    pairs = _pairs(runs)
    forms = _forms(runs, pairs)
    kept = {pair.at: pair for pair in pairs if forms & _forms_of(runs[pair.at])}
    if len(kept) < _LEAST:
        return []
    types = {_forms_of(runs[pair.first]) for pair in kept.values()}
    shapes = {_shape(runs, pair.at, pair.first) for pair in kept.values()}
    taken = {at for pair in kept.values() for at in range(pair.first, pair.last)}
    for at, run in enumerate(runs):
        if at not in kept and at not in taken and forms & _forms_of(run) and _is_alike(runs, at) and (name := name_in(run.text)) and not is_type(name):
            first = _behind_marks(runs, at)
            typed = first < len(runs) and first not in kept and not runs[first].in_prose and (
                _forms_of(runs[first]) in types
                or (len(runs[first].text) <= _LONGEST_WORD and _shape(runs, at, first) in shapes and is_plain(runs[first].text))
            )
            last = first + (_parts(runs, first) if typed else 0)
            kept[at] = _Pair(at, name, first, last)
            taken.update(range(first, last))
    ordered = [kept[at] for at in sorted(kept)]
    up = Counter(_steps_up(runs, pair) for pair in ordered if pair.last > pair.first).most_common(1)[0][0]
    begins = [_first_sign(runs, pair.at) for pair in ordered]
    ends = [*begins[1:], len(runs)]
    return [_entry(runs, pair, begin, end, up) for pair, begin, end in zip(ordered, begins, ends, strict=True)]


def _first_sign(runs: Sequence[Run], at: int) -> int:
    """Where the signs before a name begin, in the same element or the one around it."""
    around = (runs[at].node, runs[at].node.getparent())
    while at and is_sign(runs[at - 1].text) and any(node in around for node in (runs[at - 1].node, runs[at - 1].node.getparent())):
        at -= 1
    return at


def _parts(runs: Sequence[Run], first: int) -> int:
    """How many texts a type is written in that is no known word: three where a list's brackets stand around it."""
    texts = [run.text for run in runs[first : first + 3]]
    return 3 if len(texts) == 3 and (texts[0], texts[2]) == ("[", "]") else 1


def _pairs(runs: Sequence[Run]) -> list[_Pair]:
    """Every name that a type follows."""
    found: list[_Pair] = []
    labels = _type_labels(runs)
    at = 0
    while at < len(runs) - 1:
        named = _named_before(runs, at) if runs[at].text in labels else at
        name = name_in(runs[named].text) if named is not None and _is_alike(runs, named) else ""
        pair = _typed(runs, named, name, behind=at) if name and named is not None else None
        if pair is not None and not (found and found[-1].last > pair.at):
            found.append(pair)
        at = pair.last if pair is not None else at + 1
    return found


def _type_labels(runs: Sequence[Run]) -> frozenset[str]:
    """The words that label types on this page: several times a type follows."""
    seen = Counter(run.text for run, behind in pairwise(runs) if run.text in TYPE_LABELS and is_type(behind.text))
    return frozenset(text for text, count in seen.items() if count >= _LEAST)


def _named_before(runs: Sequence[Run], label: int) -> int | None:
    """The name that a labelled type belongs to: the nearest before the label and what is said of the field."""
    for at in range(label - 1, max(label - _MOST_PARTS, -1), -1):
        if _is_alike(runs, at) and name_in(runs[at].text) and not is_mark(runs[at].text):
            return None if is_type(runs[at].text) else at
    return None


def _is_alike(runs: Sequence[Run], at: int) -> bool:
    """Whether a text can be a name where it stands: in no sentence, no button's caption, no value, no label of a section."""
    run = runs[at]
    if at and folded(runs[at - 1].text).rstrip(": ") in VALUE_LABELS:
        return False
    if run.in_prose or run.node.tag == "button" or run.node.get("role") in ("tab", "button"):
        return False
    return not (run.heading and section_of(run.text) is not None)


def _typed(runs: Sequence[Run], at: int, name: str, *, behind: int) -> _Pair | None:
    first = _behind_marks(runs, behind)
    if first >= len(runs) or (runs[at].pressed and not runs[first].pressed):
        return None
    parts: list[str] = []
    best = 0
    for step, run in enumerate(runs[first : first + _MOST_PARTS], 1):
        parts.append(run.text)
        if step > 1 and run.node is not runs[first].node and run.node.getparent() is not runs[first].node.getparent() \
                and run.node.getparent() is not runs[first].node:
            break
        if (parts[0] == "[" and run.text == "]") or is_type(" ".join(parts)) or (step > 1 and is_type("".join(parts))):
            best = step
    return _Pair(at, name, first, first + best) if best else None


def _behind_marks(runs: Sequence[Run], at: int) -> int:
    """The first run behind a name that is no sign, flag or button's caption."""
    first = at + 1
    while first < len(runs) and first - at <= _MOST_MARKS and not is_type(runs[first].text):
        if not (is_mark(runs[first].text) or (runs[first].pressed and not runs[at].pressed)):
            break
        first += 1
    return first


def _forms(runs: Sequence[Run], pairs: Sequence[_Pair]) -> frozenset[Form]:
    """The forms that names have on this page: most texts of such a form that could be names have a type beside them."""
    paired = Counter(form for pair in pairs for form in _forms_of(runs[pair.at]))
    types = {at for pair in pairs for at in range(pair.first, pair.last)}
    others = (run for at, run in enumerate(runs) if at not in types and name_in(run.text) and _is_alike(runs, at))
    alike = Counter(form for run in others for form in _forms_of(run))
    likely = Counter(form for at in _followed_by_a_likely_type(runs, {pair.at for pair in pairs}) for form in _forms_of(runs[at]))
    flags = Counter(form for pair in pairs if is_mark(pair.name) for form in _forms_of(runs[pair.at]))
    certain = frozenset(
        form for form, count in paired.items() if count >= _LEAST and count + likely[form] >= _SHARE[len(form)] * alike[form]
    )
    once = frozenset(form for form, count in paired.items() if count == alike[form] == 1 and not flags[form])
    return certain | once if certain else certain


def _followed_by_a_likely_type(runs: Sequence[Run], paired: Collection[int]) -> Iterator[int]:
    for at, run in enumerate(runs):
        if at not in paired and name_in(run.text):
            first = _behind_marks(runs, at)
            if first < len(runs) and is_likely_type(runs[first].text):
                yield at


def _forms_of(run: Run) -> frozenset[Form]:
    """What an element looks like: its tag and main class word, and more closely with all classes and the element around it."""
    tag, words = str(run.node.tag), _class(run.node)
    around = run.node.getparent()
    outer = ("", "") if around is None else (str(around.tag), _class(around))
    close = (tag, words, *outer)
    return frozenset((close, (tag, words.split()[0]))) if words else frozenset((close,))


def _class(node: HtmlElement) -> str:
    return (node.get("class") or "").strip() or (node.get("data-test") or node.get("part") or "").partition("-name-")[0]


def _shape(runs: Sequence[Run], at: int, other: int) -> Form:
    """Where an element stands beside a name: how far below the one around both, what that one looks like, and its own tag."""
    around = {*runs[at].node.iterancestors()}
    steps = 0
    node = runs[other].node
    while node not in around and (outer := node.getparent()) is not None:
        node, steps = outer, steps + 1
    return (str(steps), str(runs[other].node.tag), str(node.tag), _class(node).partition(" ")[0])


def _steps_up(runs: Sequence[Run], pair: _Pair) -> int:
    """How far above a name the element stands that holds its type as well."""
    around = {runs[pair.first].node, *runs[pair.first].node.iterancestors()}
    steps = 0
    node = runs[pair.at].node
    while node not in around and (outer := node.getparent()) is not None:
        node, steps = outer, steps + 1
    return steps


def _entry(runs: Sequence[Run], pair: _Pair, begin: int, end: int, up: int) -> Entry:
    typed = pair.last > pair.first
    head = runs[pair.at].node
    for _ in range(_steps_up(runs, pair) if typed else up):
        outer = head.getparent()
        head = head if outer is None else outer
    text = " ".join(run.text for run in runs[pair.first : pair.last])
    return Entry(pair.at, begin, pair.name, text, head, pair.at + 1, end)
