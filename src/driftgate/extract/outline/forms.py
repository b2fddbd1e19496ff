"""What the names of a page look like: the tags and classes that elements with a name have, and hardly any other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from lxml.html import HtmlElement

from driftgate.extract.markup import main_class
from driftgate.extract.outline.pairs import TITLE, Pair, behind_marks, may_name
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import OPENINGS, is_likely_type, is_mark, is_type, name_in

#: Tag and class of an element and of the one around it, or tag and main class word alone.
Form = tuple[str, ...]

LEAST = 2
#: Classes that say outright that a name of a field stands in an element: there need not be several of it.
TELLING = re.compile(
    r"(?:param(?:eter)?|prop(?:erty)?|field|attribute|key)[-_]?(?:name|label|title)\b|\bschema[-_]?name\b", re.IGNORECASE
)
#: So many of the texts in one form must be names with a type, for the others to be names too; by how much the form says.
_SHARE = {4: 0.5, 2: 0.75}


def forms_of(run: Run) -> frozenset[Form]:
    """What the element of a text looks like, closely and by its main class word."""
    tag, words = str(run.node.tag), _class(run.node)
    around = _holder(run.node)
    outer = ("", "") if around is None else (str(around.tag), _class(around))
    close = (tag, words, *outer)
    return frozenset((close, (tag, main_class(run.node) or words.split()[0]))) if words else frozenset((close,))


def _holder(node: HtmlElement) -> HtmlElement | None:
    """The element around another one; a button that is nothing but its caption does not count, since only some can be pressed."""
    around = node.getparent()
    is_caption = around is not None and around.tag == "button" and len(around) == 1 and not (around.text or "").strip()
    return around.getparent() if is_caption and around is not None else around


def name_forms(runs: Sequence[Run], pairs: Sequence[Pair]) -> frozenset[Form]:
    """The forms of names: most texts of such a form that could be names have a type beside them. None where none repeats."""
    worded = [pair for pair in pairs if runs[pair.first].text not in OPENINGS]  # a tree of values has brackets, but no types
    paired = _counted(runs, (pair.at for pair in worded))
    types = {at for pair in pairs for at in range(pair.first, pair.last)}
    alike = _counted(runs, (at for at in range(len(runs)) if at not in types and may_name(runs, at)))
    likely = _counted(runs, _with_a_likely_type(runs, {pair.at for pair in worded}))
    words = _counted(runs, (pair.at for pair in pairs if is_mark(pair.name) or is_type(pair.name)))
    certain = frozenset(
        form
        for form in (*paired, *filter(is_telling, likely))
        if (paired[form] >= LEAST or is_telling(form))
        and paired[form] + likely[form] >= _SHARE[len(form)] * alike[form]
        and 2 * words[form] <= paired[form]
    )
    once = frozenset(form for form, count in paired.items() if count == alike[form] == 1 and not words[form])
    certain |= once if certain else frozenset()
    return frozenset(form for form in certain if form[0] != TITLE) or certain


def is_telling(form: Form) -> bool:
    """Whether the class of an element says that the name of a field stands in it."""
    return bool(TELLING.search(form[1]))


def shape_of(runs: Sequence[Run], at: int, other: int) -> Form:
    """Where an element stands beside a name: how far below the one around both, its tag, and what the one around looks like."""
    around = set(runs[at].node.iterancestors())
    steps = 0
    node = runs[other].node
    while node not in around and (outer := node.getparent()) is not None:
        node, steps = outer, steps + 1
    return (str(steps), str(runs[other].node.tag), str(node.tag), main_class(node) or _class(node).partition(" ")[0])


def _counted(runs: Sequence[Run], numbers: Iterator[int]) -> Counter[Form]:
    return Counter(form for at in numbers for form in forms_of(runs[at]))


def _with_a_likely_type(runs: Sequence[Run], paired: Collection[int]) -> Iterator[int]:
    for at, run in enumerate(runs):
        if at not in paired and name_in(run.text):
            first = behind_marks(runs, at)
            if first < len(runs) and is_likely_type(runs[first].text):
                yield at


def _class(node: HtmlElement) -> str:
    """The classes of an element, or what else tells what it is: a test id, the name of a part."""
    return (node.get("class") or "").strip() or (node.get("data-test") or node.get("part") or "").partition("-name-")[0]
