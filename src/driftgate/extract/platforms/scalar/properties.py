"""One property of a Scalar page: its name without the link button, and the facts printed in its heading."""

from __future__ import annotations

from lxml.html import HtmlElement

from driftgate.contract import FactValue
from driftgate.extract.markup import Marked, children, classes, visible_text
from driftgate.extract.platforms.scalar import marks
from driftgate.extract.rendered.dom import literals, own_text, type_of_values
from driftgate.extract.rendered.fieldrows import Row
from driftgate.extract.rendered.literals import literal, number_of
from driftgate.extract.typewords.read import read_type

ANY_NAME = "*"


def name_of(heading: HtmlElement) -> str | None:
    """The field's name, ``*`` for free-form keys, None for a variant of the property around it."""
    found = children(heading, marks.NAME)
    if not found:
        return None
    words = [part.get("class") or "" for part in found[0].iterdescendants()]
    is_free = any(mark in word for word in words for mark in marks.FREE_NAMES)
    return ANY_NAME if is_free else own_text(found[0], "button")


def take_facts(marked: Marked, row: Row, item: HtmlElement, heading: HtmlElement) -> bool:
    """Adds what the heading and the enum list of a property state; False where values are left out behind a button."""
    constant: str | None = None
    for detail in marked.below(heading, marks.DETAIL):
        label, value = _labelled(marked, detail)
        if label == "const":
            constant = value
        elif label == "type" and (arrays := _arrays_of_model(marked, detail)) is not None:
            row.take_model(value, arrays)
        else:
            _take_detail(row, label, value)
    row.facts["required"] = bool(children(heading, marks.REQUIRED))
    whole = _take_values(marked, row, item, constant)
    for value in marked.below(heading, marks.DEFAULT)[:1]:
        row.facts.setdefault("default", literal(visible_text(value), row.facts.get("type")))
    return whole


def _labelled(marked: Marked, detail: HtmlElement) -> tuple[str, str]:
    """The label before a detail, lower case, and what it labels; a bare word has no label."""
    text = own_text(detail)
    for label in children(detail, marks.PREFIX) or marked.below(detail, *marks.SPOKEN):
        word = own_text(label)
        return word.rstrip(":").strip().lower(), text.removeprefix(word).strip()
    return "", text


def _arrays_of_model(marked: Marked, detail: HtmlElement) -> int | None:
    """How many arrays are printed around the name of a schema, None where what is printed is no name of a schema."""
    tokens = marked.below(detail, marks.TYPE_TOKEN)
    *words, last = (visible_text(token) for token in tokens) if tokens else ("",)
    is_model = bool(tokens) and marks.TYPE_NAME in classes(tokens[-1]) and last not in marks.PLAIN_TYPES
    return len(words) if is_model and all(word == marks.ARRAY_OF for word in words) else None


def _take_detail(row: Row, label: str, value: str) -> None:
    if label == "type" and value != marks.ANYTHING:
        row.take_type(_type_words(value))
    elif label in marks.NUMBER_LABELS:
        row.facts.setdefault(marks.NUMBER_LABELS[label], number_of(value))
    elif label in marks.COUNT_LABELS and value.isdecimal():
        row.facts.setdefault(marks.COUNT_LABELS[label], int(value))
    elif label in marks.TEXT_LABELS:
        row.facts.setdefault(marks.TEXT_LABELS[label], value)
    elif value.lower() in marks.FLAG_WORDS:
        row.facts.setdefault(marks.FLAG_WORDS[value.lower()], True)
    elif not label and value != marks.ENUM_WORD:
        _take_bare(row, value)


def _take_bare(row: Row, value: str) -> None:
    """Versions before 1.26 print no labels: the type comes first, a format may follow."""
    if "type" not in row.facts and not row.misread:
        row.take_type(_type_words(value))
    elif read_type(value).get("type") == row.facts.get("type"):
        row.facts.update({name: told for name, told in read_type(value).items() if name == "format"})


def _type_words(printed: str) -> str:
    """``array string[]`` says its type twice, and a schema's title says nothing of it."""
    words = printed.partition(marks.TITLE_MARK)[0].strip()
    return words.removeprefix("array ") if words.endswith("[]") else words


def _take_values(marked: Marked, row: Row, item: HtmlElement, constant: str | None) -> bool:
    """Adds the allowed values. The type of a property that prints only values is theirs."""
    kind = row.facts.get("type")
    boxes = children(item, marks.ENUM)
    if not boxes and constant is None:
        return True
    values = literals((own_text(value) for box in boxes for value in marked.below(box, *marks.ENUM_VALUE)), kind)
    whole = not any("show all" in own_text(box).lower() for box in boxes)
    if constant is not None:
        row.facts["const"] = literal(constant, kind)
    elif values and whole:
        row.facts["enum"] = values
    printed: tuple[FactValue, ...] = (row.facts["const"],) if constant is not None else values
    stated = type_of_values([value for value in printed if not isinstance(value, tuple)])
    if kind is None and stated:
        row.facts["type"], row.misread = stated, False
    return whole
