"""What the texts of one field state beyond its name: type, required, allowed values, default, limits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.contract.types import union
from driftgate.extract.outline.entries import Entry
from driftgate.extract.outline.labels import is_answer
from driftgate.extract.outline.runs import Run
from driftgate.extract.outline.shapes import ANY_KEY, UNION, VALUE_LABELS, is_type, type_in
from driftgate.extract.prose.mined import mined
from driftgate.extract.rendered.dom import literals, type_of_values
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import counts_of, literal, range_of
from driftgate.extract.tables.sections import Section
from driftgate.extract.typewords.read import read_type
from driftgate.extract.typewords.table import FLAG_BY_WORD, folded

_BETWEEN = re.compile(r"\s?[┃|]\s?|,\s")
_REQUIRED_CLASS = re.compile(r"(?:^|\s)(?:is-)?required(?:star)?(?:\s|$)|--required(?:\s|$)", re.IGNORECASE)
_LONGEST_VALUE = 80
#: a single name that ends in a question mark is no habit
_SEVERAL = 2
#: around the values and between them, and what is said of a range instead
_BESIDE_VALUES = ("[", "]", "{", "}", "(", ")", ",")
_LIMIT = re.compile(r"[≤≥]|\bmust match\b")
#: How many texts behind a name may hold its flags.
_NEAR = 8
#: How many may say something of the field.
_SAID = 24


def sides_marked(runs: Sequence[Run], found: Sequence[Entry], where: Sequence[Section | None]) -> dict[bool, bool]:
    """What it says, on either side, request (False) or response (True), that a field bears no mark: that it is not required
    where some others bear one that says so; that it is, where several marks say "optional" and none the contrary."""
    marks: dict[bool, list[bool]] = {}
    for entry, section in zip(found, where, strict=True):
        mark = _required(entry, runs)
        if mark is not None:
            marks.setdefault(is_answer(section), []).append(mark)
    return {side: True not in said for side, said in marks.items() if True in said or len(said) >= _SEVERAL}


def facts_of(row: Row, entry: Entry, runs: Sequence[Run], *, unmarked: bool | None) -> dict[str, FactValue]:
    """The facts of one field. unmarked: whether one without a mark is required, None where that says nothing."""
    row.take_type(type_in(entry.type))
    kind = row.facts.get("type")
    if (kind == "object" or (kind is None and UNION.match(entry.type))) and (
        alternatives := _of_variants(runs[entry.start : entry.end])
    ):
        row.facts["type"] = kind = alternatives
        if kind == "null":  # beside values, which tell the type
            row.facts["nullable"] = True
    if kind == "null":  # of several alternatives only the first is printed
        del row.facts["type"]
    required = _required(entry, runs)
    facts: dict[str, FactValue] = {**row.facts}
    if required is None:
        required = unmarked
    if required is not None:
        facts.setdefault("required", required)
    _take_labelled(row, facts, runs[entry.start : entry.end])
    near = runs[entry.start : min(entry.end, entry.start + _SAID)]
    words = " ".join(run.text for run in near if not run.in_prose and run.text != entry.type)
    kind = facts.get("type")
    for name, value in mined(words, kind if isinstance(kind, str) else "").facts.items():
        facts.setdefault(name, value)
    return facts


def _of_variants(runs: Sequence[Run]) -> str | None:
    """The types of the variants that a union lists below its name; ``None`` where no union begins."""
    at = next((at for at, run in enumerate(runs) if UNION.match(run.text)), None)
    if at is None:
        return None
    typed = [run for run in runs[at + 1 :] if is_type(run.text)]
    printed = [run for run in typed if not run.pressed] or typed
    kinds = [read_type(type_in(run.text)).get("type") for run in printed if run.depth <= printed[0].depth]
    return union([kind for kind in kinds if isinstance(kind, str)])


def _take_labelled(row: Row, facts: dict[str, FactValue], runs: Sequence[Run]) -> None:
    """Adds the values that stand behind a label such as "Allowed values:"; they tell a type that is printed as "enum" only."""
    for at, run in enumerate(runs):
        name = VALUE_LABELS.get(folded(run.text).rstrip(": "))
        around = _around(run, runs[at + 1 : at + 2]) if name and not (run.heading and run.text == "default") else None
        if name is None or around is None:
            continue
        behind = [other.text for other in runs[at + 1 :] if around in other.node.iterancestors() or other.node is around]
        kind = facts.get("type")
        if name == "default" and len(behind) == 1 and len(behind[0]) <= _LONGEST_VALUE:
            facts.setdefault("default", literal(behind[0], kind))
        elif name == "enum" and not row.is_array and not any(folded(text) in FLAG_BY_WORD for text in behind):
            parts = [part for text in behind for part in _BETWEEN.split(text)]
            parts = [part for part in parts if part not in _BESIDE_VALUES]
            if any(_LIMIT.search(part) for part in parts):
                facts.update(_limits(parts))
                continue
            values = literals(parts, row.value_type)
            if values and "∅" not in parts and all(len(part) <= _LONGEST_VALUE for part in parts):
                facts.setdefault("enum", values)
                facts.update({"type": told} if (told := type_of_values(values)) and "type" not in facts else {})


def _limits(parts: Sequence[str]) -> dict[str, FactValue]:
    """What is said in the place of values: how large one may be, and how long."""
    facts: dict[str, FactValue] = {}
    for part in parts:
        if "length" in part:
            facts |= counts_of(part, "length")
        elif "value" in part.lower() and _LIMIT.search(part):
            facts |= range_of(part)
    return facts


def _around(label: Run, behind: Sequence[Run]) -> HtmlElement | None:
    """What holds the values of a label: its own element, where they stand in that, else the one around it."""
    within = any(label.node in run.node.iterancestors() for run in behind)
    return label.node if within else label.node.getparent()


def _required(entry: Entry, runs: Sequence[Run]) -> bool | None:
    """True or False where a mark beside the name says so."""
    if entry.name != ANY_KEY and runs[entry.at].text.rstrip(": ").endswith("*"):
        return True
    node = runs[entry.at].node
    if _REQUIRED_CLASS.search(node.get("class") or "") or folded(node.get("title") or "") == "required":
        return True
    around = entry.head.getparent()
    behind = [run for run in runs[entry.start : min(entry.end, entry.start + _NEAR)] if around in run.node.iterancestors()]
    for run in (*runs[entry.first : entry.at], *behind):
        if run.text.strip(": ") == "*" and entry.name != ANY_KEY:
            return True
        flag = FLAG_BY_WORD.get(folded(run.text.strip("()[]·,* ")))
        if flag and flag[0] == "required":
            return bool(flag[1])
    return False if runs[entry.at].text.endswith("?") else None
