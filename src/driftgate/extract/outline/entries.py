"""The fields of a page: names with their types beside them, and the names that look the same without a type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from driftgate.extract.outline.forms import LEAST, Form, forms_of, is_telling, name_forms, shape_of
from driftgate.extract.outline.pairs import Pair, behind_marks, may_name, pairs, type_labels
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import ANY_KEY, is_plain, is_sign, is_type, name_in, worded_name

#: What stands where the types of other fields do is a type, if it is no longer than this.
_LONGEST_WORD = 40
#: a list of some model: ``Pet[]``
_LISTED = re.compile(r"[A-Z][A-Za-z0-9]{0,60}\[\]$")


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


def entries(runs: Sequence[Run]) -> list[Entry]:
    """Every field of the page, in order. A page on which no form of names repeats has none."""
    known = pairs(runs)
    forms = name_forms(runs, known)
    known = [pair for pair in known if forms & forms_of(runs[pair.at])]
    if len(known) < LEAST and not any(map(is_telling, forms)):
        return []
    found = sorted((*known, *_alike(runs, known, forms)), key=lambda pair: pair.at)
    up = Counter(_steps_up(runs, pair) for pair in known).most_common(1)[0][0]
    begins = [_first_sign(runs, pair.at) for pair in found]
    ends = [*begins[1:], len(runs)]
    return [_entry(runs, pair, begin, end, up) for pair, begin, end in zip(found, begins, ends, strict=True)]


def _alike(runs: Sequence[Run], known: Sequence[Pair], forms: frozenset[Form]) -> Iterable[Pair]:
    """The names that look like the known ones, with what stands where those have their types."""
    names = {pair.at for pair in known}
    types = {forms_of(runs[pair.first]) for pair in known}
    shapes = {shape_of(runs, pair.at, pair.first) for pair in known}
    taken = names.union(*(range(pair.first, pair.last) for pair in known))
    labels = type_labels(runs)
    often = _repeated_labels(runs, known)
    for at, run in enumerate(runs):
        own = forms & forms_of(run)
        if at in taken or not own:
            continue
        name = name_in(run.text) if run.text not in labels and may_name(runs, at) else ""
        first = behind_marks(runs, at)
        typed = first < len(runs) and first not in names and _stands_for_type(runs, at, first, types, shapes)
        if not name and run.text not in often and typed and is_type(runs[first].text) and any(form[1] for form in own):
            name = name_in(run.text) or worded_name(run.text)
        if not name or (is_type(run.text) and (not typed or forms_of(run) in types or name == ANY_KEY)):
            continue  # a name may be a word for a type too, where it stands as names do and has a type of its own
        last = first + (_parts(runs, first) if typed else 0)
        taken.update(range(first, last))
        yield Pair(at, name, first, last)


def _repeated_labels(runs: Sequence[Run], known: Sequence[Pair]) -> frozenset[str]:
    """The texts that stand as often as labels do, for about every other field; a field may be called the same."""
    counts = Counter(run.text for run in runs)
    return frozenset(text for text, count in counts.items() if count * 3 >= len(known))


def _stands_for_type(runs: Sequence[Run], at: int, first: int, types: set[frozenset[Form]], shapes: set[Form]) -> bool:
    """Whether a text behind a name looks like a type, or stands where types do: the name of a model, say."""
    run = runs[first]
    if run.in_prose:
        return False
    if forms_of(run) in types or _LISTED.match(run.text):
        return True
    return len(run.text) <= _LONGEST_WORD and is_plain(run.text) and shape_of(runs, at, first) in shapes


def _parts(runs: Sequence[Run], first: int) -> int:
    """How many texts a type is written in that is no known word: three where a list's brackets stand around it."""
    texts = [run.text for run in runs[first : first + 3]]
    return 3 if len(texts) == 3 and (texts[0], texts[2]) == ("[", "]") else 1


def _first_sign(runs: Sequence[Run], at: int) -> int:
    """Where the signs before a name begin, in the same element or the one around it."""
    around = (runs[at].node, runs[at].node.getparent())
    while at and is_sign(runs[at - 1].text) and (runs[at - 1].node in around or runs[at - 1].node.getparent() in around):
        at -= 1
    return at


def _steps_up(runs: Sequence[Run], pair: Pair) -> int:
    """How far above a name the element stands that holds its type as well."""
    around = {runs[pair.first].node, *runs[pair.first].node.iterancestors()}
    steps = 0
    node = runs[pair.at].node
    while node not in around and (outer := node.getparent()) is not None:
        node, steps = outer, steps + 1
    return steps


def _entry(runs: Sequence[Run], pair: Pair, begin: int, end: int, up: int) -> Entry:
    head = runs[pair.at].node
    for _ in range(_steps_up(runs, pair) if pair.last > pair.first else up):
        outer = head.getparent()
        head = head if outer is None else outer
    text = " ".join(run.text for run in runs[pair.first : pair.last])
    return Entry(pair.at, begin, pair.name, text, head, pair.at + 1, end)
