"""Finds the names that a type follows: the one thing that only descriptions of fields repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml.html import HtmlElement

from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import (
    TYPE_LABELS,
    VALUE_LABELS,
    is_label,
    is_mark,
    is_media_type,
    is_sign,
    is_type,
    name_in,
)
from driftgate.extract.tables.sections import section_of
from driftgate.extract.typewords.table import ORS, folded

#: How many signs and flags may stand between a name and its type, and how many texts a type may be written in.
_MOST_MARKS = 5
_MOST_PARTS = 6
_MOST_VALUES = 12
_MOST_SAID = 40
_TWICE = 2
#: What sets the title of a schema apart from the name of its field.
TITLE = "em"


@dataclass(frozen=True, slots=True)
class Pair:
    """A name's run, the name, and the runs of its type: from ``first`` up to ``last``, none where they are equal."""

    at: int
    name: str
    first: int
    last: int


def pairs(runs: Sequence[Run]) -> list[Pair]:
    """Every name that a type follows, in the page's order."""
    found: list[Pair] = []
    labels = type_labels(runs)
    at = 0
    while at < len(runs) - 1:
        named = _named_before(runs, at) if runs[at].text in labels else at
        pair = _typed(runs, named, at) if named is not None and may_name(runs, named) else None
        if pair is not None and not (found and found[-1].last > pair.at):
            found.append(pair)
        at = pair.last if pair is not None else at + 1
    return found


def type_labels(runs: Sequence[Run]) -> frozenset[str]:
    """The words that label types on this page: a type follows them several times."""
    seen = Counter(run.text for run, behind in pairwise(runs) if run.text in TYPE_LABELS and is_type(behind.text))
    return frozenset(text for text, count in seen.items() if count >= _TWICE)


def may_name(runs: Sequence[Run], at: int) -> bool:
    """Whether a text can be a name where it stands: in no sentence, no button's caption, no value, no label of a section."""
    run = runs[at]
    if run.in_prose or not name_in(run.text) or is_label(run.text) or _is_value(runs, at) or _joins(runs, at):
        return False
    if at + 1 < len(runs) and is_media_type(runs[at + 1].text):  # "Content-Type" and the like
        return False
    if run.node.tag == TITLE and at and name_in(runs[at - 1].text) and _box(runs[at - 1]) in run.node.iterancestors():
        return False  # the title of a schema, behind the name of its field
    if run.node.tag == "button" or run.node.get("role") in ("tab", "button"):
        return False
    return not (run.heading and (run.text == "default" or section_of(run.text) is not None))


def _joins(runs: Sequence[Run], at: int) -> bool:
    """Whether a text is the "or" between two alternatives of a type; a field may be called so too."""
    return folded(runs[at].text) in ORS and 0 < at < len(runs) - 1 and _look_alike(runs[at - 1], runs[at + 1])


def _is_value(runs: Sequence[Run], at: int) -> bool:
    """Whether a text stands behind a label of values, alone or behind others that look like it."""
    first = at
    while first and at - first < _MOST_VALUES and _look_alike(runs[first - 1], runs[at]):
        first -= 1
    label = runs[first - 1] if first else None
    if label is None or folded(label.text).rstrip(": ") not in VALUE_LABELS:
        return False
    box = next(islice(label.node.iterancestors(), 1, None), None)
    return box is None or box in runs[at].node.iterancestors()


def _look_alike(one: Run, other: Run) -> bool:
    """Whether two texts stand in elements of one kind, side by side in the same one."""
    same = one.node.tag == other.node.tag and one.node.get("class") == other.node.get("class")
    return same and one.node is not other.node and one.node.getparent() is other.node.getparent()


def behind_marks(runs: Sequence[Run], at: int) -> int:
    """The first run behind a name that is no sign, flag or button's caption; nor what is said of the field in one box with it."""
    first, said, box = at + 1, 0, _box(runs[at])
    while first < len(runs) and first - said - at <= _MOST_MARKS and said <= _MOST_SAID:
        run = runs[first]
        if is_type(run.text) and not run.in_prose:
            break
        if (run.in_prose or run.node.tag == TITLE) and box in run.node.iterancestors():
            said += 1
        elif not (is_mark(run.text) or (run.pressed and not runs[at].pressed)):
            break
        first += 1
    return first


def _box(run: Run) -> HtmlElement | None:
    """What holds a name and what is said of it, where the name stands in a line of its own."""
    line = run.node.getparent()
    return None if line is None or (run.text[:1].isupper() and section_of(run.text) is not None) else line.getparent()


def _named_before(runs: Sequence[Run], label: int) -> int | None:
    """The name that a labelled type belongs to: the nearest before the label and what is said of the field."""
    for at in range(label - 1, max(label - _MOST_PARTS, -1), -1):
        if may_name(runs, at) and not is_mark(runs[at].text):
            return None if is_type(runs[at].text) else at
    return None


def _typed(runs: Sequence[Run], at: int, behind: int) -> Pair | None:
    """The name with the type that follows it, written in as many texts side by side as can be read together."""
    first = behind_marks(runs, behind)
    if first >= len(runs) or (runs[at].pressed and not runs[first].pressed):
        return None
    parts: list[str] = []
    best = 0
    for run in runs[first : first + _MOST_PARTS]:
        if not _side_by_side(runs[first], run):
            break
        parts.append(run.text)
        if is_sign(run.text) and run.text != "]":
            continue
        if (parts[0] == "[" and run.text == "]") or is_type(" ".join(parts)) or is_type("".join(parts)):
            best = len(parts)
    return Pair(at, name_in(runs[at].text), first, first + best) if best else None


def _side_by_side(one: Run, other: Run) -> bool:
    """Whether two texts stand in one element, or in two that lie in the same one."""
    around = other.node.getparent()
    return other.node is one.node or around is one.node or around is one.node.getparent()
