"""Plants changes that must not matter: prose, navigation, order, classes, nonces, white space, examples, an unrelated table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from driftgate.contract import Contract
from driftgate.prove.htmlrows import unit
from driftgate.prove.htmltext import Element
from driftgate.prove.inrows import FENCE, rows_of
from driftgate.prove.mutation import Edit, Kind, Mutation
from driftgate.prove.spots import Plan, is_leaf, planned

SENTENCE = "This sentence was planted and promises nothing."
NAVIGATION = '<nav><ul><li><a href="/new">News</a></li><li><a href="/plans">Plans</a></li></ul></nav>'
HTML_TABLE = (
    "<h2>Plans</h2><table><thead><tr><th>Plan</th><th>Price</th></tr></thead>"
    "<tbody><tr><td>Small</td><td>9</td></tr><tr><td>Large</td><td>90</td></tr></tbody></table>"
)
MARKDOWN_TABLE = "\n\n## Plans\n\n| Plan | Price |\n| --- | --- |\n| Small | 9 |\n| Large | 90 |\n"
#: A printed block with one of these is no example.
_OF_SCHEMAS = ("paths", "openapi", '"properties"', '"$ref"', '"oneOf"', '"anyOf"', '"allOf"')
#: How many places of a page one harmless change touches.
SOME = 3
#: So far behind a row the line below it is looked at.
_NEXT = 200

_ATTRIBUTE = re.compile(r"""\s[\w:-]+="[^"<>]*\"""")
_EXAMPLE = re.compile(r'(?m)^[ \t]+"[\w-]+":[ ]?"(?P<value>[^"\n\\]{1,80})"(?=,?[ ]*$)')


def harmless(text: str, kind: str, contract: Contract) -> tuple[Mutation, ...]:
    """Every harmless change that can be planted on this page."""
    found = _html(text, contract) if kind == "html" else _markdown(text, contract) if kind == "markdown" else ()
    return tuple(Mutation(what, tuple(edits)) for what, edits in found if edits)


def _html(text: str, contract: Contract) -> Iterator[tuple[Kind, list[Edit]]]:
    plan = planned(text, contract)
    elements = plan.page.elements
    paragraphs = [element for element in elements if element.tag == "p" and text.endswith(".</p>", 0, element.end)]
    yield Kind.PROSE, [_before(element.end - len("</p>"), f" {SENTENCE}") for element in paragraphs[:SOME]]
    body = next((element for element in elements if element.tag == "body"), None)
    if body is not None:
        name = next(iter(contract.fields.values())).name if contract.fields else "name"
        end = body.end - len("</body>") if text.endswith("</body>", 0, body.end) else body.end
        yield Kind.NAVIGATION, [_before(body.inner, NAVIGATION)]
        yield Kind.TABLE, [_before(end, HTML_TABLE)]
        yield Kind.CHANGELOG, [_before(end, f"<h2>Changelog</h2><ul><li>May 2: more is said of <code>{name}</code>.</li></ul>")]
        yield Kind.TIMESTAMP, [_before(end, "<footer>Last updated on <time>2026-05-04T03:02:01Z</time></footer>")]
    yield Kind.CLASSES, [_before(opening.end(), "css-1x2y3z ") for opening in _in_tags(text, elements, r'\sclass="')]
    yield Kind.ATTRIBUTES, [edit for element in elements if (edit := _turned(text, element))]
    scripts = re.compile(r"<script(?=[\s>])(?![^>]*nonce=)")
    yield Kind.NONCE, [_before(match.end(), ' nonce="cGxhbnRlZA"') for match in scripts.finditer(text)]
    spaced = ("div", "tr", "li", "p", "ul", "table")
    ends = [element.end for element in elements if element.tag in spaced and not _is_printed(plan, element)]
    yield Kind.WHITESPACE, [_before(end, "\n ") for end in ends if text.endswith(">", 0, end)]
    yield Kind.ORDER, _swapped(text, _neighbours(plan))


def _before(at: int, words: str) -> Edit:
    return Edit(at, at, words)


def _in_tags(text: str, elements: Iterable[Element], pattern: str) -> Iterator[re.Match[str]]:
    """What the opening tags of elements hold."""
    word = re.compile(pattern)
    return (match for element in elements if (match := word.search(text, element.start, element.inner)))


def _turned(text: str, element: Element) -> Edit | None:
    """The attributes of a tag in the opposite order, where they are plainly written."""
    start = element.start + 1 + len(element.tag)
    attributes = _ATTRIBUTE.findall(text[start : element.inner - 1])
    if len(attributes) < 2 or "".join(attributes) != text[start : element.inner - 1]:
        return None
    return Edit(start, element.inner - 1, "".join(reversed(attributes)))


def _is_printed(plan: Plan, element: Element) -> bool:
    """Whether white space counts where an element stands."""
    while element.up >= 0:
        if element.tag in ("pre", "code"):
            return True
        element = plan.page.elements[element.up]
    return False


def _neighbours(plan: Plan) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Fields with one parent that stand right behind each other in rows of one kind."""
    found = []
    for spot in plan.spots:
        row = (
            unit(plan.page, plan.starts, spot.words[0])
            if len(spot.fields) == len(spot.words) == 1 and is_leaf(spot.fields[0], plan)
            else None
        )
        if row is not None:
            found.append((row.start, row.end, row.tag, spot.fields[0].key.rpartition(".")[0] or spot.fields[0].place))
    for one, other in pairwise(sorted(found)):
        if one[1] == other[0] and one[2:] == other[2:]:
            yield one[:2], other[:2]


def _swapped(text: str, pairs: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> list[Edit]:
    """The first two neighbours in the opposite order."""
    for (start, middle), (again, end) in pairs:
        return [Edit(start, end, text[again:end] + text[start:middle])]
    return []


def _markdown(text: str, contract: Contract) -> Iterator[tuple[Kind, list[Edit]]]:
    title = re.search(r"(?m)^# .+$", text)
    yield Kind.PROSE, [_before(title.end(), f"\n\n{SENTENCE}")] if title else []
    yield Kind.NAVIGATION, [] if text.startswith("---") else [_before(0, "> See also the [index](/index).\n\n")]
    name = next(iter(contract.fields.values())).name if contract.fields else "name"
    end = len(text)
    yield Kind.WHITESPACE, [_before(end, "\n\n\n")]
    yield Kind.TABLE, [_before(end, MARKDOWN_TABLE)]
    yield Kind.CHANGELOG, [_before(end, f"\n\n## Changelog\n\n- May 2: more is said of `{name}`.\n")]
    yield Kind.TIMESTAMP, [_before(end, "\n\nLast updated on 2026-05-04T03:02:01Z\n")]
    fences = [match.span() for match in FENCE.finditer(text) if not any(word in match[0] for word in _OF_SCHEMAS)]
    values = [match.span("value") for fence in fences for match in _EXAMPLE.finditer(text, *fence)]
    yield Kind.EXAMPLE, [Edit(start, stop, f"{text[start:stop]}x") for start, stop in values[:SOME]]
    rows = rows_of(text, contract)
    pairs = (
        ((one.start, one.end), (other.start, other.end))
        for (one, first), (other, second) in pairwise(rows)
        if one.end == other.start
        and one.cells
        and other.cells
        and _are_siblings(first.key, second.key)
        and "|" in text[other.end : other.end + _NEXT].partition("\n")[0]  # what stands below a table may go on with its last row
    )
    yield Kind.ORDER, _swapped(text, pairs)


def _are_siblings(one: str, other: str) -> bool:
    return one.rpartition(".")[0] == other.rpartition(".")[0] and one.partition(":")[0] == other.partition(":")[0]
