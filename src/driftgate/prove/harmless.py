"""Plants changes that must not matter: prose, navigation, order, classes, nonces, white space, an unrelated table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from driftgate.contract import Contract
from driftgate.prove import edits
from driftgate.prove.mutation import Kind, Mutation
from driftgate.prove.spots import spots

SENTENCE = "This sentence was planted and promises nothing."
HTML_TABLE = (
    "<h2>Plans</h2><table><thead><tr><th>Plan</th><th>Price</th></tr></thead>"
    "<tbody><tr><td>Small</td><td>9</td></tr><tr><td>Large</td><td>90</td></tr></tbody></table>"
)
MARKDOWN_TABLE = "\n\n## Plans\n\n| Plan | Price |\n| --- | --- |\n| Small | 9 |\n| Large | 90 |\n"


def harmless(text: str, kind: str, contract: Contract) -> Iterator[Mutation]:
    """Every harmless change that can be planted on this page; those that would not change a byte are left out."""
    planted = [*(_html(text) if kind == "html" else _plain(text, kind)), (Kind.ORDER, reordered(text, kind, contract))]
    for what, changed in planted:
        if changed != text:
            yield Mutation(what, changed)


def _html(text: str) -> Iterator[tuple[Kind, str]]:
    yield Kind.PROSE, re.sub(r"</p>", f" {SENTENCE}</p>", text, count=3)
    yield Kind.NAVIGATION, text.replace("<body", "<!-- nav --><body", 1).replace("</nav>", '<a href="/new">News</a></nav>', 1)
    yield Kind.CLASSES, re.sub(r'class="', 'class="css-1x2y3z ', text)
    yield Kind.NONCE, re.sub(r"<script(?=[\s>])", '<script nonce="cGxhbnRlZA"', text)
    yield Kind.WHITESPACE, re.sub(r"(</(?:div|tr|li|p|ul|table)>)(?![^<]*</pre>)", r"\1" + "\n ", text)
    yield Kind.TABLE, text.replace("</body>", f"{HTML_TABLE}</body>", 1)


def _plain(text: str, kind: str) -> Iterator[tuple[Kind, str]]:
    if kind != "markdown":
        return
    yield Kind.PROSE, re.sub(r"(?m)^(# .+)$", rf"\1\n\n{SENTENCE}", text, count=1)
    yield Kind.NAVIGATION, f"> See also the [index](/index).\n\n{text}"
    yield Kind.WHITESPACE, text + "\n\n\n"
    yield Kind.TABLE, text + MARKDOWN_TABLE


def reordered(text: str, kind: str, contract: Contract) -> str:
    """Two neighbouring fields with the same parent swapped, the first pair that stands in one piece each."""
    for one, other in pairwise(spots(text, kind, contract)):
        first, second = edits.unit(text, one, kind), edits.unit(text, other, kind)
        if first and second and first[1] == second[0] and _siblings(one.fields[0].path, other.fields[0].path):
            return text[: first[0]] + text[second[0] : second[1]] + text[first[0] : first[1]] + text[second[1] :]
    return text


def _siblings(one: str, other: str) -> bool:
    return one.rpartition(".")[0] == other.rpartition(".")[0]
