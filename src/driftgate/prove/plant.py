"""Plants contract changes in a page's own text: one mutation per way and field that the page allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from driftgate.contract import Contract
from driftgate.prove.htmltext import markup
from driftgate.prove.inmarkup import in_markup
from driftgate.prove.inrows import in_rows
from driftgate.prove.inyaml import in_yaml
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.schemas import in_schemas

#: A document that is packed cannot be edited as text.
_PACKED = re.compile(r"(?m)^api: [A-Za-z0-9+/=]{40,}")
_METHOD = re.compile(r"\b(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS)[`*\s]+$")
_LONGEST_METHOD = 16
#: Texts with their offsets on the page.
Pieces = tuple[tuple[int, str], ...]


def harmful(text: str, kind: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every contract change that can be planted on this page. kind: of the document, as readers know it."""
    if _PACKED.search(text):
        return ()
    embedded = in_schemas(text, contract)
    fields = embedded or (in_markup(text, contract) if kind == "html" else in_yaml(text, contract) or in_rows(text, contract))
    words = _words(text) if kind == "html" and not embedded else ((0, text),)
    planted = (*_moved(text, contract, words), *_called_otherwise(text, kind, contract, words), *fields)
    return tuple(_with_parts(mutation, contract) for mutation in planted if not _leaves_nothing(mutation, contract))


def _with_parts(mutation: Mutation, contract: Contract) -> Mutation:
    """The body or status that a removal leaves without a field may be what is told of it."""
    if mutation.kind is not Kind.REMOVE:
        return mutation
    gone = {field.place for key, field in contract.fields.items() if key in mutation.subjects}
    left = {field.place for key, field in contract.fields.items() if key not in mutation.subjects}
    emptied = frozenset("body" if place == "body" else f"status:{place}" for place in gone - left)
    return replace(mutation, subjects=mutation.subjects | emptied)


def _leaves_nothing(mutation: Mutation, contract: Contract) -> bool:
    """Whether no field would be left: such a page cannot be told from one that could not be read."""
    return mutation.kind is Kind.REMOVE and mutation.subjects >= contract.fields.keys()


def _words(text: str) -> Pieces:
    """The texts between the tags of a page, examples left out."""
    return tuple((words.start, text[words.start : words.end]) for words in markup(text).words)


def _moved(text: str, contract: Contract, pieces: Pieces) -> Iterator[Mutation]:
    """Another path wherever it stands; only where the page shows it in one piece outside examples, or in neighbouring ones."""
    path = contract.operation.path
    whole = re.compile(rf"{re.escape(path)}(?![\w/-])|{re.escape(path.replace('/', '~1'))}(?![\w~-])")
    edits = [Edit(match.end(), match.end(), "-planted") for match in whole.finditer(text)]
    split = [Edit(end, end, "-planted") for end in _in_pieces(pieces, path)]
    if split or any(
        _is_called(match, contract.operation.method) and (len(pieces) == 1 or len(words) < 2 * len(path) + 40)
        for _, words in pieces
        for match in whole.finditer(words)
    ):
        yield Mutation(Kind.PATH, (*edits, *split), frozenset({"operation"}))


def _is_called(path: re.Match[str], method: str) -> bool:
    """Whether a path stands behind no method, or behind its own: behind another it is that of another operation."""
    named = _METHOD.search(path.string, max(path.start() - _LONGEST_METHOD, 0), path.start())
    return named is None or named[1] == method


def _in_pieces(pieces: Pieces, path: str) -> Iterator[int]:
    """Where a path ends that is printed segment by segment."""
    for number, (_, words) in enumerate(pieces):
        built, last = words, number
        while built != path and path.startswith(built) and last + 1 < len(pieces):
            last += 1
            built += pieces[last][1]
        if built == path and last > number:
            yield pieces[last][0] + len(pieces[last][1])


def _stated_in_code(method: str, text: str) -> Iterator[re.Match[str]]:
    """Where an option of a command, an attribute or a quoted line states a method."""
    stated = rf"(?:-X |--request |method=[\"']|: ')(?P<method>{method})(?=[\"' \n\\])"
    return re.finditer(stated, text)


def _called_otherwise(text: str, kind: str, contract: Contract, pieces: Pieces) -> Iterator[Mutation]:
    """Another method wherever it stands as one; only where the page shows it outside examples."""
    method = contract.operation.method
    if kind in ("script", "json"):
        return
    other = "PUT" if method != "PUT" else "PATCH"
    if len(pieces) > 1 and not any(re.fullmatch(rf"{method}(?: /.*)?", words.upper()) for _, words in pieces):
        return
    edits: list[Edit] = []
    for spelled, replaced in ((method, other), (method.lower(), other.lower()), (method.title(), other.title())):
        word = re.compile(rf"(?m)(?:^\s*|[>`\s\"\[]){spelled}(?=[\"\]]?:?\s*(?:$|[<>`/]|\{{|https?:))")
        edits += [Edit(match.end() - len(method), match.end(), replaced) for match in word.finditer(text)]
        edits += [Edit(*match.span("method"), replaced) for match in _stated_in_code(spelled, text)]
    if edits:
        yield Mutation(Kind.METHOD, tuple(edits), frozenset({"operation"}))
